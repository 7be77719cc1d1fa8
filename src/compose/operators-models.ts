// The operator's list of models: a repository names one of them in its settings, and says nothing else of it.

import { dirname, resolve } from 'node:path';
import { parseModelsFile } from '../config/models-file.ts';
import type { ModelEntry } from '../config/models-schema.ts';
import { ExpectedFailure } from '../errors.ts';
import { readSettingsFile } from '../files/settings-file.ts';
import type { OperatorsModel } from './model-in-use.ts';

/** The name that every operator offers. */
const EMBEDDED = 'embedded';

export interface OperatorsModels {
  /** In the order of the file. */
  readonly names: readonly string[];
  /**
   * The model of a repository whose settings name this one; `''` for the embedded model. Throws `bad-setting` for a name that
   * is not on the list. What is on it besides is other teams' business and is not told.
   */
  modelFor(name: string): OperatorsModel;
}

/**
 * `file`: as the command line's `--models`; `null`: the embedded model alone. `maxMethods`: what one run may ask a language
 * model for; `null` for any number. Throws an ExpectedFailure for a file that cannot be read or is wrong.
 */
export async function composeOperatorsModels(
  file: string | null,
  { maxMethods }: Pick<OperatorsModel, 'maxMethods'> = { maxMethods: null },
): Promise<OperatorsModels> {
  const entries = file === null ? new Map<string, ModelEntry>() : parseModelsFile(await readSettingsFile(file), file);
  for (const [name, entry] of entries) {
    if (entry.provider === EMBEDDED && entry.path !== undefined) {
      throw new ExpectedFailure(
        'bad-models-file',
        `${file}: ${JSON.stringify(name)} names the file of an embedded model, which here each repository trains for itself`,
        'Leave out its path.',
      );
    }
  }
  const folder = file === null ? process.cwd() : dirname(resolve(file));
  const embedded: OperatorsModel = { entry: null, ownName: null, folder, trainedAt: null, maxMethods: null };
  return {
    names: [...entries.keys()],
    modelFor(name) {
      const entry = entries.get(name);
      if (entry === undefined && name !== '' && name !== EMBEDDED) {
        throw new ExpectedFailure(
          'bad-setting',
          `the settings file names the model ${JSON.stringify(name)}, which is not on this installation’s list`,
          'Ask whoever runs Palimpsest for its name there, or leave `model` out: then the embedded model answers.',
        );
      }
      if (entry === undefined || entry.provider === EMBEDDED) return embedded;
      return {
        entry,
        ownName: ('model' in entry ? entry.model : undefined) ?? name,
        folder,
        trainedAt: entry['trained-at'] ?? null,
        maxMethods,
      };
    },
  };
}

// Trainers by name, and the folder that a run of one has. Large: it is loaded when something is to be trained.

import { createHash } from 'node:crypto';
import type { Environment } from '../config.ts';
import type { DatasetForm } from '../core/dataset-card.ts';
import { ExpectedFailure } from '../errors.ts';
import { readDatasetFolder } from '../files/dataset-folder.ts';
import { writeFailure } from '../files/failures.ts';
import { writeOutput } from '../files/output-file.ts';
import { openRunFolder, type RunIdentity } from '../files/run-folder.ts';
import { readSettingsFile } from '../files/settings-file.ts';
import { readBaseUrl } from '../openai/base-url.ts';
import { publicReach } from '../openai/public-reach.ts';
import type { DatasetFolder, Trainer, TrainingRun } from '../ports.ts';
import { parseDatasetCard } from '../report/schema/dataset.ts';
import { parseModelCard } from '../report/schema/model-card.ts';
import { TRL_REQUIREMENTS } from '../requirements.ts';
import { lockFolder } from '../store/folder-lock.ts';
import { commandTrainer } from '../trainers/command.ts';
import { type OpenAiTrainerSettings, openAiTrainer } from '../trainers/openai.ts';
import { parseEvent, parseResult } from '../trainers/result-schema.ts';
import { userSettings } from '../trainers/trl/settings.ts';
import { type TrlMethod, trlTrainer } from '../trainers/trl.ts';

/** All that the operator says of how to train; each trainer takes what is its own. */
export interface TrainerSettings {
  /** A program and its arguments, for `command`. */
  readonly program: readonly string[];
  readonly method: TrlMethod;
  /** The user's own YAML for TRL; `null` for none. */
  readonly config: string | null;
  /** The program `trl`; `null` for what the environment says. */
  readonly trl: string | null;
  /** Of `openai`; `null` where nobody said. */
  readonly service: TrainingService | null;
}

/** A service that trains, and then serves what came of it. */
export interface TrainingService extends Pick<OpenAiTrainerSettings, 'hyperparameters' | 'mostTokens' | 'leavesJob'> {
  readonly baseUrl: string;
  /** The environment variable that holds its key. */
  readonly keyVariable: string;
  /** Which servers may be asked: any when not given, or those at public addresses alone. */
  readonly addresses?: 'any' | 'public';
}

export interface ComposedTrainer {
  readonly trainer: Trainer;
  /** The form of a training set that it reads; `null` for a program of one’s own. */
  readonly form: DatasetForm | null;
  /** What of its settings makes another run of it. */
  readonly identity: RunIdentity;
  /** Where a result is asked that is served already; `null` where the user serves it. */
  readonly servedAt: string | null;
}

type Compose = (settings: TrainerSettings, environment: Environment) => Promise<ComposedTrainer>;

const TRAINERS = {
  trl: composeTrl,
  command: composeCommand,
  openai: composeOpenAi,
} as const satisfies Record<string, Compose>;

export type TrainerName = keyof typeof TRAINERS;

/** As `--trainer` takes them; the embedded model has no trainer of its own. */
export const TRAINER_NAMES = ['embedded', ...Object.keys(TRAINERS)];

export function isTrainerName(name: string): name is TrainerName {
  return Object.hasOwn(TRAINERS, name);
}

/** Throws an ExpectedFailure for settings that are wrong. */
export function composeTrainer(
  name: TrainerName,
  settings: TrainerSettings,
  environment: Environment,
): Promise<ComposedTrainer> {
  return TRAINERS[name](settings, environment);
}

async function composeTrl(settings: TrainerSettings, { trl }: Environment): Promise<ComposedTrainer> {
  const { config, method } = settings;
  const bytes = config === null ? null : await readSettingsFile(config);
  const user = bytes === null || config === null ? {} : userSettings(bytes, config);
  return {
    trainer: trlTrainer({ program: settings.trl ?? trl, method, user, requirements: TRL_REQUIREMENTS }),
    form: 'trl',
    identity: {
      method,
      config: bytes === null ? 'none' : createHash('sha256').update(bytes).digest('hex').slice(0, 12),
    },
    servedAt: null,
  };
}

async function composeCommand({ program }: TrainerSettings): Promise<ComposedTrainer> {
  const [command, ...args] = program;
  if (command === undefined) {
    throw new ExpectedFailure(
      'bad-setting',
      '--trainer command does not say which program trains',
      'Name it at the end, after `--`: palimpsest specialize --trainer command … -- ./train --fast.',
    );
  }
  return {
    trainer: commandTrainer({ command, args }),
    form: null,
    identity: { program: program.join(' ') },
    servedAt: null,
  };
}

async function composeOpenAi({ service }: TrainerSettings, { secrets }: Environment): Promise<ComposedTrainer> {
  if (service === null) {
    throw new ExpectedFailure(
      'bad-setting',
      '--trainer openai does not say which service trains',
      'Say where it is with --base-url, such as https://api.example.org/v1.',
    );
  }
  const { keyVariable, addresses, hyperparameters = {}, mostTokens = null, leavesJob } = service;
  const baseUrl = readBaseUrl(service.baseUrl);
  const trainer = openAiTrainer({
    baseUrl,
    apiKey: secrets.read(keyVariable)?.reveal() ?? null,
    keyName: keyVariable,
    hyperparameters,
    mostTokens,
    writeFile: writeOutput,
    ...(leavesJob === undefined ? {} : { leavesJob }),
    ...(addresses === 'public' ? { reach: publicReach() } : {}),
  });
  const { batchSize, learningRateMultiplier } = hyperparameters;
  const identity = {
    service: baseUrl,
    'batch size': batchSize ?? 'as the service chooses',
    'learning rate multiplier': learningRateMultiplier ?? 'as the service chooses',
  };
  return { trainer, form: 'chat', identity, servedAt: baseUrl };
}

/** The training set in a folder, with every example that its card counts. */
export function readDataset(folder: string, form: DatasetForm | null): Promise<DatasetFolder> {
  return readDatasetFolder(folder, form, parseDatasetCard);
}

/** The folder of a run, this process's own until the run is closed. */
export function openRun(path: string, identity: RunIdentity): Promise<TrainingRun> {
  return openRunFolder(path, identity, {
    parseCard: parseModelCard,
    parseResult,
    parseEvent,
    lock: (folder) =>
      lockFolder(folder, {
        name: 'run-lock',
        inUse: ({ process, host }) =>
          new ExpectedFailure(
            'output-in-use',
            `process ${process} on ${host} is at work in ${path}`,
            'Wait for it, or end it with Ctrl-C where it runs; or name another --output-dir.',
          ),
        notWritable: writeFailure,
      }),
  });
}

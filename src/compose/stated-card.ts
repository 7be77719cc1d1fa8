// The card that a models file names for a language model: what `specialize` wrote of it.

import { resolve } from 'node:path';
import type { ModelCard } from '../core/model-card.ts';
import { ExpectedFailure } from '../errors.ts';
import { readSettingsFile } from '../files/settings-file.ts';
import type { TextModel } from '../models/text-model.ts';
import { parseModelCard } from '../report/schema/model-card.ts';

/** Throws an ExpectedFailure for a file that is no card. */
export async function statedCard(path: string, folder: string): Promise<ModelCard> {
  const file = resolve(folder, path);
  const text = new TextDecoder().decode(await readSettingsFile(file));
  const card = parseModelCard(jsonOf(text));
  if (card !== null) return card;
  throw new ExpectedFailure('bad-setting', `${file} is no model card`, 'Name the card.json that `specialize` wrote.');
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Weights that were trained again answer otherwise, under the name of those before: their answers are kept apart. */
export function ofWeights(text: TextModel, { fingerprint }: ModelCard): TextModel {
  const { provider, name, concurrency, tokens, windowTokens, likelihood } = text;
  return {
    provider,
    name,
    concurrency,
    facts: [...text.facts, `weights ${fingerprint}`],
    ...(tokens === undefined ? {} : { tokens }),
    ...(windowTokens === undefined ? {} : { windowTokens }),
    ...(likelihood === undefined ? {} : { likelihood: likelihood.bind(text) }),
    complete: (prompt, options) => text.complete(prompt, options),
    close: () => text.close(),
  };
}

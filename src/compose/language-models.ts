// A language model, composed: its engine, what counts its tokens, and the answers that are kept.

import { resolve } from 'node:path';
import type { LanguageModelEntry } from '../config/models-schema.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { Budget } from '../core/usage.ts';
import { ExpectedFailure } from '../errors.ts';
import { readCard } from '../files/model-file.ts';
import { readSettingsFile } from '../files/settings-file.ts';
import { languageModel } from '../models/language-model.ts';
import { ESTIMATED_TOKENS, type TokenCounter, tokenizerCounter } from '../models/token-counter.ts';
import type { AnswerCache } from '../ports.ts';
import { parseModelCard } from '../report/schema/model-card.ts';
import type { Around, LoadedModel } from './embedded.ts';
import { type Operator, openTextModel } from './providers.ts';
import { inStateFolder, isClone, type ModelRepository } from './state-folder.ts';
import { ofWeights, statedCard } from './stated-card.ts';

export { openAnswerCache } from '../files/answer-cache.ts';

export interface LanguageModelAround {
  readonly cache: AnswerCache | null;
  /** Its card, where it is not in a file that the entry names. */
  readonly known?: ModelCard;
}

export async function openLanguageModel(
  entry: LanguageModelEntry,
  operator: Operator,
  budget: Budget,
  { repository, languages, cache, known }: Around & LanguageModelAround,
): Promise<LoadedModel> {
  const price = entry.price ?? null;
  if (price === null && budget.cost !== null) {
    throw new ExpectedFailure(
      'bad-setting',
      '--max-cost needs to know what tokens cost',
      'Give the model a price in the file that --models names, or bound it by --max-tokens.',
    );
  }
  const maxTokens = entry['max-tokens'];
  checkWindow(entry['context-tokens'], maxTokens);
  const stated = known ?? (entry.card === undefined ? null : await statedCard(entry.card, operator.folder));
  const trainedAt = await trainedAtOf(entry['trained-at'] ?? stated?.trainedAt?.revision, repository);
  const counter = entry.tokenizer === undefined ? null : await counterOf(entry.tokenizer, operator.folder);
  const opened = await openTextModel(entry, operator);
  const text = stated === null ? opened : ofWeights(opened, stated);
  const windowTokens = Math.min(entry['context-tokens'], text.windowTokens ?? Number.POSITIVE_INFINITY);
  const tokens = counter ?? text.tokens ?? ESTIMATED_TOKENS;
  if (maxTokens >= windowTokens) {
    await text.close();
    checkWindow(windowTokens, maxTokens);
  }
  const model = languageModel({
    text,
    origin: originOf(entry, trainedAt, stated),
    language: languages.main,
    format: entry.format,
    javadoc: entry.javadoc,
    windowTokens,
    maxTokens,
    temperature: entry.temperature,
    sampleTemperature: entry['sample-temperature'],
    tokens,
    cache,
    budget,
    price,
  });
  const { fingerprint } = model.card;
  const path = isClone(repository) ? inStateFolder(repository, 'cards', fingerprint) : null;
  const kept = path === null ? null : await readCard(path, fingerprint, parseModelCard);
  return { model: { ...model, card: { ...model.card, baseline: kept?.baseline ?? null } }, path };
}

/** The file of models decides; what it does not say, the card does. */
function originOf(
  entry: LanguageModelEntry,
  trainedAt: ModelCard['trainedAt'],
  stated: ModelCard | null,
): Pick<ModelCard, 'baseModel' | 'trainedAt' | 'recipe'> {
  const isOfCard = trainedAt !== null && trainedAt.revision === stated?.trainedAt?.revision;
  return {
    baseModel: entry['base-model'] ?? stated?.baseModel ?? null,
    trainedAt: isOfCard ? (stated?.trainedAt ?? trainedAt) : trainedAt,
    recipe: stated?.recipe ?? null,
  };
}

function checkWindow(windowTokens: number, maxTokens: number): void {
  if (maxTokens < windowTokens) return;
  throw new ExpectedFailure(
    'bad-setting',
    `an answer of ${maxTokens} tokens leaves no room in a window of ${windowTokens}`,
    'Lower max-tokens, or say in context-tokens how long the window is.',
  );
}

const COMMIT_HASH = /^[0-9a-f]{40,64}$/;

/** Outside a clone, and in one that does not hold the commit, a hash alone says enough. */
async function trainedAtOf(
  revision: string | undefined,
  repository: ModelRepository | null,
): Promise<ModelCard['trainedAt']> {
  if (revision === undefined) return null;
  const known = { units: null, files: null };
  if (repository === null) {
    return COMMIT_HASH.test(revision) ? { revision, committedAt: null, ...known } : null;
  }
  try {
    const { hash, committedAt } = await repository.resolve(revision);
    return { revision: hash, committedAt, ...known };
  } catch (error) {
    if (error instanceof ExpectedFailure && COMMIT_HASH.test(revision)) {
      return { revision, committedAt: null, ...known };
    }
    throw error;
  }
}

async function counterOf(tokenizer: string, folder: string): Promise<TokenCounter> {
  const path = resolve(folder, tokenizer);
  return tokenizerCounter(await readSettingsFile(path), path);
}

// What is said of a specialisation on every surface: what was learned, how the loss went, how to go on.

import type { SpecializeReport } from '../core/report-specialize.ts';
import type { Quote } from './model-words.ts';
import { count, learnedWords, list, modelName, shortRevision } from './words.ts';

/** `ledger-7b learned 1,204 examples of 3f2c9ab (recipe bodies) in 5 epochs, from acme/base.` */
export function specializedSentence(report: SpecializeReport, quote: Quote): string {
  const { model, dataset } = report;
  const name = quote(modelName(model));
  const what =
    dataset === null
      ? learnedWords(model, 'the project')
      : `${count(dataset.examples.train, 'example')} (recipe ${dataset.recipe})`;
  const at = model.trainedAt === null ? '' : ` of ${quote(shortRevision(model.trainedAt.revision))}`;
  const epochs = model.recipe?.epochs ?? null;
  const often = epochs === null ? '' : ` in ${count(Number(epochs.toFixed(2)), 'epoch')}`;
  const base = model.baseModel === null ? '' : `, from ${quote(model.baseModel)}`;
  return `${name} learned ${what}${at}${often}${base}.`;
}

/** `null` where no loss was told. */
export function lossSentence({ losses }: Pick<SpecializeReport, 'losses'>): string | null {
  const trained = losses.flatMap(({ loss }) => loss ?? []);
  const validated = losses.flatMap(({ validationLoss }) => validationLoss ?? []);
  const said = [...went('loss', trained), ...went('validation loss', validated)];
  const last = losses.at(-1);
  return last === undefined || said.length === 0 ? null : `${list(said)} over ${count(last.step, 'step')}`;
}

function went(what: string, values: readonly number[]): string[] {
  const [first] = values;
  const last = values.at(-1);
  if (first === undefined || last === undefined) return [];
  return [values.length === 1 ? `${what} ${lossWords(last)}` : `${what} ${lossWords(first)} → ${lossWords(last)}`];
}

export function lossWords(loss: number): string {
  return loss.toPrecision(3);
}

/** Said where nothing was trained, since an earlier run had finished. */
export const FINISHED_BEFORE = 'This run had finished before: nothing was trained now.';

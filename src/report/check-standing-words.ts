// How the model of a check stands to the whole project, in words: freshness and its movement, age, gain, forecast.

import type { Forecast } from '../core/forecast.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { Recommendation } from '../core/recommendation.ts';
import type { CheckReport, LedgerSummary, Standing } from '../core/report.ts';
import { partWords } from './asking-words.ts';
import { freshnessPercent } from './freshness-words.ts';
import { intervalWords, points } from './gain-words.ts';
import { isShadow, type Quote, theModel } from './model-words.ts';
import { count, grouped, isEmbedded, list, modelName, percent } from './words.ts';

/** `91.4 % → 91.2 %`, `stays at 91.4 %`; `null` where one of the two is not known. */
export function movementWords({ freshness }: Standing): string | null {
  if (freshness.kind === 'unknown') return null;
  const { before, after } = freshness;
  if (before.freshness === null || after.freshness === null) return null;
  const { margin } = after.freshness;
  const [was, is] = [before.freshness, after.freshness].map(({ value }) => freshnessPercent({ value, margin: null }));
  const interval = margin === null ? '' : ` (± ${(margin * 100).toFixed(1)})`;
  return was === is ? `stays at ${is}${interval}` : `${was} → ${is}${interval}`;
}

/**
 * `Model freshness 91.4 % → 91.2 %`, and whether the policy calls that stale; `null` where it is not known, and where the
 * model wrote nothing at all, so that what it stays at says nothing of the change.
 */
export function freshnessHeadline(report: CheckReport, withPart = true): string | null {
  const { standing, model, methods } = report;
  if (standing === undefined || standing.freshness.kind === 'unknown') return null;
  if (methods.length > 0 && methods.every(({ failure }) => failure !== null)) return null;
  const moved = movementWords(standing);
  const of = isShadow(model) ? 'Freshness of the shadow' : 'Model freshness';
  const { verdict } = standing.freshness.after;
  const part = withPart ? partWords(methods.length, report) : null;
  const isStale = verdict.kind === 'stale';
  return moved === null ? null : `${of} ${moved}${isStale ? ': stale' : ''}${part === null ? '' : ` (${part})`}`;
}

/** On which side of the line it stands, and since when, where that is not plain fresh. */
export function lineSentence({ standing, model }: CheckReport): string | null {
  if (standing === undefined || standing.freshness.kind === 'unknown') return null;
  const { before, after } = standing.freshness;
  const line = `the policy’s line of ${percent(after.line)}`;
  switch (after.verdict.kind) {
    case 'fresh':
      return null;
    case 'stale':
      return before.verdict.kind === 'stale'
        ? `Freshness was below ${line} before this change already.`
        : `With this change freshness comes to lie below ${line}.`;
    case 'unknown':
      return unknownWords(after, theModel(model), line);
    default:
      return after.verdict satisfies never;
  }
}

function unknownWords({ verdict, scored, units }: LedgerSummary, model: string, line: string): string | null {
  if (verdict.kind !== 'unknown') return null;
  const { reason } = verdict;
  switch (reason) {
    case 'no-units':
      return 'Freshness is not known: with this change no method is left.';
    case 'knew-nothing':
      return `Freshness is not known: ${model} wrote nothing right on the day of training.`;
    case 'sample-too-small':
      return `With ${grouped(String(scored))} of ${count(units, 'method')} scored it cannot be told on which side of ${line} that lies.`;
    default:
      return reason satisfies never;
  }
}

/** Whether there is no model yet that stays the same from change to change. */
export function isNotPinned({ standing }: CheckReport): boolean {
  return standing?.freshness.kind === 'unknown' && standing.freshness.reason === 'not-pinned';
}

/** Why freshness is not known, and what makes it known. */
export function unknownFreshness({ standing, model }: CheckReport, quote: Quote): string | null {
  if (standing === undefined || standing.freshness.kind === 'known') return null;
  const name = model === null ? 'the model' : quote(modelName(model));
  const { reason } = standing.freshness;
  switch (reason) {
    case 'not-pinned':
      return '**Not pinned yet.** The first run on the default branch (a push, or the schedule) trains the model and keeps it. Until then it is trained on the base of each change, so that this shows what the change moves, and not how old a model is.';
    case 'no-ledger':
      return `**Freshness is not known yet.** No run has scored the whole project with ${name}; the next one on the default branch does.`;
    case 'other-model':
      return `**Freshness is not known here.** The ledger is that of another model than ${name}, and scores of two models are not mixed.`;
    default:
      return reason satisfies never;
  }
}

/** `41 days and 212 commits ago`, `today`; `null` where nobody can tell. */
export function ageWords({ age: { days, commits } }: Standing): string | null {
  const known = [
    ...(days === null || days === 0 ? [] : [count(days, 'day')]),
    ...(commits === null || commits === 0 ? [] : [count(commits, 'commit')]),
  ];
  if (known.length === 0 && days === 0) return 'today';
  return known.length === 0 ? null : `${list(known)} ago`;
}

/** Whether training again would help, as last measured; `at` is the linked revision that it was measured at. */
export function gainSentence({ gain }: Standing, at: string): string | null {
  if (gain === null) return null;
  const { all, statement, window } = gain;
  if (all.changes === 0 || all.gain === null) {
    return `Not to be told: on ${windowWords(window)} no method got new code. Measured at ${at}.`;
  }
  const interval = all.interval === null ? '' : `, 95 % interval ${intervalWords(all.interval)}`;
  const sample = `${count(all.changes, 'change')} in ${count(all.commits, 'commit')}${interval}`;
  const found = `on ${windowWords(window)} a model trained just before each of them came ${closerWords(all.gain)} (${sample})`;
  switch (statement.kind) {
    case 'would-help':
      return `Yes: ${found}. Measured at ${at}.`;
    case 'would-not-help':
      return `Hardly: ${found}. Measured at ${at}.`;
    case 'unsure':
      return `Not to be told yet: ${found}, and that is too little to go by. Measured at ${at}.`;
    default:
      return statement satisfies never;
  }
}

function windowWords({ days, limit }: NonNullable<Standing['gain']>['window']): string {
  switch (limit) {
    case 'training':
      return `the changes since training, within ${count(days, 'day')},`;
    case 'unknown-training':
      return `the changes of the last ${count(days, 'day')}, some of which the model may have learned,`;
    case 'days':
    case 'shallow-clone':
      return `the changes of the last ${count(days, 'day')}`;
    default:
      return limit satisfies never;
  }
}

function closerWords(gain: number): string {
  const size = points(Math.abs(gain)).replace('+', '');
  if (size === '0.0') return 'no closer';
  return gain > 0 ? `${size} points closer` : `${size} points less close`;
}

/** What the policy asks for, and when that is reached. */
export function forecastSentence({ freshness, forecast }: Standing): string | null {
  if (freshness.kind === 'unknown') return null;
  const asks = `The policy asks for ${percent(freshness.after.line)}`;
  if (forecast === null) return `${asks}.`;
  const sample = `from ${count(forecast.points, 'entry', 'entries')} of the ledger`;
  switch (forecast.kind) {
    case 'crossed':
      return `${asks}.`;
    case 'not-in-sight':
      return `${asks}; at the present pace freshness does not fall to that within ten years (${sample}).`;
    case 'expected':
      return `${asks}; at the present pace freshness falls to that about ${day(forecast.day)} (${percent(forecast.level)} interval ${rangeWords(forecast)}, ${sample}).`;
    default:
      return forecast satisfies never;
  }
}

function rangeWords({ earliest, latest }: Extract<Forecast, { kind: 'expected' }>): string {
  return latest === null ? `not before ${day(earliest)}` : `${day(earliest)} to ${day(latest)}`;
}

/** What the last review recommends, where there is something to do. */
export function adviceSentence({ recommendation }: Standing): string | null {
  if (recommendation === null || recommendation.kind === 'keep') return null;
  return `The last review recommends to **${adviceWords(recommendation)}**.`;
}

function adviceWords({ kind, day: when }: Recommendation): string {
  if (kind === 'retrain-now') return 'train the model again now';
  return when === null ? 'train the model again soon' : `train the model again soon, about ${day(when)}`;
}

/** `freshness over 2,079 methods, all scored`. */
export function ledgerSample({ freshness }: Standing): string | null {
  if (freshness.kind === 'unknown') return null;
  const { units, scored } = freshness.after;
  if (units === 0) return null;
  return `freshness over ${count(units, 'method')}, ${scored === units ? 'all scored' : `${grouped(String(scored))} of them scored`}`;
}

/** One line on the model: what it is and what it has learned. */
export function modelLine(model: ModelCard | null, quote: Quote): string | null {
  if (model === null) return null;
  const { trainedAt, recipe, baseModel, baseline } = model;
  const name = quote(modelName(model));
  const counted = trainedAt?.units != null && trainedAt.files != null;
  const learned = counted ? `${count(trainedAt.units, 'method')} of ${count(trainedAt.files, 'file')}` : null;
  const then =
    baseline === null
      ? ''
      : `, mean similarity ${baseline.similarity.toFixed(3)} over ${count(baseline.methods, 'method')} when trained`;
  if (isEmbedded(model) && !isShadow(model)) {
    return `${name}: the embedded model, which remembers ${learned ?? 'the code'} and asks no server${then}`;
  }
  const made = [
    ...(baseModel === null ? [] : [`made from ${quote(baseModel)}`]),
    ...(recipe?.epochs == null ? [] : [count(recipe.epochs, 'epoch')]),
    ...(learned === null ? [] : [`trained on ${learned}`]),
  ];
  return `${name}${made.length === 0 ? '' : `: ${made.join(', ')}`}${then}`;
}

/** A day as it is kept; anything else is none. */
function day(text: string): string {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? 'an unknown day';
}

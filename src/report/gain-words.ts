// What a measured gain says, in sentences and cells that the surfaces share.

import type { GainEstimate, Interval } from '../core/gain.ts';
import type { GainReport, GainSummary } from '../core/report.ts';
import { isShadow, modelInWords } from './model-words.ts';
import { count, grouped, NO_VALUE, share } from './words.ts';

export function gainHeadings({ model }: GainSummary): string[] {
  const compared = isShadow(model) ? 'shadow' : 'in use';
  return ['changes', compared, 'anew', 'gain', '95 % interval', 'closer', 'farther', 'equal'];
}

/** `+5.0`: a difference of similarities in points, a hundredth each. */
export function points(value: number | null): string {
  if (value === null) return NO_VALUE;
  const digits = (value * 100).toFixed(1);
  if (Number(digits) === 0) return '0.0';
  return value > 0 ? `+${digits}` : digits;
}

export function intervalWords(interval: Interval | null): string {
  return interval === null ? NO_VALUE : `${points(interval.low)} to ${points(interval.high)}`;
}

/** The rows of the table: all changes, then its two parts where there are both. */
export function gainRows({ all, modified, added }: GainSummary): { label: string; cells: string[] }[] {
  const parts =
    modified.changes > 0 && added.changes > 0 ? [row('  code there before', modified), row('  new code', added)] : [];
  return all.changes === 0 ? [] : [row('all', all), ...parts];
}

function row(label: string, estimate: GainEstimate): { label: string; cells: string[] } {
  const { changes, inUse, fresh, gain, interval, helped, hurt, same } = estimate;
  const counts = [helped, hurt, same].map((number) => grouped(String(number)));
  const numbers = [share(inUse), share(fresh), points(gain), intervalWords(interval)];
  return { label, cells: [grouped(String(changes)), ...numbers, ...counts] };
}

export function gainHeadline({ all, statement, unasked }: GainSummary): string {
  switch (statement.kind) {
    case 'would-help':
      return 'Training again would help';
    case 'would-not-help':
      return 'Training again would not help';
    case 'unsure':
      return all.changes === 0 && unasked === undefined
        ? 'No code changed'
        : 'Unsure whether training again would help';
    default:
      return statement satisfies never;
  }
}

/** Why the headline says what it says. */
export function gainSentence({ all, statement, policy, model, unasked }: GainSummary): string {
  if (all.changes === 0 && unasked !== undefined) return 'No change was asked for.';
  if (all.changes === 0 || all.gain === null)
    return 'In this window no method got new code that a model could be asked for.';
  const sample = `${count(all.changes, 'change')} in ${count(all.commits, 'commit')}`;
  const interval = all.interval === null ? '' : ` (95 % interval ${intervalWords(all.interval)})`;
  const comparedWith = isShadow(model) ? 'the shadow of the one in use' : 'the one in use';
  const found = `On ${sample} a model trained just before each came ${closer(all.gain)} than ${comparedWith}${interval}`;
  switch (statement.kind) {
    case 'would-help':
      return `${found}.`;
    case 'would-not-help':
      return `${found}: less than the ${points(policy.leastGain).replace('+', '')} points that the policy asks for.`;
    case 'unsure':
      return `${found}. ${unsureWords(statement.reason, policy.leastChanges)}`;
    default:
      return statement satisfies never;
  }
}

function closer(gain: number): string {
  const size = points(Math.abs(gain)).replace('+', '');
  if (size === '0.0') return 'no closer';
  return gain > 0 ? `${size} points closer` : `${size} points less close`;
}

function unsureWords(reason: 'too-few-changes' | 'too-few-commits' | 'interval-too-wide', least: number): string {
  switch (reason) {
    case 'too-few-changes':
      return `That is too little to go by: it takes ${count(least, 'change')}, so look at a longer window.`;
    case 'too-few-commits':
      return 'One commit is one piece of work and tells nothing of the next: look at a longer window.';
    case 'interval-too-wide':
      return 'The interval leaves it open: look at a longer window.';
    default:
      return reason satisfies never;
  }
}

/** The window, the model in use and the trainings: what the numbers rest on. `quote` makes a revision fit its surface. */
export function gainBasis(report: GainSummary, quote = (text: string) => text): string[] {
  const { window, fresh, model } = report;
  const dates = window.from === null ? '' : `, ${window.from} to ${window.until}`;
  const commits = `${count(window.commits, 'commit')} on the line of first parents, ${grouped(String(window.commitsWithCode))} with code`;
  return [
    `window: ${windowWords(report)}${dates}; ${commits}`,
    ...(model === null
      ? []
      : [`${isShadow(model) ? 'instead of the model in use' : 'in use'}: ${modelWords(report, quote)}`]),
    ...(fresh.trainings === 0 ? [] : [`anew: the embedded model, trained ${trainingsWords(fresh)}`]),
    ...failureWords(report),
  ];
}

function windowWords({ window: { days, limit } }: GainSummary): string {
  const all = `the last ${count(days, 'day')}`;
  switch (limit) {
    case 'days':
      return all;
    case 'training':
      return `of ${all} those since the model in use was trained`;
    case 'shallow-clone':
      return `of ${all} what this shallow clone holds`;
    case 'unknown-training':
      return `${all}, though the model in use may have learned some of these changes: nobody knows what it was trained on`;
    default:
      return limit satisfies never;
  }
}

function modelWords({ model, modelOrigin }: GainSummary, quote: (text: string) => string): string {
  if (model === null) return '';
  const words = modelInWords(model, quote);
  switch (modelOrigin) {
    case 'kept':
      return words;
    case 'made-at-revision':
      return `${words}, made for this report`;
    case 'made-at-window-start':
      return `${words}, made for this report where the window begins, for no model is kept here`;
    default:
      return modelOrigin satisfies never;
  }
}

function trainingsWords({ trainings, commitsBehind, daysBehind }: GainReport['fresh']): string {
  const times = trainings === 1 ? 'once' : `${grouped(String(trainings))} times`;
  if (commitsBehind === 0)
    return trainings === 1 ? 'once, right before the change' : `${times}, each time right before the change`;
  return `${times}, at most ${count(commitsBehind, 'commit')} with code and ${count(Math.ceil(daysBehind), 'day')} before the change`;
}

function failureWords({ all: { changes, inUseFailed, freshFailed }, model }: GainSummary): string[] {
  if (inUseFailed + freshFailed === 0) return [];
  const by = isShadow(model) ? 'the shadow' : 'the model in use';
  const failed = `${grouped(String(inUseFailed))} by ${by}, ${grouped(String(freshFailed))} by the one trained anew`;
  return [`failed, of ${count(changes, 'change')}, and measured as stubs: ${failed}`];
}

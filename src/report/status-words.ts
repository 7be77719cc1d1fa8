// A status in sentences that every surface shares: the verdict first, then what it rests on.

import type { StandingLedger, StatusReport, Unmeasured } from '../core/report.ts';
import { unaskedSentence } from './asking-words.ts';
import { forecastWords, meanMonthWords, passedOverWords, survivalWords } from './drift-words.ts';
import { freshnessSentence } from './freshness-words.ts';
import { gainBasis, gainHeadline, gainSentence } from './gain-words.ts';
import type { Quote } from './recommendation-words.ts';
import { count, grouped, list, modelName, shortRevision, trainedAt } from './words.ts';

/** The verdict, and whose it is where it is not that of the model in use. */
export function statusHeadline({ ledger, model }: StatusReport): string {
  if (ledger === null) return 'Freshness unknown: the model has no ledger';
  const verdict = `${freshnessSentence(ledger, ledger.answers === 'own' ? model : null)}${methodWords(ledger)}`;
  return ledger.answers === 'own' ? verdict : `The model before this one has ${uncapitalized(verdict)}`;
}

/** Its sample, and how old it is where the ledger lags behind. */
function methodWords({ units, scored, commitsBehind }: StandingLedger): string {
  if (units === 0) return '';
  const which = scored === units ? 'all scored' : `${grouped(String(scored))} of them scored`;
  const behind = commitsBehind === null || commitsBehind === 0 ? '' : `, as of ${count(commitsBehind, 'commit')} ago`;
  return ` (${count(units, 'method')}, ${which}${behind})`;
}

function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function uncapitalized(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

/** Whose ledger answers, where it is not the model's own. */
export function predecessorSentences({ ledger }: StatusReport, quote: Quote): string[] {
  if (ledger === null || ledger.answers === 'own') return [];
  const whose = `${quote(modelName(ledger.model))}, ${trainedAt(ledger, quote)}`;
  return [
    `The model in use has no ledger that is scored enough, so that of the model before it answers: ${whose}. These figures are that model’s.`,
  ];
}

/** Where the ledger stands, and what to do where that is behind. */
export function ledgerSentences({ ledger, at }: StatusReport, quote: Quote): string[] {
  if (ledger === null) return [];
  const { standsAt, commitsBehind } = ledger;
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(standsAt.committedAt ?? '') ?? [];
  const place = `The ledger stands at ${quote(shortRevision(standsAt.revision))}${day === undefined ? '' : ` of ${day}`}`;
  // only the model in use can be asked to score
  const next = ledger.answers === 'own' ? `: ${quote('palimpsest update')} brings it on` : '';
  if (standsAt.revision === at.revision) return [];
  if (commitsBehind === null) return [`${place}, which this clone does not hold${next}.`];
  if (commitsBehind === 0) return [`${place}, which is later.`];
  return [`${place}, ${count(commitsBehind, 'commit')} behind${next}.`];
}

/** `Trained 93 days and 412 commits before.` */
export function ageSentence({ age: { days, commits } }: StatusReport): string {
  const known = [
    ...(days === null ? [] : [count(days, 'day')]),
    ...(commits === null ? [] : [`${count(commits, 'commit')} of the line of first parents`]),
  ];
  return known.length === 0 ? 'Not known.' : `${list(known)} since training.`;
}

/** Whether training again would help, and over which changes that was measured. */
export function gainSentences(report: StatusReport): string[] {
  const { gain } = report;
  if (gain === null) return [unmeasuredWords('gain', report)];
  const [window] = gainBasis(gain);
  const unasked = unaskedSentence(gain);
  return [
    `${gainHeadline(gain)}. ${gainSentence(gain)}`,
    ...(unasked === null ? [] : [`${unasked}.`]),
    ...(window === undefined ? [] : [`${capitalized(window)}.`]),
  ];
}

export function driftSentences(report: StatusReport): string[] {
  const { drift } = report;
  if (drift === null) return [unmeasuredWords('drift', report)];
  return [meanMonthWords(drift), ...survivalWords(drift).slice(0, 1), ...passedOverWords(drift)];
}

/** When freshness reaches the line; or why nobody can tell. */
export function forecastSentences({ drift, ledger, model }: StatusReport): string[] {
  if (drift === null) return ['Not made: it is part of the drift.'];
  if (drift.forecast !== null) return forecastWords(drift.forecast, model);
  if (ledger === null || ledger.answers === 'predecessor') return ['Not made: it stands on the model’s own ledger.'];
  return ['Not made: it takes entries of the ledger on three days at least, one an update.'];
}

function unmeasuredWords(what: Unmeasured['what'], { unmeasured }: StatusReport): string {
  const reason = unmeasured.find((one) => one.what === what)?.reason ?? 'not-asked';
  switch (reason) {
    case 'not-asked':
      return 'Not measured, as asked.';
    case 'shallow-clone':
      return 'Not measured: this shallow clone begins within the months that were asked for.';
    case 'no-source-files':
      return 'Not measured: there is no main source.';
    default:
      return reason satisfies never;
  }
}

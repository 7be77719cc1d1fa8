// What to do with a model, and why, in the words that every surface shares.

import type { Recommendation, RecommendationReason } from '../core/recommendation.ts';
import type { StatusReport } from '../core/report.ts';
import { points } from './gain-words.ts';
import { isShadow } from './model-words.ts';
import { count, percent, shortRevision } from './words.ts';

/** Makes a command or a name fit its surface. */
export type Quote = (text: string) => string;

/** `retrain soon (about 2027-02-12)`; what a shadow tells of another model says so. */
export function recommendationWords({ recommendation, model }: StatusReport): string {
  return `${adviceWords(recommendation)}${isShadow(model) ? ', going by its shadow' : ''}`;
}

function adviceWords({ kind, day }: Recommendation): string {
  switch (kind) {
    case 'keep':
      return 'keep the model';
    case 'retrain-soon':
      return day === null ? 'retrain soon' : `retrain soon (about ${day})`;
    case 'retrain-now':
      return 'retrain now';
    default:
      return kind satisfies never;
  }
}

/** Why, the reason that decided first. */
export function reasonSentences(report: StatusReport, quote: Quote): string[] {
  return report.recommendation.reasons.map((reason) => reasonWords(reason, report, quote));
}

function reasonWords(reason: RecommendationReason, report: StatusReport, quote: Quote): string {
  const freshness = isShadow(report.model) ? 'the shadow’s freshness' : 'freshness';
  const line = `the line${report.ledger === null ? '' : ` of ${percent(report.ledger.line)}`}`;
  switch (reason) {
    case 'stale':
      return `${freshness} is below ${line}`;
    case 'crossing-forecast':
      return crossingWords(report, line, quote);
    case 'near-line':
      return `${freshness} is near ${line}, and there is no forecast to go by`;
    case 'fresh':
      return `${freshness} is not below ${line}`;
    case 'freshness-unknown':
      return unknownWords(report, quote);
    case 'gain-worth-it':
      return `training again would help: ${gainWords(report)}`;
    case 'gain-too-small':
      return report.recommendation.reasons.includes('stale')
        ? `training again would help little: ${gainWords(report)}. Rather look at the line again, ${quote('freshness.line')} in the settings file`
        : `training again would help little: ${gainWords(report)}`;
    case 'gain-unknown':
      return report.gain === null
        ? 'whether training again would help was not measured'
        : `whether training again would help cannot be told from ${count(report.gain.all.changes, 'change')}`;
    default:
      return reason satisfies never;
  }
}

function gainWords({ gain }: StatusReport): string {
  return gain === null ? '' : `${points(gain.all.gain)} points on ${count(gain.all.changes, 'change')}`;
}

function crossingWords({ drift, recommendation }: StatusReport, line: string, quote: Quote): string {
  const forecast = drift?.forecast ?? null;
  const day = forecast?.kind === 'expected' ? forecast.day : recommendation.day;
  return day !== null && recommendation.day !== null && day < recommendation.day
    ? `freshness was forecast to reach ${line} about ${day}, which has passed: ${quote('palimpsest update')} tells`
    : `freshness is forecast to reach ${line} about ${day}`;
}

/** What is not known, and what to do to know it. */
function unknownWords({ ledger, model }: StatusReport, quote: Quote): string {
  if (model.trainedAt === null) {
    return 'its freshness is not known, and cannot be: nobody knows what it was trained on';
  }
  const fill = `palimpsest evaluate --protocol in-place --revision ${shortRevision(model.trainedAt.revision)}`;
  if (ledger === null) {
    return `its freshness is not known, for it has no ledger: begin one with ${quote(fill)}, or train with ${quote('palimpsest train --evaluate')}`;
  }
  if (ledger.answers === 'predecessor') {
    return `its own freshness is not known yet: fill its ledger with ${quote(fill)}`;
  }
  if (ledger.verdict.reason === 'sample-too-small') {
    return `its freshness is not known well enough: score more methods with ${quote(`${fill} --sample N`)}, then ${quote('palimpsest update')}`;
  }
  return 'its freshness cannot be told: there is nothing to compare with the day of training';
}

// Freshness in words: the same sentences and the same rounding on every surface.

import type { Estimate } from '../core/estimate.ts';
import type { Freshness, FreshnessPartName } from '../core/freshness.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { LedgerSummary, UpdateReport } from '../core/report.ts';
import { GO_ON } from './asking-words.ts';
import { isShadow, theModel } from './model-words.ts';
import { count, grouped, NO_VALUE, percent, share } from './words.ts';

export const FRESHNESS_PARTS: readonly FreshnessPartName[] = ['unchanged', 'modified', 'new', 'deleted'];

/** `97.2 %`, or `97.2 % ± 1.1`; what is not all never prints as 100.0 %. */
export function freshnessPercent({ value, margin }: Estimate): string {
  return `${tenths(shownTenths(value))} %${margin === null ? '' : ` ± ${(margin * 100).toFixed(1)}`}`;
}

/** Tenths of a percent, as they are shown. */
function shownTenths(value: number): number {
  const rounded = Math.round(value * 1000);
  if (rounded === 1000 && Math.abs(value - 1) > ROUNDING_NOISE) return value < 1 ? 999 : 1001;
  return rounded;
}

/** Sums of floating point numbers go astray by less. */
const ROUNDING_NOISE = 1e-9;

/** The points of each part to one decimal, rounded so that they add up to what is shown as freshness. */
export function shownPoints({ value, parts }: Freshness): Record<FreshnessPartName, string> {
  const exact = FRESHNESS_PARTS.map((name) => parts[name].points * 10);
  const shown = exact.map(Math.floor);
  let left = shownTenths(value) - 1000 - shown.reduce((sum, tenth) => sum + tenth, 0);
  const rest = (index: number) => (exact[index] ?? 0) - (shown[index] ?? 0);
  for (const index of [...exact.keys()].sort((a, b) => rest(b) - rest(a))) {
    if (left <= 0) break;
    shown[index] = (shown[index] ?? 0) + 1;
    left--;
  }
  const word = (index: number) => {
    const tenth = shown[index] ?? 0;
    return tenth > 0 ? `+${tenths(tenth)}` : tenths(tenth);
  };
  return { unchanged: word(0), modified: word(1), new: word(2), deleted: word(3) };
}

function tenths(number: number): string {
  return (number / 10).toFixed(1).replace(/^-0\.0$/, '0.0');
}

/** `Freshness 97.2 %: fresh, not below the line of 90 %`; a shadow's is `Freshness (shadow) …`. */
export function freshnessSentence(summary: LedgerSummary, model: ModelCard | null = null): string {
  const said = sentenceOf(summary);
  return isShadow(model) ? said.replace(/^Freshness/, '$& (shadow)').replace('the model', theModel(model)) : said;
}

function sentenceOf({ freshness, verdict, line }: LedgerSummary): string {
  const value = freshness === null ? NO_VALUE : freshnessPercent(freshness);
  switch (verdict.kind) {
    case 'fresh':
      return `Freshness ${value}: fresh, not below the line of ${percent(line)}`;
    case 'stale':
      return `Freshness ${value}: stale, below the line of ${percent(line)}`;
    case 'unknown':
      return unknownSentence(verdict.reason, value, line);
    default:
      return verdict satisfies never;
  }
}

function unknownSentence(reason: UnknownReason, value: string, line: number): string {
  switch (reason) {
    case 'no-units':
      return 'Freshness unknown: no method is left';
    case 'knew-nothing':
      return 'Freshness unknown: the model wrote nothing right on the day of training';
    case 'sample-too-small':
      return `Freshness ${value}: unknown, the sample is too small to tell on which side of ${percent(line)} it lies`;
    default:
      return reason satisfies never;
  }
}

type UnknownReason = Extract<LedgerSummary['verdict'], { kind: 'unknown' }>['reason'];

/** `Mean similarity 0.89 over 2,079 methods; on the day of training 0.91 over 2,060`. */
export function meansSentence({ now, baseline, units, scored, failed }: LedgerSummary): string {
  const unscored = scored === units ? '' : `, ${grouped(String(scored))} of them scored`;
  const failures = failed === 0 ? '' : `, ${grouped(String(failed))} failed and counted as stubs`;
  const today = now === null ? NO_VALUE : shareWithMargin(now);
  return `Mean similarity ${today} over ${count(units, 'method')}${unscored}${failures}; on the day of training ${shareWithMargin(baseline)} over ${grouped(String(baseline.units))}`;
}

function shareWithMargin({ value, margin }: Estimate): string {
  return `${share(value, 3)}${margin === null ? '' : ` ± ${margin.toFixed(3)}`}`;
}

/** What the update did, and how it came there. */
export function updateSentence(report: UpdateReport, revision: (label: UpdateReport['from']) => string): string {
  const { units, route, from, to } = report;
  switch (route) {
    case 'already-there':
      return `The ledger stands at ${revision(to)} already`;
    case 'already-later':
      return `The ledger stands at ${revision(to)}, which is later; it was left there`;
    case 'budget-spent':
      return `The ledger was left at ${revision(to)}: ${unaskedWords(report)}`;
    case 'by-difference':
      return `Scored ${count(units.scored, 'method')}; ${tally(units)}. Before, the ledger stood at ${revision(from)}`;
    case 'by-body':
      return `Scored ${count(units.scored, 'method')}; ${tally(units)}. Before, the ledger stood at ${revision(from)}, which this clone does not hold: methods were told by their bodies`;
    default:
      return route satisfies never;
  }
}

function unaskedWords({ unasked = [], methods }: UpdateReport): string {
  const all = unasked.length + methods.length;
  return `the budget is spent, and ${grouped(String(unasked.length))} of the ${count(all, 'method')} to score ${unasked.length === 1 ? 'was' : 'were'} not asked for. ${GO_ON}`;
}

function tally({ kept, moved, deleted }: UpdateReport['units']): string {
  const others = [
    `${grouped(String(kept))} kept their score`,
    ...(moved === 0 ? [] : [`${grouped(String(moved))} kept it in another place`]),
    ...(deleted === 0 ? [] : [`${grouped(String(deleted))} left`]),
  ];
  return others.join(', ');
}

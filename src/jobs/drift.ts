// How fast the code moves, from git's history alone: no model is asked.

import type { Churn } from '../core/churn.ts';
import type { DriftMonth, Survival, TrainedRevisionPassedOver } from '../core/drift.ts';
import { type FreshnessPoint, forecastCrossing } from '../core/forecast.ts';
import { fitHalfLife } from '../core/half-life.ts';
import { endOf, endsAfter, type HistoryWindow, type Since, windowOf } from '../core/history-window.ts';
import type { ModelCard } from '../core/model-card.ts';
import { type LineCommit, type MonthEnd, monthEnds } from '../core/month-ends.ts';
import { monthName } from '../core/months.ts';
import { type DriftReport, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import { projectYear } from '../core/yearly-drift.ts';
import { ExpectedFailure } from '../errors.ts';
import type { FirstParentLine, HistoryReader, Language, Progress, RepositoryReader, Revision } from '../ports.ts';
import { type MeasuredChurn, measureChurn } from './measure-churn.ts';
import { type MeasuredSurvival, measureSurvival } from './measure-survival.ts';
import { noSources } from './train.ts';

export interface DriftInput {
  readonly history: HistoryReader;
  readonly until: Revision;
  readonly since: Since;
  /** The model that the project has, if any. */
  readonly model?: ModelCard | null;
  /** Where the model was trained, which is where survival starts; `missing` where the clone does not hold that commit. */
  readonly trainedAt: Revision | 'missing' | null;
  /** The ledger's entries since then, and the policy's line. */
  readonly freshness: { readonly history: readonly FreshnessPoint[]; readonly line: number } | null;
  readonly language: Language;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export async function drift(input: DriftInput): Promise<DriftReport> {
  const { history, until, since, language, progress, signal, freshness } = input;
  const line = await history.firstParents(until);
  const ends = monthEnds(line.commits);
  const window = windowOf(ends, since);
  refuseCutOff(line, window);
  const churn = await measureChurn({ history, window, extensions: language.extensions, progress, signal });
  if (churn.size.files === 0 && churn.packages.length === 0) throw noSources(until.name);

  const { origin, passedOver } = await chooseOrigin(input, line, ends, window, churn);
  const measured =
    origin &&
    (await measureSurvival({ history, origin: origin.commit, ends: origin.ends, language, progress, signal }));
  const last = window.months.at(-1);
  const months = window.months.map((end, index) => {
    const place = origin?.ends.indexOf(end) ?? -1;
    return monthOfDrift(end, churn.months[index], end !== last, measured?.standing[place] ?? null);
  });
  const wholeShares = months.flatMap(({ whole, share }) => (whole && share !== null ? [share] : []));
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'drift',
    until: { name: until.name, revision: until.hash },
    model: input.model ?? null,
    months,
    size: churn.size,
    yearly: projectYear(wholeShares),
    survival: origin && measured && survivalOf(origin, measured),
    trainedRevisionPassedOver: passedOver,
    packages: churn.packages,
    forecast: freshness && forecastCrossing(freshness.history, freshness.line),
    leftOut: measured?.leftOut ?? [],
    notes: measured?.notes ?? [],
  };
}

/** A model may have been trained on a commit that this clone never had, or has no more. */
export async function trainedRevision(
  { trainedAt }: ModelCard,
  repository: RepositoryReader,
): Promise<DriftInput['trainedAt']> {
  if (trainedAt === null) return null;
  return repository.resolve(trainedAt.revision).catch(() => 'missing' as const);
}

function refuseCutOff({ cutOff, commits }: FirstParentLine, { base }: HistoryWindow): void {
  const [oldest] = commits;
  if (!cutOff || base !== null || oldest === undefined) return;
  throw new ExpectedFailure(
    'shallow-clone',
    `this shallow clone begins on ${day(oldest.committedAt)}, within the months that were asked for`,
    'Fetch the history with `git fetch --unshallow`, or ask for less with --since.',
  );
}

function monthOfDrift(
  { month, commit, commits }: MonthEnd,
  churn: Churn | undefined,
  whole: boolean,
  standing: DriftMonth['standing'],
): DriftMonth {
  const figures = churn ?? { lines: 0, added: 0, deleted: 0, files: 0, share: null };
  return { month: monthName(month), revision: commit.hash, whole, commits, ...figures, standing };
}

interface Origin {
  readonly kind: Survival['origin'];
  readonly commit: LineCommit;
  /** When that state was reached, in seconds since 1970. */
  readonly at: number;
  /** The month ends after it, and when each is reached. */
  readonly ends: readonly MonthEnd[];
  readonly reachedAt: readonly number[];
}

/** The trained revision where there is one; else the start of the window, or the first month that ends with main sources. */
async function chooseOrigin(
  { history, trainedAt }: DriftInput,
  { commits }: FirstParentLine,
  ends: readonly MonthEnd[],
  window: HistoryWindow,
  churn: MeasuredChurn,
): Promise<{ origin: Origin | null; passedOver: TrainedRevisionPassedOver | null }> {
  const last = window.months.at(-1);
  if (last === undefined) return { origin: null, passedOver: null };
  const from = (kind: Origin['kind'], commit: LineCommit, at: number, later: readonly MonthEnd[]): Origin => {
    return { kind, commit, at, ends: later, reachedAt: later.map((end) => endOf(end, last)) };
  };
  const trained =
    trainedAt === null || trainedAt === 'missing' ? undefined : (await history.firstParents(trainedAt)).commits.at(-1);
  const later = trained === undefined ? [] : endsAfter(trained, ends, commits);
  if (trained !== undefined && later.length > 0) {
    return { origin: from('trained', trained, trained.committedAt, later), passedOver: null };
  }
  const passedOver =
    trainedAt === null ? null : trained === undefined ? ('not-in-clone' as const) : ('later-than-history' as const);
  const states = [...(window.base === null ? [] : [window.base]), ...window.months];
  const sizes = [...(window.base === null ? [] : [churn.months[0]?.lines ?? 0]), ...sizesAfter(churn)];
  const first = states[sizes.findIndex((lines) => lines > 0)];
  if (first === undefined) return { origin: null, passedOver };
  const after = window.months.filter(({ month }) => month > first.month);
  return { origin: from('start', first.commit, endOf(first, last), after), passedOver };
}

/** Lines of main source at the end of each month. */
function sizesAfter({ months, size }: MeasuredChurn): number[] {
  return months.map((_, index) => months[index + 1]?.lines ?? size.lines);
}

function survivalOf({ kind, commit, at, reachedAt }: Origin, { files, start, standing }: MeasuredSurvival): Survival {
  const halfLife = (of: 'lines' | 'methods') =>
    start[of] === 0
      ? null
      : fitHalfLife(
          standing.map((now, index) => ({
            age: monthsBetween(at, reachedAt[index] ?? at),
            share: now[of] / start[of],
          })),
        );
  return {
    origin: kind,
    revision: commit.hash,
    committedAt: new Date(commit.committedAt * 1000).toISOString(),
    files,
    ...start,
    linesHalfLife: halfLife('lines'),
    methodsHalfLife: halfLife('methods'),
  };
}

const MONTH_SECONDS = 30.4375 * 86_400;

function monthsBetween(from: number, to: number): number {
  return Math.max(0, (to - from) / MONTH_SECONDS);
}

function day(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}

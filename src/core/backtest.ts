// What a backtest finds: one model followed over real history, and what each line would have asked for.

import type { BacktestState } from './backtest-states.ts';
import { type AnewState, asksForTraining, pairChanges, type WalkPoint } from './backtest-walk.ts';
import type { Estimate } from './estimate.ts';
import type { Freshness } from './freshness.ts';
import { estimateGain, type GainPolicy, type GainRow, type GainStatement, type Interval, stateGain } from './gain.ts';

/** How much closer one model came to some changes than another. */
export interface BacktestGain {
  /** Changed methods, and the states at which they were found. */
  readonly changes: number;
  readonly states: number;
  /** In similarity; `null` without changes. */
  readonly gain: number | null;
  /** 95 %, over states; `null` for fewer than two. */
  readonly interval: Interval | null;
  readonly statement: GainStatement;
}

export interface BacktestPoint {
  readonly revision: string;
  /** ISO 8601; where dates go back along the line, that of the commit before it. */
  readonly committedAt: string;
  readonly units: number;
  /** Methods scored for this state. */
  readonly scored: number;
  /** `null` where no method is left. */
  readonly freshness: Freshness | null;
  /** Mean similarity over all methods. */
  readonly similarity: Estimate | null;
  /**
   * By how much a model trained at the state before each change came closer than the one in use, over the changes of the
   * window that ends here, those since the model in use was trained.
   */
  readonly gain: BacktestGain;
}

export interface BacktestTraining {
  readonly revision: string;
  readonly committedAt: string;
  /** Days since the training before. */
  readonly days: number;
  /** The freshness that asked for it, and the gain of the window at that moment, as a team would have seen it. */
  readonly freshness: number;
  readonly gain: BacktestGain;
  /** What it brought: by how much the new model came closer than the old one, over the changes until the next training. */
  readonly brought: BacktestGain;
}

/** What came of training again below a line; means are over time. */
export interface BacktestOutcome {
  /** `null`: never trained again. */
  readonly line: number | null;
  readonly trainings: readonly BacktestTraining[];
  /** Freshness at every state, and once more, of the new model, at those where one was trained. */
  readonly course: readonly { readonly committedAt: string; readonly freshness: number | null }[];
  readonly meanFreshness: number | null;
  readonly meanSimilarity: number | null;
  /** At any state, before it was trained again. */
  readonly lowestFreshness: number | null;
  /** What is left to gain: by how much one trained at the state before each change came closer, over all changes. */
  readonly gain: BacktestGain;
  /** Methods scored where a training began its ledger, and on the way. */
  readonly scored: number;
}

/** The walk of one model, or a part of it, without a gap. */
export type Leg = readonly WalkPoint[];

/** A part of a policy's way: one model from its training to the state at which the next one takes over. */
export interface Stage {
  readonly leg: Leg;
  /** The model that it took over from, at the same states; `null` for the first. */
  readonly outgoing: Leg | null;
}

export interface BacktestData {
  readonly states: readonly BacktestState[];
  /** By their place in the plan. */
  readonly anew: readonly (AnewState | undefined)[];
  readonly windowDays: number;
  readonly policy: GainPolicy;
}

const SECONDS_A_DAY = 86_400;

/** The points of one walk, as a report shows them. */
export function pointsOf(leg: Leg, data: BacktestData): BacktestPoint[] {
  const rows = leg.map((point) => rowsAt(point, data));
  return leg.map((point, index) => ({
    ...momentOf(point, data),
    units: point.units,
    scored: point.scored,
    freshness: point.freshness,
    similarity: point.now,
    gain: windowGain(leg, rows, index, data),
  }));
}

/** Each stage but the last ends at the state at which the next begins. */
export function outcomeOf(line: number | null, stages: readonly Stage[], data: BacktestData): BacktestOutcome {
  const legs = stages.map(({ leg }) => leg);
  const freshness = legs.flatMap((leg) => leg.map((point) => point.freshness?.value ?? null));
  const known = freshness.filter((value) => value !== null);
  const scored = legs.flat().reduce((sum, point) => sum + point.scored, 0);
  const rows = legs.flatMap((leg) => leg.flatMap((point) => rowsAt(point, data)));
  return {
    line,
    trainings:
      line === null ? [] : stages.flatMap(({ leg }, index) => trainingAfter(leg, stages[index + 1], line, data)),
    course: legs.flatMap((leg) => leg.map((point) => courseOf(point, data))),
    meanFreshness: meanOverTime(legs, ({ freshness }) => freshness?.value ?? null, data),
    meanSimilarity: meanOverTime(legs, ({ now }) => now?.value ?? null, data),
    lowestFreshness: known.length === 0 ? null : Math.min(...known),
    gain: gainOver(rows, data.policy),
    scored,
  };
}

function trainingAfter(leg: Leg, next: Stage | undefined, line: number, data: BacktestData): BacktestTraining[] {
  const [first, last] = [leg[0], leg.at(-1)];
  if (first === undefined || last === undefined || last.freshness === null || !asksForTraining(last, line)) return [];
  const rows = leg.map((point) => rowsAt(point, data));
  return [
    {
      ...momentOf(last, data),
      days: (timeOf(last, data) - timeOf(first, data)) / SECONDS_A_DAY,
      freshness: last.freshness.value,
      gain: windowGain(leg, rows, leg.length - 1, data),
      brought: gainOver(next === undefined ? [] : replacedRows(next, data), data.policy),
    },
  ];
}

/** The changes of a stage, by the model that left and by the one that came. */
function replacedRows({ leg, outgoing }: Stage, { states, anew }: BacktestData): GainRow[] {
  return leg.flatMap(({ at, scores }, index) => {
    const [state, old] = [states[at], outgoing?.[index]];
    return state === undefined || old === undefined ? [] : pairChanges(anew[at], old.scores, scores, state);
  });
}

/**
 * Between two states a figure is taken to move in a straight line, and a training takes effect at once; so the mean is
 * the area under these lines ÷ the time. Of states without time between them it is the plain mean.
 */
function meanOverTime(
  legs: readonly Leg[],
  figureOf: (point: WalkPoint) => number | null,
  data: BacktestData,
): number | null {
  let [area, time] = [0, 0];
  for (const leg of legs) {
    for (const [index, point] of leg.entries()) {
      const before = leg[index - 1];
      const [from, to] = [before === undefined ? null : figureOf(before), figureOf(point)];
      if (before === undefined || from === null || to === null) continue;
      const seconds = timeOf(point, data) - timeOf(before, data);
      area += ((from + to) / 2) * seconds;
      time += seconds;
    }
  }
  if (time > 0) return area / time;
  const values = legs.flat().flatMap((point) => figureOf(point) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Over the states within the window before a point: every one of the leg lies after its training. */
function windowGain(leg: Leg, rows: readonly (readonly GainRow[])[], index: number, data: BacktestData): BacktestGain {
  const end = leg[index];
  const start = end === undefined ? 0 : timeOf(end, data) - data.windowDays * SECONDS_A_DAY;
  const within = leg.slice(0, index + 1).flatMap((point, at) => (timeOf(point, data) < start ? [] : (rows[at] ?? [])));
  return gainOver(within, data.policy);
}

function gainOver(rows: readonly GainRow[], policy: GainPolicy): BacktestGain {
  const estimate = estimateGain(rows);
  const { changes, commits, gain, interval } = estimate;
  return { changes, states: commits, gain, interval, statement: stateGain(estimate, policy) };
}

function rowsAt(point: WalkPoint, { states, anew }: BacktestData): GainRow[] {
  const state = states[point.at];
  const by = anew[point.at];
  return state === undefined || by === undefined ? [] : pairChanges(by, point.scores, by.changes, state);
}

function momentOf(point: WalkPoint, data: BacktestData): { revision: string; committedAt: string } {
  const committedAt = new Date(timeOf(point, data) * 1000).toISOString();
  return { revision: data.states[point.at]?.revision ?? '', committedAt };
}

function courseOf(point: WalkPoint, data: BacktestData): BacktestOutcome['course'][number] {
  return { committedAt: momentOf(point, data).committedAt, freshness: point.freshness?.value ?? null };
}

function timeOf({ at }: WalkPoint, { states }: BacktestData): number {
  return states[at]?.reachedAt ?? 0;
}

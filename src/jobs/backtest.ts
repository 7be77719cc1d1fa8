// Replaying real history: how fresh one model stays, and what each line would have asked for.

import {
  type BacktestData,
  type BacktestOutcome,
  type Leg,
  outcomeOf,
  pointsOf,
  type Stage,
} from '../core/backtest.ts';
import { type BacktestState, type Every, stretchesOf } from '../core/backtest-states.ts';
import type { AnewState, BacktestPlan } from '../core/backtest-walk.ts';
import type { GainPolicy } from '../core/gain.ts';
import { type BacktestReport, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import type { SampleRequest } from '../core/strata.ts';
import { ExpectedFailure } from '../errors.ts';
import type { BacktestRunner, HistoryReader, Progress, RepositoryReader, Revision } from '../ports.ts';
import { replayedStates } from './replayed-states.ts';
import { SharedWalks } from './shared-walks.ts';

export interface BacktestInput {
  readonly repository: RepositoryReader;
  readonly history: HistoryReader;
  /** Where the model is trained: `until` itself, or an ancestor of it. */
  readonly trainAt: Revision;
  readonly until: Revision;
  readonly every: Every;
  /** In (0, 1], without duplicates. */
  readonly lines: readonly number[];
  /** What part of the methods is scored where a model is trained; `null` for all. */
  readonly sample: SampleRequest | null;
  /** Over which the gain is measured. */
  readonly windowDays: number;
  readonly policy: GainPolicy;
  readonly runnerOf: (plan: BacktestPlan) => BacktestRunner;
  readonly progress: Progress;
}

/** Throws an ExpectedFailure where there is nothing to replay, or nothing to know where the model is trained. */
export async function backtest(input: BacktestInput): Promise<BacktestReport> {
  const { repository, trainAt, until, every, sample, windowDays, policy, progress } = input;
  const states = await replayedStates(input);
  const runner = input.runnerOf({ project: await repository.identity(), states, sample });
  const lastState = states.length - 1;
  const lines = [...input.lines].sort((a, b) => a - b);
  progress.begin('replaying states', lastState * (2 + lines.length));
  const seen = () => progress.advance();
  const walks = new SharedWalks(runner, lastState);
  const [never, anew, ...ways] = await Promise.all([
    neverAgain(walks, trainAt, lastState, seen),
    anewOf(runner, states.length, seen),
    ...lines.map((line) => wayOf(line, walks, lastState, seen)),
  ]);
  progress.end();
  const data: BacktestData = { states, anew, windowDays, policy };
  const outcomes: BacktestOutcome[] = [
    outcomeOf(null, [{ leg: never, outgoing: null }], data),
    ...ways.map((stages, index) => outcomeOf(lines[index] ?? null, stages, data)),
  ];
  const moment = (state: BacktestState | undefined) => new Date((state?.reachedAt ?? 0) * 1000).toISOString();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'backtest',
    protocol: 'in-place',
    model: 'embedded',
    trainAt: { name: trainAt.name, revision: trainAt.hash },
    until: { name: until.name, revision: until.hash },
    every: every === 'merge' ? { count: 1, unit: 'merges' } : every,
    span: {
      states: states.length - 1,
      from: moment(states[0]),
      until: moment(states.at(-1)),
      days: ((states.at(-1)?.reachedAt ?? 0) - (states[0]?.reachedAt ?? 0)) / 86_400,
    },
    sample,
    windowDays,
    policy: { leastGain: policy.leastGain, leastChanges: policy.leastChanges },
    statesBehind: Math.max(0, ...anew.map((state) => state?.behind ?? 0)),
    points: pointsOf(never, data),
    outcomes,
  };
}

/** The one walk that goes to the end. */
async function neverAgain(walks: SharedWalks, trainAt: Revision, lastState: number, seen: () => void): Promise<Leg> {
  const leg = await walks.leg(0, { kind: 'state', at: lastState }, seen);
  if ((leg[0]?.units ?? 0) > 0) return leg;
  throw new ExpectedFailure(
    'no-source-files',
    `there are no methods in the main sources of ${trainAt.name}`,
    'Name a later revision with --train-at.',
  );
}

/** Models trained at the state before each change, by the place of the state that the change led to. */
async function anewOf(
  runner: BacktestRunner,
  states: number,
  seen: () => void,
): Promise<readonly (AnewState | undefined)[]> {
  const anew: (AnewState | undefined)[] = Array.from({ length: states });
  await Promise.all(
    stretchesOf(states).map(async ({ from, to }) => {
      for (const state of await runner.anew(from, to)) anew[state.at] = state;
      for (let at = from; at <= to; at++) seen();
    }),
  );
  return anew;
}

/**
 * Walk after walk: each from where the line asked for training again, and none where the history ends. The model that
 * was replaced is followed as long as the one that replaced it, to tell what the training brought.
 */
async function wayOf(line: number, walks: SharedWalks, lastState: number, seen: () => void): Promise<Stage[]> {
  const stages: Promise<Stage>[] = [];
  let from = 0;
  let replaced: number | null = null;
  do {
    const leg = await walks.leg(from, { kind: 'line', line }, seen);
    const stage = withOutgoing(leg, from, replaced, walks);
    stage.catch(() => {}); // it is awaited below, unless another step fails before
    stages.push(stage);
    replaced = from;
    from = leg.at(-1)?.at ?? lastState;
  } while (from < lastState);
  return Promise.all(stages);
}

async function withOutgoing(leg: Leg, from: number, replaced: number | null, walks: SharedWalks): Promise<Stage> {
  const end = leg.at(-1);
  if (replaced === null || end === undefined) return { leg, outgoing: null };
  const outgoing = await walks.leg(replaced, { kind: 'state', at: end.at }, () => {});
  return { leg, outgoing: outgoing.slice(from - replaced) };
}

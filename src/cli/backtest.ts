// `palimpsest backtest`

import { availableParallelism } from 'node:os';
import { composeBacktest } from '../compose/backtest.ts';
import { type LocalRepository, openHistory, openRepository } from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import { DEFAULT_GAIN_POLICY } from '../core/gain.ts';
import type { BacktestReport } from '../core/report.ts';
import type { SampleRequest } from '../core/strata.ts';
import { ExpectedFailure } from '../errors.ts';
import { backtest } from '../jobs/backtest.ts';
import { type Revision, WORKTREE } from '../ports.ts';
import { backtestChart } from '../report/charts/backtest.ts';
import { tradeOffChart } from '../report/charts/trade-off.ts';
import { writeCharts } from './chart-files.ts';
import { parseEvery, parseLines } from './every.ts';
import { type OutputOptions, present } from './present.ts';
import { sampleOf, wholeNumber } from './sample.ts';
import type { Shell } from './shell.ts';

interface BacktestOptions extends OutputOptions {
  readonly repo: string;
  readonly trainAt: string;
  readonly until?: string;
  readonly every: string;
  readonly retrainAt?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly jobs?: string;
  /** For charts as SVG files. */
  readonly outputDir?: string;
}

export async function runBacktest(options: BacktestOptions, { environment, signal, progress }: Shell): Promise<void> {
  const every = parseEvery(options.every);
  const lines = options.retrainAt === undefined ? [] : parseLines(options.retrainAt);
  const sample = sampleWith(options);
  const jobs = options.jobs === undefined ? availableParallelism() : wholeNumber('--jobs', options.jobs, 1);
  const repository = await openRepository(options.repo);
  const trainAt = await commitOf(repository, options.trainAt, '--train-at');
  const until =
    options.until === undefined
      ? await repository.defaultBranch()
      : await commitOf(repository, options.until, '--until');
  const { windowDays } = (await readRepositorySettings(repository)).gain;
  const threads = await composeBacktest({ repository, environment, jobs, signal });
  try {
    const report = await backtest({
      repository,
      history: openHistory(repository.root),
      trainAt,
      until,
      every,
      lines,
      sample,
      windowDays,
      policy: DEFAULT_GAIN_POLICY,
      runnerOf: threads.runnerOf,
      progress,
    });
    if (options.outputDir !== undefined) await writeCharts(options.outputDir, chartsOf(report));
    await present(report, options, environment);
  } finally {
    await threads.close();
  }
}

function chartsOf({ outcomes }: BacktestReport): Readonly<Record<string, string>> {
  const rows = outcomes.flatMap(({ line, trainings, meanFreshness }) =>
    meanFreshness === null ? [] : [{ line, retrainings: trainings.length, meanFreshness }],
  );
  const series = outcomes.map(({ line, course }) => ({ line, points: course }));
  return { 'backtest.svg': backtestChart(series), 'trade-off.svg': tradeOffChart(rows) };
}

function sampleWith({ sample, seed }: BacktestOptions): SampleRequest | null {
  if (sample !== undefined) return sampleOf(sample, seed);
  if (seed === undefined) return null;
  throw new ExpectedFailure('bad-setting', '--seed says nothing without --sample', 'Give --sample N too.');
}

async function commitOf(repository: LocalRepository, revision: string, flag: string): Promise<Revision> {
  const found = await repository.resolve(revision);
  if (found.hash !== WORKTREE) return found;
  throw new ExpectedFailure(
    'bad-setting',
    `${flag} takes a commit, not a work tree`,
    'Commit first, or name a revision.',
  );
}

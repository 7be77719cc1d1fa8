// What the charts are shown with: the bookkeeping project, its ledger, and what is hard to draw.

import type { DriftMonth } from '../../src/core/drift.ts';
import { forecastCrossing } from '../../src/core/forecast.ts';
import type { LedgerPoint } from '../../src/core/ledger-history.ts';
import { type BacktestSeries, backtestChart } from '../../src/report/charts/backtest.ts';
import { churnChart } from '../../src/report/charts/churn.ts';
import type { ChartOptions } from '../../src/report/charts/frame.ts';
import { freshnessChart } from '../../src/report/charts/freshness.ts';
import { lossChart } from '../../src/report/charts/loss.ts';
import { survivalChart } from '../../src/report/charts/survival.ts';
import { tradeOffChart } from '../../src/report/charts/trade-off.ts';
import { historyTo, LEDGER_HISTORY } from './books.ts';
import { DRIFT_OF_A_NEW_PROJECT, DRIFT_SINCE_TRAINING, driftReport } from './books-drift.ts';

export type Chart = (options?: ChartOptions) => string;

const drift = driftReport();

export function month(facts: Partial<DriftMonth>): DriftMonth {
  const standing = { lines: 9_000, methods: 800 };
  const change = { commits: 1, lines: 18_000, added: 90, deleted: 90, files: 4, share: 0.01 };
  return { month: '2026-03', revision: 'a'.repeat(40), whole: true, standing, ...change, ...facts };
}

/** Twenty years, the first half year before there were lines. */
const TWENTY_YEARS: readonly DriftMonth[] = Array.from({ length: 240 }, (_, index) =>
  month({
    month: `${2006 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    whole: index < 239,
    share: index < 6 ? null : 0.02 + 0.015 * (index % 7),
    standing:
      index < 6 ? null : { lines: Math.round(12_080 * 0.99 ** index), methods: Math.round(1_052 * 0.98 ** index) },
  }),
);

export function forecastOf(history: readonly LedgerPoint[], line: number) {
  return forecastCrossing(
    history.map(({ committedAt, freshness }) => ({ at: committedAt ?? '', freshness })),
    line,
  );
}

const SAMPLED = historyTo(0.9694).map((point, index) => ({
  ...point,
  margin: index === 3 ? null : 0.004 + index / 1_000,
}));

/** The same weeks under each line: as the ledger goes, and back to 100 % where the line is reached. */
const REPLAYED: readonly BacktestSeries[] = [null, 0.99, 0.98, 0.975].map((line) => {
  let gained = 0;
  const points = LEDGER_HISTORY.map(({ committedAt, freshness }) => {
    if (line !== null && freshness + gained < line) gained = 1 - freshness;
    return { committedAt, freshness: freshness + gained };
  });
  return { line, points };
});

const CROWD = Array.from({ length: 12 }, (_, index) => ({
  line: index === 0 ? null : 0.8 + index / 100,
  retrainings: Math.floor(index / 3),
  meanFreshness: 0.95 + index / 2_000,
}));

/** A hundred losses over 1,500 steps, and one of what validates after each of five epochs. */
const LOSSES = Array.from({ length: 100 }, (_, index) => ({
  step: 15 * (index + 1),
  epoch: (index + 1) / 20,
  loss: 2.4 / (1 + index / 20) + ((index * 7) % 5) / 40,
  validationLoss: index % 20 === 19 ? 2.1 / (1 + index / 40) : null,
}));

/** Each has a golden file, and is looked at in a browser. */
export const CHARTS: Readonly<Record<string, Chart>> = {
  churn: (options) => churnChart(drift.months, options),
  'churn-new-project': (options) => churnChart(DRIFT_OF_A_NEW_PROJECT.months, options),
  'churn-twenty-years': (options) => churnChart(TWENTY_YEARS, options),
  'churn-nothing': (options) => churnChart([], options),
  survival: (options) => survivalChart(drift, options),
  'survival-since-training': (options) => survivalChart(DRIFT_SINCE_TRAINING, options),
  'survival-twenty-years': (options) =>
    survivalChart(
      {
        months: TWENTY_YEARS,
        survival: drift.survival && {
          ...drift.survival,
          committedAt: '2006-06-20T00:00:00Z',
          linesHalfLife: { months: 69, misfit: 0.01, points: 234 },
          methodsHalfLife: { months: 34.3, misfit: 0.01, points: 234 },
        },
      },
      options,
    ),
  'survival-nothing': (options) => survivalChart({ months: [], survival: null }, options),
  freshness: (options) =>
    freshnessChart({ history: LEDGER_HISTORY, line: 0.9, forecast: forecastOf(LEDGER_HISTORY, 0.9) }, options),
  'freshness-of-a-sample': (options) =>
    freshnessChart({ history: SAMPLED, line: 0.95, forecast: forecastOf(SAMPLED, 0.95) }, options),
  'freshness-one-sampled-point': (options) =>
    freshnessChart({ history: SAMPLED.slice(0, 1), line: 0.9, forecast: null }, options),
  'freshness-nothing': (options) => freshnessChart({ history: [], line: 0.9, forecast: null }, options),
  'trade-off': (options) =>
    tradeOffChart(
      [
        { line: 0.95, retrainings: 4, meanFreshness: 0.9742 },
        { line: 0.925, retrainings: 2, meanFreshness: 0.9621 },
        { line: 0.9, retrainings: 1, meanFreshness: 0.9488 },
        { line: 0.85, retrainings: 0, meanFreshness: 0.9133 },
        { line: null, retrainings: 0, meanFreshness: 0.9133 },
      ],
      options,
    ),
  'trade-off-crowd': (options) => tradeOffChart(CROWD, options),
  'trade-off-nothing': (options) => tradeOffChart([], options),
  loss: (options) => lossChart(LOSSES, options),
  'loss-of-few-steps': (options) => lossChart(LOSSES.slice(0, 4), options),
  'loss-nothing': (options) => lossChart([], options),
  backtest: (options) => backtestChart(REPLAYED, options),
  'backtest-nothing': (options) => backtestChart([], options),
};

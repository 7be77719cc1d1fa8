// `palimpsest backtest` in the terminal: what each line would have asked for, when, and how freshness went.

import type { BacktestReport } from '../../core/report.ts';
import {
  backtestBasis,
  backtestHeadline,
  day,
  freshnessWords,
  lineLabel,
  lineSentences,
  linesWords,
  OUTCOME_HEADINGS,
  outcomeCells,
  POINT_HEADINGS,
  pointCells,
  TRAINING_HEADINGS,
  thinned,
  thinnedWords,
  trainingCells,
} from '../backtest-words.ts';
import { visible } from '../visible.ts';
import { count, revisionWithHash } from '../words.ts';
import { bar, columns, paints, paragraphs, prose, type TerminalOptions, title } from './layout.ts';

const FEW_STATES = 24;
const FEW_TRAININGS = 8;
const WIDE = 112;
const WIDE_CELLS = 20;
const CELLS = 6;

export function backtestLines(report: BacktestReport, options: TerminalOptions): string[] {
  return paragraphs(
    title(
      [
        `palimpsest backtest  ${visible(revisionWithHash(report.trainAt))} to ${visible(revisionWithHash(report.until))}`,
        count(report.span.states, 'state'),
        ...linesWords(report),
      ],
      options,
    ),
    prose(`${backtestHeadline(report)}.`, options),
    lineSentences(report).flatMap((sentence) => prose(sentence, options)),
    outcomeLines(report, options),
    trainingLines(report, options),
    stateLines(report, options),
    backtestBasis(report).flatMap((line) => prose(line, options)),
  );
}

function outcomeLines(report: BacktestReport, options: TerminalOptions): string[] {
  const cells = cellsFor(options);
  const rows = report.outcomes.map((outcome) => [
    lineLabel(outcome),
    bar(outcome.meanFreshness ?? 0, cells),
    freshnessWords(outcome.meanFreshness),
    ...outcomeCells(outcome, report),
  ]);
  return table(
    [['again below', 'freshness'.padEnd(cells).slice(0, Math.max(cells, 9)), 'mean', ...OUTCOME_HEADINGS], ...rows],
    options,
  );
}

function trainingLines({ outcomes }: BacktestReport, options: TerminalOptions): string[] {
  const rows = outcomes.flatMap((outcome) =>
    outcome.trainings
      .slice(0, FEW_TRAININGS)
      .map((training, index) => [index === 0 ? lineLabel(outcome) : '', ...trainingCells(training)]),
  );
  if (rows.length === 0) return [];
  const left = outcomes.flatMap((outcome) => {
    const more = outcome.trainings.length - FEW_TRAININGS;
    return more > 0
      ? [`${lineLabel(outcome)}: and ${count(more, 'later training')}; --format json has all of them`]
      : [];
  });
  return [
    ...table([['asked below', ...TRAINING_HEADINGS], ...rows], options),
    ...left.flatMap((words) => prose(words, options)),
  ];
}

function stateLines({ points }: BacktestReport, options: TerminalOptions): string[] {
  const shown = thinned(points, FEW_STATES);
  const rows = shown.map((point) => [
    day(point.committedAt),
    bar(point.freshness?.value ?? 0, cellsFor(options)),
    ...pointCells(point),
  ]);
  return [
    ...table([['never trained again', '', ...POINT_HEADINGS], ...rows], options),
    ...thinnedWords(shown.length, points.length).flatMap((words) => prose(words, options)),
  ];
}

function cellsFor({ width }: TerminalOptions): number {
  return width >= WIDE ? WIDE_CELLS : CELLS;
}

function table(rows: readonly (readonly string[])[], options: TerminalOptions): string[] {
  return columns(rows, '  ').map((line, index) => (index === 0 ? paints(options).dim(line) : line));
}

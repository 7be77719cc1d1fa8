// `palimpsest backtest` in the terminal: what each line would have asked for, when, and how freshness went.

import type { BacktestReport } from '../../core/report.ts';
import {
  backtestBasis,
  backtestHeadline,
  day,
  FEW_OUTCOMES,
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
const WIDE = 120;
const WIDE_CELLS = 8;
const CELLS = 6;
/** Of a training, where there is little room: not the interval. */
const FEW_CELLS = 5;

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
  const isWide = options.width >= WIDE;
  const fitting = (cells: readonly string[]) =>
    cells.filter((_, index) => isWide || FEW_OUTCOMES.includes(OUTCOME_HEADINGS[index] ?? ''));
  const barOf = (share: number | null) => (isWide ? [bar(share ?? 0, WIDE_CELLS)] : []);
  const rows = report.outcomes.map((outcome) => [
    lineLabel(outcome),
    ...barOf(outcome.meanFreshness),
    freshnessWords(outcome.meanFreshness),
    ...fitting(outcomeCells(outcome, report)),
  ]);
  const headings = ['again below', ...(isWide ? [''] : []), 'mean freshness', ...fitting(OUTCOME_HEADINGS)];
  return table([headings, ...rows], options);
}

function trainingLines({ outcomes }: BacktestReport, options: TerminalOptions): string[] {
  const fitting = (cells: readonly string[]) => (options.width >= WIDE ? cells : cells.slice(0, FEW_CELLS));
  const rows = outcomes.flatMap((outcome) =>
    outcome.trainings
      .slice(0, FEW_TRAININGS)
      .map((training, index) => [index === 0 ? lineLabel(outcome) : '', ...fitting(trainingCells(training))]),
  );
  if (rows.length === 0) return [];
  const left = outcomes.flatMap((outcome) => {
    const more = outcome.trainings.length - FEW_TRAININGS;
    return more > 0
      ? [`${lineLabel(outcome)}: and ${count(more, 'later training')}; --format json has all of them`]
      : [];
  });
  return [
    ...table([['asked below', ...fitting(TRAINING_HEADINGS)], ...rows], options),
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

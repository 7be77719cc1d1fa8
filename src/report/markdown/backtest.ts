// A backtest as Markdown: the trade-off in a table, the course of freshness as a chart that GitHub draws.

import type { BacktestReport } from '../../core/report.ts';
import {
  backtestBasis,
  backtestHeadline,
  day,
  freshnessWords,
  lineLabel,
  lineSentences,
  OUTCOME_HEADINGS,
  outcomeCells,
  POINT_HEADINGS,
  pointCells,
  TRAINING_HEADINGS,
  thinned,
  thinnedWords,
  trainingCells,
} from '../backtest-words.ts';
import { revisionWithHash } from '../words.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, paragraphs } from './parts.ts';

/** More than the chart has room for, Mermaid paints over each other. */
const FEW_CHARTED = 24;
const FEW_STATES = 60;
/** Of one line; a report stays a page. */
const FEW_TRAININGS = 40;

export function backtestMarkdown(report: BacktestReport): string {
  return paragraphs(
    [`### ${backtestHeadline(report)}`],
    lineSentences(report),
    outcomeTable(report),
    freshnessChart(report),
    trainings(report),
    folded('Never trained again, state by state', stateTable(report)),
    bullets([
      `from ${inlineCode(revisionWithHash(report.trainAt))} to ${inlineCode(revisionWithHash(report.until))}`,
      ...backtestBasis(report),
    ]),
  );
}

function outcomeTable(report: BacktestReport): string[] {
  return [
    ...heading(['Again below', 'Mean freshness', ...OUTCOME_HEADINGS]),
    ...report.outcomes.map((outcome) =>
      row([lineLabel(outcome), freshnessWords(outcome.meanFreshness), ...outcomeCells(outcome, report)]),
    ),
  ];
}

function freshnessChart({ points, outcomes }: BacktestReport): string[] {
  const known = thinned(
    points.filter(({ freshness }) => freshness !== null),
    FEW_CHARTED,
  );
  const percents = known.map(({ freshness }) => hundredths(freshness?.value ?? 0));
  const lines = outcomes.flatMap(({ line }) => (line === null ? [] : [line]));
  const least = Math.min(...lines, ...known.map(({ freshness }) => freshness?.value ?? 1));
  const most = Math.max(1, ...known.map(({ freshness }) => freshness?.value ?? 1));
  return [
    '```mermaid',
    'xychart-beta',
    `  title "Freshness of a model that is never trained again${lines.length > 0 ? ', and the lines' : ''}, %"`,
    `  x-axis [${known.map(({ committedAt }) => `"${day(committedAt)}"`).join(', ')}]`,
    `  y-axis "%" ${Math.min(95, Math.floor(least * 20) * 5)} --> ${Math.ceil(most * 100)}`,
    `  line [${percents.join(', ')}]`,
    ...lines.map((line) => `  line [${known.map(() => hundredths(line)).join(', ')}]`),
    '```',
  ];
}

function trainings({ outcomes }: BacktestReport): string[] {
  const rows = outcomes.flatMap((outcome) =>
    outcome.trainings.slice(0, FEW_TRAININGS).map((training) => row([lineLabel(outcome), ...trainingCells(training)])),
  );
  return rows.length === 0
    ? []
    : folded('When the lines asked', [...heading(['Below', ...TRAINING_HEADINGS]), ...rows]);
}

function stateTable({ points }: BacktestReport): string[] {
  const shown = thinned(points, FEW_STATES);
  return [
    ...heading(['State of', ...POINT_HEADINGS]),
    ...shown.map((point) => row([day(point.committedAt), ...pointCells(point)])),
    ...thinnedWords(shown.length, points.length).flatMap((words) => ['', words]),
  ];
}

function heading(cells: readonly string[]): string[] {
  return [row(cells), `| :-- |${' --: |'.repeat(cells.length - 1)}`];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function hundredths(share: number): string {
  return String(Number((share * 100).toFixed(2)));
}

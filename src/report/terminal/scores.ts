// Scores of a whole codebase in the terminal: the table, and the files that came out worst.

import type { EvaluateReport, FileRow, ScoreReport } from '../../core/report.ts';
import { SCORE_HEADINGS, scoreBlocks, scoreCells } from '../score-table.ts';
import { visible } from '../visible.ts';
import { characters, share } from '../words.ts';
import { differingWords, worstFiles } from '../worst-files.ts';
import { columns, prose, type TerminalOptions, truncatePath } from './layout.ts';

const FEW_FILES = 10;

export function scoreLines(
  { summary, stub }: EvaluateReport | ScoreReport,
  label: string,
  options: TerminalOptions,
): string[] {
  const blocks = scoreBlocks(summary, stub, visible(label));
  const rows = blocks.flatMap(({ sample, lines }) => [
    [sample, '', '', ''],
    ...lines.map((line) => [`  ${line.label}`, ...scoreCells(line.scores)]),
  ]);
  return columns([['', ...SCORE_HEADINGS], ...rows], '  ').map((line) =>
    line.slice(0, Math.max(line.length, options.width)),
  );
}

export function worstFileLines(files: readonly FileRow[], options: TerminalOptions): string[] {
  const worst = worstFiles(files, FEW_FILES);
  if (worst.length === 0) return [];
  const numbers = worst.map(({ distance, similarity }) => ['', characters(distance, 0), share(similarity, 4)]);
  const [heading = '', ...rows] = columns([['', 'error', 'similarity'], ...numbers], '');
  const width = options.width - heading.length - 2;
  return [
    ...prose(differingWords(files, worst.length), options),
    heading,
    ...rows.map((row, index) => `${row}  ${truncatePath(visible(worst[index]?.id ?? ''), width)}`),
  ];
}

// `palimpsest gain` in the terminal: would training again help, and what says so.

import type { GainReport } from '../../core/report.ts';
import { gainBasis, gainHeadings, gainHeadline, gainRows, gainSentence } from '../gain-words.ts';
import { shadowSentence } from '../model-words.ts';
import { visible } from '../visible.ts';
import { revisionWithHash } from '../words.ts';
import { columns, paints, paragraphs, prose, type TerminalOptions, title } from './layout.ts';
import { budgetLines, leftOutLines, noteLines, usageLines } from './parts.ts';

export function gainLines(report: GainReport, options: TerminalOptions): string[] {
  const rows = gainRows(report);
  const table =
    rows.length === 0 ? [] : [['', ...gainHeadings(report)], ...rows.map(({ label, cells }) => [label, ...cells])];
  return paragraphs(
    title([`palimpsest gain  ${visible(revisionWithHash(report.head))}`, gainHeadline(report)], options),
    prose(gainSentence(report), options),
    budgetLines(report, options),
    columns(table, '  ').map((line, index) => (index === 0 ? paints(options).dim(line) : line)),
    gainBasis(report).flatMap((line) => prose(visible(line), options)),
    prose(visible(shadowSentence(report.model) ?? ''), options),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)],
    usageLines(report, options),
  );
}

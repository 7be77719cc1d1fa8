// `palimpsest promote` in the terminal: the decision and why, then what was measured; and the decisions so far.

import type { PromoteReport, PromotionsReport } from '../../core/report.ts';
import { usageSentences } from '../asking-words.ts';
import { shadowSentence } from '../model-words.ts';
import {
  PROMOTION_HEADINGS,
  promotionBasis,
  promotionHeadline,
  promotionRows,
  reasonSentences,
} from '../promotion-words.ts';
import { promotionsHeadline, RECORD_HEADINGS, recordRows } from '../promotions-words.ts';
import { visible } from '../visible.ts';
import { revisionWithHash } from '../words.ts';
import { columns, padEnd, paints, paragraphs, prose, type TerminalOptions, title, widthOf } from './layout.ts';
import { leftOutLines, noteLines } from './parts.ts';

export function promoteLines(report: PromoteReport, options: TerminalOptions): string[] {
  const rows = promotionRows(report);
  const table =
    rows.length === 0 ? [] : [['', ...PROMOTION_HEADINGS], ...rows.map(({ label, cells }) => [label, ...cells])];
  const { challenger, champion } = report;
  return paragraphs(
    title([`palimpsest promote  ${visible(revisionWithHash(report.head))}`, promotionHeadline(report)], options),
    reasonSentences(report).flatMap((sentence) => prose(sentence, options)),
    columns(table, '  ').map((line, index) => (index === 0 ? paints(options).dim(line) : line)),
    promotionBasis(report).flatMap((line) => prose(visible(line), options)),
    [challenger, ...(champion === null ? [] : [champion])].flatMap(({ model }) =>
      prose(visible(shadowSentence(model) ?? ''), options),
    ),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)],
    [challenger, ...(champion === null ? [] : [champion])].flatMap((contestant) =>
      usageSentences(contestant).flatMap((sentence) => prose(`${visible(contestant.reference)}: ${sentence}`, options)),
    ),
  );
}

export function promotionsLines(report: PromotionsReport, options: TerminalOptions): string[] {
  const rows = report.records.length === 0 ? [] : [RECORD_HEADINGS, ...recordRows(report, visible)];
  return paragraphs(
    title(['palimpsest promote', promotionsHeadline(report, visible)], options),
    leftAligned(rows).map((line, index) => (index === 0 ? paints(options).dim(line) : line)),
  );
}

function leftAligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) => `  ${row.map((cell, at) => padEnd(cell, widths[at] ?? 0)).join('  ')}`.trimEnd());
}

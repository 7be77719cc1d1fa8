// A measured retraining gain as Markdown.

import type { GainReport } from '../../core/report.ts';
import { GAIN_HEADINGS, gainBasis, gainHeadline, gainRows, gainSentence } from '../gain-words.ts';
import { revisionWithHash } from '../words.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, leftOutItems, noteItems, paragraphs, usageLine } from './parts.ts';

export function gainMarkdown(report: GainReport): string {
  const items = [...leftOutItems(report.leftOut), ...noteItems(report.notes)];
  return paragraphs(
    [`### ${gainHeadline(report)}`],
    [gainSentence(report)],
    table(report),
    bullets([`up to ${inlineCode(revisionWithHash(report.head))}`, ...gainBasis(report, inlineCode)]),
    items.length === 0 ? [] : folded('Left out, and notes on files', bullets(items)),
    usageLine(report),
  );
}

function table(report: GainReport): string[] {
  const rows = gainRows(report);
  if (rows.length === 0) return [];
  return [
    `| | ${GAIN_HEADINGS.join(' | ')} |`,
    `| :-- |${' --: |'.repeat(GAIN_HEADINGS.length)}`,
    ...rows.map(({ label, cells }) => `| ${[label.trim(), ...cells].join(' | ')} |`),
  ];
}

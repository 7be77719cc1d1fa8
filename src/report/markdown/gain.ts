// A measured retraining gain as Markdown.

import type { GainReport } from '../../core/report.ts';
import { unaskedSentence } from '../asking-words.ts';
import { gainBasis, gainHeadings, gainHeadline, gainRows, gainSentence } from '../gain-words.ts';
import { shadowSentence } from '../model-words.ts';
import { revisionWithHash } from '../words.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, leftOutItems, noteItems, paragraphs, sentence, usageLine } from './parts.ts';

export function gainMarkdown(report: GainReport): string {
  const items = [...leftOutItems(report.leftOut), ...noteItems(report.notes)];
  return paragraphs(
    [`### ${gainHeadline(report)}`],
    [gainSentence(report)],
    sentence(unaskedSentence(report)),
    table(report),
    bullets([`up to ${inlineCode(revisionWithHash(report.head))}`, ...gainBasis(report, inlineCode)]),
    sentence(shadowSentence(report.model, inlineCode)),
    items.length === 0 ? [] : folded('Left out, and notes on files', bullets(items)),
    usageLine(report),
  );
}

function table(report: GainReport): string[] {
  const rows = gainRows(report);
  if (rows.length === 0) return [];
  const headings = gainHeadings(report);
  return [
    `| | ${headings.join(' | ')} |`,
    `| :-- |${' --: |'.repeat(headings.length)}`,
    ...rows.map(({ label, cells }) => `| ${[label.trim(), ...cells].join(' | ')} |`),
  ];
}

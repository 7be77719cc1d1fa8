// A promotion, and the decisions so far, as Markdown.

import type { PromoteReport, PromotionsReport } from '../../core/report.ts';
import { shadowSentence } from '../model-words.ts';
import {
  PROMOTION_HEADINGS,
  promotionBasis,
  promotionHeadline,
  promotionRows,
  reasonSentences,
} from '../promotion-words.ts';
import { promotionsHeadline, RECORD_HEADINGS, recordRows } from '../promotions-words.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, leftOutItems, noteItems, paragraphs, sentence, usageLine } from './parts.ts';

export function promoteMarkdown(report: PromoteReport): string {
  const items = [...leftOutItems(report.leftOut), ...noteItems(report.notes)];
  const [decided, ...others] = reasonSentences(report);
  const contestants = [report.challenger, ...(report.champion === null ? [] : [report.champion])];
  return paragraphs(
    [`### ${promotionHeadline(report)}: ${inlineCode(report.challenger.reference)}`],
    sentence(decided ?? null),
    bullets(others),
    table(report),
    bullets(promotionBasis(report, inlineCode)),
    ...contestants.map(({ model }) => sentence(shadowSentence(model, inlineCode))),
    items.length === 0 ? [] : folded('Left out, and notes on files', bullets(items)),
    ...contestants.map((contestant) => usageLine(contestant)),
  );
}

function table(report: PromoteReport): string[] {
  const rows = promotionRows(report);
  if (rows.length === 0) return [];
  return [
    `| | ${PROMOTION_HEADINGS.join(' | ')} |`,
    `| :-- |${' --: |'.repeat(PROMOTION_HEADINGS.length)}`,
    ...rows.map(({ label, cells }) => `| ${[label.trim(), ...cells].join(' | ')} |`),
  ];
}

export function promotionsMarkdown(report: PromotionsReport): string {
  const rows = recordRows(report, inlineCode);
  return paragraphs(
    [`### ${promotionsHeadline(report, inlineCode)}`],
    rows.length === 0
      ? []
      : [
          `| ${RECORD_HEADINGS.join(' | ')} |`,
          `|${' :-- |'.repeat(RECORD_HEADINGS.length)}`,
          ...rows.map((cells) => `| ${cells.join(' | ')} |`),
        ],
  );
}

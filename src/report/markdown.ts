// A report as GitHub Markdown: for a comment, a check run or a job summary.

import type { CheckReport, Report } from '../core/report.ts';
import { backtestMarkdown } from './markdown/backtest.ts';
import { checkMarkdown, type Detail } from './markdown/check.ts';
import { eraseMarkdown, evaluateMarkdown, scoreMarkdown, trainMarkdown } from './markdown/codebase.ts';
import { compareMarkdown } from './markdown/compare.ts';
import type { MarkdownContext } from './markdown/context.ts';
import { datasetMarkdown } from './markdown/dataset.ts';
import { driftMarkdown } from './markdown/drift.ts';
import { estimateMarkdown } from './markdown/estimate.ts';
import { gainMarkdown } from './markdown/gain.ts';
import { promoteMarkdown, promotionsMarkdown } from './markdown/promote.ts';
import { statusMarkdown } from './markdown/status.ts';
import { updateMarkdown } from './markdown/update.ts';

/** GitHub refuses a comment of more than 65,536 characters; a little is left to whoever posts it, for a marker. */
export const MARKDOWN_LIMIT = 65_000;

/** Several projects share one comment: so many find room whole, and the longest give way where there are more. */
export const SECTION_LIMIT = 21_000;

/** Bytes that GitHub takes of one step's job summary, with a little left to whatever else the step says there. */
const SUMMARY_LIMIT = 1_000_000;

/** From everything to the least; names are clipped, so the last always fits. */
const DETAILS: readonly Detail[] = [
  { rows: 25, foldedRows: 1_000, diffs: 3, links: 'all' },
  { rows: 25, foldedRows: 1_000, diffs: 3, links: 'open' },
  { rows: 25, foldedRows: 400, diffs: 3, links: 'open' },
  { rows: 25, foldedRows: 200, diffs: 1, links: 'open' },
  { rows: 25, foldedRows: 100, diffs: 1, links: 'open' },
  { rows: 25, foldedRows: 0, diffs: 1, links: 'open' },
  { rows: 25, foldedRows: 0, diffs: 0, links: 'open' },
  { rows: 25, foldedRows: 0, diffs: 0, links: 'none' },
  { rows: 10, foldedRows: 0, diffs: 0, links: 'none' },
  { rows: 0, foldedRows: 0, diffs: 0, links: 'none' },
];

/** A page of its own has room for more. */
const SUMMARY_DETAILS: readonly Detail[] = [{ rows: 100, foldedRows: 5_000, diffs: 25, links: 'all' }, ...DETAILS];

/**
 * Stays within the room of its surface by leaving out what matters least, and says so. `context` says where on a forge a
 * check is shown; `limit` is the room, by default all that the surface has.
 */
export function renderMarkdown(
  report: Report,
  context: MarkdownContext | null = null,
  limit = roomOf(context),
): string {
  switch (report.kind) {
    case 'check':
      return withinLimit(report, context, limit);
    case 'evaluate':
      return evaluateMarkdown(report);
    case 'compare':
      return compareMarkdown(report);
    case 'score':
      return scoreMarkdown(report);
    case 'erase':
      return eraseMarkdown(report);
    case 'train':
      return trainMarkdown(report);
    case 'update':
      return updateMarkdown(report);
    case 'drift':
      return driftMarkdown(report);
    case 'gain':
      return gainMarkdown(report);
    case 'status':
      return statusMarkdown(report);
    case 'backtest':
      return backtestMarkdown(report);
    case 'promote':
      return promoteMarkdown(report);
    case 'promotions':
      return promotionsMarkdown(report);
    case 'estimate':
      return estimateMarkdown(report);
    case 'dataset':
      return datasetMarkdown(report);
    default:
      return report satisfies never;
  }
}

function withinLimit(report: CheckReport, context: MarkdownContext | null, limit: number): string {
  let text = '';
  for (const detail of context?.voice === 'summary' ? SUMMARY_DETAILS : DETAILS) {
    text = checkMarkdown(report, detail, context);
    if (sizeOf(text, context) <= limit) break;
  }
  return text;
}

function roomOf(context: MarkdownContext | null): number {
  if (context?.voice === 'summary') return SUMMARY_LIMIT;
  return context?.voice === 'comment' && context.section !== null ? SECTION_LIMIT : MARKDOWN_LIMIT;
}

/** GitHub counts a comment in characters; the other two are held in bytes, whatever their counting is. */
function sizeOf(text: string, context: MarkdownContext | null): number {
  return context === null || context.voice === 'comment' ? text.length : utf8Length(text);
}

function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

// A report as GitHub Markdown: for a comment, a check run or a job summary.

import type { Report } from '../core/report.ts';
import { backtestMarkdown } from './markdown/backtest.ts';
import { checkMarkdown, type Detail } from './markdown/check.ts';
import { eraseMarkdown, evaluateMarkdown, scoreMarkdown, trainMarkdown } from './markdown/codebase.ts';
import { compareMarkdown } from './markdown/compare.ts';
import { driftMarkdown } from './markdown/drift.ts';
import { estimateMarkdown } from './markdown/estimate.ts';
import { gainMarkdown } from './markdown/gain.ts';
import { statusMarkdown } from './markdown/status.ts';
import { updateMarkdown } from './markdown/update.ts';

/** GitHub refuses a comment of more than 65,536 characters; a little is left to whoever posts it, for a marker. */
export const MARKDOWN_LIMIT = 65_000;

/** From everything to the least; names are clipped, so the last always fits. */
const DETAILS: readonly [Detail, ...Detail[]] = [
  { rows: 25, foldedRows: 1_000, diffs: 3 },
  { rows: 25, foldedRows: 400, diffs: 3 },
  { rows: 25, foldedRows: 200, diffs: 1 },
  { rows: 25, foldedRows: 100, diffs: 1 },
  { rows: 25, foldedRows: 0, diffs: 1 },
  { rows: 25, foldedRows: 0, diffs: 0 },
];

/** Stays within {@link MARKDOWN_LIMIT} by leaving out what matters least, and says so. */
export function renderMarkdown(report: Report): string {
  switch (report.kind) {
    case 'check':
      return withinLimit((detail) => checkMarkdown(report, detail));
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
    case 'estimate':
      return estimateMarkdown(report);
    default:
      return report satisfies never;
  }
}

function withinLimit(render: (detail: Detail) => string): string {
  let text = '';
  for (const detail of DETAILS) {
    text = render(detail);
    if (text.length <= MARKDOWN_LIMIT) break;
  }
  return text;
}

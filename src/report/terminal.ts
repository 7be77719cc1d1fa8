// A report as terminal text.

import type { Report } from '../core/report.ts';
import { backtestLines } from './terminal/backtest.ts';
import { checkLines } from './terminal/check.ts';
import { eraseLines, evaluateLines, scoreReportLines, trainLines } from './terminal/codebase.ts';
import { compareLines } from './terminal/compare.ts';
import { datasetLines } from './terminal/dataset.ts';
import { driftLines } from './terminal/drift.ts';
import { estimateLines } from './terminal/estimate.ts';
import { gainLines } from './terminal/gain.ts';
import type { TerminalOptions } from './terminal/layout.ts';
import { promoteLines, promotionsLines } from './terminal/promote.ts';
import { statusLines } from './terminal/status.ts';
import { updateLines } from './terminal/update.ts';

export type { TerminalOptions } from './terminal/layout.ts';
export { renderShow } from './terminal/show.ts';

/** The text with its final line end. Escape sequences are in it only where `color` asks for them. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  return `${linesOf(report, options).join('\n')}\n`;
}

function linesOf(report: Report, options: TerminalOptions): string[] {
  switch (report.kind) {
    case 'check':
      return checkLines(report, options);
    case 'evaluate':
      return evaluateLines(report, options);
    case 'compare':
      return compareLines(report, options);
    case 'score':
      return scoreReportLines(report, options);
    case 'erase':
      return eraseLines(report, options);
    case 'train':
      return trainLines(report, options);
    case 'update':
      return updateLines(report, options);
    case 'drift':
      return driftLines(report, options);
    case 'gain':
      return gainLines(report, options);
    case 'status':
      return statusLines(report, options);
    case 'backtest':
      return backtestLines(report, options);
    case 'promote':
      return promoteLines(report, options);
    case 'promotions':
      return promotionsLines(report, options);
    case 'estimate':
      return estimateLines(report, options);
    case 'dataset':
      return datasetLines(report, options);
    default:
      return report satisfies never;
  }
}

// How an activity ended.

import type { ReportedReport } from './outputs.ts';

export interface Outcome {
  /** `null` when there is nothing to report. */
  readonly report: ReportedReport | null;
  readonly commentId: number | null;
  readonly reportHtml: string | null;
  /** The user's gate was met, in one line; `null` when it was not. */
  readonly gate: string | null;
}

export const NOTHING_REPORTED: Outcome = { report: null, commentId: null, reportHtml: null, gate: null };

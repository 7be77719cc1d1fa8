// How an activity ended.

import type { CheckReport, EvaluateReport, StatusReport, UpdateReport } from '../core/report.ts';

export interface Outcome {
  /** `null` when there is nothing to report. */
  readonly report: CheckReport | UpdateReport | StatusReport | null;
  /** Of all or a sample of the codebase; `null` for a run that made none. */
  readonly evaluation: EvaluateReport | null;
  readonly commentId: number | null;
  readonly reportHtml: string | null;
  /** The user's gate was met, in one line; `null` when it was not. */
  readonly gate: string | null;
}

export const NOTHING_REPORTED: Outcome = {
  report: null,
  evaluation: null,
  commentId: null,
  reportHtml: null,
  gate: null,
};

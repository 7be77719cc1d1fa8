// How an activity ended.

import type { CheckReport, EvaluateReport, StatusReport, UpdateReport } from '../core/report.ts';
import type { ReportPage } from '../core/report-page.ts';
import type { ExpectedFailure } from '../errors.ts';

export interface Outcome {
  /** `null` when there is nothing to report. */
  readonly report: CheckReport | UpdateReport | StatusReport | null;
  /** Of all or a sample of the codebase; `null` for a run that made none. */
  readonly evaluation: EvaluateReport | null;
  readonly commentId: number | null;
  /** What a page shows of the model; `null` for a run that did not look. */
  readonly page: ReportPage | null;
  /** The user's gate was met, in one line; `null` when it was not. */
  readonly gate: string | null;
  /** Why something could not be said, such as a forge that is down; `null` when all was, or may not be said by this token. */
  readonly unsaid: ExpectedFailure | null;
}

export const NOTHING_REPORTED: Outcome = {
  report: null,
  evaluation: null,
  commentId: null,
  page: null,
  gate: null,
  unsaid: null,
};

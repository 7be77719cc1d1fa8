// What came of writing a training set.

import type { DatasetCard } from './dataset-card.ts';
import type { REPORT_SCHEMA_VERSION, RevisionLabel } from './report-parts.ts';

export interface DatasetReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'dataset';
  /** What is trained on; the card has its hash too. */
  readonly source: RevisionLabel;
  /** Where it was written. */
  readonly outputDirectory: string;
  readonly card: DatasetCard;
}

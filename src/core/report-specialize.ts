// The report of a specialisation: what was trained on what, how the loss went, and how the result is asked.

import type { DatasetSplit, Recipe } from './dataset-card.ts';
import type { LossPoint } from './loss-curve.ts';
import type { ModelCard } from './model-card.ts';
import type { REPORT_SCHEMA_VERSION } from './report-parts.ts';

export interface SpecializeReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly kind: 'specialize';
  /** As `--trainer` names it. */
  readonly trainer: string;
  /** `false`: an earlier run of the same request had finished, and nothing was trained. */
  readonly trained: boolean;
  /** `null` for the embedded model, which reads the sources themselves. */
  readonly dataset: {
    readonly folder: string;
    readonly recipe: Recipe;
    readonly hash: string;
    readonly examples: Readonly<Record<DatasetSplit, number>>;
  } | null;
  readonly model: ModelCard;
  /** Files and folders, absolute. */
  readonly output: {
    readonly folder: string;
    readonly card: string;
    /** For `--models`; `null` where nobody serves the result. */
    readonly models: string | null;
    /** `null` where no loss was told. */
    readonly chart: string | null;
  };
  /** In the order of the steps. */
  readonly losses: readonly LossPoint[];
  /** The one to try first at the front; empty for what needs no serving. */
  readonly serve: readonly { readonly server: string; readonly command: string; readonly baseUrl: string }[];
  readonly remarks: readonly string[];
}

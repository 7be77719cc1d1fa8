// Two models on the same units: by how much the challenger comes closer than the champion.

import type { Change } from './changes.ts';
import { clusteredInterval, type Interval } from './gain.ts';
import type { MethodId } from './unit.ts';

/** One unit, written by both models from the same stub. */
export interface PairedRow {
  readonly id: MethodId;
  readonly path: string;
  /** `unchanged`: a unit of the forgetting probe, as it was when the champion was trained. */
  readonly change: Change | 'unchanged';
  /** Whether the challenger was trained on this very body; `null` where its training is not known. */
  readonly learned: boolean | null;
  /** Similarity of what each wrote to the body, in [0, 1]; a failure is measured as its stub. */
  readonly champion: number;
  readonly challenger: number;
  readonly championFailed: boolean;
  readonly challengerFailed: boolean;
}

/** Means over some units; `null` where there are none. */
export interface PairedEstimate {
  readonly units: number;
  readonly files: number;
  /** Mean similarity of each model, failures as stubs. */
  readonly champion: number | null;
  readonly challenger: number | null;
  /** `challenger − champion`, in similarity: 0.05 are five points. */
  readonly difference: number | null;
  /** 95 %, of the difference, over files; `null` for fewer than two files. */
  readonly interval: Interval | null;
  /** Units that the challenger wrote closer, less close, and equally close. */
  readonly closer: number;
  readonly farther: number;
  readonly same: number;
  readonly championFailed: number;
  readonly challengerFailed: number;
}

/**
 * The difference is the mean of `challengerᵢ − championᵢ`. The units of one file are no independent observations, so its
 * interval is the one of a retraining gain, taken over files.
 */
export function estimatePaired(rows: readonly PairedRow[]): PairedEstimate {
  const differences = rows.map(({ path, champion, challenger }) => ({ cluster: path, value: challenger - champion }));
  const interval = clusteredInterval(differences);
  return {
    units: rows.length,
    files: new Set(rows.map(({ path }) => path)).size,
    champion: mean(rows.map(({ champion }) => champion)),
    challenger: mean(rows.map(({ challenger }) => challenger)),
    difference: mean(differences.map(({ value }) => value)),
    interval: interval && { low: Math.max(-1, interval.low), high: Math.min(1, interval.high) },
    closer: differences.filter(({ value }) => value > 0).length,
    farther: differences.filter(({ value }) => value < 0).length,
    same: differences.filter(({ value }) => value === 0).length,
    championFailed: rows.filter(({ championFailed }) => championFailed).length,
    challengerFailed: rows.filter(({ challengerFailed }) => challengerFailed).length,
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

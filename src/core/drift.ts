// How fast a project's code moves, and how much of its code of one day still stands.

import type { PackageChurn } from './churn.ts';
import type { Forecast } from './forecast.ts';
import type { HalfLife } from './half-life.ts';
import type { Standing } from './survivors.ts';
import type { YearlyDrift } from './yearly-drift.ts';

/** One month of the history, from the last commit of the month before to its own last one. */
export interface DriftMonth {
  /** `2026-03`, in UTC. */
  readonly month: string;
  /** Its last commit on the line of first parents; that of an earlier month when it has none of its own. */
  readonly revision: string;
  /** Whether the history goes on beyond it: the last month may have days to come. */
  readonly whole: boolean;
  /** Commits on the line of first parents. */
  readonly commits: number;
  /** Lines of main source where the month starts. */
  readonly lines: number;
  readonly added: number;
  readonly deleted: number;
  /** Main source files with a line added or deleted. */
  readonly files: number;
  /** `(added + deleted) / lines`; `null` where there were no lines. */
  readonly share: number | null;
  /** What stands at its end of the code of the first day; `null` for a month before that day. */
  readonly standing: Standing | null;
}

/** Where survival is counted from, and why there. */
export type SurvivalOrigin = 'trained' | 'start';

/** Why the revision that a model was trained at is not where survival starts; `null` when there was none to consider. */
export type TrainedRevisionPassedOver = 'not-in-clone' | 'later-than-history';

export interface Survival {
  readonly origin: SurvivalOrigin;
  readonly revision: string;
  /** ISO 8601. */
  readonly committedAt: string;
  /** Main source files of that day, their lines that hold a word, and their methods that have something to write. */
  readonly files: number;
  readonly lines: number;
  readonly methods: number;
  readonly linesHalfLife: HalfLife | null;
  readonly methodsHalfLife: HalfLife | null;
}

export interface Drift {
  /** Oldest first. */
  readonly months: readonly DriftMonth[];
  /** Lines and files of main source where the history ends. */
  readonly size: { readonly lines: number; readonly files: number };
  readonly yearly: YearlyDrift | null;
  /** `null` when there was no main source to follow. */
  readonly survival: Survival | null;
  readonly trainedRevisionPassedOver: TrainedRevisionPassedOver | null;
  /** Most lines changed first. */
  readonly packages: readonly PackageChurn[];
  /** `null` without a history of freshness. */
  readonly forecast: Forecast | null;
}

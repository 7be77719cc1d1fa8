// The folder of one specialisation: who has it, what it has told so far, and what is left in it when it is over.

import type { ModelCard } from '../core/model-card.ts';
import type { SpecializedModel, TrainingEvent } from './trainer.ts';

/** What a specialisation came to: there only when it finished. */
export interface FinishedRun {
  readonly card: ModelCard;
  readonly model: SpecializedModel;
}

/** Of this process alone until it is closed. */
export interface TrainingRun {
  /** Absolute. */
  readonly folder: string;
  /** What an earlier run of the same request left here; `null` while none has finished. */
  readonly finished: FinishedRun | null;
  /** In the order in which they were told, those of earlier attempts included. */
  readonly events: readonly TrainingEvent[];
  /** Keeps an event; a step that was told before is kept once. Never throws: what cannot be written now is written at the end. */
  record(event: TrainingEvent): void;
  /**
   * Writes what belongs to a run that finished, by name, and its card last of all. Throws an ExpectedFailure when something
   * cannot be written; then there is no card, and the same request may be finished again.
   */
  finish(run: FinishedRun, files: Readonly<Record<string, string>>): Promise<void>;
  /** Leaves the folder to whatever is asked for next, where nothing has come of this run yet. */
  disclaim(): Promise<void>;
  close(): Promise<void>;
}

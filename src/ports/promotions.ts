// What promotions need: a place where decisions are kept, and somebody who runs the programs of a model.

import type { Champion, PromotionRecord } from '../core/champions.ts';
import type { TaskOutcome } from '../core/generality.ts';

/** What a clone keeps of promotions. */
export interface PromotionBook {
  /** In the order in which they were made. */
  records(): Promise<PromotionRecord[]>;
  /** The champion in office, by the newest record that made one; `null` where none was ever promoted. */
  champion(): Promise<Champion | null>;
  /** The champion of which the copy, and its card, can be opened; a path. */
  pathOf(champion: Champion): string | null;
  /**
   * Keeps a record with its files, whole or not at all, and then points to the champion that it makes. Interrupted between the
   * two, the record counts: {@link champion} goes by it.
   */
  keep(record: PromotionRecord, files: ReadonlyMap<string, Uint8Array>): Promise<void>;
}

/** A small program with one method to be written, and a test that runs it. */
export interface TrialTask {
  readonly name: string;
  /** Of its source in the task's folder: `RunLengths.java`. */
  readonly path: string;
  /** The source with its own solution. */
  readonly text: string;
  /** The method to be written, by its simple name; the source has one of that name. */
  readonly method: string;
  /** A class `Trial` whose `main` fails unless the method does what it says. */
  readonly trial: string;
}

/** What keeps a program of a model from doing harm, beside its own folder, its limits of memory and time, and an empty environment. */
export interface TrialIsolation {
  /** `none`: it runs in a network namespace of its own, which is empty. */
  readonly network: 'none' | 'open';
  /** Whether the JVM's security manager keeps it from files, processes and sockets. */
  readonly securityManager: boolean;
}

/** Compiles and runs programs. What it runs is written by a model: nobody vouches for it. */
export interface TrialRunner {
  readonly isolation: TrialIsolation;
  /** How many may run at once. */
  readonly concurrency: number;
  /** `source`: the task's, with the body that is tried. */
  run(task: TrialTask, source: string, signal: AbortSignal): Promise<Exclude<TaskOutcome, 'no-answer'>>;
}

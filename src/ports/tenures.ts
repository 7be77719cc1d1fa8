// The App's time with a repository: it begins when GitHub says that the App is installed there, and ends with its removal.

import type { RepositoryRef, Task } from '../core/task.ts';
import type { BlobStore, DocumentStore } from './documents.ts';

export interface Tenure {
  readonly repository: number;
  readonly installation: number;
  /** Another one after every end, so that what was begun before cannot be taken for what came after. */
  readonly number: string;
}

/**
 * `held`: the App is there. `claimed`: somebody says so, and GitHub is yet to be asked. `ended`: it is gone, and so is all that
 * is kept, as soon as {@link Tenures.forget} was called. It ends when the task to forget it is put into the queue.
 */
export type TenureState = 'claimed' | 'held' | 'ended';

export interface Tenures {
  /** `null` for a repository of which nothing is kept. */
  of(repository: number): Promise<{ readonly tenure: Tenure; readonly state: TenureState } | null>;
  /** That of an installation that goes on, or a new one, in whose place it comes. */
  claim(ref: Pick<RepositoryRef, 'id' | 'installation'>): Promise<{ tenure: Tenure; state: TenureState }>;
  /** `false` when it ended in the meantime. */
  confirm(tenure: Tenure): Promise<boolean>;
  end(tenure: Tenure): Promise<void>;
  /** The repositories of an installation that are to be forgotten. */
  ended(installation: number): Promise<readonly number[]>;
  /** Everything that is kept of a repository, in one go; nothing where the App is there again, or as another installation. */
  forget(repository: number, installation: number): Promise<void>;
  /** The same stores for as long as the tenure lasts: later, whatever is written or put throws `cancelled`, and is not kept. */
  within(tenure: Tenure): { readonly documents: DocumentStore; readonly blobs: BlobStore };
}

export interface DueReview {
  readonly tenure: Tenure;
  /** When it was due. */
  readonly due: string;
}

/** When each repository is looked at as a whole. */
export interface ReviewSchedule {
  /**
   * The review that is next, of the installation that has waited longest for one; `null` while one waits in the queue, or none
   * is due. Repositories without a day get one within `everyDays`, at random.
   */
  next(everyDays: number): Promise<DueReview | null>;
  /**
   * Puts the task in, and moves the day on by whole periods, past now: however many were missed, one is made up for. `false`
   * when another process was faster, or the tenure is over. `null`: the day alone is moved.
   */
  take(due: DueReview, task: Task | null, everyDays: number): Promise<boolean>;
}

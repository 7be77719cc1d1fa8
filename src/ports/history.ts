// Revisions, and the past of a repository: its commits along the line of first parents, and what they changed.

import type { LineCommit } from '../core/month-ends.ts';

/** A revision of a repository, resolved: the same files whoever asks, and whenever. */
export interface Revision {
  /** Commit hash, or `WORKTREE` for the files as they lie on disk. */
  readonly hash: string;
  /** What the user called it, for messages and headings. */
  readonly name: string;
  /** Commit time, ISO 8601; `null` for the work tree. */
  readonly committedAt: string | null;
}

export interface FirstParentLine {
  /** The oldest first. */
  readonly commits: readonly LineCommit[];
  /** The clone is shallow: the project has a past that it does not hold. */
  readonly cutOff: boolean;
}

/** Two states by their trees; `null` is a state without files. */
export interface StatePair {
  readonly before: string | null;
  readonly after: string;
}

/** A regular file on one side of a difference. */
export interface FileSide {
  readonly path: string;
  /** Same name, same bytes. */
  readonly blob: string;
}

/** A file that differs between two states. */
export interface FileDifference {
  /** `null` for an added file. */
  readonly before: FileSide | null;
  /** `null` for a deleted file. Another path than before is a rename, as `git diff -M` finds it. */
  readonly after: FileSide | null;
  /** As `git diff --numstat -M` counts; 0 where it does not, as for binary files. */
  readonly addedLines: number;
  readonly deletedLines: number;
}

/** Reading the past of a repository along the line of first parents. */
export interface HistoryReader {
  firstParents(revision: Revision): Promise<FirstParentLine>;
  /**
   * The files with these extensions (with the dot, in any case) that differ, pair by pair in their order. Without
   * `countLines` the counts are 0, at a third of the price.
   */
  differences(
    pairs: readonly StatePair[],
    options: { readonly extensions: readonly string[]; readonly countLines: boolean },
  ): AsyncIterable<readonly FileDifference[]>;
  /** Yields in the order of the names; `null` for a blob that is not there. */
  blobs(names: readonly string[]): AsyncIterable<Uint8Array | null>;
}

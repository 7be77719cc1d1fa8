// Every seam of the product on one page: what the jobs need from the outside world.

import type { ModelCard } from './core/model-card.ts';
import type { Regeneration } from './core/regeneration.ts';
import type { Stub } from './core/stub.ts';
import type { Tokenizer } from './core/tokens.ts';
import type { ParsedSource } from './core/unit.ts';

/** A programming language: what a unit is, where its body stands, what a token is. */
export interface Language {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Never throws on bad source: what does not parse is left out, and its lines are named. */
  parse(path: string, text: string): ParsedSource;
  readonly tokenize: Tokenizer;
  /** Whether a text is one body with its braces, and nothing else, in this language. */
  isBody(text: string): boolean;
}

export interface RegenerateOptions {
  /** How many alternatives to ask for, at least 1. */
  readonly samples: number;
  readonly signal: AbortSignal;
}

/** A code model that writes the erased body of a stub again. */
export interface CodeModel {
  readonly card: ModelCard;
  /** What a provider or a network does wrong is a `failed` regeneration; only abortion and bugs reject. */
  regenerate(stub: Stub, options: RegenerateOptions): Promise<Regeneration>;
}

/** A revision of a repository, resolved: the same files whoever asks, and whenever. */
export interface Revision {
  /** Commit hash, or `WORKTREE` for the files as they lie on disk. */
  readonly hash: string;
  /** What the user called it, for messages and headings. */
  readonly name: string;
  /** Commit time, ISO 8601; absent for the work tree. */
  readonly committedAt?: string;
}

export interface ChangedFile {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'deleted';
}

/** Reading a repository at revisions. Paths are relative to its root, with forward slashes. */
export interface RepositoryReader {
  /** Throws an ExpectedFailure that says what to do when the revision is unknown or not in a shallow clone. */
  resolve(revision: string): Promise<Revision>;
  mergeBase(base: Revision, head: Revision): Promise<Revision>;
  /** The paths of all regular files (no links, no submodules) of a revision, sorted. */
  listFiles(revision: Revision): Promise<string[]>;
  /** The files whose bytes differ, sorted by path; a rename is a deleted and an added file. */
  changedFiles(base: Revision, head: Revision): Promise<ChangedFile[]>;
  /** Yields in the order of `paths`; `null` for a path that the revision does not hold. */
  readFiles(revision: Revision, paths: readonly string[]): AsyncIterable<{ path: string; bytes: Uint8Array | null }>;
}

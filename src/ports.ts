// Every seam of the product on one page: what the jobs need from the outside world.

import type { AnewState, WalkEnd, WalkPoint } from './core/backtest-walk.ts';
import type { TextLikelihood } from './core/generality.ts';
import type { LedgerHead, LedgerPages } from './core/ledger-head.ts';
import type { ModelCard } from './core/model-card.ts';
import type { Regeneration } from './core/regeneration.ts';
import type { Shard } from './core/shards.ts';
import type { Stub } from './core/stub.ts';
import type { Tokenizer } from './core/tokens.ts';
import type { MethodId, ParsedSource } from './core/unit.ts';
import type { CallEstimate, Usage } from './core/usage.ts';
import type { Revision } from './ports/history.ts';

export type * from './ports/documents.ts';
export type * from './ports/forge.ts';
export type * from './ports/history.ts';
export type * from './ports/promotions.ts';
export type * from './ports/task-queue.ts';
export type * from './ports/trainer.ts';

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
  /** The method that this counts as in a budget; the stub's own where not given, as for a method before it was renamed. */
  readonly countsAs?: MethodId;
  readonly signal: AbortSignal;
}

/** A code model that writes the erased body of a stub again. */
export interface CodeModel {
  readonly card: ModelCard;
  /** How many regenerations may be under way at once. */
  readonly concurrency: number;
  /** What a provider or a network does wrong is a `failed` regeneration; only abortion and bugs reject. */
  regenerate(stub: Stub, options: RegenerateOptions): Promise<Regeneration>;
  /** What its answers have cost so far; absent for a model that costs nothing. */
  readonly usage?: () => Usage;
  /** What its answers of this run took one after the other, in milliseconds; absent likewise. */
  readonly answeringMs?: () => number;
  /** What asking would take, without asking; absent likewise. */
  readonly estimate?: (stub: Stub, samples: number) => Promise<CallEstimate>;
  /** The method it was trained on that is most like a stub's, by its header; absent for a model that does not know. */
  readonly nearest?: (stub: Stub) => Promise<TrainedOn | null>;
  /** How likely it finds a text; `null` where its server gives no log-probabilities. Absent likewise. */
  readonly likelihood?: (text: string, signal: AbortSignal) => Promise<TextLikelihood | null>;
  /** Ends what it started; may be called twice. Absent for a model that holds nothing. */
  readonly close?: () => Promise<void>;
}

/** A method that a model was trained on, as it stood then. */
export interface TrainedOn {
  readonly id: MethodId;
  readonly path: string;
  /** Of the headers, in [0, 1]. */
  readonly similarity: number;
  readonly body: string;
}

/** Answers of language models, kept from run to run. Any number of processes may use one at once. */
export interface AnswerCache {
  /** `undefined` for what it does not hold, or no longer holds whole. */
  get(key: string): Promise<string | undefined>;
  put(key: string, answer: string): Promise<void>;
}

/** Which files belong to which language. */
export interface LanguageRegistry {
  forPath(path: string): Language | undefined;
}

/** Specialises a model on sources that are handed to it one by one, in any order. */
export interface Training {
  learn(source: ParsedSource): void;
  /** Undoes {@link learn}, so that a training can follow a history. The source must be as it was learned. */
  forget(source: ParsedSource): void;
  /** May be called again after more was learned or forgotten: the same sources give the same model. */
  finish(origin: TrainingOrigin): TrainedModel;
}

export interface TrainingOrigin {
  /** {@link RepositoryReader.identity}; `null` for a plain directory. */
  readonly project: string | null;
  readonly revision: string;
  readonly committedAt: string | null;
}

export interface TrainedModel {
  readonly model: CodeModel;
  /** The bytes of its model file. */
  save(): Uint8Array;
}

export interface SourceFile {
  /** Relative to the root of its tree, with forward slashes. */
  readonly path: string;
  /** `null` when the tree does not hold the path. */
  readonly bytes: Uint8Array | null;
}

/** The files of one state of a project: a revision, the work tree, or a directory. */
export interface SourceTree {
  /** The paths of all regular files, sorted by code units; links are never followed and not listed. */
  list(): Promise<string[]>;
  /** Yields in the order of `paths`. */
  read(paths: readonly string[]): AsyncIterable<SourceFile>;
}

/** What looks like a secret in some texts: the stretches themselves, each once. */
export type SecretSearch = (texts: readonly string[]) => Promise<readonly string[]>;

/** The sources of a library that a project stands on. */
export interface LibrarySources {
  /** `group:artifact:version`. */
  readonly name: string;
  readonly tree: SourceTree;
}

export const WORKTREE = 'WORKTREE';

export interface ChangedFile {
  readonly path: string;
  readonly status: 'added' | 'modified' | 'deleted';
}

/** Reading a repository at revisions. Paths are relative to its root, with forward slashes. */
export interface RepositoryReader {
  /** The same for every clone of a project; `null` where the clone is too shallow to tell. */
  identity(): Promise<string | null>;
  /** Throws an ExpectedFailure that says what to do when the revision is unknown or not in a shallow clone. */
  resolve(revision: string): Promise<Revision>;
  /** The branch that pull requests go to, as this clone knows it. */
  defaultBranch(): Promise<Revision>;
  mergeBase(base: Revision, head: Revision): Promise<Revision>;
  /** Whether a commit is a revision or an ancestor of it; `null` where the clone does not hold that commit. */
  isAncestor(ancestor: string, revision: Revision): Promise<boolean | null>;
  /** The files whose bytes differ, sorted by path; a rename is a deleted and an added file. */
  changedFiles(base: Revision, head: Revision): Promise<ChangedFile[]>;
  tree(revision: Revision): SourceTree;
}

/** Where a run writes down what it has, so that an interrupted one can go on. Keys are content hashes. */
export interface Journal {
  get(key: string): Regeneration | undefined;
  append(key: string, regeneration: Regeneration): Promise<void>;
  /** The run is complete: nothing needs to be kept. */
  finish(): Promise<void>;
}

/** Where ledgers are kept, one for each model fingerprint. Any number of writers may work at once. */
export interface LedgerStore {
  /** The fingerprints of the models that have a ledger here, sorted. */
  fingerprints(): Promise<string[]>;
  /** `null` when the model has no ledger here. */
  load(fingerprint: string): Promise<StoredLedger | null>;
  /**
   * Saves the head, and the shards that a change touched; the others stay as they are at `expected`, and those that the
   * head does not name are gone. All of it or nothing: `false` when the ledger no longer is at `expected`, the version
   * that the change was made from (`null`: there must be none).
   */
  save(expected: string | null, pages: LedgerPages): Promise<boolean>;
}

/** A ledger as it stood when it was loaded. */
export interface StoredLedger {
  readonly version: string;
  readonly head: LedgerHead;
  /** One for each name; empty for a shard that the head does not name. Throws `ledger-busy` when they are gone by now. */
  shards(names: readonly string[]): Promise<ReadonlyMap<string, Shard>>;
}

/** Where a walk of a backtest writes down what it has, so that an interrupted one goes on. */
export interface WalkJournal {
  /** From the first state on, without a gap. */
  readonly points: readonly WalkPoint[];
  /** The ledger as it stood at one of the points; `null` when none was kept. */
  readonly ledger: { readonly at: number; readonly pages: LedgerPages } | null;
  /** Adds the point that follows, with all pages of the ledger as it stands there; they are kept now and then. */
  append(point: WalkPoint, pages: () => LedgerPages): Promise<void>;
  /** Keeps the ledger of the last point appended. */
  close(): Promise<void>;
}

/** Does the long steps of a backtest, several at once where it can. All stop when the run is called off. */
export interface BacktestRunner {
  /**
   * Walks from a state to where the walk ends, at the last state at the latest. Hands over every point in its order, those
   * of an earlier run too.
   */
  walk(from: number, end: WalkEnd, onPoint: (point: WalkPoint) => void): Promise<void>;
  /** The changes of the states from one place to another, the first and the last included, written by models trained anew. */
  anew(from: number, to: number): Promise<readonly AnewState[]>;
}

/** Writing a whole tree: what stands at the destination is replaced when all of it is written, or not at all. */
export interface TreeWriter {
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Adds to the end of a file, which is begun with its first piece: for what is too large to be held. One piece at a time. */
  append(path: string, bytes: Uint8Array): Promise<void>;
  commit(): Promise<void>;
  /** Leaves nothing behind; after {@link commit} it does nothing. */
  discard(): Promise<void>;
}

/** Tells a person how far a long step is. Shown on standard error, or nowhere. */
export interface Progress {
  begin(step: string, total: number | null): void;
  advance(count?: number): void;
  end(): void;
}

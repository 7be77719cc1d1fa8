// The ledger's words: the last known in-place score of every unit, and how each stands to what the model was trained on.

import type { MethodId } from './unit.ts';

/** Where a ledger stands or stood. */
export interface LedgerRevision {
  readonly revision: string;
  /** ISO 8601. */
  readonly committedAt: string | null;
}

/**
 * What is remembered of a unit without its text. `text` and `header` decide whether a score still holds: the score is a
 * distance of texts, and a model reads the header, so another comment or annotation asks for another score. `code` decides
 * whether a unit changed since training: comments and white space aside, as everywhere else.
 */
export interface UnitFacts {
  readonly id: MethodId;
  readonly path: string;
  /** Hash of the body as it stands in the file. */
  readonly text: string;
  /** Hash of everything before the body: name, parameters, types, modifiers, javadoc; the enclosing type aside. */
  readonly header: string;
  /** Hash of the body's tokens. */
  readonly code: string;
  /** Of the body with its braces, in UTF-16 code units. */
  readonly length: number;
}

/** An in-place score; a failed regeneration counts as its stub. */
export interface UnitScore {
  readonly similarity: number;
  readonly failed: boolean;
}

/** A unit as it stood on the day of training. It stays when the unit changes its name, its place, or goes. */
export interface TrainedUnit {
  readonly id: MethodId;
  readonly path: string;
  readonly code: string;
  /** Index into the ledger's strata. */
  readonly stratum: number;
  /** The score of that day; `null` when a sample passed the unit over. */
  readonly similarity: number | null;
}

export interface LedgerUnit extends UnitFacts {
  /** `null` when a sample passed the unit over and it has not changed since. */
  readonly score: UnitScore | null;
  /** What it was on the day of training; `null` for a unit that came later. */
  readonly trained: TrainedUnit | null;
  /** Scored after training, because it changed: its score stands whoever was drawn into a sample. */
  readonly rescored: boolean;
}

/** The part of the ledger that belongs to one source file. */
export interface LedgerFile {
  readonly path: string;
  /** Sorted by id. */
  readonly units: readonly LedgerUnit[];
  /** Trained units of this file that are no more; sorted by id. */
  readonly departed: readonly TrainedUnit[];
}

/** Since training: `modified` says another code, name or parameters; what only moved or was laid out anew is `unchanged`. */
export type UnitStatus = 'unchanged' | 'modified' | 'new';

export function statusOf(unit: LedgerUnit): UnitStatus {
  if (unit.trained === null) return 'new';
  return isSameCode(unit, unit.trained) ? 'unchanged' : 'modified';
}

/** Whether two states of a unit hold the same code under the same name and parameters. */
export function isSameCode(a: NamedCode, b: NamedCode): boolean {
  return a.code === b.code && signatureIn(a) === signatureIn(b);
}

type NamedCode = Pick<UnitFacts, 'id' | 'path' | 'code'>;

/** `name(ParamType,…)`: the id without its file and type. */
export function signatureIn({ id, path }: Pick<UnitFacts, 'id' | 'path'>): string {
  const name = id.slice(path.length + 1);
  return name.slice(name.lastIndexOf('.', name.indexOf('(')) + 1);
}

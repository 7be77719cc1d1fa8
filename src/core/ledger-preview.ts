// How a ledger would stand with a change that is not merged yet.

import type { LedgerUnit, UnitFacts, UnitScore } from './ledger.ts';
import { filesIn, type LedgerHead, withShards } from './ledger-head.ts';
import { reconcile } from './reconcile.ts';
import { type Shard, withFiles } from './shards.ts';
import type { MethodId } from './unit.ts';

/** What a change does to the units that a ledger knows. */
export interface LedgerEdit {
  /** Units with new code, at their new place; `previousId` is the id before, and `null` for an added one. */
  readonly written: readonly {
    readonly facts: UnitFacts;
    readonly previousId: MethodId | null;
    readonly score: UnitScore;
  }[];
  /** Units that kept their code in another place. */
  readonly moved: readonly { readonly id: MethodId; readonly path: string; readonly previousId: MethodId }[];
  readonly deleted: readonly MethodId[];
}

/** The files that an edit touches. */
export function editedPaths({ written, moved, deleted }: LedgerEdit): ReadonlySet<string> {
  const ids = [
    ...written.flatMap(({ previousId }) => previousId ?? []),
    ...moved.map((unit) => unit.previousId),
    ...deleted,
  ];
  return new Set([...ids.map(pathOf), ...written.map(({ facts }) => facts.path), ...moved.map(({ path }) => path)]);
}

function pathOf(id: MethodId): string {
  return id.slice(0, id.indexOf('#'));
}

/**
 * The head as it would be after the edit, whatever else the ledger has learned since the change began: a unit that it knows
 * with the new code already keeps its score. `shards` holds those of the edited files and of where their units were trained.
 * What changed in white space or comments alone keeps its score here; a merge scores it again, which moves it by hairs.
 */
export function ledgerWith(head: LedgerHead, shards: ReadonlyMap<string, Shard>, edit: LedgerEdit): LedgerHead {
  const paths = editedPaths(edit);
  const before = [...filesIn(shards).values()].filter(({ path }) => paths.has(path));
  const known = new Map(before.flatMap(({ units }) => units.map((unit) => [unit.id, unit] as const)));
  const now = new Map<MethodId, UnitFacts>([...known].map(([id, unit]) => [id, factsOf(unit)]));
  const lineage = new Map<MethodId, MethodId>();
  for (const id of edit.deleted) now.delete(id);
  for (const { previousId } of [...edit.moved, ...edit.written]) if (previousId !== null) now.delete(previousId);
  for (const { id, path, previousId } of edit.moved) {
    const unit = known.get(previousId);
    if (unit === undefined) continue;
    now.set(id, { ...factsOf(unit), id, path });
    lineage.set(id, previousId);
  }
  for (const { facts, previousId } of edit.written) {
    now.set(facts.id, facts);
    if (previousId !== null && previousId !== facts.id) lineage.set(facts.id, previousId);
  }
  const done = reconcile({ before, now: [...now.values()], lineage, byBody: false });
  const scores = new Map(edit.written.map(({ facts, score }) => [facts.id, score]));
  const scored = done.toScore.map(
    (unit): LedgerUnit => ({ ...unit, score: scores.get(unit.id) ?? null, rescored: true }),
  );
  return withShards(head, withFiles(shards, { paths, units: [...done.kept, ...scored], departed: done.departed }));
}

function factsOf({ id, path, text, header, code, length }: LedgerUnit): UnitFacts {
  return { id, path, text, header, code, length };
}

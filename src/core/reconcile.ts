// What becomes of the ledger's units when the code moves on: which keep their score, which need a new one, which leave.

import { isSameCode, type LedgerFile, type LedgerUnit, type TrainedUnit, type UnitFacts } from './ledger.ts';
import { compareText } from './text-order.ts';
import type { MethodId } from './unit.ts';

export interface Reconciling {
  /** The ledger's files that differ between its revision and the new one. */
  readonly before: readonly LedgerFile[];
  /** The units of those files at the new revision. */
  readonly now: readonly UnitFacts[];
  /** New id → old id of the units that took another name or place, as `findChanges` tells them. */
  readonly lineage: ReadonlyMap<MethodId, MethodId>;
  /** Nobody knows what lies between: units without a namesake are matched by their bodies. */
  readonly byBody: boolean;
}

export interface Reconciled {
  /** With their score, under the id of now. */
  readonly kept: readonly LedgerUnit[];
  /** Without a score: new ones, and those of which body or header changed. */
  readonly toScore: readonly UnitToScore[];
  /** How many of `kept` are known under another id. */
  readonly moved: number;
  /** The units that are no more. */
  readonly deleted: readonly LedgerUnit[];
  /** All trained units of `before` that are no more, whenever they left; sorted by id. */
  readonly departed: readonly TrainedUnit[];
}

export type UnitToScore = Omit<LedgerUnit, 'score' | 'rescored'>;

/** Matches by the lineage first, then by id, then, where asked, by body; what was trained under an id and left returns to it. */
export function reconcile({ before, now, lineage, byBody }: Reconciling): Reconciled {
  const leaving = new Map(before.flatMap(({ units }) => units.map((unit) => [unit.id, unit] as const)));
  const departed = new Map(before.flatMap((file) => file.departed.map((unit) => [unit.id, unit] as const)));
  const predecessors = new Map<MethodId, LedgerUnit>();
  const follow = (facts: UnitFacts, predecessor: LedgerUnit | undefined) => {
    if (predecessor === undefined || predecessors.has(facts.id) || !leaving.delete(predecessor.id)) return;
    predecessors.set(facts.id, predecessor);
  };
  for (const facts of now) follow(facts, leaving.get(lineage.get(facts.id) ?? ''));
  for (const facts of now) follow(facts, leaving.get(facts.id));
  if (byBody) matchByBody(now, predecessors, leaving, follow);

  const kept: LedgerUnit[] = [];
  const toScore: UnitToScore[] = [];
  let moved = 0;
  for (const facts of now) {
    const predecessor = predecessors.get(facts.id);
    const trained = predecessor === undefined ? returning(facts, departed, byBody) : predecessor.trained;
    if (predecessor !== undefined && predecessor.text === facts.text && predecessor.header === facts.header) {
      if (predecessor.id !== facts.id) moved++;
      kept.push({ ...facts, score: predecessor.score, trained, rescored: predecessor.rescored });
    } else toScore.push({ ...facts, trained });
  }
  const deleted = [...leaving.values()];
  for (const { trained } of deleted) if (trained !== null) departed.set(trained.id, trained);
  return { kept, toScore, moved, deleted, departed: sortedById([...departed.values()]) };
}

/** Bodies so short that any two methods may share them tell nothing without the same name and parameters. */
const TELLING_LENGTH = 60;

/** By the very text, then by the code; of several equals the one with the same signature, then the first by id. */
function matchByBody(
  now: readonly UnitFacts[],
  predecessors: ReadonlyMap<MethodId, LedgerUnit>,
  leaving: ReadonlyMap<MethodId, LedgerUnit>,
  follow: (facts: UnitFacts, predecessor: LedgerUnit | undefined) => void,
): void {
  for (const key of ['text', 'code'] as const) {
    for (const sameSignature of [true, false]) {
      const byBody = new Map<string, LedgerUnit[]>();
      for (const unit of leaving.values()) byBody.set(unit[key], [...(byBody.get(unit[key]) ?? []), unit]);
      for (const facts of now) {
        if (predecessors.has(facts.id) || (!sameSignature && facts.length < TELLING_LENGTH)) continue;
        const alike = (byBody.get(facts[key]) ?? []).filter(
          (unit) => leaving.has(unit.id) && (!sameSignature || isSameCode({ ...unit, code: facts.code }, facts)),
        );
        follow(facts, sortedById(alike)[0]);
      }
    }
  }
}

/** Takes a trained unit that left out of the departed ones when it is back: under its id, or anywhere with its code. */
function returning(facts: UnitFacts, departed: Map<MethodId, TrainedUnit>, byBody: boolean): TrainedUnit | null {
  const back =
    departed.get(facts.id) ?? (byBody ? [...departed.values()].find((unit) => isSameCode(unit, facts)) : undefined);
  if (back === undefined) return null;
  departed.delete(back.id);
  return back;
}

function sortedById<T extends { readonly id: MethodId }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}

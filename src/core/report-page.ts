// What one page about a model holds: its status, its ledger place by place and unit by unit, and what it writes now.

import type { LedgerMeans } from './freshness.ts';
import { type LedgerFile, statusOf, type UnitStatus } from './ledger.ts';
import { type Place, placesOf } from './ledger-places.ts';
import type { Failed, Regenerated } from './regeneration.ts';
import type { StatusReport } from './report-over-time.ts';
import { packageByPath } from './scope.ts';
import { compareText } from './text-order.ts';
import type { MethodId } from './unit.ts';

export interface ReportPage {
  /** What people call the project; `null` when nobody said. */
  readonly project: string | null;
  readonly status: StatusReport;
  /** The answering ledger's own, at the revision that it stands at; `null` without a ledger. */
  readonly inventory: Inventory | null;
}

export interface Inventory {
  /** Sorted by path, then by id. */
  readonly units: readonly InventoryUnit[];
  /** Sorted by name. */
  readonly packages: readonly Place[];
  /** Sorted by path. */
  readonly files: readonly Place[];
  readonly closeUps: CloseUps;
}

export interface InventoryUnit {
  readonly id: MethodId;
  readonly path: string;
  readonly status: UnitStatus;
  /** In place, a failed one as its stub; `null` when a sample passed the unit over. */
  readonly similarity: number | null;
  readonly failed: boolean;
}

/** The units that the model knows least, each with its body and what the model writes in its place now. */
export type CloseUps =
  | { readonly kind: 'made'; readonly asked: number; readonly units: readonly CloseUp[] }
  | {
      readonly kind: 'left-out';
      /**
       * `not-asked`: none were wanted. `ledger-of-another-model`: the ledger tells of a model that is not the one at hand.
       * `revision-missing`: this clone does not hold the revision that the ledger stands at.
       */
      readonly reason: 'not-asked' | 'ledger-of-another-model' | 'revision-missing';
    };

export interface CloseUp {
  readonly id: MethodId;
  readonly path: string;
  /** Line of the name, from 1. */
  readonly line: number;
  /** With its braces, as it stands in the file. */
  readonly body: string;
  readonly regeneration: Regenerated | Failed;
  /** The ledger's, of the day on which it was last scored. */
  readonly scored: number;
  /** Of what was written now; a failure as its stub. */
  readonly similarity: number;
}

/** All of a ledger's files, unit by unit and place by place. `means` are those of the ledger. */
export function inventoryOf(
  files: readonly LedgerFile[],
  means: Pick<LedgerMeans, 'units' | 'baseline' | 'freshness'>,
): Omit<Inventory, 'closeUps'> {
  const inOrder = [...files].sort((a, b) => compareText(a.path, b.path));
  const units = inOrder.flatMap((file) =>
    file.units.map((unit): InventoryUnit => {
      const { id, path, score } = unit;
      return {
        id,
        path,
        status: statusOf(unit),
        similarity: score?.similarity ?? null,
        failed: score?.failed ?? false,
      };
    }),
  );
  return {
    units,
    packages: placesOf(inOrder, means, packageByPath),
    files: placesOf(inOrder, means, (path) => path),
  };
}

/** The units with a score, the least similar first: the order in which a page shows them. */
export function leastKnown(units: readonly InventoryUnit[], most: number): InventoryUnit[] {
  return units
    .filter(({ similarity }) => similarity !== null)
    .sort((a, b) => (a.similarity ?? 0) - (b.similarity ?? 0) || compareText(a.id, b.id))
    .slice(0, most);
}

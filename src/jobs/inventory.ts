// A ledger unit by unit and place by place, with what the model writes now for those that it knows least.

import { statusOf } from '../core/ledger.ts';
import { filesIn, ledgerMeans } from '../core/ledger-head.ts';
import { placesOf } from '../core/ledger-places.ts';
import type { StandingLedger } from '../core/report.ts';
import type { Inventory, InventoryUnit } from '../core/report-page.ts';
import { packageByPath } from '../core/scope.ts';
import { compareText } from '../core/text-order.ts';
import type { CodeModel, LanguageRegistry, LedgerStore, Progress, RepositoryReader } from '../ports.ts';
import { closeUpsOf } from './close-ups.ts';
import { ledgerBusy } from './fill-ledger.ts';

export interface InventoryInput {
  readonly repository: RepositoryReader;
  readonly store: LedgerStore;
  /** The model at hand; another's ledger may answer in its place. */
  readonly model: CodeModel;
  /** Of how many units the body is to be shown beside what the model writes now; 0 for none. */
  readonly closeUps: number;
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Reads the ledger that a status spoke of, all of it at one version. Throws `ledger-busy` when it moved on meanwhile. */
export async function takeInventory(
  { model, standsAt }: Pick<StandingLedger, 'model' | 'standsAt'>,
  input: InventoryInput,
): Promise<Inventory> {
  const stored = await input.store.load(model.fingerprint);
  if (stored === null || stored.head.standsAt.revision !== standsAt.revision) throw ledgerBusy();
  const { head } = stored;
  const files = [...filesIn(await stored.shards(Object.keys(head.shards))).values()];
  files.sort((a, b) => compareText(a.path, b.path));
  const means = ledgerMeans(head);
  const units = files.flatMap((file) =>
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
    packages: placesOf(files, means, packageByPath),
    files: placesOf(files, means, (path) => path),
    closeUps: await closeUpsOf(units, head, input),
  };
}

// A ledger unit by unit and place by place, with what the model writes now for those that it knows least.

import { filesIn, ledgerMeans } from '../core/ledger-head.ts';
import type { StandingLedger } from '../core/report.ts';
import { type Inventory, inventoryOf } from '../core/report-page.ts';
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
  const files = filesIn(await stored.shards(Object.keys(head.shards)));
  const inventory = inventoryOf([...files.values()], ledgerMeans(head));
  return { ...inventory, closeUps: await closeUpsOf(inventory.units, head, input) };
}

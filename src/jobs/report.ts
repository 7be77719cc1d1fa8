// All that one page tells of a model: its status, its ledger, and what it writes now where it knows least.

import type { ReportPage } from '../core/report-page.ts';
import { takeInventory } from './inventory.ts';
import { type StatusInput, status } from './status.ts';

export interface ReportInput extends StatusInput {
  /** What people call the project; `null` for nothing. */
  readonly project: string | null;
  /** Of how many units to show the body beside what the model writes now; 0 for none. */
  readonly closeUps: number;
}

/** Reads, and changes nothing. Fails as a status does. */
export async function report(input: ReportInput): Promise<ReportPage> {
  const standing = await status(input);
  const inventory = standing.ledger === null ? null : await takeInventory(standing.ledger, input);
  return { project: input.project, status: standing, inventory };
}

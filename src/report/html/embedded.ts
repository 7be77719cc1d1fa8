// The form in which the page carries the ledger: each folder and file once, numbers short. 66,000 units are about 4 MB.

import type { UnitStatus } from '../../core/ledger.ts';

/** In the order of their codes. */
export const STATUSES: readonly UnitStatus[] = ['unchanged', 'modified', 'new'];

/** Units, scored, failed, mean similarity, points; a value that is not known is `null`. */
export type PlaceNumbers = readonly [number, number, number, number | null, number | null];

/** Name; code of the status, plus 4 when the regeneration failed; similarity in ten-thousandths, -1 for not scored. */
export type UnitTuple = readonly [string, number, number];

export const FAILED = 4;
export const NOT_SCORED = -1;
export const WHOLE = 10_000;

/** What stands in the page's JSON. All texts are made visible already. */
export interface Embedded {
  readonly packages: readonly (readonly [string, ...PlaceNumbers])[];
  /** Folder with its last slash, and the index of its package. */
  readonly folders: readonly (readonly [string, number])[];
  /** Index of the folder, name in it, numbers, units. */
  readonly files: readonly (readonly [number, string, PlaceNumbers, readonly UnitTuple[]])[];
}

/** What addresses a unit, in a link and as the id of its close-up. */
export function unitAddress(path: string, name: string): string {
  return `unit=${encodeURIComponent(`${path}#${name}`)}`;
}

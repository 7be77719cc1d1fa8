// The ledger that the page carries, as rows.

import { type Embedded, FAILED, NOT_SCORED, type PlaceNumbers, STATUSES, WHOLE } from '../embedded.ts';

export interface PlaceRow {
  readonly name: string;
  readonly units: number;
  readonly scored: number;
  readonly failed: number;
  /** Mean; `null` where it is not known. */
  readonly similarity: number | null;
  /** Percentage points of freshness; `null` where there is no freshness. */
  readonly points: number | null;
}

export interface UnitRow {
  /** `Outer.name(Type)`. */
  readonly name: string;
  readonly path: string;
  readonly packageName: string;
  readonly status: string;
  readonly failed: boolean;
  /** `null` when it was not scored. */
  readonly similarity: number | null;
  /** What a search looks in: name and path, in lower case. */
  readonly text: string;
}

export interface Ledger {
  readonly packages: readonly PlaceRow[];
  readonly files: readonly PlaceRow[];
  readonly units: readonly UnitRow[];
}

export function readLedger(text: string): Ledger {
  const { packages, folders, files }: Embedded = JSON.parse(text);
  const fileRows: PlaceRow[] = [];
  const units: UnitRow[] = [];
  for (const [folder, fileName, numbers, tuples] of files) {
    const [folderName, packageIndex] = folders[folder] ?? ['', 0];
    const path = folderName + fileName;
    const packageName = packages[packageIndex]?.[0] ?? '';
    fileRows.push(placeRow(path, numbers));
    for (const [name, code, similarity] of tuples) {
      units.push({
        name,
        path,
        packageName,
        status: STATUSES[code % FAILED] ?? '',
        failed: code >= FAILED,
        similarity: similarity === NOT_SCORED ? null : similarity / WHOLE,
        text: `${path}#${name}`.toLowerCase(),
      });
    }
  }
  const packageRows = packages.map(([name, ...numbers]) => placeRow(name, numbers));
  return { packages: packageRows, files: fileRows, units };
}

function placeRow(name: string, [units, scored, failed, similarity, points]: PlaceNumbers): PlaceRow {
  return { name, units, scored, failed, similarity, points };
}

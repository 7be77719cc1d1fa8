// Writing the ledger in the form in which the page carries it.

import type { Place } from '../../core/ledger-places.ts';
import type { Inventory, InventoryUnit } from '../../core/report-page.ts';
import { packageByPath } from '../../core/scope.ts';
import { packageName } from '../drift-words.ts';
import { visible } from '../visible.ts';
import { spokenName } from '../words.ts';
import { type Embedded, FAILED, NOT_SCORED, type PlaceNumbers, STATUSES, type UnitTuple, WHOLE } from './embedded.ts';

export function embed({ units, packages, files }: Inventory): Embedded {
  const packageIndex = new Map(packages.map(({ name }, index) => [name, index]));
  const folders = new Map<string, number>();
  const unitsByPath = new Map<string, InventoryUnit[]>();
  for (const unit of units) {
    const known = unitsByPath.get(unit.path);
    if (known === undefined) unitsByPath.set(unit.path, [unit]);
    else known.push(unit);
  }
  const rows = files.map((file) => {
    const slash = file.name.lastIndexOf('/') + 1;
    const folder = file.name.slice(0, slash);
    const index = folders.get(folder) ?? folders.size;
    folders.set(folder, index);
    const inFile = (unitsByPath.get(file.name) ?? []).map(tupleOf);
    return [index, visible(file.name.slice(slash)), numbersOf(file), inFile] as const;
  });
  return {
    packages: packages.map((place) => [visible(packageName(place.name)), ...numbersOf(place)]),
    folders: [...folders.keys()].map((folder) => [visible(folder), packageIndex.get(packageByPath(`${folder}_`)) ?? 0]),
    files: rows,
  };
}

function numbersOf({ units, scored, failed, similarity, points }: Place): PlaceNumbers {
  return [units, scored, failed, rounded(similarity), rounded(points)];
}

function tupleOf({ id, path, status, similarity, failed }: InventoryUnit): UnitTuple {
  const code = STATUSES.indexOf(status) + (failed ? FAILED : 0);
  return [visible(spokenName(id, path)), code, similarity === null ? NOT_SCORED : shortened(similarity)];
}

/** What is not all never becomes all, and what is not nothing never nothing. */
function shortened(similarity: number): number {
  if (similarity <= 0 || similarity >= 1) return similarity <= 0 ? 0 : WHOLE;
  return Math.min(WHOLE - 1, Math.max(1, Math.round(similarity * WHOLE)));
}

function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(6));
}

// Which part of the library the run is about: whole files of one release, some of them held out of the training.

import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { validationFiles } from '../../src/core/dataset-split.ts';
import { randomOf } from '../../src/core/random.ts';
import { bodyOf, type ParsedSource } from '../../src/core/unit.ts';
import type { Language } from '../../src/ports.ts';

/** Bodies with so many characters are measured: shorter ones say little, longer ones cost much. */
export const MEASURED = { least: 40, most: 600 };
/** Files with more methods would be the sample by themselves. */
const MOST_METHODS = 45;
/** About a quarter of the files is held out. */
export const HELD_OUT_SHARE = 0.3;

export interface SampleSize {
  /** Methods of files that changed from one release to the other, at most, and of other files, at least. */
  readonly changing: number;
  readonly other: number;
  /** Methods that are held out. */
  readonly heldOut: readonly [number, number];
}

export interface Sample {
  readonly paths: readonly string[];
  readonly heldOut: ReadonlySet<string>;
  /** The seed with which `dataset` holds out these files. */
  readonly seed: number;
  /** Methods of the later release that are new in it or have another body, by id. */
  readonly changed: ReadonlySet<string>;
}

type Release = ReadonlyMap<string, ParsedSource>;

/**
 * Files that changed from one release to the next and others by lot; with the first seed that holds out files that did not
 * change, and methods of the number that is wanted.
 */
export function drawFiles(older: string, newer: string, language: Language, size: SampleSize): Sample {
  const [before, after] = [readRelease(older, language), readRelease(newer, language)];
  const bodies = bodiesOf(before);
  const changedBodies = [...bodiesOf(after)].filter(([id, body]) => bodies.get(id) !== body && isMeasured(body.length));
  const changed = new Set(changedBodies.map(([id]) => id));
  const count = (path: string) => measuredIn(before.get(path));
  const byLot = [...before.keys()]
    .filter((path) => count(path) > 0 && (before.get(path)?.units.length ?? 0) <= MOST_METHODS)
    .sort((a, b) => randomOf(1, a) - randomOf(1, b));
  const differs = (path: string) => before.get(path)?.text !== after.get(path)?.text;
  const changing = upTo(
    byLot.filter((path) => [...changed].some((id) => id.startsWith(`${path}#`))),
    size.changing,
    count,
  );
  const other = from(
    byLot.filter((path) => !differs(path)),
    size.other,
    count,
  );
  const paths = [...changing, ...other].sort();
  for (let seed = 1; seed < 100_000; seed++) {
    const heldOut = validationFiles(paths, HELD_OUT_SHARE, seed);
    const methods = [...heldOut].reduce((sum, path) => sum + count(path), 0);
    if (methods < size.heldOut[0] || methods > size.heldOut[1] || [...heldOut].some(differs)) continue;
    return { paths, heldOut, seed, changed: new Set([...changed].filter((id) => paths.includes(pathOf(id)))) };
  }
  throw new Error('no seed holds out so many methods');
}

export function isMeasured(length: number): boolean {
  return length >= MEASURED.least && length <= MEASURED.most;
}

export function pathOf(id: string): string {
  return id.slice(0, id.indexOf('#'));
}

/** Puts those files of a release into a folder, and nothing else. */
export function copyFiles(release: string, paths: readonly string[], folder: string): void {
  rmSync(join(folder, 'capacitor'), { recursive: true, force: true });
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(release, path), join(folder, path));
  }
}

export function parseAll(folder: string, paths: readonly string[], language: Language): ParsedSource[] {
  return paths.map((path) => language.parse(path, readFileSync(join(folder, path), 'utf8')));
}

function readRelease(folder: string, language: Language): Release {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.includes('src/main/java/') && path.endsWith('.java'));
  return new Map(parseAll(folder, paths.sort(), language).map((source) => [source.path, source]));
}

function bodiesOf(release: Release): Map<string, string> {
  return new Map(
    [...release.values()].flatMap((source) =>
      source.units.map((unit): [string, string] => [unit.id, bodyOf(source, unit)]),
    ),
  );
}

function measuredIn(source: ParsedSource | undefined): number {
  return source?.units.filter(({ body }) => isMeasured(body.end - body.start)).length ?? 0;
}

/** The first of them that together have no more than `most`. */
function upTo(paths: readonly string[], most: number, count: (path: string) => number): string[] {
  let sum = 0;
  return paths.filter((path) => {
    if (sum + count(path) > most) return false;
    sum += count(path);
    return true;
  });
}

/** The first of them until there are `least`. */
function from(paths: readonly string[], least: number, count: (path: string) => number): string[] {
  let sum = 0;
  return paths.filter((path) => {
    if (sum >= least) return false;
    sum += count(path);
    return true;
  });
}

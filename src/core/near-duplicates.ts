// Bodies that are nearly the same: what is tested with must not have been learned under another name.

import { hash32 } from './random.ts';
import { significant, type Token } from './tokens.ts';

/** Least Jaccard similarity of the runs of tokens of two near duplicates. */
export const NEAR = 0.8;
/** Tokens in a run. */
const RUN = 5;
/** Shorter bodies (`return this.name;`) are alike in every project, and give nothing away. */
const LEAST_TOKENS = 20;

/** The runs of a body's tokens, comments and white space aside, as ascending hashes; `null` for a body too short to tell. */
export type BodyRuns = Uint32Array | null;

export function runsOf(tokens: readonly Token[]): BodyRuns {
  const words = significant(tokens).map(({ text }) => hash32(text));
  if (words.length < LEAST_TOKENS) return null;
  const runs = new Set<number>();
  for (let start = 0; start + RUN <= words.length; start++) {
    let run = 0;
    for (let at = start; at < start + RUN; at++) run = (Math.imul(run, 0x01000193) ^ (words[at] ?? 0)) >>> 0;
    runs.add(run);
  }
  return Uint32Array.from(runs).sort();
}

/**
 * Finds what is nearly the same as anything that was added, and misses none: two sets of runs that are so alike share one of
 * their first few in any order that both keep (prefix filtering: Chaudhuri, Ganti and Kaushik 2006), so that few are compared.
 */
export class NearDuplicates {
  readonly #known: Uint32Array[] = [];
  readonly #byRun = new Map<number, number[]>();

  add(runs: BodyRuns): void {
    if (runs === null) return;
    const place = this.#known.push(runs) - 1;
    for (const run of prefix(runs)) {
      const places = this.#byRun.get(run);
      if (places === undefined) this.#byRun.set(run, [place]);
      else places.push(place);
    }
  }

  has(runs: BodyRuns): boolean {
    if (runs === null) return false;
    const compared = new Set<number>();
    for (const run of prefix(runs)) {
      for (const place of this.#byRun.get(run) ?? []) {
        if (compared.has(place)) continue;
        compared.add(place);
        if (isNear(runs, this.#known[place] ?? runs)) return true;
      }
    }
    return false;
  }
}

function prefix(runs: Uint32Array): Uint32Array {
  return runs.subarray(0, runs.length - Math.ceil(NEAR * runs.length) + 1);
}

function isNear(a: Uint32Array, b: Uint32Array): boolean {
  if (Math.min(a.length, b.length) < NEAR * Math.max(a.length, b.length)) return false;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared >= NEAR * (a.length + b.length - shared);
}

// The code and what the model wrote, line beside line, with the words that differ.

import { diffArrays } from 'diff';
import { type DiffLine, dedent, lineDiff } from '../line-diff.ts';

/** A run of characters on one side; `differs` when the other side does not have it there. */
export interface Piece {
  readonly text: string;
  readonly differs: boolean;
}

/** A line on each side; `null` where the other side has a line that this one lacks. */
export interface SideRow {
  readonly kind: 'same' | 'changed';
  readonly code: readonly Piece[] | null;
  readonly written: readonly Piece[] | null;
}

/** Lines are aligned, then those that changed are paired with the line that they resemble. */
export function sideBySide(code: string, written: string): SideRow[] {
  const rows: SideRow[] = [];
  let [removed, added]: [string[], string[]] = [[], []];
  const close = () => {
    rows.push(...pairUp(removed, added));
    [removed, added] = [[], []];
  };
  for (const { mark, text } of dedent(lineDiff(code, written) satisfies DiffLine[])) {
    if (mark === '-') removed.push(text);
    else if (mark === '+') added.push(text);
    else {
      close();
      const pieces = [{ text, differs: false }];
      rows.push({ kind: 'same', code: pieces, written: pieces });
    }
  }
  close();
  return rows;
}

/** Beyond so many pairs, lines are taken in their order. */
const PAIRS_WORTH_TRYING = 4_000;
/** Share of their words that two lines have in common for one to be a version of the other. */
const LIKE = 0.4;

function pairUp(removed: readonly string[], added: readonly string[]): SideRow[] {
  const pairs = removed.length * added.length <= PAIRS_WORTH_TRYING ? bestPairs(removed, added) : [];
  const rows: SideRow[] = [];
  let [r, a] = [0, 0];
  const fill = (toRemoved: number, toAdded: number) => {
    // what resembles nothing stands side by side as it comes
    while (r < toRemoved || a < toAdded) {
      const left = r < toRemoved ? whole(removed[r++] ?? '') : null;
      const right = a < toAdded ? whole(added[a++] ?? '') : null;
      rows.push({ kind: 'changed', code: left, written: right });
    }
  };
  for (const [pairedRemoved, pairedAdded] of pairs) {
    fill(pairedRemoved, pairedAdded);
    rows.push(wordDiff(removed[r++] ?? '', added[a++] ?? ''));
  }
  fill(removed.length, added.length);
  return rows;
}

function whole(text: string): Piece[] {
  return [{ text, differs: true }];
}

/** The pairs, in order on both sides, whose likenesses add up to most. */
function bestPairs(removed: readonly string[], added: readonly string[]): [number, number][] {
  const words = (lines: readonly string[]) => lines.map((line) => wordsOf(line).filter((word) => word.trim() !== ''));
  const [left, right] = [words(removed), words(added)];
  const width = added.length + 1;
  const likeness = left.map((a) => right.map((b) => likenessOf(a, b)));
  const best = new Float64Array((removed.length + 1) * width); // of the lines from there on
  const at = (r: number, a: number) => best[r * width + a] ?? 0;
  const together = (r: number, a: number) => {
    const like = likeness[r]?.[a] ?? 0;
    return like < LIKE ? -1 : like + at(r + 1, a + 1);
  };
  for (let r = removed.length - 1; r >= 0; r--) {
    for (let a = added.length - 1; a >= 0; a--) {
      best[r * width + a] = Math.max(at(r + 1, a), at(r, a + 1), together(r, a));
    }
  }
  const pairs: [number, number][] = [];
  let [r, a] = [0, 0];
  while (r < removed.length && a < added.length) {
    if (together(r, a) === at(r, a)) pairs.push([r++, a++]);
    else if (at(r + 1, a) >= at(r, a + 1)) r++;
    else a++;
  }
  return pairs;
}

/** Words in common, twice, per word (Dice). */
function likenessOf(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const times = left.get(word) ?? 0;
    if (times === 0) continue;
    common++;
    left.set(word, times - 1);
  }
  return (2 * common) / (a.length + b.length);
}

/** Words beyond which a line is data, and no difference in it worth finding. */
const WORDS_WORTH_READING = 500;

function wordDiff(code: string, written: string): SideRow {
  const [before, after] = [wordsOf(code), wordsOf(written)];
  if (Math.max(before.length, after.length) > WORDS_WORTH_READING) {
    return { kind: 'changed', code: whole(code), written: whole(written) };
  }
  const parts = diffArrays(before, after);
  const side = (other: 'added' | 'removed', own: 'added' | 'removed') =>
    parts.filter((part) => !part[other]).map((part) => ({ text: part.value.join(''), differs: part[own] }));
  return { kind: 'changed', code: side('added', 'removed'), written: side('removed', 'added') };
}

function wordsOf(line: string): string[] {
  return line.match(/[\p{L}\p{N}_$]+|\s+|./gsu) ?? [];
}

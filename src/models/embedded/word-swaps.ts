// The words in which two names differ, and swapping them in other names and in strings.

import { subTokens } from './sub-tokens.ts';

/** The parts in which two names differ: `FooBar` → `FooBaz` is `Bar` → `Baz`. */
export interface WordSwap {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** String words shorter than this are too likely to mean something else. */
const SHORTEST_STRING_WORD = 4;

/** What is left of two names when their common beginning and end are taken off; `null` when one has nothing left. */
export function wordSwap(from: string, to: string): WordSwap | null {
  const own = subTokens(from);
  const other = subTokens(to);
  let start = 0;
  while (start < own.length && start < other.length && equalWords(own[start], other[start])) start += 1;
  let end = 0;
  while (
    end < own.length - start &&
    end < other.length - start &&
    equalWords(own[own.length - 1 - end], other[other.length - 1 - end])
  ) {
    end += 1;
  }
  const swap = { from: own.slice(start, own.length - end), to: other.slice(start, other.length - end) };
  return swap.from.length === 0 || swap.to.length === 0 ? null : swap;
}

function equalWords(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toLowerCase() === b?.toLowerCase();
}

/** Swaps the words wherever they stand in a name, in its own case: `Bar`, `bar` and `BAR`. */
export function swapInName(name: string, swap: WordSwap): string {
  const parts = subTokens(name);
  const at = parts.findIndex((_, start) => swap.from.every((word, offset) => equalWords(parts[start + offset], word)));
  if (at === -1) return name;
  const position = positionOf(name, parts, at);
  const replaced = parts.slice(at, at + swap.from.length);
  const last = positionOf(name, parts, at + swap.from.length - 1) + (replaced.at(-1)?.length ?? 0);
  return name.slice(0, position) + inCaseOf(name, replaced[0] ?? '', swap.to) + name.slice(last);
}

function positionOf(name: string, parts: readonly string[], wanted: number): number {
  let position = 0;
  for (let index = 0; index <= wanted; index += 1) {
    position = name.indexOf(parts[index] ?? '', position);
    if (index < wanted) position += parts[index]?.length ?? 0;
  }
  return position;
}

function inCaseOf(name: string, first: string, words: readonly string[]): string {
  if (name.length > 1 && name === name.toUpperCase()) return words.map((word) => word.toUpperCase()).join('_');
  const capital = first[0] !== first[0]?.toLowerCase();
  return words.map((word, index) => (index > 0 || capital ? capitalised(word) : uncapitalised(word))).join('');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function uncapitalised(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}

/** Swaps the words where they stand alone in a string, in its own case. */
export function swapInString(literal: string, words: readonly WordSwap[]): string {
  let text = literal;
  for (const swap of words) {
    const joined = swap.from.map(capitalised).join('');
    if (joined.length < SHORTEST_STRING_WORD || !text.toLowerCase().includes(joined.toLowerCase())) continue;
    text = text.replace(/[A-Za-z]+/g, (word) =>
      word.toLowerCase() === joined.toLowerCase() ? inCaseOf(word, word, swap.to) : word,
    );
  }
  return text;
}

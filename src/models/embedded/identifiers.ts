// Renaming: which identifiers of a remembered body become which in its new place.

import type { Token } from '../../core/tokens.ts';
import type { Field } from '../../core/unit.ts';
import type { TypeFacts, UnitFacts } from './memory.ts';
import { matchParameters } from './parameters.ts';
import { identifiersIn, subTokens } from './sub-tokens.ts';

/** The parts in which two names differ: `FooBar` → `FooBaz` is `Bar` → `Baz`. */
export interface WordSwap {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What each kind of identifier becomes. */
export interface Renaming {
  /** Parameters: plain names, never members or calls. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Fields: plain names or after `this.`. */
  readonly fields: ReadonlyMap<string, string>;
  readonly types: ReadonlyMap<string, string>;
  /** Names that are called. */
  readonly methods: ReadonlyMap<string, string>;
  readonly words: readonly WordSwap[];
}

/** String words shorter than this are too likely to mean something else. */
const SHORTEST_STRING_WORD = 4;

export function renamingBetween(from: UnitFacts, to: UnitFacts): Renaming {
  const match = matchParameters(from.parameters, to.parameters);
  const parameters = new Map<string, string>();
  const types = new Map<string, string>();
  const words: WordSwap[] = [];
  for (const [own, other] of match.pairs) {
    setIfNew(parameters, own.name, other.name);
    pairIdentifiers(types, own.type, other.type);
  }
  pairIdentifiers(types, from.returnType, to.returnType);
  const ownType = simpleName(from.type.name);
  const otherType = simpleName(to.type.name);
  setIfNew(types, ownType, otherType);
  addSwap(words, ownType, otherType);
  const methods = new Map<string, string>();
  if (from.kind === 'method' && to.kind === 'method') {
    setIfNew(methods, from.name, to.name);
    addSwap(words, from.name, to.name);
  }
  const reserved = new Set(to.parameters.map((parameter) => parameter.name));
  const fields = renamedFields(from.type.fields, to.type.fields, reserved);
  for (const [own, other] of match.pairs) {
    if (isOnlyIn(from.type, to.type, own.name) && isOnlyIn(to.type, from.type, other.name)) {
      setIfNew(fields, own.name, other.name);
    }
  }
  return { parameters, fields, types, methods, words };
}

/** Whether one type has a field of this name and the other has not. */
function isOnlyIn(type: TypeFacts, other: TypeFacts, field: string): boolean {
  const hasField = ({ name }: Field) => name === field;
  return type.fields.some(hasField) && !other.fields.some(hasField);
}

/** A vanished field becomes the one new field of its type, when there is exactly one of each. */
function renamedFields(
  before: readonly Field[],
  after: readonly Field[],
  reserved: ReadonlySet<string>,
): Map<string, string> {
  const renamed = new Map<string, string>();
  const namesBefore = new Set(before.map((field) => field.name));
  const namesAfter = new Set(after.map((field) => field.name));
  for (const { type, name } of before) {
    if (namesAfter.has(name)) continue;
    const fresh = after.filter((field) => field.type === type && !namesBefore.has(field.name));
    const gone = before.filter((field) => field.type === type && !namesAfter.has(field.name));
    const [only] = fresh;
    if (only === undefined || fresh.length > 1 || gone.length > 1 || reserved.has(only.name)) continue;
    renamed.set(name, only.name);
  }
  return renamed;
}

function pairIdentifiers(types: Map<string, string>, from: string, to: string): void {
  if (from === to) return;
  const own = identifiersIn(from);
  const other = identifiersIn(to);
  if (own.length !== other.length) return;
  own.forEach((name, index) => {
    setIfNew(types, name, other[index] ?? name);
  });
}

function setIfNew(map: Map<string, string>, from: string, to: string): void {
  if (from !== to && !map.has(from)) map.set(from, to);
}

function addSwap(words: WordSwap[], from: string, to: string): void {
  const swap = wordSwap(from, to);
  if (swap !== null) words.push(swap);
}

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

export function simpleName(typeName: string): string {
  return typeName.slice(typeName.lastIndexOf('.') + 1);
}

/** The tokens with their identifiers renamed; the names that the body itself declares are left alone. */
export function rename(tokens: readonly Token[], renaming: Renaming, locals: ReadonlySet<string>): Token[] {
  let previous: Token | undefined;
  let beforePrevious: Token | undefined;
  return tokens.map((token, index) => {
    if (token.kind === 'space' || token.kind === 'comment') return token;
    const place = { previous, beforePrevious, called: isCalled(tokens, index) };
    beforePrevious = previous;
    previous = token;
    if (token.kind === 'string') return { kind: token.kind, text: swapInString(token.text, renaming.words) };
    if (token.kind !== 'identifier') return token;
    const text = newName(token.text, renaming, place, locals);
    return text === token.text ? token : { kind: token.kind, text };
  });
}

interface Place {
  readonly previous: Token | undefined;
  readonly beforePrevious: Token | undefined;
  readonly called: boolean;
}

function newName(name: string, renaming: Renaming, place: Place, locals: ReadonlySet<string>): string {
  const member = place.previous?.text === '.' || place.previous?.text === '::';
  if (place.called || place.previous?.text === '::') {
    const method = renaming.methods.get(name);
    if (method !== undefined) return method;
  }
  if (!place.called && !member) {
    const parameter = renaming.parameters.get(name);
    if (parameter !== undefined) return parameter;
  }
  if (!place.called && (!member || place.beforePrevious?.text === 'this') && !locals.has(name)) {
    const field = renaming.fields.get(name);
    if (field !== undefined) return field;
  }
  const type = renaming.types.get(name);
  if (type !== undefined && !locals.has(name)) return type;
  return renaming.words.reduce(swapInName, name);
}

function isCalled(tokens: readonly Token[], index: number): boolean {
  for (let at = index + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || (token.kind !== 'space' && token.kind !== 'comment')) return token?.text === '(';
  }
  return false;
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

function swapInString(literal: string, words: readonly WordSwap[]): string {
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

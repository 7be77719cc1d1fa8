// Renaming: which identifiers of a remembered body become which in its new place.

import type { Token } from '../../core/tokens.ts';
import type { Field } from '../../core/unit.ts';
import type { TypeFacts, UnitFacts } from './memory.ts';
import { matchParameters } from './parameters.ts';
import { identifiersIn } from './sub-tokens.ts';
import { swapInName, swapInString, type WordSwap, wordSwap } from './word-swaps.ts';

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

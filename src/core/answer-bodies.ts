// Finding bodies in a stretch of code: a bare one, one behind a signature, one in a class, statements alone.

import { membersOf } from './members.ts';
import type { Stub } from './stub.ts';
import type { Tokenizer } from './tokens.ts';
import { CONSTRUCTOR_NAME, type MethodUnit, type ParsedSource } from './unit.ts';

/** What a language can tell of an answer. */
export interface AnswerLanguage {
  isBody(text: string): boolean;
  parse(path: string, text: string): ParsedSource;
  readonly tokenize: Tokenizer;
}

/** What was asked for, and in which language. */
export interface BodyFinding {
  readonly stub: Stub;
  readonly language: AnswerLanguage;
}

/** From an opening brace to the one that closes it; `null` when that one is missing. */
export function bracedAt(code: string, at: number, { language }: BodyFinding): string | null {
  const { end } = braceEnd(code.slice(at), language.tokenize);
  return end === null ? null : code.slice(at, at + end);
}

/** The code from `at` on, with the one closing brace that is missing; `null` when more are. */
export function completedAt(code: string, at: number, { language }: BodyFinding): string | null {
  const text = code.slice(at).trimEnd();
  return braceEnd(text, language.tokenize).open === 1 ? `${text}\n}` : null;
}

function braceEnd(text: string, tokenize: Tokenizer): { readonly end: number | null; readonly open: number } {
  let open = 0;
  let offset = 0;
  for (const token of tokenize(text)) {
    offset += token.text.length;
    if (token.text === '{') open += 1;
    if (token.text === '}') open -= 1;
    if (open === 0 && token.text === '}') return { end: offset, open };
  }
  return { end: null, open };
}

/**
 * Where the body's brace stands in a text that goes on right after a signature: comments and a `throws` clause may stand
 * before it. `no-body` where a semicolon ends the declaration; `null` where something else goes on.
 */
export function continuationBrace(text: string, { language }: BodyFinding): number | 'no-body' | null {
  let offset = 0;
  let inClause = false;
  for (const token of language.tokenize(text)) {
    if (token.text === '{') return offset;
    if (token.text === ';') return 'no-body';
    if (token.text === 'throws') inClause = true;
    else if (!inClause && token.kind !== 'space' && token.kind !== 'comment') return null;
    offset += token.text.length;
  }
  return null;
}

/** The bodies of the methods that a text declares: `named` as the stub's unit, those with its parameters first. */
export interface DeclaredBodies {
  readonly named: readonly string[];
  /** The body of the only method that there is, under a name that the stub's file does not know. */
  readonly renamed: readonly string[];
}

/** Reads a text as a file and as the members of the unit's type. */
export function declaredBodies(code: string, finding: BodyFinding): DeclaredBodies {
  const { target } = finding.stub;
  const readings = [code, asMembers(code, target)].map((text) => finding.language.parse(target.path, text));
  const bodies = (fits: (unit: MethodUnit) => boolean) => readings.flatMap((source) => bodiesOf(source, fits));
  const named = [
    ...bodies((unit) => isNamedLike(unit, target) && likeness(unit, target) === 2),
    ...bodies((unit) => isNamedLike(unit, target) && likeness(unit, target) === 1),
    ...bodies((unit) => isNamedLike(unit, target) && likeness(unit, target) === 0),
  ];
  const most = readings.reduce((a, b) => (b.units.length > a.units.length ? b : a));
  const known = new Set(finding.stub.source.units.map(({ name }) => name));
  const isNew = most.units.length === 1 && most.units.every(({ name }) => !known.has(name));
  return { named, renamed: isNew ? bodiesOf(most, () => true) : [] };
}

function asMembers(code: string, target: MethodUnit): string {
  const name = target.typeName.slice(target.typeName.lastIndexOf('.') + 1);
  const type = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) ? name : 'Type';
  const header = target.kind === 'compact-constructor' ? `record ${type}()` : `class ${type}`;
  return `${header} {\n${code}\n}`;
}

function bodiesOf(source: ParsedSource, fits: (unit: MethodUnit) => boolean): string[] {
  return source.units.filter(fits).map(({ body }) => source.text.slice(body.start, body.end));
}

function isNamedLike(unit: MethodUnit, target: MethodUnit): boolean {
  return unit.name === target.name || (unit.kind !== 'method' && target.name === CONSTRUCTOR_NAME);
}

/** 2: the same parameter types; 1: as many; 0: others. */
function likeness({ parameters }: MethodUnit, target: MethodUnit): 0 | 1 | 2 {
  if (parameters.length !== target.parameters.length) return 0;
  const simple = (type: string) => type.replace(/[\w$]+\./g, '');
  const same = parameters.every(({ type }, at) => simple(type) === simple(target.parameters[at]?.type ?? ''));
  return same ? 2 : 1;
}

/** Statements without their braces; `null` for text that only declares types, which is no body though it parses as one. */
export function bodyOfStatements(code: string, { language }: BodyFinding): string | null {
  const members = membersOf(code, language.tokenize);
  const says = members.some(({ code: at, end }) => !declaresType(code.slice(at, end)));
  if (!says) return null;
  const lines = code.replace(/^(?:[ \t]*\n)+/, '').trimEnd();
  return `{\n${lines}\n}`;
}

function declaresType(member: string): boolean {
  const head = member.slice(0, Math.max(0, member.indexOf('{')));
  return /(?:^|\s)(?:class|interface|enum|record|@interface)\s+\w/.test(head);
}

/** At most so many places are tried in a text that is not all code. */
const MOST_PLACES = 40;

/** Declarations of the unit that stand between lines of prose, with the lines of their signature. */
export function declaredAmongProse(text: string, finding: BodyFinding): string[] {
  const { name, typeName } = finding.stub.target;
  const spoken = name === CONSTRUCTOR_NAME ? typeName.slice(typeName.lastIndexOf('.') + 1) : name;
  const bodies: string[] = [];
  let at = text.indexOf(`${spoken}(`);
  for (let tried = 0; at >= 0 && tried < MOST_PLACES; tried += 1) {
    const line = text.lastIndexOf('\n', at) + 1;
    const brace = text.indexOf('{', at);
    const body = brace < 0 ? null : bracedAt(text, brace, finding);
    if (body !== null) bodies.push(...declaredBodies(text.slice(line, brace) + body, finding).named);
    at = text.indexOf(`${spoken}(`, at + 1);
  }
  return bodies;
}

/**
 * The bodies in a text of prose and code, the longest first. Only what begins a line, or follows a colon: a block within
 * broken code is not what was meant.
 */
export function bodiesAmongProse(text: string, finding: BodyFinding): string[] {
  const bodies: string[] = [];
  let at = text.indexOf('{');
  for (let tried = 0; at >= 0 && tried < MOST_PLACES; tried += 1) {
    const braced = bracedAt(text, at, finding);
    if (braced === null) break;
    if (/(?:^|\n|[:`])[ \t]*$/.test(text.slice(0, at)) && finding.language.isBody(braced)) bodies.push(braced);
    at = text.indexOf('{', at + braced.length);
  }
  return bodies.sort((a, b) => b.length - a.length);
}

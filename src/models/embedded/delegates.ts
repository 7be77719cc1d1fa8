// Bodies that only pass the work on to an overload with more parameters.

import type { Token } from '../../core/tokens.ts';
import type { Parameter } from '../../core/unit.ts';
import { CONSTRUCTOR_NAME } from '../../core/unit.ts';
import { codeAt, codeTokens, positionAt, readsAt } from './code-tokens.ts';
import type { UnitFacts } from './memory.ts';
import { matchParameters } from './parameters.ts';
import { type Query, writtenBody } from './query.ts';

export interface Delegate {
  readonly overload: UnitFacts;
  readonly body: string;
}

/** What stands in for a value of a primitive type; references get `null`. */
const DEFAULT_VALUES: ReadonlyMap<string, string> = new Map([
  ['boolean', 'false'],
  ['char', "'\\0'"],
  ['byte', '0'],
  ['short', '0'],
  ['int', '0'],
  ['long', '0'],
  ['float', '0'],
  ['double', '0'],
]);

/** One for each visible overload with at least as many parameters as the unit to write. */
export function delegatesOf(query: Query, tokensOf: (body: string) => readonly Token[]): Delegate[] {
  const { unit, file } = query;
  const overloads = file.headers.filter(
    (other) =>
      other.id !== unit.id &&
      other.type.name === unit.type.name &&
      other.name === unit.name &&
      other.parameters.length >= unit.parameters.length,
  );
  return overloads.map((overload) => ({ overload, body: delegatingBody(query, overload, tokensOf) }));
}

function delegatingBody(query: Query, overload: UnitFacts, tokensOf: (body: string) => readonly Token[]): string {
  const { unit } = query;
  const passed = new Map(
    matchParameters(unit.parameters, overload.parameters).pairs.map(([own, other]) => [other, own]),
  );
  const calls = visibleCalls(query, overload, tokensOf);
  const values = overload.parameters.map(
    (parameter, position) => passed.get(parameter)?.name ?? missingArgument(query, parameter, position, calls),
  );
  const call = `${unit.name === CONSTRUCTOR_NAME ? 'this' : unit.name}(${values.join(', ')});`;
  const statement = returnsNothing(unit) ? call : `return ${call}`;
  return writtenBody([statement], query);
}

function returnsNothing(unit: UnitFacts): boolean {
  return unit.kind !== 'method' || unit.returnType === 'void';
}

function missingArgument(
  { unit }: Query,
  parameter: Parameter,
  position: number,
  calls: readonly (readonly string[])[],
): string {
  const seen = calls.map((call) => call[position] ?? '').find((text) => text !== '');
  if (seen !== undefined) return seen;
  if (unit.type.fields.some((field) => field.name === parameter.name)) return parameter.name;
  return DEFAULT_VALUES.get(parameter.type) ?? 'null';
}

/**
 * The arguments of the visible calls of an overload, found by its name and number of parameters. An argument that uses
 * a parameter of the calling unit means nothing elsewhere: it is empty.
 */
function visibleCalls({ file }: Query, overload: UnitFacts, tokensOf: (body: string) => readonly Token[]): string[][] {
  const callee = overload.kind === 'constructor' ? 'this' : overload.name;
  const callers = file.known.filter(
    (unit) => unit.type.name === overload.type.name && unit.body.includes(`${callee}(`),
  );
  return callers.flatMap((caller) => {
    const own = new Set(caller.parameters.map((parameter) => parameter.name));
    return callsIn(tokensOf(caller.body), callee)
      .filter((call) => call.length === overload.parameters.length)
      .map((call) => call.map((argument) => (argument.some(({ text }) => own.has(text)) ? '' : textOf(argument))));
  });
}

function textOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => token.text)
    .join('')
    .trim();
}

/** The arguments of each call, as tokens. */
function callsIn(tokens: readonly Token[], callee: string): Token[][][] {
  const code = codeTokens(tokens);
  const calls: Token[][][] = [];
  for (let at = 0; at < code.positions.length; at += 1) {
    const isCall = readsAt(code, at, [callee, '(']) && codeAt(code, at - 1)?.text !== '.';
    if (isCall) calls.push(argumentsFrom(tokens, positionAt(code, at + 1) + 1));
  }
  return calls;
}

function argumentsFrom(tokens: readonly Token[], start: number): Token[][] {
  const found: Token[][] = [[]];
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    if (')]}'.includes(token.text)) {
      if (depth === 0) break;
      depth -= 1;
    } else if ('([{'.includes(token.text)) {
      depth += 1;
    } else if (token.text === ',' && depth === 0) {
      found.push([]);
      continue;
    }
    found.at(-1)?.push(token);
  }
  return found;
}

// Fitting a body to more, fewer or reordered parameters: argument lists that pass them on, assignments to fields.

import type { Token } from '../../core/tokens.ts';
import { codeAt, codeTokens, positionAt, readsAt } from './code-tokens.ts';
import type { UnitFacts } from './memory.ts';
import { matchParameters } from './parameters.ts';

/**
 * Fits a body, whose identifiers are renamed already, to the parameters of its new header. An argument list that is
 * exactly the old parameters becomes the new ones; the argument and the `this.x = x;` of a vanished parameter go; a
 * constructor's new parameter with a field of its name gets such an assignment.
 * Gives `tokens` itself back when there is nothing to do.
 */
export function fitParameters(tokens: readonly Token[], from: UnitFacts, to: UnitFacts): readonly Token[] {
  const { pairs, vanished, added } = matchParameters(from.parameters, to.parameters);
  const newName = new Map(pairs.map(([own, other]) => [own.name, other.name]));
  const before = from.parameters.map((parameter) => newName.get(parameter.name) ?? parameter.name);
  const after = to.parameters.map((parameter) => parameter.name);
  if (sameTexts(before, after)) return tokens;
  let fitted = replaceArgumentLists(tokens, before, after);
  for (const { name } of vanished) fitted = dropArgument(dropAssignment(fitted, name), name);
  if (to.kind === 'constructor') {
    const fields = new Set(to.type.fields.map((field) => field.name));
    for (const { name } of added) if (fields.has(name)) fitted = addAssignment(fitted, name);
  }
  return fitted;
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function replaceArgumentLists(
  tokens: readonly Token[],
  before: readonly string[],
  after: readonly string[],
): readonly Token[] {
  if (before.length === 0) return tokens;
  const pattern = ['(', ...before.flatMap((name, index) => (index === 0 ? [name] : [',', name])), ')'];
  const code = codeTokens(tokens);
  const result: Token[] = [];
  let copied = 0;
  for (let at = 1; at < code.positions.length; at += 1) {
    if (!readsAt(code, at, pattern) || !isCallee(codeAt(code, at - 1))) continue;
    result.push(...tokens.slice(copied, positionAt(code, at) + 1), ...commaList(after));
    copied = positionAt(code, at + pattern.length - 1);
  }
  return copied === 0 ? tokens : [...result, ...tokens.slice(copied)];
}

function isCallee(token: Token | undefined): boolean {
  return token?.kind === 'identifier' || token?.text === 'this' || token?.text === 'super' || token?.text === '>';
}

function commaList(names: readonly string[]): Token[] {
  return names.flatMap((text, index): Token[] => {
    const name: Token = { kind: 'identifier', text };
    return index === 0 ? [name] : [{ kind: 'operator', text: ',' }, { kind: 'space', text: ' ' }, name];
  });
}

function dropAssignment(tokens: readonly Token[], name: string): readonly Token[] {
  const code = codeTokens(tokens);
  const pattern = ['this', '.', name, '=', name, ';'];
  const at = code.positions.findIndex((_, index) => readsAt(code, index, pattern));
  if (at < 1) return tokens;
  return [
    ...tokens.slice(0, positionAt(code, at - 1) + 1),
    ...tokens.slice(positionAt(code, at + pattern.length - 1) + 1),
  ];
}

function dropArgument(tokens: readonly Token[], name: string): readonly Token[] {
  const code = codeTokens(tokens);
  const cut = (from: number, to: number) =>
    dropArgument([...tokens.slice(0, positionAt(code, from)), ...tokens.slice(positionAt(code, to))], name);
  for (let at = 1; at < code.positions.length; at += 1) {
    if (codeAt(code, at)?.text !== name) continue;
    const before = codeAt(code, at - 1)?.text;
    const after = codeAt(code, at + 1)?.text;
    if (before === ',' && (after === ',' || after === ')')) return cut(at - 1, at + 1);
    if (before === '(' && after === ',') return cut(at, at + 2);
    if (before === '(' && after === ')' && isCallee(codeAt(code, at - 2))) return cut(at, at + 1);
  }
  return tokens;
}

/** After the last assignment of its kind, with the same white space before it. */
function addAssignment(tokens: readonly Token[], name: string): readonly Token[] {
  const code = codeTokens(tokens);
  const last = code.positions.findLastIndex(
    (_, index) =>
      readsAt(code, index, ['this', '.']) &&
      codeAt(code, index + 3)?.text === '=' &&
      codeAt(code, index + 5)?.text === ';',
  );
  const assigned = code.positions.some((_, index) => readsAt(code, index, ['this', '.', name, '=']));
  if (last === -1 || assigned) return tokens;
  const afterLast = positionAt(code, last + 5) + 1;
  const lineStart = tokens[positionAt(code, last) - 1];
  const space: Token[] = lineStart?.kind === 'space' ? [lineStart] : [];
  return [...tokens.slice(0, afterLast), ...space, ...assignment(name), ...tokens.slice(afterLast)];
}

function assignment(name: string): Token[] {
  const space: Token = { kind: 'space', text: ' ' };
  return [
    { kind: 'keyword', text: 'this' },
    { kind: 'operator', text: '.' },
    { kind: 'identifier', text: name },
    space,
    { kind: 'operator', text: '=' },
    space,
    { kind: 'identifier', text: name },
    { kind: 'operator', text: ';' },
  ];
}

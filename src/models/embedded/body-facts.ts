// What a body uses and declares, read off its tokens.

import type { Token } from '../../core/tokens.ts';
import { codeAt, codeTokens } from './code-tokens.ts';

export interface BodyFacts {
  readonly identifiers: ReadonlySet<string>;
  /** Identifiers that stand for a variable: not called, and behind no dot but `this.`. */
  readonly variables: ReadonlySet<string>;
  /** Variables that the body declares, lambda parameters among them. */
  readonly locals: ReadonlySet<string>;
  /** Whether it returns a value or leaves by an exception only. */
  readonly returnsValue: boolean;
  /** Whether it is nothing but its braces. */
  readonly isEmpty: boolean;
}

const ENDS_A_TYPE: ReadonlySet<string> = new Set([
  ...['>', ']', '...', 'boolean', 'byte', 'char', 'short', 'int', 'long', 'float', 'double'],
]);
const FOLLOWS_A_DECLARED_NAME: ReadonlySet<string> = new Set(['=', ';', ':', ',', ')']);

export function bodyFacts(tokens: readonly Token[]): BodyFacts {
  const code = codeTokens(tokens);
  const identifiers = new Set<string>();
  const variables = new Set<string>();
  const locals = new Set<string>();
  let returnsValue = false;
  code.positions.forEach((_, index) => {
    const token = codeAt(code, index);
    if (token === undefined) return;
    const next = codeAt(code, index + 1)?.text ?? '';
    if ((token.text === 'return' && next !== ';') || token.text === 'throw') returnsValue = true;
    if (token.kind !== 'identifier') return;
    identifiers.add(token.text);
    const previous = codeAt(code, index - 1);
    if (next === '->') locals.add(token.text);
    else if (
      FOLLOWS_A_DECLARED_NAME.has(next) &&
      previous !== undefined &&
      (previous.kind === 'identifier' || ENDS_A_TYPE.has(previous.text))
    ) {
      locals.add(token.text);
    }
    const member = previous?.text === '.' && codeAt(code, index - 2)?.text !== 'this';
    if (!member && previous?.text !== '::' && next !== '(') variables.add(token.text);
  });
  return { identifiers, variables, locals, returnsValue, isEmpty: code.positions.length <= 2 };
}

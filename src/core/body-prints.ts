// A method told by its tokens: found again in a later text without parsing that text.

import type { Token } from './tokens.ts';

/** Same print, same tokens from the method's name to the end of its body: name, parameters, `throws` and body. */
export interface BodyPrint {
  /** `total(` for a method or constructor, `Line` for a compact constructor or a type. */
  readonly name: string;
  /** Where the body's opening brace stands, in UTF-16 code units. */
  readonly bodyStart: number;
  /** An integer of 53 bits: two different methods share one once in 9 × 10¹⁵. */
  readonly print: number;
  /** Characters of the body's tokens, braces included. */
  readonly bodyCharacters: number;
}

/**
 * The prints of the blocks that have a name in front of them, in the order of their ends. Methods and constructors are
 * among them; so are types and anonymous classes, whose prints are no method's. Blocks with other names than those that
 * are wanted cost next to nothing.
 */
export function bodyPrints(tokens: readonly Token[], isWanted: (name: string) => boolean = () => true): BodyPrint[] {
  const code = new CodeTokens(tokens);
  const prints: BodyPrint[] = [];
  const braces: number[] = [];
  const parentheses: number[] = [];
  /** For each `)` the place of its `(`. */
  const opened = new Int32Array(code.length);
  for (let at = 0; at < code.length; at++) {
    switch (code.text(at)) {
      case '(':
        parentheses.push(at);
        break;
      case ')':
        opened[at] = parentheses.pop() ?? 0;
        break;
      case '{':
        braces.push(at);
        break;
      case '}': {
        const print = blockPrint(code, braces.pop(), at, opened, isWanted);
        if (print !== null) prints.push(print);
        break;
      }
    }
  }
  return prints;
}

function blockPrint(
  code: CodeTokens,
  open: number | undefined,
  close: number,
  opened: Int32Array,
  isWanted: (name: string) => boolean,
): BodyPrint | null {
  const at = open === undefined ? null : nameBefore(code, open, opened);
  if (open === undefined || at === null) return null;
  const name = code.text(at + 1) === '(' ? `${code.text(at)}(` : code.text(at);
  if (!isWanted(name)) return null;
  return {
    name,
    bodyStart: code.start(open),
    print: code.print(at, close),
    bodyCharacters: code.characters(open, close),
  };
}

/** A `throws` clause longer than this is none. */
const LONGEST_CLAUSE_TOKENS = 80;
const IN_CLAUSE: ReadonlySet<string> = new Set(['.', ',', '[', ']', '@', '<', '>', '?', '&', 'throws']);

/** The place of the name that a block belongs to: `name(…) throws … {`, or `Name {` for a compact constructor. */
function nameBefore(code: CodeTokens, brace: number, opened: Int32Array): number | null {
  for (let at = brace - 1; at >= Math.max(0, brace - LONGEST_CLAUSE_TOKENS); at--) {
    if (code.text(at) === ')') {
      const name = (opened[at] ?? 0) - 1;
      return code.isName(name) ? name : null;
    }
    if (!code.isName(at) && !IN_CLAUSE.has(code.text(at))) break;
  }
  return code.isName(brace - 1) ? brace - 1 : null;
}

/** The tokens that a compiler sees. */
class CodeTokens {
  readonly #tokens: Token[] = [];
  readonly #starts: number[] = [];

  constructor(tokens: readonly Token[]) {
    let start = 0;
    for (const token of tokens) {
      if (token.kind !== 'space' && token.kind !== 'comment') {
        this.#tokens.push(token);
        this.#starts.push(start);
      }
      start += token.text.length;
    }
  }

  get length(): number {
    return this.#tokens.length;
  }

  text(at: number): string {
    return this.#tokens[at]?.text ?? '';
  }

  start(at: number): number {
    return this.#starts[at] ?? 0;
  }

  isName(at: number): boolean {
    return this.#tokens[at]?.kind === 'identifier';
  }

  characters(from: number, to: number): number {
    let sum = 0;
    for (let at = from; at <= to; at++) sum += this.text(at).length;
    return sum;
  }

  print(from: number, to: number): number {
    let [high, low] = [0x811c9dc5 | 0, 0];
    for (let at = from; at <= to; at++) {
      const hash = hashOf(this.text(at));
      high = Math.imul(high ^ hash, 0x01000193) ^ (high >>> 15);
      low = Math.imul(low, 0x5bd1e995) + hash;
    }
    low ^= low >>> 13;
    return (high >>> 0) * 0x200000 + (Math.imul(low, 0x9e3779b1) >>> 11);
  }
}

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

// A method told by its tokens: found again in a later text without parsing that text.

import type { Token } from './tokens.ts';

/** Same print, same tokens from the method's name to the end of its body: name, parameters, `throws` and body. */
export interface BodyPrint {
  /** Where the body's opening brace stands, in UTF-16 code units. */
  readonly bodyStart: number;
  /** An integer of 53 bits: two different methods share one once in 9 × 10¹⁵. */
  readonly print: number;
  /** Characters of the body's tokens, braces included. */
  readonly bodyCharacters: number;
}

/**
 * The prints of all blocks that have a name in front of them, in the order of their ends. Methods and constructors are
 * among them; so are types and anonymous classes, whose prints are no method's.
 */
export function bodyPrints(tokens: readonly Token[]): BodyPrint[] {
  const code = new CodeTokens(tokens);
  const prints: BodyPrint[] = [];
  const braces: number[] = [];
  const parentheses: number[] = [];
  /** For each `)` the place of its `(`. */
  const opened = new Map<number, number>();
  for (let at = 0; at < code.length; at++) {
    switch (code.text(at)) {
      case '(':
        parentheses.push(at);
        break;
      case ')': {
        const open = parentheses.pop();
        if (open !== undefined) opened.set(at, open);
        break;
      }
      case '{':
        braces.push(at);
        break;
      case '}': {
        const open = braces.pop();
        const name = open === undefined ? null : nameBefore(code, open, opened);
        if (open !== undefined && name !== null) {
          prints.push({
            bodyStart: code.start(open),
            print: code.print(name, at),
            bodyCharacters: code.characters(open, at),
          });
        }
        break;
      }
    }
  }
  return prints;
}

/** A `throws` clause longer than this is none. */
const LONGEST_CLAUSE_TOKENS = 80;
const IN_CLAUSE: ReadonlySet<string> = new Set(['.', ',', '[', ']', '@', '<', '>', '?', '&', 'throws']);

/** The place of the name that a block belongs to: `name(…) throws … {`, or `Name {` for a compact constructor. */
function nameBefore(code: CodeTokens, brace: number, opened: ReadonlyMap<number, number>): number | null {
  for (let at = brace - 1; at >= Math.max(0, brace - LONGEST_CLAUSE_TOKENS); at--) {
    if (code.text(at) === ')') {
      const name = (opened.get(at) ?? 0) - 1;
      return code.isName(name) ? name : null;
    }
    if (!code.isName(at) && !IN_CLAUSE.has(code.text(at))) break;
  }
  return code.isName(brace - 1) ? brace - 1 : null;
}

/** The tokens that a compiler sees, with a hash of each. */
class CodeTokens {
  readonly #tokens: Token[] = [];
  readonly #starts: number[] = [];
  readonly #hashes: number[] = [];

  constructor(tokens: readonly Token[]) {
    let start = 0;
    for (const token of tokens) {
      if (token.kind !== 'space' && token.kind !== 'comment') {
        this.#tokens.push(token);
        this.#starts.push(start);
        this.#hashes.push(hashOf(token.text));
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
      const hash = this.#hashes[at] ?? 0;
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

// Which braces belong together, as the tokens tell it: a second opinion on every body that the parser finds.

import type { Token } from '../../core/tokens.ts';

export interface BracePair {
  /** Past the closing brace; infinite when there is none. */
  end: number;
  /** How many braces are open around the pair. */
  readonly depth: number;
}

/** Every pair of braces by the offset of its opening brace. */
export function matchBraces(tokens: readonly Token[]): ReadonlyMap<number, BracePair> {
  const pairs = new Map<number, BracePair>();
  const open: BracePair[] = [];
  let offset = 0;
  for (const { text } of tokens) {
    if (text === '{') {
      const pair: BracePair = { end: Number.POSITIVE_INFINITY, depth: open.length };
      pairs.set(offset, pair);
      open.push(pair);
    } else if (text === '}') {
      const pair = open.pop();
      if (pair !== undefined) pair.end = offset + 1;
    }
    offset += text.length;
  }
  return pairs;
}

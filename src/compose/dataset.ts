// What a training set stands on that no other command needs: the counter of its tokens.

import { basename } from 'node:path';
import { readSettingsFile } from '../files/settings-file.ts';
import { ESTIMATED_TOKENS, tokenizerCounter } from '../models/token-counter.ts';

export interface NamedCounter {
  readonly count: (text: string) => number;
  /** The name of the tokenizer's file, or `estimated`. */
  readonly name: string;
}

/** The counter of a `tokenizer.json`, or without one the estimate that inference goes by too. */
export async function composeTokenCounter(path: string | undefined): Promise<NamedCounter> {
  if (path === undefined) return { count: ESTIMATED_TOKENS.count, name: 'estimated' };
  return { count: tokenizerCounter(await readSettingsFile(path), path).count, name: basename(path) };
}

// Counting tokens: by the model's own tokenizer, or by an estimate on the safe side.

import { expect, test } from 'vitest';
import { ESTIMATED_TOKENS, tokenizerCounter } from '../../src/models/token-counter.ts';

/** Every word of three is a token of its own, any other is unknown; white space parts them. */
const TOKENIZER = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: { type: 'Whitespace' },
  post_processor: null,
  decoder: null,
  model: { type: 'WordLevel', vocab: { '[UNK]': 0, long: 1, total: 2, return: 3 }, unk_token: '[UNK]' },
};

test('a tokenizer.json counts as the model does', () => {
  const { count } = tokenizerCounter(Buffer.from(JSON.stringify(TOKENIZER)), 'tokenizer.json');
  expect([count('long total'), count('return long total'), count('')]).toEqual([2, 3, 0]);
});

test('the estimate is two tokens for five bytes', () => {
  expect([ESTIMATED_TOKENS.count('int a;'), ESTIMATED_TOKENS.count('é'), ESTIMATED_TOKENS.count('')]).toEqual([
    3, 1, 0,
  ]);
});

test('counters that count differently are told apart', () => {
  const { identity } = tokenizerCounter(Buffer.from(JSON.stringify(TOKENIZER)), 'tokenizer.json');
  expect(identity).not.toBe(ESTIMATED_TOKENS.identity);
});

test('what is no tokenizer is an expected failure', () => {
  for (const content of ['', '{}', 'null', '{"model":{"type":"Dreams"}}']) {
    expect(() => tokenizerCounter(Buffer.from(content), 'tokenizer.json')).toThrow('tokenizer.json cannot be used');
  }
});

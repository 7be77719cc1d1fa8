// How `--every` and `--retrain-at` are written.

import { describe, expect, it } from 'vitest';
import { parseEvery, parseLines } from '../../src/cli/every.ts';

describe('--every', () => {
  it.each([
    ['1w', { count: 1, unit: 'weeks' }],
    ['2w', { count: 2, unit: 'weeks' }],
    ['1m', { count: 1, unit: 'months' }],
    ['10d', { count: 10, unit: 'days' }],
    ['merge', 'merge'],
  ])('takes %s', (text, every) => expect(parseEvery(text)).toEqual(every));

  it.each(['', 'w', '0w', '-1w', '1.5w', '1 w', '1W', '1y', '1000d', 'week', 'merges'])('refuses %j', (text) =>
    expect(() => parseEvery(text)).toThrow(`--every does not take ${JSON.stringify(text)}`),
  );
});

describe('--retrain-at', () => {
  it.each([
    ['0.95,0.9,0.85', [0.95, 0.9, 0.85]],
    ['.9', [0.9]],
    ['.95, .9', [0.95, 0.9]],
    ['1,1.0,.5', [1, 0.5]],
  ])('takes %s', (text, lines) => expect(parseLines(text)).toEqual(lines));

  it.each(['', '0', '0.0', '1.1', '90', '90%', '.9,', ',', '-.9', '.9;.8', '9e-1', 'none'])('refuses %j', (text) =>
    expect(() => parseLines(text)).toThrow(`--retrain-at does not take ${JSON.stringify(text)}`),
  );
});

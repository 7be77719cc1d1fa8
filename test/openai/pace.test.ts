// The rules of pace, worked by hand.

import { describe, expect, it } from 'vitest';
import { afterAnswer, afterOverload, askedWaitMs, startingPace, waitMs } from '../../src/openai/pace.ts';

describe('how many requests are under way at once', () => {
  it('halves once for all requests that were under way together, and never ends below one', () => {
    const eight = startingPace(8);
    const four = afterOverload(eight, eight.cuts);
    expect(four.limit).toBe(4);
    expect(afterOverload(four, eight.cuts)).toBe(four);
    const limits = [];
    for (let pace = four; limits.length < 4; pace = afterOverload(pace, pace.cuts)) limits.push(pace.limit);
    expect(limits).toEqual([4, 2, 1, 1]);
  });

  it('grows by one after as many answers as go at once, up to the ceiling', () => {
    let pace = { limit: 1, ceiling: 4, answers: 0, cuts: 3 };
    const limits = [];
    for (let answer = 1; answer <= 8; answer += 1) {
      pace = afterAnswer(pace);
      limits.push(pace.limit);
    }
    expect(limits).toEqual([2, 2, 3, 3, 3, 4, 4, 4]);
  });
});

describe('how long to wait', () => {
  it('doubles from the base, up to eight seconds, less up to a quarter', () => {
    const waits = (chance: number) =>
      [0, 1, 2, 3, 4, 5].map((retry) => waitMs({ retry, baseMs: 500, askedMs: null, chance }));
    expect(waits(0)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
    expect(waits(0.5)).toEqual([437.5, 875, 1_750, 3_500, 7_000, 7_000]);
  });

  it('never comes back sooner than the server asked', () => {
    expect(waitMs({ retry: 0, baseMs: 500, askedMs: 20_000, chance: 0 })).toBe(20_000);
    expect(waitMs({ retry: 0, baseMs: 500, askedMs: 20_000, chance: 0.5 })).toBe(21_000);
  });

  it.each([
    [{ 'retry-after': '2' }, 2_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after-ms': '30', 'retry-after': '2' }, 30],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:01:00 GMT' }, 50_000],
    [{ 'retry-after': 'Thu, 01 Jan 1970 00:00:01 GMT' }, 0],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-5' }, null],
    [{}, null],
  ] as [Record<string, string>, number | null][])('reads %j', (headers, expected) => {
    expect(askedWaitMs((name) => headers[name] ?? null, 10_000)).toBe(expected);
  });
});

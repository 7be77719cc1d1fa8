// What is said of one method, and in which order.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { similarity } from '../../src/core/distance.ts';
import { DEFAULT_VERDICT_POLICY, disagreement, judge, type VerdictFacts } from '../../src/core/verdict.ts';

/** An unremarkable answer: half right, no better and no worse than for the body before. */
const facts = (special: Partial<VerdictFacts>): VerdictFacts => ({
  sameTokens: false,
  similarity: 0.5,
  similarityToPrevious: 0.4,
  disagreement: 0,
  ...special,
});

const verdict = (special: Partial<VerdictFacts>) => judge(facts(special), DEFAULT_VERDICT_POLICY);

describe('the first verdict that fits', () => {
  test('reproduced: the same tokens, whatever else is true', () => {
    expect(verdict({ sameTokens: true, similarity: 0.9, similarityToPrevious: 0.95, disagreement: 1 })).toBe(
      'reproduced',
    );
  });

  test('outdated: closer to the body before, even if the samples disagree or the answer is close', () => {
    expect(verdict({ similarity: 0.5, similarityToPrevious: 0.6, disagreement: 1 })).toBe('outdated');
    expect(verdict({ similarity: 0.98, similarityToPrevious: 1 })).toBe('outdated');
  });

  test('ambiguous: the samples disagree, even if the first of them is close', () => {
    expect(verdict({ similarity: 0.9, disagreement: 0.51 })).toBe('ambiguous');
  });

  test('familiar: at the line or above', () => {
    expect(verdict({ similarity: 0.8 })).toBe('familiar');
    expect(verdict({ similarity: 0.79 })).toBe('unfamiliar');
  });

  test('unfamiliar: the rest', () => {
    expect(verdict({ similarity: 0.1, similarityToPrevious: null })).toBe('unfamiliar');
  });
});

describe('the lines between', () => {
  test('as close to the body before as to the one after is not outdated', () => {
    expect(verdict({ similarity: 0.6, similarityToPrevious: 0.6 })).toBe('unfamiliar');
    expect(verdict({ similarity: 0.9, similarityToPrevious: 0.9 })).toBe('familiar');
  });

  test('an added method has no body before, so it is never outdated', () => {
    expect(verdict({ similarity: 0, similarityToPrevious: null })).toBe('unfamiliar');
  });

  test('disagreement exactly at the policy’s line is not ambiguous', () => {
    expect(verdict({ similarity: 0.9, disagreement: 0.5 })).toBe('familiar');
  });

  test('the policy draws the lines', () => {
    const strict = { familiar: 0.95, ambiguous: 0.1 };
    expect(judge(facts({ similarity: 0.9 }), strict)).toBe('unfamiliar');
    expect(judge(facts({ similarity: 0.99, disagreement: 0.2 }), strict)).toBe('ambiguous');
  });
});

test('one token of a method of 40 lines: 98 % alike, and outdated all the same', () => {
  const postings = Array.from({ length: 38 }, (_, month) => `    ledger.post(accounts.get(${month}), rate);`);
  const before = ['{', ...postings, '    return ledger.close(2);', '}'].join('\n');
  const after = before.replace('close(2)', 'close(quarter)');
  const written = before; // the model writes what it was trained on
  const toAfter = similarity(after, written);
  expect(toAfter).toBeGreaterThan(0.98);
  expect(verdict({ similarity: toAfter, similarityToPrevious: similarity(before, written) })).toBe('outdated');
});

describe('disagreement of samples', () => {
  test('of one sample, or of equal ones, is 0', () => {
    expect(disagreement([])).toBe(0);
    expect(disagreement([{ text: '{ return net; }', weight: 1 }])).toBe(0);
    expect(
      disagreement([
        { text: '{ return net; }', weight: 0.6 },
        { text: '{ return net; }', weight: 0.4 },
      ]),
    ).toBe(0);
  });

  test('is the expected dissimilarity of two that are drawn: Σᵢ Σⱼ pᵢ pⱼ (1 − similarity)', () => {
    // `{a;}` and `{b;}` differ in 1 of 4: 2 · ¾ · ¼ · ¼
    expect(
      disagreement([
        { text: '{a;}', weight: 0.75 },
        { text: '{b;}', weight: 0.25 },
      ]),
    ).toBeCloseTo(2 * 0.75 * 0.25 * 0.25, 12);
  });

  test('of three: every pair counts', () => {
    // dissimilarities ab 1/4, ac 2/4, bc 2/4
    expect(
      disagreement([
        { text: '{a;}', weight: 0.5 },
        { text: '{b;}', weight: 0.3 },
        { text: '{xy}', weight: 0.2 },
      ]),
    ).toBeCloseTo(2 * (0.5 * 0.3 * (1 / 4) + 0.5 * 0.2 * (2 / 4) + 0.3 * 0.2 * (2 / 4)), 12);
  });

  test('weights are normalised, so that counts will do', () => {
    const texts = ['{ return net; }', '{ return gross; }', '{ throw new Overdrawn(); }'];
    const weighted = (weights: readonly number[]) =>
      disagreement(texts.map((text, index) => ({ text, weight: weights[index] ?? 0 })));
    expect(weighted([2, 1, 1])).toBeCloseTo(weighted([0.5, 0.25, 0.25]), 12);
  });

  test('without any weight there is nothing to disagree', () => {
    expect(disagreement([{ text: '{}', weight: 0 }])).toBe(0);
  });

  test('lies in [0, 1] and does not depend on the order of the samples', () => {
    const samples = fc.array(fc.record({ text: fc.string(), weight: fc.double({ min: 0.01, max: 1, noNaN: true }) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(samples, (drawn) => {
        const value = disagreement(drawn);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(disagreement([...drawn].reverse())).toBeCloseTo(value, 9);
      }),
    );
  });
});

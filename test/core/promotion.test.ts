// Better on what changed, no worse elsewhere: what is decided, and by what.

import { describe, expect, it } from 'vitest';
import { scoreLikelihood, scoreTasks } from '../../src/core/generality.ts';
import { estimatePaired, type PairedRow } from '../../src/core/paired-models.ts';
import {
  decidePromotion,
  type ForgettingProbe,
  DEFAULT_PROMOTION_POLICY as POLICY,
  type PromotionMeasures,
} from '../../src/core/promotion.ts';

/** So many units over ten files; the challenger comes closer by `closer`, in every other file by twice that. */
function rows(units: number, closer: number, champion = 0.5): PairedRow[] {
  return Array.from({ length: units }, (_, index) => {
    const file = index % 10;
    const path = `src/main/java/ledger/Account${file}.java`;
    return {
      id: `${path}#Account${file}.entry${index}()`,
      path,
      change: 'modified',
      learned: true,
      champion,
      challenger: champion + closer * (file % 2 === 0 ? 1 : 2),
      championFailed: false,
      challengerFailed: false,
    };
  });
}

function probe(closer: number, unchanged = 1_000): ForgettingProbe {
  return { ...estimatePaired(rows(100, closer)), unchanged };
}

const BETTER: PromotionMeasures = {
  changes: estimatePaired(rows(40, 0.1)),
  forgetting: probe(0),
  tasks: null,
  likelihood: { kind: 'not-asked' },
  unasked: 0,
  unanswered: 0,
};

const decide = (measures: Partial<PromotionMeasures>, policy = POLICY) =>
  decidePromotion({ ...BETTER, ...measures }, policy);

describe('a paired difference', () => {
  it('is the mean over units, with an interval over files', () => {
    const estimate = estimatePaired(rows(20, 0.1));
    expect(estimate).toMatchObject({ units: 20, files: 10, closer: 20, farther: 0, same: 0 });
    expect(estimate.difference).toBeCloseTo(0.15, 12);
    // ten files of two units each, at 0.1 and 0.2 by turns: t(0.975, 9) · √(9/10 · 10 · (0.05/9)²)
    const margin = 2.2621571627 * Math.sqrt((9 / 10) * 10 * (0.05 / 9) ** 2);
    expect(estimate.interval?.low).toBeCloseTo(0.15 - margin, 4);
    expect(estimate.interval?.high).toBeCloseTo(0.15 + margin, 4);
  });

  it('has no interval where all units stand in one file, and no value where there are none', () => {
    const one = rows(20, 0.1).map((row) => ({ ...row, path: 'One.java' }));
    expect(estimatePaired(one).interval).toBeNull();
    expect(estimatePaired([])).toMatchObject({ units: 0, difference: null, interval: null, champion: null });
  });
});

describe('a promotion', () => {
  it('takes a challenger that is better on the changes and remembers the rest, and says what nobody measured', () => {
    expect(decide({})).toEqual({
      kind: 'promote',
      reasons: ['closer', 'remembers', 'tasks-not-asked', 'likelihood-not-asked'],
    });
  });

  it('takes the first model that comes', () => {
    expect(decide({ changes: null, forgetting: null })).toEqual({ kind: 'promote', reasons: ['first-champion'] });
  });

  it.each([
    ['an equal one', { changes: estimatePaired(rows(40, 0)) }, 'not-closer'],
    ['a worse one', { changes: estimatePaired(rows(40, -0.1)) }, 'not-closer'],
    ['one on too few changes', { changes: estimatePaired(rows(19, 0.1)) }, 'too-few-changes'],
    [
      'one on changes that all stand in one file',
      { changes: { ...estimatePaired(rows(40, 0.1)), interval: null } },
      'too-few-changes',
    ],
    ['one that forgot', { forgetting: probe(-0.05) }, 'forgot'],
    ['one that forgot, by a census', { forgetting: probe(-0.02, 100) }, 'forgot'],
    ['one on a part of the changes', { unasked: 1 }, 'budget-spent'],
    ['one whose server did not answer', { unanswered: 3 }, 'unanswered'],
    [
      'one that lost tasks',
      { tasks: { tasks: 58, championPasses: 30, challengerPasses: 27, won: 1, lost: 4 } },
      'tasks-lost',
    ],
    [
      'one to which other code became unlikely',
      {
        likelihood: {
          kind: 'measured',
          texts: 9,
          championTokens: 900,
          challengerTokens: 900,
          champion: -1,
          challenger: -1.06,
        },
      },
      'likelihood-lost',
    ],
  ] as const)('does not take %s', (_, measures, reason) => {
    const { kind, reasons } = decide(measures);
    expect(kind).toBe('keep');
    expect(reasons[0]).toBe(reason);
  });

  it('does not take one that may have forgotten: the interval has to be within the margin whole', () => {
    const unsure = { ...probe(0), difference: 0, interval: { low: -0.011, high: 0.02 } };
    expect(decide({ forgetting: unsure }).reasons[0]).toBe('forgetting-unsure');
    expect(decide({ forgetting: { ...unsure, interval: { low: -0.01, high: 0.02 } } }).kind).toBe('promote');
  });

  it('asks for the difference of the policy besides', () => {
    const policy = { ...POLICY, leastDifference: 0.2 };
    expect(decide({}, policy)).toMatchObject({
      kind: 'keep',
      reasons: ['difference-too-small', 'remembers', 'tasks-not-asked', 'likelihood-not-asked'],
    });
  });

  it('lets a twentieth of the tasks go, and counts what decided before what was not measured', () => {
    const tasks = { tasks: 58, championPasses: 30, challengerPasses: 28, won: 0, lost: 2 };
    const likelihood = { kind: 'not-given', by: 'both' } as const;
    expect(decide({ tasks, likelihood }).reasons).toEqual([
      'closer',
      'remembers',
      'tasks-kept',
      'likelihood-not-given',
    ]);
  });

  it('does not put means over different tokens beside each other', () => {
    const likelihood = {
      kind: 'measured',
      texts: 9,
      championTokens: 900,
      challengerTokens: 800,
      champion: -1,
      challenger: -9,
    } as const;
    expect(decide({ likelihood })).toMatchObject({ kind: 'promote' });
    expect(decide({ likelihood }).reasons.at(-1)).toBe('likelihood-not-comparable');
  });

  it('says of a project without unchanged code that nothing was measured there', () => {
    expect(decide({ forgetting: null }).reasons).toContain('nothing-to-forget');
  });
});

it('pass@1 counts what each solves, and what one alone does', () => {
  const scores = scoreTasks([
    { name: 'a', champion: 'passes', challenger: 'passes' },
    { name: 'b', champion: 'fails', challenger: 'passes' },
    { name: 'c', champion: 'passes', challenger: 'times-out' },
    { name: 'd', champion: 'no-answer', challenger: 'does-not-compile' },
  ]);
  expect(scores).toEqual({ tasks: 4, championPasses: 2, challengerPasses: 2, won: 1, lost: 1 });
});

it('the mean log-likelihood is taken over all tokens, not over texts', () => {
  const champion = [
    { tokens: 1, logProbability: -4 },
    { tokens: 3, logProbability: -2 },
  ];
  const challenger = [
    { tokens: 1, logProbability: -2 },
    { tokens: 3, logProbability: -6 },
  ];
  expect(scoreLikelihood(champion, challenger)).toMatchObject({
    texts: 2,
    champion: -1.5,
    challenger: -2,
    championTokens: 4,
  });
  expect(scoreLikelihood([], [])).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { type BadgeFacts, badgeEndpoint, badgeJson, badgeSvg } from '../../src/report/badge.ts';
import { expectGolden } from './golden.ts';

const policy = { line: 0.9, warnWithin: 3, of: null };

const BADGES: Record<string, BadgeFacts> = {
  fresh: { verdict: 'fresh', freshness: 0.972, ...policy },
  near: { verdict: 'fresh', freshness: 0.914, ...policy },
  stale: { verdict: 'stale', freshness: 0.841, ...policy },
  'stale-by-a-hair': { verdict: 'stale', freshness: 0.896, ...policy },
  'of-the-model-before': { verdict: 'stale', freshness: 0.841, ...policy, of: 'acme/ledger-7b, trained at 3f2c9ab' },
  unknown: { verdict: 'unknown' },
  shadow: { verdict: 'fresh', freshness: 0.972, ...policy, isShadow: true },
};

describe.each(Object.entries(BADGES))('the badge: %s', (name, facts) => {
  it('as SVG', () => expectGolden(`badge-${name}.golden.svg`, `${badgeSvg(facts)}\n`));

  it('for shields.io', () => expectGolden(`badge-${name}.golden.json`, badgeJson(facts)));

  it('loads nothing and runs nothing', () => {
    const svg = badgeSvg(facts).replaceAll(/xmlns(:xlink)?="[^"]*"/g, '');
    expect(svg).not.toMatch(/https?:|\/\/|<script|<image|@import|@font-face|href/);
  });
});

describe('the badge', () => {
  it.each([
    ['fresh', 1, 'brightgreen'],
    ['fresh', 0.9301, 'brightgreen'],
    ['fresh', 0.93, 'yellow'],
    ['fresh', 0.9, 'yellow'],
    ['stale', 0.8999, 'red'],
  ] as const)('that is %s at %s is %s', (verdict, freshness, color) => {
    expect(badgeEndpoint({ verdict, freshness, ...policy }).color).toBe(color);
  });

  it('warns as early as the policy says, or not at all', () => {
    const near: BadgeFacts = { verdict: 'fresh', freshness: 0.94, ...policy, warnWithin: 5 };
    expect(badgeEndpoint(near).color).toBe('yellow');
    expect(badgeEndpoint({ ...near, warnWithin: 0 }).color).toBe('brightgreen');
  });

  it('says to those who do not see its colour what the colour says', () => {
    const svg = badgeSvg({ verdict: 'stale', freshness: 0.841, ...policy });
    expect(svg).toContain('<title>model freshness: 84 %, stale</title>');
    expect(svg).toContain('role="img" aria-label="model freshness: 84 %, stale"');
    expect(badgeSvg({ verdict: 'unknown' })).toContain('<title>model freshness: unknown</title>');
  });

  it('says whose freshness it shows when it is not that of the model in use', () => {
    const svg = badgeSvg({ verdict: 'stale', freshness: 0.841, ...policy, of: '<b>"a"</b> & $& co' });
    const spoken = 'model freshness: 84 %, model before, stale (&#60;b&#62;&#34;a&#34;&#60;/b&#62; &#38; $&#38; co)';
    expect(svg).toContain(`<title>${spoken}</title>`);
    expect(svg).toContain(`aria-label="${spoken}"`);
    expect(svg).not.toContain('<b>');
  });

  it('of a shadow says that it is one, to everybody', () => {
    const facts: BadgeFacts = { verdict: 'stale', freshness: 0.8999, ...policy, isShadow: true };
    expect(badgeEndpoint(facts).label).toBe('model freshness (shadow)');
    expect(badgeSvg(facts)).toContain(
      '<title>model freshness (shadow): &lt; 90 %, stale, of the embedded model, trained where the project’s own model was</title>',
    );
    expect(badgeSvg({ verdict: 'unknown', isShadow: true })).toContain('<title>model freshness (shadow): unknown, of');
  });

  it('never shows a stale model at the line that it missed', () => {
    expect(badgeEndpoint({ verdict: 'stale', freshness: 0.8999, ...policy }).message).toBe('< 90 %');
    expect(badgeEndpoint({ verdict: 'fresh', freshness: 0.9, ...policy }).message).toBe('90 %');
  });
});

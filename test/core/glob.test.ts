import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globFault } from '../../src/core/glob.ts';

describe('a glob', () => {
  it.each([
    'src/**',
    '**/*Tax*.java',
    'modules/*/src/{main,test}/**/*.{java,kt}',
    'src/[a-z]?/Invoice.java',
    '**/src/**/generated/**/*.java',
    'C++/tax',
    '**/'.repeat(80),
  ])('%s is taken', (glob) => expect(globFault(glob)).toBeNull());

  it.each([
    ['*a*a*a', 'more than two'],
    ['src/*{a,b}*', 'more than two'],
    ['{*a,*b,c}', 'more than two'],
    ['+(a|aa)', 'known here'],
    ['[a]+[a]+', 'known here'],
    ['{a,aa}+', 'known here'],
    ['a|b', 'known here'],
    ['src\\*', 'known here'],
    ['{a/b,c}/**', 'slash'],
    ['a/[a/]*', 'slash'],
    ['a'.repeat(257), '256'],
  ])('%s is refused', (glob, why) => expect(globFault(glob)).toContain(why));

  it('is refused or not, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (glob) => ['string', 'object'].includes(typeof globFault(glob))),
    );
  });
});

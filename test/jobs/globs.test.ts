// Globs name by name: the same answers as a whole glob gives where that can be asked, and answers where it cannot.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import picomatch from 'picomatch/posix.js';
import { expect, it } from 'vitest';
import { globFault } from '../../src/core/glob.ts';
import { globMatcher } from '../../src/jobs/globs.ts';

const path = fc.array(fc.constantFrom('a', 'ab', '.a', 'b.java', 'aa.b', 'A'), { minLength: 1, maxLength: 6 });
const name = fc.oneof(
  fc.constantFrom('**', '*', 'a', 'ab', '.a', '*.java', '?', '[a-b]*', '{a,b.java}', '*a*', 'a**', '!a', '{a,ab}*'),
  fc.string({ unit: fc.constantFrom(...'a*?.b{},!'), minLength: 1, maxLength: 5 }),
);
const glob = fc
  .array(name, { minLength: 1, maxLength: 5 })
  .map((names) => names.join('/'))
  .filter((text) => globFault(text) === null && !/^[!/]|^\.\//.test(text) && picomatch.scan(text).isGlob);

it('fit what they fit as a whole', () => {
  fc.assert(
    fc.property(glob, path, (text, names) => {
      const given = names.join('/');
      // as a whole, `a/**` has `a` itself fit, and `*/**` has not: here neither has
      const whole = picomatch(text.replace(/(^|\/)\*\*$/, '$&/*'), { dot: true });
      expect([text, given, globMatcher(text)(given)]).toEqual([text, given, whole(given)]);
    }),
    { numRuns: 20_000 },
  );
});

const HOSTILE = fileURLToPath(new URL('../support/hostile-globs.ts', import.meta.url));
const PATIENCE_MS = 90_000;

it('come to an end on paths that were made for them', { timeout: PATIENCE_MS + 10_000 }, async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', HOSTILE], { stdio: ['ignore', 'pipe', 'inherit'] });
  const giveUp = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  clearTimeout(giveUp);
  expect(code).toBe(0);
  expect(Number(said)).toBeGreaterThan(100);
});

// A program that matches the worst globs that are let in against paths made for them, and says how many pairs it tried.

import { globFault } from '../../src/core/glob.ts';
import { globMatcher } from '../../src/jobs/globs.ts';

const NAMES = ['*a*', '*a*x', '**', '[a]*[a]*', '*{a,a,a,a,a,a,a}x', '{a,aa,aaa}{a,aa,aaa}', '?*?*', 'a', '*'];
const PATHS = [
  'a/'.repeat(5_000),
  `${'a'.repeat(15)}/`.repeat(500),
  `${'a'.repeat(255)}/`.repeat(200),
  'a'.repeat(1e6),
];

/** Every pair of names, again and again, as far as a glob may go. */
function* globs(): Generator<string> {
  for (const one of NAMES) {
    for (const other of NAMES) {
      const both = `${one}/${other}/`;
      const glob = `${both.repeat(Math.floor(254 / both.length))}x`;
      if (globFault(glob) !== null) throw new Error(`not let in: ${glob}`);
      yield glob;
    }
  }
}

let pairs = 0;
for (const glob of globs()) {
  const fits = globMatcher(glob);
  for (const path of PATHS) {
    if (fits(path)) throw new Error(`${glob} ends with x, and fits`);
    pairs++;
  }
}
process.stdout.write(String(pairs));

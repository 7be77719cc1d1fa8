// Matching paths by globs, name by name: a path takes as many looks as it has names for each of the glob's, and never more.

import picomatch from 'picomatch/posix.js';

/** Any number of names, none included. */
const ANY = Symbol('**');

type Step = typeof ANY | ((name: string) => boolean);

/** No file system takes a longer one. */
const LONGEST_NAME = 255;

/**
 * Whether a path fits, for globs in which {@link globFault} finds no fault. A glob without wildcards, and one that ends with a
 * slash, stands for a folder with all that is in it too. Case counts; names that begin with a dot are names as any
 * other; a path with a name of more than 255 characters fits nothing.
 */
export function globMatcher(glob: string): (path: string) => boolean {
  const bare = glob.replace(/^(?:\.\/)+|\/+$/g, '');
  const isFolder = glob.endsWith('/') || !picomatch.scan(bare).isGlob;
  const names = bare.split('/').map(stepOf);
  // what lies in a folder has a name of its own: `*/**` leaves out the files beside the folders
  const steps = names.at(-1) === ANY ? [...names, anyName] : names;
  return isFolder ? (path) => fits(path, [...names, ANY]) : (path) => fits(path, steps);
}

function anyName(): boolean {
  return true;
}

function stepOf(name: string): Step {
  if (name === '**') return ANY;
  if (!/[*?[{]/.test(name)) return (given) => given === name;
  return picomatch(name, { dot: true, nonegate: true });
}

function fits(path: string, steps: readonly Step[]): boolean {
  let reached = withSkipped([0], steps);
  for (const name of path.split('/')) {
    if (name.length > LONGEST_NAME) return false;
    const next: number[] = [];
    for (const at of reached) {
      const step = steps[at];
      if (step === ANY) next.push(at);
      else if (step?.(name)) next.push(at + 1);
    }
    if (next.length === 0) return false;
    reached = withSkipped(next, steps);
  }
  return reached.has(steps.length);
}

/** The places in a glob, and those behind what may stand for nothing. */
function withSkipped(places: readonly number[], steps: readonly Step[]): ReadonlySet<number> {
  const reached = new Set<number>();
  for (const place of places) {
    for (let at = place; !reached.has(at); at++) {
      reached.add(at);
      if (steps[at] !== ANY) break;
    }
  }
  return reached;
}

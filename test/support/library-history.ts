// A history of a real library, told commit by commit: from one release to another, with everything on the way that
// histories hold.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '../../src/core/random.ts';
import { libraryFiles } from '../languages/java-sources.ts';
import type { ScratchRepository } from './scratch-repository.ts';

const [EARLIER, LATER] = ['capacitor-android-8.0', 'capacitor-android-8.5'];
const MODULE = 'capacitor/';

/**
 * Commits the earlier release, then so many changes that the seed picks, then what makes it the later release. Returns
 * the commits of the main line, first to last.
 */
export function libraryHistory(scratch: ScratchRepository, changes: number, seed: number): string[] {
  const random = seededRandom(seed);
  const pick = <T>(items: readonly T[]): T => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  const hashes = [scratch.commit(release(EARLIER), 'The earlier release')];
  const deleted: { path: string; text: string }[] = [];
  const commit = (files: Readonly<Record<string, string | null>>, message: string) => {
    hashes.push(scratch.commit(files, message));
  };
  for (let number = 0; number < changes; number++) {
    const path = pick(mainSources(scratch.root));
    const text = readFileSync(join(scratch.root, path), 'utf8');
    switch (number % 10) {
      case 0:
        commit({ [path]: text.replace(/(\n +)return /, '$1assert isReady();$1return ') }, `Check in ${path}`);
        break;
      case 1:
        commit({ [path]: null, [elsewhere(path)]: text }, `Move ${path} to another module`);
        break;
      case 2:
        commit({ [path]: text.replace(/\bget([A-Z]\w+)\(\) \{/, 'find$1() {') }, `Rename in ${path}`);
        break;
      case 3:
        deleted.push({ path, text });
        commit({ [path]: null }, `Delete ${path}`);
        break;
      case 4:
        commit({ [path]: text.replace('/**\n', '/**\n     * Said better.\n') }, `Document ${path}`);
        break;
      case 5:
        scratch.git('revert', '--no-commit', 'HEAD'); // which may have changed nothing
        commit({}, 'Revert');
        break;
      case 6:
        hashes.push(mergedBranch(scratch, path, text.replaceAll(/ == null\)/g, ' == null || isClosed())'), number));
        break;
      case 7: {
        const back = deleted.pop();
        const files = back === undefined ? {} : { [back.path]: back.text.replace('return true;', 'return false;') };
        commit(files, 'What was deleted is back');
        break;
      }
      case 8:
        commit({ [path]: text.replaceAll('    ', '\t') }, `Lay out ${path}`);
        break;
      default:
        commit({ [path]: text.replaceAll(/^ +(public|private) \w+ \w+\(\) \{[^{}]*\}\n/gm, '') }, `Thin out ${path}`);
    }
  }
  const gone = Object.fromEntries(mainSources(scratch.root).map((path) => [path, null]));
  hashes.push(scratch.commit({ ...gone, ...release(LATER) }, 'The later release'));
  return hashes;
}

function release(alias = ''): Record<string, string> {
  return Object.fromEntries(libraryFiles(alias).map(({ path, text }) => [path, text]));
}

function mainSources(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('src/main/') && path.endsWith('.java'))
    .sort();
}

function elsewhere(path: string): string {
  return path.startsWith(MODULE) ? path.replace(MODULE, 'core/') : path.replace('core/', MODULE);
}

function mergedBranch(scratch: ScratchRepository, path: string, text: string, number: number): string {
  scratch.git('checkout', '--quiet', '-b', `branch-${number}`);
  scratch.commit({ [path]: text }, `Guard ${path}`);
  scratch.git('checkout', '--quiet', 'main');
  scratch.commit({ 'README.md': `# Meanwhile, ${number}\n` }, 'Meanwhile');
  scratch.git('merge', '--quiet', '--no-ff', '--message', `Merge branch-${number}`, `branch-${number}`);
  return scratch.git('rev-parse', 'HEAD');
}

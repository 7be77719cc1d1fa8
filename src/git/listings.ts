// What git lists with `-z`: names as they are, whatever characters they hold.

import type { ChangedFile } from '../ports.ts';

const REGULAR_FILE = /^100/;

/** Lines of `git diff --raw -z`: what became or ceased to be a regular file counts as added or deleted. */
export function parseRawDiff(output: Buffer): ChangedFile[] {
  const fields = splitNul(output);
  const changes: ChangedFile[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [oldMode = '', newMode = ''] = (fields[index] ?? '').slice(1).split(' ');
    const path = fields[index + 1] ?? '';
    const was = REGULAR_FILE.test(oldMode);
    const is = REGULAR_FILE.test(newMode);
    if (was && is) changes.push({ path, status: 'modified' });
    else if (is) changes.push({ path, status: 'added' });
    else if (was) changes.push({ path, status: 'deleted' });
  }
  return changes;
}

/** Lines of `git ls-tree -r -z`: links and submodules are no files. */
export function parseTree(output: Buffer): ReadonlyMap<string, string> {
  const blobs = new Map<string, string>();
  for (const entry of splitNul(output)) {
    const tab = entry.indexOf('\t');
    const [mode = '', , object = ''] = entry.slice(0, tab).split(' ');
    if (REGULAR_FILE.test(mode)) blobs.set(entry.slice(tab + 1), object);
  }
  return blobs;
}

/** Fields ended by NUL, as `-z` prints them. */
export function splitNul(output: Buffer): string[] {
  return output
    .toString('utf8')
    .split('\0')
    .filter((field) => field !== '');
}

// How large some objects of a repository are as a pack.

import { execFileSync } from 'node:child_process';

/**
 * Of what the first revision holds and those with `^` do not. By itself with `--window=0`, where no object leans on another;
 * with `--thin` they may lean on what was there before, as in what is fetched, and in a repository that has been packed.
 */
export function packedBytes(folder: string, revisions: readonly string[], options: readonly string[] = []): number {
  const pack = execFileSync('git', ['pack-objects', '--quiet', '--stdout', '--revs', ...options], {
    cwd: folder,
    input: `${revisions.join('\n')}\n`,
    maxBuffer: 1 << 30,
  });
  return pack.length;
}

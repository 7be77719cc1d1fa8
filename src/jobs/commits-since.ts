// How far a line of first parents has gone since some revision.

import type { FirstParentLine, RepositoryReader } from '../ports.ts';

/**
 * Commits of the line that `revision` does not contain: those after it, where it stands on the line; those from where its branch
 * left, and the merge, where it was merged; those since the past that both share, where the line was rewritten. `null`
 * where the clone cannot tell.
 */
export async function commitsSince(
  revision: string,
  { commits, cutOff }: FirstParentLine,
  repository: RepositoryReader,
): Promise<number | null> {
  const place = commits.findLastIndex(({ hash }) => hash === revision);
  if (place >= 0) return commits.length - 1 - place;
  const there = await repository.resolve(revision).catch(() => null);
  if (there === null) return null;
  let low = 0; // the first commit that it does not contain
  let high = commits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const contained = await repository.isAncestor(commits[middle]?.hash ?? '', there);
    if (contained === true) low = middle + 1;
    else high = middle;
  }
  return low === 0 && cutOff ? null : commits.length - low;
}

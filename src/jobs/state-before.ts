// The state of a project so many days before a revision.

import { lastDays } from '../core/gain-window.ts';
import type { HistoryReader, RepositoryReader, Revision } from '../ports.ts';

/** Along the line of first parents; the oldest state where the history is not that long, the revision itself where nothing happened. */
export async function stateBefore(
  revision: Revision,
  days: number,
  repository: RepositoryReader,
  history: HistoryReader,
): Promise<Revision> {
  const { commits } = await history.firstParents(revision);
  const [first] = lastDays(commits, days);
  if (first === undefined) return revision;
  const found = await repository.resolve(first.parent.hash);
  return { ...found, name: `${revision.name} ${days} days ago` };
}

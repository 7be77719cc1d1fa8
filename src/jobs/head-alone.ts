// A history of which nothing but its last commit is looked at: for what does not need the rest.

import type { HistoryReader } from '../ports.ts';

/** The line is said to be cut off, so that nothing is told that only the rest would tell. */
export const HEAD_ALONE: HistoryReader = {
  firstParents: async () => ({ commits: [], cutOff: true }),
  async *differences() {},
  async *blobs() {},
};

// Files that were renamed or moved. The rule looks at contents alone, so it says the same whoever reads them.

import { assignBest, likenessCandidates, lineBag } from './likeness.ts';
import type { ParsedSource } from './unit.ts';

/** Two files are one file that moved when at least half of their characters stand in common lines (git's default too). */
const SAME_FILE_LIKENESS = 0.5;

export interface FilePair {
  readonly before: ParsedSource;
  readonly after: ParsedSource;
}

/**
 * Pairs the files of the base with those of the head: first by path, then, among what is left, by likeness; of equally
 * like files the one with the same name.
 */
export function pairFiles(base: readonly ParsedSource[], head: readonly ParsedSource[]): FilePair[] {
  const basePaths = new Map(base.map((source) => [source.path, source]));
  const headPaths = new Set(head.map((source) => source.path));
  const pairs: FilePair[] = [];
  const came: ParsedSource[] = [];
  for (const after of head) {
    const before = basePaths.get(after.path);
    if (before === undefined) came.push(after);
    else pairs.push({ before, after });
  }
  const went = base.filter((source) => !headPaths.has(source.path));
  const pairings = likenessCandidates(
    went.map((source) => lineBag(source.text)),
    came.map((source) => lineBag(source.text)),
  ).filter((pairing) => pairing.likeness >= SAME_FILE_LIKENESS);
  const sameName = (pairing: { before: number; after: number }) =>
    fileName(went[pairing.before]) === fileName(came[pairing.after]) ? 1 : 0;
  for (const { before, after } of assignBest(pairings, sameName)) {
    const [beforeFile, afterFile] = [went[before], came[after]];
    if (beforeFile !== undefined && afterFile !== undefined) pairs.push({ before: beforeFile, after: afterFile });
  }
  return pairs;
}

function fileName(source: ParsedSource | undefined): string | undefined {
  return source?.path.slice(source.path.lastIndexOf('/') + 1);
}

// Sharing a run out among machines: which files are whose, and putting the parts' counts together again.

import type { LeftOut, Note } from './report-parts.ts';
import { LEFT_OUT_REASONS } from './scope.ts';
import { compareText } from './text-order.ts';

/** Which of how many parts, from 1: `3/8`. */
export interface ShardRequest {
  readonly index: number;
  readonly count: number;
}

/**
 * The paths of one part. Files with the most methods are dealt first, each to the part that has the fewest methods by then
 * (then the fewest files, then the lowest index); so parts are even, and together they are everything, whoever deals.
 */
export function dealtPaths(methodsByPath: ReadonlyMap<string, number>, { index, count }: ShardRequest): Set<string> {
  const hands = Array.from({ length: count }, (): Hand => ({ methods: 0, paths: [] }));
  const bySize = [...methodsByPath].sort(([a, most], [b, few]) => few - most || compareText(a, b));
  for (const [path, methods] of bySize) {
    const hand = leastOf(hands);
    if (hand === undefined) break;
    hand.methods += methods;
    hand.paths.push(path);
  }
  return new Set(hands[index - 1]?.paths);
}

interface Hand {
  methods: number;
  readonly paths: string[];
}

function leastOf([first, ...others]: readonly Hand[]): Hand | undefined {
  return others.reduce<Hand | undefined>((least, hand) => (least && holdsLess(hand, least) ? hand : least), first);
}

function holdsLess(a: Hand, b: Hand): boolean {
  return a.methods < b.methods || (a.methods === b.methods && a.paths.length < b.paths.length);
}

/** The sums of what the parts left out, in the order in which reports name the reasons. */
export function mergedLeftOut(parts: readonly (readonly LeftOut[])[]): LeftOut[] {
  const rows = parts.flat();
  return LEFT_OUT_REASONS.flatMap((reason) => {
    const same = rows.filter((row) => row.reason === reason);
    if (same.length === 0) return [];
    const counted = same.flatMap(({ methods }) => methods ?? []);
    return [
      {
        reason,
        methods: counted.length === 0 ? null : counted.reduce((sum, methods) => sum + methods, 0),
        files: same.reduce((sum, { files }) => sum + files, 0),
      },
    ];
  });
}

/** All notes in the order of their paths; those of one file stay in their order. */
export function mergedNotes(parts: readonly (readonly Note[])[]): Note[] {
  return parts.flat().sort((a, b) => compareText(a.path, b.path));
}

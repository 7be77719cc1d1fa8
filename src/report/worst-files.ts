// The files that are least like what they should be.

import { compareText } from '../core/text-order.ts';
import type { FileRow } from '../core/report.ts';

/** The least similar first; files that came back whole are not among them. */
export function worstFiles(files: readonly FileRow[], few: number): FileRow[] {
  return files
    .filter(({ distance }) => distance > 0)
    .sort((a, b) => a.similarity - b.similarity || b.distance - a.distance || compareText(a.id, b.id))
    .slice(0, few);
}

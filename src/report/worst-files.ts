// The files that are least like what they should be.

import type { FileRow } from '../core/report.ts';
import { compareText } from '../core/text-order.ts';
import { count, grouped } from './words.ts';

/** The least similar first; files that came back whole are not among them. */
export function worstFiles(files: readonly FileRow[], few: number): FileRow[] {
  return differing(files)
    .sort((a, b) => a.similarity - b.similarity || b.distance - a.distance || compareText(a.id, b.id))
    .slice(0, few);
}

/** `43 of 472 files differ, the worst 10`. */
export function differingWords(files: readonly FileRow[], shown: number): string {
  const all = differing(files).length;
  const differ = `${grouped(String(all))} of ${count(files.length, 'file')} ${all === 1 ? 'differs' : 'differ'}`;
  if (all === 1) return differ;
  return shown < all ? `${differ}, the worst ${shown}` : `${differ}, the worst first`;
}

function differing(files: readonly FileRow[]): FileRow[] {
  return files.filter(({ distance }) => distance > 0);
}

// The ledger's past as one line of blocks.

import type { LedgerSummary } from '../../core/report.ts';
import { lastPoints, pointsWords } from '../freshness-history.ts';
import { freshnessPercent } from '../freshness-words.ts';
import { prose, type TerminalOptions, widthOf } from './layout.ts';

const BLOCKS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const INDENT = '  ';

/**
 * Freshness at the last points, between the line or the lowest point and 100 % or the highest, whatever is further, with
 * these two; nothing for a ledger that has moved no step yet.
 */
export function freshnessLine(
  { history, line }: Pick<LedgerSummary, 'history' | 'line'>,
  options: TerminalOptions,
): string[] {
  const values = history.map(({ freshness }) => freshness).filter(Number.isFinite);
  const [low, high] = [Math.min(line, ...values), Math.max(1, ...values)];
  const scale = `  ▁ ${shown(low)}  █ ${shown(high)}`;
  const points = lastPoints(history, options.width - INDENT.length - widthOf(scale));
  if (points.length === 0) return [];
  const blocks = points.map(({ freshness }) => BLOCKS[blockOf(high === low ? 1 : (freshness - low) / (high - low))]);
  return [...prose(`Freshness over ${pointsWords(points)}:`, options), `${INDENT}${blocks.join('')}${scale}`];
}

/** What is below the top is not shown at the top. */
function blockOf(share: number): number {
  return Math.max(0, Math.min(BLOCKS.length - 1, Math.floor(share * (BLOCKS.length - 1) + 1e-9)));
}

function shown(value: number): string {
  return freshnessPercent({ value, margin: null });
}

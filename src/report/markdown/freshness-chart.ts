// The ledger's past as a chart that GitHub draws.

import type { LedgerSummary } from '../../core/report.ts';
import { lastPoints, pointsWords } from '../freshness-history.ts';
import { percent } from '../words.ts';
import { folded } from './inert.ts';

/**
 * Freshness at the last points and the policy's line, folded; nothing for a ledger that has moved no step yet. The points
 * stand side by side: two of one day would be one category of Mermaid's.
 */
export function freshnessChart(ledger: Pick<LedgerSummary, 'history' | 'line'>): string[] {
  const points = lastPoints(ledger.history);
  return points.length === 0 ? [] : folded(`Freshness over ${pointsWords(points)}`, freshnessDiagram(ledger));
}

/** The same, open. */
export function freshnessDiagram({ history, line }: Pick<LedgerSummary, 'history' | 'line'>): string[] {
  const points = lastPoints(history);
  if (points.length === 0) return [];
  const values = points.map(({ freshness }) => freshness * 100);
  const low = Math.floor(Math.min(line * 100, ...values)) - 1;
  const high = Math.ceil(Math.max(100, ...values));
  return [
    '```mermaid',
    'xychart-beta',
    `  title "Freshness and the line of ${percent(line)}"`,
    `  x-axis "${pointsWords(points)}" 1 --> ${points.length}`,
    `  y-axis "%" ${low} --> ${high}`,
    `  line [${values.map(hundredths).join(', ')}]`,
    `  line [${values.map(() => hundredths(line * 100)).join(', ')}]`,
    '```',
  ];
}

function hundredths(percents: number): string {
  return String(Number(percents.toFixed(2)));
}

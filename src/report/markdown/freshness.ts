// What moved freshness, as a Markdown table.

import type { LedgerSummary } from '../../core/report.ts';
import { FRESHNESS_PARTS, freshnessPercent, shownPoints } from '../freshness-words.ts';
import { grouped } from '../words.ts';

export function partTable({ freshness }: LedgerSummary): string[] {
  if (freshness === null) return [];
  const points = shownPoints(freshness);
  return [
    '| Since training | Methods | Points |',
    '| :-- | --: | --: |',
    ...FRESHNESS_PARTS.map((name) => `| ${name} | ${grouped(String(freshness.parts[name].units))} | ${points[name]} |`),
    `| freshness | | ${freshnessPercent({ value: freshness.value, margin: null })} |`,
  ];
}

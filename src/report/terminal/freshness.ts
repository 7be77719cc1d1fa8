// What moved freshness, as a table in the terminal.

import type { LedgerSummary } from '../../core/report.ts';
import { FRESHNESS_PARTS, freshnessPercent, shownPoints } from '../freshness-words.ts';
import { grouped } from '../words.ts';
import { columns } from './layout.ts';

export function partLines({ freshness }: LedgerSummary): string[] {
  if (freshness === null) return [];
  const points = shownPoints(freshness);
  const rows = FRESHNESS_PARTS.map((name) => [name, grouped(String(freshness.parts[name].units)), points[name]]);
  const all = freshnessPercent({ value: freshness.value, margin: null });
  return columns([['since training', 'methods', 'points'], ...rows, ['freshness', '', all]], '  ');
}

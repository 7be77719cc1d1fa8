// A report as JSON, for programs.

import type { Report } from '../core/report.ts';
import { reportSchema } from './schema.ts';

const INDENT = 2;

/**
 * Same report, same bytes: keys in the order of the schema, full precision, a final line end, no method texts. A number
 * that JSON cannot hold is a bug of whoever made the report, and throws.
 */
export function renderJson(report: Report): string {
  // JSON.stringify prints -0 as 0.
  return `${JSON.stringify(reportSchema.parse(report), null, INDENT)}\n`;
}

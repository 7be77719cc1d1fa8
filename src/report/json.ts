// A report as JSON, for programs.

import type { CompareReport, EvaluateReport, Report } from '../core/report.ts';
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

/** The report of an evaluation or a comparison, back from its JSON; `null` for anything else. */
export function parseReport(text: string): EvaluateReport | CompareReport | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const { success, data } = reportSchema.safeParse(json);
  return success && (data.kind === 'evaluate' || data.kind === 'compare') ? data : null;
}

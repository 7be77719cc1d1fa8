// A comparison as CSV, for spreadsheets and statistics: one row for each method and contender.

import { stringify } from 'csv-stringify/sync';
import type { ComparedAnswer, ComparedMethod, CompareReport } from '../core/report.ts';

const COLUMNS = [
  'id',
  'path',
  'line',
  'package',
  'kind',
  'size',
  'length',
  'contender',
  'outcome',
  'distance',
  'similarity',
  'exact',
  'parses',
  'detail',
];

/**
 * Rows in the order of the methods, then of the contenders, with a heading; full precision. A text that a spreadsheet would take
 * for a formula gets an apostrophe in front (OWASP, "CSV injection").
 */
export function renderCsv(report: CompareReport): string {
  const rows = report.methods.flatMap((method) =>
    method.answers.map((answer, at) => rowOf(method, report.contenders[at]?.name ?? '', answer)),
  );
  return stringify([COLUMNS, ...rows], { escape_formulas: true });
}

function rowOf(method: ComparedMethod, contender: string, answer: ComparedAnswer | null): (string | number)[] {
  const { id, path, line, kind, size, length } = method;
  return [id, path, line, method.package, kind, size, length, contender, ...cellsOf(answer)];
}

function cellsOf(answer: ComparedAnswer | null): (string | number)[] {
  if (answer === null) return ['unasked', '', '', '', '', ''];
  const { distance, similarity, exact, parses, failure } = answer;
  const outcome = failure === null ? 'scored' : failure.reason;
  return [outcome, distance ?? '', similarity ?? '', Number(exact), Number(parses), failure?.detail ?? ''];
}

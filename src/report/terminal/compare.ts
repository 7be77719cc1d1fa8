// `palimpsest compare` in the terminal: who comes closest, and what that mean is made of.

import type { CompareReport } from '../../core/report.ts';
import { type CompareTable, groupTables, scoreTables } from '../compare-tables.ts';
import {
  compareBasis,
  compareDetails,
  compareHeadline,
  compareRemarks,
  compareUsage,
  contenderLines,
  plainly,
} from '../compare-words.ts';
import { columns, paints, paragraphs, prose, type TerminalOptions, title, truncateMiddle } from './layout.ts';
import { leftOutLines, noteLines } from './parts.ts';

const LONGEST_NAME = 40;

export function compareLines(report: CompareReport, options: TerminalOptions): string[] {
  const [what = '', ...how] = compareBasis(report, name);
  return paragraphs(
    title([`palimpsest compare  ${what}`, ...how], options),
    prose(`${compareHeadline(report, name)}.`, options),
    contenderLines(report, plainly).flatMap((line) => prose(line, options)),
    ...scoreTables(report, name).map((table) => tableLines(table, options)),
    ...groupTables(report, name).map((table) => tableLines(table, options)),
    [
      ...compareRemarks(report, name).flatMap((remark) => prose(`${remark}.`, options)),
      ...compareDetails(report).flatMap((detail) => prose(detail, options, '    ')),
    ],
    compareUsage(report, name).flatMap((line) => prose(line, options)),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)],
  );
}

function name(text: string): string {
  return truncateMiddle(plainly(text), LONGEST_NAME);
}

function tableLines({ title: heading, headings, rows }: CompareTable, options: TerminalOptions): string[] {
  if (rows.length === 0) return [];
  return columns([[heading, ...headings], ...rows.map(([label = '', ...cells]) => [`  ${label}`, ...cells])], '  ').map(
    (line, index) => (index === 0 ? paints(options).dim(line) : line),
  );
}

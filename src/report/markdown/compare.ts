// A comparison as Markdown: the verdict, the tables that decide, the rest folded.

import type { CompareReport } from '../../core/report.ts';
import { type CompareTable, groupTables, scoreTables } from '../compare-tables.ts';
import {
  compareBasis,
  compareDetails,
  compareHeadline,
  compareRemarks,
  compareUsage,
  contenderLines,
} from '../compare-words.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, detailLines, leftOutItems, noteItems, paragraphs } from './parts.ts';

export function compareMarkdown(report: CompareReport): string {
  const [methods, ...others] = scoreTables(report, inlineCode);
  const [kinds, ...groups] = groupTables(report, inlineCode);
  const end = [...leftOutItems(report.leftOut), ...noteItems(report.notes)];
  const usage = compareUsage(report, inlineCode);
  return paragraphs(
    [`### ${compareHeadline(report, inlineCode)}`],
    [`${compareBasis(report, inlineCode).join('; ')}.`],
    bullets(contenderLines(report, inlineCode)),
    ...[methods, ...others, kinds].map((table) => tableOf(table)),
    ...groups.map((table) => folded(capital(table.title), rowsOf(table))),
    bullets(compareRemarks(report, inlineCode).map((remark) => `${remark}.`)),
    detailLines(compareDetails(report)).slice(1),
    end.length === 0 ? [] : folded('Left out, and notes on files', bullets(end)),
    usage.length === 0 ? [] : [`<sub>${usage.join(' · ')}</sub>`],
  );
}

function tableOf(table: CompareTable | undefined): string[] {
  return table === undefined || table.rows.length === 0 ? [] : [`**${capital(table.title)}**`, '', ...rowsOf(table)];
}

function rowsOf({ headings, rows }: CompareTable): string[] {
  return [
    `| | ${headings.join(' | ')} |`,
    `| :-- |${headings.map(() => ' --: |').join('')}`,
    ...rows.map(([label = '', ...cells]) => {
      const padded = headings.map((_, at) => cells[at] ?? '');
      return `| ${[label.trim(), ...padded].join(' | ')} |`;
    }),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

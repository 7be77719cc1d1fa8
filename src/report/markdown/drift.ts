// A project's drift as Markdown: what it adds up to, a chart that GitHub draws, the months in a table.

import type { DriftMonth } from '../../core/drift.ts';
import type { DriftReport } from '../../core/report.ts';
import {
  allChanged,
  changePercent,
  forecastWords,
  meanMonthWords,
  packageName,
  passedOverWords,
  shownMonths,
  sizeWords,
  spanWords,
  standingShare,
  survivalWords,
  yearlyWords,
} from '../drift-words.ts';
import { shadowSentence } from '../model-words.ts';
import { count, grouped, percent, revisionWithHash } from '../words.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, leftOutItems, noteItems, paragraphs, sentence } from './parts.ts';

const FEW_MONTHS = 36;
const FEW_PACKAGES = 15;

export function driftMarkdown(report: DriftReport): string {
  const { shown, rest } = shownMonths(report, FEW_MONTHS);
  return paragraphs(
    [`### ${meanMonthWords(report)}`],
    [`${inlineCode(revisionWithHash(report.until))}, ${spanWords(report)}; ${sizeWords(report)} of main source.`],
    bullets([
      ...survivalWords(report, inlineCode),
      ...passedOverWords(report),
      ...yearlyWords(report.yearly),
      ...forecastWords(report.forecast, report.model),
      ...sentence(shadowSentence(report.model, inlineCode)),
    ]),
    churnChart(shown),
    survivalChart(report, shown),
    folded('The months', [...monthTable(report, shown), ...rest.flatMap((words) => ['', `… ${words}.`])]),
    packageTable(report),
    end(report),
  );
}

/** Mermaid's charts have no legend: the title says what is drawn. */
function churnChart(months: readonly DriftMonth[]): string[] {
  const percents = months.map(({ share }) => hundredths(share ?? 0));
  return chart('Lines changed per month, % of the lines at its start', months, `bar [${percents.join(', ')}]`, false);
}

function survivalChart({ survival }: DriftReport, months: readonly DriftMonth[]): string[] {
  const followed = months.filter((month) => standingShare(month, survival, 'methods') !== null);
  if (followed.length === 0) return [];
  const percents = followed.map((month) => hundredths(standingShare(month, survival, 'methods') ?? 0));
  return chart('Methods of the first day that still stand, %', followed, `line [${percents.join(', ')}]`, true);
}

function chart(title: string, months: readonly DriftMonth[], series: string, isWhole: boolean): string[] {
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis [${months.map(({ month }) => `"${month}"`).join(', ')}]`,
    `  y-axis "%"${isWhole ? ' 0 --> 100' : ''}`,
    `  ${series}`,
    '```',
  ];
}

function hundredths(share: number): string {
  return String(Number((share * 100).toFixed(2)));
}

function monthTable({ survival }: DriftReport, months: readonly DriftMonth[]): string[] {
  return [
    '| Month | Lines changed | of lines | Files | Commits | Lines standing | Methods standing |',
    '| :-- | --: | --: | --: | --: | --: | --: |',
    ...months.map((month) =>
      row([
        month.whole ? month.month : `${month.month} so far`,
        `${changePercent(month.share)} (+${grouped(String(month.added))} -${grouped(String(month.deleted))})`,
        grouped(String(month.lines)),
        grouped(String(month.files)),
        grouped(String(month.commits)),
        standingCell(month.standing?.lines, standingShare(month, survival, 'lines')),
        standingCell(month.standing?.methods, standingShare(month, survival, 'methods')),
      ]),
    ),
  ];
}

function standingCell(standing: number | undefined, share: number | null): string {
  return standing === undefined ? percent(null) : `${percent(share)} (${grouped(String(standing))})`;
}

function packageTable(report: DriftReport): string[] {
  const shown = report.packages.slice(0, FEW_PACKAGES);
  if (shown.length === 0) return [];
  const all = allChanged(report);
  const table = [
    `| Package | Added | Deleted | Of all ${grouped(String(all))} | Lines now |`,
    '| :-- | --: | --: | --: | --: |',
    ...shown.map((one) =>
      row([
        inlineCode(packageName(one.name)),
        grouped(String(one.added)),
        grouped(String(one.deleted)),
        percent((one.added + one.deleted) / all),
        grouped(String(one.lines)),
      ]),
    ),
  ];
  const which = shown.length < report.packages.length ? `, the first ${shown.length}` : '';
  return folded(`The packages that move most, of ${count(report.packages.length, 'package')}${which}`, table);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function end({ leftOut, notes }: DriftReport): string[] {
  const items = [...leftOutItems(leftOut), ...noteItems(notes)];
  return items.length === 0 ? [] : folded('Left out, and notes on files', bullets(items));
}

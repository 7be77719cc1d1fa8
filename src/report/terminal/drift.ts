// `palimpsest drift` in the terminal: a bar for each month, then what it adds up to.

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
import { visible } from '../visible.ts';
import { grouped, percent, revisionWithHash } from '../words.ts';
import { bar, columns, paragraphs, prose, type TerminalOptions, title, truncateMiddle } from './layout.ts';
import { leftOutLines, noteLines } from './parts.ts';

const FEW_MONTHS = 24;
const FEW_PACKAGES = 8;
/** Columns from which on files and commits have room as well. */
const WIDE = 112;
const WIDE_CHART_CELLS = 20;
const CHART_CELLS = 7;
const PACKAGE_WIDTH = 60;
/** Columns that the figures beside a package's name take at most. */
const PACKAGE_FIGURES = 56;

export function driftLines(report: DriftReport, options: TerminalOptions): string[] {
  const { shown, rest } = shownMonths(report, FEW_MONTHS);
  return paragraphs(
    title(
      [`palimpsest drift  ${visible(revisionWithHash(report.until))}`, spanWords(report), sizeWords(report)],
      options,
    ),
    prose(meanMonthWords(report), options),
    [...monthLines(report, shown, options), ...rest.flatMap((words) => prose(words, options))],
    [...survivalWords(report), ...passedOverWords(report), ...yearlyWords(report.yearly)].flatMap((words) =>
      prose(words, options),
    ),
    [...forecastWords(report.forecast, report.model), visible(shadowSentence(report.model) ?? '')].flatMap((words) =>
      prose(words, options),
    ),
    packageLines(report, options),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)],
  );
}

function monthLines({ survival }: DriftReport, months: readonly DriftMonth[], { width }: TerminalOptions): string[] {
  const most = Math.max(...months.map(({ share }) => share ?? 0));
  const isWide = width >= WIDE;
  const cells = isWide ? WIDE_CHART_CELLS : CHART_CELLS;
  const rows = months.map((month) => [
    month.month,
    bar(most === 0 ? 0 : (month.share ?? 0) / most, cells),
    changePercent(month.share),
    `${grouped(String(month.added + month.deleted))} of ${grouped(String(month.lines))}`,
    ...(isWide ? [grouped(String(month.files)), grouped(String(month.commits))] : []),
    percent(standingShare(month, survival, 'lines')),
    percent(standingShare(month, survival, 'methods')),
    month.whole ? '' : 'so far',
  ]);
  const headings = [
    'month',
    'changed'.padEnd(cells),
    '',
    'lines',
    ...(isWide ? ['files', 'commits'] : []),
    'lines stand',
    'methods',
    '',
  ];
  return columns([headings, ...rows], '  ');
}

function packageLines(report: DriftReport, options: TerminalOptions): string[] {
  const shown = report.packages.slice(0, FEW_PACKAGES);
  if (shown.length === 0) return [];
  const all = allChanged(report);
  const rows = shown.map((one) => [
    truncateMiddle(visible(packageName(one.name)), Math.min(PACKAGE_WIDTH, options.width - PACKAGE_FIGURES)),
    `+${grouped(String(one.added))}`,
    `-${grouped(String(one.deleted))}`,
    percent((one.added + one.deleted) / all),
    grouped(String(one.lines)),
  ]);
  const headings = [
    `${options.width >= WIDE ? 'the packages that move most, of' : 'packages, of'} ${report.packages.length}`,
    'added',
    'deleted',
    `of all ${grouped(String(all))}`,
    'lines now',
  ];
  return columns([headings, ...rows], '  ');
}

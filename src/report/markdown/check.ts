// A check as Markdown: verdict, table worst first, everything else folded.

import type { CheckReport, CheckRow } from '../../core/report.ts';
import { unaskedSentence } from '../asking-words.ts';
import { freshnessHeadline, isNotPinned, lineSentence, unknownFreshness } from '../check-standing-words.ts';
import { shadowSentence } from '../model-words.ts';
import { failureDetails, failureSentence, originSentence, scoreSentences } from '../sentences.ts';
import { isKnown, standingPhrase, standingsOf, worstFirst } from '../standing.ts';
import { count, percent, spokenName } from '../words.ts';
import { footer, isUnreachable, noticeBlocks, ofSection, pastFreshness, retraining } from './check-context.ts';
import { reassurance, verdictHeadline, verdictSentence } from './check-verdict.ts';
import { linkedLine, type MarkdownContext } from './context.ts';
import { foldedDiff } from './diffs.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, detailLines, leftOutItems, namesItem, noteItems, paragraphs, sentence, usageLine } from './parts.ts';

/** How much of a check is told; the least important gives way first. */
export interface Detail {
  /** Rows of the open table. */
  readonly rows: number;
  /** Rows of the folded table. */
  readonly foldedRows: number;
  readonly diffs: number;
  /** Which rows are linked to their lines. */
  readonly links: 'all' | 'open' | 'none';
}

/** `context` is `null` where there is no forge: then nothing is linked. */
export function checkMarkdown(report: CheckReport, detail: Detail, context: MarkdownContext | null): string {
  const rows = worstFirst(report.methods);
  const open = rows.filter((row) => !isKnown(row)).slice(0, detail.rows);
  const rest = rows.slice(open.length);
  const { pressing, further } = noticeBlocks(context);
  return paragraphs(
    [`### ${headline(report, context)}`],
    [verdictSentence(report, context)],
    ...pressing.map(sentence),
    sentence(lineSentence(report)),
    sentence(unknownFreshness(report, inlineCode)),
    budgetSpent(report),
    table(open, detail.links === 'none' ? null : context),
    foldedRows(rest, open.length, detail.foldedRows, detail.links === 'all' ? context : null),
    ...rows
      .filter((row) => !isKnown(row) && row.texts.regenerated !== null)
      .slice(0, detail.diffs)
      .map(foldedDiff),
    isUnreachable(context) ? [] : failures(rows),
    sentence(reassurance(report)),
    sentence(shadowSentence(report.model, inlineCode)),
    sentence(isNotPinned(report) ? null : originSentence(report.modelOrigin, inlineCode)),
    report.methods.length === 0 ? [] : retraining(report, context),
    elsewhere(report),
    report.methods.length === 0 ? [] : pastFreshness(report),
    further,
    scores(report),
    usageLine(report),
    footer(report, context),
  );
}

/** The verdict on the whole where it is known, else on the change. */
function headline(report: CheckReport, context: MarkdownContext | null): string {
  const words = freshnessHeadline(report) ?? verdictHeadline(report);
  return context === null ? words : ofSection(words, context);
}

function table(rows: readonly CheckRow[], context: MarkdownContext | null): string[] {
  if (rows.length === 0) return [];
  return [
    '| Method | Similarity | To the code before | |',
    '| :-- | --: | --: | :-- |',
    ...rows.map((row) => tableRow(row, context)),
  ];
}

function tableRow(row: CheckRow, context: MarkdownContext | null): string {
  const cells = [
    linkedLine(spokenName(row.id, row.path), row.path, row.line, context),
    unbroken(percent(row.similarity)),
    unbroken(percent(row.similarityToPrevious)),
    standingPhrase(row),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Long method names leave little room: without this, `99.6 %` would stand on two lines. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function foldedRows(rows: readonly CheckRow[], open: number, limit: number, context: MarkdownContext | null): string[] {
  if (rows.length === 0) return [];
  const summary = `${count(rows.length, open === 0 ? 'method' : 'more method')}${standingsOf(rows)}`;
  const told = rows.slice(0, limit);
  const untold = rows.length - told.length;
  const leftOut = `${count(untold, 'method')} did not fit here; the JSON report has all of them.`;
  return folded(summary, [
    ...table(told, context),
    ...(untold > 0 && told.length > 0 ? [''] : []),
    ...(untold > 0 ? [leftOut] : []),
  ]);
}

function failures(rows: readonly CheckRow[]): string[] {
  const said = failureSentence(rows);
  return said === null ? [] : [`${said}.`, ...detailLines(failureDetails(rows, 3))];
}

/** What the change did besides, and what was not looked at. */
function elsewhere(report: CheckReport): string[] {
  const { cosmetic, moved, deleted, leftOut, notes } = report;
  const items = [
    ...namesItem('changed in white space or comments alone', cosmetic),
    ...namesItem(
      'moved with the same code',
      moved.map(({ id }) => id),
    ),
    ...namesItem('deleted', deleted),
    ...leftOutItems(leftOut),
    ...noteItems(notes),
  ];
  return items.length === 0 ? [] : folded('Not scored, and notes on files', bullets(items));
}

function budgetSpent(report: CheckReport): string[] {
  const words = unaskedSentence(report);
  return words === null || report.methods.length === 0 ? [] : [`${words}.`];
}

function scores(report: CheckReport): string[] {
  const sentences = scoreSentences(report.summary.methods);
  return sentences.length === 0 ? [] : [`<sub>${sentences.join(' · ')}</sub>`];
}

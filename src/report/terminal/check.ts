// `palimpsest check` in the terminal: the changed methods worst first, then what they add up to.

import type { ModelCard } from '../../core/model-card.ts';
import type { CheckReport, CheckRow } from '../../core/report.ts';
import { partWords } from '../asking-words.ts';
import {
  adviceSentence,
  forecastSentence,
  freshnessHeadline,
  gainSentence,
  isNotPinned,
  ledgerSample,
  lineSentence,
  unknownFreshness,
} from '../check-standing-words.ts';
import { modelInWords, shadowSentence } from '../model-words.ts';
import { originSentence, scoreSentences } from '../sentences.ts';
import { changedFileCount, standingOf, standingsOf, tallyWords, worstFirst } from '../standing.ts';
import { visible } from '../visible.ts';
import { COMMANDS, count, methodName, modelName, revisionName, revisionWithHash, shortRevision } from '../words.ts';
import { checkRows } from './check-rows.ts';
import { paints, paragraphs, prose, type TerminalOptions, title } from './layout.ts';
import { budgetLines, failureLines, leftOutLines, namesLines, noteLines, usageLines } from './parts.ts';

/** Beyond so many rows nobody reads on; the rest is counted. */
const ROWS_SHOWN = 40;

export function checkLines(report: CheckReport, options: TerminalOptions): string[] {
  const rows = worstFirst(report.methods);
  return paragraphs(
    title(headlineParts(report), options),
    budgetLines(report, options),
    rows.length > 0
      ? rowLines(rows, options)
      : prose(report.unasked === undefined ? nothingChanged(report) : '', options),
    rows.length === 0 ? [] : summaryLines(report, rows, options),
    standingLines(report, options),
    [
      ...namesLines('changed in white space or comments alone', report.cosmetic, options),
      ...namesLines(
        'moved with the same code',
        report.moved.map(({ id }) => id),
        options,
      ),
      ...namesLines('deleted', report.deleted, options),
      ...leftOutLines(report.leftOut, options),
      ...noteLines(report.notes, options),
    ],
    usageLines(report, options),
    rows.length === 0 ? [] : hintLines(report, rows, options),
  );
}

function headlineParts(report: CheckReport): string[] {
  const range = visible(`${revisionName(report.base)}…${revisionName(report.head)}`);
  const methods = partWords(report.methods.length, report) ?? count(report.methods.length, 'changed method');
  const changed = report.methods.length === 0 ? methods : `${methods} in ${count(changedFileCount(report), 'file')}`;
  const headline = `palimpsest check  ${range}  ${changed}`;
  return report.model === null ? [headline] : [headline, `model: ${modelWords(report.model, report)}`];
}

function modelWords(model: ModelCard, { modelOrigin, base }: CheckReport): string {
  if (modelOrigin !== 'trained-on-base') return visible(modelInWords(model));
  return visible(`${modelName(model)}, trained now on ${revisionWithHash(base)}`);
}

function nothingChanged(report: CheckReport): string {
  const range = visible(`${revisionName(report.base)} and ${revisionName(report.head)}`);
  if (report.base.revision === report.head.revision) {
    return `Nothing to check: ${range} are the same commit. For the last commit: ${COMMANDS.lastCommit}`;
  }
  const onlyElsewhere = report.cosmetic.length + report.moved.length + report.deleted.length > 0;
  return onlyElsewhere
    ? `Nothing to check: no method has new code between ${range}.`
    : `Nothing to check: no method changed between ${range}.`;
}

function rowLines(rows: readonly CheckRow[], options: TerminalOptions): string[] {
  const lines = checkRows(rows.slice(0, ROWS_SHOWN), options, paints(options));
  const folded = rows.slice(ROWS_SHOWN);
  if (folded.length === 0) return lines;
  return [
    ...lines,
    ...prose(`… and ${count(folded.length, 'more method')}${standingsOf(folded)}`, options),
    ...prose(`All of them: ${COMMANDS.everything}`, options),
  ];
}

function summaryLines(report: CheckReport, rows: readonly CheckRow[], options: TerminalOptions): string[] {
  return [
    ...prose(tallyWords(rows).join(' · '), options),
    ...scoreSentences(report.summary.methods).flatMap((sentence) => prose(sentence, options)),
    ...failureLines(rows, options),
  ];
}

/** Freshness and its movement, where the model's standing is known; what the last review measured. */
function standingLines(report: CheckReport, options: TerminalOptions): string[] {
  const { standing } = report;
  if (standing === undefined) return [];
  const headline = freshnessHeadline(report);
  const sample = ledgerSample(standing);
  const plain = (words: string | null) => (words === null ? '' : visible(words.replaceAll('**', '')));
  const gain = gainSentence(standing, shortRevision(standing.gain?.head.revision ?? ''));
  return [
    ...prose(headline === null ? '' : `${headline}${sample === null ? '' : `; ${sample}`}`, options),
    ...prose(plain(unknownFreshness(report, visible)), options),
    ...prose(plain(lineSentence(report)), options),
    ...prose(gain === null ? '' : plain(`Training again? ${gain}`), options),
    ...prose(plain(forecastSentence(standing)), options),
    ...prose(plain(adviceSentence(standing)), options),
  ];
}

function hintLines(report: CheckReport, rows: readonly CheckRow[], options: TerminalOptions): string[] {
  const worst = rows.find((row) => row.texts.regenerated !== null && standingOf(row) !== 'reproduced');
  const show =
    worst === undefined
      ? []
      : prose(`See what the model wrote: ${COMMANDS.show} ${argument(methodName(worst.id, worst.path))}`, options);
  return [
    ...prose(visible(shadowSentence(report.model) ?? ''), options),
    ...(isNotPinned(report) ? [] : prose(originSentence(report.modelOrigin) ?? '', options)),
    ...show,
  ];
}

/** The name without its parameters, quoted for a shell where it has to be. */
function argument(name: string): string {
  const simple = visible(name.replace(/\(.*$/s, ''));
  return /^[\w.-]+$/.test(simple) ? simple : `'${simple.replaceAll("'", "'\\''")}'`;
}

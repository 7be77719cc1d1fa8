// What the reports of every job end with: what was left out, which files to distrust, who failed.

import type { AskingFacts, LeftOut, MethodRow, Note } from '../../core/report.ts';
import type { MethodId } from '../../core/unit.ts';
import { unaskedSentence, usageSentences } from '../asking-words.ts';
import { failureDetails, failureSentence } from '../sentences.ts';
import { visible } from '../visible.ts';
import { count, firstFew, leftOutWords, methodName, noteWords } from '../words.ts';
import { prose, type TerminalOptions } from './layout.ts';

const FEW_NOTES = 5;
const FEW_DETAILS = 3;
const FEW_NAMES = 3;

export function leftOutLines(leftOut: readonly LeftOut[], options: TerminalOptions): string[] {
  const said = leftOut.flatMap((one) => leftOutWords(one) ?? []);
  return said.length === 0 ? [] : prose(`left out: ${said.join(', ')}`, options);
}

export function noteLines(notes: readonly Note[], options: TerminalOptions): string[] {
  const lines = notes
    .slice(0, FEW_NOTES)
    .flatMap((note) => prose(`${visible(note.path)}: ${noteWords(note)}`, options));
  const rest = notes.length - FEW_NOTES;
  return rest > 0 ? [...lines, ...prose(`… and ${count(rest, 'more file')} with notes`, options)] : lines;
}

export function failureLines(rows: readonly MethodRow[], options: TerminalOptions): string[] {
  const sentence = failureSentence(rows);
  if (sentence === null) return [];
  const details = failureDetails(rows, FEW_DETAILS).flatMap((detail) => prose(detail, options, '    '));
  return [...prose(sentence, options), ...details];
}

/** What a budget that was spent leaves out. */
export function budgetLines(facts: AskingFacts, options: TerminalOptions): string[] {
  const sentence = unaskedSentence(facts);
  return sentence === null ? [] : prose(`${sentence}.`, options);
}

/** What asking took, for a model that costs something. */
export function usageLines(facts: AskingFacts, options: TerminalOptions): string[] {
  return usageSentences(facts).flatMap((sentence) => prose(sentence, options));
}

/** `deleted: 12 methods: Invoice.round(Money), … and 9 more`, or nothing. */
export function namesLines(what: string, ids: readonly MethodId[], options: TerminalOptions): string[] {
  if (ids.length === 0) return [];
  const names = ids.slice(0, FEW_NAMES).map((id) => visible(methodName(id)));
  return prose(`${count(ids.length, 'method')} ${what}: ${firstFew(names, FEW_NAMES, ids.length)}`, options);
}

// Parts that the Markdown of every job shares: what was left out, which files to distrust, who failed.

import type { AskingFacts, LeftOut, Note } from '../../core/report.ts';
import type { MethodId } from '../../core/unit.ts';
import { usageSentences } from '../asking-words.ts';
import { count, firstFew, leftOutWords, noteWords, spokenName } from '../words.ts';
import { inlineCode } from './inert.ts';

const FEW_NAMES = 5;
const FEW_NOTES = 5;
const DETAIL_LIMIT = 200;

export function namesItem(what: string, ids: readonly MethodId[]): string[] {
  if (ids.length === 0) return [];
  const names = ids.slice(0, FEW_NAMES).map((id) => inlineCode(spokenName(id)));
  return [`${count(ids.length, 'method')} ${what}: ${firstFew(names, FEW_NAMES, ids.length)}`];
}

export function leftOutItems(leftOut: readonly LeftOut[]): string[] {
  const said = leftOut.flatMap((one) => leftOutWords(one) ?? []);
  return said.length === 0 ? [] : [`left out: ${said.join(', ')}`];
}

export function noteItems(notes: readonly Note[]): string[] {
  const items = notes.slice(0, FEW_NOTES).map((note) => `${inlineCode(note.path)}: ${noteWords(note)}`);
  const rest = notes.length - items.length;
  return rest > 0 ? [...items, `… and ${count(rest, 'more file')} with notes`] : items;
}

/** What asking took, for a model that costs something. */
export function usageLine(facts: AskingFacts): string[] {
  const sentences = usageSentences(facts, inlineCode);
  return sentences.length === 0 ? [] : [`<sub>${sentences.join(' · ')}</sub>`];
}

/** What a provider said: data, so in code spans. Backticks are common in such messages and become apostrophes. */
export function detailLines(details: readonly string[]): string[] {
  return details.length === 0
    ? []
    : ['', ...bullets(details.map((detail) => inlineCode(detail.replaceAll('`', "'"), DETAIL_LIMIT)))];
}

export function bullets(items: readonly string[]): string[] {
  return items.map((item) => `- ${item}`);
}

/** A paragraph of its own, where there is something to say. */
export function sentence(text: string | null): string[] {
  return text === null ? [] : [text];
}

/** Blocks with an empty line between, and a final line end. */
export function paragraphs(...blocks: readonly (readonly string[])[]): string {
  const told = blocks.filter((lines) => lines.length > 0);
  return `${told.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

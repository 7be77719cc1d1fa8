// Sentences that other surfaces share, as markup: what they quote becomes code.

import { html, type Markup } from './markup.ts';

/** Not to be typed or seen; a text that holds one anyway moves the code font and nothing else. */
const MARK = '\u0001';

/** Hand it to a sentence that quotes commands, names and revisions. */
export function quote(text: string): string {
  return `${MARK}${text}${MARK}`;
}

export function prose(sentence: string): Markup {
  return html`${sentence.split(MARK).map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

/** One paragraph of sentences; nothing for none. */
export function paragraph(sentences: readonly string[]): Markup | null {
  return sentences.length === 0 ? null : html`<p>${prose(sentences.join(' '))}</p>\n`;
}

/** `keep the model` as it begins a sentence. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A sentence with its full stop. */
export function stopped(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

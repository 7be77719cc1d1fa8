// How a model is called and what a reader should know of it, the same on every surface.

import type { ModelCard } from '../core/model-card.ts';
import { modelName, trainedAt } from './words.ts';

/** Makes a text from outside fit its surface. */
export type Quote = (text: string) => string;

const ASIS: Quote = (text) => text;

/** `acme/ledger-7b, trained at 3f2c9ab of 2026-10-12`; a shadow says that it is one. */
export function modelInWords(card: ModelCard, quote: Quote = ASIS): string {
  return `${quote(modelName(card))}, ${trainedAt(card, quote)}`;
}

/** Whether the numbers are those of a shadow, and not of the model that it stands for. */
export function isShadow(
  card: ModelCard | null,
): card is ModelCard & { readonly shadow: { readonly of: string | null } } {
  return card !== null && card.shadow !== null;
}

/** `the model`, `the shadow`: the subject of a sentence that names it no further. */
export function theModel(card: ModelCard | null): 'the model' | 'the shadow' {
  return isShadow(card) ? 'the shadow' : 'the model';
}

/** What a shadow is, to be said wherever its numbers are shown; `null` for a model that stands for itself. */
export function shadowSentence(card: ModelCard | null, quote: Quote = ASIS): string | null {
  if (!isShadow(card)) return null;
  const { of } = card.shadow;
  const own = of === null ? 'the project’s own model' : quote(of);
  return `A shadow is the embedded model, trained at the revision that ${own} was trained at: it shows how far the code has moved since then, and is no score of ${of === null ? 'that model' : own}.`;
}

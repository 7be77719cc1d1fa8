// Who is champion, from what is kept of promotions; and who was before.

import type { PromotionReason } from './promotion.ts';

/** A model that is champion, or was. */
export interface Champion {
  /** What it was called by when it was promoted: what `--model` takes. */
  readonly name: string;
  readonly fingerprint: string;
  /** The copy of an embedded model, relative to the folder of promotions; `null` for a model that is only named. */
  readonly copy: string | null;
}

/** One decision that is kept. Dates are ISO 8601. */
export interface PromotionRecord {
  /** `0004-9f3a`: later ones sort after earlier ones. */
  readonly id: string;
  readonly kind: 'promoted' | 'kept' | 'rolled-back';
  readonly at: string;
  /** Empty for a rollback. */
  readonly reasons: readonly PromotionReason[];
  /** For a rollback, the model that was given up. */
  readonly challenger: Champion;
  /** Before the decision; `null` when there was none. */
  readonly champion: Champion | null;
  /** After it; `null` when there is none. */
  readonly becomes: Champion | null;
}

/**
 * The champions one on top of the other, the one in office last. A promotion adds one; a rollback takes one away. Where the first
 * promotion had a champion that was only named for it, that one lies below.
 */
export function championsOf(records: readonly PromotionRecord[]): Champion[] {
  const champions: Champion[] = [];
  for (const { kind, champion, becomes } of records) {
    if (kind === 'rolled-back') champions.pop();
    if (kind !== 'promoted' || becomes === null) continue;
    if (champions.length === 0 && champion !== null) champions.push(champion);
    champions.push(becomes);
  }
  return champions;
}

/** The number of a record that follows these. */
export function nextNumber(ids: readonly string[]): number {
  return ids.reduce((most, id) => Math.max(most, Number.parseInt(id, 10)), 0) + 1;
}

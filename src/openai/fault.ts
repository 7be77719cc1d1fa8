// What went wrong with one request: how it is told, and whether asking again can help.

import type { FailureReason } from '../core/regeneration.ts';

export interface Fault {
  readonly reason: FailureReason;
  /** One line for people, without secrets. */
  readonly detail: string;
  /** `once`: it may have been bad luck, and trying is dear. */
  readonly again: 'never' | 'once' | 'often';
  /** The same for every request: at all, only as long as the server has never answered, or not. */
  readonly forAll: 'always' | 'until-answered' | 'no';
  /** The prompt is at fault and not the server: it says nothing about the next request. */
  readonly byPrompt: boolean;
  /** The server has too much to do. */
  readonly overload: boolean;
  /** What the server asked to be left in peace for; `null` when it did not say. */
  readonly askedMs: number | null;
}

/** A fault of this request alone, not worth another try, unless it is said otherwise. */
export function fault(detail: string, more: Partial<Omit<Fault, 'detail'>> = {}): Fault {
  return {
    reason: 'error',
    again: 'never',
    forAll: 'no',
    byPrompt: false,
    overload: false,
    askedMs: null,
    ...more,
    detail,
  };
}

/** What messages may name: the key itself is here only to be hidden. */
export interface Party {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Where the operator put the key, or can put it. */
  readonly keyName: string;
}

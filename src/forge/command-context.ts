// What doing a command needs, and what it comes to.

import type { DocumentChange, Forge } from '../ports.ts';
import type { RetrainContext } from './retrain.ts';

export interface CommandContext extends RetrainContext {
  readonly forge: Pick<Forge, 'pullRequests' | 'replies'>;
  readonly pullRequest: number;
  readonly comment: { readonly id: number; readonly author: string };
  /** Puts what takes longer than an answer into the queue. */
  readonly start: (what: Started) => Promise<void>;
  readonly pageLinks: PageLinks;
  /** Told what came of it; nothing of it reaches the forge. */
  readonly log: { say(text: string): void };
}

/**
 * This pull request's check; {@link retrain} by the author; or an explanation, which is the answer to a command that is the
 * comment's `at`th, from 0.
 */
export type Started =
  | { readonly kind: 'check' }
  | { readonly kind: 'retrain' }
  | { readonly kind: 'explain'; readonly method: string; readonly at: number };

/** Links to the badge and the page of a repository that strangers may not see. */
export interface PageLinks {
  make(by: string): Promise<{ readonly page: string; readonly badge: string }>;
  /** Returns how many there were. */
  revoke(): Promise<number>;
}

/** What a command comes to. */
export interface Deed {
  /** Written together with the note that the command is done. Of a deed that did not go: that somebody was told so. */
  readonly changes: readonly DocumentChange[];
  /** Started before that note: harmless when it is started twice. */
  readonly start: Started | null;
  /** Markdown; `null` where the reaction says enough. */
  readonly reply: string | null;
  /** Whether what was asked for is done, or on its way. */
  readonly went: boolean;
}

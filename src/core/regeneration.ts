// What a model wrote for one stub.

/** Why there is no body: said by the provider or found when its answer was read. */
export const FAILURE_REASONS = [
  'refused',
  'timed-out',
  'cut-off',
  'does-not-parse',
  'does-not-fit',
  'missing',
  'error',
] as const;

/** `does-not-fit`: the prompt is longer than the model's window. */
export type FailureReason = (typeof FAILURE_REASONS)[number];

export interface Sample {
  /** A body with its braces, indented as it should stand in the file. */
  readonly body: string;
  /** The model's own probability of this sample among its samples, where it has one; in [0, 1]. */
  readonly probability?: number;
}

export interface Regenerated {
  readonly kind: 'regenerated';
  /** The body with its braces, indented as it should stand in the file. */
  readonly body: string;
  /** What the model expects its similarity to be, in [0, 1], where it can say. */
  readonly confidence?: number;
  /** The alternatives that the model would also have written, best first; `body` is the first of them. */
  readonly samples?: readonly Sample[];
}

export interface Failed {
  readonly kind: 'failed';
  readonly reason: FailureReason;
  /** One line for people; never contains a secret. */
  readonly detail: string;
}

/** The model was not asked: the run's budget was spent. Such a unit is counted nowhere, and named as missing. */
export interface Unasked {
  readonly kind: 'unasked';
}

export type Regeneration = Regenerated | Failed | Unasked;

/**
 * Whether a failure is one of the server or the network. It says nothing about the model, so it is kept nowhere, and asked
 * for again by the next run.
 */
export function isSilence(reason: FailureReason): boolean {
  return reason === 'error' || reason === 'timed-out';
}

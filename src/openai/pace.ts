// How fast a server is asked: additive increase, multiplicative decrease (Chiu and Jain, 1989), and how long to wait.

export interface Pace {
  /** How many requests may be under way now; from 1 to the ceiling. */
  readonly limit: number;
  readonly ceiling: number;
  /** Answers since the limit last changed. */
  readonly answers: number;
  /** How often the limit was cut: what was sent before the last cut says nothing about the limit after it. */
  readonly cuts: number;
}

export function startingPace(ceiling: number): Pace {
  return { limit: ceiling, ceiling, answers: 0, cuts: 0 };
}

/** One more at once after as many answers as are under way at once. */
export function afterAnswer(pace: Pace): Pace {
  if (pace.limit >= pace.ceiling) return pace;
  const answers = pace.answers + 1;
  return answers < pace.limit ? { ...pace, answers } : { ...pace, limit: pace.limit + 1, answers: 0 };
}

/** Half as many at once; once for all requests that were under way together. `cutsBefore`: as it was when it was sent. */
export function afterOverload(pace: Pace, cutsBefore: number): Pace {
  if (cutsBefore < pace.cuts) return pace;
  return { ...pace, limit: Math.max(1, Math.floor(pace.limit / 2)), answers: 0, cuts: pace.cuts + 1 };
}

/** As the official client waits: no longer than this, however often it failed. */
const LONGEST_BACKOFF_MS = 8_000;

export interface Wait {
  /** 0 before the first retry. */
  readonly retry: number;
  readonly baseMs: number;
  /** What the server asked for; `null` when it did not say. */
  readonly askedMs: number | null;
  /** In [0, 1), drawn anew: requests that failed together should not come back together. */
  readonly chance: number;
}

/** Doubling from the base, less up to a quarter; what the server asked for, and up to a tenth more, where it did. */
export function waitMs({ retry, baseMs, askedMs, chance }: Wait): number {
  if (askedMs !== null) return askedMs * (1 + 0.1 * chance);
  return Math.min(baseMs * 2 ** retry, LONGEST_BACKOFF_MS) * (1 - 0.25 * chance);
}

/** `retry-after-ms`, or `Retry-After` in seconds or as a date (RFC 9110, 10.2.3); `null` where neither can be read. */
export function askedWaitMs(header: (name: string) => string | null, now: number): number | null {
  const milliseconds = numberOf(header('retry-after-ms'));
  if (milliseconds !== null) return milliseconds;
  const given = header('retry-after');
  const seconds = numberOf(given);
  if (seconds !== null) return seconds * 1_000;
  // `Date.parse` finds a date in nearly anything, `-5` included.
  const date = given !== null && /^[A-Z][a-z]+, /.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function numberOf(text: string | null): number | null {
  return text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

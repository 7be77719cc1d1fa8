// What GitHub's errors mean for a user: one line that says what happened, one that says what to do. Known by their shape, as
// the Action's client and the command line's bring their own classes of errors.

import { ExpectedFailure } from '../errors.ts';

const LONGEST_WORDS = 200;

/** What a request ended in, whichever client made it. */
interface ForgeError {
  /** HTTP status; 500 where no answer came. */
  readonly status: number;
  /** GitHub's own words, or the network's, on one line. */
  readonly words: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly hasAnswer: boolean;
  /** Of a GraphQL answer: `NOT_FOUND`, `FORBIDDEN`, `RATE_LIMITED`, … */
  readonly type: string | null;
  readonly isWrite: boolean;
}

/**
 * Turns what a request to GitHub threw into an ExpectedFailure; anything else, such as a bug or the wish to stop, is given
 * back as it is. `doing` is what was going on, as in “reading acme/ledger”. Neither token nor body stands in it.
 */
export function forgeFailure(error: unknown, doing: string): unknown {
  const seen = forgeErrorOf(error);
  if (seen === null) return error;
  const failure = (code: ExpectedFailure['code'], message: string, remedy: string) =>
    new ExpectedFailure(code, message, remedy, { cause: error });
  if (isLimited(seen)) {
    const reset = resetOf(seen);
    return failure(
      'forge-unavailable',
      `GitHub’s rate limit is used up while ${doing}${reset === null ? '' : `; it is lifted at ${reset}`}`,
      'Run it again then. A token has a limit of its own, far above the one for requests without.',
    );
  }
  switch (seen.status) {
    case 401:
      return failure(
        'forge-refused',
        `GitHub does not accept the token while ${doing}`,
        'Check that it is whole, of this GitHub and not expired.',
      );
    case 403:
    case 451:
      return failure('forge-refused', `GitHub refuses ${doing}: ${seen.words}`, permissionRemedy(seen));
    case 404:
    case 409: // an empty repository
    case 410:
      return failure(
        'forge-not-found',
        `GitHub finds nothing while ${doing}: ${seen.words}`,
        'Check the name; what is private needs a token that may read it.',
      );
    default:
      if (seen.status >= 500) return failure('forge-unavailable', unavailable(seen, doing), 'Run it again later.');
      return failure(
        'forge-refused',
        `GitHub does not accept what it was asked while ${doing}: ${seen.words} (${seen.status})`,
        'If it stays so, report it with these words.',
      );
  }
}

/** What a request gives, or the {@link forgeFailure} of it. */
export async function attempt<T>(doing: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw forgeFailure(error, doing);
  }
}

function unavailable({ hasAnswer, status, words }: ForgeError, doing: string): string {
  return hasAnswer
    ? `GitHub has trouble (${status}) while ${doing}: ${words}`
    : `GitHub could not be reached while ${doing}: ${words}`;
}

/**
 * Why the token may not do what it was asked to, in GitHub's own words; `null` for every other error. To who may not see
 * it GitHub says that a place does not exist, so a write to what is not found counts as well.
 */
export function refusalOf(error: unknown): string | null {
  const seen = forgeErrorOf(error);
  if (seen === null || isLimited(seen)) return null;
  const isRefused =
    seen.status === 403 ||
    (seen.status === 404 && (seen.isWrite || /not accessible/i.test(seen.words))) ||
    (seen.status === 410 && seen.isWrite); // such as issues that are switched off
  return isRefused ? seen.words : null;
}

/** Whether the token may not do what it was asked to; see {@link refusalOf}. */
export function isRefused(error: unknown): boolean {
  return refusalOf(error) !== null;
}

/** Whether GitHub says that there is no such thing, or none that the token may see. */
export function isNotFound(error: unknown): boolean {
  const seen = forgeErrorOf(error);
  return seen !== null && (seen.status === 404 || seen.status === 410 || seen.status === 422);
}

/** GitHub's own words of an error, on one line; `''` for what is no error of GitHub's. */
export function wordsOf(error: unknown): string {
  return forgeErrorOf(error)?.words ?? '';
}

function forgeErrorOf(error: unknown): ForgeError | null {
  if (!(error instanceof Error) || error instanceof ExpectedFailure) return null;
  const graphql = graphqlErrorOf(error);
  if (graphql !== null) return graphql;
  if (!('status' in error) || typeof error.status !== 'number' || !('request' in error)) return null;
  const response = 'response' in error ? recordOf(error.response) : {};
  const method = recordOf(error.request).method;
  return {
    status: error.status,
    words: onOneLine(error.message),
    headers: recordOf(response.headers),
    hasAnswer: 'status' in response,
    type: null,
    isWrite: typeof method === 'string' && method !== 'GET' && method !== 'HEAD',
  };
}

const STATUS_OF_TYPE: Readonly<Record<string, number>> = { NOT_FOUND: 404, FORBIDDEN: 403, RATE_LIMITED: 429 };

/** GraphQL says what is wrong in an answer of status 200. */
function graphqlErrorOf(error: Error): ForgeError | null {
  const said = 'errors' in error ? error.errors : 'data' in error ? recordOf(error.data).errors : undefined;
  if (!Array.isArray(said) || said.length === 0 || 'status' in error) return null;
  const first = recordOf(said[0]);
  const type = typeof first.type === 'string' ? first.type : null;
  const headers = 'headers' in error ? error.headers : 'response' in error ? recordOf(error.response).headers : {};
  return {
    status: STATUS_OF_TYPE[type ?? ''] ?? 422,
    words: onOneLine(typeof first.message === 'string' ? first.message : error.message),
    headers: recordOf(headers),
    hasAnswer: true,
    type,
    isWrite: false,
  };
}

/** Primary and secondary limits alike. */
function isLimited({ status, words, headers, type }: ForgeError): boolean {
  if (status === 429 || type === 'RATE_LIMITED') return true;
  return status === 403 && (headers['x-ratelimit-remaining'] === '0' || /\brate limit|abuse detection/i.test(words));
}

/** `14:05 UTC`, with its day; `null` where GitHub did not tell. */
function resetOf({ headers }: ForgeError): string | null {
  const seconds = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && Number.isSafeInteger(seconds) && seconds > 0 && seconds < 1e11) {
    return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  }
  return null;
}

function permissionRemedy({ headers }: ForgeError): string {
  const accepted = headers['x-accepted-github-permissions'];
  const permission = typeof accepted === 'string' && /^[\w=;, ]{1,100}$/.test(accepted) ? accepted : null;
  return permission === null
    ? 'Give the token the permission for it.'
    : `Give the token the permission for it (${permission.replaceAll('=', ': ')}).`;
}

/** The first line, without control characters and without where GitHub's documentation is. */
function onOneLine(message: string): string {
  const line = message
    .replace(/ - https:\/\/\S+$/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS)}…` : line;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

// Talking to GitHub: one client for every part of this folder, with retries, GitHub's limits kept, and an end to every wait.

import { setMaxListeners } from 'node:events';
import { retry } from '@octokit/plugin-retry';
import { type ThrottlingOptions, throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';
import { Paced } from './pace.ts';

/** What both `@octokit/rest` and `@actions/github` make. */
export type GitHubApi = Pick<Octokit, 'rest' | 'graphql' | 'request' | 'paginate'>;

/** A repository on GitHub, and how it is reached. */
export interface GitHubRepository {
  readonly api: GitHubApi;
  readonly owner: string;
  readonly repo: string;
}

export interface ClientSettings {
  /** Such as `https://api.github.com`, or `https://HOST/api/v3` of a GitHub Enterprise Server; GraphQL lies beside it. */
  readonly baseUrl: string;
  /** The program and its version. */
  readonly userAgent: string;
  /** Ends every request and every wait when the run is called off. */
  readonly signal: AbortSignal;
  /** Told once for each wait. */
  readonly warn: (warning: string) => void;
  /** Tests wait less. */
  readonly waits?: Partial<Waits>;
  /** Shared with other clients; one of its own when not given. */
  readonly pace?: WritePace;
}

/** When the next write, or query, may go out; and the next that people are notified of, such as a comment. */
export interface WritePace {
  write(): Promise<void>;
  notifications(): Promise<void>;
}

export type PacedKind = keyof WritePace;

interface Waits {
  /** For one answer, its body included. */
  readonly requestTimeoutMs: number;
  /** Stands for the second in which retries and limits are counted. */
  readonly secondMs: number;
  /** For limits to be lifted, in one run altogether; a wait beyond that is a failure instead. */
  readonly limitSeconds: number;
}

const WAITS: Waits = { requestTimeoutMs: 60_000, secondMs: 1_000, limitSeconds: 65 };

/** For one request. */
const MOST_WAITS = 3;

/** What came once comes again: these answers are final. GitHub's limits, 403 and 429, are the other plugin's. */
const FINAL_ANSWERS = [304, 400, 401, 403, 404, 405, 406, 409, 410, 412, 413, 415, 422, 429, 451];

/** Twenty at once are a run; GitHub bears 80 new comments and the like a minute. */
const WRITES = { atOnce: 20, everyMs: 1_000 };
const NOTIFICATIONS = { atOnce: 5, everyMs: 3_000 };

/** For both clients, in this order: `getOctokit(token, gitHubOptions(…), ...GITHUB_PLUGINS)`. */
export const GITHUB_PLUGINS = [endings, retry, throttling, calledOff];

/** A client of the command line; without a token it reads what is public, without GraphQL. */
export function connect(token: string | null, settings: ClientSettings): GitHubApi {
  const Client = Octokit.plugin(...GITHUB_PLUGINS);
  return new Client({ ...gitHubOptions(settings), ...(token === null ? {} : { auth: token }) });
}

/** A new pace, as GitHub asks for it; `isPaced` false: none, for a server that sets no limits. */
export function writePace(isPaced = true): WritePace {
  if (!isPaced) return { write: async () => {}, notifications: async () => {} };
  const [write, notifications] = [new Paced(WRITES), new Paced(NOTIFICATIONS)];
  return { write: () => write.turn(), notifications: () => notifications.turn() };
}

/** Options of one client: its limits are counted for it alone, except for a pace that it is given. */
export function gitHubOptions(settings: ClientSettings) {
  const { baseUrl, userAgent, signal, warn, pace = writePace() } = settings;
  const { requestTimeoutMs, secondMs, limitSeconds } = { ...WAITS, ...settings.waits };
  let secondsLeft = limitSeconds;
  const waitFor = (what: string) => (retryAfter: number, _options: unknown, _client: unknown, retryCount: number) => {
    // a limit that is said to be lifted already, and is not, must not be asked for ever
    if (retryAfter > secondsLeft || retryCount >= MOST_WAITS) return false;
    secondsLeft -= retryAfter;
    warn(`GitHub’s ${what} is reached; waiting for ${retryAfter} s`);
    return true;
  };
  return {
    baseUrl: baseUrl.replace(/\/+$/, ''),
    userAgent,
    log: { debug: ignore, info: ignore, error: ignore, warn: ignore },
    endings: { signal, requestTimeoutMs },
    retry: { doNotRetry: FINAL_ANSWERS, retryAfterBaseValue: secondMs },
    throttle: {
      onRateLimit: waitFor('rate limit'),
      onSecondaryRateLimit: waitFor('secondary rate limit'),
      retryAfterBaseValue: secondMs,
      write: turns(pace.write),
      notifications: turns(pace.notifications),
    },
  };
}

function ignore(): void {}

type LimiterGroup = NonNullable<ThrottlingOptions['write']>;

/**
 * Stands for the plugin's own limiters, which would put a second between any two queries and three between two comments; it
 * asks no more of them than this.
 */
function turns(turn: () => Promise<void>): LimiterGroup {
  return { key: () => ({ schedule: () => turn() }) } as unknown as LimiterGroup;
}

type PluggedOptions = { readonly [option: string]: unknown };

/** Innermost, about each single try: a time limit, and the proof that an answer came whole. */
function endings({ hook }: Pick<Octokit, 'hook'>, options: PluggedOptions): void {
  const { signal, requestTimeoutMs } = endingsOf(options);
  setMaxListeners(0, signal); // one for each request under way
  hook.wrap('request', async (request, asked) => {
    signal.throwIfAborted();
    const { signal: own, timeoutMs = requestTimeoutMs } = asked.request;
    const ending = new AbortController();
    const late = setTimeout(() => ending.abort(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
    const stop = () => ending.abort(signal.aborted ? signal.reason : own?.reason);
    for (const each of [signal, own]) each?.addEventListener('abort', stop, { once: true });
    asked.request.signal = ending.signal; // hooks further in are bound to these very options
    try {
      const response = await request(asked);
      if (isCutOff(response)) throw cutOff(asked, response);
      return response;
    } catch (error) {
      for (const each of [signal, own]) each?.throwIfAborted(); // the reason, instead of what it became on the way
      throw error;
    } finally {
      clearTimeout(late);
      if (own === undefined) delete asked.request.signal;
      else asked.request.signal = own;
      for (const each of [signal, own]) each?.removeEventListener('abort', stop);
    }
  });
}

/** The client gives JSON that it could not parse as text. */
function isCutOff({ data, headers }: { data: unknown; headers: Readonly<Record<string, unknown>> }): boolean {
  return typeof data === 'string' && /^application\/(\w+\+)?json\b/.test(String(headers['content-type'] ?? ''));
}

/** As the client's own errors look, so that it is tried again. */
function cutOff(request: unknown, response: unknown): Error {
  return Object.assign(new Error('the answer was cut off'), { name: 'HttpError', status: 502, request, response });
}

/** Outermost: nobody waits for a limit to be lifted when the run is called off. */
function calledOff({ hook }: Pick<Octokit, 'hook'>, options: PluggedOptions): void {
  const { signal } = endingsOf(options);
  hook.wrap('request', async (request, asked) => {
    signal.throwIfAborted();
    let stop = (): void => {};
    const stopped = new Promise<never>((_, reject) => {
      stop = () => reject(signal.reason);
      signal.addEventListener('abort', stop, { once: true });
    });
    try {
      return await Promise.race([request(asked), stopped]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  });
}

function endingsOf({ endings }: PluggedOptions): ReturnType<typeof gitHubOptions>['endings'] {
  return endings as ReturnType<typeof gitHubOptions>['endings'];
}

// The App at GitHub: a client for each installation, with a token that is renewed before it ends.

import { Octokit } from '@octokit/rest';
import { LRUCache } from 'lru-cache';
import { Probot, ProbotOctokit } from 'probot';
import { z } from 'zod';
import {
  GITHUB_PLUGINS,
  type GitHubApi,
  gitHubOptions,
  type PacedKind,
  type WritePace,
  writePace,
} from '../compose/github.ts';
import type { RepositoryRef } from '../core/task.ts';
import { ExpectedFailure } from '../errors.ts';
import type { Credentials } from './credentials.ts';
import type { Log } from './log.ts';
import type { AppMetrics } from './metrics.ts';
import type { AppSettings } from './settings.ts';

export interface Installations {
  /** The App itself, for what takes its own word: who it is, where it is installed. */
  readonly probot: Probot;
  /**
   * A client of an installation for one task, which ends with it. All clients of an installation share a token and the pace of
   * their writes. A request of a suspended or deleted installation throws an ExpectedFailure.
   */
  client(installation: number, signal: AbortSignal): GitHubApi;
  /**
   * A token of it, for whoever needs one of its own, such as a thread. Good for five minutes at least, by our clock; another
   * one than `refused`, which GitHub did not take.
   */
  token(installation: number, refused?: string | null): Promise<string>;
  /** When the next write of an installation may go out, whichever client or thread asks. */
  turn(installation: number, kind: PacedKind): Promise<void>;
  /** Which installation has a repository now, by GitHub's word; `null` for none. Throws `forge-unavailable`. */
  installedAt(ref: Pick<RepositoryRef, 'owner' | 'name'>): Promise<number | null>;
  /** Nothing of it is to be used again. */
  forget(installation: number): void;
}

/** Installations that are remembered; for another one all is asked and made again. */
const INSTALLATIONS = 5_000;

/** A token lives an hour; it is renewed when it has less than that left. */
const RENEWED_MS = 5 * 60_000;
/** For the answer to the question for one. */
const TOKEN_MS = 30_000;

interface Token {
  readonly value: string;
  /** By our clock, whatever GitHub's says. */
  readonly renewAtMs: number;
}

export function openInstallations(given: {
  readonly settings: Pick<AppSettings, 'gitHub'> & { readonly credentials: Credentials };
  readonly log: Log;
  readonly metrics?: Pick<AppMetrics, 'budget'>;
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Tests wait less. */
  readonly waits?: Parameters<typeof gitHubOptions>[0]['waits'];
}): Installations {
  const { settings, log, metrics, userAgent, now = Date.now, waits } = given;
  const probot = createProbot(settings, log);
  const tokens = new LRUCache<number, Promise<Token>>({ max: INSTALLATIONS });
  const paces = new LRUCache<number, WritePace>({ max: INSTALLATIONS });

  const renewed = (installation: number): Promise<Token> => {
    const asked = askForToken(probot, installation, now);
    tokens.set(installation, asked);
    asked.catch(() => {
      if (tokens.peek(installation) === asked) tokens.delete(installation);
    });
    return asked;
  };
  const current = async (installation: number): Promise<Token> => {
    const known = tokens.get(installation);
    if (known === undefined) return renewed(installation);
    const token = await known;
    if (now() < token.renewAtMs) return token;
    // whoever came first has asked already
    return tokens.peek(installation) === known ? renewed(installation) : current(installation);
  };

  const afterRefused = async (installation: number, refused: string): Promise<Token> => {
    const other = await tokens.peek(installation);
    return other !== undefined && other.value !== refused ? other : renewed(installation);
  };
  const paceOf = (installation: number): WritePace => {
    const pace = paces.get(installation) ?? writePace(settings.gitHub.isPaced);
    paces.set(installation, pace);
    return pace;
  };

  const create = (installation: number, signal: AbortSignal): GitHubApi => {
    const options = gitHubOptions({
      baseUrl: settings.gitHub.apiUrl,
      userAgent,
      signal,
      warn: (warning) => log.warn({ installation }, warning),
      pace: paceOf(installation),
      ...(waits === undefined ? {} : { waits }),
    });
    const client = new (Octokit.plugin(...GITHUB_PLUGINS))(options);
    client.hook.wrap('request', async (request, asked) => {
      const send = async ({ value }: Token) => {
        asked.headers.authorization = `token ${value}`; // hooks further in are bound to these very options
        const response = await request(asked);
        countBudget(response.headers, (remaining, limit) => metrics?.budget(installation, remaining, limit));
        return response;
      };
      const token = await current(installation);
      try {
        return await send(token);
      } catch (error) {
        // it was revoked, or GitHub's clock is ahead of ours: once more with a new one
        if (statusOf(error) !== 401) throw error;
        return send(await afterRefused(installation, token.value));
      }
    });
    return client;
  };

  return {
    probot,
    client: create,
    token: async (installation, refused = null) =>
      (await (refused === null ? current(installation) : afterRefused(installation, refused))).value,
    turn: (installation, kind) => paceOf(installation)[kind](),
    installedAt: (ref) => askWhereInstalled(probot, ref),
    forget(installation) {
      paces.delete(installation);
      tokens.delete(installation);
    },
  };
}

/** Without pauses between its requests: those are for tokens, and each installation has one client with limits of its own. */
export function createProbot(
  { gitHub, credentials }: Pick<AppSettings, 'gitHub'> & { readonly credentials: Credentials },
  log: Log,
): Probot {
  return new Probot({
    appId: credentials.appId,
    privateKey: credentials.privateKey.reveal(),
    secret: credentials.webhookSecret.reveal(),
    baseUrl: gitHub.apiUrl,
    Octokit: ProbotOctokit.defaults({ throttle: { enabled: false } }),
    // it would log the whole payload of a webhook that was not taken; whoever asks it says in a line what went wrong
    log: log.child({}, { level: 'silent' }),
  });
}

const tokenAnswer = z.object({ token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) });

/** Probot's client signs the request, and corrects a clock that is off by GitHub's own. */
async function askForToken(probot: Probot, installation: number, now: () => number): Promise<Token> {
  const app = await probot.auth();
  try {
    const { data, headers } = await app.rest.apps.createInstallationAccessToken({
      installation_id: installation,
      request: { signal: AbortSignal.timeout(TOKEN_MS) },
    });
    const { token, expires_at } = tokenAnswer.parse(data);
    const theirNow = Date.parse(headers.date ?? '') || now();
    return { value: token, renewAtMs: now() + Date.parse(expires_at) - theirNow - RENEWED_MS };
  } catch (error) {
    throw installationFailure(error, installation);
  }
}

const installationAnswer = z.object({ id: z.number().int().positive() });

async function askWhereInstalled(
  probot: Probot,
  { owner, name }: Pick<RepositoryRef, 'owner' | 'name'>,
): Promise<number | null> {
  const app = await probot.auth();
  try {
    const asked = { owner, repo: name, request: { signal: AbortSignal.timeout(TOKEN_MS) } };
    return installationAnswer.parse((await app.rest.apps.getRepoInstallation(asked)).data).id;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw new ExpectedFailure(
      'forge-unavailable',
      `GitHub does not say whether the App is installed on ${owner}/${name}`,
      'It is asked again with the next try of the task.',
      { cause: error },
    );
  }
}

function installationFailure(error: unknown, installation: number): unknown {
  const words = error instanceof Error ? error.message : '';
  switch (statusOf(error)) {
    case 404:
      return new ExpectedFailure(
        'forge-not-found',
        `the App is no longer installed where it was (installation ${installation})`,
        'Nothing is to be done; what is kept of it is forgotten.',
        { cause: error },
      );
    case 403:
      if (!/suspended/i.test(words)) return error;
      return new ExpectedFailure(
        'forge-refused',
        `installation ${installation} of the App is suspended`,
        'It goes on when its owner lifts the suspension.',
        { cause: error },
      );
    case 401:
      return new ExpectedFailure(
        'forge-refused',
        `GitHub does not accept the App’s own key: ${words.split('\n', 1)[0]?.replace(/ - https:\S+$/, '')}`,
        'Check APP_ID, PRIVATE_KEY, GHE_HOST and the clock of this machine.',
        { cause: error },
      );
    default:
      return error;
  }
}

function statusOf(error: unknown): number | null {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : null;
}

function countBudget(headers: Readonly<Record<string, unknown>>, count: (remaining: number, limit: number) => void) {
  const [remaining, limit] = [headers['x-ratelimit-remaining'], headers['x-ratelimit-limit']].map(Number);
  if (Number.isFinite(remaining) && Number.isFinite(limit)) count(remaining ?? 0, limit ?? 0);
}

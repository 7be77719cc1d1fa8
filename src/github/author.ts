// Who we are on GitHub: what we once wrote is told from what others wrote by its author, and never by its text alone.

import { z } from 'zod';
import type { GitHubApi } from './client.ts';

/** Whoever wrote something, as REST lists it; `null` when the account is gone. */
export const writer = z.object({ login: z.string(), type: z.string().optional() }).nullable();
export type Writer = z.infer<typeof writer>;

/** The account that the token speaks for. */
export interface Author {
  /** As REST has it: that of an App ends in `[bot]`. */
  readonly login: string;
  /** The name of the App among GitHub's; that of a person's token is their login, and never one of an App's. */
  readonly slug: string;
  wrote(user: Writer): boolean;
}

const BOT = '[bot]';
const viewerAnswer = z.object({ viewer: z.object({ login: z.string().min(1) }) });

/**
 * Asks GitHub once whose token this is; an answer that failed is asked for again by the next caller. `viewer` is answered for
 * the token of a workflow and of an installation too, where `GET /user` is refused.
 */
export function rememberAuthor(api: GitHubApi): () => Promise<Author> {
  let asked: Promise<Author> | null = null;
  return () => {
    asked ??= askAuthor(api).catch((error: unknown) => {
      asked = null;
      throw error;
    });
    return asked;
  };
}

async function askAuthor(api: GitHubApi): Promise<Author> {
  const answer = viewerAnswer.parse(await api.graphql('query { viewer { login } }'));
  return authorOf(answer.viewer.login);
}

/**
 * GraphQL names an App with `[bot]` in one place and without it in another. Without it anyone could have the name, so such a
 * likeness counts for accounts that GitHub itself calls a bot.
 */
export function authorOf(login: string): Author {
  const slug = withoutBot(login);
  return {
    login,
    slug,
    wrote(user) {
      if (user === null || withoutBot(user.login) !== slug) return false;
      return user.login.toLowerCase() === login.toLowerCase() || user.type === 'Bot';
    },
  };
}

function withoutBot(login: string): string {
  const lower = login.toLowerCase();
  return lower.endsWith(BOT) ? lower.slice(0, -BOT.length) : lower;
}

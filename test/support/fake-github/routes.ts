// Which request goes where, and what its token must be allowed to.

import type { z } from 'zod';
import type { AppState } from './app-state.ts';
import { notAccessible, notFound, Refusal, type Reply } from './reply.ts';
import { isBot, type PermissionName, type RepositoryState, repositoryOf, type Token, type World } from './world.ts';

/** One request to the API, below `/api/v3` or not. */
export interface Asked {
  readonly world: World;
  readonly method: string;
  /** Decoded, without `/api/v3`. */
  readonly path: string;
  /** As it was sent, for links to other pages. */
  readonly url: URL;
  readonly query: URLSearchParams;
  readonly accept: string;
  /** The parsed JSON of the body; `undefined` when there is none. */
  readonly body: unknown;
  readonly token: Token | null;
  /** The App that speaks for itself; throws a Refusal when none does. */
  app(): AppState;
  /** Where the API begins, for links: with `/api/v3` where the request had it. */
  readonly api: string;
  /** Part of the path by the name that the route gives it; throws for one it has not. */
  param(name: string): string;
}

/** A request about one repository that its token may see. */
export interface AskedOfRepository extends Asked {
  readonly repository: RepositoryState;
  /** Where this repository is in the API, for links. */
  readonly here: string;
}

/** Any of these permissions will do. */
type Need = readonly (readonly [PermissionName, 'read' | 'write'])[];

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  answer(asked: Asked): Promise<Reply> | Reply;
}

/** `:name` is one step of a path, `*name` the rest of it up to what follows. */
export function route(template: string, answer: Route['answer']): Route {
  const [method = '', path = ''] = template.split(' ');
  const source = path
    .replace(/[.[\]()]/g, '\\$&')
    .replace(/:(\w+)/g, '(?<$1>[^/]+)')
    .replace(/\*(\w+)/g, '(?<$1>.+)');
  return { method, pattern: new RegExp(`^${source}$`), answer };
}

/** A route below `/repos/:owner/:repo`; `need` as in {@link requireOne}. */
export function ofRepository(
  template: string,
  need: Need,
  answer: (asked: AskedOfRepository) => Promise<Reply> | Reply,
): Route {
  const [method = '', path = ''] = template.split(' ');
  return route(`${method} /repos/:owner/:repo${path}`, (asked) => {
    const repository = visible(asked.world, asked.token, `${asked.param('owner')}/${asked.param('repo')}`);
    if (repository === null) throw notFound();
    requireOne(asked.token, repository, need);
    return answer({ ...asked, repository, here: `${asked.api}/repos/${repository.fullName}` });
  });
}

/** A repository of that name if the token may know that it is there. */
export function visible(world: World, token: Token | null, fullName: string): RepositoryState | null {
  const repository = repositoryOf(world, fullName);
  if (repository === null) return null;
  return !repository.isPrivate || reaches(token, repository) ? repository : null;
}

function reaches(token: Token | null, { fullName, people }: RepositoryState): boolean {
  if (token === null) return false;
  if (token.repositories !== null) return token.repositories.includes(fullName);
  return isBot(token.login) || people.has(token.login);
}

/** 403 unless the token has one of these permissions. Whoever can see a public repository can read all of it. */
export function requireOne(token: Token | null, repository: RepositoryState, need: Need): void {
  if (need.length === 0) return;
  if (!repository.isPrivate && need.some(([, access]) => access === 'read')) return;
  if (token === null) throw new Refusal(401, 'Requires authentication');
  const has = need.some(([name, access]) => {
    // Whoever reaches a repository may read what it is.
    const granted = name === 'metadata' ? 'read' : token.permissions[name];
    return granted === 'write' || (granted === 'read' && access === 'read');
  });
  if (!reaches(token, repository) || !has) {
    throw isBot(token.login) ? notAccessible() : new Refusal(403, 'Resource not accessible by personal access token');
  }
}

/** Whether the token has this permission, where no 403 is to come of it. */
export function allows(token: Token | null, repository: RepositoryState, need: Need): boolean {
  try {
    requireOne(token, repository, need);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** The body of a request by its schema; 422 when it is something else. */
export function bodyOf<T>(asked: Asked, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(asked.body ?? {});
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('/') ?? '';
  throw new Refusal(422, `Invalid request.\n\nFor '${where}', ${issue?.message ?? 'nothing fits'}.`);
}

/** A login that made the request. */
export function whoAsks(asked: Asked): string {
  if (asked.token === null) throw new Refusal(401, 'Requires authentication');
  return asked.token.login;
}

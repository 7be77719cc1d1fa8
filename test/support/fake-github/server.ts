// The one HTTP server: every request is written down, may go wrong on demand, is let in or not, and answered.

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { buffer as readAll } from 'node:stream/consumers';
import { actionsRoutes } from './actions.ts';
import { appRoutes } from './app-routes.ts';
import { checkRoutes } from './checks.ts';
import { contentsRoutes } from './contents.ts';
import { bodyOfStatus, type Fault, type Faults } from './faults.ts';
import { gitDataRoutes } from './git-data.ts';
import { graphqlRoutes } from './graphql.ts';
import { tokenOf } from './identity.ts';
import { issueRoutes } from './issues.ts';
import { appOf, jwtOf } from './jwt.ts';
import { pullRoutes } from './pulls.ts';
import type { RateLimits } from './rates.ts';
import { refRoutes } from './refs.ts';
import { entityTag, isBytes, ok, Refusal, type Reply } from './reply.ts';
import { repositoryRoutes } from './repositories.ts';
import type { Asked, Route } from './routes.ts';
import { answerGit, isGitPath } from './smart-http.ts';
import type { Token, World } from './world.ts';

/** One request as it came, and what became of it. */
export interface AskedRequest {
  readonly method: string;
  /** Decoded, without `/api/v3` and without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  /** The JSON that was sent; `undefined`: none. */
  readonly body: unknown;
  /** Whose token it came with; `null`: with none, or one that means nothing here. */
  readonly login: string | null;
  /** Milliseconds since 1970, by the fake's clock. */
  readonly at: number;
  /** 0 until it is answered. */
  status: number;
}

export interface Surroundings {
  readonly world: World;
  readonly requests: AskedRequest[];
  readonly faults: Faults;
  readonly rates: RateLimits;
}

// Those that end in a fixed word stand before those whose last part is a revision with slashes.
const ROUTES: readonly Route[] = [
  ...appRoutes,
  ...checkRoutes,
  ...pullRoutes,
  ...issueRoutes,
  ...actionsRoutes,
  ...repositoryRoutes,
  ...refRoutes,
  ...gitDataRoutes,
  ...contentsRoutes,
  ...graphqlRoutes,
];

/** The server, not listening yet. */
export function gitHubServer(surroundings: Surroundings): Server {
  return createServer((request, response) => {
    handle(surroundings, request, response).catch((error: unknown) => {
      // A bug of the fake: shown in the answer, so that the test that meets it says so.
      if (!response.headersSent) response.writeHead(500);
      response.end(`The fake GitHub failed: ${error instanceof Error ? error.stack : error}`);
    });
  });
}

async function handle(surroundings: Surroundings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world, faults, requests } = surroundings;
  const url = new URL(request.url ?? '/', world.origin);
  const prefix = /^\/api\/v3(?=\/|$)/.exec(url.pathname)?.[0] ?? '';
  const path = decoded(url.pathname.slice(prefix.length).replace(/^\/api\/graphql$/, '/graphql'));
  const method = request.method ?? 'GET';
  const jwt = jwtOf(request);
  const token = jwt === null ? tokenOf(world, request) : null;
  const forGit = isGitPath(url.pathname);
  const body = forGit ? undefined : jsonOf(await readAll(request));
  const entry: AskedRequest = {
    method,
    path,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body,
    login: token === 'bad' || token === null ? null : token.login,
    at: world.now(),
    status: 0,
  };
  requests.push(entry);
  response.once('finish', () => {
    entry.status = response.statusCode;
  });
  await faults.happen(method, path);
  const fault = faults.next(method, path);
  if (fault?.kind === 'never-answers') return;
  if (fault?.kind === 'hang-up') return void response.destroy();
  if (fault?.kind === 'slow') await new Promise((later) => setTimeout(later, fault.ms));
  if (fault?.kind === 'status') {
    const { status, headers = {} } = fault;
    return send(response, { status, headers, body: fault.body ?? bodyOfStatus(status) }, null);
  }
  if (forGit) return answerGit(world, token === 'bad' ? null : token, request, response, url);
  const asked: Omit<Asked, 'token' | 'param'> = {
    world,
    method,
    path,
    url,
    query: url.searchParams,
    accept: request.headers.accept ?? '',
    body,
    app: () => appOf(world, jwt),
    api: `${world.origin}${prefix}`,
  };
  send(response, await replyTo(surroundings, asked, token, request), fault);
}

async function replyTo(
  { rates }: Surroundings,
  asked: Omit<Asked, 'token' | 'param'>,
  token: Token | 'bad' | null,
  request: IncomingMessage,
): Promise<Reply> {
  if (request.headers['user-agent'] === undefined) {
    return new Refusal(
      403,
      'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
    ).reply();
  }
  if (asked.path === '/rate_limit') return ok(rates.json());
  const resource = asked.path === '/graphql' ? 'graphql' : 'core';
  const { headers, refusal } = asked.path.startsWith('/_codeload/')
    ? { headers: {}, refusal: null }
    : rates.spend(resource, resource === 'graphql' ? 'GET' : asked.method);
  const reply = refusal === null ? await routed(asked, token) : limited(refusal, resource);
  const date = new Date(asked.world.now()).toUTCString();
  const all = { date, ...headers, ...reply.headers };
  if (reply.status !== 200 || !['GET', 'HEAD'].includes(asked.method)) return { ...reply, headers: all };
  const content = contentOf(reply.body);
  if (content instanceof Readable) return { ...reply, headers: all };
  const etag = entityTag(content);
  const same = (request.headers['if-none-match'] ?? '').split(/, */).includes(etag);
  if (same) return { status: 304, headers: { ...all, ...rates.giveBack(resource), etag } };
  return { ...reply, headers: { ...all, etag, 'cache-control': 'private, max-age=60, s-maxage=60' } };
}

/** GraphQL says with status 200 that its points are used up. */
function limited(refusal: Refusal, resource: string): Reply {
  if (resource === 'core' || 'retry-after' in refusal.headers) return refusal.reply();
  return ok({ errors: [{ type: 'RATE_LIMITED', message: refusal.message }] });
}

async function routed(asked: Omit<Asked, 'token' | 'param'>, token: Token | 'bad' | null): Promise<Reply> {
  try {
    if (token === 'bad') throw new Refusal(401, 'Bad credentials');
    const method = asked.method === 'HEAD' ? 'GET' : asked.method;
    for (const { method: own, pattern, answer } of ROUTES) {
      const match = own === method ? pattern.exec(asked.path) : null;
      if (match === null) continue;
      const param = (name: string) => {
        const value = match.groups?.[name];
        if (value === undefined) throw new Error(`no ${name} in ${pattern}`);
        return value;
      };
      return await answer({ ...asked, token, param });
    }
    // No 404, which a client would take for an answer about its question.
    throw new Refusal(400, `The fake GitHub does not serve ${asked.method} ${asked.path}`);
  } catch (error) {
    if (error instanceof Refusal) return error.reply();
    throw error;
  }
}

function contentOf(body: unknown): Buffer | Readable {
  if (isBytes(body)) return body.bytes;
  return Buffer.from(body === undefined ? '' : JSON.stringify(body));
}

function send(response: ServerResponse, reply: Reply, fault: Fault | null): void {
  if (fault?.kind === 'answer-lost') return void response.destroy();
  const content = contentOf(reply.body);
  const type = isBytes(reply.body) ? reply.body.type : 'application/json; charset=utf-8';
  const headers = {
    'x-github-request-id': randomUUID().toUpperCase(),
    'x-github-media-type': 'github.v3; format=json',
    ...(reply.body === undefined ? {} : { 'content-type': type }),
    ...reply.headers,
  };
  if (content instanceof Readable) {
    response.writeHead(reply.status, headers);
    content.pipe(response);
    return;
  }
  const half = content.subarray(0, content.length >> 1);
  if (fault?.kind === 'truncated-json') return void response.writeHead(reply.status, headers).end(half);
  if (fault?.kind === 'hang-up-in-mid-answer') {
    response.writeHead(reply.status, { ...headers, 'content-length': content.length });
    return void response.write(half, () => response.destroy());
  }
  response.writeHead(reply.status, content.length === 0 ? headers : { ...headers, 'content-length': content.length });
  response.end(content);
}

function jsonOf(content: Buffer): unknown {
  if (content.length === 0) return undefined;
  try {
    return JSON.parse(content.toString());
  } catch {
    return undefined;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

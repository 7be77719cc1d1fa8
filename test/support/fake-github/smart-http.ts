// Cloning, fetching and pushing over HTTP, by git's own `git http-backend` as a CGI program.

import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import { gitEnvironment } from './bare-git.ts';
import { syncPullRequests } from './pull-sync.ts';
import { Refusal } from './reply.ts';
import { requireOne, visible } from './routes.ts';
import type { Token, World } from './world.ts';

const PATH = /^\/([^/]+\/[^/]+)\.git(\/(?:info\/refs|git-upload-pack|git-receive-pack|HEAD|objects\/.*))$/;

/** Whether a path is one of git's. */
export const isGitPath = (path: string): boolean => PATH.test(path);

/** Answers a request of git's; resolves when all is sent. */
export async function answerGit(
  world: World,
  token: Token | null,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const [, fullName = '', rest = ''] = PATH.exec(url.pathname) ?? [];
  const pushes = rest === '/git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack';
  const repository = visible(world, token, fullName);
  const refusal = repository === null ? new Refusal(404, 'Repository not found.') : refusalOf(pushes);
  if (repository === null || refusal !== null) {
    const status = token === null ? 401 : (refusal?.status ?? 404);
    const headers = { 'www-authenticate': 'Basic realm="GitHub"', 'content-type': 'text/plain' };
    response.writeHead(status, headers).end(refusal?.message);
    return;
  }
  await backend(repository.git.folder, rest, request, response, url);
  if (rest === '/git-receive-pack') await syncPullRequests(world);

  function refusalOf(writes: boolean): Refusal | null {
    if (repository === null) return null;
    try {
      requireOne(token, repository, [['contents', writes ? 'write' : 'read']]);
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}

function backend(folder: string, rest: string, request: IncomingMessage, response: ServerResponse, url: URL) {
  const child = spawn('git', ['http-backend'], {
    env: {
      ...gitEnvironment(),
      GIT_PROJECT_ROOT: dirname(folder),
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${basename(folder)}${rest}`,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: 'x-access-token',
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => {});
  child.stderr.resume();
  let head: Buffer | null = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (head === null) return void response.write(chunk);
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1) return;
    const lines = head
      .subarray(0, end)
      .toString()
      .split('\r\n')
      .map((line) => line.split(/: (.*)/s));
    const headers = Object.fromEntries(lines.map(([name = '', value = '']) => [name.toLowerCase(), value]));
    const { status, ...others } = headers;
    response.writeHead(Number.parseInt(status ?? '200', 10), others);
    response.write(head.subarray(end + 4));
    head = null;
  });
  return new Promise<void>((done) => {
    child.on('close', () => {
      if (!response.headersSent) response.writeHead(500);
      response.end(() => done());
    });
  });
}

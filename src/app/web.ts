// The web server of the App: what every answer has, and who answers what.

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import type { Log } from './log.ts';

/** Returns whether it has answered, or is about to; whoever comes next is asked otherwise. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>;

export interface WebServer {
  readonly port: number;
  /** Such as `http://127.0.0.1:3000`. */
  readonly url: string;
  /** What is being answered is answered, a bounded time; nothing new is taken. */
  stop(): Promise<void>;
}

/**
 * Whoever shows a page of its own replaces what it needs. Nothing may be loaded, framed or sent from here; nobody is told
 * where a reader comes from.
 */
const SECURITY_HEADERS = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'interest-cohort=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
} as const;

const STRICT_TRANSPORT = 'max-age=31536000';

/** Until all of a request is there: GitHub sends 25 MB at most. */
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;
/** For what is being answered when it is to stop. */
const STOP_MS = 3_000;

/** Throws an ExpectedFailure where the port is taken. `isSecure`: people reach it by https. */
export async function startWebServer(options: {
  readonly host: string;
  readonly port: number;
  readonly isSecure: boolean;
  readonly log: Log;
  /** Asked for at each request: they change when the setup is done. */
  readonly handlers: () => readonly Handler[];
}): Promise<WebServer> {
  const { host, port, isSecure, log, handlers } = options;
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: HEADERS_MS }, (request, response) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (isSecure) response.setHeader('strict-transport-security', STRICT_TRANSPORT);
    const startedAtMs = performance.now();
    const id = requestIdOf(request);
    response.once('close', () => {
      const facts = { request: id, method: request.method, path: pathOf(request), status: response.statusCode };
      log.debug({ ...facts, ms: Math.round(performance.now() - startedAtMs) }, 'answered');
    });
    answer(request, response, handlers()).catch((error: unknown) => {
      log.error({ err: error, request: id }, 'a request could not be answered');
      if (!response.headersSent) sendText(response, 500, 'Something went wrong here. It is in the log.');
      else response.destroy();
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await listening(server, host, port);
  const address = server.address() as AddressInfo;
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { port: address.port, url: `http://${name}:${address.port}`, stop: () => stopped(server, sockets) };
}

async function answer(request: IncomingMessage, response: ServerResponse, handlers: readonly Handler[]) {
  for (const handler of handlers) if (await handler(request, response)) return;
  sendText(response, 404, 'There is nothing here.');
}

/** One line of plain text. */
export function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

/** Without its query. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}

/** That of the webhook where it is one: GitHub shows it beside each delivery. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers['x-github-delivery'];
  return typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
}

async function listening(server: Server, host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen({ host, port }, resolve);
    });
  } catch (error) {
    const code = systemErrorCode(error);
    const remedy = 'Set HOST and PORT to what is free on this machine.';
    if (code === 'EADDRINUSE') throw new ExpectedFailure('bad-setting', `port ${port} is in use already`, remedy);
    throw new ExpectedFailure('bad-setting', `${host}, port ${port}, cannot be listened on (${code})`, remedy);
  }
}

function stopped(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, STOP_MS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}

// A server on 127.0.0.1 that gives the answers of a script, one after the other, and keeps what it was asked.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON when it is no text and no bytes. */
  readonly body?: unknown;
  /** `drop`: the connection ends without an answer; `cut`: in the middle of one; `never`: there is none. */
  readonly fault?: 'drop' | 'cut' | 'never';
}

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface ScriptedServer {
  readonly url: string;
  readonly asked: readonly Asked[];
}

/** Gives the answers in turn, the last one again and again; it is gone when the test is over. */
export async function scriptedServer(answers: readonly Answer[] | ((asked: Asked) => Answer)): Promise<ScriptedServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const one = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
    asked.push(one);
    const answer = typeof answers === 'function' ? answers(one) : answers[Math.min(asked.length, answers.length) - 1];
    give(answer ?? { status: 500 }, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function give({ status = 200, headers = {}, body = {}, fault }: Answer, response: ServerResponse): void {
  if (fault === 'never') return;
  if (fault === 'drop') {
    response.destroy();
    return;
  }
  const bytes = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
  const length = Buffer.byteLength(bytes);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': length,
    ...headers,
  });
  if (fault === 'cut') response.write(bytes.slice(0, length >> 1), () => response.destroy());
  else response.end(bytes);
}

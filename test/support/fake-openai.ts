// An OpenAI-compatible server on 127.0.0.1 that misbehaves on demand, over real HTTP. It remembers what it was asked.

import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import type { AskedRequest, FakeSettings } from './fake-openai-answers.ts';
import { answerWell, type Fault, misanswer } from './fake-openai-faults.ts';

export type { AskedRequest, FakeSettings } from './fake-openai-answers.ts';
export { type Fault, faults } from './fake-openai-faults.ts';

export interface FakeOpenAi {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** The origin with `/v1`. */
  readonly baseUrl: string;
  /** Every request, in the order in which they came. */
  readonly requests: readonly AskedRequest[];
  /** The next completions go wrong in this way, one each; those after them are answered well. */
  misbehave(...faults: readonly Fault[]): void;
  /** Every completion goes wrong in this way; `null`: no longer. */
  misbehaveAlways(fault: Fault | null): void;
  close(): Promise<void>;
}

export async function startFakeOpenAi(settings: FakeSettings = {}): Promise<FakeOpenAi> {
  const requests: AskedRequest[] = [];
  const queue: Fault[] = [];
  let always: Fault | null = null;
  let underWay = 0;

  const listener: RequestListener = async (request, response) => {
    underWay += 1;
    const atOnce = underWay;
    response.once('close', () => {
      underWay -= 1;
    });
    const sent = await readText(request);
    const asked: AskedRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      body: sent === '' ? undefined : JSON.parse(sent),
      atOnce,
      abandoned: () => response.closed && !response.writableFinished,
    };
    requests.push(asked);
    if (asked.method !== 'POST') return answerWell(settings, asked, response);
    const fault = queue.shift() ?? always;
    await (fault === null ? answerWell(settings, asked, response) : misanswer(fault, settings, asked, response));
  };
  const server = settings.tls === undefined ? createServer(listener) : createTlsServer({ ...settings.tls }, listener);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const origin = `${settings.tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  return {
    origin,
    baseUrl: `${origin}/v1`,
    requests,
    misbehave: (...faultsToCome) => {
      queue.push(...faultsToCome);
    },
    misbehaveAlways: (fault) => {
      always = fault;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** An address on which nothing listens. */
export async function deadAddress(): Promise<string> {
  const server = await startFakeOpenAi();
  await server.close();
  return server.baseUrl;
}

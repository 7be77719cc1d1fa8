// A fine-tuning service on 127.0.0.1 that behaves as OpenAI's API reference says, over real HTTP, and misbehaves on demand: files,
// jobs, events, checkpoints, and the models that come of them.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readText } from 'node:stream/consumers';
import { Refused, readUpload, type StoredFile } from './fake-fine-tuning/files.ts';
import { type FakeJob, fakeJob, type JobPlan } from './fake-fine-tuning/job.ts';
import { type OrderRules, readJobOrder } from './fake-fine-tuning/orders.ts';
import { answerWell } from './fake-openai-faults.ts';

export type { FakeJob } from './fake-fine-tuning/job.ts';

export interface FakeFineTuningSettings extends Partial<JobPlan>, Partial<OrderRules> {
  /** Without it, no key is asked for. */
  readonly key?: string;
  /** 512 MB by default. */
  readonly maxFileBytes?: number;
  /** How events are listed; OpenAI lists the newest first. */
  readonly eventOrder?: 'newest-first' | 'oldest-first' | 'shuffled';
  /** Entries of a page, at most, whatever is asked for. */
  readonly pageSize?: number;
  /** Parts of the API that it does not have: 404. */
  readonly without?: readonly RegExp[];
  /** A job is over when it was begun, so that nobody waits between two looks. */
  readonly trainsAtOnce?: boolean;
  /** What a model that was not trained here answers to a chat; the usual answer when not given, or `null`. */
  readonly knows?: (chat: string) => string | null;
  /** Told of each job that begins, before anybody else. */
  readonly onJob?: (job: FakeJob) => void;
}

/** What goes wrong with one request. */
export type FineTuningFault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  | { readonly kind: 'hang-up' }
  | { readonly kind: 'hang-up-in-mid-upload' }
  /** All is done, and the connection breaks before the answer. */
  | { readonly kind: 'answer-lost' }
  /** Likewise, and half of the answer arrives. */
  | { readonly kind: 'truncated' };

export interface RequestSeen {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly authorization: string | undefined;
}

export type FakeFineTuning = Awaited<ReturnType<typeof startFakeFineTuning>>;

const START = 1_790_000_000;

export async function startFakeFineTuning(settings: FakeFineTuningSettings = {}) {
  const { baseModels = ['scriptorium-mini'], refuses = [], keepsMetadata = true } = settings;
  const { queuedFor = 1, steps = 6, stepsPerLook = 2, namelessFor = 0 } = settings;
  const files = new Map<string, StoredFile>();
  const jobs: FakeJob[] = [];
  const requests: RequestSeen[] = [];
  const faults: { readonly method: string; readonly path: RegExp; readonly fault: FineTuningFault; left: number }[] =
    [];
  const chats: { readonly model: string; readonly text: string }[] = [];
  let made = 0;

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return;
      const status = error instanceof Refused ? error.status : 500;
      const code = error instanceof Refused ? error.code : null;
      const message = error instanceof Error ? error.message : String(error);
      send(response, status, { error: { message, type: 'invalid_request_error', param: null, code } });
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url: path = '/' } = request;
    requests.push({ method, path, authorization: request.headers.authorization });
    const fault = faultFor(method, path);
    if (fault?.kind === 'hang-up') return void request.socket.destroy();
    if (fault?.kind === 'hang-up-in-mid-upload') return void request.once('data', () => request.socket.destroy());
    if (fault?.kind === 'status') {
      request.resume();
      const body = fault.body ?? { error: { message: `fault ${fault.status}`, type: 'server_error' } };
      return send(response, fault.status, body, fault.headers);
    }
    if (settings.key !== undefined && request.headers.authorization !== `Bearer ${settings.key}`) {
      request.resume();
      throw new Refused(
        401,
        `Incorrect API key provided: ${request.headers.authorization ?? 'none'}`,
        'invalid_api_key',
      );
    }
    if (path.startsWith('/v1/chat/')) return chat(request, response);
    const answer = await answerOf(request, method, new URL(path, 'http://127.0.0.1'));
    if (fault?.kind === 'answer-lost') return void request.socket.destroy();
    if (fault?.kind === 'truncated') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer).slice(0, 30));
      return;
    }
    send(response, 200, answer);
  }

  function faultFor(method: string, path: string): FineTuningFault | null {
    const found = faults.find((one) => one.left > 0 && one.method === method && one.path.test(path));
    if (found === undefined) return null;
    found.left -= 1;
    return found.fault;
  }

  async function answerOf(request: IncomingMessage, method: string, url: URL): Promise<unknown> {
    const { pathname, searchParams } = url;
    if (settings.without?.some((part) => part.test(pathname)) === true) throw new Refused(404, 'Not Found');
    const route = `${method} ${pathname.replace(/\/(files|jobs)\/[^/]+/, '/$1/ID')}`;
    const id = /\/(?:files|jobs)\/([^/]+)/.exec(pathname)?.[1] ?? '';
    switch (route) {
      case 'POST /v1/files':
        return addFile(await readUpload(request, settings.maxFileBytes ?? 512 * 1024 * 1024));
      case 'GET /v1/files':
        return page([...files.values()].filter(wanted(searchParams)).map(told).reverse(), searchParams, 10_000);
      case 'GET /v1/files/ID':
        return told(fileAt(id));
      case 'DELETE /v1/files/ID':
        files.delete(fileAt(id).id);
        return { id, object: 'file', deleted: true };
      case 'POST /v1/fine_tuning/jobs':
        return addJob(JSON.parse(await readText(request)));
      case 'GET /v1/fine_tuning/jobs':
        return page(jobs.map((job) => job.wire()).reverse(), searchParams, 20);
      case 'GET /v1/fine_tuning/jobs/ID':
        jobAt(id).look();
        return jobAt(id).wire();
      case 'POST /v1/fine_tuning/jobs/ID/cancel':
        await readText(request);
        if (jobAt(id).isOver()) throw new Refused(400, `Job has already completed: ${id}`, 'invalid_request');
        jobAt(id).cancel();
        return jobAt(id).wire();
      case 'GET /v1/fine_tuning/jobs/ID/events':
        return page(listed(jobAt(id)), searchParams, 20);
      case 'GET /v1/fine_tuning/jobs/ID/checkpoints':
        return page(jobAt(id).checkpoints(), searchParams, 10);
      default:
        throw new Refused(404, `Unknown request URL: ${method} ${pathname}`);
    }
  }

  function addFile(upload: Omit<StoredFile, 'id' | 'object' | 'created_at' | 'status'>) {
    made += 1;
    const id = `file-${String(made).padStart(4, '0')}`;
    const file: StoredFile = { id, object: 'file', created_at: START + made, status: 'processed', ...upload };
    files.set(id, file);
    return told(file);
  }

  function addJob(body: Readonly<Record<string, unknown>>) {
    made += 1;
    const id = `ftjob-${String(made).padStart(6, '0')}`;
    const order = readJobOrder(body, id, START + made, files, { baseModels, refuses, keepsMetadata });
    const job = fakeJob(order, { queuedFor, steps, stepsPerLook, namelessFor });
    jobs.push(job);
    settings.onJob?.(job);
    while (settings.trainsAtOnce === true && !job.isOver()) job.look();
    return job.wire();
  }

  function fileAt(id: string): StoredFile {
    const file = files.get(id);
    if (file === undefined) throw new Refused(404, `No such File object: ${id}`);
    return file;
  }

  function jobAt(id: string): FakeJob {
    const job = jobs.find(({ order }) => order.id === id);
    if (job === undefined) throw new Refused(404, `Could not find fine tune: ${id}`, 'fine_tune_not_found');
    return job;
  }

  function listed(job: FakeJob) {
    const events = [...job.events()];
    if (settings.eventOrder === 'oldest-first') return events;
    if (settings.eventOrder !== 'shuffled') return events.reverse();
    return events.sort(
      (a, b) =>
        ((a.id.length * 7 + a.message.length * 31 + a.created_at * 17) % 11) -
        ((b.message.length * 31 + b.id.length * 7 + b.created_at * 17) % 11),
    );
  }

  function page(all: readonly { readonly id: string }[], query: URLSearchParams, usual: number) {
    const after = query.get('after');
    const from = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
    const size = Math.min(Number(query.get('limit') ?? usual), settings.pageSize ?? 100);
    const data = all.slice(from, from + size);
    return {
      object: 'list',
      data,
      has_more: from + size < all.length,
      first_id: data[0]?.id,
      last_id: data.at(-1)?.id,
    };
  }

  async function chat(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const served = jobs.filter((job) => job.isServed()).map(({ name }) => name);
    const body = JSON.parse(await readText(request));
    const asked = {
      method: 'POST',
      path: request.url ?? '',
      headers: request.headers,
      body,
      atOnce: 1,
      abandoned: () => false,
    };
    chats.push({ model: String(body.model), text: JSON.stringify(body.messages) });
    const learned = jobs.find(({ name }) => name === body.model)?.order.training_file;
    const known =
      learned === undefined
        ? (settings.knows?.(JSON.stringify(body.messages)) ?? null)
        : rememberedAnswer(files.get(learned)?.content ?? '', body.messages);
    const answers = known === null ? {} : { answer: () => known };
    await answerWell({ models: [...baseModels, ...served], ...answers }, asked, response);
  }

  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    baseUrl: `${origin}/v1`,
    files,
    jobs: jobs as readonly FakeJob[],
    requests: requests as readonly RequestSeen[],
    /** Who was asked, with which messages. */
    chats: chats as readonly { readonly model: string; readonly text: string }[],
    /** The next requests of this kind go wrong, as many as said. */
    fail: (method: string, path: RegExp, fault: FineTuningFault, times = 1) => {
      faults.push({ method, path, fault, left: times });
    },
    count: (method: string, path: RegExp) =>
      requests.filter((one) => one.method === method && path.test(one.path)).length,
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** What it was trained to answer to these very messages; `null` for others. */
function rememberedAnswer(lines: string, messages: unknown): string | null {
  const asked = JSON.stringify(messages);
  for (const line of lines.split('\n')) {
    const learned: readonly { role: string; content: string }[] = line === '' ? [] : JSON.parse(line).messages;
    const answer = learned.at(-1);
    if (answer?.role === 'assistant' && JSON.stringify(learned.slice(0, -1)) === asked) return answer.content;
  }
  return null;
}

function wanted(query: URLSearchParams): (file: StoredFile) => boolean {
  const purpose = query.get('purpose');
  return (file) => purpose === null || file.purpose === purpose;
}

function told({ content: _, ...file }: StoredFile) {
  return file;
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

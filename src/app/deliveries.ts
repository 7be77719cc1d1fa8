// Webhooks over HTTP: the signature is proven, the tasks are written, and that is all that GitHub waits for.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Probot } from 'probot';
import { z } from 'zod';
import type { Task } from '../core/task.ts';
import type { TaskQueue } from '../ports/task-queue.ts';
import type { Log } from './log.ts';
import type { AppMetrics, WebhookOutcome } from './metrics.ts';
import { type Handler, pathOf, requestIdOf, sendText } from './web.ts';
import { tasksOf } from './webhooks.ts';

export const WEBHOOK_PATH = '/api/github/webhooks';

/** GitHub sends no more, and does not send what is larger. */
const LARGEST_BYTES = 25 * 1024 * 1024;

interface Surroundings {
  readonly queue: TaskQueue;
  readonly metrics: AppMetrics;
  readonly log: Log;
}

/** Probot proves the signature, and knows how GitHub is to be answered. */
export async function deliveryHandler(probot: Probot, surroundings: Surroundings): Promise<Handler> {
  const { metrics, log } = surroundings;
  probot.onAny(async ({ id, name, payload }) => {
    if (id !== REHEARSAL) await write(surroundings, { id, name, payload });
  });
  await probot.ready();
  await rehearse(probot);
  const middleware = await probot.getNodeMiddleware({ path: WEBHOOK_PATH, log: log.child({}, { level: 'silent' }) });
  return async (request, response) => {
    if (pathOf(request) !== WEBHOOK_PATH || request.method !== 'POST') return false;
    const startedAtMs = performance.now();
    response.once('finish', () => {
      metrics.webhookAnswered((performance.now() - startedAtMs) / 1_000);
      if (response.statusCode < 400) return;
      const outcome: WebhookOutcome = response.statusCode >= 500 ? 'unavailable' : 'refused';
      metrics.webhook(headerOf(request, 'x-github-event'), outcome);
      log.warn({ request: requestIdOf(request), status: response.statusCode }, 'a webhook was not taken');
    });
    if (headerOf(request, 'x-hub-signature-256') === '') {
      sendText(response, 400, 'There is no signature.');
      return true;
    }
    const body = await bodyOf(request, response);
    if (body === null) return true;
    request.body = body;
    return middleware(request, response);
  };
}

const REHEARSAL = 'rehearsal';

/** What is made and compiled once, at the first webhook, is made before there is one. */
async function rehearse(probot: Probot): Promise<void> {
  const repository = { id: 1, name: 'name', owner: { login: 'owner' }, default_branch: 'main' };
  const payload = {
    action: 'opened',
    installation: { id: 1 },
    repository,
    pull_request: { number: 1, head: { sha: '0'.repeat(40) } },
  };
  for (const name of ['pull_request', 'push'] as const) readTasks(name, { ...payload, ref: 'refs/heads/main' });
  const text = JSON.stringify(payload);
  const signature = await probot.webhooks.sign(text);
  await probot.webhooks.verifyAndReceive({ id: REHEARSAL, name: 'pull_request', payload: text, signature });
}

/** Throws an error with an HTTP status, for GitHub to show, and to deliver it again by hand or by a script. */
async function write({ queue, metrics, log }: Surroundings, event: { id: string; name: string; payload: unknown }) {
  const { id, name, payload } = event;
  const tasks = readTasks(name, payload);
  const entry = log.child({ request: id, event: name });
  const add = async (task: Task) => {
    try {
      return await queue.add(task, id);
    } catch (error) {
      entry.error({ err: error, kind: task.kind }, 'the queue did not take a task');
      throw new Unanswerable(503, 'The queue is not to be had; please deliver it again.');
    }
  };
  const added = (await Promise.all(tasks.map(add))).filter((isNew) => isNew).length;
  metrics.webhook(name, tasks.length === 0 ? 'nothing' : added === 0 ? 'known' : 'queued');
  entry.info({ kinds: [...new Set(tasks.map(({ kind }) => kind))], tasks: tasks.length, added }, 'webhook');
}

function readTasks(event: string, payload: unknown): readonly Task[] {
  try {
    return tasksOf(event, payload);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw new Unanswerable(422, `The payload has nothing usable at ${error.issues[0]?.path.join('.') || 'all of it'}.`);
  }
}

class Unanswerable extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'Error';
    this.status = status;
  }
}

/** The text as it came, which is what was signed; `null` when it is too long, and that was answered. */
async function bodyOf(request: IncomingMessage, response: ServerResponse): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = Number(request.headers['content-length'] ?? 0);
  if (bytes <= LARGEST_BYTES) {
    bytes = 0;
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length;
      if (bytes > LARGEST_BYTES) break;
      chunks.push(chunk as Buffer);
    }
  }
  if (bytes <= LARGEST_BYTES) return Buffer.concat(chunks).toString();
  response.setHeader('connection', 'close');
  sendText(response, 413, 'GitHub sends 25 MB at most.');
  return null;
}

function headerOf({ headers }: IncomingMessage, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

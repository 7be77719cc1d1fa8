// The endpoints of a fine-tuning service, asked until they answer or until asking makes no more sense.

import type { z } from 'zod';
import { outsideLine } from '../../core/outside-text.ts';
import type { Connection, Query, Reply } from '../../openai/connection.ts';
import { connectionFault } from '../../openai/connection-fault.ts';
import { type Fault, fault, type Party } from '../../openai/fault.ts';
import { askedWaitMs, waitMs } from '../../openai/pace.ts';
import { pause } from '../../openai/pause.ts';
import { serverFault } from '../../openai/server-fault.ts';
import { checkpointSchema, eventSchema, fileSchema, jobSchema, pageSchema } from './wire.ts';

/** `refused`: asking again would give the same. `silent`: no answer for now, after every retry. */
export type Asked<Value> =
  | { readonly kind: 'answered'; readonly value: Value }
  | { readonly kind: 'refused'; readonly status: number; readonly text: string; readonly detail: string }
  | { readonly kind: 'silent'; readonly detail: string; readonly askedMs: number };

export type Unanswered = Exclude<Asked<never>, { readonly kind: 'answered' }>;

export interface ServiceSettings {
  readonly connection: Connection;
  readonly party: Party;
  readonly retries: number;
  readonly retryBaseMs: number;
}

export type Service = ReturnType<typeof fineTuningService>;

const PAGE = 100;

/** Services that repeat themselves must not keep us for ever. */
const MOST_PAGES = 100;

export function fineTuningService({ connection, party, retries, retryBaseMs }: ServiceSettings) {
  const at = (id: string) => `/fine_tuning/jobs/${encodeURIComponent(id)}`;

  return {
    /** For messages. */
    host: new URL(party.baseUrl).host,
    /** The service's own words as one line, without the key. */
    said: (text: string, longest?: number) => outsideLine(text, party.apiKey, longest),
    /** Whether a name of the service's may be kept and printed as it is. */
    isPlain: (name: string) =>
      outsideLine(name, null, 256) === name && (party.apiKey === null || !name.includes(party.apiKey)),

    file: (id: string, signal: AbortSignal) => get(`/files/${encodeURIComponent(id)}`, fileSchema, signal),
    files: (query: Query, signal: AbortSignal) => pages('/files', query, fileSchema, signal),
    /** Once: whether it arrived has to be looked up before it is tried again. */
    upload: (form: FormData, bytes: number, signal: AbortSignal) =>
      once(() => connection.upload('/files', form, bytes, signal), fileSchema),

    job: (id: string, signal: AbortSignal) => get(at(id), jobSchema, signal),
    jobs: (signal: AbortSignal) => pages('/fine_tuning/jobs', {}, jobSchema, signal),
    /** Once, likewise. */
    createJob: (body: Readonly<Record<string, unknown>>, signal: AbortSignal) =>
      once(() => connection.post('/fine_tuning/jobs', body, signal), jobSchema),
    /** May be asked for as often as one likes. */
    cancelJob: (id: string, signal: AbortSignal) =>
      asked(() => connection.post(`${at(id)}/cancel`, {}, signal), jobSchema, signal),
    events: (id: string, query: Query, signal: AbortSignal) => page(`${at(id)}/events`, query, eventSchema, signal),
    checkpoints: (id: string, signal: AbortSignal) => pages(`${at(id)}/checkpoints`, {}, checkpointSchema, signal),
    /** Waits as before a retry; `tries` were made already. */
    rest: (tries: number, askedMs: number, signal: AbortSignal) =>
      pause(waitMs({ retry: tries, baseMs: retryBaseMs, askedMs: askedMs || null, chance: Math.random() }), signal),
    retries,
  };

  function get<Schema extends z.ZodType>(path: string, schema: Schema, signal: AbortSignal) {
    return asked(() => connection.get(path, {}, signal), schema, signal);
  }

  /** One page of a list, its entries as the schema reads them. */
  async function page<Schema extends z.ZodType>(path: string, query: Query, schema: Schema, signal: AbortSignal) {
    const found = await asked(() => connection.get(path, { limit: PAGE, ...query }, signal), pageSchema, signal);
    if (found.kind !== 'answered') return found;
    const data = found.value.data.flatMap((entry) => {
      const read = schema.safeParse(entry);
      return read.success ? [read.data] : [];
    });
    return { kind: 'answered', value: { data, more: found.value.has_more === true } } as const;
  }

  /** All pages, one after the other. */
  async function pages<Schema extends z.ZodType<{ readonly id: string }>>(
    path: string,
    query: Query,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<Asked<readonly z.infer<Schema>[]>> {
    const all: z.infer<Schema>[] = [];
    const seen = new Set<string>();
    let after: string | undefined;
    for (let count = 0; count < MOST_PAGES; count += 1) {
      const found = await page(path, { ...query, ...(after === undefined ? {} : { after }) }, schema, signal);
      if (found.kind !== 'answered') return found;
      const fresh = found.value.data.filter(({ id }) => !seen.has(id));
      for (const entry of fresh) seen.add(entry.id);
      all.push(...fresh);
      after = fresh.at(-1)?.id;
      if (!found.value.more || after === undefined) break;
    }
    return { kind: 'answered', value: all };
  }

  async function asked<Schema extends z.ZodType>(
    call: () => Promise<Reply>,
    schema: Schema,
    signal: AbortSignal,
  ): Promise<Asked<z.infer<Schema>>> {
    for (let retry = 0; ; retry += 1) {
      const answer = await once(call, schema);
      if (answer.kind !== 'silent' || retry >= retries || answer.askedMs > LONGEST_WAIT_MS) return answer;
      await pause(
        waitMs({ retry, baseMs: retryBaseMs, askedMs: answer.askedMs || null, chance: Math.random() }),
        signal,
      );
    }
  }

  async function once<Schema extends z.ZodType>(
    call: () => Promise<Reply>,
    schema: Schema,
  ): Promise<Asked<z.infer<Schema>>> {
    const reply = await call();
    if (reply.kind === 'timed-out') return silent(fault('no answer in time', { again: 'often' }));
    if (reply.kind === 'broken') return settled(connectionFault(reply.error, party), 0, '');
    const { status, headers, text } = reply;
    if (status < 200 || status >= 300) {
      const problem = serverFault(reply, party, Date.now());
      // A quota that comes back is worth waiting for: this run lasts hours anyway.
      const isQuiet = status === 429 && !/insufficient_quota/.test(text);
      const askedMs = askedWaitMs((name) => headers.get(name), Date.now());
      return isQuiet ? silent({ ...problem, askedMs }) : settled(problem, status, text);
    }
    const read = schema.safeParse(parsed(text));
    if (read.success) return { kind: 'answered', value: read.data };
    return silent(fault(`the answer has another form than OpenAI’s: “${outsideLine(text, party.apiKey, 60)}”`));
  }
}

/** Who asks for a longer rest is not waited for here: whoever asked decides. */
const LONGEST_WAIT_MS = 60_000;

function settled(problem: Fault, status: number, text: string): Unanswered {
  return problem.again === 'never' ? { kind: 'refused', status, text, detail: problem.detail } : silent(problem);
}

function silent({ detail, askedMs }: Fault): Unanswered {
  return { kind: 'silent', detail, askedMs: askedMs ?? 0 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

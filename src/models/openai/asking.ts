// Asks one server until it answers, or until asking makes no more sense.

import type { Prompt } from '../../core/prompt-format.ts';
import type { Connection, Reply } from '../../openai/connection.ts';
import { connectionFault } from '../../openai/connection-fault.ts';
import { type Fault, fault, type Party } from '../../openai/fault.ts';
import { waitMs } from '../../openai/pace.ts';
import { pause } from '../../openai/pause.ts';
import { serverFault } from '../../openai/server-fault.ts';
import type { CompleteOptions, Completion } from '../text-model.ts';
import { type Answered, readAnswer } from './answer.ts';
import { fieldsRefused, type OptionalField, type Request, type RequestBody, requestFor } from './request.ts';
import { type Failure, makeStanding } from './standing.ts';
import type { Throttle, Turn } from './throttle.ts';
import { refusalLookedInto } from './unwanted.ts';

export interface AskingSettings {
  readonly connection: Connection;
  readonly throttle: Throttle;
  readonly party: Party;
  readonly retries: number;
  readonly retryBaseMs: number;
  readonly extraBody: RequestBody;
}

/** A server that is not there when a run begins has not been started; one that goes away may be restarting. */
const RETRIES_BEFORE_ANY_ANSWER = 2;

type Ask = (prompt: Prompt, options: CompleteOptions) => Promise<Completion>;

/** What one request led to. `unwanted`: fields of it that the server would rather not have. */
type Outcome =
  | Answered
  | Failure
  | { readonly kind: 'problem'; readonly problem: Fault; readonly unwanted: readonly OptionalField[] };

/** The returned function rejects with the signal's reason when it is aborted, and for bugs. */
export function makeAsking({ connection, throttle, party, retries, retryBaseMs, extraBody }: AskingSettings): Ask {
  const standing = makeStanding();
  const refused = new Set<OptionalField>();

  return async (prompt, options) => {
    const { signal } = options;
    const stops = prompt.kind === 'text' ? prompt.stop : [];
    const leftOut = new Set<OptionalField>();
    const build = () => requestFor(party.model, prompt, options, new Set([...refused, ...leftOut]), extraBody);
    for (let retry = 0; ; ) {
      const request = build();
      const outcome = await throttle.run<Outcome>(
        async (turn) => standing.givenUp() ?? askOnce(request, stops, signal, turn),
        signal,
      );
      if (outcome.kind === 'failed') return outcome;
      if (outcome.kind === 'answered') {
        // Only now is it known that they were at fault.
        for (const field of leftOut) refused.add(field);
        return outcome;
      }
      const { problem, unwanted } = outcome;
      for (const field of unwanted) leftOut.add(field);
      if (unwanted.length > 0 && isAnother(build(), request)) continue;
      if (retry >= retriesFor(problem)) return standing.failed(problem);
      const wait = { retry, baseMs: retryBaseMs, askedMs: problem.askedMs, chance: Math.random() };
      await pause(waitMs(wait), signal);
      retry += 1;
    }
  };

  async function askOnce(
    request: Request,
    stops: readonly string[],
    signal: AbortSignal,
    turn: Turn,
  ): Promise<Outcome> {
    const reply = await connection.post(request.endpoint, request.body, signal);
    const read = readReply(reply, stops);
    if ('kind' in read) {
      turn.answered();
      standing.answered();
      return read;
    }
    if (read.overload) turn.overloaded(read.askedMs ?? 0);
    if (reply.kind !== 'replied') return { kind: 'problem', problem: read, unwanted: [] };
    const problem = await refusalLookedInto(reply, request, read, party, () => connection.listModels(signal));
    const { status, text } = reply;
    const unwanted = problem !== read || problem.byPrompt ? [] : fieldsRefused(status, text, request.body);
    return { kind: 'problem', problem, unwanted };
  }

  function readReply(reply: Reply, stops: readonly string[]): Answered | Fault {
    switch (reply.kind) {
      case 'replied':
        return reply.status >= 200 && reply.status < 300
          ? readAnswer(reply, stops, party, Date.now())
          : serverFault(reply, party, Date.now());
      case 'timed-out':
        return fault('no answer in time: raise the timeout, or ask for less at once', {
          reason: 'timed-out',
          again: 'once',
        });
      case 'broken':
        return connectionFault(reply.error, party);
      default:
        return reply satisfies never;
    }
  }

  function retriesFor({ again, forAll }: Fault): number {
    if (again === 'never') return 0;
    if (again === 'once') return Math.min(1, retries);
    const isThere = standing.everAnswered() || forAll === 'no';
    return isThere ? retries : Math.min(RETRIES_BEFORE_ANY_ANSWER, retries);
  }
}

function isAnother(request: Request, than: Request): boolean {
  return Object.keys(request.body).join() !== Object.keys(than.body).join();
}

// The answers of a language model: from this run's memory, from the cache, or from the engine; and what they took.

import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { z } from 'zod';
import type { Prompt } from '../core/prompt-format.ts';
import { FAILURE_REASONS, type FailureReason } from '../core/regeneration.ts';
import { addCosts, costOf, type Price, type Usage } from '../core/usage.ts';
import type { AnswerCache } from '../ports.ts';
import type { CompleteOptions, Completion, TextModel } from './text-model.ts';

export interface AnswerRequest {
  readonly prompt: Prompt;
  readonly options: Omit<CompleteOptions, 'signal'>;
  /** Same model, same request: the same key. */
  readonly key: string;
}

/** Raised when what is kept under a key changes its form. */
const FORM = 1;

export function answerRequest(
  { provider, name, facts }: TextModel,
  prompt: Prompt,
  { maxTokens, temperature, seed }: Omit<CompleteOptions, 'signal'>,
): AnswerRequest {
  const options = { maxTokens, temperature, seed };
  const key = JSON.stringify([FORM, provider, name, facts, prompt, maxTokens, temperature, seed]);
  return { prompt, options, key: createHash('sha256').update(key).digest('hex') };
}

/** So many answers are at hand at once; a change asks for the same prompt twice in a row, before it and after. */
const REMEMBERED = 500;

export class Answers {
  readonly #text: TextModel;
  readonly #cache: AnswerCache | null;
  readonly #price: Price | null;
  readonly #countTokens: (text: string) => number;
  readonly #inTurn: ReturnType<typeof pLimit>;
  readonly #remembered = new LRUCache<string, Completion>({ max: REMEMBERED });
  readonly #counted = new Set<string>();
  readonly #answeredAs = new Set<string>();
  #calls = 0;
  #cacheHits = 0;
  #promptTokens: number | null = 0;
  #completionTokens: number | null = 0;
  #cost = 0;
  /** What the engine's answers took one after the other; those of the cache take nothing. */
  answeringMs = 0;

  constructor(text: TextModel, cache: AnswerCache | null, price: Price | null, countTokens: (text: string) => number) {
    this.#text = text;
    this.#cache = cache;
    this.#price = price;
    this.#countTokens = countTokens;
    this.#inTurn = pLimit(text.concurrency);
  }

  /** What is known without asking; counted once a run. */
  async recall(request: AnswerRequest): Promise<Completion | undefined> {
    const remembered = this.#remembered.get(request.key);
    if (remembered !== undefined) return remembered;
    const cached = await this.#read(request.key);
    if (cached === undefined) return undefined;
    this.#remembered.set(request.key, cached);
    if (!this.#counted.has(request.key)) {
      this.#cacheHits++;
      this.#count(request.key, cached);
    }
    return cached;
  }

  async isCached({ key }: AnswerRequest): Promise<boolean> {
    return this.#remembered.has(key) || (await this.#read(key)) !== undefined;
  }

  /**
   * Asks the engine, whatever is known. `promptTokens` is our own count, for an engine that keeps none. Rejects as soon as
   * the signal is raised, even when the engine does not heed it.
   */
  async ask(request: AnswerRequest, promptTokens: number, signal: AbortSignal): Promise<Asked> {
    const completion = await this.#inTurn(() => {
      signal.throwIfAborted();
      const asked = Date.now();
      return unlessAborted(this.#text.complete(request.prompt, { ...request.options, signal }), signal).finally(() => {
        this.answeringMs += Date.now() - asked;
      });
    });
    if (!isModelsOwn(completion)) {
      // Nobody knows how far a server came that did not answer in time.
      const isLost = completion.kind === 'failed' && completion.reason === 'timed-out';
      const { maxTokens } = request.options;
      return { completion, promptTokens: isLost ? promptTokens : 0, completionTokens: isLost ? maxTokens : 0 };
    }
    const took = this.#tokensOf(completion, promptTokens);
    if (this.#price !== null)
      this.#cost = addCosts(this.#cost, costOf(this.#price, took.promptTokens, took.completionTokens));
    this.#count(request.key, completion);
    this.#remembered.set(request.key, completion);
    await this.#cache?.put(request.key, JSON.stringify(completion));
    return { completion, ...took };
  }

  usage(): Usage {
    return {
      calls: this.#calls,
      cacheHits: this.#cacheHits,
      promptTokens: this.#promptTokens,
      completionTokens: this.#completionTokens,
      cost: this.#price === null ? null : { amount: this.#cost, currency: this.#price.currency },
      answeredAs: [...this.#answeredAs].sort(),
    };
  }

  async #read(key: string): Promise<Completion | undefined> {
    const kept = await this.#cache?.get(key);
    return kept === undefined ? undefined : parseCompletion(kept);
  }

  #tokensOf(completion: Completion, promptTokens: number) {
    if (completion.kind === 'failed') return { promptTokens, completionTokens: 0 };
    return {
      promptTokens: completion.promptTokens ?? promptTokens,
      completionTokens: completion.completionTokens ?? this.#countTokens(completion.text),
    };
  }

  #count(key: string, completion: Completion): void {
    this.#counted.add(key);
    this.#calls++;
    const said = completion.kind === 'answered' ? completion : SAYS_NOTHING;
    this.#promptTokens = plus(this.#promptTokens, said.promptTokens);
    this.#completionTokens = plus(this.#completionTokens, said.completionTokens);
    if (said.answeredAs !== null && said.answeredAs !== this.#text.name) this.#answeredAs.add(said.answeredAs);
  }
}

/** An answer, and what it took of the budget. */
export interface Asked {
  readonly completion: Completion;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** What the model itself said or would not say, as against what a server or a network did: it is worth keeping. */
function isModelsOwn(completion: Completion): boolean {
  return completion.kind === 'answered' || (!completion.fatal && MODELS_OWN.has(completion.reason));
}

const MODELS_OWN: ReadonlySet<FailureReason> = new Set(['refused', 'cut-off', 'does-not-parse', 'does-not-fit']);

const SAYS_NOTHING = { promptTokens: null, completionTokens: null, answeredAs: null };

function plus(sum: number | null, tokens: number | null): number | null {
  return sum === null || tokens === null ? null : sum + tokens;
}

const tokenCount = z.int().nonnegative().nullable();

const keptCompletion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answered'),
    text: z.string(),
    finish: z.enum(['stop', 'length', 'refused', 'unknown']),
    promptTokens: tokenCount,
    completionTokens: tokenCount,
    answeredAs: z.string().nullable(),
  }),
  z.object({ kind: z.literal('failed'), reason: z.enum(FAILURE_REASONS), detail: z.string(), fatal: z.boolean() }),
]);

/** What an older or newer program kept counts as absent. */
function parseCompletion(kept: string): Completion | undefined {
  try {
    return keptCompletion.parse(JSON.parse(kept));
  } catch {
    return undefined;
  }
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

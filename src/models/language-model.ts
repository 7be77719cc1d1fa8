// A code model made of a language model: the unit packed into a prompt, the answer read back into a body, within a budget.

import { createHash } from 'node:crypto';
import { readAnswer } from '../core/answer.ts';
import type { ModelCard } from '../core/model-card.ts';
import { type PackedPrompt, PROMPT_VERSION, packPrompt, promptBudget } from '../core/prompt.ts';
import type { PromptFormat } from '../core/prompt-format.ts';
import type { Failed, Regeneration, Sample } from '../core/regeneration.ts';
import type { Stub } from '../core/stub.ts';
import type { Budget, CallEstimate, Price } from '../core/usage.ts';
import type { AnswerCache, CodeModel, Language, RegenerateOptions } from '../ports.ts';
import { Allowance } from './allowance.ts';
import { type AnswerRequest, Answers, answerRequest } from './answers.ts';
import type { Completion, TextModel } from './text-model.ts';
import type { TokenCounter } from './token-counter.ts';

export interface LanguageModelSettings {
  readonly text: TextModel;
  /** What the operator knows of it. */
  readonly origin: Pick<ModelCard, 'baseModel' | 'trainedAt' | 'recipe'>;
  readonly language: Language;
  readonly format: PromptFormat;
  /** `false`: it is asked without the method's javadoc. */
  readonly javadoc?: boolean;
  /** Of the model: prompt and answer together. */
  readonly windowTokens: number;
  /** Of one answer. */
  readonly maxTokens: number;
  /** Of the body that is scored; 0 is greedy. */
  readonly temperature: number;
  /** Of the further samples. */
  readonly sampleTemperature: number;
  readonly tokens: TokenCounter;
  readonly cache: AnswerCache | null;
  readonly budget: Budget;
  readonly price: Price | null;
}

/** Of the body that is scored; the samples follow from 1. */
const GREEDY_SEED = 0;

export function languageModel(settings: LanguageModelSettings): CodeModel {
  const answering = new Answering(settings);
  return {
    card: cardOf(settings),
    concurrency: settings.text.concurrency,
    regenerate: (stub, options) => answering.regenerate(stub, options),
    usage: () => answering.answers.usage(),
    answeringMs: () => answering.answers.answeringMs,
    estimate: (stub, samples) => answering.estimate(stub, samples),
    ...(settings.text.likelihood === undefined ? {} : { likelihood: settings.text.likelihood }),
    close: () => settings.text.close(),
  };
}

class Answering {
  readonly answers: Answers;
  readonly #settings: LanguageModelSettings;
  readonly #allowance: Allowance;
  /** By prompt: who asks for the same waits, and finds it answered. */
  readonly #underWay = new Map<string, Promise<unknown>>();
  /** What would fail every further request as well. */
  #fatal: Failed | null = null;

  constructor(settings: LanguageModelSettings) {
    const { text, cache, price, tokens, budget } = settings;
    this.#settings = settings;
    this.#allowance = new Allowance(budget, price);
    this.answers = new Answers(text, cache, price, tokens.count);
  }

  async regenerate(stub: Stub, options: RegenerateOptions): Promise<Regeneration> {
    options.signal.throwIfAborted();
    const packed = this.#pack(stub);
    if (packed === null) return this.#doesNotFit();
    const [greedy, ...further] = this.#requests(packed, options.samples);
    return this.#afterTheSame(greedy.key, () => this.#answer(stub, packed, [greedy, ...further], options));
  }

  async estimate(stub: Stub, samples: number): Promise<CallEstimate> {
    const { price, budget, maxTokens } = this.#settings;
    const packed = this.#pack(stub);
    const requests = (packed === null ? [] : this.#requests(packed, samples)).map(async (request) => ({
      key: request.key,
      promptTokens: packed?.tokens ?? 0,
      completionTokens: maxTokens,
      cached: await this.answers.isCached(request),
    }));
    return { requests: await Promise.all(requests), price, budget };
  }

  #pack(stub: Stub): PackedPrompt | null {
    const { format, javadoc = true, windowTokens, maxTokens, tokens, language } = this.#settings;
    const budget = promptBudget(windowTokens, maxTokens);
    return packPrompt({ stub, format, javadoc, budget, countTokens: tokens.count, tokenize: language.tokenize });
  }

  #doesNotFit(): Failed {
    const { windowTokens, maxTokens } = this.#settings;
    const detail = `the method’s own signature does not fit a window of ${windowTokens} tokens, ${maxTokens} of them kept for the answer`;
    return { kind: 'failed', reason: 'does-not-fit', detail };
  }

  #requests({ prompt }: PackedPrompt, samples: number): [AnswerRequest, ...AnswerRequest[]] {
    const { text, maxTokens, temperature, sampleTemperature } = this.#settings;
    const sampled = Array.from({ length: samples - 1 }, (_, index) =>
      answerRequest(text, prompt, { maxTokens, temperature: sampleTemperature, seed: index + 1 }),
    );
    return [answerRequest(text, prompt, { maxTokens, temperature, seed: GREEDY_SEED }), ...sampled];
  }

  async #afterTheSame(key: string, answer: () => Promise<Regeneration>): Promise<Regeneration> {
    const mine = (this.#underWay.get(key) ?? Promise.resolve()).then(answer, answer);
    this.#underWay.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#underWay.get(key) === mine) this.#underWay.delete(key);
    }
  }

  /** The first request is the one for the body. */
  async #answer(
    stub: Stub,
    packed: PackedPrompt,
    requests: readonly [AnswerRequest, ...AnswerRequest[]],
    options: RegenerateOptions,
  ): Promise<Regeneration> {
    const known = new Map<AnswerRequest, Completion>();
    for (const request of requests) {
      const completion = await this.answers.recall(request);
      if (completion !== undefined) known.set(request, completion);
    }
    const body = known.get(requests[0]);
    const first = body === undefined ? null : this.#read(body, packed, stub);
    if (first?.kind === 'failed') return first; // samples are worth asking for beside a body alone
    const missing = requests.filter((request) => !known.has(request));
    if (missing.length > 0) {
      if (this.#fatal !== null) return this.#fatal;
      const isAsked = await this.#ask(stub, packed, missing, known, options);
      if (!isAsked) return { kind: 'unasked' };
    }
    return this.#regeneration(stub, packed, requests, known);
  }

  /** Fills in what is missing; `false` when the budget does not allow all of it. A greedy answer without a body ends it. */
  async #ask(
    stub: Stub,
    packed: PackedPrompt,
    missing: readonly AnswerRequest[],
    known: Map<AnswerRequest, Completion>,
    { countsAs = stub.target.id, signal }: RegenerateOptions,
  ): Promise<boolean> {
    const grant = await this.#allowance.admit({
      method: countsAs,
      promptTokens: missing.length * packed.tokens,
      completionTokens: missing.length * this.#settings.maxTokens,
    });
    if (grant === null) return false;
    let [promptTokens, completionTokens] = [0, 0];
    const ask = async (request: AnswerRequest) => {
      const asked = await this.answers.ask(request, packed.tokens, signal);
      promptTokens += asked.promptTokens;
      completionTokens += asked.completionTokens;
      known.set(request, asked.completion);
      if (asked.completion.kind === 'failed' && asked.completion.fatal) this.#fatal = failureOf(asked.completion);
      return asked.completion;
    };
    try {
      const greedy = missing.find(({ options }) => options.seed === GREEDY_SEED);
      const answer = greedy === undefined ? null : await ask(greedy);
      if (answer !== null && this.#read(answer, packed, stub).kind === 'failed') return true;
      await Promise.all(missing.filter((request) => request !== greedy).map(ask));
      return true;
    } finally {
      grant.settle(promptTokens, completionTokens);
    }
  }

  #regeneration(
    stub: Stub,
    packed: PackedPrompt,
    requests: readonly AnswerRequest[],
    known: ReadonlyMap<AnswerRequest, Completion>,
  ): Regeneration {
    const read = requests.flatMap((request) => {
      const completion = known.get(request);
      return completion === undefined ? [] : [this.#read(completion, packed, stub)];
    });
    const [first] = read;
    if (first === undefined) throw new Error(`nothing was asked for ${stub.target.id}`);
    if (first.kind === 'failed' || requests.length === 1) return first;
    const samples = read.flatMap((one): Sample[] => (one.kind === 'failed' ? [] : [{ body: one.body }]));
    return { ...first, samples };
  }

  #read(completion: Completion, { shape }: PackedPrompt, stub: Stub) {
    if (completion.kind === 'failed') return failureOf(completion);
    const { text, finish } = completion;
    return readAnswer({ text, finish, shape, stub, language: this.#settings.language });
  }
}

function failureOf({ reason, detail }: Extract<Completion, { kind: 'failed' }>): Failed {
  return { kind: 'failed', reason, detail };
}

function cardOf({
  text,
  origin,
  format,
  javadoc = true,
  temperature,
  maxTokens,
  windowTokens,
  tokens,
}: LanguageModelSettings): ModelCard {
  const { provider, name, facts } = text;
  const deciding = [
    provider,
    name,
    facts,
    format,
    PROMPT_VERSION,
    temperature,
    maxTokens,
    windowTokens,
    tokens.identity,
    ...(javadoc ? [] : ['without javadoc']),
  ];
  return {
    schemaVersion: 1,
    provider,
    name,
    ...origin,
    fingerprint: createHash('sha256').update(JSON.stringify(deciding)).digest('hex'),
    baseline: null,
    shadow: null,
  };
}

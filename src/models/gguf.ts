// Weights in a GGUF file, run in this process by llama.cpp, with a LoRA adapter where there is one.

import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import pLimit from 'p-limit';
import { outsideLine } from '../core/outside-text.ts';
import type { Prompt, PromptFormat } from '../core/prompt-format.ts';
import { isTokenFormat } from '../core/special-tokens.ts';
import { ExpectedFailure } from '../errors.ts';
import {
  type Llama,
  type LlamaContext,
  type LlamaModel,
  type LlamaModule,
  type LlamaSequence,
  loadEngine,
  startEngine,
} from './gguf/engine.ts';
import { readGgufFile } from './gguf/file.ts';
import { generate, questionOf } from './gguf/generation.ts';
import type { CompleteOptions, Completion, TextModel } from './text-model.ts';

export interface GgufSettings {
  readonly path: string;
  /** A LoRA adapter in GGUF. */
  readonly lora?: string;
  /** The formats with special tokens of their own have them read as such; any other text is text. */
  readonly format: PromptFormat;
  /** Prompt and answer together; never more than the model was made for. */
  readonly contextTokens: number;
  /** One for each core by default: more of them wait for each other, and so do those on cores that have other work. */
  readonly threads?: number;
  /** Answers under way at once, each with memory for a whole context; 1 by default. Answers that share a step may differ from those that do not. */
  readonly concurrency?: number;
}

/**
 * Reads the file and loads its weights; memory for a context is taken by the first prompt. Throws `model-unavailable`
 * where node-llama-cpp is not there, `bad-model-file` and `not-readable` for the file.
 */
export async function ggufModel(settings: GgufSettings): Promise<TextModel> {
  const { path, lora } = settings;
  const hashes = [await readGgufFile(path), ...(lora === undefined ? [] : [await readGgufFile(lora)])];
  const engine = await loadEngine();
  const complaints: string[] = [];
  const llama = await startEngine(engine, settings.threads ?? availableParallelism(), (line) => complaints.push(line));
  try {
    const model = await llama.loadModel({ modelPath: path });
    return new GgufModel(settings, hashes, engine, llama, model);
  } catch (error) {
    await llama.dispose();
    throw new ExpectedFailure(
      'bad-model-file',
      `${path} cannot be loaded: ${whyNot(complaints, error)}`,
      'It may be cut short, or newer than the node-llama-cpp that is installed: fetch it again, or `npm install node-llama-cpp@3`.',
      { cause: error },
    );
  }
}

class GgufModel implements TextModel {
  readonly provider = 'gguf';
  readonly name: string;
  readonly facts: readonly string[];
  readonly concurrency: number;
  readonly windowTokens: number;
  readonly tokens: NonNullable<TextModel['tokens']>;
  readonly #settings: GgufSettings;
  readonly #engine: LlamaModule;
  readonly #llama: Llama;
  readonly #model: LlamaModel;
  readonly #inTurn: ReturnType<typeof pLimit>;
  readonly #free: LlamaSequence[] = [];
  #context: Promise<LlamaContext> | null = null;
  #isClosed = false;

  constructor(settings: GgufSettings, hashes: readonly string[], engine: LlamaModule, llama: Llama, model: LlamaModel) {
    const { path, lora, contextTokens, concurrency = 1 } = settings;
    this.name = basename(path, '.gguf') + (lora === undefined ? '' : `+${basename(lora, '.gguf')}`);
    this.facts = ['gguf', ...hashes];
    this.concurrency = concurrency;
    this.windowTokens = Math.min(contextTokens, model.trainContextSize);
    this.tokens = { count: (text) => model.tokenize(text, false).length, identity: hashes[0] ?? '' };
    this.#settings = settings;
    this.#engine = engine;
    this.#llama = llama;
    this.#model = model;
    this.#inTurn = pLimit(concurrency);
  }

  async complete(prompt: Prompt, options: CompleteOptions): Promise<Completion> {
    const { signal } = options;
    signal.throwIfAborted();
    return unlessAborted(
      this.#inTurn(() => {
        signal.throwIfAborted();
        return this.#answer(prompt, options);
      }),
      signal,
    );
  }

  async #answer(prompt: Prompt, options: CompleteOptions): Promise<Completion> {
    if (prompt.kind === 'text' && prompt.suffix !== null) {
      return failed(
        'choose the prompt format of the model’s family (`fim-…`): a file joins no prefix and suffix',
        true,
      );
    }
    if (this.#isClosed) return failed('the model has been closed', true);
    try {
      await this.#open();
    } catch (error) {
      return failed(`no context of ${this.windowTokens} tokens could be made: ${sentence(error)}`, true);
    }
    const question = questionOf(this.#engine, this.#model, prompt, isTokenFormat(this.#settings.format));
    const room = this.windowTokens - question.tokens.length;
    if (room < 1) {
      const detail = `a prompt of ${question.tokens.length} tokens does not fit a window of ${this.windowTokens}`;
      return { kind: 'failed', reason: 'does-not-fit', detail, fatal: false };
    }
    const sequence = this.#free.pop();
    if (sequence === undefined) throw new Error('more answers under way than sequences');
    try {
      const maxTokens = Math.min(options.maxTokens, room);
      return await generate(this.#model, sequence, question, { ...options, maxTokens });
    } catch (error) {
      options.signal.throwIfAborted();
      return failed(`llama.cpp failed: ${sentence(error)}`, this.#isClosed);
    } finally {
      this.#free.push(sequence);
    }
  }

  #open(): Promise<LlamaContext> {
    this.#context ??= this.#makeContext();
    return this.#context;
  }

  async #makeContext(): Promise<LlamaContext> {
    const { lora, threads = availableParallelism() } = this.#settings;
    const context = await this.#model.createContext({
      contextSize: this.windowTokens,
      sequences: this.concurrency,
      threads,
      ...(lora === undefined ? {} : { lora: { adapters: [{ filePath: lora }] } }),
    });
    for (let count = 0; count < this.concurrency; count += 1) this.#free.push(context.getSequence());
    return context;
  }

  /** Waits for the step that is under way, and frees everything. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const context = await this.#context?.catch(() => null);
    await context?.dispose();
    await this.#model.dispose();
    await this.#llama.dispose();
  }
}

/** The line of llama.cpp that says why, without the function that says it. */
function whyNot(complaints: readonly string[], error: unknown): string {
  const telling = complaints.find((line) => /version|bounds|unknown|error loading model:/i.test(line)) ?? complaints[0];
  return telling === undefined
    ? sentence(error)
    : outsideLine(telling.replace(/^(\w+: )+(error loading model: )?/, ''), null);
}

function sentence(error: unknown): string {
  return outsideLine(error instanceof Error ? error.message : String(error), null);
}

function failed(detail: string, fatal: boolean): Completion {
  return { kind: 'failed', reason: 'error', detail, fatal };
}

/** A step of the engine cannot be called off; nobody needs to wait for it. */
function unlessAborted<Result>(promise: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

// The part of node-llama-cpp 3.22 that is used here, and how it is found: it is an optional peer, loaded when it is needed.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ExpectedFailure } from '../../errors.ts';

/** A number; the same token has the same one. */
export type Token = number & { readonly __token?: never };

export interface LlamaText {
  readonly values: readonly unknown[];
  tokenize(tokenizer: unknown): Token[];
  toString(): string;
}

export interface LlamaModel {
  readonly tokenizer: unknown;
  readonly tokens: { readonly bos: Token | null; readonly shouldPrependBosToken: boolean };
  readonly trainContextSize: number;
  readonly fileInfo: { readonly metadata: { readonly tokenizer?: { readonly chat_template?: string } } };
  /** `specialTokens`: whether `<|im_end|>` in the text is that token, or seven characters and more. */
  tokenize(text: string, specialTokens: boolean): Token[];
  detokenize(tokens: readonly Token[], specialTokens: boolean, lastTokens?: readonly Token[]): string;
  isEogToken(token: Token): boolean;
  isSpecialToken(token: Token): boolean;
  createContext(options: {
    readonly contextSize: number;
    readonly sequences: number;
    readonly threads: number;
    readonly lora?: { readonly adapters: readonly { readonly filePath: string }[] };
  }): Promise<LlamaContext>;
  dispose(): Promise<void>;
}

export interface LlamaContext {
  readonly contextSize: number;
  getSequence(): LlamaSequence;
  dispose(): Promise<void>;
}

export interface LlamaSequence {
  clearHistory(): Promise<void>;
  evaluate(
    tokens: Token[],
    options: {
      readonly temperature: number;
      readonly seed: number;
      readonly topK: number;
      readonly topP: number;
      readonly minP: number;
      readonly yieldEogToken: boolean;
    },
  ): AsyncGenerator<Token, void>;
}

export interface Llama {
  loadModel(options: { readonly modelPath: string }): Promise<LlamaModel>;
  dispose(): Promise<void>;
}

interface ChatWrapper {
  generateContextState(state: { readonly chatHistory: readonly unknown[] }): {
    readonly contextText: LlamaText;
    readonly stopGenerationTriggers: readonly LlamaText[];
  };
}

export interface LlamaModule {
  getLlama(options: Readonly<Record<string, unknown>>): Promise<Llama>;
  resolveChatWrapper(model: LlamaModel, options?: { readonly type: 'jinjaTemplate' }): ChatWrapper;
  LlamaText(values: readonly unknown[]): LlamaText;
}

const PACKAGE = 'node-llama-cpp';

/**
 * Found as Node finds it from palimpsest's own files: installed beside it, globally beside a global one, or in a folder
 * that NODE_PATH names. Not from the working directory: a clone of somebody else's project could hold anything there.
 * Throws `model-unavailable`.
 */
export async function loadEngine(): Promise<LlamaModule> {
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(PACKAGE);
  } catch (error) {
    throw new ExpectedFailure(
      'model-unavailable',
      `GGUF files are run by ${PACKAGE}, which is not installed beside palimpsest`,
      `Run \`npm install ${PACKAGE}\` there (with -g when palimpsest is installed so), or name the node_modules folder that has it in NODE_PATH.`,
      { cause: error },
    );
  }
  try {
    const loaded: Partial<LlamaModule> = await import(pathToFileURL(entry).href);
    const { getLlama, resolveChatWrapper, LlamaText } = loaded;
    if (getLlama === undefined || resolveChatWrapper === undefined || LlamaText === undefined) {
      throw new Error('another version');
    }
    return { getLlama, resolveChatWrapper, LlamaText };
  } catch (error) {
    throw new ExpectedFailure(
      'model-unavailable',
      `the ${PACKAGE} that is installed cannot be used`,
      `Palimpsest needs version 3.22 or later of the third: \`npm install ${PACKAGE}@3\`.`,
      { cause: error },
    );
  }
}

/**
 * Starts llama.cpp from a binary that is there; nothing is downloaded or compiled. Throws `model-unavailable`. Left alone it
 * takes four threads at least, which on two busy cores took half a minute for a token.
 */
export async function startEngine(
  engine: LlamaModule,
  threads: number,
  onComplaint: (line: string) => void,
): Promise<Llama> {
  try {
    return await engine.getLlama({
      gpu: 'auto',
      build: 'never',
      skipDownload: true,
      progressLogs: false,
      maxThreads: threads,
      logLevel: 'error',
      logger: (_level: string, line: string) => onComplaint(line),
    });
  } catch (error) {
    throw new ExpectedFailure(
      'model-unavailable',
      `${PACKAGE} has no binary that runs on this machine`,
      `Install it again with its optional packages, or build one: \`npx ${PACKAGE} source download\`.`,
      { cause: error },
    );
  }
}

// The providers of language models by name: a new one is its file in src/models, a schema of its settings, and a line here.

import { resolve } from 'node:path';
import type { LanguageModelEntry } from '../config/models-schema.ts';
import { commandModel } from '../models/command.ts';
import { ggufModel } from '../models/gguf.ts';
import { openAiModel, openAiWarnings } from '../models/openai.ts';
import type { TextModel } from '../models/text-model.ts';
import { publicReach } from '../openai/public-reach.ts';
import type { Secrets } from '../secrets.ts';

export interface Operator {
  readonly secrets: Secrets;
  /** What relative paths start from: the folder of the models file, or the one that the command runs in. */
  readonly folder: string;
  /** Told what the operator should know before a run. */
  readonly warn: (warning: string) => void;
  /** Told of each answer of an engine, and how long it took. */
  readonly answered?: (provider: string, ms: number) => void;
  /** Which servers may be asked: any when not given, or those at public addresses alone. */
  readonly addresses?: 'any' | 'public';
}

type Open<Provider> = (
  entry: Extract<LanguageModelEntry, { provider: Provider }>,
  operator: Operator,
) => Promise<TextModel>;

const PROVIDERS: { readonly [Provider in LanguageModelEntry['provider']]: Open<Provider> } = {
  openai: openOpenAi,
  gguf: openGguf,
  command: openCommand,
};

/** Opens the engine of an entry; nothing is asked of it yet. */
export async function openTextModel(entry: LanguageModelEntry, operator: Operator): Promise<TextModel> {
  const model = await openEngine(entry, operator);
  const { answered } = operator;
  return answered === undefined ? model : observed(model, answered);
}

function observed(engine: TextModel, answered: (provider: string, ms: number) => void): TextModel {
  const { provider, name, facts, concurrency, tokens, windowTokens } = engine;
  return {
    provider,
    name,
    facts,
    concurrency,
    ...(tokens === undefined ? {} : { tokens }),
    ...(windowTokens === undefined ? {} : { windowTokens }),
    async complete(prompt, options) {
      const askedAtMs = performance.now();
      const completion = await engine.complete(prompt, options);
      if (completion.kind === 'answered') answered(provider, performance.now() - askedAtMs);
      return completion;
    },
    close: () => engine.close(),
  };
}

function openEngine(entry: LanguageModelEntry, operator: Operator): Promise<TextModel> {
  switch (entry.provider) {
    case 'openai':
      return PROVIDERS.openai(entry, operator);
    case 'gguf':
      return PROVIDERS.gguf(entry, operator);
    case 'command':
      return PROVIDERS.command(entry, operator);
    default:
      return entry satisfies never;
  }
}

/** One for all models of a process: it keeps connections. */
const PUBLIC = publicReach();

async function openOpenAi(
  entry: Extract<LanguageModelEntry, { provider: 'openai' }>,
  { secrets, warn, addresses }: Operator,
): Promise<TextModel> {
  const keyName = entry['api-key-env'];
  const { timeout, retries, concurrency } = entry;
  const settings = {
    baseUrl: entry['base-url'],
    model: entry.model,
    apiKey: secrets.read(keyName)?.reveal() ?? null,
    keyName,
    extraBody: entry['extra-body'] ?? {},
    ...(addresses === 'public' ? { reach: PUBLIC } : {}),
    ...(timeout === undefined ? {} : { timeoutMs: timeout * 1000 }),
    ...(retries === undefined ? {} : { retries }),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
  const model = openAiModel(settings);
  for (const warning of openAiWarnings(settings)) warn(warning);
  return model;
}

function openGguf(
  {
    path,
    lora,
    format,
    threads,
    concurrency,
    'context-tokens': contextTokens,
  }: Extract<LanguageModelEntry, { provider: 'gguf' }>,
  { folder }: Operator,
): Promise<TextModel> {
  return ggufModel({
    path: resolve(folder, path),
    format,
    contextTokens,
    ...(threads === undefined ? {} : { threads }),
    ...(lora === undefined ? {} : { lora: resolve(folder, lora) }),
    ...(concurrency === undefined ? {} : { concurrency }),
  });
}

async function openCommand(
  { command, args, model, timeout, concurrency }: Extract<LanguageModelEntry, { provider: 'command' }>,
  { folder }: Operator,
): Promise<TextModel> {
  return commandModel({
    command,
    args,
    folder,
    ...(model === undefined ? {} : { model }),
    ...(timeout === undefined ? {} : { timeoutMs: timeout * 1000 }),
    ...(concurrency === undefined ? {} : { concurrency }),
  });
}

// The model of a project on a forge, composed from what its operator says: in a workflow's inputs, or in the App's environment.

import { entryOf } from '../config/models-file.ts';
import type { LanguageModelEntry } from '../config/models-schema.ts';
import type { Environment } from '../config.ts';
import { asShadow } from '../core/model-card.ts';
import { NO_BUDGET } from '../core/usage.ts';
import { ExpectedFailure } from '../errors.ts';
import type { ModelInUse } from '../jobs/model-in-use.ts';
import type { AnswerCache, CodeModel, Progress, PromotedModel, RepositoryReader, Revision } from '../ports.ts';
import { type Languages, trainOnRevision } from './embedded.ts';
import type { Operator } from './providers.ts';

/** What an operator says of the one model of a project. */
export interface OperatorsModel {
  /** As a file of models has it; `null` for the embedded model. */
  readonly entry: LanguageModelEntry | null;
  /** What the team's own model is called: the embedded one is its shadow where a revision of its training is known. */
  readonly ownName: string | null;
  /** What relative paths of the entry start from. */
  readonly folder: string;
  /** The revision that the model was trained at. */
  readonly trainedAt: string | null;
  /** Methods that may be asked for in one run; `null` for any number. */
  readonly maxMethods: number | null;
  /** The model that the entry names in place of the operator's own: it was trained after that one, and promoted. */
  readonly promoted?: PromotedModel;
}

/** What a workflow's inputs say of it. */
export interface InputsOfModel extends Pick<OperatorsModel, 'trainedAt' | 'maxMethods'> {
  readonly provider: 'embedded' | 'openai';
  /** `null` only with `embedded`; there it is the name of the model whose shadow the embedded one is. */
  readonly model: string | null;
  readonly baseUrl: string | null;
  /** The environment variable that holds the key. */
  readonly keyVariable: string;
  /** As the entry of a file of models has it; `null` where the model is not trained from here. */
  readonly specialize: Readonly<Record<string, unknown>> | null;
}

/** Throws an ExpectedFailure for inputs that are missing or wrong. */
export function modelOfInputs({
  provider,
  model,
  baseUrl,
  keyVariable,
  trainedAt,
  maxMethods,
  specialize,
}: InputsOfModel): OperatorsModel {
  const about = { ownName: model, folder: process.cwd(), trainedAt, maxMethods };
  if (provider === 'embedded') return { ...about, entry: null };
  if (model === null || baseUrl === null) throw incomplete(provider, model === null ? 'model' : 'base-url');
  const fields = {
    model,
    'base-url': baseUrl,
    'api-key-env': keyVariable,
    ...(trainedAt === null ? {} : { 'trained-at': trainedAt }),
    ...(specialize === null ? {} : { specialize }),
  };
  const entry = entryOf('openai', fields, `the model ${JSON.stringify(model)}`);
  if (entry.provider === 'embedded') throw new Error('an entry of openai is one of openai');
  return { ...about, entry };
}

export interface ModelSurroundings {
  readonly repository: RepositoryReader;
  readonly languages: Languages;
  readonly environment: Pick<Environment, 'answersFolder' | 'secrets'>;
  /** Where its answers are kept, for whoever has a place of their own; the folder of the environment when not given. */
  readonly answers?: AnswerCache;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly warn: (warning: string) => void;
  /** Told of each answer that a model gave: its provider, and how long it took. What was kept from before is none. */
  readonly answered?: (provider: string, ms: number) => void;
  /** Which servers may be asked; any when not given. */
  readonly addresses?: Operator['addresses'];
}

export interface ComposedModel {
  readonly inUse: ModelInUse;
  /** What answers where the model in use may not be asked: the embedded one, trained at the same revision. */
  readonly shadow: ModelInUse;
  /** Whether asking it costs somebody something. */
  readonly isHosted: boolean;
  readonly close: () => Promise<void>;
}

/** Nothing is asked or trained yet. Throws an ExpectedFailure for settings that are wrong, or a revision that is not there. */
export async function composeModelInUse(
  operators: OperatorsModel,
  surroundings: ModelSurroundings,
): Promise<ComposedModel> {
  const trainedAt = operators.trainedAt === null ? null : await surroundings.repository.resolve(operators.trainedAt);
  const shadow = shadowOf(operators, trainedAt, surroundings);
  if (operators.entry === null) {
    return { inUse: shadow, shadow, isHosted: false, close: async () => {} };
  }
  const hosted = new HostedModel(operators.entry, operators, trainedAt, surroundings);
  const open = () => hosted.open();
  const inUse: ModelInUse =
    trainedAt === null ? { kind: 'of-unknown-training', open } : { kind: 'fixed', trainedAt, open };
  return { inUse, shadow, isHosted: true, close: () => hosted.close() };
}

function shadowOf(
  { ownName: of }: OperatorsModel,
  trainedAt: Revision | null,
  surroundings: ModelSurroundings,
): ModelInUse {
  const trained = new Map<string, Promise<CodeModel>>();
  const trainAt = (revision: Revision) => {
    const train = async () =>
      timed(await trainOnRevision(surroundings.repository, revision, surroundings), surroundings.answered);
    const known = trained.get(revision.hash) ?? train();
    trained.set(revision.hash, known);
    return known;
  };
  if (trainedAt === null) return { kind: 'pinned', train: trainAt };
  const open = async () => {
    const model = await trainAt(trainedAt);
    return { ...model, card: asShadow(model.card, of) };
  };
  return { kind: 'fixed', trainedAt, open };
}

/** The same model, whose answers are timed. */
function timed(model: CodeModel, answered: ModelSurroundings['answered']): CodeModel {
  if (answered === undefined) return model;
  const { provider } = model.card;
  return {
    ...model,
    async regenerate(stub, options) {
      const askedAtMs = performance.now();
      const regeneration = await model.regenerate(stub, options);
      answered(provider, performance.now() - askedAtMs);
      return regeneration;
    },
  };
}

/** Opened at the first question, and once. */
class HostedModel {
  readonly #entry: LanguageModelEntry;
  readonly #operators: OperatorsModel;
  readonly #trainedAt: Revision | null;
  readonly #surroundings: ModelSurroundings;
  #opened: Promise<{ model: CodeModel; close: () => Promise<void> }> | null = null;

  constructor(
    entry: LanguageModelEntry,
    operators: OperatorsModel,
    trainedAt: Revision | null,
    surroundings: ModelSurroundings,
  ) {
    this.#entry = entry;
    this.#operators = operators;
    this.#trainedAt = trainedAt;
    this.#surroundings = surroundings;
  }

  async open(): Promise<CodeModel> {
    this.#opened ??= this.#open();
    return (await this.#opened).model;
  }

  async #open() {
    const { folder, maxMethods, promoted } = this.#operators;
    const { environment, answers, languages, warn, addresses, answered } = this.#surroundings;
    // Engines and cache are large: a run without a language model does not load them.
    const { openAnswerCache, openLanguageModel } = await import('./language-models.ts');
    const folderCache = answers === undefined ? openAnswerCache(environment.answersFolder, { warn }) : null;
    const cache = answers ?? folderCache;
    const operator = {
      secrets: environment.secrets,
      warn,
      folder,
      ...(addresses === undefined ? {} : { addresses }),
      ...(answered === undefined ? {} : { answered }),
    };
    const budget = { ...NO_BUDGET, methods: maxMethods };
    const { model } = await openLanguageModel(this.#entry, operator, budget, {
      repository: null,
      languages,
      cache,
      ...(promoted === undefined ? {} : { known: promoted.card }),
    });
    const at = this.#trainedAt;
    const trainedAt = at === null ? null : { revision: at.hash, committedAt: at.committedAt, units: null, files: null };
    return {
      model: { ...model, card: { ...model.card, trainedAt } },
      close: async () => {
        await model.close?.();
        await folderCache?.close();
      },
    };
  }

  async close(): Promise<void> {
    await (await this.#opened?.catch(() => null))?.close();
  }
}

function incomplete(provider: string, setting: string): ExpectedFailure {
  return new ExpectedFailure(
    'bad-setting',
    `the provider ${provider} needs ${setting}`,
    setting === 'model'
      ? 'Name the model as its server calls it.'
      : 'Say where the server is, such as https://models.example.org/v1.',
  );
}

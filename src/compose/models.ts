// Models by reference: a file, a provider's model, or a name in the operator's own file; opened, and closed at the end.

import { dirname, resolve } from 'node:path';
import { closest } from 'fastest-levenshtein';
import { entryOf, parseModelsFile } from '../config/models-file.ts';
import { isProvider, type LanguageModelEntry, type ModelEntry } from '../config/models-schema.ts';
import type { Environment } from '../config.ts';
import type { Champion } from '../core/champions.ts';
import type { Budget } from '../core/usage.ts';
import { ExpectedFailure } from '../errors.ts';
import type { FolderCache } from '../files/answer-cache.ts';
import { readSettingsFile } from '../files/settings-file.ts';
import { type Around, type Languages, type LoadedModel, loadEmbedded } from './embedded.ts';
import { openPromotionBook } from './promotions.ts';
import type { Operator } from './providers.ts';
import { type Clone, isClone, type ModelRepository } from './state-folder.ts';

/** What the operator says of models and of asking them. */
export interface ModelSettings {
  /** Entries by name; `null` for none. */
  readonly modelsFile: string | null;
  /** For `openai:NAME`. */
  readonly baseUrl: string | null;
  readonly useCache: boolean;
  /** For each model. */
  readonly budget: Budget;
  /** Several models are opened: base URL and budget are for those of them that can have one. */
  readonly areSeveral?: boolean;
}

export interface ModelSource {
  /**
   * Opens what a reference names: the path of an embedded model's file, `embedded`, `provider:name`, or a name in the models
   * file. Without a reference the champion of the clone; where none was promoted the models file's only entry, or what
   * `train` left in the clone; `null` when it left nothing.
   */
  open(
    reference: string | undefined,
    repository: ModelRepository | null,
    languages: Languages,
  ): Promise<LoadedModel | null>;
  /** What `open` takes when nobody said: every name in the models file, or `undefined` alone where there is no file. */
  names(): Promise<readonly (string | undefined)[]>;
  /** Ends what was opened, and brings the cache within its size. */
  close(): Promise<void>;
}

export function composeModels(
  settings: ModelSettings,
  environment: Pick<Environment, 'answersFolder' | 'secrets'>,
  warn: (warning: string) => void,
): ModelSource {
  const opened: LoadedModel[] = [];
  let cache: FolderCache | null = null;
  return {
    async open(reference, repository, languages) {
      const { secrets } = environment;
      const champion = reference === undefined && isClone(repository) ? await championIn(repository, settings) : null;
      const named = await entryFor(champion?.reference ?? reference, settings);
      const operator = { secrets, warn, folder: named.folder };
      let loaded: LoadedModel | null;
      if (isLanguageModel(named.entry)) {
        // Engines and cache are large: a run without a language model does not load them.
        const { openAnswerCache, openLanguageModel } = await import('./language-models.ts');
        if (settings.useCache) cache ??= openAnswerCache(environment.answersFolder, { warn });
        loaded = await openLanguageModel(named.entry, operator, settings.budget, { repository, languages, cache });
      } else {
        loaded = await openEmbedded(named.entry?.path, operator, settings, { repository, languages });
      }
      if (loaded !== null) opened.push(loaded);
      if (loaded !== null && champion !== null) requireSame(champion, loaded, warn);
      return loaded;
    },
    async names() {
      return settings.modelsFile === null ? [undefined] : [...(await entriesIn(settings.modelsFile)).keys()];
    },
    async close() {
      for (const { model } of opened) await model.close?.();
      await cache?.close();
    },
  };
}

interface NamedEntry {
  /** `null`: the embedded model, as `train` left it. */
  readonly entry: ModelEntry | null;
  /** What its relative paths start from. */
  readonly folder: string;
}

async function entryFor(
  reference: string | undefined,
  { modelsFile, baseUrl, areSeveral = false }: ModelSettings,
): Promise<NamedEntry> {
  const here = process.cwd();
  const file = modelsFile === null ? null : { path: modelsFile, entries: await entriesIn(modelsFile) };
  const name = reference ?? (file === null ? undefined : onlyNameIn(file.path, file.entries));
  const named = name === undefined ? undefined : file?.entries.get(name);
  if (!areSeveral && baseUrl !== null && (named !== undefined || name?.startsWith('openai:') !== true)) {
    throw new ExpectedFailure(
      'bad-setting',
      '--base-url is for --model openai:NAME',
      'Leave it out, or name such a model.',
    );
  }
  if (named !== undefined && file !== null) return { entry: named, folder: dirname(resolve(file.path)) };
  if (name === undefined || name === 'embedded') return { entry: null, folder: here };
  const [, provider = '', model = ''] = /^([a-z]+):(.*)$/s.exec(name) ?? [];
  if (provider === '' || !isProvider(provider)) {
    return { entry: { provider: 'embedded', path: pathOrName(name, file) }, folder: here };
  }
  return { entry: entryOf(provider, fieldsOf(provider, model, baseUrl), `--model ${name}`), folder: here };
}

interface ChampionReference extends Champion {
  readonly reference: string;
}

/**
 * The champion that a clone points to, as a reference; `null` where there is none, or where the operator's file has one other model.
 * The clone may be anybody's work, so that all it can point to is a copy in its own state folder, or a name in the operator's file.
 */
async function championIn(repository: Clone, { modelsFile }: ModelSettings): Promise<ChampionReference | null> {
  const book = openPromotionBook(repository);
  const champion = await book.champion();
  if (champion === null) return null;
  const path = book.pathOf(champion);
  if (modelsFile !== null) {
    const isNamed = path === null && (await entriesIn(modelsFile)).has(champion.name);
    return isNamed ? { ...champion, reference: champion.name } : null;
  }
  if (path !== null) return { ...champion, reference: path };
  throw new ExpectedFailure(
    'bad-setting',
    `the champion of this clone, ${JSON.stringify(champion.name)}, is a model of your own file of models`,
    'Name that file with --models, or choose another model with --model.',
  );
}

/** A copy is what it was; a server's model may have been set otherwise since. */
function requireSame(champion: ChampionReference, { model }: LoadedModel, warn: (warning: string) => void): void {
  if (model.card.fingerprint === champion.fingerprint) return;
  if (champion.copy === null) {
    warn(`${champion.name} is set otherwise in --models than when it was promoted`);
    return;
  }
  throw new ExpectedFailure(
    'bad-model-file',
    `the copy of the champion, ${champion.reference}, is another model than the one that was promoted`,
    'Return to the one before with `palimpsest promote --rollback`, or choose a model with --model.',
  );
}

async function entriesIn(path: string): Promise<ReadonlyMap<string, ModelEntry>> {
  return parseModelsFile(await readSettingsFile(path), path);
}

function onlyNameIn(path: string, entries: ReadonlyMap<string, ModelEntry>): string | undefined {
  if (entries.size === 1) return [...entries.keys()][0];
  throw new ExpectedFailure(
    'bad-setting',
    `${path} names ${entries.size} models`,
    `Choose one with --model: ${[...entries.keys()].join(', ')}.`,
  );
}

/** With a models file at hand, what is no path is a name that the file does not have. */
function pathOrName(name: string, file: { path: string; entries: ReadonlyMap<string, ModelEntry> } | null): string {
  if (file === null || /[/\\]|\.palimpsest$/.test(name)) return name;
  const names = [...file.entries.keys()];
  throw new ExpectedFailure(
    'bad-setting',
    `${file.path} names no model ${JSON.stringify(name)}`,
    `Did you mean ${JSON.stringify(closest(name, names))}? It names ${names.join(', ')}.`,
  );
}

function fieldsOf(provider: ModelEntry['provider'], name: string, baseUrl: string | null): Record<string, unknown> {
  switch (provider) {
    case 'openai':
      if (baseUrl !== null) return { model: name, 'base-url': baseUrl };
      throw new ExpectedFailure(
        'bad-setting',
        `--model openai:${name} does not say where the server is`,
        'Add --base-url, such as http://127.0.0.1:8000/v1.',
      );
    case 'gguf':
    case 'embedded':
      return { path: name };
    case 'command':
      return { command: name };
    default:
      return provider satisfies never;
  }
}

function isLanguageModel(entry: ModelEntry | null): entry is LanguageModelEntry {
  return entry !== null && entry.provider !== 'embedded';
}

function openEmbedded(
  path: string | undefined,
  { folder }: Operator,
  { budget, areSeveral = false }: ModelSettings,
  around: Around,
) {
  if (!areSeveral && Object.values(budget).some((bound) => bound !== null)) {
    throw new ExpectedFailure(
      'bad-setting',
      'the embedded model costs nothing: there is no budget to keep',
      'Leave out --max-methods, --max-tokens and --max-cost; for a part of the methods there is evaluate --sample.',
    );
  }
  return loadEmbedded(path === undefined ? null : resolve(folder, path), around.repository, around.languages);
}

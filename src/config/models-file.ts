// The operator's file of models: YAML or JSON in, entries by name out, or one line that says where it is wrong.

import { closest } from 'fastest-levenshtein';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ExpectedFailure } from '../errors.ts';
import { visible } from '../report/visible.ts';
import {
  ENTRY_SCHEMAS,
  isProvider,
  MODEL_NAME,
  type ModelEntry,
  PRICE_SETTINGS,
  type ProviderName,
  SPECIALIZE_SETTINGS,
} from './models-schema.ts';

const MAX_BYTES = 1024 * 1024;
const SHOWN_CHARACTERS = 60;

type Path = readonly PropertyKey[];

/** Parses the bytes of a models file. Throws an ExpectedFailure that names `file`, line and column; no value is repeated. */
export function parseModelsFile(bytes: Uint8Array, file: string): ReadonlyMap<string, ModelEntry> {
  return new ModelsFile(bytes, file).entries();
}

/** A `provider:name` of the command line as the entry that a file would hold. */
export function entryOf(provider: ProviderName, fields: Readonly<Record<string, unknown>>, what: string): ModelEntry {
  const given = { provider, ...fields };
  const parsed = ENTRY_SCHEMAS[provider].safeParse(given);
  if (parsed.success) return parsed.data;
  const mistake = mistakeIn(parsed.error, given, provider);
  throw new ExpectedFailure('bad-setting', `${what}: ${mistake.what}`, mistake.remedy);
}

class ModelsFile {
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #document: Document;

  constructor(bytes: Uint8Array, file: string) {
    this.#file = file;
    this.#document = parseDocument(textOf(bytes, file), {
      lineCounter: this.#lines,
      prettyErrors: false,
      logLevel: 'error',
    });
  }

  entries(): ReadonlyMap<string, ModelEntry> {
    const models = this.#models();
    const entries = new Map<string, ModelEntry>();
    for (const [name, value] of Object.entries(models)) entries.set(name, this.#entry(name, value));
    if (entries.size === 0)
      throw this.#refusal(['models'], 'it names no model', 'Put one under `models:`, by its name.');
    return entries;
  }

  #models(): Readonly<Record<string, unknown>> {
    const [problem] = [...this.#document.errors, ...this.#document.warnings];
    if (problem !== undefined) {
      const [offset] = problem.pos;
      const message = visible(shortened(problem.message));
      throw this.#refusalAt(offset, `this is neither YAML nor JSON: ${message}`, 'Mend it there.');
    }
    const content = this.#toJs();
    const remedy = 'It takes `models:`, and under it an entry for each model by its name.';
    if (!isRecord(content)) throw this.#refusal([], 'it names no models', remedy);
    const stray = Object.keys(content).find((key) => key !== 'models');
    if (stray !== undefined) throw this.#refusal([stray], `there is no ${quoted(stray)} in a file of models`, remedy);
    if (!isRecord(content.models)) throw this.#refusal(['models'], 'it names no models', remedy);
    return content.models;
  }

  #toJs(): unknown {
    try {
      return this.#document.toJS();
    } catch (error) {
      throw new ExpectedFailure(
        'bad-models-file',
        `${this.#file}: its aliases lead nowhere, or to too much`,
        'Write the values out.',
        { cause: error },
      );
    }
  }

  #entry(name: string, value: unknown): ModelEntry {
    const at = ['models', name];
    if (!MODEL_NAME.test(name)) {
      throw this.#refusal(at, `${quoted(name)} is no name for a model`, 'Letters, digits and . _ - / @ + are.');
    }
    if (!isRecord(value)) {
      throw this.#refusal(at, `${quoted(name)} says nothing of its model`, 'Begin with `provider:`.');
    }
    const known = Object.keys(ENTRY_SCHEMAS);
    const { provider } = value;
    if (typeof provider !== 'string' || !isProvider(provider)) {
      const what = provider === undefined ? 'has no provider' : 'has a provider that does not exist';
      const nearest = typeof provider === 'string' ? `Did you mean ${quoted(closest(provider, known))}? ` : '';
      throw this.#refusal([...at, 'provider'], `${quoted(name)} ${what}`, `${nearest}Known: ${known.join(', ')}.`);
    }
    const parsed = ENTRY_SCHEMAS[provider].safeParse(value);
    if (parsed.success) return parsed.data;
    const mistake = mistakeIn(parsed.error, value, provider);
    throw this.#refusal([...at, ...mistake.path], `${quoted(name)}: ${mistake.what}`, mistake.remedy);
  }

  #refusal(path: Path, what: string, remedy: string): ExpectedFailure {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#refusalAt(node.range[0], what, remedy);
    }
    return new ExpectedFailure('bad-models-file', `${this.#file}: ${what}`, remedy);
  }

  #refusalAt(offset: number, what: string, remedy: string): ExpectedFailure {
    const { line, col } = this.#lines.linePos(offset);
    return new ExpectedFailure('bad-models-file', `${this.#file}:${line}:${col}: ${what}`, remedy);
  }
}

function textOf(bytes: Uint8Array, file: string): string {
  const remedy = 'It is a short file in YAML or JSON, saved as UTF-8.';
  if (bytes.length > MAX_BYTES) throw new ExpectedFailure('bad-models-file', `${file} is too large`, remedy);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ExpectedFailure('bad-models-file', `${file} is not UTF-8`, remedy, { cause: error });
  }
}

interface Mistake {
  readonly path: Path;
  readonly what: string;
  readonly remedy: string;
}

const NESTED: Readonly<Record<string, readonly string[]>> = {
  price: PRICE_SETTINGS,
  specialize: SPECIALIZE_SETTINGS,
};

/** Says which setting is wrong, and never what stands there: it may be a key that went to the wrong place. */
function mistakeIn({ issues }: z.ZodError, given: unknown, provider: ProviderName): Mistake {
  const { shape } = ENTRY_SCHEMAS[provider];
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const [key = ''] = issue.keys;
    const known = NESTED[String(issue.path[0])] ?? Object.keys(shape);
    return {
      path: [...issue.path, key],
      what: `there is no setting ${quoted([...issue.path, key].join('.'))} for a model of the provider ${provider}`,
      remedy: `Did you mean ${quoted(closest(key, known))}? Known here: ${known.join(', ')}.`,
    };
  }
  const [issue] = issues;
  const path = issue?.path ?? [];
  const isMissing =
    path.reduce((value: unknown, key) => (isRecord(value) ? value[String(key)] : value), given) === undefined;
  const described = Object.entries(shape).find(([key]) => key === path[0])?.[1];
  return {
    path,
    what: `${path.join('.')} ${isMissing ? 'is missing' : 'does not take that'}`,
    remedy: `It is: ${described?.description ?? issue?.message ?? ''}.`,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function quoted(text: string): string {
  return `"${visible(shortened(text))}"`;
}

function shortened(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

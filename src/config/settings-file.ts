// The repository's settings file: YAML in, settings out, or one line that says where it is wrong and what would be right.

import { closest } from 'fastest-levenshtein';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import {
  type FileSetting,
  fileSettings,
  kebabCase,
  SECTION_NAMES,
  type SectionName,
  type Settings,
  type SettingValue,
  settingsSchema,
} from '../config.ts';
import { ExpectedFailure } from '../errors.ts';
import { visible } from '../report/visible.ts';

export interface SettingsFile {
  readonly settings: Settings;
  /** What the file itself sets, in its order. */
  readonly given: readonly { readonly setting: FileSetting; readonly value: SettingValue }[];
}

/** Two levels of values need no aliases; a few do no harm. */
const MAX_ALIASES = 20;
const MAX_BYTES = 64 * 1024;
const SHOWN_CHARACTERS = 40;
const MESSAGE_CHARACTERS = 160;

/** Parses the bytes of a settings file. Throws an ExpectedFailure that names `file`, line and column. */
export function parseSettings(bytes: Uint8Array, file: string): SettingsFile {
  const lines = new LineCounter();
  const at: Place = (offset) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const document = parseYaml(textOf(bytes, file), lines, at);
  const values = new Map<FileSetting, SettingValue>();
  for (const entry of entriesOf(document, document.contents, 'the file', at)) {
    const top = fileSettings().find(({ section, key }) => section === null && key === entry.key);
    if (top !== undefined) values.set(top, settingOf(document, entry, top, at));
    else for (const [setting, value] of sectionOf(document, entry, at)) values.set(setting, value);
  }
  return { settings: settingsOf(values), given: [...values].map(([setting, value]) => ({ setting, value })) };
}

function sectionOf(document: Document, { key: given, offset, value }: Entry, at: Place): [FileSetting, SettingValue][] {
  const name = SECTION_NAMES.find((section) => kebabCase(section) === given);
  if (name === undefined) throw unknownKey(at(offset), given, TOP_KEYS, null);
  const known = fileSettings().filter(({ section }) => section === name);
  const keys = known.map(({ key }) => key);
  return entriesOf(document, value, given, at).map((entry) => {
    const setting = known.find(({ key }) => key === entry.key);
    if (setting === undefined) throw unknownKey(at(entry.offset), entry.key, keys, name);
    return [setting, settingOf(document, entry, setting, at)];
  });
}

const TOP_KEYS: readonly string[] = [
  ...SECTION_NAMES.map(kebabCase),
  ...fileSettings().flatMap(({ section, key }) => (section === null ? [key] : [])),
];

/** `file:line:column` of an offset. */
type Place = (offset: number) => string;

function textOf(bytes: Uint8Array, file: string): string {
  if (bytes.length > MAX_BYTES) {
    throw refusal(
      file,
      `it is larger than ${MAX_BYTES / 1024} kB`,
      'Settings are a few lines; keep the rest elsewhere.',
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw refusal(file, 'it is not UTF-8', 'Save it as UTF-8.', error);
  }
}

function parseYaml(text: string, lineCounter: LineCounter, at: Place): Document {
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) {
    const [offset] = problem.pos;
    if (problem.code === 'DUPLICATE_KEY') {
      throw refusal(at(offset), `${quoted(wordAt(text, offset))} is set twice`, 'Keep one of the two.');
    }
    throw refusal(
      at(offset),
      `this is not YAML: ${visible(shortened(problem.message, MESSAGE_CHARACTERS))}`,
      'Mend it there.',
    );
  }
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const remedy = 'Write the values out; a settings file needs no anchors.';
    throw refusal(at(firstAlias(document)), 'its aliases lead nowhere, or to too much', remedy, error);
  }
  return document;
}

function wordAt(text: string, offset: number): string {
  return /^[^\s:,{}]+/.exec(text.slice(offset))?.[0] ?? '';
}

function firstAlias(document: Document): number {
  let offset = 0;
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

interface Entry {
  readonly key: string;
  readonly offset: number;
  readonly value: Node | null;
}

function entriesOf(document: Document, node: unknown, what: string, at: Place): Entry[] {
  const map = isAlias(node) ? node.resolve(document) : node;
  if (map === null || map === undefined || (isScalar(map) && map.value === null)) return [];
  if (!isMap<Node, Node | null>(map)) {
    throw refusal(at(offsetOf(node)), `${what} takes settings by name`, 'Write `name: value`, one a line.');
  }
  return map.items.map(({ key, value }) => {
    const offset = offsetOf(key);
    if (!isScalar(key)) throw refusal(at(offset), 'a name is one word', 'Write `name: value`, one a line.');
    return { key: String(key.value), offset, value };
  });
}

function offsetOf(node: unknown): number {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
    ? Number(node.range[0])
    : 0;
}

function settingOf(document: Document, { value, offset }: Entry, setting: FileSetting, at: Place): SettingValue {
  const given: unknown = value?.toJS(document, { maxAliasCount: MAX_ALIASES }) ?? null;
  const parsed = setting.schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const remedy = `It takes ${kindOf(setting)}: ${setting.description}.`;
  if (given === null) throw refusal(at(offset), `${setting.path} has no value`, remedy);
  const [issue] = parsed.error.issues;
  const inList = issue?.path[0];
  const isOneOfMany = Array.isArray(given) && typeof inList === 'number';
  const what = isOneOfMany ? `${shown(given[inList])} in its list` : shown(given);
  const node = isOneOfMany && isSeq<Node>(value) ? value.items[inList] : value;
  const why = issue?.code === 'custom' ? `: ${issue.message}` : '';
  throw refusal(at(offsetOf(node)), `${setting.path} does not take ${what}${why}`, remedy);
}

function kindOf({ byDefault }: FileSetting): string {
  if (Array.isArray(byDefault)) return 'a list';
  if (typeof byDefault === 'boolean') return 'true or false';
  return typeof byDefault === 'string' ? 'a text' : 'a number';
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'settings of its own';
  return typeof value === 'string' ? quoted(value) : String(value);
}

function settingsOf(values: ReadonlyMap<FileSetting, SettingValue>): Settings {
  const given: Record<string, SettingValue | Record<string, SettingValue>> = {};
  for (const [{ section, name }, value] of values) {
    if (section === null) given[name] = value;
    else given[section] = { ...(given[section] as Record<string, SettingValue> | undefined), [name]: value };
  }
  return settingsSchema.parse(given);
}

function unknownKey(
  place: string,
  key: string,
  known: readonly string[],
  section: SectionName | null,
): ExpectedFailure {
  if (isOperators(key)) {
    return refusal(
      place,
      `${quoted(key)} is not for a repository’s file to set`,
      'Providers, URLs, keys, models and commands belong to the operator, who runs palimpsest: give them as flags, as inputs of the workflow or in the environment of the App.',
    );
  }
  const elsewhere = fileSettings().filter((setting) => setting.section !== section);
  const names = new Map(elsewhere.map((setting) => [setting.key, setting.path]));
  for (const name of known) names.set(name, name);
  // the keys of the same place come first: of two as near, the first is taken
  const nearest = closest(key, [...known, ...names.keys()]);
  return refusal(
    place,
    `there is no setting ${quoted(key)}${section === null ? '' : ` in ${kebabCase(section)}`}`,
    `Did you mean ${quoted(names.get(nearest) ?? nearest)}? Known here: ${known.join(', ')}.`,
  );
}

/** Words of settings that name what is run, where it runs, or with which secret. */
const OPERATORS_WORDS = new Set(
  'provider providers url urls uri endpoint host server proxy header headers key keys apikey token secret password credentials command commands cmd exec script model models adapter weights gguf env environment'.split(
    ' ',
  ),
);

function isOperators(key: string): boolean {
  return key
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => OPERATORS_WORDS.has(word));
}

function quoted(text: string): string {
  return `"${visible(shortened(text, SHOWN_CHARACTERS))}"`;
}

function shortened(text: string, characters: number): string {
  return text.length > characters ? `${text.slice(0, characters)}…` : text;
}

function refusal(place: string, what: string, remedy: string, cause?: unknown): ExpectedFailure {
  return new ExpectedFailure('bad-settings-file', `${place}: ${what}`, remedy, { cause });
}

// One schema for all settings: it feeds the command line, the repository's settings file, its published JSON Schema, the
// README's table and the checks of what a user wrote.

import { z } from 'zod';
import { type Policy, policySchema, SECTIONS, TOP_SETTINGS } from './config/sections.ts';
import { ExpectedFailure } from './errors.ts';
import { Secrets } from './secrets.ts';

export type { Policy };

/** A section of which every line is commented out is `null` in YAML: nothing is set then. */
function section<Schema extends z.ZodObject>({ schema, description }: { schema: Schema; description: string }) {
  return schema
    .nullish()
    .transform((given) => given ?? schema.parse({}))
    .describe(description);
}

/** All that a repository may decide; its file spells the keys in kebab-case. */
export const settingsSchema = z.strictObject({
  policy: section(SECTIONS.policy),
  freshness: section(SECTIONS.freshness),
  gain: section(SECTIONS.gain),
  pullRequests: section(SECTIONS.pullRequests),
  retraining: section(SECTIONS.retraining),
  evaluation: section(SECTIONS.evaluation),
  ...TOP_SETTINGS,
});

export type Settings = z.infer<typeof settingsSchema>;
export type SectionName = keyof typeof SECTIONS;

/** Where a repository keeps its settings. */
export const SETTINGS_PATH = '.github/palimpsest.yml';

export type SettingName = keyof typeof policySchema.shape;

export interface Setting {
  readonly name: SettingName;
  /** `--count-cosmetic`. */
  readonly flag: string;
  readonly kind: 'number' | 'boolean';
  readonly byDefault: number | boolean;
  readonly description: string;
}

/** Every setting in the order of the schema, as flags and tables show them. */
export function settings(): Setting[] {
  const defaults = policySchema.parse({});
  return policySchema.keyof().options.map((name) => {
    const byDefault = defaults[name];
    return {
      name,
      flag: `--${kebabCase(name)}`,
      kind: typeof byDefault === 'boolean' ? 'boolean' : 'number',
      byDefault,
      description: policySchema.shape[name].description ?? '',
    };
  });
}

/** What a setting of the file may be: a number, true or false, a text, or a list of texts. */
export type SettingValue = number | boolean | string | readonly string[];

/** A setting as the repository's file holds it. */
export interface FileSetting {
  /** `null` for what stands in no section. */
  readonly section: SectionName | null;
  /** Its name in {@link Settings}: `countCosmetic`. */
  readonly name: string;
  /** Its name in the file, within its section: `count-cosmetic`. */
  readonly key: string;
  /** Its name in the file with that of its section: `policy.count-cosmetic`. */
  readonly path: string;
  /** The flag of `check` that wins over it; `null` where there is none. */
  readonly flag: string | null;
  readonly schema: z.ZodType<SettingValue>;
  readonly byDefault: SettingValue;
  readonly description: string;
}

export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[];

/** Every setting of the file in the order of the schema. */
export function fileSettings(): FileSetting[] {
  const ofSections = SECTION_NAMES.flatMap((section) =>
    Object.entries(SECTIONS[section].schema.shape).map(([name, schema]) => fileSetting(section, name, schema)),
  );
  return [...ofSections, ...Object.entries(TOP_SETTINGS).map(([name, schema]) => fileSetting(null, name, schema))];
}

function fileSetting(section: SectionName | null, name: string, schema: z.ZodType<SettingValue>): FileSetting {
  const key = kebabCase(name);
  return {
    section,
    name,
    key,
    path: section === null ? key : `${kebabCase(section)}.${key}`,
    flag: section === 'policy' ? `--${key}` : null,
    schema,
    byDefault: schema.parse(undefined),
    description: schema.description ?? '',
  };
}

/** A value as a line of the file writes it. */
export function writtenValue(value: SettingValue): string {
  return JSON.stringify(value);
}

/** `countCosmetic` → `count-cosmetic`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/**
 * Parses flags as they were typed; what was not typed is as `otherwise` has it. Throws an ExpectedFailure that names the
 * flag and what it takes.
 */
export function policyFromFlags(flags: Readonly<Record<string, unknown>>, otherwise: Policy): Policy {
  const given: Record<string, unknown> = { ...otherwise };
  for (const { name, kind } of settings()) {
    const value = flags[name];
    if (value !== undefined) given[name] = kind === 'number' ? numberOf(value) : value;
  }
  const parsed = policySchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const setting = settings().find(({ name }) => name === issue?.path[0]);
  throw new ExpectedFailure(
    'bad-setting',
    `${setting?.flag ?? 'a setting'} does not take ${JSON.stringify(flags[setting?.name ?? ''])}`,
    `It is: ${setting?.description ?? issue?.message}.`,
  );
}

function numberOf(value: unknown): number {
  return typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
}

/** What the environment says about the run. Read once, by the shell. */
export interface Environment {
  readonly color: boolean;
  readonly ci: boolean;
  /** `PALIMPSEST_PARSER=wasm` leaves the native parser alone. */
  readonly parser: 'native-first' | 'wasm';
  /** For runs that belong to no clone. */
  readonly cacheFolder: string;
  /** Where answers of language models are kept: `PALIMPSEST_CACHE_DIR`, or a folder of the user's cache. */
  readonly answersFolder: string;
  /** `GITHUB_API_URL`: that of github.com, or of a GitHub Enterprise Server. */
  readonly gitHubApiUrl: string;
  /** `PALIMPSEST_TRL`: the program that trains language models, where it is not `trl` in PATH. */
  readonly trl: string;
  readonly secrets: Secrets;
}

export function readEnvironment(env: NodeJS.ProcessEnv, isTerminal: boolean, home: string): Environment {
  const present = (name: string) => env[name] !== undefined && env[name] !== '';
  const cacheFolder = `${present('XDG_CACHE_HOME') ? env.XDG_CACHE_HOME : `${home}/.cache`}/palimpsest`;
  return {
    color: present('FORCE_COLOR') ? env.FORCE_COLOR !== '0' : isTerminal && !present('NO_COLOR') && env.TERM !== 'dumb',
    ci: present('CI') && env.CI !== 'false',
    parser: env.PALIMPSEST_PARSER === 'wasm' ? 'wasm' : 'native-first',
    cacheFolder,
    answersFolder: env.PALIMPSEST_CACHE_DIR || `${cacheFolder}/answers`,
    gitHubApiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    trl: env.PALIMPSEST_TRL || 'trl',
    secrets: new Secrets(env),
  };
}

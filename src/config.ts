// One schema for all settings: it feeds the command line, the repository's settings file, its published JSON Schema, the
// README's table and the checks of what a user wrote.

import { z } from 'zod';
import { DEFAULT_FRESHNESS_POLICY, DEFAULT_WARN_WITHIN } from './core/freshness-policy.ts';
import { DEFAULT_SOON_DAYS } from './core/recommendation.ts';
import { DEFAULT_VERDICT_POLICY } from './core/verdict.ts';
import { ExpectedFailure } from './errors.ts';
import { Secrets } from './secrets.ts';

const share = z.number().min(0).max(1);

/** What a team may decide about a check. */
export const policySchema = z.strictObject({
  familiar: share
    .default(DEFAULT_VERDICT_POLICY.familiar)
    .describe('similarity from which an answer counts as familiar, from 0 to 1'),
  ambiguous: share
    .default(DEFAULT_VERDICT_POLICY.ambiguous)
    .describe('disagreement of the model’s samples above which a verdict is ambiguous, from 0 to 1'),
  samples: z.int().min(1).max(20).default(5).describe('how many alternatives to ask the model for, from 1 to 20'),
  countCosmetic: z.boolean().default(false).describe('let changes of white space or comments alone count as changes'),
});

export type Policy = z.infer<typeof policySchema>;

/** When a model counts as fresh. */
export const freshnessSchema = z.strictObject({
  line: share.default(DEFAULT_FRESHNESS_POLICY.line).describe('freshness below which the model is stale, from 0 to 1'),
  warnWithin: z
    .number()
    .min(0)
    .max(100)
    .default(DEFAULT_WARN_WITHIN)
    .describe(
      'percentage points above the line within which the badge is yellow and, without a forecast, retraining is due soon, from 0 to 100',
    ),
  soonDays: z
    .int()
    .min(1)
    .max(3_650)
    .default(DEFAULT_SOON_DAYS)
    .describe('days ahead within which a forecast crossing of the line asks to retrain soon, from 1 to 3650'),
});

/** How the gain of training again is measured. */
export const gainSchema = z.strictObject({
  windowDays: z
    .int()
    .min(1)
    .max(3_650)
    .default(90)
    .describe('days of changes over which the gain of training again is measured, from 1 to 3650'),
});

/** A section of which every line is commented out is `null` in YAML: nothing is set then. */
function section<Schema extends z.ZodObject>(schema: Schema, description: string) {
  return schema
    .nullish()
    .transform((given) => given ?? schema.parse({}))
    .describe(description);
}

/** All that a repository may decide; its file spells the keys in kebab-case. */
export const settingsSchema = z.strictObject({
  policy: section(policySchema, 'how a change is judged'),
  freshness: section(freshnessSchema, 'when the model counts as fresh'),
  gain: section(gainSchema, 'whether training again would help'),
});

export type Settings = z.infer<typeof settingsSchema>;
export type SectionName = keyof Settings;

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

/** A setting as the repository's file holds it. */
export interface FileSetting {
  readonly section: SectionName;
  /** Its name in {@link Settings}: `countCosmetic`. */
  readonly name: string;
  /** Its name in the file, within its section: `count-cosmetic`. */
  readonly key: string;
  /** The flag of `check` that wins over it; `null` where there is none. */
  readonly flag: string | null;
  readonly schema: z.ZodType<number | boolean>;
  readonly byDefault: number | boolean;
  readonly description: string;
}

const SECTIONS = { policy: policySchema, freshness: freshnessSchema, gain: gainSchema } as const;

/** Every setting of the file in the order of the schema. */
export function fileSettings(): FileSetting[] {
  return settingsSchema.keyof().options.flatMap((section) =>
    Object.entries(SECTIONS[section].shape).map(([name, schema]) => ({
      section,
      name,
      key: kebabCase(name),
      flag: section === 'policy' ? `--${kebabCase(name)}` : null,
      schema,
      byDefault: schema.parse(undefined),
      description: schema.description ?? '',
    })),
  );
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
    secrets: new Secrets(env),
  };
}

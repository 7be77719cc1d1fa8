// One schema for all settings: it feeds the command line, the README's table and the checks of what a user wrote.

import { z } from 'zod';
import { DEFAULT_VERDICT_POLICY } from './core/verdict.ts';
import { ExpectedFailure } from './errors.ts';

const share = z.number().min(0).max(1);

/** What a team may decide about a check. */
export const policySchema = z.strictObject({
  familiar: share
    .default(DEFAULT_VERDICT_POLICY.familiar)
    .describe('similarity from which an answer counts as familiar, from 0 to 1'),
  ambiguous: share
    .default(DEFAULT_VERDICT_POLICY.ambiguous)
    .describe('disagreement of the model’s samples above which a verdict is ambiguous, from 0 to 1'),
  samples: z.int().min(1).max(20).default(5).describe('how many alternatives to ask the model for'),
  countCosmetic: z.boolean().default(false).describe('let changes of white space or comments alone count as changes'),
});

export type Policy = z.infer<typeof policySchema>;

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
      flag: `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      kind: typeof byDefault === 'boolean' ? 'boolean' : 'number',
      byDefault,
      description: policySchema.shape[name].description ?? '',
    };
  });
}

/** Parses flags as they were typed. Throws an ExpectedFailure that names the flag and what it takes. */
export function policyFromFlags(flags: Readonly<Record<string, unknown>>): Policy {
  const given: Record<string, unknown> = {};
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
}

export function readEnvironment(env: NodeJS.ProcessEnv, isTerminal: boolean, home: string): Environment {
  const present = (name: string) => env[name] !== undefined && env[name] !== '';
  return {
    color: present('FORCE_COLOR') ? env.FORCE_COLOR !== '0' : isTerminal && !present('NO_COLOR') && env.TERM !== 'dumb',
    ci: present('CI') && env.CI !== 'false',
    parser: env.PALIMPSEST_PARSER === 'wasm' ? 'wasm' : 'native-first',
    cacheFolder: `${present('XDG_CACHE_HOME') ? env.XDG_CACHE_HOME : `${home}/.cache`}/palimpsest`,
  };
}

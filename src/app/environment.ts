// The variables of the App's environment: what each takes, what it is for, what holds without it.

import { z } from 'zod';

/** What a variable takes, in words; whether what stands there is never to be shown. */
export interface About {
  readonly takes: string;
  readonly description: string;
  readonly isSecret?: true;
  /** What the table shows for a variable that need not be set. */
  readonly byDefault?: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const LOG_FORMATS = ['json', 'pretty'] as const;

const text = (about: About, pattern = /./su) =>
  z
    .string()
    .regex(pattern)
    .optional()
    .meta({ ...about });
const secret = (about: About, pattern?: RegExp) => text({ ...about, isSecret: true }, pattern);
const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));
const yesOrNo = z.enum(['true', 'false']).transform((given) => given === 'true');
const httpUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => !/[?#@]/.test(url))
  .transform((url) => url.replace(/\/+$/, ''));

const PORT_NUMBER = 'a whole number from 0 to 65535';
const YES_OR_NO = 'true or false';

/** Every variable, in the order of the README's table. */
export const environmentSchema = z.object({
  HOST: text(
    {
      takes: 'a name or an address of this machine',
      description: 'What to listen on; `0.0.0.0` for all of the machine’s addresses.',
      byDefault: 'localhost',
    },
    /^[\w.:[\]-]+$/,
  ),
  PORT: whole(0, 65_535)
    .default(3_000)
    .meta({ takes: PORT_NUMBER, description: 'The port to listen on; 0 takes a free one.', byDefault: '3000' }),
  WORKER_PORT: whole(0, 65_535).optional().meta({
    takes: PORT_NUMBER,
    description:
      'Where a process of `npm run start:worker` answers `/healthz`, `/readyz` and `/metrics`; without it nowhere.',
  }),
  BASE_URL: httpUrl.optional().meta({
    takes: 'an address that begins with http:// or https://, without a query',
    description: 'Where people and GitHub reach the App, for links and for the webhook that is registered.',
  }),
  DATA_DIR: text({
    takes: 'a folder',
    description: 'Where the embedded database lies, and the credentials that the setup in the browser brings.',
    byDefault: '.palimpsest',
  }),
  DATABASE_URL: secret(
    {
      takes: 'postgres://USER:PASSWORD@HOST/DATABASE',
      description: 'A PostgreSQL instead of the embedded database; any number of processes may use it.',
    },
    /^postgres(ql)?:\/\/\S+$/,
  ),
  DATA_KEY: secret(
    {
      takes: 'at least 32 characters, such as those of `openssl rand -base64 32`',
      description: 'What is kept is encrypted with it.',
    },
    /^.{32,}$/su,
  ),
  DATA_KEY_FORMER: secret(
    {
      takes: 'the DATA_KEY of before',
      description: 'For one start after another key was set: what it encrypted is encrypted anew.',
    },
    /^.{32,}$/su,
  ),
  BLOB_CACHE_MB: whole(1, 100_000).default(512).meta({
    takes: 'a whole number from 1 to 100000',
    description: 'How much of the contents of files is kept, so that they need not be read again, in megabytes.',
    byDefault: '512',
  }),
  APP_ID: whole(1, 999_999_999).optional().meta({
    takes: 'the number that GitHub shows as App ID',
    description: 'Which App it is; without it the App starts in its setup, in the browser.',
  }),
  PRIVATE_KEY: secret({
    takes: 'the text of the .pem file that GitHub gave, as it is, with \\n for its line ends, or in base64',
    description: 'The private key of the App.',
  }),
  PRIVATE_KEY_PATH: text({ takes: 'the path of the .pem file that GitHub gave', description: 'The same as a file.' }),
  WEBHOOK_SECRET: secret(
    { takes: 'at least 8 characters, the same as at GitHub', description: 'What GitHub signs its webhooks with.' },
    /^.{8,}$/su,
  ),
  GHE_HOST: text(
    {
      takes: 'a host, with its port where that is not the usual one',
      description: 'A GitHub Enterprise Server instead of github.com.',
    },
    /^[\w.-]+(:\d{1,5})?$/,
  ),
  GHE_PROTOCOL: z
    .enum(['https', 'http'])
    .default('https')
    .meta({ takes: 'https or http', description: 'How that server is reached.', byDefault: 'https' }),
  GH_ORG: text(
    {
      takes: 'the name of an organisation',
      description: 'Who shall own the App that the setup registers; you, when not given.',
    },
    /^[\w-]+$/,
  ),
  PACE_WRITES: yesOrNo.default(true).meta({
    takes: YES_OR_NO,
    description:
      'Whether comments and check runs are spaced as GitHub asks; a server without rate limits needs none of it.',
    byDefault: 'true',
  }),
  MODELS_FILE: text({
    takes: 'the path of a file',
    description: 'The list of models that repositories may name; without it the embedded one.',
  }),
  ALLOW_PRIVATE_ADDRESSES: yesOrNo.default(false).meta({
    takes: YES_OR_NO,
    description: 'Whether models may be at loopback, private and link-local addresses.',
    byDefault: 'false',
  }),
  WORKERS: whole(1, 64).optional().meta({
    takes: 'a whole number from 1 to 64',
    description: 'How many tasks one process does at once.',
    byDefault: 'one less than the machine has cores',
  }),
  REVIEW_EVERY_DAYS: whole(0, 365).default(7).meta({
    takes: 'a whole number from 0 to 365',
    description: 'How often each repository is reviewed as a whole, in days; 0 for never.',
    byDefault: '7',
  }),
  METRICS_TOKEN: secret(
    {
      takes: 'at least 16 characters',
      description: 'Who sends it as `Authorization: Bearer …` may read `/metrics`; without it only this machine may.',
    },
    /^\S{16,}$/,
  ),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default('info')
    .meta({ takes: LOG_LEVELS.join(', '), description: 'What is logged, to standard output.', byDefault: 'info' }),
  LOG_FORMAT: z
    .enum(LOG_FORMATS)
    .default('json')
    .meta({ takes: LOG_FORMATS.join(' or '), description: 'How.', byDefault: 'json' }),
});

export type VariableName = keyof typeof environmentSchema.shape;
export type Variables = z.infer<typeof environmentSchema>;

/** Every variable, in the order of the README's table. */
export const VARIABLE_NAMES = Object.keys(environmentSchema.shape) as readonly VariableName[];

export function aboutVariable(name: VariableName): About {
  return environmentSchema.shape[name].meta() as unknown as About;
}

// What the operator says, read once at the start: the environment by its schema, and the credentials that the setup kept.

import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import { visible } from '../report/visible.ts';
import { type Secret, Secrets } from '../secrets.ts';
import { type Credentials, pemOf, readKeptCredentials } from './credentials.ts';
import { aboutVariable, environmentSchema, VARIABLE_NAMES, type VariableName, type Variables } from './environment.ts';

export type GivenEnvironment = Readonly<Record<string, string | undefined>>;

/** The settings of one process. */
export interface AppSettings {
  readonly host: string;
  /** 0: a free one. */
  readonly port: number;
  /** Where a process that only works answers; `null`: nowhere. */
  readonly workerPort: number | null;
  /** Without a slash at its end. */
  readonly baseUrl: string | null;
  readonly dataDir: string;
  /** `null`: the embedded database. */
  readonly databaseUrl: Secret | null;
  readonly dataKey: Secret | null;
  /** The one before, of what is not encrypted anew yet. */
  readonly formerDataKey: Secret | null;
  /** Of all file contents that are kept together. */
  readonly mostBlobBytes: number;
  /** `null`: the setup is to be done. */
  readonly credentials: Credentials | null;
  readonly gitHub: GitHubPlace;
  readonly modelsFile: string | null;
  readonly allowsPrivateAddresses: boolean;
  /** Tasks at once. */
  readonly workers: number;
  /** How often each repository is reviewed, in days; 0: never. */
  readonly reviewEveryDays: number;
  readonly metricsToken: Secret | null;
  readonly log: Pick<Variables, 'LOG_LEVEL' | 'LOG_FORMAT'>;
  /** All that must not be printed. */
  readonly secrets: Secrets;
}

export interface GitHubPlace {
  /** `https://api.github.com`, or `https://HOST/api/v3`. */
  readonly apiUrl: string;
  /** `https://github.com`, or `https://HOST`. */
  readonly serverUrl: string;
  /** Who shall own the App that the setup registers; `null`: whoever does the setup. */
  readonly organisation: string | null;
  /** Whether writes are spaced as GitHub asks. */
  readonly isPaced: boolean;
}

/** Throws an ExpectedFailure with a line for each variable that is wrong; no secret stands in it. */
export function readAppSettings(env: GivenEnvironment): AppSettings {
  const given = variablesOf(env);
  const dataDir = given.DATA_DIR ?? '.palimpsest';
  const named = credentialsOf(given);
  const kept =
    named ??
    readKeptCredentials(
      dataDir,
      [given.DATA_KEY, given.DATA_KEY_FORMER].filter((key) => key !== undefined),
    );
  const secretVariables = VARIABLE_NAMES.filter((name) => aboutVariable(name).isSecret === true);
  const secrets = new Secrets({
    ...Object.fromEntries(secretVariables.map((name) => [name, env[name]])),
    'the private key': kept?.privateKey,
    'the webhook secret': kept?.webhookSecret,
    'the password of the database': passwordIn(given.DATABASE_URL),
  });
  for (const name of [...secretVariables, 'the private key', 'the webhook secret', 'the password of the database']) {
    secrets.read(name); // from here on it is masked in whatever is printed
  }
  return {
    host: given.HOST ?? 'localhost',
    port: given.PORT,
    workerPort: given.WORKER_PORT ?? null,
    baseUrl: given.BASE_URL ?? null,
    dataDir,
    databaseUrl: secrets.read('DATABASE_URL'),
    dataKey: secrets.read('DATA_KEY'),
    formerDataKey: secrets.read('DATA_KEY_FORMER'),
    mostBlobBytes: given.BLOB_CACHE_MB * 1024 * 1024,
    credentials: kept === null ? null : credentials(kept, secrets),
    gitHub: gitHubPlace(given),
    modelsFile: given.MODELS_FILE ?? null,
    allowsPrivateAddresses: given.ALLOW_PRIVATE_ADDRESSES,
    workers: given.WORKERS ?? Math.max(1, availableParallelism() - 1),
    reviewEveryDays: given.REVIEW_EVERY_DAYS,
    metricsToken: secrets.read('METRICS_TOKEN'),
    log: given,
    secrets,
  };
}

const REMEDY = 'The README lists what the App reads from its environment.';

/** What is set to nothing is not set. */
function variablesOf(env: GivenEnvironment): Variables {
  const given = Object.fromEntries(
    VARIABLE_NAMES.flatMap((name) => (env[name]?.trim() ? [[name, env[name]?.trim()]] : [])),
  );
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = [...new Set(parsed.error.issues.map(({ path }) => path[0] as VariableName))];
  throw new ExpectedFailure('bad-setting', wrong.map((name) => mistake(name, given[name] ?? '')).join('\n'), REMEDY);
}

const SHOWN_CHARACTERS = 80;

function mistake(name: VariableName, value: string): string {
  const { takes, isSecret } = aboutVariable(name);
  const shown = value.length > SHOWN_CHARACTERS ? `${value.slice(0, SHOWN_CHARACTERS)}…` : value;
  return `${name} is ${isSecret ? 'set to something else' : `“${visible(shown)}”`}; it takes ${takes}`;
}

/** The three that belong together; `null` when none is set. */
function credentialsOf(given: Variables) {
  const { APP_ID, PRIVATE_KEY, PRIVATE_KEY_PATH, WEBHOOK_SECRET } = given;
  const key = PRIVATE_KEY ?? PRIVATE_KEY_PATH;
  if (APP_ID === undefined && key === undefined && WEBHOOK_SECRET === undefined) return null;
  const missing = [
    ...(APP_ID === undefined ? ['APP_ID'] : []),
    ...(key === undefined ? ['PRIVATE_KEY or PRIVATE_KEY_PATH'] : []),
    ...(WEBHOOK_SECRET === undefined ? ['WEBHOOK_SECRET'] : []),
  ];
  if (APP_ID === undefined || key === undefined || WEBHOOK_SECRET === undefined) {
    throw new ExpectedFailure(
      'bad-setting',
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set, beside others that belong to ${missing.length === 1 ? 'it' : 'them'}`,
      'Set APP_ID, PRIVATE_KEY (or PRIVATE_KEY_PATH) and WEBHOOK_SECRET, or none of them for the setup in the browser.',
    );
  }
  const name = PRIVATE_KEY === undefined ? 'PRIVATE_KEY_PATH' : 'PRIVATE_KEY';
  const privateKey = pemOf(PRIVATE_KEY ?? readKey(key));
  if (privateKey === null) {
    throw new ExpectedFailure(
      'bad-setting',
      `${name} holds no private key; it takes ${aboutVariable(name).takes}`,
      REMEDY,
    );
  }
  return { appId: APP_ID, privateKey, webhookSecret: WEBHOOK_SECRET };
}

function readKey(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === undefined) throw error;
    throw new ExpectedFailure('not-readable', `PRIVATE_KEY_PATH: ${visible(path)} cannot be read (${code})`, REMEDY);
  }
}

function credentials(kept: NonNullable<ReturnType<typeof credentialsOf>>, secrets: Secrets): Credentials {
  const privateKey = secrets.read('the private key');
  const webhookSecret = secrets.read('the webhook secret');
  if (privateKey === null || webhookSecret === null) throw new Error('credentials without a secret');
  return { appId: kept.appId, privateKey, webhookSecret };
}

function gitHubPlace({ GHE_HOST, GHE_PROTOCOL, GH_ORG, PACE_WRITES }: Variables): GitHubPlace {
  const serverUrl = GHE_HOST === undefined ? 'https://github.com' : `${GHE_PROTOCOL}://${GHE_HOST}`;
  const apiUrl = GHE_HOST === undefined ? 'https://api.github.com' : `${serverUrl}/api/v3`;
  return { serverUrl, apiUrl, organisation: GH_ORG ?? null, isPaced: PACE_WRITES };
}

function passwordIn(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { password } = new URL(url);
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}

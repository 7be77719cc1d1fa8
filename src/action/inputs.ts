// The inputs of a workflow step: one schema that action.yml and the README's table are made from.

import { z } from 'zod';
import { SETTINGS_PATH } from '../config.ts';
import { ExpectedFailure } from '../errors.ts';
import { visible } from '../report/visible.ts';
import type { Secret, Secrets } from '../secrets.ts';
import { facts, type InputFacts, input } from './input-facts.ts';
import { branch, globs, LONGEST, oneOf, optional, optionalNumber, path, word } from './input-forms.ts';
import { requireForTraining, type TrainingInputs, trainingInputs } from './training-inputs.ts';

/** As the step's `with` says; every one has a default. */
export interface ActionInputs extends TrainingInputs {
  readonly githubToken: string;
  readonly provider: 'embedded' | 'openai';
  /** Of the provider; with `embedded`, what the team's own model is called, whose shadow the embedded one then is. */
  readonly model: string | null;
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  readonly trainedAt: string | null;
  /** Path of the settings file on the default branch. */
  readonly config: string;
  readonly failOn: 'never' | 'stale';
  /** Points that a change may cost freshness; `null` for no bound. */
  readonly maximumDrop: number | null;
  readonly comment: 'changes' | 'always' | 'never';
  /** `null`: as the settings file says. */
  readonly samples: number | null;
  readonly maxMethods: number | null;
  /** Globs, `!` excludes; empty for every path. */
  readonly paths: readonly string[];
  readonly dataBranch: string;
  /** Without slashes at its ends; `''` for the whole repository. */
  readonly workingDirectory: string;
}

const SHOWN_CHARACTERS = 60;
/** Whatever a secret is, it is not printed, in no message. */
const SECRET_INPUTS: ReadonlySet<string> = new Set(['github-token', 'api-key']);

/** Every input by its name in a workflow, in the order in which it is shown. Each schema reads the text that the runner hands over. */
export const inputsSchema = z.object({
  'github-token': input(word, {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow's, for the runner
    byDefault: '${{ github.token }}',
    description: 'The token to read the repository and to report with.',
    takes: 'a token, by default the one of the workflow',
  }),
  provider: input(oneOf('embedded', 'openai'), {
    byDefault: 'embedded',
    description:
      'Who writes the methods: `embedded`, the project memory that needs nothing, or `openai`, any server that speaks OpenAI’s protocol.',
    takes: 'embedded or openai',
  }),
  model: input(optional, {
    byDefault: '',
    description:
      'What the model is called: by the server with `openai`; with `embedded` the name of your own model, whose shadow the embedded one then is.',
    takes: `the name of a model, of at most ${LONGEST} characters`,
  }),
  'base-url': input(optional, {
    byDefault: '',
    description: 'Where the server of `openai` is, such as `https://models.example.org/v1`.',
    takes: 'a URL',
  }),
  'api-key': input(optional, {
    byDefault: '',
    description: 'The key that the server asks for; always from a secret.',
    takes: 'a key, from a secret',
  }),
  'trained-at': input(optional.pipe(z.union([z.null(), z.string().regex(/^[^\s-]\S*$/)])), {
    byDefault: '',
    description:
      'The tag, branch or commit that your model was trained at; without it the embedded model is trained at the default branch on the first run, and stays there until it is trained again.',
    takes: 'a tag, a branch or a commit',
  }),
  ...trainingInputs,
  config: path
    .refine((text) => text !== '')
    .register(facts, {
      byDefault: SETTINGS_PATH,
      description: 'The settings file; it is read from the default branch, never from a pull request.',
      takes: 'a path from the root of the repository, with forward slashes and without `..`',
    }),
  'fail-on': input(oneOf('never', 'stale'), {
    byDefault: 'never',
    description: '`stale` makes the check fail while the model is stale by the policy of the settings file.',
    takes: 'never or stale',
  }),
  'maximum-drop': input(optionalNumber(/^\d+(\.\d+)?$/, z.number().min(0).max(100)), {
    byDefault: '',
    description: 'The check fails when one change costs more points of freshness than that; empty for no bound.',
    takes: 'points from 0 to 100, such as 0.5',
  }),
  comment: input(oneOf('changes', 'always', 'never'), {
    byDefault: 'changes',
    description:
      'When to comment: `changes` only when a method is neither reproduced nor familiar, `always`, or `never`.',
    takes: 'changes, always or never',
  }),
  samples: input(optionalNumber(/^\d+$/, z.int().min(1).max(20)), {
    byDefault: '',
    description: 'How many alternatives to ask the model for; empty for what the settings file says.',
    takes: 'a whole number from 1 to 20',
  }),
  'max-methods': input(optionalNumber(/^\d+$/, z.int().min(0)), {
    byDefault: '',
    description: 'The most methods that a run asks a language model for; the report names those left out.',
    takes: 'a whole number',
  }),
  paths: input(globs, {
    byDefault: '',
    description: 'Globs of the files that count, one a line, from the root of the repository; `!` excludes.',
    takes: 'globs from the root of the repository, one a line, such as `payments/**` and `!**/generated/**`',
  }),
  'data-branch': input(branch, {
    byDefault: 'palimpsest-data',
    description: 'The branch that ledger, history and badge are kept on; it is made when it is needed.',
    takes: 'the name of a branch, without refs/heads/',
  }),
  'working-directory': input(path, {
    byDefault: '',
    description:
      'The folder of the project in a repository of several; each has a model, a ledger and a section of the comment of its own.',
    takes: 'a path from the root of the repository, with forward slashes and without `..`',
  }),
});

export type InputName = keyof typeof inputsSchema.shape;

export interface InputDefinition extends InputFacts {
  readonly name: InputName;
}

/** Every input in the order of the schema. */
export function inputDefinitions(): InputDefinition[] {
  return inputsSchema.keyof().options.map((name) => ({ name, ...factsOf(name) }));
}

/** The inputs that are secret, for whoever masks them; each is remembered by `secrets` from then on. */
export function readSecretInputs(secrets: Secrets): Secret[] {
  return [...SECRET_INPUTS].flatMap((name) => secrets.read(variableOf(name)) ?? []);
}

/**
 * Reads `INPUT_*` as the runner sets them; what is missing or empty has its default. Throws an ExpectedFailure that names
 * the input, what it got (unless it is a secret) and what it takes.
 */
export function readInputs(env: Readonly<Record<string, string | undefined>>): ActionInputs {
  const read = <Name extends InputName>(name: Name) => readInput(name, env[variableOf(name)] ?? '');
  const inputs = {
    githubToken: read('github-token'),
    provider: read('provider'),
    model: read('model'),
    baseUrl: read('base-url'),
    apiKey: read('api-key'),
    trainedAt: read('trained-at'),
    trainer: read('trainer') === 'openai' ? ('openai' as const) : null,
    baseModel: read('base-model'),
    epochs: read('epochs') ?? 5,
    maxTrainingTokens: read('max-training-tokens'),
    config: read('config'),
    failOn: read('fail-on'),
    maximumDrop: read('maximum-drop'),
    comment: read('comment'),
    samples: read('samples'),
    maxMethods: read('max-methods'),
    paths: read('paths'),
    dataBranch: read('data-branch'),
    workingDirectory: read('working-directory'),
  };
  if (inputs.provider === 'embedded' && inputs.baseUrl !== null) throw forNothing('base-url');
  if (inputs.provider === 'embedded' && inputs.apiKey !== null) throw forNothing('api-key');
  if (inputs.trainer !== null) requireForTraining(inputs);
  return inputs;
}

function forNothing(name: InputName): ExpectedFailure {
  return new ExpectedFailure(
    'bad-setting',
    `the input ${name} is given, and the embedded model asks nobody`,
    `Add \`provider: openai\`, or leave ${name} out.`,
  );
}

/** The runner's own spelling: upper case, spaces as underscores, hyphens kept. */
function variableOf(name: string): string {
  return `INPUT_${name.toUpperCase()}`;
}

function readInput<Name extends InputName>(name: Name, text: string): z.infer<typeof inputsSchema>[Name] {
  const { byDefault, takes } = factsOf(name);
  const trimmed = text.trim();
  // the token's default is an expression, which the runner alone can tell
  const given = trimmed === '' && !byDefault.startsWith('${{') ? byDefault : trimmed;
  const parsed = inputsSchema.shape[name].safeParse(given);
  if (parsed.success) return parsed.data as z.infer<typeof inputsSchema>[Name];
  const what = given === '' ? 'is empty' : SECRET_INPUTS.has(name) ? 'cannot be read' : `does not take ${shown(given)}`;
  const [issue] = parsed.error.issues;
  const why = issue?.code === 'custom' && issue.path.length > 0 ? `: ${issue.message}` : '';
  throw new ExpectedFailure('bad-setting', `the input ${name} ${what}${why}`, `It takes ${takes}.`);
}

function factsOf(name: InputName): InputFacts {
  const found = facts.get(inputsSchema.shape[name]);
  if (found === undefined) throw new Error(`the input ${name} is not described`);
  return found;
}

function shown(text: string): string {
  const short = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
  return `"${visible(short)}"`;
}

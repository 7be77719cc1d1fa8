// What an operator says of the models at hand: the schema of the file that `--models` names.

import { z } from 'zod';
import { DEFAULT_PROMOTION_POLICY } from '../core/promotion.ts';
import { PROMPT_FORMATS } from '../core/prompt-format.ts';

const perMillion = z.number().min(0);

const priceSchema = z.strictObject({
  input: perMillion.describe('of a million tokens of prompt'),
  output: perMillion.describe('of a million tokens of answer'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters, such as EUR')
    .default('USD')
    .describe('three letters, as in ISO 4217'),
});

export const PRICE_SETTINGS: readonly string[] = priceSchema.keyof().options;

/** What is said of every language model, whoever serves it. */
const languageModel = {
  format: z.enum(PROMPT_FORMATS).default('chat').describe('how it is asked'),
  javadoc: z
    .boolean()
    .default(true)
    .describe('whether it is shown the method’s javadoc; false for one that was trained on bodies alone'),
  'context-tokens': z
    .int()
    .min(256)
    .default(8_192)
    .describe('its window, in tokens, as it is served: prompt and answer together'),
  'max-tokens': z.int().min(1).default(1_024).describe('tokens of one answer, at most'),
  temperature: z
    .number()
    .min(0)
    .max(2)
    .default(0)
    .describe('of the answer that is scored; 0 takes the likeliest token'),
  'sample-temperature': z
    .number()
    .min(0)
    .max(2)
    .default(0.8)
    .describe('of the further answers, which show whether it agrees with itself'),
  concurrency: z.int().min(1).max(256).optional().describe('requests under way at once, at most'),
  price: priceSchema.optional().describe('what tokens cost: input and output, each for a million, and the currency'),
  'trained-at': z.string().min(1).optional().describe('the revision of the project that it was trained on'),
  'base-model': z.string().min(1).optional().describe('the model that was specialised'),
  card: z
    .string()
    .min(1)
    .optional()
    .describe('path of its card, as `specialize` writes it: what it was trained on, and with what'),
  tokenizer: z
    .string()
    .min(1)
    .optional()
    .describe('path of its tokenizer.json; without one, tokens are estimated, on the safe side'),
};

/** How triggers train a model again, when nobody is there to say it. */
export const specializeSchema = z
  .strictObject({
    trainer: z.enum(['openai', 'command']).describe('who trains: the same server, or a program of the operator’s own'),
    'base-model': z.string().min(1).describe('what is specialised, as the trainer knows it'),
    epochs: z.int().min(1).max(100).default(5).describe('how often the training set is learned'),
    recipe: z
      .enum(['javadoc', 'bodies', 'recent'])
      .default('javadoc')
      .describe('what is learned: bodies with their javadoc, bodies alone, or what changed within 90 days three times'),
    seed: z.int().min(0).max(2_147_483_647).default(1).describe('of whatever the trainer draws by lot'),
    'batch-size': z.int().min(1).optional().describe('openai: examples of a step; the server’s choice without it'),
    'learning-rate-multiplier': z
      .number()
      .positive()
      .optional()
      .describe('openai: on the rate that the server would choose'),
    'most-tokens': z
      .int()
      .min(1)
      .optional()
      .describe('openai: an order of more tokens × epochs is not placed; no bound without it'),
    command: z
      .string()
      .min(1)
      .optional()
      .describe('command: the program; when it ends, the model that it names is served at the base URL'),
    args: z.array(z.string()).optional().describe('command: its arguments'),
    'least-changes': z
      .int()
      .min(1)
      .default(DEFAULT_PROMOTION_POLICY.leastChanges)
      .describe('changed methods since the model was trained without which another takes its place never'),
    'probe-size': z.int().min(1).default(300).describe('unchanged methods that both write, to see what was forgotten'),
  })
  .superRefine((given, context) => {
    if (given.trainer === 'command' && given.command === undefined) {
      context.addIssue({ code: 'custom', path: ['command'], message: 'which program trains' });
    }
    for (const name of given.trainer === 'openai' ? COMMANDS : SERVICES) {
      if (given[name] !== undefined) {
        context.addIssue({ code: 'custom', path: [name], message: `not for the trainer ${given.trainer}` });
      }
    }
  })
  .meta({ id: 'Specialize', title: 'How a model is trained again' });

const COMMANDS = ['command', 'args'] as const;
const SERVICES = ['batch-size', 'learning-rate-multiplier', 'most-tokens'] as const;

export const SPECIALIZE_SETTINGS: readonly string[] = specializeSchema.keyof().options;

export type SpecializeEntry = z.infer<typeof specializeSchema>;

const openaiSchema = z
  .strictObject({
    provider: z.literal('openai').describe('any server that speaks OpenAI’s protocol'),
    model: z.string().min(1).describe('the model, as the server calls it'),
    'base-url': z.string().min(1).describe('where the server is: http://127.0.0.1:8000/v1'),
    'api-key-env': z
      .string()
      .regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'the name of an environment variable, not the key itself')
      .default('PALIMPSEST_API_KEY')
      .describe('the environment variable that holds the key, if the server asks for one'),
    timeout: z.number().positive().max(300).optional().describe('seconds for one answer, at most 300'),
    retries: z.int().min(0).max(20).optional().describe('how often a request is sent again'),
    'extra-body': z.record(z.string(), z.json()).optional().describe('fields for this server alone, sent as they are'),
    specialize: specializeSchema
      .optional()
      .describe('how triggers of the GitHub App train it again: trainer, base-model and more; with trained-at alone'),
    ...languageModel,
  })
  .superRefine((given, context) => {
    if (given.specialize !== undefined && given['trained-at'] === undefined) {
      context.addIssue({ code: 'custom', path: ['trained-at'], message: 'since when the two are compared' });
    }
  })
  .meta({ id: 'OpenAiModel', title: 'A model behind a server' });

const ggufSchema = z
  .strictObject({
    provider: z.literal('gguf').describe('weights in a file, run in process'),
    path: z.string().min(1).describe('the GGUF file'),
    lora: z.string().min(1).optional().describe('a LoRA adapter in GGUF'),
    threads: z.int().min(1).max(256).optional().describe('threads to count with; one for each core by default'),
    ...languageModel,
  })
  .meta({ id: 'GgufModel', title: 'A model in a file' });

const commandSchema = z
  .strictObject({
    provider: z.literal('command').describe('a local program'),
    command: z.string().min(1).describe('the program, by path or by name'),
    args: z.array(z.string()).default([]).describe('its arguments'),
    model: z.string().min(1).optional().describe('what the model is called; without it, as the program'),
    timeout: z.number().positive().optional().describe('seconds for one answer'),
    ...languageModel,
  })
  .meta({ id: 'CommandModel', title: 'A model behind a program' });

const embeddedSchema = z
  .strictObject({
    provider: z.literal('embedded').describe('the project memory, which needs nothing'),
    path: z.string().min(1).optional().describe('its model file; without one, what `train` left in the clone'),
  })
  .meta({ id: 'EmbeddedModel', title: 'The embedded model' });

/** By the name of the provider. A new provider is one schema here and one line where providers are composed. */
export const ENTRY_SCHEMAS = {
  openai: openaiSchema,
  gguf: ggufSchema,
  command: commandSchema,
  embedded: embeddedSchema,
} as const;

export type ProviderName = keyof typeof ENTRY_SCHEMAS;

export function isProvider(name: string): name is ProviderName {
  return Object.hasOwn(ENTRY_SCHEMAS, name);
}

export type ModelEntry = z.infer<(typeof ENTRY_SCHEMAS)[ProviderName]>;
export type LanguageModelEntry = Exclude<ModelEntry, { provider: 'embedded' }>;

/** A name on the command line; a colon would make it a provider's. */
export const MODEL_NAME = /^[\w][\w./@+-]*$/;

const modelsSchema = z
  .strictObject({
    models: z
      .record(
        z.string().regex(MODEL_NAME),
        z.discriminatedUnion('provider', [openaiSchema, ggufSchema, commandSchema, embeddedSchema]),
      )
      .describe('models by the name that --model takes'),
  })
  .meta({
    title: 'Palimpsest models',
    description: 'Models that `--models FILE` brings: the operator’s own file, never read from a repository by itself.',
  });

/** The published JSON Schema. */
export function modelsJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(modelsSchema, {
      target: 'draft-2020-12',
      io: 'input',
      override: ({ jsonSchema }) => {
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    }),
  };
}

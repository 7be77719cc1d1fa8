// What a training set is: how it was made, what is in it, what was left out and why.

import type { PromptFormat } from './prompt-format.ts';

/**
 * What a model learns. `bodies`: each body after the prompt that inference sends, without the unit's javadoc; `javadoc`: the
 * same with it; `files`: whole files as text; `recent`: bodies, those that changed lately more often; `incremental`: the units
 * that changed since a card's revision, mixed with others; `dependencies`: bodies of this project and of its direct
 * dependencies, an idea that nobody has validated.
 */
export const RECIPES = ['bodies', 'javadoc', 'files', 'recent', 'incremental', 'dependencies'] as const;

export type Recipe = (typeof RECIPES)[number];

export const DATASET_SPLITS = ['train', 'validation', 'test'] as const;

/** `validation`: other files than those that are trained on. `test`: what changed last, where a part by time was asked for. */
export type DatasetSplit = (typeof DATASET_SPLITS)[number];

/** The forms in which a training set is written, each a folder with a file for each split: `trl/train.jsonl`. */
export const DATASET_FORMS = ['trl', 'chat', 'text'] as const;

/**
 * `trl`: lines of `prompt` and `completion`; `chat`: lines of `messages`, as hosted APIs take them; `text`: lines of `text`,
 * prompt and body as one, with the special tokens of a fill-in-the-middle format where that is the format.
 */
export type DatasetForm = (typeof DATASET_FORMS)[number];

/** In every split; tokens by the counter that the card names. */
export interface SplitCounts {
  readonly examples: number;
  readonly files: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

export const DATASET_LEFT_OUT = [
  'test',
  'generated',
  'vendored',
  'empty-body',
  'partly-parsed',
  'near-duplicate',
  'secret',
  'too-long',
  'unreadable',
] as const;

export type DatasetLeftOut = (typeof DATASET_LEFT_OUT)[number];

/** `dataset-card.json` in the folder of a training set. Dates are ISO 8601. */
export interface DatasetCard {
  readonly schemaVersion: 1;
  readonly recipe: Recipe;
  /** `RepositoryReader.identity`; `null` for a plain directory. */
  readonly project: string | null;
  readonly revision: string;
  readonly committedAt: string | null;
  /** The later state that the test part is of: units that changed since `revision`. `null` without a part by time. */
  readonly testRevision: string | null;
  /** What the recipe was told: `recent-days`, `mix`, `since`, the dependencies that were found. */
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly format: PromptFormat;
  /** `PROMPT_VERSION` of the prompts. */
  readonly promptVersion: number;
  /** Tokens of a prompt with its answer, at most; and of an answer. */
  readonly contextTokens: number;
  readonly maxTokens: number;
  /** What counted the tokens: the name of a tokenizer's file, or `estimated`. */
  readonly tokenizer: string;
  readonly seed: number;
  readonly splits: Readonly<Record<DatasetSplit, SplitCounts>>;
  readonly leftOut: readonly DatasetLeftOutRow[];
  /** The forms that are there; the hash is the same whichever are. */
  readonly forms: readonly DatasetForm[];
  /** SHA-256 over the digests of the splits, each over its examples in their order, whatever forms they are written in: same hash, same data. */
  readonly hash: string;
}

/** `units` are those of files that were read; whole files that their path tells are left out unread. */
export interface DatasetLeftOutRow {
  readonly reason: DatasetLeftOut;
  readonly files: number;
  readonly units: number;
}

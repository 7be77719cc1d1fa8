// What a training set is to be made of.

import type { DatasetCard, DatasetForm } from '../core/dataset-card.ts';
import type { Mix } from '../core/dataset-recipe.ts';
import type { PromptFormat } from '../core/prompt-format.ts';
import type { LibrarySources, RepositoryReader, Revision, SecretSearch, TreeWriter } from '../ports.ts';
import type { ChangesInput } from './dataset-changes.ts';

/** A recipe with what it has to know. */
export type RecipeRequest =
  | { readonly kind: 'bodies' | 'javadoc' | 'files' }
  /** What changed since `base` is learned `times` times. */
  | { readonly kind: 'recent'; readonly base: Revision; readonly times: number }
  /** What changed since `base`, and of the rest as much as the mix says, drawn by lot. */
  | { readonly kind: 'incremental'; readonly base: Revision; readonly mix: Mix }
  /** Besides the project's own bodies those of these libraries, to train on alone. */
  | { readonly kind: 'dependencies'; readonly libraries: readonly LibrarySources[] };

export interface DatasetInput extends ChangesInput {
  readonly secrets: SecretSearch;
  readonly repository: RepositoryReader;
  /** What is trained on. */
  readonly revision: Revision;
  /** The units that changed from `revision` to here are the test part; `null` for no such part. */
  readonly testedAt: Revision | null;
  readonly recipe: RecipeRequest;
  readonly format: PromptFormat;
  /** Tokens of a prompt with its answer, at most; and of an answer. */
  readonly contextTokens: number;
  readonly maxTokens: number;
  readonly tokens: { readonly count: (text: string) => number; readonly name: string };
  /** The share of files that validate, in [0, 1). */
  readonly validationShare: number;
  readonly seed: number;
  /** `null`: every form that the format has. */
  readonly forms: readonly DatasetForm[] | null;
  readonly parameters: DatasetCard['parameters'];
  readonly outputDirectory: string;
  readonly output: TreeWriter;
  /** What describes the training set, by file name: the card as JSON, and for people. */
  readonly describe: (card: DatasetCard) => Readonly<Record<string, string>>;
}

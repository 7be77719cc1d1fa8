// A training set in words, the same on every surface.

import {
  DATASET_SPLITS,
  type DatasetCard,
  type DatasetLeftOut,
  type DatasetLeftOutRow,
  type Recipe,
} from '../core/dataset-card.ts';
import { count, grouped, list } from './words.ts';

export const SPLIT_HEADINGS = ['', 'examples', 'files', 'prompt tokens', 'answer tokens'] as const;

/** A row for each part. */
export function splitRows({ splits }: DatasetCard): string[][] {
  return DATASET_SPLITS.map((split) => {
    const { examples, files, promptTokens, completionTokens } = splits[split];
    return [split, ...[examples, files, promptTokens, completionTokens].map((number) => grouped(String(number)))];
  });
}

export function recipeWords(recipe: Recipe): string {
  switch (recipe) {
    case 'bodies':
      return 'method bodies, asked for without their javadoc';
    case 'javadoc':
      return 'method bodies, asked for with their javadoc';
    case 'files':
      return 'whole files';
    case 'recent':
      return 'method bodies, those that changed lately more often';
    case 'incremental':
      return 'the methods that changed since an earlier training, mixed with others';
    case 'dependencies':
      return 'method bodies of this project and of its direct dependencies, an idea that nobody has validated';
    default:
      return recipe satisfies never;
  }
}

/** `12 methods near duplicates of what is tested with`. */
export function leftOutItem({ reason, files, units }: DatasetLeftOutRow): string {
  const what = units > 0 ? count(units, 'method') : count(files, 'file');
  return `${what} ${reasonWords(reason)}`;
}

function reasonWords(reason: DatasetLeftOut): string {
  switch (reason) {
    case 'test':
      return 'of tests';
    case 'generated':
      return 'of generated code';
    case 'vendored':
      return 'of vendored code';
    case 'empty-body':
      return 'with an empty body';
    case 'partly-parsed':
      return 'of files that do not parse in full';
    case 'near-duplicate':
      return 'nearly the same as what is validated or tested with';
    case 'secret':
      return 'with what looks like a secret';
    case 'too-long':
      return 'too long';
    case 'unreadable':
      return 'that cannot be read';
    default:
      return reason satisfies never;
  }
}

/** What a reader should know before training on it. */
export function datasetWarnings({ splits, format, recipe }: DatasetCard): string[] {
  const warnings: string[] = [];
  if (splits.validation.examples === 0) warnings.push('There is nothing to validate with');
  if (recipe !== 'files' && format === 'fim')
    warnings.push(
      'Only the server knows how it joins the text before a body and the text after it: for training choose the fim-… format of the model’s family',
    );
  if (recipe === 'dependencies')
    warnings.push('Nobody has shown that a model gains by learning its dependencies: compare it with one that did not');
  return warnings;
}

export function formsWords({ forms }: DatasetCard): string {
  return list(forms.map((form) => `${form}/`));
}

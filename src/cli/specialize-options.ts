// What `palimpsest specialize` was told.

import { basename, resolve } from 'node:path';
import { MODEL_NAME } from '../config/models-schema.ts';
import { ExpectedFailure } from '../errors.ts';
import type { RecipeOptions } from './dataset-options.ts';
import type { OutputOptions } from './present.ts';

export interface SpecializeOptions extends OutputOptions, Omit<RecipeOptions, 'form'> {
  readonly trainer: string;
  readonly outputDir: string;
  readonly dataset?: string;
  readonly baseModel?: string;
  readonly epochs?: string;
  readonly name?: string;
  readonly method?: 'lora' | 'qlora' | 'full';
  readonly config?: string;
  readonly trl?: string;
  readonly repo: string;
  readonly evaluate?: true;
}

/** What the result is called: the name of its folder, unless it was given one. */
export function runName({ name, outputDir }: SpecializeOptions): string {
  const called = name ?? basename(resolve(outputDir));
  if (MODEL_NAME.test(called)) return called;
  throw new ExpectedFailure(
    'bad-setting',
    `${JSON.stringify(called)} is no name for a model`,
    'Give one with --name: letters, digits and . _ - / @ + are taken.',
  );
}

// What is said of an input where it is shown: kept beside its schema.

import { z } from 'zod';

export interface InputFacts {
  /** In action.yml; the runner sets it where the step says nothing. */
  readonly byDefault: string;
  /** One sentence, for action.yml and the README. */
  readonly description: string;
  /** What it takes, after *It takes*. */
  readonly takes: string;
}

export const facts = z.registry<InputFacts>();

/** A schema of its own, for facts are kept by schema. */
export function input<Schema extends z.ZodType>(schema: Schema, said: InputFacts): Schema {
  const own = schema.clone();
  facts.add(own, said);
  return own;
}

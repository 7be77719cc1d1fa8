// How a schema is published, whatever it is of.

import { z } from 'zod';

/** The JSON Schema of a form that later versions may add fields to. */
export function publishedSchema(schema: z.ZodType): Record<string, unknown> {
  return z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    // The input side leaves objects open for the fields that later releases add; the output side would close them.
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
}

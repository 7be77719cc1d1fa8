// The published JSON Schema of the settings file: the schema of the settings, its keys as the file spells them.

import { z } from 'zod';
import { kebabCase, settingsSchema } from '../config.ts';

export function settingsJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(
    settingsSchema.meta({
      title: 'Palimpsest settings',
      description: 'What a repository decides for itself: .github/palimpsest.yml on its default branch.',
    }),
    {
      target: 'draft-2020-12',
      io: 'input',
      override: ({ jsonSchema }) => {
        if (jsonSchema.properties === undefined) return;
        const entries = Object.entries(jsonSchema.properties).map(([name, inner]) => [kebabCase(name), inner] as const);
        jsonSchema.properties = Object.fromEntries(entries);
      },
    },
  );
  return { ...schema };
}

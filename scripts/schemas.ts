// Writes the published JSON Schemas from their sources; with --check, fails when a file is stale.
// Usage: npx tsx scripts/schemas.ts [--check]

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settingsJsonSchema } from '../src/config/json-schema.ts';
import { modelsJsonSchema } from '../src/config/models-schema.ts';
import { datasetCardJsonSchema } from '../src/report/schema/dataset.ts';
import { modelCardJsonSchema } from '../src/report/schema/model-card.ts';
import { reportJsonSchema } from '../src/report/schema.ts';

const SCHEMAS = [
  { file: 'schema/report.v1.schema.json', build: reportJsonSchema },
  { file: 'schema/model-card.v1.schema.json', build: modelCardJsonSchema },
  { file: 'schema/dataset-card.v1.schema.json', build: datasetCardJsonSchema },
  { file: 'schema/palimpsest-config.v1.schema.json', build: settingsJsonSchema },
  { file: 'schema/models.v1.schema.json', build: modelsJsonSchema },
];

const checkOnly = process.argv.includes('--check');
for (const { file, build } of SCHEMAS) {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
  const text = `${JSON.stringify(build(), null, 2)}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (checkOnly) {
    console.error(`${file} is stale: run npx tsx scripts/schemas.ts`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${file}`);
  }
}

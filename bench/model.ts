// Measures the embedded model again: `npm run bench:model -- [--gson DIR] [--mockito DIR] [--tuning] [--scale]`.
//
// DIR is a clone or a bare git directory. Without one, two versions of the library in node_modules stand in for a year
// of history. The numbers that the README quotes come from both projects' held-out years; the model's constants were
// chosen on Mockito 2017–22 (`--tuning`) and on nothing else.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadJava } from '../src/languages/java.ts';
import { evolutionTable, packageTable } from './model/evolution-table.ts';
import { readMainSources } from './model/history.ts';
import { newestPackage } from './model/packages.ts';
import { recreationTable } from './model/recreation-table.ts';
import { scaleTable } from './model/scale-table.ts';

/** The years that nothing was tuned on. */
const HELD_OUT = { mockito: [2023, 2024], gson: [2021, 2022, 2023] } as const;
const TUNING = { mockito: [2017, 2018, 2019, 2020, 2021, 2022] } as const;

/** The commit of Mockito whose recreation was published for language models. */
const PUBLISHED_MOCKITO = 'c831920c4';

const { values: options } = parseArgs({
  options: {
    gson: { type: 'string' },
    mockito: { type: 'string' },
    tuning: { type: 'boolean', default: false },
    scale: { type: 'boolean', default: false },
  },
});

const language = await loadJava();
const gson = options.gson === undefined ? undefined : gitDirectory(options.gson);
const mockito = options.mockito === undefined ? undefined : gitDirectory(options.mockito);

if (options.scale) {
  console.log(await scaleTable(scaleSources(), language));
} else if (mockito === undefined && gson === undefined) {
  console.log('No --mockito or --gson given: one version of @capacitor/android, taught with an earlier one.\n');
  console.log(packageTable(language));
} else if (options.tuning) {
  if (mockito === undefined) throw new Error('--tuning needs --mockito DIR');
  console.log(evolutionTable([{ project: 'mockito', gitDirectory: mockito, years: TUNING.mockito }], language));
} else {
  const projects = [
    ...(mockito === undefined ? [] : [{ project: 'mockito', gitDirectory: mockito, years: HELD_OUT.mockito }]),
    ...(gson === undefined ? [] : [{ project: 'gson', gitDirectory: gson, years: HELD_OUT.gson }]),
  ];
  if (mockito !== undefined) console.log(recreationTable(mockito, PUBLISHED_MOCKITO, gson, language));
  console.log(evolutionTable(projects, language));
}

/** The published commit of Mockito, else today's gson, else the package. */
function scaleSources(): ReadonlyMap<string, string> {
  if (mockito !== undefined) return readMainSources(mockito, PUBLISHED_MOCKITO);
  return gson === undefined ? newestPackage() : readMainSources(gson, 'HEAD');
}

function gitDirectory(path: string): string {
  const inClone = join(path, '.git');
  return existsSync(inClone) ? inClone : path;
}

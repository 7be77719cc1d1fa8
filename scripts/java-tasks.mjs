// The tasks of the generalisation probe as a module: src/trials/tasks, built by `npm run build`.

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../src/trials/tasks', import.meta.url));

export const TASKS_MODULE = 'src/trials/tasks.generated.ts';

/** The text of the module. */
export async function tasksModule() {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.java')).sort();
  const files = {};
  for (const name of names) files[name] = (await readFile(join(FOLDER, name), 'utf8')).replaceAll('\r\n', '\n');
  const head = '// The tasks of the generalisation probe: src/trials/tasks, built by `npm run build`.';
  return `${head}\n\nexport const TASK_FILES: Readonly<Record<string, string>> = ${JSON.stringify(files, null, 2)};\n`;
}

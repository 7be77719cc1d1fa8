// Charts as files: each written whole or not at all, beside whatever else lies in the folder.

import { join } from 'node:path';
import { makeParentFolder, writeOutput } from '../compose.ts';

/** Writes SVG documents by file name into a folder, which is made where it is missing, and says so on standard error. */
export async function writeCharts(folder: string, charts: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, svg] of Object.entries(charts)) {
    const path = join(folder, name);
    await makeParentFolder(path);
    await writeOutput(path, svg);
    process.stderr.write(`wrote ${path}\n`);
  }
}

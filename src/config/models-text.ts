// A file of models, written: for a model that was just made.

import { stringify } from 'yaml';

/** `entry`: as the schema of the file has it ({@link ENTRY_SCHEMAS}). */
export function modelsFileText(name: string, entry: Readonly<Record<string, unknown>>, heading: string): string {
  return `# ${heading}\n${stringify({ models: { [name]: entry } }, { lineWidth: 0 })}`;
}

// GitHub's own language service for workflows and action.yml, as an editor asks it. Bundled by whoever loads it: its
// packages import JSON in a way that node does not take.

import { registerLogger, validate } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

// it logs what it could not do, and finds nothing then
const unable: string[] = [];
registerLogger({ error: (text) => unable.push(text), warn: () => {}, info: () => {}, log: () => {} });

let asked = 0;

/** What it finds wrong in a file, one line each; empty for a valid one. It goes by the file's name. */
export async function problemsIn(path: string, text: string): Promise<string[]> {
  // it remembers what it read by address
  const document = TextDocument.create(`file:///${asked++}/${path}`, 'yaml', 1, text);
  const found = await validate(document);
  if (unable.length > 0) throw new Error(unable.join('\n'));
  return found.map(({ range, message }) => `${path}:${range.start.line + 1}: ${message}`);
}

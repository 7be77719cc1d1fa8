// The program that docs/command-models.md shows, so that the test runs what the reader copies.

import { readFileSync } from 'node:fs';

export function commandExample(): string {
  const page = readFileSync(new URL('../../docs/command-models.md', import.meta.url), 'utf8');
  const code = /```js\n([\s\S]*?)```/.exec(page)?.[1];
  if (code === undefined) throw new Error('docs/command-models.md shows no program');
  return code;
}

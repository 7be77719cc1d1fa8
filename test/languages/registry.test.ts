import { expect, it } from 'vitest';
import { loadLanguages } from '../../src/languages/registry.ts';

it('finds the language of a path by its extension', async () => {
  const languages = await loadLanguages();
  expect(languages.forPath('src/Folio.java')?.name).toBe('java');
  expect(languages.forPath('SRC/FOLIO.JAVA')?.name).toBe('java');
  for (const path of ['README.md', 'java', '.java', 'Folio.java.orig', 'Folio.javax', '']) {
    expect(languages.forPath(path), path).toBeUndefined();
  }
});

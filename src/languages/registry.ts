// Which language a file is written in: one line for each language we know.

import { extname } from 'node:path/posix';
import type { Language } from '../ports.ts';
import { type JavaOptions, loadJava } from './java.ts';

export interface LanguageRegistry {
  readonly languages: readonly Language[];
  /** By the extension, whatever its case; `undefined` for files in no language of ours. */
  forPath(path: string): Language | undefined;
}

export interface LanguageOptions {
  readonly java?: JavaOptions;
}

export async function loadLanguages(options: LanguageOptions = {}): Promise<LanguageRegistry> {
  const languages = [await loadJava(options.java)];
  const byExtension = new Map<string, Language>();
  for (const language of languages) {
    for (const extension of language.extensions) byExtension.set(extension, language);
  }
  return { languages, forPath: (path) => byExtension.get(extname(path).toLowerCase()) };
}

// Which language a file is written in: one line for each language we know.

import { extname } from 'node:path/posix';
import type { Language, LanguageRegistry } from '../ports.ts';
import { type JavaOptions, loadJava } from './java.ts';

export interface LoadedLanguages extends LanguageRegistry {
  readonly languages: readonly Language[];
}

export interface LanguageOptions {
  readonly java?: JavaOptions;
}

/** Files are told apart by their extensions, whatever their case. */
export async function loadLanguages(options: LanguageOptions = {}): Promise<LoadedLanguages> {
  const languages = [await loadJava(options.java)];
  const byExtension = new Map<string, Language>();
  for (const language of languages) {
    for (const extension of language.extensions) byExtension.set(extension, language);
  }
  return { languages, forPath: (path) => byExtension.get(extname(path).toLowerCase()) };
}

// From a tree of files to parsed sources, with a note on everything that is not plain.

import type { Note } from '../core/report.ts';
import { decodeSource, type Encoding } from '../core/source-text.ts';
import type { ParsedSource } from '../core/unit.ts';
import type { Language, LanguageRegistry, SourceTree } from '../ports.ts';

/** Beyond this a file is data, whatever its name: a parse would take minutes and gigabytes. */
const LARGEST_SOURCE_BYTES = 32 * 1024 * 1024;

export interface ReadSource {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `null` when the file has no text that could be parsed; its note says why. */
  readonly parsed: ParsedSource | null;
  readonly encoding: Encoding;
  readonly language: Language;
  readonly notes: readonly Note[];
}

/** Reads the named files in their order; paths of other languages and paths that the tree does not hold are passed over. */
export async function* readSources(
  tree: SourceTree,
  paths: readonly string[],
  languages: LanguageRegistry,
  signal: AbortSignal,
): AsyncGenerator<ReadSource> {
  for await (const { path, bytes } of tree.read(paths.filter((path) => languages.forPath(path) !== undefined))) {
    signal.throwIfAborted();
    const language = languages.forPath(path);
    if (bytes !== null && language !== undefined) yield readSource(path, bytes, language);
  }
}

export function readSource(path: string, bytes: Uint8Array, language: Language): ReadSource {
  const note = (kind: Note['kind'], lines: readonly number[] = []): Note => ({ path, kind, lines });
  const unparsed = (kind: Note['kind']): ReadSource => {
    return { path, bytes, parsed: null, encoding: 'utf-8', language, notes: [note(kind)] };
  };
  if (bytes.length > LARGEST_SOURCE_BYTES) return unparsed('too-large');
  const source = decodeSource(bytes);
  if (source === null) return unparsed('binary');
  const parsed = language.parse(path, source.text);
  const notes: Note[] = [];
  if (source.encoding !== 'utf-8') notes.push(note('not-utf-8'));
  if (parsed.errorLines.length > 0) notes.push(note('partly-parsed', parsed.errorLines));
  return { path, bytes, parsed, encoding: source.encoding, language, notes };
}

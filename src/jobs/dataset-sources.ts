// The sources that a training set is made of: main code that parses in full, searched for secrets.

import type { DatasetTally } from '../core/dataset-tally.ts';
import { KnownFile } from '../core/known-file.ts';
import { isGeneratedText, isNothing, pathScope } from '../core/scope.ts';
import type { MethodUnit, ParsedSource } from '../core/unit.ts';
import type { Language, LanguageRegistry, SecretSearch, SourceTree } from '../ports.ts';
import { readSources } from './read-sources.ts';

export interface DatasetSource {
  readonly source: ParsedSource;
  /** Those with something to write again. */
  readonly units: readonly MethodUnit[];
  readonly language: Language;
  readonly known: KnownFile;
  /** Stretches of its text that look like secrets; lines end with `\n`. */
  readonly secrets: readonly string[];
}

export interface DatasetReading {
  readonly languages: LanguageRegistry;
  readonly secrets: SecretSearch;
  readonly signal: AbortSignal;
}

/** Those paths that a language reads and whose place is not that of tests, generated or vendored code. */
export function mainPaths(paths: readonly string[], languages: LanguageRegistry, tally: DatasetTally): string[] {
  return paths.filter((path) => {
    if (languages.forPath(path) === undefined) return false;
    const reason = pathScope(path);
    if (reason !== null) tally.leaveOut(reason, { files: 1 });
    return reason === null;
  });
}

/** Characters of sources that are searched for secrets at once. */
const SEARCHED_AT_ONCE = 200_000;

/** Reads the files in their order; what cannot be learned from is counted and passed over. */
export async function* datasetSources(
  tree: SourceTree,
  paths: readonly string[],
  { languages, secrets, signal }: DatasetReading,
  tally: DatasetTally,
): AsyncGenerator<DatasetSource> {
  let batch: Omit<DatasetSource, 'secrets'>[] = [];
  let length = 0;
  const searched = async () => {
    const found = (await secrets(batch.map(({ source }) => source.text))).map((secret) =>
      secret.replace(/\r\n?/g, '\n'),
    );
    const sources = batch.map((one) => ({ ...one, secrets: found.filter((secret) => holds(one.source.text, secret)) }));
    [batch, length] = [[], 0];
    return sources;
  };
  for await (const { parsed, language } of readSources(tree, paths, languages, signal)) {
    const reason = parsed === null ? 'unreadable' : unfit(parsed);
    if (parsed === null || reason !== null) {
      tally.leaveOut(reason ?? 'unreadable', { files: 1, units: parsed?.units.length ?? 0 });
      continue;
    }
    const known = new KnownFile(parsed, language.tokenize);
    const units = parsed.units.filter(({ body }) => !isNothing(known.tokensWithin(body)));
    const empty = parsed.units.length - units.length;
    if (empty > 0) tally.leaveOut('empty-body', { units: empty });
    batch.push({ source: parsed, units, language, known });
    length += parsed.text.length;
    if (length >= SEARCHED_AT_ONCE) yield* await searched();
  }
  if (batch.length > 0) yield* await searched();
}

function holds(text: string, secret: string): boolean {
  return text.replace(/\r\n?/g, '\n').includes(secret);
}

function unfit(source: ParsedSource): 'generated' | 'partly-parsed' | null {
  if (isGeneratedText(source.text)) return 'generated';
  return source.errorLines.length > 0 ? 'partly-parsed' : null;
}

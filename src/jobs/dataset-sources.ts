// The sources that a training set is made of: main code that parses in full and holds no secret outside its bodies.

import type { DatasetTally } from '../core/dataset-tally.ts';
import { isEmptyBody, isGeneratedText, pathScope } from '../core/scope.ts';
import { bodyOf, type MethodUnit, type ParsedSource } from '../core/unit.ts';
import type { Language, LanguageRegistry, SourceTree } from '../ports.ts';
import { readSources } from './read-sources.ts';

export interface DatasetSource {
  readonly source: ParsedSource;
  /** Those with something to write again. */
  readonly units: readonly MethodUnit[];
  readonly language: Language;
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

/** Reads the files in their order; what cannot be learned from is counted and passed over. */
export async function* datasetSources(
  tree: SourceTree,
  paths: readonly string[],
  languages: LanguageRegistry,
  tally: DatasetTally,
  signal: AbortSignal,
): AsyncGenerator<DatasetSource> {
  for await (const { parsed, language } of readSources(tree, paths, languages, signal)) {
    const reason = parsed === null ? 'unreadable' : unfit(parsed);
    if (parsed === null || reason !== null) {
      tally.leaveOut(reason ?? 'unreadable', { files: 1, units: parsed?.units.length ?? 0 });
      continue;
    }
    const units = parsed.units.filter((unit) => !isEmptyBody(language.tokenize, bodyOf(parsed, unit)));
    const empty = parsed.units.length - units.length;
    if (empty > 0) tally.leaveOut('empty-body', { units: empty });
    yield { source: parsed, units, language };
  }
}

function unfit(source: ParsedSource): 'generated' | 'partly-parsed' | null {
  if (isGeneratedText(source.text)) return 'generated';
  return source.errorLines.length > 0 ? 'partly-parsed' : null;
}

// The published measures for any two trees, whatever tool wrote the second.

import { asStub, type Measurement, measure, measureBody } from '../core/measure.ts';
import { REPORT_SCHEMA_VERSION, type ScoreReport } from '../core/report.ts';
import { EMPTY_BODY, eraseBodies } from '../core/stub.ts';
import { sameTokens } from '../core/tokens.ts';
import { bodyOf, type MethodId, type ParsedSource } from '../core/unit.ts';
import type { LanguageRegistry, Progress, SourceTree } from '../ports.ts';
import { type ReadSource, readSource, readSources } from './read-sources.ts';
import { ScoredMethods } from './scored-methods.ts';
import { noSources } from './train.ts';

export interface ScoreInput {
  readonly original: { readonly name: string; readonly tree: SourceTree };
  readonly regenerated: { readonly name: string; readonly tree: SourceTree };
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/**
 * Compares file by file, by path, and method by method, by MethodId. A file or a method that the second tree lacks is
 * failed, and stands in the means over files as its stub; what only the second tree holds is not looked at.
 */
export async function score(input: ScoreInput): Promise<ScoreReport> {
  const { original, regenerated, languages, progress, signal } = input;
  const scored = new ScoredMethods();
  const paths = (await original.tree.list()).filter((path) => languages.forPath(path) !== undefined);
  if (paths.length === 0) throw noSources(original.name);
  progress.begin('scoring', paths.length);
  const others = regenerated.tree.read(paths)[Symbol.asyncIterator]();
  for await (const source of readSources(original.tree, paths, languages, signal)) {
    const other = await others.next();
    const bytes = other.done === true ? null : other.value.bytes;
    scored.notes.push(...source.notes);
    if (bytes === null) scored.notes.push({ path: source.path, kind: 'missing', lines: [] });
    scoreFile(source, bytes === null ? null : readSource(source.path, bytes, source.language), scored);
    progress.advance();
  }
  progress.end();
  const { summary, stub, files, methods, notes } = scored.report();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'score',
    original: original.name,
    regenerated: regenerated.name,
    reproduced: scored.reproduced,
    summary,
    stub,
    files,
    methods,
    leftOut: [],
    notes,
  };
}

function scoreFile(source: ReadSource, other: ReadSource | null, scored: ScoredMethods): void {
  const { parsed, language } = source;
  if (parsed === null) return;
  const stub = eraseBodies(parsed, new Set(parsed.units.map(({ id }) => id))).text;
  const otherText = other?.parsed?.text ?? null;
  scored.file(source.path, fileMeasurement(parsed, otherText, stub));
  const bodies = other?.parsed ? bodiesOf(other.parsed) : new Map<MethodId, string>();
  for (const unit of parsed.units) {
    const { id, path, line } = unit;
    const original = bodyOf(parsed, unit);
    const body = bodies.get(id);
    const failure =
      body === undefined ? ({ reason: 'missing', detail: 'the second tree does not hold this method' } as const) : null;
    if (body !== undefined && sameTokens(language.tokenize, original, body)) scored.reproduced++;
    scored.method({ id, path, line, failure, confidence: null }, measureBody(original, body ?? EMPTY_BODY));
  }
}

/** The bodies of a file by MethodId. */
export function bodiesOf(source: ParsedSource): Map<MethodId, string> {
  return new Map(source.units.map((unit) => [unit.id, bodyOf(source, unit)]));
}

/** Of a whole file; `null` for one that is missing or has no text, which is measured as its stub. */
export function fileMeasurement(parsed: ParsedSource, otherText: string | null, stub: string): Measurement {
  return otherText === null ? asStub(measure(parsed.text, stub, stub)) : measure(parsed.text, otherText, stub);
}

// Types and method stubs alone: every outermost body of a directory erased, every other byte kept.

import { measure, measureBody } from '../core/measure.ts';
import { type EraseReport, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import { encodeSource } from '../core/source-text.ts';
import { EMPTY_BODY, eraseBodies } from '../core/stub.ts';
import { bodyOf } from '../core/unit.ts';
import type { LanguageRegistry, Progress, SourceTree, TreeWriter } from '../ports.ts';
import { type ReadSource, readSources } from './read-sources.ts';
import { ScoredMethods } from './scored-methods.ts';
import { noSources } from './train.ts';

export interface EraseInput {
  readonly directory: string;
  readonly outputDirectory: string;
  readonly tree: SourceTree;
  readonly output: TreeWriter;
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Writes every source of the tree as its stub. Files that cannot be parsed are copied, and noted. */
export async function erase(input: EraseInput): Promise<EraseReport> {
  const { tree, languages, output, progress, signal } = input;
  const scored = new ScoredMethods();
  const paths = (await tree.list()).filter((path) => languages.forPath(path) !== undefined);
  if (paths.length === 0) throw noSources(input.directory);
  let characters = 0;
  progress.begin('erasing', paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    const { bytes, erased } = eraseFile(source, scored);
    characters += erased;
    await output.write(source.path, bytes);
    progress.advance();
  }
  signal.throwIfAborted(); // nothing is put in place by a run that was called off
  await output.commit();
  progress.end();
  const { summary, stub, files, methods, notes } = scored.report();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'erase',
    directory: input.directory,
    outputDirectory: input.outputDirectory,
    erased: { bodies: methods.length, characters },
    summary,
    stub,
    files,
    methods,
    leftOut: [],
    notes,
  };
}

function eraseFile(source: ReadSource, scored: ScoredMethods): { bytes: Uint8Array; erased: number } {
  const { parsed, encoding } = source;
  scored.notes.push(...source.notes);
  if (parsed === null) return { bytes: source.bytes, erased: 0 };
  for (const unit of parsed.units) {
    const { id, path, line } = unit;
    const measurement = measureBody(bodyOf(parsed, unit), EMPTY_BODY);
    scored.method({ id, path, line, failure: null, confidence: null }, measurement);
  }
  const stub = eraseBodies(parsed, new Set(parsed.units.map(({ id }) => id))).text;
  scored.file(source.path, measure(parsed.text, stub, stub));
  return { bytes: encodeSource({ text: stub, encoding }), erased: parsed.text.length - stub.length };
}

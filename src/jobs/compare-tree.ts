// A tree that anything else wrote, among the models: its methods by MethodId, its files by path.

import { measureBody } from '../core/measure.ts';
import { EMPTY_BODY, eraseBodies, withBodies } from '../core/stub.ts';
import { sameTokens } from '../core/tokens.ts';
import { bodyOf, type MethodId, type MethodUnit } from '../core/unit.ts';
import { ExpectedFailure } from '../errors.ts';
import type { SourceTree } from '../ports.ts';
import type { WrittenFile, WrittenMethod } from './evaluate.ts';
import { type EvaluationPlan, type EvaluationSubject, isTaken, unitsToWrite } from './evaluation-plan.ts';
import { type ReadSource, readSource, readSources } from './read-sources.ts';
import { bodiesOf, fileMeasurement } from './score.ts';

/** What anything else wrote, laid out as the original is. */
export interface OtherTree {
  readonly name: string;
  readonly directory: string;
  readonly tree: SourceTree;
}

/**
 * Hands each planned file to `observe` as the tree has it. A file or a method that it lacks is failed. Files are measured whole,
 * as `score` does; of a sample, the drawn bodies alone are taken from the tree.
 */
export async function scoreTree(
  { name, directory, tree }: OtherTree,
  plan: EvaluationPlan,
  subject: EvaluationSubject,
  observe: (file: WrittenFile) => void,
): Promise<void> {
  const { languages, signal, progress } = subject;
  const held = new Set(await tree.list());
  const { drawn, paths } = plan;
  if (paths.length > 0 && !paths.some((path) => held.has(path))) {
    throw new ExpectedFailure(
      'no-source-files',
      `the tree ${name}=${directory} holds none of the files that are compared`,
      `It is laid out as the original is: ${paths[0]} should be in it.`,
    );
  }
  const others = tree.read(paths)[Symbol.asyncIterator]();
  for await (const source of readSources(subject.tree, paths, languages, signal)) {
    let other = await others.next();
    while (other.done !== true && other.value.path !== source.path) other = await others.next();
    const bytes = other.done === true ? null : other.value.bytes;
    if (!isTaken(source, subject)) continue;
    const units = unitsToWrite(source, subject).filter(({ id }) => drawn === null || drawn.has(id));
    if (units.length > 0 || drawn === null) {
      const theirs = bytes === null ? null : readSource(source.path, bytes, source.language);
      observe(writtenFile(source, theirs, units, drawn === null));
    }
    progress.advance(units.length);
  }
}

function writtenFile(
  source: ReadSource,
  theirs: ReadSource | null,
  units: readonly MethodUnit[],
  isWhole: boolean,
): WrittenFile {
  const { parsed } = source;
  if (parsed === null) return { source, measured: null, methods: [] };
  const bodies = theirs?.parsed ? bodiesOf(theirs.parsed) : new Map<MethodId, string>();
  const taken = new Set(units.map(({ id }) => id));
  const stub = eraseBodies(parsed, taken).text;
  const spliced = () =>
    withBodies(parsed, ({ id }) => (taken.has(id) ? (bodies.get(id) ?? EMPTY_BODY) : undefined)).text;
  const text = isWhole ? (theirs?.parsed?.text ?? null) : spliced();
  const { distance, similarity, stubDistance } = fileMeasurement(parsed, text, stub);
  return {
    source,
    measured: { distance, similarity, erased: stubDistance },
    methods: units.map((unit) => writtenMethod(source, unit, bodyOf(parsed, unit), bodies.get(unit.id) ?? null)),
  };
}

function writtenMethod(
  { language }: ReadSource,
  unit: MethodUnit,
  original: string,
  body: string | null,
): WrittenMethod {
  const { id, path, line } = unit;
  const { distance, similarity } = measureBody(original, body ?? EMPTY_BODY);
  const rest = { id, path, line, confidence: null };
  const row =
    body === null
      ? { ...rest, distance: null, similarity: null, failure: MISSING }
      : { ...rest, distance, similarity, failure: null };
  return { unit, row, body, exact: body !== null && sameTokens(language.tokenize, original, body) };
}

const MISSING = { reason: 'missing', detail: 'the tree does not hold this method' } as const;

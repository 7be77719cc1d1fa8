// Erasing every body of a codebase, writing all of them again, and scoring the lot.

import { measure, measureBody } from '../core/measure.ts';
import type { Regeneration } from '../core/regeneration.ts';
import { type EvaluateReport, type MethodRow, type Protocol, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import { encodeSource } from '../core/source-text.ts';
import { EMPTY_BODY, eraseBodies, type Stub, stubInPlace, stubsForRecreation, withBodies } from '../core/stub.ts';
import { sameTokens } from '../core/tokens.ts';
import { bodyOf, type MethodId, type MethodUnit } from '../core/unit.ts';
import type { CodeModel, Journal, TreeWriter } from '../ports.ts';
import { askingFacts } from './asking-facts.ts';
import {
  type EvaluationPlan,
  type EvaluationSubject,
  isTaken,
  planEvaluation,
  unitsToWrite,
} from './evaluation-plan.ts';
import { NOTHING_SCORED, requireSomeAnswer } from './model-silent.ts';
import { type ReadSource, readSources } from './read-sources.ts';
import { rewrite } from './rewrite.ts';
import { ScoredMethods } from './scored-methods.ts';

/** Who writes, and where that goes. */
export interface Writing {
  readonly model: CodeModel;
  /** Where the regenerated tree goes; `null` for nowhere. A run that is one part writes the files of its part. */
  readonly output: TreeWriter | null;
  readonly journal: Journal | null;
  /** Told of each file when all of it is written, in the order of the paths. */
  readonly observe?: (file: WrittenFile) => void;
}

export type EvaluateInput = EvaluationSubject & Writing;

/** What a model made of one file. */
export interface WrittenFile {
  readonly source: ReadSource;
  /** The file, measured; `null` where the model was asked for none of its methods. */
  readonly measured: { readonly distance: number; readonly similarity: number; readonly erased: number } | null;
  readonly methods: readonly WrittenMethod[];
}

export interface WrittenMethod {
  readonly unit: MethodUnit;
  /** `null` for a method that the model was not asked for. */
  readonly row: MethodRow | null;
  /** What it wrote; `null` when it failed or was not asked. */
  readonly body: string | null;
  /** Whether that are the same tokens. */
  readonly exact: boolean;
}

/** Evaluates a model on a whole tree, or on one part of it. Throws an ExpectedFailure when the tree holds no sources. */
export async function evaluate(input: EvaluateInput): Promise<EvaluateReport> {
  const { output, journal } = input;
  const plan = await planEvaluation(input);
  const report = await evaluatePlanned(plan, input);
  await output?.commit();
  if (report.unasked === undefined) await journal?.finish();
  return report;
}

/** The same for what was planned, as for several models; nothing is put in place yet. */
export async function evaluatePlanned(plan: EvaluationPlan, input: EvaluateInput): Promise<EvaluateReport> {
  const { tree, languages, model, output, journal, progress, signal, shard = null } = input;
  const scored = new ScoredMethods();
  scored.leftOut.addAll(plan.leftOut);
  progress.begin('writing again', plan.methods);
  const settle = async (file: FileTask, regenerations: ReadonlyMap<MethodId, Regeneration>) => {
    const { bytes, written } = scoreFile(file, regenerations, scored);
    input.observe?.(written);
    await output?.write(file.source.path, bytes);
  };
  const unfinished = new Map<FileTask, Map<MethodId, Regeneration>>();
  const tasks = tasksOf(readSources(tree, plan.paths, languages, signal), input, plan, scored, settle);
  for await (const { item, regeneration } of rewrite(tasks, { model, samples: 1, signal, progress, journal })) {
    const regenerations = unfinished.get(item.file) ?? new Map<MethodId, Regeneration>();
    unfinished.set(item.file, regenerations.set(item.stub.target.id, regeneration));
    if (regenerations.size < item.file.units.length) continue;
    unfinished.delete(item.file);
    await settle(item.file, regenerations);
  }
  signal.throwIfAborted(); // nothing is put in place by a run that was called off
  progress.end();
  const { summary, stub, files, methods, leftOut, notes } = scored.report();
  requireSomeAnswer(methods, model.card.name, NOTHING_SCORED);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'evaluate',
    protocol: input.protocol,
    source: input.source,
    model: model.card,
    sample: plan.sample,
    ...(shard === null ? {} : { shard: { ...shard, stubs: scored.stubs() } }),
    reproduced: scored.reproduced,
    ...askingFacts(model, scored.unasked),
    summary,
    stub,
    files,
    methods,
    leftOut,
    notes,
  };
}

interface FileTask {
  readonly source: ReadSource;
  readonly units: readonly MethodUnit[];
}

/** One task a unit, file by file; a file without units is settled on the way. */
async function* tasksOf(
  sources: AsyncIterable<ReadSource>,
  input: EvaluateInput,
  { drawn }: EvaluationPlan,
  scored: ScoredMethods,
  settle: (file: FileTask, regenerations: ReadonlyMap<MethodId, Regeneration>) => Promise<void>,
): AsyncGenerator<{ file: FileTask; stub: Stub }> {
  for await (const source of sources) {
    scored.notes.push(...source.notes);
    const units = unitsToWrite(source, input, scored.leftOut).filter(({ id }) => drawn === null || drawn.has(id));
    const file: FileTask = { source, units };
    for (const stub of stubsOf(file, input.protocol)) yield { file, stub };
    // Of a sample, a file that nothing was drawn from says nothing.
    if (units.length === 0 && drawn === null && isTaken(source, input)) await settle(file, new Map());
  }
}

function* stubsOf({ source, units }: FileTask, protocol: Protocol): Generator<Stub> {
  if (source.parsed === null) return;
  if (protocol === 'in-place') for (const unit of units) yield stubInPlace(source.parsed, unit);
  else yield* stubsForRecreation(source.parsed, new Set(units.map(({ id }) => id)));
}

/**
 * Adds the rows of one file; returns its bytes with every body as the model wrote it, a failed one as a stub, and one that
 * it was not asked for as it stands. A file for which it was asked nothing is not scored.
 */
function scoreFile(
  { source, units }: FileTask,
  regenerations: ReadonlyMap<MethodId, Regeneration>,
  scored: ScoredMethods,
): { bytes: Uint8Array; written: WrittenFile } {
  const { parsed, language } = source;
  if (parsed === null) return { bytes: source.bytes, written: { source, measured: null, methods: [] } };
  const bodies = new Map<MethodId, string>();
  const methods: WrittenMethod[] = [];
  for (const unit of units) {
    const regeneration = regenerations.get(unit.id);
    if (regeneration?.kind === 'unasked') {
      scored.unasked.push(unit.id);
      methods.push({ unit, row: null, body: null, exact: false });
      continue;
    }
    const body = regeneration?.kind === 'regenerated' ? regeneration.body : EMPTY_BODY;
    bodies.set(unit.id, body);
    const original = bodyOf(parsed, unit);
    const failure =
      regeneration?.kind === 'failed' ? { reason: regeneration.reason, detail: regeneration.detail } : null;
    const exact = failure === null && sameTokens(language.tokenize, original, body);
    if (exact) scored.reproduced++;
    const row = scored.method(
      {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        failure,
        confidence: (regeneration?.kind === 'regenerated' ? regeneration.confidence : undefined) ?? null,
      },
      measureBody(original, body),
    );
    methods.push({ unit, row, body: failure === null ? body : null, exact });
  }
  if (units.length > 0 && bodies.size === 0)
    return { bytes: source.bytes, written: { source, measured: null, methods } };
  const regenerated = withBodies(parsed, ({ id }) => bodies.get(id)).text;
  const stub = eraseBodies(parsed, new Set(bodies.keys())).text;
  const measurement = measure(parsed.text, regenerated, stub);
  scored.file(source.path, measurement);
  const { distance, similarity, stubDistance } = measurement;
  return {
    bytes: encodeSource({ text: regenerated, encoding: source.encoding }),
    written: { source, measured: { distance, similarity, erased: stubDistance }, methods },
  };
}

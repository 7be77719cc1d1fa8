// Erasing every body of a codebase, writing all of them again, and scoring the lot.

import { measure, measureBody } from '../core/measure.ts';
import type { Regeneration } from '../core/regeneration.ts';
import { type EvaluateReport, type Protocol, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import { isEmptyBody, isGeneratedText, pathScope } from '../core/scope.ts';
import { encodeSource } from '../core/source-text.ts';
import { drawSample, type SampledUnit, type SampleRequest } from '../core/strata.ts';
import { EMPTY_BODY, eraseBodies, type Stub, stubInPlace, stubsForRecreation, withBodies } from '../core/stub.ts';
import { sameTokens } from '../core/tokens.ts';
import { bodyOf, type MethodId, type MethodUnit } from '../core/unit.ts';
import type { CodeModel, Journal, LanguageRegistry, Progress, SourceTree, TreeWriter } from '../ports.ts';
import { askingFacts } from './asking-facts.ts';
import { NOTHING_SCORED, requireSomeAnswer } from './model-silent.ts';
import { type ReadSource, readSources } from './read-sources.ts';
import { rewrite } from './rewrite.ts';
import { ScoredMethods } from './scored-methods.ts';
import { noSources } from './train.ts';

export interface EvaluateInput {
  readonly tree: SourceTree;
  readonly source: EvaluateReport['source'];
  readonly protocol: Protocol;
  /** `main`: tests, generated and vendored files and empty bodies are left out. `whole`: everything is taken. */
  readonly scope: 'main' | 'whole';
  readonly model: CodeModel;
  readonly languages: LanguageRegistry;
  /** Where the regenerated tree goes; `null` for nowhere. */
  readonly output: TreeWriter | null;
  readonly journal: Journal | null;
  /** Score a part alone; by default everything. A unit that is not drawn keeps its body, and its file may be left out. */
  readonly sample?: SampleRequest | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Evaluates a model on a whole tree. Throws an ExpectedFailure when it holds no sources. */
export async function evaluate(input: EvaluateInput): Promise<EvaluateReport> {
  const { tree, languages, model, output, journal, progress, signal } = input;
  const scored = new ScoredMethods();
  const paths = pathsInScope(await tree.list(), input, scored);
  progress.begin('counting methods', null);
  const eligible: SampledUnit[] = [];
  for await (const source of readSources(tree, paths, languages, signal)) {
    for (const { id, path, body } of unitsToWrite(source, input))
      eligible.push({ id, path, length: body.end - body.start });
  }
  progress.end();

  const sample = input.sample ?? null;
  const drawn = sample === null ? null : drawSample(eligible, sample).drawn;
  progress.begin('writing again', drawn?.size ?? eligible.length);
  const settle = async (file: FileTask, regenerations: ReadonlyMap<MethodId, Regeneration>) => {
    const bytes = scoreFile(file, regenerations, scored);
    await output?.write(file.source.path, bytes);
  };
  const unfinished = new Map<FileTask, Map<MethodId, Regeneration>>();
  const tasks = tasksOf(readSources(tree, paths, languages, signal), input, drawn, scored, settle);
  for await (const { item, regeneration } of rewrite(tasks, { model, samples: 1, signal, progress, journal })) {
    const regenerations = unfinished.get(item.file) ?? new Map<MethodId, Regeneration>();
    unfinished.set(item.file, regenerations.set(item.stub.target.id, regeneration));
    if (regenerations.size < item.file.units.length) continue;
    unfinished.delete(item.file);
    await settle(item.file, regenerations);
  }
  signal.throwIfAborted(); // nothing is put in place by a run that was called off
  progress.end();
  const { summary, stub, files, methods: rows, leftOut, notes } = scored.report();
  requireSomeAnswer(rows, model.card.name, NOTHING_SCORED);
  await output?.commit();
  if (scored.unasked.length === 0) await journal?.finish();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'evaluate',
    protocol: input.protocol,
    source: input.source,
    model: model.card,
    sample: sample === null ? null : { ...sample, methods: eligible.length },
    reproduced: scored.reproduced,
    ...askingFacts(model, scored.unasked),
    summary,
    stub,
    files,
    methods: rows,
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
  drawn: ReadonlySet<MethodId> | null,
  scored: ScoredMethods,
  settle: (file: FileTask, regenerations: ReadonlyMap<MethodId, Regeneration>) => Promise<void>,
): AsyncGenerator<{ file: FileTask; stub: Stub }> {
  for await (const source of sources) {
    scored.notes.push(...source.notes);
    const units = unitsToWrite(source, input, scored).filter(({ id }) => drawn === null || drawn.has(id));
    const file: FileTask = { source, units };
    for (const stub of stubsOf(file, input.protocol)) yield { file, stub };
    // Of a sample, a file that nothing was drawn from says nothing.
    if (units.length === 0 && drawn === null && isTaken(source, input)) await settle(file, new Map());
  }
}

function pathsInScope(
  all: readonly string[],
  { languages, scope, source }: EvaluateInput,
  scored: ScoredMethods,
): string[] {
  const sources = all.filter((path) => languages.forPath(path) !== undefined);
  if (sources.length === 0) throw noSources('directory' in source ? source.directory : source.name);
  if (scope === 'whole') return sources;
  return sources.filter((path) => {
    const reason = pathScope(path);
    if (reason !== null) scored.leftOut.file(reason);
    return reason === null;
  });
}

/** Whether the file belongs to the evaluated code at all: files without bodies do, generated ones by scope. */
function isTaken({ parsed }: ReadSource, { scope }: EvaluateInput): boolean {
  return parsed === null || scope === 'whole' || !isGeneratedText(parsed.text);
}

function unitsToWrite(source: ReadSource, input: EvaluateInput, counts?: ScoredMethods): readonly MethodUnit[] {
  const { parsed, language } = source;
  if (parsed === null) return [];
  if (!isTaken(source, input)) {
    counts?.leftOut.file('generated', parsed.units.length);
    return [];
  }
  if (input.scope === 'whole') return parsed.units;
  return parsed.units.filter((unit) => {
    const empty = isEmptyBody(language.tokenize, bodyOf(parsed, unit));
    if (empty) counts?.leftOut.method('empty-body');
    return !empty;
  });
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
): Uint8Array {
  const { parsed, language } = source;
  if (parsed === null) return source.bytes;
  const bodies = new Map<MethodId, string>();
  for (const unit of units) {
    const regeneration = regenerations.get(unit.id);
    if (regeneration?.kind === 'unasked') {
      scored.unasked.push(unit.id);
      continue;
    }
    const body = regeneration?.kind === 'regenerated' ? regeneration.body : EMPTY_BODY;
    bodies.set(unit.id, body);
    const original = bodyOf(parsed, unit);
    const failure =
      regeneration?.kind === 'failed' ? { reason: regeneration.reason, detail: regeneration.detail } : null;
    if (failure === null && sameTokens(language.tokenize, original, body)) scored.reproduced++;
    scored.method(
      {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        failure,
        confidence: (regeneration?.kind === 'regenerated' ? regeneration.confidence : undefined) ?? null,
      },
      measureBody(original, body),
    );
  }
  if (units.length > 0 && bodies.size === 0) return source.bytes;
  const regenerated = withBodies(parsed, ({ id }) => bodies.get(id)).text;
  const stub = eraseBodies(parsed, new Set(bodies.keys())).text;
  scored.file(source.path, measure(parsed.text, regenerated, stub));
  return encodeSource({ text: regenerated, encoding: source.encoding });
}

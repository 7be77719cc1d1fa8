// What an evaluation is about to erase: the files in scope, the methods drawn from them, and the part that one run takes.

import type { EvaluateReport, Protocol } from '../core/report.ts';
import { dealtPaths, type ShardRequest } from '../core/run-shards.ts';
import { isEmptyBody, isGeneratedText, pathScope } from '../core/scope.ts';
import { drawSample, type SampledUnit, type SampleRequest } from '../core/strata.ts';
import { bodyOf, type MethodId, type MethodUnit } from '../core/unit.ts';
import type { LanguageRegistry, Progress, SourceTree } from '../ports.ts';
import { LeftOutCount } from './left-out.ts';
import { type ReadSource, readSources } from './read-sources.ts';
import { noSources } from './train.ts';

export interface EvaluationSubject {
  readonly tree: SourceTree;
  readonly source: EvaluateReport['source'];
  readonly protocol: Protocol;
  /** `main`: tests, generated and vendored files and empty bodies are left out. `whole`: everything is taken. */
  readonly scope: 'main' | 'whole';
  readonly languages: LanguageRegistry;
  /** Score a part alone; by default everything. A unit that is not drawn keeps its body, and its file may be left out. */
  readonly sample?: SampleRequest | null;
  /** Of what is to be scored, take the files of one part. */
  readonly shard?: ShardRequest | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface EvaluationPlan {
  /** Those to be read, sorted. */
  readonly paths: readonly string[];
  /** The methods to be written; `null` for all in these files. */
  readonly drawn: ReadonlySet<MethodId> | null;
  /** How many methods will be written. */
  readonly methods: number;
  /** As the report says it: what was drawn, over all parts, from how many eligible methods. */
  readonly sample: EvaluateReport['sample'];
  /** Files left out by their paths. */
  readonly leftOut: LeftOutCount;
}

/** Reads everything once. Throws an ExpectedFailure when the tree holds no sources. */
export async function planEvaluation(subject: EvaluationSubject): Promise<EvaluationPlan> {
  const { tree, languages, progress, signal, sample = null, shard = null } = subject;
  const { inScope, leftOut } = pathsInScope(await tree.list(), subject);
  progress.begin('counting methods', null);
  const eligible: SampledUnit[] = [];
  for await (const source of readSources(tree, inScope, languages, signal)) {
    for (const { id, path, body } of unitsToWrite(source, subject))
      eligible.push({ id, path, length: body.end - body.start });
  }
  progress.end();
  const drawn = sample === null ? null : drawSample(eligible, sample).drawn;
  const toWrite = drawn === null ? eligible : eligible.filter(({ id }) => drawn.has(id));
  const paths = shard === null ? new Set(inScope) : dealtPaths(methodsByPath(inScope, toWrite), shard);
  return {
    paths: inScope.filter((path) => paths.has(path)),
    drawn,
    methods: toWrite.filter(({ path }) => paths.has(path)).length,
    sample: sample === null ? null : { ...sample, methods: eligible.length },
    leftOut,
  };
}

function methodsByPath(paths: readonly string[], units: readonly SampledUnit[]): Map<string, number> {
  const counts = new Map(paths.map((path) => [path, 0]));
  for (const { path } of units) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}

function pathsInScope(all: readonly string[], { languages, scope, source, shard = null }: EvaluationSubject) {
  const sources = all.filter((path) => languages.forPath(path) !== undefined);
  if (sources.length === 0) throw noSources('directory' in source ? source.directory : source.name);
  const leftOut = new LeftOutCount();
  if (scope === 'whole') return { inScope: sources, leftOut };
  const inScope: string[] = [];
  for (const [index, path] of sources.entries()) {
    const reason = pathScope(path);
    if (reason === null) inScope.push(path);
    // Each part counts its share of what nobody reads, so that the parts add up.
    else if (shard === null || index % shard.count === shard.index - 1) leftOut.file(reason);
  }
  return { inScope, leftOut };
}

/** Whether the file belongs to the evaluated code at all: files without bodies do, generated ones by scope. */
export function isTaken({ parsed }: ReadSource, { scope }: Pick<EvaluationSubject, 'scope'>): boolean {
  return parsed === null || scope === 'whole' || !isGeneratedText(parsed.text);
}

/** The units of a file that count, whether they are drawn or not; `counts` is told of the others. */
export function unitsToWrite(
  source: ReadSource,
  subject: Pick<EvaluationSubject, 'scope'>,
  counts?: LeftOutCount,
): readonly MethodUnit[] {
  const { parsed, language } = source;
  if (parsed === null) return [];
  if (!isTaken(source, subject)) {
    counts?.file('generated', parsed.units.length);
    return [];
  }
  if (subject.scope === 'whole') return parsed.units;
  return parsed.units.filter((unit) => {
    const empty = isEmptyBody(language.tokenize, bodyOf(parsed, unit));
    if (empty) counts?.method('empty-body');
    return !empty;
  });
}

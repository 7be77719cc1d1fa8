// The forgetting probe: units that did not change since the champion was trained, a fixed sample of them, written by both models.

import { estimatePaired } from '../core/paired-models.ts';
import type { ForgettingProbe } from '../core/promotion.ts';
import { pathScope } from '../core/scope.ts';
import { drawSample, type SampledUnit, type SampleRequest } from '../core/strata.ts';
import type { MethodId } from '../core/unit.ts';
import type { Journal, LanguageRegistry, Progress, SourceTree } from '../ports.ts';
import { unitsToWrite } from './evaluation-plan.ts';
import { readSources } from './read-sources.ts';
import { type Rivals, type UnitToWrite, type WrittenByBoth, writeByBoth } from './written-by-both.ts';

export interface ForgettingInput {
  readonly tree: SourceTree;
  /** Units that are not as they were, or not where they were. */
  readonly changed: ReadonlySet<MethodId>;
  readonly sample: SampleRequest;
  readonly rivals: Rivals;
  readonly languages: LanguageRegistry;
  readonly journal: Journal | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface ForgettingFound extends WrittenByBoth {
  /** `null` where no unit is as it was. */
  readonly probe: ForgettingProbe | null;
}

export async function probeForgetting(input: ForgettingInput): Promise<ForgettingFound> {
  const { tree, changed, sample, rivals, progress } = input;
  const unchanged: SampledUnit[] = [];
  progress.begin('looking for what did not change', null);
  const paths = (await tree.list()).filter((path) => pathScope(path) === null);
  for await (const { unit } of unitsOf(paths, input)) {
    if (!changed.has(unit.id))
      unchanged.push({ id: unit.id, path: unit.path, length: unit.body.end - unit.body.start });
  }
  progress.end();
  if (unchanged.length === 0) return { rows: [], unasked: [], unanswered: 0, probe: null };
  const { drawn } = drawSample(unchanged, sample);
  const holding = new Set(unchanged.flatMap(({ id, path }) => (drawn.has(id) ? [path] : [])));
  const units: UnitToWrite[] = [];
  for await (const current of unitsOf([...holding], input)) {
    if (drawn.has(current.unit.id)) units.push({ current, change: 'unchanged', learned: null });
  }
  progress.begin('writing again what did not change', units.length);
  const written = await writeByBoth(units, rivals, input);
  progress.end();
  return { ...written, probe: { ...estimatePaired(written.rows), unchanged: unchanged.length } };
}

async function* unitsOf(paths: readonly string[], { tree, languages, signal }: ForgettingInput) {
  for await (const source of readSources(tree, paths, languages, signal)) {
    if (source.parsed === null) continue;
    for (const unit of unitsToWrite(source, { scope: 'main' })) yield { unit, source: source.parsed };
  }
}

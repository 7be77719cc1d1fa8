// Having the control group written again.

import { createHash } from 'node:crypto';
import { type ControlMethod, controlIds } from '../core/control.ts';
import { measureBody } from '../core/measure.ts';
import { stubInPlace } from '../core/stub.ts';
import { bodyOf } from '../core/unit.ts';
import type { CodeModel, LanguageRegistry, Progress, SourceTree } from '../ports.ts';
import { readSources } from './read-sources.ts';
import { rewrite } from './rewrite.ts';
import { type FactsInPlace, unitsThatCount } from './unit-facts.ts';

export interface ControlInput {
  /** Of the revision that the model was trained at. */
  readonly tree: SourceTree;
  readonly model: CodeModel;
  readonly size: number;
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** Sorted by id; what the budget does not suffice for is left out. */
export async function writeControlGroup(input: ControlInput): Promise<ControlMethod[]> {
  const { tree, model, size, languages, progress, signal } = input;
  if (size === 0) return [];
  const units: FactsInPlace[] = [];
  for await (const { parsed, language } of readSources(tree, await tree.list(), languages, signal)) {
    if (parsed !== null) units.push(...unitsThatCount(parsed, language));
  }
  const drawn = new Set(
    controlIds(
      units.map(({ unit }) => unit.id),
      size,
    ),
  );
  const items = units
    .filter(({ unit }) => drawn.has(unit.id))
    .map(({ unit, source }) => ({ unit, source, stub: stubInPlace(source, unit) }));
  const methods: ControlMethod[] = [];
  progress.begin('writing the control group', items.length);
  for await (const { item, regeneration } of rewrite(items, { model, samples: 1, signal, progress, journal: null })) {
    if (regeneration.kind === 'unasked') continue;
    const { unit, source, stub } = item;
    methods.push({
      id: unit.id,
      stub: createHash('sha256').update(stub.source.text).digest('hex').slice(0, 16),
      similarity:
        regeneration.kind === 'regenerated' ? measureBody(bodyOf(source, unit), regeneration.body).similarity : null,
    });
  }
  progress.end();
  return methods.sort((a, b) => (a.id < b.id ? -1 : 1));
}

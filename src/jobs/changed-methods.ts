// Having a model write changed methods, each erased alone where it stands after the change.

import { measureBody } from '../core/measure.ts';
import { EMPTY_BODY, stubInPlace } from '../core/stub.ts';
import { bodyOf } from '../core/unit.ts';
import type { CodeModel, Progress } from '../ports.ts';
import type { EligibleChange } from './read-change.ts';
import { rewrite } from './rewrite.ts';

export interface WrittenChange {
  /** To the body after the change; a failure is measured as its stub. */
  readonly similarity: number;
  readonly failed: boolean;
}

/** In the order of the changes. */
export async function writeChanges(
  changes: readonly EligibleChange[],
  model: CodeModel,
  signal: AbortSignal,
): Promise<WrittenChange[]> {
  const items = changes.map(({ current }) => ({ current, stub: stubInPlace(current.source, current.unit) }));
  const written: WrittenChange[] = [];
  const rewriting = { model, samples: 1, signal, progress: UNWATCHED, journal: null };
  for await (const { item, regeneration } of rewrite(items, rewriting)) {
    const { source, unit } = item.current;
    const body = regeneration.kind === 'regenerated' ? regeneration.body : null;
    const { similarity } = measureBody(bodyOf(source, unit), body ?? EMPTY_BODY);
    written.push({ similarity, failed: body === null });
  }
  return written;
}

/** Progress counts commits; their methods are not counted besides. */
const UNWATCHED: Progress = { begin() {}, advance() {}, end() {} };

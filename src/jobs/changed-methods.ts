// Having a model write changed methods, each erased alone where it stands after the change.

import type { PlacedUnit } from '../core/changes.ts';
import { measureBody } from '../core/measure.ts';
import { isSilence } from '../core/regeneration.ts';
import { EMPTY_BODY, type Stub, stubInPlace } from '../core/stub.ts';
import { bodyOf } from '../core/unit.ts';
import type { CodeModel, Journal, Progress } from '../ports.ts';
import type { EligibleChange } from './read-change.ts';
import { rewrite } from './rewrite.ts';

export interface WrittenChange {
  /** To the body after the change; a failure is measured as its stub. */
  readonly similarity: number;
  readonly failed: boolean;
  /** What the server or the network said where they, and not the model, are why it failed; `null` otherwise. */
  readonly silence: string | null;
}

/** A changed unit with its body erased. */
export interface StubbedChange {
  readonly change: EligibleChange;
  readonly stub: Stub;
}

/** Any unit that stands in a source, with its body erased. */
interface StubbedUnit {
  readonly change: { readonly current: PlacedUnit };
  readonly stub: Stub;
}

/** The stubs of changed units. Models that are shown the same stub share one look at it. */
export function stubsOf(changes: readonly EligibleChange[]): StubbedChange[] {
  return changes.map((change) => ({ change, stub: stubInPlace(change.current.source, change.current.unit) }));
}

/** In the order of the changes; `null` where the budget did not suffice to ask. */
export async function writeChanges(
  changes: readonly StubbedUnit[],
  model: CodeModel,
  { signal, journal = null }: { readonly signal: AbortSignal; readonly journal?: Journal | null },
): Promise<(WrittenChange | null)[]> {
  const written: (WrittenChange | null)[] = [];
  const rewriting = { model, samples: 1, signal, progress: UNWATCHED, journal };
  for await (const { item, regeneration } of rewrite(changes, rewriting)) {
    if (regeneration.kind === 'unasked') {
      written.push(null);
      continue;
    }
    const { source, unit } = item.change.current;
    const body = regeneration.kind === 'regenerated' ? regeneration.body : null;
    const { similarity } = measureBody(bodyOf(source, unit), body ?? EMPTY_BODY);
    const isSilent = regeneration.kind === 'failed' && isSilence(regeneration.reason);
    written.push({ similarity, failed: body === null, silence: isSilent ? regeneration.detail : null });
  }
  return written;
}

/** Progress counts commits; their methods are not counted besides. */
const UNWATCHED: Progress = { begin() {}, advance() {}, end() {} };

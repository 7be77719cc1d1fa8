// Which units changed between two states: what a recipe prefers, and what is kept to test with.

import type { MethodId } from '../core/unit.ts';
import type { LanguageRegistry, Progress, RepositoryReader, Revision } from '../ports.ts';
import { readChange } from './read-change.ts';

export interface ChangedUnits {
  /** Paths of the later state that hold such units, sorted. */
  readonly paths: readonly string[];
  /** As they are called in the later state. */
  readonly ids: ReadonlySet<MethodId>;
  /** As they are called in the earlier state; added ones are not in it. */
  readonly previousIds: ReadonlySet<MethodId>;
  /** Paths of both states. */
  readonly previousPaths: ReadonlySet<string>;
}

export interface ChangesInput {
  readonly repository: RepositoryReader;
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** The main-code units whose code changed from one state to the other. */
export async function changedUnits(base: Revision, head: Revision, input: ChangesInput): Promise<ChangedUnits> {
  const { eligible } = await readChange({ ...input, base, head, policy: { countCosmetic: false } });
  return {
    paths: [...new Set(eligible.map(({ current }) => current.unit.path))].sort(),
    previousPaths: new Set(
      eligible.flatMap(({ current, previous }) => [
        current.unit.path,
        ...(previous === null ? [] : [previous.unit.path]),
      ]),
    ),
    ids: new Set(eligible.map(({ current }) => current.unit.id)),
    previousIds: new Set(eligible.flatMap(({ previous }) => (previous === null ? [] : [previous.unit.id]))),
  };
}

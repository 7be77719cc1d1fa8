// For the units that a ledger says are known least: their bodies where the ledger stands, and what the model writes now.

import type { LedgerHead } from '../core/ledger-head.ts';
import { measureBody } from '../core/measure.ts';
import { type CloseUp, type CloseUps, type InventoryUnit, leastKnown } from '../core/report-page.ts';
import { EMPTY_BODY, type Stub, stubInPlace } from '../core/stub.ts';
import { bodyOf, type MethodId, type MethodUnit, type ParsedSource } from '../core/unit.ts';
import { ExpectedFailure } from '../errors.ts';
import type { CodeModel, LanguageRegistry, Progress, RepositoryReader, Revision } from '../ports.ts';
import { readSources } from './read-sources.ts';
import { rewrite } from './rewrite.ts';

export interface CloseUpInput {
  readonly repository: RepositoryReader;
  readonly model: CodeModel;
  /** How many; 0 for none. */
  readonly closeUps: number;
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** In the order of {@link leastKnown}. Sources are read where the ledger stands, whatever the work tree holds by now. */
export async function closeUpsOf(
  units: readonly InventoryUnit[],
  { model: owner, standsAt }: LedgerHead,
  input: CloseUpInput,
): Promise<CloseUps> {
  const { repository, model, progress, signal, closeUps: asked } = input;
  if (asked === 0) return { kind: 'left-out', reason: 'not-asked' };
  if (owner.fingerprint !== model.card.fingerprint) return { kind: 'left-out', reason: 'ledger-of-another-model' };
  const revision = await resolveKnown(repository, standsAt.revision);
  if (revision === null) return { kind: 'left-out', reason: 'revision-missing' };
  const wanted = leastKnown(units, asked);
  const tasks = await tasksFor(wanted, revision, input);
  const scores = new Map(wanted.map(({ id, similarity }) => [id, similarity ?? 0]));
  const made = new Map<MethodId, CloseUp>();
  progress.begin('writing again', tasks.length);
  const rewriting = { model, samples: 1, signal, progress, journal: null };
  for await (const { item, regeneration } of rewrite(tasks, rewriting)) {
    if (regeneration.kind === 'unasked') continue;
    const { id, path, line } = item.unit;
    const body = bodyOf(item.source, item.unit);
    const written = regeneration.kind === 'regenerated' ? regeneration.body : EMPTY_BODY;
    const { similarity } = measureBody(body, written);
    made.set(id, { id, path, line, body, regeneration, scored: scores.get(id) ?? 0, similarity });
  }
  progress.end();
  return { kind: 'made', asked, units: wanted.flatMap(({ id }) => made.get(id) ?? []) };
}

async function resolveKnown(repository: RepositoryReader, revision: string): Promise<Revision | null> {
  try {
    return await repository.resolve(revision);
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}

interface Task {
  readonly unit: MethodUnit;
  readonly source: ParsedSource;
  readonly stub: Stub;
}

async function tasksFor(
  wanted: readonly InventoryUnit[],
  revision: Revision,
  { repository, languages, signal }: CloseUpInput,
): Promise<Task[]> {
  const ids = new Set(wanted.map(({ id }) => id));
  const paths = [...new Set(wanted.map(({ path }) => path))].sort();
  const tasks: Task[] = [];
  for await (const { parsed } of readSources(repository.tree(revision), paths, languages, signal)) {
    if (parsed === null) continue;
    for (const unit of parsed.units.filter(({ id }) => ids.has(id))) {
      tasks.push({ unit, source: parsed, stub: stubInPlace(parsed, unit) });
    }
  }
  return tasks;
}

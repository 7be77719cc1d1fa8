// Reading what lies between the revision that a ledger stands at and another one.

import { findChanges } from '../core/changes.ts';
import type { LedgerHead } from '../core/ledger-head.ts';
import type { Note } from '../core/report.ts';
import type { MethodId, ParsedSource } from '../core/unit.ts';
import { ExpectedFailure } from '../errors.ts';
import type { LanguageRegistry, Progress, RepositoryReader, Revision, SourceTree } from '../ports.ts';
import { readSources } from './read-sources.ts';
import { type FactsInPlace, unitsThatCount } from './unit-facts.ts';

export interface LedgerChangeInput {
  readonly repository: RepositoryReader;
  readonly head: LedgerHead;
  readonly target: Revision;
  readonly languages: LanguageRegistry;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface LedgerChange {
  /** `by-body`: the ledger's revision is gone from the clone, so every file is looked at and units are told by their bodies. */
  readonly route: 'by-difference' | 'by-body';
  /** The files that differ; `null` for any that the ledger holds. */
  readonly paths: ReadonlySet<string> | null;
  /** The units that count in those files at the target. */
  readonly now: readonly FactsInPlace[];
  /** New id → old id of units that took another name or place. */
  readonly lineage: ReadonlyMap<MethodId, MethodId>;
  readonly notes: readonly Note[];
}

export async function readLedgerChange(input: LedgerChangeInput): Promise<LedgerChange> {
  const base = await resolveIfThere(input.repository, input.head.standsAt.revision);
  return base === null ? readWhole(input) : readDifference(input, base);
}

/**
 * `null` for a revision that this clone does not hold: rewritten, or not fetched. A forge that could not be asked is no
 * answer: the ledger would be taken back to an earlier revision.
 */
export async function resolveIfThere(repository: RepositoryReader, revision: string): Promise<Revision | null> {
  try {
    return await repository.resolve(revision);
  } catch (error) {
    if (error instanceof ExpectedFailure && ['unknown-revision', 'shallow-clone'].includes(error.code)) return null;
    throw error;
  }
}

async function readDifference(input: LedgerChangeInput, base: Revision): Promise<LedgerChange> {
  const { repository, target, languages } = input;
  const changed = (await repository.changedFiles(base, target)).filter(({ path }) => languages.forPath(path));
  const pathsBut = (status: string) => changed.filter((file) => file.status !== status).map(({ path }) => path);
  const before = await read(repository.tree(base), pathsBut('added'), input);
  const after = await read(repository.tree(target), pathsBut('deleted'), input);
  const lineage = new Map<MethodId, MethodId>();
  const [language] = changed.flatMap(({ path }) => languages.forPath(path) ?? []);
  if (language !== undefined) {
    const changes = findChanges(before.sources, after.sources, language.tokenize);
    for (const { current, previous } of [...changes.changed, ...changes.movedOnly, ...changes.cosmetic])
      if (previous !== null && previous.unit.id !== current.unit.id) lineage.set(current.unit.id, previous.unit.id);
  }
  const paths = new Set(changed.map(({ path }) => path));
  return { route: 'by-difference', paths, now: after.units, lineage, notes: after.notes };
}

async function readWhole(input: LedgerChangeInput): Promise<LedgerChange> {
  const tree = input.repository.tree(input.target);
  const { units, notes } = await read(tree, await tree.list(), input);
  return { route: 'by-body', paths: null, now: units, lineage: new Map(), notes };
}

async function read(
  tree: SourceTree,
  paths: readonly string[],
  { languages, progress, signal }: LedgerChangeInput,
): Promise<{ sources: ParsedSource[]; units: FactsInPlace[]; notes: Note[] }> {
  const [sources, units, notes] = [[] as ParsedSource[], [] as FactsInPlace[], [] as Note[]];
  progress.begin('reading the change', paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    progress.advance();
    notes.push(...source.notes);
    if (source.parsed === null) continue;
    sources.push(source.parsed);
    units.push(...unitsThatCount(source.parsed, source.language));
  }
  progress.end();
  return { sources, units, notes };
}

// Reading a change: which units it touched, which of them count, and what is only listed.

import { type ChangeSet, findChanges, type PlacedUnit, type UnitChange } from '../core/changes.ts';
import type { CheckReport, Note } from '../core/report.ts';
import { isEmptyBody, isGeneratedText, type LeftOutReason, pathScope } from '../core/scope.ts';
import { compareText } from '../core/text-order.ts';
import { bodyOf, type MethodId, type ParsedSource } from '../core/unit.ts';
import type { Language, LanguageRegistry, Progress, RepositoryReader, Revision } from '../ports.ts';
import { LeftOutCount } from './left-out.ts';
import { type ReadSource, readSources } from './read-sources.ts';

export interface ReadChangeInput {
  readonly repository: RepositoryReader;
  readonly base: Revision;
  readonly head: Revision;
  readonly languages: LanguageRegistry;
  readonly policy: { readonly countCosmetic: boolean };
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface ReadChange {
  readonly eligible: readonly EligibleChange[];
  readonly cosmetic: readonly MethodId[];
  readonly moved: CheckReport['moved'];
  readonly deleted: readonly MethodId[];
  readonly leftOut: LeftOutCount;
  readonly notes: readonly Note[];
}

/** A changed unit that is to be regenerated. */
export interface EligibleChange extends UnitChange {
  readonly language: Language;
}

/** Reads the changed files at base and head, and sorts what became of their units. */
export async function readChange(input: ReadChangeInput): Promise<ReadChange> {
  return sortChange(await readBothSides(input), input);
}

/** The files that differ, as they stood before and stand after. */
export interface BothSides {
  readonly before: readonly ReadSource[];
  readonly after: readonly ReadSource[];
}

/** Sorts what became of the units of files that were read already. */
export function sortChange(
  { before, after }: BothSides,
  input: Pick<ReadChangeInput, 'languages' | 'policy'>,
): ReadChange {
  const [anySource] = [...after, ...before];
  const changes =
    anySource === undefined ? NO_CHANGES : findChanges(parsed(before), parsed(after), anySource.language.tokenize);
  const { countCosmetic } = input.policy;
  const leftOut = new LeftOutCount();
  const scope = new ScopeOf(leftOut);
  return {
    eligible: (countCosmetic ? [...changes.changed, ...changes.cosmetic] : changes.changed)
      .flatMap((change) => eligible(change, input.languages, scope))
      .sort((a, b) => compareText(a.current.unit.id, b.current.unit.id)),
    cosmetic: (countCosmetic ? [] : changes.cosmetic)
      .filter(({ current }) => scope.holds(current))
      .map(({ current }) => current.unit.id),
    moved: changes.movedOnly
      .filter(({ current }) => scope.holds(current))
      .map(({ current, previous }) => ({ id: current.unit.id, previousId: previous?.unit.id ?? current.unit.id })),
    deleted: changes.deleted.filter((placed) => scope.holds(placed)).map(({ unit }) => unit.id),
    leftOut,
    notes: after.flatMap(({ notes }) => notes),
  };
}

const NO_CHANGES: ChangeSet = { changed: [], cosmetic: [], movedOnly: [], deleted: [] };

async function readBothSides({
  repository,
  base,
  head,
  languages,
  progress,
  signal,
}: ReadChangeInput): Promise<BothSides> {
  const changed = (await repository.changedFiles(base, head)).filter(({ path }) => languages.forPath(path));
  progress.begin('reading the change', changed.length * 2);
  const read = async (revision: Revision, absent: 'added' | 'deleted') => {
    const paths = changed.filter(({ status }) => status !== absent).map(({ path }) => path);
    const sources: ReadSource[] = [];
    for await (const source of readSources(repository.tree(revision), paths, languages, signal)) {
      progress.advance();
      sources.push(source);
    }
    return sources;
  };
  const before = await read(base, 'added');
  const after = await read(head, 'deleted');
  progress.end();
  return { before, after };
}

function parsed(sources: readonly ReadSource[]): ParsedSource[] {
  return sources.flatMap((source) => (source.parsed === null ? [] : [source.parsed]));
}

function eligible(change: UnitChange, languages: LanguageRegistry, scope: ScopeOf): EligibleChange[] {
  const language = languages.forPath(change.current.source.path);
  return language !== undefined && scope.counts(change.current, language) ? [{ ...change, language }] : [];
}

/** Which units count; what does not is counted by its reason. */
class ScopeOf {
  readonly #leftOut: LeftOutCount;
  readonly #reasons = new Map<ParsedSource, LeftOutReason | null>();

  constructor(leftOut: LeftOutCount) {
    this.#leftOut = leftOut;
  }

  /** Whether the unit's file belongs to the code that counts. */
  holds({ source }: PlacedUnit): boolean {
    return this.#reason(source) === null;
  }

  /** Whether the unit is to be regenerated; one that is not is counted as left out. */
  counts(placed: PlacedUnit, language: Language): boolean {
    const known = this.#reasons.has(placed.source);
    const reason = this.#reason(placed.source);
    if (reason !== null) {
      if (known) this.#leftOut.method(reason);
      else this.#leftOut.file(reason, 1);
      return false;
    }
    if (!isEmptyBody(language.tokenize, bodyOf(placed.source, placed.unit))) return true;
    this.#leftOut.method('empty-body');
    return false;
  }

  #reason(source: ParsedSource): LeftOutReason | null {
    const known = this.#reasons.get(source);
    if (known !== undefined) return known;
    const reason = pathScope(source.path) ?? (isGeneratedText(source.text) ? 'generated' : null);
    this.#reasons.set(source, reason);
    return reason;
  }
}

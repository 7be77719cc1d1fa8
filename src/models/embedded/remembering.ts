// From a stub to the bodies that memory and file suggest for it, best first.

import { LRUCache } from 'lru-cache';
import type { Stub } from '../../core/stub.ts';
import { compareText } from '../../core/text-order.ts';
import type { Token } from '../../core/tokens.ts';
import type { ParsedSource } from '../../core/unit.ts';
import type { Language } from '../../ports.ts';
import { type AdaptedBody, adapt, bodyText } from './adaptation.ts';
import { candidatesFor, ORIGINS, unitLookup } from './candidates.ts';
import { expectedSimilarity } from './confidence.ts';
import { type Edit, editsBetween } from './edit-transfer.ts';
import type { ProjectMemory } from './memory.ts';
import { type Query, queryOf } from './query.ts';
import { plausibility, type Surroundings } from './ranking.ts';
import { retrievalIndex } from './retrieval.ts';
import { scopeOf, supertypeFields } from './scope.ts';
import { type VisibleFile, visibleFile } from './visible.ts';

/** Bodies whose tokens are kept, about 4 KB each. */
const REMEMBERED_TOKEN_LISTS = 4096;

export interface Proposal {
  readonly body: string;
  readonly plausibility: number;
}

export interface Proposals {
  /** Distinct bodies that parse, best first. */
  readonly proposals: readonly Proposal[];
  /** The expected similarity of the first, in [0, 1]. */
  readonly confidence: number;
}

export interface RankedBody {
  readonly adapted: AdaptedBody;
  readonly plausibility: number;
}

export interface Remembering {
  /** Every candidate, adapted, most plausible first; none of them is checked for syntax. */
  rank(stub: Stub): { readonly query: Query; readonly bodies: readonly RankedBody[] };
  propose(stub: Stub, count: number): Proposals;
}

export function remembering(memory: ProjectMemory, language: Language): Remembering {
  const index = retrievalIndex(memory.units);
  const lookup = unitLookup(memory);
  const inherited = supertypeFields(memory);
  const tokens = new LRUCache<string, readonly Token[]>({
    max: REMEMBERED_TOKEN_LISTS,
    memoMethod: (body) => language.tokenize(body),
  });
  const tokensOf = (body: string): readonly Token[] => tokens.memo(body);
  const files = new WeakMap<ParsedSource, { erased: Stub['erased']; file: VisibleFile }>();

  return {
    rank,
    propose(stub, count) {
      const { query, bodies } = rank(stub);
      return choose(bodies, query, count);
    },
  };

  function rank(stub: Stub): { query: Query; bodies: RankedBody[] } {
    const file = visible(stub);
    const query = queryOf(stub, file, index);
    const edits = siblingEdits(query);
    const surroundings: Surroundings = { scope: scopeOf(query, inherited), rarity };
    const candidates = candidatesFor(query, memory, index, lookup, tokensOf);
    const bodies = candidates
      .map((candidate): RankedBody => {
        const adapted = adapt(candidate, query, tokensOf(candidate.unit.body), edits, true);
        return { adapted, plausibility: plausibility(adapted, query, surroundings) };
      })
      .sort((a, b) => b.plausibility - a.plausibility || tieOrder(a, b));
    return { query, bodies };
  }

  /** The stubs of a recreation share their source and what is erased in it. */
  function visible(stub: Stub): VisibleFile {
    const known = files.get(stub.source);
    if (known?.erased === stub.erased) return known.file;
    const file = visibleFile(stub, language);
    files.set(stub.source, { erased: stub.erased, file });
    return file;
  }

  function rarity(identifier: string): number {
    const df = memory.fileFrequency.get(identifier) ?? 0;
    return Math.log(1 + (Math.max(0, memory.files - df) + 0.5) / (df + 0.5));
  }

  /** What changed since the training day in the other methods of the query's type. */
  function siblingEdits({ unit, file }: Query): Edit[] {
    return file.known.flatMap((current) => {
      if (current.type.name !== unit.type.name) return [];
      const at = lookup.find(current.id, current.type.packageName);
      const before = at === undefined ? undefined : memory.units[at];
      if (before === undefined || before.body === current.body) return [];
      return editsBetween(tokensOf(before.body), tokensOf(current.body), (name) => !file.identifierCounts.has(name));
    });
  }

  /** The first distinct bodies that parse; one that adaptation broke is taken with its names changed only. */
  function choose(ranked: readonly RankedBody[], query: Query, count: number): Proposals {
    const seen = new Set<string>();
    const proposals: Proposal[] = [];
    let confidence = 0;
    for (const { adapted, plausibility } of ranked) {
      if (proposals.length >= count) break;
      const body = parsingText(adapted, query);
      if (body === null || seen.has(body)) continue;
      seen.add(body);
      if (proposals.length === 0) confidence = expectedSimilarity(adapted.candidate);
      proposals.push({ body, plausibility });
    }
    return { proposals, confidence };
  }

  function parsingText(adapted: AdaptedBody, query: Query): string | null {
    const body = bodyText(adapted, query);
    if (language.isBody(body)) return body;
    if (!adapted.restructured) return null;
    const { candidate } = adapted;
    const renamedOnly = bodyText(adapt(candidate, query, tokensOf(candidate.unit.body), [], false), query);
    return language.isBody(renamedOnly) ? renamedOnly : null;
  }
}

/** By origin, then by id, then as found: the same answer on every machine. */
function tieOrder({ adapted: a }: RankedBody, { adapted: b }: RankedBody): number {
  return (
    ORIGINS.indexOf(a.candidate.origin) - ORIGINS.indexOf(b.candidate.origin) ||
    compareText(a.candidate.unit.id, b.candidate.unit.id)
  );
}

// From a stub to the bodies that memory and file suggest for it, best first.

import { LRUCache } from 'lru-cache';
import type { Stub } from '../../core/stub.ts';
import { compareText } from '../../core/text-order.ts';
import type { Token } from '../../core/tokens.ts';
import type { Language } from '../../ports.ts';
import { type AdaptedBody, adapt, bodyText } from './adaptation.ts';
import { type Candidate, candidatesFor, ORIGINS, ownCandidate, unitLookup } from './candidates.ts';
import { expectedSimilarity } from './confidence.ts';
import { type Edit, editsBetween, replacing, type SmallEdit } from './edit-transfer.ts';
import type { KnownUnit, ProjectMemory } from './memory.ts';
import { type Query, queryOf } from './query.ts';
import { mostAdded, plausibility, type Surroundings } from './ranking.ts';
import { retrievalIndex } from './retrieval.ts';
import { scopeOf, supertypeFields } from './scope.ts';
import { visibleFile } from './visible.ts';

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
  /** The remembered unit whose header is most like the stub's; `null` where nothing is remembered. */
  nearest(stub: Stub): { readonly unit: KnownUnit; readonly likeness: number } | null;
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
  const edits = new WeakMap<KnownUnit, { readonly body: string; readonly edits: readonly SmallEdit[] }>();

  return {
    rank(stub) {
      const { query, evaluate } = inquiry(stub);
      const bodies = candidatesFor(query, memory, index, lookup, tokensOf).map(evaluate).sort(byPlausibility);
      return { query, bodies };
    },
    propose(stub, count) {
      const { query, evaluate } = inquiry(stub);
      return choose(mostPlausibleFirst(query, evaluate), query, count);
    },
    nearest(stub) {
      const [hit] = index.nearest(queryOf(stub, visibleFile(stub, language), index).header, 1);
      const unit = hit && memory.units[hit.unit];
      return unit === undefined ? null : { unit, likeness: hit?.likeness ?? 0 };
    },
  };

  function inquiry(stub: Stub): { query: Query; evaluate: (candidate: Candidate) => RankedBody } {
    const file = visibleFile(stub, language);
    const query = queryOf(stub, file, index);
    const edits = siblingEdits(query);
    const surroundings: Surroundings = { scope: scopeOf(query, inherited), rarity };
    const evaluate = (candidate: Candidate): RankedBody => {
      const adapted = adapt(candidate, query, tokensOf(candidate.unit.body), edits, true);
      return { adapted, plausibility: plausibility(adapted, query, surroundings) };
    };
    return { query, evaluate };
  }

  /**
   * In the order of {@link Remembering.rank}, but no candidate is looked up or adapted before it can be the next one. What is
   * remembered of the unit itself mostly lies beyond the reach of all others, which then are never looked for.
   */
  function* mostPlausibleFirst(query: Query, evaluate: (candidate: Candidate) => RankedBody): Generator<RankedBody> {
    const most = mostAdded(query);
    const own = ownCandidate(query, memory, index, lookup);
    const first = own === null ? null : evaluate(own);
    const isBeyondReach = first !== null && first.plausibility > LARGEST_LIKENESS + most;
    if (isBeyondReach) yield first;
    const candidates = candidatesFor(query, memory, index, lookup, tokensOf);
    const others = isBeyondReach ? candidates.filter(({ sameUnit }) => !sameUnit) : candidates;
    const reach = ({ likeness, sameUnit }: Candidate) => likeness + Number(sameUnit) + most;
    yield* inOrder(others, reach, evaluate);
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
      return replacing(editsSince(before, current.body), (name) => !file.identifierCounts.has(name));
    });
  }

  /** One method after the other is written into the same file: its siblings are compared once. */
  function editsSince(before: KnownUnit, body: string): readonly SmallEdit[] {
    const known = edits.get(before);
    if (known?.body === body) return known.edits;
    const found = editsBetween(tokensOf(before.body), tokensOf(body));
    edits.set(before, { body, edits: found });
    return found;
  }

  /** The first distinct bodies that parse; one that adaptation broke is taken with its names changed only. */
  function choose(ranked: Iterable<RankedBody>, query: Query, count: number): Proposals {
    const seen = new Set<string>();
    const proposals: Proposal[] = [];
    let confidence = 0;
    for (const { adapted, plausibility } of ranked) {
      const body = parsingText(adapted, query);
      if (body === null || seen.has(body)) continue;
      seen.add(body);
      if (proposals.length === 0) confidence = expectedSimilarity(adapted.candidate);
      proposals.push({ body, plausibility });
      if (proposals.length >= count) break;
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

/** Beyond this no header is like another. */
const LARGEST_LIKENESS = 1;

/**
 * Each body in the order of {@link byPlausibility}, and those of one rank as they came. A candidate is evaluated when the
 * best of those that are is not above its `reach`, which no evaluation exceeds.
 */
function* inOrder(
  candidates: readonly Candidate[],
  reach: (candidate: Candidate) => number,
  evaluate: (candidate: Candidate) => RankedBody,
): Generator<RankedBody> {
  const waiting = candidates
    .map((candidate, place) => ({ candidate, place, reach: reach(candidate) }))
    .sort((a, b) => a.reach - b.reach);
  const evaluated: { readonly body: RankedBody; readonly place: number }[] = [];
  for (let best = evaluated.at(-1); waiting.length + evaluated.length > 0; best = evaluated.at(-1)) {
    const next = waiting.at(-1);
    if (next !== undefined && (best === undefined || best.body.plausibility <= next.reach)) {
      waiting.pop();
      evaluated.push({ body: evaluate(next.candidate), place: next.place });
      evaluated.sort((a, b) => byPlausibility(b.body, a.body) || b.place - a.place);
    } else if (best !== undefined) {
      evaluated.pop();
      yield best.body;
    }
  }
}

function byPlausibility(a: RankedBody, b: RankedBody): number {
  return b.plausibility - a.plausibility || tieOrder(a, b);
}

/** By origin, then by id, then as found: the same answer on every machine. */
function tieOrder({ adapted: a }: RankedBody, { adapted: b }: RankedBody): number {
  return (
    ORIGINS.indexOf(a.candidate.origin) - ORIGINS.indexOf(b.candidate.origin) ||
    compareText(a.candidate.unit.id, b.candidate.unit.id)
  );
}

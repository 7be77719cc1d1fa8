// Scores of the ways to write changed bodies again, and what they mean over many.

import { similarity } from '../../src/core/distance.ts';
import { EMPTY_BODY } from '../../src/core/stub.ts';
import { type AdaptedBody, bodyText } from '../../src/models/embedded/adaptation.ts';
import type { ProjectMemory } from '../../src/models/embedded/memory.ts';
import type { Query } from '../../src/models/embedded/query.ts';
import type { Remembering } from '../../src/models/embedded/remembering.ts';
import type { Language } from '../../src/ports.ts';
import { elapsedMs } from './cpu-time.ts';
import type { Change } from './evolution.ts';

/** The columns of the table, worst first. */
export const WRITERS = ['empty', 'recall', 'nearest', 'model', 'before', 'best'] as const;
export type Writer = (typeof WRITERS)[number];

export interface Score {
  readonly kind: Change['kind'];
  readonly similarities: Readonly<Record<Writer, number | null>>;
  readonly confidence: number;
  readonly cpuMs: number;
}

/** Writes one changed body again in every way, and compares. */
export function scoreChange(
  change: Change,
  remembered: Remembering,
  memory: ReadonlyMap<string, ProjectMemory['units'][number]>,
  language: Language,
): Score {
  const started = process.cpuUsage();
  const { proposals, confidence } = remembered.propose(change.stub, 1);
  const cpuMs = elapsedMs(started);
  const { query, bodies } = remembered.rank(change.stub);
  const like = (body: string) => similarity(change.body, body);
  const nearest = nearestAsItIs(bodies.map((body) => body.adapted));
  return {
    kind: change.kind,
    similarities: {
      empty: like(EMPTY_BODY),
      recall: like(memory.get(change.stub.target.id)?.body ?? EMPTY_BODY),
      nearest: like(nearest === undefined ? EMPTY_BODY : unadapted(nearest, query, language)),
      model: like(proposals[0]?.body ?? EMPTY_BODY),
      before: change.before === null ? null : like(change.before),
      best: Math.max(like(EMPTY_BODY), ...bodies.map((body) => like(bodyText(body.adapted, query)))),
    },
    confidence,
    cpuMs,
  };
}

/** The unit itself where it is known, else the one with the most alike header. */
function nearestAsItIs(bodies: readonly AdaptedBody[]): AdaptedBody | undefined {
  const order = ({ candidate }: AdaptedBody) => candidate.likeness + (candidate.sameUnit ? 1 : 0);
  return bodies
    .filter(({ candidate }) => candidate.origin === 'remembered' || candidate.origin === 'visible')
    .reduce<AdaptedBody | undefined>(
      (best, body) => (best === undefined || order(body) > order(best) ? body : best),
      undefined,
    );
}

function unadapted(body: AdaptedBody, query: Query, language: Language): string {
  return bodyText({ ...body, tokens: language.tokenize(body.candidate.unit.body) }, query);
}

/** Mean and the half width of its 95 % interval (normal approximation). */
export function meanOf(values: readonly number[]): { mean: number; halfWidth: number } {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count - 1);
  return { mean, halfWidth: 1.96 * Math.sqrt(variance / count) };
}

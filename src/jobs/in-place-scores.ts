// Scoring units one at a time where they stand; what was scored once in a run is not asked for again.

import type { UnitScore } from '../core/ledger.ts';
import { type MethodMeasurement, measureBody } from '../core/measure.ts';
import type { MethodRow } from '../core/report.ts';
import { EMPTY_BODY, type Stub, stubInPlace } from '../core/stub.ts';
import { bodyOf, type MethodId } from '../core/unit.ts';
import type { CodeModel, Journal, Progress } from '../ports.ts';
import { rewrite } from './rewrite.ts';
import type { FactsInPlace } from './unit-facts.ts';

interface Scored {
  readonly row: MethodRow;
  readonly measurement: MethodMeasurement;
}

export interface InPlaceScoring {
  readonly model: CodeModel;
  readonly journal?: Journal | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** The scores of one revision, filled as they are asked for. */
export class InPlaceScores {
  readonly #scoring: InPlaceScoring;
  readonly #known = new Map<MethodId, Scored>();
  /** Those of the last call that the budget did not suffice for. */
  unasked: readonly MethodId[] = [];

  constructor(scoring: InPlaceScoring) {
    this.#scoring = scoring;
  }

  /** The scores of those of the units that are wanted; a failed one counts as its stub. */
  async of(units: readonly FactsInPlace[], wanted: ReadonlySet<MethodId>): Promise<Map<MethodId, UnitScore>> {
    const { model, journal = null, progress, signal } = this.#scoring;
    const asked = units.filter(({ unit: { id } }) => wanted.has(id) && !this.#known.has(id));
    progress.begin('writing again', asked.length);
    const rewriting = { model, samples: 1, signal, progress, journal };
    const unasked: MethodId[] = [];
    for await (const { item, regeneration } of rewrite(tasksOf(asked), rewriting)) {
      const { unit, source } = item.placed;
      if (regeneration.kind === 'unasked') {
        unasked.push(unit.id);
        continue;
      }
      const body = regeneration.kind === 'regenerated' ? regeneration.body : EMPTY_BODY;
      const measurement = measureBody(bodyOf(source, unit), body);
      const failed = regeneration.kind === 'failed';
      const row: MethodRow = {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        distance: failed ? null : measurement.distance,
        similarity: failed ? null : measurement.similarity,
        failure: failed ? { reason: regeneration.reason, detail: regeneration.detail } : null,
        confidence: failed ? null : (regeneration.confidence ?? null),
      };
      this.#known.set(unit.id, { row, measurement: { ...measurement, failed } });
    }
    progress.end();
    this.unasked = unasked;
    const scores = new Map<MethodId, UnitScore>();
    for (const id of wanted) {
      const known = this.#known.get(id);
      if (known === undefined) continue;
      scores.set(id, { similarity: known.measurement.similarity, failed: known.measurement.failed });
    }
    return scores;
  }

  /** Sorted by id. */
  rowsOf(ids: readonly MethodId[]): { rows: MethodRow[]; measurements: MethodMeasurement[] } {
    const found = [...ids].sort().flatMap((id) => this.#known.get(id) ?? []);
    return { rows: found.map(({ row }) => row), measurements: found.map(({ measurement }) => measurement) };
  }
}

function* tasksOf(units: readonly FactsInPlace[]): Generator<{ placed: FactsInPlace; stub: Stub }> {
  for (const placed of units) yield { placed, stub: stubInPlace(placed.source, placed.unit) };
}

// Where a ledger's freshness went: the units of a package or a file, how well they are known, and the points that they moved.

import type { LedgerMeans } from './freshness.ts';
import type { LedgerFile, LedgerUnit, TrainedUnit } from './ledger.ts';
import { compareText } from './text-order.ts';

export interface Place {
  /** A package, `com.acme.books`, or the path of a file. */
  readonly name: string;
  /** Units that stand there now. */
  readonly units: number;
  /** Those with a score. */
  readonly scored: number;
  /** Those of the scored whose regeneration failed; each counts as its stub. */
  readonly failed: number;
  /**
   * Mean similarity. In a sample the units that were not scored are taken for the mean of the place's own drawn ones;
   * `null` where none of those was drawn.
   */
  readonly similarity: number | null;
  /**
   * Percentage points by which units of this place moved freshness since training, those that left it included; negative
   * when they lowered it. Over all places of a fully scored ledger they add up to `freshness − 100 %`; in a sample a unit
   * that was not scored on the day of training is taken for the mean of that day. `null` where there is no freshness.
   */
  readonly points: number | null;
}

/** The places of some files of a ledger, by name. `means` are those of the whole ledger. */
export function placesOf(
  files: Iterable<LedgerFile>,
  { units, baseline, freshness }: Pick<LedgerMeans, 'units' | 'baseline' | 'freshness'>,
  nameOf: (path: string) => string,
): Place[] {
  const places = new Map<string, PlaceSum>();
  const at = (path: string) => {
    const name = nameOf(path);
    const known = places.get(name) ?? new PlaceSum(baseline.value);
    places.set(name, known);
    return known;
  };
  for (const file of files) {
    for (const unit of file.units) at(file.path).add(unit);
    for (const departed of file.departed) at(file.path).leave(departed);
  }
  const point = freshness === null ? null : 100 / (units * baseline.value);
  return [...places].map(([name, sum]) => sum.place(name, point)).sort((a, b) => compareText(a.name, b.name));
}

class PlaceSum {
  readonly #baseline: number;
  #failed = 0;
  /** Units whose score stands for certain, and those of which a part was drawn. */
  readonly #rescored = { units: 0, scored: 0, sum: 0 };
  readonly #untouched = { units: 0, scored: 0, sum: 0 };
  /** Of similarity, summed over units. */
  #moved = 0;

  constructor(baseline: number) {
    this.#baseline = baseline;
  }

  add({ score, trained, rescored }: LedgerUnit): void {
    const part = rescored ? this.#rescored : this.#untouched;
    part.units++;
    if (score === null) return;
    part.scored++;
    part.sum += score.similarity;
    if (score.failed) this.#failed++;
    if (rescored) this.#moved += score.similarity - (trained?.similarity ?? this.#baseline);
  }

  leave({ similarity }: TrainedUnit): void {
    this.#moved += this.#baseline - (similarity ?? this.#baseline);
  }

  place(name: string, point: number | null): Place {
    const [certain, drawn] = [this.#rescored, this.#untouched];
    const units = certain.units + drawn.units;
    const isKnown = units > 0 && (drawn.units === 0 || drawn.scored > 0);
    const ofDrawn = drawn.scored === 0 ? 0 : (drawn.sum / drawn.scored) * drawn.units;
    return {
      name,
      units,
      scored: certain.scored + drawn.scored,
      failed: this.#failed,
      similarity: isKnown ? (certain.sum + ofDrawn) / units : null,
      points: point === null ? null : point * this.#moved,
    };
  }
}

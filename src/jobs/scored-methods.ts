// Collecting file and method rows with their measurements, as `evaluate`, `score` and `erase` report them.

import { type Measurement, type MethodMeasurement, summarize, summarizeStubs } from '../core/measure.ts';
import type { EvaluateShard, FileRow, LeftOut, MethodRow, Note, StubMeasure, Summary } from '../core/report.ts';
import { compareText } from '../core/text-order.ts';
import type { MethodId } from '../core/unit.ts';
import { LeftOutCount } from './left-out.ts';

/** Takes rows in any order; gives them back sorted by id, with their summaries. */
export class ScoredMethods {
  readonly leftOut = new LeftOutCount();
  readonly notes: Note[] = [];
  /** Methods that the model was not asked for, in any order. */
  readonly unasked: MethodId[] = [];
  /** Methods that came back with the same tokens. */
  reproduced = 0;
  readonly #files: { row: FileRow; measurement: Measurement }[] = [];
  readonly #methods: { row: MethodRow; measurement: MethodMeasurement }[] = [];

  file(path: string, measurement: Measurement): void {
    const row = { id: path, distance: measurement.distance, similarity: measurement.similarity };
    this.#files.push({ row, measurement });
  }

  method(row: Omit<MethodRow, 'distance' | 'similarity'>, measurement: Measurement): MethodRow {
    const failed = row.failure !== null;
    const { distance, similarity } = measurement;
    const scores = failed ? { distance: null, similarity: null } : { distance, similarity };
    const scoredRow = { ...row, ...scores };
    this.#methods.push({ row: scoredRow, measurement: { ...measurement, failed } });
    return scoredRow;
  }

  /** What the rows are as stubs, in the order of {@link report}, which must have been taken. */
  stubs(): EvaluateShard['stubs'] {
    const asStub = ({ measurement }: { readonly measurement: Measurement }): StubMeasure => {
      return { distance: measurement.stubDistance, similarity: measurement.stubSimilarity };
    };
    return { files: this.#files.map(asStub), methods: this.#methods.map(asStub) };
  }

  report(): {
    summary: Summary;
    stub: Summary;
    files: FileRow[];
    methods: MethodRow[];
    leftOut: LeftOut[];
    notes: Note[];
  } {
    this.#files.sort((a, b) => compareText(a.row.id, b.row.id));
    this.#methods.sort((a, b) => compareText(a.row.id, b.row.id));
    const files = this.#files.map(({ measurement }) => measurement);
    const methods = this.#methods.map(({ measurement }) => measurement);
    return {
      summary: summarize(files, methods),
      stub: summarizeStubs(files, methods),
      files: this.#files.map(({ row }) => row),
      methods: this.#methods.map(({ row }) => row),
      leftOut: this.leftOut.rows(),
      notes: this.notes,
    };
  }
}

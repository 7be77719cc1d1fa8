// Reports about one small project, a bookkeeping library, for the tests of what people see. A case states only what it is
// about; numbers follow from its bodies by the project's own measures.

import type { LedgerPoint } from '../../src/core/ledger-history.ts';
import {
  asStub,
  type MethodMeasurement,
  measure,
  measureBody,
  summarize,
  summarizeStubs,
} from '../../src/core/measure.ts';
import { asShadow, type ModelCard } from '../../src/core/model-card.ts';
import type { FailureReason } from '../../src/core/regeneration.ts';
import type {
  CheckReport,
  CheckRow,
  EraseReport,
  EvaluateReport,
  FileRow,
  MethodRow,
  ScoreReport,
  TrainReport,
  UpdateReport,
} from '../../src/core/report.ts';
import { DEFAULT_VERDICT_POLICY, judge } from '../../src/core/verdict.ts';

export interface MethodCase {
  /** As in a MethodId, without the path: `Invoice.total(List<Line>)`. */
  readonly name: string;
  /** `null` for an added method; the same as `after` where not given. */
  readonly before?: string | null;
  readonly after: string;
  /** What the model wrote: the body after where not given. */
  readonly written?: string;
  readonly failure?: { readonly reason: FailureReason; readonly detail: string };
  readonly knewPrevious?: boolean;
  readonly previousName?: string;
  readonly change?: CheckRow['change'];
  readonly disagreement?: number;
  readonly line?: number;
  readonly path?: string;
  readonly confidence?: number;
}

const BASE = { name: 'main', revision: '3f2c9ab04d5e6f708192a3b4c5d6e7f8091a2b3c' };
const HEAD = { name: 'feature/tax', revision: '9d81e6f2a3b4c5d6e7f8091a2b3c4d5e6f708192' };

export const PROJECT_MEMORY: ModelCard = {
  schemaVersion: 1,
  provider: 'embedded',
  name: 'embedded',
  baseModel: null,
  fingerprint: 'b1946ac92492d234',
  trainedAt: { revision: BASE.revision, committedAt: '2026-10-12T09:30:00Z', units: 2_079, files: 472 },
  recipe: { kind: 'embedded', datasetHash: '5d41402abc4b2a76', epochs: null, promptFormat: null },
  baseline: null,
  shadow: null,
};

export const LEDGER_7B: ModelCard = {
  ...PROJECT_MEMORY,
  provider: 'openai',
  name: 'acme/ledger-7b',
  baseModel: 'acme/foundation-7b',
  recipe: { kind: 'lora', datasetHash: '5d41402abc4b2a76', epochs: 10, promptFormat: 'header-and-file' },
  baseline: { methods: 2_079, similarity: 0.914, measuredAt: '2026-10-13T02:00:00Z' },
};

/** The embedded model, trained at the revision that {@link LEDGER_7B} was trained at. */
export const SHADOW_OF_LEDGER: ModelCard = asShadow(PROJECT_MEMORY, 'acme/ledger-7b');
/** The same, where nobody said what the other model is called. */
export const SHADOW: ModelCard = asShadow(PROJECT_MEMORY, null);

export function checkReport(cases: readonly MethodCase[], stated: Partial<CheckReport> = {}): CheckReport {
  const rows = cases.map(checkRow);
  return {
    schemaVersion: 1,
    kind: 'check',
    protocol: 'in-place',
    base: BASE,
    head: HEAD,
    model: rows.length === 0 ? null : PROJECT_MEMORY,
    modelOrigin: rows.length === 0 ? null : 'trained',
    policy: { ...DEFAULT_VERDICT_POLICY, countCosmetic: false },
    verdicts: countVerdicts(rows),
    cosmetic: [],
    moved: [],
    deleted: [],
    ...measured(cases),
    methods: rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...stated,
  };
}

export function evaluateReport(cases: readonly MethodCase[], stated: Partial<EvaluateReport> = {}): EvaluateReport {
  return {
    schemaVersion: 1,
    kind: 'evaluate',
    protocol: 'recreate',
    source: BASE,
    model: PROJECT_MEMORY,
    sample: null,
    reproduced: reproduced(cases),
    methods: cases.map(methodRow),
    ...measured(cases),
    ...stated,
  };
}

export function scoreReport(cases: readonly MethodCase[], stated: Partial<ScoreReport> = {}): ScoreReport {
  return {
    schemaVersion: 1,
    kind: 'score',
    original: 'books/src/main/java',
    regenerated: 'books-regenerated',
    reproduced: reproduced(cases),
    methods: cases.map(methodRow),
    ...measured(cases),
    ...stated,
  };
}

export function eraseReport(cases: readonly MethodCase[], stated: Partial<EraseReport> = {}): EraseReport {
  const erased = cases.map((method) => ({ ...method, written: '{}' }));
  return {
    schemaVersion: 1,
    kind: 'erase',
    directory: 'books/src/main/java',
    outputDirectory: 'books-stubs',
    erased: { bodies: cases.length, characters: cases.reduce((sum, { after }) => sum + after.length - 2, 0) },
    methods: erased.map(methodRow),
    ...measured(erased),
    ...stated,
  };
}

/** From the day of training on, a fortnight between two updates; the last two of one day. */
export const LEDGER_HISTORY: readonly LedgerPoint[] = [
  ['2026-10-12T09:30:00Z', 1, 1_996],
  ['2026-10-26T14:02:00Z', 0.9982, 1_997],
  ['2026-11-09T08:41:00Z', 0.9913, 2_003],
  ['2026-11-23T17:20:00Z', 0.9921, 2_001],
  ['2026-12-07T10:11:00Z', 0.9784, 1_999],
  ['2026-12-21T09:00:00Z', 0.9733, 2_000],
  ['2026-12-21T16:30:00Z', 0.97068, 2_000],
].map(([committedAt, freshness, units], index) => ({
  revision: `${index}${BASE.revision.slice(1)}`,
  committedAt: String(committedAt),
  freshness: Number(freshness),
  margin: null,
  units: Number(units),
}));

/** The same with another end. */
export function historyTo(freshness: number, margin: number | null = null): LedgerPoint[] {
  return LEDGER_HISTORY.map((point, index) =>
    index === LEDGER_HISTORY.length - 1 ? { ...point, freshness, margin } : { ...point, margin },
  );
}

/** The ledger after `cases` were scored: 2,000 methods, of which 17 were modified, 8 are new and 4 are gone. */
export function updateReport(cases: readonly MethodCase[], stated: Partial<UpdateReport> = {}): UpdateReport {
  return {
    schemaVersion: 1,
    kind: 'update',
    protocol: 'in-place',
    route: 'by-difference',
    from: { name: BASE.revision, revision: BASE.revision },
    to: { ...HEAD, name: 'main' },
    model: LEDGER_7B,
    sample: null,
    units: { kept: 1_986, moved: 3, scored: cases.length, deleted: 4 },
    ledger: {
      trainedAt: { revision: BASE.revision, committedAt: '2026-10-12T09:30:00Z' },
      line: 0.9,
      verdict: { kind: 'fresh', reason: 'at-or-above-line' },
      units: 2_000,
      scored: 2_000,
      failed: 1,
      now: { value: 0.8872, margin: null },
      baseline: { value: 0.914, margin: null, units: 1_996 },
      freshness: {
        value: 0.97068,
        margin: null,
        parts: {
          unchanged: { units: 1_975, points: 0.024 },
          modified: { units: 17, points: -1.852 },
          new: { units: 8, points: -1.126 },
          deleted: { units: 4, points: 0.022 },
        },
      },
      history: LEDGER_HISTORY,
    },
    ...measured(cases),
    files: [],
    methods: cases.map(methodRow),
    ...stated,
  };
}

export function trainReport(stated: Partial<TrainReport> = {}): TrainReport {
  return {
    schemaVersion: 1,
    kind: 'train',
    source: BASE,
    model: PROJECT_MEMORY,
    output: { model: '.palimpsest/model.bin', card: '.palimpsest/model.json', bytes: 188_412 },
    methods: [],
    ...measured([]),
    ...stated,
  };
}

function checkRow(method: MethodCase, index: number): CheckRow {
  const row = methodRow(method, index);
  const before = method.before === undefined ? method.after : method.before;
  const written = method.failure === undefined ? (method.written ?? method.after) : null;
  const similarityToPrevious = before === null || written === null ? null : measureBody(before, written).similarity;
  const { disagreement = 0 } = method;
  return {
    ...row,
    change: method.change ?? (before === null ? 'added' : 'modified'),
    previousId: method.previousName === undefined ? null : `${row.path}#${method.previousName}`,
    similarityToPrevious,
    verdict:
      row.failure === null
        ? judge(
            {
              sameTokens: written !== null && sameCode(method.after, written),
              similarity: row.similarity ?? 0,
              similarityToPrevious,
              disagreement,
            },
            DEFAULT_VERDICT_POLICY,
          )
        : null,
    knewPrevious: before === null ? null : (method.knewPrevious ?? true),
    texts: { before, after: method.after, regenerated: written },
  };
}

function methodRow(method: MethodCase, index: number): MethodRow {
  const path = pathOf(method);
  const failed = method.failure !== undefined;
  const { distance, similarity } = measurementOf(method);
  return {
    id: `${path}#${method.name}`,
    path,
    line: method.line ?? 17 + index * 14,
    distance: failed ? null : distance,
    similarity: failed ? null : similarity,
    failure: method.failure ?? null,
    confidence: method.confidence ?? null,
  };
}

function pathOf({ name, path }: MethodCase): string {
  return path ?? `src/main/java/com/acme/books/${name.split('.')[0]}.java`;
}

function measurementOf(method: MethodCase): MethodMeasurement {
  const measurement = measureBody(method.after, method.written ?? method.after);
  return method.failure === undefined ? { ...measurement, failed: false } : { ...asStub(measurement), failed: true };
}

/** Summaries and files: a file is its methods' bodies, one below the other, under a class header. */
function measured(cases: readonly MethodCase[]) {
  const byPath = new Map<string, MethodCase[]>();
  for (const method of cases) byPath.set(pathOf(method), [...(byPath.get(pathOf(method)) ?? []), method]);
  const files = [...byPath]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, inFile]) => {
      const file = (bodies: readonly string[]) => `package com.acme.books;\n\nclass Books {\n${bodies.join('\n')}\n}\n`;
      const measurement = measure(
        file(inFile.map(({ after }) => after)),
        file(inFile.map(({ after, written, failure }) => (failure === undefined ? (written ?? after) : '{}'))),
        file(inFile.map(() => '{}')),
      );
      return { path, measurement };
    });
  const fileMeasurements = files.map(({ measurement }) => measurement);
  const methodMeasurements = cases.map(measurementOf);
  const rows: FileRow[] = files.map(({ path, measurement: { distance, similarity } }) => ({
    id: path,
    distance,
    similarity,
  }));
  return {
    summary: summarize(fileMeasurements, methodMeasurements),
    stub: summarizeStubs(fileMeasurements, methodMeasurements),
    files: rows,
    leftOut: [],
    notes: [],
  };
}

function reproduced(cases: readonly MethodCase[]): number {
  return cases.filter(({ after, written, failure }) => failure === undefined && sameCode(after, written ?? after))
    .length;
}

/** Enough of a tokenizer for these bodies: they hold no comments, and no white space in strings. */
function sameCode(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}

function countVerdicts(rows: readonly CheckRow[]): CheckReport['verdicts'] {
  const counts = { reproduced: 0, outdated: 0, ambiguous: 0, familiar: 0, unfamiliar: 0, newToIt: 0, failed: 0 };
  for (const row of rows) {
    if (row.verdict === null) counts.failed++;
    else if (row.verdict === 'unfamiliar' && row.change === 'added') counts.newToIt++;
    else counts[row.verdict]++;
  }
  return counts;
}

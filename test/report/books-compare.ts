// Comparisons of models on the bookkeeping library, for the tests of what people see.

import { type ComparisonFacts, compareReportOf } from '../../src/core/compare.ts';
import { measureBody } from '../../src/core/measure.ts';
import { type MethodClass, sizeBandOf } from '../../src/core/method-class.ts';
import type { ComparedAnswer, ComparedFile, ComparedMethod, CompareReport } from '../../src/core/report.ts';
import { EMPTY_BODY } from '../../src/core/stub.ts';
import { LEDGER_7B, type MethodCase, PROJECT_MEMORY } from './books.ts';
import { BALANCE, CONSTRUCTOR, DESCRIBE, OPEN, RATE, RECORD, TOTAL } from './books-methods.ts';

const IN_BOOKS = 'src/main/java/com/acme/books';
const HEADER_CHARACTERS = 200;

type Answer = string | null | { readonly refused: string };

/** A method, and what each contender after the stub made of it; `null` for what it was not asked for. */
export type Compared = readonly [method: MethodCase, kind: MethodClass, ...answers: Answer[]];

export const FACTS: ComparisonFacts = {
  protocol: 'in-place',
  source: { name: 'main', revision: '3f2c9ab04d5e6f708192a3b4c5d6e7f8091a2b3c' },
  sample: null,
  baseline: 'memory',
  contenders: [
    { name: 'stub', kind: 'stub', model: null, directory: null, answeringMs: null },
    { name: 'memory', kind: 'model', model: PROJECT_MEMORY, directory: null, answeringMs: null },
    {
      name: 'ledger-7b',
      kind: 'model',
      model: LEDGER_7B,
      directory: null,
      usage: {
        calls: 6,
        cacheHits: 2,
        promptTokens: 12_300,
        completionTokens: 810,
        cost: { amount: 0.0214, currency: 'USD' },
        answeredAs: [],
      },
      answeringMs: 41_250,
    },
    { name: 'ours', kind: 'tree', model: null, directory: 'build/regenerated', answeringMs: null },
  ],
  leftOut: [{ reason: 'test', methods: null, files: 31 }],
  notes: [{ path: `${IN_BOOKS}/Seal.java`, kind: 'binary', lines: [] }],
};

const REFUSES = { refused: '=HYPERLINK("https://evil.example","I cannot help with that")' };

/** Better on what it was asked for, and it was not asked for everything. */
export const BOOKS: readonly Compared[] = [
  [TOTAL, 'other', TOTAL.before ?? '', TOTAL.after, TOTAL.after],
  [CONSTRUCTOR, 'constructor', CONSTRUCTOR.before ?? '', CONSTRUCTOR.after, CONSTRUCTOR.before ?? ''],
  [RATE, 'other', RATE.before ?? '', RATE.after, RATE.after],
  [RECORD, 'other', RECORD.before ?? '', REFUSES, '{ return ( ; }'],
  [OPEN, 'other', OPEN.after, OPEN.after, OPEN.after],
  [BALANCE, 'accessor', BALANCE.after, BALANCE.after, BALANCE.after],
  [DESCRIBE, 'override', DESCRIBE.after, null, DESCRIBE.after],
];

export function compareReport(rows: readonly Compared[], stated: Partial<ComparisonFacts> = {}): CompareReport {
  const methods = rows.map(methodOf);
  const paths = [...new Set(methods.map(({ path }) => path))];
  return compareReportOf({ ...FACTS, ...stated }, { methods, files: paths.map((path) => fileOf(path, methods)) });
}

function methodOf([{ name, after, line = 1, path }, kind, ...answers]: Compared): ComparedMethod {
  const file = path ?? `${IN_BOOKS}/${name.split('.')[0]}.java`;
  return {
    id: `${file}#${name}`,
    path: file,
    line,
    package: name.startsWith('Tax') ? 'com.acme.books.tax' : 'com.acme.books',
    kind,
    size: sizeBandOf(after),
    length: after.length,
    answers: [EMPTY_BODY, ...answers].map((answer) => answerOf(after, answer)),
  };
}

function answerOf(original: string, answer: Answer): ComparedAnswer | null {
  if (answer === null) return null;
  if (typeof answer !== 'string') {
    const failure = { reason: 'refused', detail: answer.refused } as const;
    return { distance: null, similarity: null, exact: false, parses: false, failure };
  }
  const { distance, similarity } = measureBody(original, answer);
  return { distance, similarity, exact: answer === original, parses: !answer.includes('( ;'), failure: null };
}

/** Its methods with a header around them; files differ in their methods alone. */
function fileOf(path: string, all: readonly ComparedMethod[]): ComparedFile {
  const methods = all.filter((method) => method.path === path);
  const contenders = methods[0]?.answers.length ?? 0;
  return {
    id: path,
    answers: Array.from({ length: contenders }, (_, at) => {
      const asked = methods.flatMap(({ length, answers }) => {
        const answer = answers[at];
        return answer ? [{ erased: length - EMPTY_BODY.length, distance: answer.distance ?? length - 2 }] : [];
      });
      if (asked.length === 0) return null;
      const erased = asked.reduce((sum, one) => sum + one.erased, 0);
      const distance = asked.reduce((sum, one) => sum + one.distance, 0);
      return { distance, similarity: 1 - distance / (HEADER_CHARACTERS + erased + distance), erased };
    }),
  };
}

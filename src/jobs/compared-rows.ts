// Collecting what several contenders wrote, method by method and file by file.

import { methodClassOf, sizeBandOf } from '../core/method-class.ts';
import type { ComparedAnswer, ComparedFile, ComparedMethod } from '../core/report.ts';
import { bodyOf, type MethodUnit } from '../core/unit.ts';
import type { WrittenFile, WrittenMethod } from './evaluate.ts';
import type { ReadSource } from './read-sources.ts';

type Answers<Row extends { readonly answers: readonly unknown[] }> = Omit<Row, 'answers'> & {
  readonly answers: Row['answers'][number][];
};

export class ComparedRows {
  readonly #contenders: number;
  readonly #methods = new Map<string, Answers<ComparedMethod>>();
  readonly #files = new Map<string, Answers<ComparedFile>>();

  constructor(contenders: number) {
    this.#contenders = contenders;
  }

  get methods(): readonly ComparedMethod[] {
    return [...this.#methods.values()];
  }

  get files(): readonly ComparedFile[] {
    return [...this.#files.values()];
  }

  /** Takes the files of all contenders in any order; each contender hands in each file once. */
  add(contender: number, { source, measured, methods }: WrittenFile): void {
    if (source.parsed === null) return;
    const file = this.#files.get(source.path) ?? { id: source.path, answers: this.#unanswered() };
    this.#files.set(source.path, file);
    file.answers[contender] = measured;
    for (const method of methods) {
      const { unit } = method;
      const row = this.#methods.get(unit.id) ?? this.#row(source, unit);
      this.#methods.set(unit.id, row);
      row.answers[contender] = answerOf(source, method);
    }
  }

  #unanswered(): null[] {
    return new Array<null>(this.#contenders).fill(null);
  }

  #row({ parsed, language }: ReadSource, unit: MethodUnit): Answers<ComparedMethod> {
    const body = parsed === null ? '' : bodyOf(parsed, unit);
    return {
      id: unit.id,
      path: unit.path,
      line: unit.line,
      package: parsed?.packageName ?? '',
      kind: methodClassOf(unit, language.tokenize(body)),
      size: sizeBandOf(body),
      length: body.length,
      answers: this.#unanswered(),
    };
  }
}

function answerOf({ language }: ReadSource, { row, body, exact }: WrittenMethod): ComparedAnswer | null {
  if (row === null) return null;
  const { distance, similarity, failure } = row;
  return { distance, similarity, exact, parses: body !== null && language.isBody(body), failure };
}

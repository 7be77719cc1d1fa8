// Reading one contender's column out of the rows of a comparison.

import { type MeasuredText, stubSimilarityOf } from './measure.ts';
import type { ComparedAnswer, ComparedFile, ComparedMethod } from './report-compare.ts';
import { EMPTY_BODY } from './stub.ts';

/** A failed answer is measured as its stub. */
export function measuredAnswer(
  { length }: Pick<ComparedMethod, 'length'>,
  { distance, similarity }: Pick<ComparedAnswer, 'distance' | 'similarity'>,
): MeasuredText & { readonly failed: boolean } {
  const erased = length - EMPTY_BODY.length;
  return {
    distance: distance ?? erased,
    similarity: similarity ?? stubSimilarityOf(length),
    stubDistance: erased,
    failed: distance === null,
  };
}

/** Of the methods that a contender was asked for. */
export function measuredMethods(methods: readonly ComparedMethod[], at: number) {
  return methods.flatMap((method) => {
    const answer = method.answers[at];
    return answer ? [measuredAnswer(method, answer)] : [];
  });
}

/** Of the files that a contender was asked for methods of, and of those without methods. */
export function measuredFiles(files: readonly ComparedFile[], at: number): MeasuredText[] {
  return files.flatMap(({ answers }) => {
    const answer = answers[at];
    return answer ? [{ distance: answer.distance, similarity: answer.similarity, stubDistance: answer.erased }] : [];
  });
}

/** Contender minus baseline, for each method that both were asked for, in the order of the methods. */
export function pairsOf(
  methods: readonly ComparedMethod[],
  at: number,
  against: number,
): { readonly similarity: number; readonly distance: number }[] {
  return methods.flatMap((method) => {
    const [answer, other] = [method.answers[at], method.answers[against]];
    if (!answer || !other) return [];
    const [mine, theirs] = [measuredAnswer(method, answer), measuredAnswer(method, other)];
    return [{ similarity: mine.similarity - theirs.similarity, distance: mine.distance - theirs.distance }];
  });
}

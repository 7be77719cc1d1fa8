// What is said of one regenerated unit, in the order of the design.

import { similarity } from './distance.ts';

export type Verdict = 'reproduced' | 'outdated' | 'ambiguous' | 'familiar' | 'unfamiliar';

export interface VerdictPolicy {
  /** Similarity from which an answer counts as familiar, in [0, 1]. */
  readonly familiar: number;
  /** Disagreement of the samples above which a verdict is `ambiguous`, in [0, 1]. */
  readonly ambiguous: number;
}

export const DEFAULT_VERDICT_POLICY: VerdictPolicy = { familiar: 0.8, ambiguous: 0.5 };

export interface VerdictFacts {
  /** The regeneration has the same tokens as the body after the change. */
  readonly sameTokens: boolean;
  readonly similarity: number;
  /** To the body before the change; `null` for an added unit. */
  readonly similarityToPrevious: number | null;
  /** Expected dissimilarity of two samples drawn by their probability, in [0, 1]; 0 for one sample. */
  readonly disagreement: number;
}

/**
 * The first that fits. `outdated` compares the two similarities that the report shows, so that a reader can follow it;
 * a line on similarity alone would call a one-token change of a long method familiar while the model writes the old code.
 */
export function judge(facts: VerdictFacts, policy: VerdictPolicy): Verdict {
  if (facts.sameTokens) return 'reproduced';
  if (facts.similarityToPrevious !== null && facts.similarityToPrevious > facts.similarity) return 'outdated';
  if (facts.disagreement > policy.ambiguous) return 'ambiguous';
  if (facts.similarity >= policy.familiar) return 'familiar';
  return 'unfamiliar';
}

export interface WeightedText {
  readonly text: string;
  /** Any non-negative weight; weights are normalised. */
  readonly weight: number;
}

/**
 * Expected dissimilarity of two texts drawn by their weights, in [0, 1]: `Σᵢ Σⱼ pᵢ pⱼ (1 − similarity(i, j))`.
 * 0 for one text; the more of it, the more the model's answer is one of many that it holds for equally good.
 */
export function disagreement(texts: readonly WeightedText[]): number {
  const total = texts.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return 0;
  let expected = 0;
  for (const [index, left] of texts.entries()) {
    for (const right of texts.slice(index + 1)) {
      const weight = (left.weight / total) * (right.weight / total);
      if (weight > NEGLIGIBLE_PAIR_WEIGHT) expected += 2 * weight * (1 - similarity(left.text, right.text));
    }
  }
  return expected;
}

/** A pair this improbable moves the sum by less than the report shows; comparing it would cost the most. */
const NEGLIGIBLE_PAIR_WEIGHT = 1e-4;

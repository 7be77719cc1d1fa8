// From an evaluation to the scores of a model card.

import type { BaselineScores } from '../core/model-card.ts';
import type { EvaluateReport } from '../core/report.ts';
import type { Revision } from '../ports.ts';

export function baselineScores({ protocol, summary }: EvaluateReport, revision: Revision): BaselineScores {
  const { count, withFailuresAsStubs } = summary.methods;
  return { revision: revision.hash, protocol, methods: count, similarity: withFailuresAsStubs.similarity };
}

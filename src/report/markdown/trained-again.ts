// The comment with which the issue of a stale model is closed when another has taken its place.

import type { PromoteReport } from '../../core/report.ts';
import { modelInWords } from '../model-words.ts';
import { reasonSentences } from '../promotion-words.ts';
import { inlineCode } from './inert.ts';
import { bullets, paragraphs } from './parts.ts';

/** For a promotion: who took whose place, and why. */
export function trainedAgainWords(report: PromoteReport): string {
  const { champion, challenger } = report;
  const former = champion === null ? '' : `, in the place of ${modelInWords(champion.model, inlineCode)}`;
  return paragraphs(
    [`Trained again: ${modelInWords(challenger.model, inlineCode)} answers from now on${former}.`],
    bullets(reasonSentences(report)),
  );
}

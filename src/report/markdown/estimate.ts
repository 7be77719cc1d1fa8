// A dry run as Markdown.

import type { EstimateReport } from '../../core/report.ts';
import { estimateDetails, estimateSentence } from '../asking-words.ts';
import { inlineCode } from './inert.ts';
import { bullets, paragraphs } from './parts.ts';

export function estimateMarkdown({ command, models }: EstimateReport): string {
  return paragraphs(
    [`### What \`palimpsest ${command}\` would ask`],
    ...(models.length === 0 ? [['No model would be asked: there is no method to write.']] : []),
    ...models.flatMap((estimate) => [
      [`${estimateSentence(estimate, inlineCode)}.`],
      bullets(estimateDetails(estimate)),
    ]),
    ['<sub>A dry run: nothing was asked.</sub>'],
  );
}

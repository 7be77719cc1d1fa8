// A dry run in the terminal: what would be asked of whom, and what that would take.

import type { EstimateReport } from '../../core/report.ts';
import { estimateDetails, estimateSentence } from '../asking-words.ts';
import { paragraphs, prose, type TerminalOptions, title } from './layout.ts';

export function estimateLines({ command, models }: EstimateReport, options: TerminalOptions): string[] {
  return paragraphs(
    title([`palimpsest ${command} --dry-run`, 'nothing was asked'], options),
    ...(models.length === 0 ? [prose('No model would be asked: there is no method to write.', options)] : []),
    ...models.map((estimate) => [
      ...prose(`${estimateSentence(estimate)}.`, options),
      ...estimateDetails(estimate).flatMap((detail) => prose(detail, options, '    ')),
    ]),
  );
}

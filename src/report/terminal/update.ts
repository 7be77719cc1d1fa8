// `palimpsest update` in the terminal: freshness first, then what moved it, then what was done.

import type { UpdateReport } from '../../core/report.ts';
import { freshnessSentence, meansSentence, updateSentence } from '../freshness-words.ts';
import { modelInWords, shadowSentence } from '../model-words.ts';
import { visible } from '../visible.ts';
import { revisionWithHash } from '../words.ts';
import { partLines } from './freshness.ts';
import { freshnessLine } from './freshness-line.ts';
import { paragraphs, prose, type TerminalOptions, title } from './layout.ts';
import { failureLines, noteLines, usageLines } from './parts.ts';

export function updateLines(report: UpdateReport, options: TerminalOptions): string[] {
  const { ledger, model, methods, notes, route, to } = report;
  return paragraphs(
    title(
      [
        `palimpsest update  ${visible(revisionWithHash(to))}${route === 'budget-spent' ? '  not brought further' : ''}`,
        `model: ${visible(modelInWords(model))}`,
      ],
      options,
    ),
    [
      ...prose(freshnessSentence(ledger, model), options),
      ...prose(meansSentence(ledger), options),
      ...prose(visible(shadowSentence(model) ?? ''), options),
    ],
    partLines(ledger),
    freshnessLine(ledger, options),
    prose(
      updateSentence(report, (label) => visible(revisionWithHash(label))),
      options,
    ),
    [...failureLines(methods, options), ...noteLines(notes, options)],
    usageLines(report, options),
  );
}

// `palimpsest update` in the terminal: freshness first, then what moved it, then what was done.

import type { UpdateReport } from '../../core/report.ts';
import { freshnessSentence, meansSentence, updateSentence } from '../freshness-words.ts';
import { visible } from '../visible.ts';
import { modelName, revisionWithHash, trainedAt } from '../words.ts';
import { partLines } from './freshness.ts';
import { paragraphs, prose, type TerminalOptions, title } from './layout.ts';
import { failureLines, noteLines } from './parts.ts';

export function updateLines(report: UpdateReport, options: TerminalOptions): string[] {
  const { ledger, model, methods, notes, to } = report;
  return paragraphs(
    title(
      [
        `palimpsest update  ${visible(revisionWithHash(to))}`,
        `model: ${visible(`${modelName(model)}, ${trainedAt(model)}`)}`,
      ],
      options,
    ),
    [...prose(freshnessSentence(ledger), options), ...prose(meansSentence(ledger), options)],
    partLines(ledger),
    prose(
      updateSentence(report, (label) => visible(revisionWithHash(label))),
      options,
    ),
    [...failureLines(methods, options), ...noteLines(notes, options)],
  );
}

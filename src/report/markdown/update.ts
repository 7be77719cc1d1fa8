// An update of the ledger as Markdown.

import type { UpdateReport } from '../../core/report.ts';
import { freshnessSentence, meansSentence, updateSentence } from '../freshness-words.ts';
import { failureDetails, failureSentence } from '../sentences.ts';
import { modelName, revisionWithHash, trainedAt } from '../words.ts';
import { partTable } from './freshness.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, detailLines, noteItems, paragraphs } from './parts.ts';

export function updateMarkdown(report: UpdateReport): string {
  const { ledger, model, methods, notes, to } = report;
  const failures = failureSentence(methods);
  return paragraphs(
    [`### ${freshnessSentence(ledger)}`],
    [
      `${inlineCode(modelName(model))}, ${trainedAt(model, inlineCode)}, at ${inlineCode(revisionWithHash(to))}. ${meansSentence(ledger)}.`,
    ],
    partTable(ledger),
    [`${updateSentence(report, (label) => inlineCode(revisionWithHash(label)))}.`],
    failures === null ? [] : [`${failures}.`, ...detailLines(failureDetails(methods, 3))],
    notes.length === 0 ? [] : folded('Notes on files', bullets(noteItems(notes))),
  );
}

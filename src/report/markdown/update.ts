// An update of the ledger as Markdown.

import type { UpdateReport } from '../../core/report.ts';
import { freshnessSentence, meansSentence, updateSentence } from '../freshness-words.ts';
import { modelInWords, shadowSentence } from '../model-words.ts';
import { failureDetails, failureSentence } from '../sentences.ts';
import { revisionWithHash } from '../words.ts';
import { partTable } from './freshness.ts';
import { freshnessChart } from './freshness-chart.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, detailLines, noteItems, paragraphs, sentence, usageLine } from './parts.ts';

export function updateMarkdown(report: UpdateReport): string {
  const { ledger, model, methods, notes, route, to } = report;
  const failures = failureSentence(methods);
  return paragraphs(
    [`### ${freshnessSentence(ledger, model)}${route === 'budget-spent' ? ' (not brought further)' : ''}`],
    [`${modelInWords(model, inlineCode)}, at ${inlineCode(revisionWithHash(to))}. ${meansSentence(ledger)}.`],
    sentence(shadowSentence(model, inlineCode)),
    partTable(ledger),
    freshnessChart(ledger),
    [`${updateSentence(report, (label) => inlineCode(revisionWithHash(label)))}.`],
    failures === null ? [] : [`${failures}.`, ...detailLines(failureDetails(methods, 3))],
    notes.length === 0 ? [] : folded('Notes on files', bullets(noteItems(notes))),
    usageLine(report),
  );
}

// An update of the ledger as Markdown.

import type { LedgerSummary, UpdateReport } from '../../core/report.ts';
import {
  FRESHNESS_PARTS,
  freshnessPercent,
  freshnessSentence,
  meansSentence,
  shownPoints,
  updateSentence,
} from '../freshness-words.ts';
import { failureDetails, failureSentence } from '../sentences.ts';
import { grouped, modelName, revisionWithHash, trainedAt } from '../words.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, detailLines, noteItems, paragraphs, usageLine } from './parts.ts';

export function updateMarkdown(report: UpdateReport): string {
  const { ledger, model, methods, notes, route, to } = report;
  const failures = failureSentence(methods);
  return paragraphs(
    [`### ${freshnessSentence(ledger)}${route === 'budget-spent' ? ' (not brought further)' : ''}`],
    [
      `${inlineCode(modelName(model))}, ${trainedAt(model, inlineCode)}, at ${inlineCode(revisionWithHash(to))}. ${meansSentence(ledger)}.`,
    ],
    partTable(ledger),
    [`${updateSentence(report, (label) => inlineCode(revisionWithHash(label)))}.`],
    failures === null ? [] : [`${failures}.`, ...detailLines(failureDetails(methods, 3))],
    notes.length === 0 ? [] : folded('Notes on files', bullets(noteItems(notes))),
    usageLine(report),
  );
}

function partTable({ freshness }: LedgerSummary): string[] {
  if (freshness === null) return [];
  const points = shownPoints(freshness);
  return [
    '| Since training | Methods | Points |',
    '| :-- | --: | --: |',
    ...FRESHNESS_PARTS.map((name) => `| ${name} | ${grouped(String(freshness.parts[name].units))} | ${points[name]} |`),
    `| freshness | | ${freshnessPercent({ value: freshness.value, margin: null })} |`,
  ];
}

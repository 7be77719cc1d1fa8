// `palimpsest update` in the terminal: freshness first, then what moved it, then what was done.

import type { LedgerSummary, UpdateReport } from '../../core/report.ts';
import {
  FRESHNESS_PARTS,
  freshnessPercent,
  freshnessSentence,
  meansSentence,
  shownPoints,
  updateSentence,
} from '../freshness-words.ts';
import { visible } from '../visible.ts';
import { grouped, modelName, revisionWithHash, trainedAt } from '../words.ts';
import { columns, paragraphs, prose, type TerminalOptions, title } from './layout.ts';
import { failureLines, noteLines, usageLines } from './parts.ts';

export function updateLines(report: UpdateReport, options: TerminalOptions): string[] {
  const { ledger, model, methods, notes, route, to } = report;
  return paragraphs(
    title(
      [
        `palimpsest update  ${visible(revisionWithHash(to))}${route === 'budget-spent' ? '  not brought further' : ''}`,
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
    usageLines(report, options),
  );
}

function partLines({ freshness }: LedgerSummary): string[] {
  if (freshness === null) return [];
  const points = shownPoints(freshness);
  const rows = FRESHNESS_PARTS.map((name) => [name, grouped(String(freshness.parts[name].units)), points[name]]);
  const all = freshnessPercent({ value: freshness.value, margin: null });
  return columns([['since training', 'methods', 'points'], ...rows, ['freshness', '', all]], '  ');
}

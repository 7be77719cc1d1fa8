// A model's status as Markdown: the verdict, what to do and why, then what is known.

import type { StatusReport } from '../../core/report.ts';
import { meansSentence } from '../freshness-words.ts';
import { modelInWords, shadowSentence } from '../model-words.ts';
import { reasonSentences, recommendationWords } from '../recommendation-words.ts';
import {
  ageSentence,
  driftSentences,
  forecastSentences,
  gainSentences,
  ledgerSentences,
  predecessorSentences,
  statusHeadline,
} from '../status-words.ts';
import { revisionWithHash } from '../words.ts';
import { partTable } from './freshness.ts';
import { freshnessChart } from './freshness-chart.ts';
import { inlineCode } from './inert.ts';
import { bullets, paragraphs, sentence } from './parts.ts';

export function statusMarkdown(report: StatusReport): string {
  const { ledger, model, at } = report;
  return paragraphs(
    [`### ${statusHeadline(report)}`],
    [`**Recommendation: ${recommendationWords(report)}**`],
    bullets(reasonSentences(report, inlineCode)),
    [
      `${modelInWords(model, inlineCode)}, looked at from ${inlineCode(revisionWithHash(at))}.`,
      ...predecessorSentences(report, inlineCode),
    ],
    sentence(shadowSentence(model, inlineCode)),
    ledger === null ? [] : partTable(ledger),
    ledger === null ? [] : freshnessChart(ledger),
    ledger === null ? [] : [[`${meansSentence(ledger)}.`, ...ledgerSentences(report, inlineCode)].join(' ')],
    bullets([
      `**Age.** ${ageSentence(report)}`,
      `**Gain.** ${gainSentences(report).join(' ')}`,
      `**Drift.** ${driftSentences(report).join(' ')}`,
      `**Forecast.** ${forecastSentences(report).join(' ')}`,
    ]),
  );
}

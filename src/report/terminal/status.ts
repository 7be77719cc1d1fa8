// `palimpsest status` in the terminal: the verdict, what to do and why, then what is known.

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
import { visible } from '../visible.ts';
import { revisionWithHash } from '../words.ts';
import { partLines } from './freshness.ts';
import { freshnessLine } from './freshness-line.ts';
import { type Paint, padEnd, paints, paragraphs, prose, type TerminalOptions, title } from './layout.ts';

export function statusLines(report: StatusReport, options: TerminalOptions): string[] {
  const { ledger, model, at } = report;
  return paragraphs(
    title([`palimpsest status  ${visible(revisionWithHash(at))}`, `model: ${visible(modelInWords(model))}`], options),
    [
      ...painted(prose(statusHeadline(report), options), verdictPaint(report, paints(options))),
      ...painted(
        prose(`Recommendation: ${recommendationWords(report)}`, options),
        recommendationPaint(report, paints(options)),
      ),
      ...reasonSentences(report, quoted).flatMap((sentence) => item('-', 2, sentence, options)),
    ],
    [...predecessorSentences(report, quoted), visible(shadowSentence(model) ?? '')].flatMap((sentence) =>
      prose(sentence, options),
    ),
    ledger === null ? [] : partLines(ledger),
    ledger === null ? [] : freshnessLine(ledger, options),
    ledger === null
      ? []
      : [`${meansSentence(ledger)}.`, ...ledgerSentences(report, quoted)].flatMap((line) => prose(line, options)),
    [
      ...fact('age', [ageSentence(report)], options),
      ...fact('gain', gainSentences(report), options),
      ...fact('drift', driftSentences(report), options),
      ...fact('forecast', forecastSentences(report), options),
    ],
  );
}

/** Commands stand in backticks, as in the program's other messages. */
function quoted(text: string): string {
  return text.startsWith('palimpsest ') ? `\`${visible(text)}\`` : visible(text);
}

type Colour = (text: string) => string;

function painted(lines: readonly string[], colour: Colour): string[] {
  return lines.map((line) => colour(line));
}

/** Red means that the policy says stale. */
function verdictPaint({ ledger }: StatusReport, paint: Paint): Colour {
  const kind = ledger?.verdict.kind ?? 'unknown';
  switch (kind) {
    case 'fresh':
      return paint.green;
    case 'stale':
      return paint.red;
    case 'unknown':
      return paint.dim;
    default:
      return kind satisfies never;
  }
}

function recommendationPaint({ recommendation }: StatusReport, paint: Paint): Colour {
  return recommendation.kind === 'keep' ? paint.bold : (text) => paint.bold(paint.yellow(text));
}

const FACT_WIDTH = 'forecast'.length;

/** Sentences beside the name of what they are about. */
function fact(name: string, sentences: readonly string[], options: TerminalOptions): string[] {
  return sentences.flatMap((sentence, index) =>
    index === 0
      ? item(padEnd(name, FACT_WIDTH), 0, sentence, options, paints(options).dim)
      : item(' '.repeat(FACT_WIDTH), 0, sentence, options),
  );
}

/** A sentence that hangs on a mark before its first line. */
function item(
  mark: string,
  indent: number,
  sentence: string,
  options: TerminalOptions,
  colour: Colour = (text) => text,
): string[] {
  const margin = ' '.repeat(2 + indent);
  const hanging = margin + ' '.repeat(mark.length + (mark.length > 1 ? 2 : 1));
  return prose(sentence, options, hanging).map((line, index) =>
    index === 0 ? margin + colour(mark) + line.slice(margin.length + mark.length) : line,
  );
}

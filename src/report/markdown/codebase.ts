// An evaluation, a score, an erasure or a training as Markdown.

import type {
  EraseReport,
  EvaluateReport,
  FileRow,
  MethodRow,
  ScoreReport,
  Summary,
  TrainReport,
} from '../../core/report.ts';
import { partWords, unaskedSentence } from '../asking-words.ts';
import { modelInWords, shadowSentence } from '../model-words.ts';
import { SCORE_HEADINGS, scoreBlocks, scoreCells } from '../score-table.ts';
import { failureDetails, failureSentence, reproducedWords, sampleSentence, VERBATIM_MEMORY } from '../sentences.ts';
import {
  bytes,
  characters,
  count,
  isEmbedded,
  learnedWords,
  modelName,
  percent,
  protocolWords,
  revisionWithHash,
  shardWords,
  share,
  sourceName,
} from '../words.ts';
import { differingWords, worstFiles } from '../worst-files.ts';
import { folded, inlineCode } from './inert.ts';
import { bullets, detailLines, leftOutItems, noteItems, paragraphs, sentence, usageLine } from './parts.ts';

const FEW_FILES = 10;

export function evaluateMarkdown(report: EvaluateReport): string {
  const { model, summary } = report;
  const name = inlineCode(modelName(model));
  const size = `${count(summary.methods.count, 'method')} in ${count(summary.files.count, 'file')}`;
  return paragraphs(
    [`### ${recoveryHeadline(name, summary)}${inPart(report)}`],
    [
      `${inlineCode(sourceName(report.source))}, ${size}; ${[protocolWords(report.protocol), ...shardWords(report)].join('; ')}; ${modelInWords(model, inlineCode)}.`,
    ],
    budgetSpent(report),
    scoreTable(report, name),
    sampled(report),
    reproduced(report),
    report.protocol === 'recreate' && isEmbedded(model) ? [VERBATIM_MEMORY] : [],
    sentence(shadowSentence(model, inlineCode)),
    failures(report.methods),
    foldedFiles(report.files),
    end(report),
    usageLine(report),
  );
}

export function scoreMarkdown(report: ScoreReport): string {
  return paragraphs(
    [`### ${recoveryHeadline(inlineCode(report.regenerated), report.summary)}`],
    [`${inlineCode(report.regenerated)} against ${inlineCode(report.original)}.`],
    scoreTable(report, 'regenerated'),
    reproduced(report),
    failures(report.methods),
    foldedFiles(report.files),
    end(report),
  );
}

export function eraseMarkdown(report: EraseReport): string {
  const { erased, stub } = report;
  const files = count(stub.files.count, 'file');
  return paragraphs(
    [`### Erased ${count(erased.bodies, 'body', 'bodies')} in ${files}`],
    [
      `${count(erased.characters, 'character')} of ${inlineCode(report.directory)} erased; the stubs are in ${inlineCode(report.outputDirectory)}.`,
    ],
    stub.files.count === 0
      ? []
      : [
          `Here a model starts: error rate ${characters(stub.files.errorRate, 2)} characters, similarity ${share(stub.files.similarity, 4)} over ${files}.`,
        ],
    end(report),
  );
}

export function trainMarkdown(report: TrainReport): string {
  const { model, output, source } = report;
  const what = learnedWords(model, 'the project');
  return paragraphs(
    [`### ${inlineCode(modelName(model))} learned ${what}`],
    [
      `Trained on ${inlineCode(revisionWithHash(source))}: ${inlineCode(output.model)} (${bytes(output.bytes)}), card ${inlineCode(output.card)}.`,
    ],
    sentence(shadowSentence(model, inlineCode)),
    end(report),
  );
}

function inPart(report: EvaluateReport): string {
  const part = partWords(report.summary.methods.count, report);
  return part === null ? '' : ` (${part})`;
}

function budgetSpent(report: EvaluateReport): string[] {
  const words = unaskedSentence(report);
  return words === null ? [] : [`${words}.`];
}

/** Recovery is negative where the files came out further from the original than their stubs. */
function recoveryHeadline(what: string, { files }: Summary): string {
  const sample = count(files.count, 'file');
  if (files.recovery === null) return `${what}: nothing was erased in ${sample}`;
  if (files.recovery < 0) return `${what} is further from the original than the bare stubs, over ${sample}`;
  return `${what} brings back ${percent(files.recovery)} of what was erased in ${sample}`;
}

function scoreTable({ summary, stub }: EvaluateReport | ScoreReport, label: string): string[] {
  const rows = scoreBlocks(summary, stub, label).flatMap(({ sample, lines }) => [
    `| **${sample}** | | | |`,
    ...lines.map((line) => `| ${[line.label, ...scoreCells(line.scores)].join(' | ')} |`),
  ]);
  return [`| | ${SCORE_HEADINGS.join(' | ')} |`, '| :-- | --: | --: | --: |', ...rows];
}

function reproduced(report: EvaluateReport | ScoreReport): string[] {
  const words = reproducedWords(report.reproduced, report.summary.methods);
  return words === null ? [] : [`${words}.`];
}

function sampled(report: EvaluateReport): string[] {
  const words = sampleSentence(report);
  return words === null ? [] : [`${words}.`];
}

function failures(rows: readonly MethodRow[]): string[] {
  const said = failureSentence(rows);
  return said === null ? [] : [`${said}.`, ...detailLines(failureDetails(rows, 3))];
}

function foldedFiles(files: readonly FileRow[]): string[] {
  const worst = worstFiles(files, FEW_FILES);
  if (worst.length === 0) return [];
  return folded(differingWords(files, worst.length), [
    '| File | Error | Similarity |',
    '| :-- | --: | --: |',
    ...worst.map(
      ({ id, distance, similarity }) => `| ${inlineCode(id)} | ${characters(distance, 0)} | ${share(similarity, 4)} |`,
    ),
  ]);
}

function end({ leftOut, notes }: EvaluateReport | ScoreReport | EraseReport | TrainReport): string[] {
  const items = [...leftOutItems(leftOut), ...noteItems(notes)];
  return items.length === 0 ? [] : folded('Left out, and notes on files', bullets(items));
}

// `palimpsest evaluate`, `score`, `erase` and `train` in the terminal: short, numbers beside where a model starts.

import type { EraseReport, EvaluateReport, ScoreReport, TrainReport } from '../../core/report.ts';
import { partWords } from '../asking-words.ts';
import { modelInWords, shadowSentence } from '../model-words.ts';
import { reproducedWords, sampleSentence, VERBATIM_MEMORY } from '../sentences.ts';
import { visible } from '../visible.ts';
import {
  bytes,
  characters,
  count,
  isEmbedded,
  learnedWords,
  modelName,
  protocolWords,
  revisionWithHash,
  shardWords,
  share,
  sourceName,
} from '../words.ts';
import { paragraphs, prose, type TerminalOptions, title } from './layout.ts';
import { budgetLines, failureLines, leftOutLines, noteLines, usageLines } from './parts.ts';
import { scoreLines, worstFileLines } from './scores.ts';

export function evaluateLines(report: EvaluateReport, options: TerminalOptions): string[] {
  const { model, summary } = report;
  const asked = partWords(summary.methods.count, report) ?? count(summary.methods.count, 'method');
  const size = `${asked} in ${count(summary.files.count, 'file')}`;
  return paragraphs(
    title(
      [
        `palimpsest evaluate  ${visible(sourceName(report.source))}  ${size}`,
        protocolWords(report.protocol),
        ...shardWords(report),
        `model: ${visible(modelInWords(model))}`,
      ],
      options,
    ),
    budgetLines(report, options),
    scoreLines(report, modelName(model), options),
    [
      ...prose(sampleSentence(report) ?? '', options),
      ...prose(reproducedWords(report.reproduced, summary.methods) ?? '', options),
      ...failureLines(report.methods, options),
      ...(report.protocol === 'recreate' && isEmbedded(model) ? prose(VERBATIM_MEMORY, options) : []),
      ...prose(visible(shadowSentence(model) ?? ''), options),
    ],
    worstFileLines(report.files, options),
    usageLines(report, options),
    endLines(report, options),
  );
}

export function scoreReportLines(report: ScoreReport, options: TerminalOptions): string[] {
  const { summary, original, regenerated } = report;
  const size = `${count(summary.methods.count, 'method')} in ${count(summary.files.count, 'file')}`;
  return paragraphs(
    title([`palimpsest score  ${visible(regenerated)} against ${visible(original)}`, size], options),
    scoreLines(report, 'regenerated', options),
    [
      ...prose(reproducedWords(report.reproduced, summary.methods) ?? '', options),
      ...failureLines(report.methods, options),
    ],
    worstFileLines(report.files, options),
    endLines(report, options),
  );
}

export function eraseLines(report: EraseReport, options: TerminalOptions): string[] {
  const { erased, stub } = report;
  const start = `error rate ${characters(stub.files.errorRate, 2)} characters, similarity ${share(stub.files.similarity, 4)}`;
  return paragraphs(
    title([`palimpsest erase  ${visible(report.directory)} → ${visible(report.outputDirectory)}`], options),
    [
      ...prose(
        `Erased ${count(erased.bodies, 'body', 'bodies')}, ${count(erased.characters, 'character')}, in ${count(stub.files.count, 'file')}.`,
        options,
      ),
      ...(stub.files.count === 0
        ? []
        : prose(`Here a model starts: ${start} over ${count(stub.files.count, 'file')}.`, options)),
    ],
    endLines(report, options),
  );
}

export function trainLines(report: TrainReport, options: TerminalOptions): string[] {
  const { model, output, source } = report;
  return paragraphs(
    title([`palimpsest train  ${visible(revisionWithHash(source))}`], options),
    [
      ...prose(`${visible(modelName(model))} learned ${learnedWords(model, 'an unknown number of methods')}.`, options),
      ...prose(`model: ${visible(output.model)} (${bytes(output.bytes)})`, options),
      ...prose(`card:  ${visible(output.card)}`, options),
    ],
    prose(visible(shadowSentence(model) ?? ''), options),
    endLines(report, options),
  );
}

function endLines(
  { leftOut, notes }: EvaluateReport | ScoreReport | EraseReport | TrainReport,
  options: TerminalOptions,
): string[] {
  return [...leftOutLines(leftOut, options), ...noteLines(notes, options)];
}

// A specialisation as Markdown.

import type { SpecializeReport } from '../../core/report-specialize.ts';
import { FINISHED_BEFORE, lossSentence, specializedSentence } from '../specialize-words.ts';
import { modelName } from '../words.ts';
import { fenced, inlineCode } from './inert.ts';
import { bullets, paragraphs, sentence } from './parts.ts';

/** A command is shown whole: half of one does something else. */
const COMMAND_LIMIT = 4_000;

export function specializeMarkdown(report: SpecializeReport): string {
  const { output, serve, model, trainer } = report;
  const losses = lossSentence(report);
  const places = [
    `card ${inlineCode(output.card)}`,
    ...(output.models === null ? [] : [`models file ${inlineCode(output.models)}`]),
    ...(output.chart === null ? [] : [`chart ${inlineCode(output.chart)}`]),
  ];
  return paragraphs(
    [`### ${inlineCode(modelName(model))} is specialised`],
    [`${specializedSentence(report, inlineCode)} Trainer: ${trainer}.`],
    report.trained ? [] : [FINISHED_BEFORE],
    sentence(losses === null ? null : `${capital(losses)}.`),
    bullets(places),
    serve.length === 0 ? [] : ['To serve it, one of these:'],
    ...serve.map(({ server, command }) => [`${inlineCode(server)}:`, '', ...fencedWhole(command)]),
    bullets(report.remarks.map((remark) => inlineCode(remark.replaceAll('`', "'"), COMMAND_LIMIT))),
  );
}

function fencedWhole(command: string): string[] {
  return command.length > COMMAND_LIMIT ? ['(too long to be shown here)'] : fenced([command], 'sh', COMMAND_LIMIT);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

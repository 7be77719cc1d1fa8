// A specialisation in the terminal.

import { thinned } from '../../core/loss-curve.ts';
import type { SpecializeReport } from '../../core/report-specialize.ts';
import { FINISHED_BEFORE, lossSentence, specializedSentence } from '../specialize-words.ts';
import { visible } from '../visible.ts';
import { paints, paragraphs, prose, type TerminalOptions, title } from './layout.ts';

export function specializeLines(report: SpecializeReport, options: TerminalOptions): string[] {
  const { output, serve, remarks } = report;
  const place = (name: string, path: string | null) => (path === null ? [] : [`  ${name} ${visible(path)}`]);
  return paragraphs(
    title([`palimpsest specialize  --trainer ${report.trainer}`, visible(output.folder)], options),
    [
      ...prose(visible(specializedSentence(report, (text) => text)), options),
      ...(report.trained ? [] : prose(FINISHED_BEFORE, options)),
    ],
    lossLines(report, options),
    [...place('card:  ', output.card), ...place('models:', output.models), ...place('chart: ', output.chart)],
    serve.length === 0 ? [] : [`  To serve it, one of these:`, ...serve.flatMap(serveLines)],
    remarks.flatMap((remark) => prose(visible(remark), options)),
  );
}

/** The command stands on a line of its own, whole, so that it can be copied. */
function serveLines({ server, command }: SpecializeReport['serve'][number]): string[] {
  return [`    # ${visible(server)}`, `    ${visible(command)}`];
}

const BLOCKS = '▁▂▃▄▅▆▇█';
const MOST_BLOCKS = 60;

/** The loss of the training as a line of blocks: the highest fills its line, the lowest is flat. */
function lossLines(report: SpecializeReport, options: TerminalOptions): string[] {
  const sentence = lossSentence(report);
  if (sentence === null) return [];
  const told = report.losses.flatMap(({ loss }) => loss ?? []);
  const values = thinned(told, Math.max(2, Math.min(MOST_BLOCKS, options.width - 4)));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const block = (value: number) =>
    BLOCKS[high === low ? 0 : Math.round(((value - low) / (high - low)) * (BLOCKS.length - 1))] ?? '';
  const chart = values.length < 2 ? [] : [`  ${paints(options).cyan(values.map(block).join(''))}`];
  return [...chart, ...prose(sentence, options)];
}

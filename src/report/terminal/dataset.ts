// A training set that was written, in the terminal.

import type { DatasetReport } from '../../core/report.ts';
import { datasetWarnings, formsWords, leftOutItem, recipeWords, SPLIT_HEADINGS, splitRows } from '../dataset-words.ts';
import { visible } from '../visible.ts';
import { revisionWithHash } from '../words.ts';
import { padEnd, padStart, paragraphs, prose, type TerminalOptions, title, widthOf } from './layout.ts';

export function datasetLines({ source, outputDirectory, card }: DatasetReport, options: TerminalOptions): string[] {
  const format = card.recipe === 'files' ? 'text as it stands' : `prompts: ${card.format}`;
  return paragraphs(
    title([`palimpsest dataset  ${visible(revisionWithHash(source))}`, recipeWords(card.recipe), format], options),
    tableLines([[...SPLIT_HEADINGS], ...splitRows(card)]),
    [
      ...prose(`written: ${visible(outputDirectory)} (${formsWords(card)}, dataset-card.json, README.md)`, options),
      ...prose(`hash: ${card.hash}`, options),
      ...datasetWarnings(card).flatMap((warning) => prose(`${warning}.`, options)),
    ],
    card.leftOut.length === 0 ? [] : prose(`left out: ${card.leftOut.map(leftOutItem).join(', ')}`, options),
  );
}

function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(widest[column] ?? 0, widthOf(cell))),
    [],
  );
  return rows.map((row) => {
    const cells = row.map((cell, column) => (column === 0 ? padEnd : padStart)(cell, widths[column] ?? 0));
    return `  ${cells.join('   ')}`;
  });
}

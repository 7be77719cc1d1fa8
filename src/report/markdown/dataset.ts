// A training set that was written, as Markdown: what is said of it, and the README that lies in it.

import type { DatasetCard } from '../../core/dataset-card.ts';
import type { DatasetReport } from '../../core/report.ts';
import { datasetWarnings, formsWords, leftOutItem, recipeWords, SPLIT_HEADINGS, splitRows } from '../dataset-words.ts';
import { count, revisionWithHash, shortRevision } from '../words.ts';
import { inlineCode } from './inert.ts';
import { bullets, paragraphs } from './parts.ts';

export function datasetMarkdown({ source, outputDirectory, card }: DatasetReport): string {
  return paragraphs(
    [`### ${count(card.splits.train.examples, 'example')} to train on`],
    [
      `${inlineCode(revisionWithHash(source))}: ${recipeWords(card.recipe)}. Written to ${inlineCode(outputDirectory)}, hash ${inlineCode(card.hash)}.`,
    ],
    splitTable(card),
    bullets(datasetWarnings(card).map((warning) => `${warning}.`)),
    leftOut(card),
  );
}

/** The README of a training set's folder. */
export function datasetReadme(card: DatasetCard): string {
  const { testRevision } = card;
  return paragraphs(
    ['# Training set'],
    [
      `Recipe ${inlineCode(card.recipe)}: ${recipeWords(card.recipe)}; of ${inlineCode(shortRevision(card.revision))}${day(card)}.`,
    ],
    splitTable(card),
    [
      `Validation is of other files than training, drawn by their paths with the seed ${card.seed}.` +
        (testRevision === null
          ? ''
          : ` Test is what changed from there to ${inlineCode(shortRevision(testRevision))}; no state of it is trained on.`),
    ],
    bullets(datasetWarnings(card).map((warning) => `${warning}.`)),
    ['## How it was made'],
    ['| | |', '| :-- | :-- |', ...facts(card).map(([what, value]) => `| ${what} | ${inlineCode(value)} |`)],
    ['## What was left out'],
    card.leftOut.length === 0 ? ['Nothing.'] : bullets(card.leftOut.map(leftOutItem)),
    ['## What to do with it'],
    [
      `It is in ${formsWords(card)}: ${inlineCode('trl/')} is what TRL takes as ${inlineCode('--dataset_name')}, ${inlineCode('chat/')} what hosted APIs take, ${inlineCode('text/')} prompt and answer as one text. A part without a line has no file.`,
    ],
    [
      card.recipe === 'files'
        ? 'It holds your source code: keep it where you keep that.'
        : `A model that was trained on it is asked with ${inlineCode(`format: ${card.format}`)}, ${inlineCode(`context-tokens: ${card.contextTokens}`)} and ${inlineCode(`max-tokens: ${card.maxTokens}`)}${card.recipe === 'bodies' ? ` and ${inlineCode('javadoc: false')}` : ''}: then it reads the bytes that it was trained on. The set holds your source code: keep it where you keep that.`,
    ],
  );
}

function splitTable(card: DatasetCard): string[] {
  return [
    `| ${SPLIT_HEADINGS.join(' | ')} |`,
    `| :-- |${' --: |'.repeat(SPLIT_HEADINGS.length - 1)}`,
    ...splitRows(card).map((cells) => `| ${cells.join(' | ')} |`),
  ];
}

function leftOut({ leftOut: rows }: DatasetCard): string[] {
  return rows.length === 0 ? [] : [`Left out: ${rows.map(leftOutItem).join(', ')}.`];
}

function day({ committedAt }: DatasetCard): string {
  return committedAt === null ? '' : ` of ${committedAt.slice(0, 'YYYY-MM-DD'.length)}`;
}

function facts(card: DatasetCard): [string, string][] {
  return [
    ['revision', card.revision],
    ...(card.testRevision === null ? [] : ([['test revision', card.testRevision]] as [string, string][])),
    ...Object.entries(card.parameters).map(([name, value]): [string, string] => [name, String(value)]),
    ...(card.recipe === 'files'
      ? []
      : ([['prompt format', `${card.format}, version ${card.promptVersion}`]] as [string, string][])),
    ['tokens of prompt and answer, at most', String(card.contextTokens)],
    ['tokens of an answer, at most', String(card.maxTokens)],
    ['tokens counted by', card.tokenizer],
    ['seed', String(card.seed)],
    ['hash', card.hash],
  ];
}

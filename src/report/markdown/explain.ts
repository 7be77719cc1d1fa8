// The answer to `/palimpsest explain`: one method before and after, as the model writes it, and what that may come from.

import { COMMENT_LIMIT } from '../../core/comment-sections.ts';
import type { ModelCard } from '../../core/model-card.ts';
import type { CheckRow } from '../../core/report.ts';
import type { MethodId } from '../../core/unit.ts';
import { standingPhrase } from '../standing.ts';
import { count, firstFew, modelName, percent, shortRevision, spokenName } from '../words.ts';
import { type LinkContext, linkedCommit, linkedLine } from './context.ts';
import { fenced, folded, htmlCode, inlineCode } from './inert.ts';
import { bullets, detailLines, paragraphs } from './parts.ts';

export interface ExplainFacts {
  readonly row: CheckRow;
  readonly model: ModelCard;
  /** The method of the same repository that the model was trained on and that is most like this one; `null` for unknown. */
  readonly nearest: {
    readonly id: MethodId;
    readonly path: string;
    readonly similarity: number;
    readonly body: string;
  } | null;
}

/** Lines of one body that are shown, from all that anybody reads to what fits in any case. */
const DETAILS = [400, 150, 50, 20, 5] as const;
const FEW_NAMES = 10;

/** Fits a comment, whatever the bodies are. */
export function explainMarkdown(facts: ExplainFacts, context: LinkContext): string {
  let markdown = '';
  for (const lines of DETAILS) {
    markdown = withLines(facts, lines, context);
    if (Buffer.byteLength(markdown) <= COMMENT_LIMIT) break;
  }
  return markdown;
}

function withLines({ row, model, nearest }: ExplainFacts, lines: number, context: LinkContext): string {
  const { before, after, regenerated } = row.texts;
  const name = linkedLine(spokenName(row.id, row.path), row.path, row.line, context);
  const wrote = regenerated === null ? [] : ['What the model wrote'];
  return paragraphs(
    [`### ${name}`],
    [verdict(row, model, context)],
    row.failure === null ? [] : detailLines([row.failure.detail]).slice(1),
    before === null ? [] : body('Before this change', before, lines),
    body(before === null ? 'The code' : 'After it', after, lines),
    ...wrote.map((words) => body(words, regenerated ?? '', lines)),
    ...nearestTo(row, nearest, lines),
  );
}

function verdict(row: CheckRow, model: ModelCard, context: LinkContext): string {
  const trained = model.trainedAt?.revision;
  const at = trained === undefined ? '' : `, trained at ${linkedCommit(shortRevision(trained), trained, context)}`;
  const who = `${inlineCode(modelName(model))}${at}`;
  if (row.similarity === null) return `Asking ${who}${at === '' ? '' : ','} ${standingPhrase(row)}.`;
  const old = row.similarityToPrevious === null ? '' : `, and ${percent(row.similarityToPrevious)} to the code before`;
  return `By ${who}: ${standingPhrase(row)}. What it wrote is ${percent(row.similarity)} similar to the code after the change${old}.`;
}

function nearestTo(row: CheckRow, nearest: ExplainFacts['nearest'], lines: number): string[][] {
  if (nearest === null) {
    return [['What this model was trained on that is nearest is not known: only the embedded model can tell.']];
  }
  const isItself = nearest.id === (row.previousId ?? row.id);
  if (isItself && nearest.body === row.texts.before) {
    return [['The nearest thing that it was trained on is this very method, as it was before the change.']];
  }
  const where = isItself
    ? 'this very method, as it was then'
    : `${htmlCode(spokenName(nearest.id, nearest.path))} in ${htmlCode(nearest.path)}, headers ${percent(nearest.similarity)} alike`;
  return [body(`The nearest thing that it was trained on: ${where}`, nearest.body, lines)];
}

function body(summaryHtml: string, text: string, shown: number): string[] {
  const lines = flushLeft(text.split(/\r\n|[\n\r]/));
  const rest = lines.length - shown;
  return folded(
    summaryHtml,
    fenced(rest > 0 ? [...lines.slice(0, shown), `… ${count(rest, 'more line')}`] : lines, ''),
  );
}

/** A body stands as far to the right as its closing brace. */
function flushLeft(lines: readonly string[]): readonly string[] {
  const indent = /^\s*/.exec(lines.at(-1) ?? '')?.[0] ?? '';
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
}

/** No changed method has that name. */
export function unknownMethodMarkdown(typed: string, changed: readonly MethodId[]): string {
  const names = changed.slice(0, FEW_NAMES).map((id) => inlineCode(spokenName(id)));
  const has =
    changed.length === 0
      ? 'It changes no method that counts here.'
      : `It changes ${firstFew(names, FEW_NAMES, changed.length)}.`;
  return `This pull request changes no method called ${inlineCode(typed)}. ${has}\n`;
}

/** Several changed methods have that name. */
export function severalMethodsMarkdown(typed: string, named: readonly MethodId[]): string {
  const ids = named.slice(0, FEW_NAMES).map((id) => inlineCode(id, 200));
  const rest = named.length - ids.length;
  return paragraphs(
    [`${count(named.length, 'changed method')} are called ${inlineCode(typed)}. Name one in full:`],
    bullets(rest > 0 ? [...ids, `and ${count(rest, 'more', 'more')}`] : ids),
  );
}

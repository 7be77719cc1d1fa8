// From a unit to what a language model is asked, within the tokens that its window leaves.

import { KnownFile } from './known-file.ts';
import { choose } from './packing.ts';
import type { AnswerShape, Prompt, PromptFormat } from './prompt-format.ts';
import type { Selection } from './prompt-view.ts';
import { fenced, languageTag, shapeOf, textsOf, writePrompt } from './prompt-writing.ts';
import type { Stub } from './stub.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tokenizer } from './tokens.ts';

/** Raised with every change that alters a prompt: cached answers and trained models belong to one version. */
export const PROMPT_VERSION = 1;

export interface PromptRequest {
  readonly stub: Stub;
  readonly format: PromptFormat;
  /** Tokens that the prompt may take. */
  readonly budget: number;
  readonly countTokens: (text: string) => number;
  readonly tokenize: Tokenizer;
  /** `false` hides the unit's javadoc, for a model that was trained without it. */
  readonly javadoc?: boolean;
  /** For many units of one file, that file before the stub's unit alone was erased: makes it quicker, and changes nothing. */
  readonly known?: KnownFile;
}

export interface PackedPrompt {
  readonly prompt: Prompt;
  /** By {@link countPrompt} and the counter given; at most the budget. */
  readonly tokens: number;
  readonly shape: AnswerShape;
  /** The file's other units: shown whole (an erased one as its stub), as a signature alone, and left out. */
  readonly neighbours: { readonly whole: number; readonly signatures: number; readonly leftOut: number };
}

/**
 * What to ask for a stub's unit: a view of its file that keeps to the budget. First comes what the unit cannot be
 * written without (its javadoc, its type, the imports that nothing visible uses), then the file's other members by use:
 * signatures for up to half of what is left, then whole members, then more signatures. The same request gives the same
 * prompt, byte for byte, in training and in inference. `null` when the unit's own signature does not fit.
 */
export function packPrompt(request: PromptRequest): PackedPrompt | null {
  const { stub, format, budget, countTokens, javadoc = true } = request;
  const { known, around } = lookedAt(request);
  const surroundings = javadoc ? around : withoutJavadoc(around, stub.target.javadoc);
  const promptOf = (selection: Selection) => writePrompt(stub, surroundings, selection, format);
  const written = new Map<Selection, { readonly prompt: Prompt; readonly tokens: number }>();
  const write = (selection: Selection) => {
    const prompt = promptOf(selection);
    const tokens = countPrompt(prompt, countTokens);
    written.set(selection, { prompt, tokens });
    return { prompt, tokens };
  };
  const price = (selection: Selection) => write(selection).tokens;
  const selection = choose(surroundings, stub.target, { budget, countTokens, price, known });
  if (selection === null) return null;
  const { prompt, tokens } = written.get(selection) ?? write(selection);
  return {
    prompt,
    tokens,
    shape: shapeOf(format),
    neighbours: countNeighbours(stub, surroundings, selection),
  };
}

function lookedAt({ stub, tokenize, known }: PromptRequest): { known: KnownFile; around: Surroundings } {
  const around = known?.aroundAlone(stub.target.id);
  if (known !== undefined && around != null) return { known, around };
  const file = new KnownFile(stub.source, tokenize);
  return { known: file, around: file.around(stub.target.id) };
}

/** Other comments before the unit stay. */
function withoutJavadoc({ target, ...around }: Surroundings, javadoc: string): Surroundings {
  const start = javadoc === '' ? -1 : target.lead.lastIndexOf(javadoc);
  if (start < 0) return { ...around, target };
  const before = target.lead.slice(0, start).replace(/[ \t]+$/, '');
  const after = target.lead.slice(start + javadoc.length).replace(/^[ \t]*(?:\r\n?|\n)/, '');
  return { ...around, target: { ...target, lead: before + after } };
}

function countNeighbours(
  { source }: Stub,
  { pieces, enclosing }: Surroundings,
  selection: Selection,
): PackedPrompt['neighbours'] {
  const counts = { whole: 0, outline: 0 };
  for (const { units } of selection.enclosing === null ? [] : enclosing)
    counts[selection.enclosing ?? 'whole'] += units.length;
  for (const piece of pieces) {
    const shown = selection.pieces.get(piece);
    if (shown !== undefined) counts[shown] += piece.units.length;
  }
  const { whole, outline: signatures } = counts;
  return { whole, signatures, leftOut: source.units.length - 1 - whole - signatures };
}

/** What a server's chat template adds to our messages, at most. */
const TEMPLATE_TOKENS = 64;

/** The tokens that a window leaves for a prompt, in training and in inference. */
export function promptBudget(windowTokens: number, maxTokens: number): number {
  return windowTokens - maxTokens - TEMPLATE_TOKENS;
}

/** A chat template adds about this much around each message. */
const TOKENS_PER_MESSAGE = 8;

export function countPrompt(prompt: Prompt, countTokens: (text: string) => number): number {
  const overhead = prompt.kind === 'chat' ? TOKENS_PER_MESSAGE * prompt.messages.length : 0;
  return textsOf(prompt).reduce((tokens, text) => tokens + countTokens(text), overhead);
}

/** What the perfect answer to a prompt is: the body as it stands in the file, in the shape that was asked for. */
export function perfectAnswer(stub: Stub, body: string, shape: AnswerShape): string {
  const text = body.replace(/\r\n?/g, '\n');
  switch (shape) {
    case 'chat':
      return fenced(text, languageTag(stub));
    case 'body':
      return gapBefore(stub).replace(/\r\n?/g, '\n') + text;
    case 'inside':
      return text.slice(1);
  }
}

/** White space between signature and body. */
function gapBefore({ source, target }: Stub): string {
  const header = source.text.slice(target.declaration.start, target.body.start);
  return header.slice(header.trimEnd().length);
}

// One example of a training set, and the line that it is in each form.

import type { DatasetForm } from './dataset-card.ts';
import type { KnownFile } from './known-file.ts';
import { type PromptRequest, packPrompt, perfectAnswer } from './prompt.ts';
import type { ChatMessage, Prompt, PromptFormat } from './prompt-format.ts';
import { shapeOf, textsOf } from './prompt-writing.ts';
import { stubInPlace } from './stub.ts';
import { bodyOf, type MethodUnit, type ParsedSource } from './unit.ts';

/** A prompt with its perfect answer, or, of a whole file, a text alone. */
export type TrainingExample = (
  | { readonly kind: 'answer'; readonly prompt: Prompt; readonly answer: string }
  | { readonly kind: 'text'; readonly text: string }
) & {
  readonly promptTokens: number;
  readonly completionTokens: number;
};

export interface ExampleSettings extends Omit<PromptRequest, 'stub' | 'known'> {
  /** Tokens of an answer, at most. */
  readonly maxTokens: number;
}

/**
 * What a model is asked for a unit that is erased alone, with the body as it stands for an answer. `null` when the prompt does
 * not fit its budget, or the answer its bound: such a unit is not asked for either, or its answer would be cut off.
 */
export function exampleOf(
  source: ParsedSource,
  unit: MethodUnit,
  known: KnownFile,
  settings: ExampleSettings,
): TrainingExample | null {
  const { countTokens, maxTokens } = settings;
  const stub = stubInPlace(source, unit);
  const answer = perfectAnswer(stub, bodyOf(source, unit), shapeOf(settings.format));
  const completionTokens = countTokens(answer);
  if (completionTokens > maxTokens) return null;
  const packed = packPrompt({ ...settings, known, stub });
  if (packed === null) return null;
  return { kind: 'answer', prompt: packed.prompt, answer, promptTokens: packed.tokens, completionTokens };
}

/** The forms in which a format can be written: messages are no text, and a text is no conversation. */
export function formsOf(format: PromptFormat | null): readonly DatasetForm[] {
  switch (format) {
    case null: // whole files
      return ['trl', 'text'];
    case 'chat':
      return ['trl', 'chat'];
    case 'fim': // only the server knows how it joins the two
      return ['trl'];
    default:
      return ['trl', 'text'];
  }
}

/** One line of JSON, with its line end. The form must be one of the format's ({@link formsOf}). */
export function lineOf(example: TrainingExample, form: DatasetForm): string {
  return `${JSON.stringify(fieldsOf(example, form))}\n`;
}

function fieldsOf(example: TrainingExample, form: DatasetForm): object {
  if (example.kind === 'text') return { text: example.text };
  const { prompt, answer } = example;
  if (prompt.kind === 'chat') {
    const reply: ChatMessage = { role: 'assistant', content: answer };
    return form === 'trl'
      ? { prompt: prompt.messages, completion: [reply] }
      : { messages: [...prompt.messages, reply] };
  }
  if (form === 'text') return { text: prompt.text + answer };
  const suffix = prompt.suffix === null ? {} : { suffix: prompt.suffix };
  return { prompt: prompt.text, ...suffix, completion: answer };
}

/**
 * A whole file as texts of at most `contextTokens`, cut where lines end; a little less where the parts of a text count for more
 * than the whole. `null` for a file with a line that is longer.
 */
export function pieceExamples(
  text: string,
  contextTokens: number,
  countTokens: (text: string) => number,
): readonly TrainingExample[] | null {
  const whole = countTokens(text);
  if (whole <= contextTokens) return text.trim() === '' ? [] : [textExample(text, whole)];
  const pieces: ReturnType<typeof textExample>[] = [];
  let piece = '';
  let tokens = 0;
  for (const line of text.split(/(?<=\n)/)) {
    const more = countTokens(line);
    if (more > contextTokens) return null;
    if (tokens + more > contextTokens) {
      pieces.push(textExample(piece, countTokens(piece)));
      [piece, tokens] = ['', 0];
    }
    piece += line;
    tokens += more;
  }
  return [...pieces, textExample(piece, countTokens(piece))].filter((example) => example.text.trim() !== '');
}

function textExample(text: string, completionTokens: number) {
  return { kind: 'text', text, promptTokens: 0, completionTokens } as const;
}

/** Everything that a model would see. */
export function textsOfExample(example: TrainingExample): string[] {
  return example.kind === 'text' ? [example.text] : [...textsOf(example.prompt), example.answer];
}

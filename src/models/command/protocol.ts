// The lines that go to a program and come from it.

import { z } from 'zod';
import { outsideLine } from '../../core/outside-text.ts';
import type { Prompt } from '../../core/prompt-format.ts';
import { beforeStop } from '../stops.ts';
import type { CompleteOptions, Completion } from '../text-model.ts';

/** One line, with its end. */
export function questionLine(id: number, prompt: Prompt, options: Omit<CompleteOptions, 'signal'>): string {
  const { maxTokens, temperature, seed } = options;
  const asked =
    prompt.kind === 'chat'
      ? { kind: 'chat', messages: prompt.messages }
      : { kind: 'text', text: prompt.text, suffix: prompt.suffix };
  return `${JSON.stringify({ id, prompt: asked, maxTokens, temperature, seed, stop: stopsOf(prompt) })}\n`;
}

export function stopsOf(prompt: Prompt): readonly string[] {
  return prompt.kind === 'text' ? prompt.stop : [];
}

const tokens = z.int().min(0).nullish();

const answerSchema = z.union([
  z.object({
    id: z.int(),
    text: z.string(),
    finish: z.enum(['stop', 'length', 'refused', 'unknown']).default('unknown'),
    promptTokens: tokens,
    completionTokens: tokens,
    model: z.string().nullish(),
  }),
  z.object({ id: z.int(), error: z.string() }),
]);

export type ProgramAnswer = z.infer<typeof answerSchema>;

/** `null` for a line that is no answer. */
export function readLine(line: string): ProgramAnswer | null {
  try {
    return answerSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

export function completionOf(answer: ProgramAnswer, stops: readonly string[]): Completion {
  if ('error' in answer) {
    const said = outsideLine(answer.error, null);
    return { kind: 'failed', reason: 'error', detail: `the program says: ${said}`, fatal: false };
  }
  const text = answer.text.replace(/\p{Cs}/gu, '\u{fffd}');
  const ended = beforeStop(text, stops);
  return {
    kind: 'answered',
    text: ended ?? text,
    finish: ended !== null && answer.finish !== 'refused' ? 'stop' : answer.finish,
    promptTokens: answer.promptTokens ?? null,
    completionTokens: answer.completionTokens ?? null,
    answeredAs: answer.model ? outsideLine(answer.model, null, 200) : null,
  };
}

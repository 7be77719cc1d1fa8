// One answer, token by token.

import type { Prompt } from '../../core/prompt-format.ts';
import { beforeStop } from '../stops.ts';
import type { CompleteOptions, Completion } from '../text-model.ts';
import type { LlamaModel, LlamaModule, LlamaSequence, LlamaText, Token } from './engine.ts';

/** A prompt as the model reads it. */
export interface Question {
  readonly tokens: readonly Token[];
  /** In the text of the answer. */
  readonly stops: readonly string[];
  readonly stopTokens: ReadonlySet<Token>;
}

/** Chat by the model's own template, where the file has one; a text as it is. */
export function questionOf(engine: LlamaModule, model: LlamaModel, prompt: Prompt, readsTokens: boolean): Question {
  return prompt.kind === 'chat' ? chatQuestion(engine, model, prompt) : textQuestion(model, prompt, readsTokens);
}

function chatQuestion(engine: LlamaModule, model: LlamaModel, prompt: Extract<Prompt, { kind: 'chat' }>): Question {
  const template = model.fileInfo.metadata.tokenizer?.chat_template;
  const wrapper = engine.resolveChatWrapper(
    model,
    ...(template === undefined ? [] : [{ type: 'jinjaTemplate' } as const]),
  );
  const said = prompt.messages.map(({ role, content }) =>
    role === 'assistant' ? { type: 'model', response: [content] } : { type: role, text: content },
  );
  const { contextText, stopGenerationTriggers } = wrapper.generateContextState({
    chatHistory: [...said, { type: 'model', response: [] }],
  });
  const stops = stopGenerationTriggers.map((trigger) => ({
    text: textOf(trigger),
    tokens: trigger.tokenize(model.tokenizer),
  }));
  return {
    tokens: begun(model, contextText.tokenize(model.tokenizer)),
    stops: stops.flatMap(({ text }) => (text === '' ? [] : [text])),
    stopTokens: new Set(stops.flatMap(({ tokens }) => onlySpecial(model, tokens))),
  };
}

/** `readsTokens`: the text holds special tokens of ours, and ends with one. */
function textQuestion(model: LlamaModel, prompt: Extract<Prompt, { kind: 'text' }>, readsTokens: boolean): Question {
  return {
    tokens: begun(model, model.tokenize(prompt.text, readsTokens)),
    stops: prompt.stop,
    stopTokens: new Set(prompt.stop.flatMap((stop) => onlySpecial(model, model.tokenize(stop, true)))),
  };
}

/** As llama.cpp begins a text: with the token for that, where the model wants one and the template has not put it. */
function begun(model: LlamaModel, tokens: readonly Token[]): Token[] {
  const { bos, shouldPrependBosToken } = model.tokens;
  return shouldPrependBosToken && bos !== null && tokens[0] !== bos ? [bos, ...tokens] : [...tokens];
}

function onlySpecial(model: LlamaModel, tokens: readonly Token[]): Token[] {
  const [token] = tokens;
  return token !== undefined && tokens.length === 1 && model.isSpecialToken(token) ? [token] : [];
}

/** What of a trigger can be found in a text; a special token is none. */
function textOf({ values }: LlamaText): string {
  return values.every((value) => typeof value === 'string') ? values.join('') : '';
}

/** As llama.cpp's server draws; a temperature of 0 takes the likeliest token. */
const SAMPLING = { topK: 40, topP: 0.95, minP: 0.05 };

/** Tokens that are one character together, at most: UTF-8 has four bytes, and byte tokens one each. */
const LONGEST_CHARACTER = 4;
const REPLACEMENT = '\u{fffd}';

/**
 * Always from an empty sequence: what is left of another prompt would save time, and change the last digits, and with
 * them an answer now and then. Rejects with the signal's reason between two tokens.
 */
export async function generate(
  model: LlamaModel,
  sequence: LlamaSequence,
  { tokens, stops, stopTokens }: Question,
  { maxTokens, temperature, seed, signal }: CompleteOptions,
): Promise<Completion> {
  await sequence.clearHistory();
  const written: Token[] = [];
  let pending: Token[] = [];
  let text = '';
  let finish: 'stop' | 'length' = 'length';
  for await (const token of sequence.evaluate([...tokens], { temperature, seed, ...SAMPLING, yieldEogToken: true })) {
    signal.throwIfAborted();
    if (model.isEogToken(token) || stopTokens.has(token)) {
      finish = 'stop';
      break;
    }
    pending.push(token);
    const piece = model.detokenize(pending, false, written);
    if (!piece.endsWith(REPLACEMENT) || pending.length >= LONGEST_CHARACTER) {
      text += piece;
      written.push(...pending);
      pending = [];
    }
    const ended = beforeStop(text, stops);
    if (ended !== null) {
      text = ended;
      finish = 'stop';
      break;
    }
    if (written.length + pending.length >= maxTokens) break;
  }
  signal.throwIfAborted();
  return {
    kind: 'answered',
    text,
    finish,
    promptTokens: tokens.length,
    completionTokens: written.length + pending.length,
    answeredAs: null,
  };
}

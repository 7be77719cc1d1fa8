// A view of a file, put as each prompt format asks.

import type { AnswerShape, ChatMessage, Prompt, PromptFormat } from './prompt-format.ts';
import { inFileOrder, type Selection, withTargetLast } from './prompt-view.ts';
import { FILLING_TOKENS, isTokenFormat, withoutSpecialTokens } from './special-tokens.ts';
import { EMPTY_BODY, type Stub } from './stub.ts';
import type { Surroundings } from './surroundings.ts';
import { displayName } from './unit.ts';

/** Some servers take no more. */
const MOST_STOPS = 4;

export function writePrompt(
  stub: Stub,
  surroundings: Surroundings,
  selection: Selection,
  format: PromptFormat,
): Prompt {
  switch (format) {
    case 'chat':
      return { kind: 'chat', messages: chatMessages(stub, surroundings, selection) };
    case 'completion': {
      const { before } = withTargetLast(surroundings, selection);
      return {
        kind: 'text',
        text: withoutSpecialTokens(before, format),
        suffix: null,
        stop: nextMembers(surroundings),
      };
    }
    default: {
      const view = inFileOrder(surroundings, selection);
      const prefix = withoutSpecialTokens(view.before, format);
      const suffix = withoutSpecialTokens(view.after, format);
      if (!isTokenFormat(format)) return { kind: 'text', text: prefix, suffix, stop: nextMembers(surroundings) };
      const { join, stop } = FILLING_TOKENS[format];
      const stops = [...stop, ...nextMembers(surroundings)].slice(0, MOST_STOPS);
      return { kind: 'text', text: join(prefix, suffix), suffix: null, stop: stops };
    }
  }
}

export function shapeOf(format: PromptFormat): AnswerShape {
  return format === 'chat' ? 'chat' : 'body';
}

/** Everything that is sent as text, for counting. */
export function textsOf(prompt: Prompt): string[] {
  if (prompt.kind === 'chat') return prompt.messages.map(({ content }) => content);
  return prompt.suffix === null ? [prompt.text] : [prompt.text, prompt.suffix];
}

/** What begins the next member, on a line as deep as the unit's own: a body that stands on its line holds none of it. */
function nextMembers({ target }: Surroundings): string[] {
  const indent = /^[ \t]*/.exec(target.signature)?.[0] ?? '';
  return indent === '' ? [] : ['/**', 'public ', 'private ', 'protected '].map((word) => `\n${indent}${word}`);
}

/** Where the body belongs; in the stub it reads `{}`, as other erased bodies do. */
export const BODY_MARK = '{ /* WRITE THIS BODY */ }';

/** What a fenced block is marked with: the file's extension. */
export function languageTag({ source }: Stub): string {
  return source.path.slice(source.path.lastIndexOf('.') + 1).toLowerCase();
}

function chatMessages(stub: Stub, surroundings: Surroundings, selection: Selection): ChatMessage[] {
  const { target, source, erased } = stub;
  const language = languageTag(stub);
  const { before, after } = inFileOrder(surroundings, selection);
  const gap = /[\r\n]/.test(surroundings.target.gap) ? ' ' : surroundings.target.gap;
  const view = withoutSpecialTokens(`${before}${gap}${BODY_MARK}${after}`, 'chat');
  const signature = withoutSpecialTokens(surroundings.target.signature, 'chat');
  const what = target.kind === 'method' ? 'method' : 'constructor';
  const others = erased.size > 1 ? ` Bodies shown as \`${EMPTY_BODY}\` are missing too and not asked for.` : '';
  return [
    {
      role: 'system',
      content:
        `You complete ${language} source files. Answer with one fenced code block that holds the body asked for and ` +
        'nothing else: from its opening brace to its closing brace, without the signature, other members or explanations.',
    },
    {
      role: 'user',
      content:
        `In ${withoutSpecialTokens(source.path, 'chat')} the body of one ${what} is missing; ` +
        `\`${BODY_MARK}\` stands in its place.${others}\n\n${fenced(view, language)}\n\n` +
        `Write the body of \`${withoutSpecialTokens(displayName(target.id), 'chat')}\`:\n\n${fenced(signature, language)}\n\n` +
        'Answer with that body alone, from `{` to `}`.',
    },
  ];
}

/** In a fence that the text cannot close: longer than any run of backticks in it (CommonMark 0.31, 4.5). */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

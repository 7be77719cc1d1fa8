// What of an answer is code: thoughts, fences and prose taken off.

import { withLineFeeds } from './layout.ts';

/** A stretch of an answer that may hold the body. */
export interface CodeStretch {
  readonly text: string;
  /** Whether the model itself marked it as code. */
  readonly fenced: boolean;
  /** Whether that mark also ends: what follows was not cut off in it. */
  readonly closed: boolean;
}

export interface AnswerText {
  /** The answer without thoughts, its lines ending with `\n`. */
  readonly text: string;
  /** The fenced stretches in order; where there are none, the whole text. */
  readonly stretches: readonly CodeStretch[];
}

/** What a model writes after the end of its answer when nobody stops it. */
const LAST_TOKENS = /(?:<[|｜][^\s<>|｜]{1,40}[|｜]>|<\/s>|<EOT>|<file_sep>|\ufffd|\0)+\s*$/;

export function codeIn(answer: string): AnswerText {
  const text = withoutThoughts(withLineFeeds(answer)).replace(LAST_TOKENS, '');
  const fences = fencesIn(text);
  return { text, stretches: fences.length > 0 ? fences : [{ text, fenced: false, closed: false }] };
}

/** `<think>…</think>` and its like, also where the beginning stands in the prompt or the end never comes. */
function withoutThoughts(text: string): string {
  const closed = /^[^\n"]*(?:<\/think(?:ing)?>|\[\/THINK\])/im;
  let rest = text;
  for (let end = closed.exec(rest); end !== null; end = closed.exec(rest)) rest = rest.slice(end.index + end[0].length);
  return /^\s*(?:<think(?:ing)?>|\[THINK\])/i.test(rest) ? '' : rest;
}

/** The contents of fenced blocks, the last one also where it is never closed (CommonMark 0.31, 4.5). */
function fencesIn(text: string): CodeStretch[] {
  const stretches: CodeStretch[] = [];
  let open: { fence: string; indent: number; lines: string[] } | null = null;
  for (const line of text.split('\n')) {
    const mark = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(line);
    const [, indent = '', fence = '', info = ''] = mark ?? [];
    if (open === null) {
      if (mark !== null && !(fence.startsWith('`') && info.includes('`'))) {
        open = { fence, indent: indent.length, lines: [] };
      }
    } else if (mark !== null && info.trim() === '' && fence.startsWith(open.fence)) {
      stretches.push({ text: open.lines.join('\n'), fenced: true, closed: true });
      open = null;
    } else open.lines.push(line);
  }
  if (open !== null) stretches.push({ text: open.lines.join('\n'), fenced: true, closed: false });
  return stretches.filter((stretch) => stretch.text.trim() !== '');
}

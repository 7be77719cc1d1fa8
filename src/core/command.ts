// What people ask for in a comment: `/palimpsest check` and the like, one on a line. Anything else is no command and no error.

import { globFault } from './glob.ts';

export type Command =
  | { readonly kind: 'check' }
  /** `method` as people type it: see method-names.ts. */
  | { readonly kind: 'explain'; readonly method: string }
  /** `path`: a glob from the root of the repository. */
  | { readonly kind: 'ignore'; readonly path: string }
  | { readonly kind: 'unignore'; readonly path: string }
  | { readonly kind: 'retrain' }
  /** A link to the badge and the page of a private repository, or the end of all links that were made. */
  | { readonly kind: 'badge-link'; readonly revoke: boolean }
  /** `about`: what was written and is no command, on one line; `null` when somebody asked for help. */
  | { readonly kind: 'help'; readonly about: string | null };

export type CommandKind = Command['kind'];

/** What begins a command's line. */
const OURS = /^ {0,3}\/palimpsest(?:[ \t]+(.*))?$/i;
/** More in one comment are left undone. */
const MOST_COMMANDS = 10;
/** Names and globs are shorter; so are lines of people. */
const LONGEST_ARGUMENT = 256;

/**
 * The commands of a comment, in their order, each once. A comment is for us when its first line that is not blank is a command;
 * the lines below may hold more, among prose. What stands in code blocks, quotes and HTML comments is talk of commands.
 */
export function commandsIn(comment: string): readonly Command[] {
  const lines = comment.split(/\r\n|[\n\r]/).map((line) => line.trimEnd());
  const first = lines.find((line) => line.trim() !== '');
  if (first === undefined || !OURS.test(first)) return [];
  const commands = new Map<string, Command>();
  for (const line of spokenLines(lines)) {
    const said = OURS.exec(line);
    if (said === null) continue;
    const command = commandOf(said[1] ?? '');
    commands.set(JSON.stringify(command), command);
    if (commands.size === MOST_COMMANDS) break;
  }
  return [...commands.values()];
}

/** Whether a comment is for us at all: cheap, for whoever sees every comment. */
export function isForUs(comment: string): boolean {
  return /^\s*\/palimpsest(?:\s|$)/i.test(comment);
}

/** The lines outside code blocks and HTML comments. An end that is missing is at the end of the comment, as on GitHub. */
function* spokenLines(lines: readonly string[]): Generator<string> {
  let fence: string | null = null;
  let isHidden = false;
  for (const line of lines) {
    if (isHidden) {
      isHidden = !line.includes('-->');
      continue;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    if (fence !== null) {
      const [, run = '', rest = ''] = mark ?? [];
      if (run.startsWith(fence) && rest.trim() === '') fence = null;
      continue;
    }
    if (mark !== null) {
      fence = mark[1] ?? null;
      continue;
    }
    yield line;
    isHidden = line.lastIndexOf('<!--') > line.lastIndexOf('-->');
  }
}

function commandOf(said: string): Command {
  const [, word = '', rest = ''] = /^(\S*)\s*(.*)$/s.exec(said) ?? [];
  const unknown: Command = { kind: 'help', about: shortened(said) };
  switch (word.toLowerCase()) {
    case 'check':
      return { kind: 'check' };
    case 'explain': {
      const method = argument(rest);
      return method === null ? unknown : { kind: 'explain', method };
    }
    case 'ignore':
    case 'unignore': {
      const path = pathOf(rest);
      if (path === null) return unknown;
      return { kind: word.toLowerCase() === 'ignore' ? 'ignore' : 'unignore', path };
    }
    case 'retrain':
      return { kind: 'retrain' };
    case 'badge-link':
      if (rest === '') return { kind: 'badge-link', revoke: false };
      return rest.toLowerCase() === 'revoke' ? { kind: 'badge-link', revoke: true } : unknown;
    case '':
    case 'help':
      return { kind: 'help', about: null };
    default:
      return unknown;
  }
}

/** Without the backticks that people put around code; `null` for nothing, for too much, and for what cannot be seen. */
function argument(rest: string): string | null {
  const [, inCode] = /^`+([^`]+)`+$/.exec(rest) ?? [];
  const text = (inCode ?? rest).trim();
  return text === '' || text.length > LONGEST_ARGUMENT || /[\p{C}`]/u.test(text) ? null : text;
}

/** A glob that stays in the repository and takes nothing back: no `!`, no `..`, no way to the root; and one that may be matched. */
function pathOf(rest: string): string | null {
  const path = argument(rest)?.replace(/^(?:\.?\/)+/, '') ?? '';
  const leavesOut = path.startsWith('!') || path.split('/').includes('..');
  return path === '' || leavesOut || globFault(path) !== null ? null : path;
}

function shortened(text: string): string {
  return text.length > LONGEST_ARGUMENT ? `${text.slice(0, LONGEST_ARGUMENT)}…` : text;
}

// A model behind any local program: one line of JSON for each prompt, one for each answer (docs/command-models.md).

import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Prompt } from '../core/prompt-format.ts';
import { CommandTalk } from './command/talk.ts';
import type { CompleteOptions, TextModel } from './text-model.ts';

export interface CommandSettings {
  /** A path, or a name that is looked for in PATH. No shell reads it. */
  readonly command: string;
  readonly args: readonly string[];
  /** Where the program runs, and what relative paths start from. */
  readonly folder: string;
  /** What the model is called; the program's own name by default. */
  readonly model?: string;
  /** For one answer; 300,000 by default, since a first one may wait for weights to be loaded. */
  readonly timeoutMs?: number;
  /** How many prompts the program is sent before it answers, at most; 1 by default. */
  readonly concurrency?: number;
}

/** The program is started by the first prompt. */
export function commandModel(settings: CommandSettings): TextModel {
  const { command, args, folder, model, timeoutMs = 300_000, concurrency = 1 } = settings;
  const talk = new CommandTalk({ command: programAt(command, folder), args, folder, timeoutMs });
  return {
    provider: 'command',
    name: model ?? basename(command),
    facts: ['command', command, ...args, ...[command, ...args].flatMap((path) => contentOf(path, folder))],
    concurrency,
    async complete(prompt: Prompt, options: CompleteOptions) {
      const completion = await talk.ask(prompt, options);
      // Who was not asked for under a name cannot answer under another.
      return completion.kind === 'answered' && model === undefined ? { ...completion, answeredAs: null } : completion;
    },
    close: () => talk.close(),
  };
}

/** `./complete` starts from the folder; a bare name is looked for in PATH. */
function programAt(command: string, folder: string): string {
  return /[/\\]/.test(command) ? resolve(folder, command) : command;
}

/** A program is read whole, weights that it is handed are known by size and time. */
const LONGEST_READ_BYTES = 16 * 1024 * 1024;

/** What is known of a file that the command line names: another script, another model. Empty for anything else. */
function contentOf(path: string, folder: string): string[] {
  const file = resolve(folder, path);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return [];
  if (stats.size > LONGEST_READ_BYTES) return [`${path} ${stats.size} bytes of ${stats.mtime.toISOString()}`];
  try {
    return [`${path} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`];
  } catch {
    return []; // one that may be run, and not read
  }
}

// The Action as the runner runs it: the shipped bundle in a process of its own, with the runner's environment and files.

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { plainEnvironment } from './cli.ts';
import type { FakeGitHub, Permissions, RunnerEvent } from './fake-github.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The shipped files and nothing else, as a runner has them: no packages are installed there. Copied once a process. */
function shippedAction(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'palimpsest-action-')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const name of ['package.json', 'dist']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  return join(folder, 'dist/action.js');
}

let shipped: string | null = null;

function sharedCopy(): string {
  shipped ??= shippedAction();
  return shipped;
}

export interface ActionRun {
  readonly exitCode: number | null;
  /** Standard output and error, in the order in which they came. */
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

export interface ActionOptions {
  /** The step's `with`. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Those of the workflow's token. */
  readonly permissions?: Permissions;
  readonly environment?: NodeJS.ProcessEnv;
  /** Where the runner's files lie; a folder that is gone after the test when not given. */
  readonly folder?: string;
  /** The program to run; the shipped bundle when not given. */
  readonly program?: string;
  /** Called with the process when it has started. */
  readonly onStart?: (stop: (signal: NodeJS.Signals) => void) => void;
}

/** What the README's workflow grants. */
export const USUAL: Permissions = { contents: 'write', 'pull-requests': 'write', checks: 'write', issues: 'write' };

/** What GitHub grants to a fork's pull request, whatever the workflow says. */
export const READ_ONLY: Permissions = { contents: 'read', 'pull-requests': 'read', checks: 'read', issues: 'read' };

/** Runs the step for an event to its end. */
export async function runAction(
  gitHub: FakeGitHub,
  event: RunnerEvent,
  options: ActionOptions = {},
): Promise<ActionRun> {
  const { inputs = {}, permissions = USUAL, environment = {}, onStart } = options;
  const program = options.program ?? sharedCopy();
  const folder = options.folder ?? runnersFolder();
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const temp = join(folder, 'temp');
  mkdirSync(temp, { recursive: true });
  const outputs = file('output', '');
  const summary = file('summary', '');
  const given = { 'github-token': gitHub.token({ permissions }), ...inputs };
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    env: {
      ...plainEnvironment(),
      ...event.environment,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event.payload)),
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_STATE: file('state', ''),
      GITHUB_ENV: file('env', ''),
      GITHUB_PATH: file('path', ''),
      RUNNER_TEMP: temp,
      ...Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
    });
  }
  onStart?.((signal) => child.kill(signal));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return {
    exitCode,
    log,
    outputs: outputsIn(readFileSync(outputs, 'utf8')),
    summary: readFileSync(summary, 'utf8'),
  };
}

let runnersFolders: string | null = null;

/** It stays until the process ends: tests that run at once share no end. */
function runnersFolder(): string {
  if (runnersFolders === null) {
    const all = mkdtempSync(join(realpathSync(tmpdir()), 'palimpsest-runner-'));
    process.once('exit', () => rmSync(all, { recursive: true, force: true }));
    runnersFolders = all;
  }
  return mkdtempSync(join(runnersFolders, 'step-'));
}

/** `name<<delimiter`, lines, `delimiter`. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^([^<]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}

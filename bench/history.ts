// The commands that walk a history, on a large clone: each once, a cold process of the shipped bundle.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { run } from './corpus.ts';
import { type Cost, cost, table } from './cost.ts';

/** `given` is a clone or a bare git directory; it is not written to. */
export function historyTable(given: string, scratch: string): string {
  const clone = join(scratch, 'history');
  run('git', ['clone', '--quiet', '--shared', '--no-checkout', given, clone]);
  const gitSeconds = secondsOfGit(clone);
  const row = (name: string, { seconds, processorSeconds, megabytes }: Cost, asked: string) => [
    name,
    seconds.toFixed(0),
    processorSeconds.toFixed(0),
    (seconds / gitSeconds).toFixed(2),
    String(megabytes),
    asked,
  ];
  const commands: readonly (readonly [name: string, asked: string, ...args: string[]])[] = [
    ['drift of a year', '–', 'drift', '--repo', clone],
    ['drift of the whole history', '≤ 120 s, ≤ 500 MB', 'drift', '--repo', clone, '--since', 'all'],
    ['gain over 90 days', '≤ 120 s, ≤ 1,000 MB', 'gain', '--repo', clone],
    ['train', '–', 'train', '--repo', clone],
    ['evaluate in place, a sample of 2,000', '–', ...EVALUATE_SAMPLE, '--repo', clone],
  ];
  const rows = commands.map(([name, asked, ...args]) => row(name, cost(args, 1), asked));
  const head = ['', 'seconds', 'of its processor', '× `git log --numstat -M`', 'MB', 'asked for'];
  return `${table(head, rows)}\n\n\`git log --first-parent --numstat -M\` over the same history: ${gitSeconds.toFixed(0)} s`;
}

const EVALUATE_SAMPLE = ['evaluate', '--revision', 'HEAD', '--protocol', 'in-place', '--sample', '2000'];

/** What git itself takes to count the lines of every commit on the line of first parents: the measure of this machine. */
function secondsOfGit(clone: string): number {
  const startedAt = process.hrtime.bigint();
  const args = ['-C', clone, 'log', '--first-parent', '--numstat', '-M', '--format=%H', '--', '*.java'];
  const { status, stderr } = spawnSync('git', args, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  if (status !== 0) throw new Error(`git log: ${stderr}`);
  return Number(process.hrtime.bigint() - startedAt) / 1e9;
}

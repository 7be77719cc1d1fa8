// The commands on a whole codebase, each a cold process of the shipped bundle: time and memory, and how both grow.

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadJava } from '../src/languages/java.ts';
import { type Corpus, run, writeCopies } from './corpus.ts';
import { cost, shown, table } from './cost.ts';

const RUNS = 5;
const GROWTH = [1, 4, 16];

/** Each command on the corpus as it is; works on the corpus's own clone, and leaves a change in its work tree. */
export function commandsTable({ name, repository, sources }: Corpus, scratch: string): string {
  const [stubs, regenerated] = [join(scratch, 'stubs'), join(scratch, 'regenerated')];
  const erase = cost(['erase', sources, '--output-dir', stubs], RUNS);
  const evaluate = cost(['evaluate', sources, '--output-dir', regenerated], 3);
  const score = cost(['score', sources, regenerated], RUNS);
  const scoreStubs = cost(['score', sources, stubs], RUNS);
  const train = cost(['train', '--repo', repository], RUNS);
  const changed = changeMethods(repository, 20);
  const check = cost(['check', '--repo', repository, '--base', 'HEAD', '--head', 'WORKTREE'], RUNS);
  return table(
    [`Whole codebase: ${name}`, 'seconds', 'MB', 'asked for'],
    [
      ['erase', ...shown(erase), '≤ 1.5 s'],
      ['score of the regenerated tree', ...shown(score), '≤ 2.5 s'],
      ['score of the stubs', ...shown(scoreStubs), '–'],
      ['train', ...shown(train), '≤ 3 s'],
      ['evaluate, embedded model, recreate', ...shown(evaluate), '≤ 45 s, ≤ 400 MB'],
      [`check of ${changed} changed methods, trained model`, ...shown(check), '≤ 3 s'],
    ],
  );
}

/** The same commands on 1, 4 and 16 copies of the corpus. */
export async function growthTable({ sources }: Corpus, scratch: string): Promise<string> {
  const { tokenize } = await loadJava();
  const rows: string[][] = [];
  for (const times of GROWTH) {
    const copies = join(scratch, `copies-${times}`);
    writeCopies(sources, times, copies, tokenize);
    run('git', ['-C', copies, 'init', '--quiet']);
    run('git', ['-C', copies, 'add', '--all']);
    run('git', [
      '-C',
      copies,
      '-c',
      'user.name=bench',
      '-c',
      'user.email=bench@localhost',
      'commit',
      '--quiet',
      '-m',
      'copies',
    ]);
    const stubs = join(scratch, `stubs-${times}`);
    const commands = [
      ['erase', copies, '--output-dir', stubs],
      ['score', copies, stubs],
      ['train', '--repo', copies, '--output', join(scratch, 'copies.palimpsest')],
      ['evaluate', copies],
    ];
    const costs = commands.map((command) => cost(command, 1));
    rows.push([`${times}x`, ...costs.map(({ seconds, megabytes }) => `${seconds.toFixed(1)} s, ${megabytes} MB`)]);
    rmSync(copies, { recursive: true });
    rmSync(stubs, { recursive: true });
  }
  return table(['Copies with names of their own', 'erase', 'score', 'train', 'evaluate'], rows);
}

/** Adds a statement to the first methods of the work tree, uncommitted; returns how many it changed. */
function changeMethods(repository: string, wanted: number): number {
  const listed = spawnSync(
    'git',
    ['-C', repository, 'grep', '-lE', '^        return .*;$', '--', '*/main/*.java', 'src/main'],
    {
      encoding: 'utf8',
    },
  );
  const files = listed.stdout.split('\n').filter(Boolean).slice(0, wanted);
  for (const file of files) {
    run('sed', [
      '-i',
      '0,/^        return \\(.*\\);$/s//        assert this != null;\\n        return \\1;/',
      join(repository, file),
    ]);
  }
  return files.length;
}

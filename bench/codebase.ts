// The commands on a whole codebase, each a cold process of the shipped bundle: time and memory, and how both grow.

import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadJava } from '../src/languages/java.ts';
import { type Corpus, run, writeCopies } from './corpus.ts';

const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const RUNS = 5;
const GROWTH = [1, 4, 16];

interface Cost {
  /** Medians over the runs. */
  readonly seconds: number;
  readonly megabytes: number;
}

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

/** Prints the process's peak memory when it ends, which only the process itself can tell everywhere. */
const MEMORY_PROBE = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>process.stderr.write('\\npeak-kilobytes '+process.resourceUsage().maxRSS+'\\n'))",
)}`;

function cost(args: readonly string[], runs: number): Cost {
  const seconds: number[] = [];
  const megabytes: number[] = [];
  for (let index = 0; index < runs; index++) {
    const startedAt = process.hrtime.bigint();
    const result = spawnSync(process.execPath, ['--import', MEMORY_PROBE, CLI, ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, XDG_CACHE_HOME: join(tmpdir(), 'palimpsest-bench-cache') },
    });
    if (result.status !== 0) throw new Error(`palimpsest ${args.join(' ')}: ${result.stderr}`);
    seconds.push(Number(process.hrtime.bigint() - startedAt) / 1e9);
    megabytes.push(Number(/peak-kilobytes (\d+)/.exec(result.stderr)?.[1] ?? Number.NaN) / 1024);
  }
  return { seconds: median(seconds), megabytes: Math.round(median(megabytes)) };
}

function shown({ seconds, megabytes }: Cost): [string, string] {
  return [seconds.toFixed(2), String(megabytes)];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

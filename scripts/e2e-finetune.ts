// `npm run e2e:finetune`: a language model made a library's own, by the shipped commands from training set to promotion.
// The library is a sample of @capacitor/android 8.0 and then 8.5; the models are a small Llama, pre-trained here on other
// Java, and SmolLM2-135M. `--small` shows in a few minutes that the chain works; `--folder DIR` keeps what was made, and goes
// on there; `--fetch` fetches what is needed, and no more. Exit code 0: all that must hold held. 1: it did not. 75: left out, since what it needs cannot be had here.

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import type { CompareReport } from '../src/core/report-compare.ts';
import type { PromoteReport } from '../src/core/report-promote.ts';
import { loadJava } from '../src/languages/java.ts';
import { difference, type Group, meanOf, table } from './e2e-finetune/figures.ts';
import { gains } from './e2e-finetune/gains.ts';
import { writeHidden } from './e2e-finetune/hidden.ts';
import * as packages from './e2e-finetune/packages.ts';
import { hasFastBf16 } from './e2e-finetune/processor.ts';
import { type Commands, commandsIn, makeClone, must, say } from './e2e-finetune/project.ts';
import { drawFiles, isMeasured, MEASURED, parseAll, pathOf, type Sample } from './e2e-finetune/sample.ts';
import { serveModels } from './e2e-finetune/server.ts';
import { asBase, asResult, type Base, EPOCHS, specialise, weightsOf } from './e2e-finetune/training.ts';

/** Sysexits' "try again later". */
const LEFT_OUT = 75;
/** `hasLarger`: whether there is a second base, which takes seconds for a method. */
const SIZES = {
  full: { sample: { changing: 130, other: 80, heldOut: [40, 60] }, steps: 450, hasLarger: true, probe: 60 },
  small: { sample: { changing: 14, other: 20, heldOut: [4, 14] }, steps: 60, hasLarger: false, probe: 10 },
} as const;
/** Of all methods, so many are written by what the larger base was made into. */
const LARGER_SAMPLE = 60;

const CONTENDERS = ['base', 'epochs5', 'epochs10', 'memory'];

const root = join(import.meta.dirname, '..');
const releases = {
  older: join(root, 'node_modules', 'capacitor-android-8.0'),
  newer: join(root, 'node_modules', 'capacitor-android-8.5'),
};
const { values: flags } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    /** Specialises the larger base too, which takes about an hour on two cores. */
    both: { type: 'boolean', default: false },
    folder: { type: 'string' },
    /** Fetches what the run needs, and ends. */
    fetch: { type: 'boolean', default: false },
    /** Leaves the run out where the trainer's packages, 5 GB, would have to be fetched first. */
    'only-if-there': { type: 'boolean', default: false },
  },
});
const size = SIZES[flags.small ? 'small' : 'full'];
const folder = resolve(flags.folder ?? mkdtempSync(join(tmpdir(), 'palimpsest-finetune-')));
const began = performance.now();

try {
  if (flags['only-if-there'] && !packages.isEnvironmentThere()) {
    throw new packages.Unavailable('the trainer’s packages are not here; `npm run e2e:finetune` fetches them (5 GB)');
  }
  const programs = packages.environmentWith(join(root, 'scripts', 'e2e-finetune', 'requirements.txt'));
  if (flags.fetch) {
    packages.otherJava();
    if (size.hasLarger) packages.smallWeights();
    say('fetched');
  } else {
    await main(programs);
    say('\nall that must hold held');
  }
} catch (error) {
  const isLeftOut = error instanceof packages.Unavailable;
  say(isLeftOut ? `left out: ${error.message}` : `\nfailed: ${String(error)}`);
  process.exitCode = isLeftOut ? LEFT_OUT : 1;
} finally {
  if (flags.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

async function main(programs: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const env = {
    ...process.env,
    PALIMPSEST_CACHE_DIR: join(folder, 'answers'),
    PALIMPSEST_TRL: join(programs, 'trl'),
    TOKENIZERS_PARALLELISM: 'false',
    // threads that spin while they wait take the time of those that work
    OMP_WAIT_POLICY: 'PASSIVE',
    KMP_BLOCKTIME: '0',
  };
  const clone = join(folder, 'library');
  const commands = commandsIn(folder, clone, programs, env);
  const language = await loadJava();
  const sample = drawFiles(releases.older, releases.newer, language, size.sample);
  makeClone(clone, releases, sample.paths);
  const { base, larger } = bases(commands);
  told('base models are there');

  const older = specialise(commands, base, { name: '8.0', revision: 'main', sample });
  must(existsSync(older.shorter), `epoch ${EPOCHS.shorter} is a checkpoint on the way to ${EPOCHS.longer}`);
  const newer = flags.small ? null : specialise(commands, base, { name: '8.5', revision: 'upgrade', sample });
  const olderLarger =
    flags.both && larger !== null
      ? specialise(commands, larger, { name: 'larger-8.0', revision: 'main', sample })
      : null;
  told('specialised');
  const memories = { older: join(folder, 'shadow-8.0.palimpsest'), newer: join(folder, 'shadow-8.5.palimpsest') };
  commands.palimpsest(['train', '--revision', 'main', '--output', memories.older]);
  commands.palimpsest(['train', '--revision', 'upgrade', '--output', memories.newer]);
  writeHidden(memories.older, parseAll(releases.older, sample.paths, language), language, join(folder, 'hidden'));

  const weights = {
    base: base.weights,
    epochs5: older.shorter,
    epochs10: weightsOf(older),
    ...(newer !== null && { 'epochs10-new': weightsOf(newer) }),
    ...(larger !== null && { larger: larger.weights }),
    ...(olderLarger !== null && { 'larger-epochs5': olderLarger.shorter, 'larger-epochs10': weightsOf(olderLarger) }),
  };
  const servers = await serveModels(programs, folder, weights, env);
  const { baseUrl } = servers;
  try {
    const entries = {
      base: asBase(base.weights, baseUrl),
      epochs5: asBase(older.shorter, baseUrl),
      epochs10: asResult(older, baseUrl),
      ...(newer !== null && { 'epochs10-new': asResult(newer, baseUrl) }),
      memory: { provider: 'embedded', path: memories.older },
      'memory-new': { provider: 'embedded', path: memories.newer },
    };
    const largerEntries = {
      ...(larger !== null && { larger: asBase(larger.weights, baseUrl) }),
      ...(olderLarger !== null && {
        'larger-epochs5': asBase(olderLarger.shorter, baseUrl),
        'larger-epochs10': asResult(olderLarger, baseUrl),
      }),
    };
    writeFileSync(join(folder, 'models.yml'), stringify({ models: { ...entries, ...largerEntries } }));
    compareAll(commands, sample);
    promoteBoth(commands, sample);
    if (larger !== null) compareBases(commands, sample);
    if (olderLarger !== null) compareLarger(commands, sample, Object.keys(largerEntries));
  } finally {
    await servers.stop();
  }
}

function bases(commands: Commands): { readonly base: Base; readonly larger: Base | null } {
  const weights = packages.once(`llama-${size.steps}`, (made) =>
    commands.python([
      'pretrain.py',
      made,
      String(size.steps),
      hasFastBf16() ? 'bf16' : 'fp32',
      ...packages.otherJava(),
    ]),
  );
  const base = { weights, learningRate: 1e-3, isValidated: true };
  if (!size.hasLarger) return { base, larger: null };
  const dequantised = packages.once('smollm2', (made) =>
    commands.python(['dequantise.py', packages.smallWeights(), made]),
  );
  return { base, larger: { weights: dequantised, learningRate: 2e-4, isValidated: false } };
}

/** Both as they were erased one at a time, on the release that was trained on. */
function comparing(names: readonly string[]): string[] {
  const files = ['--models', join(folder, 'models.yml'), '--tree', `hidden=${join(folder, 'hidden')}`];
  const asked = names.flatMap((name) => ['--model', name]);
  return ['compare', '--protocol', 'in-place', '--revision', 'main', ...files, ...asked, '--baseline', 'base'];
}

function groupsOf({ heldOut }: Sample): { readonly trained: Group; readonly held: Group } {
  const group = (name: string, isHeldOut: boolean): Group => ({
    name,
    has: ({ path, length }) => isMeasured(length) && heldOut.has(path) === isHeldOut,
  });
  return { trained: group('trained on', false), held: group('held out', true) };
}

function compareAll(commands: Commands, sample: Sample): void {
  const report = commands.reportOf<CompareReport>('compare', comparing(CONTENDERS));
  const { trained, held } = groupsOf(sample);
  say(`\nMethods with bodies of ${MEASURED.least} to ${MEASURED.most} characters, similarity in points:\n`);
  say(table(report, [trained, held]));
  const pairs = [
    ['base', 'stub'],
    ['epochs5', 'base'],
    ['epochs10', 'epochs5'],
    ['epochs10', 'base'],
  ] as const;
  tellDifferences(report, [trained, held], pairs);
  const isBetter = meanOf(report, 'epochs10', trained).similarity > meanOf(report, 'base', trained).similarity;
  must(isBetter, 'ten epochs beat the base on what was trained on');
  told('compared');
}

/** All of them once more, with the larger base beside them. */
function compareBases(commands: Commands, sample: Sample): void {
  const report = commands.reportOf<CompareReport>('compare-bases', comparing([...CONTENDERS, 'larger']));
  const { trained, held } = groupsOf(sample);
  say(`\nThe same with SmolLM2-135M as it is:\n\n${table(report, [trained, held])}`);
  const pairs = [
    ['larger', 'stub'],
    ['larger', 'base'],
    ['epochs5', 'larger'],
    ['epochs10', 'larger'],
  ] as const;
  tellDifferences(report, [trained, held], pairs);
  told('compared with the larger base');
}

/** What the larger base was made into, on a sample of all methods. */
function compareLarger(commands: Commands, sample: Sample, larger: readonly string[]): void {
  const asked = [...comparing([...CONTENDERS, ...larger]), '--sample', String(LARGER_SAMPLE)];
  const report = commands.reportOf<CompareReport>('compare-larger', asked);
  const { trained, held } = groupsOf(sample);
  say(`\nA sample of all methods, with what SmolLM2-135M was made into:\n\n${table(report, [trained, held])}`);
  const pairs = larger.map((name, at) => [name, larger[at - 1] ?? 'base'] as const);
  tellDifferences(report, [trained, held], pairs);
  told('compared with the larger models');
}

function tellDifferences(
  report: CompareReport,
  groups: readonly Group[],
  pairs: readonly (readonly [string, string])[],
): void {
  for (const group of groups)
    for (const pair of pairs) say(`${group.name}: ${pair.join(' minus ')} ${difference(report, pair, group).line}`);
}

/** The next release: what a model of it gains over the one before, of the real model and of its shadow. */
function promoteBoth(commands: Commands, { changed, heldOut }: Sample): void {
  const promoted = (challenger: string, champion: string) => {
    const models = ['--models', join(folder, 'models.yml'), '--challenger', challenger, '--champion', champion];
    const what = ['--since', 'main', '--head', 'upgrade', '--no-baseline', '--probe-size', String(size.probe)];
    return commands.reportOf<PromoteReport>(`promote-${challenger}`, ['promote', ...models, ...what]);
  };
  const shadow = promoted('memory-new', 'memory');
  if (flags.small) {
    promoted('epochs10', 'epochs5');
  } else {
    const real = promoted('epochs10-new', 'epochs10');
    say(`\n${gains(shadow, real, (id) => changed.has(id) && !heldOut.has(pathOf(id)))}`);
  }
  told('promoted');
}

function told(what: string): void {
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  say(`\n${what} (after ${minutes} min; load ${loadavg()[0]?.toFixed(1)})`);
}

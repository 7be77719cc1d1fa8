// `npm run e2e:finetune`: a language model made a library's own, by the shipped commands from training set to promotion.
// The library is a sample of @capacitor/android 8.0 and then 8.5; the models are a small Llama, pre-trained here on other
// Java, and SmolLM2-135M. `--small` shows in a few minutes that the chain works; `--folder DIR` keeps what was made, and goes
// on there. Exit code 0: all that must hold held. 1: it did not. 75: left out, since what it needs cannot be had here.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import type { DatasetCard } from '../src/core/dataset-card.ts';
import type { CompareReport } from '../src/core/report-compare.ts';
import type { PromoteReport } from '../src/core/report-promote.ts';
import { loadJava } from '../src/languages/java.ts';
import { difference, type Group, meanOf, table } from './e2e-finetune/figures.ts';
import { gains } from './e2e-finetune/gains.ts';
import { writeHidden } from './e2e-finetune/hidden.ts';
import {
  environmentWith,
  isEnvironmentThere,
  once,
  otherJava,
  smallWeights,
  Unavailable,
} from './e2e-finetune/packages.ts';
import { commandsIn, makeClone, say } from './e2e-finetune/project.ts';
import { drawFiles, HELD_OUT_SHARE, isMeasured, MEASURED, parseAll, pathOf } from './e2e-finetune/sample.ts';
import { serveModels } from './e2e-finetune/server.ts';

/** Sysexits' "try again later". */
const LEFT_OUT = 75;
const EPOCHS = { shorter: 5, longer: 10 };
/** Examples at once, as TRL takes them. */
const BATCH = 8;
/** Prompt and answer; the base model saw no longer text. */
const WINDOW = { 'context-tokens': 448, 'max-tokens': 192 };
const SIZES = {
  full: {
    sample: { changing: 110, other: 80, heldOut: [40, 60] },
    pretrainingSteps: 450,
    /** The larger base takes several seconds an answer. */
    largerSample: 80,
    probe: 60,
  },
  small: {
    sample: { changing: 24, other: 24, heldOut: [8, 14] },
    pretrainingSteps: 60,
    largerSample: 0,
    probe: 10,
  },
} as const;

const { values: flags } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    folder: { type: 'string' },
    /** Leaves the run out where the trainer's packages, 5 GB, would have to be fetched first. */
    'only-if-there': { type: 'boolean', default: false },
  },
});
const size = SIZES[flags.small ? 'small' : 'full'];
const folder = resolve(flags.folder ?? mkdtempSync(join(tmpdir(), 'palimpsest-finetune-')));
const root = join(import.meta.dirname, '..');

try {
  if (flags['only-if-there'] && !isEnvironmentThere()) {
    throw new Unavailable('the trainer’s packages are not in the cache; `npm run e2e:finetune` fetches them (5 GB)');
  }
  await main(environmentWith(join(root, 'scripts', 'e2e-finetune', 'requirements.txt')));
  say('\nall that must hold held');
} catch (error) {
  say(error instanceof Unavailable ? `left out: ${error.message}` : `\nfailed: ${String(error)}`);
  process.exitCode = error instanceof Unavailable ? LEFT_OUT : 1;
} finally {
  if (flags.folder === undefined) rmSync(folder, { recursive: true, force: true });
}

async function main(programs: string): Promise<void> {
  const began = performance.now();
  const passed = () => `${((performance.now() - began) / 60_000).toFixed(1)} min, load ${loadavg()[0]?.toFixed(1)}`;
  const clone = join(folder, 'library');
  const env = {
    ...process.env,
    PALIMPSEST_CACHE_DIR: join(folder, 'answers'),
    PALIMPSEST_TRL: join(programs, 'trl'),
    TOKENIZERS_PARALLELISM: 'false',
    // threads that spin while they wait take the time of those that work
    OMP_WAIT_POLICY: 'PASSIVE',
    KMP_BLOCKTIME: '0',
  };
  mkdirSync(folder, { recursive: true });
  const commands = commandsIn(folder, clone, programs, env);
  const language = await loadJava();
  const releases = {
    older: join(root, 'node_modules', 'capacitor-android-8.0'),
    newer: join(root, 'node_modules', 'capacitor-android-8.5'),
  };
  const sample = drawFiles(releases.older, releases.newer, language, size.sample);
  makeClone(clone, releases, sample.paths);
  const sources = parseAll(releases.older, sample.paths, language);

  const base = once(`llama-${size.pretrainingSteps}`, (made) =>
    commands.python(['pretrain.py', made, String(size.pretrainingSteps), ...otherJava()]),
  );
  const larger =
    size.largerSample === 0
      ? null
      : once('smollm2', (made) => commands.python(['dequantise.py', smallWeights(), made]));
  say(`\nbase models are there (${passed()})`);

  /** A training set of a release, and the run that learns it. */
  const specialised = (release: string, revision: string) => {
    const dataset = join(folder, `dataset-${release}`);
    const tokenizer = ['--tokenizer', join(base, 'tokenizer.json'), '--prompt-format', 'completion', '--form', 'trl'];
    const window = Object.entries(WINDOW).flatMap(([name, tokens]) => [`--${name}`, String(tokens)]);
    const held = ['--validation', String(HELD_OUT_SHARE), '--seed', String(sample.seed)];
    const made = ['--revision', revision, ...tokenizer, ...window, ...held];
    if (!existsSync(dataset)) commands.palimpsest(['dataset', ...made, '--output-dir', dataset]);
    const card: DatasetCard = JSON.parse(readFileSync(join(dataset, 'dataset-card.json'), 'utf8'));
    const { train, validation } = card.splits;
    say(`  ${train.examples} examples to train on, ${validation.examples} held out`);
    must(
      validation.files <= sample.heldOut.size && validation.examples > 0,
      'the files held out are those of the sample',
    );
    const epochSteps = Math.ceil(train.examples / BATCH);
    const config = join(folder, 'training.yml');
    writeFileSync(config, stringify(trainingSettings(epochSteps)));
    const run = join(folder, `run-${release}`);
    const asked = ['--dataset', dataset, '--base-model', base, '--epochs', String(EPOCHS.longer), '--method', 'full'];
    commands.palimpsest(['specialize', '--trainer', 'trl', ...asked, '--config', config, '--output-dir', run]);
    say(`  specialised on ${release} (${passed()})`);
    return { run, shorter: join(run, 'training', 'output', `checkpoint-${epochSteps * EPOCHS.shorter}`) };
  };
  const older = specialised('8.0', 'main');
  must(existsSync(older.shorter), 'epoch 5 is a checkpoint on the way to 10');
  const memories = { older: join(folder, 'shadow-8.0.palimpsest'), newer: join(folder, 'shadow-8.5.palimpsest') };
  commands.palimpsest(['train', '--revision', 'main', '--output', memories.older]);
  commands.palimpsest(['train', '--revision', 'upgrade', '--output', memories.newer]);
  const hidden = join(folder, 'hidden');
  writeHidden(memories.older, sources, language, hidden);

  const server = await serveModels(programs, join(folder, 'server.log'), env);
  try {
    const models = join(folder, 'models.yml');
    const asBase = (path: string) => ({
      ...{ provider: 'openai', model: path, format: 'completion', ...WINDOW },
      ...{ 'base-url': server.baseUrl, tokenizer: join(path, 'tokenizer.json'), concurrency: 2 },
    });
    const asResult = (run: string) => {
      const [entry] = Object.values<object>(parse(readFileSync(join(run, 'models.yml'), 'utf8')).models);
      return { ...entry, card: join(run, 'card.json'), ...served(base) };
    };
    const served = (path: string) => ({
      'base-url': server.baseUrl,
      tokenizer: join(path, 'tokenizer.json'),
      concurrency: 2,
    });
    const entries: Record<string, object> = {
      base: asBase(base),
      ...(larger === null ? {} : { larger: asBase(larger) }),
      epochs5: asBase(older.shorter),
      epochs10: asResult(older.run),
      memory: { provider: 'embedded', path: memories.older },
    };
    writeFileSync(models, stringify({ models: entries }));

    const inPlace = [
      'compare',
      '--protocol',
      'in-place',
      '--revision',
      'main',
      '--models',
      models,
      '--baseline',
      'base',
    ];
    const names = ['base', 'epochs5', 'epochs10', 'memory'].flatMap((name) => ['--model', name]);
    const tree = ['--tree', `hidden=${hidden}`];
    const all = commands.reportOf<CompareReport>('compare', [...inPlace, ...names, ...tree]);
    say(`compared (${passed()})`);
    const measured = (isHeldOut: boolean, name: string): Group => ({
      name,
      has: ({ path, length }) => isMeasured(length) && sample.heldOut.has(path) === isHeldOut,
    });
    const groups = [measured(false, 'trained on'), measured(true, 'held out')];
    say(`\nMethods with bodies of ${MEASURED.least} to ${MEASURED.most} characters, similarity in points:\n`);
    say(table(all, groups));
    for (const group of groups) {
      for (const pair of [
        ['base', 'stub'],
        ['epochs5', 'base'],
        ['epochs10', 'epochs5'],
        ['epochs10', 'base'],
      ] as const)
        say(`${group.name}: ${pair.join(' minus ')} ${difference(all, pair, group).line}`);
    }
    const [trained = measured(false, '')] = groups;
    must(
      meanOf(all, 'epochs10', trained).similarity > meanOf(all, 'base', trained).similarity,
      'ten epochs beat the base on what was trained on',
    );

    const newer = specialised('8.5', 'upgrade');
    entries['epochs10-new'] = asResult(newer.run);
    entries['memory-new'] = { provider: 'embedded', path: memories.newer };
    writeFileSync(models, stringify({ models: entries }));
    const against = [
      'promote',
      '--head',
      'upgrade',
      '--models',
      models,
      '--no-baseline',
      '--probe-size',
      String(size.probe),
    ];
    const promoted = (challenger: string, champion: string) =>
      commands.reportOf<PromoteReport>(`promote-${challenger}`, [
        ...[...against, '--since', 'main', '--challenger', challenger, '--champion', champion],
      ]);
    const shadow = promoted('memory-new', 'memory');
    const real = promoted('epochs10-new', 'epochs10');
    say(`\n${gains(shadow, real, (id) => sample.changed.has(id) && !sample.heldOut.has(pathOf(id)))}`);
    say(`\npromoted (${passed()})`);

    if (larger === null) return;
    const few = ['--sample', String(size.largerSample), '--model', 'larger', ...names, ...tree];
    const drawn = commands.reportOf<CompareReport>('compare-larger', [...inPlace, ...few]);
    say(`\nThe same of a sample of ${size.largerSample} of all methods, with SmolLM2-135M:\n\n${table(drawn, groups)}`);
    for (const group of groups)
      say(`${group.name}: larger minus base ${difference(drawn, ['larger', 'base'], group).line}`);
    say(`compared with the larger base (${passed()})`);
  } finally {
    await server.stop();
  }
}

/** All weights, at a constant rate, so that epoch 5 is on the way to epoch 10. */
function trainingSettings(epochSteps: number): object {
  const cpu = existsSync('/proc/cpuinfo') ? readFileSync('/proc/cpuinfo', 'utf8') : '';
  return {
    learning_rate: 1e-3,
    lr_scheduler_type: 'constant',
    per_device_train_batch_size: BATCH,
    gradient_checkpointing: false,
    use_cpu: true,
    bf16: cpu.includes('amx_bf16'),
    save_strategy: 'steps',
    save_steps: epochSteps * EPOCHS.shorter,
    disable_tqdm: true,
  };
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new Error(`this must hold, and does not: ${what}`);
}

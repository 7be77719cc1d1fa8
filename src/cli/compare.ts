// `palimpsest compare`

import { basename, join } from 'node:path';
import {
  composeLanguages,
  type Languages,
  type ModelSource,
  openDirectory,
  openOutputTree,
  type ResumedJournal,
} from '../compose.ts';
import type { Protocol } from '../core/report.ts';
import type { ShardRequest } from '../core/run-shards.ts';
import { ExpectedFailure } from '../errors.ts';
import { compare, type ModelContender, STUB_NAME, type TreeContender } from '../jobs/compare.ts';
import type { CodeModel } from '../ports.ts';
import { type AskingOptions, DryRun, isCached, modelsFrom } from './asking.ts';
import { type OutputOptions, present } from './present.ts';
import { sampleFromFlags } from './sample.ts';
import { shardFromFlag, shardParts } from './shard.ts';
import type { Shell } from './shell.ts';
import { evaluated, journalOf, readFrom, repositoryOf, type Subject, subjectOf } from './subject.ts';

interface CompareOptions extends OutputOptions, Omit<AskingOptions, 'model'> {
  readonly repo: string;
  readonly revision?: string;
  readonly protocol: Protocol;
  readonly model?: readonly string[];
  readonly tree?: readonly string[];
  readonly baseline?: string;
  readonly sample?: string;
  readonly seed?: string;
  readonly shard?: string;
  readonly outputDir?: string;
}

export async function runCompare(
  directory: string | undefined,
  { model: references, ...options }: CompareOptions,
  shell: Shell,
): Promise<void> {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell, { areSeveral: true });
  const dryRun = new DryRun(options);
  const shard = shardFromFlag(options.shard);
  const sample = sampleFromFlags(options);
  const trees = (options.tree ?? []).map(treeOf);
  const subject = await subjectOf('compare', directory, options);
  const languages = await composeLanguages(environment);
  const opened = await openAll(references ?? (await models.names()), models, subject, languages);
  const names = namesOf([...opened.map(({ name }) => name), ...trees.map(({ name }) => name)]);
  const baseline = baselineFrom(options.baseline, names);
  const { protocol } = options;
  const rest = { ...evaluated(subject), protocol, sample, shard, baseline, languages, progress, signal };
  if (dryRun.isOn) {
    const contenders = opened.map(({ name, model }) => contender(name, dryRun.insteadOf(model)));
    await compare({ ...rest, contenders });
    return present(dryRun.report('compare'), options, environment);
  }
  const endings: (() => Promise<void>)[] = [];
  try {
    const contenders: (ModelContender | TreeContender)[] = [];
    const folders = foldersOf(opened.map(({ name }) => name));
    for (const [index, { name, model }] of opened.entries()) {
      const folder = folders[index];
      const output =
        options.outputDir === undefined || folder === undefined
          ? null
          : await openOutputTree(join(options.outputDir, folder), readFrom(subject));
      if (output !== null) endings.push(() => output.discard());
      const journal = isCached(model, options) ? null : await journalFor(model, subject, options, shard, shell);
      if (journal !== null) {
        endings.push(() => journal.close());
        sayResumed(name, journal);
      }
      contenders.push({ ...contender(name, model), output, journal });
    }
    for (const tree of trees) contenders.push({ ...tree, kind: 'tree', tree: await openDirectory(tree.directory) });
    await present(await compare({ ...rest, contenders }), options, environment);
  } finally {
    for (const end of endings) await end();
  }
}

interface Opened {
  readonly name: string;
  readonly model: CodeModel;
}

/** Without a reference, the models file's entries or what `train` left in the clone. */
async function openAll(
  references: readonly (string | undefined)[],
  models: ModelSource,
  subject: Subject,
  languages: Languages,
): Promise<Opened[]> {
  const opened: Opened[] = [];
  for (const reference of references) {
    const loaded = await models.open(reference, repositoryOf(subject), languages);
    if (loaded === null) {
      throw new ExpectedFailure(
        'bad-setting',
        reference === undefined ? 'compare was given no model' : `there is no trained model for --model ${reference}`,
        'Name some with --model, or train one with `palimpsest train`.',
      );
    }
    opened.push({ name: reference ?? 'embedded', model: loaded.model });
  }
  return shortNames(opened);
}

/** A model's file goes by its own name, `old` for `models/old.palimpsest`, where no two have the same. */
function shortNames(opened: readonly Opened[]): Opened[] {
  const short = opened.map(({ name, model }) =>
    model.card.provider === 'embedded' ? basename(name).replace(/\.palimpsest$/, '') : name,
  );
  return opened.map((one, index) => {
    const name = short[index] ?? one.name;
    return short.filter((other) => other === name).length === 1 && name !== STUB_NAME ? { ...one, name } : one;
  });
}

function treeOf(typed: string): { name: string; directory: string } {
  const [, name = '', directory = ''] = /^([^=]+)=(.+)$/s.exec(typed) ?? [];
  if (name !== '') return { name, directory };
  throw new ExpectedFailure(
    'bad-setting',
    `--tree does not take ${JSON.stringify(typed)}`,
    'It is a name and a folder: --tree ours=build/regenerated.',
  );
}

function namesOf(names: readonly string[]): readonly string[] {
  const twice = names.find((name, index) => name === STUB_NAME || names.indexOf(name) !== index);
  if (twice === undefined) return names;
  throw new ExpectedFailure(
    'bad-setting',
    twice === STUB_NAME ? `${STUB_NAME} is what every body erased is called` : `${twice} is named twice`,
    'Give each contender a name of its own.',
  );
}

function baselineFrom(typed: string | undefined, names: readonly string[]): string {
  const baseline = typed ?? names[0] ?? STUB_NAME;
  if (baseline === STUB_NAME || names.includes(baseline)) return baseline;
  throw new ExpectedFailure(
    'bad-setting',
    `--baseline ${baseline} is none of those that are compared`,
    `They are ${[STUB_NAME, ...names].join(', ')}.`,
  );
}

function contender(name: string, model: CodeModel): ModelContender {
  return { kind: 'model', name, model, output: null, journal: null };
}

function sayResumed(name: string, { resumed }: ResumedJournal): void {
  if (resumed > 0) process.stderr.write(`${name} goes on after ${resumed} methods of an interrupted run\n`);
}

function journalFor(
  { card }: CodeModel,
  subject: Subject,
  { protocol }: CompareOptions,
  shard: ShardRequest | null,
  shell: Shell,
) {
  return journalOf('compare', subject, [protocol, card.fingerprint, ...shardParts(shard)], shell);
}

/** One folder for each name, safe on every file system: no two are the same, whatever case it keeps. */
export function foldersOf(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const safe = name.replace(/[^\w.+-]+/g, '-').replace(/^[.-]+|[.-]+$/g, '') || 'model';
    let folder = safe;
    for (let number = 2; taken.has(folder.toLowerCase()); number++) folder = `${safe}-${number}`;
    taken.add(folder.toLowerCase());
    return folder;
  });
}

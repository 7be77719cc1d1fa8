// The operator's language model, trained again by a button: a task of its own, a hosted job, a decision, and who is asked from then on.

import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { perform } from '../../src/app/perform.ts';
import type { LogEntry } from '../../src/app/threads.ts';
import { stateOn } from '../../src/compose/store.ts';
import type { RepositoryRef, RepositoryTask, Task } from '../../src/core/task.ts';
import { ExpectedFailure } from '../../src/errors.ts';
import { FORGOTTEN } from '../../src/ports/task-queue.ts';
import { type FakeFineTuning, type FakeFineTuningSettings, startFakeFineTuning } from '../support/fake-fine-tuning.ts';
import type { FakeGitHub, FakeRepository } from '../support/fake-github.ts';
import { gitHubOfATest } from '../support/github-of-a-test.ts';
import { MemoryDocuments } from '../support/memory-documents.ts';
import { movingSources } from '../support/moving-project.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';
import { taskContextOn } from '../support/task-context.ts';

const SETTINGS = '.github/palimpsest.yml';
const PATIENCE_MS = 120_000;

let gitHub: FakeGitHub;
let repository: FakeRepository;
let documents: MemoryDocuments;
let log: LogEntry[];
let added: Task[];
let folder: string;
let signal: AbortSignal;

beforeEach(async () => {
  gitHub = await gitHubOfATest();
  repository = await gitHub.addRepository('acme/stock', {
    files: { ...movingSources(1), [SETTINGS]: 'model: stock\n' },
  });
  repository.person('grace', 'maintain');
  documents = new MemoryDocuments();
  log = [];
  added = [];
  folder = temporaryFolder();
  signal = new AbortController().signal;
});

async function service(settings: FakeFineTuningSettings = {}): Promise<FakeFineTuning> {
  const fake = await startFakeFineTuning({ trainsAtOnce: true, ...settings });
  onTestFinished(() => fake.close());
  return fake;
}

/** The operator's file: a base model in office since the first version. */
async function modelsFile({ baseUrl }: FakeFineTuning, changed: Readonly<Record<string, unknown>> = {}) {
  const path = join(folder, 'models.yml');
  const stock = {
    provider: 'openai',
    model: 'scriptorium-mini',
    'base-url': baseUrl,
    'trained-at': await first(),
    specialize: { trainer: 'openai', 'base-model': 'scriptorium-mini', epochs: 3 },
    ...changed,
  };
  writeFileSync(path, JSON.stringify({ models: { stock } }));
  return path;
}

async function first(): Promise<string> {
  return (await repository.state.git.tryText(['rev-list', '--max-parents=0', 'main']))?.trim() ?? '';
}

function ref(): RepositoryRef {
  return { installation: 1, id: repository.state.id, owner: 'acme', name: 'stock' };
}

const state = async () => (await stateOn(documents, { repository: ref().id, section: null }).read())?.training;

async function done(task: RepositoryTask, file: string) {
  const add = async (next: Task) => void added.push(next);
  const environment = taskContextOn(gitHub, { documents, log, modelsFile: file, add, signal });
  const answersFolder = join(folder, 'answers');
  await perform(task, {
    ...environment,
    environment: { ...environment.environment, answersFolder },
    trainingFolder: join(folder, 'training'),
  });
}

const specialize = (): RepositoryTask => ({ kind: 'specialize', repository: ref() });
const said = () => log.map(({ message }) => message).join('\n');

test(
  'the button puts a training in line, which is ordered, compared and promoted; the next check asks the new model',
  async () => {
    const fake = await service();
    const file = await modelsFile(fake);
    await repository.commit('main', movingSources(2));
    await done({ kind: 'retrain', repository: ref(), by: 'grace' }, file);
    expect(added).toEqual([specialize()]);
    expect(fake.jobs).toHaveLength(0);

    await done(specialize(), file);
    const [job] = fake.jobs;
    expect(job?.order).toMatchObject({
      model: expect.stringMatching(/^scriptorium-mini/),
      hyperparameters: { n_epochs: 3 },
    });
    const training = await state();
    expect(training).toMatchObject({
      underWay: null,
      promoted: [{ model: job?.name, card: { trainedAt: { revision: await repository.head('main') } } }],
      last: { kind: 'promoted', model: job?.name, reasons: expect.arrayContaining(['closer', 'remembers']) },
    });
    expect(said()).toContain('Promoted');
    expect(added.at(-1)).toEqual({ kind: 'review', repository: ref(), retrain: false });
    expect(existsSync(join(folder, 'training', String(ref().id)))).toBe(false);

    const asked = fake.chats.length;
    await repository.commit('change', { ...shelfWith('items.size() + 1') });
    const pull = await repository.openPullRequest({ head: 'change' });
    await done({ kind: 'check-pull-request', repository: ref(), pullRequest: pull.number, approval: null }, file);
    expect(new Set(fake.chats.slice(asked).map(({ model }) => model))).toEqual(new Set([job?.name]));
    expect(pull.comments()[0]?.body).toContain(job?.name);
  },
  PATIENCE_MS,
);

function shelfWith(expression: string): Record<string, string> {
  const [path, text] = Object.entries(movingSources(2))[0] ?? ['', ''];
  return { [path]: text.replace(/return total;/, `return ${expression};`) };
}

test(
  'a training that is cut off goes on with the same revision and the same job, and is not ordered twice',
  async () => {
    const cut = new AbortController();
    signal = cut.signal;
    const fake = await service({
      trainsAtOnce: false,
      onJob: () => setTimeout(() => cut.abort(ending(undefined)), 100),
    });
    const file = await modelsFile(fake);
    await repository.commit('main', movingSources(2));
    const at = await repository.head('main');
    await expect(done(specialize(), file)).rejects.toMatchObject({ code: 'cancelled' });
    expect(fake.jobs[0]?.status()).not.toBe('cancelled');
    expect(await state()).toMatchObject({ underWay: { at: { revision: at } }, promoted: [], last: null });

    await repository.commit('main', { 'README.md': 'moved on' });
    rmSync(join(folder, 'training'), { recursive: true }); // another machine, or a runner of another day
    signal = new AbortController().signal;
    const [job] = fake.jobs;
    while (job?.isOver() === false) job.look();
    await done(specialize(), file);
    expect(fake.jobs).toHaveLength(1);
    expect(await state()).toMatchObject({ underWay: null, last: { kind: 'promoted', revision: at } });
  },
  PATIENCE_MS,
);

function ending(cause: string | undefined): ExpectedFailure {
  return new ExpectedFailure('cancelled', 'the process ends', '', { cause });
}

test(
  'a repository from which the App is removed has its job cancelled, and leaves no training set on the disk',
  async () => {
    const cut = new AbortController();
    signal = cut.signal;
    const fake = await service({
      trainsAtOnce: false,
      onJob: () => setTimeout(() => cut.abort(ending(FORGOTTEN)), 100),
    });
    const file = await modelsFile(fake);
    await repository.commit('main', movingSources(2));
    await expect(done(specialize(), file)).rejects.toMatchObject({ code: 'cancelled' });
    expect(fake.jobs.map((job) => job.status())).toEqual(['cancelled']);
    expect(existsSync(join(folder, 'training')) ? readdirSync(join(folder, 'training')) : []).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'a challenger that is no better leaves the model in office, and says why',
  async () => {
    const fake = await service();
    const file = await modelsFile(fake);
    await repository.commit('main', shelfWith('items.size() + 1'));
    await done(specialize(), file);
    expect(await state()).toMatchObject({
      promoted: [],
      last: { kind: 'kept', reasons: expect.arrayContaining(['too-few-changes', 'remembers']) },
    });
    expect(said()).toContain('The champion stays');
    expect(added).toEqual([]);
  },
  PATIENCE_MS,
);

test(
  'another model in the operator’s file is in office at once, and without a way of training the file’s own is',
  async () => {
    const fake = await service({ baseModels: ['scriptorium-mini', 'scriptorium-large'] });
    await repository.commit('main', movingSources(2));
    await done(specialize(), await modelsFile(fake));
    const [job] = fake.jobs;
    await repository.commit('change', { ...shelfWith('items.size() + 1') });
    const pull = await repository.openPullRequest({ head: 'change' });
    const whoIsAsked = async (file: string) => {
      const asked = fake.chats.length;
      await done({ kind: 'check-pull-request', repository: ref(), pullRequest: pull.number, approval: null }, file);
      return [...new Set(fake.chats.slice(asked).map(({ model }) => model))];
    };
    expect(await whoIsAsked(await modelsFile(fake, { model: 'scriptorium-large' }))).toEqual(['scriptorium-large']);
    expect(await whoIsAsked(await modelsFile(fake, { specialize: undefined }))).toEqual(['scriptorium-mini']);
    expect(await whoIsAsked(await modelsFile(fake))).toEqual([job?.name]);
  },
  PATIENCE_MS,
);

test(
  'a program of the operator’s own trains as well, and names the model that it put at the server',
  async () => {
    const fake = await service({ baseModels: ['scriptorium-mini', 'stock-v2'] });
    const result = { kind: 'finished', model: 'stock-v2', fingerprint: 'f00d', epochs: 5 };
    const args = ['--eval', `console.log(${JSON.stringify(JSON.stringify(result))})`];
    const command = { trainer: 'command', 'base-model': 'acme/base', command: process.execPath, args };
    await repository.commit('main', movingSources(2));
    await done(specialize(), await modelsFile(fake, { specialize: command }));
    expect(fake.files.size).toBe(0);
    expect(fake.chats.some(({ model }) => model === 'stock-v2')).toBe(true);
    expect(await state()).toMatchObject({ underWay: null, last: { kind: 'kept', model: 'stock-v2' } });
  },
  PATIENCE_MS,
);

test(
  'nobody but a maintainer has it trained, and once a day',
  async () => {
    const fake = await service();
    const file = await modelsFile(fake);
    repository.person('eve', 'write');
    await done({ kind: 'retrain', repository: ref(), by: 'eve' }, file);
    expect(added).toEqual([]);
    await done({ kind: 'retrain', repository: ref(), by: 'grace' }, file);
    await done({ kind: 'retrain', repository: ref(), by: 'grace' }, file);
    expect(added).toEqual([specialize()]);
  },
  PATIENCE_MS,
);

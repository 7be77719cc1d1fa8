// The team's model at a service with fine-tuning, trained again by a schedule: by policy or by hand, gone on with, and decided.

import { describe, expect } from 'vitest';
import { type ActionRun, runAction } from '../support/action.ts';
import { type FakeFineTuning, type FakeFineTuningSettings, startFakeFineTuning } from '../support/fake-fine-tuning.ts';
import { startFakeGitHub } from '../support/fake-github.ts';
import { movingSources } from '../support/moving-project.ts';
import { annotationsIn, test as base, Project } from '../support/pinned-books.ts';

const KEY = 'sk-stock-0123456789';
const SETTINGS = '.github/palimpsest.yml';
const AUTOMATIC = { [SETTINGS]: 'retraining:\n  automatic: true\n' };
const PATIENCE_MS = 240_000;
const DAY_MS = 86_400_000;

interface Stock {
  readonly stock: Project;
  readonly serve: (settings?: FakeFineTuningSettings) => Promise<FakeFineTuning>;
}

const test = base.extend<Stock>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads which fixtures one needs from this pattern
  stock: async ({}, use) => {
    const gitHub = await startFakeGitHub();
    await use(new Project(gitHub, await gitHub.addRepository('acme/stock', { files: movingSources(1) })));
    await gitHub.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  serve: async ({}, use) => {
    const services: FakeFineTuning[] = [];
    await use(async (settings) => {
      const service = await startFakeFineTuning({ key: KEY, trainsAtOnce: true, ...settings });
      services.push(service);
      return service;
    });
    for (const service of services) await service.close();
  },
});

/** The step's `with` for a base model that has been in office since the first commit. */
async function inputsFor({ repository }: Project, { baseUrl }: FakeFineTuning, changed = {}) {
  const root = (await repository.state.git.tryText(['rev-list', '--max-parents=0', 'main']))?.trim() ?? '';
  return {
    provider: 'openai',
    model: 'scriptorium-mini',
    'base-url': baseUrl,
    'api-key': KEY,
    'trained-at': root,
    trainer: 'openai',
    'base-model': 'scriptorium-mini',
    epochs: '3',
    samples: '1',
    ...changed,
  };
}

/** A model that remembers the first version by heart. */
function ofTheFirstVersion(chat: string): string | null {
  const [, name = ''] = /Write the body of `Shelf\d\.(count\d+Of\d)/.exec(chat) ?? [];
  const text = Object.values(movingSources(1)).join('\n');
  return new RegExp(`public int ${name}\\([^)]*\\) (\\{[\\s\\S]*?\\n {4}\\})`).exec(text)?.[1] ?? null;
}

async function byHand({ gitHub, repository }: Project, inputs: Readonly<Record<string, string>>): Promise<ActionRun> {
  return runAction(gitHub, await gitHub.events.workflowDispatch(repository, { retrain: 'true' }), { inputs });
}

async function training(stock: Project) {
  return (await stock.kept('state.json')).training as {
    underWay: { at: { revision: string } } | null;
    promoted: { model: string }[];
    last: { kind: string; model: string | null; reasons: string[] } | null;
  };
}

describe('a model that the Action trains again', { timeout: PATIENCE_MS }, () => {
  test('is ordered by hand, compared, promoted, and answers from the next run on', async ({ stock, serve }) => {
    const service = await serve();
    const inputs = await inputsFor(stock, service);
    await stock.repository.commit('main', movingSources(2));
    const run = await byHand(stock, inputs);
    expect(run.exitCode, run.log).toBe(0);
    expect(annotationsIn(run, 'warning')).toEqual([]);
    const [job] = service.jobs;
    expect(run.summary).toContain('Promoted');
    expect(await training(stock)).toMatchObject({
      underWay: null,
      promoted: [{ model: job?.name }],
      last: { kind: 'promoted', reasons: expect.arrayContaining(['closer', 'remembers']) },
    });
    const asked = service.chats.length;
    const pull = await stock.open({ ...movingSources(1) });
    const check = await stock.check(pull, { inputs });
    expect(check.exitCode, check.log).toBe(0);
    expect(new Set(service.chats.slice(asked).map(({ model }) => model))).toEqual(new Set([job?.name]));

    const again = await byHand(stock, inputs);
    expect(annotationsIn(again, 'notice').join()).toContain('that was done within a day');
    expect(service.jobs).toHaveLength(1);
    expect(`${run.log.replace(/^::add-mask::.*$/gm, '')}${run.summary}`).not.toContain(KEY);
  });

  test('is trained by the policy only where the settings let it', async ({ stock, serve }) => {
    const service = await serve({ knows: ofTheFirstVersion });
    const inputs = await inputsFor(stock, service);
    await stock.schedule({ inputs });
    stock.gitHub.advance(30 * DAY_MS);
    await stock.repository.commit('main', movingSources(2));
    expect((await stock.schedule({ inputs })).outputs.verdict).toBe('stale');
    expect(service.jobs).toHaveLength(0);
    expect(stock.repository.issues).toMatchObject([
      { state: 'open', body: expect.stringContaining('Have another trained') },
    ]);
    await stock.repository.commit('main', AUTOMATIC);
    const run = await stock.schedule({ inputs });
    expect(run.exitCode, run.log).toBe(0);
    expect(service.jobs, run.log).toHaveLength(1);
    expect((await training(stock)).last?.kind, run.log).toBe('promoted');
    const [issue] = stock.repository.issues;
    expect(issue).toMatchObject({ state: 'closed', body: expect.stringContaining('another model is being trained') });
    expect(stock.repository.comments(issue?.number ?? 0).at(-1)?.body).toContain('Trained again');
  });

  test('of which the job fails is told in a warning, and a pull request of a fork never begins one', async ({
    stock,
    serve,
  }) => {
    const service = await serve({ onJob: (job) => job.fail('server_error', 'the oven is cold') });
    const inputs = await inputsFor(stock, service);
    await stock.repository.commit('main', { ...movingSources(2), ...AUTOMATIC });
    const pull = await stock.openFromFork(movingSources(1));
    await stock.check(pull, { inputs });
    expect(service.count('POST', /./)).toBe(0);
    const run = await byHand(stock, inputs);
    expect(run.exitCode, run.log).toBe(0);
    expect(annotationsIn(run, 'warning').join()).toContain('the oven is cold');
    expect(await training(stock)).toMatchObject({ underWay: { failures: 1 }, promoted: [], last: { kind: 'failed' } });
  });
});

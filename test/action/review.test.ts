// The scheduled run: evaluation, control group, drift, gain, status; one issue while the model is stale; the team's training.

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ActionOptions, runAction, USUAL } from '../support/action.ts';
import { BOOKS, DEFAULT_RATE, LEDGER, STREAMS, textOf } from '../support/books.ts';
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from '../support/fake-github.ts';

const TRAIN = '.github/workflows/train.yml';
const DAY_MS = 86_400_000;

let gitHub: FakeGitHub;
let repository: FakeRepository;

beforeEach(async () => {
  gitHub = await startFakeGitHub();
  repository = await gitHub.addRepository('acme/books', { files: BOOKS });
});

afterEach(() => gitHub.close());

async function review(options: ActionOptions = {}) {
  return runAction(gitHub, await gitHub.events.schedule(repository), options);
}

/** Half of the methods written otherwise, on another day. */
async function moveOn() {
  gitHub.advance(30 * DAY_MS);
  await repository.commit('main', { ...STREAMS, ...DEFAULT_RATE });
}

test('it pins on its first run, evaluates, and leaves a page', async () => {
  const run = await review();
  expect(run.log).not.toContain('::error');
  expect(run.exitCode).toBe(0);
  expect(run.outputs).toMatchObject({ verdict: 'fresh', freshness: '1' });
  expect(run.summary).toContain('control group');
  const page = run.outputs['report-html'] ?? '';
  expect(page).toMatch(/\.html$/);
  const state = JSON.parse((await repository.file('state.json', 'palimpsest-data')) ?? '');
  expect(state.pin.revision).toBe(await repository.head('main'));
  expect(state.review.control).toHaveLength(8);
});

test('one issue while the model is stale: opened once, updated, closed when it is fresh again', async () => {
  await review();
  await moveOn();
  const stale = await review();
  expect(stale.outputs.verdict).toBe('stale');
  expect(repository.issues).toHaveLength(1);
  expect(repository.issues[0]).toMatchObject({ state: 'open' });
  expect(repository.issues[0]?.title).toContain('stale');
  await repository.commit('main', { [LEDGER]: textOf(BOOKS, LEDGER).replace('open.size()', '2 * open.size()') });
  await review();
  expect(repository.issues).toHaveLength(1);
  const retrain = await runAction(gitHub, await gitHub.events.workflowDispatch(repository, { retrain: 'true' }));
  expect(retrain.outputs).toMatchObject({ verdict: 'fresh', freshness: '1' });
  expect(repository.issues).toHaveLength(1);
  expect(repository.issues[0]).toMatchObject({ state: 'closed' });
});

test('the training workflow is started once for a model', async () => {
  await repository.commit('main', {
    [TRAIN]: 'on: workflow_dispatch\njobs: {}\n',
    '.github/palimpsest.yml': 'retraining:\n  workflow: train.yml\n  event-type: model-is-stale\n',
  });
  const permissions = { ...USUAL, actions: 'write' } as const;
  await review({ permissions });
  await moveOn();
  await review({ permissions });
  expect(repository.dispatches).toHaveLength(2);
  await review({ permissions });
  expect(repository.dispatches).toHaveLength(2);
  expect(repository.issues[0]?.body).toContain('train.yml');
});

test('without permission to do so nothing fails: what was refused is said', async () => {
  await review();
  await moveOn();
  const run = await review({ permissions: { contents: 'write' } });
  expect(run.exitCode).toBe(0);
  expect(run.summary).toContain('The tracking issue was refused');
});

test('trained anew by itself when the settings say so', async () => {
  await repository.commit('main', { '.github/palimpsest.yml': 'retraining:\n  automatic: true\n' });
  await review();
  await moveOn();
  await review();
  const next = await review();
  expect(next.outputs).toMatchObject({ verdict: 'fresh', freshness: '1' });
});

test('the page is a file that a later step can upload', async () => {
  const run = await review();
  const html = readFileSync(run.outputs['report-html'] ?? '', 'utf8');
  expect(html).toContain('<!doctype html>');
});

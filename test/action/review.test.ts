// The scheduled run: evaluation, control group, drift, gain, status; one issue while the model is stale; the team's training.

import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { runAction, USUAL } from '../support/action.ts';
import { BOOKS, DEFAULT_RATE, LEDGER, STREAMS, textOf } from '../support/books.ts';
import { annotationsIn, PATIENCE_MS, type Project, test } from '../support/pinned-books.ts';

const TRAIN = '.github/workflows/train.yml';
const SETTINGS = '.github/palimpsest.yml';
const DAY_MS = 86_400_000;

/** Methods written otherwise, on another day. */
async function moveOn({ gitHub, repository }: Project) {
  gitHub.advance(30 * DAY_MS);
  await repository.commit('main', { ...STREAMS, ...DEFAULT_RATE });
}

describe.concurrent('a review', { timeout: PATIENCE_MS }, () => {
  test('pins on its first run, evaluates, and leaves a page that a later step can upload', async ({ fresh }) => {
    const { repository } = fresh;
    const run = await fresh.schedule();
    expect(annotationsIn(run, 'error')).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ verdict: 'fresh', freshness: '1' });
    expect(run.summary).toContain('control group');
    const page = run.outputs['report-html'] ?? '';
    expect(page).toMatch(/\.html$/);
    expect(readFileSync(page, 'utf8')).toContain('<!doctype html>');
    const state = (await fresh.kept('state.json')) as { pin: { revision: string }; review: { control: unknown[] } };
    expect(state.pin.revision).toBe(await repository.head('main'));
    expect(state.review.control).toHaveLength(8);
  });

  test('keeps one issue: opened once, updated, closed when the model is fresh again', async ({ pinned }) => {
    const { gitHub, repository } = pinned;
    await moveOn(pinned);
    const stale = await pinned.schedule();
    expect(stale.outputs.verdict).toBe('stale');
    expect(repository.issues).toMatchObject([{ state: 'open', title: expect.stringContaining('stale') }]);
    await repository.commit('main', { [LEDGER]: textOf(BOOKS, LEDGER).replace('open.size()', '2 * open.size()') });
    await pinned.schedule();
    expect(repository.issues).toHaveLength(1);
    const retrain = await runAction(gitHub, await gitHub.events.workflowDispatch(repository, { retrain: 'true' }));
    expect(retrain.outputs).toMatchObject({ verdict: 'fresh', freshness: '1' });
    expect(repository.issues).toMatchObject([{ state: 'closed' }]);
  });

  test('starts the training workflow once for a model', async ({ pinned }) => {
    const { repository } = pinned;
    await moveOn(pinned);
    await repository.commit('main', {
      [TRAIN]: 'on: workflow_dispatch\njobs: {}\n',
      [SETTINGS]: 'retraining:\n  workflow: train.yml\n  event-type: model-is-stale\n',
    });
    const permissions = { ...USUAL, actions: 'write' } as const;
    await pinned.schedule({ permissions });
    expect(repository.dispatches).toHaveLength(2);
    await pinned.schedule({ permissions });
    expect(repository.dispatches).toHaveLength(2);
    expect(repository.issues[0]?.body).toContain('train.yml');
  });

  test('without permission to do so fails nothing: what was refused is said', async ({ pinned }) => {
    await moveOn(pinned);
    const run = await pinned.schedule({ permissions: { contents: 'write' } });
    expect(run.exitCode).toBe(0);
    expect(run.summary).toContain('The tracking issue was refused');
    expect(annotationsIn(run, 'warning')).toEqual([expect.stringContaining('The tracking issue was refused')]);
  });

  test('trains anew by itself when the settings say so', async ({ pinned }) => {
    await moveOn(pinned);
    await pinned.repository.commit('main', { [SETTINGS]: 'retraining:\n  automatic: true\n' });
    expect((await pinned.schedule()).outputs.verdict).toBe('stale');
    expect((await pinned.schedule()).outputs).toMatchObject({ verdict: 'fresh', freshness: '1' });
  });
});

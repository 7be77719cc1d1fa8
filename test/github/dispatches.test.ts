// Starting the team's own workflow: once, and in words that say what to do when it does not start.

import { expect, test } from 'vitest';
import { speakingGitHub } from '../support/speaking-github.ts';

const RETRAIN = `on:
  workflow_dispatch:
    inputs:
      revision: { required: true }
`;

async function withWorkflows() {
  const github = await speakingGitHub();
  await github.repository.commit('main', {
    '.github/workflows/retrain.yml': RETRAIN,
    '.github/workflows/test.yml': 'on: push\n',
  });
  return github;
}

test('a workflow is started with its inputs', async () => {
  const github = await withWorkflows();
  const said = await github.speaker().dispatches.workflow('retrain.yml', 'main', { revision: '3f2c9ab' });
  expect(said).toMatchObject({
    kind: 'said',
    was: 'created',
    url: `${github.fake.origin}/acme/ledger/actions/workflows/retrain.yml`,
  });
  expect(github.repository.dispatches).toEqual([
    { kind: 'workflow', file: 'retrain.yml', ref: 'main', inputs: { revision: '3f2c9ab' } },
  ]);
});

test('an event is sent with what it carries', async () => {
  const github = await withWorkflows();
  const payload = { freshness: 0.881, methods: 2079 };
  expect(await github.speaker().dispatches.repository('model-is-stale', payload)).toMatchObject({ kind: 'said' });
  expect(github.repository.dispatches).toEqual([{ kind: 'repository', eventType: 'model-is-stale', payload }]);
});

test.each([
  [
    'no such workflow',
    'train.yml',
    'main',
    {},
    /^no train\.yml on the default branch, or a token without “actions: write” \(Not Found\)$/,
  ],
  ['no trigger', 'test.yml', 'main', {}, /^test\.yml needs “workflow_dispatch” under its “on” at main/],
  [
    'unknown input',
    'retrain.yml',
    'main',
    { epochs: '3' },
    /^the inputs of retrain\.yml at main are others \(Unexpected inputs provided: \["epochs"\]\)$/,
  ],
  [
    'unknown branch',
    'retrain.yml',
    'gone',
    {},
    /^retrain\.yml cannot start at gone, which is no branch or tag \(No ref found for: gone\)$/,
  ],
])('%s is told with what to do', async (_, workflow, ref, inputs, reason) => {
  const github = await withWorkflows();
  const said = await github.speaker().dispatches.workflow(workflow, ref, inputs);
  expect(said).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  expect(github.repository.dispatches).toEqual([]);
});

test('no permission is a value that names it', async () => {
  const github = await withWorkflows();
  const { dispatches } = github.speaker({ contents: 'read' });
  expect(await dispatches.workflow('retrain.yml', 'main', {})).toEqual({
    kind: 'refused',
    reason: 'the token lacks “actions: write” (Resource not accessible by integration)',
  });
  expect(await dispatches.repository('model-is-stale', {})).toEqual({
    kind: 'refused',
    reason: 'the token lacks “contents: write” (Resource not accessible by integration)',
  });
});

test('an event that GitHub does not take is told', async () => {
  const github = await withWorkflows();
  const payload = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`key${n}`, n]));
  const said = await github.speaker().dispatches.repository('model-is-stale', payload);
  expect(said).toEqual({ kind: 'refused', reason: expect.stringContaining('at most 10 entries') });
});

test.each(['answer-lost', 'hang-up', 'never-answers'] as const)('after %s it is not sent again', async (kind) => {
  const github = await withWorkflows();
  github.fake.fail({ method: 'POST' }, { kind });
  const failure = github.speaker().dispatches.workflow('retrain.yml', 'main', { revision: '3f2c9ab' });
  await expect(failure).rejects.toMatchObject({
    code: 'forge-unavailable',
    message: expect.stringContaining('may have been served or not'),
  });
  expect(github.writes()).toHaveLength(1);
});

test('a limit is waited for: there nothing was served', async () => {
  const github = await withWorkflows();
  github.fake.limitRate({ kind: 'secondary', afterRequests: 0, refuse: 1, retryAfterSeconds: 1, writesOnly: true });
  const said = await github.speaker().dispatches.workflow('retrain.yml', 'main', { revision: '3f2c9ab' });
  expect(said).toMatchObject({ kind: 'said' });
  expect(github.repository.dispatches).toHaveLength(1);
});

// Tasks of the App, done over a GitHub of our own: the same report as the Action's, kept in documents in place of a branch.

import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { keptAnswers } from '../../src/app/kept-answers.ts';
import type { TaskContext } from '../../src/app/open-run.ts';
import { perform } from '../../src/app/perform.ts';
import type { LogEntry } from '../../src/app/threads.ts';
import type { RepositoryRef, RepositoryTask } from '../../src/core/task.ts';
import { runAction } from '../support/action.ts';
import { BOOKS, PROSE, STREAMS } from '../support/books.ts';
import type { FakeGitHub, FakeRepository } from '../support/fake-github.ts';
import { startFakeOpenAi } from '../support/fake-openai.ts';
import { folderOf } from '../support/folder.ts';
import { gitHubOfATest } from '../support/github-of-a-test.ts';
import { MemoryDocuments } from '../support/memory-documents.ts';
import { taskContextOn } from '../support/task-context.ts';

let gitHub: FakeGitHub;
let repository: FakeRepository;
let documents: MemoryDocuments;
let blobs: Map<string, Uint8Array>;
let log: LogEntry[];
let answers: [provider: string, ms: number][];

beforeEach(async () => {
  gitHub = await gitHubOfATest();
  repository = await gitHub.addRepository('acme/books', { files: BOOKS });
  documents = new MemoryDocuments();
  blobs = new Map();
  log = [];
  answers = [];
});

function ref(): RepositoryRef {
  return { installation: 1, id: repository.state.id, owner: 'acme', name: 'books' };
}

function context(request: string | null = null): TaskContext {
  return taskContextOn(gitHub, { documents, blobs, log, answers, request });
}

const done = (task: RepositoryTask, request?: string) => perform(task, context(request));

function command(text: string) {
  repository.person('grace', 'admin');
  const { id } = repository.comment(1, 'grace', text);
  return { kind: 'command', repository: ref(), pullRequest: 1, comment: { id, author: 'grace', text } } as const;
}

async function opened() {
  await repository.commit('streams', STREAMS);
  const pull = await repository.openPullRequest({ head: 'streams' });
  const check: RepositoryTask = {
    kind: 'check-pull-request',
    repository: ref(),
    pullRequest: pull.number,
    approval: null,
  };
  return { pull, check };
}

test('the first look at a repository trains, evaluates and keeps, and says nothing to anybody', async () => {
  await done({ kind: 'keep-ledger', repository: ref() });
  const keys = await documents.keys('');
  expect(keys.some((key) => key.endsWith('/badge'))).toBe(true);
  expect(keys.some((key) => key.endsWith('/page'))).toBe(true);
  expect(repository.issues).toEqual([]);
  expect(repository.checkRuns).toEqual([]);
  expect(blobs.size).toBeGreaterThanOrEqual(3);
});

test('a pull request: in progress at once, then concluded, with one comment', async () => {
  await done({ kind: 'keep-ledger', repository: ref() });
  const { pull, check } = await opened();
  await done({ kind: 'begin-check', repository: ref(), pullRequest: pull.number, head: pull.headSha });
  expect(repository.checkRuns.map(({ status }) => status)).toEqual(['in_progress']);
  await done(check);
  expect(repository.checkRuns.map(({ status }) => status)).toEqual(['completed']);
  expect(pull.comments().map(({ author }) => author)).toEqual(['palimpsest[bot]']);
  await done(check);
  expect(pull.comments()).toHaveLength(1);
  expect(repository.checkRuns).toHaveLength(1);
});

/** A head whose check was shown as in progress, and outrun by a push before it ended. */
async function outrun() {
  await done({ kind: 'keep-ledger', repository: ref() });
  const { pull, check } = await opened();
  const former = pull.headSha;
  await done({ kind: 'begin-check', repository: ref(), pullRequest: pull.number, head: former });
  await repository.commit('streams', PROSE);
  const ofFormer = () => repository.checkRuns.filter(({ headSha }) => headSha === former);
  return { pull, check, ofFormer };
}

test('a push that outruns a check ends it as that of an older head, as soon as its own is in progress', async () => {
  const { pull, check, ofFormer } = await outrun();
  await done({ kind: 'begin-check', repository: ref(), pullRequest: pull.number, head: pull.headSha });
  const [run, ...others] = ofFormer();
  expect(others).toEqual([]);
  expect(run).toMatchObject({ status: 'completed', conclusion: 'neutral' });
  expect(run?.title).toBe('Not checked: there is a newer head');
  expect(run?.summary).toContain(pull.headSha.slice(0, 7));
  await done(check);
  expect(ofFormer()).toEqual([run]);
  const ofNow = repository.checkRuns.filter(({ headSha }) => headSha === pull.headSha);
  expect(ofNow.map(({ status }) => status)).toEqual(['completed']);
});

test('a check ends those of older heads, and leaves what was concluded there as it is', async () => {
  const { pull, check, ofFormer } = await outrun();
  await done(check);
  expect(ofFormer().map(({ conclusion }) => conclusion)).toEqual(['neutral']);
  const before = JSON.stringify(ofFormer());
  const concluded = JSON.stringify(repository.checkRuns);
  await repository.commit('streams', { 'NOTES.md': '# Notes\n' });
  await done(check);
  expect(JSON.stringify(ofFormer())).toBe(before);
  expect(JSON.stringify(repository.checkRuns.slice(0, -1))).toBe(concluded);
  expect(pull.comments()).toHaveLength(1);
});

test('closing a pull request ends the check that is in progress there, and nothing of it is kept', async () => {
  const { pull, check, ofFormer } = await outrun();
  await pull.close();
  await done(check);
  expect(ofFormer()[0]).toMatchObject({ status: 'completed', conclusion: 'neutral' });
  expect(ofFormer()[0]?.title).toBe('Not checked: closed in the meantime');
  expect((await documents.keys('')).filter((key) => key.includes('/pull/'))).toEqual([]);
});

test('the App and the Action say the same of one pull request', async () => {
  await done({ kind: 'keep-ledger', repository: ref() });
  await runAction(gitHub, await gitHub.events.push(repository, 'main', '0'.repeat(40)));
  const { pull, check } = await opened();
  await runAction(gitHub, gitHub.events.pullRequest('opened', pull));
  await done(check);
  const [action, app] = pull.comments().map(({ body }) => body.replace(/\[Full report\]\([^)]*\)/, '[Full report]()'));
  expect(app).toBe(action);
});

test('a ledger that lags behind the base of a change, or stands elsewhere, is told of', async () => {
  await done({ kind: 'keep-ledger', repository: ref() });
  const usual = await opened();
  await done(usual.check);
  expect(usual.pull.comments()[0]?.body).not.toContain('The ledger stands');

  await repository.commit('main', PROSE);
  await repository.commit('later', STREAMS);
  const later = await repository.openPullRequest({ head: 'later' });
  await done({ ...usual.check, pullRequest: later.number });
  expect(later.comments()[0]?.body).toMatch(/The ledger stands at `\w{7}`, before the base of this change/);

  await done({ kind: 'keep-ledger', repository: ref() });
  await done({ ...usual.check, pullRequest: later.number });
  expect(later.comments()[0]?.body).not.toContain('The ledger stands');
});

test('what no method is touched by concludes without a comment', async () => {
  await done({ kind: 'keep-ledger', repository: ref() });
  await repository.commit('prose', PROSE);
  const pull = await repository.openPullRequest({ head: 'prose' });
  await done({ kind: 'check-pull-request', repository: ref(), pullRequest: pull.number, approval: null });
  expect(pull.comments()).toEqual([]);
  expect(repository.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['success']);
});

test('a review looks at everything', async () => {
  await done({ kind: 'review', repository: ref(), retrain: false });
  expect((await documents.keys('')).length).toBeGreaterThan(3);
});

test('what is said names the webhook that it was said for, and is not said again for another alone', async () => {
  await done({ kind: 'keep-ledger', repository: ref() });
  const { pull, check } = await opened();
  await done({ kind: 'begin-check', repository: ref(), pullRequest: pull.number, head: pull.headSha }, 'delivery-1');
  await done(check, 'delivery-1');
  const asSaid = () => ({ body: pull.comments()[0]?.body, run: repository.checkRuns[0]?.externalId });
  const first = asSaid();
  expect(first.body).toContain('<!-- palimpsest request delivery-1 -->');
  expect(first.run).toBe('palimpsest delivery-1');
  await done(check, 'delivery-2');
  expect(asSaid()).toEqual(first);
  expect(repository.checkRuns).toHaveLength(1);
  await done({ ...command('/palimpsest help'), pullRequest: pull.number }, 'delivery-3');
  expect(pull.comments().at(-1)?.body).toContain('<!-- palimpsest request delivery-3 -->');
});

test('each answer of the model is told with how long it took', async () => {
  await done({ kind: 'keep-ledger', repository: ref() });
  expect(answers.length).toBeGreaterThan(2);
  expect(answers.every(([provider, ms]) => provider === 'embedded' && ms >= 0)).toBe(true);
});

test('answers of a language model are kept among the contents of their repository, and asked for once', async () => {
  const server = await startFakeOpenAi();
  onTestFinished(server.close);
  const modelsFile = join(
    folderOf({
      'models.yml': `models:\n  ledger:\n    provider: openai\n    model: ledger-7b\n    base-url: ${server.baseUrl}\n`,
    }),
    'models.yml',
  );
  await repository.commit('main', { '.github/palimpsest.yml': 'model: ledger\n' });
  const { check } = await opened();
  const asked = { ...context(), modelsFile, allowsPrivateAddresses: true };
  await perform(check, asked);
  const completions = () => server.requests.filter(({ method }) => method === 'POST').length;
  const once = completions();
  expect(once).toBeGreaterThan(0);
  expect([...blobs.keys()].filter((name) => name.startsWith('answer ')).length).toBeGreaterThan(0);
  await perform(check, asked);
  expect(completions()).toBe(once);
  const other = keptAnswers(asked.blobs, 'repository/2');
  const own = keptAnswers(asked.blobs, 'repository/1');
  await own.put('prompt', 'an answer');
  expect(await own.get('prompt')).toBe('an answer');
  expect(await other.get('prompt')).toBeUndefined();
});

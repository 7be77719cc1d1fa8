// GitHub itself goes wrong in the middle of a run: it ends well, or says one line; nothing is doubled, and nothing is half there.

import { describe, expect } from 'vitest';
import { runAction } from '../support/action.ts';
import { DEFAULT_RATE, STREAMS } from '../support/books.ts';
import type { Fault, Matching } from '../support/fake-github.ts';
import { annotationsIn, bodies, DATA_BRANCH, PATIENCE_MS, test } from '../support/pinned-books.ts';

const COMMENTS = { method: 'POST', path: /\/comments$/ };
const CHECKS = { method: 'POST', path: /\/check-runs$/ };
const QUERIES = { method: 'POST', path: '/graphql' };
const PULL = { method: 'GET', path: /\/pulls\/\d+$/ };
const LISTINGS = { method: 'GET', path: /\/git\/trees\// };
const REFS = { method: 'PATCH', path: /\/git\/refs\// };

const SERVER_ERROR: Fault = { kind: 'status', status: 500 };
const BAD_GATEWAY: Fault = { kind: 'status', status: 502 };

describe.concurrent('a pull request', { timeout: PATIENCE_MS }, () => {
  const faults: readonly (readonly [what: string, planned: readonly (readonly [Matching, Fault])[], sent: number])[] = [
    [
      'reads that fail',
      [
        [QUERIES, BAD_GATEWAY],
        [PULL, SERVER_ERROR],
        [LISTINGS, { kind: 'hang-up' }],
      ],
      1,
    ],
    [
      'reads cut short',
      [
        [QUERIES, { kind: 'truncated-json' }],
        [PULL, { kind: 'hang-up-in-mid-answer' }],
        [LISTINGS, { kind: 'truncated-json' }],
      ],
      1,
    ],
    [
      'writes that fail',
      [
        [COMMENTS, BAD_GATEWAY],
        [CHECKS, { kind: 'hang-up' }],
      ],
      2,
    ],
    [
      'writes whose answers are lost',
      [
        [COMMENTS, { kind: 'answer-lost' }],
        [CHECKS, { kind: 'truncated-json' }],
      ],
      1,
    ],
  ];
  test.for(faults)('%s: one comment and one check run, as on a good day', async ([, planned, sent], { pinned }) => {
    const pull = await pinned.open(STREAMS);
    for (const [matching, fault] of planned) pinned.gitHub.fail(matching, fault);
    const run = await pinned.check(pull);
    expect(annotationsIn(run, 'error')).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(bodies(pull)).toEqual([expect.stringContaining('outdated by this change')]);
    expect(pinned.repository.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'neutral' }]);
    for (const { path } of [COMMENTS, CHECKS]) {
      const made = pinned.gitHub.requests.filter((asked) => asked.method === 'POST' && path.test(asked.path));
      expect(made, `${path}`).toHaveLength(sent);
    }
  });

  test('GitHub stays away while the change is read: one line, and nothing is said', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS);
    pinned.gitHub.before(LISTINGS, () => pinned.gitHub.fail({}, BAD_GATEWAY, 100));
    const run = await pinned.check(pull);
    expect(run.exitCode).toBe(2);
    expect(annotationsIn(run, 'error')).toEqual([
      expect.stringMatching(/^::error::GitHub has trouble \(502\) while reading acme\/books/),
    ]);
    expect(bodies(pull)).toEqual([]);
  });

  test('GitHub takes no comment: the check run and the summary have the report', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS);
    pinned.gitHub.fail(COMMENTS, SERVER_ERROR, 4);
    const run = await pinned.check(pull);
    expect(run.exitCode, run.log).toBe(0);
    expect(bodies(pull)).toEqual([]);
    expect(annotationsIn(run, 'warning')).toEqual([expect.stringContaining('comment was refused')]);
    expect(pinned.repository.checkRuns).toMatchObject([{ conclusion: 'neutral' }]);
    expect(run.summary).toContain('outdated by this change');
  });

  test('the rate limit is lifted soon: it waits and says so', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS);
    // used up while the run is under way, however long it took to start
    const soon = { kind: 'primary', afterRequests: 0, resetInSeconds: 3 } as const;
    pinned.gitHub.before(PULL, () => pinned.gitHub.limitRate(soon));
    const run = await pinned.check(pull);
    expect(run.exitCode).toBe(0);
    expect(run.log).toContain('rate limit is reached; waiting for');
    expect(bodies(pull)).toHaveLength(1);
  });

  test('the rate limit is lifted late: one line says when', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS);
    pinned.gitHub.limitRate({ kind: 'primary', afterRequests: 4, resetInSeconds: 1_800 });
    const run = await pinned.check(pull);
    expect(run.exitCode).toBe(2);
    expect(annotationsIn(run, 'error')).toEqual([
      expect.stringMatching(/rate limit is used up while .*; it is lifted at \d{4}-/),
    ]);
    expect(bodies(pull)).toEqual([]);
    expect(pinned.repository.checkRuns).toEqual([]);
  });

  test('a secondary limit on writing: waited for, and nothing is there twice', async ({ pinned }) => {
    const pull = await pinned.open(STREAMS);
    pinned.gitHub.limitRate({ kind: 'secondary', afterRequests: 0, refuse: 1, retryAfterSeconds: 1, writesOnly: true });
    pinned.gitHub.limitRate({ kind: 'secondary', afterRequests: 2, refuse: 1, retryAfterSeconds: 1, status: 429 });
    const run = await pinned.check(pull);
    expect(run.exitCode).toBe(0);
    expect(bodies(pull)).toHaveLength(1);
    expect(pinned.repository.checkRuns).toHaveLength(1);
  });
});

describe.concurrent('a push', { timeout: PATIENCE_MS }, () => {
  const commits = { method: 'POST', path: /\/git\/commits$/ };
  const trees = { method: 'POST', path: /\/git\/trees$/ };

  test('each write goes wrong in another way: one commit, one line of history', async ({ pinned }) => {
    const { gitHub, repository } = pinned;
    const start = await repository.head();
    const kept = await repository.head(DATA_BRANCH);
    const head = await repository.commit('main', DEFAULT_RATE);
    gitHub.fail(trees, BAD_GATEWAY);
    gitHub.fail(commits, { kind: 'answer-lost' });
    gitHub.fail(REFS, { kind: 'answer-lost' });
    const run = await pinned.push(start);
    expect(annotationsIn(run, 'error')).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(await pinned.history()).toEqual([start, head]);
    expect(await repository.state.git.text(['rev-list', '--count', `${kept}..${DATA_BRANCH}`])).toBe('1');
  });

  test('GitHub stays away before the branch is moved: one line; the next push loses nothing', async ({ pinned }) => {
    const { gitHub, repository } = pinned;
    const start = await repository.head();
    const kept = await repository.head(DATA_BRANCH);
    await repository.commit('main', DEFAULT_RATE);
    // the move and its repetitions, then the look whether it was done
    gitHub.before(REFS, () => gitHub.fail({}, { kind: 'hang-up' }, 8));
    const run = await pinned.push(start);
    expect(run.exitCode).toBe(2);
    expect(annotationsIn(run, 'error')).toHaveLength(1);
    expect(await repository.head(DATA_BRANCH)).toBe(kept);
    const head = await repository.commit('main', STREAMS);
    const next = await pinned.push(start);
    expect(next.outputs).toMatchObject({ methods: '2' });
    expect(await pinned.history()).toEqual([start, head]);
  });

  test('GitHub does not say where the ledger stands: an older push does not take it back', async ({ pinned }) => {
    const { gitHub, repository } = pinned;
    const start = await repository.head();
    await repository.commit('main', DEFAULT_RATE);
    const older = await gitHub.events.push(repository, 'main', start);
    const newest = await repository.commit('main', STREAMS);
    expect((await pinned.push(start)).exitCode).toBe(0);
    gitHub.fail({ method: 'GET', path: `/repos/acme/books/git/commits/${newest}` }, BAD_GATEWAY, 4);
    const run = await runAction(gitHub, older);
    expect(run.exitCode).toBe(2);
    expect(annotationsIn(run, 'error')).toEqual([expect.stringContaining('GitHub has trouble (502)')]);
    expect(await pinned.history()).toEqual([start, newest]);
  });
});

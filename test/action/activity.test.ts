import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { activityOf } from '../../src/action/activity.ts';
import { eventFacts, readEvent } from '../../src/action/event.ts';
import { ExpectedFailure } from '../../src/errors.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const HEAD = '3f2c9ab4d5e6f708192a3b4c5d6e7f8091a2b3c4';
const ACME = { full_name: 'acme/shop' };
const FORK = { full_name: 'mallory/shop' };

interface Told {
  readonly action?: string;
  readonly repo?: { readonly full_name: string } | null;
  readonly [key: string]: unknown;
}

function pullRequest({ action = 'opened', repo = ACME, ...rest }: Told = {}) {
  return {
    action,
    number: 7,
    pull_request: {
      number: 7,
      draft: false,
      user: { login: 'ada', type: 'User' },
      head: { ref: 'sums', sha: HEAD, repo },
      base: { ref: 'main', sha: 'f'.repeat(40), repo: ACME },
    },
    repository: { ...ACME, default_branch: 'main' },
    sender: { login: 'ada' },
    ...rest,
  };
}

function activity(event: string, payload: unknown, actor = 'ada') {
  return activityOf(eventFacts(event, actor, () => payload));
}

/** What the run says instead of doing anything. */
function message(event: string, payload: unknown): string {
  const told = activity(event, payload);
  if (told.kind !== 'nothing') throw new Error(`it does something: ${told.kind}`);
  return told.message;
}

const CHECK = { kind: 'check', pullRequest: 7, head: HEAD, voice: 'everywhere', trust: 'trusted', approval: null };

describe('pull_request', () => {
  it.each(['opened', 'synchronize', 'reopened', 'ready_for_review', 'unlabeled'])('checks when it is %s', (action) =>
    expect(activity('pull_request', pullRequest({ action }))).toEqual(CHECK),
  );

  it('tells of a label and who put it on', () => {
    const labeled = pullRequest({ action: 'labeled', label: { name: 'bug' }, sender: { login: 'grace' } });
    expect(activity('pull_request', labeled)).toEqual({ ...CHECK, approval: { label: 'bug', by: 'grace' } });
    expect(activity('pull_request', pullRequest({ action: 'unlabeled', label: { name: 'bug' } }))).toEqual(CHECK);
  });

  it('checks again when another base was chosen, not when a title changed', () => {
    const edited = pullRequest({ action: 'edited', changes: { base: { ref: { from: 'main' } } } });
    expect(activity('pull_request', edited)).toEqual(CHECK);
    expect(message('pull_request', pullRequest({ action: 'edited', changes: { title: { from: 'a' } } }))).toMatch(
      /edited/,
    );
  });

  it('does nothing when it is closed, merged or not: the push does the rest', () => {
    expect(message('pull_request', pullRequest({ action: 'closed' }))).toMatch(/the push to the default branch/);
    expect(message('pull_request', pullRequest({ action: 'assigned' }))).toMatch(/is assigned/);
  });

  it.each([
    ['a fork', pullRequest({ repo: FORK }), 'mallory'],
    ['a fork that is gone', pullRequest({ repo: null }), 'mallory'],
    ['a fork, pushed to by a member', pullRequest({ repo: FORK }), 'ada'],
    ['Dependabot', pullRequest(), 'dependabot[bot]'],
  ])('from %s speaks in the summary alone, and spends nothing', (_, payload, actor) => {
    expect(activity('pull_request', payload, actor)).toEqual({ ...CHECK, voice: 'summary', trust: 'shadow' });
  });

  it('from a fork cannot be approved, for it has no secrets', () => {
    const labeled = pullRequest({ action: 'labeled', repo: FORK, label: { name: 'palimpsest: run the model' } });
    expect(activity('pull_request', labeled)).toMatchObject({ voice: 'summary', trust: 'shadow', approval: null });
  });

  it.each(['renovate[bot]', 'dependabot', 'dependabot-preview[bot]'])('from %s is as anybody’s', (actor) =>
    expect(activity('pull_request', pullRequest(), actor)).toEqual(CHECK),
  );

  it('takes a repository for the same, however its name is spelled', () => {
    expect(activity('pull_request', pullRequest({ repo: { full_name: 'Acme/Shop' } }))).toEqual(CHECK);
  });
});

describe('pull_request_target', () => {
  it('speaks everywhere, of a fork too, and trusts its own repository alone', () => {
    expect(activity('pull_request_target', pullRequest())).toEqual(CHECK);
    expect(activity('pull_request_target', pullRequest({ repo: FORK }))).toEqual({ ...CHECK, trust: 'shadow' });
    expect(activity('pull_request_target', pullRequest({ repo: null }))).toEqual({ ...CHECK, trust: 'shadow' });
    expect(activity('pull_request_target', pullRequest(), 'dependabot[bot]')).toEqual({ ...CHECK, trust: 'shadow' });
  });

  it('hands on who labelled which head', () => {
    const label = { name: 'palimpsest: run the model' };
    const labeled = pullRequest({ action: 'labeled', repo: FORK, label, sender: { login: 'grace' } });
    expect(activity('pull_request_target', labeled, 'grace')).toEqual({
      ...CHECK,
      trust: 'shadow',
      approval: { label: label.name, by: 'grace' },
    });
  });

  it('approves nothing that is pushed later', () => {
    const pushed = pullRequest({ action: 'synchronize', repo: FORK, label: { name: 'palimpsest: run the model' } });
    expect(activity('pull_request_target', pushed)).toMatchObject({ trust: 'shadow', approval: null });
  });
});

describe('workflow_run', () => {
  const run = (given: object) => ({
    action: 'completed',
    workflow_run: {
      head_sha: HEAD,
      head_repository: FORK,
      head_branch: 'main; rm -rf /',
      pull_requests: [{ number: 666 }],
      ...given,
    },
  });

  it('takes the head and its repository, and nothing else', () => {
    expect(activity('workflow_run', run({}))).toEqual({
      kind: 'check-of-workflow-run',
      headRevision: HEAD,
      headRepository: 'mallory/shop',
    });
  });

  it('does nothing for a repository that is gone', () => {
    expect(message('workflow_run', run({ head_repository: null }))).toMatch(/is gone/);
  });
});

describe('push', () => {
  const push = (given: object) => ({
    ref: 'refs/heads/main',
    after: HEAD,
    deleted: false,
    repository: { ...ACME, default_branch: 'main' },
    ...given,
  });

  it('to the default branch brings the ledger on', () => {
    expect(activity('push', push({}))).toEqual({ kind: 'keep-ledger', revision: HEAD });
    const trunk = { ref: 'refs/heads/release/next', repository: { ...ACME, default_branch: 'release/next' } };
    expect(activity('push', push(trunk))).toEqual({ kind: 'keep-ledger', revision: HEAD });
  });

  it.each([
    [{ ref: 'refs/heads/sums' }, /follow main; this push went to sums/],
    [{ ref: 'refs/heads/palimpsest-data' }, /this push went to palimpsest-data/],
    [{ ref: 'refs/heads/feature/main' }, /this push went to feature\/main/],
    [{ ref: 'refs/tags/main' }, /A tag changes no code/],
    [{ deleted: true, after: '0'.repeat(40) }, /main was deleted/],
  ])('of %j does nothing', (given, line) => expect(message('push', push(given))).toMatch(line));
});

describe('other events', () => {
  it('on schedule, or by hand, the model is reviewed', () => {
    expect(activity('schedule', { schedule: '17 4 * * 1' })).toEqual({ kind: 'review', retrain: false });
    expect(activity('workflow_dispatch', { inputs: null })).toEqual({ kind: 'review', retrain: false });
    expect(activity('workflow_dispatch', {})).toEqual({ kind: 'review', retrain: false });
  });

  it.each([
    ['true', true],
    [true, true],
    [' True ', true],
    ['false', false],
    [false, false],
    ['', false],
    [1, false],
    [null, false],
  ])('retrain: %j', (retrain, expected) =>
    expect(activity('workflow_dispatch', { inputs: { retrain } })).toEqual({ kind: 'review', retrain: expected }),
  );

  it('a merge queue gets its conclusion', () => {
    const payload = {
      action: 'checks_requested',
      merge_group: { head_sha: HEAD, head_ref: 'refs/heads/gh-readonly-queue/x' },
    };
    expect(activity('merge_group', payload)).toEqual({ kind: 'merge-group', revision: HEAD });
  });

  it.each(['issue_comment', 'release', 'repository_dispatch', 'toString'])('%s is answered in one line', (event) =>
    expect(message(event, undefined)).toMatch(
      new RegExp(`^Nothing is done on ${event}\\. Palimpsest works on pull_request, `),
    ),
  );
});

describe('an event that cannot be read', () => {
  const failure = (read: () => unknown): ExpectedFailure => {
    try {
      read();
    } catch (error) {
      if (error instanceof ExpectedFailure) return error;
      throw error;
    }
    throw new Error('it was read');
  };

  it.each([
    ['pull_request', {}, /action/],
    ['pull_request', { action: 'opened' }, /pull_request/],
    ['pull_request', pullRequest({ pull_request: { number: 7, head: { sha: 'HEAD' } } }), /pull_request\.head\.sha/],
    ['pull_request', pullRequest({ repo: { full_name: '../shop' } }), /pull_request\.head\.repo\.full_name/],
    ['pull_request', pullRequest({ repo: { full_name: 'a/b/../c' } }), /pull_request\.head\.repo\.full_name/],
    ['workflow_run', { workflow_run: { head_sha: `${HEAD}\n` } }, /workflow_run\.head_sha/],
    ['push', { ref: 'refs/heads/main', after: HEAD }, /repository/],
    ['merge_group', { merge_group: {} }, /merge_group\.head_sha/],
    ['workflow_dispatch', { inputs: 'retrain' }, /inputs/],
    ['push', null, /all of it/],
  ])('%s names what is missing', (event, payload, at) => {
    const { code, message } = failure(() => eventFacts(event, 'ada', () => payload));
    expect(code).toBe('bad-event');
    expect(message).toMatch(new RegExp(`^the event file of ${event} has nothing usable at ${at.source}`));
  });

  it('is told from its file', () => {
    const path = join(temporaryFolder(), 'event.json');
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_EVENT_PATH: path, GITHUB_ACTOR: 'ada' };
    expect(failure(() => readEvent(env)).message).toMatch(/event\.json cannot be read \(ENOENT\)/);
    writeFileSync(path, '{"ref": ');
    expect(failure(() => readEvent(env)).message).toMatch(/event\.json is not JSON/);
    expect(failure(() => readEvent({})).message).toMatch(/GITHUB_EVENT_NAME is not set/);
    expect(failure(() => readEvent({ GITHUB_EVENT_NAME: 'push' })).message).toMatch(/GITHUB_EVENT_PATH is not set/);
    expect(readEvent({ GITHUB_EVENT_NAME: 'schedule' })).toEqual({ kind: 'schedule', actor: '' });
    writeFileSync(path, `\ufeff${JSON.stringify(pullRequest())}`);
    expect(readEvent({ ...env, GITHUB_EVENT_NAME: 'pull_request' })).toMatchObject({ kind: 'pull-request' });
  });
});

// One issue while the model is stale: opened once, kept up to date, closed when it is fresh, and a person's word counts.

import { describe, expect, test } from 'vitest';
import { type SpeakingGitHub, speakingGitHub, US } from '../support/speaking-github.ts';

const STALE = { title: 'The model of acme/ledger is stale', body: 'Freshness is 88.1 % (2,079 methods).' };
const STALER = { ...STALE, body: 'Freshness is 87.9 % (2,081 methods).' };
const FRESH = 'Freshness is 99.7 % again (2,081 methods).';

function onlyIssue({ repository }: SpeakingGitHub) {
  const [issue, ...others] = repository.issues;
  if (issue === undefined || others.length > 0) throw new Error(`there are ${repository.issues.length} issues`);
  return issue;
}

function closedByAPerson(github: SpeakingGitHub) {
  Object.assign(onlyIssue(github), { state: 'closed', closedAt: github.fake.now() });
}

test('is opened once, updated in place, closed with a comment, and opened again when the model is stale anew', async () => {
  const github = await speakingGitHub();
  const { trackingIssue } = github.speaker();
  const opened = await trackingIssue.open('', STALE);
  const issue = onlyIssue(github);
  const url = `${github.fake.origin}/acme/ledger/issues/${issue.number}`;
  expect(opened).toEqual({ kind: 'said', id: issue.number, url, was: 'created' });
  expect(issue.body).toMatch(/^<!--.*-->\nFreshness is 88\.1 %/);

  github.writes();
  expect(await trackingIssue.open('', STALE)).toMatchObject({ was: 'unchanged' });
  expect(github.writes()).toEqual([]);
  expect(await trackingIssue.open('', STALER)).toMatchObject({ id: issue.number, was: 'updated' });
  expect(issue.body).toContain('87.9 %');

  expect(await trackingIssue.close('', FRESH)).toMatchObject({ id: issue.number, was: 'updated' });
  expect(issue.state).toBe('closed');
  expect(github.repository.comments(issue.number).map(({ author, body }) => [author, body])).toEqual([[US, FRESH]]);
  github.writes();
  expect(await trackingIssue.close('', FRESH)).toEqual({ kind: 'nothing' });
  expect(github.writes()).toEqual([]);

  expect(await trackingIssue.open('', STALE)).toMatchObject({ id: issue.number, was: 'updated' });
  expect(onlyIssue(github)).toMatchObject({ state: 'open' });
});

test('nothing is closed where nothing was opened', async () => {
  const github = await speakingGitHub();
  github.repository.openIssue({ author: 'ada', title: 'Round half up', body: 'not down' });
  expect(await github.speaker().trackingIssue.close('', FRESH)).toEqual({ kind: 'nothing' });
  expect(github.writes()).toEqual([]);
});

describe('a person', () => {
  test('who closes it while the model is stale is not contradicted, until it was fresh once', async () => {
    const github = await speakingGitHub();
    const { trackingIssue } = github.speaker();
    await trackingIssue.open('', STALE);
    closedByAPerson(github);
    github.writes();
    expect(await trackingIssue.open('', STALER)).toEqual({ kind: 'nothing' });
    expect(github.writes()).toEqual([]);
    expect(onlyIssue(github).state).toBe('closed');

    expect(await trackingIssue.close('', FRESH)).toEqual({ kind: 'nothing' });
    expect(github.repository.comments(onlyIssue(github).number)).toEqual([]);
    expect(await trackingIssue.open('', STALER)).toMatchObject({ was: 'updated' });
    expect(onlyIssue(github)).toMatchObject({ state: 'open', body: expect.stringContaining('87.9 %') });
  });

  test('who opens it again has it updated and closed like any other', async () => {
    const github = await speakingGitHub();
    const { trackingIssue } = github.speaker();
    await trackingIssue.open('', STALE);
    await trackingIssue.close('', FRESH);
    onlyIssue(github).state = 'open';
    expect(await trackingIssue.close('', FRESH)).toMatchObject({ was: 'updated' });
    expect(onlyIssue(github).state).toBe('closed');
  });

  test('who writes our marker is not taken for us', async () => {
    const github = await speakingGitHub();
    await github.speaker().trackingIssue.open('', STALE);
    const { body } = onlyIssue(github);
    github.repository.state.issues.delete(onlyIssue(github).number);
    const forged = github.repository.openIssue({ author: 'mallory', title: 'mine', body });
    forged.state = 'closed';
    await github.speaker().trackingIssue.open('', STALE);
    expect(github.repository.issues.map(({ author }) => author)).toContain(US);
    expect(forged).toMatchObject({ title: 'mine', state: 'closed', body });
  });
});

test('is found behind hundreds of our other issues, and told from pull requests', async () => {
  const github = await speakingGitHub();
  const { trackingIssue } = github.speaker();
  await trackingIssue.open('', STALE);
  const { number, body } = onlyIssue(github);
  for (let n = 0; n < 230; n += 1) github.repository.openIssue({ author: US, title: `Release ${n}` });
  await github.repository.openPullRequest({ head: 'tax', author: US, body });
  expect(await trackingIssue.open('', STALER)).toMatchObject({ id: number, was: 'updated' });
});

test('projects of one repository have an issue each', async () => {
  const github = await speakingGitHub();
  const { trackingIssue } = github.speaker();
  await trackingIssue.open('billing', STALE);
  await trackingIssue.open('tax -->', STALE);
  await trackingIssue.close('billing', FRESH);
  expect(github.repository.issues.map(({ state }) => state)).toEqual(['closed', 'open']);
  expect(await trackingIssue.open('tax -->', STALE)).toMatchObject({ was: 'unchanged' });
});

describe('one stays', () => {
  test('of two that were opened at once', async () => {
    const github = await speakingGitHub();
    await Promise.all([1, 2, 3].map(() => github.speaker().trackingIssue.open('', STALE)));
    const open = github.repository.issues.filter(({ state }) => state === 'open');
    expect(open).toHaveLength(1);
    expect(open[0]?.number).toBe(Math.min(...github.repository.issues.map(({ number }) => number)));
  });

  test.each(['answer-lost', 'truncated-json', 'hang-up'] as const)('after %s', async (kind) => {
    const github = await speakingGitHub();
    const { trackingIssue } = github.speaker();
    github.fake.fail({ method: 'POST', path: /issues$/ }, { kind });
    expect(await trackingIssue.open('', STALE)).toMatchObject({ was: 'created' });
    github.fake.fail({ method: 'POST', path: /comments$/ }, { kind });
    github.fake.fail({ method: 'PATCH' }, { kind });
    expect(await trackingIssue.close('', FRESH)).toMatchObject({ was: 'updated' });
    expect(onlyIssue(github).state).toBe('closed');
    expect(github.repository.comments(onlyIssue(github).number)).toHaveLength(1);
  });
});

test('no permission and issues that are switched off are values', async () => {
  const github = await speakingGitHub();
  const reader = github.speaker({ contents: 'write' });
  expect(await reader.trackingIssue.open('', STALE)).toEqual({
    kind: 'refused',
    reason: 'the token lacks “issues: write” (Resource not accessible by integration)',
  });
  const off = {
    kind: 'status',
    status: 410,
    body: { message: 'Issues has been disabled in this repository.' },
  } as const;
  github.fake.fail({ path: /issues$/ }, off, 2);
  const said = {
    kind: 'refused',
    reason: 'Issues has been disabled in this repository',
  };
  expect(await github.speaker().trackingIssue.open('', STALE)).toEqual(said);
  expect(await github.speaker().trackingIssue.close('', FRESH)).toMatchObject({ kind: 'refused' });
});

test('a GitHub that does not know our name as a creator is asked for all issues, of which ours alone count', async () => {
  const github = await speakingGitHub();
  const { trackingIssue } = github.speaker();
  await trackingIssue.open('', STALE);
  const ours = onlyIssue(github);
  const forged = github.repository.openIssue({ author: 'mallory', title: 'mine', body: ours.body });
  const unknown = { kind: 'status', status: 422, body: { message: 'Validation Failed' } } as const;
  github.fake.fail({ method: 'GET', path: /issues$/ }, unknown);
  expect(await trackingIssue.open('', STALER)).toMatchObject({ id: ours.number, was: 'updated' });
  github.fake.fail({ method: 'GET', path: /issues$/ }, unknown);
  expect(await trackingIssue.close('', FRESH)).toMatchObject({ id: ours.number });
  expect(forged).toMatchObject({ state: 'open', title: 'mine' });
});

// One comment under a pull request: found, put, shared with other jobs, and never written twice.

import { describe, expect, test } from 'vitest';
import { isOurs, joinSections, sectionsOf } from '../../src/core/comment-sections.ts';
import { ExpectedFailure } from '../../src/errors.ts';
import { type SpeakingGitHub, speakingGitHub, US } from '../support/speaking-github.ts';

const ALWAYS = { ifThere: false } as const;
const IF_THERE = { ifThere: true } as const;

/** The sections of our comments, one map each. */
function sectionsUnder({ pull }: SpeakingGitHub) {
  const ours = pull.comments().filter(({ author, body }) => author === US && isOurs(body));
  return ours.map(({ body }) => Object.fromEntries(sectionsOf(body)));
}

function withSections(sections: Readonly<Record<string, string>>): string {
  const joined = Object.entries(sections).reduce<string | null>(
    (all, [name, body]) => joinSections(all, name, body),
    null,
  );
  return joined ?? '';
}

describe('one project', () => {
  test('creates the comment, then updates it in place, then writes nothing', async () => {
    const github = await speakingGitHub();
    const { comments } = github.speaker();
    const created = await comments.put(1, '', 'Model freshness 91.4 %', ALWAYS);
    const [comment] = github.pull.comments();
    expect(created).toEqual({
      kind: 'said',
      id: comment?.id,
      url: `${github.fake.origin}/acme/ledger/pull/1#issuecomment-${comment?.id}`,
      was: 'created',
    });
    expect(await comments.put(1, '', 'Model freshness 91.2 %', ALWAYS)).toMatchObject({
      id: comment?.id,
      was: 'updated',
    });
    expect(sectionsUnder(github)).toEqual([{ '': 'Model freshness 91.2 %' }]);
    github.writes();
    expect(await comments.put(1, '', 'Model freshness 91.2 %', ALWAYS)).toMatchObject({ was: 'unchanged' });
    expect(github.writes()).toEqual([]);
  });

  test('asks who it is once, and needs three requests to update', async () => {
    const github = await speakingGitHub();
    const { comments } = github.speaker();
    await comments.put(1, '', 'one', ALWAYS);
    const before = github.fake.requests.length;
    await comments.put(1, '', 'two', ALWAYS);
    expect(github.fake.requests.slice(before).map(({ method }) => method)).toEqual(['GET', 'PATCH']);
    expect(github.fake.requests.filter(({ path }) => path === '/graphql')).toHaveLength(1);
  });

  test('what only changes a comment that is there, creates none', async () => {
    const github = await speakingGitHub();
    const { comments } = github.speaker();
    expect(await comments.put(1, '', 'No method is touched any more.', IF_THERE)).toEqual({ kind: 'nothing' });
    expect(github.writes()).toEqual([]);
    await comments.put(1, 'billing', 'Billing is fresh.', ALWAYS);
    expect(await comments.put(1, 'tax', 'No method is touched any more.', IF_THERE)).toEqual({ kind: 'nothing' });
    expect(await comments.put(1, 'billing', 'No method is touched any more.', IF_THERE)).toMatchObject({
      was: 'updated',
    });
    expect(sectionsUnder(github)).toEqual([{ billing: 'No method is touched any more.' }]);
  });

  test('finds its comment on the fourth page of 350', async () => {
    const github = await speakingGitHub();
    for (let n = 1; n <= 349; n += 1) github.repository.comment(1, 'ada', `Remark ${n}`);
    const ours = github.repository.comment(1, US, withSections({ '': 'old' }));
    expect(await github.speaker().comments.put(1, '', 'new', ALWAYS)).toMatchObject({ id: ours.id, was: 'updated' });
    expect(github.writes()).toEqual([`PATCH issues/comments/${ours.id}`]);
    const pages = github.fake.requests.filter(({ method }) => method === 'GET').map(({ query }) => query.page);
    expect(pages).toEqual(['1', '2', '3', '4']);
  });
});

describe('whose comment it is', () => {
  test('a marker in another’s comment is ignored, and stays', async () => {
    const github = await speakingGitHub();
    const forged = ['mallory', 'github-actions', 'evil[bot]'].map((author) =>
      github.repository.comment(1, author, withSections({ '': 'The model is fresh, merge it.' })),
    );
    expect(await github.speaker().comments.put(1, '', 'The model is stale.', ALWAYS)).toMatchObject({ was: 'created' });
    for (const { body } of forged) expect(sectionsOf(body).get('')).toBe('The model is fresh, merge it.');
    expect(github.pull.comments()).toHaveLength(4);
    expect(sectionsUnder(github)).toEqual([{ '': 'The model is stale.' }]);
  });

  test('another comment of our account, of some other workflow, stays', async () => {
    const github = await speakingGitHub();
    github.repository.comment(1, US, `Coverage is 80 %.\n${withSections({ '': 'quoted' })}`);
    await github.speaker().comments.put(1, '', 'new', ALWAYS);
    expect(github.pull.comments().map(({ body }) => body.split('\n')[0])).toEqual([
      'Coverage is 80 %.',
      '<!-- palimpsest comment v1 -->',
    ]);
  });

  test('duplicates of ours are merged into the oldest, and removed', async () => {
    const github = await speakingGitHub();
    const oldest = github.repository.comment(1, US, withSections({ billing: 'of billing', tax: 'old' }));
    github.fake.advance(5_000);
    github.repository.comment(1, 'ada', 'Looks good.');
    github.repository.comment(1, US, withSections({ tax: 'of tax', audit: 'of audit' }));
    const put = await github.speaker().comments.put(1, 'report', 'of report', ALWAYS);
    expect(put).toMatchObject({ id: oldest.id, was: 'updated' });
    expect(sectionsUnder(github)).toEqual([
      { billing: 'of billing', tax: 'of tax', audit: 'of audit', report: 'of report' },
    ]);
    expect(github.pull.comments()).toHaveLength(2);
  });
});

describe('several jobs at once', () => {
  test.each([1, 2, 3])('of six that put their sections, none is lost, and one comment stays (%i)', async () => {
    const github = await speakingGitHub();
    const names = ['audit', 'billing', 'ledger', 'payroll', 'stock', 'tax'];
    const said = await Promise.all(
      names.map((name) => github.speaker().comments.put(1, name, `The model of ${name} is fresh.`, ALWAYS)),
    );
    expect(sectionsUnder(github)).toEqual([
      Object.fromEntries(names.map((name) => [name, `The model of ${name} is fresh.`])),
    ]);
    const [comment] = github.pull.comments();
    for (const one of said) expect(one).toMatchObject({ kind: 'said', id: comment?.id });
  });

  test.each([1, 2, 3])('of six that put their sections into the comment that is there, none is lost (%i)', async () => {
    const github = await speakingGitHub();
    github.repository.comment(1, US, withSections({ report: 'of report' }));
    const names = ['audit', 'billing', 'ledger', 'payroll', 'stock', 'tax'];
    await Promise.all(names.map((name) => github.speaker().comments.put(1, name, `of ${name}`, ALWAYS)));
    expect(sectionsUnder(github)).toEqual([
      Object.fromEntries([...names, 'report'].map((name) => [name, `of ${name}`])),
    ]);
    expect(github.writes().length).toBeGreaterThan(names.length); // some were lost, and put again
  });

  test('a section that another writer lost is put again, beside theirs', async () => {
    const github = await speakingGitHub();
    const comment = github.repository.comment(1, US, withSections({ tax: 'of tax' }));
    // read before our write, written after it
    github.fake.before({ method: 'GET', path: /issues\/comments\/\d+$/ }, () => {
      comment.body = withSections({ tax: 'of tax', audit: 'of audit' });
    });
    await github.speaker().comments.put(1, 'billing', 'of billing', ALWAYS);
    expect(sectionsUnder(github)).toEqual([{ tax: 'of tax', audit: 'of audit', billing: 'of billing' }]);
  });

  test('a section that went back to what it was is put again', async () => {
    const github = await speakingGitHub();
    const comment = github.repository.comment(1, US, withSections({ billing: 'old' }));
    github.fake.before({ method: 'GET', path: /issues\/comments\/\d+$/ }, () => {
      comment.body = withSections({ billing: 'old', tax: 'of tax' });
    });
    await github.speaker().comments.put(1, 'billing', 'new', ALWAYS);
    expect(sectionsUnder(github)).toEqual([{ billing: 'new', tax: 'of tax' }]);
  });

  test('what a newer run of the same project wrote in the meantime stays', async () => {
    const github = await speakingGitHub();
    const comment = github.repository.comment(1, US, withSections({ billing: 'old' }));
    github.fake.before({ method: 'GET', path: /issues\/comments\/\d+$/ }, () => {
      comment.body = withSections({ billing: 'newer' });
    });
    await github.speaker().comments.put(1, 'billing', 'new', ALWAYS);
    expect(sectionsUnder(github)).toEqual([{ billing: 'newer' }]);
  });

  test('a comment that somebody removed in the meantime is created again', async () => {
    const github = await speakingGitHub();
    const comment = github.repository.comment(1, US, withSections({ '': 'old' }));
    github.fake.before({ method: 'PATCH' }, () => github.repository.state.comments.delete(comment.id));
    expect(await github.speaker().comments.put(1, '', 'new', ALWAYS)).toMatchObject({ was: 'created' });
    expect(sectionsUnder(github)).toEqual([{ '': 'new' }]);
  });

  test('whoever is overwritten again and again says so in the end', async () => {
    const github = await speakingGitHub();
    const comment = github.repository.comment(1, US, withSections({ tax: 'of tax' }));
    const lose = () => {
      comment.body = withSections({ tax: 'of tax' });
    };
    github.fake.before({ method: 'GET', path: /issues\/comments\/\d+$/ }, lose, 1_000);
    const failure = github.speaker().comments.put(1, 'billing', 'of billing', ALWAYS);
    await expect(failure).rejects.toMatchObject({ code: 'forge-unavailable' });
    expect(github.writes().length).toBeLessThanOrEqual(10);
  });
});

describe('answers that were lost', () => {
  test.each(['answer-lost', 'truncated-json', 'hang-up-in-mid-answer', 'hang-up'] as const)(
    'after %s there is one comment',
    async (kind) => {
      const github = await speakingGitHub();
      github.fake.fail({ method: 'POST', path: /comments$/ }, { kind });
      expect(await github.speaker().comments.put(1, '', 'new', ALWAYS)).toMatchObject({ was: 'created' });
      expect(sectionsUnder(github)).toEqual([{ '': 'new' }]);
      expect(github.pull.comments()).toHaveLength(1);
      expect(github.writes()).toHaveLength(kind === 'hang-up' ? 2 : 1);
    },
  );

  test('a 502 that did nothing is sent again', async () => {
    const github = await speakingGitHub();
    github.fake.fail({ method: 'POST', path: /comments$/ }, { kind: 'status', status: 502 }, 2);
    expect(await github.speaker().comments.put(1, '', 'new', ALWAYS)).toMatchObject({ was: 'created' });
    expect(github.pull.comments()).toHaveLength(1);
  });

  test('half a list is not taken for an empty one', async () => {
    const github = await speakingGitHub();
    const ours = github.repository.comment(1, US, withSections({ '': 'old' }));
    github.fake.fail({ method: 'GET', path: /comments$/ }, { kind: 'truncated-json' });
    github.fake.fail({ method: 'GET', path: /comments$/ }, { kind: 'hang-up-in-mid-answer' });
    expect(await github.speaker().comments.put(1, '', 'new', ALWAYS)).toMatchObject({ id: ours.id, was: 'updated' });
    expect(github.pull.comments()).toHaveLength(1);
  });

  test('a GitHub that stays away is a failure, without the body', async () => {
    const github = await speakingGitHub();
    github.fake.fail({ method: 'POST', path: /comments$/ }, { kind: 'status', status: 500 }, 100);
    const failure = await github
      .speaker()
      .comments.put(1, '', 'of the author', ALWAYS)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ExpectedFailure);
    expect(failure).toMatchObject({ code: 'forge-unavailable' });
    expect(`${failure}`).not.toContain('of the author');
    expect(github.writes()).toHaveLength(4);
  });

  test('a secondary limit is waited for, and there is one comment', async () => {
    const github = await speakingGitHub();
    github.fake.limitRate({
      kind: 'secondary',
      afterRequests: 0,
      refuse: 2,
      retryAfterSeconds: 1,
      status: 429,
      writesOnly: true,
    });
    expect(await github.speaker().comments.put(1, '', 'new', ALWAYS)).toMatchObject({ was: 'created' });
    expect(github.pull.comments()).toHaveLength(1);
  });
});

describe('what GitHub does not take', () => {
  test('a comment that is too long is shortened', async () => {
    const github = await speakingGitHub();
    const { comments } = github.speaker();
    const body = Array.from({ length: 2_000 }, (_, n) => `Method ${n} would be written as it was before.\n`).join('\n');
    expect(await comments.put(1, 'billing', body, ALWAYS)).toMatchObject({ was: 'created' });
    expect(await comments.put(1, 'tax', body, ALWAYS)).toMatchObject({ was: 'updated' });
    const [comment] = github.pull.comments();
    expect(comment?.body.length).toBeLessThanOrEqual(65_536);
    const [sections = {}] = sectionsUnder(github);
    expect(Object.keys(sections)).toEqual(['billing', 'tax']);
    for (const text of Object.values(sections))
      expect(text).toMatch(/^Method 0 would.*The job summary has the whole of it/s);
  });

  test('a GitHub that counts otherwise gets a shorter one still', async () => {
    const github = await speakingGitHub();
    github.fake.limits.commentCharacters = 2_000;
    const body = Array.from({ length: 200 }, (_, n) => `Method ${n} would be written as it was before.\n`).join('\n');
    expect(await github.speaker().comments.put(1, '', body, ALWAYS)).toMatchObject({ was: 'created' });
    const length = github.pull.comments()[0]?.body.length ?? 0;
    expect(length).toBeLessThanOrEqual(1_024);
    expect(length).toBeGreaterThan(500);
  });

  test.each([
    ['no permission', 403, 'Resource not accessible by integration', /^the token lacks “pull-requests: write” \(/],
    [
      'a locked conversation',
      403,
      'Unable to create comment because issue is locked.',
      /^the conversation is locked \(/,
    ],
    ['an archived repository', 403, 'Repository was archived so is read-only.', /^the repository is archived \(/],
    ['a pull request that is gone', 410, 'This issue was deleted', /^This issue was deleted$/],
  ])('%s is a value', async (_, status, message, reason) => {
    const github = await speakingGitHub();
    github.fake.fail({ method: 'POST', path: /comments$/ }, { kind: 'status', status, body: { message } });
    const said = await github.speaker().comments.put(1, '', 'new', ALWAYS);
    expect(said).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  });

  test('a token that may only read, and a pull request that is none', async () => {
    const github = await speakingGitHub();
    const reader = github.speaker({ contents: 'read', 'pull-requests': 'read' });
    expect(await reader.comments.put(1, '', 'new', ALWAYS)).toEqual({
      kind: 'refused',
      reason: 'the token lacks “pull-requests: write” (Resource not accessible by integration)',
    });
    expect(await github.speaker().comments.put(99, '', 'new', ALWAYS)).toEqual({
      kind: 'refused',
      reason: 'it is not there, or hidden from a token without “pull-requests: write” (Not Found)',
    });
  });

  test('a bad token is a failure, and no mode', async () => {
    const github = await speakingGitHub();
    github.fake.fail({}, { kind: 'status', status: 401, body: { message: 'Bad credentials' } }, 100);
    await expect(github.speaker().comments.put(1, '', 'new', ALWAYS)).rejects.toMatchObject({ code: 'forge-refused' });
  });
});

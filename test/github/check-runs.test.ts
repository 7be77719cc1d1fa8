// The check run of a head: one of each name, completed at once, with all its annotations and none of them twice.

import { describe, expect, test } from 'vitest';
import type { Conclusion } from '../../src/ports/forge.ts';
import { type SpeakingGitHub, speakingGitHub } from '../support/speaking-github.ts';

function conclusionOf({ pull }: SpeakingGitHub, parts: Partial<Conclusion> = {}): Conclusion {
  return {
    revision: pull.headSha,
    name: 'palimpsest',
    conclusion: 'success',
    title: 'Model freshness 91.4 %',
    summary: 'This change touches 8 methods.',
    annotations: [],
    ...parts,
  };
}

function annotations(count: number) {
  return Array.from({ length: count }, (_, n) => ({
    path: `src/main/java/Invoice${n % 7}.java`,
    line: n + 1,
    title: 'Outdated by this change',
    message: `The model would write the old code of method ${n}.`,
  }));
}

test('is completed at once', async () => {
  const github = await speakingGitHub();
  const said = await github.speaker().checkRuns.conclude(conclusionOf(github, { conclusion: 'neutral' }));
  const [run] = github.repository.checkRuns;
  expect(said).toEqual({
    kind: 'said',
    id: run?.id,
    url: `${github.fake.origin}/acme/ledger/runs/${run?.id}`,
    was: 'created',
  });
  expect(run).toMatchObject({
    name: 'palimpsest',
    headSha: github.pull.headSha,
    status: 'completed',
    conclusion: 'neutral',
    title: 'Model freshness 91.4 %',
    summary: 'This change touches 8 methods.',
  });
  expect(github.writes()).toEqual(['POST check-runs']);
});

test('a job that runs again updates its run, and writes nothing when nothing changed', async () => {
  const github = await speakingGitHub();
  await github.speaker().checkRuns.conclude(conclusionOf(github, { annotations: annotations(3) }));
  github.writes();
  const again = github.speaker();
  expect(await again.checkRuns.conclude(conclusionOf(github, { annotations: annotations(3) }))).toMatchObject({
    was: 'unchanged',
  });
  expect(github.writes()).toEqual([]);
  const failing = conclusionOf(github, { conclusion: 'failure', annotations: annotations(4) });
  expect(await again.checkRuns.conclude(failing)).toMatchObject({ was: 'updated' });
  expect(github.repository.checkRuns).toHaveLength(1);
  expect(github.repository.checkRuns[0]).toMatchObject({ conclusion: 'failure' });
  expect(github.repository.checkRuns[0]?.annotations.map(({ start_line }) => start_line)).toEqual([1, 2, 3, 4]);
});

test('another name, another head and another App have runs of their own', async () => {
  const github = await speakingGitHub();
  const { checkRuns } = github.speaker();
  await checkRuns.conclude(conclusionOf(github));
  await checkRuns.conclude(conclusionOf(github, { name: 'palimpsest (billing)' }));
  await checkRuns.conclude(
    conclusionOf(github, { revision: await github.repository.commit('main', { 'README.md': '' }) }),
  );
  await github.speaker({ checks: 'write' }, 'acme-bot[bot]').checkRuns.conclude(conclusionOf(github));
  expect(github.repository.checkRuns.map(({ name, app }) => [name, app])).toEqual([
    ['palimpsest', 'github-actions[bot]'],
    ['palimpsest (billing)', 'github-actions[bot]'],
    ['palimpsest', 'github-actions[bot]'],
    ['palimpsest', 'acme-bot[bot]'],
  ]);
});

test('the run of a workflow’s job of the same name is left alone', async () => {
  const github = await speakingGitHub();
  const { checkRuns } = github.speaker();
  await checkRuns.conclude(conclusionOf(github));
  const [job] = github.repository.checkRuns;
  if (job === undefined) throw new Error('there is no run');
  Object.assign(job, { externalId: '8f9ed8b0-9b8c-5d2a-8a6e-0b6f6b8f0a1d', conclusion: null, status: 'in_progress' });
  expect(await checkRuns.conclude(conclusionOf(github))).toMatchObject({ was: 'created' });
  expect(job.status).toBe('in_progress');
  expect(github.repository.checkRuns).toHaveLength(2);
});

describe('one that was begun', () => {
  const begun = ({ pull }: SpeakingGitHub) => ({ revision: pull.headSha, name: 'palimpsest', title: 'Writing' });

  test('while another was concluded, by an attempt that was cut off, is concluded by the next attempt', async () => {
    const github = await speakingGitHub();
    const posted = { method: 'POST', path: /check-runs$/ };
    github.fake.before(posted, async () => {
      await github.speaker().checkRuns.conclude(conclusionOf(github));
      github.fake.fail(posted, { kind: 'answer-lost' });
    });
    await expect(github.speaker().checkRuns.begin(begun(github))).rejects.toThrow();
    expect(github.repository.checkRuns.map(({ status }) => status).sort()).toEqual(['completed', 'in_progress']);
    expect(await github.speaker().checkRuns.begin(begun(github))).toMatchObject({ was: 'unchanged' });
    expect(github.repository.checkRuns.map(({ status, conclusion }) => [status, conclusion])).toEqual([
      ['completed', 'success'],
      ['completed', 'success'],
    ]);
  });

  test('twice is concluded twice', async () => {
    const github = await speakingGitHub();
    github.fake.before({ method: 'POST', path: /check-runs$/ }, () => github.speaker().checkRuns.begin(begun(github)));
    await github.speaker().checkRuns.begin(begun(github));
    expect(github.repository.checkRuns.map(({ status }) => status)).toEqual(['in_progress', 'in_progress']);
    await github.speaker().checkRuns.conclude(conclusionOf(github));
    expect(github.repository.checkRuns.map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect(await github.speaker().checkRuns.conclude(conclusionOf(github))).toMatchObject({ was: 'unchanged' });
  });
});

describe('annotations', () => {
  test('120 go in portions of fifty', async () => {
    const github = await speakingGitHub();
    await github.speaker().checkRuns.conclude(conclusionOf(github, { annotations: annotations(120) }));
    const [run] = github.repository.checkRuns;
    expect(run?.annotations).toHaveLength(120);
    expect(run?.annotations[0]).toEqual({
      path: 'src/main/java/Invoice0.java',
      start_line: 1,
      end_line: 1,
      annotation_level: 'notice',
      title: 'Outdated by this change',
      message: 'The model would write the old code of method 0.',
    });
    expect(github.writes()).toEqual(['POST check-runs', `PATCH check-runs/${run?.id}`, `PATCH check-runs/${run?.id}`]);
  });

  test('no more than are stated, and how many there are is said', async () => {
    const github = await speakingGitHub();
    await github.speaker().checkRuns.conclude(conclusionOf(github, { annotations: annotations(450) }));
    const [run] = github.repository.checkRuns;
    expect(run?.annotations).toHaveLength(200);
    expect(run?.summary).toBe(
      '_The first 200 of 450 annotations are shown at their lines._\n\nThis change touches 8 methods.',
    );
  });

  test.each(['answer-lost', 'truncated-json', 'hang-up'] as const)('none is there twice after %s', async (kind) => {
    const github = await speakingGitHub();
    github.fake.fail({ method: 'POST', path: /check-runs$/ }, { kind });
    github.fake.fail({ method: 'PATCH', path: /check-runs/ }, { kind });
    await github.speaker().checkRuns.conclude(conclusionOf(github, { annotations: annotations(120) }));
    expect(github.repository.checkRuns).toHaveLength(1);
    const lines = github.repository.checkRuns[0]?.annotations.map(({ start_line }) => start_line);
    expect(lines).toEqual(annotations(120).map(({ line }) => line));
  });

  test('a run that was stopped between two portions is completed by the next', async () => {
    const github = await speakingGitHub();
    const stopped = { kind: 'status', status: 500 } as const;
    github.fake.fail({ method: 'PATCH', path: /check-runs/ }, stopped, 4);
    const wanted = conclusionOf(github, { annotations: annotations(120) });
    await expect(github.speaker().checkRuns.conclude(wanted)).rejects.toMatchObject({ code: 'forge-unavailable' });
    expect(await github.speaker().checkRuns.conclude(wanted)).toMatchObject({ was: 'updated' });
    expect(github.repository.checkRuns[0]?.annotations).toHaveLength(120);
  });
});

test('a summary that is too long is cut, and says so', async () => {
  const github = await speakingGitHub();
  const summary = '| `Rechnung.Überschlag()` | 41 % |\n'.repeat(3_000);
  expect(await github.speaker().checkRuns.conclude(conclusionOf(github, { summary }))).toMatchObject({
    was: 'created',
  });
  const [run] = github.repository.checkRuns;
  expect(run?.summary).toContain('_Cut to what GitHub takes: the job summary has the whole of it._');
  expect(await github.speaker().checkRuns.conclude(conclusionOf(github, { summary }))).toMatchObject({
    was: 'unchanged',
  });
});

test('a token without checks is a mode, a commit that is not there a failure', async () => {
  const github = await speakingGitHub();
  const quiet = github.speaker({ contents: 'read', 'pull-requests': 'write' });
  expect(await quiet.checkRuns.conclude(conclusionOf(github))).toEqual({
    kind: 'refused',
    reason: 'the token lacks “checks: write” (Resource not accessible by integration)',
  });
  const nowhere = conclusionOf(github, { revision: '0'.repeat(40) });
  await expect(github.speaker().checkRuns.conclude(nowhere)).rejects.toMatchObject({ code: 'forge-refused' });
});

test('a person’s token is told what GitHub says', async () => {
  const github = await speakingGitHub();
  github.repository.person('ada', 'write');
  const said = await github.speaker({ checks: 'write' }, 'ada').checkRuns.conclude(conclusionOf(github));
  expect(said).toEqual({ kind: 'refused', reason: expect.stringContaining('You must authenticate via a GitHub App') });
});

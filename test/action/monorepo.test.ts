// Several projects in one repository, each with a job of its own; and the same Action on a GitHub Enterprise Server.

import { describe, expect } from 'vitest';
import { runAction } from '../support/action.ts';
import { BOOKS, INVOICE, STREAMS, TAX, textOf } from '../support/books.ts';
import type { FakeRepository, Files } from '../support/fake-github.ts';
import { bodies, DATA_BRANCH, NEW, PATIENCE_MS, type Project, test } from '../support/pinned-books.ts';

const FOLDERS = ['services/billing', 'services/tax'];

function below(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]));
}

/** A matrix of jobs: one for each project, all at once. */
function inEach<T>(run: (inputs: Record<string, string>) => Promise<T>): Promise<T[]> {
  return Promise.all(FOLDERS.map((folder) => run({ 'working-directory': folder })));
}

async function paths(repository: FakeRepository): Promise<string[]> {
  return (await repository.state.git.text(['ls-tree', '-r', '--name-only', DATA_BRANCH])).split('\n');
}

describe.concurrent('a repository of two projects', { timeout: PATIENCE_MS }, () => {
  test('has two ledgers and badges, and one comment of two sections', async ({ fresh }) => {
    const { gitHub, repository } = fresh;
    await repository.commit('main', { ...below('services/billing', BOOKS), ...below('services/tax', BOOKS) });
    const pushed = await inEach((inputs) => fresh.push(NEW, { inputs }));
    expect(pushed.map(({ exitCode, outputs }) => [exitCode, outputs.methods])).toEqual([
      [0, '0'],
      [0, '0'],
    ]);
    const kept = await paths(repository);
    for (const folder of FOLDERS) {
      expect(kept).toEqual(
        expect.arrayContaining([`${folder}/badge.json`, `${folder}/badge.svg`, `${folder}/state.json`]),
      );
      expect(kept.filter((path) => path.startsWith(`${folder}/ledger/`) && path.endsWith('/head.json'))).toHaveLength(
        1,
      );
    }
    expect(kept.filter((path) => path.startsWith('ledger/'))).toEqual([]);
    const readme = await repository.file('README.md', DATA_BRANCH);
    for (const folder of FOLDERS) expect(readme).toContain(folder);

    const streams = below('services/billing', STREAMS);
    const tax = below('services/tax', { [TAX]: textOf(BOOKS, TAX).replace('rate == null', 'null == rate') });
    const pull = await fresh.open({ ...streams, ...tax });
    const event = gitHub.events.pullRequest('opened', pull);
    const runs = await inEach((inputs) => runAction(gitHub, event, { inputs: { ...inputs, comment: 'always' } }));
    expect(runs.map(({ outputs }) => outputs.methods)).toEqual(['1', '1']);
    expect(new Set(runs.map(({ outputs }) => outputs['comment-id'])).size).toBe(1);
    expect(bodies(pull)).toHaveLength(1);
    const [comment = ''] = bodies(pull);
    expect(comment.match(/services\/billing.*Model freshness|Model freshness.*services\/billing/g)).toHaveLength(1);
    expect(comment.match(/services\/tax.*Model freshness|Model freshness.*services\/tax/g)).toHaveLength(1);
    expect(comment).toContain('Invoice.total');
    expect(comment).toContain('TaxTable.rateFor');
    expect(repository.checkRuns.map(({ name }) => name).sort()).toEqual([
      'Palimpsest (services/billing)',
      'Palimpsest (services/tax)',
    ]);
  });

  test('has its paths narrowed by globs, excluded ones last', async ({ pinned }) => {
    const pull = await pinned.open({
      ...STREAMS,
      [TAX]: textOf(BOOKS, TAX).replace('rate == null', 'null == rate'),
      'tools/src/main/java/Tool.java': textOf(BOOKS, INVOICE),
    });
    const run = await pinned.check(pull, { inputs: { paths: 'src/**\n!**/TaxTable.java' } });
    expect(run.exitCode, run.log).toBe(0);
    expect(run.outputs.methods).toBe('1');
    expect(run.log).toContain('Invoice.total()');
  });
});

describe.concurrent('a GitHub Enterprise Server', { timeout: PATIENCE_MS }, () => {
  async function steps(project: Project) {
    const { gitHub, repository } = project;
    const { enterpriseEvents: events } = gitHub;
    const pushed = await runAction(gitHub, await events.push(repository, 'main', NEW));
    const pull = await project.open(STREAMS);
    const checked = await runAction(gitHub, events.pullRequest('opened', pull));
    const reviewed = await runAction(gitHub, await events.schedule(repository));
    return { pull, runs: [pushed, checked, reviewed] };
  }

  test('serves a push, a pull request and a review, all below its own address', async ({ fresh }) => {
    const { gitHub, repository } = fresh;
    const { pull, runs } = await steps(fresh);
    expect(runs.map(({ exitCode, log }) => (exitCode === 0 ? 0 : log))).toEqual([0, 0, 0]);
    expect(runs.map(({ outputs }) => outputs.freshness)).toEqual(['1', expect.stringMatching(/^0\.9/), '1']);
    expect(bodies(pull)).toEqual([expect.stringContaining('outdated by this change')]);
    expect(bodies(pull)[0]).toContain(`${gitHub.origin}/acme/books/`);
    expect(repository.checkRuns).toHaveLength(1);
    const elsewhere = gitHub.requests.filter(
      ({ target }) => !/^\/(api\/(v3\/|graphql$)|acme\/books\.git\/)/.test(target),
    );
    expect(elsewhere.map(({ target }) => target)).toEqual([]);
    const badge = await repository.file('README.md', DATA_BRANCH);
    expect(badge).toContain(gitHub.origin);
    expect(`${badge}${bodies(pull)}`).not.toContain('github.com/acme');
  });
});

// The check of a pull request as the App does it: what is ignored is left out and said, and its check run has buttons.

import { describe, expect, it } from 'vitest';
import { buttonsOf } from '../../src/forge/buttons.ts';
import { checkPullRequest } from '../../src/forge/check-pull-request.ts';
import { APP, type AppOnBooks, appOnBooks } from '../support/app-run.ts';
import { DEFAULT_RATE, INVOICE, TAX } from '../support/books.ts';

async function check(app: AppOnBooks, ignored?: readonly string[]) {
  const request = {
    pullRequest: app.pull.number,
    head: app.pull.headSha,
    voice: 'everywhere',
    trust: 'trusted',
    approval: null,
  } as const;
  const outcome = await checkPullRequest(
    { ...request, ...(ignored === undefined ? {} : { ignored }) },
    await app.run(),
  );
  const comment = app.repository.comments(app.pull.number).find(({ author }) => author === APP)?.body ?? null;
  const run = app.repository.checkRuns.at(-1);
  const report = outcome.report?.kind === 'check' ? outcome.report : null;
  return { methods: report?.methods.map(({ path }) => path) ?? null, comment, run };
}

describe('what is ignored', () => {
  it('is not checked, and the comment says so', async () => {
    const app = await appOnBooks({ pull: DEFAULT_RATE });
    expect((await check(app)).methods).toEqual([INVOICE, TAX]);
    const { methods, comment, run } = await check(app, ['src/main/java/books/Tax*.java']);
    expect(methods).toEqual([INVOICE]);
    for (const text of [comment, run?.summary]) {
      expect(text).toContain('Left out of this check, as somebody asked in a comment: `src/main/java/books/Tax*.java`');
      expect(text).not.toContain('TaxTable');
    }
  });

  it('may be all of it: the comment that was there says no more than that', async () => {
    const app = await appOnBooks();
    expect((await check(app)).comment).toContain('Invoice.total()');
    const { methods, comment } = await check(app, ['src']);
    expect(methods).toEqual([]);
    expect(comment).toContain(
      'There is no method to check. Left out of this check, as somebody asked in a comment: `src`',
    );
    expect(comment).not.toContain('Invoice.total');
  });

  it('changes nothing where nothing is', async () => {
    const app = await appOnBooks();
    const { comment } = await check(app);
    expect((await check(app, [])).comment).toBe(comment);
    expect(comment).not.toContain('Left out');
  });
});

describe('the buttons of a check run', () => {
  const identifiers = async (app: AppOnBooks) => (await check(app)).run?.actions.map(({ identifier }) => identifier);

  it('are Check again, and Retrain where the model is the embedded one', async () => {
    const app = await appOnBooks();
    const { run } = await check(app);
    expect(run?.actions.map(({ label }) => label)).toEqual(['Check again', 'Retrain']);
    expect(run?.actions.map(({ identifier }) => identifier)).toEqual(['check-again', 'retrain']);
  });

  it('stand beside a pull request that was not checked, too', async () => {
    const app = await appOnBooks({ settings: 'pull-requests:\n  skip-label: no\n' });
    const pull = await app.repository.openPullRequest({ head: 'streams', draft: true });
    await checkPullRequest(
      { pullRequest: pull.number, head: pull.headSha, voice: 'everywhere', trust: 'trusted', approval: null },
      await app.run(),
    );
    expect(app.repository.checkRuns.at(-1)).toMatchObject({ title: expect.stringContaining('Not checked') });
    expect(app.repository.checkRuns.at(-1)?.actions).toHaveLength(2);
  });

  it('are Retrain only where somebody has said how, for a model of the team’s own', async () => {
    const hosted = { kind: 'of-unknown-training', open: () => Promise.reject(new Error('is not asked')) } as const;
    const app = await appOnBooks();
    const run = await app.run();
    const own = { ...run, model: { ...run.model, inUse: hosted, isHosted: true } };
    expect(buttonsOf(own).actions?.map(({ identifier }) => identifier)).toEqual(['check-again']);
    const named = {
      ...own,
      settings: { ...run.settings, retraining: { ...run.settings.retraining, workflow: 'a.yml' } },
    };
    expect(buttonsOf(named).actions?.map(({ identifier }) => identifier)).toEqual(['check-again', 'retrain']);
  });

  it('are not there where nobody is told of a click', async () => {
    const app = await appOnBooks();
    const { buttons: _, ...action } = await app.run();
    expect(buttonsOf(action)).toEqual({});
    expect(await identifiers(app)).toHaveLength(2);
  });
});

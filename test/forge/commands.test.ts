// What people ask the App for in comments, over the fake GitHub: who may, what is done, what is answered, and once.

import { describe, expect, it } from 'vitest';
import { explainMethod } from '../../src/forge/commands.ts';
import { forgetPullRequest, ignoredPaths } from '../../src/forge/ignored.ts';
import { retrain } from '../../src/forge/retrain.ts';
import { APP, appOnBooks } from '../support/app-run.ts';
import { DEFAULT_RATE } from '../support/books.ts';

const TRAINING = { settings: 'retraining:\n  workflow: train.yml\n  event-type: retrain-please\n' };

describe('whoever may write', () => {
  it('has the pull request checked again, and is answered by reactions alone', async () => {
    const app = await appOnBooks();
    expect(await app.says('linus', '/palimpsest check')).toMatchObject({ reactions: ['eyes', '+1'], replies: [] });
    expect(app.started).toEqual(['check']);
    expect(app.runs()).toBe(0);
  });

  it('is told the commands when one is none, or help is asked for', async () => {
    const app = await appOnBooks();
    const typo = await app.says('linus', '/palimpsest chekc `@all`');
    expect(typo.reactions).toEqual(['eyes', 'confused']);
    expect(typo.replies).toHaveLength(1);
    expect(typo.replies[0]).toContain('There is no command `chekc');
    expect((await app.says('linus', '/palimpsest help')).replies[0]).toContain('`/palimpsest explain METHOD`');
  });

  it('may ask for several things in one comment', async () => {
    const app = await appOnBooks();
    const comment = '/palimpsest ignore src/main/java/books/TaxTable.java\n\nand then\n/palimpsest check';
    expect((await app.says('linus', comment)).reactions).toEqual(['eyes', '+1']);
    expect(app.started).toEqual(['check', 'check']);
  });

  it('may not do what is for maintainers', async () => {
    const app = await appOnBooks();
    for (const command of ['retrain', 'badge-link', 'badge-link revoke']) {
      expect((await app.says('linus', `/palimpsest ${command}`)).reactions).toEqual(['confused']);
    }
    expect(app.started).toEqual([]);
    const told = app.repository.comments(app.pull.number).filter(({ author }) => author === APP);
    expect(told.map(({ body }) => body)).toEqual([
      expect.stringContaining('This is for maintainers of this repository'),
    ]);
  });
});

describe('whoever may not', () => {
  it('is told so once a pull request, politely', async () => {
    const app = await appOnBooks();
    const first = await app.says('eve', '/palimpsest check');
    expect(first.reactions).toEqual(['confused']);
    expect(first.replies).toEqual([expect.stringContaining('Thank you, `eve`. This is for people who may write')]);
    expect(await app.says('eve', '/palimpsest explain total')).toMatchObject({ reactions: ['confused'], replies: [] });
    expect((await app.says('mallory', '/palimpsest help')).replies).toHaveLength(1);
    expect(app.started).toEqual([]);
    expect(app.runs()).toBe(0);
  });

  it('is told the next time when the answer did not get through', async () => {
    const app = await appOnBooks();
    const { id } = app.repository.comment(app.pull.number, 'eve', '/palimpsest check');
    app.fake.fail({ method: 'POST', path: /\/issues\/\d+\/comments$/ }, { kind: 'status', status: 500 }, 3);
    for (let tries = 0; tries < 5; tries++) await app.again(id).catch(() => {});
    expect(app.repository.comments(app.pull.number).filter(({ author }) => author === APP)).toHaveLength(1);
  });

  it('is nobody when it is a bot, so that no two of them talk', async () => {
    const app = await appOnBooks();
    expect(await app.says('renovate[bot]', '/palimpsest check')).toMatchObject({ reactions: [], replies: [] });
    expect(await app.says(APP, '/palimpsest check')).toMatchObject({ reactions: [], replies: [] });
    expect(app.started).toEqual([]);
  });
});

describe('explain', () => {
  it('shows the body before and after, what the model wrote, and what it was trained on', async () => {
    const app = await appOnBooks();
    const { reactions, replies } = await app.says('linus', '/palimpsest explain `Invoice.total`');
    expect(reactions).toEqual(['eyes', '+1']);
    expect(replies).toHaveLength(1);
    const [reply = ''] = replies;
    expect(reply).toContain('`Invoice.total()`');
    expect(reply).toContain('outdated by this change');
    expect(reply).toContain('mapToLong(Line::amount).sum()');
    expect(reply).toContain('long sum = 0;');
    expect(reply).toContain('this very method, as it was before the change');
  });

  it('says which methods there are when none or several have the name', async () => {
    const app = await appOnBooks({ pull: DEFAULT_RATE });
    const none = await app.says('linus', '/palimpsest explain Ledger.record');
    expect(none.reactions).toEqual(['eyes', 'confused']);
    expect(none.replies[0]).toBe(
      'This pull request changes no method called `Ledger.record`. It changes `Invoice.total()` and `TaxTable.rateFor(String)`.\n',
    );
  });

  it('tells what is wrong with the settings, and asks no model then', async () => {
    const app = await appOnBooks({ settings: 'model: somebody-elses\n' });
    const { reactions, replies } = await app.says('linus', '/palimpsest explain total');
    expect(reactions).toEqual(['eyes', 'confused']);
    expect(replies[0]).toContain('not on this installation’s list');
  });
});

describe('an explanation', () => {
  it('is left to a task, and the comment is acknowledged until then', async () => {
    const app = await appOnBooks({ leavesExplaining: true });
    const asked = await app.says('linus', '/palimpsest explain Invoice.total');
    expect(asked).toMatchObject({ reactions: ['eyes'], replies: [] });
    expect(app.started).toEqual(['explain']);
    expect(app.runs()).toBe(0);
    await app.explain();
    const told = app.repository.comments(app.pull.number);
    expect(told.find(({ id }) => id === asked.id)?.reactions.map(({ content }) => content)).toEqual(['eyes', '+1']);
    expect(told.filter(({ author }) => author === APP)).toHaveLength(1);
  });

  it('is given once, by however many tasks', async () => {
    const app = await appOnBooks();
    const { id } = await app.says('linus', '/palimpsest explain Invoice.total');
    const runs = app.runs();
    await explainMethod({ method: 'Invoice.total', at: 0 }, app.context({ id, author: 'linus' }));
    expect(app.runs()).toBe(runs);
    const both = [1, 1].map((at) => explainMethod({ method: 'total', at }, app.context({ id, author: 'linus' })));
    await Promise.all(both);
    expect(app.repository.comments(app.pull.number).filter(({ author }) => author === APP)).toHaveLength(2);
  });

  it('that does not get through is given when GitHub is back', async () => {
    const app = await appOnBooks({ leavesExplaining: true });
    await app.says('linus', '/palimpsest explain Invoice.total');
    app.fake.fail({ method: 'POST', path: /\/issues\/\d+\/comments$/ }, { kind: 'status', status: 500 }, 2);
    await expect(app.explain()).rejects.toMatchObject({ code: 'forge-unavailable' });
    const comment = { id: 1, author: 'linus' };
    const ours = () => app.repository.comments(app.pull.number).filter(({ author }) => author === APP);
    const asked = app.repository.comments(app.pull.number).find(({ author }) => author === 'linus');
    for (let tries = 0; tries < 5; tries++) {
      await explainMethod({ method: 'Invoice.total', at: 0 }, app.context({ ...comment, id: asked?.id ?? 0 })).catch(
        () => {},
      );
    }
    expect(ours()).toHaveLength(1);
  });

  it('beside another command that did not go is no reason to praise', async () => {
    const app = await appOnBooks({ leavesExplaining: true });
    const { reactions } = await app.says('linus', '/palimpsest explain Invoice.total\n/palimpsest chekc');
    expect(reactions).toEqual(['eyes', 'confused']);
    expect(app.started).toEqual(['explain']);
  });
});

describe('ignore', () => {
  it('is kept for this pull request alone, and taken back', async () => {
    const app = await appOnBooks();
    const here = { repositoryId: app.repository.state.id, pullRequest: app.pull.number };
    const ignored = await app.says('linus', '/palimpsest ignore src/main/**/*.java');
    expect(ignored.replies[0]).toContain('- `src/main/**/*.java`');
    await app.says('linus', '/palimpsest ignore docs');
    expect(await ignoredPaths(app.documents, here)).toEqual(['src/main/**/*.java', 'docs']);
    expect(await ignoredPaths(app.documents, { ...here, pullRequest: here.pullRequest + 10 })).toEqual([]);
    expect((await app.says('linus', '/palimpsest unignore src')).reactions).toEqual(['eyes', 'confused']);
    await app.says('linus', '/palimpsest unignore docs');
    expect(await ignoredPaths(app.documents, here)).toEqual(['src/main/**/*.java']);
    expect(app.started).toEqual(['check', 'check', 'check']);
  });

  it('is gone with all else of the pull request when that is closed, and nothing of another one', async () => {
    const app = await appOnBooks();
    const here = { repositoryId: app.repository.state.id, pullRequest: app.pull.number };
    await app.says('linus', '/palimpsest ignore docs');
    await app.documents.write([
      { key: `repository/${here.repositoryId}/pull/${here.pullRequest}0/ignored`, text: '["a"]' },
    ]);
    await forgetPullRequest(app.documents, here);
    expect(await app.documents.keys('')).toEqual([`repository/${here.repositoryId}/pull/${here.pullRequest}0/ignored`]);
  });

  it('takes fifty paths and no more', async () => {
    const app = await appOnBooks();
    const paths = Array.from({ length: 50 }, (_, at) => `src/${at}`);
    const key = `repository/${app.repository.state.id}/pull/${app.pull.number}/ignored`;
    await app.documents.write([{ key, text: JSON.stringify(paths) }]);
    const more = await app.says('linus', '/palimpsest ignore one-more');
    expect(more.reactions).toEqual(['eyes', 'confused']);
    expect(more.replies[0]).toContain('No more than 50 paths');
  });

  it('loses nothing when two people ask at once', async () => {
    const app = await appOnBooks();
    app.documents.beforeWrite = async () => {
      await app.says('grace', '/palimpsest ignore docs');
    };
    await app.says('linus', '/palimpsest ignore src');
    const here = { repositoryId: app.repository.state.id, pullRequest: app.pull.number };
    expect(await ignoredPaths(app.documents, here)).toEqual(['docs', 'src']);
  });
});

describe('retrain', () => {
  it('starts the team’s workflow and event, once a day', async () => {
    const app = await appOnBooks(TRAINING);
    await app.repository.commit('main', { '.github/workflows/train.yml': 'on: workflow_dispatch\njobs: {}\n' });
    expect((await app.says('grace', '/palimpsest retrain')).reactions).toEqual(['eyes', '+1']);
    expect(app.repository.dispatches).toEqual([
      { kind: 'workflow', file: 'train.yml', ref: 'main', inputs: {} },
      {
        kind: 'repository',
        eventType: 'retrain-please',
        payload: { model: 'project memory', revision: await app.repository.head('main'), project: '' },
      },
    ]);
    const second = await app.says('grace', '/palimpsest retrain');
    expect(second.reactions).toEqual(['eyes', 'confused']);
    expect(second.replies[0]).toContain('once a day');
    expect(app.repository.dispatches).toHaveLength(2);
    app.nextDay();
    await app.says('grace', '/palimpsest retrain');
    expect(app.repository.dispatches).toHaveLength(4);
  });

  it('that GitHub refuses is told, and the day is not used up', async () => {
    const app = await appOnBooks({ settings: 'retraining:\n  workflow: train.yml\n' });
    const refused = await app.says('grace', '/palimpsest retrain');
    expect(refused.reactions).toEqual(['eyes', 'confused']);
    expect(refused.replies[0]).toContain('The training was not started');
    await app.repository.commit('main', { '.github/workflows/train.yml': 'on: workflow_dispatch\njobs: {}\n' });
    expect((await app.says('grace', '/palimpsest retrain')).reactions).toEqual(['eyes', '+1']);
  });

  it('of the embedded model is left to a task, which pins it to the head, for maintainers and once a day', async () => {
    const app = await appOnBooks();
    expect((await app.says('grace', '/palimpsest retrain')).reactions).toEqual(['eyes', '+1']);
    expect(app.started).toEqual(['retrain']);
    expect((await app.state.read())?.pin ?? null).toBeNull();
    const context = app.context({ id: 1, author: 'grace' });
    expect(await retrain({ by: 'linus' }, context)).toEqual({ kind: 'not-allowed' });
    expect(await retrain({ by: 'grace' }, context)).toEqual({ kind: 'started' });
    expect((await app.state.read())?.pin?.revision).toBe(await app.repository.head('main'));
    expect(await retrain({ by: 'grace' }, context)).toMatchObject({ kind: 'too-soon' });
  });
});

describe('badge-link', () => {
  it('is made for a maintainer, and revoked', async () => {
    const app = await appOnBooks();
    expect((await app.says('grace', '/palimpsest badge-link')).replies[0]).toContain('?token=grace1`');
    expect((await app.says('grace', '/palimpsest badge-link revoke')).replies[0]).toContain(
      'The one link that was made opens the page no more',
    );
  });
});

describe('a comment that is delivered twice', () => {
  it('is done once', async () => {
    const app = await appOnBooks();
    const { id } = await app.says('linus', '/palimpsest explain Invoice.total');
    const before = app.repository.comments(app.pull.number).length;
    const runs = app.runs();
    await app.again(id);
    expect(app.repository.comments(app.pull.number)).toHaveLength(before);
    expect(app.runs()).toBe(runs);
  });

  it('is gone on with where it was left, and answered when GitHub is back', async () => {
    const app = await appOnBooks();
    const { id } = app.repository.comment(app.pull.number, 'linus', '/palimpsest ignore docs\n/palimpsest help');
    const ours = () => app.repository.comments(app.pull.number).filter(({ author }) => author === APP);
    let replies = 0;
    app.fake.before({ method: 'POST', path: /\/issues\/\d+\/comments$/ }, () => {
      // the second answer is the one that does not get through
      replies += 1;
      if (replies === 1)
        app.fake.fail({ method: 'POST', path: /\/issues\/\d+\/comments$/ }, { kind: 'status', status: 500 }, 2);
    });
    await expect(app.again(id)).rejects.toMatchObject({ code: 'forge-unavailable' });
    const before = ours().length;
    app.fake.advance(1);
    while (ours().length < 2) await app.again(id).catch(() => {});
    await app.again(id);
    expect(before).toBeLessThan(2);
    expect(ours()).toHaveLength(2);
    expect(ours()[1]?.body).toContain('/palimpsest explain METHOD');
    const key = `repository/${app.repository.state.id}/pull/1/comments/${id}`;
    expect((await app.documents.read([key])).get(key)?.text).toBe('2');
  });

  it('by two workers at once is answered once', async () => {
    const app = await appOnBooks();
    const { id } = app.repository.comment(app.pull.number, 'linus', '/palimpsest help');
    app.documents.beforeWrite = () => app.again(id);
    await app.again(id);
    expect(app.repository.comments(app.pull.number).filter(({ author }) => author === APP)).toHaveLength(1);
  });
});

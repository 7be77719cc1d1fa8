import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { tasksOf } from '../../src/app/webhooks.ts';
import type { RepositoryRef, Task } from '../../src/core/task.ts';

interface Example {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

const EXAMPLES: readonly Example[] = createRequire(import.meta.url)('@octokit/webhooks-examples');
const LEDGER: RepositoryRef = { installation: 7, id: 42, owner: 'acme', name: 'ledger' };
const HEAD = 'a'.repeat(40);

/** What every payload about acme/ledger has, and what this case is about. */
function payload(about: Readonly<Record<string, unknown>>) {
  return {
    installation: { id: 7 },
    repository: { id: 42, name: 'ledger', full_name: 'acme/ledger', owner: { login: 'acme' }, default_branch: 'main' },
    sender: { login: 'ada', type: 'User' },
    ...about,
  };
}

const pull = { number: 5, head: { sha: HEAD } };
const check: Task = { kind: 'check-pull-request', repository: LEDGER, pullRequest: 5, approval: null };
const begin: Task = { kind: 'begin-check', repository: LEDGER, pullRequest: 5, head: HEAD };
const keep: Task = { kind: 'keep-ledger', repository: LEDGER };

describe('a pull request', () => {
  it.each(['opened', 'synchronize', 'reopened', 'ready_for_review'])(
    'that is %s is checked, and seen to be',
    (action) => {
      expect(tasksOf('pull_request', payload({ action, pull_request: pull }))).toEqual([begin, check]);
    },
  );

  it('is checked when its base is another one, and not when its title is', () => {
    const edited = { action: 'edited', pull_request: pull };
    const rebased = tasksOf('pull_request', payload({ ...edited, changes: { base: { ref: { from: 'main' } } } }));
    expect(rebased).toEqual([begin, check]);
    expect(tasksOf('pull_request', payload({ ...edited, changes: { title: { from: 'Change' } } }))).toEqual([]);
  });

  it('remembers who put which label on which head', () => {
    const labeled = tasksOf('pull_request', payload({ action: 'labeled', pull_request: pull, label: { name: 'run' } }));
    expect(labeled).toEqual([{ ...check, approval: { label: 'run', by: 'ada', head: HEAD } }]);
    expect(tasksOf('pull_request', payload({ action: 'unlabeled', pull_request: pull }))).toEqual([check]);
  });

  it('that is closed calls off a check that is under way', () => {
    expect(tasksOf('pull_request', payload({ action: 'closed', pull_request: pull }))).toEqual([check]);
  });

  it.each(['assigned', 'locked', 'review_requested', 'converted_to_draft', 'enqueued'])(
    'that is %s asks for nothing',
    (action) => {
      expect(tasksOf('pull_request', payload({ action, pull_request: pull }))).toEqual([]);
    },
  );

  it('of a fork belongs to the repository that it wants to change, with the fork gone as well', () => {
    const head = { sha: HEAD, repo: null, user: null };
    const given = payload({ action: 'opened', pull_request: { number: 5, head } });
    expect(tasksOf('pull_request', given)).toEqual([begin, check]);
  });
});

describe('a push', () => {
  const push = (about: object) =>
    tasksOf('push', payload({ ref: 'refs/heads/main', after: HEAD, deleted: false, ...about }));

  it('to the default branch keeps the ledger', () => expect(push({})).toEqual([keep]));
  it('to another branch asks for nothing', () => expect(push({ ref: 'refs/heads/main2' })).toEqual([]));
  it('of a tag of that name asks for nothing', () => expect(push({ ref: 'refs/tags/main' })).toEqual([]));
  it('that deletes it asks for nothing', () => expect(push({ deleted: true })).toEqual([]));
});

describe('a check', () => {
  const here = [{ number: 5, base: { repo: { id: 42 } } }];
  const run = (about: object, pulls: readonly object[] = here) =>
    tasksOf('check_run', payload({ check_run: { head_sha: HEAD, pull_requests: pulls }, ...about }));
  const pressed = (identifier: string) => ({ action: 'requested_action', requested_action: { identifier } });

  it('is done again when somebody asks for it', () => {
    expect(run({ action: 'rerequested' })).toEqual([check]);
    expect(run(pressed('check-again'))).toEqual([check]);
    const suite = { action: 'rerequested', check_suite: { head_sha: HEAD, pull_requests: here } };
    expect(tasksOf('check_suite', payload(suite))).toEqual([check]);
  });

  it('of a fork, of which GitHub names no pull request, is found by its head', () => {
    expect(run({ action: 'rerequested' }, [])).toEqual([{ kind: 'check-head', repository: LEDGER, head: HEAD }]);
  });

  it('leaves alone the pull requests of another repository with the same head', () => {
    const both = [...here, { number: 9, base: { repo: { id: 43 } } }];
    expect(run({ action: 'rerequested' }, both)).toEqual([check]);
  });

  it('has a button that trains, by whoever pressed it', () => {
    expect(run(pressed('retrain'))).toEqual([{ kind: 'retrain', repository: LEDGER, by: 'ada' }]);
  });

  it('asks for nothing by other buttons, and when it is made or over', () => {
    expect(run(pressed('deploy'))).toEqual([]);
    for (const action of ['created', 'completed']) expect(run({ action })).toEqual([]);
    const suite = { action: 'requested', check_suite: { head_sha: HEAD, pull_requests: here } };
    expect(tasksOf('check_suite', payload(suite))).toEqual([]);
  });
});

describe('a comment', () => {
  const ada = { login: 'ada', type: 'User' };
  const comment = (body: string | null, about: object = {}, action = 'created') => {
    const issue = { number: 5, pull_request: { url: '…' } };
    return tasksOf('issue_comment', payload({ action, issue, comment: { id: 11, body, user: ada, ...about } }));
  };

  it('that begins with the command is one', () => {
    const text = ' /palimpsest explain Invoice.total';
    const asked = { id: 11, author: 'ada', text };
    expect(comment(text)).toEqual([{ kind: 'command', repository: LEDGER, pullRequest: 5, comment: asked }]);
    expect(comment('/Palimpsest')).toHaveLength(1);
  });

  it.each(['> /palimpsest check', 'try /palimpsest check', '/palimpsests check', '/pal', '', null])(
    '%j is none',
    (body) => expect(comment(body)).toEqual([]),
  );

  it('of a bot is none, ours or another', () => {
    for (const login of ['palimpsest[bot]', 'renovate[bot]']) {
      expect(comment('/palimpsest check', { user: { login, type: 'Bot' } })).toEqual([]);
    }
    expect(comment('/palimpsest check', { performed_via_github_app: { slug: 'other' } })).toEqual([]);
  });

  it('of an account that is gone, that is edited or deleted, or under an issue is none', () => {
    expect(comment('/palimpsest check', { user: null })).toEqual([]);
    expect(comment('/palimpsest check', {}, 'edited')).toEqual([]);
    expect(comment('/palimpsest check', {}, 'deleted')).toEqual([]);
    const given = {
      action: 'created',
      issue: { number: 5 },
      comment: { id: 11, body: '/palimpsest check', user: ada },
    };
    expect(tasksOf('issue_comment', payload(given))).toEqual([]);
  });
});

describe('an installation', () => {
  const many = Array.from({ length: 350 }, (_, index) => ({ id: index + 1, full_name: `acme/part-${index}` }));
  const installed = (action: string, repositories: unknown = many) =>
    tasksOf('installation', { action, installation: { id: 7 }, repositories });

  it('fills the ledger of every repository, however many', () => {
    const tasks = installed('created');
    expect(tasks).toHaveLength(350);
    const repository = { installation: 7, id: 350, owner: 'acme', name: 'part-349' };
    expect(tasks.at(-1)).toEqual({ kind: 'keep-ledger', repository });
  });

  it('goes with all that is kept of it', () => {
    expect(installed('deleted')).toEqual([{ kind: 'forget-installation', installation: 7 }]);
  });

  it('that is suspended rests, and goes on', () => {
    expect(installed('suspend')).toEqual([]);
    expect(installed('unsuspend', many.slice(0, 1))).toHaveLength(1);
    expect(installed('new_permissions_accepted', undefined)).toEqual([]);
  });

  it('changes by repositories', () => {
    const [added = [], removed = []] = [many.slice(0, 2), many.slice(2, 3)];
    const given = {
      action: 'added',
      installation: { id: 7 },
      repositories_added: added,
      repositories_removed: removed,
    };
    expect(tasksOf('installation_repositories', given).map(({ kind }) => kind)).toEqual([
      'forget-repository',
      'keep-ledger',
      'keep-ledger',
    ]);
  });
});

describe('a repository', () => {
  const happens = (action: string) => tasksOf('repository', payload({ action }));

  it('keeps what is kept of it under another name or owner', () => {
    expect(happens('renamed')).toEqual([keep]);
    expect(happens('transferred')).toEqual([keep]);
  });
  it('that is deleted is forgotten', () => {
    expect(happens('deleted')).toEqual([{ kind: 'forget-repository', repository: LEDGER }]);
  });
  it('that is archived or edited asks for nothing', () => {
    for (const action of ['archived', 'edited', 'created']) expect(happens(action)).toEqual([]);
  });
});

describe('whatever else', () => {
  it.each(['pull_request', 'push', 'check_run', 'check_suite', 'issue_comment', 'repository'])(
    '%s without an installation asks for nothing',
    (event) => {
      const { examples = [] } = EXAMPLES.find(({ name }) => name === event) ?? {};
      expect(examples).not.toEqual([]);
      for (const { installation: _, ...example } of examples) expect(tasksOf(event, example)).toEqual([]);
    },
  );

  it('without its repository asks for nothing', () => {
    const { repository: _, ...without } = payload({ action: 'opened', pull_request: pull });
    expect(tasksOf('pull_request', without)).toEqual([]);
  });

  it('is refused where it lacks what GitHub always sends', () => {
    expect(() => tasksOf('pull_request', payload({ action: 'opened' }))).toThrow();
    expect(() => tasksOf('push', null)).toThrow();
  });
});

describe('the payloads that GitHub documents', () => {
  const all = EXAMPLES.flatMap(({ name, examples }) => examples.map((example) => ({ name, example })));

  it.each(all)('$name is understood', ({ name, example }) => {
    const installed = { ...example, installation: example.installation ?? { id: 7 } };
    const kinds = tasksOf(name, installed).map(({ kind }) => kind);
    expect(kinds).toEqual(expectedOf(name, String(example.action ?? ''), example));
  });
});

function expectedOf(name: string, action: string, example: Readonly<Record<string, unknown>>): readonly string[] {
  const count = (key: string) => (example[key] as readonly unknown[] | undefined)?.length ?? 0;
  const pulls = (key: string) => (example[key] as { pull_requests: readonly unknown[] }).pull_requests.length;
  const perPull = (key: string) =>
    pulls(key) === 0 ? ['check-head'] : Array.from({ length: pulls(key) }, () => 'check-pull-request');
  switch (`${name}.${action}`) {
    case 'pull_request.opened':
    case 'pull_request.synchronize':
    case 'pull_request.reopened':
    case 'pull_request.ready_for_review':
      return ['begin-check', 'check-pull-request'];
    case 'pull_request.labeled':
    case 'pull_request.unlabeled':
    case 'pull_request.closed':
      return ['check-pull-request'];
    case 'push.': {
      const { ref, deleted } = example;
      const { default_branch: branch } = example.repository as { default_branch: string };
      return ref === `refs/heads/${branch}` && deleted !== true ? ['keep-ledger'] : [];
    }
    case 'check_run.rerequested':
      return perPull('check_run');
    case 'check_suite.rerequested':
      return perPull('check_suite');
    case 'installation.created':
    case 'installation.unsuspend':
      return Array.from({ length: count('repositories') }, () => 'keep-ledger');
    case 'installation.deleted':
      return ['forget-installation'];
    case 'installation_repositories.added':
    case 'installation_repositories.removed':
      return [
        ...Array.from({ length: count('repositories_removed') }, () => 'forget-repository'),
        ...Array.from({ length: count('repositories_added') }, () => 'keep-ledger'),
      ];
    case 'repository.renamed':
    case 'repository.transferred':
      return ['keep-ledger'];
    default:
      return [];
  }
}

// A model of the team's own behind a server: who may have it asked, what that costs at most, and that its key stays where it is.

import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { type ActionRun, runAction } from '../support/action.ts';
import { BOOKS, DEFAULT_RATE, INVOICE, STREAMS, textOf } from '../support/books.ts';
import { type FakeOpenAi, type FakeSettings, startFakeOpenAi } from '../support/fake-openai.ts';
import {
  annotationsIn,
  test as base,
  bodies,
  DATA_BRANCH,
  PATIENCE_MS,
  type Project,
} from '../support/pinned-books.ts';

const KEY = 'sk-books-0123456789';
const LABEL = 'palimpsest: run the model';

const test = base.extend<{ serve: (settings?: FakeSettings) => Promise<FakeOpenAi> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads which fixtures one needs from this pattern
  serve: async ({}, use) => {
    const servers: FakeOpenAi[] = [];
    await use(async (settings) => {
      const server = await startFakeOpenAi({ key: KEY, ...settings });
      servers.push(server);
      return server;
    });
    for (const server of servers) await server.close();
  },
});

/** The step's `with` for a model that was trained at the first commit. */
async function inputsFor({ repository }: Project, { baseUrl }: Pick<FakeOpenAi, 'baseUrl'>) {
  await repository.state.git.run(['tag', '-f', 'model-7b', 'main']);
  const model = { provider: 'openai', model: 'ledger-7b', 'base-url': baseUrl, 'trained-at': 'model-7b' };
  return { ...model, 'api-key': KEY, samples: '1' };
}

function questions(server: FakeOpenAi): number {
  return server.requests.filter(({ method }) => method === 'POST').length;
}

/** Whatever a run left where people or later steps can read it. */
async function leftBehind({ repository }: Project, { log, summary, outputs }: ActionRun): Promise<string> {
  const files = ['report-json', 'report-html'].flatMap((name) => outputs[name] || []);
  const data = await repository.state.git.tryText(['log', '-p', '--format=%B', DATA_BRANCH]);
  return [
    log.replace(/^::add-mask::.*$/gm, ''),
    summary,
    JSON.stringify(outputs),
    ...files.map((file) => readFileSync(file, 'utf8')),
    JSON.stringify([...repository.state.comments.values()]),
    JSON.stringify([repository.checkRuns, repository.issues, repository.dispatches]),
    data ?? '',
  ].join('\n');
}

describe.concurrent('a model behind a server', { timeout: PATIENCE_MS }, () => {
  test('is asked about a pull request of the repository’s own', async ({ pinned, serve }) => {
    const loop = /public long total\(\) (\{[\s\S]*?\n {4}\})/.exec(textOf(BOOKS, INVOICE))?.[1] ?? '';
    const server = await serve({ answer: () => loop });
    const inputs = await inputsFor(pinned, server);
    const pull = await pinned.open(STREAMS);
    const run = await pinned.check(pull, { inputs });
    expect(run.exitCode, run.log).toBe(0);
    expect(questions(server)).toBe(1);
    expect(bodies(pull)).toEqual([expect.stringMatching(/ledger-7b[\s\S]*outdated by this change/)]);
    const prompt = JSON.stringify(server.requests.at(-1)?.body);
    expect(prompt).not.toContain(pinned.gitHub.requests[0]?.headers.authorization?.slice(-20));
  });

  test('is asked about a fork only for a maintainer’s label on that very head', async ({ pinned, serve }) => {
    const server = await serve();
    const inputs = await inputsFor(pinned, server);
    const { gitHub, repository } = pinned;
    repository.person('grace', 'write');
    repository.person('bob', 'read');
    const pull = await pinned.openFromFork(STREAMS);
    const target = async (...facts: Parameters<typeof gitHub.events.pullRequestTarget>) =>
      runAction(gitHub, await gitHub.events.pullRequestTarget(...facts), { inputs });
    const asked: number[] = [];
    const opened = await target('opened', pull);
    asked.push(questions(server));
    expect(opened.exitCode, opened.log).toBe(0);
    expect(bodies(pull)).toEqual([expect.stringContaining(`A maintainer who puts the label \`${LABEL}\``)]);
    expect((await runAction(gitHub, await gitHub.events.workflowRun(pull), { inputs })).exitCode).toBe(0);
    pull.label(LABEL);
    await target('labeled', pull, { label: LABEL, sender: 'bob' });
    asked.push(questions(server));
    await target('labeled', pull, { label: LABEL, sender: 'grace' });
    asked.push(questions(server));
    expect(bodies(pull)).toEqual([expect.not.stringContaining('A maintainer who puts')]);
    await pull.push(DEFAULT_RATE);
    await target('synchronize', pull, { sender: 'grace' });
    asked.push(questions(server));
    expect(asked).toEqual([0, 0, 1, 1]);
    expect(bodies(pull)).toEqual([expect.stringContaining('A maintainer who puts')]);
  });

  test('is asked for no more methods than the budget has, and the rest is named', async ({ pinned, serve }) => {
    const server = await serve();
    const inputs = { ...(await inputsFor(pinned, server)), 'max-methods': '1' };
    const pull = await pinned.open({ ...STREAMS, ...DEFAULT_RATE });
    const run = await pinned.check(pull, { inputs });
    expect(run.exitCode).toBe(0);
    expect(run.outputs.methods).toBe('1');
    expect(questions(server)).toBe(1);
    expect(run.summary).toContain('The input `max-methods` sets the budget.');
    expect(run.summary).toContain('1 method');
  });

  test('that is down makes the check neutral, and says so in one plain line', async ({ pinned, serve }) => {
    const server = await serve();
    const inputs = await inputsFor(pinned, server);
    await server.close();
    const pull = await pinned.open(STREAMS);
    const run = await pinned.check(pull, { inputs });
    expect(run.exitCode).toBe(0);
    expect(bodies(pull)).toEqual([]);
    expect(pinned.repository.checkRuns).toMatchObject([
      { conclusion: 'neutral', title: 'Not checked: the model could not be asked' },
    ]);
    const [line, ...others] = annotationsIn(run, 'warning');
    expect(others).toEqual([]);
    expect(line).toMatch(/^::warning::The model could not be asked: .*nothing answers at 127/);
    expect(run.summary).toContain('The model could not be asked');
  });

  test('may say what it likes when it fails: it stays text', async ({ pinned, serve }) => {
    const server = await serve();
    server.misbehaveAlways({
      kind: 'status',
      status: 400,
      body: {
        error: { message: '@acme/all <img src=x> ![x](http://evil.example) ::error::x [y](http://evil.example)' },
      },
    });
    const inputs = await inputsFor(pinned, server);
    const pull = await pinned.open(STREAMS);
    const run = await pinned.check(pull, { inputs });
    expect(run.exitCode).toBe(0);
    const shown = [run.summary, ...pinned.repository.checkRuns.map(({ summary }) => summary), ...bodies(pull)].join(
      '\n',
    );
    expect(shown).not.toMatch(/^(?!.*`).*(@acme|<img|!\[x\]|\[y\])/m);
    expect(annotationsIn(run, 'error')).toEqual([]);
  });

  test('and its key: a server that repeats it in every answer gives it away nowhere', async ({ pinned, serve }) => {
    const base64 = Buffer.from(KEY).toString('base64');
    const server = await serve({ answer: () => `{\n        return "${KEY}" + "Bearer ${KEY}" + "${base64}";\n    }` });
    const inputs = await inputsFor(pinned, server);
    const pull = await pinned.open({ ...STREAMS, ...DEFAULT_RATE });
    server.misbehave({ kind: 'echo-key', status: 400 }); // one of the two questions
    const check = await pinned.check(pull, { inputs });
    expect(check.exitCode, check.log).toBe(0);
    expect(readFileSync(check.outputs['report-json'] ?? '', 'utf8')).toContain('Authorization');
    const review = await pinned.schedule({ inputs });
    expect(review.exitCode, review.log).toBe(0);
    server.misbehaveAlways({ kind: 'echo-key', status: 401 });
    const refused = await pinned.schedule({ inputs, environment: { PALIMPSEST_CACHE_DIR: '' } });
    expect(refused.log).toContain('Authorization');
    for (const run of [check, review, refused]) {
      const left = await leftBehind(pinned, run);
      expect(left).not.toContain(KEY);
      expect(left).not.toContain(base64.replace(/=+$/, ''));
    }
    expect(bodies(pull).join()).toContain('[secret]');
    expect(readFileSync(review.outputs['report-html'] ?? '', 'utf8')).toContain('[secret]');
  });

  test('that answers otherwise than at the last review is told apart from code that moved', async ({
    pinned,
    serve,
  }) => {
    let answer = '{\n        return 0;\n    }';
    const server = await serve({ answer: () => answer });
    const inputs = await inputsFor(pinned, server);
    const first = await pinned.schedule({ inputs });
    expect(annotationsIn(first, 'warning')).toEqual([]);
    answer = '{\n        throw new IllegalStateException("too late to say anything of use here");\n    }';
    await pinned.repository.commit('main', { ...STREAMS, ...DEFAULT_RATE });
    const run = await pinned.schedule({ inputs });
    expect(run.exitCode, run.log).toBe(0);
    expect(annotationsIn(run, 'warning')).toEqual([expect.stringMatching(/control group/i)]);
    expect(pinned.repository.issues).toEqual([]);
  });
});

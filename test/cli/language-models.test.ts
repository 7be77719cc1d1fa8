// Language models on the command line: over real HTTP, with a cache, a budget, a dry run, and keys that nobody prints.

import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type CliResult, runCli, startCli } from '../support/cli.ts';
import { deadAddress, type FakeOpenAi, type FakeSettings, faults, startFakeOpenAi } from '../support/fake-openai.ts';
import { INVOICE_PATH, invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

const NAME = 'acme/ledger-7b';
const KEY = 'sk-live-1234567890';
const ANSWER = '```java\n{\n        return 0;\n    }\n```';
const TOTAL = `${INVOICE_PATH}#Invoice.total()`;

interface Scene {
  readonly server: FakeOpenAi;
  readonly root: string;
  readonly cache: string;
  /** Runs a command on the model behind the server; no output may hold the key. */
  readonly run: (command: string, ...args: string[]) => Promise<CliResult>;
  /** Requests for completions so far. */
  readonly asked: () => number;
}

/** The invoice project on its branch, a server that asks for a key, an empty cache. */
async function scene(settings: FakeSettings = {}): Promise<Scene> {
  const server = await startFakeOpenAi({ key: KEY, models: [NAME], answer: () => ANSWER, ...settings });
  onTestFinished(() => server.close());
  const { root } = invoiceProject(scratchRepository());
  const folder = temporaryFolder();
  const cache = join(folder, 'cache');
  const models = join(folder, 'models.yml');
  writeFileSync(
    models,
    `models:
  ledger:
    provider: openai
    model: ${NAME}
    base-url: ${server.baseUrl}
    trained-at: main
    price: { input: 1, output: 2, currency: EUR }
    retries: 0
`,
  );
  return {
    server,
    root,
    cache,
    asked: () => server.requests.filter(({ method }) => method === 'POST').length,
    async run(command, ...args) {
      const env = { PALIMPSEST_API_KEY: KEY, PALIMPSEST_CACHE_DIR: cache };
      const result = await runCli([command, ...args, '--models', models], { cwd: root, env });
      expect(result.stdout + result.stderr).not.toContain(KEY);
      return result;
    },
  };
}

const json = ({ stdout }: CliResult) => JSON.parse(stdout);

describe('--model openai:NAME', () => {
  test('checks a change with a model behind a server, and a second run asks nothing', async () => {
    const { server, root, cache, asked } = await scene();
    const args = ['check', '--model', `openai:${NAME}`, '--base-url', server.baseUrl, '--format', 'json'];
    const env = { PALIMPSEST_API_KEY: KEY, PALIMPSEST_CACHE_DIR: cache };
    const first = json(await runCli(args, { cwd: root, env }));
    expect(first.model).toMatchObject({ provider: 'openai', name: NAME, trainedAt: null });
    expect(first.methods).toMatchObject([{ id: TOTAL, verdict: 'unfamiliar', failure: null }]);
    // The file around the method is the same before and after: five samples serve both sides.
    expect(first.usage).toMatchObject({ calls: 5, cacheHits: 0, cost: null, answeredAs: [] });
    expect(asked()).toBe(5);
    const second = json(await runCli(args, { cwd: root, env }));
    expect(asked()).toBe(5);
    expect(second).toEqual({ ...first, usage: { ...first.usage, cacheHits: 5 } });
  });

  test('whose samples disagree with each other calls the code one of many equal ways', async () => {
    const bodies = ['return 0;', 'for (;;) { wait(); }', 'throw new Error("no lines");', 'lines.clear(); print(this);'];
    const { run } = await scene({
      answer: ({ body }) => `\`\`\`java\n{ ${bodies[Number(body?.seed ?? 0) % bodies.length]} }\n\`\`\``,
    });
    const report = json(await run('check', '--model', 'ledger', '--format', 'json'));
    expect(report.methods).toMatchObject([{ id: TOTAL, verdict: 'ambiguous' }]);
  });

  test('asks anew with --no-cache, and keeps nothing', async () => {
    const { run, asked, cache } = await scene();
    for (const sofar of [5, 10]) {
      await run('check', '--no-cache');
      expect(asked()).toBe(sofar);
    }
    expect(existsSync(cache)).toBe(false);
  });

  test.each([
    ['without an address', ['--model', `openai:${NAME}`], 'Add --base-url'],
    [
      'with an address for something else',
      ['--model', 'embedded', '--base-url', 'http://127.0.0.1:1'],
      '--base-url is for',
    ],
    ['with a budget for what costs nothing', ['--max-methods', '3'], 'the embedded model costs nothing'],
    ['with a budget that is none', ['--max-tokens', 'few'], '--max-tokens does not take "few"'],
    [
      'with a price that nobody knows',
      ['--model', `openai:${NAME}`, '--base-url', 'http://127.0.0.1:1', '--max-cost', '1'],
      '--max-cost needs to know',
    ],
    ['with a path that is not there', ['--model', 'ledger-7b'], 'there is no model file'],
  ])('%s, is told what to do', async (_, args, said) => {
    const { root } = invoiceProject(scratchRepository());
    const { exitCode, stderr } = await runCli(['check', ...args], { cwd: root });
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining(said)]);
  });

  test('that is in no models file, is told its nearest', async () => {
    const { run } = await scene();
    const { exitCode, stderr } = await run('check', '--model', 'legder');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Did you mean "ledger"?')]);
  });
});

describe('a dry run', () => {
  test('says what would be asked and what it would cost, and asks nothing', async () => {
    const { run, asked } = await scene();
    const { exitCode, stdout } = await run('check', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/acme\/ledger-7b would be asked 5 times for 1 method\./);
    expect(stdout).toMatch(/at most 0\.0\d+ EUR/);
    for (const command of ['evaluate --revision main', 'evaluate --revision main --protocol in-place']) {
      const report = json(await run(...(command.split(' ') as [string]), '--dry-run', '--format', 'json'));
      expect(report).toMatchObject({
        kind: 'estimate',
        command: 'evaluate',
        models: [{ methods: 5, calls: 5, cached: 0 }],
      });
    }
    expect(asked()).toBe(0);
  });

  test('knows what the cache has, and how far a budget goes', async () => {
    const { run } = await scene();
    await run('evaluate', '--revision', 'main', '--max-methods', '2');
    const dry = async (...args: string[]) =>
      json(await run('evaluate', '--revision', 'main', '--dry-run', '--format', 'json', ...args)).models[0];
    expect(await dry()).toMatchObject({ methods: 5, calls: 5, cached: 2, withinBudget: null });
    expect(await dry('--max-methods', '1')).toMatchObject({ withinBudget: 3 }); // two of them are free
  });
});

describe('a budget', () => {
  test('that is spent half way leaves a part, which a later run goes on from', async () => {
    const { run, asked, root } = await scene();
    const out = join(temporaryFolder(), 'out');
    const evaluate = ['evaluate', '--revision', 'main', '--output-dir', out] as const;
    const text = await run(...evaluate, '--max-methods', '2');
    expect(text.exitCode).toBe(0);
    expect(text.stdout).toMatch(/^palimpsest evaluate .*a part: 2 of 5 methods/);
    expect(text.stdout).toContain('3 methods were not asked for');
    expect(asked()).toBe(2);
    const tree = readFileSync(join(out, INVOICE_PATH), 'utf8');
    expect(tree).toContain('sum += line.amount();'); // total() was not asked for
    expect(tree).not.toContain('a line is missing'); // add() was
    const part = json(await run(...evaluate, '--max-methods', '0', '--format', 'json'));
    expect(part).toMatchObject({
      summary: { methods: { count: 2, failed: 0 }, files: { count: 1 } },
      usage: { cacheHits: 2 },
    });
    expect(part.unasked).toHaveLength(3);
    expect(part.unasked).toContain(TOTAL);
    const whole = json(await run(...evaluate, '--format', 'json'));
    expect(whole).toMatchObject({ summary: { methods: { count: 5 } }, usage: { calls: 5, cacheHits: 2 } });
    expect(whole).not.toHaveProperty('unasked');
    expect(asked()).toBe(5);
    expect(existsSync(join(root, '.palimpsest/ledger'))).toBe(false);
  });

  test('is kept in tokens and in money', async () => {
    const { run, asked } = await scene();
    const part = ['evaluate', '--revision', 'main', '--no-cache', '--format', 'json'] as const;
    const { unasked, usage } = json(await run(...part, '--max-tokens', '2200', '--max-cost', '0.0031'));
    expect(asked()).toBe(usage.calls);
    expect(usage.calls).toBeGreaterThan(0);
    expect(usage.calls + unasked.length).toBe(5);
    expect(usage.promptTokens + usage.completionTokens).toBeLessThanOrEqual(2_200);
    expect(usage.cost.amount).toBeLessThanOrEqual(0.0031);
  });

  test('of a check names what it was not asked for, and counts it nowhere', async () => {
    const { run } = await scene();
    const report = json(await run('check', '--max-methods', '0', '--format', 'json'));
    expect(report).toMatchObject({ methods: [], unasked: [TOTAL], summary: { methods: { count: 0, failed: 0 } } });
    expect((await run('check', '--max-methods', '0')).stdout).toContain('a part: 0 of 1 method');
    expect((await run('check', '--max-methods', '0', '--format', 'markdown')).stdout).toMatch(
      /^### The budget did not/,
    );
  });

  test('of a gain is told before, and leaves what it does not allow out of the gain', async () => {
    const { run, asked } = await scene();
    const dry = json(await run('gain', '--head', 'HEAD', '--dry-run', '--format', 'json'));
    expect([dry.kind, dry.command, dry.models[0].methods, asked()]).toEqual(['estimate', 'gain', 1, 0]);
    const part = json(await run('gain', '--head', 'HEAD', '--max-methods', '0', '--format', 'json'));
    expect(part).toMatchObject({ unasked: [TOTAL], all: { changes: 0 }, methods: [] });
    const { stdout } = await run('gain', '--head', 'HEAD', '--max-methods', '0');
    expect(stdout).toContain('No change was asked for.\n\n  The budget is spent: 1 method was not asked for');
    expect(asked()).toBe(0);
    const whole = json(await run('gain', '--head', 'HEAD', '--format', 'json'));
    expect(whole).toMatchObject({ all: { changes: 1, inUseFailed: 0 }, usage: { calls: 1 } });
    expect([whole.unasked, asked()]).toEqual([undefined, 1]);
  });

  test.each(['status', 'report'])('and a dry run hold for the gain in a %s too', async (command) => {
    const { run, asked, root } = await scene();
    const where = command === 'report' ? ['--output-dir', join(root, 'page')] : [];
    const dry = await run(command, '--revision', 'HEAD', '--dry-run', ...where);
    expect([dry.exitCode, dry.stdout]).toEqual([0, expect.stringContaining(`palimpsest ${command} --dry-run`)]);
    expect(existsSync(join(root, 'page'))).toBe(false);
    const part = await run(command, '--revision', 'HEAD', '--max-methods', '0', ...where);
    expect([part.exitCode, asked()]).toEqual([0, 0]);
    const shown = command === 'report' ? readFileSync(join(root, 'page', 'index.html'), 'utf8') : part.stdout;
    expect(shown.replace(/\s+/g, ' ')).toContain('The budget is spent: 1 method was not asked for');
  });

  test('begins no ledger with a part, and leaves one where it was', async () => {
    const { run, root } = await scene();
    const evaluate = ['evaluate', '--revision', 'main', '--protocol', 'in-place'] as const;
    await run(...evaluate, '--max-methods', '4');
    expect(existsSync(join(root, '.palimpsest/ledger'))).toBe(false);
    await run(...evaluate);
    const update = ['update', '--revision', 'streams'] as const;
    const left = json(await run(...update, '--max-methods', '0', '--no-cache', '--format', 'json'));
    expect(left).toMatchObject({ route: 'budget-spent', unasked: [TOTAL], units: { scored: 0 } });
    expect(left.to.revision).toBe(left.from.revision);
    const done = json(await run(...update, '--format', 'json'));
    expect(done).toMatchObject({ route: 'by-difference', units: { scored: 1 }, model: { baseline: { methods: 5 } } });
  });
});

describe('a server that fails', () => {
  test('once, is asked again for that alone by the next run', async () => {
    const { server, run, asked } = await scene();
    server.misbehave(faults.broken());
    const first = json(await run('evaluate', '--revision', 'main', '--format', 'json'));
    expect(first.summary.methods).toMatchObject({ count: 5, failed: 1 });
    const second = json(await run('evaluate', '--revision', 'main', '--format', 'json'));
    expect(second).toMatchObject({ summary: { methods: { count: 5, failed: 0 } }, usage: { calls: 5, cacheHits: 4 } });
    expect(asked()).toBe(6);
  });

  test('always, ends the run: a report would say nothing of the model', async () => {
    const { root } = invoiceProject(scratchRepository());
    const address = ['--model', `openai:${NAME}`, '--base-url', await deadAddress()];
    for (const command of [['check'], ['evaluate', '--revision', 'main']]) {
      const { exitCode, stderr, stdout } = await runCli([...command, ...address, '--no-cache'], { cwd: root });
      expect([exitCode, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/acme\/ledger-7b gave no answer to any of \d methods?/);
    }
  });

  test('to know its name, is told apart from the one that was asked for', async () => {
    const { server, run } = await scene();
    server.misbehaveAlways(faults.anotherModel('qwen:7b'));
    const { stdout } = await run('check');
    expect(stdout).toContain('The server answered under another name than the one asked for: qwen:7b');
  });

  test('in mid-answer, is left at once when the run is called off', async () => {
    const { server, root, cache, asked } = await scene();
    server.misbehaveAlways({ kind: 'hang-in-mid-answer' });
    const child = startCli(['check', '--model', `openai:${NAME}`, '--base-url', server.baseUrl], {
      cwd: root,
      env: { PALIMPSEST_API_KEY: KEY, PALIMPSEST_CACHE_DIR: cache },
    });
    let stderr = '';
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(0);
    child.kill('SIGINT');
    const [exitCode] = await once(child, 'close');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('palimpsest: stopped')]);
  });
});

test('a key that a server repeats in its answers is masked', async () => {
  const { run } = await scene({ answer: () => `{\n        return "${KEY}".length();\n    }` });
  const shown = await run('check', '--show', 'Invoice.total');
  expect(shown.stdout).toMatch(/return "(\*\*\*|\[secret\])"/);
});

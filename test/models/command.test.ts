// Models behind a program: the example of the documentation, and programs that break every rule.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Prompt } from '../../src/core/prompt-format.ts';
import { type CommandSettings, commandModel } from '../../src/models/command.ts';
import type { CompleteOptions, TextModel } from '../../src/models/text-model.ts';
import { commandExample } from '../support/command-example.ts';
import { folderOf } from '../support/folder.ts';

const models: TextModel[] = [];
afterEach(async () => {
  for (const model of models.splice(0)) await model.close();
});

/** A program that runs `body` for each `question`. */
function program(body: string, before = '', stated: Partial<CommandSettings> = {}) {
  const source = `
    import { createInterface } from 'node:readline';
    const say = (answer) => console.log(JSON.stringify(answer));
    ${before}
    for await (const line of createInterface({ input: process.stdin })) {
      const question = JSON.parse(line);
      const { id } = question;
      ${body}
    }`;
  const folder = folderOf({ 'shelf.mjs': source });
  const model = commandModel({ command: process.execPath, args: ['shelf.mjs'], folder, ...stated });
  models.push(model);
  return { model, folder };
}

const SIZE: Prompt = { kind: 'text', text: 'int size() ', suffix: null, stop: ['\n    public '] };

function options(more: Partial<CompleteOptions> = {}): CompleteOptions {
  return { maxTokens: 64, temperature: 0, seed: 7, signal: new AbortController().signal, ...more };
}

async function failureOf(model: TextModel) {
  const completion = await model.complete(SIZE, options());
  if (completion.kind !== 'failed') throw new Error(`it answered ${completion.text}`);
  return completion;
}

test('the program of the documentation answers', async () => {
  const example = commandExample();
  expect(example.trim().split('\n').length).toBeLessThanOrEqual(17);
  const folder = folderOf({ 'complete.mjs': example });
  const model = commandModel({ command: process.execPath, args: ['complete.mjs'], folder });
  models.push(model);
  expect(await model.complete(SIZE, options())).toEqual({
    kind: 'answered',
    text: '{\n        return books.size();\n    }',
    finish: 'stop',
    promptTokens: 3,
    completionTokens: 14,
    answeredAs: null,
  });
});

test('a question says all that the program may need', async () => {
  const { model } = program('say({ id, text: JSON.stringify(question) });');
  const completion = await model.complete({ ...SIZE, stop: [] }, options());
  expect(JSON.parse(completion.kind === 'answered' ? completion.text : '')).toEqual({
    id: 1,
    prompt: { kind: 'text', text: 'int size() ', suffix: null },
    maxTokens: 64,
    temperature: 0,
    seed: 7,
    stop: [],
  });
});

test('answers may come in any order, and one process gives them all', async () => {
  const { model } = program(
    'asked.push(question); if (asked.length === 3) for (const one of asked.reverse()) say({ id: one.id, text: [one.seed, process.pid].join(` `) });',
    'const asked = [];',
    { concurrency: 3 },
  );
  const answers = await Promise.all([1, 2, 3].map((seed) => model.complete(SIZE, options({ seed }))));
  const texts = answers.map((answer) => (answer.kind === 'answered' ? answer.text.split(' ') : []));
  expect(texts.map(([seed]) => seed)).toEqual(['1', '2', '3']);
  expect(new Set(texts.map(([, pid]) => pid)).size).toBe(1);
});

test('a text ends before its stop, whatever the program makes of it', async () => {
  const { model } = program("say({ id, text: '{ }\\n    public void', finish: 'length', model: 'other' });", '', {
    model: 'acme/ledger-7b',
  });
  expect(await model.complete(SIZE, options())).toMatchObject({ text: '{ }', finish: 'stop', answeredAs: 'other' });
});

test('no shell reads the command line', async () => {
  const folder = folderOf({
    'echo.mjs': "process.stdin.once('data', () => console.log(JSON.stringify({ id: 1, text: process.argv[2] })));",
  });
  const model = commandModel({ command: process.execPath, args: ['echo.mjs', '$HOME; rm -rf *'], folder });
  models.push(model);
  expect(await model.complete(SIZE, options())).toMatchObject({ text: '$HOME; rm -rf *' });
});

test('the content of the files that it is made of decides which model it is', () => {
  const [one, same, other] = ['a', 'a', 'b'].map(
    (text) =>
      commandModel({ command: './complete', args: ['w.bin'], folder: folderOf({ complete: '#!', 'w.bin': text }) })
        .facts,
  );
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
});

describe('what a program does wrong is said in a line', () => {
  test.each([
    ['writes something else', "console.log('Loading weights…');", 'wrote what is no answer (“Loading weights…”)', true],
    ['answers without a text', 'say({ id, body: 1 });', 'wrote what is no answer', true],
    [
      'answers what nobody asked',
      'say({ id: 99, text: 1 + "" });',
      'answered question 99, which nobody had asked',
      true,
    ],
    ['says that it cannot', "say({ id, error: 'out of\\nmemory' });", 'the program says: out of memory', false],
    [
      'dies',
      "console.error('a\\nno weights'); process.exit(3);",
      'ended by itself with exit code 3; it said last: a no weights',
      true,
    ],
  ])('%s', async (_, body, said, fatal) => {
    const { model } = program(body);
    const failure = await failureOf(model);
    expect(failure.detail).toContain(said);
    expect(failure).toMatchObject({ reason: 'error', fatal });
  });

  test('answers twice', async () => {
    const { model } = program("say({ id, text: 'a' }); say({ id, text: 'b' }); setTimeout(() => {}, 9e5);");
    expect(await model.complete(SIZE, options())).toMatchObject({ text: 'a' });
    expect((await failureOf(model)).detail).toBe('the program answered question 1 twice');
  });

  test('is not there, or is no program', async () => {
    const folder = folderOf({ 'notes.txt': 'no program' });
    for (const [command, said] of [
      ['no-such-program-anywhere', 'there is no program no-such-program-anywhere'],
      ['./notes.txt', 'may not be run'],
    ] as const) {
      const failure = await failureOf(commandModel({ command, args: [], folder }));
      expect(failure.detail).toContain(said);
      expect(failure.fatal).toBe(true);
    }
  });

  test('dies after it has answered: the next prompt starts it again', async () => {
    const { model } = program("if (id % 2 === 0) process.exit(1); say({ id, text: 'a' });");
    expect(await model.complete(SIZE, options())).toMatchObject({ text: 'a' });
    expect(await failureOf(model)).toMatchObject({ fatal: false });
    expect(await model.complete(SIZE, options())).toMatchObject({ text: 'a' });
  });

  test('never answers: a prompt times out, and after three nothing is asked', async () => {
    const { model } = program('', '', { timeoutMs: 300 });
    const failures = [];
    for (let asked = 0; asked < 4; asked += 1) failures.push(await failureOf(model));
    expect(failures.map(({ reason, fatal }) => [reason, fatal])).toEqual([
      ['timed-out', false],
      ['timed-out', false],
      ['timed-out', true],
      ['timed-out', true],
    ]);
    expect(failures[0]?.detail).toBe('no answer within 0.3 s');
  });
});

/** A program that writes its own id and that of a child which never ends, and does not mind that its input ends. */
const WITH_A_CHILD = `
  import { spawn } from 'node:child_process';
  import { writeFileSync } from 'node:fs';
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  writeFileSync('pids', process.pid + ' ' + child.pid);
  setInterval(() => {}, 1000);`;

describe('it is gone with its children', () => {
  test('when a run is called off', async () => {
    const { model, folder } = program("writeFileSync('asked', '');", WITH_A_CHILD);
    const calling = new AbortController();
    const underWay = model.complete(SIZE, options({ signal: calling.signal }));
    await until(() => contentOf(folder, 'asked') !== null);
    calling.abort(new Error('called off'));
    await expect(underWay).rejects.toThrow('called off');
    await until(() => pidsIn(folder).every((pid) => !isAlive(pid)));
  });

  test('when the model is closed', async () => {
    const { model, folder } = program("say({ id, text: 'a' });", WITH_A_CHILD);
    await model.complete(SIZE, options());
    expect(pidsIn(folder).every(isAlive)).toBe(true);
    await model.close();
    await until(() => pidsIn(folder).every((pid) => !isAlive(pid)));
  });
});

function pidsIn(folder: string): number[] {
  const pids = (contentOf(folder, 'pids') ?? '').split(' ').map(Number);
  expect(pids).toHaveLength(2);
  return pids;
}

function contentOf(folder: string, name: string): string | null {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return null;
  }
}

/** A zombie that nobody collects counts as gone: in a container the first process may not do so. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}

// Names, bodies and answers made of commands and markup, through the Action as it is shipped: all of it stays text.

import { describe, expect } from 'vitest';
import { type ActionRun, runAction } from '../support/action.ts';
import { startFakeOpenAi } from '../support/fake-openai.ts';
import { anatomyOf } from '../support/github-flavoured.ts';
import { bodies, PATIENCE_MS, type Project, test } from '../support/pinned-books.ts';
import { commandsIn } from '../support/runner-log.ts';

const MAIN = 'src/main/java/books';

const TEXTS = [
  '::set-output name=verdict::fresh',
  '::add-mask::the',
  '::stop-commands::pause',
  '\t ::error::pwned',
  '##[set-env name=PATH]/tmp/evil',
  '@acme/everyone see #1 and ![x](http://evil.example/x.png) [click](http://evil.example) <img src=x onerror=x>',
  '</summary></details></code></pre><!-- palimpsest -->',
  '```',
  '~~~~~~~~',
  '\u202egnirts\u2066 \u200b\u001b[31mred\u0007',
  `long ${'x'.repeat(200_000)}`,
];

/** Java that parses, with every text in a comment line of its own. */
const javaOf = (name: string, statement: string, commentOf: (text: string) => string) => `package books;

public class ${name} {
    public int $set_output_name_verdict(int a) {
${TEXTS.map(commentOf).join('\n')}
        ${statement}
    }
}
`;
const block = (text: string) => `/*\n${text.replaceAll('*/', '')}\n*/`;

const NAMES = [
  '::error::A',
  '##[error]B',
  '`|@acme|`<img src=x>',
  '](http:evil.example)[',
  '\u202eC',
  'new\n::error::D',
];

/** The commands of a log, its own ones: the token is masked first. */
function commandNames({ log }: ActionRun): string[] {
  return commandsIn(log).map(({ name }) => name);
}

function requireInert(markdown: string): void {
  const { elements, links, active, unbalanced, prose } = anatomyOf(markdown);
  expect(elements.filter(({ name }) => ['img', 'script', 'iframe', 'svg'].includes(name))).toEqual([]);
  expect(links.filter((link) => /evil/.test(link) && !link.includes('/blob/'))).toEqual([]);
  expect({ active, unbalanced }).toEqual({ active: [], unbalanced: [] });
  expect(prose).not.toMatch(/evil|gnirts|@acme/);
}

function shown({ repository }: Project, { summary }: ActionRun, comments: readonly string[]): string[] {
  return [summary, ...comments, ...repository.checkRuns.flatMap((run) => [run.title ?? '', run.summary ?? ''])];
}

describe.concurrent('hostile texts', { timeout: PATIENCE_MS }, () => {
  test('in names of files and methods, in bodies, and in what a model answers', async ({ pinned }) => {
    const server = await startFakeOpenAi({
      // a line of backticks would end the answer itself
      answer: () => `{\n        return -1; // \`\`\`\n${TEXTS.slice(0, 7).map(block).join('\n')}\n    }`,
    });
    await pinned.repository.state.git.run(['tag', 'trained-here', 'main']);
    const files = NAMES.map((name, index) => [
      `${MAIN}/${name}/H${index}.java`,
      javaOf(`H${index}`, 'return a;', block),
    ]);
    const pull = await pinned.open(Object.fromEntries(files));
    const inputs = { provider: 'openai', model: 'ledger-7b', 'base-url': server.baseUrl, 'trained-at': 'trained-here' };
    const run = await pinned.check(pull, { inputs });
    await server.close();
    expect(run.exitCode, run.log).toBe(0);
    expect(run.outputs.methods).toBe(String(NAMES.length));
    expect(run.outputs.verdict).toBe('unknown');
    expect(commandNames(run)).toEqual(['add-mask']);
    expect(bodies(pull), run.log).toHaveLength(1);
    for (const text of shown(pinned, run, bodies(pull))) {
      expect(commandsIn(text)).toEqual([]);
      requireInert(text);
    }
  });

  test('in what a server says of itself, and in the paths of workflows', async ({ pinned }) => {
    const server = await startFakeOpenAi();
    server.misbehaveAlways({ kind: 'status', status: 400, body: { error: { message: TEXTS.slice(0, 7).join('\n') } } });
    await pinned.repository.state.git.run(['tag', 'trained-here', 'main']);
    const inputs = { provider: 'openai', model: 'ledger-7b', 'base-url': server.baseUrl, 'trained-at': 'trained-here' };
    const pull = await pinned.open({
      [`${MAIN}/Plain.java`]: javaOf('Plain', 'return a;', () => ''),
      '.github/workflows/`@acme/all` <img src=x> [click](http:evil).yml': 'on: push\n',
    });
    const run = await pinned.check(pull, { inputs });
    await server.close();
    expect(run.exitCode).toBe(0);
    expect(commandNames(run)).toEqual(['add-mask', 'warning']);
    const texts = shown(pinned, run, bodies(pull));
    expect(texts.join('\n')).toContain('[click](http:evil).yml');
    for (const text of texts) {
      expect(commandsIn(text)).toEqual([]);
      requireInert(text);
    }
  });

  test('in what a rule of the repository says', async ({ pinned }) => {
    const { gitHub, repository } = pinned;
    const start = await repository.head();
    await repository.commit('main', {
      [`${MAIN}/Plain.java`]: javaOf('Plain', 'return a;', () => ''),
    });
    gitHub.fail(
      { method: 'POST', path: /\/git\/trees$/ },
      { kind: 'status', status: 403, body: { message: `${TEXTS[5]}\n::error::pwned` } },
    );
    const run = await runAction(gitHub, await gitHub.events.push(repository, 'main', start));
    expect(run.exitCode, run.log).toBe(0);
    expect(commandNames(run)).toEqual(['add-mask', 'warning']);
    expect(run.summary).toContain('Writing to the data branch was refused');
    requireInert(run.summary);
  });
});

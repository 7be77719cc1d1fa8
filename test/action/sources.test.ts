// Pull requests of every shape: thousands of files, files that only look like Java, code that moved or went.

import { readFileSync } from 'node:fs';
import { describe, expect } from 'vitest';
import type { ActionRun } from '../support/action.ts';
import { BOOKS, INVOICE, LEDGER, TAX, textOf } from '../support/books.ts';
import type { Files } from '../support/fake-github.ts';
import { bodies, PATIENCE_MS, test } from '../support/pinned-books.ts';

const MAIN = 'src/main/java/books';

interface CheckedReport {
  readonly methods: readonly { readonly id: string; readonly verdict: string }[];
  readonly moved: readonly { readonly id: string; readonly previousId: string }[];
  readonly deleted: readonly string[];
  readonly notes: readonly { readonly path: string; readonly kind: string }[];
}

function reportOf({ outputs }: ActionRun): CheckedReport {
  return JSON.parse(readFileSync(outputs['report-json'] ?? '', 'utf8'));
}

const source = (name: string, body: string) =>
  `package books;\n\npublic class ${name} {\n    int sum(int a, int b) {\n        ${body}\n    }\n}\n`;

/** Entries as git's fast-import takes them, on top of a branch. */
function entries(from: string, to: string, files: readonly (readonly [mode: string, path: string, content: Buffer])[]) {
  const commit = `commit refs/heads/${to}\ncommitter Ada <ada@example.org> 1700000000 +0000\ndata 4\nOdd\nfrom refs/heads/${from}^0\n`;
  return Buffer.concat([
    Buffer.from(commit),
    ...files.flatMap(([mode, path, content]) =>
      mode === '160000'
        ? [Buffer.from(`M ${mode} ${content} ${path}\n`)]
        : [Buffer.from(`M ${mode} inline ${path}\ndata ${content.length}\n`), content, Buffer.from('\n')],
    ),
  ]);
}

describe.concurrent('a pull request', { timeout: PATIENCE_MS }, () => {
  test('of files that are no plain text, or no files: what can be read is judged, and the rest is said', async ({
    pinned,
  }) => {
    const { repository } = pinned;
    const filler = `/*${' long '.repeat(200_000)}*/\n`;
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    await repository.commit('main', {
      [`${MAIN}/Large.java`]: filler + source('Large', 'return a + b;'),
      [`${MAIN}/Windows.java`]: crlf(source('Windows', 'return a + b;\n        // the sum')),
    });
    const input = entries('main', 'odd', [
      ['120000', `${MAIN}/Link.java`, Buffer.from('Invoice.java')],
      ['160000', 'libs/Shared.java', Buffer.from('1'.repeat(40))],
      ['100644', `${MAIN}/Binary.java`, Buffer.from('class B { int b() { return 1; } }\0\0')],
      ['100644', `${MAIN}/Latin.java`, Buffer.from(source('Latin', 'String s = "caf\u00e9"; return a;'), 'latin1')],
      ['100644', `${MAIN}/Large.java`, Buffer.from(filler + source('Large', 'return b - a;'))],
      ['100644', `${MAIN}/Windows.java`, Buffer.from(crlf(source('Windows', 'return b - a;\n        // the sum')))],
    ]);
    await repository.state.git.run(['fast-import', '--quiet'], { input });
    const pull = await repository.openPullRequest({ head: 'odd' });
    const run = await pinned.check(pull);
    expect(run.exitCode, run.log).toBe(0);
    const { methods, notes, deleted } = reportOf(run);
    expect(methods.map(({ id }) => id)).toEqual([
      `${MAIN}/Large.java#Large.sum(int,int)`,
      `${MAIN}/Latin.java#Latin.sum(int,int)`,
      `${MAIN}/Windows.java#Windows.sum(int,int)`,
    ]);
    expect(deleted).toEqual([]);
    expect(notes.map(({ path, kind }) => [path, kind])).toEqual([
      [`${MAIN}/Binary.java`, 'binary'],
      [`${MAIN}/Latin.java`, 'not-utf-8'],
    ]);
    expect(bodies(pull)).toHaveLength(1);
  });

  test('that renames a file and moves a method: known code stays known', async ({ pinned }) => {
    const next = /\n {4}public Invoice next\(\) \{[\s\S]*?\n {4}\}\n/.exec(textOf(BOOKS, LEDGER))?.[0] ?? '';
    const pull = await pinned.open({
      [TAX]: null,
      [`${MAIN}/rates/TaxTable.java`]: textOf(BOOKS, TAX),
      [LEDGER]: textOf(BOOKS, LEDGER).replace(next, ''),
      [INVOICE]: textOf(BOOKS, INVOICE).replace(/\}\n$/, `${next}}\n`),
    });
    const run = await pinned.check(pull);
    expect(run.exitCode).toBe(0);
    const { methods, moved, deleted } = reportOf(run);
    expect({ methods, deleted }).toEqual({ methods: [], deleted: [] });
    expect(moved.map(({ previousId }) => previousId.replace(/^.*#/, '')).sort()).toEqual([
      'Ledger.next()',
      'TaxTable.<init>(Map<String, Long>)',
      'TaxTable.rateFor(String)',
    ]);
    expect(bodies(pull)).toEqual([]);
    expect(pinned.repository.checkRuns).toMatchObject([{ conclusion: 'success' }]);
    expect(run.outputs.methods).toBe('0');
  });

  test('of deletions alone: nothing to check, no comment, a conclusion', async ({ pinned }) => {
    const pull = await pinned.open({ [TAX]: null });
    const run = await pinned.check(pull);
    expect(run.exitCode).toBe(0);
    expect(reportOf(run).deleted).toHaveLength(2);
    expect(bodies(pull)).toEqual([]);
    expect(pinned.repository.checkRuns).toMatchObject([{ conclusion: 'success' }]);
  });
});

test('a pull request of 3,000 files: all are judged, in one comment that GitHub takes', async ({ fresh }) => {
  const names = Array.from({ length: 3_000 }, (_, index) => `Part${index}`);
  const files = (sign: string): Files =>
    Object.fromEntries(names.map((name) => [`${MAIN}/parts/${name}.java`, source(name, `return a ${sign} b;`)]));
  await fresh.repository.commit('main', files('+'));
  const pull = await fresh.open(files('-'));
  const asked = fresh.gitHub.requests.length;
  const run = await fresh.check(pull);
  const requests = fresh.gitHub.requests.slice(asked).map(({ method, path }) => `${method} ${path}`);
  expect(run.exitCode, run.log).toBe(0);
  expect(run.outputs.methods).toBe('3000');
  expect(bodies(pull)).toHaveLength(1);
  expect(requests.length, requests.join('\n')).toBeLessThanOrEqual(25);
});

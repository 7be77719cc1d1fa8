// Erasing a whole codebase, having it written again, and scoring the lot.

import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { EvaluateReport } from '../../src/core/report.ts';
import { openDirectory } from '../../src/files/directory.ts';
import { openJournal } from '../../src/files/journal.ts';
import { openOutputTree } from '../../src/files/output-tree.ts';
import { openRepository } from '../../src/git/repository.ts';
import { type EvaluateInput, evaluate } from '../../src/jobs/evaluate.ts';
import type { SourceTree } from '../../src/ports.ts';
import { asBytes, bytesIn, folderOf } from '../support/folder.ts';
import { HARD_SOURCES } from '../support/hard-sources.ts';
import { embeddedModelOf, java, undisturbed } from '../support/job-surroundings.ts';
import {
  type Answer,
  failed,
  failingModel,
  modelThat,
  restoringModel,
  tableModel,
  written,
} from '../support/models.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

type Special = Partial<EvaluateInput> & Pick<EvaluateInput, 'model'>;

/** Evaluates a directory, taken whole, with nothing written and nothing kept. */
async function evaluated(directory: string, special: Special): Promise<EvaluateReport> {
  return evaluatedTree(await openDirectory(directory), { source: { directory }, ...special });
}

function evaluatedTree(tree: SourceTree, special: Special & Pick<EvaluateInput, 'source'>): Promise<EvaluateReport> {
  return evaluate({
    tree,
    protocol: 'recreate',
    scope: 'whole',
    output: null,
    journal: null,
    ...undisturbed,
    ...special,
  });
}

/** Evaluates a directory into a folder; returns that folder. */
async function regenerated(directory: string, special: Special): Promise<string> {
  const out = join(temporaryFolder(), 'regenerated');
  const output = await openOutputTree(out, [directory]);
  try {
    await evaluated(directory, { output, ...special });
  } finally {
    await output.discard();
  }
  return out;
}

const LEDGER = 'class Ledger { int sum() { return a; } void book() { go(); } }';
const SHELF = 'class Shelf { int row; }';

describe('the regenerated tree', () => {
  const originals = Object.fromEntries(HARD_SOURCES.map(({ path, original }) => [path, original]));

  test('of a model that knows everything is the original, byte for byte', async () => {
    const texts = HARD_SOURCES.map(({ path, original }) =>
      java.parse(path, Buffer.from(original).toString(path === 'Latin1.java' ? 'latin1' : 'utf8')),
    );
    const out = await regenerated(folderOf(originals), { model: restoringModel(texts) });
    expect(bytesIn(out)).toEqual(
      Object.fromEntries(HARD_SOURCES.map(({ path, original }) => [path, asBytes(original)])),
    );
  });

  test('of a model that writes nothing is the stubs, byte for byte', async () => {
    const out = await regenerated(folderOf(originals), { model: failingModel() });
    expect(bytesIn(out)).toEqual(Object.fromEntries(HARD_SOURCES.map(({ path, stub }) => [path, asBytes(stub)])));
  });

  test('a binary file is copied and noted, and does not count as a file', async () => {
    const report = await evaluated(folderOf(originals), { model: failingModel() });
    expect(report.notes).toContainEqual({ path: 'data/Binary.java', kind: 'binary', lines: [] });
    expect(report.summary.files.count).toBe(HARD_SOURCES.length - 1);
  });

  test('what a model writes into a Latin-1 file that Latin-1 lacks becomes a unicode escape', async () => {
    const latin1 = Buffer.from('class B\xfcro { String sign() { return ""; } }', 'latin1');
    const out = await regenerated(folderOf({ 'Office.java': latin1 }), {
      model: modelThat(() => written('{ return "€ü"; }')),
    });
    expect(bytesIn(out)['Office.java']).toBe('class B\xfcro { String sign() { return "\\u20ac\xfc"; } }');
  });

  test('appears when all of it is written, or not at all', async () => {
    const directory = folderOf({ 'Ledger.java': LEDGER, 'Shelf.java': SHELF });
    const controller = new AbortController();
    const out = join(temporaryFolder(), 'regenerated');
    const output = await openOutputTree(out, [directory]);
    const model = modelThat(({ target }) => {
      if (target.name === 'book') controller.abort(new Error('called off'));
      return written('{}');
    });
    const run = evaluated(directory, { model, output, signal: controller.signal });
    await expect(run).rejects.toThrow('called off');
    await output.discard();
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(dirname(out))).toEqual([]);
  });
});

describe('the numbers', () => {
  test('stand beside those of the stubs, with failures among them', async () => {
    const directory = folderOf({ 'Ledger.java': LEDGER, 'Shelf.java': SHELF });
    const report = await evaluated(directory, {
      model: tableModel({
        'Ledger.java#Ledger.sum()': '{ return b; }',
        'Ledger.java#Ledger.book()': failed('refused'),
      }),
    });
    const [erasedSum, erasedBook] = [' return a; '.length, ' go(); '.length];
    expect(report.files).toEqual([
      { id: 'Ledger.java', distance: 1 + erasedBook, similarity: 1 - (1 + erasedBook) / LEDGER.length },
      { id: 'Shelf.java', distance: 0, similarity: 1 },
    ]);
    expect(report.methods).toMatchObject([
      { id: 'Ledger.java#Ledger.book()', distance: null, failure: { reason: 'refused' } },
      { id: 'Ledger.java#Ledger.sum()', distance: 1, similarity: 1 - 1 / '{ return a; }'.length, failure: null },
    ]);
    expect(report.summary.methods).toMatchObject({ count: 2, scored: 1, failed: 1, errorRate: 1 });
    expect(report.summary.methods.withFailuresAsStubs.errorRate).toBe((1 + erasedBook) / 2);
    expect(report.stub.files.errorRate).toBe((erasedSum + erasedBook) / 2);
    expect(report.summary.files.recovery).toBeCloseTo(1 - (1 + erasedBook) / (erasedSum + erasedBook), 12);
    expect(report.reproduced).toBe(0);
  });

  test('other white space is reproduced code', async () => {
    const report = await evaluated(folderOf({ 'Ledger.java': LEDGER }), {
      model: tableModel({ 'Ledger.java#Ledger.sum()': '{\n  return a;\n}', 'Ledger.java#Ledger.book()': '{ go(1); }' }),
    });
    expect(report.reproduced).toBe(1);
  });

  test('do not depend on how many answers are under way at once', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, page) => [`Page${page}.java`, LEDGER.replace('Ledger', `Page${page}`)]),
    );
    const directory = folderOf(files);
    const answer: Answer = ({ target }) => written(`{ return ${target.id.length}; }`);
    const later: Answer = async (stub) => {
      const turns = (stub.target.id.length * 7 + stub.target.line) % 5;
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      return answer(stub);
    };
    const inOrder = await evaluated(directory, { model: modelThat(answer) });
    const outOfOrder = await evaluated(directory, { model: modelThat(later, { concurrency: 7 }) });
    expect(JSON.stringify(outOfOrder)).toBe(JSON.stringify(inOrder));
  });
});

describe('the protocols', () => {
  test('recreate: every body of the file is erased at once', async () => {
    const model = failingModel();
    await evaluated(folderOf({ 'Ledger.java': LEDGER }), { model, protocol: 'recreate' });
    const stub = 'class Ledger { int sum() {} void book() {} }';
    expect(model.asked.map(({ source }) => source.text)).toEqual([stub, stub]);
    expect(model.asked.map(({ erased }) => erased.size)).toEqual([2, 2]);
  });

  test('in place: one body is erased, the others stand', async () => {
    const model = failingModel();
    const report = await evaluated(folderOf({ 'Ledger.java': LEDGER }), { model, protocol: 'in-place' });
    expect(model.asked.map(({ source }) => source.text)).toEqual([
      'class Ledger { int sum() {} void book() { go(); } }',
      'class Ledger { int sum() { return a; } void book() {} }',
    ]);
    expect(report.protocol).toBe('in-place');
  });

  test.each(['recreate', 'in-place'] as const)('%s: no model sees what it is to write', async (protocol) => {
    const body = (name: string) =>
      `{ say("CANARY_${name}"); new Thread() { public void run() { say("CANARY_${name}"); } }; }`;
    const names = ['sum', 'book', 'close'];
    const text = `class Ledger { ${names.map((name) => `void ${name}() ${body(name)}`).join(' ')} }`;
    const model = failingModel();
    await evaluated(folderOf({ 'Ledger.java': text }), { model, protocol });
    expect(model.asked).toHaveLength(3);
    for (const stub of model.asked) {
      const hidden = protocol === 'recreate' ? names : [stub.target.name];
      for (const name of hidden) expect(JSON.stringify(stub)).not.toContain(`CANARY_${name}`);
    }
  });
});

describe('what is taken', () => {
  const PROJECT = {
    'src/main/java/books/Ledger.java': LEDGER.replace('void book() { go(); }', 'void book() { /* later */ }'),
    'src/main/java/books/Tables.java': `// Generated. DO NOT EDIT.\n${LEDGER}`,
    'src/test/java/books/LedgerTest.java': LEDGER,
    'vendor/Calendar.java': LEDGER,
  };

  test('of a revision: the main sources, the rest being counted by its reason', async () => {
    const scratch = scratchRepository();
    scratch.commit(PROJECT);
    const repository = await openRepository(scratch.root);
    const revision = await repository.resolve('HEAD');
    const report = await evaluatedTree(repository.tree(revision), {
      source: { name: 'HEAD', revision: revision.hash },
      scope: 'main',
      model: failingModel(),
    });
    expect(report).toMatchObject({
      source: { name: 'HEAD', revision: revision.hash },
      summary: { files: { count: 1 }, methods: { count: 1 } },
      leftOut: [
        { reason: 'test', methods: null, files: 1 },
        { reason: 'generated', methods: 2, files: 1 },
        { reason: 'vendored', methods: null, files: 1 },
        { reason: 'empty-body', methods: 1, files: 0 },
      ],
    });
  });

  test('of a directory that is named by hand: everything', async () => {
    const report = await evaluated(folderOf(PROJECT), { model: failingModel() });
    expect(report.summary).toMatchObject({ files: { count: 4 }, methods: { count: 8 } });
    expect(report.leftOut).toEqual([]);
  });

  test('without Java there is nothing to evaluate, and it says so', async () => {
    const run = evaluated(folderOf({ 'README.md': '' }), { model: failingModel() });
    await expect(run).rejects.toMatchObject({ code: 'no-source-files' });
  });
});

describe('an interrupted run that is started again', () => {
  const FILES = Object.fromEntries(
    Array.from({ length: 6 }, (_, page) => [`Page${page}.java`, LEDGER.replace('Ledger', `Page${page}`)]),
  );
  const answer: Answer = ({ target }) =>
    target.id.startsWith('Page3') ? failed('refused') : written(`{ return ${target.id.length}; }`);

  /** Runs until the model was asked so many times; what it answered is in the journal. */
  async function interrupted(directory: string, path: string, after: number): Promise<number> {
    const controller = new AbortController();
    const journal = await openJournal(path);
    const model = modelThat((stub) => {
      if (model.asked.length > after) controller.abort(new Error('killed'));
      return answer(stub);
    });
    await expect(evaluated(directory, { model, journal, signal: controller.signal })).rejects.toThrow('killed');
    await journal.close();
    return model.asked.length;
  }

  test('gives the report of an uninterrupted one, and asks for nothing twice', async () => {
    const directory = folderOf(FILES);
    const path = join(temporaryFolder(), 'run.jsonl');
    const uninterrupted = await evaluated(directory, { model: modelThat(answer) });
    await interrupted(directory, path, 4);
    await interrupted(directory, path, 3);
    const journal = await openJournal(path);
    expect(journal.resumed).toBeGreaterThanOrEqual(7);
    const model = modelThat(answer);
    const resumed = await evaluated(directory, { model, journal });
    expect(JSON.stringify(resumed)).toBe(JSON.stringify(uninterrupted));
    expect(model.asked.length).toBe(12 - journal.resumed);
  });

  test('and the same tree', async () => {
    const directory = folderOf(FILES);
    const path = join(temporaryFolder(), 'run.jsonl');
    const model = modelThat(answer);
    const whole = await regenerated(directory, { model });
    await interrupted(directory, path, 5);
    const resumed = await regenerated(directory, { model, journal: await openJournal(path) });
    expect(bytesIn(resumed)).toEqual(bytesIn(whole));
  });

  test('leaves no journal when it is complete', async () => {
    const path = join(temporaryFolder(), 'run.jsonl');
    await evaluated(folderOf(FILES), { model: modelThat(answer), journal: await openJournal(path) });
    expect(existsSync(path)).toBe(false);
  });

  test('does not take the answers of another model', async () => {
    const path = join(temporaryFolder(), 'run.jsonl');
    const directory = folderOf(FILES);
    await interrupted(directory, path, 8);
    const other = modelThat(answer, { name: 'another' });
    await evaluated(directory, { model: other, journal: await openJournal(path) });
    expect(other.asked).toHaveLength(12);
  });

  test('nor those for code that was edited since', async () => {
    const path = join(temporaryFolder(), 'run.jsonl');
    const directory = folderOf(FILES);
    await interrupted(directory, path, 10);
    writeFileSync(join(directory, 'Page0.java'), FILES['Page0.java']?.replace('class', 'final class') ?? '');
    const model = modelThat(answer);
    await evaluated(directory, { model, journal: await openJournal(path) });
    expect(model.asked.map(({ target }) => target.path)).toEqual(expect.arrayContaining(['Page0.java', 'Page0.java']));
    expect(model.asked.length).toBeLessThan(5);
  });
});

test('the embedded model, trained on the very code, writes all of it again', async () => {
  const directory = folderOf({
    'Ledger.java': `class Ledger {
    private final List<Entry> entries = new ArrayList<>();

    void book(Entry entry) {
        if (entry.sum() == 0) {
            throw new IllegalArgumentException("nothing to book");
        }
        entries.add(entry);
    }

    int balance() {
        return entries.stream().mapToInt(Entry::sum).sum();
    }
}
`,
  });
  const model = await embeddedModelOf(await openDirectory(directory));
  const report = await evaluated(directory, { model });
  expect(report).toMatchObject({ reproduced: 2, summary: { files: { errorRate: 0, similarity: 1, recovery: 1 } } });
});

// The main job, on real repositories: which of the changed methods does a model still know?

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Regeneration } from '../../src/core/regeneration.ts';
import type { CheckReport, CheckRow } from '../../src/core/report.ts';
import type { Stub } from '../../src/core/stub.ts';
import { openRepository } from '../../src/git/repository.ts';
import { type CheckPolicy, check } from '../../src/jobs/check.ts';
import { type CodeModel, WORKTREE } from '../../src/ports.ts';
import { embeddedModelOf, java, undisturbed } from '../support/job-surroundings.ts';
import { failed, failingModel, modelThat, restoringModel, tableModel, written } from '../support/models.ts';
import { type Files, type ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

const INVOICE = 'src/main/java/books/Invoice.java';
const LEDGER = 'src/main/java/books/Ledger.java';

/** A class with methods without parameters, told by their bodies. */
function classOf(name: string, bodies: Readonly<Record<string, string>>): string {
  const methods = Object.entries(bodies).map(([method, body]) => `    int ${method}() ${body}\n`);
  return `package books;\n\nclass ${name} {\n${methods.join('\n')}}\n`;
}

const invoice = (bodies: Readonly<Record<string, string>>) => ({ [INVOICE]: classOf('Invoice', bodies) });
const id = (method: string) => `${INVOICE}#Invoice.${method}()`;

interface Case {
  readonly before: Files;
  readonly after: Files;
  readonly model: CodeModel;
  readonly policy?: Partial<CheckPolicy>;
  /** Leave the files of `after` uncommitted. */
  readonly uncommitted?: boolean;
  readonly signal?: AbortSignal;
}

const POLICY: CheckPolicy = { familiar: 0.8, ambiguous: 0.5, samples: 3, countCosmetic: false };

async function checked({ before, after, model, policy, uncommitted = false, signal }: Case): Promise<CheckReport> {
  const repository = scratchRepository();
  repository.commit(before);
  if (uncommitted) repository.write(after);
  else repository.commit(after);
  return checkRepository(repository, model, { base: uncommitted ? 'HEAD' : 'HEAD~1', policy, uncommitted, signal });
}

interface Options {
  readonly base?: string;
  readonly policy?: Partial<CheckPolicy> | undefined;
  readonly uncommitted?: boolean;
  readonly signal?: AbortSignal | undefined;
}

async function checkRepository(scratch: ScratchRepository, model: CodeModel, options: Options = {}) {
  const repository = await openRepository(scratch.root);
  return check({
    repository,
    base: await repository.resolve(options.base ?? 'HEAD~1'),
    head: await repository.resolve(options.uncommitted === true ? WORKTREE : 'HEAD'),
    openModel: async () => ({ model, origin: 'trained' }),
    policy: { ...POLICY, ...options.policy },
    ...undisturbed,
    signal: options.signal ?? undisturbed.signal,
  });
}

/** The row of one method. */
function rowOf(report: CheckReport, method: string): CheckRow {
  const row = report.methods.find((candidate) => candidate.id === method || candidate.id === id(method));
  if (row === undefined) throw new Error(`no row for ${method}`);
  return row;
}

describe('verdicts', () => {
  const bodies = {
    before: {
      reproduced: '{ return net + tax; }',
      outdated: '{ return lines.size(); }',
      ambiguous: '{ return journal.first(); }',
      familiar: '{ return shelf.count(2024); }',
      unfamiliar: '{ return clock.today().toEpochDay(); }',
      refused: '{ return audit.open(); }',
    },
    after: {
      reproduced: '{ return net + vat; }',
      outdated: '{ return lines.stream().mapToInt(Line::quantity).sum(); }',
      ambiguous: '{ return journal.lastEntry().number(); }',
      familiar: '{ return shelf.count(2025); }',
      unfamiliar: '{ return calendar.endOf(quarter); }',
      refused: '{ return audit.close(); }',
      brandNew: '{ return rates.of(region).percent(); }',
      reproducedNew: '{ return 7; }',
    },
  };
  const model = tableModel({
    [id('reproduced')]: '{\n  return net + vat; // with tax\n}',
    [id('outdated')]: '{ return lines.size(); }',
    [id('ambiguous')]: {
      kind: 'regenerated',
      body: '{ return journal.lastEntry(); }',
      samples: [
        { body: '{ return journal.lastEntry(); }', probability: 0.4 },
        { body: '{ while (pages-- > 0) turn(); throw up; }', probability: 0.3 },
        { body: '{ for (;;) { book.lend(TO_ANYBODY, 14); } }', probability: 0.3 },
      ],
    },
    [id('familiar')]: '{ return shelf.count(2026); }',
    [id('unfamiliar')]: '{ throw new Unbalanced(); }',
    [id('refused')]: failed('refused'),
    [id('brandNew')]: '{ return 0; }',
    [id('reproducedNew')]: '{ return 7; }',
  });

  test('of one pull request, one method for each', async () => {
    const report = await checked({ before: invoice(bodies.before), after: invoice(bodies.after), model });
    expect(Object.fromEntries(report.methods.map(({ id, verdict }) => [id.split(/[.(]/).at(-2), verdict]))).toEqual({
      ambiguous: 'ambiguous',
      brandNew: 'unfamiliar',
      familiar: 'familiar',
      outdated: 'outdated',
      refused: null,
      reproduced: 'reproduced',
      reproducedNew: 'reproduced',
      unfamiliar: 'unfamiliar',
    });
    expect(report.verdicts).toEqual({
      reproduced: 2,
      outdated: 1,
      ambiguous: 1,
      familiar: 1,
      unfamiliar: 1,
      newToIt: 1,
      failed: 1,
    });
    expect(report.methods.map((row) => row.id)).toEqual(report.methods.map((row) => row.id).sort());
  });

  test('stand on the numbers that the row shows', async () => {
    const report = await checked({ before: invoice(bodies.before), after: invoice(bodies.after), model });
    expect(rowOf(report, 'familiar')).toMatchObject({
      change: 'modified',
      previousId: null,
      distance: 1,
      similarity: 1 - 1 / '{ return shelf.count(2025); }'.length,
      similarityToPrevious: 1 - 1 / '{ return shelf.count(2024); }'.length,
      failure: null,
      confidence: null,
    });
    expect(rowOf(report, 'outdated').similarityToPrevious).toBe(1);
    expect(rowOf(report, 'brandNew')).toMatchObject({
      change: 'added',
      similarityToPrevious: null,
      knewPrevious: null,
    });
    expect(rowOf(report, 'refused')).toMatchObject({
      distance: null,
      similarity: null,
      similarityToPrevious: null,
      verdict: null,
      failure: { reason: 'refused', detail: 'the model refused' },
    });
    expect(rowOf(report, 'outdated').texts).toEqual({
      before: bodies.before.outdated,
      after: bodies.after.outdated,
      regenerated: bodies.before.outdated,
    });
  });

  test('the policy moves the lines', async () => {
    const report = await checked({
      before: invoice(bodies.before),
      after: invoice(bodies.after),
      model,
      policy: { familiar: 0.99, ambiguous: 0.99 },
    });
    expect(rowOf(report, 'familiar').verdict).toBe('unfamiliar');
    expect(rowOf(report, 'ambiguous').verdict).not.toBe('ambiguous');
    expect(report.policy).toEqual({ familiar: 0.99, ambiguous: 0.99, countCosmetic: false });
  });

  test('a renamed method names its predecessor, and is outdated when the old body comes back', async () => {
    const report = await checked({
      before: invoice({ total: '{ return lines.stream().mapToInt(Line::amount).sum(); }' }),
      after: invoice({ net: '{ return lines.stream().mapToInt(Line::net).sum(); }' }),
      model: modelThat(() => written('{ return lines.stream().mapToInt(Line::amount).sum(); }')),
    });
    expect(report.methods).toHaveLength(1);
    expect(rowOf(report, 'net')).toMatchObject({ change: 'renamed', previousId: id('total'), verdict: 'outdated' });
  });
});

describe('whether the model knew the body before', () => {
  const before = { total: '{ return net + tax; }' };
  const after = { total: '{ return net + vat + fees(); }', fees: '{ return 3; }' };

  test('is asked at the base: the method erased alone, the rest of its file as it stood', async () => {
    const model = restoringModel([java.parse(INVOICE, classOf('Invoice', before))]);
    const report = await checked({ before: invoice(before), after: invoice(after), model });
    expect(model.asked.map(({ source }) => source.text)).toEqual([
      classOf('Invoice', { ...after, fees: '{}' }),
      classOf('Invoice', { ...after, total: '{}' }),
      classOf('Invoice', { total: '{}' }),
    ]);
    expect(rowOf(report, 'total')).toMatchObject({ knewPrevious: true, verdict: 'outdated' });
    expect(rowOf(report, 'fees').knewPrevious).toBeNull();
  });

  test('is no for a model that writes something else there', async () => {
    const model = modelThat(() => written('{ throw new Unbalanced("nothing is known"); }'));
    const report = await checked({ before: invoice(before), after: invoice(after), model });
    expect(rowOf(report, 'total').knewPrevious).toBe(false);
  });

  test('is not known when the model failed at the base', async () => {
    const atBase = ({ source }: Stub) => !source.text.includes('fees');
    const model = modelThat((stub) => (atBase(stub) ? failed('timed-out') : written('{ return net; }')));
    const report = await checked({ before: invoice(before), after: invoice(after), model });
    expect(rowOf(report, 'total')).toMatchObject({ knewPrevious: null, failure: null });
  });

  test('is asked under the old name for a renamed method', async () => {
    const sum = '{ return lines.stream().mapToInt(Line::amount).sum(); }';
    const model = restoringModel([java.parse(INVOICE, classOf('Invoice', { total: sum }))]);
    const report = await checked({ before: invoice({ total: sum }), after: invoice({ grandTotal: sum }), model });
    expect(model.asked.map(({ target }) => target.id)).toEqual([id('grandTotal'), id('total')]);
    expect(rowOf(report, 'grandTotal')).toMatchObject({ knewPrevious: true, failure: { reason: 'missing' } });
  });
});

describe('what is not asked about', () => {
  const before = invoice({ total: '{ return net + tax; }', fees: '{ return 3; }' });
  const reformatted = invoice({ total: '{\n        return net + tax; // gross\n    }', fees: '{ return 4; }' });

  test('changes of white space and comments are listed, and left out', async () => {
    const model = restoringModel([]);
    const report = await checked({ before, after: reformatted, model });
    expect(report.cosmetic).toEqual([id('total')]);
    expect(report.methods.map((row) => row.id)).toEqual([id('fees')]);
    expect(model.asked.some(({ target }) => target.id === id('total'))).toBe(false);
  });

  test('or counted, when the policy says so', async () => {
    const model = modelThat(() => written('{ return net + tax; }'));
    const report = await checked({ before, after: reformatted, model, policy: { countCosmetic: true } });
    expect(report.cosmetic).toEqual([]);
    expect(rowOf(report, 'total')).toMatchObject({ change: 'modified', verdict: 'reproduced' });
  });

  test('tests, generated and vendored files, and empty bodies are counted by their reason', async () => {
    const generated = (bodies: Readonly<Record<string, string>>) =>
      `// Code generated by ledger-gen. DO NOT EDIT.\n${classOf('Tables', bodies)}`;
    const year = (number: number): Files => ({
      [INVOICE]: classOf('Invoice', {
        total: `{ return ${number}; }`,
        hook: number === 2024 ? '{ run(); }' : '{ /* no */ }',
      }),
      'src/test/java/books/InvoiceTest.java': classOf('InvoiceTest', {
        adds: `{ return ${number}; }`,
        subtracts: `{ return -${number}; }`,
      }),
      'src/main/java/books/Tables.java': generated({ rate: `{ return ${number}; }` }),
      'third_party/calendar/Calendar.java': classOf('Calendar', { year: `{ return ${number}; }` }),
    });
    const model = failingModel();
    const report = await checked({ before: year(2024), after: year(2025), model });
    expect(report.leftOut).toEqual([
      { reason: 'test', methods: 2, files: 1 },
      { reason: 'generated', methods: 1, files: 1 },
      { reason: 'vendored', methods: 1, files: 1 },
      { reason: 'empty-body', methods: 1, files: 0 },
    ]);
    expect(report.methods.map((row) => row.id)).toEqual([id('total')]);
    expect(new Set(model.asked.map(({ target }) => target.id))).toEqual(new Set([id('total')]));
  });

  test('deleted and moved methods are listed, those of tests aside', async () => {
    const remind = '{ mail.send(customer.address(), "due"); return reminders.add(clock.today()); }';
    const report = await checked({
      before: {
        ...invoice({ total: '{ return 1; }', archive: '{ return shelf.lend(this); }', remind }),
        'src/test/java/books/OldTest.java': classOf('OldTest', { passes: '{ return 1; }' }),
      },
      after: {
        ...invoice({ total: '{ return 1; }' }),
        [LEDGER]: classOf('Ledger', { remind }),
        'src/test/java/books/OldTest.java': null,
      },
      model: failingModel(),
    });
    expect(report.deleted).toEqual([id('archive')]);
    expect(report.moved).toEqual([{ id: `${LEDGER}#Ledger.remind()`, previousId: id('remind') }]);
    expect(report.methods).toEqual([]);
  });

  test('without a changed method no model is opened', async () => {
    const scratch = scratchRepository();
    scratch.commit({ ...before, 'README.md': 'old' });
    scratch.commit({ 'README.md': 'new' });
    const repository = await openRepository(scratch.root);
    const report = await check({
      repository,
      base: await repository.resolve('HEAD~1'),
      head: await repository.resolve('HEAD'),
      openModel: () => Promise.reject(new Error('a model was opened')),
      policy: POLICY,
      ...undisturbed,
    });
    expect(report).toMatchObject({ model: null, modelOrigin: null, methods: [], files: [], notes: [] });
    expect(report.summary.methods).toMatchObject({ count: 0, scored: 0, similarity: null });
  });
});

describe('the numbers of a check', () => {
  test('a file’s row compares the file at head with what it would be if the model had written the change', async () => {
    const after = { total: '{ return 10; }', fees: '{ return 3; }', due: '{ return 14; }' };
    const report = await checked({
      before: invoice({ total: '{ return 1; }', fees: '{ return 3; }' }),
      after: invoice(after),
      model: tableModel({ [id('total')]: '{ return 1; }', [id('due')]: failed('cut-off') }),
    });
    const text = classOf('Invoice', after);
    // one character of `10` is missing in `total`; `due` failed, so it stands as `{}`, ` return 14; ` being lost
    const distance = 1 + ' return 14; '.length;
    expect(report.files).toEqual([{ id: INVOICE, distance, similarity: 1 - distance / text.length }]);
    const erased = ' return 10; '.length + ' return 14; '.length;
    expect(report.stub.files).toMatchObject({ count: 1, errorRate: erased });
    expect(report.summary.files.recovery).toBeCloseTo(1 - distance / erased, 12);
  });

  test('a model that writes nothing is scored as stubs', async () => {
    const report = await checked({
      before: invoice({ total: '{ return 1; }' }),
      after: invoice({ total: '{ return 2; }', fees: '{ return 3; }' }),
      model: failingModel('refused'),
    });
    expect(report.summary.methods).toMatchObject({ count: 2, scored: 0, failed: 2, similarity: null, recovery: null });
    expect(report.summary.methods.withFailuresAsStubs).toEqual(report.stub.methods.withFailuresAsStubs);
    expect(report.summary.methods.withFailuresAsStubs.recovery).toBe(0);
    expect(report.verdicts).toMatchObject({ failed: 2, unfamiliar: 0, newToIt: 0 });
  });

  test('a model that cannot be reached is no model that writes nothing', async () => {
    const change = { before: invoice({ total: '{ return 1; }' }), after: invoice({ total: '{ return 2; }' }) };
    await expect(checked({ ...change, model: failingModel('error') })).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining('gave no answer to any of 1 method'),
    });
  });

  test('a method that the budget did not suffice for is named, and counted nowhere', async () => {
    const report = await checked({
      before: invoice({ total: '{ return 1; }' }),
      after: invoice({ total: '{ return 2; }', fees: '{ return 3; }' }),
      model: modelThat(({ target }) => (target.name === 'fees' ? { kind: 'unasked' } : written('{ return 2; }'))),
    });
    expect(report.unasked).toEqual([id('fees')]);
    expect(report.methods.map((row) => row.id)).toEqual([id('total')]);
    expect(report.summary.methods).toMatchObject({ count: 1, scored: 1, failed: 0 });
    expect(report.verdicts).toMatchObject({ reproduced: 1, failed: 0, newToIt: 0 });
  });

  test('uncommitted files are checked like committed ones', async () => {
    const before = invoice({ total: '{ return 1; }' });
    const after = { ...invoice({ total: '{ return 2; }' }), [LEDGER]: classOf('Ledger', { book: '{ return 3; }' }) };
    const model = modelThat(() => written('{ return 2; }'));
    const report = await checked({ before, after, model, uncommitted: true });
    expect(report.head).toEqual({ name: 'work tree', revision: WORKTREE });
    const committed = await checked({ before, after, model });
    expect(report.methods).toEqual(committed.methods);
    expect(report.summary).toEqual(committed.summary);
  });

  test('files that are hard to read are noted: binary, Latin-1, partly parsed', async () => {
    const latin1 = Buffer.from(classOf('Invoice', { total: '{ return "Gebühr".length(); }' }), 'latin1');
    const report = await checked({
      before: invoice({ total: '{ return 1; }' }),
      after: {
        [INVOICE]: latin1,
        'src/main/java/books/Binary.java': Uint8Array.of(0xca, 0xfe, 0, 1),
        'src/main/java/books/Half.java': 'class Half {\n    int a() { return 1; }\n\n    int b( { ) ) return\n',
      },
      model: modelThat(({ target }) => written(target.name === 'total' ? '{ return "Gebühr".length(); }' : '{}')),
    });
    expect(report.notes.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      'binary src/main/java/books/Binary.java',
      'partly-parsed src/main/java/books/Half.java',
      `not-utf-8 ${INVOICE}`,
    ]);
    expect(rowOf(report, 'total').verdict).toBe('reproduced');
  });

  test('the order in which answers come back changes nothing', async () => {
    const names = Array.from({ length: 12 }, (_, page) => `page${page}`);
    const bodies = (text: (page: number) => string) =>
      Object.fromEntries(names.map((name, page) => [name, `{ return ${text(page)}; }`]));
    const before = invoice(bodies((page) => `${page}`));
    const after = invoice(bodies((page) => `${page} + ${page * 7}`));
    const scratch = scratchRepository();
    scratch.commit(before);
    scratch.commit(after);
    const answer = ({ target }: Stub) => written(`{ return ${target.name.length}; }`);
    const inOrder = await checkRepository(scratch, modelThat(answer));
    const later = async (stub: Stub): Promise<Regeneration> => {
      for (let turn = Number(stub.target.name.slice(4)); turn < names.length; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      return answer(stub);
    };
    const outOfOrder = await checkRepository(scratch, modelThat(later, { concurrency: 5 }));
    expect(JSON.stringify(outOfOrder)).toBe(JSON.stringify(inOrder));
  });
});

test('a run that is called off ends at once, with the caller’s reason', async () => {
  const controller = new AbortController();
  const model = modelThat(() => {
    controller.abort(new Error('called off'));
    return written('{}');
  });
  const bodies = (year: number) =>
    Object.fromEntries(Array.from({ length: 20 }, (_, page) => [`page${page}`, `{ return ${year + page}; }`]));
  const run = checked({
    before: invoice(bodies(2024)),
    after: invoice(bodies(2025)),
    model,
    signal: controller.signal,
  });
  await expect(run).rejects.toThrow('called off');
  expect(model.asked.length).toBeLessThan(3);
});

test('a model never sees what it is to write: no stub holds the erased text, at the base or at head', async () => {
  const methods = fc.uniqueArray(fc.constantFrom('total', 'fees', 'due', 'archive', 'remind'), { minLength: 1 });
  const project = fc.record({ before: methods, after: methods, nested: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(project, async ({ before, after, nested }) => {
      const secret = (revision: string, name: string) => `CANARY_${revision}_${name}_CANARY`;
      const bodies = (revision: string, names: readonly string[]) =>
        Object.fromEntries(
          names.map((name) => {
            const statement = `say("${secret(revision, name)}");`;
            return [
              name,
              nested ? `{ new Thread() { public void run() { ${statement} } }.start(); }` : `{ ${statement} }`,
            ];
          }),
        );
      const model = modelThat(() => written('{}'));
      await checked({ before: invoice(bodies('base', before)), after: invoice(bodies('head', after)), model });
      expect(model.asked.length).toBeGreaterThan(0);
      for (const stub of model.asked) {
        const seen = JSON.stringify({ ...stub, erased: [...stub.erased] });
        const revision = seen.includes('CANARY_base_') ? 'base' : 'head';
        expect(seen).not.toContain(secret(revision, stub.target.name));
        expect(stub.source.text.slice(stub.target.body.start, stub.target.body.end)).toBe('{}');
        // the others of its file may be read, as an editor would show them
        expect(seen.match(/CANARY_(base|head)_\w+?_CANARY/g)?.length ?? 0).toBe(stub.source.units.length - 1);
      }
    }),
    { numRuns: 6 },
  );
});

describe('a change makes a model outdated that was trained before it', () => {
  async function checkedAfterTraining(before: Files, after: Files): Promise<CheckReport> {
    const scratch = scratchRepository();
    scratch.commit(before);
    scratch.commit(after);
    const repository = await openRepository(scratch.root);
    const model = await embeddedModelOf(repository.tree(await repository.resolve('HEAD~1')));
    return checkRepository(scratch, model);
  }

  test('three statements of an exception’s constructor are pulled into a helper', async () => {
    const path = 'src/main/java/books/UnbalancedException.java';
    const statements = [
      'this.debit = ledger.sumOf(Side.DEBIT);',
      'this.credit = ledger.sumOf(Side.CREDIT);',
      'this.difference = debit.minus(credit).abs();',
    ];
    const exception = (...members: readonly string[]) =>
      [
        'package books;',
        '',
        'public class UnbalancedException extends RuntimeException {',
        '    private Money debit;',
        '    private Money credit;',
        '    private Money difference;',
        '',
        members.join('\n\n'),
        '',
        '    public Money difference() {',
        '        return difference;',
        '    }',
        '}',
        '',
      ].join('\n');
    const method = (signature: string, ...lines: readonly string[]) =>
      [`    ${signature} {`, ...lines.map((line) => `        ${line}`), '    }'].join('\n');
    const head = 'public UnbalancedException(Ledger ledger)';
    const message = 'super("the ledger does not balance");';
    const report = await checkedAfterTraining(
      {
        [path]: exception(method(head, message, ...statements)),
        [LEDGER]: classOf('Ledger', { balance: '{ return debit() - credit(); }' }),
      },
      {
        [path]: exception(
          method(head, message, 'compare(ledger);'),
          method('private void compare(Ledger ledger)', ...statements),
        ),
      },
    );
    expect(rowOf(report, `${path}#UnbalancedException.<init>(Ledger)`)).toMatchObject({
      change: 'modified',
      verdict: 'outdated',
      knewPrevious: true,
    });
  });

  test('one token of a method of 40 lines: similar enough would hide that the model writes the old code', async () => {
    const postings = Array.from(
      { length: 37 },
      (_, month) => `        post(accounts.get(${month}), rates.of(${month}));`,
    );
    const year = (scale: string) =>
      classOf('Ledger', {
        close: ['{', ...postings, `        return balance().rounded(${scale});`, '    }'].join('\n'),
        balance: '{ return debit() - credit(); }',
      });
    const report = await checkedAfterTraining({ [LEDGER]: year('2') }, { [LEDGER]: year('4') });
    const row = rowOf(report, `${LEDGER}#Ledger.close()`);
    expect(row).toMatchObject({ change: 'modified', verdict: 'outdated', knewPrevious: true, similarityToPrevious: 1 });
    expect(row.similarity).toBeGreaterThan(0.98);
    expect(row.texts.after.split('\n')).toHaveLength(40);
  });

  test('and a model trained after it is not', async () => {
    const files = (scale: string) =>
      invoice({ total: `{ return balance().rounded(${scale}); }`, fees: '{ return 3; }' });
    const scratch = scratchRepository();
    scratch.commit(files('2'));
    scratch.commit(files('4'));
    const repository = await openRepository(scratch.root);
    const model = await embeddedModelOf(repository.tree(await repository.resolve('HEAD')));
    expect(rowOf(await checkRepository(scratch, model), 'total').verdict).toBe('reproduced');
  });
});

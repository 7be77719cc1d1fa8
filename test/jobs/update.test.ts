// Bringing the ledger to later revisions, on real repositories with histories whose right answers are worked by hand.

import { describe, expect, test } from 'vitest';
import type { LedgerUnit } from '../../src/core/ledger.ts';
import { statusOf } from '../../src/core/ledger.ts';
import { filesIn } from '../../src/core/ledger-head.ts';
import type { UpdateReport } from '../../src/core/report.ts';
import { openRepository } from '../../src/git/repository.ts';
import { evaluate } from '../../src/jobs/evaluate.ts';
import { fillLedger } from '../../src/jobs/fill-ledger.ts';
import { update } from '../../src/jobs/update.ts';
import type { CodeModel, LedgerStore } from '../../src/ports.ts';
import { undisturbed } from '../support/job-surroundings.ts';
import { memoryLedgers } from '../support/memory-ledgers.ts';
import { failed, modelThat, written } from '../support/models.ts';
import { type Files, type ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

const MAIN = 'src/main/java/books';
const INVOICE = `${MAIN}/Invoice.java`;
const TAX = `${MAIN}/Tax.java`;

/** A class with methods without parameters, told by their bodies; a name may bring its own header: `private int audit`. */
function classOf(name: string, bodies: Readonly<Record<string, string>>): string {
  const methods = Object.entries(bodies).map(
    ([method, body]) => `    ${method.includes(' ') ? method : `int ${method}`}() ${body}\n`,
  );
  return `package books;\n\nclass ${name} {\n${methods.join('\n')}}\n`;
}

const BODIES = {
  total: '{ return lines.stream().mapToInt(Line::amount).sum(); }',
  send: '{ return mail.post(address, this, attachments); }',
  number: '{ return series.next(year); }',
};
const TAX_BODIES = {
  rate: '{ return rates.lookup(region).orElse(standard); }',
  round: '{ return half.up(sum, scale); }',
};
const BOOKS: Files = { [INVOICE]: classOf('Invoice', BODIES), [TAX]: classOf('Tax', TAX_BODIES) };
const invoice = (bodies: Readonly<Record<string, string>>): Files => ({ [INVOICE]: classOf('Invoice', bodies) });

/** Writes each trained body as it was trained, whatever has become of it; what it was not trained on it refuses. */
function memoryOf(
  fingerprint: string,
  revision: string,
): CodeModel & { readonly asked: readonly { target: { id: string } }[] } {
  const bodies = new Map(Object.entries({ ...BODIES, ...TAX_BODIES }));
  const model = modelThat(
    ({ target }) => {
      const body = bodies.get(target.name);
      return body === undefined ? failed('refused') : written(body);
    },
    { name: fingerprint },
  );
  const trainedAt = { revision, committedAt: '2024-01-02T00:00:00Z', units: 5, files: 2 };
  return { ...model, card: { ...model.card, trainedAt } };
}

interface Project {
  readonly scratch: ScratchRepository;
  readonly store: LedgerStore;
  readonly model: ReturnType<typeof memoryOf>;
}

/** The books as they were trained, and their ledger. */
async function trainedProject(files: Files = BOOKS): Promise<Project> {
  const scratch = scratchRepository();
  const model = memoryOf('restorer', scratch.commit(files, 'Keep books'));
  const project = { scratch, store: memoryLedgers(), model };
  await fill(project, 'HEAD', model);
  return project;
}

async function fill({ scratch, store }: Project, name: string, model: CodeModel): Promise<void> {
  const repository = await openRepository(scratch.root);
  const revision = await repository.resolve(name);
  const tree = repository.tree(revision);
  const report = await evaluate({
    tree,
    source: { name, revision: revision.hash },
    protocol: 'in-place',
    scope: 'main',
    model,
    output: null,
    journal: null,
    ...undisturbed,
  });
  await fillLedger({ report, revision, tree, store, ...undisturbed });
}

async function updated({ scratch, store, model }: Project, revision = 'HEAD'): Promise<UpdateReport> {
  const repository = await openRepository(scratch.root);
  const target = await repository.resolve(revision);
  return update({ repository, target, store, model, policy: { line: 0.9 }, ...undisturbed });
}

async function ledgerUnits({ store, model }: Project): Promise<LedgerUnit[]> {
  const stored = await store.load(model.card.fingerprint);
  const shards = (await stored?.shards(Object.keys(stored.head.shards))) ?? new Map();
  return [...filesIn(shards).values()].flatMap(({ units }) => units).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** `Type.name()` → its status since training and its similarity, to two digits. */
async function standing(project: Project): Promise<Record<string, string>> {
  return Object.fromEntries(
    (await ledgerUnits(project)).map((unit) => [
      unit.id.replace(/.*#/, ''),
      `${statusOf(unit)} ${unit.score?.similarity.toFixed(2)}${unit.score?.failed ? ' failed' : ''}`,
    ]),
  );
}

const AS_TRAINED = {
  'Invoice.number()': 'unchanged 1.00',
  'Invoice.send()': 'unchanged 1.00',
  'Invoice.total()': 'unchanged 1.00',
  'Tax.rate()': 'unchanged 1.00',
  'Tax.round()': 'unchanged 1.00',
};

describe('on the day of training', () => {
  test('the ledger holds every unit that counts, and nothing is to be done', async () => {
    const project = await trainedProject({
      ...BOOKS,
      'src/test/java/books/InvoiceTest.java': classOf('InvoiceTest', BODIES),
      [`${MAIN}/Empty.java`]: classOf('Empty', { nothing: '{}' }),
    });
    expect(await standing(project)).toEqual(AS_TRAINED);
    const report = await updated(project);
    expect(report).toMatchObject({
      kind: 'update',
      route: 'already-there',
      units: { kept: 5, moved: 0, scored: 0, deleted: 0 },
      ledger: { units: 5, freshness: { value: 1 }, verdict: { kind: 'fresh' } },
    });
  });
});

describe('a change', () => {
  test('of one body asks for one score; the points are what it lost', async () => {
    const project = await trainedProject();
    const send = '{ return mail.queue(address, this, attachments); }';
    project.scratch.commit(invoice({ ...BODIES, send }), 'Queue the mail');
    const asked = project.model.asked.length;
    const report = await updated(project);
    expect(project.model.asked.slice(asked).map(({ target }) => target.id)).toEqual([`${INVOICE}#Invoice.send()`]);
    // `post` → `queue`: five edits of the longer body
    const lost = 5 / send.length;
    expect(report.units).toEqual({ kept: 4, moved: 0, scored: 1, deleted: 0 });
    expect(report.ledger.freshness?.value).toBeCloseTo(1 - lost / 5, 12);
    expect(report.ledger.freshness?.parts).toEqual({
      unchanged: { units: 4, points: 0 },
      modified: { units: 1, points: expect.closeTo((-100 * lost) / 5, 10) },
      new: { units: 0, points: 0 },
      deleted: { units: 0, points: 0 },
    });
    expect(report.methods.map(({ id }) => id)).toEqual([`${INVOICE}#Invoice.send()`]);
  });

  test('adds, deletes, renames and moves as the history says', async () => {
    const project = await trainedProject();
    project.scratch.commit(
      {
        [INVOICE]: classOf('Invoice', { total: BODIES.total, dispatch: BODIES.send, due: '{ return sent.plus(14); }' }),
        [TAX]: classOf('Tax', { rate: TAX_BODIES.rate }),
        [`${MAIN}/Money.java`]: classOf('Money', { round: TAX_BODIES.round }),
      },
      'Move rounding, rename sending, drop numbers',
    );
    const report = await updated(project);
    const stub = (body: string) => (2 / body.length).toFixed(2);
    expect(await standing(project)).toEqual({
      'Invoice.dispatch()': `modified ${stub(BODIES.send)} failed`,
      'Invoice.due()': `new ${stub('{ return sent.plus(14); }')} failed`,
      'Invoice.total()': 'unchanged 1.00',
      'Money.round()': 'unchanged 1.00',
      'Tax.rate()': 'unchanged 1.00',
    });
    expect(report.units).toEqual({ kept: 2, moved: 1, scored: 2, deleted: 1 });
    const lost = 1 - 2 / BODIES.send.length;
    const short = 1 - 2 / '{ return sent.plus(14); }'.length;
    expect(report.ledger.freshness?.parts).toEqual({
      unchanged: { units: 3, points: 0 },
      modified: { units: 1, points: expect.closeTo(-20 * lost, 10) },
      new: { units: 1, points: expect.closeTo(-20 * short, 10) },
      deleted: { units: 1, points: 0 },
    });
    expect(report.ledger).toMatchObject({ failed: 2, verdict: { kind: 'stale', reason: 'below-line' } });
  });

  test('of white space, or of the javadoc, asks for a score and leaves the unit unchanged', async () => {
    const project = await trainedProject();
    const spread = BODIES.total.replace('{ ', '{\n        ').replace(' }', '\n    }');
    project.scratch.commit(
      invoice({ total: spread, '/** Posts it. */ int send': BODIES.send, number: BODIES.number }),
      'Lay out',
    );
    const report = await updated(project);
    expect(report.methods.map(({ id }) => id)).toEqual([`${INVOICE}#Invoice.send()`, `${INVOICE}#Invoice.total()`]);
    expect(report.ledger.freshness?.parts).toMatchObject({ unchanged: { units: 5 }, modified: { units: 0 } });
    expect(report.ledger.freshness?.parts.unchanged.points).toBeLessThan(0);
  });

  test('of tests and of other files asks for nothing', async () => {
    const project = await trainedProject();
    project.scratch.commit({
      'README.md': '# Books',
      'src/test/java/books/TaxTest.java': classOf('TaxTest', TAX_BODIES),
    });
    expect(await updated(project)).toMatchObject({ route: 'by-difference', units: { kept: 5, scored: 0, deleted: 0 } });
  });

  test('that takes a file out of the code that counts takes its units out, and back', async () => {
    const project = await trainedProject();
    project.scratch.commit({ [TAX]: `// Generated by rates. DO NOT EDIT.\n${BOOKS[TAX]}` }, 'Generate the tax');
    expect(await updated(project)).toMatchObject({ units: { kept: 3, deleted: 2 }, ledger: { units: 3 } });
    project.scratch.commit(BOOKS, 'By hand again');
    await updated(project);
    expect(await standing(project)).toEqual(AS_TRAINED);
  });
});

describe('histories', () => {
  test('a revert leaves no trace', async () => {
    const project = await trainedProject();
    project.scratch.commit(invoice({ ...BODIES, send: '{ return 0; }' }), 'Stop sending');
    await updated(project);
    expect(await standing(project)).toMatchObject({ 'Invoice.send()': expect.stringMatching(/^modified 0/) });
    project.scratch.git('revert', '--no-edit', 'HEAD');
    const report = await updated(project);
    expect(await standing(project)).toEqual(AS_TRAINED);
    expect(report.ledger.freshness).toMatchObject({ value: 1, parts: { modified: { units: 0 } } });
  });

  test('a merge brings what its branch changed', async () => {
    const project = await trainedProject();
    const { scratch } = project;
    scratch.git('checkout', '--quiet', '-b', 'vat');
    scratch.commit({ [TAX]: classOf('Tax', { ...TAX_BODIES, vat: '{ return net.times(rate()); }' }) }, 'Add VAT');
    scratch.git('checkout', '--quiet', 'main');
    scratch.commit(invoice({ total: BODIES.total, send: BODIES.send }), 'Drop numbers');
    scratch.git('merge', '--quiet', '--no-ff', '--message', 'Merge VAT', 'vat');
    const report = await updated(project);
    expect(report.units).toEqual({ kept: 4, moved: 0, scored: 1, deleted: 1 });
    expect(report.ledger.freshness?.parts).toMatchObject({
      unchanged: { units: 4 },
      new: { units: 1 },
      deleted: { units: 1 },
    });
  });

  test('a file that moves to another module keeps its scores, and is known when it comes back', async () => {
    const project = await trainedProject();
    const elsewhere = 'tax/src/main/java/books/Tax.java';
    project.scratch.commit({ [TAX]: null, [elsewhere]: classOf('Tax', TAX_BODIES) }, 'A module for taxes');
    const asked = project.model.asked.length;
    expect((await updated(project)).units).toEqual({ kept: 3, moved: 2, scored: 0, deleted: 0 });
    expect(project.model.asked).toHaveLength(asked);
    expect((await ledgerUnits(project)).filter(({ path }) => path === elsewhere)).toHaveLength(2);
    project.scratch.commit({ [elsewhere]: null }, 'Drop the module');
    expect((await updated(project)).ledger.freshness?.parts).toMatchObject({ deleted: { units: 2 } });
    project.scratch.commit({ [TAX]: classOf('Tax', TAX_BODIES) }, 'Taxes are back');
    await updated(project);
    expect(await standing(project)).toEqual(AS_TRAINED);
  });

  test('whatever lies between, in steps or at once, the ledger comes out the same', async () => {
    const [inSteps, atOnce] = [await trainedProject(), await trainedProject()];
    const history: Files[] = [
      invoice({ ...BODIES, due: '{ return sent.plus(days); }' }),
      { [TAX]: null },
      invoice({ total: BODIES.total, due: '{ return sent.plus(14, days); }' }),
      { [TAX]: classOf('Tax', { ...TAX_BODIES, round: '{ return sum; }' }) },
      invoice({ ...BODIES }),
    ];
    for (const files of history) {
      inSteps.scratch.commit(files);
      await updated(inSteps);
      atOnce.scratch.commit(files);
    }
    const report = await updated(atOnce);
    expect(await standing(inSteps)).toEqual(await standing(atOnce));
    expect((await updated(inSteps)).ledger.freshness).toEqual(report.ledger.freshness);
    expect(report.ledger.freshness?.parts).toMatchObject({ unchanged: { units: 4 }, modified: { units: 1 } });
  });

  test('a rewritten branch, whose old revision is gone, is matched by the bodies', async () => {
    const project = await trainedProject();
    const { scratch } = project;
    scratch.git('checkout', '--quiet', '--orphan', 'rewritten');
    scratch.commit(
      {
        [INVOICE]: classOf('Invoice', { ...BODIES, number: '{ return 7; }' }),
        [TAX]: null,
        'core/src/main/java/books/Tax.java': classOf('Tax', { rate: TAX_BODIES.rate, vat: '{ return 19; }' }),
      },
      'All anew',
    );
    scratch.git('branch', '--quiet', '-D', 'main');
    scratch.git('reflog', 'expire', '--expire=now', '--all');
    scratch.git('gc', '--quiet', '--prune=now');
    const report = await updated(project);
    expect(report).toMatchObject({ route: 'by-body', units: { kept: 2, moved: 1, scored: 2, deleted: 1 } });
    expect(report.ledger.freshness?.parts).toMatchObject({
      unchanged: { units: 3 },
      modified: { units: 1 },
      new: { units: 1 },
      deleted: { units: 1 },
    });
  });

  test('a ledger that is further on stays there', async () => {
    const project = await trainedProject();
    const later = project.scratch.commit(invoice({ total: BODIES.total }), 'Less');
    await updated(project);
    const report = await updated(project, 'HEAD~1');
    expect(report).toMatchObject({ route: 'already-later', to: { revision: later }, units: { kept: 3, scored: 0 } });
  });

  test('commit dates that go back change nothing', async () => {
    const project = await trainedProject();
    project.scratch.commit(invoice({ total: BODIES.total }), 'Less');
    project.scratch.git('commit', '--quiet', '--amend', '--no-edit', '--date', '1999-01-01T00:00:00Z');
    expect((await updated(project)).units).toEqual({ kept: 3, moved: 0, scored: 0, deleted: 2 });
  });
});

describe('several at once', () => {
  test('lose nothing, and do not ask the model again for what they have', async () => {
    const project = await trainedProject();
    project.scratch.commit(invoice({ ...BODIES, total: '{ return sum; }' }), 'One');
    project.scratch.commit({ [TAX]: classOf('Tax', { ...TAX_BODIES, rate: '{ return 19; }' }) }, 'Two');
    const asked = project.model.asked.length;
    const reports = await Promise.all([updated(project, 'HEAD~1'), updated(project), updated(project)]);
    expect(project.model.asked.length - asked).toBeLessThanOrEqual(1 + 2 + 2);
    const head = project.scratch.git('rev-parse', 'HEAD');
    const last = await updated(project);
    expect(last).toMatchObject({ route: 'already-there', to: { revision: head } });
    expect(last.ledger.freshness?.parts.modified.units).toBe(2);
    expect(reports).toHaveLength(3);
  });
});

describe('models', () => {
  test('without a ledger it says how to begin one', async () => {
    const scratch = scratchRepository();
    const model = memoryOf('restorer', scratch.commit(BOOKS));
    await expect(updated({ scratch, store: memoryLedgers(), model })).rejects.toMatchObject({
      code: 'no-ledger',
      remedy: expect.stringContaining('palimpsest evaluate --protocol in-place'),
    });
  });

  test('a card that does not belong to the ledger is refused with a reason', async () => {
    const project = await trainedProject();
    const other = memoryOf('retrained', project.scratch.git('rev-parse', 'HEAD'));
    await expect(updated({ ...project, model: other })).rejects.toMatchObject({
      code: 'ledger-of-another-model',
      message: expect.stringContaining('retrained'),
    });
  });

  test('a new fingerprint starts a ledger of its own beside the old one', async () => {
    const project = await trainedProject();
    const later = project.scratch.commit(invoice({ ...BODIES, send: '{ return 0; }' }), 'Stop sending');
    await updated(project);
    const retrained = memoryOf('retrained', later);
    await fill(project, 'HEAD', retrained);
    expect(await project.store.fingerprints()).toEqual(['restorer', 'retrained']);
    expect((await updated({ ...project, model: retrained })).ledger.freshness).toMatchObject({ value: 1 });
    expect((await updated(project)).ledger.freshness?.parts.modified.units).toBe(1);
  });

  test('one that cannot be reached leaves the ledger as it is', async () => {
    const project = await trainedProject();
    project.scratch.commit(invoice({ ...BODIES, send: '{ return 0; }', total: '{ return 1; }' }), 'Stop sending');
    const down = { ...project.model, regenerate: async () => failed('error') };
    await expect(updated({ ...project, model: down })).rejects.toMatchObject({
      code: 'model-unavailable',
      message: expect.stringContaining('2 methods'),
    });
    expect(await standing(project)).toEqual(AS_TRAINED);
    await expect(fill(project, 'HEAD', down)).rejects.toMatchObject({ code: 'model-unavailable' });
    expect((await updated(project)).units.scored).toBe(2);
  });

  test('the work tree has no ledger', async () => {
    await expect(updated(await trainedProject(), 'WORKTREE')).rejects.toMatchObject({ code: 'bad-setting' });
  });
});

// The status of a model on real repositories, whose histories are short enough to work everything out by hand.

import { describe, expect, test } from 'vitest';
import type { StatusReport } from '../../src/core/report.ts';
import { openHistory } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/repository.ts';
import { evaluate } from '../../src/jobs/evaluate.ts';
import { fillLedger } from '../../src/jobs/fill-ledger.ts';
import { type StatusInput, status } from '../../src/jobs/status.ts';
import { update } from '../../src/jobs/update.ts';
import type { CodeModel, LedgerStore } from '../../src/ports.ts';
import { java, undisturbed } from '../support/job-surroundings.ts';
import { memoryLedgers } from '../support/memory-ledgers.ts';
import { type ScratchRepository, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';
import { INVOICE, TAX, twentyMethods, twentyRemembered, typeOf, verbatimTraining } from '../support/twenty-methods.ts';

const B = 'bbbbbbbbbb';
const POLICY = { line: 0.9, warnWithin: 3, soonDays: 60 };

interface Project {
  readonly scratch: ScratchRepository;
  readonly store: LedgerStore;
  readonly model: CodeModel;
}

/** The twenty methods, trained on that day at noon, and the model's ledger. */
async function trainedOn(day: string): Promise<Project> {
  const scratch = scratchRepository();
  const revision = scratch.commitOn(day, twentyMethods(), 'Keep books');
  const project = { scratch, store: memoryLedgers(), model: twentyRemembered(revision, `${day}T12:00:00Z`) };
  await fill(project);
  return project;
}

async function fill({ scratch, store, model }: Project, sample: { size: number; seed: number } | null = null) {
  const repository = await openRepository(scratch.root);
  const revision = await repository.resolve(model.card.trainedAt?.revision ?? '');
  const tree = repository.tree(revision);
  const source = { name: revision.name, revision: revision.hash };
  const quiet = { output: null, journal: null, ...undisturbed };
  const asked = sample === null ? {} : { sample };
  const report = await evaluate({ tree, source, protocol: 'in-place', scope: 'main', model, ...asked, ...quiet });
  await fillLedger({ report, revision, tree, store, ...undisturbed });
}

async function updated({ scratch, store, model }: Project): Promise<void> {
  const repository = await openRepository(scratch.root);
  await update({ repository, target: await repository.resolve('HEAD'), store, model, policy: POLICY, ...undisturbed });
}

async function statusOf({ scratch, store, model }: Project, stated: Partial<StatusInput> = {}, revision = 'HEAD') {
  const repository = await openRepository(scratch.root);
  return status({
    repository,
    history: openHistory(scratch.root),
    store,
    model,
    at: await repository.resolve(revision),
    policy: POLICY,
    gain: null,
    drift: { since: { kind: 'all' } },
    language: java,
    ...undisturbed,
    ...stated,
  });
}

/** The gain over so many days; one change is enough to go by. */
const gainOver = (windowDays: number) => ({
  gain: { windowDays, policy: { leastGain: 0.02, leastChanges: 1 }, training: verbatimTraining() },
});

/** `0.950 keep: fresh, gain-unknown`. */
function told({ ledger, recommendation: { kind, day, reasons } }: StatusReport): string {
  const freshness = ledger?.freshness?.value.toFixed(3) ?? 'unknown';
  return `${freshness} ${kind}${day === null ? '' : ` ${day}`}: ${reasons.join(', ')}`;
}

/** Changes the methods to `b`, on that day, and brings the ledger there. */
async function rewrite(project: Project, day: string, ...methods: readonly string[]): Promise<void> {
  project.scratch.commitOn(day, twentyMethods(Object.fromEntries(methods.map((method) => [method, B]))));
  await updated(project);
}

describe('a straight fall', () => {
  // One method of twenty in ten days, to half its similarity: 0.025 of freshness each.
  test('is fresh, then to be retrained soon, then stale', async () => {
    const project = await trainedOn('2024-01-01');
    expect(told(await statusOf(project))).toBe('1.000 keep: fresh, gain-unknown');
    await rewrite(project, '2024-01-11', 'm0');
    expect(told(await statusOf(project))).toBe('0.975 keep: fresh, gain-unknown'); // two points make no forecast
    await rewrite(project, '2024-01-21', 'm0', 'm1');
    // 0.05 above the line, 0.0025 a day: twenty days from 21 January
    const soon = await statusOf(project);
    expect(told(soon)).toBe('0.950 retrain-soon 2024-02-10: crossing-forecast, gain-unknown');
    expect(soon.drift?.forecast).toMatchObject({ kind: 'expected', points: 3, earliest: '2024-02-10' });
    expect(told(await statusOf(project, { policy: { ...POLICY, soonDays: 20 } }))).toMatch(/retrain-soon/);
    expect(told(await statusOf(project, { policy: { ...POLICY, soonDays: 19 } }))).toMatch(/keep/);
    // without a forecast five points above the line are far enough
    expect(told(await statusOf(project, { drift: null }))).toBe('0.950 keep: fresh, gain-unknown');
    expect(told(await statusOf(project, { drift: null, policy: { ...POLICY, warnWithin: 5 } }))).toBe(
      '0.950 retrain-soon: near-line, gain-unknown',
    );
    await rewrite(project, '2024-02-01', 'm0', 'm1', 'm2', 'm3', 'm4');
    const stale = await statusOf(project);
    expect(told(stale)).toBe('0.875 retrain-now: stale, gain-unknown');
    expect(stale.drift?.forecast?.kind).toBe('crossed');
    expect(stale).toMatchObject({
      age: { days: 31, commits: 3 },
      ledger: {
        units: 20,
        verdict: { kind: 'stale' },
        commitsBehind: 0,
        answers: 'own',
        freshness: { parts: { unchanged: { units: 15 }, modified: { units: 5, points: expect.closeTo(-12.5, 10) } } },
        history: [{ freshness: 1 }, { freshness: 0.975 }, { freshness: 0.95 }, { freshness: 0.875 }],
      },
    });
    expect(stale.drift?.survival).toMatchObject({ origin: 'trained', methods: 20 });
    expect(stale.drift?.months.at(-1)?.standing?.methods).toBe(15);
  });

  test('of code that nobody could have learned from: stale, but training again would help little', async () => {
    const project = await trainedOn('2024-01-01');
    await rewrite(project, '2024-01-11', 'm0', 'm1');
    await rewrite(project, '2024-01-21', 'm0', 'm1', 'm2', 'm3', 'm4');
    // Each change rewrote code that was as it had been trained: both models write the old body.
    const report = await statusOf(project, gainOver(30));
    expect(report.gain).toMatchObject({ all: { changes: 5, commits: 2, gain: 0, interval: { low: 0, high: 0 } } });
    expect(told(report)).toBe('0.875 keep: gain-too-small, stale');
    expect(report.gain).not.toHaveProperty('methods');
  });

  test('of code that changed again: stale, and training again would help', async () => {
    const project = await trainedOn('2024-01-01');
    await rewrite(project, '2024-01-11', 'm0', 'm1', 'm2', 'm3', 'm4');
    const again = (...methods: string[]) => ({
      ...Object.fromEntries(['m0', 'm1', 'm2', 'm3', 'm4'].map((method) => [method, B])),
      ...Object.fromEntries(methods.map((method) => [method, 'bbbbbbbbcc'])),
    });
    project.scratch.commitOn('2024-03-01', twentyMethods(again('m0', 'm1')));
    project.scratch.commitOn('2024-03-02', twentyMethods(again('m0', 'm1', 'm2')));
    // The model in use writes `a`, half of it right; one trained just before writes `b`, 18 of 20 characters right.
    const report = await statusOf(project, gainOver(10));
    expect(report.gain?.all).toMatchObject({
      changes: 3,
      commits: 2,
      inUse: expect.closeTo(0.5, 10),
      fresh: expect.closeTo(0.9, 10),
      gain: expect.closeTo(0.4, 10),
    });
    // The ledger lags two commits behind, and is stale as it is.
    expect(told(report)).toBe('0.875 retrain-now: stale, gain-worth-it');
    expect(report.ledger).toMatchObject({
      commitsBehind: 2,
      standsAt: { committedAt: expect.stringMatching(/^2024-01-11/) },
    });
    // With the changes of January, which both models missed alike, nobody can tell any more.
    expect(told(await statusOf(project, gainOver(90)))).toBe('0.875 retrain-now: stale, gain-unknown');
  });
});

describe('a history of all kinds', () => {
  test('has the figures that were worked out by hand', async () => {
    const project = await trainedOn('2024-01-10');
    const { scratch } = project;
    const steps: (readonly [freshness: string, standing: number])[] = [];
    const step = async () => {
      await updated(project);
      const { ledger, drift } = await statusOf(project);
      const methods = drift?.months.at(-1)?.standing?.methods ?? -1;
      steps.push([ledger?.freshness?.value.toFixed(3) ?? '', methods]);
    };
    // A branch rewrites m0, and is merged.
    scratch.git('checkout', '--quiet', '-b', 'rates');
    scratch.commitOn('2024-02-05', twentyMethods({ m0: B }));
    scratch.git('checkout', '--quiet', 'main');
    scratch.on('2024-02-10', () => scratch.git('merge', '--quiet', '--no-ff', '--message', 'Merge rates', 'rates'));
    await step();
    // m1 is rewritten, and that is reverted.
    scratch.commitOn('2024-02-20', twentyMethods({ m0: B, m1: B }));
    await step();
    scratch.on('2024-03-01', () => scratch.git('revert', '--no-edit', 'HEAD'));
    await step();
    // The taxes move to a module of their own.
    scratch.commitOn('2024-03-10', { [TAX]: null, [`core/${TAX}`]: typeOf('Tax', 't') });
    await step();
    // The invoice is deleted, and comes back as it was.
    scratch.commitOn('2024-03-20', { [INVOICE]: null });
    await step();
    scratch.commitOn('2024-04-02', { [INVOICE]: typeOf('Invoice', 'm', { m0: B }) });
    await step();
    // m2 is rewritten by somebody whose clock is wrong.
    scratch.commitOn('2024-01-05', { [INVOICE]: typeOf('Invoice', 'm', { m0: B, m2: B }) });
    await step();
    const wrongClock = await statusOf(project);
    scratch.commitOn('2024-04-20', { 'README.md': 'Books\n' });
    await step();
    expect(steps).toEqual([
      ['0.975', 19],
      ['0.950', 18],
      ['0.975', 19],
      ['0.975', 19],
      ['1.000', 10], // the ten taxes that are left are as they were trained
      ['0.975', 19],
      ['0.950', 18],
      ['0.950', 18],
    ]);
    // Five days before the training by that clock: nobody can tell the age in days.
    expect(wrongClock.age).toEqual({ days: null, commits: 7 });
    const report = await statusOf(project);
    // 21 days of January, 29 of February, 31 of March, 20 of April; the branch's commit came with its merge
    expect(report.age).toEqual({ days: 101, commits: 8 });
    // The point of 5 January lies before the training: of the nine points, eight. From 1 to 0.95 in 101 days, and so to
    // 0.9 in another 101: ten days of April, 31, 30, and 30 of July.
    expect(report.ledger?.history).toHaveLength(9);
    expect(report.drift?.forecast).toMatchObject({ kind: 'expected', points: 8, day: '2024-07-30' });
    expect(told(report)).toBe('0.950 keep: fresh, gain-unknown');
    expect(told(await statusOf(project, { policy: { ...POLICY, soonDays: 101 } }))).toMatch(/retrain-soon 2024-07-30/);
  });

  test('a rewritten base: the ledger and the age count from the past that both lines share', async () => {
    const project = await trainedOn('2024-01-10');
    const { scratch } = project;
    scratch.commitOn('2024-01-20', { 'README.md': 'Books\n' });
    scratch.git('branch', '--quiet', 'old');
    await rewrite(project, '2024-01-30', 'm0');
    scratch.git('reset', '--quiet', '--hard', 'old');
    for (const day of ['2024-02-01', '2024-02-02', '2024-02-03']) scratch.commitOn(day, { 'README.md': day });
    const report = await statusOf(project);
    expect(report).toMatchObject({ age: { days: 24, commits: 4 }, ledger: { commitsBehind: 3 } });
    await updated(project);
    expect(told(await statusOf(project))).toMatch(/^1.000/);
  });

  test('a rewritten base whose old commits are gone: what cannot be told is not told', async () => {
    const project = await trainedOn('2024-01-10');
    const { scratch } = project;
    scratch.git('checkout', '--quiet', '--orphan', 'rewritten');
    scratch.commitOn('2024-01-20', twentyMethods({ m0: B }), 'All anew');
    scratch.git('branch', '--quiet', '-D', 'main');
    scratch.git('reflog', 'expire', '--expire=now', '--all');
    scratch.git('gc', '--quiet', '--prune=now');
    const report = await statusOf(project);
    expect(report).toMatchObject({ age: { days: 10, commits: null }, ledger: { commitsBehind: null } });
    expect(report.drift).toMatchObject({ trainedRevisionPassedOver: 'not-in-clone' });
  });

  test('a training on a branch that was merged: the age is what the training did not see', async () => {
    const scratch = scratchRepository();
    scratch.commitOn('2024-01-01', twentyMethods());
    scratch.git('checkout', '--quiet', '-b', 'side');
    const side = scratch.commitOn('2024-01-02', { 'side.txt': 'side' });
    scratch.git('checkout', '--quiet', 'main');
    scratch.commitOn('2024-01-03', { 'README.md': 'Books\n' });
    scratch.on('2024-01-04', () => scratch.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'side'));
    scratch.commitOn('2024-01-05', { 'README.md': 'All books\n' });
    const model = twentyRemembered(side, '2024-01-02T12:00:00Z');
    const report = await statusOf({ scratch, store: memoryLedgers(), model });
    expect(report.age).toEqual({ days: 3, commits: 3 }); // 3, 4 and 5 January
  });

  test('looked at from before the training and the ledger, nothing is behind', async () => {
    const project = await trainedOn('2024-01-10');
    const later = project.scratch.commitOn('2024-01-20', twentyMethods({ m0: B }));
    const model = twentyRemembered(later, '2024-01-20T12:00:00Z', 'later');
    await fill({ ...project, model });
    const report = await statusOf({ ...project, model }, {}, 'HEAD~1');
    expect(report).toMatchObject({ age: { days: null, commits: 0 }, ledger: { answers: 'own', commitsBehind: 0 } });
  });
});

describe('what cannot be told', () => {
  test('a model without a ledger goes by the gain alone', async () => {
    const project = { ...(await trainedOn('2024-01-01')), store: memoryLedgers() };
    for (const [day, letters] of [
      ['11', B],
      ['12', 'bbbbbbbbcc'],
      ['13', 'bbbbbbcccc'],
    ] as const) {
      project.scratch.commitOn(`2024-01-${day}`, twentyMethods({ m0: letters }));
    }
    expect(await statusOf(project)).toMatchObject({ ledger: null, recommendation: { kind: 'keep' } });
    // 12 and 13 January alone: 0.4 each
    expect(told(await statusOf(project, gainOver(1)))).toBe('unknown retrain-now: freshness-unknown, gain-worth-it');
  });

  test('a ledger with too few scores answers where there is no other', async () => {
    const project = await trainedOn('2024-01-01');
    const halves = Object.fromEntries(['m0', 'm2', 'm4', 'm6', 'm8'].map((method) => [method, B]));
    const revision = project.scratch.commitOn('2024-01-11', twentyMethods(halves));
    const model = twentyRemembered(revision, '2024-01-11T12:00:00Z', 'sampled');
    const sample = { size: 4, seed: 3 };
    await fill({ ...project, model }, sample);
    expect((await statusOf({ ...project, model })).ledger).toMatchObject({ answers: 'predecessor', sample: null });
    const alone = { ...project, model, store: memoryLedgers() };
    await fill(alone, sample);
    expect((await statusOf(alone)).ledger).toMatchObject({ answers: 'own', sample, units: 20, scored: 4 });
  });

  test('a shallow clone tells freshness, and neither age nor drift', async () => {
    const project = await trainedOn('2024-01-10');
    for (const [day, method] of [
      ['2024-02-10', 'm0'],
      ['2024-03-10', 'm1'],
    ] as const)
      await rewrite(project, day, method);
    const clone = `${temporaryFolder()}/clone`;
    project.scratch.git('clone', '--quiet', '--depth', '2', `file://${project.scratch.root}`, clone);
    const repository = await openRepository(clone);
    const report = await statusOf(project, {
      repository,
      history: openHistory(clone),
      at: await repository.resolve('HEAD'),
      ...gainOver(10),
    });
    expect(report).toMatchObject({
      age: { days: 60, commits: null },
      ledger: { commitsBehind: 0, freshness: { value: expect.closeTo(0.975, 10) } },
      gain: { all: { changes: 2 } },
      drift: null,
      unmeasured: [{ what: 'drift', reason: 'shallow-clone' }],
    });
  });

  test('what nobody asked for is said', async () => {
    const report = await statusOf(await trainedOn('2024-01-10'), { drift: null });
    expect(report.unmeasured).toEqual([
      { what: 'gain', reason: 'not-asked' },
      { what: 'drift', reason: 'not-asked' },
    ]);
  });

  test('where no code is left there is nothing to know, and no drift', async () => {
    const project = await trainedOn('2024-01-10');
    project.scratch.commitOn('2024-02-10', { [INVOICE]: null, [TAX]: null, 'README.md': 'No books\n' });
    project.scratch.commitOn('2024-03-10', { 'README.md': 'No books any more\n' });
    await updated(project);
    const report = await statusOf(project, { drift: { since: { kind: 'day', seconds: Date.UTC(2024, 2, 1) / 1000 } } });
    expect(report).toMatchObject({
      ledger: { units: 0, verdict: { kind: 'unknown', reason: 'no-units' } },
      drift: null,
      unmeasured: [{ what: 'gain' }, { what: 'drift', reason: 'no-source-files' }],
      recommendation: { kind: 'keep', reasons: ['freshness-unknown', 'gain-unknown'] },
    });
  });

  test('a work tree has no status', async () => {
    await expect(statusOf(await trainedOn('2024-01-10'), {}, 'WORKTREE')).rejects.toMatchObject({
      code: 'bad-setting',
    });
  });
});

describe('which ledger answers', () => {
  test('that of the model before, until the model in use has its own; its past is no forecast for the new one', async () => {
    const project = await trainedOn('2024-01-01');
    await rewrite(project, '2024-01-11', 'm0', 'm1', 'm2');
    await rewrite(project, '2024-01-21', 'm0', 'm1', 'm2', 'm3', 'm4');
    const revision = project.scratch.git('rev-parse', 'HEAD');
    const retrained = { ...project, model: twentyRemembered(revision, '2024-01-21T12:00:00Z', 'books-7b-v2') };
    const before = await statusOf(retrained);
    expect(before.ledger).toMatchObject({
      answers: 'predecessor',
      model: { name: 'books-7b' },
      verdict: { kind: 'stale' },
      trainedAt: { committedAt: expect.stringMatching(/^2024-01-01/) },
    });
    // A model that was just retrained is not told to retrain because the one before it was stale.
    expect(before.recommendation).toMatchObject({ kind: 'keep', reasons: ['freshness-unknown', 'gain-unknown'] });
    expect(before.drift?.forecast).toBeNull();
    await fill(retrained);
    expect((await statusOf(retrained)).ledger).toMatchObject({ answers: 'own', model: { name: 'books-7b-v2' } });
    expect((await statusOf(project)).ledger).toMatchObject({ answers: 'own', model: { name: 'books-7b' } });
  });

  test('not one that counts from another training than the card', async () => {
    const project = await trainedOn('2024-01-01');
    const revision = project.scratch.commitOn('2024-01-11', { 'README.md': 'Books\n' });
    const model = twentyRemembered(revision, '2024-01-11T12:00:00Z'); // the same answers, the same fingerprint
    const refusal = {
      code: 'ledger-of-another-model',
      message: expect.stringContaining(`says that it was trained at ${revision.slice(0, 7)}`),
      remedy: expect.stringContaining(`palimpsest evaluate --protocol in-place --revision ${revision}`),
    };
    await expect(statusOf({ ...project, model })).rejects.toMatchObject(refusal);
    await expect(updated({ ...project, model })).rejects.toMatchObject(refusal);
    await fill({ ...project, model });
    expect(told(await statusOf({ ...project, model }))).toBe('1.000 keep: fresh, gain-unknown');
  });
});

test('the same history gives the same report, and leaves the ledger as it is', async () => {
  const project = await trainedOn('2024-01-01');
  await rewrite(project, '2024-01-11', 'm0');
  const { fingerprint } = project.model.card;
  const version = (await project.store.load(fingerprint))?.version;
  const [first, second] = [await statusOf(project, gainOver(30)), await statusOf(project, gainOver(30))];
  expect(second).toEqual(first);
  expect((await project.store.load(fingerprint))?.version).toBe(version);
});

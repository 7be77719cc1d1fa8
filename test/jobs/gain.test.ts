// Retraining gain over real histories whose right answers are worked by hand.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openJournal } from '../../src/files/journal.ts';
import { openHistory } from '../../src/git/history.ts';
import { openRepository } from '../../src/git/repository.ts';
import { type GainInput, measureGain } from '../../src/jobs/gain.ts';
import { train } from '../../src/jobs/train.ts';
import type { CodeModel, Training } from '../../src/ports.ts';
import { java, startTraining, undisturbed } from '../support/job-surroundings.ts';
import { failed, modelThat, written } from '../support/models.ts';
import { type ScratchRepository, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

const LEDGER = 'src/main/java/books/Ledger.java';
const id = (method: string) => `${LEDGER}#Ledger.${method}()`;

/** A class with methods without parameters, told by their bodies. */
function ledger(bodies: Readonly<Record<string, string>>) {
  const methods = Object.entries(bodies).map(([method, body]) => `    int ${method}() ${body}\n`);
  return { [LEDGER]: `package books;\n\nclass Ledger {\n${methods.join('\n')}}\n` };
}

async function gainOf(scratch: ScratchRepository, stated: Partial<GainInput> = {}) {
  const repository = await openRepository(scratch.root);
  return measureGain({
    repository,
    history: openHistory(scratch.root),
    head: await repository.resolve('HEAD'),
    windowDays: 90,
    inUse: null,
    policy: { leastGain: 0.02, leastChanges: 1 },
    extensions: java.extensions,
    training: startTraining(),
    ...undisturbed,
    ...stated,
  });
}

/** A training whose model writes `{ return N; }`, N being how many sources it knows. */
function countingTraining(): Training & { readonly trainedAt: string[] } {
  const known = new Set<string>();
  const trainedAt: string[] = [];
  return {
    trainedAt,
    learn: ({ path }) => known.add(path),
    forget: ({ path }) => known.delete(path),
    finish({ revision }) {
      trainedAt.push(revision);
      const body = `{ return ${known.size}; }`;
      return { model: modelThat(() => written(body), { name: body }), save: () => new Uint8Array() };
    },
  };
}

async function embeddedAt(scratch: ScratchRepository, revision: string): Promise<CodeModel> {
  const repository = await openRepository(scratch.root);
  const { hash, committedAt } = await repository.resolve(revision);
  const origin = { project: null, revision: hash, committedAt };
  const tree = repository.tree({ hash, name: hash, committedAt });
  return (await train({ tree, origin, scope: 'main', training: startTraining(), ...undisturbed })).model;
}

/** A model that says it was trained there. */
function trainedAt(revision: string, committedAt: string | null, body = '{ return 0; }'): CodeModel {
  const model = modelThat(() => written(body));
  return { ...model, card: { ...model.card, trainedAt: { revision, committedAt, units: 1, files: 1 } } };
}

describe('the pairing', () => {
  test('sets what the model in use wrote beside what one trained at the parent wrote', async () => {
    const scratch = scratchRepository();
    scratch.commit({ ...ledger({ sum: '{ return 9; }' }), 'src/main/java/books/Tax.java': 'class Tax {}' });
    const second = scratch.commit(ledger({ sum: '{ return 2; }' }));
    const third = scratch.commit({ ...ledger({ sum: '{ return 2; }', net: '{ return 3; }' }) });
    // Two files are known before either change: the fresh model writes `{ return 2; }`, the one in use 8.
    const inUse = { model: modelThat(() => written('{ return 8; }')), origin: 'made-at-revision' } as const;
    const report = await gainOf(scratch, { inUse, training: countingTraining() });
    const oneOff = 1 - 1 / '{ return 2; }'.length;
    const row = { inUseFailed: false, freshFailed: false, inUse: oneOff };
    expect(report.methods).toEqual([
      { ...row, commit: second, id: id('sum'), change: 'modified', fresh: 1 },
      { ...row, commit: third, id: id('net'), change: 'added', fresh: oneOff },
    ]);
    expect(report.all).toMatchObject({ changes: 2, commits: 2, gain: (1 - oneOff) / 2, helped: 1, hurt: 0, same: 1 });
    expect(report.modified).toMatchObject({ changes: 1, gain: 1 - oneOff });
    expect(report.added).toMatchObject({ changes: 1, gain: 0 });
  });

  test('goes on where an interrupted run was, asks for nothing twice and never takes one model’s answer for another’s', async () => {
    const scratch = scratchRepository();
    scratch.commit(ledger({ sum: '{ return 9; }', net: '{ return 9; }' }));
    scratch.commit(ledger({ sum: '{ return 1; }', net: '{ return 2; }' }));
    scratch.commit(ledger({ sum: '{ return 3; }', net: '{ return 4; }' }));
    const inUse = (name: string, body: string, most = 99) => {
      const model = modelThat(
        () => {
          if (model.asked.length > most) throw new Error('killed');
          return written(body);
        },
        { name },
      );
      return { model, origin: 'kept' } as const;
    };
    const path = join(temporaryFolder(), 'run.jsonl');
    const uninterrupted = await gainOf(scratch, {
      inUse: inUse('seven', '{ return 7; }'),
      training: countingTraining(),
    });

    const killed = { inUse: inUse('seven', '{ return 7; }', 3), training: countingTraining() };
    const before = await openJournal(path);
    await expect(gainOf(scratch, { ...killed, journal: before })).rejects.toThrow('killed');
    await before.close();

    const journal = await openJournal(path);
    expect(journal.resumed).toBe(5); // both models on the first commit, the one in use on half of the second
    const again = inUse('seven', '{ return 7; }');
    const resumed = await gainOf(scratch, { inUse: again, training: countingTraining(), journal });
    expect(resumed).toEqual(uninterrupted);
    expect(again.model.asked).toHaveLength(1);
    expect(existsSync(path)).toBe(false);

    const once = await openJournal(path);
    await expect(gainOf(scratch, { ...killed, journal: once })).rejects.toThrow('killed');
    await once.close();
    const other = inUse('eight', '{ return 8; }');
    await gainOf(scratch, { inUse: other, training: countingTraining(), journal: await openJournal(path) });
    expect(other.model.asked).toHaveLength(4);
  });

  test('counts a failure as its stub', async () => {
    const scratch = scratchRepository();
    scratch.commit(ledger({ sum: '{ return 9; }' }));
    scratch.commit(ledger({ sum: '{ return 1; }' }));
    const inUse = { model: modelThat(() => failed('refused')), origin: 'kept' } as const;
    const { all, methods } = await gainOf(scratch, { inUse, training: countingTraining() });
    expect(methods).toMatchObject([{ inUse: 2 / '{ return 1; }'.length, fresh: 1, inUseFailed: true }]);
    expect(all).toMatchObject({ inUseFailed: 1, freshFailed: 0, interval: null });
  });

  test('has each model write in place: one body erased, the rest as the commit left it', async () => {
    const scratch = scratchRepository();
    scratch.commit(ledger({ sum: '{ return 1; }', net: '{ return 2; }' }));
    scratch.commit(ledger({ sum: '{ return 3; }', net: '{ return 4; }' }));
    const model = modelThat(() => written('{}'));
    await gainOf(scratch, { inUse: { model, origin: 'kept' } });
    expect(model.asked.map(({ source }) => source.text)).toEqual([
      ledger({ sum: '{ return 3; }', net: '{}' })[LEDGER],
      ledger({ sum: '{}', net: '{ return 4; }' })[LEDGER],
    ]);
  });

  test('leaves out what a check leaves out: tests, white space, comments and moves', async () => {
    const scratch = scratchRepository();
    const test = (body: string) => ({
      'src/test/java/books/LedgerTest.java': `class LedgerTest { void sums() ${body} }`,
    });
    scratch.commit({ ...ledger({ sum: '{ return 1; }' }), ...test('{ go(); }') });
    scratch.commit(test('{ goOn(); }'));
    scratch.commit(ledger({ sum: '{ return 1; /* cents */ }' }));
    scratch.commit({ [LEDGER]: null, 'src/main/java/old/Ledger.java': ledger({ sum: '{ return 1; }' })[LEDGER] ?? '' });
    const report = await gainOf(scratch);
    expect(report.methods).toEqual([]);
    expect(report.statement).toEqual({ kind: 'unsure', reason: 'too-few-changes' });
    expect(report.window).toMatchObject({ commits: 3, commitsWithCode: 2 });
  });
});

describe('the window', () => {
  const daily = (scratch: ScratchRepository, commits: number) =>
    Array.from({ length: commits }, (_, day) => scratch.commit(ledger({ sum: `{ return ${day}; }` })));

  test('is the last days of the line of first parents', async () => {
    const scratch = scratchRepository();
    const commits = daily(scratch, 6);
    const report = await gainOf(scratch, { windowDays: 2 });
    expect(report.methods.map(({ commit }) => commit)).toEqual(commits.slice(3));
    expect(report.window).toEqual({
      days: 2,
      limit: 'days',
      from: '2024-01-05',
      until: '2024-01-07',
      commits: 3,
      commitsWithCode: 3,
    });
  });

  test('begins after the training of the model in use, which may have learned what came before', async () => {
    const scratch = scratchRepository();
    const commits = daily(scratch, 5);
    const model = trainedAt(commits[2] ?? '', null);
    const report = await gainOf(scratch, { inUse: { model, origin: 'kept' } });
    expect(report.methods.map(({ commit }) => commit)).toEqual(commits.slice(3));
    expect(report.window.limit).toBe('training');
  });

  test('takes a training on a side branch as known from its merge on', async () => {
    const scratch = scratchRepository();
    daily(scratch, 2);
    scratch.git('checkout', '--quiet', '-b', 'side');
    const side = scratch.commit({ 'src/main/java/books/Tax.java': 'class Tax { int rate() { return 1; } }' });
    scratch.git('checkout', '--quiet', 'main');
    scratch.commit(ledger({ sum: '{ return 77; }' }));
    scratch.git('merge', '--quiet', '--no-ff', '--message', 'Merge', 'side');
    const last = scratch.commit(ledger({ sum: '{ return 78; }' }));
    const report = await gainOf(scratch, { inUse: { model: trainedAt(side, null), origin: 'kept' } });
    expect(report.methods.map(({ commit }) => commit)).toEqual([last]);
  });

  test('goes by the date where the training is in no past of the head, and says where nobody knows', async () => {
    const scratch = scratchRepository();
    const commits = daily(scratch, 4);
    const gone = '0123456789012345678901234567890123456789';
    const placed = await gainOf(scratch, { inUse: { model: trainedAt(gone, '2024-01-04T00:00:00Z'), origin: 'kept' } });
    expect(placed.methods.map(({ commit }) => commit)).toEqual(commits.slice(3));
    const lost = await gainOf(scratch, { inUse: { model: trainedAt(gone, null), origin: 'kept' } });
    expect(lost.methods).toHaveLength(3);
    expect(lost.window.limit).toBe('unknown-training');
  });

  test('begins with the first commit of a shallow clone whose parent it holds', async () => {
    const scratch = scratchRepository();
    const commits = daily(scratch, 5);
    const clone = join(temporaryFolder(), 'clone');
    scratch.git('clone', '--quiet', '--depth', '3', `file://${scratch.root}`, clone);
    const repository = await openRepository(clone);
    const head = await repository.resolve('HEAD');
    const report = await gainOf(scratch, { repository, history: openHistory(clone), head });
    expect(report.methods.map(({ commit }) => commit)).toEqual(commits.slice(3));
    expect(report.window.limit).toBe('shallow-clone');
  });

  test('of a project with one commit is empty, and no model is made', async () => {
    const scratch = scratchRepository();
    daily(scratch, 1);
    expect(await gainOf(scratch)).toMatchObject({ model: null, methods: [], window: { commits: 0, from: null } });
  });
});

describe('the embedded model, worked by hand', () => {
  const SUM = '{ long sum = 0; for (Line line : lines) { sum += line.amount(); } return (int) sum; }';
  const STREAM = '{ return lines.stream().mapToInt(Line::amount).sum(); }';

  test('knows a body that came back if it was trained since, and not if it was trained before', async () => {
    const scratch = scratchRepository();
    scratch.commit(ledger({ total: SUM, size: '{ return lines.size(); }' }));
    scratch.commit(ledger({ total: STREAM, size: '{ return lines.size(); }' }));
    scratch.commit(ledger({ total: `${STREAM.slice(0, -1)}// in cents\n }`, size: '{ return 0; }' }));
    scratch.commit(ledger({ total: STREAM.replace('sum()', 'sum() + 1'), size: '{ return 0; }' }));
    const inUse = { model: await embeddedAt(scratch, 'HEAD~3'), origin: 'made-at-revision' } as const;
    const { methods, all, window } = await gainOf(scratch, { inUse });
    expect(window.limit).toBe('days');
    const [stream, size, plusOne] = methods;
    expect(methods.map(({ id }) => id)).toEqual([id('total'), id('size'), id('total')]);
    // Both were trained on the first commit, so both restore the loop; then nobody had seen `{ return 0; }` here.
    expect(stream?.fresh).toBe(stream?.inUse);
    expect(size?.fresh).toBe(size?.inUse);
    // Only the fresh one has seen the stream; it writes it as the comment left it.
    const seen = `${STREAM.slice(0, -1)}// in cents\n }`;
    expect(plusOne?.fresh).toBeGreaterThanOrEqual(1 - ' + 1// in cents\n'.length / seen.length);
    expect(plusOne?.inUse).toBeLessThan(0.6);
    expect(all).toMatchObject({ changes: 3, commits: 3, helped: 1, hurt: 0, same: 2 });
  });

  test('trained where the window begins stands in where no model is kept', async () => {
    const scratch = scratchRepository();
    const first = scratch.commit(ledger({ total: SUM }));
    scratch.commit(ledger({ total: STREAM }));
    const report = await gainOf(scratch);
    expect(report.modelOrigin).toBe('made-at-window-start');
    expect(report.model?.trainedAt).toMatchObject({ revision: first, units: 1, files: 1 });
    expect(report.all).toMatchObject({ changes: 1, gain: 0 });
  });
});

test('the same history gives the same report', async () => {
  const scratch = scratchRepository();
  for (const day of [1, 2, 3, 4]) scratch.commit(ledger({ sum: `{ return ${day}; }`, net: `{ go(${day}); }` }));
  expect(await gainOf(scratch)).toEqual(await gainOf(scratch));
});

test('stops when it is told to', async () => {
  const scratch = scratchRepository();
  scratch.commit(ledger({ sum: '{ return 1; }' }));
  scratch.commit(ledger({ sum: '{ return 2; }' }));
  const signal = AbortSignal.abort(new Error('enough'));
  await expect(gainOf(scratch, { signal })).rejects.toThrow('enough');
});

// Several models on the same methods, in one run or shared out among several.

import { describe, expect, test } from 'vitest';
import type { CompareReport } from '../../src/core/report.ts';
import { openDirectory } from '../../src/files/directory.ts';
import { type CompareInput, compare, type ModelContender } from '../../src/jobs/compare.ts';
import { evaluate } from '../../src/jobs/evaluate.ts';
import { mergeReports } from '../../src/jobs/merge-reports.ts';
import type { CodeModel } from '../../src/ports.ts';
import { parseReport, renderJson } from '../../src/report/json.ts';
import { folderOf } from '../support/folder.ts';
import { java, undisturbed } from '../support/job-surroundings.ts';
import { failed, modelThat, restoringModel, tableModel, written } from '../support/models.ts';
import { languageModelOf, memoryCache, textModelThat } from '../support/text-models.ts';

const LEDGER = `package books;
class Ledger {
  private int sum;
  int sum() { return sum; }
  @Override public String toString() { return "ledger of " + sum; }
  void book(int cents) { sum += cents; audit(cents); }
}
`;
const SHELF = 'package books; class Shelf { int row() { return 1; } }';
const TAX = 'package books.tax; class Tax { Tax() { load(); } int rate() { return 19; } }';
const REGION = 'package books.tax; enum Region { NORTH, SOUTH }';

const BOOKS = { 'Ledger.java': LEDGER, 'Region.java': REGION, 'Shelf.java': SHELF, 'Tax.java': TAX };

function model(name: string, codeModel: CodeModel, stated: Partial<ModelContender> = {}): ModelContender {
  return { kind: 'model', name, model: codeModel, output: null, journal: null, ...stated };
}

const perfect = () => restoringModel(Object.entries(BOOKS).map(([path, text]) => java.parse(path, text)));
const poor = () => modelThat(({ target }) => (target.name === 'rate' ? failed('refused') : written('{ return 1; }')));

async function compared(
  contenders: CompareInput['contenders'],
  special: Partial<CompareInput> = {},
): Promise<CompareReport> {
  const directory = folderOf(BOOKS);
  return compare({
    tree: await openDirectory(directory),
    source: { directory: 'books' },
    protocol: 'in-place',
    scope: 'whole',
    contenders,
    baseline: contenders[0]?.name ?? 'stub',
    ...undisturbed,
    ...special,
  });
}

const byName = ({ contenders }: CompareReport) => Object.fromEntries(contenders.map((one) => [one.name, one]));

describe('a comparison', () => {
  test('has every body erased as a row of its own, and each model as evaluate scores it', async () => {
    const report = await compared([model('poor', poor()), model('perfect', perfect())]);
    expect(report.contenders.map(({ name, kind }) => [name, kind])).toEqual([
      ['stub', 'stub'],
      ['poor', 'model'],
      ['perfect', 'model'],
    ]);
    const directory = folderOf(BOOKS);
    const alone = await evaluate({
      tree: await openDirectory(directory),
      source: { directory: 'books' },
      protocol: 'in-place',
      scope: 'whole',
      model: poor(),
      output: null,
      journal: null,
      ...undisturbed,
    });
    const { stub, poor: scored, perfect: whole } = byName(report);
    expect(scored?.summary).toEqual(alone.summary);
    expect(scored?.exact).toBe(alone.reproduced);
    expect(stub?.summary).toEqual(alone.stub);
    expect(whole?.summary.methods).toMatchObject({ similarity: 1, recovery: 1 });
    expect(whole?.paired).toMatchObject({ methods: 6, won: 5, tied: 1, lost: 0 });
    expect(report.methods.map(({ id, kind }) => [id.split('#')[1], kind])).toEqual([
      ['Ledger.book(int)', 'other'],
      ['Ledger.sum()', 'accessor'],
      ['Ledger.toString()', 'override'],
      ['Shelf.row()', 'other'],
      ['Tax.<init>()', 'constructor'],
      ['Tax.rate()', 'other'],
    ]);
  });

  test('says what does not parse, which a tree may hold', async () => {
    const report = await compared([
      model(
        'careless',
        modelThat(() => written('{ return ( ; }')),
      ),
    ]);
    expect(byName(report).careless).toMatchObject({ parses: 0, exact: 0 });
    expect(byName(report).careless?.summary.methods).toMatchObject({ scored: 6, failed: 0 });
  });

  test('asks several models at once, each within its own limit', async () => {
    const underWay = { slow: 0, quick: 0 };
    const most = { slow: 0, quick: 0, both: 0 };
    const counting = (name: 'slow' | 'quick', concurrency: number) =>
      modelThat(
        async () => {
          underWay[name]++;
          most[name] = Math.max(most[name], underWay[name]);
          most.both = Math.max(most.both, underWay.slow && underWay.quick);
          await new Promise((resolve) => setTimeout(resolve, 5));
          underWay[name]--;
          return written('{}');
        },
        { name, concurrency },
      );
    await compared([model('slow', counting('slow', 1)), model('quick', counting('quick', 3))]);
    expect(most.slow).toBe(1);
    expect(most.quick).toBe(3);
    expect(most.both).toBeGreaterThan(0);
  });

  test('leaves an unasked method out of a model’s means and of the pairs', async () => {
    const spent = modelThat(({ target }) => (target.name === 'row' ? { kind: 'unasked' } : written('{ return 1; }')));
    const report = await compared([model('perfect', perfect()), model('spent', spent)]);
    expect(byName(report).spent).toMatchObject({ unasked: 1, paired: { methods: 5 } });
    expect(byName(report).spent?.summary).toMatchObject({ methods: { count: 5 }, files: { count: 3 } });
    expect(byName(report).perfect?.summary).toMatchObject({ methods: { count: 6 }, files: { count: 4 } });
  });

  test('a model that fails for good stops the others', async () => {
    const broken = modelThat(async () => {
      throw new Error('a bug');
    });
    const endless = modelThat(
      ({ target }) => new Promise((resolve) => setTimeout(() => resolve(written(target.name)), 20)),
    );
    await expect(compared([model('endless', endless), model('broken', broken)])).rejects.toThrow('a bug');
    expect(endless.asked.length).toBeLessThan(6);
  });

  test('a tree counts for what it holds; what it lacks is failed', async () => {
    const theirs = folderOf({ 'Ledger.java': LEDGER.replace('audit(cents);', ''), 'Shelf.java': SHELF });
    const tree = { kind: 'tree', name: 'ours', directory: 'theirs', tree: await openDirectory(theirs) } as const;
    const report = await compared([tree]);
    const { ours } = byName(report);
    expect(ours).toMatchObject({ exact: 3, parses: 4, directory: 'theirs', model: null });
    expect(ours?.summary.methods).toMatchObject({ count: 6, scored: 4, failed: 2 });
    const nothing = { ...tree, tree: await openDirectory(folderOf({ 'Other.java': 'class Other {}' })) };
    await expect(compared([nothing])).rejects.toThrow(/holds none of the files/);
  });
});

describe('a run in parts', () => {
  /** A language model that misses one answer, slow enough to have a time; its cache is the caller's. */
  const answering = (cache = memoryCache()) =>
    languageModelOf(
      textModelThat(({ prompt }) => {
        const asked = JSON.stringify(prompt);
        if (asked.includes('rate')) return '```java\n{ return 19 + 0; }\n```';
        return asked.includes('book') ? 'I cannot do that.' : '```java\n{ return 1; }\n```';
      }),
      { cache, price: { input: 1, output: 3, currency: 'USD' } },
    );

  async function parts(count: number, run: (shard: CompareInput['shard']) => Promise<CompareReport>) {
    const files = [];
    for (let index = count; index >= 1; index--) {
      const report = parseReport(renderJson(await run({ index, count })));
      if (report === null) throw new Error('a part cannot be read back');
      files.push({ file: `part-${index}.json`, report });
    }
    return files;
  }

  test.each([1, 2, 3, 7])('merged from %i it is the report of everything, byte for byte', async (count) => {
    const cache = memoryCache();
    const run = (special: Partial<CompareInput>) =>
      compared([model('lm', answering(cache)), model('poor', poor())], special);
    const warmed = await run({});
    expect(byName(warmed).lm?.answeringMs).not.toBeNull();
    const whole = await run({});
    expect(byName(whole).lm).toMatchObject({ answeringMs: null, usage: { calls: 6, cacheHits: 6 } });
    const merged = mergeReports(await parts(count, (shard) => run({ shard: shard ?? null })));
    expect(renderJson(merged)).toBe(renderJson(whole));
  });

  test('a sample is drawn over the whole before it is shared out', async () => {
    const run = (special: Partial<CompareInput>) =>
      compared([model('poor', poor()), model('perfect', perfect())], { sample: { size: 4, seed: 3 }, ...special });
    const whole = await run({});
    expect(whole.methods.length).toBeLessThan(6);
    const merged = mergeReports(await parts(2, (shard) => run({ shard: shard ?? null })));
    expect(renderJson(merged)).toBe(renderJson(whole));
  });

  test('so is an evaluation', async () => {
    const cache = memoryCache();
    const directory = folderOf(BOOKS);
    const run = async (shard: CompareInput['shard']) =>
      evaluate({
        tree: await openDirectory(directory),
        source: { directory: 'books' },
        protocol: 'recreate',
        scope: 'whole',
        model: answering(cache),
        output: null,
        journal: null,
        shard: shard ?? null,
        ...undisturbed,
      });
    await run(null);
    const whole = await run(null);
    const files = [];
    for (const index of [3, 1, 2]) {
      const report = parseReport(renderJson(await run({ index, count: 3 })));
      if (report !== null) files.push({ file: `part-${index}.json`, report });
    }
    expect(renderJson(mergeReports(files))).toBe(renderJson(whole));
  });

  test('is refused when parts are missing, double, or of different runs', async () => {
    const run = (shard: CompareInput['shard'], special: Partial<CompareInput> = {}) =>
      compared([model('poor', poor())], { shard: shard ?? null, ...special });
    const [first, second, third] = await Promise.all([1, 2, 3].map((index) => run({ index, count: 3 })));
    const file = (name: string, report?: CompareReport) => (report === undefined ? [] : [{ file: name, report }]);
    const merged =
      (...reports: (CompareReport | undefined)[]) =>
      () =>
        mergeReports(reports.flatMap((report, index) => file(`${'abc'[index]}.json`, report)));
    expect(merged(first, second, third)).not.toThrow();
    expect(merged(third, first)).toThrow('2/3 is missing');
    expect(merged(third)).toThrow('1/3, 2/3 are missing');
    expect(merged(first, second, second)).toThrow('b.json and c.json are both part 2/3');
    expect(merged(await run(null))).toThrow('a.json is no part of a run');
    const ofTwo = await run({ index: 2, count: 2 });
    expect(merged(first, ofTwo)).toThrow('b.json and a.json differ in their number of parts');
    const recreated = await run({ index: 2, count: 3 }, { protocol: 'recreate' });
    expect(merged(first, recreated)).toThrow('differ in their protocol');
    const otherModel = await compared([model('poor', tableModel({ a: '{}' }))], { shard: { index: 2, count: 3 } });
    const renamed = await compared([model('poorer', poor())], { shard: { index: 2, count: 3 } });
    expect(otherModel.contenders[1]?.model?.fingerprint).toBe(first?.contenders[1]?.model?.fingerprint);
    expect(merged(first, renamed)).toThrow('differ in their models');
    const elsewhere = await run({ index: 2, count: 3 }, { source: { directory: 'shop' } });
    expect(merged(first, elsewhere)).toThrow('differ in their directory or revision');
    const sampled = await run({ index: 2, count: 3 }, { sample: { size: 2, seed: 1 } });
    expect(merged(first, sampled)).toThrow('differ in their sample');
  });
});

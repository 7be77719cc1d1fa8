// The generalisation probe: what becomes of each answer, and what is said where a server gives no log-probabilities.

import { beforeAll, describe, expect, it } from 'vitest';
import { probeGeneralisation } from '../../src/jobs/generalisation-probe.ts';
import { loadLanguages } from '../../src/languages/registry.ts';
import type { CodeModel, Language, TrialRunner, TrialTask } from '../../src/ports.ts';
import { failed, modelThat, tableModel, written } from '../support/models.ts';

const TASKS = ['Halves', 'Doubles', 'Squares'].map((name): TrialTask => {
  const text = `final class ${name} {\n    /** Half, twice, or squared. */\n    static int of(int number) {\n        return 42;\n    }\n}\n`;
  return { name, path: `${name}.java`, text, method: 'of', trial: '' };
});

/** Passes what says so; keeps what it was given. */
class Trials implements TrialRunner {
  readonly isolation = { network: 'none', securityManager: true } as const;
  readonly concurrency = 2;
  readonly sources: string[] = [];

  async run(_task: TrialTask, source: string) {
    this.sources.push(source);
    return source.includes('right') ? ('passes' as const) : ('does-not-compile' as const);
  }
}

let java: Language;
beforeAll(async () => {
  const [first] = (await loadLanguages({ java: { parser: 'auto' } })).languages;
  if (first === undefined) throw new Error('no language');
  java = first;
});

function probe(champion: CodeModel, challenger: CodeModel, trials = new Trials()) {
  const writing = {
    journal: null,
    progress: { begin() {}, advance() {}, end() {} },
    signal: new AbortController().signal,
  };
  const foreign = ['int a;', 'int b;'];
  return probeGeneralisation({ language: java, tasks: TASKS, trials, foreign }, { champion, challenger }, writing);
}

const right = () => modelThat(() => written('{ return right(); }'));

describe('the generalisation probe', () => {
  it('tries the body that a model wrote in the place of the erased one, and nothing else', async () => {
    const trials = new Trials();
    await probe(
      right(),
      modelThat(() => failed('refused')),
      trials,
    );
    expect(trials.sources).toHaveLength(3);
    expect(trials.sources[0]).toBe(TASKS[0]?.text.replace('{\n        return 42;\n    }', '{ return right(); }'));
  });

  it('shows no model a solution', async () => {
    const champion = right();
    await probe(champion, right());
    for (const { source } of champion.asked) expect(source.text).not.toContain('42');
  });

  it('pairs what became of each task', async () => {
    const champion = tableModel({ 'Halves.java#Halves.of(int)': '{ return right(); }' });
    const challenger = modelThat(({ source }) => written(source.path === 'Halves.java' ? '{ wrong }' : '{ right }'));
    const { probe: found } = await probe(champion, challenger);
    expect(found?.rows).toEqual([
      { name: 'Halves', champion: 'passes', challenger: 'does-not-compile' },
      { name: 'Doubles', champion: 'no-answer', challenger: 'passes' },
      { name: 'Squares', champion: 'no-answer', challenger: 'passes' },
    ]);
    expect(found?.tasks).toEqual({ tasks: 3, championPasses: 1, challengerPasses: 2, won: 2, lost: 1 });
  });

  it('names tasks that a budget left, and counts them nowhere', async () => {
    const champion = modelThat(({ source }) =>
      source.path === 'Squares.java' ? { kind: 'unasked' } : written('{ right }'),
    );
    const { probe: found, unasked } = await probe(champion, right());
    expect(unasked).toEqual(['Squares.java#Squares.of(int)']);
    expect(found?.tasks.tasks).toBe(2);
  });

  it('takes the mean over all foreign code, or says who does not tell', async () => {
    const telling = {
      ...right(),
      likelihood: async (text: string) => ({ tokens: 2, logProbability: text.includes('a') ? -1 : -3 }),
    };
    expect((await probe(telling, telling)).probe?.likelihood).toMatchObject({
      kind: 'measured',
      texts: 2,
      champion: -1,
      championTokens: 4,
    });
    expect((await probe(telling, right())).probe?.likelihood).toEqual({ kind: 'not-given', by: 'challenger' });
    const silent = { ...right(), likelihood: async () => null };
    expect((await probe(silent, right())).probe?.likelihood).toEqual({ kind: 'not-given', by: 'both' });
  });

  it('ends with the trial that could not be run', async () => {
    const trials = new Trials();
    trials.run = async () => {
      throw new Error('no more disk');
    };
    await expect(probe(right(), right(), trials)).rejects.toThrow('no more disk');
  });
});

// A language model as a code model: prompts, samples, what is kept and what is asked again, and what it takes.

import { describe, expect, test } from 'vitest';
import { type Stub, stubInPlace } from '../../src/core/stub.ts';
import { NO_BUDGET } from '../../src/core/usage.ts';
import type { Completion } from '../../src/models/text-model.ts';
import { java } from '../support/job-surroundings.ts';
import { answered, languageModelOf, memoryCache, textModelThat } from '../support/text-models.ts';

const INVOICE = `class Invoice {
    long total() {
        return net + tax;
    }

    long net() {
        return net;
    }
}
`;

const BODY = '{\n        return sum;\n    }';
const source = java.parse('Invoice.java', INVOICE);
const [total, net] = source.units.map((unit) => stubInPlace(source, unit)) as [Stub, Stub];
const quietly = (samples = 1) => ({ samples, signal: new AbortController().signal });
const failure = (reason: 'error' | 'timed-out' | 'refused', fatal = false): Completion => ({
  kind: 'failed',
  reason,
  detail: `it ${reason}`,
  fatal,
});

describe('an answer', () => {
  test('is the body that the language model wrote', async () => {
    const model = languageModelOf(textModelThat(() => `\`\`\`java\n${BODY}\n\`\`\``));
    expect(await model.regenerate(total, quietly())).toEqual({ kind: 'regenerated', body: BODY });
  });

  test('never holds the erased body in its prompt', async () => {
    const text = textModelThat(() => BODY);
    await languageModelOf(text).regenerate(total, quietly());
    expect(JSON.stringify(text.asked[0]?.prompt)).toContain('long total()');
    expect(JSON.stringify(text.asked[0]?.prompt)).not.toContain('net + tax');
  });

  test('is a failure where nothing of it can be read', async () => {
    const model = languageModelOf(textModelThat(() => 'I would rather not.'));
    expect(await model.regenerate(total, quietly())).toMatchObject({ kind: 'failed' });
  });

  test('is a failure without being asked for where the prompt does not fit the window', async () => {
    const text = textModelThat(() => BODY);
    const model = languageModelOf(text, { windowTokens: 120 });
    expect(await model.regenerate(total, quietly())).toMatchObject({ kind: 'failed', reason: 'does-not-fit' });
    expect(text.asked).toEqual([]);
  });
});

describe('samples', () => {
  test('are the greedy answer and others drawn with seeds of their own; what cannot be read is left out', async () => {
    const text = textModelThat(({ options }) => (options.seed === 2 ? '…' : BODY.replace('sum', `sum${options.seed}`)));
    const answer = await languageModelOf(text).regenerate(total, quietly(4));
    expect(text.asked.map(({ options }) => [options.temperature, options.seed])).toEqual([
      [0, 0],
      [0.8, 1],
      [0.8, 2],
      [0.8, 3],
    ]);
    const body = (seed: number) => BODY.replace('sum', `sum${seed}`);
    expect(answer).toEqual({
      kind: 'regenerated',
      body: body(0),
      samples: [{ body: body(0) }, { body: body(1) }, { body: body(3) }],
    });
  });

  test('are not asked for beside an answer that is none', async () => {
    const text = textModelThat(() => failure('refused'));
    expect(await languageModelOf(text).regenerate(total, quietly(5))).toMatchObject({ reason: 'refused' });
    expect(text.asked).toHaveLength(1);
  });
});

describe('what is kept', () => {
  test('serves the next run without a question', async () => {
    const cache = memoryCache();
    const first = languageModelOf(
      textModelThat(() => BODY),
      { cache },
    );
    const answer = await first.regenerate(total, quietly(3));
    const text = textModelThat(() => 'never asked');
    const second = languageModelOf(text, { cache });
    expect(await second.regenerate(total, quietly(3))).toEqual(answer);
    expect(text.asked).toEqual([]);
    expect([first.usage?.(), second.usage?.()]).toMatchObject([
      { calls: 3, cacheHits: 0, promptTokens: 300, completionTokens: 30 },
      { calls: 3, cacheHits: 3, promptTokens: 300, completionTokens: 30 },
    ]);
  });

  test('is what the model said: refusals and unreadable answers, and nothing that a network did', async () => {
    for (const [completion, kept] of [
      [answered('nonsense'), 1],
      [answered(BODY, { finish: 'length' }), 1],
      [failure('refused'), 1],
      [failure('refused', true), 0],
      [failure('error'), 0],
      [failure('timed-out'), 0],
    ] as const) {
      const cache = memoryCache();
      const text = textModelThat(() => completion);
      await languageModelOf(text, { cache }).regenerate(total, quietly());
      expect([completion, cache.kept.size]).toEqual([completion, kept]);
      await languageModelOf(text, { cache }).regenerate(total, quietly());
      expect(text.asked).toHaveLength(2 - kept);
    }
  });

  test('belongs to a model, a prompt, the options and the seed', async () => {
    const cache = memoryCache();
    const ask = async (stated: Parameters<typeof languageModelOf>[1], facts = ['fake'], stub = total) => {
      const text = textModelThat(() => BODY, { facts });
      await languageModelOf(text, { cache, ...stated }).regenerate(stub, quietly());
      return text.asked.length;
    };
    expect(await ask({})).toBe(1);
    expect(await ask({})).toBe(0);
    expect(await ask({ maxTokens: 60 })).toBe(1);
    expect(await ask({ temperature: 0.2 })).toBe(1);
    expect(await ask({ format: 'completion' })).toBe(1);
    expect(await ask({}, ['another'])).toBe(1);
    expect(await ask({}, ['fake'], net)).toBe(1);
  });

  test('damaged or foreign, counts as absent', async () => {
    const cache = memoryCache();
    await languageModelOf(
      textModelThat(() => BODY),
      { cache },
    ).regenerate(total, quietly());
    for (const foreign of ['', 'null', '{"kind":"answered"}', '{"kind":"dreamt"}']) {
      for (const key of cache.kept.keys()) cache.kept.set(key, foreign);
      const text = textModelThat(() => BODY);
      await languageModelOf(text, { cache }).regenerate(total, quietly());
      expect(text.asked).toHaveLength(1);
    }
  });
});

test('the same question is asked once, also when it is put twice at the same time', async () => {
  const text = textModelThat(() => BODY, { concurrency: 8 });
  const model = languageModelOf(text);
  const answers = await Promise.all([1, 2, 3].map(() => model.regenerate(total, quietly())));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(text.asked).toHaveLength(1);
  expect(model.usage?.()).toMatchObject({ calls: 1, cacheHits: 0 });
});

test('after a failure that is one for all, nobody else is asked', async () => {
  const text = textModelThat(() => failure('error', true));
  const model = languageModelOf(text);
  expect(await model.regenerate(total, quietly())).toMatchObject({ kind: 'failed', reason: 'error' });
  expect(await model.regenerate(net, quietly())).toMatchObject({ kind: 'failed', reason: 'error' });
  expect(text.asked).toHaveLength(1);
});

test('a question that the budget does not allow is not put, and the model says so', async () => {
  const text = textModelThat(() => BODY);
  const model = languageModelOf(text, { budget: { ...NO_BUDGET, methods: 1 } });
  expect(await model.regenerate(total, quietly(3))).toMatchObject({ kind: 'regenerated' });
  expect(await model.regenerate(net, quietly())).toEqual({ kind: 'unasked' });
  expect(text.asked).toHaveLength(3);
});

test('what the cache has is answered when the budget is spent', async () => {
  const cache = memoryCache();
  await languageModelOf(
    textModelThat(() => BODY),
    { cache },
  ).regenerate(net, quietly());
  const model = languageModelOf(
    textModelThat(() => BODY),
    { cache, budget: { ...NO_BUDGET, methods: 0 } },
  );
  expect(await model.regenerate(total, quietly())).toEqual({ kind: 'unasked' });
  expect(await model.regenerate(net, quietly())).toMatchObject({ kind: 'regenerated' });
});

test('usage is what was answered: tokens, money, and under which name', async () => {
  const text = textModelThat(({ options }) =>
    answered(BODY, { answeredAs: options.seed === 1 ? 'qwen:7b' : text.name }),
  );
  const model = languageModelOf(text, { price: { input: 2, output: 10, currency: 'EUR' } });
  await model.regenerate(total, quietly(2));
  expect(model.usage?.()).toEqual({
    calls: 2,
    cacheHits: 0,
    promptTokens: 200,
    completionTokens: 20,
    cost: { amount: 0.0006, currency: 'EUR' }, // 200 × 2 and 20 × 10, for a million
    answeredAs: ['qwen:7b'],
  });
});

test('tokens that a server does not count are not made up', async () => {
  const text = textModelThat(() => answered(BODY, { promptTokens: null, completionTokens: null }));
  const model = languageModelOf(text);
  await model.regenerate(total, quietly());
  expect(model.usage?.()).toMatchObject({ calls: 1, promptTokens: null, completionTokens: null, cost: null });
});

test('an estimate names every request and whether the cache has it, and asks nothing', async () => {
  const cache = memoryCache();
  const text = textModelThat(() => BODY);
  const model = languageModelOf(text, { cache });
  await model.regenerate(total, quietly());
  const estimate = await model.estimate?.(total, 3);
  expect(estimate?.requests.map(({ cached, completionTokens }) => [cached, completionTokens])).toEqual([
    [true, 50],
    [false, 50],
    [false, 50],
  ]);
  expect(new Set(estimate?.requests.map(({ key }) => key)).size).toBe(3);
  expect(text.asked).toHaveLength(1);
});

test('called off, it ends at once, even when the engine does not heed it', async () => {
  const stopping = new AbortController();
  const text = textModelThat(() => new Promise<string>(() => {}));
  const model = languageModelOf(text, { budget: { ...NO_BUDGET, tokens: 100_000 } });
  const answers = [total, net].map((stub) => model.regenerate(stub, { samples: 1, signal: stopping.signal }));
  const settled = Promise.allSettled(answers);
  await new Promise((soon) => setImmediate(soon));
  stopping.abort(new Error('called off'));
  expect((await settled).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('the fingerprint is that of everything that decides an answer', () => {
  const text = textModelThat(() => BODY);
  const fingerprint = (stated: Parameters<typeof languageModelOf>[1], model = text) =>
    languageModelOf(model, stated).card.fingerprint;
  const different = [
    fingerprint({}),
    fingerprint({ format: 'completion' }),
    fingerprint({ temperature: 0.1 }),
    fingerprint({ maxTokens: 51 }),
    fingerprint({ windowTokens: 4_096 }),
    fingerprint(
      {},
      textModelThat(() => BODY, { facts: ['another'] }),
    ),
  ];
  expect(new Set(different).size).toBe(different.length);
  expect(fingerprint({ cache: memoryCache(), price: { input: 1, output: 1, currency: 'EUR' } })).toBe(fingerprint({}));
});

test('closing it closes the engine', async () => {
  const text = textModelThat(() => BODY);
  await languageModelOf(text).close?.();
  expect(text.closed()).toBe(1);
});

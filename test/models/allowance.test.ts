// What a run may still ask: the budget is kept, and the same answers give the same decisions.

import { expect, test } from 'vitest';
import { NO_BUDGET } from '../../src/core/usage.ts';
import { Allowance } from '../../src/models/allowance.ts';

const need = (method: string, promptTokens = 100, completionTokens = 50) => ({
  method,
  promptTokens,
  completionTokens,
});

/** What a decision is by now; `undefined` while it is open. */
async function stateOf<T>(decision: Promise<T>): Promise<T | undefined> {
  await new Promise((soon) => setImmediate(soon));
  return Promise.race([decision, Promise.resolve(undefined)]);
}

test('without a bound everything is let in', async () => {
  const allowance = new Allowance(NO_BUDGET, null);
  for (const method of ['total', 'add', 'number']) expect(await allowance.admit(need(method))).not.toBeNull();
});

test('methods are counted once each, whatever is asked under their name', async () => {
  const allowance = new Allowance({ ...NO_BUDGET, methods: 2 }, null);
  const grants = [await allowance.admit(need('total')), await allowance.admit(need('total'))];
  grants.push(await allowance.admit(need('add')));
  for (const grant of grants) grant?.settle(1, 1);
  expect(grants).not.toContain(null);
  expect(await allowance.admit(need('number'))).toBeNull();
});

test('what answers took less than was set aside for them is free again', async () => {
  const allowance = new Allowance({ ...NO_BUDGET, tokens: 300 }, null);
  (await allowance.admit(need('total')))?.settle(90, 10); // 100 of 300
  (await allowance.admit(need('add')))?.settle(100, 50); // 250 of 300
  expect(await allowance.admit(need('number'))).toBeNull();
});

test('a unit waits for the answers under way before it is turned down', async () => {
  const allowance = new Allowance({ ...NO_BUDGET, tokens: 300 }, null);
  const [first, second] = [await allowance.admit(need('total')), await allowance.admit(need('add'))];
  const third = allowance.admit(need('number'));
  expect(await stateOf(third)).toBeUndefined();
  first?.settle(50, 10);
  expect(await stateOf(third)).toBeUndefined(); // 60 + 150 + 150 are more than 300
  second?.settle(50, 10);
  expect(await stateOf(third)).not.toBeNull();
});

test('after the first that does not fit, nothing is let in, and nobody overtakes', async () => {
  const allowance = new Allowance({ ...NO_BUDGET, tokens: 300 }, null);
  expect(await allowance.admit(need('huge', 400, 50))).toBeNull();
  expect(await allowance.admit(need('tiny', 1, 1))).toBeNull();
});

test('money is counted by the price', async () => {
  const allowance = new Allowance({ ...NO_BUDGET, cost: 0.0004 }, { input: 1, output: 4, currency: 'EUR' });
  (await allowance.admit(need('total')))?.settle(100, 50); // 0.0003
  expect(await allowance.admit(need('add', 50, 12))).not.toBeNull(); // 0.000098
  expect(await stateOf(allowance.admit(need('number', 1, 1)))).toBeUndefined();
});

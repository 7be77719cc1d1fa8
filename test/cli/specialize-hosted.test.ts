// `palimpsest specialize --trainer openai`: the flags, the hosted job, what lies in the folder of the run, and going on.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { datasetFolder } from '../support/chat-dataset.ts';
import { runCli } from '../support/cli.ts';
import { type FakeFineTuningSettings, startFakeFineTuning } from '../support/fake-fine-tuning.ts';
import { runFolder } from '../support/training-sets.ts';

const KEY = 'sk-shelves-0123456789';

async function service(settings: FakeFineTuningSettings = {}) {
  const fake = await startFakeFineTuning({ trainsAtOnce: true, key: KEY, ...settings });
  onTestFinished(() => fake.close());
  return fake;
}

function specialize(run: string, flags: readonly string[], { folder: dataset } = datasetFolder()) {
  const where = ['--dataset', dataset, '--output-dir', run, '--base-model', 'scriptorium-mini', '--epochs', '2'];
  return runCli(['specialize', '--trainer', 'openai', ...where, ...flags], { env: { SHELVES_KEY: KEY } });
}

it('trains at the service that it is told, and leaves a card and an entry for it', async () => {
  const fake = await service();
  const run = runFolder();
  const flags = ['--base-url', fake.baseUrl, '--api-key-env', 'SHELVES_KEY', '--batch-size', '2'];
  const { exitCode, stdout, stderr } = await specialize(run, [...flags, '--learning-rate-multiplier', '0.5']);
  expect(exitCode, stderr).toBe(0);
  const [job] = fake.jobs;
  expect(job?.order.hyperparameters).toEqual({ n_epochs: 2, batch_size: 2, learning_rate_multiplier: 0.5 });
  expect(JSON.parse(readFileSync(join(run, 'card.json'), 'utf8'))).toMatchObject({ recipe: { epochs: 2 } });
  expect(parse(readFileSync(join(run, 'models.yml'), 'utf8')).models.run).toMatchObject({
    model: job?.name,
    'base-url': fake.baseUrl,
    'api-key-env': 'SHELVES_KEY',
    format: 'chat',
  });
  expect(`${stdout}${stderr}`).not.toContain(KEY);
  expect((await specialize(run, [...flags, '--learning-rate-multiplier', '0.5'])).exitCode).toBe(0);
  expect(fake.jobs).toHaveLength(1);
});

it.each([
  ['no service', [], '--trainer openai does not say which service trains'],
  ['a key in place of its name', ['--base-url', 'x', '--api-key-env', KEY], '--api-key-env does not take that'],
  ['no number', ['--base-url', 'x', '--learning-rate-multiplier', '0'], '--learning-rate-multiplier does not take "0"'],
  ['a bound', ['--base-url', 'http://127.0.0.1:9/v1', '--batch-size', 'two'], '--batch-size does not take "two"'],
])('says what is wrong with %s', async (_, flags, message) => {
  const { exitCode, stderr } = await specialize(runFolder(), flags);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(message)]);
  expect(stderr).not.toContain(KEY);
});

it('orders no more tokens than it is allowed to', async () => {
  const fake = await service();
  const flags = ['--base-url', fake.baseUrl, '--api-key-env', 'SHELVES_KEY', '--most-tokens', '100'];
  const { exitCode, stderr } = await specialize(runFolder(), flags);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('100 are allowed; nothing was sent')]);
  expect(fake.jobs).toHaveLength(0);
});

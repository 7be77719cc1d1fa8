// A trained model on disk, and its card beside it.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ModelCard } from '../../src/core/model-card.ts';
import { cardPath, readCard, readModelFile, writeCard } from '../../src/files/model-file.ts';
import { parseModelCard } from '../../src/report/schema/model-card.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const BASELINE = { methods: 412, similarity: 0.94, measuredAt: '2024-03-01T00:00:00.000Z' };

const card = (special: Partial<ModelCard> = {}): ModelCard => ({
  schemaVersion: 1,
  provider: 'embedded',
  name: 'project memory',
  baseModel: null,
  fingerprint: 'f00d',
  trainedAt: { revision: 'abc', committedAt: null, units: 412, files: 60 },
  recipe: { kind: 'embedded', datasetHash: 'beef', epochs: null, promptFormat: null },
  baseline: BASELINE,
  shadow: null,
  ...special,
});

test('the card lies beside the model, whatever the model is called', () => {
  expect(cardPath('/clone/.palimpsest/model.palimpsest')).toBe('/clone/.palimpsest/model.card.json');
  expect(cardPath('ledgers.bin')).toBe('ledgers.bin.card.json');
});

test('a card is JSON for people and programs', async () => {
  const model = join(temporaryFolder(), 'model.palimpsest');
  await writeCard(model, card());
  const text = readFileSync(cardPath(model), 'utf8');
  expect(JSON.parse(text)).toEqual(card());
  expect(text.endsWith('}\n')).toBe(true);
});

test('a card is read back whole, when it belongs to the model with its fingerprint', async () => {
  const model = join(temporaryFolder(), 'model.palimpsest');
  await writeCard(model, card({ shadow: { of: 'acme/ledger-7b' } }));
  expect(await readCard(model, 'f00d', parseModelCard)).toEqual(card({ shadow: { of: 'acme/ledger-7b' } }));
  expect(await readCard(model, 'another', parseModelCard)).toBeNull();
});

test('the card of an earlier version says nothing of shadows, one of a later version may say more', async () => {
  const model = join(temporaryFolder(), 'model.palimpsest');
  const { shadow: _, ...earlier } = card();
  writeFileSync(cardPath(model), JSON.stringify(earlier));
  expect(await readCard(model, 'f00d', parseModelCard)).toEqual(card());
  writeFileSync(cardPath(model), JSON.stringify({ ...card(), licence: 'MIT' }));
  expect(await readCard(model, 'f00d', parseModelCard)).toEqual(card());
});

test('without a card or with a strange one there is none, and the model answers all the same', async () => {
  const model = join(temporaryFolder(), 'model.palimpsest');
  expect(await readCard(model, 'f00d', parseModelCard)).toBeNull();
  const strange = [
    { ...card(), baseline: { methods: 'many' } },
    { ...card(), schemaVersion: 2 },
    { fingerprint: 'f00d' },
  ];
  for (const text of ['', '{', '[]', ...strange.map((one) => JSON.stringify(one))]) {
    writeFileSync(cardPath(model), text);
    expect(await readCard(model, 'f00d', parseModelCard)).toBeNull();
  }
});

test('the bytes of a model file, or null where there is none', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'model.palimpsest'), Uint8Array.of(1, 0, 2));
  expect([...((await readModelFile(join(folder, 'model.palimpsest'))) ?? [])]).toEqual([1, 0, 2]);
  expect(await readModelFile(join(folder, 'missing.palimpsest'))).toBeNull();
});

test('what is there but no file says so', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'model.palimpsest'));
  await expect(readModelFile(join(folder, 'model.palimpsest'))).rejects.toMatchObject({
    code: 'not-readable',
    message: expect.stringContaining('model.palimpsest'),
  });
});

// The operator's list of models: who may name what, and what is asked then.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { composeModelInUse, composeOperatorsModels } from '../../src/compose.ts';
import { parseSettings } from '../../src/config/settings-file.ts';
import { stubInPlace } from '../../src/core/stub.ts';
import { Secrets } from '../../src/secrets.ts';
import { BOOKS, INVOICE, textOf } from '../support/books.ts';
import { commandExample } from '../support/command-example.ts';
import { type FakeSettings, startFakeOpenAi } from '../support/fake-openai.ts';
import { repositoryOnGitHub } from '../support/github-repository.ts';
import { java, undisturbed } from '../support/job-surroundings.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

function listOf(models: Readonly<Record<string, unknown>>, files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const path = join(folder, 'models.yml');
  writeFileSync(path, JSON.stringify({ models }));
  return path;
}

async function server(settings: FakeSettings = {}) {
  const fake = await startFakeOpenAi(settings);
  onTestFinished(() => fake.close());
  return fake;
}

const settingsOf = (text: string) => parseSettings(Buffer.from(text), 'palimpsest.yml').settings;

/** The body that the model of these settings writes for a method, or why it wrote none. */
async function askBy(settings: string, list: string, addresses: 'any' | 'public') {
  const { repository } = await repositoryOnGitHub({ files: BOOKS });
  const models = await composeOperatorsModels(list);
  const warnings: string[] = [];
  const composed = await composeModelInUse(models.modelFor(settingsOf(settings).model), {
    ...undisturbed,
    repository,
    environment: { answersFolder: temporaryFolder(), secrets: new Secrets({ BOOKS_KEY: 'sk-books-0123456789' }) },
    warn: (warning) => warnings.push(warning),
    addresses,
  });
  const { inUse } = composed;
  const model = inUse.kind === 'pinned' ? await inUse.train(await repository.defaultBranch()) : await inUse.open();
  const source = java.parse(INVOICE, textOf(BOOKS, INVOICE));
  const unit = source.units.find(({ name }) => name === 'total');
  if (unit === undefined) throw new Error('there is a total');
  const answer = await model.regenerate(stubInPlace(source, unit), { samples: 1, signal: undisturbed.signal });
  await composed.close();
  return { answer, composed, card: model.card };
}

describe('a repository', () => {
  it('that names nothing has the embedded model, with a list and without one', async () => {
    for (const file of [null, listOf({ books: { provider: 'command', command: 'books' } })]) {
      const models = await composeOperatorsModels(file, { maxMethods: 40 });
      for (const name of ['', 'embedded'])
        expect(models.modelFor(name)).toMatchObject({ entry: null, maxMethods: null });
    }
    const { answer, composed, card } = await askBy('{}', listOf({ a: { provider: 'embedded' } }), 'public');
    expect(answer).toMatchObject({ kind: 'regenerated' });
    expect(composed).toMatchObject({ isHosted: false, inUse: { kind: 'pinned' } });
    expect(card.provider).toBe('embedded');
  });

  it('names one of the list, with all that the operator says of it', async () => {
    const fake = await server({ key: 'sk-books-0123456789' });
    const list = listOf({
      'acme/books': { provider: 'openai', model: 'books-7b', 'base-url': fake.baseUrl, 'api-key-env': 'BOOKS_KEY' },
    });
    const { composed, card } = await askBy('model: acme/books', list, 'any');
    expect(card).toMatchObject({ provider: 'openai', name: 'books-7b' });
    expect(composed).toMatchObject({
      isHosted: true,
      inUse: { kind: 'of-unknown-training' },
      shadow: { kind: 'pinned' },
    });
    expect(fake.requests[0]?.headers.authorization).toBe('Bearer sk-books-0123456789');
  });

  it('may name a program of the operator’s, whose path starts from the list', async () => {
    const list = listOf(
      { program: { provider: 'command', command: process.execPath, args: ['model.mjs'], 'trained-at': 'main' } },
      { 'model.mjs': commandExample() },
    );
    const { answer, composed } = await askBy('model: program', list, 'public');
    expect(answer.kind).toBe('regenerated');
    expect(composed).toMatchObject({
      inUse: { kind: 'fixed', trainedAt: { name: 'main' } },
      shadow: { kind: 'fixed' },
    });
  });

  it.each(['books-8b', '__proto__', 'constructor', 'a/../b'])(
    'is refused what the list does not have: %s',
    async (name) => {
      const models = await composeOperatorsModels(listOf({ 'secret-of-another-team': { provider: 'embedded' } }));
      expect(() => models.modelFor(name)).toThrow(/is not on this installation’s list/);
      expect(() => models.modelFor(name)).not.toThrow(/secret-of-another-team/);
    },
  );

  it.each([
    'model: openai:books-7b',
    'model: http://169.254.169.254/latest',
    'model: /etc/passwd',
    'model: ../books.palimpsest',
    'model: {provider: command, command: id}',
    'base-url: http://127.0.0.1:8000/v1',
    'command: id',
    'path: /models/books.gguf',
  ])('cannot say anything else of a model: %s', (text) => {
    expect(() => settingsOf(text)).toThrow(expect.objectContaining({ code: 'bad-settings-file' }));
  });
});

describe('an operator', () => {
  it('who does not allow it has no private address asked, whoever named the model', async () => {
    const fake = await server();
    const list = listOf({ books: { provider: 'openai', model: 'books-7b', 'base-url': fake.baseUrl } });
    const { answer } = await askBy('model: books', list, 'public');
    expect(answer).toMatchObject({ kind: 'failed', detail: expect.stringContaining('is at a loopback address') });
    expect(fake.requests).toEqual([]);
  });

  it('is told of an embedded model with a file, which no repository could have trained', async () => {
    const list = listOf({ ours: { provider: 'embedded', path: 'ours.palimpsest' } });
    await expect(composeOperatorsModels(list)).rejects.toMatchObject({
      code: 'bad-models-file',
      message: expect.stringContaining('"ours" names the file of an embedded model'),
    });
  });

  it('is told where the list is wrong', async () => {
    await expect(composeOperatorsModels(listOf({ a: { provider: 'openai' } }))).rejects.toMatchObject({
      code: 'bad-models-file',
    });
    await expect(composeOperatorsModels(join(temporaryFolder(), 'none.yml'))).rejects.toMatchObject({
      name: 'ExpectedFailure',
    });
  });
});

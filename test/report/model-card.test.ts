// The published form of a model card, and that the card which `train` writes has it.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { modelCardJsonSchema, parseModelCard } from '../../src/report/schema/model-card.ts';
import { runCli } from '../support/cli.ts';
import { invoiceProject } from '../support/invoice-project.ts';
import { scratchRepository } from '../support/scratch-repository.ts';
import { LEDGER_7B, PROJECT_MEMORY, SHADOW, SHADOW_OF_LEDGER } from './books.ts';

const published: Record<string, unknown> = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schema/model-card.v1.schema.json', import.meta.url)), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true }).compile(published);

describe('the published schema of a model card', () => {
  it('is what the source says: npx tsx scripts/schemas.ts', () => expect(published).toEqual(modelCardJsonSchema()));

  it.each([
    ['one that is just trained', ['--revision', 'main']],
    ['one with its scores', ['--revision', 'main', '--evaluate']],
    ['a shadow', ['--trained-at', 'main', '--shadow-of', 'acme/ledger-7b', '--evaluate']],
  ])('knows every field of the file that train writes: %s', async (_, args) => {
    const { root } = invoiceProject(scratchRepository());
    await runCli(['train', ...args], { cwd: root });
    const card = JSON.parse(readFileSync(join(root, '.palimpsest/model.card.json'), 'utf8'));
    validate(card);
    expect(validate.errors).toBeNull();
    expect(parseModelCard(card)).toEqual(card);
  });

  it.each([LEDGER_7B, PROJECT_MEMORY, SHADOW, SHADOW_OF_LEDGER])('takes the card of $name', (card) => {
    expect(validate(card)).toBe(true);
    expect(parseModelCard(card)).toEqual(card);
  });

  it.each([
    ['without a fingerprint', { ...LEDGER_7B, fingerprint: undefined }],
    ['of a later version', { ...LEDGER_7B, schemaVersion: 2 }],
    ['of a shadow of nothing', { ...LEDGER_7B, shadow: {} }],
    ['that is none', []],
  ])('refuses a card %s, as reading it does', (_, card) => {
    expect(validate(JSON.parse(JSON.stringify(card)))).toBe(false);
    expect(parseModelCard(card)).toBeNull();
  });
});

// The operator's file of models: what it takes, and what it says of a mistake.

import { describe, expect, test } from 'vitest';
import { parseModelsFile } from '../../src/config/models-file.ts';

const parse = (text: string) => parseModelsFile(Buffer.from(text), 'models.yml');

function refusalOf(text: string): string {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'bad-models-file' && 'remedy' in error) {
      return `${error.message} | ${error.remedy}`;
    }
    throw error;
  }
  throw new Error('it was taken');
}

const SERVER = 'provider: openai, model: acme/ledger-7b, base-url: http://127.0.0.1:8000/v1';

test('an entry says who serves a model; the rest has defaults', () => {
  const entries = parse(
    `models:\n  ledger: { ${SERVER}, price: { input: 0.5, output: 1.5 } }\n  memory: { provider: embedded }\n`,
  );
  expect([...entries.keys()]).toEqual(['ledger', 'memory']);
  expect(entries.get('ledger')).toEqual({
    provider: 'openai',
    model: 'acme/ledger-7b',
    'base-url': 'http://127.0.0.1:8000/v1',
    'api-key-env': 'PALIMPSEST_API_KEY',
    format: 'chat',
    javadoc: true,
    'context-tokens': 8_192,
    'max-tokens': 1_024,
    temperature: 0,
    'sample-temperature': 0.8,
    price: { input: 0.5, output: 1.5, currency: 'USD' },
  });
});

test('JSON is taken as well', () => {
  const entry = { provider: 'command', command: './complete', args: ['--fast'] };
  expect(parse(JSON.stringify({ models: { local: entry } })).get('local')).toMatchObject(entry);
});

describe('a mistake is named with its place', () => {
  test.each([
    [
      'an unknown setting',
      `models:\n  ledger:\n    provider: openai\n    base-ulr: x\n    model: y\n    base-url: z\n`,
      'models.yml:4:15: "ledger": there is no setting "base-ulr" for a model of the provider openai | Did you mean "base-url"?',
    ],
    ['one of another provider', `models:\n  ledger: { ${SERVER}, lora: x }`, 'there is no setting "lora"'],
    [
      'a way of training without a day to compare since',
      `models:\n  ledger: { ${SERVER}, specialize: { trainer: openai, base-model: x } }`,
      'trained-at is missing',
    ],
    [
      'a program that nobody names',
      `models:\n  ledger: { ${SERVER}, trained-at: v1, specialize: { trainer: command, base-model: x } }`,
      'specialize.command is missing',
    ],
    [
      'a setting of another trainer',
      `models:\n  ledger: { ${SERVER}, trained-at: v1, specialize: { trainer: openai, base-model: x, args: [] } }`,
      'specialize.args does not take that',
    ],
    [
      'an unknown setting of training',
      `models:\n  ledger: { ${SERVER}, trained-at: v1, specialize: { trainer: openai, base-modle: x } }`,
      'Did you mean "base-model"?',
    ],
    ['one in a price', `models:\n  ledger: { ${SERVER}, price: { inptu: 1, output: 1 } }`, 'Did you mean "input"?'],
    [
      'a provider that does not exist',
      'models:\n  ledger:\n    provider: opneai\n',
      'models.yml:3:15: "ledger" has a provider that does not exist | Did you mean "openai"?',
    ],
    ['no provider', 'models:\n  ledger: { model: x }\n', '"ledger" has no provider'],
    [
      'a setting that is missing',
      'models:\n  ledger: { provider: openai, model: x }\n',
      '"ledger": base-url is missing | It is: where the server is',
    ],
    [
      'a value that is none',
      `models:\n  ledger: { ${SERVER}, max-tokens: lots }`,
      'max-tokens does not take that | It is: tokens of one answer, at most.',
    ],
    ['no models', 'models: {}\n', 'it names no model'],
    ['something else', 'policy: { samples: 3 }\n', 'there is no "policy" in a file of models'],
    ['an empty file', '', 'it names no models'],
    ['a name like a provider’s', `models:\n  "openai:x": { ${SERVER} }`, '"openai:x" is no name for a model'],
    ['what is not YAML', 'models: [\n', 'this is neither YAML nor JSON'],
  ])('%s', (_, text, said) => {
    expect(refusalOf(text)).toContain(said);
  });

  test('and a key that went to the wrong place is not repeated', () => {
    for (const setting of [
      'api-key: sk-live-1234567890',
      'api-key-env: sk-live-1234567890',
      'max-tokens: sk-live-1234567890',
    ]) {
      expect(refusalOf(`models:\n  ledger: { ${SERVER}, ${setting} }`)).not.toContain('1234567890');
    }
  });
});

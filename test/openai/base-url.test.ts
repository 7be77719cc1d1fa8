// Base URLs as people write them.

import { describe, expect, it } from 'vitest';
import { ExpectedFailure } from '../../src/errors.ts';
import { openAiModel, openAiWarnings } from '../../src/models/openai.ts';
import { baseUrlWarnings, readBaseUrl } from '../../src/openai/base-url.ts';

describe('a base URL', () => {
  it.each([
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000/v1'],
    ['http://127.0.0.1:8000/', 'http://127.0.0.1:8000/v1'],
    ['http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000/v1'],
    [' http://127.0.0.1:8000/v1/ ', 'http://127.0.0.1:8000/v1'],
    ['https://models.example.org/v1/chat/completions', 'https://models.example.org/v1'],
    ['https://models.example.org/v1/models', 'https://models.example.org/v1'],
    ['https://example.org/api/v1', 'https://example.org/api/v1'],
    ['https://example.org/v1beta/openai/', 'https://example.org/v1beta/openai'],
    ['HTTPS://Example.ORG', 'https://example.org/v1'],
    ['http://[::1]:8080', 'http://[::1]:8080/v1'],
  ])('%s is read as %s', (given, expected) => {
    expect(readBaseUrl(given)).toBe(expected);
  });

  it.each([
    ['127.0.0.1:8000', 'the base URL 127.0.0.1:8000 is no http or https address'],
    ['localhost:8000/v1', 'the base URL localhost:8000/v1 is no http or https address'],
    ['ftp://example.org', 'the base URL ftp://example.org is no http or https address'],
    ['', 'the base URL is no http or https address'],
    ['https://example.org/v1?api-version=1', 'the base URL goes on after its path (`?` or `#`)'],
  ])('%s is refused', (given, message) => {
    expect(() => readBaseUrl(given)).toThrow(message);
  });

  it.each(['https://reader:secret@example.org/v1', 'https://secret@example.org', '//reader:secret@example.org'])(
    'never shows what stands before the @ of %s',
    (given) => {
      expect(() => readBaseUrl(given)).toThrow(ExpectedFailure);
      expect(() => readBaseUrl(given)).not.toThrow(/secret/);
    },
  );

  it('warns where a key would cross a network in the clear', () => {
    expect(baseUrlWarnings('http://models.example.org', true)).toEqual([
      'the key and the code go to models.example.org unencrypted: use https there if the network is not yours',
    ]);
    for (const quiet of ['http://localhost:8000', 'http://127.0.0.1:1', 'http://[::1]:1', 'https://example.org']) {
      expect(baseUrlWarnings(quiet, true)).toEqual([]);
    }
    expect(openAiWarnings({ baseUrl: 'http://models.example.org', model: 'ledger-7b', apiKey: null })).toEqual([]);
  });
});

describe('the settings of a server', () => {
  const settings = { baseUrl: 'http://127.0.0.1:8000', model: 'acme/ledger-7b', apiKey: 'sk-0123456789' };

  it('make the facts that decide an answer, without the key', () => {
    expect(openAiModel(settings).facts).toEqual(['openai', 'http://127.0.0.1:8000/v1', 'acme/ledger-7b']);
    const withField = openAiModel({ ...settings, extraBody: { top_k: 1, token: 'secret' } }).facts;
    expect(withField).toHaveLength(4);
    expect(withField).toEqual(openAiModel({ ...settings, extraBody: { token: 'secret', top_k: 1 } }).facts);
    expect(JSON.stringify(withField)).not.toMatch(/secret|sk-/);
  });

  it('refuse a key that no header can carry, without showing it', () => {
    const broken = { ...settings, apiKey: 'sk-0123\n456789', keyName: 'ACME_KEY' };
    expect(() => openAiModel(broken)).toThrow('the key in ACME_KEY holds characters that no key has');
    expect(openAiModel({ ...settings, apiKey: ' sk-0123456789\n' }).name).toBe('acme/ledger-7b');
  });

  it('refuse what would change the answer’s form, and a time that cannot be had', () => {
    for (const field of ['n', 'stream', 'messages']) {
      expect(() => openAiModel({ ...settings, extraBody: { [field]: 1 } })).toThrow(`the field ${field} cannot be set`);
    }
    for (const timeoutMs of [0, Number.NaN, 300_001]) {
      expect(() => openAiModel({ ...settings, timeoutMs })).toThrow('is not possible');
    }
  });
});

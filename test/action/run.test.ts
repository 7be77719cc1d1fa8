import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostedModel } from '../../src/action/hosted-model.ts';
import { readInputs } from '../../src/action/inputs.ts';
import { readRun } from '../../src/action/run.ts';
import { ExpectedFailure } from '../../src/errors.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

function failureOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ExpectedFailure) return `${error.code}: ${error.message}. ${error.remedy}`;
    throw error;
  }
  throw new Error('it did not fail');
}

describe('a run', () => {
  it('is on github.com where nothing else is said', () => {
    expect(readRun({ GITHUB_REPOSITORY: 'acme/shop', GITHUB_API_URL: '' }, '/tmp')).toEqual({
      owner: 'acme',
      repo: 'shop',
      apiUrl: 'https://api.github.com',
      serverUrl: 'https://github.com',
      runUrl: null,
      temporaryFolder: '/tmp',
      hasCheckout: false,
    });
  });

  it('goes by the runner’s own addresses and folders, as on GitHub Enterprise Server', () => {
    const workspace = temporaryFolder();
    const env = {
      GITHUB_REPOSITORY: 'acme/shop.java',
      GITHUB_API_URL: 'https://git.acme.example/api/v3/',
      GITHUB_SERVER_URL: 'https://git.acme.example',
      GITHUB_RUN_ID: '4711',
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: '/runner/temp',
    };
    expect(readRun(env, '/tmp')).toEqual({
      owner: 'acme',
      repo: 'shop.java',
      apiUrl: 'https://git.acme.example/api/v3',
      serverUrl: 'https://git.acme.example',
      runUrl: 'https://git.acme.example/acme/shop.java/actions/runs/4711',
      temporaryFolder: '/runner/temp',
      hasCheckout: false,
    });
    mkdirSync(join(workspace, '.git'));
    expect(readRun(env, '/tmp').hasCheckout).toBe(true);
  });

  it.each([
    [{}, /^bad-event: GITHUB_REPOSITORY is not set/],
    [{ GITHUB_REPOSITORY: 'shop' }, /GITHUB_REPOSITORY is nothing usable: shop\./],
    [{ GITHUB_REPOSITORY: '../shop' }, /GITHUB_REPOSITORY is nothing usable/],
    [{ GITHUB_REPOSITORY: 'a/b\n::error::x' }, /nothing usable: a\/b\\n::error::x/],
    [{ GITHUB_REPOSITORY: 'a/b', GITHUB_API_URL: 'file:///etc' }, /GITHUB_API_URL is nothing usable/],
    [{ GITHUB_REPOSITORY: 'a/b', GITHUB_API_URL: 'https://me:x@h/' }, /GITHUB_API_URL is nothing usable/],
    [{ GITHUB_REPOSITORY: 'a/b', GITHUB_RUN_ID: '1/../2' }, /GITHUB_RUN_ID is nothing usable/],
  ])('that no runner began is refused: %j', (env, line) => expect(failureOf(() => readRun(env, '/tmp'))).toMatch(line));
});

describe('the hosted model of a step', () => {
  const of = (given: Readonly<Record<string, string>>) => {
    const named = Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return hostedModel(readInputs({ 'INPUT_GITHUB-TOKEN': 'ghs_token', ...Object.fromEntries(named) }));
  };
  const URL = 'https://models.example.org/v1';

  it('is none with the embedded model, whoever’s shadow that is', () => {
    expect(of({})).toBeNull();
    expect(of({ model: 'acme/ledger-7b', 'trained-at': 'v4.2' })).toBeNull();
  });

  it('is behind its server', () => {
    const given = { provider: 'openai', model: 'acme/ledger-7b', 'base-url': URL };
    expect(of(given)).toEqual({ name: 'acme/ledger-7b', baseUrl: URL, apiKey: null, trainedAt: null });
    expect(of({ ...given, 'api-key': 'sk-1', 'trained-at': 'v4.2' })).toMatchObject({
      apiKey: 'sk-1',
      trainedAt: 'v4.2',
    });
  });

  it.each([
    [{ provider: 'openai', 'base-url': URL }, /the input model is empty/],
    [{ provider: 'openai', model: 'a' }, /the input base-url is empty/],
    [{ 'base-url': URL }, /the input base-url is given, and the provider is embedded.*`provider: openai`/],
    [{ 'api-key': 'sk-very-secret-key' }, /the input api-key is given/],
  ])('is refused when it is half said: %j', (given, line) => {
    const told = failureOf(() => of(given));
    expect(told).toMatch(line);
    expect(told).not.toContain('sk-very');
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepCredentials, readKeptCredentials } from '../../src/app/credentials.ts';
import { aboutVariable, VARIABLE_NAMES } from '../../src/app/environment.ts';
import { type GivenEnvironment, readAppSettings } from '../../src/app/settings.ts';
import { ExpectedFailure } from '../../src/errors.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const PEM = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey.trim();
const REGISTERED = { APP_ID: '7', PRIVATE_KEY: PEM, WEBHOOK_SECRET: 'wherever-you-go' };

function failure(env: GivenEnvironment): ExpectedFailure {
  try {
    readAppSettings(env);
  } catch (error) {
    if (error instanceof ExpectedFailure) return error;
    throw error;
  }
  throw new Error('it was taken');
}

describe('the environment', () => {
  it('says everything by leaving it out', () => {
    const settings = readAppSettings({ DATA_DIR: temporaryFolder() });
    expect(settings).toMatchObject({
      host: 'localhost',
      port: 3_000,
      credentials: null,
      databaseUrl: null,
      baseUrl: null,
    });
    expect(settings.gitHub).toEqual({
      serverUrl: 'https://github.com',
      apiUrl: 'https://api.github.com',
      isPaced: true,
      organisation: null,
    });
    expect(settings.allowsPrivateAddresses).toBe(false);
  });

  it('takes what is set to nothing for not set', () => {
    expect(readAppSettings({ DATA_DIR: temporaryFolder(), PORT: ' ', APP_ID: '' }).port).toBe(3_000);
  });

  it('names an Enterprise Server', () => {
    const env = { DATA_DIR: temporaryFolder(), GHE_HOST: '127.0.0.1:8080', GHE_PROTOCOL: 'http' };
    expect(readAppSettings(env).gitHub.apiUrl).toBe('http://127.0.0.1:8080/api/v3');
  });

  it('is told all that is wrong with it, each in a line with what it takes', () => {
    const { message } = failure({ PORT: '99999', LOG_LEVEL: 'loud', BASE_URL: 'ftp://acme.example', WORKERS: '-1' });
    expect(message.split('\n').sort()).toEqual([
      'BASE_URL is “ftp://acme.example”; it takes an address that begins with http:// or https://, without a query',
      'LOG_LEVEL is “loud”; it takes fatal, error, warn, info, debug, trace, silent',
      'PORT is “99999”; it takes a whole number from 0 to 65535',
      'WORKERS is “-1”; it takes a whole number from 1 to 64',
    ]);
  });

  it('never sees a secret again', () => {
    const wrong = VARIABLE_NAMES.filter((name) => aboutVariable(name).isSecret);
    expect(wrong.length).toBeGreaterThan(4);
    for (const name of wrong) {
      const { message, remedy } = failure({ ...REGISTERED, [name]: 'shush' });
      expect(message).toContain(name);
      expect(message + remedy).not.toContain('shush');
    }
  });
});

describe('credentials', () => {
  it.each([
    ['as the file has it', PEM],
    ['on one line', PEM.replaceAll('\n', '\\n')],
    ['in quotes', `"${PEM}"`],
    ['in base64', Buffer.from(PEM).toString('base64')],
  ])('hold a private key %s', (_, PRIVATE_KEY) => {
    const { credentials } = readAppSettings({ ...REGISTERED, PRIVATE_KEY });
    expect(credentials?.privateKey.reveal()).toBe(PEM);
    expect(credentials?.appId).toBe(7);
  });

  it('hold one by its path', () => {
    const PRIVATE_KEY_PATH = join(temporaryFolder(), 'app.pem');
    writeFileSync(PRIVATE_KEY_PATH, PEM);
    const env = { APP_ID: '7', WEBHOOK_SECRET: REGISTERED.WEBHOOK_SECRET, PRIVATE_KEY_PATH };
    expect(readAppSettings(env).credentials?.privateKey.reveal()).toBe(PEM);
    expect(failure({ ...env, PRIVATE_KEY_PATH: '/nowhere/app.pem' }).message).toContain('ENOENT');
  });

  it('belong together', () => {
    const { WEBHOOK_SECRET: _, ...unsigned } = REGISTERED;
    expect(failure(unsigned).message).toContain('WEBHOOK_SECRET is not set');
    expect(failure({ APP_ID: '7' }).message).toContain(
      'PRIVATE_KEY or PRIVATE_KEY_PATH and WEBHOOK_SECRET are not set',
    );
  });

  it('are masked in whatever is printed, whoever brought them', () => {
    const databaseUrl = 'postgres://app:pass%40word-of-acme@db.example/app';
    const { secrets } = readAppSettings({ ...REGISTERED, DATABASE_URL: databaseUrl });
    const said = secrets.mask(`${PEM} ${databaseUrl} pass@word-of-acme ${REGISTERED.WEBHOOK_SECRET}`);
    for (const secret of [PEM.split('\n')[1] ?? PEM, 'word-of-acme', 'wherever']) expect(said).not.toContain(secret);
  });

  it('are kept by the setup, for the owner of the process alone', () => {
    const folder = join(temporaryFolder(), 'data');
    const kept = { appId: 7, privateKey: PEM, webhookSecret: 'wherever-you-go' };
    keepCredentials(folder, kept, null);
    expect(statSync(join(folder, 'credentials.json')).mode & 0o777).toBe(0o600);
    expect(readAppSettings({ DATA_DIR: folder }).credentials?.webhookSecret.reveal()).toBe('wherever-you-go');
    expect(readAppSettings({ DATA_DIR: folder, ...REGISTERED, APP_ID: '8' }).credentials?.appId).toBe(8);
  });

  it('are kept so that nobody reads them without DATA_KEY, where there is one', () => {
    const folder = temporaryFolder();
    const key = 'k'.repeat(32);
    const kept = { appId: 7, privateKey: PEM, webhookSecret: 'wherever-you-go' };
    keepCredentials(folder, kept, key);
    const text = readFileSync(join(folder, 'credentials.json'), 'utf8');
    expect(text).not.toContain('wherever');
    expect(text).not.toContain('PRIVATE KEY');
    expect(readKeptCredentials(folder, [key])).toEqual(kept);
    expect(readKeptCredentials(folder, ['n'.repeat(32), key])).toEqual(kept);
    expect(() => readKeptCredentials(folder, ['x'.repeat(32)])).toThrow('another DATA_KEY');
    expect(() => readKeptCredentials(folder, [])).toThrow('DATA_KEY is not set');
  });
});

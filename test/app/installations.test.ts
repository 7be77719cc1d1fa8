import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Installations, openInstallations } from '../../src/app/installations.ts';
import { type Log, openLog } from '../../src/app/log.ts';
import { readAppSettings } from '../../src/app/settings.ts';
import { appEnvironment } from '../support/app.ts';
import { type FakeApp, type FakeGitHub, type FakeRepository, startFakeGitHub } from '../support/fake-github.ts';

const HOUR_MS = 3_600_000;
const never = new AbortController().signal;

let gitHub: FakeGitHub;
let app: FakeApp;
let books: FakeRepository;
const lines: string[] = [];

beforeAll(async () => {
  gitHub = await startFakeGitHub();
  app = gitHub.registerApp();
  books = await gitHub.addRepository('acme/books', { private: true, files: { 'README.md': '# Books\n' } });
});
afterAll(() => gitHub.close());

function open(given: { readonly key?: string; readonly now?: () => number; readonly log?: Log } = {}): Installations {
  const { credentials, ...settings } = readAppSettings({
    ...appEnvironment(gitHub, app),
    PRIVATE_KEY: given.key ?? app.privateKey,
    LOG_LEVEL: 'warn',
  });
  if (credentials === null) throw new Error('no credentials');
  const log = given.log ?? openLog(settings, (line) => lines.push(line));
  const waits = { secondMs: 1 };
  return openInstallations({
    settings: { ...settings, credentials },
    log,
    userAgent: 'test',
    now: gitHub.now,
    waits,
    ...given,
  });
}

const read = (installations: Installations, id: number) =>
  installations.client(id, never).rest.repos.get({ owner: 'acme', repo: 'books' });
const tokensAsked = () =>
  gitHub.requests.filter(({ path, status }) => path.endsWith('/access_tokens') && status === 201).length;

describe('the client of an installation', () => {
  it('reads what it is installed on, as the App’s bot, with one token for all of its clients', async () => {
    const { id } = await gitHub.install(app, [books]);
    const installations = open();
    const before = tokensAsked();
    const answers = await Promise.all([read(installations, id), read(installations, id), read(installations, id)]);
    expect(answers.map(({ data }) => data.full_name)).toEqual(Array.from({ length: 3 }, () => 'acme/books'));
    expect(tokensAsked() - before).toBe(1);
    expect(gitHub.requests.at(-1)?.login).toBe('palimpsest[bot]');
  });

  it('has its token renewed before the hour is over', async () => {
    const { id } = await gitHub.install(app, [books]);
    const installations = open();
    const first = await installations.token(id);
    gitHub.advance(HOUR_MS / 2);
    expect(await installations.token(id)).toBe(first);
    gitHub.advance(HOUR_MS / 2 - 4 * 60_000);
    await read(installations, id);
    expect(await installations.token(id)).not.toBe(first);
  });

  it('gets another token where GitHub does not take the first, though our clock says that it is good', async () => {
    const installation = await gitHub.install(app, [books]);
    const standing = gitHub.now();
    const installations = open({ now: () => standing });
    await read(installations, installation.id);
    gitHub.advance(2 * HOUR_MS);
    expect((await read(installations, installation.id)).status).toBe(200);
    installation.revokeTokens();
    expect((await read(installations, installation.id)).status).toBe(200);
  });

  it('says in one line that the installation is suspended, or gone', async () => {
    const installation = await gitHub.install(app, [books]);
    const installations = open();
    await read(installations, installation.id);
    await installation.suspend();
    await expect(read(installations, installation.id)).rejects.toMatchObject({
      code: 'forge-refused',
      message: `installation ${installation.id} of the App is suspended`,
    });
    await installation.unsuspend();
    expect((await read(installations, installation.id)).status).toBe(200);
    await installation.uninstall();
    await expect(read(installations, installation.id)).rejects.toMatchObject({
      code: 'forge-not-found',
      message: `the App is no longer installed where it was (installation ${installation.id})`,
    });
  });

  it('does not reach what the App is not installed on', async () => {
    const { id } = await gitHub.install(app, []);
    await expect(read(open(), id)).rejects.toMatchObject({ status: 404 });
  });

  it('works though the clock is ten minutes off, on either side', async () => {
    const { id } = await gitHub.install(app, [books]);
    gitHub.advance(-11 * 60_000);
    gitHub.advance(-2.5 * HOUR_MS); // what the tests above have added; now the fake is behind
    expect((await read(open(), id)).status).toBe(200);
    gitHub.advance(22 * 60_000);
    expect((await read(open(), id)).status).toBe(200);
  });

  it('says in one line that the key is another one’s', async () => {
    const { id } = await gitHub.install(app, [books]);
    const failure = await read(open({ key: gitHub.registerApp('other').privateKey }), id).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'forge-refused' });
    expect(String(failure)).not.toContain('\n');
  });

  it('ends with its task', async () => {
    const { id } = await gitHub.install(app, [books]);
    const task = new AbortController();
    const client = open().client(id, task.signal);
    task.abort(new Error('a newer head'));
    await expect(client.rest.repos.get({ owner: 'acme', repo: 'books' })).rejects.toThrow('a newer head');
  });

  it('leaves no token and no key in the log', () => {
    expect(lines.join('')).not.toMatch(/ghs_|BEGIN|eyJ/);
  });
});

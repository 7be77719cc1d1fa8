// Runners that reach the network through a proxy alone.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runBehindProxy } from '../../src/action/proxy.ts';
import { runAction } from '../support/action.ts';
import { BOOKS } from '../support/books.ts';
import { gitHubOfATest } from '../support/github-of-a-test.ts';
import { proxyOfATest } from '../support/proxy.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const ZEROS = '0'.repeat(40);

/** Node's own fetch goes by the environment from these versions on; the Action's runners have 24. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const FOLLOWS_THE_ENVIRONMENT = major >= 24 || (major === 22 && minor >= 21);

/** A program that writes down what it was started with. */
function recorder(ending: string): { program: string; seen: () => string | null } {
  const folder = temporaryFolder();
  const [program, file] = [join(folder, 'program.mjs'), join(folder, 'seen')];
  writeFileSync(
    program,
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(file)}, process.env.NODE_USE_ENV_PROXY ?? 'off');\n${ending}\n`,
  );
  return { program, seen: () => (existsSync(file) ? readFileSync(file, 'utf8') : null) };
}

describe('the start behind a proxy', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])(
    'happens once more when %s is set, and the exit code is that of the second',
    async (name) => {
      const { program, seen } = recorder('process.exit(7)');
      const code = await runBehindProxy({ ...withoutProxies(), [name]: 'http://127.0.0.1:9' }, program);
      expect(code).toBe(7);
      expect(seen()).toBe('1');
    },
  );

  it('happens once where none is named, or the switch is set already', async () => {
    const { program, seen } = recorder('');
    expect(await runBehindProxy({ ...withoutProxies(), HTTPS_PROXY: '' }, program)).toBeNull();
    const switched = { ...withoutProxies(), HTTPS_PROXY: 'http://127.0.0.1:9', NODE_USE_ENV_PROXY: '0' };
    expect(await runBehindProxy(switched, program)).toBeNull();
    expect(seen()).toBeNull();
  });

  it.skipIf(process.platform === 'win32')('passes on that the job was cancelled', async () => {
    const { program, seen } = recorder("process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000);");
    const starter = join(temporaryFolder(), 'starter.mts');
    const source = new URL('../../src/action/proxy.ts', import.meta.url).href;
    writeFileSync(
      starter,
      `import { runBehindProxy } from '${source}';\nprocess.exitCode = await runBehindProxy(process.env, ${JSON.stringify(program)});\n`,
    );
    const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url).href;
    const env = { ...withoutProxies(), HTTPS_PROXY: 'http://127.0.0.1:9' };
    const child = spawn(process.execPath, ['--import', tsx, starter], { env, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (seen() === null) await setTimeout(20);
    await setTimeout(100); // until it listens
    child.kill('SIGTERM');
    expect(await ended).toBe(9);
  });
});

describe('the Action behind a proxy', () => {
  it('asks GitHub through it', async () => {
    const [gitHub, proxy] = [await gitHubOfATest(), await proxyOfATest()];
    const repository = await gitHub.addRepository('acme/books', { files: BOOKS });
    const run = await runAction(gitHub, await gitHub.events.push(repository, 'main', ZEROS), {
      environment: { ...withoutProxies(), HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url },
    });
    expect(run.log).not.toContain('::error');
    expect(run.exitCode).toBe(0);
    expect(gitHub.requests.length).toBeGreaterThan(0);
    const host = new URL(gitHub.origin).host;
    if (FOLLOWS_THE_ENVIRONMENT) expect(proxy.asked.filter((url) => url.includes(host))).not.toEqual([]);
    else expect(proxy.asked).toEqual([]);
  });

  it('leaves out what NO_PROXY names', async () => {
    const [gitHub, proxy] = [await gitHubOfATest(), await proxyOfATest()];
    const repository = await gitHub.addRepository('acme/books', { files: BOOKS });
    const run = await runAction(gitHub, await gitHub.events.push(repository, 'main', ZEROS), {
      environment: { ...withoutProxies(), HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' },
    });
    expect(run.exitCode).toBe(0);
    expect(proxy.asked).toEqual([]);
  });
});

function withoutProxies(): NodeJS.ProcessEnv {
  const named = [
    'HTTPS_PROXY',
    'https_proxy',
    'HTTP_PROXY',
    'http_proxy',
    'NO_PROXY',
    'no_proxy',
    'NODE_USE_ENV_PROXY',
  ];
  return { ...process.env, ...Object.fromEntries(named.map((name) => [name, undefined])) };
}

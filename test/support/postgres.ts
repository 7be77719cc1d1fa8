// A PostgreSQL of a test's own: a cluster in a temporary folder, or a database of its own on the one that is named.

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface TestServer {
  /** A new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** Why there is none here; `null` when there is. */
export function whyNoPostgres(): string | null {
  return process.env.PALIMPSEST_TEST_DATABASE_URL ? null : whyNoPostgresOfItsOwn();
}

/** Why a test cannot start one that it may restart. */
export function whyNoPostgresOfItsOwn(): string | null {
  if (binaries() === null) return 'PostgreSQL is not installed here';
  if (userInfo().uid === 0 && spawnSync('id', ['postgres']).status !== 0)
    return 'there is no user to run PostgreSQL as';
  return null;
}

export async function startPostgres(): Promise<TestServer> {
  const given = process.env.PALIMPSEST_TEST_DATABASE_URL;
  return given ? onServer(given, async () => undefined) : startOwn();
}

/** One that is the test's own, and that it may restart. */
export async function startOwn(): Promise<
  TestServer & { restart(): void; away<T>(work: () => Promise<T>): Promise<T> }
> {
  const bin = binaries() ?? '';
  const root = mkdtempSync(join(tmpdir(), 'pg-'));
  chmodSync(root, 0o777);
  const port = await freePort();
  const data = join(root, 'data');
  run(`${bin}/initdb -D ${data} -U palimpsest --auth=trust --no-sync -E UTF8 --locale=C`);
  const start = `${bin}/pg_ctl -D ${data} -w -l ${root}/log -o "-p ${port} -k ${root} -h 127.0.0.1 -c fsync=off" start`;
  const stop = `${bin}/pg_ctl -D ${data} -m immediate -w stop`;
  run(start);
  const restart = () => {
    run(stop);
    run(start);
  };
  const server = onServer(`postgres://palimpsest@127.0.0.1:${port}/postgres`, async () => {
    run(stop);
    rmSync(root, { recursive: true, force: true });
  });
  /** What is done while it is not there. */
  const away = async <T>(work: () => Promise<T>): Promise<T> => {
    run(stop);
    try {
      return await work();
    } finally {
      run(start);
    }
  };
  return { ...server, restart, away };
}

function onServer(url: string, end: () => Promise<void>): TestServer {
  const names: string[] = [];
  const ask = async (text: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(text);
    await client.end();
  };
  return {
    async newDatabase() {
      const name = `test_${randomUUID().replaceAll('-', '')}`;
      await ask(`CREATE DATABASE ${name}`);
      names.push(name);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
    async stop() {
      for (const name of names) await ask(`DROP DATABASE ${name} WITH (FORCE)`);
      await end();
    },
  };
}

/** PostgreSQL refuses to be run by root. */
function run(command: string): void {
  const [program, args] =
    userInfo().uid === 0 ? ['su', ['postgres', '-s', '/bin/sh', '-c', command]] : ['/bin/sh', ['-c', command]];
  const { status, stderr } = spawnSync(program as string, args as string[], {
    encoding: 'utf8',
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}

function binaries(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

// The image and the composition, where there is no engine to build them: their rules, and the image's own files, started.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { VARIABLE_NAMES } from '../src/app/environment.ts';
import { readAppSettings } from '../src/app/settings.ts';
import { copiesOf, stagesOf, textsOf, wordsOf } from './support/dockerfile.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const stages = stagesOf(readText('Dockerfile'));
const image = stages.at(-1) ?? { image: '', name: null, instructions: [] };
const environment = Object.fromEntries(
  textsOf(image, 'ENV').flatMap((text) => text.split(/\s+/).map((pair) => pair.split('=', 2) as [string, string])),
);
const healthCheck = textsOf(image, 'HEALTHCHECK').join('');

describe('the image', () => {
  it('is built in stages from one exact version of Node', () => {
    expect(stages.length).toBeGreaterThan(1);
    expect(new Set(stages.map(({ image: from }) => from)).size).toBe(1);
    expect(image.image).toMatch(/^node:\d+\.\d+\.\d+-\w+-slim$/);
  });

  it('compiles nothing and runs no script of a package', () => {
    const installs = stages.flatMap((stage) => textsOf(stage, 'RUN')).filter((text) => /\bnpm\b/.test(text));
    expect(installs).toHaveLength(1);
    for (const flag of ['npm ci', '--omit=dev', '--omit=optional', '--ignore-scripts'])
      expect(installs[0]).toContain(flag);
    const texts = stages.flatMap(({ instructions }) => instructions.map(({ text }) => text)).join('\n');
    expect(texts).not.toMatch(/build-essential|node-gyp|\bmake\b|\bg\+\+|python|--platform/);
  });

  it('holds no package that is made for one processor, or makes itself when it is installed', () => {
    const installed = packagesOfTheImage();
    expect(installed.length).toBeGreaterThan(50);
    expect(
      installed.filter(([, { cpu, os, libc, hasInstallScript }]) => cpu || os || libc || hasInstallScript),
    ).toEqual([]);
  });

  it('runs as nobody in particular, behind a process that passes signals on', () => {
    const names = image.instructions.map(({ name }) => name);
    expect(textsOf(image, 'USER')).toEqual(['node']);
    expect(names.indexOf('USER')).toBeGreaterThan(names.lastIndexOf('RUN'));
    expect(wordsOf(textsOf(image, 'ENTRYPOINT').join(''))).toEqual(['tini', '--', 'node', 'dist-app/app.js']);
    expect(wordsOf(textsOf(image, 'CMD').join(''))).toEqual(['all']);
  });

  it('is given no secret and no more than it needs', () => {
    const ignored = readText('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(ignored[0]).toBe('**');
    const allowed = new Set(ignored.slice(1).map((line) => line.replace(/^!/, '')));
    const copied = new Set(stages.flatMap(copiesOf).flatMap(({ from, sources }) => (from === null ? sources : [])));
    expect([...allowed].sort()).toEqual([...copied].sort());
    expect([...copied].filter((path) => !existsSync(join(root, path)))).toEqual([]);
    expect(Object.keys(environment).filter((name) => /KEY|SECRET|TOKEN|PASSWORD|URL/.test(name))).toEqual([]);
    expect(stages.flatMap((stage) => textsOf(stage, 'ARG'))).toEqual([]);
  });

  it('is asked for its health by node, where both its parts answer', () => {
    expect(wordsOf(healthCheck).slice(0, 2)).toEqual(['node', '-e']);
    expect(healthCheck).toContain(`http://127.0.0.1:${environment.PORT}/healthz`);
    expect(environment.WORKER_PORT).toBe(environment.PORT);
    expect(environment.HOST).toBe('0.0.0.0');
    expect(textsOf(image, 'EXPOSE')).toEqual([environment.PORT]);
  });

  it('keeps what it keeps in a volume', () => {
    expect(textsOf(image, 'VOLUME')).toEqual([environment.DATA_DIR]);
    expect(textsOf(image, 'RUN').join()).toContain('--owner=node --group=node --mode=700 /data');
  });
});

describe('the image’s own files', () => {
  let folder: string | null = null;
  let started: ChildProcess | null = null;

  afterEach(async () => {
    if (started?.exitCode === null && started.signalCode === null) {
      started.kill('SIGKILL');
      await once(started, 'exit');
    }
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  });

  it('hold the parser in WebAssembly, whose package is left out', () => {
    expect(packagesOfTheImage().map(([path]) => path)).not.toContain('node_modules/tree-sitter-java');
    expect(packagesOfTheImage().map(([path]) => path)).toContain('node_modules/web-tree-sitter');
    expect(existsSync(join(root, 'dist-app/tree-sitter-java.wasm'))).toBe(true);
  });

  it('start by its command, are healthy, and end when they are told to', async () => {
    folder = await mkdtemp(join(tmpdir(), 'palimpsest-image-'));
    layOut(folder);
    const [, , command = '', ...words] = wordsOf(textsOf(image, 'ENTRYPOINT').join(''));
    const given = { ...environment, HOST: '127.0.0.1', PORT: '0', DATA_DIR: join(folder, 'data') };
    started = spawn(
      command === 'node' ? process.execPath : command,
      [...words, ...wordsOf(textsOf(image, 'CMD').join(''))],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, HOME: folder, ...given },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const port = await portOf(started);
    expect(await healthOf(port)).toBe(0);
    started.kill('SIGTERM');
    expect(await once(started, 'exit')).toEqual([0, null]);
    expect(await healthOf(port)).toBe(1);
  });
});

/** The last stage's files, as its COPY lines bring them; packages are those that are installed here, as far as the image has them. */
function layOut(folder: string): void {
  for (const { from, sources, target } of copiesOf(image)) {
    for (const source of sources) {
      const place = join(folder, target.endsWith('/') ? join(target, basename(source)) : target);
      mkdirSync(join(place, '..'), { recursive: true });
      if (from === null) cpSync(join(root, source), place, { recursive: true });
      else linkPackages(place);
    }
  }
}

function linkPackages(place: string): void {
  for (const [path] of packagesOfTheImage()) {
    const [, name = '', ...inner] = path.split('node_modules/');
    if (inner.length > 0) continue; // it lies in one that is linked
    mkdirSync(join(place, name, '..'), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(place, name));
  }
}

/** What `npm ci` installs for it. */
function packagesOfTheImage(): [string, Readonly<Record<string, unknown>>][] {
  const { packages } = JSON.parse(readText('package-lock.json'));
  return Object.entries<Readonly<Record<string, unknown>>>(packages).filter(
    ([path, { dev, optional, devOptional, peer }]) => path !== '' && !dev && !optional && !devOptional && !peer,
  );
}

/** The port that it says it listens on. */
function portOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const port = /"url":"http:\/\/127\.0\.0\.1:(\d+)"/.exec(said)?.[1];
        if (port !== undefined) resolve(port);
      });
    }
    child.once('exit', () => reject(new Error(`it did not start:\n${said}`)));
  });
}

/** Exit status of the image's own check. */
async function healthOf(port: string): Promise<number | null> {
  const [, ...words] = wordsOf(healthCheck).map((word) => word.replace(`:${environment.PORT}/`, `:${port}/`));
  const check = spawn(process.execPath, words, { stdio: 'ignore' });
  const [status] = await once(check, 'exit');
  return status;
}

describe('the composition', () => {
  const composition = parse(readText('docker-compose.yml'), { merge: true });
  const { web, worker, database } = composition.services;

  it('is one web, two workers and a PostgreSQL of an exact version', () => {
    expect(Object.keys(composition.services)).toEqual(['web', 'worker', 'database']);
    expect([web.command, worker.command, worker.deploy.replicas]).toEqual([['web'], ['worker'], 2]);
    expect(database.image).toMatch(/^postgres:\d+\.\d+(-\w+)?$/);
    for (const service of [web, worker])
      expect(service.environment.DATABASE_URL).toMatch(/@database:5432\/palimpsest$/);
  });

  it('has its secrets from a file that is committed nowhere', () => {
    for (const service of [web, worker]) expect(service.env_file).toBe('.env');
    expect(readText('.gitignore').split('\n')).toContain('.env');
    const secrets = [...JSON.stringify(composition).matchAll(/(?:PASSWORD|KEY|SECRET|TOKEN)":"([^"]*)"/g)];
    expect(secrets.map(([, value]) => value)).toEqual([expect.stringMatching(/^\$\{POSTGRES_PASSWORD:\?.+\}$/)]);
    const filled = readText('examples/app.env').matchAll(/^#?(\w*(?:PASSWORD|KEY|SECRET|TOKEN))=(.*)$/gm);
    expect([...filled].map(([, , value]) => value).filter((value) => value !== '')).toEqual([]);
  });

  it('sets what the App reads, as the image and the example do', () => {
    const known = new Set<string>(VARIABLE_NAMES);
    const inExample = [...readText('examples/app.env').matchAll(/^#?(\w+)=/gm)].map(([, name = '']) => name);
    const named = [web, worker].flatMap((service) => Object.keys(service.environment));
    const all = [...inExample, ...named, ...Object.keys(environment)];
    expect(all.filter((name) => !known.has(name))).toEqual(['POSTGRES_PASSWORD', 'NODE_ENV']);
    const filledIn = (text: string) => text.replace(/\$\{\w+:\?[^}]*\}/, 'filled-in');
    for (const { environment: given } of [web, worker]) {
      const settings = Object.entries<string>(given).map(([key, text]) => [key, filledIn(text)]);
      expect(() => readAppSettings(Object.fromEntries(settings))).not.toThrow();
    }
  });

  it('waits for a healthy database, and ends in order', () => {
    expect(database.healthcheck.test).toContain('pg_isready');
    for (const service of [web, worker]) {
      expect(service.depends_on.database.condition).toBe('service_healthy');
      // the App gives itself 20 seconds
      expect(Number.parseInt(service.stop_grace_period, 10)).toBeGreaterThan(20);
      expect(service.restart).toBe('unless-stopped');
    }
  });

  it('opens one port, to this machine alone, and gives up what it does not need', () => {
    expect(web.ports).toEqual([`127.0.0.1:3000:${environment.PORT}`]);
    expect([worker.ports, database.ports]).toEqual([undefined, undefined]);
    for (const service of [web, worker]) {
      expect(service.cap_drop).toEqual(['ALL']);
      expect(service.security_opt).toEqual(['no-new-privileges:true']);
    }
  });

  it('keeps what it keeps in volumes that it names', () => {
    expect(web.volumes).toEqual([`app:${environment.DATA_DIR}`]);
    expect(worker.volumes).toEqual(web.volumes);
    expect(Object.keys(composition.volumes)).toEqual(['app', 'database']);
  });
});

function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

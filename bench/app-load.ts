// `npm run bench:app -- [--events N] [--paced N] [--database URL] [--latency]`: the App, the shipped bundle in processes of its own, on a
// database and in threads that are real: how soon it answers webhooks while it evaluates a project of 2,000 methods, and whether
// it loses or doubles anything of so many pull requests of fifty repositories. `--database` names an empty PostgreSQL, for a web
// process and a worker instead of one process with the embedded database.

import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { appEnvironment, type RunningApp, startAppProcess, WEBHOOKS, webhookHeaders } from '../test/support/app.ts';
import { checksOf, ours, tasksIn } from '../test/support/app-watch.ts';
import { BOOKS, STREAMS } from '../test/support/books.ts';
import {
  type FakeApp,
  type FakeGitHub,
  type FakePullRequest,
  type FakeRepository,
  startFakeGitHub,
} from '../test/support/fake-github.ts';
import { table } from './cost.ts';

const SENDER = fileURLToPath(new URL('app/sender.mjs', import.meta.url));
const REPOSITORIES = 50;
const DELIVERIES = 500;
const SECONDS = 10;
/** Of {@link largeProject}. */
const FILES = 250;
const METHODS = 2_000;
/** Such projects: one after the other, so that one of them is under way as long as webhooks come. */
const EVALUATED = 4;

interface Fleet {
  readonly gitHub: FakeGitHub;
  readonly app: FakeApp;
  readonly web: RunningApp;
  /** Every process. */
  readonly all: readonly RunningApp[];
}

async function withFleet<T>(
  { database, paced }: { database: string | undefined; paced: boolean },
  work: (fleet: Fleet) => Promise<T>,
): Promise<T> {
  const gitHub = await startFakeGitHub();
  // nobody's limit is what is measured
  gitHub.limitRate({ kind: 'primary', afterRequests: 10_000_000, resetInSeconds: 100_000 });
  const app = gitHub.registerApp();
  const environment = { ...appEnvironment(gitHub, app), PACE_WRITES: String(paced) };
  const onServer = { ...environment, DATABASE_URL: database ?? '', WORKER_PORT: '0' };
  const all =
    database === undefined
      ? [await startAppProcess(environment)]
      : [await startAppProcess(onServer, 'web'), await startAppProcess(onServer, 'worker')];
  const [web] = all;
  if (web === undefined) throw new Error('no process');
  try {
    return await work({ gitHub, app, web, all });
  } finally {
    await Promise.all(all.map((each) => each.stop()));
    await gitHub.close();
  }
}

interface Webhook {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Pull requests of fifty repositories, and what GitHub would send of them. */
async function pullRequests({ gitHub, app }: Fleet, count: number) {
  const repositories = [];
  for (let index = 0; index < Math.min(REPOSITORIES, count); index++) {
    const repository = await gitHub.addRepository(`acme/books-${index}`, { files: BOOKS });
    await repository.commit('streams', STREAMS);
    repositories.push(repository);
  }
  const installation = await gitHub.install(app, repositories);
  const pulls: FakePullRequest[] = [];
  const webhooks: Webhook[] = [];
  for (let index = 0; index < count; index++) {
    const repository = repositories[index % repositories.length];
    if (repository === undefined) throw new Error('no repository');
    const head = `streams-${index}`;
    await repository.commit(head, { ...STREAMS, 'NOTES.md': `# ${index}\n` });
    const pull = await repository.openPullRequest({ head });
    const { payload } = gitHub.enterpriseEvents.pullRequest('opened', pull);
    const body = JSON.stringify({ ...payload, installation: { id: installation.id } });
    pulls.push(pull);
    webhooks.push({ body, headers: webhookHeaders('pull_request', body, app.webhookSecret) });
  }
  return { installation, pulls, webhooks };
}

/** Milliseconds of each answer, from when it was due to be sent: the fake GitHub is busy in this process, so another one sends. */
async function answers(url: string, webhooks: readonly Webhook[], seconds: number): Promise<readonly number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'));
  try {
    const file = join(folder, 'webhooks.json');
    writeFileSync(file, JSON.stringify(webhooks));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [SENDER, `${url}${WEBHOOKS}`, file, String(seconds)],
      {
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return JSON.parse(stdout) as readonly number[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** 250 files of eight methods, no two of them alike. */
function largeProject(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let file = 0; file < FILES; file++) {
    const methods = Array.from({ length: METHODS / FILES }, (_, method) => {
      const name = `sum${file}x${method}`;
      return `    public long ${name}(java.util.List<Long> values, long limit) {
        long ${name}Total = ${file};
        for (long value : values) {
            if (value > limit + ${method}) {
                throw new IllegalArgumentException("${name}: " + value);
            }
            ${name}Total += value * ${file + method + 1};
        }
        return ${name}Total;
    }\n`;
    });
    files[`src/main/java/large/Sums${file}.java`] =
      `package large;\n\npublic class Sums${file} {\n${methods.join('\n')}}\n`;
  }
  return files;
}

/** While a project of 2,000 methods is evaluated. */
async function latencyRow(database: string | undefined): Promise<readonly string[]> {
  return withFleet({ database, paced: true }, async (fleet) => {
    const { gitHub, app, web, all } = fleet;
    const { webhooks } = await pullRequests(fleet, DELIVERIES);
    const large: FakeRepository[] = [];
    for (let index = 0; index < EVALUATED; index++) {
      large.push(await gitHub.addRepository(`acme/large-${index}`, { files: largeProject() }));
    }
    const before = tasksIn(...all).length;
    const deliveries = gitHub.deliverTo(`${web.url}${WEBHOOKS}`, app.webhookSecret);
    await gitHub.install(app, large);
    await deliveries.settled();
    while (!all.some((each) => each.log().includes('"repository":"acme/large-'))) await wait(20);
    const load = loadavg()[0] ?? 0;
    const sorted = [...(await answers(web.url, webhooks, SECONDS))].sort((a, b) => a - b);
    const evaluated = tasksIn(...all)
      .slice(before)
      .filter(({ kind }) => kind === 'keep-ledger');
    const figures = [0.5, 0.9, 0.99, 1].map((share) => quantile(sorted, share));
    return [
      `${DELIVERIES} webhooks in ${SECONDS} s, ${database === undefined ? 'embedded' : 'PostgreSQL'}`,
      ...figures,
      evaluated.length < EVALUATED ? 'all along' : 'in part',
      load.toFixed(1),
    ];
  });
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}

/** So many pull requests of fifty repositories, until all of them are told. Throws when something is lost or doubled. */
async function loadRow(
  count: number,
  given: { database: string | undefined; paced: boolean },
): Promise<readonly string[]> {
  return withFleet(given, async (fleet) => {
    const { pulls, webhooks } = await pullRequests(fleet, count);
    const { web, all } = fleet;
    const megabytes: number[] = [];
    const measuring = setInterval(() => {
      megabytes.push(all.map(residentMegabytes).reduce((sum, each) => sum + each, 0));
    }, 2_000);
    const startMs = performance.now();
    const load = loadavg()[0] ?? 0;
    await answers(web.url, webhooks, Math.max(1, count / 50));
    while (pulls.some((pull) => !isTold(pull))) await wait(200);
    const seconds = (performance.now() - startMs) / 1_000;
    clearInterval(measuring);
    await wait(2_000); // for whatever would come twice
    const doubled = pulls.filter(
      (pull) => ours(pull).length !== 1 || checksOf(pull).some((run) => run.conclusion === null),
    );
    if (doubled.length > 0) throw new Error(`${doubled.length} pull requests were told twice, or not to the end`);
    const tasks = tasksIn(...all).filter(({ kind }) => kind === 'check-pull-request');
    const [second, fourth] = [
      megabytes.slice(megabytes.length / 4, megabytes.length / 2),
      megabytes.slice(-megabytes.length / 4),
    ];
    return [
      `${count} pull requests, ${given.paced ? 'paced' : 'not paced'}, ${given.database === undefined ? 'embedded' : 'PostgreSQL'}`,
      seconds.toFixed(0),
      (count / seconds).toFixed(2),
      `${tasks.filter(({ outcome }) => outcome === 'done').length} done, ${tasks.filter(({ outcome }) => outcome !== 'done').length} tried again`,
      `${mean(second).toFixed(0)} → ${mean(fourth).toFixed(0)}, at most ${Math.max(...megabytes).toFixed(0)}`,
      `${load.toFixed(1)} → ${(loadavg()[0] ?? 0).toFixed(1)}`,
    ];
  });
}

function isTold(pull: FakePullRequest): boolean {
  return ours(pull).length > 0 && checksOf(pull).some(({ status }) => status === 'completed');
}

/** Of one process, as Linux has it. */
function residentMegabytes({ pid }: RunningApp): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);
}

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000' },
    paced: { type: 'string', default: '40' },
    database: { type: 'string' },
    latency: { type: 'boolean', default: false },
  },
});
const { database } = values;
const columns = ['p50 ms', 'p90 ms', 'p99 ms', 'worst ms', 'evaluating', 'load'];
console.log(table(['Answers while 2,000 methods are evaluated', ...columns], [[...(await latencyRow(database))]]));
if (!values.latency) {
  const rows = [
    await loadRow(Number(values.events), { database, paced: false }),
    await loadRow(Number(values.paced), { database, paced: true }),
  ];
  console.log(
    table(
      ['Load', 'seconds', 'a second', 'checks', 'MB (2nd quarter → last)', 'load'],
      rows.map((row) => [...row]),
    ),
  );
}

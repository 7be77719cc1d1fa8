// `npx tsx bench/app.ts`: how soon the App, the shipped bundle in a process of its own, answers 500 webhooks in ten seconds,
// while a task computes in a thread of it.

import { createRequire } from 'node:module';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { appEnvironment, startAppProcess, WEBHOOKS, webhookHeaders } from '../test/support/app.ts';
import { startFakeGitHub } from '../test/support/fake-github.ts';
import { table } from './cost.ts';

const DELIVERIES = 500;
const SECONDS = 10;
const REPOSITORIES = 50;
const BUSY = fileURLToPath(new URL('app/busy-thread.mjs', import.meta.url));

/** Milliseconds of each answer, from when it was due to be sent; and of the processor for each, busy threads included. */
async function answers(busyThreads: number): Promise<{ readonly all: readonly number[]; readonly cpuMs: number }> {
  const gitHub = await startFakeGitHub();
  const app = gitHub.registerApp();
  const busy = { NODE_OPTIONS: `--import ${BUSY}`, BUSY_THREADS: String(busyThreads) };
  const running = await startAppProcess({ ...appEnvironment(gitHub, app), ...busy });
  try {
    const webhooks = Array.from({ length: DELIVERIES }, (_, index) => {
      const body = JSON.stringify(pullRequest(index));
      return { body, headers: webhookHeaders('pull_request', body, app.webhookSecret) };
    });
    const before = await cpuSeconds(running.url);
    const startMs = performance.now() + 100;
    const all = await Promise.all(
      webhooks.map(async ({ body, headers }, index) => {
        const dueMs = startMs + (index * SECONDS * 1_000) / DELIVERIES;
        await wait(Math.max(0, dueMs - performance.now()));
        const response = await fetch(`${running.url}${WEBHOOKS}`, { method: 'POST', body, headers });
        await response.arrayBuffer();
        if (response.status !== 200) throw new Error(`a webhook was answered by ${response.status}`);
        return performance.now() - dueMs;
      }),
    );
    return { all, cpuMs: (((await cpuSeconds(running.url)) - before) * 1_000) / DELIVERIES };
  } finally {
    await running.stop();
    await gitHub.close();
  }
}

async function cpuSeconds(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1]);
}

interface Example {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

const EXAMPLES: readonly Example[] = createRequire(import.meta.url)('@octokit/webhooks-examples');

/** What GitHub documents of an opened pull request, of one of so many repositories. */
function pullRequest(index: number): Readonly<Record<string, unknown>> {
  const { examples = [] } = EXAMPLES.find(({ name }) => name === 'pull_request') ?? {};
  const example = examples.find(({ action }) => action === 'opened') as { pull_request: object; repository: object };
  const repository = { ...example.repository, id: 1 + (index % REPOSITORIES) };
  return {
    ...example,
    installation: { id: 1 },
    repository,
    pull_request: { ...example.pull_request, number: index + 1 },
  };
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}

/** Without a busy thread as well, for comparison. */
export async function appTable(): Promise<string> {
  const rows: string[][] = [];
  for (const threads of [0, 1, 2]) {
    const { all, cpuMs } = await answers(threads);
    const sorted = [...all].sort((a, b) => a - b);
    const figures = [0.5, 0.99, 1].map((share) => quantile(sorted, share));
    rows.push([String(threads), ...figures, threads === 0 ? cpuMs.toFixed(1) : '–', '≤ 200 at p99']);
  }
  return table(
    [
      `${DELIVERIES} webhooks in ${SECONDS} s, busy threads`,
      'p50 ms',
      'p99 ms',
      'worst ms',
      'processor ms each',
      'asked for',
    ],
    rows,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await appTable());

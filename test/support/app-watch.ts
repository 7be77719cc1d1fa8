// What a test of the App's process waits for and counts: comments, check runs, and what the log says of tasks.

import { setTimeout as wait } from 'node:timers/promises';
import type { RunningApp } from './app.ts';
import type { CheckRun, Comment, FakePullRequest } from './fake-github.ts';

const PATIENCE_MS = 60_000;

/** What `look` finds when it finds something; rejects with the end of the logs when it does not come to that. */
export async function until<T>(
  what: string,
  look: () => Promise<T | null | false> | T | null | false,
  ...apps: readonly RunningApp[]
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = await look();
    if (found !== null && found !== false) return found;
    await wait(25);
  }
  throw new Error(`it did not come to this: ${what}\n${apps.map((app) => app.log().slice(-4_000)).join('\n---\n')}`);
}

/** The App's comments on a pull request. */
export function ours(pull: FakePullRequest): readonly Comment[] {
  return pull.comments().filter(({ author }) => author === 'palimpsest[bot]');
}

/** The check runs of its head. */
export function checksOf(pull: FakePullRequest): readonly CheckRun[] {
  return pull.repository.checkRuns.filter(({ headSha }) => headSha === pull.headSha);
}

/** Everything that the App says of a pull request is said: one comment, one check run, which is over. */
export async function told(pull: FakePullRequest, ...apps: readonly RunningApp[]): Promise<void> {
  const isTold = () => ours(pull).length > 0 && checksOf(pull).some(({ status }) => status === 'completed');
  await until(`${pull.repository.fullName}#${pull.number} told`, isTold, ...apps);
}

export interface TaskLine {
  readonly kind: string;
  readonly outcome: 'done' | 'failed' | 'called-off';
  readonly level: string;
  readonly repository?: number;
  readonly pullRequest?: number;
  readonly err?: { readonly message: string };
}

/** Every task that ended, as the log has it. */
export function tasksIn(...apps: readonly RunningApp[]): readonly TaskLine[] {
  const lines = apps.flatMap((app) => app.log().split('\n'));
  return lines.filter((line) => line.includes('"msg":"task"')).map((line): TaskLine => JSON.parse(line));
}

/** The checks of a pull request that ended. */
export function checkTasks(pull: FakePullRequest, ...apps: readonly RunningApp[]): readonly TaskLine[] {
  const { id } = pull.repository.state;
  return tasksIn(...apps).filter(
    ({ kind, repository, pullRequest }) =>
      kind === 'check-pull-request' && repository === id && pullRequest === pull.number,
  );
}

/** No task waits and none is under way, as `/metrics` has it. */
export async function idle(app: RunningApp): Promise<void> {
  await until(
    'nothing left to do',
    async () => {
      const text = await (await fetch(`${app.url}/metrics`)).text();
      return [...text.matchAll(/^palimpsest_queue_tasks\{.*\} (\d+)$/gm)].every(([, count]) => count === '0');
    },
    app,
  );
}

// What Prometheus may ask for. No name of an account, a repository or a model stands in it, so that its size has a bound.

import { LRUCache } from 'lru-cache';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Task } from '../core/task.ts';
import type { TaskQueue } from '../ports/task-queue.ts';

/** What became of a webhook: tasks were written, all of them were known, none was asked for, … */
export type WebhookOutcome = 'queued' | 'known' | 'nothing' | 'refused' | 'unavailable';
export type TaskOutcome = 'done' | 'failed' | 'called-off';

export interface AppMetrics {
  webhook(event: string, outcome: WebhookOutcome): void;
  /** How long the answer to a webhook took. */
  webhookAnswered(seconds: number): void;
  task(kind: Task['kind'], outcome: TaskOutcome, seconds: number): void;
  /** How long a model took for one answer; by its provider, of which there are few. */
  generation(provider: string, seconds: number): void;
  /** What GitHub said an installation has left of its requests of this hour. */
  budget(installation: number, remaining: number, limit: number): void;
  /** From here on the depth of this queue is shown. */
  watch(queue: Pick<TaskQueue, 'depth'>): void;
  readonly contentType: string;
  text(): Promise<string>;
}

const EVENTS: ReadonlySet<string> = new Set([
  'check_run',
  'check_suite',
  'installation',
  'installation_repositories',
  'issue_comment',
  'ping',
  'pull_request',
  'push',
  'repository',
]);

/** Installations whose budget is remembered. */
const INSTALLATIONS = 10_000;
const HOUR_MS = 3_600_000;
/** How much of its budget an installation has left, in percent: at least so much. */
const BUDGETS = [75, 50, 25, 10, 1, 0] as const;

export function openMetrics(): AppMetrics {
  const registers = [new Registry()];
  const [registry = new Registry()] = registers;
  collectDefaultMetrics({ register: registry });
  const webhooks = new Counter({
    name: 'palimpsest_webhooks_total',
    help: 'Webhooks by event and by what became of them.',
    labelNames: ['event', 'outcome'],
    registers,
  });
  const answers = new Histogram({
    name: 'palimpsest_webhook_answer_seconds',
    help: 'Time until a webhook was answered.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10],
    registers,
  });
  const tasks = new Histogram({
    name: 'palimpsest_task_seconds',
    help: 'Time that tasks took, by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 900, 3_600],
    registers,
  });
  const generations = new Histogram({
    name: 'palimpsest_generation_seconds',
    help: 'Time that a model took for an answer, by provider; answers that were kept from before are not among them.',
    labelNames: ['provider'],
    buckets: [0.001, 0.01, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 120],
    registers,
  });
  const budgets = new LRUCache<number, number>({ max: INSTALLATIONS, ttl: HOUR_MS });
  new Gauge({
    name: 'palimpsest_github_budget_installations',
    help: 'Installations by the part of their hourly requests to GitHub that they have left, in percent, at least.',
    labelNames: ['left'],
    registers,
    collect() {
      const counts = new Map<number, number>(BUDGETS.map((least) => [least, 0]));
      for (const left of budgets.values()) {
        const least = BUDGETS.find((bound) => left >= bound) ?? 0;
        counts.set(least, (counts.get(least) ?? 0) + 1);
      }
      for (const [least, count] of counts) this.set({ left: String(least) }, count);
    },
  });
  let queue: Pick<TaskQueue, 'depth'> | null = null;
  new Gauge({
    name: 'palimpsest_queue_tasks',
    help: 'Tasks by kind that wait or are under way.',
    labelNames: ['kind', 'state'],
    registers,
    async collect() {
      this.reset();
      // a database that is not to be had must not take the other figures away
      const depth = await queue?.depth().catch(() => null);
      for (const [kind, count] of Object.entries(depth?.waiting ?? {})) this.set({ kind, state: 'waiting' }, count);
      for (const [kind, count] of Object.entries(depth?.underWay ?? {})) this.set({ kind, state: 'under-way' }, count);
    },
  });
  return {
    webhook: (event, outcome) => webhooks.inc({ event: EVENTS.has(event) ? event : 'other', outcome }),
    webhookAnswered: (seconds) => answers.observe(seconds),
    task: (kind, outcome, seconds) => tasks.observe({ kind, outcome }, seconds),
    generation: (provider, seconds) => generations.observe({ provider }, seconds),
    budget(installation, remaining, limit) {
      if (limit > 0) budgets.set(installation, (100 * remaining) / limit);
    },
    watch(watched) {
      queue = watched;
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

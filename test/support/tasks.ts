// Tasks told by what a test is about, and a worker's hands that write down what they were given.

import { setTimeout as pause } from 'node:timers/promises';
import type { Task } from '../../src/core/task.ts';
import type { DoTask, TaskQueue } from '../../src/ports/task-queue.ts';

export function checkTask(installation: number, pullRequest: number, owner = 'acme'): Task {
  const repository = { installation, id: installation * 100, owner, name: 'ledger' };
  return { kind: 'check-pull-request', repository, pullRequest, approval: null };
}

export function commandTask(installation: number, text: string): Task {
  const repository = { installation, id: installation * 100, owner: 'acme', name: 'ledger' };
  return { kind: 'command', repository, pullRequest: 1, comment: { id: 1, author: 'ada', text } };
}

interface Manner {
  /** Each task goes on until it is released, or called off. */
  readonly hold?: boolean;
  readonly holdIf?: (task: Task) => boolean;
  /** Goes on although it was called off. */
  readonly deaf?: boolean;
  readonly forMs?: number;
  readonly failIf?: (task: Task, attempt: number) => boolean;
  readonly failure?: Error;
}

export class Performance {
  readonly tasks: Task[] = [];
  readonly deliveries: (string | null | undefined)[] = [];
  readonly #manner: Manner;
  readonly #signals: AbortSignal[] = [];
  readonly #held: (() => void)[] = [];
  readonly #active = new Set<Task>();
  readonly #together: (readonly Task[])[] = [];
  #isOpen = false;

  constructor(manner: Manner = {}) {
    this.#manner = manner;
  }

  get texts(): string[] {
    return this.tasks.flatMap((task) => (task.kind === 'command' ? [task.comment.text] : []));
  }

  readonly perform: DoTask = async (task, signal, delivery) => {
    const { hold = false, holdIf = () => hold, deaf = false, forMs = 0, failIf, failure } = this.#manner;
    this.tasks.push(task);
    this.deliveries.push(delivery);
    this.#signals.push(signal);
    this.#active.add(task);
    this.#together.push([...this.#active]);
    try {
      if (forMs > 0) await pause(forMs);
      if (holdIf(task) && !this.#isOpen) {
        await new Promise<void>((resolve, reject) => {
          this.#held.push(resolve);
          if (!deaf) signal.addEventListener('abort', () => reject(signal.reason));
        });
      }
      const attempt = this.tasks.filter((other) => JSON.stringify(other) === JSON.stringify(task)).length;
      if (failIf?.(task, attempt)) throw failure ?? new TypeError('the page has no rows');
    } finally {
      this.#active.delete(task);
    }
  };

  /** Lets the oldest go on, or all of them and those to come. */
  release(count?: number): void {
    if (count === undefined) this.#isOpen = true;
    for (const go of this.#held.splice(0, count ?? this.#held.length)) go();
  }

  /** Resolves when so many were begun. */
  async count(tasks: number): Promise<void> {
    while (this.tasks.length < tasks) await pause(10);
  }

  /** Resolves when a task, by the order of their beginnings, was called off. */
  async calledOff(index: number): Promise<void> {
    while (!this.wasCalledOff(index)) await pause(10);
  }

  wasCalledOff(index: number): boolean {
    return this.#signals[index]?.aborted === true;
  }

  mostAtOnceOf(which: (task: Task) => boolean): number {
    return Math.max(0, ...this.#together.map((tasks) => tasks.filter(which).length));
  }
}

/** Resolves when nothing waits and nothing is under way. */
export async function empty(queue: TaskQueue): Promise<void> {
  for (;;) {
    const { waiting, underWay } = await queue.depth();
    const counts: readonly number[] = [...Object.values(waiting), ...Object.values(underWay)];
    if (counts.every((count) => count === 0)) return;
    await pause(50);
  }
}

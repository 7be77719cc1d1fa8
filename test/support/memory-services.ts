// Queue and documents in the memory of one process, gone with it: what stands in until a database does.

import { coalescingKey, isQuick, type Task } from '../../src/core/task.ts';
import type { BlobStore, DocumentStore } from '../../src/ports/documents.ts';
import type { DoTask, TaskQueue, TaskWorker } from '../../src/ports/task-queue.ts';

interface Queued {
  readonly task: Task;
  readonly delivery: string | null;
}

class MemoryQueue implements TaskQueue, TaskWorker {
  readonly #known = new Set<string>();
  readonly #waiting: Queued[] = [];
  readonly #underWay = new Map<Queued, { readonly stop: AbortController; readonly end: Promise<void> }>();
  #doTask: DoTask | null = null;
  #room = { atOnce: 0, quickAtOnce: 0 };

  async add(task: Task, delivery: string | null): Promise<boolean> {
    const known = delivery === null ? null : `${delivery} ${JSON.stringify(task)}`;
    if (known !== null && this.#known.has(known)) return false;
    if (known !== null) this.#known.add(known);
    const key = coalescingKey(task);
    if (key !== null && this.#waiting.some((other) => coalescingKey(other.task) === key)) return false;
    for (const [other, { stop }] of this.#underWay) if (key !== null && coalescingKey(other.task) === key) stop.abort();
    this.#waiting.push({ task, delivery });
    this.#next();
    return true;
  }

  async follow(task: Task): Promise<void> {
    await this.add(task, null);
  }

  async depth() {
    return { waiting: counted(this.#waiting), underWay: counted([...this.#underWay.keys()]) };
  }

  async start(doTask: DoTask, room: { readonly atOnce: number; readonly quickAtOnce: number }): Promise<void> {
    this.#doTask = doTask;
    this.#room = { ...room };
    this.#next();
  }

  async stop(): Promise<void> {
    this.#doTask = null;
    for (const { stop } of this.#underWay.values()) stop.abort();
    await Promise.all([...this.#underWay.values()].map(({ end }) => end));
  }

  #next(): void {
    const doTask = this.#doTask;
    if (doTask === null) return;
    for (const quick of [true, false]) {
      const most = quick ? this.#room.quickAtOnce : this.#room.atOnce;
      const busy = [...this.#underWay.keys()].filter(({ task }) => isQuick(task) === quick).length;
      for (let room = most - busy; room > 0; room--) {
        const at = this.#waiting.findIndex(({ task }) => isQuick(task) === quick);
        const [queued] = at < 0 ? [] : this.#waiting.splice(at, 1);
        if (queued === undefined) break;
        const stop = new AbortController();
        const over = () => {
          this.#underWay.delete(queued);
          this.#next();
        };
        // whoever does it has told of its failure; here nothing is done twice
        const end = doTask(queued.task, stop.signal, queued.delivery).then(over, over);
        this.#underWay.set(queued, { stop, end });
      }
    }
  }
}

function counted(queued: readonly Queued[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { task } of queued) counts[task.kind] = (counts[task.kind] ?? 0) + 1;
  return counts;
}

function memoryDocuments(): DocumentStore {
  const kept = new Map<string, { version: string; text: string }>();
  let writes = 0;
  return {
    async read(keys) {
      return new Map(keys.flatMap((key) => (kept.has(key) ? [[key, kept.get(key) ?? { version: '', text: '' }]] : [])));
    },
    async keys(prefix) {
      return [...kept.keys()].filter((key) => key.startsWith(prefix)).sort();
    },
    async write(changes) {
      const fits = changes.every(
        ({ key, expected }) => expected === undefined || (kept.get(key)?.version ?? null) === expected,
      );
      if (!fits) return false;
      for (const { key, text } of changes) {
        if (text === null) kept.delete(key);
        else kept.set(key, { version: String(++writes), text });
      }
      return true;
    },
    async forget(prefix) {
      for (const key of [...kept.keys()]) if (key.startsWith(prefix)) kept.delete(key);
    },
  };
}

function memoryBlobs(): BlobStore {
  const kept = new Map<string, Map<string, Uint8Array>>();
  return {
    async get(names) {
      const found = new Map<string, Uint8Array>();
      for (const blobs of kept.values()) {
        for (const name of names) {
          const blob = blobs.get(name);
          if (blob !== undefined) found.set(name, blob);
        }
      }
      return found;
    },
    async put(owner, blobs) {
      kept.set(owner, new Map([...(kept.get(owner) ?? []), ...blobs]));
    },
    async forget(owner) {
      kept.delete(owner);
    },
  };
}

export function openMemory() {
  const queue = new MemoryQueue();
  return {
    queue,
    worker: queue,
    documents: memoryDocuments(),
    blobs: memoryBlobs(),
    close: async () => {},
    isReady: async (): Promise<string | null> => null,
  };
}

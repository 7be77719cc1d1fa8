// Worker threads that do long steps beside each other. A task is told to stop and stops itself: a thread that is killed
// in the middle of native code takes the whole process with it.

import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { ExpectedFailure, type FailureCode } from '../errors.ts';

/** What a thread is handed: the task, and where it tells what it has and hears that it should stop. */
export interface Handed<Task> {
  readonly task: Task;
  readonly port: MessagePort;
}

/** How a task ended. An error keeps no more than its message on the way between threads, so failures travel as data. */
export type Ended<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly message: string; readonly remedy: string };

export interface WorkerPool<Task> {
  /** Runs as soon as a thread is free. `onMessage` is handed what the task tells on the way, all of it before the end. */
  run<Message, Result>(task: Task, onMessage: (message: Message) => void): Promise<Result>;
  /** Stops what is under way, waits for it, and ends the threads. */
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  /** A module whose default export is {@link serve}'s result. */
  readonly file: URL;
  readonly threads: number;
  readonly signal: AbortSignal;
}

export async function openWorkerPool<Task>({ file, threads, signal }: WorkerPoolOptions): Promise<WorkerPool<Task>> {
  const { Tinypool } = await import('tinypool'); // not there where nothing is installed, and nobody asks for threads there
  const pool = new Tinypool({ filename: file.href, minThreads: 0, maxThreads: threads, runtime: 'worker_threads' });
  const ports = new Set<MessagePort>();
  const underWay = new Set<Promise<unknown>>();
  let stopped = false;
  const stop = () => {
    stopped = true;
    for (const port of ports) port.postMessage('stop');
  };
  signal.addEventListener('abort', stop);
  return {
    async run<Message, Result>(task: Task, onMessage: (message: Message) => void): Promise<Result> {
      signal.throwIfAborted();
      const { port1, port2 } = new MessageChannel();
      ports.add(port1);
      const told = new Promise<void>((resolve) => port1.on('close', resolve));
      port1.on('message', onMessage);
      if (stopped) port1.postMessage('stop');
      const handed: Handed<Task> = { task, port: port2 };
      const running: Promise<Ended<Result>> = pool.run(handed, { transferList: [port2] });
      underWay.add(running);
      try {
        const ended = await running;
        await told; // messages may arrive after the result
        if (ended.kind === 'done') return ended.result;
        signal.throwIfAborted(); // what stopped a task is what called the run off
        throw new ExpectedFailure(ended.code, ended.message, ended.remedy);
      } finally {
        ports.delete(port1);
        underWay.delete(running);
        port1.close();
      }
    },
    async close() {
      signal.removeEventListener('abort', stop);
      stop();
      await Promise.allSettled(underWay);
      await pool.destroy();
    },
  };
}

/** What a worker's module exports: does one task, hands on what it tells, and stops when it is told to. */
export function serve<Task, Message, Result>(
  perform: (task: Task, tell: (message: Message) => void, signal: AbortSignal) => Promise<Result>,
): (handed: Handed<Task>) => Promise<Ended<Result>> {
  return async ({ task, port }) => {
    const stopping = new AbortController();
    port.on('message', () => stopping.abort(STOPPED));
    try {
      const result = await perform(task, (message) => port.postMessage(message), stopping.signal);
      return { kind: 'done', result };
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      return { kind: 'failed', code: error.code, message: error.message, remedy: error.remedy };
    } finally {
      port.close();
    }
  };
}

const STOPPED = new ExpectedFailure('cancelled', 'stopped', 'Run the same command again to go on.');

// Tasks are done in threads, so that whoever answers webhooks is never kept waiting by a model.

import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { Tinypool } from 'tinypool';
import type { PacedKind } from '../compose/github.ts';
import type { RepositoryTask, Task } from '../core/task.ts';
import { ExpectedFailure, type FailureCode } from '../errors.ts';
import { isForGood } from '../ports/task-queue.ts';
import type { BlobStore, DocumentStore } from '../ports.ts';
import { keepFailures } from './told-failures.ts';

keepFailures();

/** What a thread reaches of the process that started it: plain data goes both ways. */
export interface ThreadServices {
  read(...given: Parameters<DocumentStore['read']>): ReturnType<DocumentStore['read']>;
  keys(...given: Parameters<DocumentStore['keys']>): ReturnType<DocumentStore['keys']>;
  write(...given: Parameters<DocumentStore['write']>): ReturnType<DocumentStore['write']>;
  forget(...given: Parameters<DocumentStore['forget']>): ReturnType<DocumentStore['forget']>;
  getBlobs(...given: Parameters<BlobStore['get']>): ReturnType<BlobStore['get']>;
  putBlobs(...given: Parameters<BlobStore['put']>): ReturnType<BlobStore['put']>;
  forgetBlobs(...given: Parameters<BlobStore['forget']>): ReturnType<BlobStore['forget']>;
  /** Asks for another task. */
  add(task: Task): Promise<void>;
  /** A token of an installation, good for minutes; another one than `refused`, which GitHub did not take. */
  token(installation: number, refused: string | null): Promise<string>;
  /** Settles when the next write of an installation may go out: all threads share its pace. */
  turn(installation: number, kind: PacedKind): Promise<void>;
  log(entry: LogEntry): void;
  /** What models took for their answers since it was last told, in milliseconds, by provider. */
  answered(times: Readonly<Record<string, readonly number[]>>): void;
  /** Settles when the task is called off, with the reason. */
  calledOff(): Promise<CalledOff>;
}

export interface CalledOff {
  readonly reason: string;
  /** Nothing of it is to be gone on with. */
  readonly forGood: boolean;
}

export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** What a thread is handed. */
export interface HandedTask<Settings> {
  readonly task: RepositoryTask;
  /** The webhook that asked for it; `null` for none. */
  readonly request: string | null;
  readonly settings: Settings;
  readonly port: MessagePort;
}

export type TaskEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly code: FailureCode; readonly message: string; readonly remedy: string };

export interface Threads {
  /** Throws what the task throws; an ExpectedFailure stays one. */
  do(
    given: Pick<HandedTask<unknown>, 'task' | 'request'>,
    signal: AbortSignal,
    services: Omit<ThreadServices, 'calledOff'>,
  ): Promise<void>;
  /** Ends the threads, when what is under way is over. */
  close(): Promise<void>;
}

export interface ThreadsOptions<Settings> {
  /** Its default export does a {@link HandedTask}. */
  readonly file: URL;
  readonly atOnce: number;
  /** Handed to every task; plain data. */
  readonly settings: Settings;
}

/** A thread takes most of a second to start; one that has nothing to do for so long gives its memory back. */
const IDLE_MS = 2 * 60_000;

/** Threads start with the first tasks, and stay for the next. */
export function openThreads<Settings>({ file, atOnce, settings }: ThreadsOptions<Settings>): Threads {
  const pool = new Tinypool({
    filename: file.href,
    runtime: 'worker_threads',
    minThreads: 0,
    maxThreads: atOnce,
    idleTimeout: IDLE_MS,
  });
  return {
    async do(given, signal, services) {
      signal.throwIfAborted();
      const { port1, port2 } = new MessageChannel();
      const calledOff = () =>
        new Promise<CalledOff>((resolve) => {
          const tell = () => resolve({ reason: String(signal.reason), forGood: isForGood(signal.reason) });
          if (signal.aborted) tell();
          else signal.addEventListener('abort', tell, { once: true });
        });
      const served: ThreadServices = { ...services, calledOff };
      expose(served, nodeEndpoint(port1));
      const handed: HandedTask<Settings> = { ...given, settings, port: port2 };
      try {
        const end: TaskEnd = await pool.run(handed, { transferList: [port2] });
        signal.throwIfAborted();
        if (end.kind === 'failed') throw new ExpectedFailure(end.code, end.message, end.remedy);
      } finally {
        port1.close();
      }
    },
    close: () => pool.destroy(),
  };
}

/** The two stores as a thread reaches them: one by one, for a port hands on functions alone. */
export function storesFor(
  documents: DocumentStore,
  blobs: BlobStore,
): Pick<ThreadServices, 'read' | 'keys' | 'write' | 'forget' | 'getBlobs' | 'putBlobs' | 'forgetBlobs'> {
  return {
    read: (keys) => documents.read(keys),
    keys: (prefix) => documents.keys(prefix),
    write: (changes) => documents.write(changes),
    forget: (prefix) => documents.forget(prefix),
    getBlobs: (names) => blobs.get(names),
    putBlobs: (owner, read) => blobs.put(owner, read),
    forgetBlobs: (owner) => blobs.forget(owner),
  };
}

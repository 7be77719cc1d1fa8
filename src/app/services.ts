// What every process of the App stands on: the queue, and what is kept.

import type { BlobStore, DocumentStore } from '../ports/documents.ts';
import type { TaskQueue, TaskWorker } from '../ports/task-queue.ts';
import { openMemory } from './memory.ts';
import type { AppSettings } from './settings.ts';

export interface Services {
  readonly queue: TaskQueue;
  readonly worker: TaskWorker;
  readonly documents: DocumentStore;
  readonly blobs: BlobStore;
  /** Nothing of it is used after that. */
  close(): Promise<void>;
  /** Why not, in a word; `null` when it is. */
  isReady(): Promise<string | null>;
}

/** Throws an ExpectedFailure where they are not to be had. */
export async function openServices(_settings: AppSettings): Promise<Services> {
  return openMemory();
}

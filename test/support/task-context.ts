// What a task of the App is done with, over a GitHub of our own: documents and contents in memory, a token of the App's.

import type { TaskContext } from '../../src/app/open-run.ts';
import type { LogEntry } from '../../src/app/threads.ts';
import { readEnvironment } from '../../src/config.ts';
import type { BlobStore } from '../../src/ports.ts';
import type { FakeGitHub } from './fake-github.ts';
import { octokitFor } from './github-of-a-test.ts';
import { MemoryDocuments } from './memory-documents.ts';

interface Kept {
  readonly documents?: MemoryDocuments;
  readonly blobs?: Map<string, Uint8Array>;
  readonly log?: LogEntry[];
  /** What models took for their answers, in milliseconds. */
  readonly answers?: [provider: string, ms: number][];
  readonly request?: string | null;
  /** The operator's file of models; with it, private addresses are allowed. */
  readonly modelsFile?: string | null;
  readonly trainingFolder?: string;
  readonly add?: TaskContext['add'];
  readonly signal?: AbortSignal;
}

export function taskContextOn(gitHub: FakeGitHub, kept: Kept = {}): TaskContext {
  const { documents = new MemoryDocuments(), blobs = new Map(), log = [], answers = [], request = null } = kept;
  const { modelsFile = null, trainingFolder = '/nowhere/training', add = async () => {} } = kept;
  const { signal = new AbortController().signal } = kept;
  const allowsPrivateAddresses = modelsFile !== null;
  const permissions = { contents: 'read', 'pull-requests': 'write', checks: 'write', issues: 'write' } as const;
  const token = gitHub.token({ login: 'palimpsest[bot]', permissions });
  return {
    documents,
    blobs: blobsIn(blobs),
    environment: readEnvironment({ PALIMPSEST_PARSER: 'wasm' }, false, '/nowhere'),
    installations: { client: () => octokitFor(gitHub, token), token: async () => token },
    baseUrl: 'https://palimpsest.example.org',
    modelsFile,
    allowsPrivateAddresses,
    trainingFolder,
    serverUrl: gitHub.origin,
    log: (entry) => log.push(entry),
    add,
    request,
    answered: (provider, ms) => answers.push([provider, ms]),
    signal,
  };
}

function blobsIn(blobs: Map<string, Uint8Array>): BlobStore {
  return {
    get: async (names) =>
      new Map(
        names.flatMap((name) => {
          const bytes = blobs.get(name);
          return bytes === undefined ? [] : [[name, bytes] as const];
        }),
      ),
    put: async (_, read) => {
      for (const [name, bytes] of read) blobs.set(name, bytes);
    },
    forget: async () => blobs.clear(),
  };
}

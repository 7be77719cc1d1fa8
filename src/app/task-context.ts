// What a task is done with in a thread: the database and the tokens are reached through the process that started it.

import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { Octokit } from '@octokit/rest';
import type { Remote } from 'comlink';
import packageJson from '../../package.json' with { type: 'json' };
import { GITHUB_PLUGINS, type GitHubApi, gitHubOptions, type WritePace } from '../compose/github.ts';
import { readEnvironment } from '../config.ts';
import type { TaskContext } from './open-run.ts';
import type { ThreadServices } from './threads.ts';

/** Plain data, handed to every task. */
export interface TaskSettings {
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly baseUrl: string | null;
  /** What a training leaves while it is under way lies below it. */
  readonly dataDir: string;
  readonly modelsFile: string | null;
  readonly allowsPrivateAddresses: boolean;
}

/** Below it, a folder for each repository of which a model is being trained, by its id. */
export function trainingFolderIn(dataDir: string): string {
  return resolve(dataDir, 'training');
}

/** `request`: the webhook that asked for the task. */
export function taskContext(
  request: string | null,
  { apiUrl, serverUrl, baseUrl, dataDir, modelsFile, allowsPrivateAddresses }: TaskSettings,
  services: Remote<ThreadServices>,
  { signal, answered }: Pick<TaskContext, 'signal' | 'answered'>,
): TaskContext {
  const environment = readEnvironment({ ...process.env, PALIMPSEST_PARSER: 'wasm' }, false, homedir());
  return {
    documents: {
      read: (keys) => services.read(keys),
      keys: (prefix) => services.keys(prefix),
      write: (changes) => services.write(changes),
      forget: (prefix) => services.forget(prefix),
    },
    blobs: {
      get: (names) => services.getBlobs(names),
      put: (owner, read) => services.putBlobs(owner, read),
      forget: (owner) => services.forgetBlobs(owner),
    },
    environment,
    installations: {
      client: (installation) => clientOf(installation, { apiUrl, services, signal }),
      token: (installation) => services.token(installation, null),
    },
    serverUrl,
    baseUrl,
    modelsFile,
    allowsPrivateAddresses,
    trainingFolder: trainingFolderIn(dataDir),
    log: (entry) => void services.log(entry),
    add: (task) => services.add(task),
    request,
    answered,
    signal,
  };
}

/** The App's key stays where it is: each request asks for the token of now. */
function clientOf(
  installation: number,
  { apiUrl, services, signal }: { apiUrl: string; services: Remote<ThreadServices>; signal: AbortSignal },
): GitHubApi {
  const warn = (message: string) => void services.log({ level: 'warn', message, facts: { installation } });
  const userAgent = `palimpsest/${packageJson.version}`;
  const Client = Octokit.plugin(...GITHUB_PLUGINS);
  const pace: WritePace = {
    write: () => services.turn(installation, 'write'),
    notifications: () => services.turn(installation, 'notifications'),
  };
  const client = new Client(gitHubOptions({ baseUrl: apiUrl, userAgent, signal, warn, pace }));
  client.hook.wrap('request', async (request, asked) => {
    const send = (token: string) => {
      asked.headers.authorization = `token ${token}`; // hooks further in are bound to these very options
      return request(asked);
    };
    const token = await services.token(installation, null);
    try {
      return await send(token);
    } catch (error) {
      // it was revoked: once more with a new one
      if (!(error instanceof Error && 'status' in error && error.status === 401)) throw error;
      return send(await services.token(installation, token));
    }
  });
  return client;
}

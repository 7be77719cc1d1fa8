// `transformers serve` on 127.0.0.1, a process for each model: one that changes between them drops what it has begun.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasFastBf16 } from './processor.ts';

/** Importing torch takes a minute where a machine has other work. */
const PATIENCE_MS = 300_000;
/** Requests at once, which cost hardly more than one. */
export const AT_ONCE = 8;
/** Memory for their tokens, which would otherwise be most of what is free. */
const BLOCKS = { tokens: 32, count: AT_ONCE * 32 };

export interface ModelServers {
  /** Where a folder of weights is served. */
  readonly baseUrl: (weights: string) => string;
  stop(): Promise<void>;
}

interface Served {
  readonly url: string;
  readonly log: string;
  readonly child: ChildProcess;
}

/** `models` are folders of weights, by names of one's own. A port is kept in `folder`: answers are kept by the address that gave them. */
export async function serveModels(
  programs: string,
  folder: string,
  models: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv,
): Promise<ModelServers> {
  const state = join(folder, 'servers');
  mkdirSync(state, { recursive: true });
  const served = new Map<string, Served>();
  const stop = async () => {
    for (const { child } of served.values()) {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
  };
  try {
    for (const [name, weights] of Object.entries(models))
      served.set(weights, await start(join(programs, 'transformers'), weights, join(state, name), env));
    for (const each of served.values()) await answers(each);
  } catch (error) {
    await stop();
    throw error;
  }
  const baseUrl = (weights: string) => {
    const url = served.get(weights)?.url;
    if (url === undefined) throw new Error(`${weights} is not served`);
    return `${url}/v1`;
  };
  return { baseUrl, stop };
}

async function start(program: string, weights: string, state: string, env: NodeJS.ProcessEnv): Promise<Served> {
  const kept = `${state}.port`;
  const port = existsSync(kept) ? Number(readFileSync(kept, 'utf8')) : await freePort();
  writeFileSync(kept, `${port}\n`);
  const log = `${state}.log`;
  const output = openSync(log, 'a');
  const address = ['--host', '127.0.0.1', '--port', String(port)];
  const batches = ['--cb-block-size', String(BLOCKS.tokens), '--cb-num-blocks', String(BLOCKS.count)];
  const settings = ['--dtype', hasFastBf16() ? 'bfloat16' : 'float32', '--continuous-batching', ...batches];
  const child = spawn(program, ['serve', weights, ...address, ...settings], {
    env: { ...env, HF_HUB_OFFLINE: '1', OMP_NUM_THREADS: '2' },
    stdio: ['ignore', output, output],
  });
  return { url: `http://127.0.0.1:${port}`, log, child };
}

async function answers({ url, log, child }: Served): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    const health = await fetch(`${url}/health`).catch(() => null);
    if (health?.ok === true) return;
    await sleep(500);
  }
  throw new Error(`transformers serve does not answer; it said what is in ${basename(log)}, in the folder of the run`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

// `transformers serve` on 127.0.0.1: it loads the folder of weights that a request names.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasFastBf16 } from './processor.ts';

/** Importing torch takes a minute where a machine has other work. */
const PATIENCE_MS = 300_000;

export interface ModelServer {
  readonly baseUrl: string;
  stop(): Promise<void>;
}

/** The port is kept in the folder: answers are kept by the address that gave them. */
export async function serveModels(programs: string, folder: string, env: NodeJS.ProcessEnv): Promise<ModelServer> {
  const kept = join(folder, 'port');
  const port = existsSync(kept) ? Number(readFileSync(kept, 'utf8')) : await freePort();
  writeFileSync(kept, `${port}\n`);
  const log = join(folder, 'server.log');
  const output = openSync(log, 'a');
  const address = ['--host', '127.0.0.1', '--port', String(port)];
  // several requests at once cost hardly more than one
  const settings = [
    '--model-timeout',
    '3600',
    '--dtype',
    hasFastBf16() ? 'bfloat16' : 'float32',
    '--continuous-batching',
  ];
  const child = spawn(join(programs, 'transformers'), ['serve', ...address, ...settings], {
    env: { ...env, HF_HUB_OFFLINE: '1', OMP_NUM_THREADS: '2' },
    stdio: ['ignore', output, output],
  });
  const stop = async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  const deadline = Date.now() + PATIENCE_MS;
  while (child.exitCode === null && Date.now() < deadline) {
    const health = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null);
    if (health?.ok === true) return { baseUrl: `http://127.0.0.1:${port}/v1`, stop };
    await sleep(500);
  }
  await stop();
  throw new Error(`transformers serve does not answer; it said what is in ${log}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

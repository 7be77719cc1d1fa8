// Self-hosted runners may reach the network through a proxy alone, which they name in the environment. Node's own fetch goes
// by that when it is told to at its start (Node 24, and 22 from 22.21 on), so the Action then starts itself once more.

import { spawn } from 'node:child_process';

const NAMED = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
const SWITCH = 'NODE_USE_ENV_PROXY';

/** Runs this very program with the proxy on; `null` where none is named, or it is on already. */
export async function runBehindProxy(env: NodeJS.ProcessEnv, program: string): Promise<number | null> {
  if (env[SWITCH] !== undefined || !NAMED.some((name) => env[name])) return null;
  const child = spawn(process.execPath, [program], { env: { ...env, [SWITCH]: '1' }, stdio: 'inherit' });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 2));
  });
}

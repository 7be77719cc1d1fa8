// The App as an operator starts it: the shipped bundle in a process of its own, and what it needs to know of a fake GitHub.

import { spawn } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FakeApp, FakeGitHub } from './fake-github.ts';

const BUNDLE = fileURLToPath(new URL('../../dist-app/app.js', import.meta.url));
/** What is to be done when the tests of the file are over. */
const leftOver: (() => void)[] = [];
process.once('exit', () => {
  for (const end of leftOver) end();
});

export const WEBHOOKS = '/api/github/webhooks';

export interface RunningApp {
  /** Such as `http://127.0.0.1:34567`. */
  readonly url: string;
  readonly pid: number;
  /** What it has logged so far. */
  readonly log: () => string;
  /** Waits until the log has a line in which this stands; rejects when the process ends before. */
  logged(text: string): Promise<void>;
  /** Resolves with the exit code; `null`: by a signal. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** The environment of an App that is registered there. */
export function appEnvironment(gitHub: FakeGitHub, app: FakeApp): Readonly<Record<string, string>> {
  return {
    ...unregistered(gitHub),
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
  };
}

/** The same before it is registered. */
export function unregistered({ origin }: Pick<FakeGitHub, 'origin'>): Readonly<Record<string, string>> {
  const { host } = new URL(origin);
  return { HOST: '127.0.0.1', PORT: '0', DATA_DIR: ownFolder(), GHE_HOST: host, GHE_PROTOCOL: 'http' };
}

/** Runs `npm start`; resolves when it answers, rejects with what it said when it ends instead. */
export async function startAppProcess(env: Readonly<Record<string, string>>, part = 'all'): Promise<RunningApp> {
  const child = spawn(process.execPath, [BUNDLE, part], {
    cwd: ownFolder(),
    // nothing of the test runner's: it has a BASE_URL of its own
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
    });
  }
  let isOver = false;
  const over = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      isOver = true;
      resolve(code);
    });
  });
  leftOver.push(() => child.kill('SIGKILL'));
  const logged = async (text: string) => {
    while (!log.includes(text)) {
      if (isOver) throw new Error(`the App ended before “${text}”: ${log}`);
      await wait(10);
    }
  };
  await logged('"url":');
  const url = /"url":"(http:[^"]+)"/.exec(log)?.[1] ?? '';
  return {
    url,
    pid: child.pid ?? 0,
    log: () => log,
    logged,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return over;
    },
  };
}

/** Headers of a webhook with this body. */
export function webhookHeaders(event: string, body: string, secret: string, id: string = randomUUID()) {
  return {
    'content-type': 'application/json',
    'x-github-delivery': id,
    'x-github-event': event,
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
}

/** Gone when the tests of the file are over. */
function ownFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'palimpsest-app-')));
  leftOver.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

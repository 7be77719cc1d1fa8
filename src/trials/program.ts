// One program, run within bounds: its time, what it may print, and an environment that holds no secret.

import { spawn } from 'node:child_process';

export interface Ended {
  /** `null` when it could not be started, or was ended from outside. */
  readonly exitCode: number | null;
  readonly timedOut: boolean;
  /** The end of what it printed. */
  readonly output: string;
}

export interface Bounds {
  /** Where it runs; its home and its place for temporary files too. */
  readonly folder: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

const MOST_OUTPUT = 1_000_000;
const KEPT_OUTPUT = 4_096;

/** Rejects with the signal's reason when it is aborted; whatever the program started in its group ends with it. */
export async function runBounded([command = '', ...args]: readonly string[], bounds: Bounds): Promise<Ended> {
  const { folder, timeoutMs, signal } = bounds;
  signal.throwIfAborted();
  const child = spawn(command, args, {
    cwd: folder,
    env: environmentIn(folder),
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: process.platform !== 'win32', // a group of its own, which is ended as one
  });
  const end = () => {
    try {
      if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL');
      else child.kill('SIGKILL');
    } catch {
      // it has ended already
    }
  };
  let [output, printed, timedOut] = ['', 0, false];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text.length;
    output = (output + text).slice(-KEPT_OUTPUT);
    if (printed > MOST_OUTPUT) end();
  });
  const timer = setTimeout(() => {
    timedOut = true;
    end();
  }, timeoutMs);
  signal.addEventListener('abort', end, { once: true });
  try {
    const exitCode = await new Promise<number | null>((resolve) => {
      child.on('error', () => resolve(null));
      child.on('close', resolve);
    });
    signal.throwIfAborted();
    return { exitCode, timedOut, output };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    end(); // what it left behind in its group
  }
}

/** Where programs are found, and nothing else: no key, no token, no option for a JVM. */
function environmentIn(folder: string): NodeJS.ProcessEnv {
  const { PATH, JAVA_HOME, SystemRoot } = process.env;
  const found = { PATH, JAVA_HOME, SystemRoot };
  const known = Object.entries(found).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), HOME: folder, TMPDIR: folder, LANG: 'C.UTF-8' };
}

// A program that runs beside us: lines in, lines out, and gone with its children when it is to be gone.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { outsideLine } from '../../core/outside-text.ts';

export interface ProgramEvents {
  onLine(line: string): void;
  /** It ended, or never began; nothing follows. `why` is one line. */
  onEnd(why: string): void;
}

export interface ProgramPlace {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** A line without an end would fill the memory. */
const LONGEST_LINE = 16 * 1024 * 1024;
/** What is kept of standard error, from its end. */
const TAIL = 2_000;
/** A program whose input has ended may put its things in order for so long. */
const GRACE_MS = 2_000;

/** Started without a shell, in a process group of its own. */
export class Program {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #events: ProgramEvents;
  readonly #ended: Promise<void>;
  readonly #killAtExit = () => this.#killGroup();
  #unread = '';
  #complaints = '';
  #isKilled = false;

  constructor({ command, args, folder }: ProgramPlace, events: ProgramEvents) {
    this.#events = events;
    this.#child = spawn(command, args, { cwd: folder, detached: process.platform !== 'win32', windowsHide: true });
    process.once('exit', this.#killAtExit);
    this.#child.stdout.setEncoding('utf8').on('data', (chunk: string) => this.#read(chunk));
    this.#child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      this.#complaints = (this.#complaints + chunk).slice(-TAIL);
    });
    this.#child.stdin.on('error', () => {}); // it ended without reading: what it said on the way out says more
    this.#ended = new Promise((resolve) => {
      const end = (why: string) => {
        process.off('exit', this.#killAtExit);
        this.#killGroup();
        resolve();
        events.onEnd(why);
      };
      this.#child.once('error', (error: NodeJS.ErrnoException) => end(cannotStart(command, error)));
      this.#child.once('exit', (code, signal) => {
        // Children may hold its output open; what it had said itself is read first.
        const told = () => end(`the program ${endedHow(code, signal)}${this.#tail()}`);
        const waited = setTimeout(told, 200);
        this.#child.once('close', () => {
          clearTimeout(waited);
          told();
        });
      });
    });
  }

  write(line: string): void {
    this.#child.stdin.write(line);
  }

  /** Ends it at once, with whatever it has started. */
  kill(): void {
    this.#isKilled = true;
    this.#killGroup();
  }

  /** Ends its input, and the program itself when that is not enough. */
  async close(): Promise<void> {
    this.#child.stdin.end();
    await Promise.race([this.#ended, sleep(GRACE_MS, undefined, { ref: false })]);
    this.kill();
    await this.#ended;
  }

  #read(chunk: string): void {
    if (this.#isKilled) return;
    const lines = (this.#unread + chunk).split('\n');
    this.#unread = lines.pop() ?? '';
    for (const line of lines) if (line.trim() !== '' && !this.#isKilled) this.#events.onLine(line);
    if (this.#unread.length > LONGEST_LINE) this.#events.onLine(this.#unread.slice(0, TAIL));
  }

  /** The line that names the error, which stack traces bury; else the last ones. */
  #tail(): string {
    const lines = this.#complaints.trimEnd().split('\n');
    const telling = lines.findLast((line) => /^\W*[\w.]*(error|exception|panic)/i.test(line));
    const said = outsideLine(telling ?? lines.slice(-3).join(' ').slice(-200), null, 200);
    return said === '' ? '' : `; it said last: ${said}`;
  }

  #killGroup(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      if (process.platform === 'win32') this.#child.kill();
      else process.kill(-pid, 'SIGKILL');
    } catch {
      // nobody is left
    }
  }
}

function cannotStart(command: string, error: NodeJS.ErrnoException): string {
  const name = outsideLine(command, null);
  if (error.code === 'ENOENT') return `there is no program ${name}, or no folder to run it in`;
  if (error.code === 'EACCES') return `${name} may not be run: it is no program, or has no permission`;
  return `${name} cannot be started (${error.code ?? outsideLine(error.message, null)})`;
}

function endedHow(code: number | null, signal: NodeJS.Signals | null): string {
  return signal === null ? `ended by itself with exit code ${code}` : `was ended by ${signal}`;
}

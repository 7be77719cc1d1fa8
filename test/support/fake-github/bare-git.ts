// One bare git repository, read and written by git's own plumbing.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

export interface GitObject {
  readonly oid: string;
  readonly type: 'blob' | 'tree' | 'commit' | 'tag';
  readonly content: Buffer;
}

/** git said no; its own words are the message. */
export class GitFailed extends Error {}

/** What a git process sees of the environment: nothing of the developer's own settings or repository. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' };
}

/** Runs git outside of any repository. */
export async function runGit(...args: readonly string[]): Promise<void> {
  await outputOf(spawn('git', args, { env: gitEnvironment() }), args, '');
}

function outputOf(child: ChildProcessWithoutNullStreams, args: readonly string[], input: string | Buffer = '') {
  return new Promise<Buffer>((done, fail) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done(Buffer.concat(out));
      else fail(new GitFailed(`git ${args.join(' ')}: ${Buffer.concat(err).toString()}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

export class BareGit {
  readonly folder: string;
  #batch: ObjectReader | null = null;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Runs git in the repository; rejects with {@link GitFailed} when its exit code is not 0. */
  run(args: readonly string[], options: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {}): Promise<Buffer> {
    return outputOf(this.start(args, options.env), args, options.input);
  }

  /** As {@link run}: what it printed, without the last line end. */
  async text(args: readonly string[], options: { input?: string; env?: NodeJS.ProcessEnv } = {}): Promise<string> {
    return (await this.run(args, options)).toString().replace(/\n$/, '');
  }

  /** As {@link text}, or `null` when git says no. */
  async tryText(args: readonly string[]): Promise<string | null> {
    try {
      return await this.text(args);
    } catch (error) {
      if (error instanceof GitFailed) return null;
      throw error;
    }
  }

  /** A git process in the repository, whose streams are the caller's. */
  start(args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
    return spawn('git', ['--git-dir', this.folder, ...args], {
      cwd: this.folder,
      env: { ...gitEnvironment(), ...env },
    });
  }

  /** The object that a revision expression such as `main:src/A.java` names; `null` when there is none. */
  object(expression: string): Promise<GitObject | null> {
    this.#batch ??= new ObjectReader(this.start(['cat-file', '--batch']));
    return this.#batch.read(expression);
  }

  /** The commit that a branch, tag, full ref or hash names, tags followed; `null` when there is none. */
  async commitOf(revision: string): Promise<string | null> {
    if (revision.startsWith('-') || revision === '' || revision.includes('..')) return null;
    for (const name of [`refs/heads/${revision}`, revision]) {
      const found = await this.object(`${name}^{commit}`);
      if (found !== null) return found.oid;
    }
    return null;
  }

  /** Writes a loose blob, as `git hash-object -w` does, without a process each. */
  writeBlob(content: Buffer): string {
    const whole = Buffer.concat([Buffer.from(`blob ${content.length}\0`), content]);
    const oid = createHash('sha1').update(whole).digest('hex');
    const folder = join(this.folder, 'objects', oid.slice(0, 2));
    const file = join(folder, oid.slice(2));
    if (existsSync(file)) return oid;
    mkdirSync(folder, { recursive: true });
    const unfinished = join(folder, `tmp_${randomUUID()}`);
    writeFileSync(unfinished, deflateSync(whole));
    renameSync(unfinished, file);
    return oid;
  }

  /** Moves a ref if it still stands at `from` (`null`: is not there yet); says whether it did. */
  async moveRef(ref: string, to: string | null, from?: string | null): Promise<boolean> {
    const old = from === undefined ? '' : (from ?? '0'.repeat(40));
    const command = to === null ? `delete ${ref} ${old}` : `update ${ref} ${to} ${old}`;
    try {
      await this.run(['update-ref', '--stdin'], { input: `${command.trimEnd()}\n` });
      return true;
    } catch (error) {
      if (error instanceof GitFailed) return false;
      throw error;
    }
  }

  /** Resolves when no process of git's has the repository open. */
  async close(): Promise<void> {
    await this.#batch?.close();
    this.#batch = null;
  }
}

/** One `git cat-file --batch`, kept open; it keeps the process alive only while somebody waits for an answer. */
class ObjectReader {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting: { done(object: GitObject | null): void; fail(error: Error): void }[] = [];
  #unread: Buffer[] = [];
  #length = 0;
  #needed = 0;

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    child.stdin.on('error', () => {});
    child.on('close', () => {
      for (const { fail } of this.#waiting.splice(0)) fail(new GitFailed('git cat-file ended'));
    });
    this.#hold(false);
  }

  read(expression: string): Promise<GitObject | null> {
    if (/[\n\0]/.test(expression)) return Promise.resolve(null);
    return new Promise((done, fail) => {
      this.#waiting.push({ done, fail });
      this.#hold(true);
      this.#child.stdin.write(`${expression}\n`);
    });
  }

  close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.resolve();
    this.#hold(true);
    this.#child.stdin.end();
    return new Promise((closed) => this.#child.once('close', () => closed()));
  }

  #take(chunk: Buffer): void {
    this.#unread.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#needed) return;
    let rest = Buffer.concat(this.#unread);
    for (;;) {
      const lineEnd = rest.indexOf(10);
      if (lineEnd === -1) break;
      const header = rest.subarray(0, lineEnd).toString();
      const match = /^([0-9a-f]{40}) (blob|tree|commit|tag) (\d+)$/.exec(header);
      const size = match === null ? 0 : Number(match[3]);
      const end = match === null ? lineEnd + 1 : lineEnd + 1 + size + 1;
      this.#needed = end;
      if (rest.length < end) break;
      const content = Buffer.from(rest.subarray(lineEnd + 1, lineEnd + 1 + size));
      const type = match?.[2] as GitObject['type'];
      this.#waiting.shift()?.done(match === null ? null : { oid: match[1] ?? '', type, content });
      rest = rest.subarray(end);
      this.#needed = 0;
    }
    this.#unread = [rest];
    this.#length = rest.length;
    if (this.#waiting.length === 0) this.#hold(false);
  }

  #hold(alive: boolean): void {
    const { stdin, stdout, stderr } = this.#child;
    for (const handle of [this.#child, stdin as Socket, stdout as Socket, stderr as Socket]) {
      if (alive) handle.ref();
      else handle.unref();
    }
  }
}

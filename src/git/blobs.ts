// Reading many blobs through one `git cat-file --batch`.

import { once } from 'node:events';
import { gitFailure, startFailure, startGit } from './command.ts';

const NEW_LINE = 0x0a;

/** Yields the contents of blobs in the order of their object names; `null` for one that is not there. */
export async function* readBlobs(directory: string, objectNames: readonly string[]): AsyncGenerator<Uint8Array | null> {
  if (objectNames.length === 0) return;
  const child = startGit(directory, ['cat-file', '--batch']);
  let problem = '';
  let startError: Error | undefined;
  child.on('error', (error) => {
    startError = startFailure(error, directory);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    problem += chunk.toString('utf8');
  });
  child.stdin.on('error', () => {}); // git ended early: told by what it printed
  child.stdin.end(`${objectNames.join('\n')}\n`);
  const closed = once(child, 'close').catch(() => undefined);

  const reader = new BatchReader(child.stdout);
  let read = 0;
  try {
    for (; read < objectNames.length; read++) {
      const header = await reader.line();
      if (header === undefined) break;
      const size = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
      if (size === undefined) yield null;
      else yield await reader.bytes(Number(size));
    }
  } finally {
    child.stdout.destroy();
    child.kill();
    await closed;
  }
  if (startError !== undefined) throw startError;
  if (read < objectNames.length) throw gitFailure('cat-file', problem);
}

/** Cuts a stream into lines and counted bytes. */
class BatchReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #buffer: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** The next line without its end; `undefined` at the end of the stream. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#buffer.indexOf(NEW_LINE);
      if (end >= 0) {
        const line = this.#buffer.toString('utf8', 0, end);
        this.#buffer = this.#buffer.subarray(end + 1);
        return line;
      }
      if (!(await this.#pull())) return undefined;
    }
  }

  /** The next `size` bytes; the line end that git puts after them is consumed. */
  async bytes(size: number): Promise<Uint8Array> {
    const pieces: Buffer[] = [];
    let missing = size + 1;
    for (;;) {
      const piece = this.#buffer.subarray(0, missing);
      this.#buffer = this.#buffer.subarray(piece.length);
      pieces.push(piece);
      missing -= piece.length;
      if (missing === 0) break;
      if (!(await this.#pull())) throw gitFailure('cat-file', 'the object database ended in the middle of a file');
    }
    return Buffer.concat(pieces).subarray(0, size);
  }

  async #pull(): Promise<boolean> {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#buffer = this.#buffer.length === 0 ? next.value : Buffer.concat([this.#buffer, next.value]);
    return true;
  }
}

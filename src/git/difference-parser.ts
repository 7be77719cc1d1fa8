// What `git diff-tree --stdin -z --raw --numstat` prints, read as it comes.

import type { FileDifference, FileSide } from '../ports.ts';

/** Two tree names, before the records of each pair. */
const HEADER = /^[0-9a-f]{40,64} [0-9a-f]{40,64}\n/;
const RAW = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/;
const REGULAR_FILE = /^100/;

interface RawRecord {
  readonly before: FileSide | null;
  readonly after: FileSide | null;
  readonly path: string;
}

interface LineCounts {
  readonly addedLines: number;
  readonly deletedLines: number;
}

const NONE: LineCounts = { addedLines: 0, deletedLines: 0 };

/** Cuts the stream into records and collects those of one pair of trees at a time. */
export class DifferenceParser {
  #rest: Buffer = Buffer.alloc(0);
  #isOpen = false;
  #records: RawRecord[] = [];
  #counts = new Map<string, LineCounts>();
  /** A record that waits for its paths, each of which is a field of its own. */
  #waiting: { readonly paths: number; readonly take: (...paths: string[]) => void } | null = null;
  #paths: string[] = [];

  /** The pairs that this chunk completes: a pair is complete when the next one begins. */
  push(chunk: Buffer): (readonly FileDifference[])[] {
    const done: (readonly FileDifference[])[] = [];
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      this.#field(data.toString('utf8', start, end), done);
      start = end + 1;
    }
    this.#rest = data.subarray(start);
    return done;
  }

  /** The last pair, and those without a difference before it. */
  end(): (readonly FileDifference[])[] {
    const done: (readonly FileDifference[])[] = [];
    this.#field(this.#rest.toString('utf8'), done);
    if (this.#isOpen) done.push(this.#take());
    this.#isOpen = false;
    return done;
  }

  #field(field: string, done: (readonly FileDifference[])[]): void {
    if (this.#waiting !== null) {
      this.#paths.push(field);
      if (this.#paths.length < this.#waiting.paths) return;
      const { take } = this.#waiting;
      const paths = this.#paths;
      this.#waiting = null;
      this.#paths = [];
      take(...paths);
      return;
    }
    let record = field;
    for (let header = HEADER.exec(record); header !== null; header = HEADER.exec(record)) {
      if (this.#isOpen) done.push(this.#take());
      this.#isOpen = true;
      record = record.slice(header[0].length);
    }
    if (record.startsWith(':')) this.#raw(record);
    else if (record !== '') this.#numstat(record);
  }

  #raw(record: string): void {
    const [, modeBefore = '', modeAfter = '', blobBefore = '', blobAfter = '', status] = RAW.exec(record) ?? [];
    const side = (mode: string, path: string, blob: string) => (REGULAR_FILE.test(mode) ? { path, blob } : null);
    const take = (before: string, after = before) => {
      const sides = { before: side(modeBefore, before, blobBefore), after: side(modeAfter, after, blobAfter) };
      if (sides.before !== null || sides.after !== null) this.#records.push({ ...sides, path: after });
    };
    this.#waiting = { paths: status === 'R' || status === 'C' ? 2 : 1, take };
  }

  /** `12\t3\tpath`; of a rename the third field is empty and two paths follow; of a binary file the counts are `-`. */
  #numstat(record: string): void {
    const [added, deleted, ...rest] = record.split('\t');
    const counts = { addedLines: Number(added) || 0, deletedLines: Number(deleted) || 0 };
    const path = rest.join('\t');
    if (path !== '') this.#counts.set(path, counts);
    else this.#waiting = { paths: 2, take: (_, after = '') => this.#counts.set(after, counts) };
  }

  #take(): readonly FileDifference[] {
    const differences = this.#records.map(({ before, after, path }) => ({
      before,
      after,
      ...(this.#counts.get(path) ?? NONE),
    }));
    this.#records = [];
    this.#counts = new Map();
    return differences;
  }
}

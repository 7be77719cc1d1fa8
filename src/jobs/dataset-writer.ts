// Writing examples: a line in each form, counted, hashed, and handed on in pieces.

import { createHash } from 'node:crypto';
import { DATASET_SPLITS, type DatasetForm, type DatasetSplit } from '../core/dataset-card.ts';
import { lineOf, type TrainingExample } from '../core/dataset-example.ts';
import type { DatasetTally } from '../core/dataset-tally.ts';
import type { TreeWriter } from '../ports.ts';

/** Characters of one file that are held before they are written. */
const PIECE = 1_000_000;

export class DatasetWriter {
  readonly #output: TreeWriter;
  readonly #forms: readonly DatasetForm[];
  readonly #tally: DatasetTally;
  readonly #digests = { train: newDigest(), validation: newDigest(), test: newDigest() };
  readonly #pieces = new Map<string, { lines: string[]; length: number }>();

  constructor(output: TreeWriter, forms: readonly DatasetForm[], tally: DatasetTally) {
    this.#output = output;
    this.#forms = forms;
    this.#tally = tally;
  }

  async add(split: DatasetSplit, path: string, example: TrainingExample): Promise<void> {
    this.#tally.example(split, path, example);
    const trl = lineOf(example, 'trl');
    this.#digests[split].update(trl);
    for (const form of this.#forms) {
      await this.#write(`${form}/${split}.jsonl`, form === 'trl' ? trl : lineOf(example, form));
    }
  }

  /** Writes what is still held; returns the hash of all splits. */
  async finish(): Promise<string> {
    for (const path of this.#pieces.keys()) await this.#flush(path);
    const digests = DATASET_SPLITS.map((split) => this.#digests[split].digest('hex'));
    return createHash('sha256').update(digests.join('\n')).digest('hex');
  }

  async #write(path: string, line: string): Promise<void> {
    const piece = this.#pieces.get(path) ?? { lines: [], length: 0 };
    this.#pieces.set(path, piece);
    piece.lines.push(line);
    piece.length += line.length;
    if (piece.length >= PIECE) await this.#flush(path);
  }

  async #flush(path: string): Promise<void> {
    const piece = this.#pieces.get(path);
    if (piece === undefined || piece.length === 0) return;
    this.#pieces.set(path, { lines: [], length: 0 });
    await this.#output.append(path, Buffer.from(piece.lines.join(''), 'utf8'));
  }
}

function newDigest() {
  return createHash('sha256');
}

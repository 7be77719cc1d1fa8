// How many lines of the main sources a month changed, beside how many there were.

import { packageByPath } from './scope.ts';

/** What became of one file between two states, with git's line counts. */
export interface FileChurn {
  /** `null` for a file that was not there. */
  readonly before: string | null;
  /** `null` for a file that is gone. */
  readonly after: string | null;
  readonly added: number;
  readonly deleted: number;
  /** Whether the file counts as main source before, and after. */
  readonly countedBefore: boolean;
  readonly countedAfter: boolean;
}

export interface Churn {
  /** Lines of main source where the month starts. */
  readonly lines: number;
  readonly added: number;
  readonly deleted: number;
  /** Main source files with at least one line added or deleted; a rename alone is no change. */
  readonly files: number;
  /** `(added + deleted) / lines`: a line written anew counts once as deleted and once as added. `null` for no lines. */
  readonly share: number | null;
}

export interface PackageChurn {
  /** `com.acme.books`; the same package of several modules is one. */
  readonly name: string;
  readonly added: number;
  readonly deleted: number;
  /** Lines where the history ends; 0 for a package that is gone. */
  readonly lines: number;
}

/** Walks from state to state and keeps the size of every file; a later state needs only what changed. */
export class ChurnCount {
  /** Lines of every file, whether it counts or not: it may move among those that do. */
  readonly #lines = new Map<string, number>();
  readonly #counted = new Set<string>();
  readonly #packages = new Map<string, { added: number; deleted: number }>();
  #size = 0;

  /** Takes the files of the first state, each as one that was not there before. Nothing of it is churn. */
  start(files: readonly FileChurn[]): void {
    for (const file of files) this.#place(file, 0);
  }

  /** Takes all files that differ between one state and the next. */
  step(files: readonly FileChurn[]): Churn {
    const lines = this.#size;
    const ofMain = files.filter(({ countedBefore, countedAfter }) => countedBefore || countedAfter);
    const changed = ofMain.filter(({ added, deleted }) => added + deleted > 0);
    const added = sum(changed.map((file) => file.added));
    const deleted = sum(changed.map((file) => file.deleted));
    for (const file of changed) this.#addToPackage(file);
    const before = files.map((file) => this.#take(file.before));
    for (const [index, file] of files.entries()) this.#place(file, before[index] ?? 0);
    return { lines, added, deleted, files: changed.length, share: lines === 0 ? null : (added + deleted) / lines };
  }

  /** Lines of main source in the state reached. */
  get lines(): number {
    return this.#size;
  }

  /** Main source files in the state reached. */
  get files(): number {
    return this.#counted.size;
  }

  /** Whether a file of the state reached counts. */
  counts(path: string): boolean {
    return this.#counted.has(path);
  }

  /** The packages with the most lines changed, most first, by name where they are equal. */
  packages(): PackageChurn[] {
    const sizes = new Map<string, number>();
    for (const path of this.#counted) {
      const name = packageByPath(path);
      sizes.set(name, (sizes.get(name) ?? 0) + (this.#lines.get(path) ?? 0));
    }
    return [...this.#packages]
      .map(([name, { added, deleted }]) => ({ name, added, deleted, lines: sizes.get(name) ?? 0 }))
      .sort((a, b) => b.added + b.deleted - (a.added + a.deleted) || (a.name < b.name ? -1 : 1));
  }

  #addToPackage({ before, after, added, deleted }: FileChurn): void {
    const name = packageByPath(after ?? before ?? '');
    const known = this.#packages.get(name) ?? { added: 0, deleted: 0 };
    this.#packages.set(name, { added: known.added + added, deleted: known.deleted + deleted });
  }

  #take(path: string | null): number {
    if (path === null) return 0;
    const lines = this.#lines.get(path) ?? 0;
    this.#lines.delete(path);
    if (this.#counted.delete(path)) this.#size -= lines;
    return lines;
  }

  #place({ after, added, deleted, countedAfter }: FileChurn, before: number): void {
    if (after === null) return;
    const lines = before + added - deleted;
    this.#lines.set(after, lines);
    if (!countedAfter) return;
    this.#counted.add(after);
    this.#size += lines;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

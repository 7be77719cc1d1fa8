// What still stands of the code of one day: its lines, each in its file, and its methods, wherever they moved.

import { commonLines } from './line-prints.ts';

/** A main source file of the first day. */
export interface OriginFile extends FileContent {
  readonly path: string;
}

/** What a file holds, as far as survival goes. */
export interface FileContent {
  /** From {@link linePrints}. */
  readonly lines: Int32Array;
  /** From {@link bodyPrints}; prints that are no method's do no harm in a later state. */
  readonly methods: readonly MethodPrint[];
}

export interface MethodPrint {
  readonly name: string;
  readonly print: number;
  /** Characters of the body's tokens. */
  readonly bodyCharacters: number;
}

/** What became of one file from one state to the next. */
export interface FileStep {
  /** `null` for a file that was not there. */
  readonly before: string | null;
  /** `null` for a file that is gone. */
  readonly after: string | null;
  /** `null` where the file does not count (any more), `same` where only its name may have changed. */
  readonly content: FileContent | 'same' | null;
}

export interface Standing {
  readonly lines: number;
  readonly methods: number;
}

/**
 * A body that is no longer says too little to be known again in another file, as where changes are matched:
 * `{ return this.name; }` is anybody's. White space is not in it.
 */
const TRIVIAL_BODY_CHARACTERS = 30;

/**
 * Compares each later state with the first day, not with the day before: what goes and comes back stands again.
 *
 * A line stands when it is part of a longest common subsequence of its file then and now; a file keeps its identity
 * under another name, and when it comes back under its old one. A method stands when the same tokens, from its name to
 * the end of its body, stand in its file; or, for a body of more than 30 characters, anywhere in the main sources, one
 * copy standing for one method.
 */
export class Survivors {
  readonly #origins: readonly Origin[];
  /** Each file of the first day by the path that it now has, or had last. */
  readonly #byPath = new Map<string, Origin>();
  readonly #goneAt = new Map<string, Origin>();
  /** Telling methods: how many of each print the first day had, and how many stand now. */
  readonly #wanted = new Map<number, number>();
  readonly #found = new Map<number, number>();
  readonly #foundIn = new Map<string, readonly number[]>();
  readonly #known = new Set<number>();
  readonly #names = new Set<string>();

  constructor(files: readonly OriginFile[]) {
    this.#origins = files.map((file) => new Origin(file));
    for (const [index, { path, methods }] of files.entries()) {
      const origin = this.#origins[index];
      if (origin !== undefined) this.#byPath.set(path, origin);
      for (const { name, print, bodyCharacters } of methods) {
        this.#names.add(name);
        this.#known.add(print);
        if (bodyCharacters > TRIVIAL_BODY_CHARACTERS) this.#wanted.set(print, (this.#wanted.get(print) ?? 0) + 1);
      }
    }
    for (const { path, methods } of files) this.#findIn(path, methods);
  }

  /** Whether a method of the first day has this print: no other needs to be kept. */
  knows(print: number): boolean {
    return this.#known.has(print);
  }

  /** Whether a method of the first day has this name: no other needs to be looked at. */
  knowsName(name: string): boolean {
    return this.#names.has(name);
  }

  /** Takes all files that changed from one state to the next, in any order. */
  step(steps: readonly FileStep[]): void {
    const moved = new Map<FileStep, { origin: Origin | undefined; found: readonly number[] }>();
    for (const step of steps) {
      const { before } = step;
      if (before === null) continue;
      const origin = this.#byPath.get(before);
      moved.set(step, { origin, found: this.#leave(before) });
      if (step.after === null && origin !== undefined) {
        origin.empty();
        this.#goneAt.set(before, origin);
      }
    }
    for (const step of steps) if (step.after !== null) this.#arrive(step.after, step.content, moved.get(step));
  }

  standing(): Standing {
    let [lines, methods] = [0, 0];
    for (const origin of this.#origins) {
      lines += origin.standingLines;
      methods += origin.standingSmall;
    }
    for (const [print, wanted] of this.#wanted) methods += Math.min(wanted, this.#found.get(print) ?? 0);
    return { lines, methods };
  }

  #leave(path: string): readonly number[] {
    const found = this.#foundIn.get(path) ?? [];
    for (const print of found) this.#found.set(print, (this.#found.get(print) ?? 0) - 1);
    this.#foundIn.delete(path);
    this.#byPath.delete(path);
    return found;
  }

  #arrive(
    path: string,
    content: FileStep['content'],
    moved?: { origin: Origin | undefined; found: readonly number[] },
  ) {
    const origin = moved?.origin ?? this.#goneAt.get(path);
    if (origin !== undefined) {
      this.#byPath.set(path, origin);
      this.#goneAt.delete(path);
    }
    if (content === 'same') {
      this.#count(path, moved?.found ?? []);
      return;
    }
    if (content === null) origin?.empty();
    else {
      origin?.hold(content);
      this.#findIn(path, content.methods);
    }
  }

  #findIn(path: string, methods: readonly MethodPrint[]): void {
    this.#count(
      path,
      methods.map(({ print }) => print).filter((print) => this.#wanted.has(print)),
    );
  }

  #count(path: string, prints: readonly number[]): void {
    if (prints.length === 0) return;
    this.#foundIn.set(path, prints);
    for (const print of prints) this.#found.set(print, (this.#found.get(print) ?? 0) + 1);
  }
}

/** One file of the first day. */
class Origin {
  readonly #lines: Int32Array;
  readonly #small: ReadonlyMap<number, number>;
  standingLines = 0;
  /** Methods whose bodies are too small to be looked for elsewhere. */
  standingSmall = 0;

  constructor(file: OriginFile) {
    this.#lines = file.lines;
    this.#small = counted(file.methods.filter((method) => method.bodyCharacters <= TRIVIAL_BODY_CHARACTERS));
    this.hold(file);
  }

  hold({ lines, methods }: FileContent): void {
    this.standingLines = commonLines(this.#lines, lines);
    const now = counted(methods);
    this.standingSmall = 0;
    for (const [print, wanted] of this.#small) this.standingSmall += Math.min(wanted, now.get(print) ?? 0);
  }

  empty(): void {
    this.standingLines = 0;
    this.standingSmall = 0;
  }
}

function counted(methods: readonly MethodPrint[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { print } of methods) counts.set(print, (counts.get(print) ?? 0) + 1);
  return counts;
}

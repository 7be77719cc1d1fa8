// Counting what does not count, so that the report can say it.

import type { LeftOut } from '../core/report.ts';
import { LEFT_OUT_REASONS, type LeftOutReason } from '../core/scope.ts';

export class LeftOutCount {
  readonly #files = new Map<LeftOutReason, number>();
  readonly #methods = new Map<LeftOutReason, number>();

  /** A whole file, and how many methods of it would have counted where that is known. */
  file(reason: LeftOutReason, methods?: number): void {
    this.#files.set(reason, (this.#files.get(reason) ?? 0) + 1);
    if (methods !== undefined) this.method(reason, methods);
  }

  method(reason: LeftOutReason, count = 1): void {
    this.#methods.set(reason, (this.#methods.get(reason) ?? 0) + count);
  }

  /** What another count holds. */
  addAll(other: LeftOutCount): void {
    for (const [reason, files] of other.#files) this.#files.set(reason, (this.#files.get(reason) ?? 0) + files);
    for (const [reason, methods] of other.#methods) this.method(reason, methods);
  }

  rows(): LeftOut[] {
    return LEFT_OUT_REASONS.filter((reason) => this.#files.has(reason) || this.#methods.has(reason)).map((reason) => ({
      reason,
      methods: this.#methods.get(reason) ?? null,
      files: this.#files.get(reason) ?? 0,
    }));
  }
}

// Whether a file of a past state counts as main source, by its path and by what it says of itself.

import { isGeneratedText, type LeftOutReason, pathScope } from '../core/scope.ts';
import { decodeSource } from '../core/source-text.ts';
import type { FileDifference, HistoryReader } from '../ports.ts';

/** Paths are judged once. */
export class PathScopes {
  readonly #known = new Map<string, LeftOutReason | null>();

  /** Why the path alone leaves the file out; `null` when it does not. */
  reason(path: string): LeftOutReason | null {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const reason = pathScope(path);
    this.#known.set(path, reason);
    return reason;
  }
}

export interface ReadDifference {
  readonly file: FileDifference;
  /** The text after, where it had to be read: a main source with other bytes than before; `null` otherwise. */
  readonly text: string | null;
  /** Whether the file was read and says that a program wrote it. */
  readonly isGenerated: boolean;
}

/** Reads the main sources among the files; those whose bytes `isKnown` are passed on unread. */
export async function* readMainSources(
  files: readonly FileDifference[],
  history: HistoryReader,
  scopes: PathScopes,
  isKnown: (file: FileDifference) => boolean,
): AsyncGenerator<ReadDifference> {
  const isRead = (file: FileDifference) =>
    file.after !== null && scopes.reason(file.after.path) === null && !isKnown(file);
  const names = files.filter(isRead).map(({ after }) => after?.blob ?? '');
  const blobs = history.blobs(names)[Symbol.asyncIterator]();
  try {
    for (const file of files) {
      const bytes = isRead(file) ? ((await blobs.next()).value ?? null) : null;
      const text = bytes === null ? null : (decodeSource(bytes)?.text ?? null);
      yield { file, text, isGenerated: text !== null && isGeneratedText(text) };
    }
  } finally {
    await blobs.return?.(undefined);
  }
}

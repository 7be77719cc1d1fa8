// Java's unicode escapes (`\u0041`), which may stand for any character of a source, syntax included.

const ESCAPE = /\\u+([\da-fA-F]{4})/y;
const WORD_CHARACTER = /[\p{ID_Continue}\p{Sc}\p{Pc}]/u;

/** The end of an escape at `start` that stands for a character of an identifier; `start` when there is none. */
export function wordEscapeEnd(text: string, start: number): number {
  ESCAPE.lastIndex = start;
  const match = ESCAPE.exec(text);
  if (match === null) return start;
  return WORD_CHARACTER.test(String.fromCharCode(Number.parseInt(match[1] ?? '', 16))) ? ESCAPE.lastIndex : start;
}

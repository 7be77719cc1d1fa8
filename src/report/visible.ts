// Text from outside (names, paths, bodies, provider messages) made fit to print: nothing invisible acts on the reader's screen.

/** Other (control, format, surrogate, private use), line and paragraph separators; ESC, bidi and zero-width characters are among them. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;

/** More marks than a script needs on one letter paint over the neighbouring lines. */
const MARKS_PER_LETTER = 4;
const PILED_MARKS = new RegExp(`(?<=\\p{M}{${MARKS_PER_LETTER}})\\p{M}`, 'gu');

const TAB = '    ';

const NAMED: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** One line of text with every invisible character written out, as `\n` or `\u{202e}`. */
export function visible(text: string): string {
  return text
    .replace(INVISIBLE, (character) => NAMED.get(character) ?? writtenOut(character))
    .replace(PILED_MARKS, writtenOut);
}

/** A line of code: as {@link visible}, its tabs as four spaces. */
export function visibleCode(line: string): string {
  return visible(line.replaceAll('\t', TAB));
}

/** The character as `\u{…}`. */
export function writtenOut(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

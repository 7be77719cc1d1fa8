// Texts from a server or a program made fit for one line of ours: short, inert, and without the key.

const LONGEST_LINE = 160;

/** More than this is never looked at: what is beyond cannot be shown anyway. */
const LOOKED_AT = 4_096;

/** Control, format, surrogate, private-use characters and separators of lines: none may act on the reader's screen. */
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;

/** A part of the key of this length is hidden too: a text may have been cut in the middle of it. */
const TELLING_PART = 8;

const MASK = '***';

/**
 * One line of at most `longest` characters: white space as single spaces, characters that act on a screen as `�`, the
 * secret and every telling part of it as `***`.
 */
export function outsideLine(text: string, secret: string | null, longest: number = LONGEST_LINE): string {
  const line = withoutSecret(text.slice(0, LOOKED_AT), secret).replace(/\s+/g, ' ').replace(ACTING, '\u{fffd}').trim();
  return line.length <= longest ? line : `${wholeCharacters(line.slice(0, longest - 1))}…`;
}

/** The text with the secret, and every part of it that could help to guess the rest, as `***`. */
export function withoutSecret(text: string, secret: string | null): string {
  if (secret === null || secret === '') return text;
  if (secret.length <= TELLING_PART) return text.replaceAll(secret, MASK);
  const parts = new Set<string>();
  for (let at = 0; at + TELLING_PART <= secret.length; at += 1) parts.add(secret.slice(at, at + TELLING_PART));
  let masked = '';
  let shown = 0;
  for (let at = 0; at + TELLING_PART <= text.length; at += 1) {
    if (!parts.has(text.slice(at, at + TELLING_PART))) continue;
    let end = at + TELLING_PART;
    while (parts.has(text.slice(end - TELLING_PART + 1, end + 1))) end += 1;
    masked += text.slice(shown, at) + MASK;
    shown = end;
    at = end - 1;
  }
  return masked + text.slice(shown);
}

/** Without half of a character at its end. */
function wholeCharacters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}

// The licence at the head of a file, which every file has and no model need learn.

/** Blanks and comments at the beginning of a text, one after the other. */
const HEAD_COMMENT = /[\s\ufeff]*(\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*(?:\n[ \t]*|$))+)/y;

const LICENCE = /\b(?:licen[cs]ed?|copyright|SPDX-License-Identifier|all rights reserved|\(c\)\s*\d{4})\b|©/i;

/** The text without the comments at its head that speak of a licence or a copyright. Other comments there stay. */
export function withoutLicenceHeader(text: string): string {
  let start = 0;
  HEAD_COMMENT.lastIndex = 0;
  for (let found = HEAD_COMMENT.exec(text); found !== null; found = HEAD_COMMENT.exec(text)) {
    if (!LICENCE.test(found[1] ?? '')) break;
    start = HEAD_COMMENT.lastIndex;
  }
  return text.slice(start).replace(start > 0 ? /^\s+/ : /^\ufeff/, '');
}

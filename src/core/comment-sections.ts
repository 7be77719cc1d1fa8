// Our one comment under a pull request: its sections, one for each project of the repository, joined and told apart again.

import { requestLine } from './request-mark.ts';
import { compareText } from './text-order.ts';

/** GitHub refuses a comment of more characters. */
export const COMMENT_LIMIT = 65_536;

const FIRST_LINE = '<!-- palimpsest comment v1 -->';
const LAST_LINE = '<!-- palimpsest end -->';
const ANY_MARKER = /^[^\S\n]*<!--\s*palimpsest/gim;
/** UTF-8, and so a URI's escapes, has none. */
const LONE_SURROGATE = /\p{Cs}/gu;
const REQUEST_LINE = /^<!-- palimpsest request \S+ -->$/;
const SECTION_LINE = /^<!-- palimpsest section "([^"\s]*)" -->$/;

/** Said where a section gave up its end so that the others have room. */
const SHORTENED = '<sub>Shortened: the comment has no more room. The job summary has the whole of it.</sub>';

/** Whether a comment begins with our marker. Who wrote it is for the caller to look at: anybody can write a marker. */
export function isOurs(comment: string): boolean {
  return linesOf(comment)[0] === FIRST_LINE;
}

/**
 * The comment with the section of that name (`''` for a project that is the whole repository) as `body`, or without it
 * where `body` is `null`; the other sections stay. `null` when no section is left: no comment is needed any more.
 * Sections stand in the order of their names, whoever finished first. An existing comment that is not ours counts as none,
 * and one that somebody edited keeps those sections that can still be read.
 *
 * The whole stays within `limit` characters: where it would not, the longest sections give up their ends, at a place that
 * leaves every block closed. `request`: the webhook that this is said for, in a line that nobody sees.
 */
export function joinSections(
  existing: string | null,
  section: string,
  body: string | null,
  limit = COMMENT_LIMIT,
  request: string | null = null,
): string | null {
  const sections = new Map(existing === null ? [] : sectionsOf(existing));
  const name = section.replace(LONE_SURROGATE, '\u{fffd}');
  sections.delete(name);
  if (body !== null) sections.set(name, inert(body));
  if (sections.size === 0) return null;
  const mark = requestLine(request);
  const last = mark === null ? [LAST_LINE] : [mark, LAST_LINE];
  const kept = withinLimit(sections, name, limit - (mark === null ? 0 : mark.length + 1));
  const parts = [...kept].sort(([a], [b]) => compareText(a, b)).map(([of, text]) => `${sectionLine(of)}\n${text}`);
  return [FIRST_LINE, ...parts, ...last].join('\n');
}

/** The sections of a comment by name; none of one that is not ours. Of two with one name the first counts. */
export function sectionsOf(comment: string): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  if (!isOurs(comment)) return sections;
  let name: string | null = null;
  let lines: string[] = [];
  const flush = () => {
    if (name !== null && !sections.has(name)) sections.set(name, lines.join('\n').trim());
    lines = [];
  };
  for (const line of linesOf(comment).slice(1)) {
    const next = line === LAST_LINE || REQUEST_LINE.test(line) ? null : nameOf(line);
    if (next === undefined) {
      lines.push(line);
      continue;
    }
    flush();
    name = next;
  }
  flush();
  return sections;
}

/** The name on a section's first line; `undefined` for any other line. */
function nameOf(line: string): string | undefined {
  const encoded = SECTION_LINE.exec(line)?.[1];
  if (encoded === undefined) return undefined;
  try {
    const name = decodeURIComponent(encoded);
    return sectionLine(name) === line ? name : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing in a name can end the HTML comment: `>` is written `%3E`, and of two hyphens the second `%2D`. */
function sectionLine(name: string): string {
  return `<!-- palimpsest section "${encodeURIComponent(name).replaceAll('--', '-%2D')}" -->`;
}

/** What is rendered holds no line that begins with a marker; should one do so all the same, it is none any more. */
function inert(body: string): string {
  return linesOf(body)
    .join('\n')
    .trim()
    .replace(ANY_MARKER, (marker) => marker.replace('<!--', '&lt;!--'));
}

function withinLimit(
  sections: ReadonlyMap<string, string>,
  written: string,
  limit: number,
): ReadonlyMap<string, string> {
  // the one just written stays, of the others as many as have room for their names
  const names = [written, ...[...sections.keys()].filter((name) => name !== written).sort(compareText)];
  const kept = new Map<string, string>();
  let left = limit - FIRST_LINE.length - LAST_LINE.length - 1;
  for (const name of names) {
    const body = sections.get(name);
    const needed = sectionLine(name).length + 2;
    if (body === undefined || needed > left) continue;
    kept.set(name, body);
    left -= needed;
  }
  const share = fairShare(
    [...kept.values()].map(({ length }) => length),
    left,
  );
  return new Map([...kept].map(([name, body]) => [name, shortened(body, share)] as const));
}

/** The most that each may have so that all together have no more than `total`; whoever needs less leaves it to the others. */
function fairShare(lengths: readonly number[], total: number): number {
  let left = total;
  for (const [index, length] of [...lengths].sort((a, b) => a - b).entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return share;
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
}

/** The longest beginning that leaves no fence and no `<details>` open. */
function shortened(body: string, room: number): string {
  if (body.length <= room) return body;
  const whole = body.endsWith(SHORTENED) ? body.slice(0, -SHORTENED.length) : body;
  const most = room - SHORTENED.length - 2;
  let fence: string | null = null;
  let depth = 0;
  let length = 0;
  let end = 0;
  for (const line of linesOf(whole)) {
    if (fence === null && depth === 0 && line === '' && length <= most) end = length;
    const ticks = /^`{3,}/.exec(line)?.[0] ?? null;
    if (fence === null) {
      fence = ticks;
      depth += line.startsWith('<details') ? 1 : line.startsWith('</details') ? -1 : 0;
    } else if (line.trimEnd() === fence) fence = null;
    length += line.length + 1;
    if (length > most) break;
  }
  const start = whole.slice(0, end).trim();
  if (start !== '') return `${start}\n\n${SHORTENED}`;
  return SHORTENED.length <= room ? SHORTENED : '';
}

/** A form on the web writes CRLF. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

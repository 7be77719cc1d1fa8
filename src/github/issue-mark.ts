// The first line of the tracking issue: hidden, it says whose issue this is, and whether the model was fresh since.

/** What the mark of an issue says. */
export interface IssueMark {
  /** Of which project of the repository; `''` for the only one. */
  readonly section: string;
  /**
   * The model was found fresh after the issue was written: by us, who then closed it, or after a person had closed it. Such
   * an issue may be opened again; one that a person closed while the model was stale stays closed until then.
   */
  readonly isSettled: boolean;
}

const MARK = /^<!-- palimpsest tracking issue "([^"\s]*)"( settled)? -->$/;

/** The body with its mark before it. */
export function marked(mark: IssueMark, body: string): string {
  return `${markLine(mark)}\n${body.trim()}`;
}

/** `null` for a body that does not begin with a mark. Who wrote it is for the caller to look at. */
export function markOf(body: string): IssueMark | null {
  const line = body.split(/\r?\n/, 1)[0] ?? '';
  const found = MARK.exec(line);
  if (found?.[1] === undefined) return null;
  try {
    const mark = { section: decodeURIComponent(found[1]), isSettled: found[2] !== undefined };
    return markLine(mark) === line ? mark : null;
  } catch {
    return null;
  }
}

/** The body without its mark. */
export function withoutMark(body: string): string {
  return markOf(body) === null ? body : body.split(/\r?\n/).slice(1).join('\n');
}

/** Nothing in a name can end the HTML comment: `>` is written `%3E`, and of two hyphens the second `%2D`. */
function markLine({ section, isSettled }: IssueMark): string {
  const name = encodeURIComponent(section.replace(/\p{Cs}/gu, '\u{fffd}')).replaceAll('--', '-%2D');
  return `<!-- palimpsest tracking issue "${name}"${isSettled ? ' settled' : ''} -->`;
}

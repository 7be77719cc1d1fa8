// Where code stands on the page: its indentation and its line ends.

export type LineEnd = '\n' | '\r\n';

/** The line end that most lines of a text have; `\n` when in doubt. */
export function lineEndOf(text: string): LineEnd {
  let windows = 0;
  let unix = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text.charCodeAt(at - 1) === 13) windows += 1;
    else unix += 1;
  }
  return windows > unix ? '\r\n' : '\n';
}

/** The white space with which the line around `position` begins. */
export function indentAt(text: string, position: number): string {
  const start = Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1)) + 1;
  let end = start;
  while (end < position && (text[end] === ' ' || text[end] === '\t')) end += 1;
  return text.slice(start, end);
}

/** The text with `\n` at the end of every line. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

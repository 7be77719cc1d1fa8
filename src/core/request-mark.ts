// Which webhook something was said for: hidden where it is said, so that whoever runs the App finds it in the log.

/** What GitHub gives its deliveries; anything else is not repeated, for the name of a delivery is not signed. */
const REQUEST = /^(?=.{1,64}$)[\da-zA-Z]+(-[\da-zA-Z]+)*$/;

/** A line of Markdown that nobody sees; `null` where no webhook asked for it, or its name is none. */
export function requestLine(request: string | null): string | null {
  const known = knownRequest(request);
  return known === null ? null : `<!-- palimpsest request ${known} -->`;
}

export function knownRequest(request: string | null): string | null {
  return request !== null && REQUEST.test(request) ? request : null;
}

/** What two texts have in common that were said for different webhooks. */
export function withoutRequest(text: string): string {
  return text.replace(/^<!-- palimpsest request [\da-zA-Z-]{1,64} -->(\r\n|\n|\r)/gm, '');
}

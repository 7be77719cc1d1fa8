// The words that names and prose are made of.

const SUB_TOKEN = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9_$\s]+/g;
const IDENTIFIER = /[A-Za-z_$][\w$]*/g;
const PROSE_WORD = /[A-Za-z]{3,}/g;

/** The camelCase and underscore parts of a name, as written: `parseHTTPHeader2` is `parse`, `HTTP`, `Header`, `2`. */
export function subTokens(name: string): string[] {
  return name.match(SUB_TOKEN) ?? [];
}

/** The identifiers in a type or an annotation as written. */
export function identifiersIn(text: string): string[] {
  return text.match(IDENTIFIER) ?? [];
}

/** The distinct words of three letters or more, lower case, sorted. */
export function wordsOfProse(text: string): string[] {
  return [...new Set((text.match(PROSE_WORD) ?? []).map((word) => word.toLowerCase()))].sort();
}

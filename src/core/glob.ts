// Globs, as settings and comments may give them: which are refused, for they could be made to match for hours.

export const LONGEST_GLOB = 256;

/** Tries grow with each as the length of a name does, and everybody's runs share a machine. */
const MOST_IN_A_NAME = 2;

/**
 * What is wrong with a glob, in words that follow it; `null` for one that is matched at once, whatever the path. It is made of
 * names between slashes, with `*`, `?`, `[…]` and `{a,b}` in them, and of `**` for any number of names.
 */
export function globFault(glob: string): string | null {
  if (glob.length > LONGEST_GLOB) return `it has more than ${LONGEST_GLOB} characters`;
  if (/[()|\\"]|[\]}]\+/.test(glob)) return 'only *, **, ?, […] and {a,b} are known here';
  if (/\{[^}]*\/|\[[^\]]*\//.test(glob)) return '{…} and […] cannot hold a slash: write several globs';
  const isHeavy = glob.split('/').some((name) => (name.match(/\*+|\{/g)?.length ?? 0) > MOST_IN_A_NAME);
  return isHeavy ? 'there are more than two * or {…} between two slashes' : null;
}

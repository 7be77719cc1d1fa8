// The data branch of a repository as a layout: which file is what, for the whole repository or a project below it.

/** The first line of every README that is ours. */
export const DATA_BRANCH_MARKER = '<!-- palimpsest-data -->';

/** Whether a README is ours: one without the line was written by somebody else, and is left as it is. */
export function isOurPage(readme: string): boolean {
  return readme.startsWith(DATA_BRANCH_MARKER);
}

/** Names of the files that a project has on the branch, beside its ledgers. */
export const DATA_FILES = {
  readme: 'README.md',
  badgeSvg: 'badge.svg',
  badgeJson: 'badge.json',
  history: 'history.jsonl',
  state: 'state.json',
} as const;

/** The path on the branch of something of a project; `''` is the project that is the whole repository. */
export function onBranch(section: string, name: string): string {
  return section === '' ? name : `${section}/${name}`;
}

const LEDGER_HEAD = /^(?:(.+)\/)?ledger\/m-[^/]+\/head\.json$/;
const STATE = /^(?:(.+)\/)?state\.json$/;

/** The projects that have something here, sorted: those with a ledger, and those with a state and a badge. */
export function projectsOn(paths: ReadonlySet<string>): string[] {
  const projects = new Set<string>();
  for (const path of paths) {
    const ledger = LEDGER_HEAD.exec(path);
    if (ledger !== null) projects.add(ledger[1] ?? '');
    const state = STATE.exec(path);
    if (state !== null && paths.has(onBranch(state[1] ?? '', DATA_FILES.badgeJson))) projects.add(state[1] ?? '');
  }
  return [...projects].sort();
}

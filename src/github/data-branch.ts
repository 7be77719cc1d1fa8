// The data branch: an orphan branch on which a repository's ledgers, state, history and badge are kept, without a checkout.

import type { StateStore } from '../ports/forge.ts';
import type { LedgerStore } from '../ports.ts';
import type { GitHubRepository } from './client.ts';
import { ledgersOnBranch } from './data-branch/ledgers.ts';
import { BranchProject, type FilesOf } from './data-branch/project.ts';
import { BranchReader } from './data-branch/snapshot.ts';
import { stateOnBranch } from './data-branch/state.ts';

export type { FilesOf, ProjectContents } from './data-branch/project.ts';

export interface DataBranchOptions {
  readonly github: GitHubRepository;
  /** Without `refs/heads/`. It is made with the first save. */
  readonly branch: string;
  /** The project's working directory, without slashes at its ends; `''` for the whole repository. */
  readonly section: string;
  /** What is committed along with a ledger or a state, so that it never contradicts them: badge, README, history. */
  readonly filesOf: FilesOf;
  /** About so long it waits where others are quicker, and longer each time. Tests wait less. */
  readonly firstPauseMs?: number;
}

export interface DataBranch {
  readonly store: LedgerStore;
  readonly state: StateStore;
}

/**
 * Any number of writers may work at once: a commit is made on what its writer saw, and the branch is moved without force.
 * Files of other projects, and those that somebody else put there, stay. Throws ExpectedFailures: `forge-refused` where the
 * token or a rule of the repository does not allow it, or the branch is somebody else's; `ledger-busy` when others were
 * quicker again and again.
 */
export function openDataBranch({
  github,
  branch,
  section,
  filesOf,
  firstPauseMs = 200,
}: DataBranchOptions): DataBranch {
  const project = new BranchProject(new BranchReader(github, branch, firstPauseMs), section, filesOf);
  return { store: ledgersOnBranch(project), state: stateOnBranch(project) };
}

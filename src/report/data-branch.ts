// The files of the data branch that people and badges read: README, badge, and the history of all updates.

import { DATA_FILES, onBranch } from '../core/data-branch.ts';
import { badgeJson, badgeSvg } from './badge.ts';
import { badgeFacts } from './badge-facts.ts';
import { grownHistory } from './data-branch/history.ts';
import { projectReadme, projectsReadme } from './data-branch/readme.ts';
import type { DataBranchView } from './data-branch/view.ts';

export type { DataBranchPlace, DataBranchView } from './data-branch/view.ts';

/** By path from the root of the branch. The same view, the same files: no clock, no randomness. */
export function dataBranchFiles(view: DataBranchView): Record<string, string> {
  const { section, projects, model, answering, policy, history, saved } = view;
  const facts = badgeFacts(model, answering, policy);
  const path = (name: string) => onBranch(section, name);
  const grown = grownHistory(history, saved);
  return {
    [path(DATA_FILES.readme)]: projectReadme(view),
    [path(DATA_FILES.badgeSvg)]: badgeSvg(facts),
    [path(DATA_FILES.badgeJson)]: badgeJson(facts),
    ...(grown === null ? {} : { [path(DATA_FILES.history)]: grown }),
    // where the whole repository is a project as well, the page at the root is that project's
    ...(section === '' || projects.includes('') ? {} : { [DATA_FILES.readme]: projectsReadme(view) }),
  };
}

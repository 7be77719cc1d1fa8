// The state of a project on the data branch: a commit a change, made again from the newest when others were quicker.

import { printState } from '../../pages/state-page.ts';
import type { KeptState, StateStore } from '../../ports/forge.ts';
import { titleOf } from './ledgers.ts';
import type { BranchProject } from './project.ts';
import { commitTo } from './writer.ts';

export function stateOnBranch(project: BranchProject): StateStore {
  return {
    read: async () => project.state(await project.reader.read()),
    update: (change) => update(project, change),
  };
}

async function update(project: BranchProject, change: (state: KeptState | null) => KeptState): Promise<KeptState> {
  let kept: KeptState | null = null;
  await commitTo(project.reader, async (at) => {
    const before = await project.state(at);
    const state = change(before);
    kept = state;
    const text = printState(state);
    const isSame = before !== null && printState(before) === text;
    const files = isSame ? new Map<string, string>() : await project.following(at, { state });
    if (!isSame) files.set(project.statePath, text);
    return { files, title: titleOf(project, 'state') };
  });
  return kept ?? change(null);
}

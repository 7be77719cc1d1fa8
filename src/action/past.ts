// The history of the default branch: of a full checkout of that very commit, or of a clone for this run.

import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { cloneHistory, openHistory, openRepository } from '../compose.ts';
import { ExpectedFailure } from '../errors.ts';
import type { ForgeRun } from '../forge/run.ts';
import { type Area, narrowed, narrowedHistory } from '../jobs/narrowed.ts';
import type { Revision } from '../ports.ts';
import { folderOf } from './page-file.ts';
import type { Place } from './place.ts';

export interface PastOptions {
  readonly place: Place;
  readonly repositoryUrl: string;
  readonly token: string;
  readonly area: Area;
  readonly signal: AbortSignal;
}

export function pastFinder({ place, repositoryUrl, token, area, signal }: PastOptions): ForgeRun['pastOf'] {
  return async (target) => {
    const local = (await checkoutOf(target, place.workspace)) ?? (await clone(target));
    return { repository: narrowed(local, area), history: narrowedHistory(openHistory(local.root), area) };
  };

  async function clone(target: Revision) {
    const folder = await mkdtemp(join(await folderOf(place), 'history-'));
    return cloneHistory({ url: `${repositoryUrl}.git`, token, branch: target.name, folder, signal });
  }
}

async function checkoutOf(target: Revision, workspace: string | null) {
  if (workspace === null) return null;
  try {
    const checkout = await openRepository(workspace);
    await checkout.resolve(target.hash);
    // a shallow one does not tell where the project began
    return (await checkout.identity()) === null ? null : checkout;
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}

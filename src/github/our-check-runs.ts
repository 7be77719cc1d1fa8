// The check runs of ours on a head, as GitHub lists them.

import { z } from 'zod';
import { knownRequest } from '../core/request-mark.ts';
import type { Conclusion, Said } from '../ports/forge.ts';
import type { GitHubRepository } from './client.ts';
import { allPages, PAGE_LENGTH } from './pages.ts';

export const checkRun = z.object({
  id: z.number(),
  html_url: z.string().nullish(),
  name: z.string(),
  external_id: z.string().nullish(),
  conclusion: z.string().nullable(),
  app: z.object({ slug: z.string().nullish() }).nullish(),
  output: z.object({
    title: z.string().nullable(),
    summary: z.string().nullable(),
    annotations_count: z.number(),
  }),
});
export type CheckRun = z.infer<typeof checkRun>;

/**
 * Its first word tells our runs from those that GitHub Actions keeps for its jobs: of the same App, and of the same name where a job is
 * called like the check. Those may not be changed.
 */
const EXTERNAL_ID = 'palimpsest';

/** The second word, where there is one: the request that the run was last written for. */
export function externalId(request: string | null): string {
  const known = knownRequest(request);
  return known === null ? EXTERNAL_ID : `${EXTERNAL_ID} ${known}`;
}

/** Our runs of that name on that head, the latest first. */
export async function ourRuns(
  { api, owner, repo }: GitHubRepository,
  { revision, name }: Pick<Conclusion, 'revision' | 'name'>,
  slug: string,
): Promise<readonly CheckRun[]> {
  const all = await allPages(checkRun, async (page) => {
    const { data, headers } = await api.rest.checks.listForRef({
      owner,
      repo,
      ref: revision,
      check_name: name,
      filter: 'all',
      per_page: PAGE_LENGTH,
      page,
    });
    return { data: data.check_runs, headers };
  });
  const ours = all.filter(
    (run) => run.name === name && run.app?.slug === slug && run.external_id?.split(' ')[0] === EXTERNAL_ID,
  );
  return ours.sort((a, b) => b.id - a.id);
}

export function said({ id, html_url }: CheckRun, was: 'created' | 'updated' | 'unchanged'): Said {
  return { kind: 'said', id, url: html_url ?? '', was };
}

/** What is attempted, for whoever is refused. */
export function writingCheckOf(revision: string) {
  return { doing: `writing the check of ${revision.slice(0, 7)}`, permission: 'checks: write' };
}

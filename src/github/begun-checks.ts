// Check runs that are shown as in progress, and what ends those that nobody concludes.

import { z } from 'zod';
import type { CheckRuns, Conclusion, Said } from '../ports/forge.ts';
import type { Author } from './author.ts';
import type { GitHubRepository } from './client.ts';
import { type CheckRun, checkRun, externalId, ourRuns, said, writingCheckOf } from './our-check-runs.ts';
import { answered, SENT_ONCE, saying } from './writes.ts';

const ofOurs = z.enum(['success', 'neutral', 'failure']);

type Concluded = CheckRun & Pick<Conclusion, 'conclusion'>;

function isConcluded(run: CheckRun): run is Concluded {
  return ofOurs.safeParse(run.conclusion).success;
}

/** The half of {@link CheckRuns} that is about runs in progress. */
export function beginning(
  repository: GitHubRepository,
  author: () => Promise<Author>,
  request: string | null,
): Pick<CheckRuns, 'begin' | 'abandon'> {
  const { api, owner, repo } = repository;
  const { checks } = api.rest;
  return {
    begin({ revision, name, title }) {
      return saying(writingCheckOf(revision), async () => {
        const { slug } = await author();
        /** As another run of ours was concluded, when this one had been begun already. */
        const concludeAs = async (begun: CheckRun, { conclusion, output: as }: Concluded) => {
          const output = { title: as.title ?? title, summary: as.summary ?? '' };
          await checks.update({ owner, repo, check_run_id: begun.id, status: 'completed', conclusion, output });
        };
        const all = await ourRuns(repository, { revision, name }, slug);
        const over = all.find(isConcluded);
        // an attempt that was cut off between the two requests below left one
        if (over !== undefined) for (const begun of all) if (begun.conclusion === null) await concludeAs(begun, over);
        const there = over ?? all[0];
        if (there !== undefined) return said(there, 'unchanged');
        const { data } = await checks.create({
          owner,
          repo,
          name,
          head_sha: revision,
          external_id: externalId(request),
          status: 'in_progress',
          output: { title, summary: '' },
          ...SENT_ONCE,
        });
        const begun = answered(checkRun, data);
        // concluded while this one was begun: whichever is made last sees the other
        const concluded = (await ourRuns(repository, { revision, name }, slug)).find(isConcluded);
        if (concluded === undefined) return said(begun, 'created');
        await concludeAs(begun, concluded);
        return said(concluded, 'unchanged');
      });
    },
    abandon({ revision, name, title, summary }) {
      return saying(writingCheckOf(revision), async () => {
        const all = await ourRuns(repository, { revision, name }, (await author()).slug);
        let ended: Said = { kind: 'nothing' };
        for (const { id, html_url, conclusion } of all) {
          if (conclusion !== null) continue;
          const output = { title, summary };
          await checks.update({ owner, repo, check_run_id: id, status: 'completed', conclusion: 'neutral', output });
          ended = { kind: 'said', id, url: html_url ?? '', was: 'updated' };
        }
        return ended;
      });
    },
  };
}

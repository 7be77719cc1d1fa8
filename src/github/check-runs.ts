// The check run of a head: completed at once, one of each name, annotations in the portions that GitHub takes.

import { z } from 'zod';
import type { Annotation, CheckRuns, Conclusion, Said } from '../ports/forge.ts';
import type { Author } from './author.ts';
import { beginning } from './begun-checks.ts';
import { checkOutput, type Output, sameOutput, samePlace } from './check-output.ts';
import type { GitHubRepository } from './client.ts';
import { type CheckRun, checkRun, externalId, ourRuns, said, writingCheckOf } from './our-check-runs.ts';
import { allPages, PAGE_LENGTH } from './pages.ts';
import { answered, type Pacing, REAL_PACING, SENT_ONCE, saying, sendOnce } from './writes.ts';

const annotation = z.object({
  path: z.string(),
  start_line: z.number(),
  title: z.string().nullable(),
  message: z.string().nullable(),
});

/** GitHub takes no more annotations in one request. */
const ANNOTATIONS_A_REQUEST = 50;

/**
 * A run of ours of that name on that head is updated, so that a job that runs again leaves no second one. GitHub can add
 * annotations and not take them away: those that are there already are not added again.
 */
export function createCheckRuns(
  repository: GitHubRepository,
  author: () => Promise<Author>,
  pacing: Pacing = REAL_PACING,
  request: string | null = null,
): CheckRuns {
  return {
    ...beginning(repository, author, request),
    conclude(conclusion) {
      return saying(writingCheckOf(conclusion.revision), async () => {
        const runs = openRuns(repository, conclusion, { slug: (await author()).slug, request }, pacing);
        return concludeRun(runs, conclusion, checkOutput(conclusion));
      });
    },
  };
}

async function concludeRun(runs: Runs, conclusion: Conclusion, output: Output): Promise<Said> {
  const all = await runs.all();
  const there = all[0] ?? null;
  const missing = there === null ? output.annotations : await runs.missing(there, output.annotations);
  const isAsWanted = there?.conclusion === conclusion.conclusion && sameOutput(there.output, output);
  const isThere = there !== null && isAsWanted && missing.length === 0;
  const portions = inPortions(missing, ANNOTATIONS_A_REQUEST);
  const [first = [], ...others] = portions;
  const put = () => (there === null ? runs.create(output, first) : runs.update(there.id, output, first));
  const run = isThere ? there : await put();
  for (const portion of others) await runs.update(run.id, output, portion);
  // one that was begun before, or while this one was made, must not be left in progress
  const beside = there === null ? await runs.all() : all;
  for (const { id, conclusion: over } of beside) if (id !== run.id && over === null) await runs.update(id, output, []);
  return said(run, isThere ? 'unchanged' : there === null ? 'created' : 'updated');
}

type Runs = ReturnType<typeof openRuns>;

function openRuns(
  repository: GitHubRepository,
  conclusion: Conclusion,
  { slug, request }: { readonly slug: string; readonly request: string | null },
  pacing: Pacing,
) {
  const { api, owner, repo } = repository;
  const { checks } = api.rest;
  const state = { status: 'completed', conclusion: conclusion.conclusion } as const;
  const buttons = conclusion.actions === undefined ? {} : { actions: [...conclusion.actions] };

  const missing = async (run: CheckRun, wanted: readonly Annotation[]): Promise<readonly Annotation[]> => {
    if (run.output.annotations_count === 0 || wanted.length === 0) return wanted;
    const there = await allPages(annotation, (page) =>
      checks.listAnnotations({ owner, repo, check_run_id: run.id, per_page: PAGE_LENGTH, page }),
    );
    return wanted.filter((one) => !there.some((other) => samePlace(other, one)));
  };

  return {
    all: () => ourRuns(repository, conclusion, slug),
    missing,

    create(output: Output, annotations: readonly Annotation[]): Promise<CheckRun> {
      return sendOnce(
        async () => {
          const made = await checks.create({
            owner,
            repo,
            name: conclusion.name,
            head_sha: conclusion.revision,
            external_id: externalId(request),
            ...state,
            ...buttons,
            output: sent(output, annotations),
            ...SENT_ONCE,
          });
          return answered(checkRun, made.data);
        },
        async () => (await ourRuns(repository, conclusion, slug)).find((run) => run.conclusion !== null) ?? null,
        pacing,
      );
    },

    update(id: number, output: Output, annotations: readonly Annotation[]): Promise<CheckRun> {
      return sendOnce(
        async () => {
          const made = await checks.update({
            owner,
            repo,
            check_run_id: id,
            external_id: externalId(request),
            ...state,
            ...buttons,
            output: sent(output, annotations),
            ...SENT_ONCE,
          });
          return answered(checkRun, made.data);
        },
        async () => {
          const run = answered(checkRun, (await checks.get({ owner, repo, check_run_id: id })).data);
          const isServed = run.conclusion === conclusion.conclusion && sameOutput(run.output, output);
          return isServed && (await missing(run, annotations)).length === 0 ? run : null;
        },
        pacing,
      );
    },
  };
}

function sent({ title, summary }: Output, annotations: readonly Annotation[]) {
  return {
    title,
    summary,
    annotations: annotations.map(({ path, line, title: about, message }) => ({
      path,
      start_line: line,
      end_line: line,
      annotation_level: 'notice' as const,
      title: about,
      message,
    })),
  };
}

function inPortions<T>(items: readonly T[], size: number): (readonly T[])[] {
  const portions: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += size) portions.push(items.slice(start, start + size));
  return portions;
}

// The one issue that says that a model has become stale: opened once, kept up to date, closed when the model is fresh again.

import { z } from 'zod';
import type { Said, TrackingIssue } from '../ports/forge.ts';
import { type Author, writer } from './author.ts';
import type { GitHubRepository } from './client.ts';
import { marked, markOf, withoutMark } from './issue-mark.ts';
import { allPages, PAGE_LENGTH } from './pages.ts';
import { statusOf } from './refusal.ts';
import { answered, type Pacing, REAL_PACING, SENT_ONCE, saying, sendOnce } from './writes.ts';

const issue = z.object({
  number: z.number(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.string(),
  user: writer,
  updated_at: z.string(),
  pull_request: z.unknown().optional(),
});
type Issue = z.infer<typeof issue>;

const remark = z.object({ body: z.string().nullish(), user: writer });

const PERMISSION = 'issues: write';
/** GitHub refuses a longer body or title; in characters. */
const BODY_LIMIT = 65_536;
const TITLE_LIMIT = 256;

/**
 * An issue that a person closed while the model was stale is an answer, and stays closed: it is opened again only after the
 * model was fresh once and is stale anew. What a person opened again is closed like any other when the model is fresh.
 */
export function createTrackingIssue(
  repository: GitHubRepository,
  author: () => Promise<Author>,
  pacing: Pacing = REAL_PACING,
): TrackingIssue {
  return {
    open: (section, wanted) =>
      saying({ doing: 'opening an issue', permission: PERMISSION }, async () =>
        openIssue(issuesOf(repository, await author(), section, pacing), section, wanted),
      ),
    close: (section, comment) =>
      saying({ doing: 'closing an issue', permission: PERMISSION }, async () =>
        closeIssues(issuesOf(repository, await author(), section, pacing), section, comment),
      ),
  };
}

async function openIssue(
  issues: Issues,
  section: string,
  wanted: { readonly title: string; readonly body: string },
): Promise<Said> {
  const content = {
    title: wanted.title.slice(0, TITLE_LIMIT),
    body: marked({ section, isSettled: false }, wanted.body).slice(0, BODY_LIMIT),
  };
  const ours = await issues.find();
  const open = ours.filter(({ state }) => state === 'open');
  const there = open[0] ?? ours.at(-1);
  if (there === undefined) {
    const made = await issues.create(content);
    const [oldest = made, ...younger] = (await issues.find()).filter(({ state }) => state === 'open');
    await issues.closeDuplicates(younger); // another run may have opened one at the same time
    return said(oldest, 'created');
  }
  await issues.closeDuplicates(open.slice(1));
  const wasClosed = there.state !== 'open';
  if (wasClosed && !isSettled(there)) return { kind: 'nothing' };
  if (!wasClosed && there.title === content.title && sameText(there.body ?? '', content.body)) {
    return said(there, 'unchanged');
  }
  await issues.update(there, { ...content, state: 'open' });
  return said(there, 'updated');
}

async function closeIssues(issues: Issues, section: string, comment: string): Promise<Said> {
  const ours = await issues.find();
  const settled = (body: string | null | undefined) => marked({ section, isSettled: true }, withoutMark(body ?? ''));
  let outcome: Said = { kind: 'nothing' };
  for (const one of ours) {
    const isOpen = one.state === 'open';
    if (!isOpen && (one !== ours.at(-1) || isSettled(one))) continue;
    if (isOpen) await issues.remark(one, comment);
    await issues.update(one, { body: settled(one.body), ...(isOpen ? { state: 'closed' as const } : {}) });
    if (isOpen) outcome = said(one, 'updated');
  }
  return outcome;
}

function said({ number, html_url }: Issue, was: 'created' | 'updated' | 'unchanged'): Said {
  return { kind: 'said', id: number, url: html_url, was };
}

function isSettled({ body }: Issue): boolean {
  return markOf(body ?? '')?.isSettled === true;
}

function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a) === plain(b);
}

type Issues = ReturnType<typeof issuesOf>;

/** What can be done with our issues about one project. */
function issuesOf({ api, owner, repo }: GitHubRepository, author: Author, section: string, pacing: Pacing) {
  const { issues } = api.rest;

  const list = (creator: { readonly creator?: string }) =>
    allPages(issue, (page) =>
      issues.listForRepo({
        owner,
        repo,
        state: 'all',
        ...creator,
        sort: 'created',
        direction: 'asc',
        per_page: PAGE_LENGTH,
        page,
      }),
    );

  /** Open and closed, the oldest first. GitHub's filter spares the pages of everybody else's, where it knows the name. */
  const find = async (): Promise<Issue[]> => {
    const all = await list({ creator: author.login }).catch((error: unknown) => {
      if (statusOf(error) === 422) return list({});
      throw error;
    });
    return all
      .filter((one) => one.pull_request === undefined && author.wrote(one.user))
      .filter(({ body }) => markOf(body ?? '')?.section === section)
      .sort((a, b) => a.number - b.number);
  };

  const update = async (
    { number }: Issue,
    change: { readonly title?: string; readonly body?: string; readonly state?: 'open' | 'closed' },
  ): Promise<void> => {
    await issues.update({ owner, repo, issue_number: number, ...change });
  };

  return {
    find,
    update,

    create(content: { readonly title: string; readonly body: string }): Promise<Issue> {
      return sendOnce(
        async () => answered(issue, (await issues.create({ owner, repo, ...content, ...SENT_ONCE })).data),
        async () => (await find()).find(({ state }) => state === 'open') ?? null,
        pacing,
      );
    },

    /** Of two that were opened at once the older one stays open. */
    async closeDuplicates(duplicates: readonly Issue[]): Promise<void> {
      for (const duplicate of duplicates) {
        const body = marked({ section, isSettled: true }, withoutMark(duplicate.body ?? ''));
        await issues.update({
          owner,
          repo,
          issue_number: duplicate.number,
          body,
          state: 'closed',
          state_reason: 'not_planned',
        });
      }
    },

    /** Adds a comment; one of the same words since the issue was read is the one whose answer was lost. */
    async remark({ number, updated_at }: Issue, body: string): Promise<void> {
      const where = { owner, repo, issue_number: number };
      await sendOnce(
        async () => answered(remark, (await issues.createComment({ ...where, body, ...SENT_ONCE })).data),
        async () => {
          const since = await allPages(remark, (page) =>
            issues.listComments({ ...where, since: updated_at, per_page: PAGE_LENGTH, page }),
          );
          return since.find((one) => author.wrote(one.user) && sameText(one.body ?? '', body)) ?? null;
        },
        pacing,
      );
    },
  };
}

// The one comment under a pull request: ours by author and marker, its sections put by any number of jobs at once.

import { z } from 'zod';
import { isOurs, joinSections, sectionsOf } from '../core/comment-sections.ts';
import { withoutRequest } from '../core/request-mark.ts';
import { ExpectedFailure } from '../errors.ts';
import type { Comments, Said } from '../ports/forge.ts';
import { type Author, writer } from './author.ts';
import type { GitHubRepository } from './client.ts';
import { allPages, PAGE_LENGTH } from './pages.ts';
import { type Attempt, statusOf } from './refusal.ts';
import { answered, type Pacing, REAL_PACING, SENT_ONCE, saying, sendOnce } from './writes.ts';

const comment = z.object({
  id: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  user: writer,
  updated_at: z.string(),
});
type Comment = z.infer<typeof comment>;

/** The comment is written anew that often when others write at the same time. */
const ROUNDS = 10;
/** Longer than others take from reading the comment to writing it. */
const SETTLING_MS = 1_500;
const SETTLED_READINGS = 2;
/** What is tried when GitHub finds the comment too long all the same; in characters. */
const LIMITS = [65_536, 32_768, 8_192, 1_024] as const;

/**
 * GitHub has no compare-and-set for comments: whoever writes may write over what another has just written. So a job that
 * shares the comment reads again after a while whether its section is still there, and puts it again when it is not; and
 * whoever created a comment looks for a second one, whose sections go into the oldest. What is written names the request that
 * it is written for; for a request alone nothing is written.
 */
export function createComments(
  repository: GitHubRepository,
  author: () => Promise<Author>,
  pacing: Pacing = REAL_PACING,
  request: string | null = null,
): Comments {
  return {
    put(pullRequest, section, body, { ifThere }) {
      const attempt: Attempt = {
        doing: `commenting on pull request ${pullRequest}`,
        permission: 'pull-requests: write',
      };
      return saying(attempt, async () => {
        const thread = openThread(repository, pullRequest, await author(), pacing);
        return putSection(thread, { section, body, ifThere, request }, pacing);
      });
    },
  };
}

type Thread = ReturnType<typeof openThread>;

async function putSection(
  thread: Thread,
  {
    section,
    body,
    ifThere,
    request,
  }: { readonly section: string; readonly body: string; readonly ifThere: boolean; readonly request: string | null },
  pacing: Pacing,
): Promise<Said> {
  let was: 'created' | 'updated' | 'unchanged' = 'unchanged';
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await thread.findOurs();
    const [oldest, ...younger] = ours;
    const mustBeThere = ifThere && was === 'unchanged';
    if (oldest === undefined) {
      if (mustBeThere) return { kind: 'nothing' };
      await thread.create((limit) => joinSections(null, section, body, limit, request) ?? '');
      was = 'created';
      continue; // another may have been created at the same time
    }
    const there = merged(ours);
    const before = sectionsOf(there).get(section);
    if (mustBeThere && before === undefined) return { kind: 'nothing' };
    const wanted = (limit: number) => joinSections(there, section, body, limit, request) ?? '';
    const isWritten = !sameText(withoutRequest(wanted(LIMITS[0])), withoutRequest(oldest.body ?? ''));
    const text = isWritten ? await thread.update(oldest.id, wanted) : wanted(LIMITS[0]);
    if (text === null) continue; // somebody removed it
    await thread.remove(younger.map(({ id }) => id));
    if (isWritten && was === 'unchanged') was = 'updated';
    const isShared = ours.length > 1 || section !== '' || sectionsOf(text).size > 1;
    const mayBeLost = was !== 'unchanged' && isShared;
    if (!mayBeLost || (await stays(thread, oldest.id, section, before, sectionsOf(text).get(section), pacing))) {
      return { kind: 'said', id: oldest.id, url: oldest.html_url, was };
    }
  }
  throw new ExpectedFailure(
    'forge-unavailable',
    'Others wrote the comment over and over while this run put its part in.',
    'Run the job again; a `concurrency` group lets one run at a time write.',
  );
}

/**
 * Whether our section stays, read again after others had time to write. Lost is what is gone or as it was before us; what
 * another run of the same project put there in the meantime stays.
 */
async function stays(
  thread: Thread,
  id: number,
  section: string,
  before: string | undefined,
  written: string | undefined,
  pacing: Pacing,
): Promise<boolean> {
  for (let reading = 0; reading < SETTLED_READINGS; reading += 1) {
    await pacing.pause(SETTLING_MS * (0.5 + pacing.random()));
    const now = sectionsOf((await thread.read(id))?.body ?? '').get(section);
    if (now === undefined || (now === before && now !== written)) return false;
  }
  return true;
}

/** All their sections in one body; of two with the same name the one that was written last. */
function merged(ours: readonly Comment[]): string {
  const byTime = [...ours].sort((a, b) => Date.parse(a.updated_at) - Date.parse(b.updated_at) || a.id - b.id);
  const [first, ...others] = byTime.map(({ body }) => body ?? '');
  return others.reduce((all, body) => {
    let joined = all;
    for (const [name, text] of sectionsOf(body)) joined = joinSections(joined, name, text) ?? '';
    return joined;
  }, first ?? '');
}

/** What can be done with our comments under one pull request. */
function openThread({ api, owner, repo }: GitHubRepository, pullRequest: number, author: Author, pacing: Pacing) {
  const { issues } = api.rest;

  /** The oldest first. */
  const findOurs = async (): Promise<Comment[]> => {
    const all = await allPages(comment, (page) =>
      issues.listComments({ owner, repo, issue_number: pullRequest, per_page: PAGE_LENGTH, page }),
    );
    return all.filter(({ user, body }) => author.wrote(user) && isOurs(body ?? '')).sort((a, b) => a.id - b.id);
  };

  return {
    findOurs,

    /** `null` when it is gone. */
    async read(id: number): Promise<Comment | null> {
      try {
        return answered(comment, (await issues.getComment({ owner, repo, comment_id: id })).data);
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
    },

    async create(body: (limit: number) => string): Promise<void> {
      await shortEnough(body, (text) =>
        sendOnce(
          async () => {
            const made = await issues.createComment({
              owner,
              repo,
              issue_number: pullRequest,
              body: text,
              ...SENT_ONCE,
            });
            return answered(comment, made.data);
          },
          async () => (await findOurs())[0] ?? null,
          pacing,
        ),
      );
    },

    /** The text as it was written; `null` when the comment is gone. */
    async update(id: number, body: (limit: number) => string): Promise<string | null> {
      try {
        return await shortEnough(body, (text) => issues.updateComment({ owner, repo, comment_id: id, body: text }));
      } catch (error) {
        if (isGone(error)) return null;
        throw error;
      }
    },

    /** Whoever finds a duplicate removes it; one that is gone already, or may not be removed, is no trouble. */
    async remove(ids: readonly number[]): Promise<void> {
      for (const id of ids) {
        await issues.deleteComment({ owner, repo, comment_id: id }).catch((error: unknown) => {
          if (!isGone(error) && statusOf(error) !== 403) throw error;
        });
      }
    },
  };
}

/** Writes a text, and a shorter one while GitHub finds it too long; returns the one that was written. */
async function shortEnough(
  text: (limit: number) => string,
  write: (text: string) => Promise<unknown>,
): Promise<string> {
  for (const [index, limit] of LIMITS.entries()) {
    const attempt = text(limit);
    try {
      await write(attempt);
      return attempt;
    } catch (error) {
      if (statusOf(error) !== 422 || index === LIMITS.length - 1) throw error;
    }
  }
  return text(0);
}

function isGone(error: unknown): boolean {
  const status = statusOf(error);
  return status === 404 || status === 410;
}

/** GitHub may keep a text with other line ends, and without the spaces at its end. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a) === plain(b);
}

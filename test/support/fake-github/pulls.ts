// Routes about pull requests.

import type { BareGit } from './bare-git.ts';
import { type ChangedFile, changedFiles, fileJson } from './git-facts.ts';
import { associationOf, userJson } from './people.ts';
import { linkHeader, notFound, ok, pageOf, Refusal, sliceOf } from './reply.ts';
import { repositoryJson } from './repositories.ts';
import { type AskedOfRepository, ofRepository, type Route } from './routes.ts';
import { isoTime, type PullRequestState, type RepositoryState, type World } from './world.ts';

const READ = [['pull-requests', 'read']] as const;

export const pullRoutes: readonly Route[] = [
  ofRepository('GET /pulls', READ, listPulls),
  ofRepository('GET /pulls/:number', READ, async (asked) => ok(await detail(asked, pullOf(asked)))),
  ofRepository('GET /pulls/:number/files', READ, listFiles),
  ofRepository('GET /commits/:sha/pulls', READ, pullsOfCommit),
];

function pullOf(asked: AskedOfRepository): PullRequestState {
  const pull = asked.repository.pulls.get(Number(asked.param('number')));
  if (pull === undefined) throw notFound();
  return pull;
}

function listPulls(asked: AskedOfRepository) {
  const { repository, query, world, api } = asked;
  const state = query.get('state') ?? 'open';
  const [headOwner, headBranch] = (query.get('head') ?? '').split(/:(.*)/s);
  const base = query.get('base');
  const chosen = [...repository.pulls.values()]
    .filter(({ issue }) => state === 'all' || issue.state === state)
    .filter((pull) => base === null || pull.baseBranch === base)
    // A `head` without an owner filters nothing, as on GitHub.
    .filter((pull) => !headBranch || (pull.headBranch === headBranch && ownerOf(pull) === headOwner?.toLowerCase()))
    .sort((a, b) => b.issue.number - a.issue.number);
  if (query.get('direction') === 'asc') chosen.reverse();
  const page = pageOf(query);
  const body = sliceOf(chosen, page).map((pull) => pullJson(world, api, repository, pull));
  return ok(body, linkHeader(asked.url, page, chosen.length));
}

const ownerOf = ({ headRepository }: PullRequestState) => headRepository?.owner.toLowerCase();

async function pullsOfCommit(asked: AskedOfRepository) {
  const { repository, world, api } = asked;
  const oid = await repository.git.commitOf(asked.param('sha'));
  if (oid === null) throw new Refusal(422, `No commit found for SHA: ${asked.param('sha')}`);
  const found: ReturnType<typeof pullJson>[] = [];
  for (const target of world.repositories.values()) {
    for (const pull of target.pulls.values()) {
      // Unmerged commits of a fork lead to its pull request when the fork is asked, and to none when its target is.
      const merged = target === repository && pull.mergedAt !== null;
      if (pull.headRepository !== repository && !merged) continue;
      const isOwn = pull.headSha === oid || (merged && pull.mergeCommit === oid);
      if (isOwn || (await isBetween(target.git, oid, pull.baseSha, pull.headSha))) {
        found.push(pullJson(world, api, target, pull));
      }
    }
  }
  const page = pageOf(asked.query);
  return ok(sliceOf(found, page), linkHeader(asked.url, page, found.length));
}

async function isBetween(git: BareGit, oid: string, base: string, head: string): Promise<boolean> {
  const reachable = async (from: string) => (await git.tryText(['merge-base', '--is-ancestor', oid, from])) !== null;
  return (await reachable(head)) && !(await reachable(base));
}

/** Files that the pull request changes since its merge base, renames found. */
function filesOf(repository: RepositoryState, pull: PullRequestState): Promise<readonly ChangedFile[]> {
  return mergeBaseOf(repository, pull).then((base) =>
    base === null ? [] : changedFiles(repository.git, base, pull.headSha),
  );
}

function mergeBaseOf({ git }: RepositoryState, { baseSha, headSha }: PullRequestState): Promise<string | null> {
  return git.tryText(['merge-base', baseSha, headSha]);
}

async function listFiles(asked: AskedOfRepository) {
  const { repository, world, here } = asked;
  const pull = pullOf(asked);
  const all = await filesOf(repository, pull);
  const files = all.slice(0, world.limits.pullFiles);
  const page = pageOf(asked.query);
  const body = sliceOf(files, page).map((file) => fileJson(repository, world.origin, here, pull.headSha, file));
  return ok(body, linkHeader(asked.url, page, files.length));
}

async function detail({ world, api, repository }: AskedOfRepository, pull: PullRequestState) {
  const files = await filesOf(repository, pull);
  const base = await mergeBaseOf(repository, pull);
  const commits = base === null ? '0' : await repository.git.text(['rev-list', '--count', `${base}..${pull.headSha}`]);
  const sum = (count: (file: ChangedFile) => number) => files.reduce((total, file) => total + count(file), 0);
  const open = pull.issue.state === 'open';
  return {
    ...pullJson(world, api, repository, pull),
    merged: pull.mergedAt !== null,
    mergeable: open ? pull.mergeCommit !== null : null,
    mergeable_state: open ? (pull.mergeCommit === null ? 'dirty' : 'clean') : 'unknown',
    comments: [...repository.comments.values()].filter(({ issue }) => issue === pull.issue.number).length,
    commits: Number(commits),
    additions: sum((file) => file.additions),
    deletions: sum((file) => file.deletions),
    changed_files: files.length,
  };
}

/** A pull request as lists and event payloads have it. */
export function pullJson(world: World, api: string, repository: RepositoryState, pull: PullRequestState) {
  const { issue, headRepository } = pull;
  const { origin } = world;
  const here = `${api}/repos/${repository.fullName}`;
  const side = (of: RepositoryState | null, branch: string, sha: string) => ({
    label: `${of?.owner ?? 'unknown repository'}${of === null ? '' : `:${branch}`}`,
    ref: branch,
    sha,
    user: of === null ? null : userJson(of.owner, origin),
    repo: of === null ? null : repositoryJson(of, origin, api),
  });
  return {
    url: `${here}/pulls/${issue.number}`,
    id: issue.id,
    node_id: `PR_${issue.id}`,
    html_url: `${origin}/${repository.fullName}/pull/${issue.number}`,
    issue_url: `${here}/issues/${issue.number}`,
    number: issue.number,
    state: issue.state,
    locked: false,
    title: issue.title,
    user: userJson(issue.author, origin),
    body: issue.body,
    labels: issueLabels(here, issue.labels),
    draft: pull.draft,
    created_at: isoTime(issue.createdAt),
    updated_at: isoTime(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : isoTime(issue.closedAt),
    merged_at: pull.mergedAt === null ? null : isoTime(pull.mergedAt),
    merge_commit_sha: pull.mergeCommit,
    author_association: associationOf(repository, issue.author),
    head: side(headRepository, pull.headBranch, pull.headSha),
    base: side(repository, pull.baseBranch, pull.baseSha),
  };
}

/** Labels as an issue's `labels` have them. */
export function issueLabels(here: string, names: readonly string[]) {
  return names.map((name, index) => ({
    id: index + 1,
    url: `${here}/labels/${encodeURIComponent(name)}`,
    name,
    color: 'ededed',
    default: false,
    description: null,
  }));
}

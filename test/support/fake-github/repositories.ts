// Routes about a repository, its commits and comparisons.

import type { BareGit } from './bare-git.ts';
import { changedFiles, commitJson, EMPTY_TREE, fileJson, readCommit, revList } from './git-facts.ts';
import { userJson } from './people.ts';
import { linkHeader, notFound, ok, pageOf, Refusal, sliceOf } from './reply.ts';
import { type AskedOfRepository, allows, ofRepository, type Route } from './routes.ts';
import { type RepositoryState, repositoryOf } from './world.ts';

export const repositoryRoutes: readonly Route[] = [
  ofRepository('GET ', [['metadata', 'read']], (asked) =>
    ok(repositoryJson(asked.repository, asked.world.origin, asked.api)),
  ),
  ofRepository('GET /commits', [['contents', 'read']], listCommits),
  ofRepository('GET /commits/*ref', [['contents', 'read']], oneCommit),
  ofRepository('GET /compare/*basehead', [['contents', 'read']], compare),
];

/** A repository, in short, as other answers hold it. */
export function repositoryJson(repository: RepositoryState, origin: string, api: string) {
  const { id, owner, name, fullName } = repository;
  return {
    id,
    node_id: `R_${id}`,
    name,
    full_name: fullName,
    private: repository.isPrivate,
    visibility: repository.isPrivate ? 'private' : 'public',
    owner: userJson(owner, origin),
    html_url: `${origin}/${fullName}`,
    url: `${api}/repos/${fullName}`,
    clone_url: `${origin}/${fullName}.git`,
    fork: repository.forkOf !== null,
    default_branch: repository.defaultBranch,
    archived: false,
    disabled: false,
  };
}

async function listCommits(asked: AskedOfRepository) {
  const { repository, query, world, here } = asked;
  const { git } = repository;
  const from = query.get('sha') ?? repository.defaultBranch;
  const start = await git.commitOf(from);
  if (start === null) throw (await isEmpty(git)) ? new Refusal(409, 'Git Repository is empty.') : notFound();
  const path = query.get('path');
  const page = pageOf(query);
  const filters = [
    ...(query.get('since') === null ? [] : [`--since=${query.get('since')}`]),
    ...(query.get('until') === null ? [] : [`--until=${query.get('until')}`]),
  ];
  const oids = await revList(git, ...filters, start, ...(path === null ? [] : ['--', path]));
  const commits = await Promise.all(sliceOf(oids, page).map((oid) => readCommit(git, oid)));
  const body = commits.map((commit) => commitJson(repository, world.origin, here, commit));
  return ok(body, linkHeader(asked.url, page, oids.length));
}

async function oneCommit(asked: AskedOfRepository) {
  const { repository, world, here, query } = asked;
  const oid = await repository.git.commitOf(asked.param('ref'));
  if (oid === null) throw new Refusal(422, `No commit found for SHA: ${asked.param('ref')}`);
  if (asked.accept.includes('application/vnd.github.sha')) {
    return ok({ bytes: Buffer.from(oid), type: 'application/vnd.github.sha; charset=utf-8' });
  }
  const commit = await readCommit(repository.git, oid);
  const all = await changedFiles(repository.git, commit.parents[0] ?? EMPTY_TREE, oid);
  const files = all.slice(0, world.limits.pullFiles);
  const page = pageOf(query, world.limits.compareFiles, world.limits.compareFiles);
  const stats = files.reduce(
    (sum, file) => ({ additions: sum.additions + file.additions, deletions: sum.deletions + file.deletions }),
    { additions: 0, deletions: 0 },
  );
  const body = {
    ...commitJson(repository, world.origin, here, commit),
    stats: { ...stats, total: stats.additions + stats.deletions },
    files: sliceOf(files, page).map((file) => fileJson(repository, world.origin, here, oid, file)),
  };
  return ok(body, linkHeader(asked.url, page, files.length));
}

async function compare(asked: AskedOfRepository) {
  const { repository, world, here, query } = asked;
  const { git } = repository;
  const [baseName = '', headName = ''] = asked.param('basehead').split(/\.{3}(.*)/s);
  const [base, head] = [await resolve(asked, baseName), await resolve(asked, headName)];
  if (base === null || head === null) throw notFound();
  const mergeBase = await git.tryText(['merge-base', base, head]);
  if (mergeBase === null) throw new Refusal(404, `No common ancestor between ${baseName} and ${headName}.`);
  const ahead = await revList(git, '--reverse', `${base}..${head}`);
  const behind = Number(await git.text(['rev-list', '--count', `${head}..${base}`]));
  const page = pageOf(query, 250, 250);
  const commits = await Promise.all(sliceOf(ahead, page).map((oid) => readCommit(git, oid)));
  const json = async (oid: string) => commitJson(repository, world.origin, here, await readCommit(git, oid));
  const files = page.page > 1 ? [] : await changedFiles(git, mergeBase, head);
  const body = {
    url: `${here}/compare/${asked.param('basehead')}`,
    html_url: `${world.origin}/${repository.fullName}/compare/${asked.param('basehead')}`,
    base_commit: await json(base),
    merge_base_commit: await json(mergeBase),
    status: statusOf(ahead.length, behind),
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
    commits: commits.map((commit) => commitJson(repository, world.origin, here, commit)),
    files: files
      .slice(0, world.limits.compareFiles)
      .map((file) => fileJson(repository, world.origin, here, head, file)),
  };
  return ok(body, query.has('page') || query.has('per_page') ? linkHeader(asked.url, page, ahead.length) : {});
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) return 'diverged';
  if (ahead > 0) return 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

/** `branch`, a hash, `owner:branch` or `owner:repository:branch` of the same network. */
async function resolve(asked: AskedOfRepository, name: string): Promise<string | null> {
  const { repository, world } = asked;
  const parts = name.split(':');
  const branch = parts.pop() ?? '';
  if (parts.length === 0) return repository.git.commitOf(branch);
  const fullName = `${parts[0]}/${parts[1] ?? repository.name}`;
  const other = repositoryOf(world, fullName);
  if (other === null || !allows(asked.token, other, [['contents', 'read']])) return null;
  if (other !== repository) await shareObjects(repository.git, other.git);
  return other.git.commitOf(branch);
}

/** Lets one repository read what the other has, as the repositories of one network on GitHub do. */
export async function shareObjects(to: BareGit, from: BareGit): Promise<void> {
  const hidden = `+refs/heads/*:refs/network/${from.folder.replace(/\W+/g, '-')}/*`;
  await to.run(['fetch', '--quiet', '--no-tags', from.folder, hidden]);
}

export async function isEmpty(git: BareGit): Promise<boolean> {
  return (await git.text(['for-each-ref', '--count=1', 'refs/heads'])) === '';
}

// Routes of the Git Data API that read and write objects: blobs, trees, commits.

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type BareGit, GitFailed } from './bare-git.ts';
import { personJson, readCommit } from './git-facts.ts';
import { idOf } from './people.ts';
import { created, notFound, ok, Refusal } from './reply.ts';

import { type AskedOfRepository, bodyOf, ofRepository, type Route, whoAsks } from './routes.ts';
import { isoTime } from './world.ts';

const READ = [['contents', 'read']] as const;
const WRITE = [['contents', 'write']] as const;

export const gitDataRoutes: readonly Route[] = [
  ofRepository('GET /git/blobs/:sha', READ, readBlob),
  ofRepository('POST /git/blobs', WRITE, writeBlob),
  ofRepository('GET /git/trees/*sha', READ, readTree),
  ofRepository('POST /git/trees', WRITE, writeTree),
  ofRepository('GET /git/commits/:sha', READ, readOneCommit),
  ofRepository('POST /git/commits', WRITE, writeCommit),
];

/** Base64 in lines of 60, as GitHub sends it. */
export const base64Lines = (content: Buffer): string => content.toString('base64').replace(/.{1,60}/g, '$&\n');

async function readBlob(asked: AskedOfRepository) {
  const sha = asked.param('sha');
  const object = /^[0-9a-f]{40}$/.test(sha) ? await asked.repository.git.object(sha) : null;
  if (object === null || object.type !== 'blob') throw notFound();
  if (wantsRaw(asked)) return ok({ bytes: object.content, type: 'application/vnd.github.raw+json; charset=utf-8' });
  return ok({
    sha,
    node_id: `B_${sha}`,
    size: object.content.length,
    url: `${asked.here}/git/blobs/${sha}`,
    content: base64Lines(object.content),
    encoding: 'base64',
  });
}

/** Whether the bytes themselves are asked for. */
export const wantsRaw = ({ accept }: AskedOfRepository): boolean =>
  /application\/vnd\.github\.(v3\.)?raw(\+json)?\b/.test(accept);

function writeBlob(asked: AskedOfRepository) {
  const schema = z.object({ content: z.string(), encoding: z.enum(['utf-8', 'base64']).default('utf-8') });
  const { content, encoding } = bodyOf(asked, schema);
  const sha = asked.repository.git.writeBlob(Buffer.from(content, encoding));
  return created({ ...{ sha }, url: `${asked.here}/git/blobs/${sha}` });
}

async function readTree(asked: AskedOfRepository) {
  const { repository, world, here } = asked;
  const name = asked.param('sha');
  // `main:src` names a tree as well as a branch or a hash does.
  const named = (await repository.git.commitOf(name)) ?? name;
  const object = await repository.git.object(named);
  const tree = object?.type === 'tree' ? object : await repository.git.object(`${named}^{tree}`);
  if (tree === null) throw notFound();
  const all = await treeEntries(repository.git, tree.oid, asked.query.has('recursive'));
  const truncated = all.length > world.limits.treeEntries;
  return ok(treeJson(here, tree.oid, all.slice(0, world.limits.treeEntries), truncated));
}

interface Entry {
  readonly path: string;
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  readonly size?: number;
}

/** The entries of a tree, of all below it where `recursive`. */
export async function treeEntries(git: BareGit, tree: string, recursive: boolean): Promise<readonly Entry[]> {
  const flags = recursive ? ['-r', '-t'] : [];
  const lines = (await git.run(['ls-tree', ...flags, '-l', '-z', tree])).toString().split('\0').filter(Boolean);
  return lines.map((line) => {
    const tab = line.indexOf('\t');
    const [mode = '', type = '', sha = '', size = '-'] = line.slice(0, tab).split(/ +/);
    return { path: line.slice(tab + 1), mode, type, sha, ...(size === '-' ? {} : { size: Number(size) }) };
  });
}

function treeJson(here: string, sha: string, entries: readonly Entry[], truncated: boolean) {
  const folder: Readonly<Record<string, string>> = { blob: 'blobs', tree: 'trees' };
  const tree = entries.map((entry) => {
    const place = folder[entry.type];
    return place === undefined ? entry : { ...entry, url: `${here}/git/${place}/${entry.sha}` };
  });
  return { sha, url: `${here}/git/trees/${sha}`, tree, truncated };
}

const TREE_BODY = z.object({
  base_tree: z.string().optional(),
  tree: z
    .array(
      z.object({
        path: z.string().min(1),
        mode: z.enum(['100644', '100755', '040000', '160000', '120000']),
        type: z.enum(['blob', 'tree', 'commit']).optional(),
        sha: z.string().nullable().optional(),
        content: z.string().optional(),
      }),
    )
    .min(1, 'Invalid tree info'),
});

async function writeTree(asked: AskedOfRepository) {
  const { git } = asked.repository;
  const body = bodyOf(asked, TREE_BODY);
  const index = join(git.folder, `index-${randomUUID()}`);
  const env = { GIT_INDEX_FILE: index };
  try {
    if (body.base_tree !== undefined) await git.run(['read-tree', body.base_tree], { env });
    const lines: string[] = [];
    for (const { path, mode, sha, content } of body.tree) {
      if (path.startsWith('/') || path.split('/').some((step) => ['', '.', '..', '.git'].includes(step))) {
        throw new Refusal(422, 'tree.path contains a malformed path component');
      }
      const oid = content === undefined ? sha : git.writeBlob(Buffer.from(content));
      if (oid === undefined) throw new Refusal(422, 'Must supply either tree.sha or tree.content');
      if (oid === null) lines.push(...(await deletions(git, env, path)));
      else if (mode === '040000') await git.run(['read-tree', `--prefix=${path}/`, oid], { env });
      else if (mode !== '160000' && (await git.object(oid)) === null) {
        throw new Refusal(422, `tree.sha ${oid} is not a valid blob`);
      } else lines.push(`${mode} ${oid}\t${path}`);
    }
    if (lines.length > 0)
      await git.run(['update-index', '-z', '--index-info'], { env, input: `${lines.join('\0')}\0` });
    const sha = await git.text(['write-tree'], { env });
    return created(treeJson(asked.here, sha, await treeEntries(git, sha, false), false));
  } catch (error) {
    if (error instanceof GitFailed) throw new Refusal(422, 'GitRPC::BadObjectState');
    throw error;
  } finally {
    rmSync(index, { force: true });
  }
}

/** What takes a file, or all below a folder, out of an index; what is not there cannot be taken. */
async function deletions(git: BareGit, env: NodeJS.ProcessEnv, path: string): Promise<readonly string[]> {
  const listed = await git.text(['ls-files', '-z', '--cached', '--', `:(literal)${path}`], { env });
  const paths = listed.split('\0').filter(Boolean);
  if (paths.length === 0) throw new Refusal(422, 'GitRPC::BadObjectState');
  return paths.map((each) => `0 ${'0'.repeat(40)}\t${each}`);
}

async function readOneCommit(asked: AskedOfRepository) {
  const object = await asked.repository.git.object(asked.param('sha'));
  if (object === null || object.type !== 'commit') throw notFound();
  return ok(await gitCommitJson(asked, object.oid));
}

async function gitCommitJson({ repository, here, world }: AskedOfRepository, oid: string) {
  const commit = await readCommit(repository.git, oid);
  const html = `${world.origin}/${repository.fullName}/commit`;
  return {
    sha: oid,
    node_id: `C_${oid}`,
    url: `${here}/git/commits/${oid}`,
    html_url: `${html}/${oid}`,
    author: personJson(commit.author),
    committer: personJson(commit.committer),
    tree: { sha: commit.tree, url: `${here}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({ sha, url: `${here}/git/commits/${sha}`, html_url: `${html}/${sha}` })),
  };
}

const PERSON = z.object({ name: z.string(), email: z.string(), date: z.string().optional() });
const COMMIT_BODY = z.object({
  message: z.string(),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: PERSON.optional(),
  committer: PERSON.optional(),
});

async function writeCommit(asked: AskedOfRepository) {
  const { git } = asked.repository;
  const body = bodyOf(asked, COMMIT_BODY);
  const tree = await git.object(body.tree);
  if (tree?.type !== 'tree') throw new Refusal(422, 'Tree SHA does not exist');
  for (const parent of body.parents) {
    if ((await git.object(parent))?.type !== 'commit')
      throw new Refusal(422, 'Parent SHA does not exist or is not a commit object');
  }
  const author = body.author ?? asker(asked);
  const committer = body.committer ?? author;
  const now = isoTime(asked.world.now());
  const env = {
    GIT_AUTHOR_NAME: author.name,
    GIT_AUTHOR_EMAIL: author.email,
    GIT_AUTHOR_DATE: author.date ?? now,
    GIT_COMMITTER_NAME: committer.name,
    GIT_COMMITTER_EMAIL: committer.email,
    GIT_COMMITTER_DATE: committer.date ?? now,
  };
  const parents = body.parents.flatMap((parent) => ['-p', parent]);
  const oid = await git.text(['commit-tree', body.tree, ...parents], { env, input: body.message });
  return created(await gitCommitJson(asked, oid));
}

function asker(asked: AskedOfRepository): z.infer<typeof PERSON> {
  const login = whoAsks(asked);
  return { name: login, email: `${idOf(login)}+${login}@users.noreply.github.com` };
}

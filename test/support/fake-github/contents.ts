// Routes that read files and whole revisions: contents and tarballs.

import { randomUUID } from 'node:crypto';
import type { GitObject } from './bare-git.ts';
import { base64Lines, treeEntries, wantsRaw } from './git-data.ts';
import { notFound, ok, Refusal, type Reply } from './reply.ts';
import { type Asked, type AskedOfRepository, ofRepository, type Route, route, visible } from './routes.ts';
import type { World } from './world.ts';

const READ = [['contents', 'read']] as const;

export const contentsRoutes: readonly Route[] = [
  ofRepository('GET /contents', READ, contents),
  ofRepository('GET /contents/', READ, contents),
  ofRepository('GET /contents/*path', READ, contents),
  ofRepository('GET /tarball', READ, redirectToTarball),
  ofRepository('GET /tarball/*ref', READ, redirectToTarball),
  route('GET /_codeload/:owner/:repo/legacy.tar.gz/*ref', tarball),
];

/** Above this GitHub gives no contents of a file at all. */
const LARGEST_FILE_BYTES = 100 * 1024 * 1024;

async function contents(asked: AskedOfRepository): Promise<Reply> {
  const { repository, world } = asked;
  const path = (asked.path.split('/contents/')[1] ?? '').replace(/\/$/, '');
  const ref = asked.query.get('ref') ?? repository.defaultBranch;
  const commit = await repository.git.commitOf(ref.replace(/^refs\/heads\//, ''));
  if (commit === null) throw new Refusal(404, `No commit found for the ref ${ref}`);
  const object = await repository.git.object(`${commit}:${path}`);
  if (object === null) throw notFound();
  if (object.type === 'tree') return directory(asked, ref, path, object.oid);
  if (object.content.length > LARGEST_FILE_BYTES) {
    throw new Refusal(403, 'This API returns blobs up to 100 MB in size. The requested blob is too large.', [
      { resource: 'Blob', field: 'data', code: 'too_large' },
    ]);
  }
  if (wantsRaw(asked)) return ok({ bytes: object.content, type: 'application/vnd.github.raw+json; charset=utf-8' });
  return ok(fileJson(asked, ref, path, object, world));
}

function fileJson(asked: AskedOfRepository, ref: string, path: string, object: GitObject, world: World) {
  const tooLarge = object.content.length > world.limits.contentsBytes;
  return {
    ...entryJson(asked, ref, path, 'file', object.oid, object.content.length),
    content: tooLarge ? '' : base64Lines(object.content),
    encoding: tooLarge ? 'none' : 'base64',
  };
}

async function directory(asked: AskedOfRepository, ref: string, path: string, tree: string): Promise<Reply> {
  const entries = await treeEntries(asked.repository.git, tree, false);
  const kinds: Readonly<Record<string, string>> = { tree: 'dir', commit: 'submodule', blob: 'file' };
  // GitHub lists a thousand files of a folder; the Git Trees API is for more.
  const listed = entries.slice(0, 1_000).map((entry) => {
    const type = entry.mode === '120000' ? 'symlink' : (kinds[entry.type] ?? 'file');
    return entryJson(asked, ref, path === '' ? entry.path : `${path}/${entry.path}`, type, entry.sha, entry.size ?? 0);
  });
  return ok(listed);
}

function entryJson(asked: AskedOfRepository, ref: string, path: string, type: string, sha: string, size: number) {
  const { repository, here, world } = asked;
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${here}/contents/${encoded}?ref=${encodeURIComponent(ref)}`;
  const html = `${world.origin}/${repository.fullName}/blob/${ref}/${encoded}`;
  const git = `${here}/git/${type === 'dir' ? 'trees' : 'blobs'}/${sha}`;
  const name = path.split('/').at(-1) ?? '';
  const links = { self: url, git, html };
  return { type, size, name, path, sha, url, git_url: git, html_url: html, download_url: null, _links: links };
}

/** What lets a redirect be followed without the token that asked for it. */
const tickets = new WeakMap<World, Map<string, string>>();

function redirectToTarball(asked: AskedOfRepository): Reply {
  const { repository, world } = asked;
  const ref = asked.path.split('/tarball/')[1] ?? repository.defaultBranch;
  const location = new URL(`${world.origin}/_codeload/${repository.fullName}/legacy.tar.gz/${ref}`);
  if (repository.isPrivate) {
    const ticket = randomUUID();
    const known = tickets.get(world) ?? new Map<string, string>();
    tickets.set(world, known.set(ticket, repository.fullName));
    location.searchParams.set('token', ticket);
  }
  return { status: 302, headers: { location: location.href } };
}

// The token of the API means nothing here: codeload takes its own ticket, or anybody where the repository is public.
async function tarball({ world, query, param }: Asked): Promise<Reply> {
  const fullName = `${param('owner')}/${param('repo')}`;
  const ticket = tickets.get(world)?.get(query.get('token') ?? '');
  const repository =
    ticket === fullName ? world.repositories.get(fullName.toLowerCase()) : visible(world, null, fullName);
  const commit = await repository?.git.commitOf(param('ref').replace(/^refs\/(heads|tags)\//, ''));
  if (repository === undefined || repository === null || commit === undefined || commit === null) {
    return { status: 404, body: { bytes: Buffer.from('404: Not Found'), type: 'text/plain; charset=utf-8' } };
  }
  const folder = `${repository.owner}-${repository.name}-${commit.slice(0, 7)}`;
  const child = repository.git.start(['archive', '--format=tar.gz', `--prefix=${folder}/`, commit]);
  child.stdin.end();
  child.stderr.resume();
  const disposition = `attachment; filename=${folder}.tar.gz`;
  return ok({ bytes: child.stdout, type: 'application/x-gzip' }, { 'content-disposition': disposition });
}

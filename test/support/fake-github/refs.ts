// Routes of the Git Data API that read and move refs, with the fast-forward rule and rulesets.

import { z } from 'zod';
import { syncPullRequests } from './pull-sync.ts';
import { created, noContent, notFound, ok, Refusal } from './reply.ts';
import { type AskedOfRepository, bodyOf, ofRepository, type Route } from './routes.ts';
import type { RepositoryState } from './world.ts';

const READ = [['contents', 'read']] as const;
const WRITE = [['contents', 'write']] as const;

export const refRoutes: readonly Route[] = [
  ofRepository('GET /git/ref/*ref', READ, oneRef),
  ofRepository('GET /git/matching-refs/*ref', READ, matchingRefs),
  ofRepository('POST /git/refs', WRITE, createRef),
  ofRepository('PATCH /git/refs/*ref', WRITE, updateRef),
  ofRepository('DELETE /git/refs/*ref', WRITE, deleteRef),
];

interface Ref {
  readonly ref: string;
  readonly sha: string;
  readonly type: string;
}

async function refsBelow({ git }: RepositoryState, prefix: string): Promise<readonly Ref[]> {
  const format = '--format=%(refname)%00%(objectname)%00%(objecttype)';
  const lines = (await git.text(['for-each-ref', format])).split('\n');
  const refs = lines.map((line) => line.split('\0')).map(([ref = '', sha = '', type = '']) => ({ ref, sha, type }));
  return refs.filter(({ ref }) => ref.startsWith(prefix) && !ref.startsWith('refs/network/'));
}

async function refNamed({ git }: RepositoryState, ref: string): Promise<Ref | null> {
  const object = await git.object(ref);
  return object === null ? null : { ref, sha: object.oid, type: object.type };
}

const refJson = ({ here }: AskedOfRepository, { ref, sha, type }: Ref) => ({
  ref,
  node_id: `REF_${sha}`,
  url: `${here}/git/${ref}`,
  object: { sha, type, url: `${here}/git/${type}s/${sha}` },
});

async function oneRef(asked: AskedOfRepository) {
  const ref = await refNamed(asked.repository, `refs/${asked.param('ref')}`);
  if (ref === null) throw notFound();
  return ok(refJson(asked, ref));
}

async function matchingRefs(asked: AskedOfRepository) {
  const refs = await refsBelow(asked.repository, `refs/${asked.param('ref')}`);
  return ok(refs.map((ref) => refJson(asked, ref)));
}

async function createRef(asked: AskedOfRepository) {
  const { repository } = asked;
  const { ref, sha } = bodyOf(asked, z.object({ ref: z.string(), sha: z.string() }));
  const wellFormed = /^refs\/[^/]+\/./.test(ref) && (await repository.git.tryText(['check-ref-format', ref])) !== null;
  if (!wellFormed) throw new Refusal(422, `${ref} is not a valid ref name.`);
  const object = await repository.git.object(sha);
  if (object === null) throw new Refusal(422, 'Object does not exist');
  refuseGuarded(repository, ref, 'Cannot create ref due to creations being restricted.');
  if (!(await repository.git.moveRef(ref, sha, null))) throw new Refusal(422, 'Reference already exists');
  await syncPullRequests(asked.world);
  return created(refJson(asked, { ref, sha, type: object.type }));
}

async function updateRef(asked: AskedOfRepository) {
  const { repository } = asked;
  const { git } = repository;
  const { sha, force } = bodyOf(asked, z.object({ sha: z.string(), force: z.boolean().default(false) }));
  const ref = `refs/${asked.param('ref')}`;
  const now = await refNamed(repository, ref);
  if (now === null) throw new Refusal(422, 'Reference does not exist');
  const object = await git.object(sha);
  if (object === null) throw new Refusal(422, 'Object does not exist');
  refuseGuarded(repository, ref, 'Cannot update this protected ref.');
  const fastForward = (await git.tryText(['merge-base', '--is-ancestor', now.sha, sha])) !== null;
  if (!force && !fastForward) throw new Refusal(422, 'Update is not a fast forward');
  // Somebody else may have moved it between the two lines above and here.
  if (!(await git.moveRef(ref, sha, force ? undefined : now.sha)))
    throw new Refusal(422, 'Update is not a fast forward');
  await syncPullRequests(asked.world);
  return ok(refJson(asked, { ref, sha, type: object.type }));
}

async function deleteRef(asked: AskedOfRepository) {
  const { repository } = asked;
  const ref = `refs/${asked.param('ref')}`;
  if ((await refNamed(repository, ref)) === null) throw new Refusal(422, 'Reference does not exist');
  refuseGuarded(repository, ref, 'Cannot delete this branch');
  await repository.git.moveRef(ref, null);
  await syncPullRequests(asked.world);
  return noContent;
}

/** 422 where a ruleset covers the branch. */
function refuseGuarded(repository: RepositoryState, ref: string, why: string): void {
  if (isGuarded(repository, ref)) throw new Refusal(422, `Repository rule violations found\n\n${why}\n\n`);
}

/** Whether a ruleset covers the branch; in its patterns `*` is any run of letters. */
export function isGuarded(repository: RepositoryState, ref: string): boolean {
  const branch = ref.replace(/^refs\/heads\//, '');
  return repository.guarded.some((pattern) => {
    const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${parts.join('.*')}$`).test(branch);
  });
}

// What git knows about commits and differences, in the words of GitHub's answers.

import type { BareGit } from './bare-git.ts';
import { isoTime, type RepositoryState } from './world.ts';

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface CommitFacts {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

export interface ChangedFile {
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';
  readonly path: string;
  readonly previousPath: string | null;
  /** Of the blob after, or of the one before where it was removed. */
  readonly oid: string;
  readonly additions: number;
  readonly deletions: number;
}

export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** A commit by its hash; throws when it is none. */
export async function readCommit(git: BareGit, oid: string): Promise<CommitFacts> {
  const object = await git.object(oid);
  if (object === null || object.type !== 'commit') throw new Error(`${oid} is no commit`);
  const text = object.content.toString();
  const end = text.indexOf('\n\n');
  const lines = text.slice(0, end === -1 ? text.length : end).split('\n');
  const values = (name: string) =>
    lines.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    oid: object.oid,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: signatureOf(values('author')[0] ?? ''),
    committer: signatureOf(values('committer')[0] ?? ''),
    message: end === -1 ? '' : text.slice(end + 2).replace(/\n+$/, ''),
  };
}

function signatureOf(line: string): Signature {
  const match = /^(.*?) ?<([^>]*)> (\d+) [+-]\d{4}$/.exec(line);
  return { name: match?.[1] ?? '', email: match?.[2] ?? '', at: Number(match?.[3] ?? 0) * 1000 };
}

/** What differs between two commits does not change, and is asked for page by page. */
const known = new WeakMap<BareGit, Map<string, Promise<readonly ChangedFile[]>>>();

/** The files that differ between two trees or commits, renames found, in git's order. */
export function changedFiles(git: BareGit, before: string, after: string): Promise<readonly ChangedFile[]> {
  const ofThis = known.get(git) ?? new Map<string, Promise<readonly ChangedFile[]>>();
  known.set(git, ofThis);
  const files = ofThis.get(`${before} ${after}`) ?? readChangedFiles(git, before, after);
  ofThis.set(`${before} ${after}`, files);
  return files;
}

async function readChangedFiles(git: BareGit, before: string, after: string): Promise<readonly ChangedFile[]> {
  const args = ['diff-tree', '-r', '-M', '-l0', '--raw', '--numstat', '--no-abbrev', '-z', before, after];
  const fields = (await git.run(args)).toString().split('\0');
  const raws: Omit<ChangedFile, 'additions' | 'deletions'>[] = [];
  const counts: (readonly [number, number])[] = [];
  for (let at = 0; at < fields.length - 1; at++) {
    const field = fields[at] ?? '';
    if (field.startsWith(':')) {
      const [, , oidBefore = '', oidAfter = '', letter = ''] = field.split(' ');
      const status = STATUS[letter.charAt(0)] ?? 'changed';
      const first = fields[++at] ?? '';
      const moved = status === 'renamed' || status === 'copied';
      const path = moved ? (fields[++at] ?? '') : first;
      const oid = status === 'removed' ? oidBefore : oidAfter;
      raws.push({ status, path, previousPath: moved ? first : null, oid });
    } else {
      const [added = '', deleted = '', path] = field.split('\t');
      counts.push([Number(added) || 0, Number(deleted) || 0]);
      if (path === '') at += 2;
    }
  }
  return raws.map((raw, index) => ({ ...raw, additions: counts[index]?.[0] ?? 0, deletions: counts[index]?.[1] ?? 0 }));
}

const STATUS: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};

/** A file of a commit, a comparison or a pull request; without its patch. */
export function fileJson(repository: RepositoryState, origin: string, here: string, head: string, file: ChangedFile) {
  const path = file.path.split('/').map(encodeURIComponent).join('/');
  return {
    sha: file.oid,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${origin}/${repository.fullName}/blob/${head}/${path}`,
    raw_url: `${origin}/${repository.fullName}/raw/${head}/${path}`,
    contents_url: `${here}/contents/${path}?ref=${head}`,
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}

/** A commit as the routes below `commits` give it, without its files. */
export function commitJson(repository: RepositoryState, origin: string, here: string, commit: CommitFacts) {
  return {
    sha: commit.oid,
    node_id: `C_${commit.oid}`,
    commit: {
      author: personJson(commit.author),
      committer: personJson(commit.committer),
      message: commit.message,
      tree: { sha: commit.tree, url: `${here}/git/trees/${commit.tree}` },
      url: `${here}/git/commits/${commit.oid}`,
      comment_count: 0,
      verification: { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
    },
    url: `${here}/commits/${commit.oid}`,
    html_url: `${origin}/${repository.fullName}/commit/${commit.oid}`,
    comments_url: `${here}/commits/${commit.oid}/comments`,
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${here}/commits/${sha}`,
      html_url: `${origin}/${repository.fullName}/commit/${sha}`,
    })),
  };
}

export const personJson = ({ name, email, at }: Signature) => ({ name, email, date: isoTime(at) });

/** Hashes of commits, the newest first, as `git rev-list` gives them. */
export async function revList(git: BareGit, ...args: readonly string[]): Promise<readonly string[]> {
  const text = await git.text(['rev-list', ...args]);
  return text === '' ? [] : text.split('\n');
}

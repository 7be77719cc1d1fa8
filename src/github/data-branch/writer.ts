// Commits on the data branch, one after the other whoever writes: never by force, never on top of what was not seen.

import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { blobName } from '../blob-name.ts';
import type { GitHubRepository } from '../client.ts';
import { attempt as asked } from '../failures.ts';
import type { TreeFile } from '../trees.ts';
import { branchFailure, neverOurTurn, rejectionOf } from './refusals.ts';
import type { BranchReader, Snapshot } from './snapshot.ts';

/** What a commit is to change. */
export interface BranchChange {
  /** Path → text; `null` removes the file. What is there already is left as it is. */
  readonly files: ReadonlyMap<string, string | null>;
  /** One line. */
  readonly title: string;
}

/** Times that others may be quicker. */
const ATTEMPTS = 12;
const LONGEST_PAUSE = 20; // of the first

/** Commits in which a save of ours is looked for whose answer was lost. */
const LOOKED_THROUGH = 50;

/**
 * Commits what `make` says, given the branch as it stands; `make` is asked again when somebody else was quicker. `null`
 * from it calls the commit off, which makes this `false`. The first try goes by what this process saw last; a `null` is
 * believed only of the branch as it stands now.
 */
export async function commitTo(
  reader: BranchReader,
  make: (at: Snapshot) => Promise<BranchChange | null>,
): Promise<boolean> {
  let fresh = reader.latest === null;
  let at = reader.latest ?? (await reader.read());
  let last: unknown;
  for (let attempt = 1; attempt <= ATTEMPTS; ) {
    const change = await make(at);
    const files = change === null ? null : changed(change.files, at);
    if (files !== null && files.size > 0 && change !== null) {
      const step = await takeStep(reader, at, { files, title: change.title });
      if (step === 'done') return true;
      last = step.error;
      await setTimeout(pauseMs(attempt++, reader.firstPauseMs));
    } else if (fresh) {
      return change !== null;
    }
    at = await reader.read();
    fresh = true;
  }
  throw rejectionOf(last) === 'overtaken'
    ? neverOurTurn(reader.branch, ATTEMPTS, last)
    : branchFailure(last, reader.branch, 'written');
}

function changed(files: BranchChange['files'], at: Snapshot): Map<string, string | null> {
  return new Map(
    [...files].filter(([path, text]) => {
      const blob = at.files.get(path)?.blob;
      return text === null ? blob !== undefined : blob !== blobName(Buffer.from(text), at.tree);
    }),
  );
}

function pauseMs(attempt: number, firstMs: number): number {
  return firstMs * Math.min(LONGEST_PAUSE, 2 ** (attempt - 1)) * (0.25 + Math.random());
}

async function takeStep(
  reader: BranchReader,
  at: Snapshot,
  change: BranchChange,
): Promise<'done' | { readonly error: unknown }> {
  let ours: string | null = null;
  try {
    const tree = await writeTree(reader.github, at.tree, change.files);
    ours = await writeCommit(reader.github, at.commit, tree, change.title);
    await moveBranch(reader, at.commit, ours);
    reader.moved({ commit: ours, tree, ...after(at, change.files, tree) }, written(change.files, tree));
    return 'done';
  } catch (error) {
    const rejection = rejectionOf(error);
    if (rejection === 'final') throw branchFailure(error, reader.branch, ours === null ? 'written' : 'moved');
    // the answer may have been lost after the branch was moved; a second commit would say everything twice
    return ours !== null && (await holds(reader, ours)) ? 'done' : { error };
  }
}

/** Text in one body of a request, in UTF-16 code units: a whole ledger comes in several. */
const TEXT_AT_ONCE = 2_000_000;

async function writeTree(
  { api, owner, repo }: GitHubRepository,
  base: string | null,
  files: BranchChange['files'],
): Promise<string> {
  let tree = base;
  for (const entries of portions([...files])) {
    const { data } = await api.rest.git.createTree({
      owner,
      repo,
      ...(tree === null ? {} : { base_tree: tree }),
      tree: entries.map(([path, text]) => {
        const entry = { path, mode: '100644', type: 'blob' } as const;
        return text === null ? { ...entry, sha: null } : { ...entry, content: text };
      }),
    });
    tree = data.sha;
  }
  if (tree === null) throw new RangeError('there is nothing to commit');
  return tree;
}

type Entry = readonly [path: string, text: string | null];

function portions(entries: readonly Entry[]): Entry[][] {
  const all: Entry[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const length = entry[0].length + (entry[1]?.length ?? 0);
    if (size + length > TEXT_AT_ONCE) {
      all.push([]);
      size = 0;
    }
    all.at(-1)?.push(entry);
    size += length;
  }
  return all;
}

/** No two commits are alike, so that two writers who say the same at the same second are told apart. */
async function writeCommit(
  { api, owner, repo }: GitHubRepository,
  parent: string | null,
  tree: string,
  title: string,
): Promise<string> {
  const message = `${title}\n\n[skip ci]\n\nSave: ${randomUUID()}\n`;
  const parents = parent === null ? [] : [parent];
  const { data } = await api.rest.git.createCommit({ owner, repo, message, tree, parents });
  return data.sha;
}

async function moveBranch(
  { github: { api, owner, repo }, branch }: BranchReader,
  from: string | null,
  to: string,
): Promise<void> {
  if (from === null) await api.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: to });
  else await api.rest.git.updateRef({ owner, repo, ref: `heads/${branch}`, sha: to, force: false });
}

/** Whether the branch stands at a commit or has it behind it. */
async function holds(reader: BranchReader, commit: string): Promise<boolean> {
  const { api, owner, repo } = reader.github;
  const tip = (await reader.read()).commit;
  if (tip === null || tip === commit) return tip === commit;
  const past = await asked(`reading the branch ${reader.branch}`, () =>
    api.rest.repos.listCommits({ owner, repo, sha: tip, per_page: LOOKED_THROUGH }),
  );
  return past.data.some(({ sha }) => sha === commit);
}

function after(at: Snapshot, files: BranchChange['files'], like: string): Pick<Snapshot, 'files'> {
  const now = new Map<string, TreeFile>(at.files);
  for (const [path, text] of files) {
    if (text === null) now.delete(path);
    else now.set(path, { blob: blobName(Buffer.from(text), like), size: Buffer.byteLength(text), mode: '100644' });
  }
  return { files: now };
}

function* written(files: BranchChange['files'], like: string): Generator<readonly [string, Uint8Array]> {
  for (const text of files.values()) if (text !== null) yield [blobName(Buffer.from(text), like), Buffer.from(text)];
}

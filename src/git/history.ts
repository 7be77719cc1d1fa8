// The past of a local clone: its line of first parents, and what differs between two states of it.

import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { LineCommit } from '../core/month-ends.ts';
import type { FileDifference, FirstParentLine, HistoryReader, Revision, StatePair } from '../ports.ts';
import { readBlobs } from './blobs.ts';
import { git, gitFailure, startFailure, startGit } from './command.ts';
import { DifferenceParser } from './difference-parser.ts';

/** How far git may run ahead of its reader, who has files to read for each pair. */
const AHEAD_BYTES = 8 * 1024 * 1024;

/** Reads the repository with this root, or this git directory. */
export function openHistory(root: string): HistoryReader {
  return {
    firstParents: (revision) => firstParents(root, revision),
    differences: (pairs, options) => differences(root, pairs, options),
    blobs: (names) => readBlobs(root, names),
  };
}

async function firstParents(root: string, { hash }: Revision): Promise<FirstParentLine> {
  const format = '--format=%H %T %ct';
  const listed = await git(root, ['log', '--first-parent', '--reverse', format, '--end-of-options', hash, '--']);
  const commits = listed.toString('utf8').split('\n').filter(Boolean).map(lineCommit);
  const [oldest] = commits;
  // In a shallow clone the oldest commit seems to have no parent; the object itself tells.
  const cutOff = oldest !== undefined && /^parent /m.test(headOf(await git(root, ['cat-file', 'commit', oldest.hash])));
  return { commits, cutOff };
}

function lineCommit(line: string): LineCommit {
  const [hash = '', tree = '', seconds] = line.split(' ');
  return { hash, tree, committedAt: Number(seconds) };
}

/** The headers of a commit object, without its message. */
function headOf(commit: Buffer): string {
  const end = commit.indexOf('\n\n');
  return commit.toString('latin1', 0, end < 0 ? commit.length : end);
}

/**
 * One `git diff-tree` for all pairs. Plumbing, so that no setting of the user changes what it finds; renames without a
 * limit on how many files are compared, so that moving a large module is none of its deletion.
 */
async function* differences(
  root: string,
  pairs: readonly StatePair[],
  { extensions, countLines }: { readonly extensions: readonly string[]; readonly countLines: boolean },
): AsyncGenerator<readonly FileDifference[]> {
  if (pairs.length === 0) return;
  const emptyTree = (await git(root, ['hash-object', '-t', 'tree', '/dev/null'])).toString('utf8').trim();
  const child = startGit(root, [
    'diff-tree',
    ...['--stdin', '-r', '-z', '-M', '-l0', '--raw', '--no-abbrev'],
    ...(countLines ? ['--numstat'] : []),
    ...['--no-ext-diff', '--no-textconv', '--'],
    ...extensions.map((extension) => `:(top,icase)*${extension}`),
  ]);
  let problem = '';
  let startError: Error | undefined;
  child.on('error', (error) => {
    startError = startFailure(error, root);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    problem += chunk.toString('utf8');
  });
  child.stdin.on('error', () => {}); // git ended early: told by what it printed
  child.stdin.end(pairs.map(({ before, after }) => `${before ?? emptyTree} ${after}\n`).join(''));
  const closed = once(child, 'close').catch(() => undefined);

  const parser = new DifferenceParser();
  let told = 0;
  try {
    for await (const chunk of child.stdout.pipe(new PassThrough({ highWaterMark: AHEAD_BYTES }))) {
      for (const difference of parser.push(chunk)) {
        told++;
        yield difference;
      }
    }
    await closed;
    if (child.exitCode === 0) {
      for (const difference of parser.end()) {
        told++;
        yield difference;
      }
    }
  } finally {
    child.stdout.destroy();
    child.kill();
    await closed;
  }
  if (startError !== undefined) throw startError;
  if (told < pairs.length) throw gitFailure('diff-tree', problem);
}

// Reading a year of a project's history from its git directory.

import { execFileSync } from 'node:child_process';

/** A file of the main sources at a commit. */
export interface FileChange {
  readonly path: string;
  /** `null` when the commit adds the file; where it moves the file, the text at the old path. */
  readonly before: string | null;
  readonly after: string;
}

export interface Commit {
  readonly hash: string;
  /** The main sources that it adds, modifies or moves. */
  readonly changes: readonly FileChange[];
}

export interface Year {
  /** The last first-parent commit before the year. */
  readonly start: { readonly hash: string; readonly files: ReadonlyMap<string, string> };
  /** First-parent commits of the year, oldest first; a merge is one commit with all that it brings. */
  readonly commits: readonly Commit[];
  /** The main sources at the last of them. */
  readonly end: ReadonlyMap<string, string>;
}

/** Where the sources of the project proper lie; side modules and tests are not measured. */
const MAIN_SOURCE = /^(?:(?:gson|mockito-core)\/)?src\/main\/java\/.*\.java$/;
const NO_OBJECT = /^0+$/;
const LARGEST_OUTPUT_BYTES = 2 ** 30;

type LogEntry =
  | { readonly commit: string }
  | { readonly path: string; readonly before: string | null; readonly after: string };

export function readYear(gitDirectory: string, year: number): Year {
  const start = lastCommitBefore(gitDirectory, year);
  const end = lastCommitBefore(gitDirectory, year + 1);
  const raw = git(gitDirectory, [
    ...['log', '--first-parent', '-m', '--reverse', '--raw', '-M', '--no-abbrev', '--format=commit %H'],
    `${start}..${end}`,
  ]).toString('utf8');
  const entries = raw.split('\n').flatMap((line): LogEntry[] => {
    const commit = /^commit (\w+)$/.exec(line)?.[1];
    if (commit !== undefined) return [{ commit }];
    const change = /^:\d+ \d+ (\w+) (\w+) [AMR]\d*\t(?:[^\t]*\t)?([^\t]*)$/.exec(line);
    const [, before, after, path] = change ?? [];
    if (before === undefined || after === undefined || path === undefined || !MAIN_SOURCE.test(path)) return [];
    return [{ before: NO_OBJECT.test(before) ? null : before, after, path }];
  });
  const startTree = mainSources(gitDirectory, start);
  const endTree = mainSources(gitDirectory, end);
  const wanted = new Set([...startTree.values(), ...endTree.values()]);
  for (const entry of entries) {
    if ('commit' in entry) continue;
    wanted.add(entry.after);
    if (entry.before !== null) wanted.add(entry.before);
  }
  const blobs = readBlobs(gitDirectory, [...wanted]);
  const textOf = (blob: string) => blobs.get(blob) ?? '';
  const commits: { hash: string; changes: FileChange[] }[] = [];
  for (const entry of entries) {
    if ('commit' in entry) commits.push({ hash: entry.commit, changes: [] });
    else {
      const before = entry.before === null ? null : textOf(entry.before);
      commits.at(-1)?.changes.push({ path: entry.path, before, after: textOf(entry.after) });
    }
  }
  return {
    start: { hash: start, files: texts(startTree, textOf) },
    commits,
    end: texts(endTree, textOf),
  };
}

/** The main sources of one commit, by path. */
export function readMainSources(gitDirectory: string, commit: string): ReadonlyMap<string, string> {
  const tree = mainSources(gitDirectory, commit);
  const blobs = readBlobs(gitDirectory, [...new Set(tree.values())]);
  return texts(tree, (blob) => blobs.get(blob) ?? '');
}

function lastCommitBefore(gitDirectory: string, year: number): string {
  const midnight = `${year}-01-01T00:00:00Z`;
  return git(gitDirectory, ['rev-list', '--first-parent', '-1', `--before=${midnight}`, 'HEAD'])
    .toString('utf8')
    .trim();
}

function mainSources(gitDirectory: string, commit: string): Map<string, string> {
  const listing = git(gitDirectory, ['ls-tree', '-r', commit]).toString('utf8');
  const blobs = new Map<string, string>();
  for (const line of listing.split('\n')) {
    const [, mode, blob, path] = /^(\d+) blob (\w+)\t(.*)$/.exec(line) ?? [];
    if ((mode === '100644' || mode === '100755') && blob !== undefined && path !== undefined && MAIN_SOURCE.test(path))
      blobs.set(path, blob);
  }
  return blobs;
}

function texts(tree: ReadonlyMap<string, string>, textOf: (blob: string) => string): Map<string, string> {
  return new Map([...tree].map(([path, blob]) => [path, textOf(blob)]));
}

function readBlobs(gitDirectory: string, hashes: readonly string[]): Map<string, string> {
  const output = git(gitDirectory, ['cat-file', '--batch'], `${hashes.join('\n')}\n`);
  const blobs = new Map<string, string>();
  for (let at = 0; at < output.length; ) {
    const lineEnd = output.indexOf('\n', at);
    const [hash = '', , size = '0'] = output.subarray(at, lineEnd).toString('latin1').split(' ');
    const contentEnd = lineEnd + 1 + Number(size);
    blobs.set(hash, output.subarray(lineEnd + 1, contentEnd).toString('utf8'));
    at = contentEnd + 1;
  }
  return blobs;
}

function git(gitDirectory: string, args: readonly string[], input?: string): Buffer {
  return execFileSync('git', ['--git-dir', gitDirectory, ...args], { input, maxBuffer: LARGEST_OUTPUT_BYTES });
}

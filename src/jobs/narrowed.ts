// One project of a repository that holds several, or some of its files: the rest is not there for any job.

import type {
  ChangedFile,
  FileDifference,
  FileSide,
  HistoryReader,
  RepositoryReader,
  SourceFile,
  SourceTree,
} from '../ports.ts';
import { globMatcher } from './globs.ts';

/** Which paths of a repository count. */
export interface Area {
  /** The folder of the project, without slashes at its ends; `''` for the whole repository. */
  readonly under: string;
  /**
   * From the root of the repository, whatever the folder. A path counts when one of them fits, or there are only
   * exclusions, and no exclusion (`!`) fits, in whatever order they stand. A name without wildcards stands for a folder
   * with all that is in it too. Case counts, and names that begin with a dot are names as any other.
   */
  readonly globs: readonly string[];
}

/** Whether a path, relative to the root and with forward slashes, counts. */
export function inArea({ under, globs }: Area): (path: string) => boolean {
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(globMatcher);
  const unwanted = globs.filter((glob) => glob.startsWith('!')).map((glob) => globMatcher(glob.slice(1)));
  return (path) =>
    (under === '' || path.startsWith(`${under}/`)) &&
    (wanted.length === 0 || wanted.some((fits) => fits(path))) &&
    !unwanted.some((fits) => fits(path));
}

/** A repository of which nothing but an area is listed, read, changed. Paths stay relative to the repository's root. */
export function narrowed(repository: RepositoryReader, area: Area): RepositoryReader {
  if (isEverything(area)) return repository;
  const counts = inArea(area);
  return {
    identity: () => repository.identity(),
    resolve: (revision) => repository.resolve(revision),
    defaultBranch: () => repository.defaultBranch(),
    mergeBase: (base, head) => repository.mergeBase(base, head),
    isAncestor: (ancestor, revision) => repository.isAncestor(ancestor, revision),
    changedFiles: async (base, head): Promise<ChangedFile[]> =>
      (await repository.changedFiles(base, head)).filter(({ path }) => counts(path)),
    tree: (revision) => narrowedTree(repository.tree(revision), counts),
  };
}

function narrowedTree(tree: SourceTree, counts: (path: string) => boolean): SourceTree {
  return {
    list: async () => (await tree.list()).filter(counts),
    read: (paths) => readWithin(tree, paths, counts),
  };
}

/** What does not count is not there. */
async function* readWithin(
  tree: SourceTree,
  paths: readonly string[],
  counts: (path: string) => boolean,
): AsyncIterable<SourceFile> {
  const inner = tree.read(paths.filter(counts))[Symbol.asyncIterator]();
  try {
    for (const path of paths) {
      if (!counts(path)) {
        yield { path, bytes: null };
        continue;
      }
      const { done, value } = await inner.next();
      if (done === true) return;
      yield value;
    }
  } finally {
    await inner.return?.();
  }
}

/** The same for a repository's past. A file that came from outside was added, one that went there was deleted. */
export function narrowedHistory(history: HistoryReader, area: Area): HistoryReader {
  if (isEverything(area)) return history;
  const counts = inArea(area);
  return {
    firstParents: (revision) => history.firstParents(revision),
    blobs: (names) => history.blobs(names),
    differences: (pairs, options) => differencesWithin(history, history.differences(pairs, options), counts, options),
  };
}

async function* differencesWithin(
  history: HistoryReader,
  differences: AsyncIterable<readonly FileDifference[]>,
  counts: (path: string) => boolean,
  { countLines }: { readonly countLines: boolean },
): AsyncIterable<readonly FileDifference[]> {
  for await (const files of differences) {
    const within: FileDifference[] = [];
    for (const file of files) {
      const before = file.before !== null && counts(file.before.path) ? file.before : null;
      const after = file.after !== null && counts(file.after.path) ? file.after : null;
      if (before === file.before && after === file.after) within.push(file);
      else if (before !== null || after !== null) {
        // a rename across the border: git counted the lines that differ, and here all of them came or went
        const lines = countLines ? await linesOf(history, before ?? after) : 0;
        within.push({
          before,
          after,
          addedLines: after === null ? 0 : lines,
          deletedLines: before === null ? 0 : lines,
        });
      }
    }
    yield within;
  }
}

/** As `git diff --numstat` counts a whole file: 0 for a binary one. */
async function linesOf(history: HistoryReader, side: FileSide | null): Promise<number> {
  if (side === null) return 0;
  for await (const bytes of history.blobs([side.blob])) {
    if (bytes === null || bytes.subarray(0, BINARY_LOOK).includes(0)) return 0;
    let lines = 0;
    for (const byte of bytes) if (byte === LINE_FEED) lines++;
    return bytes.length > 0 && bytes.at(-1) !== LINE_FEED ? lines + 1 : lines;
  }
  return 0;
}

/** Git looks for a zero byte that far. */
const BINARY_LOOK = 8_000;
const LINE_FEED = 10;

function isEverything({ under, globs }: Area): boolean {
  return under === '' && globs.length === 0;
}

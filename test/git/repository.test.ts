// Reading local clones, on real repositories.

import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ExpectedFailure } from '../../src/errors.ts';
import { type LocalRepository, openRepository } from '../../src/git/repository.ts';
import { type Revision, type SourceTree, WORKTREE } from '../../src/ports.ts';
import { type ScratchRepository, scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const open = (repository: ScratchRepository) => openRepository(repository.root);

/** The failure that a promise ends in: what happened, and what to do. */
async function failureOf(promise: Promise<unknown>): Promise<ExpectedFailure> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof ExpectedFailure) return error;
  throw error;
}

async function textsOf(tree: SourceTree, paths?: readonly string[]): Promise<Record<string, string | null>> {
  const texts: Record<string, string | null> = {};
  for await (const { path, bytes } of tree.read(paths ?? (await tree.list()))) {
    texts[path] = bytes === null ? null : Buffer.from(bytes).toString('utf8');
  }
  return texts;
}

/** `A Bill.java`, `M Invoice.java`, `D Ledger.java`: what differs between two revisions. */
async function changesOf(repository: LocalRepository, base: string, head: string): Promise<string[]> {
  const [from, to] = [await repository.resolve(base), await repository.resolve(head)];
  const changes = await repository.changedFiles(from, to);
  return changes.map(({ path, status }) => `${status.charAt(0).toUpperCase()} ${path}`);
}

/** Clones a repository with the given options; returns the folder of the clone. */
function clone(origin: ScratchRepository, ...options: string[]): string {
  const folder = join(temporaryFolder(), 'clone');
  origin.git('clone', '--quiet', ...options, `file://${origin.root}`, folder);
  return folder;
}

describe('opening', () => {
  test('a folder outside of any repository is refused, with what to do', async () => {
    const failure = await failureOf(openRepository(temporaryFolder()));
    expect(failure.code).toBe('not-a-repository');
    expect(failure.remedy).toContain('--repo DIR');
  });

  test('a folder that does not exist, or a file, is refused as well', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'invoice.txt'), '');
    for (const name of ['missing', 'invoice.txt']) {
      const failure = await failureOf(openRepository(join(folder, name)));
      expect(failure.message).toContain(join(folder, name));
      expect(failure.remedy).toContain('--repo DIR');
    }
  });

  test('a subfolder means its repository, and paths count from the root', async () => {
    const repository = scratchRepository();
    repository.commit({ 'src/billing/Invoice.java': 'class Invoice {}', 'Ledger.java': 'class Ledger {}' });
    repository.write({ 'Shelf.java': 'class Shelf {}', 'src/billing/Bill.java': 'class Bill {}' });
    const opened = await openRepository(join(repository.root, 'src/billing'));
    expect(opened.root).toBe(repository.root);
    expect(await changesOf(opened, 'HEAD', WORKTREE)).toEqual(['A Shelf.java', 'A src/billing/Bill.java']);
    const head = opened.tree(await opened.resolve('HEAD'));
    expect(await head.list()).toEqual(['Ledger.java', 'src/billing/Invoice.java']);
  });

  test('a bare repository has revisions and no work tree', async () => {
    const origin = scratchRepository();
    const hash = origin.commit({ 'Invoice.java': 'class Invoice {}' });
    const opened = await openRepository(clone(origin, '--bare'));
    expect(opened.bare).toBe(true);
    expect(await textsOf(opened.tree(await opened.resolve('main')))).toEqual({ 'Invoice.java': 'class Invoice {}' });
    expect(await opened.defaultBranch()).toMatchObject({ hash, name: 'main' });
    const failure = await failureOf(opened.resolve(WORKTREE));
    expect(failure.code).toBe('unknown-revision');
    expect(failure.message).toContain('no work tree');
  });

  test('the variables that git sets inside of a hook do not lead to another repository', async () => {
    const [repository, other] = [scratchRepository(), scratchRepository()];
    const hash = repository.commit({ 'Invoice.java': 'class Invoice {}' });
    other.commit({ 'Shelf.java': 'class Shelf {}' });
    repository.write({ 'Bill.java': 'class Bill {}' });
    const gitFolder = join(other.root, '.git');
    vi.stubEnv('GIT_DIR', gitFolder);
    vi.stubEnv('GIT_COMMON_DIR', gitFolder);
    vi.stubEnv('GIT_WORK_TREE', other.root);
    vi.stubEnv('GIT_INDEX_FILE', join(gitFolder, 'index'));
    vi.stubEnv('GIT_OBJECT_DIRECTORY', join(gitFolder, 'objects'));
    vi.stubEnv('GIT_PREFIX', 'src/');
    const opened = await openRepository(repository.root);
    expect(opened.root).toBe(repository.root);
    expect(await opened.resolve('HEAD')).toMatchObject({ hash });
    expect(await textsOf(opened.tree(await opened.resolve('HEAD')))).toEqual({ 'Invoice.java': 'class Invoice {}' });
    expect(await changesOf(opened, 'HEAD', WORKTREE)).toEqual(['A Bill.java']);
  });

  test.runIf(process.getuid?.() === 0)('a clone of another user says how to trust it', async () => {
    vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
    vi.stubEnv('GIT_CONFIG_SYSTEM', '/dev/null');
    const repository = scratchRepository();
    for (const folder of ['.git', '.']) chownSync(join(repository.root, folder), 4711, 4711);
    const failure = await failureOf(open(repository));
    expect(failure.code).toBe('not-a-repository');
    expect(failure.remedy).toContain('safe.directory');
  });
});

describe('revisions', () => {
  test('branches, tags, abbreviations and ancestors are resolved to commits', async () => {
    const repository = scratchRepository();
    const first = repository.commit({ 'Ledger.java': '1' });
    const second = repository.commit({ 'Ledger.java': '2' });
    repository.git('tag', '--annotate', '--message', 'closed', 'year-end', first);
    const opened = await open(repository);
    expect(await opened.resolve('HEAD')).toEqual({
      hash: second,
      name: 'HEAD',
      committedAt: expect.stringMatching(/^2024-01-03T00:00:00/),
    });
    expect(await opened.resolve('year-end')).toMatchObject({ hash: first, name: 'year-end' });
    expect(await opened.resolve('main~1')).toMatchObject({ hash: first });
    expect(await opened.resolve(second.slice(0, 10))).toMatchObject({ hash: second });
  });

  test('the work tree is a revision of its own', async () => {
    const opened = await open(scratchRepository());
    expect(await opened.resolve(WORKTREE)).toEqual({ hash: WORKTREE, name: 'work tree', committedAt: null });
  });

  test.each([
    'no-such-branch',
    '',
    '--help',
    '-c core.pager=sh',
    'HEAD:Ledger.java',
    'main..main',
    'with\nnewline',
    'a b',
  ])('an unknown revision is refused: %j', async (revision) => {
    const repository = scratchRepository();
    repository.commit({ 'Ledger.java': '1' });
    const failure = await failureOf((await open(repository)).resolve(revision));
    expect(failure.code).toBe('unknown-revision');
    expect(failure.message).toContain(JSON.stringify(revision));
    expect(failure.remedy).not.toBe('');
  });

  test('in a repository without commits HEAD is unknown, and says so', async () => {
    expect((await failureOf((await open(scratchRepository())).resolve('HEAD'))).code).toBe('unknown-revision');
  });

  test('a shallow clone without the base says how to get it', async () => {
    const origin = scratchRepository();
    const base = origin.commit({ 'Ledger.java': '1' });
    origin.commit({ 'Ledger.java': '2' });
    const failure = await failureOf((await openRepository(clone(origin, '--depth=1'))).resolve(base));
    expect(failure.code).toBe('shallow-clone');
    expect(failure.remedy).toContain('--unshallow');
  });
});

describe('the default branch', () => {
  test('is what the clone was told', async () => {
    const origin = scratchRepository();
    origin.commit({ 'Ledger.java': '1' });
    const onMain = origin.git('rev-parse', 'HEAD');
    origin.git('switch', '--quiet', '--create', 'bookkeeping');
    const hash = origin.commit({ 'Ledger.java': '2' });
    const opened = await openRepository(clone(origin));
    expect(await opened.defaultBranch()).toMatchObject({ name: 'origin/bookkeeping', hash });
    expect(await opened.resolve('origin/main')).toMatchObject({ hash: onMain });
  });

  test.each(['main', 'master'])('is else %s', async (name) => {
    const repository = scratchRepository();
    const hash = repository.commit({ 'Ledger.java': '1' });
    repository.git('switch', '--quiet', '--create', 'feature');
    repository.commit({ 'Ledger.java': '2' });
    repository.git('branch', '--move', 'main', name);
    expect(await (await open(repository)).defaultBranch()).toMatchObject({ name, hash });
  });

  test('of the remote comes before the local one, which may be behind', async () => {
    const origin = scratchRepository();
    origin.commit({ 'Ledger.java': '1' });
    const folder = clone(origin);
    const hash = origin.commit({ 'Ledger.java': '2' });
    origin.git('-C', folder, 'fetch', '--quiet');
    origin.git('-C', folder, 'remote', 'set-head', 'origin', '--delete');
    expect(await (await openRepository(folder)).defaultBranch()).toMatchObject({ name: 'origin/main', hash });
  });

  test('that nobody tells asks for --base', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Ledger.java': '1' });
    repository.git('branch', '--move', 'main', 'trunk');
    const failure = await failureOf((await open(repository)).defaultBranch());
    expect(failure.code).toBe('no-default-branch');
    expect(failure.remedy).toContain('--base');
  });
});

describe('the merge base', () => {
  async function mergeBase(opened: LocalRepository, base: string, head: string): Promise<Revision> {
    return opened.mergeBase(await opened.resolve(base), await opened.resolve(head));
  }

  test('is where the branch left, and goes by the name of the base', async () => {
    const repository = scratchRepository();
    const fork = repository.commit({ 'Ledger.java': '1' });
    repository.git('switch', '--quiet', '--create', 'feature');
    repository.commit({ 'Invoice.java': '1' });
    repository.git('switch', '--quiet', 'main');
    repository.commit({ 'Ledger.java': '2' });
    expect(await mergeBase(await open(repository), 'main', 'feature')).toMatchObject({ hash: fork, name: 'main' });
  });

  test('of the work tree is that of HEAD', async () => {
    const repository = scratchRepository();
    const fork = repository.commit({ 'Ledger.java': '1' });
    repository.git('switch', '--quiet', '--create', 'feature');
    repository.commit({ 'Invoice.java': '1' });
    expect(await mergeBase(await open(repository), 'main', WORKTREE)).toMatchObject({ hash: fork });
  });

  test('of unrelated histories does not exist', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Ledger.java': '1' });
    repository.git('switch', '--quiet', '--orphan', 'unrelated');
    repository.commit({ 'Shelf.java': '1' });
    const failure = await failureOf(mergeBase(await open(repository), 'main', 'unrelated'));
    expect(failure.code).toBe('no-common-ancestor');
    expect(failure.remedy).toContain('--base');
  });

  test('beyond the end of a shallow clone says how to get it', async () => {
    const origin = scratchRepository();
    origin.commit({ 'Ledger.java': '1' });
    origin.git('switch', '--quiet', '--create', 'feature');
    origin.commit({ 'Invoice.java': '1' });
    origin.git('switch', '--quiet', 'main');
    origin.commit({ 'Ledger.java': '2' });
    const opened = await openRepository(clone(origin, '--depth=1', '--no-single-branch'));
    const failure = await failureOf(mergeBase(opened, 'origin/main', 'origin/feature'));
    expect(failure.code).toBe('shallow-clone');
    expect(failure.remedy).toContain('--unshallow');
  });
});

describe('identity', () => {
  test('is the same for a project’s clones, whatever they have checked out', async () => {
    const origin = scratchRepository();
    origin.commit({ 'Ledger.java': '1' });
    const folder = clone(origin);
    origin.commit({ 'Ledger.java': '2' });
    const identity = await (await open(origin)).identity();
    expect(identity).toMatch(/^[0-9a-f]{40}$/);
    expect(await (await openRepository(folder)).identity()).toBe(identity);
    expect(await (await openRepository(clone(origin, '--bare'))).identity()).toBe(identity);
  });

  test('of another project is another', async () => {
    const [ledgers, shelves] = [scratchRepository(), scratchRepository()];
    ledgers.commit({ 'Ledger.java': '1' });
    shelves.commit({ 'Shelf.java': '1' });
    expect(await (await open(ledgers)).identity()).not.toBe(await (await open(shelves)).identity());
  });

  test('cannot be told from a shallow clone, nor without commits', async () => {
    const origin = scratchRepository();
    origin.commit({ 'Ledger.java': '1' });
    origin.commit({ 'Ledger.java': '2' });
    expect(await (await openRepository(clone(origin, '--depth=1'))).identity()).toBeNull();
    expect(await (await open(scratchRepository())).identity()).toBeNull();
  });
});

describe('files that differ between two commits', () => {
  test('are added, modified or deleted, sorted; a rename is a deleted and an added file', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Invoice.java': 'i', 'Ledger.java': 'l', 'Shelf.java': 's', 'Customer.java': 'c' });
    repository.git('mv', 'Ledger.java', 'Book.java');
    repository.commit({ 'Invoice.java': 'i2', 'Shelf.java': null, 'Zebra.java': 'z' });
    expect(await changesOf(await open(repository), 'HEAD~1', 'HEAD')).toEqual([
      'A Book.java',
      'M Invoice.java',
      'D Ledger.java',
      'D Shelf.java',
      'A Zebra.java',
    ]);
  });

  test('a file that becomes a link, a submodule or a folder is deleted, and the way back adds it', async () => {
    const repository = scratchRepository();
    const first = repository.commit({ 'Invoice.java': 'i', 'Ledger.java': 'l', 'Shelf.java': 's' });
    repository.write({ 'Invoice.java': null, 'Ledger.java': null, 'Shelf.java': null });
    symlinkSync('/etc/passwd', join(repository.root, 'Invoice.java'));
    repository.write({ 'Ledger.java/Page.java': 'p' });
    repository.git('add', '--all');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${first},Shelf.java`);
    repository.git('commit', '--quiet', '--message', 'Replace');
    const opened = await open(repository);
    expect(await changesOf(opened, 'HEAD~1', 'HEAD')).toEqual([
      'D Invoice.java',
      'D Ledger.java',
      'A Ledger.java/Page.java',
      'D Shelf.java',
    ]);
    expect(await changesOf(opened, 'HEAD', 'HEAD~1')).toEqual([
      'A Invoice.java',
      'A Ledger.java',
      'D Ledger.java/Page.java',
      'A Shelf.java',
    ]);
    const tree = opened.tree(await opened.resolve('HEAD'));
    expect(await textsOf(tree)).toEqual({ 'Ledger.java/Page.java': 'p' });
    expect(await textsOf(tree, ['Invoice.java', 'Shelf.java'])).toEqual({ 'Invoice.java': null, 'Shelf.java': null });
  });

  test('a submodule that moved on, or a file that became executable', async () => {
    const repository = scratchRepository();
    const first = repository.commit({ 'Invoice.java': 'i' });
    repository.git('update-index', '--add', '--cacheinfo', `160000,${first},library`);
    repository.git('commit', '--quiet', '--message', 'Add a submodule');
    const second = repository.git('rev-parse', 'HEAD');
    repository.git('update-index', '--cacheinfo', `160000,${second},library`);
    repository.git('update-index', '--chmod=+x', 'Invoice.java');
    repository.git('commit', '--quiet', '--message', 'Move on');
    expect(await changesOf(await open(repository), 'HEAD~1', 'HEAD')).toEqual(['M Invoice.java']);
  });
});

const AWKWARD_NAMES = [
  ' leading space.java',
  '--upload-pack=sh.java',
  '-rf/Invoice.java',
  ':(glob)**.java',
  'Büroklammer.java',
  'a "quoted" \'ledger\'.java',
  'back\\slash.java',
  'tab\tbed.java',
  'two\nlines.java',
  '帳簿/📖.java',
];

describe('awkward file names', () => {
  const files = Object.fromEntries(AWKWARD_NAMES.map((name) => [name, `// ${name.length}\n`]));

  test('are listed, compared and read at a commit', async () => {
    const repository = scratchRepository();
    repository.commit({});
    repository.commit(files);
    const opened = await open(repository);
    const tree = opened.tree(await opened.resolve('HEAD'));
    expect(await tree.list()).toEqual(AWKWARD_NAMES);
    expect(await textsOf(tree)).toEqual(files);
    expect(await changesOf(opened, 'HEAD~1', 'HEAD')).toEqual(AWKWARD_NAMES.map((name) => `A ${name}`));
  });

  test('and in the work tree, tracked or not', async () => {
    const repository = scratchRepository();
    repository.commit({});
    repository.write(files);
    repository.git('add', '--', '-rf/Invoice.java', 'two\nlines.java');
    const opened = await open(repository);
    const tree = opened.tree(await opened.resolve(WORKTREE));
    expect(await tree.list()).toEqual(AWKWARD_NAMES);
    expect(await textsOf(tree)).toEqual(files);
    expect(await changesOf(opened, 'HEAD', WORKTREE)).toEqual(AWKWARD_NAMES.map((name) => `A ${name}`));
  });
});

describe('the work tree', () => {
  test('is compared as it lies on disk: staged, unstaged, untracked and deleted, but not ignored files', async () => {
    const repository = scratchRepository();
    repository.commit({
      '.gitignore': 'build/\n',
      'Staged.java': '1',
      'Unstaged.java': '1',
      'Both.java': '1',
      'Deleted.java': '1',
      'DeletedAndStaged.java': '1',
      'Untouched.java': '1',
    });
    repository.write({ 'Staged.java': '2', 'Both.java': '2', 'StagedNew.java': 'n', 'DeletedAndStaged.java': null });
    repository.git('add', '--all');
    repository.write({
      'Unstaged.java': '2',
      'Both.java': '3',
      'Deleted.java': null,
      'Untracked.java': 'u',
      'build/Generated.java': 'g',
    });
    const opened = await open(repository);
    expect(await changesOf(opened, 'HEAD', WORKTREE)).toEqual([
      'M Both.java',
      'D Deleted.java',
      'D DeletedAndStaged.java',
      'M Staged.java',
      'A StagedNew.java',
      'M Unstaged.java',
      'A Untracked.java',
    ]);
    expect(await textsOf(opened.tree(await opened.resolve(WORKTREE)))).toEqual({
      '.gitignore': 'build/\n',
      'Both.java': '3',
      'Staged.java': '2',
      'StagedNew.java': 'n',
      'Unstaged.java': '2',
      'Untouched.java': '1',
      'Untracked.java': 'u',
    });
  });

  test('a file that git no longer tracks but that lies there as it was did not change', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Ledger.java': '1' });
    repository.git('rm', '--quiet', '--cached', 'Ledger.java');
    expect(await changesOf(await open(repository), 'HEAD', WORKTREE)).toEqual([]);
  });

  test('a file that git no longer tracks but that lies there edited is modified', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Ledger.java': '1' });
    repository.git('rm', '--quiet', '--cached', 'Ledger.java');
    repository.write({ 'Ledger.java': '2' });
    expect(await changesOf(await open(repository), 'HEAD', WORKTREE)).toEqual(['M Ledger.java']);
  });

  test('in the middle of a merge the file with its conflict is what counts', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Ledger.java': 'one\n' });
    repository.git('switch', '--quiet', '--create', 'feature');
    repository.commit({ 'Ledger.java': 'two\n' });
    repository.git('switch', '--quiet', 'main');
    repository.commit({ 'Ledger.java': 'three\n' });
    expect(() => repository.git('merge', 'feature')).toThrow();
    const opened = await open(repository);
    expect(await changesOf(opened, 'HEAD', WORKTREE)).toEqual(['M Ledger.java']);
    expect((await textsOf(opened.tree(await opened.resolve(WORKTREE))))['Ledger.java']).toContain('<<<<<<<');
  });

  test('links are never followed: not to files, not to folders, not in circles, not out of the tree', async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'Secret.java'), 'class Secret {}');
    const repository = scratchRepository();
    repository.commit({ 'src/Ledger.java': 'class Ledger {}', 'lib/Shelf.java': 'class Shelf {}' });
    symlinkSync(join(outside, 'Secret.java'), join(repository.root, 'src/Secret.java'));
    symlinkSync('Ledger.java', join(repository.root, 'src/Alias.java'));
    symlinkSync('.', join(repository.root, 'src/circle'));
    symlinkSync('nowhere', join(repository.root, 'src/Dangling.java'));
    rmSync(join(repository.root, 'lib'), { recursive: true });
    symlinkSync(outside, join(repository.root, 'lib'));
    writeFileSync(join(outside, 'Shelf.java'), 'class SomebodyElsesShelf {}');
    const opened = await open(repository);
    const tree = opened.tree(await opened.resolve(WORKTREE));
    expect(await tree.list()).toEqual(['src/Ledger.java']);
    const others = [
      'src/Secret.java',
      'src/Alias.java',
      'src/circle/Ledger.java',
      'src/Dangling.java',
      'lib/Shelf.java',
    ];
    expect(new Set(Object.values(await textsOf(tree, others)))).toEqual(new Set([null]));
    expect(await changesOf(opened, 'HEAD', WORKTREE)).toEqual(['D lib/Shelf.java']);
  });

  test('a repository inside of it is another project', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Ledger.java': '1' });
    mkdirSync(join(repository.root, 'nested'));
    repository.git('init', '--quiet', join(repository.root, 'nested'));
    repository.write({ 'nested/Shelf.java': '1' });
    const opened = await open(repository);
    expect(await changesOf(opened, 'HEAD', WORKTREE)).toEqual([]);
    expect(await opened.tree(await opened.resolve(WORKTREE)).list()).toEqual(['Ledger.java']);
  });
});

describe('contents', () => {
  test('three thousand small files come in the order in which they were asked for', async () => {
    const repository = scratchRepository();
    const paths = Array.from({ length: 3000 }, (_, page) => `ledger/${page % 50}/Page${page}.java`);
    repository.commit(Object.fromEntries(paths.map((path) => [path, `class ${path} {}\n`])));
    const opened = await open(repository);
    const tree = opened.tree(await opened.resolve('HEAD'));
    expect(await tree.list()).toEqual([...paths].sort());
    const asked = [...paths].reverse();
    const texts = await textsOf(tree, asked);
    expect(Object.keys(texts)).toEqual(asked);
    expect(asked.filter((path) => texts[path] !== `class ${path} {}\n`)).toEqual([]);
  });

  test('a blob of 6 MB, an empty one and bytes that are no text arrive as they are', async () => {
    const big = Buffer.alloc(6 * 1024 * 1024, 'debit\ncredit\n');
    const everyByte = Uint8Array.from({ length: 512 }, (_, index) => index % 256);
    const repository = scratchRepository();
    repository.commit({ 'Big.java': big, 'Empty.java': '', 'Latin1.java': everyByte, 'Small.java': 'class Small {}' });
    const opened = await open(repository);
    const read = new Map<string, Uint8Array | null>();
    const tree = opened.tree(await opened.resolve('HEAD'));
    for await (const { path, bytes } of tree.read(await tree.list())) read.set(path, bytes);
    expect(big.equals(read.get('Big.java') ?? Buffer.alloc(0))).toBe(true);
    expect(read.get('Empty.java')).toHaveLength(0);
    expect(Buffer.from(everyByte).equals(read.get('Latin1.java') ?? Buffer.alloc(0))).toBe(true);
    expect(Buffer.from(read.get('Small.java') ?? []).toString()).toBe('class Small {}');
  });

  test('a path that the revision does not hold has no bytes, between others that have', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Invoice.java': 'i', 'Ledger.java': 'l' });
    const opened = await open(repository);
    const tree = opened.tree(await opened.resolve('HEAD'));
    expect(await textsOf(tree, ['Ledger.java', 'Missing.java', 'Invoice.java'])).toEqual({
      'Ledger.java': 'l',
      'Missing.java': null,
      'Invoice.java': 'i',
    });
    expect(await textsOf(tree, [])).toEqual({});
  });

  test('a file that the revision holds but the clone has lost is a failure, not a missing file', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Invoice.java': 'i', 'Ledger.java': 'l' });
    const object = repository.git('rev-parse', 'HEAD:Ledger.java');
    rmSync(join(repository.root, '.git/objects', object.slice(0, 2), object.slice(2)));
    const opened = await open(repository);
    const failure = await failureOf(textsOf(opened.tree(await opened.resolve('HEAD'))));
    expect(failure.code).toBe('git-failed');
    expect(failure.message).toContain('Ledger.java');
    expect(failure.remedy).toContain('git fsck');
  });

  test('bytes are those of the commit, whatever line ends the clone prefers', async () => {
    const repository = scratchRepository();
    repository.git('config', 'core.autocrlf', 'true');
    repository.write({ '.gitattributes': '*.java -text\n' });
    repository.commit({ 'Ledger.java': 'class Ledger {\r\n}\n' });
    const opened = await open(repository);
    const read = await textsOf(opened.tree(await opened.resolve('HEAD')), ['Ledger.java']);
    expect(read['Ledger.java']).toBe('class Ledger {\r\n}\n');
  });

  test('a reader that stops early leaves no git behind', async () => {
    const repository = scratchRepository();
    const page = 'entry\n'.repeat(20_000);
    repository.commit(
      Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`Page${index}.java`, page + index])),
    );
    const opened = await open(repository);
    const tree = opened.tree(await opened.resolve('HEAD'));
    for await (const { path } of tree.read(await tree.list())) if (path !== '') break;
    // the handle of a process that ended is given back a turn later; one that still waits to be read never is
    await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap'), { timeout: 5000 });
  });
});

describe('programs that a repository names', () => {
  test('are never run: hooks, pagers, external diffs, text conversions, file system monitors, signature checks', async () => {
    const repository = scratchRepository();
    repository.commit({ '.gitattributes': '*.java diff=spy\n', 'Ledger.java': '1\n' });
    repository.commit({ 'Ledger.java': '2\n' });
    const folder = temporaryFolder();
    const canary = join(folder, 'canary');
    const program = join(folder, 'spy');
    writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${canary}'\n`);
    chmodSync(program, 0o755);
    const hooks = join(folder, 'hooks');
    mkdirSync(hooks);
    for (const hook of [
      'post-index-change',
      'reference-transaction',
      'post-checkout',
      'pre-auto-gc',
      'fsmonitor-watchman',
    ]) {
      symlinkSync(program, join(hooks, hook));
    }
    for (const name of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.editor',
      'core.askPass',
      'credential.helper',
      'diff.external',
      'diff.spy.command',
      'diff.spy.textconv',
      'gpg.program',
      'interactive.diffFilter',
    ]) {
      repository.git('config', name, program);
    }
    for (const name of ['diff', 'diff-tree', 'show', 'rev-parse', 'ls-files', 'ls-tree', 'rev-list']) {
      repository.git('config', `pager.${name}`, program);
    }
    repository.git('config', 'core.hooksPath', hooks);
    repository.git('config', 'log.showSignature', 'true');
    repository.write({ 'Ledger.java': '3\n', 'Invoice.java': 'new\n' });
    repository.git('diff', 'HEAD');
    expect(existsSync(canary), 'the trap does not work').toBe(true);
    rmSync(canary);
    for (const name of ['GIT_EXTERNAL_DIFF', 'GIT_PAGER', 'PAGER', 'GIT_ASKPASS', 'GIT_EDITOR', 'GIT_SSH_COMMAND']) {
      vi.stubEnv(name, program);
    }

    const opened = await open(repository);
    const [base, head] = [await opened.resolve('HEAD~1'), await opened.resolve(WORKTREE)];
    await opened.identity();
    await opened.defaultBranch();
    await opened.mergeBase(base, head);
    expect(await changesOf(opened, 'HEAD~1', WORKTREE)).toEqual(['A Invoice.java', 'M Ledger.java']);
    expect(await changesOf(opened, 'HEAD~1', 'HEAD')).toEqual(['M Ledger.java']);
    expect(await textsOf(opened.tree(base), ['Ledger.java'])).toEqual({ 'Ledger.java': '1\n' });
    expect(await textsOf(opened.tree(head), ['Ledger.java'])).toEqual({ 'Ledger.java': '3\n' });
    expect(existsSync(canary)).toBe(false);
  });

  test('reading leaves the index and the references as they were', async () => {
    const repository = scratchRepository();
    repository.commit({ 'Ledger.java': '1\n' });
    repository.write({ 'Ledger.java': '2\n' });
    const status = () => repository.git('status', '--porcelain') + repository.git('show-ref');
    const before = status();
    const opened = await open(repository);
    await changesOf(opened, 'HEAD', WORKTREE);
    await textsOf(opened.tree(await opened.resolve(WORKTREE)));
    expect(status()).toBe(before);
  });
});

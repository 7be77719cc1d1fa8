// A directory that somebody named, read as a tree of sources.

import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDirectory } from '../../src/files/directory.ts';
import type { SourceTree } from '../../src/ports.ts';
import { temporaryFolder } from '../support/scratch-repository.ts';

/** A folder that holds the given files. */
function library(files: Readonly<Record<string, string>>): string {
  const root = join(temporaryFolder(), 'library');
  mkdirSync(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

async function textsOf(tree: SourceTree, paths: readonly string[]): Promise<(string | null)[]> {
  const texts: (string | null)[] = [];
  for await (const { bytes } of tree.read(paths)) texts.push(bytes === null ? null : Buffer.from(bytes).toString());
  return texts;
}

test('all files of all folders, sorted by code units', async () => {
  const tree = await openDirectory(
    library({ 'src/b/Shelf.java': '', 'src/a/Book.java': '', 'Ärger.java': '', 'Zebra.java': '', 'README.md': '' }),
  );
  expect(await tree.list()).toEqual(['README.md', 'Zebra.java', 'src/a/Book.java', 'src/b/Shelf.java', 'Ärger.java']);
});

test('a relative name of the directory will do', async () => {
  const tree = await openDirectory(relative(process.cwd(), library({ 'Book.java': 'class Book {}' })));
  expect(await textsOf(tree, await tree.list())).toEqual(['class Book {}']);
});

test('contents come in the order in which they were asked for; what is not there has none', async () => {
  const tree = await openDirectory(library({ 'Book.java': 'book', 'Shelf.java': 'shelf', 'empty/Empty.java': '' }));
  expect(await textsOf(tree, ['Shelf.java', 'Missing.java', 'empty/Empty.java', 'Book.java'])).toEqual([
    'shelf',
    null,
    '',
    'book',
  ]);
});

test('what version control and palimpsest keep for themselves is no source', async () => {
  const tree = await openDirectory(
    library({
      '.git/Hook.java': '',
      '.palimpsest/Old.java': '',
      'lib/.hg/X.java': '',
      '.svn/Y.java': '',
      'A.java': '',
    }),
  );
  expect(await tree.list()).toEqual(['A.java']);
});

test('an output folder inside of it is left out', async () => {
  const root = library({ 'Book.java': '', 'out/Book.java': '', 'outer/Shelf.java': '' });
  const tree = await openDirectory(root, [join(root, 'out'), '/somewhere/else']);
  expect(await tree.list()).toEqual(['Book.java', 'outer/Shelf.java']);
});

describe('links', () => {
  test('are never listed: not to files, not to folders, not in circles', async () => {
    const root = library({ 'src/Book.java': 'book' });
    const outside = library({ 'Secret.java': 'secret' });
    symlinkSync('Book.java', join(root, 'src/Alias.java'));
    symlinkSync(join(outside, 'Secret.java'), join(root, 'src/Secret.java'));
    symlinkSync(outside, join(root, 'outside'));
    symlinkSync('..', join(root, 'src/circle'));
    symlinkSync('nowhere', join(root, 'Dangling.java'));
    expect(await (await openDirectory(root)).list()).toEqual(['src/Book.java']);
  });

  test('and never read, though another tree may have a file of that name', async () => {
    const root = library({ 'src/Book.java': 'book' });
    const outside = library({ 'Secret.java': 'secret' });
    symlinkSync(join(outside, 'Secret.java'), join(root, 'src/Secret.java'));
    symlinkSync(outside, join(root, 'outside'));
    const tree = await openDirectory(root);
    const escaping = `../../${relative(dirname(dirname(outside)), join(outside, 'Secret.java'))}`;
    expect(await textsOf(tree, ['src/Secret.java', 'outside/Secret.java', escaping])).toEqual([null, null, null]);
    expect(await textsOf(tree, ['src/Book.java'])).toEqual(['book']);
  });

  test('the named directory itself may be one', async () => {
    const alias = join(temporaryFolder(), 'alias');
    symlinkSync(library({ 'Book.java': 'book' }), alias);
    const tree = await openDirectory(alias);
    expect(await textsOf(tree, await tree.list())).toEqual(['book']);
  });
});

test('a folder or a file where another tree has the opposite holds nothing', async () => {
  const tree = await openDirectory(library({ 'Book.java/Page.java': 'page', Shelf: 'file' }));
  expect(await textsOf(tree, ['Book.java', 'Shelf/Row.java'])).toEqual([null, null]);
});

test.runIf(process.platform !== 'win32')('a named pipe is not waited for', async () => {
  const root = library({ 'Book.java': 'book' });
  spawnSync('mkfifo', [join(root, 'Pipe.java')]);
  const tree = await openDirectory(root);
  expect(await tree.list()).toEqual(['Book.java']);
  expect(await textsOf(tree, ['Pipe.java'])).toEqual([null]);
});

describe('a name that is no directory', () => {
  test('does not exist', async () => {
    await expect(openDirectory('/no/such/library')).rejects.toMatchObject({
      name: 'ExpectedFailure',
      code: 'not-a-directory',
      message: expect.stringContaining('/no/such/library'),
    });
  });

  test('is a file', async () => {
    const root = library({ 'Book.java': '' });
    await expect(openDirectory(join(root, 'Book.java'))).rejects.toMatchObject({ code: 'not-a-directory' });
    await expect(openDirectory(join(root, 'Book.java/pages'))).rejects.toMatchObject({ name: 'ExpectedFailure' });
  });
});

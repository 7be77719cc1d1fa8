// What every SourceTree keeps to, wherever its files lie.

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceFile, SourceTree } from '../../src/ports.ts';
import type { Files } from '../support/scratch-repository.ts';

/** Makes a tree of these files and these links (path → target). */
export type TreeSetup = (files: Files, links?: Readonly<Record<string, string>>) => Promise<SourceTree>;

export function sourceTreeContract(name: string, treeOf: TreeSetup): void {
  describe(`${name} as a SourceTree`, () => {
    it('lists all regular files in the order of code units, with forward slashes', async () => {
      const tree = await treeOf({
        'b/Zebra.java': 'z',
        'b/apple.txt': 'a',
        'B.java': 'b',
        'a b/ü.java': 'u',
        'b.java': '',
      });
      expect(await tree.list()).toEqual(['B.java', 'a b/ü.java', 'b.java', 'b/Zebra.java', 'b/apple.txt']);
    });

    it('reads in the order in which it is asked, byte for byte', async () => {
      const bytes = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 256));
      const tree = await treeOf({ 'one.bin': bytes, 'two.txt': 'two\r\n', 'empty.txt': '' });
      const read = await all(tree, ['two.txt', 'one.bin', 'empty.txt', 'two.txt']);
      expect(read.map(({ path }) => path)).toEqual(['two.txt', 'one.bin', 'empty.txt', 'two.txt']);
      expect(read.map((file) => file.bytes?.length)).toEqual([5, 70_000, 0, 5]);
      expect(Buffer.compare(read[1]?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
    });

    it('has no bytes for what it does not hold', async () => {
      const tree = await treeOf({ 'folder/File.java': 'x' });
      const asked = ['missing', 'folder', '../outside', 'folder/File.java/below'];
      expect((await all(tree, asked)).map((file) => file.bytes)).toEqual([null, null, null, null]);
      expect(await all(tree, [])).toEqual([]);
    });

    it('neither lists nor follows links', async () => {
      const links = { 'link.java': 'File.java', loop: '.', outside: '/etc', 'dangling.java': 'nowhere' };
      const tree = await treeOf({ 'File.java': 'x' }, links);
      expect(await tree.list()).toEqual(['File.java']);
      const read = await all(tree, ['link.java', 'loop/File.java', 'outside/hostname', 'dangling.java']);
      expect(read.map((file) => file.bytes)).toEqual([null, null, null, null]);
    });

    it('can be left in the middle of a read', async () => {
      const paths = Array.from({ length: 200 }, (_, index) => `File${String(index).padStart(3, '0')}.java`);
      const tree = await treeOf(Object.fromEntries(paths.map((path) => [path, 'class File { }'])));
      for await (const { path } of tree.read(paths)) if (path === paths[3]) break;
      expect(await all(tree, paths)).toHaveLength(200);
    });
  });
}

export function link(root: string, links: Readonly<Record<string, string>>): void {
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path));
}

async function all(tree: SourceTree, paths: readonly string[]): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for await (const file of tree.read(paths)) files.push(file);
  return files;
}

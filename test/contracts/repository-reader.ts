// What every RepositoryReader keeps to, wherever its repository lies.

import { chmodSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RepositoryReader } from '../../src/ports.ts';
import { type ScratchRepository, scratchRepository } from '../support/scratch-repository.ts';

/** Opens a repository that was written in full. */
export type ReaderSetup = (scratch: ScratchRepository) => Promise<RepositoryReader>;

const NO_REVISIONS = [
  ...['no-such-branch', '', '.', '--help', '/main', 'main..main', 'HEAD:Ledger.java', 'a b', 'a\nb', 'main@{1}'],
  'f'.repeat(40),
];

export function repositoryReaderContract(name: string, open: ReaderSetup): void {
  /** `A Bill.java`, `M Invoice.java`, `D Ledger.java`. */
  async function changes(scratch: ScratchRepository, base: string, head: string): Promise<string[]> {
    const reader = await open(scratch);
    const changed = await reader.changedFiles(await reader.resolve(base), await reader.resolve(head));
    return changed.map(({ path, status }) => `${status.charAt(0).toUpperCase()} ${path}`);
  }

  describe(`${name} as a RepositoryReader`, () => {
    it('resolves branches, tags and commits, whatever slashes their names have', async () => {
      const scratch = scratchRepository();
      const first = scratch.commit({ 'Ledger.java': '1' });
      scratch.git('tag', '--annotate', '--message', 'closed', 'year-end/2023');
      const second = scratch.commit({ 'Ledger.java': '2' });
      scratch.git('branch', 'feature/tax');
      const reader = await open(scratch);
      expect(await reader.resolve('main')).toMatchObject({ hash: second, name: 'main' });
      expect(await reader.resolve('feature/tax')).toMatchObject({ hash: second });
      expect(await reader.resolve('refs/heads/feature/tax')).toMatchObject({ hash: second });
      expect(await reader.resolve('year-end/2023')).toMatchObject({ hash: first, name: 'year-end/2023' });
      expect((await reader.resolve(first)).committedAt).toBe('2024-01-02T00:00:00Z');
    });

    it('tells when a commit was made in UTC, wherever that was', async () => {
      const scratch = scratchRepository();
      const made = 'GIT_COMMITTER_DATE=2024-03-01T23:30:00-0700 git commit --quiet --allow-empty --message West';
      scratch.git('-c', `alias.west=!${made}`, 'west');
      expect((await (await open(scratch)).resolve('main')).committedAt).toBe('2024-03-02T06:30:00Z');
    });

    it('refuses what is no revision', async () => {
      const scratch = scratchRepository();
      scratch.commit({ 'Ledger.java': '1' });
      const reader = await open(scratch);
      for (const revision of NO_REVISIONS) {
        await expect(reader.resolve(revision), revision).rejects.toMatchObject({
          code: 'unknown-revision',
          message: expect.stringContaining(JSON.stringify(revision)),
        });
      }
    });

    it('knows the default branch', async () => {
      const scratch = scratchRepository();
      const hash = scratch.commit({ 'Ledger.java': '1' });
      expect(await (await open(scratch)).defaultBranch()).toMatchObject({ hash, name: 'main' });
    });

    it('finds where two branches parted, and who descends from whom', async () => {
      const scratch = scratchRepository();
      const fork = scratch.commit({ 'Ledger.java': '1' });
      scratch.git('switch', '--quiet', '--create', 'feature');
      const feature = scratch.commit({ 'Tax.java': '1' });
      scratch.git('switch', '--quiet', 'main');
      const main = scratch.commit({ 'Ledger.java': '2' });
      const reader = await open(scratch);
      const [onMain, onFeature] = [await reader.resolve('main'), await reader.resolve('feature')];
      const base = await reader.mergeBase(onMain, onFeature);
      expect(base).toEqual({ hash: fork, name: 'main', committedAt: '2024-01-02T00:00:00Z' });
      expect(await reader.isAncestor(fork, onFeature)).toBe(true);
      expect(await reader.isAncestor(feature, onFeature)).toBe(true);
      expect(await reader.isAncestor(main, onFeature)).toBe(false);
      expect(await reader.isAncestor(feature, base)).toBe(false);
      expect(await reader.isAncestor('f'.repeat(40), onFeature)).toBe(null);
    });

    it('says so when two branches have nothing in common', async () => {
      const scratch = scratchRepository();
      const main = scratch.commit({ 'Ledger.java': '1' });
      scratch.git('switch', '--quiet', '--orphan', 'pages');
      scratch.commit({ 'index.html': '1' });
      const reader = await open(scratch);
      const [onMain, pages] = [await reader.resolve('main'), await reader.resolve('pages')];
      await expect(reader.mergeBase(onMain, pages)).rejects.toMatchObject({ code: 'no-common-ancestor' });
      expect(await reader.isAncestor(main, pages)).toBe(false);
    });

    it('lists what differs, sorted, a rename as a deleted and an added file', async () => {
      const scratch = scratchRepository();
      scratch.commit({
        'b/Kept.java': '1',
        'b/Gone.java': '1',
        'a/Old.java': 'class Same {}\n',
        'B.java': '1',
        'b.java': '1',
      });
      scratch.git('tag', 'before');
      scratch.commit({
        'b/Gone.java': null,
        'a/Old.java': null,
        'a/New.java': 'class Same {}\n',
        'B.java': '2',
        'c/d/e/Deep.java': '1',
      });
      expect(await changes(scratch, 'before', 'main')).toEqual([
        'M B.java',
        'A a/New.java',
        'D a/Old.java',
        'D b/Gone.java',
        'A c/d/e/Deep.java',
      ]);
      expect(await changes(scratch, 'main', 'main')).toEqual([]);
    });

    it('goes by bytes and modes: line ends, a program, the case of a name', async () => {
      const scratch = scratchRepository();
      scratch.commit({ 'Ends.java': 'a\nb\n', 'run.sh': 'true\n', 'Case.java': 'x', 'Same.java': 'x' });
      scratch.git('tag', 'before');
      chmodSync(join(scratch.root, 'run.sh'), 0o755);
      renameSync(join(scratch.root, 'Case.java'), join(scratch.root, 'case.java'));
      scratch.commit({ 'Ends.java': 'a\r\nb\r\n' });
      expect(await changes(scratch, 'before', 'main')).toEqual([
        'D Case.java',
        'M Ends.java',
        'A case.java',
        'M run.sh',
      ]);
    });

    it('counts regular files alone: no links, no folders, no other repositories', async () => {
      const scratch = scratchRepository();
      scratch.write({ 'File.java': 'x', 'WasFile.java': 'File.java', 'WasFolder/Inner.java': 'x' });
      symlinkSync('File.java', join(scratch.root, 'WasLink.java'));
      symlinkSync('File.java', join(scratch.root, 'Link.java'));
      const other = scratch.commit({});
      scratch.git('update-index', '--add', '--cacheinfo', `160000,${other},module`);
      scratch.git('commit', '--quiet', '--message', 'Module');
      scratch.git('tag', 'before');
      rmSync(join(scratch.root, 'WasLink.java'));
      rmSync(join(scratch.root, 'Link.java'));
      rmSync(join(scratch.root, 'WasFile.java'));
      rmSync(join(scratch.root, 'WasFolder'), { recursive: true });
      symlinkSync('File.java', join(scratch.root, 'WasFile.java'));
      symlinkSync('elsewhere', join(scratch.root, 'Link.java'));
      scratch.write({ 'WasLink.java': 'File.java', WasFolder: 'now a file' });
      scratch.git('add', '--all', '.', ':!module');
      scratch.git('update-index', '--cacheinfo', `160000,${scratch.git('rev-parse', 'HEAD')},module`);
      scratch.git('commit', '--quiet', '--message', 'Other kinds');
      expect(await changes(scratch, 'before', 'main')).toEqual([
        'D WasFile.java',
        'A WasFolder',
        'D WasFolder/Inner.java',
        'A WasLink.java',
      ]);
      const reader = await open(scratch);
      expect(await reader.tree(await reader.resolve('before')).list()).toEqual([
        'File.java',
        'WasFile.java',
        'WasFolder/Inner.java',
      ]);
    });

    it('takes names as they are', async () => {
      const names = [
        '$HOME.java',
        '-rf/Invoice.java',
        'a b/ü.java',
        'it\'s "so".java',
        'two\nlines.java',
        'x\\y.java',
        '{a}.java',
        '漢字.java',
        '#1?.java',
        '%2F.java',
        'constructor',
        '__proto__/toString.java',
      ];
      const scratch = scratchRepository();
      scratch.commit({ 'Ledger.java': '1' });
      scratch.git('tag', 'before');
      scratch.commit(Object.fromEntries(names.map((each) => [each, `// ${each}\n`])));
      expect(await changes(scratch, 'before', 'main')).toEqual([...names].sort().map((each) => `A ${each}`));
      const reader = await open(scratch);
      for await (const { path, bytes } of reader.tree(await reader.resolve('main')).read(names)) {
        expect(Buffer.from(bytes ?? []).toString()).toBe(`// ${path}\n`);
      }
    });

    it('reads bytes as they are: encodings, byte order marks, zeros, and much of them', async () => {
      const files: Record<string, Uint8Array> = {
        'Latin.java': Buffer.from('class K\xf6nig {}', 'latin1'),
        'Marked.java': Buffer.from('\ufeffclass Marked {}', 'utf8'),
        'Wide.java': Buffer.from('\ufeffclass Wide {}', 'utf16le'),
        'Zero.java': Buffer.from("class Zero { char c = '\0'; }"),
        'Broken.java': Buffer.from([0x63, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
        'Ends.java': Buffer.from('a\r\nb\rc\n'),
        'Large.java': Buffer.alloc(1_500_000, 'class Large {} // 漢字\n'),
        'Empty.java': Buffer.alloc(0),
      };
      const scratch = scratchRepository();
      scratch.write({ '.gitattributes': '* -text\n' });
      scratch.commit(files);
      const reader = await open(scratch);
      const read: string[] = [];
      for await (const { path, bytes } of reader.tree(await reader.resolve('main')).read(Object.keys(files))) {
        read.push(path);
        expect(Buffer.compare(bytes ?? Buffer.from('missing'), files[path] ?? Buffer.alloc(0)), path).toBe(0);
      }
      expect(read).toEqual(Object.keys(files));
    });
  });
}

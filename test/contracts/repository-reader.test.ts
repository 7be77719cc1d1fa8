// The RepositoryReader contract on every adapter.

import { openRepository } from '../../src/git/repository.ts';
import { repositoryOnGitHub } from '../support/github-repository.ts';
import type { ScratchRepository } from '../support/scratch-repository.ts';
import { repositoryReaderContract } from './repository-reader.ts';

repositoryReaderContract('a clone', ({ root }) => openRepository(root));

repositoryReaderContract('GitHub', async ({ root }) => (await repositoryOnGitHub({ from: root })).repository);

repositoryReaderContract('GitHub without a token', async ({ root }) => {
  return (await repositoryOnGitHub({ from: root }, { isAnonymous: true })).repository;
});

repositoryReaderContract('GitHub with trees that are too large for one answer', async (scratch) => {
  const { fake, repository } = await repositoryOnGitHub({ from: scratch.root });
  fake.limits.treeEntries = largestFolder(scratch);
  return repository;
});

/** Entries of the largest folder that any commit has: what lies deeper goes beyond them. */
function largestFolder(scratch: ScratchRepository): number {
  const commits = scratch.git('rev-list', '--all').split('\n');
  const trees = commits.flatMap((commit) => [commit, ...foldersOf(scratch, commit)]);
  return Math.max(...trees.map((tree) => scratch.git('ls-tree', '--name-only', tree).split('\n').length));
}

function foldersOf(scratch: ScratchRepository, commit: string): string[] {
  const listed = scratch.git('ls-tree', '-r', '-d', '--format=%(objecttype) %(objectname)', commit);
  return listed.split('\n').flatMap((line) => (line.startsWith('tree ') ? [line.slice(5)] : []));
}

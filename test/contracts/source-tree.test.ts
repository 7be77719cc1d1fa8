// The SourceTree contract on every adapter.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDirectory } from '../../src/files/directory.ts';
import { openRepository } from '../../src/git/repository.ts';
import { repositoryOnGitHub } from '../support/github-repository.ts';
import { scratchRepository, temporaryFolder } from '../support/scratch-repository.ts';
import { link, sourceTreeContract } from './source-tree.ts';

sourceTreeContract('a directory', async (files, links = {}) => {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content ?? '');
  }
  link(root, links);
  return openDirectory(root);
});

for (const revision of ['HEAD', 'WORKTREE']) {
  sourceTreeContract(`a clone at ${revision}`, async (files, links = {}) => {
    const scratch = scratchRepository();
    link(scratch.root, links);
    scratch.commit(files);
    const repository = await openRepository(scratch.root);
    return repository.tree(await repository.resolve(revision));
  });
}

for (const isAnonymous of [false, true]) {
  sourceTreeContract(`GitHub ${isAnonymous ? 'without' : 'with'} a token`, async (files, links = {}) => {
    const scratch = scratchRepository();
    link(scratch.root, links);
    scratch.commit(files);
    const { repository } = await repositoryOnGitHub({ from: scratch.root }, { isAnonymous });
    return repository.tree(await repository.resolve('main'));
  });
}

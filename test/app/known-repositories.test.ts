// Repositories are found by a name in any case, follow their renames, and are gone when they are forgotten.

import { describe, expect, it } from 'vitest';
import {
  forgetName,
  type KnownRepository,
  knownRepository,
  nameKey,
  rememberRepository,
  repositoryByName,
} from '../../src/app/known-repositories.ts';
import { MemoryDocuments } from '../support/memory-documents.ts';

const BOOKS: KnownRepository = { id: 4711, installation: 7, owner: 'Acme', name: 'Books', isPublic: true };

describe('known repositories', () => {
  it('are found by their name in any case', async () => {
    const documents = new MemoryDocuments();
    await rememberRepository(documents, BOOKS);
    expect(await repositoryByName(documents, 'acme', 'BOOKS')).toEqual(BOOKS);
    expect(await repositoryByName(documents, 'acme', 'ledgers')).toBeNull();
    expect(await knownRepository(documents, 4711)).toEqual(BOOKS);
  });

  it('are no longer found by the name that they had before', async () => {
    const documents = new MemoryDocuments();
    await rememberRepository(documents, BOOKS);
    const renamed = { ...BOOKS, owner: 'acme-archive', name: 'ledgers' };
    await rememberRepository(documents, renamed);
    expect(await repositoryByName(documents, 'acme', 'books')).toBeNull();
    expect(await repositoryByName(documents, 'acme-archive', 'ledgers')).toEqual(renamed);
    expect(await documents.keys('repository-name/')).toHaveLength(1);
  });

  it('leave a name to whoever took it before the rename was told', async () => {
    const documents = new MemoryDocuments();
    await rememberRepository(documents, BOOKS);
    const successor = { ...BOOKS, id: 4712 };
    await rememberRepository(documents, successor);
    await rememberRepository(documents, { ...BOOKS, name: 'old-books' });
    expect(await repositoryByName(documents, 'acme', 'books')).toEqual(successor);
    await forgetName(documents, 4711);
    expect(await repositoryByName(documents, 'acme', 'books')).toEqual(successor);
    expect(await repositoryByName(documents, 'acme', 'old-books')).toBeNull();
  });

  it('give up their name, and nothing of others’', async () => {
    const documents = new MemoryDocuments();
    await rememberRepository(documents, BOOKS);
    const ledgers = { ...BOOKS, id: 47, name: 'ledgers' };
    await rememberRepository(documents, ledgers);
    await forgetName(documents, 4711);
    await forgetName(documents, 4711);
    expect(await documents.keys('')).toEqual([nameKey(ledgers), 'repository/47/facts', 'repository/4711/facts']);
    expect(nameKey(ledgers)).not.toMatch(/acme|ledgers/);
  });

  it('are written again only when something changed', async () => {
    const documents = new MemoryDocuments();
    await rememberRepository(documents, BOOKS);
    const before = (await documents.read(['repository/4711/facts'])).get('repository/4711/facts')?.version;
    await rememberRepository(documents, BOOKS);
    expect((await documents.read(['repository/4711/facts'])).get('repository/4711/facts')?.version).toBe(before);
  });

  it('are told right by the last of two who write at once', async () => {
    const documents = new MemoryDocuments();
    await rememberRepository(documents, BOOKS);
    documents.beforeWrite = () => rememberRepository(documents, { ...BOOKS, name: 'ledgers' });
    await rememberRepository(documents, { ...BOOKS, isPublic: false });
    expect(await repositoryByName(documents, 'acme', 'books')).toEqual({ ...BOOKS, isPublic: false });
    expect(await repositoryByName(documents, 'acme', 'ledgers')).toBeNull();
  });
});

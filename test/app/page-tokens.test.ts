// Page tokens open what they were made for, are nowhere kept, and open nothing once they are revoked.

import { describe, expect, it } from 'vitest';
import {
  isOpenedBy,
  listPageTokens,
  MOST_TOKENS,
  makePageToken,
  pageTokensKey,
  revokeAllPageTokens,
  revokePageToken,
} from '../../src/app/page-tokens.ts';
import { MemoryDocuments } from '../support/memory-documents.ts';

const REPOSITORY = 4711;
const BY_ADA = { by: 'ada', now: Date.UTC(2026, 2, 5) };

describe('page tokens', () => {
  it('are 32 random bytes, of which a hash alone is kept', async () => {
    const documents = new MemoryDocuments();
    const [{ token }, other] = [await make(documents), await make(documents)];
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(other.token).not.toBe(token);
    expect((await kept(documents))?.text).not.toContain(token);
    expect(JSON.stringify(await listPageTokens(documents, REPOSITORY))).not.toMatch(/sha256|[\w-]{43}/);
  });

  it('open, each of them, until revoked', async () => {
    const documents = new MemoryDocuments();
    const [first, second] = [await make(documents), await make(documents)];
    expect(isOpenedBy(await kept(documents), first.token)).toBe(true);
    expect(isOpenedBy(await kept(documents), second.token)).toBe(true);
    expect(await revokePageToken(documents, REPOSITORY, first.id)).toBe(true);
    expect(isOpenedBy(await kept(documents), first.token)).toBe(false);
    expect(isOpenedBy(await kept(documents), second.token)).toBe(true);
    expect(await revokePageToken(documents, REPOSITORY, first.id)).toBe(false);
    expect(await revokePageToken(documents, REPOSITORY, second.id)).toBe(true);
    expect(await kept(documents)).toBeUndefined();
  });

  it('are revoked all at once', async () => {
    const documents = new MemoryDocuments();
    const made = [await make(documents), await make(documents)];
    expect(await revokeAllPageTokens(documents, REPOSITORY)).toBe(2);
    for (const { token } of made) expect(isOpenedBy(await kept(documents), token)).toBe(false);
    expect(await revokeAllPageTokens(documents, REPOSITORY)).toBe(0);
  });

  it('do not open by their id, their hash, a part, or nothing', async () => {
    const documents = new MemoryDocuments();
    const { id, token } = await make(documents);
    const { sha256 } = JSON.parse((await kept(documents))?.text ?? '')[0];
    for (const wrong of ['', id, sha256, token.slice(1), `${token} `, token.toUpperCase()]) {
      expect(isOpenedBy(await kept(documents), wrong)).toBe(false);
    }
    expect(isOpenedBy(undefined, token)).toBe(false);
  });

  it('are listed with who made them and when', async () => {
    const documents = new MemoryDocuments();
    const { id } = await make(documents);
    expect(await listPageTokens(documents, REPOSITORY)).toEqual([
      { id, madeBy: 'ada', madeAt: '2026-03-05T00:00:00.000Z' },
    ]);
  });

  it('are not made without end', async () => {
    const documents = new MemoryDocuments();
    for (let made = 0; made < MOST_TOKENS; made++) await make(documents);
    await expect(make(documents)).rejects.toThrow('this repository has 20 page tokens already');
  });

  it('are kept both when two are made at once', async () => {
    const documents = new MemoryDocuments();
    let other = '';
    documents.beforeWrite = async () => {
      other = (await make(documents)).token;
    };
    const { token } = await make(documents);
    expect(isOpenedBy(await kept(documents), token)).toBe(true);
    expect(isOpenedBy(await kept(documents), other)).toBe(true);
  });
});

function make(documents: MemoryDocuments) {
  return makePageToken(documents, REPOSITORY, BY_ADA);
}

async function kept(documents: MemoryDocuments) {
  return (await documents.read([pageTokensKey(REPOSITORY)])).get(pageTokensKey(REPOSITORY));
}

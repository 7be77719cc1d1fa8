// What opens the pages of a private repository: tokens that a maintainer makes, gives away and takes back.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { ExpectedFailure } from '../errors.ts';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import { repositoryPrefix } from './known-repositories.ts';

const tokenSchema = z.object({
  /** What a maintainer calls it by; it opens nothing. */
  id: z.string(),
  /** Of the token, in base64url: the token itself is nowhere kept. */
  sha256: z.string(),
  madeBy: z.string(),
  /** ISO 8601. */
  madeAt: z.string(),
});

const tokensSchema = z.array(tokenSchema);

type KeptToken = Readonly<z.infer<typeof tokenSchema>>;

/** A token without what it is known by. */
export type PageToken = Omit<KeptToken, 'sha256'>;

const TOKEN_BYTES = 32;
const ID_BYTES = 4;

/** More than one for each place where a page is linked from. */
export const MOST_TOKENS = 20;

export function pageTokensKey(repository: number): string {
  return `${repositoryPrefix(repository)}page-tokens`;
}

export interface NewToken {
  readonly id: string;
  /** 32 random bytes in base64url. To be shown once, to whoever asked. */
  readonly token: string;
}

/** Fails when there are {@link MOST_TOKENS} already. `now`: milliseconds since 1970. */
export async function makePageToken(
  documents: DocumentStore,
  repository: number,
  { by, now }: { readonly by: string; readonly now: number },
): Promise<NewToken> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const id = randomBytes(ID_BYTES).toString('hex');
  const kept = {
    id,
    sha256: digest(token).toString('base64url'),
    madeBy: by,
    madeAt: new Date(now).toISOString(),
  };
  await change(documents, repository, (tokens) => {
    if (tokens.length >= MOST_TOKENS) {
      throw new ExpectedFailure(
        'bad-setting',
        `this repository has ${MOST_TOKENS} page tokens already, and no more are made`,
        'Revoke one that is no longer needed.',
      );
    }
    return [...tokens, kept];
  });
  return { id, token };
}

/** The oldest first. */
export async function listPageTokens(documents: DocumentStore, repository: number): Promise<PageToken[]> {
  const tokens = keptTokens((await documents.read([pageTokensKey(repository)])).get(pageTokensKey(repository)));
  return tokens.map(({ id, madeBy, madeAt }) => ({ id, madeBy, madeAt }));
}

/** It opens nothing from then on. `false` when there is none of this id. */
export async function revokePageToken(documents: DocumentStore, repository: number, id: string): Promise<boolean> {
  let isThere = false;
  await change(documents, repository, (tokens) => {
    const rest = tokens.filter((token) => token.id !== id);
    isThere = rest.length < tokens.length;
    return isThere ? rest : null;
  });
  return isThere;
}

/** None of a repository's tokens opens anything from then on. Returns how many there were. */
export async function revokeAllPageTokens(documents: DocumentStore, repository: number): Promise<number> {
  let were = 0;
  await change(documents, repository, (tokens) => {
    were = tokens.length;
    return were === 0 ? null : [];
  });
  return were;
}

/** Whether a repository's tokens, as they are kept, hold the one that was given. Takes as long for a wrong one as for a right one. */
export function isOpenedBy(document: StoredDocument | undefined, given: string): boolean {
  const wanted = digest(given);
  const kept = keptTokens(document).map(({ sha256 }) => Buffer.from(sha256, 'base64url'));
  let opens = false;
  for (const one of [NO_TOKEN, ...kept]) {
    const isSame = one.length === wanted.length && timingSafeEqual(one, wanted);
    opens = opens || (isSame && one !== NO_TOKEN);
  }
  return opens;
}

/** What is compared where there is nothing to compare with. */
const NO_TOKEN = randomBytes(TOKEN_BYTES);

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function keptTokens(document: StoredDocument | undefined): readonly KeptToken[] {
  return document === undefined ? [] : tokensSchema.parse(JSON.parse(document.text));
}

const MOST_TRIES = 10;

/** `null`: nothing to change. */
async function change(
  documents: DocumentStore,
  repository: number,
  next: (tokens: readonly KeptToken[]) => readonly KeptToken[] | null,
): Promise<void> {
  const key = pageTokensKey(repository);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const there = (await documents.read([key])).get(key);
    const tokens = next(keptTokens(there));
    if (tokens === null) return;
    const text = tokens.length === 0 ? null : JSON.stringify(tokens);
    if (await documents.write([{ key, expected: there?.version ?? null, text }])) return;
  }
  throw new Error('the page tokens of a repository change faster than they can be written');
}

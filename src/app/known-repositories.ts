// The repositories in which the App is installed: found by their id, which stays, and by their name, which does not.

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DocumentChange, DocumentStore, StoredDocument } from '../ports/documents.ts';

const factsSchema = z.object({
  id: z.number().int().positive(),
  installation: z.number().int().positive(),
  owner: z.string(),
  name: z.string(),
  /** Whether everybody may read it. */
  isPublic: z.boolean(),
});

export type KnownRepository = Readonly<z.infer<typeof factsSchema>>;

const nameSchema = z.object({ id: z.number().int().positive() });

/** Everything that is kept of a repository lies below this; to forget it is to forget the repository. */
export function repositoryPrefix(id: number): string {
  return `repository/${id}/`;
}

export function factsKey(id: number): string {
  return `${repositoryPrefix(id)}facts`;
}

/** Names are told apart without regard to case, as GitHub does. Keys lie there unencrypted, so that none holds a name as it is. */
export function nameKey({ owner, name }: Pick<KnownRepository, 'owner' | 'name'>): string {
  const print = createHash('sha256').update(`${owner}/${name}`.toLowerCase()).digest('base64url');
  return `repository-name/${print}`;
}

export function readFacts(document: StoredDocument | undefined): KnownRepository | null {
  return document === undefined ? null : factsSchema.parse(JSON.parse(document.text));
}

/** The id that a document by name points to; `null` without one. */
export function readNamed(document: StoredDocument | undefined): number | null {
  return document === undefined ? null : nameSchema.parse(JSON.parse(document.text)).id;
}

/** Whether a repository has this name now: what once had it keeps nothing of it. */
export function isCalled(facts: KnownRepository, named: Pick<KnownRepository, 'owner' | 'name'>): boolean {
  return nameKey(facts) === nameKey(named);
}

/** What the last event told of it; a name that it had before no longer leads to it. Writes only what changed. */
export async function rememberRepository(documents: DocumentStore, facts: KnownRepository): Promise<void> {
  const text = JSON.stringify(factsSchema.parse(facts));
  await untilWritten(documents, async () => {
    const [ofId, ofName] = [factsKey(facts.id), nameKey(facts)];
    const there = await documents.read([ofId, ofName]);
    const before = readFacts(there.get(ofId));
    const changes: DocumentChange[] = [];
    if (there.get(ofId)?.text !== text) changes.push({ key: ofId, expected: versionOf(there.get(ofId)), text });
    if (readNamed(there.get(ofName)) !== facts.id) {
      changes.push({ key: ofName, expected: versionOf(there.get(ofName)), text: JSON.stringify({ id: facts.id }) });
    }
    const old = before === null || isCalled(before, facts) ? [] : await nameGivenUp(documents, before);
    return [...changes, ...old];
  });
}

/** The name under which it was found. */
export async function forgetName(documents: DocumentStore, id: number): Promise<void> {
  await untilWritten(documents, async () => {
    const facts = await knownRepository(documents, id);
    return facts === null ? [] : nameGivenUp(documents, facts);
  });
}

/** `null` when nothing is known of it. */
export async function knownRepository(documents: DocumentStore, id: number): Promise<KnownRepository | null> {
  return readFacts((await documents.read([factsKey(id)])).get(factsKey(id)));
}

/** The one that has the name now, in whatever case; `null` when there is none that the App knows. */
export async function repositoryByName(
  documents: DocumentStore,
  owner: string,
  name: string,
): Promise<KnownRepository | null> {
  const key = nameKey({ owner, name });
  const id = readNamed((await documents.read([key])).get(key));
  const facts = id === null ? null : await knownRepository(documents, id);
  return facts !== null && isCalled(facts, { owner, name }) ? facts : null;
}

/** Another repository may have taken the name in the meantime, and keeps it. */
async function nameGivenUp(documents: DocumentStore, facts: KnownRepository): Promise<DocumentChange[]> {
  const key = nameKey(facts);
  const there = (await documents.read([key])).get(key);
  return there !== undefined && readNamed(there) === facts.id ? [{ key, expected: there.version, text: null }] : [];
}

function versionOf(document: StoredDocument | undefined): string | null {
  return document?.version ?? null;
}

const MOST_TRIES = 10;

async function untilWritten(documents: DocumentStore, changesNow: () => Promise<DocumentChange[]>): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const changes = await changesNow();
    if (changes.length === 0 || (await documents.write(changes))) return;
  }
  throw new Error('what is known of a repository changes faster than it can be written');
}

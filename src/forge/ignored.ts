// What people asked to leave out of the check of one pull request, and all else that is kept of it until it is closed.

import { z } from 'zod';
import type { DocumentChange, DocumentStore, StoredDocument } from '../ports.ts';

/** What is kept of one pull request; see {@link forgetPullRequest}. */
export interface KeptPullRequest {
  /** The id by which the forge knows the repository. */
  readonly repositoryId: number;
  readonly pullRequest: number;
}

export function pullRequestPrefix({ repositoryId, pullRequest }: KeptPullRequest): string {
  return `repository/${repositoryId}/pull/${pullRequest}/`;
}

function ignoredKey(of: KeptPullRequest): string {
  return `${pullRequestPrefix(of)}ignored`;
}

/** Globs; a check takes them as its `ignored`. */
export async function ignoredPaths(documents: DocumentStore, of: KeptPullRequest): Promise<readonly string[]> {
  return (await read(documents, of)).paths;
}

/** For a pull request that was closed: what was ignored there, who was answered, which comments were done. */
export function forgetPullRequest(documents: DocumentStore, of: KeptPullRequest): Promise<void> {
  return documents.forget(pullRequestPrefix(of));
}

/** More say that the settings should say it. */
export const MOST_IGNORED = 50;

export interface IgnoredChange {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Writes `after` where `before` still stands. */
  readonly change: DocumentChange;
}

export async function changeIgnored(
  documents: DocumentStore,
  of: KeptPullRequest,
  next: (paths: readonly string[]) => readonly string[],
): Promise<IgnoredChange> {
  const { paths, version } = await read(documents, of);
  const after = next(paths);
  const text = after.length === 0 ? null : JSON.stringify(after);
  return { before: paths, after, change: { key: ignoredKey(of), expected: version, text } };
}

const pathsSchema = z.array(z.string()).max(MOST_IGNORED);

async function read(documents: DocumentStore, of: KeptPullRequest) {
  const key = ignoredKey(of);
  const stored: StoredDocument | undefined = (await documents.read([key])).get(key);
  return {
    paths: stored === undefined ? [] : pathsSchema.parse(JSON.parse(stored.text)),
    version: stored?.version ?? null,
  };
}

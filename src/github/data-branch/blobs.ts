// Texts by blob name: many in one request, and one by one what does not come that way unharmed.

import { createHash } from 'node:crypto';
import pMap from 'p-map';
import { z } from 'zod';
import { ExpectedFailure } from '../../errors.ts';
import type { GitHubRepository } from '../client.ts';
import { statusIn } from './refusals.ts';

/** Objects that one GraphQL request asks for. */
const TOGETHER = 50;
const AT_ONCE = 4;

const answer = z.object({
  repository: z.record(z.string(), z.object({ text: z.string().nullish() }).nullable()).nullable(),
});

/** Throws `ledger-busy` where one is gone. */
export async function readBlobs(github: GitHubRepository, names: readonly string[]): Promise<Map<string, string>> {
  const batches = Array.from({ length: Math.ceil(names.length / TOGETHER) }, (_, index) =>
    names.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
  const read = new Map<string, string>();
  for (const batch of batches) {
    if (batch.length > 1) for (const [name, text] of await readTogether(github, batch)) read.set(name, text);
    const single = batch.filter((name) => !read.has(name));
    await pMap(single, async (name) => read.set(name, await readOne(github, name)), { concurrency: AT_ONCE });
  }
  return read;
}

/** Those whose text came whole; the name proves it. */
async function readTogether(
  { api, owner, repo }: GitHubRepository,
  names: readonly string[],
): Promise<[name: string, text: string][]> {
  const variables = names.map((_, index) => `$b${index}: String!`).join(', ');
  const objects = names.map((_, index) => `b${index}: object(expression: $b${index}) { ... on Blob { text } }`);
  const query = `query ($owner: String!, $name: String!, ${variables}) { repository(owner: $owner, name: $name) { ${objects.join(' ')} } }`;
  const asked = Object.fromEntries(names.map((name, index) => [`b${index}`, name]));
  const { repository } = answer.parse(await api.graphql(query, { owner, name: repo, ...asked }));
  return names.flatMap((name, index): [string, string][] => {
    const text = repository?.[`b${index}`]?.text;
    return text != null && blobName(text, name) === name ? [[name, text]] : [];
  });
}

async function readOne({ api, owner, repo }: GitHubRepository, name: string): Promise<string> {
  try {
    const { data } = await api.rest.git.getBlob({ owner, repo, file_sha: name });
    return Buffer.from(data.content, 'base64').toString('utf8');
  } catch (error) {
    if (statusIn(error) !== 404) throw error;
    throw new ExpectedFailure(
      'ledger-busy',
      'a page of the ledger is gone from the data branch',
      'Run it again: somebody deleted the branch, or put another in its place.',
      { cause: error },
    );
  }
}

/** What git calls a text: by SHA-1, or by SHA-256 in a repository whose names are that long. */
export function blobName(text: string, like: string | null): string {
  const bytes = Buffer.from(text);
  const hash = createHash(like?.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

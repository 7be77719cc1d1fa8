// Answers of language models among the contents that the App keeps of a repository: sealed and forgotten as those are.

import { createHash } from 'node:crypto';
import type { AnswerCache, BlobStore } from '../ports.ts';

/** `owner`: as contents are kept by. Another repository finds none of its answers, whatever it asks. */
export function keptAnswers(blobs: BlobStore, owner: string): AnswerCache {
  const nameOf = (key: string) => `answer ${createHash('sha256').update(`${owner} ${key}`).digest('hex')}`;
  return {
    async get(key) {
      const name = nameOf(key);
      const bytes = (await blobs.get([name])).get(name);
      return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
    },
    put: (key, answer) => blobs.put(owner, new Map([[nameOf(key), new TextEncoder().encode(answer)]])),
  };
}

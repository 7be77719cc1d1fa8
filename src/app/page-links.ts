// The addresses of a private repository's page and badge, with a token in them, as a command hands them out.

import type { DocumentStore } from '../ports/documents.ts';
import type { PagePlace } from './kept-pages.ts';
import type { KnownRepository } from './known-repositories.ts';
import { makePageToken, revokeAllPageTokens } from './page-tokens.ts';

export interface PageLinksInput {
  readonly documents: DocumentStore;
  readonly repository: Pick<KnownRepository, 'id' | 'owner' | 'name'>;
  /** Folder of the project; `null` for the whole repository. */
  readonly section: PagePlace['section'];
  /** Where the App is reached, without a slash at its end. */
  readonly baseUrl: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Each call makes a new token; to revoke ends all of them, and says how many there were. */
export function pageLinks({ documents, repository, section, baseUrl, now }: PageLinksInput): {
  make(by: string): Promise<{ readonly page: string; readonly badge: string }>;
  revoke(): Promise<number>;
} {
  return {
    async make(by) {
      const { token } = await makePageToken(documents, repository.id, { by, now: now() });
      const query = new URLSearchParams({ ...(section === null ? {} : { project: section }), token });
      const page = pageAddress(baseUrl, repository);
      return { page: `${page}?${query}`, badge: `${page}/badge.svg?${query}` };
    },
    revoke: () => revokeAllPageTokens(documents, repository.id),
  };
}

/** Of a repository's page, for who needs no token. */
export function pageAddress(baseUrl: string, { owner, name }: Pick<KnownRepository, 'owner' | 'name'>): string {
  return `${baseUrl}/${owner}/${name}`;
}

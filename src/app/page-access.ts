// Who may see the pages of which repository. What does not exist and what may not be seen take the same way to the same answer.

import { LRUCache } from 'lru-cache';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import type { BadgeFacts } from '../report/badge.ts';
import { badgeJson, badgeSvg } from '../report/badge.ts';
import { badgeKey, type KeptBadge, type KeptPage, pageKey, readBadge, readPage, shortHash } from './kept-pages.ts';
import { factsKey, isCalled, nameKey, readFacts, readNamed } from './known-repositories.ts';
import { isOpenedBy, pageTokensKey } from './page-tokens.ts';

/** What an address asks for. */
export interface Wanted {
  readonly owner: string;
  readonly name: string;
  /** Folder of the project; `null` for the whole repository. */
  readonly section: string | null;
  /** `null` when the address has none. */
  readonly token: string | null;
}

export type Access =
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'open';
      readonly repository: number;
      /** `null`: there is no such project. */
      readonly badge: ReadyBadge | null;
    };

export interface ReadyBadge {
  readonly version: string | null;
  readonly svg: Ready;
  readonly json: Ready;
}

interface Ready {
  readonly text: string;
  readonly etag: string;
}

/** How old an answer from memory is at most: so long a repository that was made private stays open. */
export const MEMORY_MS = 3_000;

const MOST_ADDRESSES = 5_000;
const MOST_PAGE_BYTES = 32_000_000;

export class PageAccess {
  readonly #documents: DocumentStore;
  readonly #open: LRUCache<string, Access, Wanted>;
  readonly #pages: LRUCache<string, { readonly page: KeptPage | null }>;

  /** `now`: milliseconds that only grow. */
  constructor(documents: DocumentStore, now: () => number) {
    this.#documents = documents;
    // nothing else is asked of a clock, and a memory of seconds needs no coarser one
    const clock = { ttl: MEMORY_MS, ttlResolution: 0, perf: { now } };
    this.#open = new LRUCache<string, Access, Wanted>({
      ...clock,
      max: MOST_ADDRESSES,
      fetchMethod: (_key, stale, { context }) => this.#look(context, stale),
    });
    this.#pages = new LRUCache<string, { readonly page: KeptPage | null }>({
      ...clock,
      maxSize: MOST_PAGE_BYTES,
      sizeCalculation: ({ page }) => 1 + (page?.gzip.length ?? 0),
      fetchMethod: async (key) => {
        const document = (await this.#documents.read([key])).get(key);
        return { page: document === undefined ? null : readPage(document) };
      },
    });
  }

  /** From memory where no token is given; what a token opens is looked up each time, so that a revoked one opens nothing. */
  async to(wanted: Wanted): Promise<Access> {
    if (wanted.token !== null) return this.#look(wanted, undefined);
    const key = JSON.stringify([nameKey(wanted), wanted.section]);
    return (await this.#open.fetch(key, { context: wanted })) ?? CLOSED;
  }

  /** Of what is open; `null` when there is none yet. */
  async page(repository: number, section: string | null): Promise<KeptPage | null> {
    return (await this.#pages.fetch(pageKey({ repository, section })))?.page ?? null;
  }

  /** The same two questions to the store, whatever there is; repository 0 is none. */
  async #look(wanted: Wanted, stale: Access | undefined): Promise<Access> {
    const byName = nameKey(wanted);
    const named = readNamed((await this.#documents.read([byName])).get(byName)) ?? 0;
    const keys = { facts: factsKey(named), tokens: pageTokensKey(named) };
    const badgeAt = badgeKey({ repository: named, section: wanted.section });
    const there = await this.#documents.read([keys.facts, keys.tokens, badgeAt]);
    const facts = readFacts(there.get(keys.facts));
    const isOpened = wanted.token !== null && isOpenedBy(there.get(keys.tokens), wanted.token);
    if (facts === null || !isCalled(facts, wanted) || !(facts.isPublic || isOpened)) return CLOSED;
    const badge = readyBadge(there.get(badgeAt), wanted.section, stale?.kind === 'open' ? stale.badge : null);
    return { kind: 'open', repository: named, badge };
  }
}

const CLOSED: Access = { kind: 'closed' };

function readyBadge(
  document: StoredDocument | undefined,
  section: string | null,
  before: ReadyBadge | null,
): ReadyBadge | null {
  if (document === undefined) return section === null ? UNKNOWN_BADGE : null;
  return before !== null && before.version === document.version ? before : ready(readBadge(document), document.version);
}

function ready({ svg, json }: KeptBadge, version: string | null): ReadyBadge {
  return {
    version,
    svg: { text: svg, etag: `"${shortHash(svg)}"` },
    json: { text: json, etag: `"${shortHash(json)}"` },
  };
}

/** A repository whose first ledger is still to come. */
const UNKNOWN: BadgeFacts = { verdict: 'unknown' };
const UNKNOWN_BADGE = ready({ svg: badgeSvg(UNKNOWN), json: badgeJson(UNKNOWN) }, null);

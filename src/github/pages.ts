// Lists on GitHub, all pages of them.

import { z } from 'zod';
import { answered } from './writes.ts';

/** One page of a list, as Octokit answers. */
interface Page {
  readonly data: unknown;
  readonly headers: { readonly link?: string | undefined };
}

/** The most that GitHub puts on one page. */
export const PAGE_LENGTH = 100;

/**
 * The items of all pages, in GitHub's order. What is no list is a failure: taken for an empty one, it would hide what we wrote.
 */
export async function allPages<T>(item: z.ZodType<T>, read: (page: number) => Promise<Page>): Promise<T[]> {
  const items: T[] = [];
  const list = z.array(item);
  for (let page = 1; ; page += 1) {
    const { data, headers } = await read(page);
    items.push(...answered(list, data));
    if (!/<[^>]*>;\s*rel="next"/.test(headers.link ?? '')) return items;
  }
}

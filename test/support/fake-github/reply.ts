// Answers over HTTP as GitHub gives them: JSON, errors, pages, entity tags.

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

export interface Reply {
  readonly status: number;
  /** JSON of any shape, bytes, or a stream of bytes; `undefined`: none. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Bytes {
  readonly bytes: Buffer | Readable;
  readonly type: string;
}

/** Thrown by whoever answers a request: an error body with this status. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, message: string, errors?: readonly unknown[], headers: Record<string, string> = {}) {
    super(message);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }

  reply(): Reply {
    return {
      status: this.status,
      headers: this.headers,
      body: {
        message: this.message,
        ...(this.errors === undefined ? {} : { errors: this.errors }),
        documentation_url: 'https://docs.github.com/rest',
        status: String(this.status),
      },
    };
  }
}

export const notFound = (): Refusal => new Refusal(404, 'Not Found');
export const notAccessible = (): Refusal => new Refusal(403, 'Resource not accessible by integration');

/** 422 with one error about a field. */
export function invalid(resource: string, field: string, code: string, message?: string): Refusal {
  const error = { resource, code, field, ...(message === undefined ? {} : { message }) };
  return new Refusal(422, 'Validation Failed', [error]);
}

export const ok = (body: unknown, headers: Record<string, string> = {}): Reply => ({ status: 200, body, headers });
export const created = (body: { readonly url: string }): Reply => ({
  status: 201,
  body,
  headers: { location: body.url },
});
export const noContent: Reply = { status: 204 };

export interface Page {
  readonly page: number;
  readonly perPage: number;
}

/** `page` and `per_page` of a request, clipped as GitHub clips them. */
export function pageOf(query: URLSearchParams, byDefault = 30, atMost = 100): Page {
  const number = (name: string, fallback: number) => {
    const value = Number(query.get(name) ?? fallback);
    return Number.isInteger(value) && value > 0 ? value : fallback;
  };
  return { page: number('page', 1), perPage: Math.min(number('per_page', byDefault), atMost) };
}

/** The items of one page. */
export function sliceOf<T>(items: readonly T[], { page, perPage }: Page): readonly T[] {
  return items.slice((page - 1) * perPage, page * perPage);
}

/** The `link` header of one page of so many items; none when they fit on one. */
export function linkHeader(url: URL, { page, perPage }: Page, total: number): Record<string, string> {
  const last = Math.max(1, Math.ceil(total / perPage));
  const links: string[] = [];
  const add = (rel: string, number: number) => {
    const target = new URL(url);
    target.searchParams.set('page', String(number));
    links.push(`<${target.href}>; rel="${rel}"`);
  };
  if (page > 1) add('prev', Math.min(page - 1, last));
  if (page < last) {
    add('next', page + 1);
    add('last', last);
  }
  if (page > 1) add('first', 1);
  return links.length === 0 ? {} : { link: links.join(', ') };
}

export const isBytes = (body: unknown): body is Bytes =>
  typeof body === 'object' && body !== null && 'bytes' in body && 'type' in body;

export const entityTag = (content: Buffer): string => `W/"${createHash('sha256').update(content).digest('hex')}"`;

// GitHub's rate limits: so many requests an hour, and the secondary ones that come without a number.

import { Refusal } from './reply.ts';

export type Resource = 'core' | 'graphql';

/** The primary limit is used up after so many more requests, until it is reset. */
export interface PrimaryLimit {
  readonly kind: 'primary';
  readonly afterRequests: number;
  readonly resetInSeconds: number;
  readonly resource?: Resource;
}
/** After so many more requests the next `refuse` ones are turned away. */
export interface SecondaryLimit {
  readonly kind: 'secondary';
  readonly afterRequests: number;
  readonly refuse: number;
  readonly retryAfterSeconds: number;
  /** 403 when not given. */
  readonly status?: 403 | 429;
  /** Only requests that write count and are turned away. */
  readonly writesOnly?: boolean;
}
export type RateLimit = PrimaryLimit | SecondaryLimit;

interface Bucket {
  limit: number;
  remaining: number;
  /** Milliseconds since 1970. */
  resetAt: number;
}

const HOUR_MS = 3_600_000;
const SECONDARY =
  'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.';

export class RateLimits {
  readonly #now: () => number;
  readonly #buckets = new Map<Resource, Bucket>();
  readonly #secondary: { limit: SecondaryLimit; after: number; refuse: number }[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  set(limit: RateLimit): void {
    if (limit.kind === 'secondary') {
      this.#secondary.push({ limit, after: limit.afterRequests, refuse: limit.refuse });
      return;
    }
    const bucket = this.#bucket(limit.resource ?? 'core');
    bucket.remaining = limit.afterRequests;
    bucket.resetAt = this.#now() + limit.resetInSeconds * 1000;
  }

  /** Counts one request. */
  spend(
    resource: Resource,
    method: string,
  ): { readonly headers: Record<string, string>; readonly refusal: Refusal | null } {
    const bucket = this.#bucket(resource);
    const secondary = this.#secondaryRefusal(method);
    if (secondary !== null) return { headers: headersOf(bucket, resource), refusal: secondary };
    if (bucket.remaining > 0) {
      bucket.remaining -= 1;
      return { headers: headersOf(bucket, resource), refusal: null };
    }
    const message = 'API rate limit exceeded for installation ID 1234.';
    return { headers: headersOf(bucket, resource), refusal: new Refusal(403, message) };
  }

  /** Gives back what a request cost that was answered by 304. */
  giveBack(resource: Resource): Record<string, string> {
    const bucket = this.#bucket(resource);
    bucket.remaining += 1;
    return headersOf(bucket, resource);
  }

  /** The body of `GET /rate_limit`. */
  json() {
    const rows = (['core', 'graphql'] as const).map((resource) => {
      const { limit, remaining, resetAt } = this.#bucket(resource);
      return [resource, { limit, remaining, used: limit - remaining, reset: Math.ceil(resetAt / 1000) }] as const;
    });
    const resources = Object.fromEntries(rows);
    return { resources, rate: resources.core };
  }

  #bucket(resource: Resource): Bucket {
    const bucket = this.#buckets.get(resource);
    if (bucket !== undefined && bucket.resetAt > this.#now()) return bucket;
    const fresh = { limit: 5_000, remaining: 5_000, resetAt: this.#now() + HOUR_MS };
    this.#buckets.set(resource, fresh);
    return fresh;
  }

  #secondaryRefusal(method: string): Refusal | null {
    const writes = !['GET', 'HEAD'].includes(method);
    for (const armed of this.#secondary) {
      if (armed.refuse === 0 || (armed.limit.writesOnly === true && !writes)) continue;
      if (armed.after > 0) {
        armed.after -= 1;
        continue;
      }
      armed.refuse -= 1;
      const headers = { 'retry-after': String(armed.limit.retryAfterSeconds) };
      return new Refusal(armed.limit.status ?? 403, SECONDARY, undefined, headers);
    }
    return null;
  }
}

function headersOf({ limit, remaining, resetAt }: Bucket, resource: Resource): Record<string, string> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(limit - remaining),
    'x-ratelimit-reset': String(Math.ceil(resetAt / 1000)),
    'x-ratelimit-resource': resource,
  };
}

// What goes wrong on demand with the next requests of a kind, and what happens elsewhere just before one.

/** Which requests are meant; what is not given is any. */
export interface Matching {
  readonly method?: string;
  /** All of the path without `/api/v3`, or an expression that it matches. */
  readonly path?: string | RegExp;
}

export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  /** Takes the request and never answers. */
  | { readonly kind: 'never-answers' }
  /** The connection is dropped before anything is done. */
  | { readonly kind: 'hang-up' }
  /** What was asked for is done, but the answer is lost. */
  | { readonly kind: 'answer-lost' }
  /** What was asked for is done, but only half of the answer comes, in a whole response. */
  | { readonly kind: 'truncated-json' }
  /** Only half of the answer comes, then the connection is dropped. */
  | { readonly kind: 'hang-up-in-mid-answer' }
  | { readonly kind: 'slow'; readonly ms: number };

interface Planned<T> {
  readonly matching: Matching;
  readonly what: T;
  left: number;
}

export class Faults {
  readonly #faults: Planned<Fault>[] = [];
  readonly #actions: Planned<() => unknown>[] = [];

  /** Returns what ends it. */
  fail(matching: Matching, fault: Fault, times: number): () => void {
    const planned = { matching, what: fault, left: times };
    this.#faults.push(planned);
    return () => {
      planned.left = 0;
    };
  }

  before(matching: Matching, action: () => unknown, times: number): void {
    this.#actions.push({ matching, what: action, left: times });
  }

  /** The fault of this request, which is one of those that it was planned for; `null`: none. */
  next(method: string, path: string): Fault | null {
    return take(this.#faults, method, path);
  }

  /** Does what was to happen before this request. */
  async happen(method: string, path: string): Promise<void> {
    await take(this.#actions, method, path)?.();
  }
}

function take<T>(planned: readonly Planned<T>[], method: string, path: string): T | null {
  const next = planned.find(({ matching, left }) => left > 0 && matches(matching, method, path));
  if (next === undefined) return null;
  next.left -= 1;
  return next.what;
}

function matches(matching: Matching, method: string, path: string): boolean {
  if (matching.method !== undefined && matching.method !== method) return false;
  if (matching.path === undefined) return true;
  return typeof matching.path === 'string' ? matching.path === path : matching.path.test(path);
}

/** What GitHub sends with an error of its own. */
export function bodyOfStatus(status: number): unknown {
  if (status === 502) {
    const page = '<!DOCTYPE html>\n<html><head><title>Unicorn! &middot; GitHub</title></head><body>…</body></html>\n';
    return { bytes: Buffer.from(page), type: 'text/html; charset=utf-8' };
  }
  return { message: 'Server Error', documentation_url: 'https://docs.github.com/rest', status: String(status) };
}

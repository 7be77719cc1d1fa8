// Where the server is: the base URL as users write it, made one of our own, or refused with a reason.

import { ExpectedFailure } from '../errors.ts';

/** Paths that people copy from documentation, where the base URL is what stands before them. */
const ENDPOINTS = /\/(chat\/completions|completions|models)$/;

/**
 * Origin and path of the server's API, without a slash at the end. An address without a path gets `/v1`, where every
 * server of this kind has it. Throws `bad-setting` for what is no base URL, and for one that holds secrets: it is shown
 * in messages and reports.
 */
export function readBaseUrl(given: string): string {
  const url = parse(given);
  if (url.username !== '' || url.password !== '') {
    throw bad(
      'the base URL holds a user name or password, which would be shown in reports',
      'Leave it out; the key has its own setting.',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw bad(
      'the base URL goes on after its path (`?` or `#`)',
      'Give the address alone, such as http://127.0.0.1:8000/v1.',
    );
  }
  const path = url.pathname.replace(/\/+$/, '').replace(ENDPOINTS, '');
  return `${url.origin}${path === '' ? '/v1' : path}`;
}

function parse(given: string): URL {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (url !== null && (url.protocol === 'http:' || url.protocol === 'https:')) return url;
  // It may hold a password: only what cannot is shown.
  const shown = /^[\w.:/-]{1,100}$/.test(given) ? `the base URL ${given}` : 'the base URL';
  throw bad(`${shown} is no http or https address`, 'Write it as http://127.0.0.1:8000/v1.');
}

/** Whether what is sent to this base URL stays on the machine. */
function isLoopback(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** What the operator should know before anything is sent: one line each, without secrets. */
export function baseUrlWarnings(given: string, hasKey: boolean): string[] {
  const baseUrl = readBaseUrl(given);
  if (!hasKey || baseUrl.startsWith('https:') || isLoopback(baseUrl)) return [];
  return [
    `the key and the code go to ${new URL(baseUrl).host} unencrypted: use https there if the network is not yours`,
  ];
}

function bad(message: string, remedy: string): ExpectedFailure {
  return new ExpectedFailure('bad-setting', message, remedy);
}

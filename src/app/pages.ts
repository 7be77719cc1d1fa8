// What the App shows on the web: badge and history page of each repository, for everybody or for who has its key.

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DocumentStore } from '../ports/documents.ts';
import { html } from '../report/html/markup.ts';
import { readAsset } from './kept-pages.ts';
import { PageAccess, type ReadyBadge, type Wanted } from './page-access.ts';
import { type Answer, HTML, NOT_FOUND, OUT_OF_ORDER, PLAIN, plainPage, send } from './page-answers.ts';

export interface PagesPorts {
  readonly documents: DocumentStore;
  /** Told of what kept a page from being read; the reader is told nothing of it. */
  readonly onError: (error: unknown) => void;
  /** Milliseconds that only grow, for what is kept in memory; `performance.now` where nothing is said. */
  readonly now?: () => number;
}

/** True when the request was answered. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** To stand behind all other handlers: every GET and HEAD that comes here is answered, if only by a 404. */
export function pagesHandler({ documents, onError, now = () => performance.now() }: PagesPorts): Handler {
  const access = new PageAccess(documents, now);
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    let answer: Answer;
    try {
      answer = await answerTo(addressOf(request.url ?? '/'), documents, access);
    } catch (error) {
      onError(error);
      answer = OUT_OF_ORDER;
    }
    await send(request, response, answer);
    return true;
  };
}

interface Address {
  readonly path: string;
  readonly query: URLSearchParams;
}

function addressOf(url: string): Address {
  const [, path = '', query = ''] = /^([^?#]*)\??([^#]*)/.exec(url) ?? [];
  return { path: path.length > 1 ? path.replace(/\/$/, '') : path, query: new URLSearchParams(query) };
}

/** An owner and a name as GitHub allows them; a dot or two is no name. */
const REPOSITORY = /^\/([\w-]{1,100})\/(?!\.{1,2}(?:\/|$))([\w.-]{1,100})(?:\/(badge\.svg|badge\.json))?$/;
const ASSET = /^\/assets\/([\w-]+\.(css|js))$/;
const LONGEST_SECTION = 500;

async function answerTo({ path, query }: Address, documents: DocumentStore, access: PageAccess): Promise<Answer> {
  if (path === '/') return HOME;
  if (path === '/robots.txt') return ROBOTS;
  if (path === '/favicon.ico') return ICON;
  const [, assetName, ending] = ASSET.exec(path) ?? [];
  if (assetName !== undefined) return assetAnswer(await readAsset(documents, assetName), ending === 'css');
  const [, owner, name, file] = REPOSITORY.exec(path) ?? [];
  const section = query.get('project')?.replace(/^\/+|\/+$/g, '') || null;
  if (owner === undefined || name === undefined || (section?.length ?? 0) > LONGEST_SECTION) return NOT_FOUND;
  const answer = await repositoryAnswer({ owner, name, section, token: query.get('token') }, file, access);
  return query.has('token') && answer.status === 200 ? forTheHolder(answer) : answer;
}

/** What a key opened is kept nowhere on the way, and found by nobody. */
function forTheHolder({ etag: _, more, ...answer }: Answer): Answer {
  return { ...answer, cacheControl: 'private, no-store', more: { ...more, 'X-Robots-Tag': 'noindex' } };
}

async function repositoryAnswer(wanted: Wanted, file: string | undefined, access: PageAccess): Promise<Answer> {
  const found = await access.to(wanted);
  if (found.kind === 'closed') return NOT_FOUND;
  if (file !== undefined) return badgeAnswer(found.badge, file);
  const page = await access.page(found.repository, wanted.section);
  if (page !== null) {
    return { status: 200, type: HTML, body: page, cacheControl: 'no-cache', etag: `W/"${page.etag}"` };
  }
  return wanted.section === null ? NO_PAGE_YET : NOT_FOUND;
}

/** A minute: badges are looked at often, and change with a merge. */
const BADGE_CACHE = 'public, max-age=60, must-revalidate';

function badgeAnswer(badge: ReadyBadge | null, file: string): Answer {
  if (badge === null) return NOT_FOUND;
  const isSvg = file === 'badge.svg';
  const { text, etag } = isSvg ? badge.svg : badge.json;
  return {
    status: 200,
    type: isSvg ? 'image/svg+xml; charset=utf-8' : 'application/json; charset=utf-8',
    body: text,
    cacheControl: BADGE_CACHE,
    etag,
    more: { 'Cross-Origin-Resource-Policy': 'cross-origin' },
  };
}

function assetAnswer(asset: Awaited<ReturnType<typeof readAsset>>, isStyle: boolean): Answer {
  if (asset === null) return NOT_FOUND;
  return {
    status: 200,
    type: isStyle ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8',
    body: asset.text,
    cacheControl: 'public, max-age=31536000, immutable',
  };
}

const NO_PAGE_YET: Answer = {
  status: 200,
  type: HTML,
  body: plainPage('No report yet', [
    'The App knows this repository. Its first report comes when the default branch has been looked at, which begins with the installation. Come back in some minutes.',
  ]),
  cacheControl: 'no-store',
};

const HOME: Answer = {
  status: 200,
  type: HTML,
  body: plainPage('Palimpsest', [
    'A code model that was fine-tuned on a project knows the project as it stood on the day of training. The code moves on, the model does not. This GitHub App shows how well the model still knows the code: on each pull request, and over time.',
    html`A repository’s page lies at <code>/OWNER/REPOSITORY</code>, its badge at <code>/OWNER/REPOSITORY/badge.svg</code>. Those of private repositories open with a key that their maintainers make.`,
    html`<a href="https://github.com/palimpsest/palimpsest#readme">What it measures and how to use it</a>`,
  ]),
  cacheControl: 'public, max-age=300',
};

/** Pages hold code, and are for people. */
const ROBOTS: Answer = {
  status: 200,
  type: PLAIN,
  body: 'User-agent: *\nAllow: /$\nDisallow: /\n',
  cacheControl: 'public, max-age=86400',
};

/** A page scraped clean, with what was written on it before still showing. Browsers ask for it unasked, and take an SVG. */
const ICON: Answer = {
  status: 200,
  type: 'image/svg+xml; charset=utf-8',
  body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#6d8fb3"/><path d="M3 5h10M3 8h7M3 11h9" stroke="#fff" stroke-width="1.6" opacity=".45"/><path d="M5 13 11 3" stroke="#fff" stroke-width="1.8"/></svg>\n',
  cacheControl: 'public, max-age=86400',
};

// The setup in the browser: one page that registers the App at GitHub by its manifest, as Probot's own does, and keeps what
// GitHub answers. Probot's would register a webhook at an address that nothing listens on, refuse to run in production, ask a
// third party for a channel, and write into the folder of the program; a container has another for what is to stay.

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ProbotOctokit } from 'probot';
import { parse } from 'yaml';
import { z } from 'zod';
import { ExpectedFailure } from '../errors.ts';
import { type PlainCredentials, pemOf } from './credentials.ts';
import { WEBHOOK_PATH } from './deliveries.ts';
import type { Log } from './log.ts';
import type { AppSettings } from './settings.ts';
import { sendInvitation, sendSetback } from './setup-page.ts';
import { type Handler, pathOf, sendText } from './web.ts';

interface Setup {
  readonly settings: Pick<AppSettings, 'baseUrl' | 'gitHub'>;
  /** What the App asks for: app.yml. */
  readonly manifestFile: URL | string;
  readonly log: Log;
  /** Keeps the credentials and goes on with them. */
  readonly done: (credentials: PlainCredentials) => Promise<void>;
}

const conversion = z.object({
  id: z.int().positive(),
  html_url: z.string(),
  pem: z.string(),
  webhook_secret: z.string().min(1),
});

/** Pages that wait for GitHub's answer; the oldest are forgotten. */
const MOST_STATES = 100;

/** `/` and `/probot` show the page, `/probot/setup` is where GitHub sends people back to. */
export function setupHandler(setup: Setup): Handler {
  const states = new Set<string>();
  let underWay = false;
  return async (request, response) => {
    const path = pathOf(request);
    if (path === WEBHOOK_PATH) {
      sendText(response, 503, 'The App is not registered yet.');
      return true;
    }
    if (request.method !== 'GET') return false;
    if (path === '/') {
      response.writeHead(302, { location: '/probot' }).end();
      return true;
    }
    if (path === '/probot') {
      const state = randomBytes(24).toString('base64url');
      states.add(state);
      for (const oldest of states) if (states.size > MOST_STATES) states.delete(oldest);
      invite(response, setup, baseUrlOf(request, setup.settings), state);
      return true;
    }
    if (path !== '/probot/setup') return false;
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const code = query.get('code') ?? '';
    // whoever is sent here by another page than ours would make this the App of a stranger
    if (!/^[\w-]{1,100}$/.test(code) || !states.delete(query.get('state') ?? '')) {
      sendSetback(
        response,
        400,
        'Not from here',
        'GitHub sends you here once, after the page of the setup that this server showed you.',
      );
      return true;
    }
    if (underWay) {
      sendSetback(
        response,
        409,
        'Being registered',
        'Somebody else, or another window, is registering the App at this moment.',
      );
      return true;
    }
    underWay = true;
    try {
      await finish(setup, code, response);
    } finally {
      underWay = false;
    }
    return true;
  };
}

async function finish({ settings, log, done }: Setup, code: string, response: ServerResponse): Promise<void> {
  const octokit = new ProbotOctokit({ baseUrl: settings.gitHub.apiUrl, throttle: { enabled: false } });
  try {
    const { data } = await octokit.request('POST /app-manifests/{code}/conversions', { code });
    const { id, html_url, pem, webhook_secret } = conversion.parse(data);
    const privateKey = pemOf(pem);
    if (privateKey === null) throw new Error('GitHub sent no private key');
    await done({ appId: id, privateKey, webhookSecret: webhook_secret });
    const home = html_url.startsWith(`${settings.gitHub.serverUrl}/`) ? html_url : settings.gitHub.serverUrl;
    log.info({ app: id }, 'the App is registered');
    response.writeHead(302, { location: `${home}/installations/new` }).end();
  } catch (error) {
    log.error({ err: error }, 'the App could not be registered');
    const [status, sentence] =
      error instanceof ExpectedFailure
        ? [500, `${error.message}. ${error.remedy}`]
        : [
            502,
            'GitHub did not give the credentials of the App. If it made the App all the same, delete it there first: its name is taken as long as it is there.',
          ];
    sendSetback(response, status, 'Not registered', sentence);
  }
}

/** As people reach it; behind a proxy BASE_URL says it. */
function baseUrlOf({ headers, socket }: IncomingMessage, { baseUrl }: Setup['settings']): string {
  const { host } = headers;
  const fallback = `http://localhost:${socket.localPort}`;
  return (
    baseUrl ??
    (host !== undefined && /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? `http://${host}` : fallback)
  );
}

/** What GitHub makes an App of: app.yml, with the addresses of this place. */
export function manifestAt(file: URL | string, baseUrl: string): Readonly<Record<string, unknown>> {
  const asked = z.looseObject({ name: z.string(), url: z.string() }).parse(parse(readFileSync(file, 'utf8')));
  return {
    ...asked,
    hook_attributes: { url: `${baseUrl}${WEBHOOK_PATH}`, active: true },
    redirect_url: `${baseUrl}/probot/setup`,
  };
}

function invite(response: ServerResponse, { settings, manifestFile }: Setup, baseUrl: string, state: string): void {
  const { serverUrl, organisation } = settings.gitHub;
  const owner = organisation === null ? '' : `/organizations/${organisation}`;
  sendInvitation(response, {
    serverUrl,
    organisation,
    webhookUrl: `${baseUrl}${WEBHOOK_PATH}`,
    action: `${serverUrl}${owner}/settings/apps/new?state=${state}`,
    manifest: manifestAt(manifestFile, baseUrl),
  });
}

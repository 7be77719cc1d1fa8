// The pages of the setup: the one with the button, and what is said when the way back from GitHub went wrong.

import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import ipaddr from 'ipaddr.js';
import { type Content, html, type Markup, trusted } from '../report/html/markup.ts';
import { STYLE } from '../report/html/style.ts';

const SETUP_STYLE = `${STYLE}
.begin { font-size: 1.1rem; padding: .6rem 1.1rem; margin: 1rem 0; border-color: var(--link); background: var(--link); color: var(--page); }
.begin:hover { filter: brightness(1.12); }
ol { max-width: 46rem; padding-inline-start: 1.4rem; } li { margin: .3rem 0; }
dt { color: var(--soft); margin-top: .8rem; } dd { margin: 0; overflow-wrap: anywhere; }
.warning { border-inline-start: .3rem solid var(--stale); padding-inline-start: .8rem; }
`;

const STYLE_HASH = createHash('sha256').update(SETUP_STYLE).digest('base64');

export interface Invitation {
  /** Such as `https://github.com`. */
  readonly serverUrl: string;
  /** Who shall own the App; `null`: whoever presses the button. */
  readonly organisation: string | null;
  /** Where GitHub sends webhooks to. */
  readonly webhookUrl: string;
  /** Where the form goes. */
  readonly action: string;
  /** What GitHub makes an App of. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** The page with the button. */
export function sendInvitation(response: ServerResponse, invitation: Invitation): void {
  const { serverUrl, organisation, webhookUrl, action, manifest } = invitation;
  const host = serverUrl.replace(/^https?:\/\//, '');
  const body = html`<p>This server is no GitHub App yet. The button makes it one:</p>
<ol>
<li>GitHub shows which permissions the App asks for, and lets you choose its name.</li>
<li>You confirm. GitHub sends the App’s key and secret to this server, which keeps them in <code>DATA_DIR</code>.</li>
<li>GitHub asks where to install it: an organisation or your account, all repositories or some.</li>
</ol>
<dl>
<dt>It will belong to</dt>
<dd>${organisation === null ? `your account at ${host}` : html`the organisation <code>${organisation}</code> at ${host}`}</dd>
<dt>Webhooks will be sent to</dt>
<dd><code>${webhookUrl}</code></dd>
</dl>
${reachability(webhookUrl)}
<form method="post" action="${action}">
<input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
<button class="begin">Register it at ${host}</button>
</form>
<p class="note">An App that is registered already needs none of this: set <code>APP_ID</code>, <code>PRIVATE_KEY</code> and
<code>WEBHOOK_SECRET</code>, and start again.</p>`;
  // GitHub asks for the manifest as a form's field, and sends the reader on by a redirect of that form
  sendDocument(response, 200, 'Register Palimpsest', body, serverUrl);
}

/** A setup that went wrong, or was begun elsewhere. */
export function sendSetback(response: ServerResponse, status: number, title: string, sentence: string): void {
  const body = html`<p>${sentence}</p>\n<p><a href="/probot">Begin again</a></p>`;
  sendDocument(response, status, title, body, "'none'");
}

function reachability(webhookUrl: string): Content {
  const { hostname } = new URL(webhookUrl);
  if (!isOfThisNetwork(hostname)) {
    return html`<p class="note">GitHub must be able to reach that address. If it cannot, set <code>BASE_URL</code> to one that it
can, and start again.</p>`;
  }
  return html`<p class="warning">That address means something on this machine or in this network alone. Unless your GitHub stands there too, no
webhook will arrive: set <code>BASE_URL</code> to the address at which GitHub reaches this server, and start again.</p>`;
}

/** By its name or its notation alone: nothing is looked up. */
function isOfThisNetwork(hostname: string): boolean {
  const bare = hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(bare)) return ipaddr.process(bare).range() !== 'unicast';
  return !bare.includes('.') || /\.(?:localhost|local|internal|lan)$/.test(bare);
}

function sendDocument(response: ServerResponse, status: number, title: string, body: Markup, formAction: string): void {
  const policy = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`;
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy });
  response.end(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title === 'Register Palimpsest' ? title : `${title} · Palimpsest`}</title>
<style>${trusted(SETUP_STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text,
  );
}

// One page about a model that needs nothing but itself: no network, no server, and no script to be read.

import { createHash } from 'node:crypto';
import type { ReportPage } from '../../core/report-page.ts';
import { STYLE_SHEET as CHART_STYLE } from '../charts/palette.ts';
import { revisionWithHash } from '../words.ts';
import { CLIENT_SCRIPT } from './client.generated.ts';
import { embed } from './embed.ts';
import { renderHeadline } from './headline.ts';
import { renderInventory } from './inventory.ts';
import { html, inertJson, type Markup, trusted } from './markup.ts';
import { renderDrift, renderFreshness, renderGain } from './over-time.ts';
import { STYLE } from './style.ts';

/** The whole document. Everything that was read from sources, models and revisions is data in it, and acts on nothing. */
export function renderHtml(page: ReportPage): string {
  const body = bodyOf(page);
  return documentOf(page, body, {
    policy: html`<meta http-equiv="Content-Security-Policy" content="${contentPolicy(body)}">\n`,
    style: html`<style>${trusted(STYLE)}</style>`,
    script: html`<script>${trusted(CLIENT_SCRIPT)}</script>`,
  });
}

/** The style and the script of a page that only links to them, for a server that allows none within a page. */
export const PAGE_ASSETS: Readonly<Record<'css' | 'js', string>> = {
  css: `${STYLE}${CHART_STYLE}\n`,
  js: `${CLIENT_SCRIPT}\n`,
};

/** The same page with links to {@link PAGE_ASSETS} at these addresses, and no script or style of its own. */
export function renderLinkedHtml(page: ReportPage, addresses: Readonly<Record<'css' | 'js', string>>): string {
  return documentOf(page, trusted(bodyOf(page).text.replaceAll(`<style>${CHART_STYLE}</style>`, '')), {
    policy: null,
    style: html`<link rel="stylesheet" href="${addresses.css}">`,
    script: html`<script src="${addresses.js}"></script>`,
  });
}

function bodyOf(page: ReportPage): Markup {
  const { status, inventory } = page;
  const parts = [
    renderHeadline(page),
    renderFreshness(status),
    renderGain(status),
    renderDrift(status),
    inventory === null ? null : renderInventory(inventory, status),
  ];
  return html`${parts}`;
}

interface Surroundings {
  readonly policy: Markup | null;
  readonly style: Markup;
  readonly script: Markup;
}

function documentOf({ status, inventory, project }: ReportPage, body: Markup, around: Surroundings): string {
  const title = `Model freshness${project === null ? '' : ` of ${project}`}`;
  const data =
    inventory === null
      ? null
      : html`<script type="application/json" id="ledger">${inertJson(embed(inventory))}</script>\n`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${around.policy}<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}: ${revisionWithHash(status.at)}</title>
${around.style}
</head>
<body>
<a class="skip" href="#main">To the report</a>
<main id="main">
${body}</main>
${footer()}${data}${around.script}
</body>
</html>
`.text;
}

/** Nothing from anywhere; of scripts and styles those alone that are written here, known by their hashes. */
function contentPolicy({ text }: Markup): string {
  const styles = [STYLE, ...[...text.matchAll(/<style>([^<]*)<\/style>/g)].map(([, style]) => style ?? '')];
  const sources = (texts: readonly string[]) => [...new Set(texts.map(hashSource))].join(' ');
  return `default-src 'none'; style-src ${sources(styles)}; script-src ${sources([CLIENT_SCRIPT])}; base-uri 'none'; form-action 'none'`;
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function footer(): Markup {
  return html`<footer>
<p>Similarity is <code>1 − distance / longer length</code> of a method’s body as it stands and as the model writes it when that one body is erased; a
failure counts as an empty body. Freshness is the mean similarity now divided by that of the day of training. Code that moves on makes a model outdated: that is
the normal effect of work, and nobody’s fault.</p>
</footer>
`;
}

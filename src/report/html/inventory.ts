// The ledger on the page, as tables that need no script: every package, the methods known least, and these close up.

import type { Place } from '../../core/ledger-places.ts';
import type { StandingLedger, StatusReport } from '../../core/report.ts';
import { type CloseUps, type Inventory, type InventoryUnit, leastKnown } from '../../core/report-page.ts';
import { packageName } from '../drift-words.ts';
import { visible } from '../visible.ts';
import { count, grouped, NO_VALUE, percent, spokenName } from '../words.ts';
import { renderCloseUp } from './close-up.ts';
import { unitAddress } from './embedded.ts';
import { html, type Markup } from './markup.ts';
import { movedWords } from './moved-words.ts';

/** Methods in the table that needs no script, where no close-ups were asked for. */
const LISTED = 100;

export function renderInventory(inventory: Inventory, { ledger }: StatusReport): Markup | null {
  if (ledger === null) return null;
  const { units, packages, closeUps } = inventory;
  const listed = leastKnown(units, closeUps.kind === 'made' ? Math.max(LISTED, closeUps.asked) : LISTED);
  const shown = new Set(closeUps.kind === 'made' ? closeUps.units.map(({ id }) => id) : []);
  return html`<section aria-labelledby="packages">
<h2 id="packages">Packages</h2>
<p>${placesNote(ledger)}</p>
<div id="places-view">${packagesTable(packages, ledger)}</div>
</section>
<section aria-labelledby="methods">
<h2 id="methods">Methods that the model knows least</h2>
<p>${unitsNote(ledger)} ${closeUpsNote(closeUps)}</p>
<div id="units-view">${unitsTable(listed, shown, ledger)}</div>
${closeUps.kind === 'made' ? closeUpsList(closeUps.units.map((unit) => renderCloseUp(unit, ledger.standsAt.revision))) : null}</section>
`;
}

function placesNote({ scored, units }: StandingLedger): string {
  const sample =
    scored === units
      ? ''
      : ' A sample was scored: a mean takes the methods that were not for those of their place that were, and what a place moved is an estimate.';
  return `How well each is known, and by how many percentage points its methods moved freshness since training, those that are gone included.${sample}`;
}

function unitsNote({ scored, units, failed }: StandingLedger): string {
  const all = count(units, 'method');
  const part =
    scored === units
      ? `All ${all} are scored`
      : `${grouped(String(scored))} of ${all} are scored, the others are shown as not scored`;
  return `${part}${failed === 0 ? '' : `; ${grouped(String(failed))} failed and count as empty bodies`}.`;
}

function closeUpsNote(closeUps: CloseUps): string {
  if (closeUps.kind === 'made') {
    const { length } = closeUps.units;
    return `${length === 1 ? 'The one' : `The ${grouped(String(length))}`} that it knows least ${length === 1 ? 'is' : 'are'} shown close up: the code beside what the model writes in its place.`;
  }
  switch (closeUps.reason) {
    case 'not-asked':
      return 'What the model writes in their place was not asked for.';
    case 'ledger-of-another-model':
      return 'What was written in their place is not shown: this ledger tells of another model than the one at hand.';
    case 'revision-missing':
      return 'What the model writes in their place is not shown: this clone does not hold the revision that the ledger stands at.';
    default:
      return closeUps.reason satisfies never;
  }
}

function packagesTable(packages: readonly Place[], { scored, units }: StandingLedger): Markup {
  const isSample = scored < units;
  const worstFirst = [...packages].sort((a, b) => (a.points ?? 0) - (b.points ?? 0));
  const rows = worstFirst.map(
    (place) =>
      html`<tr><th scope="row" class="text">${packageName(place.name)}</th><td class="number" data-label="methods">${grouped(String(place.units))}</td><td class="number" data-label="${isSample ? 'scored' : 'failed'}">${grouped(String(isSample ? place.scored : place.failed))}</td><td class="number" data-label="similarity">${place.similarity === null ? NO_VALUE : percent(place.similarity)}</td><td class="number" data-label="points">${movedWords(place.points)}</td></tr>\n`,
  );
  return html`<table class="rows"><caption class="vh">Packages, those that lowered freshness most first</caption>
<thead><tr><th scope="col">Package</th><th scope="col" class="number">Methods</th><th scope="col" class="number">${isSample ? 'Scored' : 'Failed'}</th><th scope="col" class="number">Mean similarity</th><th scope="col" class="number">Moved freshness</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

function unitsTable(
  listed: readonly InventoryUnit[],
  closeUps: ReadonlySet<string>,
  { units }: StandingLedger,
): Markup {
  const rows = listed.map(({ id, path, status, similarity, failed }) => {
    const name = spokenName(id, path);
    const code = html`<code>${name}</code>`;
    const link = closeUps.has(id) ? html`<a href="#${unitAddress(visible(path), visible(name))}">${code}</a>` : code;
    return html`<tr><th scope="row" class="text">${link}</th><td class="text">${fileCell(path)}</td><td>${status}</td><td class="number">${percent(similarity)}${failed ? ' (failed)' : ''}</td></tr>\n`;
  });
  return html`<p>${`${grouped(String(listed.length))} of ${count(units, 'method')}.`}</p>
<table class="rows"><caption class="vh">The methods that the model knows least</caption>
<thead><tr><th scope="col">Method</th><th scope="col">File</th><th scope="col">Since training</th><th scope="col" class="number">Similarity</th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

/** The file, then its folder, which may break after each part. */
function fileCell(path: string): Markup {
  const slash = path.lastIndexOf('/') + 1;
  const folders = path.slice(0, slash).split(/(?<=\/)/);
  return html`${path.slice(slash)}<span class="folder note">${folders.map((folder) => html`${folder}<wbr>`)}</span>`;
}

function closeUpsList(closeUps: readonly Markup[]): Markup {
  return html`<div id="close-ups"><h3>Close up</h3>
${closeUps}</div>
`;
}

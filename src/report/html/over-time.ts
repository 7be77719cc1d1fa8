// What time does to the model: freshness with its parts, whether training again would help, how fast the code moves.

import type { Forecast } from '../../core/forecast.ts';
import type { Freshness } from '../../core/freshness.ts';
import type { StandingLedger, StatusReport } from '../../core/report.ts';
import { churnChart } from '../charts/churn.ts';
import { freshnessChart } from '../charts/freshness.ts';
import { survivalChart } from '../charts/survival.ts';
import { yearlyWords } from '../drift-words.ts';
import { FRESHNESS_PARTS, shownPoints } from '../freshness-words.ts';
import { gainHeadings, gainRows } from '../gain-words.ts';
import { isShadow } from '../model-words.ts';
import { driftSentences, forecastSentences, gainSentences } from '../status-words.ts';
import { count, grouped } from '../words.ts';
import { html, type Markup, trusted } from './markup.ts';
import { capitalized, paragraph } from './prose.ts';

/** Nothing without a ledger. */
export function renderFreshness(status: StatusReport): Markup | null {
  const { ledger, drift } = status;
  if (ledger === null) return null;
  return html`<section aria-labelledby="freshness">
<h2 id="freshness">Freshness since training</h2>
${historyFigure(ledger, drift?.forecast ?? null)}${paragraph(forecastSentences(status))}${ledger.freshness === null ? null : partsTable(ledger.freshness)}</section>
`;
}

/** A line takes two points. */
const LEAST_POINTS = 2;

function historyFigure({ history, line }: StandingLedger, forecast: Forecast | null): Markup {
  if (history.length < LEAST_POINTS) {
    return html`<p class="note">The ledger has ${count(history.length, 'entry', 'entries')} so far; a line of freshness begins with the next update.</p>\n`;
  }
  return html`<figure>${trusted(freshnessChart({ history, line, forecast }))}</figure>\n`;
}

const PART_WORDS = {
  unchanged: 'stand as they were',
  modified: 'have other code, another name or other parameters',
  new: 'came after training',
  deleted: 'were trained and are gone',
} as const;

function partsTable(freshness: Freshness): Markup {
  const points = shownPoints(freshness);
  const rows = FRESHNESS_PARTS.map(
    (name) =>
      html`<tr><th scope="row">${name}: <span class="note">${PART_WORDS[name]}</span></th><td class="number">${grouped(String(freshness.parts[name].units))}</td><td class="number">${points[name]}</td></tr>\n`,
  );
  return html`<table class="few"><caption class="vh">What moved freshness away from 100 %</caption>
<thead><tr><th scope="col">Methods since training</th><th scope="col" class="number">Methods</th><th scope="col" class="number">Points</th></tr></thead>
<tbody>${rows}</tbody></table>
<p class="note">Points are percentage points of freshness; together they lead from 100 % to where it stands.</p>
`;
}

export function renderGain(status: StatusReport): Markup {
  const { gain } = status;
  const rows = gain === null ? [] : gainRows(gain);
  return html`<section aria-labelledby="gain">
<h2 id="gain">Would training again help?</h2>
${paragraph(gainSentences(status).map(capitalized))}${
  rows.length === 0
    ? null
    : html`<div class="scroll" tabindex="0" role="region" aria-labelledby="gain"><table class="few"><caption class="vh">Similarity on the changes, by ${isShadow(status.model) ? 'the shadow' : 'the model in use'} and by one trained anew</caption>
<thead><tr><th scope="col">Which changes</th>${(gain === null ? [] : gainHeadings(gain)).map((heading) => html`<th scope="col" class="number">${heading}</th>`)}</tr></thead>
<tbody>${rows.map(({ label, cells }) => html`<tr><th scope="row">${label.trim()}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>\n`)}</tbody></table></div>
`
}</section>
`;
}

export function renderDrift(status: StatusReport): Markup {
  const { drift } = status;
  const figures =
    drift === null
      ? null
      : html`<figure>${trusted(churnChart(drift.months))}</figure>
${paragraph(yearlyWords(drift.yearly))}<figure>${trusted(survivalChart(drift))}</figure>
`;
  return html`<section aria-labelledby="drift">
<h2 id="drift">How the code moves</h2>
${paragraph(driftSentences(status))}${figures}</section>
`;
}

// One unit close up: its body beside what the model wrote in its place, the differences marked and told in words.

import type { CloseUp } from '../../core/report-page.ts';
import { dedent, linesOf } from '../line-diff.ts';
import { visible, visibleCode } from '../visible.ts';
import { count, failureWords, percent, shortRevision, spokenName } from '../words.ts';
import { unitAddress } from './embedded.ts';
import { type Content, html, type Markup } from './markup.ts';
import { type Piece, type SideRow, sideBySide } from './side-by-side.ts';

/** Lines beyond which a body is no longer read on a page. */
const MOST_ROWS = 400;
/** Characters of one line. */
const LONGEST_LINE = 2_000;

/** Folded; it opens by its address. */
export function renderCloseUp(closeUp: CloseUp, standsAt: string): Markup {
  const { id, path, line, similarity, regeneration } = closeUp;
  const name = spokenName(id, path);
  const address = unitAddress(visible(path), visible(name));
  return html`<details class="close-up"><summary><code>${name}</code> <span class="note">${percent(similarity)} similar</span></summary>
<article id="${address}" aria-label="${name}">
<p>${told(closeUp)} <span class="note"><code>${`${path}:${line}`}</code> at <code>${shortRevision(standsAt)}</code></span></p>
${regeneration.kind === 'failed' ? bodyAlone(closeUp) : comparison(closeUp.body, regeneration.body)}
</article></details>
`;
}

function told({ regeneration, similarity, scored, body }: CloseUp): string {
  const before =
    percent(scored) === percent(similarity)
      ? ''
      : `; ${percent(scored)} when it was last scored, for a model also reads what stands around`;
  const size = `one body of ${count(body.length, 'character')}${before}`;
  if (regeneration.kind === 'regenerated')
    return `What the model writes now is ${percent(similarity)} similar (${size}).`;
  const detail = regeneration.detail === '' ? '' : ` (${regeneration.detail})`;
  return `The model wrote nothing: ${failureWords(regeneration.reason)}${detail}. It counts as an empty body, ${percent(similarity)} similar (${size}).`;
}

function comparison(code: string, written: string): Markup {
  const rows = sideBySide(code, written);
  if (rows.every(({ kind }) => kind === 'same')) return html`<p>It is the same, line for line.</p>`;
  return html`<table class="diff"><thead><tr><th scope="col">The code</th><th scope="col">What the model writes</th></tr></thead>
<tbody>${rows.slice(0, MOST_ROWS).map(comparedRow)}</tbody></table>${cutNote(rows.length)}`;
}

function comparedRow({ kind, code, written }: SideRow): Markup {
  if (kind === 'same') {
    const text = code === null ? '' : shown(code, String);
    return html`<tr class="same"><td><code>${text}</code></td><td><code>${text}</code></td></tr>`;
  }
  const left =
    code && html`${sign('−', 'in the code: ')}<code>${shown(code, (text) => html`<del>${text}</del>`)}</code>`;
  const right =
    written && html`${sign('+', 'by the model: ')}<code>${shown(written, (text) => html`<ins>${text}</ins>`)}</code>`;
  return html`<tr class="changed"><td class="${code === null ? 'none' : 'left'}">${left}</td><td class="${written === null ? 'none' : 'right'}">${right}</td></tr>`;
}

/** For those who see the table, and for those who hear it. */
function sign(mark: string, words: string): Markup {
  return html`<span class="sign" aria-hidden="true">${mark}</span><span class="vh">${words}</span>`;
}

/** A line, `mark` around what differs; its end is left out where it is longer than anybody reads. */
function shown(pieces: readonly Piece[], mark: (text: string) => Content): Content[] {
  const parts: Content[] = [];
  let room = LONGEST_LINE;
  for (const { text, differs } of pieces) {
    if (room <= 0) break;
    const [, indent = '', code = ''] = /^(\s*)(.*)$/s.exec(text.slice(0, room)) ?? [];
    room -= text.length;
    const isMarked = differs && (code !== '' || parts.length > 0);
    if (isMarked && parts.length > 0) parts.push(mark(visibleCode(indent + code)));
    else parts.push(visibleCode(indent), isMarked ? mark(visibleCode(code)) : visibleCode(code));
  }
  if (room < 0) parts.push(html` <span class="note">… ${count(-room, 'more character')}</span>`);
  return parts;
}

function bodyAlone({ body }: CloseUp): Markup {
  const lines = dedent(linesOf(body).map((text) => ({ text })));
  const rows = lines
    .slice(0, MOST_ROWS)
    .map(({ text }) => html`<tr><td><code>${shown([{ text, differs: false }], String)}</code></td></tr>`);
  return html`<table class="diff alone"><thead><tr><th scope="col">The code</th></tr></thead><tbody>${rows}</tbody></table>${cutNote(lines.length)}`;
}

function cutNote(rows: number): Markup | null {
  return rows <= MOST_ROWS
    ? null
    : html`<p class="note">… and ${count(rows - MOST_ROWS, 'more line')}, not shown here.</p>`;
}

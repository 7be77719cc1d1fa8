// Packages and files: how well each is known, and what it did to freshness.

import { grouped, percent } from '../../words.ts';
import { movedWords } from '../moved-words.ts';
import { bar, make } from './dom.ts';
import type { PlaceRow } from './ledger.ts';
import { type Column, PagedTable } from './paged-table.ts';

/** What a place's link leads to, in {@link placeAt}. */
const ADDRESS = 'place=';

export function placesView(packages: readonly PlaceRow[], files: readonly PlaceRow[]): HTMLElement {
  const view = make('div');
  const kinds = [
    { label: 'Packages', noun: 'packages', rows: packages },
    { label: 'Files', noun: 'files', rows: files },
  ];
  const choices = kinds.map(({ label, noun, rows }, index) => {
    const table = new PagedTable<PlaceRow>({
      id: noun,
      caption: `${label}, those that lowered freshness most first`,
      noun,
      rows,
      columns: columnsFor(label.slice(0, -1), rows),
      sortedBy: { column: 4, direction: 'ascending' },
      under: null,
    });
    const show = () => view.replaceChildren(table.element);
    if (index === 0) show();
    const radio = make('input', { type: 'radio', name: 'place-kind', checked: index === 0, change: show });
    return make('label', {}, radio, ` ${label}`);
  });
  return make('div', {}, make('fieldset', {}, make('legend', {}, 'Show'), ...choices), view);
}

function columnsFor(label: string, rows: readonly PlaceRow[]): Column<PlaceRow>[] {
  const isSample = rows.some(({ scored, units }) => scored < units);
  return [
    { label, kind: 'text', value: ({ name }) => name, cell: ({ name }) => [linkTo(name)], first: 'ascending' },
    {
      label: 'Methods',
      kind: 'number',
      value: ({ units }) => units,
      cell: ({ units }) => [number(units)],
      first: 'descending',
    },
    {
      label: isSample ? 'Scored' : 'Failed',
      kind: 'number',
      value: ({ scored, failed }) => (isSample ? scored : failed),
      cell: ({ scored, failed }) => [number(isSample ? scored : failed)],
      first: 'descending',
    },
    {
      label: 'Mean similarity',
      kind: 'number',
      value: ({ similarity }) => similarity,
      cell: ({ similarity }) => (similarity === null ? ['–'] : [bar(similarity), percent(similarity)]),
      first: 'ascending',
    },
    {
      label: 'Moved freshness',
      kind: 'number',
      value: ({ points }) => points,
      cell: ({ points }) => [movedWords(points)],
      first: 'ascending',
    },
  ];
}

function linkTo(name: string): HTMLElement {
  return make('a', { href: `#${ADDRESS}${encodeURIComponent(name)}` }, name);
}

/** The package or path that an address names; `null` when it names none. */
export function placeAt(address: string): string | null {
  return address.startsWith(ADDRESS) ? decodeURIComponent(address.slice(ADDRESS.length)) : null;
}

function number(value: number): string {
  return grouped(String(value));
}

// The methods: searched, filtered, sorted, each opening what the model wrote in its place.

import { percent } from '../../words.ts';
import { unitAddress } from '../embedded.ts';
import { bar, make } from './dom.ts';
import type { UnitRow } from './ledger.ts';
import { PagedTable } from './paged-table.ts';

/** What the table can be narrowed to; an empty text narrows nothing. */
export interface UnitFilter {
  readonly text: string;
  readonly status: string;
  /** A package with those below it, or the path of a file. */
  readonly place: string;
}

const PLACES_OFFERED = 20;

export class UnitsView {
  readonly element: HTMLElement;
  readonly #units: readonly UnitRow[];
  readonly #table: PagedTable<UnitRow>;
  readonly #text = make('input', { type: 'search', id: 'unit-text', autocomplete: 'off', spellcheck: 'false' });
  readonly #status = make('select', { id: 'unit-status' });
  readonly #place = make('input', { type: 'search', id: 'unit-place', list: 'unit-places', autocomplete: 'off' });
  readonly #places = make('datalist', { id: 'unit-places' });
  readonly #packages: readonly string[];

  /** `closeUps` are the page's own, by address. */
  constructor(units: readonly UnitRow[], packages: readonly string[], closeUps: ReadonlyMap<string, Node>) {
    this.#units = units;
    this.#packages = packages;
    for (const [value, label] of STATUS_OPTIONS) this.#status.append(make('option', { value }, label));
    this.#table = new PagedTable<UnitRow>({
      id: 'units',
      caption: 'Methods, the least known first',
      rows: units,
      noun: units.length === 1 ? 'method' : 'methods',
      columns: [
        { label: 'Method', kind: 'text', value: ({ name }) => name, first: 'ascending' },
        { label: 'File', kind: 'text', value: ({ path }) => path, cell: fileCell, first: 'ascending' },
        { label: 'Since training', kind: 'text', value: ({ status }) => status, first: 'ascending' },
        {
          label: 'Similarity',
          kind: 'number',
          value: ({ similarity }) => similarity,
          cell: similarityCell,
          first: 'ascending',
        },
      ],
      sortedBy: { column: 3, direction: 'ascending' },
      under: (unit) => underOf(unit, closeUps),
    });
    const fields = [
      field('Search in names and paths', this.#text),
      field('Since training', this.#status),
      field('Package or file', this.#place),
    ];
    const clear = make('button', { type: 'button', click: () => this.filter({}) }, 'Show all');
    const form = make('form', { role: 'search', class: 'filters', 'aria-label': 'Methods' }, ...fields, clear);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#refresh());
    this.element = make('div', {}, form, this.#places, this.#table.element);
    this.#refresh();
  }

  /** Narrows the table to this and nothing else. */
  filter({ text = '', status = '', place = '' }: Partial<UnitFilter>): void {
    this.#text.value = text;
    this.#status.value = status;
    this.#place.value = place;
    this.#refresh();
  }

  focus(): void {
    this.#place.focus();
    this.element.scrollIntoView();
  }

  /** Opens the unit with this address; `false` when there is none. */
  open(address: string): boolean {
    const unit = this.#units.find(({ path, name }) => unitAddress(path, name) === address);
    if (unit === undefined) return false;
    this.filter({});
    this.#table.reveal(unit);
    return true;
  }

  #refresh(): void {
    const words = this.#text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const [status, place] = [this.#status.value, this.#place.value.trim()];
    this.#table.narrow(
      (unit) =>
        words.every((word) => unit.text.includes(word)) &&
        hasStatus(unit, status) &&
        (place === '' || isIn(unit, place)),
    );
    this.#offerPlaces(place);
  }

  #offerPlaces(typed: string): void {
    const offered = this.#packages.filter((name) => name.includes(typed)).slice(0, PLACES_OFFERED);
    this.#places.replaceChildren(...offered.map((value) => make('option', { value })));
  }
}

const STATUS_OPTIONS: readonly (readonly [string, string])[] = [
  ['', 'all'],
  ['unchanged', 'unchanged'],
  ['modified', 'modified'],
  ['new', 'new'],
  ['failed', 'failed'],
  ['not-scored', 'not scored'],
];

function hasStatus(unit: UnitRow, status: string): boolean {
  if (status === '') return true;
  if (status === 'failed') return unit.failed;
  return status === 'not-scored' ? unit.similarity === null : unit.status === status;
}

function isIn({ packageName, path }: UnitRow, place: string): boolean {
  return packageName === place || packageName.startsWith(`${place}.`) || path === place;
}

function field(label: string, control: HTMLInputElement | HTMLSelectElement): HTMLElement {
  return make('p', {}, make('label', { for: control.id }, label), control);
}

function fileCell({ path }: UnitRow): (Node | string)[] {
  const slash = path.lastIndexOf('/') + 1;
  const folders = path.slice(0, slash).split(/(?<=\/)/);
  const breakable = folders.flatMap((folder) => [folder, make('wbr')]);
  return [path.slice(slash), make('span', { class: 'folder note' }, ...breakable)];
}

function similarityCell({ similarity, failed }: UnitRow): (Node | string)[] {
  if (similarity === null) return [make('span', { class: 'note' }, 'not scored')];
  return [bar(similarity), `${percent(similarity)}${failed ? ' (failed)' : ''}`];
}

function underOf({ path, name, similarity }: UnitRow, closeUps: ReadonlyMap<string, Node>): Node {
  const address = unitAddress(path, name);
  const link = make('p', {}, make('a', { href: `#${address}` }, 'Link to this method'));
  const closeUp = closeUps.get(address);
  if (closeUp !== undefined) return make('div', {}, closeUp.cloneNode(true), link);
  const words =
    similarity === null
      ? 'A sample passed it over, and it has not changed since training: the model was not asked for it.'
      : 'This page shows what the model writes for the methods that it knows least. For more of them: palimpsest report --details N';
  return make('div', {}, make('p', {}, words), link);
}

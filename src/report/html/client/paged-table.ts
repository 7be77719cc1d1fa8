// A table of any length: sorted by its headings, shown a page at a time, so that the document stays small.

import { grouped } from '../../words.ts';
import { make } from './dom.ts';

export type Direction = 'ascending' | 'descending';

export interface Column<Row> {
  readonly label: string;
  readonly kind: 'text' | 'number';
  /** What it sorts by; `null` comes last in either direction. */
  readonly value: (row: Row) => string | number | null;
  /** What stands in the row's cell; by default its value. */
  readonly cell?: (row: Row) => readonly (Node | string)[];
  /** The direction of the first press. */
  readonly first: Direction;
}

export interface TableOptions<Row> {
  readonly id: string;
  readonly caption: string;
  readonly rows: readonly Row[];
  /** The first column heads its rows. */
  readonly columns: readonly Column<Row>[];
  readonly sortedBy: { readonly column: number; readonly direction: Direction };
  /** The plural of what a row is. */
  readonly noun: string;
  /** What opens under a row; `null` for nothing. */
  readonly under: ((row: Row) => Node) | null;
}

const ROWS_A_PAGE = 50;

export class PagedTable<Row> {
  readonly element: HTMLElement;
  readonly #options: TableOptions<Row>;
  readonly #headings: HTMLTableCellElement[];
  readonly #body = make('tbody');
  readonly #status = make('p', { role: 'status' });
  readonly #pager: Pager;
  /** All rows in their order, and those of them that are not left out. */
  #sorted: readonly Row[] = [];
  #rows: readonly Row[] = [];
  #keep: (row: Row) => boolean = () => true;
  #page = 0;
  #sortedBy: { column: number; direction: Direction };

  constructor(options: TableOptions<Row>) {
    this.#options = options;
    this.#sortedBy = options.sortedBy;
    this.#headings = options.columns.map((column, index) =>
      make(
        'th',
        { scope: 'col', class: column.kind },
        make('button', { type: 'button', click: () => this.#sortBy(index) }, column.label),
      ),
    );
    this.#pager = new Pager(options.noun, (page) => this.#turnTo(page));
    const table = make(
      'table',
      { id: options.id, class: 'rows' },
      make('caption', { class: 'vh' }, options.caption),
      make('thead', {}, make('tr', {}, ...this.#headings)),
      this.#body,
    );
    this.element = make('div', {}, this.#status, table, this.#pager.element);
    this.#sort();
  }

  /** Shows the rows that are to be kept alone, from the first page on. */
  narrow(keep: (row: Row) => boolean): void {
    this.#keep = keep;
    this.#rows = this.#sorted.filter(keep);
    this.#turnTo(0);
  }

  /** Turns to the page of a row that is shown, opens it and puts the keyboard there. */
  reveal(row: Row): void {
    const index = this.#rows.indexOf(row);
    if (index < 0) return;
    this.#turnTo(Math.floor(index / ROWS_A_PAGE));
    const button = this.#body.rows[index % ROWS_A_PAGE]?.querySelector('button');
    button?.click();
    button?.focus();
    button?.scrollIntoView({ block: 'center' });
  }

  #sortBy(column: number): void {
    const { column: old, direction } = this.#sortedBy;
    const turned = direction === 'ascending' ? 'descending' : 'ascending';
    const first = this.#options.columns[column]?.first ?? 'ascending';
    this.#sortedBy = { column, direction: column === old ? turned : first };
    this.#sort();
  }

  #sort(): void {
    const { column, direction } = this.#sortedBy;
    const value = this.#options.columns[column]?.value ?? (() => null);
    const sign = direction === 'ascending' ? 1 : -1;
    this.#sorted = [...this.#options.rows].sort((a, b) => compare(value(a), value(b), sign));
    for (const [index, heading] of this.#headings.entries()) {
      if (index === column) heading.setAttribute('aria-sort', direction);
      else heading.removeAttribute('aria-sort');
    }
    this.narrow(this.#keep);
  }

  #turnTo(page: number): void {
    const pages = Math.max(1, Math.ceil(this.#rows.length / ROWS_A_PAGE));
    this.#page = Math.min(Math.max(0, page), pages - 1);
    const start = this.#page * ROWS_A_PAGE;
    const shown = this.#rows.slice(start, start + ROWS_A_PAGE);
    this.#body.replaceChildren(...shown.map((row) => this.#row(row)));
    this.#pager.show(this.#page, pages);
    this.#status.textContent = this.#statusWords(start, shown.length);
  }

  #statusWords(start: number, shown: number): string {
    const { noun, rows } = this.#options;
    const [found, all] = [grouped(String(this.#rows.length)), grouped(String(rows.length))];
    if (shown === 0) return `None of ${all} ${noun}.`;
    const range = `${grouped(String(start + 1))} to ${grouped(String(start + shown))}`;
    return this.#rows.length === rows.length
      ? `${all} ${noun}, ${range} shown.`
      : `${found} of ${all} ${noun}, ${range} shown.`;
  }

  #row(row: Row): HTMLTableRowElement {
    const { columns, under } = this.#options;
    const cells = columns.map(({ label, kind, value, cell }, index) => {
      const content = cell?.(row) ?? [String(value(row) ?? '–')];
      if (index > 0) return make('td', { class: kind, 'data-label': label.toLowerCase() }, ...content);
      return make(
        'th',
        { scope: 'row', class: kind },
        ...(under === null ? content : [this.#opener(row, content, under)]),
      );
    });
    return make('tr', {}, ...cells);
  }

  #opener(row: Row, content: readonly (Node | string)[], under: (row: Row) => Node): HTMLButtonElement {
    const button = make('button', { type: 'button', class: 'opener', 'aria-expanded': 'false' }, ...content);
    button.addEventListener('click', () => {
      const tableRow = button.closest('tr');
      const open = button.getAttribute('aria-expanded') === 'true';
      button.setAttribute('aria-expanded', String(!open));
      if (open) tableRow?.nextElementSibling?.remove();
      else tableRow?.after(make('tr', {}, make('td', { colspan: this.#headings.length, class: 'under' }, under(row))));
    });
    return button;
  }
}

function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -sign : sign;
}

/** First, previous, next, last. A button that leads nowhere keeps the keyboard's place, and says so. */
class Pager {
  readonly element: HTMLElement;
  readonly #where = make('span');
  readonly #buttons: { readonly button: HTMLButtonElement; readonly target: () => number }[];
  #page = 0;
  #pages = 1;

  constructor(noun: string, turnTo: (page: number) => void) {
    const targets: readonly (readonly [string, () => number])[] = [
      ['First', () => 0],
      ['Previous', () => this.#page - 1],
      ['Next', () => this.#page + 1],
      ['Last', () => this.#pages - 1],
    ];
    this.#buttons = targets.map(([label, target]) => {
      const press = () => {
        if (this.#leads(target())) turnTo(target());
      };
      return { button: make('button', { type: 'button', click: press }, label), target };
    });
    const [first, previous, next, last] = this.#buttons.map(({ button }) => button);
    const inOrder = [first, previous, this.#where, next, last].filter((part) => part !== undefined);
    this.element = make('nav', { class: 'pager', 'aria-label': `Pages of ${noun}` }, ...inOrder);
  }

  show(page: number, pages: number): void {
    [this.#page, this.#pages] = [page, pages];
    this.element.hidden = pages === 1;
    this.#where.textContent = `Page ${grouped(String(page + 1))} of ${grouped(String(pages))}`;
    for (const { button, target } of this.#buttons)
      button.setAttribute('aria-disabled', String(!this.#leads(target())));
  }

  #leads(page: number): boolean {
    return page !== this.#page && page >= 0 && page < this.#pages;
  }
}

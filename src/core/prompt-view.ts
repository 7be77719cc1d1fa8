// What of a file a prompt shows, and how that reads.

import { withLineFeeds } from './layout.ts';
import type { Enclosing, Piece, Surroundings } from './surroundings.ts';

export type Shown = 'whole' | 'outline';

/** What is shown; everything else is left out. */
export interface Selection {
  /** The comments and the javadoc before the unit. */
  readonly lead: boolean;
  /** `null`: the unit stands alone, outside its type. */
  readonly enclosing: Shown | null;
  readonly pieces: ReadonlyMap<Piece, Shown>;
}

export const NOTHING: Selection = { lead: false, enclosing: null, pieces: new Map() };

export function everything({ pieces }: Surroundings): Selection {
  return { lead: true, enclosing: 'whole', pieces: new Map(pieces.map((piece) => [piece, 'whole'])) };
}

/** Lines end with `\n`, whatever the file does. */
export interface View {
  /** Up to the end of the unit's signature, without white space after it. */
  readonly before: string;
  /** From the end of its body on. */
  readonly after: string;
}

/** Everything in the file's order, as an editor shows it. */
export function inFileOrder(surroundings: Surroundings, selection: Selection): View {
  const { enclosing, target } = surroundings;
  let before = '';
  let after = '';
  for (let level = 0; level <= enclosing.length; level += 1) {
    const pieces = shownAt(surroundings, selection, level);
    before +=
      pieces
        .filter(({ piece }) => piece.start <= target.at)
        .map(textOf)
        .join('') + headOf(enclosing[level], selection);
    after =
      tailOf(enclosing[level], selection) +
      pieces
        .filter(({ piece }) => piece.start > target.at)
        .map(textOf)
        .join('') +
      after;
  }
  return view(before, target.rest + after, surroundings, selection);
}

/** The unit as the last member of its type, so that a model that only reads on has seen everything. */
export function withTargetLast(surroundings: Surroundings, selection: Selection): View {
  let before = '';
  for (let level = 0; level <= surroundings.enclosing.length; level += 1) {
    for (const piece of shownAt(surroundings, selection, level)) before += withLineEnd(textOf(piece));
    before += withLineEnd(headOf(surroundings.enclosing[level], selection));
  }
  return view(before, '', surroundings, selection);
}

/** What shared its line with other things, or was the last line of its file, now stands before something else. */
function withLineEnd(text: string): string {
  return text === '' || /\s/.test(text.charAt(text.length - 1)) ? text : `${text}\n`;
}

interface ShownPiece {
  readonly piece: Piece;
  readonly shown: Shown;
}

function shownAt({ pieces }: Surroundings, selection: Selection, level: number): ShownPiece[] {
  const found: ShownPiece[] = [];
  for (const piece of pieces) {
    const shown = piece.level === level ? selection.pieces.get(piece) : undefined;
    if (shown !== undefined) found.push({ piece, shown });
  }
  return found;
}

function textOf({ piece, shown }: ShownPiece): string {
  return shownText(piece, shown);
}

export function shownText(piece: Piece, shown: Shown): string {
  return shown === 'outline' ? (piece.outline ?? piece.whole) : piece.whole;
}

export function headOf(enclosing: Enclosing | undefined, selection: Selection): string {
  if (enclosing === undefined || selection.enclosing === null) return '';
  return selection.enclosing === 'whole' ? enclosing.head : enclosing.bareHead;
}

function tailOf(enclosing: Enclosing | undefined, selection: Selection): string {
  return enclosing === undefined || selection.enclosing === null ? '' : enclosing.tail;
}

function view(before: string, after: string, { target }: Surroundings, selection: Selection): View {
  const lead = selection.lead ? target.lead : target.lead.slice(target.lead.trimEnd().length);
  const text = withLineFeeds(before + lead + target.signature);
  return { before: text.replace(/^[\s\ufeff]+(?=\S)/, firstLineIndent), after: withLineFeeds(after).trimEnd() };
}

/** A file begins with its first line; that line keeps its indentation. */
function firstLineIndent(blank: string): string {
  return blank.slice(blank.lastIndexOf('\n') + 1).replace('\ufeff', '');
}

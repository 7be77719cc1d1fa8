// Choosing what a prompt shows, until its tokens are spent.

import { identifiersIn, type KnownFile } from './known-file.ts';
import { everything, NOTHING, type Selection, type Shown, shownText } from './prompt-view.ts';
import type { Piece, Surroundings } from './surroundings.ts';
import type { MethodUnit } from './unit.ts';
import { rankedByUse } from './use-ranking.ts';

/** Counting, for one request. */
export interface Purse {
  readonly budget: number;
  readonly countTokens: (text: string) => number;
  /** What a whole prompt of this selection takes. */
  readonly price: (selection: Selection) => number;
  readonly known: KnownFile;
}

/** The best selection within the budget; `null` when even the bare signature is beyond it. */
export function choose(surroundings: Surroundings, target: MethodUnit, purse: Purse): Selection | null {
  const bare = purse.price(NOTHING);
  if (bare > purse.budget) return null;
  if (lengthOf(surroundings) <= purse.budget * LONGEST_TOKEN) {
    const all = everything(surroundings);
    if (purse.price(all) <= purse.budget) return all;
  }
  const steps = new Spending(surroundings, purse, purse.budget - bare).steps(target);
  // Tokens of parts add up to those of the whole almost, not quite: the last steps may have to be taken back.
  for (let taken = steps.length; taken > 0; taken -= 1) {
    const selection = after(steps.slice(0, taken));
    if (purse.price(selection) <= purse.budget) return selection;
  }
  return NOTHING;
}

/** Tokens are shorter on average: what is longer than so many characters for each need not be counted. */
const LONGEST_TOKEN = 16;

function lengthOf({ pieces }: Surroundings): number {
  return pieces.reduce((length, { whole }) => length + whole.length, 0);
}

/** One more thing to show. */
type Step =
  | { readonly kind: 'lead' }
  | { readonly kind: 'enclosing'; readonly shown: Shown }
  | { readonly kind: 'piece'; readonly piece: Piece; readonly shown: Shown };

function after(steps: readonly Step[]): Selection {
  const pieces = new Map<Piece, Shown>();
  let { lead, enclosing } = NOTHING;
  for (const step of steps) {
    if (step.kind === 'lead') lead = true;
    else if (step.kind === 'enclosing') enclosing = step.shown;
    else pieces.set(step.piece, step.shown);
  }
  return { lead, enclosing, pieces };
}

class Spending {
  readonly #surroundings: Surroundings;
  readonly #countTokens: (text: string) => number;
  readonly #known: KnownFile;
  readonly #steps: Step[] = [];
  readonly #shown = new Map<Piece, Shown>();
  #room: number;

  constructor(surroundings: Surroundings, { countTokens, known }: Purse, room: number) {
    this.#surroundings = surroundings;
    this.#countTokens = countTokens;
    this.#known = known;
    this.#room = room;
  }

  steps(target: MethodUnit): readonly Step[] {
    const { enclosing, target: text } = this.#surroundings;
    this.#take({ kind: 'lead' }, text.lead, '');
    const bare = enclosing.map(({ bareHead, tail }) => bareHead + tail).join('');
    // Members of a type that is not shown would belong to nobody.
    if (!this.#take({ kind: 'enclosing', shown: 'outline' }, bare, '')) return this.#steps;
    const used = usedImports(this.#surroundings, this.#known);
    this.#showImports(identifiersIn(text.lead + text.signature), used);
    const ranked = rankedByUse(this.#surroundings, target, this.#known);
    const kept = Math.floor(this.#room / 2);
    for (const piece of ranked) this.#show(piece, 'outline', kept);
    for (const piece of ranked) this.#show(piece, 'whole', 0);
    for (const piece of ranked) if (!this.#shown.has(piece)) this.#show(piece, 'outline', 0);
    this.#take({ kind: 'enclosing', shown: 'whole' }, enclosing.map(({ head, tail }) => head + tail).join(''), bare);
    const shown = [...this.#shown].map(([piece, how]) => shownText(piece, how));
    this.#showImports(new Set(shown.flatMap((text) => this.#known.importedNamesIn(text))), used);
    return this.#steps;
  }

  /** The package, and the imports that `named` holds, that name everything, or that only the erased body can use. */
  #showImports(named: ReadonlySet<string>, used: ReadonlySet<string>): void {
    for (const piece of this.#surroundings.pieces) {
      if (piece.kind !== 'package' && piece.kind !== 'import') continue;
      if (this.#shown.has(piece)) continue;
      const name = piece.kind === 'import' ? this.#known.importedBy(piece) : '*';
      if (name === '*' || named.has(name) || !used.has(name)) this.#show(piece, 'whole', 0);
    }
  }

  #show(piece: Piece, shown: Shown, kept: number): void {
    if (shown === 'whole' && this.#shown.get(piece) === 'outline' && piece.outline === null) return;
    const before = this.#shown.get(piece);
    const paid = before === undefined ? '' : shownText(piece, before);
    if (this.#take({ kind: 'piece', piece, shown }, shownText(piece, shown), paid, kept)) this.#shown.set(piece, shown);
  }

  /** Whether there was room for a step, `kept` tokens left over. */
  #take(step: Step, text: string, paid: string, kept = 0): boolean {
    const room = this.#room - kept;
    if (room <= 0 || text.length - paid.length > room * LONGEST_TOKEN) return false;
    // other units of the file have the same pieces around them
    const count = (part: string) =>
      step.kind === 'piece' ? this.#known.count(part, this.#countTokens) : this.#countTokens(part);
    const cost = count(text) - (paid === '' ? 0 : count(paid));
    if (cost > room) return false;
    this.#room -= cost;
    this.#steps.push(step);
    return true;
  }
}

/** The imported names that anything visible mentions, imports aside. */
function usedImports({ pieces, enclosing, target }: Surroundings, known: KnownFile): ReadonlySet<string> {
  const used = new Set([...identifiersIn(target.lead), ...identifiersIn(target.signature)]);
  const texts = enclosing.flatMap(({ head, tail }) => [head, tail]);
  for (const { kind, whole } of pieces) if (kind !== 'import' && kind !== 'package') texts.push(whole);
  for (const text of texts) for (const name of known.importedNamesIn(text)) used.add(name);
  return used;
}

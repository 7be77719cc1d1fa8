// Choosing what a prompt shows, until its tokens are spent.

import { everything, NOTHING, type Selection, type Shown, shownText } from './prompt-view.ts';
import type { Piece, Surroundings } from './surroundings.ts';
import type { Tokenizer } from './tokens.ts';
import type { MethodUnit } from './unit.ts';
import { identifiersIn, KnownTexts, rankedByUse } from './use-ranking.ts';

/** Counting, for one request. */
export interface Purse {
  readonly budget: number;
  readonly countTokens: (text: string) => number;
  /** What a whole prompt of this selection takes. */
  readonly price: (selection: Selection) => number;
  readonly known?: KnownTexts;
}

/** The best selection within the budget; `null` when even the bare signature is beyond it. */
export function choose(
  surroundings: Surroundings,
  target: MethodUnit,
  tokenize: Tokenizer,
  purse: Purse,
): Selection | null {
  const bare = purse.price(NOTHING);
  if (bare > purse.budget) return null;
  const all = everything(surroundings);
  if (lengthOf(surroundings) <= purse.budget * LONGEST_TOKEN && purse.price(all) <= purse.budget) return all;
  const steps = new Spending(surroundings, purse, purse.budget - bare).steps(target, tokenize);
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
  readonly #steps: Step[] = [];
  readonly #shown = new Map<Piece, Shown>();
  readonly #isUsed: (name: string) => boolean;
  #room: number;

  constructor(surroundings: Surroundings, { countTokens, known = new KnownTexts() }: Purse, room: number) {
    this.#surroundings = surroundings;
    this.#isUsed = usesOf(surroundings, known);
    this.#countTokens = countTokens;
    this.#room = room;
  }

  steps(target: MethodUnit, tokenize: Tokenizer): readonly Step[] {
    const { enclosing, target: text } = this.#surroundings;
    this.#take({ kind: 'lead' }, text.lead, '');
    const bare = enclosing.map(({ bareHead, tail }) => bareHead + tail).join('');
    // Members of a type that is not shown would belong to nobody.
    if (!this.#take({ kind: 'enclosing', shown: 'outline' }, bare, '')) return this.#steps;
    this.#showImports(identifiersIn(text.lead + text.signature));
    const ranked = rankedByUse(this.#surroundings, target, tokenize);
    const kept = Math.floor(this.#room / 2);
    for (const piece of ranked) this.#show(piece, 'outline', kept);
    for (const piece of ranked) this.#show(piece, 'whole', 0);
    for (const piece of ranked) if (!this.#shown.has(piece)) this.#show(piece, 'outline', 0);
    this.#take({ kind: 'enclosing', shown: 'whole' }, enclosing.map(({ head, tail }) => head + tail).join(''), bare);
    this.#showImports(identifiersIn([...this.#shown].map(([piece, shown]) => shownText(piece, shown)).join('\n')));
    return this.#steps;
  }

  /** The package, and the imports that `named` holds, that name everything, or that only the erased body can use. */
  #showImports(named: ReadonlySet<string>): void {
    for (const piece of this.#surroundings.pieces) {
      if (this.#shown.has(piece)) continue;
      if (piece.kind === 'package') this.#show(piece, 'whole', 0);
      if (piece.kind !== 'import') continue;
      const name = /([\p{ID_Continue}$]+|\*)\s*;/u.exec(piece.whole)?.[1] ?? '*';
      if (name === '*' || named.has(name) || !this.#isUsed(name)) this.#show(piece, 'whole', 0);
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
    const cost = this.#countTokens(text) - (paid === '' ? 0 : this.#countTokens(paid));
    if (cost > room) return false;
    this.#room -= cost;
    this.#steps.push(step);
    return true;
  }
}

/** Whether anything visible names it, imports aside. */
function usesOf({ pieces, enclosing, target }: Surroundings, known: KnownTexts): (name: string) => boolean {
  const code = pieces.filter(({ kind }) => kind !== 'import' && kind !== 'package').map(({ whole }) => whole);
  const around = enclosing.map(({ head, tail }) => `${head}\n${tail}`);
  const texts = [...code, ...around, target.lead, target.signature];
  return (name) => texts.some((text) => known.identifiersIn(text).has(name));
}

// What was found out about a file, for the prompts of all its units.

import { FileTokens } from './file-tokens.ts';
import { FileSurroundings, type Piece, type Surroundings } from './surroundings.ts';
import type { Token, Tokenizer } from './tokens.ts';
import type { MethodId, MethodUnit, ParsedSource, TextRange } from './unit.ts';
import { type UnitWording, wordingOf } from './unit-wording.ts';

/** Everything in it is found out when it is first asked for, and once. */
export class KnownFile {
  readonly #source: ParsedSource;
  readonly #tokenize: Tokenizer;
  readonly #tokens: FileTokens;
  readonly #surroundings: FileSurroundings;
  readonly #units: ReadonlyMap<MethodId, MethodUnit>;
  readonly #identifiers = new Map<string, ReadonlySet<string>>();
  readonly #names = new Map<string, ReadonlySet<string>>();
  readonly #wordings = new Map<MethodId, UnitWording>();
  readonly #imported = new Map<Piece, string>();
  readonly #mentions = new Map<string, readonly string[]>();
  #allImported: readonly string[] | null = null;
  #counted = { countTokens: (_: string) => 0, counts: new Map<string, number>() };

  constructor(source: ParsedSource, tokenize: Tokenizer) {
    this.#source = source;
    this.#tokenize = tokenize;
    this.#tokens = new FileTokens(source, tokenize);
    this.#surroundings = new FileSurroundings(source, this.#tokens);
    this.#units = new Map(source.units.map((unit) => [unit.id, unit]));
  }

  /** Of a unit whose body is erased in this file. */
  around(id: MethodId): Surroundings {
    const unit = this.#units.get(id);
    if (unit === undefined) throw new RangeError(`${id} is not a unit of ${this.#source.path}`);
    return this.#surroundings.of(unit);
  }

  /** What stands around the unit where it alone is erased; `null` where that cannot be told from the file as it is. */
  aroundAlone(id: MethodId): Surroundings | null {
    const unit = this.#units.get(id);
    return unit !== undefined && this.#surroundings.hides(unit) ? this.#surroundings.of(unit) : null;
  }

  tokensWithin(range: TextRange): readonly Token[] {
    return this.#tokens.within(range);
  }

  /** Every word of a member's text, comments included. */
  identifiersIn(text: string): ReadonlySet<string> {
    return remembered(this.#identifiers, text, identifiersIn);
  }

  /** The identifiers in code; keywords and comments are none. */
  namesIn(code: string): ReadonlySet<string> {
    return remembered(this.#names, code, () => new Set(namesIn(code, this.#tokenize)));
  }

  count(text: string, countTokens: (text: string) => number): number {
    if (this.#counted.countTokens !== countTokens) this.#counted = { countTokens, counts: new Map() };
    return remembered(this.#counted.counts, text, countTokens);
  }

  wordingOf(unit: MethodUnit): UnitWording {
    return remembered(this.#wordings, unit.id, () => wordingOf(unit));
  }

  /** The simple name that an import brings, or `*`. */
  importedBy(piece: Piece): string {
    return remembered(this.#imported, piece, importedBy);
  }

  /** The imported names that a member's text mentions. */
  importedNamesIn(text: string): readonly string[] {
    this.#allImported ??= this.#surroundings.imports().map((piece) => this.importedBy(piece));
    const imported = this.#allImported;
    return remembered(this.#mentions, text, () => imported.filter((name) => this.identifiersIn(text).has(name)));
  }
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: (key: Key) => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find(key);
  known.set(key, value);
  return value;
}

export function identifiersIn(text: string): Set<string> {
  return new Set(text.match(/[\p{ID_Start}_$][\p{ID_Continue}$]*/gu));
}

export function namesIn(code: string, tokenize: Tokenizer): string[] {
  return tokenize(code).flatMap(({ kind, text }) => (kind === 'identifier' ? [text] : []));
}

function importedBy({ whole }: Piece): string {
  return /([\p{ID_Continue}$]+|\*)\s*;/u.exec(whole)?.[1] ?? '*';
}

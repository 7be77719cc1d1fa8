// Reads a GraphQL query: fields with aliases and arguments, variables, fragments. Directives are not known.

export interface Field {
  readonly kind: 'field';
  readonly name: string;
  /** What it is called in the answer. */
  readonly alias: string;
  readonly arguments: Readonly<Record<string, Value>>;
  readonly selection: readonly Selection[] | null;
}
export interface Fragment {
  readonly kind: 'fragment';
  /** The type that it is about; `null`: any. */
  readonly on: string | null;
  readonly selection: readonly Selection[];
}
export interface Spread {
  readonly kind: 'spread';
  readonly name: string;
}
export type Selection = Field | Fragment | Spread;
export type Value = { readonly variable: string } | { readonly literal: unknown };

export interface Query {
  readonly operation: string;
  readonly selection: readonly Selection[];
  readonly fragments: ReadonlyMap<string, Fragment>;
  /** Declared variables with their defaults; `undefined`: none. */
  readonly variables: ReadonlyMap<string, unknown>;
}

/** What GitHub answers to a query that cannot be read. */
export class QuerySyntaxError extends Error {}

const TOKEN =
  /\s+|,|#[^\n]*|(\.\.\.|[{}()[\]:$!=@]|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|-?\d+(?:\.\d+)?|[_A-Za-z]\w*)|(.)/gy;

/** Throws a {@link QuerySyntaxError}. */
export function parseQuery(text: string): Query {
  return new Parser(tokensOf(text)).query();
}

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  for (const [, token, other] of text.matchAll(TOKEN)) {
    if (other !== undefined)
      throw new QuerySyntaxError(`Expected one of SCHEMA, SCALAR, TYPE, actual: UNKNOWN_CHAR ("${other}")`);
    if (token !== undefined) tokens.push(token);
  }
  return tokens;
}

class Parser {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  query(): Query {
    let operation = 'query';
    let selection: readonly Selection[] | null = null;
    let variables = new Map<string, unknown>();
    const fragments = new Map<string, Fragment>();
    while (this.#at < this.#tokens.length) {
      if (this.#takes('fragment')) {
        const name = this.#name();
        this.#expect('on');
        fragments.set(name, { kind: 'fragment', on: this.#name(), selection: this.#selection() });
        continue;
      }
      if (this.#peek() !== '{') {
        operation = this.#name();
        if (/^\w/.test(this.#peek())) this.#name();
        if (this.#peek() === '(') variables = this.#variables();
      }
      selection = this.#selection();
    }
    if (selection === null) throw new QuerySyntaxError('Unexpected end of document');
    return { operation, selection, fragments, variables };
  }

  #variables(): Map<string, unknown> {
    const variables = new Map<string, unknown>();
    this.#expect('(');
    while (!this.#takes(')')) {
      this.#expect('$');
      const name = this.#name();
      this.#expect(':');
      while (this.#takes('['));
      this.#name();
      while (this.#takes(']') || this.#takes('!'));
      const byDefault = this.#takes('=') ? this.#value() : { literal: undefined };
      variables.set(name, 'literal' in byDefault ? byDefault.literal : undefined);
    }
    return variables;
  }

  #selection(): readonly Selection[] {
    const selections: Selection[] = [];
    this.#expect('{');
    while (!this.#takes('}')) {
      if (!this.#takes('...')) selections.push(this.#field());
      else if (this.#takes('on')) selections.push({ kind: 'fragment', on: this.#name(), selection: this.#selection() });
      else if (this.#peek() === '{') selections.push({ kind: 'fragment', on: null, selection: this.#selection() });
      else selections.push({ kind: 'spread', name: this.#name() });
    }
    return selections;
  }

  #field(): Field {
    const first = this.#name();
    const name = this.#takes(':') ? this.#name() : first;
    const args: Record<string, Value> = {};
    if (this.#takes('(')) {
      while (!this.#takes(')')) {
        const argument = this.#name();
        this.#expect(':');
        args[argument] = this.#value();
      }
    }
    const selection = this.#peek() === '{' ? this.#selection() : null;
    return { kind: 'field', name, alias: first, arguments: args, selection };
  }

  #value(): Value {
    if (this.#takes('$')) return { variable: this.#name() };
    const token = this.#next();
    if (token.startsWith('"""')) return { literal: token.slice(3, -3) };
    if (token.startsWith('"')) return { literal: JSON.parse(token) };
    if (/^-?\d/.test(token)) return { literal: Number(token) };
    const words: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };
    return { literal: token in words ? words[token] : token };
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? '';
  }

  #next(): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new QuerySyntaxError('Unexpected end of document');
    return token;
  }

  #name(): string {
    const token = this.#next();
    if (!/^[_A-Za-z]/.test(token)) throw new QuerySyntaxError(`Expected NAME, actual: (${JSON.stringify(token)})`);
    return token;
  }

  #takes(token: string): boolean {
    if (this.#peek() !== token) return false;
    this.#at++;
    return true;
  }

  #expect(token: string): void {
    if (!this.#takes(token)) throw new QuerySyntaxError(`Expected ${token}, actual: (${JSON.stringify(this.#peek())})`);
  }
}

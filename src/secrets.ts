// Keys: read from the environment, handed to whoever needs them, and never printed.

const MASK = '[secret]';
/** A shorter word, such as the EMPTY that local servers ask for, stands in other texts as well. */
const SHORTEST_MASKED = 8;

/** A key that every way of printing masks; {@link reveal} alone gives it away. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return MASK;
  }
}

/** The secrets of the environment; it remembers which were read, so that what is printed can be searched for them. */
export class Secrets {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  readonly #read = new Set<string>();

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  /** `null` when the variable is not set, or empty. */
  read(variable: string): Secret | null {
    const value = this.#environment[variable]?.trim() ?? '';
    if (value === '') return null;
    this.#read.add(value);
    return new Secret(value);
  }

  /** The text without any secret that was read, whoever put it there: a server may repeat a key in its answer. */
  mask(text: string): string {
    let masked = text;
    for (const secret of this.#read) {
      if (secret.length >= SHORTEST_MASKED) masked = masked.replaceAll(secret, MASK);
    }
    return masked;
  }
}

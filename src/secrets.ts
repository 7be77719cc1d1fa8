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
  /** Everything that gives one of them away, the longest first: what stands in another has no remainder then. */
  #forms: readonly string[] = [];

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  /** `null` when the variable is not set, or empty. */
  read(variable: string): Secret | null {
    const value = this.#environment[variable]?.trim() ?? '';
    if (value === '') return null;
    if (!this.#read.has(value)) {
      this.#read.add(value);
      this.#forms = [...new Set([...this.#forms, ...formsOf(value)])].sort((a, b) => b.length - a.length);
    }
    return new Secret(value);
  }

  /**
   * The text without any secret that was read, whoever put it there: a server may repeat a key in its answer, as it is or in
   * the form in which a header, an address or JSON carries it.
   */
  mask(text: string): string {
    let masked = text;
    for (const form of this.#forms) masked = masked.replaceAll(form, MASK);
    for (const secret of this.#read) if (secret.length < SHORTEST_MASKED) masked = maskShort(masked, secret);
    return masked;
  }
}

/** Where a credential stands: after `Bearer`, `token=`, `"apiKey": "` and the like. */
const BEFORE_CREDENTIAL = String.raw`(?<=(?:bearer|basic|token|key|secret|password|authorization)["'\\]*\s*[:=]?\s*["'\\]*)`;

/** A short word is masked where it is somebody's key, and stays where it is just a word. */
function maskShort(text: string, secret: string): string {
  const alone = `${secret.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\w-])`;
  return text.replace(new RegExp(BEFORE_CREDENTIAL + alone, 'gi'), MASK);
}

/** Everything that gives a secret away; nothing for a short one, whose forms are words of other texts as well. */
function formsOf(secret: string): readonly string[] {
  if (secret.length < SHORTEST_MASKED) return [];
  return [secret, ...linesOf(secret)]
    .filter((plain) => plain.length >= SHORTEST_MASKED)
    .flatMap((plain) => [plain, ...encoded(plain)])
    .filter((form) => form.length >= SHORTEST_MASKED);
}

/** A log prints a secret of several lines line by line, and perhaps with other line ends. */
function linesOf(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n/);
  return lines.length === 1 ? [] : [lines.join('\n'), lines.join('\r\n'), ...lines.map((line) => line.trim())];
}

function encoded(plain: string): readonly string[] {
  const percent = encodeURIComponent(plain.replace(/\p{Cs}/gu, '\u{fffd}'));
  return [
    JSON.stringify(plain).slice(1, -1),
    ...escapedForHtml(plain),
    percent,
    percent.replaceAll('%20', '+'),
    percent.replace(/%[\dA-F]{2}/g, (digits) => digits.toLowerCase()),
    ...USER_NAMES.flatMap((user) => base64(`${user}${plain}`)),
    ...[0, 1, 2].flatMap((before) => base64Inside(plain, before)),
  ];
}

/** What stands before a token in a `Basic` header: nothing, or whom GitHub takes for a token's user. */
const USER_NAMES = ['', ':', 'x-access-token:'] as const;

/** With and without the padding, in both alphabets. */
function base64(plain: string): readonly string[] {
  const standard = Buffer.from(plain).toString('base64');
  return [standard, standard.replace(/=+$/, ''), Buffer.from(plain).toString('base64url')];
}

/** What base64 makes of it in the middle of something longer, so many bytes (modulo 3) before it: the digits that are its own. */
function base64Inside(plain: string, before: number): readonly string[] {
  const bytes = Buffer.from(plain);
  const digits = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const own = digits.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
}

/** Named and numbered. */
function escapedForHtml(plain: string): readonly string[] {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return [
    plain.replace(/[&<>"']/g, (character) => names[character] ?? character),
    plain.replace(/[&<>"'@]/g, (character) => `&#${character.charCodeAt(0)};`),
  ];
}

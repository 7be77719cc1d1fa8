// Java that the grammar does not know, said in words of the same length that it does know.

import type { Token } from '../../core/tokens.ts';

/**
 * The text of `tokens` in which what tree-sitter-java 0.23 refuses though javac takes it has made way for something of
 * the same shape; every other character stays, each at its offset. It is for the parser alone: names and types are
 * read from the original. On a text that the grammar knows, nothing is gained.
 */
export function paraphrase(tokens: readonly Token[]): string {
  const sentence = new Sentence(tokens);
  const rules = sentence.isModule ? RULES : [...RULES, contextualName];
  for (let at = 0; at < sentence.length; at += 1) for (const rule of rules) rule(sentence, at);
  return sentence.toString();
}

/** The tokens that a compiler sees, by position, and a way to overwrite them. */
class Sentence {
  readonly #texts: string[];
  /** Index in `#texts` of every token that is neither space nor comment. */
  readonly #code: readonly number[];

  constructor(tokens: readonly Token[]) {
    this.#texts = tokens.map(plainSpelling);
    this.#code = tokens.flatMap(({ kind }, index) => (kind === 'space' || kind === 'comment' ? [] : [index]));
  }

  get length(): number {
    return this.#code.length;
  }

  /** Whether this is a `module-info.java`, where `open`, `module` and `with` are keywords. */
  get isModule(): boolean {
    const start = this.#code.findIndex((_, at) => this.at(at) === 'module' && this.isWord(at + 1));
    return start >= 0 && this.at(this.nameEnd(start + 1)) === '{';
  }

  at(position: number): string {
    return this.#texts[this.#code[position] ?? -1] ?? '';
  }

  isWord(position: number): boolean {
    return /^[\p{ID_Start}_$]/u.test(this.at(position));
  }

  /** Past a name with its dots. */
  nameEnd(start: number): number {
    let end = start + 1;
    while (this.at(end) === '.' && this.isWord(end + 1)) end += 2;
    return end;
  }

  /** Past the annotation at `start`. */
  annotationEnd(start: number): number {
    const end = this.nameEnd(start + 1);
    return this.at(end) === '(' ? this.closed(end, '(', ')') : end;
  }

  /** Past the bracket that closes the one at `start`. */
  closed(start: number, open: string, close: string): number {
    let depth = 0;
    for (let at = start; at < this.length; at += 1) {
      if (this.at(at) === open) depth += 1;
      if (this.at(at) === close) depth -= 1;
      if (depth === 0) return at + 1;
    }
    return this.length;
  }

  write(position: number, text: string): void {
    const index = this.#code[position];
    if (index !== undefined) this.#texts[index] = text;
  }

  blank(from: number, to: number): void {
    for (let at = from; at < to; at += 1) this.write(at, ' '.repeat(this.at(at).length));
  }

  toString(): string {
    return this.#texts.join('');
  }
}

/** Spellings of single tokens: escapes and currency signs in names, `1__0` and `0_7`, the DOS end of file. */
function plainSpelling({ kind, text }: Token): string {
  switch (kind) {
    case 'identifier':
      return text.replace(/\\|[^\P{Sc}$]/gu, (sign) => '$'.repeat(sign.length));
    case 'number':
      return text.replace(/_/g, '0');
    default:
      return text === '\x1a' ? ' ' : text;
  }
}

type Rule = (sentence: Sentence, at: number) => void;

const RULES: readonly Rule[] = [importModule, lateConstructorCall, annotatedVarargs, caseLabel, recordPattern];

/** `import module java.base;` (Java 25). */
function importModule(sentence: Sentence, at: number): void {
  const found = sentence.at(at) === 'import' && sentence.at(at + 1) === 'module' && sentence.isWord(at + 2);
  if (found) sentence.blank(at + 1, at + 2);
}

/** `check(x); super(x);` (Java 25): the call of another constructor is not the first statement. */
function lateConstructorCall(sentence: Sentence, at: number): void {
  const word = sentence.at(at);
  const isCall = (word === 'this' || word === 'super') && sentence.at(at + 1) === '(' && sentence.at(at - 1) !== '>';
  if (isCall) sentence.write(at, `$${word.slice(1)}`);
}

/** `Object @Nullable ... rest`: annotations on the array itself. */
function annotatedVarargs(sentence: Sentence, at: number): void {
  let end = at;
  while (sentence.at(end) === '@' && sentence.isWord(end + 1)) end = sentence.annotationEnd(end);
  if (end > at && sentence.at(end) === '...') sentence.blank(at, end);
}

/** `case A _, B _ ->`, `case Shape.Circle(var r) ->`, `case final A a ->`: one simple pattern is left. */
function caseLabel(sentence: Sentence, at: number): void {
  if (sentence.at(at) !== 'case') return;
  let depth = 0;
  let comma = -1;
  let end = at + 1;
  for (; end < sentence.length; end += 1) {
    const text = sentence.at(end);
    if (LABEL_END.has(text) || (text === 'when' && end > at + 1 && sentence.at(end - 1) !== ',')) break;
    if (text === '(' || text === '<') depth += 1;
    if (text === ')' || text === '>') depth -= 1;
    if (text === ',' && depth === 0 && comma < 0) comma = end;
  }
  if (comma >= 0) sentence.blank(comma, end);
  simplifyPattern(sentence, at + 1, comma >= 0 ? comma : end);
}

const LABEL_END: ReadonlySet<string> = new Set(['->', ':', ';', '{', '}']);

/** `o instanceof Shape.Circle(final var r)`. */
function recordPattern(sentence: Sentence, at: number): void {
  if (sentence.at(at) !== 'instanceof') return;
  let open = at + 1;
  while (sentence.at(open) === 'final' || sentence.at(open) === '@') {
    open = sentence.at(open) === '@' ? sentence.annotationEnd(open) : open + 1;
  }
  open = sentence.nameEnd(open);
  if (sentence.at(open) === '<') open = sentence.closed(open, '<', '>');
  if (sentence.at(open) === '(') simplifyPattern(sentence, at + 1, sentence.closed(open, '(', ')'));
}

/** Names lose their dots, variables their modifiers. */
function simplifyPattern(sentence: Sentence, from: number, to: number): void {
  for (let at = from; at < to; at += 1) {
    const text = sentence.at(at);
    if (text === '.' && sentence.isWord(at - 1) && sentence.isWord(at + 1)) sentence.write(at, '$');
    if (text === 'final') sentence.blank(at, at + 1);
    if (text === '@') sentence.blank(at, sentence.annotationEnd(at));
  }
}

/** `record`, `sealed`, `open`, `module` and `with` where they are names. */
function contextualName(sentence: Sentence, at: number): void {
  const word = sentence.at(at);
  switch (word) {
    case 'record':
      if (sentence.isWord(at + 1) && /^[(<]$/.test(sentence.at(at + 2))) return;
      break;
    case 'sealed':
      if (sentence.isWord(at + 1) || sentence.at(at + 1) === '@') return;
      break;
    case 'open':
    case 'module':
    case 'with':
      break;
    default:
      return;
  }
  sentence.write(at, `$${word.slice(1)}`);
}

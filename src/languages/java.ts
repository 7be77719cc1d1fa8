// Java: what a unit is, where its body stands, what a token is.

import type { ParsedSource } from '../core/unit.ts';
import type { Language } from '../ports.ts';
import { matchBraces } from './java/braces.ts';
import { type JavaGrammar, loadGrammar, type ParserChoice, type ParserKind, type SyntaxNode } from './java/grammar.ts';
import { tokenize } from './java/lexer.ts';
import { readTree } from './java/units.ts';

export interface JavaLanguage extends Language {
  /** Which build of the parser is at work, and why. */
  readonly parserKind: ParserKind;
}

export interface JavaOptions {
  /** `auto` (the default) takes the native parser where it loads. */
  readonly parser?: ParserChoice;
}

export async function loadJava(options: JavaOptions = {}): Promise<JavaLanguage> {
  const grammar = await loadGrammar(options.parser);
  return {
    name: 'java',
    extensions: ['.java'],
    parserKind: grammar.parserKind,
    parse: (path, text) => parseJava(grammar, path, text),
    tokenize,
    isBody: (text) => isBody(grammar, text),
  };
}

function parseJava(grammar: JavaGrammar, path: string, text: string): ParsedSource {
  const tokens = tokenize(text);
  const lineStarts = lineStartsOf(text);
  const lineAt = (offset: number): number => lastAtOrBefore(lineStarts, offset) + 1;
  const braces = matchBraces(tokens);
  return grammar.parse(text, (root) => {
    const found = readTree(root, { path, text, braces, lineAt, trustedUntil: Number.POSITIVE_INFINITY });
    return {
      path,
      text,
      packageName: found.packageName,
      imports: found.imports,
      types: found.types,
      units: found.units,
      errorLines: root.hasError ? errorOffsets(root).map(lineAt) : [],
    };
  });
}

/** Where errors begin, the outermost only, in order. */
function errorOffsets(root: SyntaxNode): number[] {
  const offsets: number[] = [];
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.isError || node.isMissing) offsets.push(node.startIndex);
    else if (node.hasError) pending.push(...node.children);
  }
  return offsets.sort((a, b) => a - b);
}

/** In a method or, for the sake of `this(…)` and `super(…)`, in a constructor. */
function isBody(grammar: JavaGrammar, text: string): boolean {
  if (!text.startsWith('{') || matchBraces(tokenize(text)).get(0)?.end !== text.length) return false;
  return ['class A { void a() ', 'class A { A() '].some((before) =>
    grammar.parse(`${before}${text} }`, (root) => !root.hasError && root.namedChildren.length === 1),
  );
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}

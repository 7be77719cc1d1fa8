// Java: what a unit is, where its body stands, what a token is.

import type { Token } from '../core/tokens.ts';
import type { ParsedSource } from '../core/unit.ts';
import type { Language } from '../ports.ts';
import { matchBraces } from './java/braces.ts';
import { doubtfulOffsets } from './java/doubts.ts';
import { type JavaGrammar, loadGrammar, type ParserChoice, type ParserKind, type SyntaxNode } from './java/grammar.ts';
import { tokenize } from './java/lexer.ts';
import { paraphrase } from './java/paraphrase.ts';
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
  const doubts = doubtfulOffsets(tokens);
  const lineAt = lineFinder(text);
  const trustedUntil = doubts[0] ?? Number.POSITIVE_INFINITY;
  const facts = { path, text, braces: matchBraces(tokens), trustedUntil, lineAt };
  return withTree(grammar, text, tokens, (root) => ({
    path,
    text,
    ...readTree(root, facts),
    errorLines: distinct([...errorOffsets(root), ...doubts].sort((a, b) => a - b).map(lineAt)),
  }));
}

/** Reads the tree of a text; where the grammar gives up, that of its paraphrase. */
function withTree<T>(grammar: JavaGrammar, text: string, tokens: readonly Token[], read: (root: SyntaxNode) => T): T {
  const [isRead, result] = grammar.parse(withLineFeeds(text), (root) =>
    root.hasError ? ([false] as const) : ([true, read(root)] as const),
  );
  return isRead ? result : grammar.parse(withLineFeeds(paraphrase(tokens)), read);
}

/** The grammar ends comments at line feeds only, Java at carriage returns too. */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/** Where errors begin, the outermost only. */
function errorOffsets(root: SyntaxNode): number[] {
  const offsets: number[] = [];
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.isError || node.isMissing) offsets.push(node.startIndex);
    else if (node.hasError) for (const child of node.children) pending.push(child);
  }
  return offsets;
}

/** Whether it parses as the body of a method or, for the sake of `this(…)` and `super(…)`, of a constructor. */
function isBody(grammar: JavaGrammar, text: string): boolean {
  return ['class A { void a() ', 'class A { A() '].some((before) => {
    const wrapped = `${before}${text} }`;
    const tokens = tokenize(wrapped);
    if (matchBraces(tokens).get(before.length)?.end !== before.length + text.length) return false;
    if (doubtfulOffsets(tokens).length > 0) return false;
    return withTree(grammar, wrapped, tokens, (root) => !root.hasError && root.namedChildren.length === 1);
  });
}

function distinct(lines: readonly number[]): number[] {
  return [...new Set(lines)];
}

/** Finds the line (from 1) of an offset. */
function lineFinder(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) ends.push(end);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

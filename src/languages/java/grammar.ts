// The parser under the Java language: tree-sitter as native code where it loads, as WebAssembly elsewhere.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Language as WasmLanguage, Parser as WasmParser } from 'web-tree-sitter';

/** What both builds of tree-sitter offer of a syntax node; offsets are UTF-16 code units. */
export interface SyntaxNode {
  readonly type: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly isNamed: boolean;
  readonly isError: boolean;
  readonly isMissing: boolean;
  /** Whether the node is, or holds, a place at which the parser gave up. */
  readonly hasError: boolean;
  readonly parent: SyntaxNode | null;
  readonly children: SyntaxNode[];
  readonly namedChildren: SyntaxNode[];
  childForFieldName(name: string): SyntaxNode | null;
  descendantsOfType(types: string | string[]): SyntaxNode[];
}

/** Which build parses, and why it is not the native one. */
export interface ParserKind {
  readonly kind: 'native' | 'wasm';
  readonly reason?: string;
}

export interface JavaGrammar {
  readonly parserKind: ParserKind;
  /** Parses a text and hands its root to `read`; no node may be kept beyond that call. */
  parse<T>(text: string, read: (root: SyntaxNode) => T): T;
}

export type ParserChoice = 'auto' | 'wasm';

/** Loads the native build, or says why it could not and loads the wasm build. */
export async function loadGrammar(choice: ParserChoice = 'auto'): Promise<JavaGrammar> {
  if (choice === 'wasm') return loadWasm('asked for');
  try {
    return loadNative();
  } catch (error) {
    return loadWasm(error instanceof Error ? firstLine(error.message) : String(error));
  }
}

/** Both builds take a text in pieces; larger ones are slower in wasm and refused by older native builds. */
const PIECE_LENGTH = 16 * 1024;

const require = createRequire(import.meta.url);

interface NativeParser {
  setLanguage(language: unknown): void;
  parse(input: (index: number) => string | undefined): { rootNode: SyntaxNode } | undefined;
}

function loadNative(): JavaGrammar {
  const Parser = require('tree-sitter') as new () => NativeParser;
  const parser = new Parser();
  parser.setLanguage(require('tree-sitter-java'));
  return {
    parserKind: { kind: 'native' },
    parse(text, read) {
      const tree = parser.parse(inPieces(text));
      if (tree === undefined) throw new Error('tree-sitter gave no tree');
      return read(tree.rootNode);
    },
  };
}

/** What the one memory of the wasm builds has taken in stays there, so that both are loaded once. */
let wasm: Promise<Pick<JavaGrammar, 'parse'>> | null = null;

async function loadWasm(reason: string): Promise<JavaGrammar> {
  wasm ??= startWasm().catch((error: unknown) => {
    wasm = null;
    throw error;
  });
  return { parserKind: { kind: 'wasm', reason }, ...(await wasm) };
}

async function startWasm(): Promise<Pick<JavaGrammar, 'parse'>> {
  const runtime = await readFile(findWasm('web-tree-sitter', 'web-tree-sitter.wasm'));
  const language = await readFile(findWasm('tree-sitter-java', 'tree-sitter-java.wasm'));
  await WasmParser.init({ wasmBinary: runtime });
  const parser = new WasmParser();
  parser.setLanguage(await WasmLanguage.load(language));
  return {
    parse(text, read) {
      const tree = parser.parse(inPieces(text));
      if (tree === null) throw new Error('web-tree-sitter gave no tree');
      try {
        return read(tree.rootNode as SyntaxNode);
      } finally {
        tree.delete();
      }
    },
  };
}

function inPieces(text: string): (index: number) => string | undefined {
  return (index) => (index < text.length ? text.slice(index, index + PIECE_LENGTH) : undefined);
}

/** The wasm files lie beside the shipped bundle; in the source tree they are in their packages. */
function findWasm(packageName: string, fileName: string): string {
  const beside = fileURLToPath(new URL(fileName, import.meta.url));
  return existsSync(beside) ? beside : require.resolve(`${packageName}/${fileName}`);
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

// Which sources count by default: what a project's people write by hand, tests aside.

import { significant, type Token, type Tokenizer } from './tokens.ts';

/** Why a file, or a unit, does not count by default; in the order in which reports name them. */
export const LEFT_OUT_REASONS = ['test', 'generated', 'vendored', 'empty-body'] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Judges a file by its path alone (forward slashes, relative to the repository); `null` when it counts. */
export function pathScope(path: string): Exclude<LeftOutReason, 'empty-body'> | null {
  const segments = path.split('/');
  const fileName = segments.pop() ?? '';
  const { directories, sourceSet } = beforePackage(segments);
  if (directories.some((name) => VENDORED.test(name))) return 'vendored';
  if (directories.some((name) => GENERATED.test(name))) return 'generated';
  if (directories.some((name, index) => TESTS.test(name) || (name === 'it' && directories[index - 1] === 'src')))
    return 'test';
  if (sourceSet === 'main') return null;
  const isTest =
    TEST_SET.test(sourceSet) || directories.some((name) => TEST_MODULE.test(name)) || TEST_FILE.test(fileName);
  return isTest ? 'test' : null;
}

const VENDORED = /^(?:vendor|vendored|third[-_]?party|node_modules|external|externals)$/i;
const GENERATED = /^(?:build|target|gen|src[-_]gen|generated(?:[-_].*)?)$/;
const TESTS = /^(?:tests?|javatests|__tests__)$/i;
const TEST_SET = /^test|Test|[-_]test/;
/** A module `spring-test` with main sources is a product; its other sources are tests. */
const TEST_MODULE = /[-_.]tests?$/i;
const TEST_FILE = /(?:Tests?|TestCase|[a-z\d]IT)\.java$/;

/**
 * The directories above the package, whose names are no package's: down to `src/<set>/java`, or, where there is none,
 * to the first name with which packages begin.
 */
function beforePackage(segments: readonly string[]): { directories: readonly string[]; sourceSet: string } {
  const root = segments.findLastIndex((name, index) => name === 'src' && SOURCE_KINDS.has(segments[index + 2] ?? ''));
  if (root >= 0) return { directories: segments.slice(0, root + 3), sourceSet: segments[root + 1] ?? '' };
  const set = segments.lastIndexOf('src');
  const sourceSet = set >= 0 ? (segments[set + 1] ?? '') : '';
  const start = segments.findIndex((name, index) => index > set && PACKAGE_STARTS.has(name));
  return { directories: start >= 0 ? segments.slice(0, start) : segments, sourceSet };
}

const SOURCE_KINDS: ReadonlySet<string> = new Set(['java', 'kotlin', 'groovy', 'scala']);
const PACKAGE_STARTS: ReadonlySet<string> = new Set([
  'com',
  'org',
  'net',
  'io',
  'edu',
  'gov',
  'java',
  'javax',
  'jakarta',
]);

/** The package that a file lies in by its path, `com.acme.books`; the whole folder where the path does not tell. */
export function packageByPath(path: string): string {
  const segments = path.split('/').slice(0, -1);
  const { length } = beforePackage(segments).directories;
  return length === segments.length ? segments.join('/') : segments.slice(length).join('.');
}

/** Whether a Java file says of itself, before or on its first type, that a program wrote it. */
export function isGeneratedText(text: string): boolean {
  HEAD_PART.lastIndex = 0;
  for (let part = HEAD_PART.exec(text); part !== null; part = HEAD_PART.exec(text)) {
    const [words] = part;
    if (words.startsWith('/') ? isGeneratedComment(words) : GENERATED_ANNOTATION.test(words)) return true;
  }
  return false;
}

/** What may stand before the first type: blanks, comments, package and imports, annotations, modifiers. */
const HEAD_PART =
  /[\s;\ufeff]+|\/\/.*|\/\*[\s\S]*?\*\/|(?:package|import)\b[^;]*;|@\s*(?!interface\b)[\w.]+(?:\s*\((?:[^()"]|"(?:[^"\\\n]|\\.)*"|\([^()]*\))*\))?|(?:public|abstract|final|strictfp|sealed|non-sealed)\b/y;
const GENERATED_ANNOTATION = /^@\s*(?:[\w.]+\.)?Generated\b/;

function isGeneratedComment(comment: string): boolean {
  return /DO NOT (?:EDIT|MODIFY)/.test(comment) || GENERATED_LINE.test(comment);
}

/** Prose has these words too, though not at the start of a line. */
const GENERATED_LINE =
  /^[ \t/*#=-]*(?:(?:this|the) \w+ (?:is|was|has been) )?(?:@generated\b|(?:code |(?:automatically|auto|machine)[- ]?)?generated (?:by|from|with|using|code|file|source|automatically)|(?:code |auto[- ]?)generated\b|(?:please )?do not (?:edit|modify)\b)/im;

/** Whether a body holds nothing but comments: there is nothing to write again. */
export function isEmptyBody(tokenize: Tokenizer, body: string): boolean {
  return isNothing(tokenize(body));
}

/** {@link isEmptyBody} of a body that was split into its tokens. */
export function isNothing(body: readonly Token[]): boolean {
  return significant(body).length <= 2;
}

// A folder of Java that is hard to keep byte for byte: what stands between two bars is what erasing takes.

export interface HardSource {
  readonly path: string;
  readonly original: Uint8Array;
  /** With every outermost body erased. */
  readonly stub: Uint8Array;
  readonly bodies: number;
}

const binary = Uint8Array.of(0xca, 0xfe, 0xba, 0xbe, 0, 0, 0x0d, 0x0a, 0xff);

export const HARD_SOURCES: readonly HardSource[] = [
  source('BOM.java', '\ufeffclass Bom {\n  int total() {| return 1; |}\n}\n', 'utf8', 1),
  source(
    'Crlf.java',
    'class Crlf {\r\n\tint total() {|\r\n\t\treturn 1;\r\n\t|}\r\n\r\n\tvoid book() {| go(); |}\r\n}',
    'utf8',
    2,
  ),
  source('Empty.java', '', 'utf8', 0),
  source(
    'Latin1.java',
    'class B\xfcro { /* \xa7 */\n  String caf\xe9() {| return "\xe9\xfc"; |} // \xdf\n}\n',
    'latin1',
    1,
  ),
  source(
    'Nested.java',
    'class Nested {\n  Runnable r() {| return new Runnable() { public void run() { go(); } }; |}\n  enum E { A { int v() {| return 1; |} } }\n}\n',
    'utf8',
    2,
  ),
  source('Unicode.java', 'class 帳簿 {\n  String 題() {| return "📖"; |}\n}\n', 'utf8', 1),
  { path: 'data/Binary.java', original: binary, stub: binary, bodies: 0 },
  source('package-info.java', '/** Ledgers. */\npackage books;\n', 'utf8', 0),
];

function source(path: string, marked: string, encoding: 'utf8' | 'latin1', bodies: number): HardSource {
  return {
    path,
    original: Buffer.from(marked.replaceAll('|', ''), encoding),
    stub: Buffer.from(marked.replace(/\|[^|]*\|/g, ''), encoding),
    bodies,
  };
}

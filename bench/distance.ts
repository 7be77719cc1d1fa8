// Our exact distance against `fastest-levenshtein`, on the pairs of texts that a project measures:
// `npx tsx bench/distance.ts [DIR of Java files]`. Every result of both is compared.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { distance as theirDistance } from 'fastest-levenshtein';
import { distance as ourDistance } from '../src/core/distance.ts';
import { decodeSource } from '../src/core/source-text.ts';
import { eraseBodies, withBodies } from '../src/core/stub.ts';
import { bodyOf, type ParsedSource } from '../src/core/unit.ts';
import { loadJava } from '../src/languages/java.ts';
import { javaFiles } from './corpus.ts';

export interface Row {
  readonly pairs: string;
  readonly pairCount: number;
  /** Time of each over all pairs: the sum of the fastest runs of each pair, which a busy machine disturbs least. */
  readonly theirMilliseconds: number;
  readonly ourMilliseconds: number;
  /** How many times as fast ours is. */
  readonly ratio: number;
  readonly askedFor: number;
}

type Pair = readonly [string, string];

/** One row for each kind of pair, all from the Java files below `folder`. */
export async function benchDistance(folder: string): Promise<Row[]> {
  const { parse } = await loadJava();
  const sources = javaFiles(folder).map((path) => parse(path, textAt(join(folder, path))));
  const texts = sources.map(({ text }) => text);
  const random = randomNumbers(20);
  const nextBody = nextBodies(sources);
  const kinds: readonly { pairs: string; askedFor: number; texts: readonly Pair[] }[] = [
    { pairs: 'file and its stub', askedFor: 60, texts: sources.map((source) => [source.text, stubOf(source)]) },
    { pairs: 'file with 3 % edits', askedFor: 25, texts: texts.map((text) => [text, edited(text, 0.03, random)]) },
    {
      pairs: 'file with half of its bodies exchanged',
      askedFor: 20,
      texts: sources.map((source) => [source.text, halfExchanged(source, nextBody, random)]),
    },
    { pairs: 'unrelated files', askedFor: 2.5, texts: coupled(shuffled(texts, random)) },
    { pairs: 'methods: edited, half rewritten, exchanged', askedFor: 2.5, texts: methodPairs(nextBody, random) },
  ];
  return kinds.map(({ pairs, askedFor, texts }) => ({ pairs, askedFor, ...race(texts.map(flatPair)) }));
}

export function distanceTable(rows: readonly Row[]): string {
  return [
    '| pairs | | fastest-levenshtein | ours | times as fast | asked for |',
    '| --- | --: | --: | --: | --: | --: |',
    ...rows.map(
      (row) =>
        `| ${row.pairs} | ${row.pairCount} | ${row.theirMilliseconds.toFixed(1)} ms | ` +
        `${row.ourMilliseconds.toFixed(1)} ms | ${row.ratio.toFixed(1)} | ≥ ${row.askedFor} |`,
    ),
  ].join('\n');
}

// What a model may write

function stubOf(source: ParsedSource): string {
  return eraseBodies(source, new Set(source.units.map(({ id }) => id))).text;
}

/** Each body in turn is kept or exchanged for another one of about its length. */
function halfExchanged(source: ParsedSource, nextBody: ReadonlyMap<string, string>, random: Random): string {
  return withBodies(source, (unit) => (random(2) === 0 ? undefined : nextBody.get(bodyOf(source, unit)))).text;
}

/** A third each: 10 % edits, the second half of the body that is next in length, all of that body. */
function methodPairs(nextBody: ReadonlyMap<string, string>, random: Random): Pair[] {
  return [...nextBody].map(([body, next], index) => {
    if (index % 3 === 0) return [body, edited(body, 0.1, random)];
    if (index % 3 === 1) return [body, body.slice(0, body.length >> 1) + next.slice(next.length >> 1)];
    return [body, next];
  });
}

/** To each body of the codebase the one that comes next when they are sorted by length. */
function nextBodies(sources: readonly ParsedSource[]): ReadonlyMap<string, string> {
  const bodies = new Set(sources.flatMap((source) => source.units.map((unit) => bodyOf(source, unit))));
  const sorted = [...bodies].sort((a, b) => a.length - b.length);
  return new Map(sorted.map((body, index) => [body, sorted[index + 1] ?? sorted[0] ?? body]));
}

/** As many deletions as insertions and substitutions, the new characters drawn from the text. */
function edited(text: string, editRate: number, random: Random): string {
  const drawn = () => text.charAt(random(text.length));
  return Array.from({ length: text.length }, (_, index) => {
    const unit = text.charAt(index);
    if (random(1_000_000) >= editRate * 1_000_000) return unit;
    return [() => '', () => drawn(), () => unit + drawn()][random(3)]?.() ?? unit;
  }).join('');
}

// How it is measured

const WARM_UP_ROUNDS = 3;
/** Pairs with more cells than this are left out of the warming up and are run fewer times. */
const LARGE = 1e7;
const HUGE = 1e9;

function race(pairs: readonly Pair[]): Pick<Row, 'pairCount' | 'theirMilliseconds' | 'ourMilliseconds' | 'ratio'> {
  const cells = ([a, b]: Pair) => a.length * b.length;
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    for (const [a, b] of pairs.filter((pair) => cells(pair) < LARGE)) {
      theirDistance(a, b);
      ourDistance(a, b);
    }
  }
  let theirMilliseconds = 0;
  let ourMilliseconds = 0;
  for (const pair of pairs) {
    const runs = cells(pair) < LARGE ? 7 : cells(pair) < HUGE ? 3 : 1;
    let [theirs, ours] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let run = 0; run < runs; run++) {
      const their = timed(theirDistance, pair);
      const our = timed(ourDistance, pair);
      if (their.result !== our.result) throw new Error(`${their.result} and ${our.result} for the same texts`);
      theirs = Math.min(theirs, their.milliseconds);
      ours = Math.min(ours, our.milliseconds);
    }
    theirMilliseconds += theirs;
    ourMilliseconds += ours;
  }
  return { pairCount: pairs.length, theirMilliseconds, ourMilliseconds, ratio: theirMilliseconds / ourMilliseconds };
}

function timed(measure: (a: string, b: string) => number, [a, b]: Pair): { result: number; milliseconds: number } {
  const start = performance.now();
  const result = measure(a, b);
  return { result, milliseconds: performance.now() - start };
}

/** Copies without a trace of how they were put together; V8 reads slices and ropes more slowly, ours or theirs. */
function flatPair([a, b]: Pair): Pair {
  const flat = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le');
  return [flat(a), flat(b)];
}

function textAt(path: string): string {
  return decodeSource(readFileSync(path))?.text ?? '';
}

function coupled(texts: readonly string[]): Pair[] {
  const half = texts.length >> 1;
  return texts.slice(0, half).map((text, index) => [text, texts[half + index] ?? '']);
}

function shuffled(texts: readonly string[], random: Random): string[] {
  return texts
    .map((text) => ({ text, place: random(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text);
}

/** A whole number from 0 to below the given one. */
type Random = (below: number) => number;

/** The same pairs in every run: mulberry32. */
function randomNumbers(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** The Java library among the development dependencies, its newest version. */
export function libraryFolder(): string {
  const modules = fileURLToPath(new URL('../node_modules', import.meta.url));
  const name = readdirSync(modules)
    .filter((name) => name.startsWith('capacitor-android'))
    .sort()
    .at(-1);
  if (name === undefined) throw new Error('no capacitor-android-* in node_modules: name a folder of Java files');
  return join(modules, name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(distanceTable(await benchDistance(process.argv[2] ?? libraryFolder())));
}

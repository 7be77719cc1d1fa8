// Time and memory as the project grows to the size of the largest: 1, 4 and 16 times the units of a real one, and more.

import { type Stub, stubInPlace } from '../../src/core/stub.ts';
import type { ParsedSource } from '../../src/core/unit.ts';
import { subTokens } from '../../src/models/embedded/sub-tokens.ts';
import { embeddedModel, readMemory, saveMemory, startTraining } from '../../src/models/embedded.ts';
import type { Language } from '../../src/ports.ts';
import { cpuMs } from './cpu-time.ts';

/** hibernate-orm's main sources have 65,144 bodies. */
const LARGEST_UNITS = 65_000;
const FACTORS = [1, 4, 16] as const;
const MEASURED_METHODS = 400;
/** Every third word of the vocabulary is another one in each copy, so that copies share some features, as modules do. */
const RENAMED_WORDS = 3;

/**
 * A copy of the files has its own package, and a third of its vocabulary renamed consistently (`Mock` → `Mockq3`
 * in identifiers, wherever the word stands), so that headers and bodies are alike but not the same. When 16 copies are
 * fewer than 65,000 units, a last row has as many as it takes.
 */
export async function scaleTable(files: ReadonlyMap<string, string>, language: Language): Promise<string> {
  const originals = [...files].map(([path, text]) => language.parse(path, text));
  const units = originals.reduce((sum, source) => sum + source.units.length, 0);
  const enough = Math.ceil(LARGEST_UNITS / units);
  const factors = [...FACTORS, ...(enough > Math.max(...FACTORS) ? [enough] : [])];
  const rows: string[] = [];
  for (const factor of factors) rows.push(await row(originals, factor, language));
  return ['Growing (processor time; the resident memory is also what training and parsing left behind)', ...rows].join(
    '\n',
  );
}

async function row(originals: readonly ParsedSource[], factor: number, language: Language): Promise<string> {
  const training = startTraining(language);
  let trainMs = 0;
  for (let copy = 0; copy < factor; copy += 1) {
    for (const original of originals) {
      const source = copyOf(original, copy, language);
      trainMs += await cpuMs(() => training.learn(source));
    }
  }
  let memory = training.finish({ project: 'scale', revision: String(factor), committedAt: null });
  let bytes = new Uint8Array();
  const saveMs = await cpuMs(() => {
    bytes = Uint8Array.from(saveMemory(memory));
  });
  const readMs = await cpuMs(() => {
    memory = readMemory(bytes);
  });
  let model = embeddedModel(memory, language);
  const indexMs = await cpuMs(() => {
    model = embeddedModel(memory, language);
  });
  const stubs = [...stubsOf(originals, factor, language)];
  const methodMs = await cpuMs(async () => {
    for (const stub of stubs) await model.regenerate(stub, { samples: 3, signal: new AbortController().signal });
  });
  const resident = (process.memoryUsage().rss / 1e6).toFixed(0);
  return (
    `  ${factor}x, ${memory.units.length} units: ${(methodMs / stubs.length).toFixed(1)} ms a method, ` +
    `trained in ${seconds(trainMs)}, saved in ${seconds(saveMs)} (${(bytes.length / 1e6).toFixed(2)} MB), ` +
    `read in ${seconds(readMs)}, indexed in ${seconds(indexMs)}, ${resident} MB resident`
  );
}

/** One unit erased in place in each of many files, spread evenly over the last copy. */
function* stubsOf(originals: readonly ParsedSource[], factor: number, language: Language): Generator<Stub> {
  const step = Math.max(1, Math.floor(originals.length / MEASURED_METHODS));
  for (let at = 0; at < originals.length; at += step) {
    const original = originals[at];
    if (original === undefined) continue;
    const source = copyOf(original, factor - 1, language);
    const unit = source.units[at % Math.max(1, source.units.length)];
    if (unit !== undefined) yield stubInPlace(source, unit);
  }
}

function copyOf(original: ParsedSource, copy: number, language: Language): ParsedSource {
  if (copy === 0) return original;
  const text = language
    .tokenize(original.text)
    .map((token) => (token.kind === 'identifier' ? renamed(token.text, copy) : token.text))
    .join('');
  return language.parse(`copy${copy}/${original.path}`, text);
}

function renamed(name: string, copy: number): string {
  return subTokens(name).reduce(
    (text, word) =>
      word.length > 2 && checksum(word) % RENAMED_WORDS === 0 ? text.replace(word, `${word}q${copy}`) : text,
    name,
  );
}

function checksum(word: string): number {
  return [...word.toLowerCase()].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

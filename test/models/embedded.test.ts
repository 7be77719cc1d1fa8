import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { distance } from '../../src/core/distance.ts';
import { eraseBodies, type Stub, splice, stubInPlace, stubsForRecreation } from '../../src/core/stub.ts';
import { bodyOf, type ParsedSource } from '../../src/core/unit.ts';
import { loadJava } from '../../src/languages/java.ts';
import { embeddedModel, readMemory, saveMemory, startTraining, trainMemory } from '../../src/models/embedded.ts';
import type { CodeModel, Language } from '../../src/ports.ts';
import { bodyIn, modelOf, ORIGIN, rewritten, sourceOf } from './embedded/scriptorium.ts';

const SIGNAL = new AbortController().signal;

let java: Language;
let library: ParsedSource[];

beforeAll(async () => {
  java = await loadJava();
  library = libraryIn('capacitor-android-8.0');
});

function libraryIn(packageName: string): ParsedSource[] {
  const root = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('main') && path.endsWith('.java'))
    .sort()
    .map((path) => java.parse(path, readFileSync(join(root, path), 'utf8')));
}

function recreationOf(source: ParsedSource): Stub[] {
  return stubsForRecreation(source, new Set(source.units.map((unit) => unit.id)));
}

async function answersOf(model: CodeModel, sources: readonly ParsedSource[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const stub of sources.flatMap(recreationOf)) {
    answers.push(await model.regenerate(stub, { samples: 3, signal: SIGNAL }));
  }
  return answers;
}

describe('what the model was trained on', () => {
  it('comes back exactly when all of it is erased', async () => {
    const model = embeddedModel(trainMemory(library, java, ORIGIN), java);
    for (const source of library) {
      const bodies: string[] = [];
      for (const stub of recreationOf(source)) {
        const answer = await model.regenerate(stub, { samples: 1, signal: SIGNAL });
        bodies.push(answer.kind === 'regenerated' ? answer.body : answer.kind);
      }
      expect(bodies).toEqual(source.units.map((unit) => bodyOf(source, unit)));
    }
  });

  it('comes back exactly when one unit is erased in place', async () => {
    const model = embeddedModel(trainMemory(library, java, ORIGIN), java);
    for (const source of library.slice(0, 12)) {
      for (const unit of source.units) {
        const answer = await model.regenerate(stubInPlace(source, unit), { samples: 1, signal: SIGNAL });
        expect(answer).toMatchObject({ kind: 'regenerated', body: bodyOf(source, unit) });
      }
    }
  });

  it('does not depend on the order of the sources, nor on who hands them over', () => {
    const training = startTraining(java);
    for (const source of [...library].reverse()) training.learn(source);
    const streamed = training.finish(ORIGIN);
    expect(Buffer.from(saveMemory(streamed)).equals(Buffer.from(saveMemory(trainMemory(library, java, ORIGIN))))).toBe(
      true,
    );
  });

  it('is in the card', () => {
    const memory = trainMemory(library, java, ORIGIN);
    const { card, concurrency } = embeddedModel(memory, java);
    expect(concurrency).toBe(1);
    expect(card).toMatchObject({
      provider: 'embedded',
      name: 'project memory',
      baseModel: null,
      trainedAt: {
        revision: ORIGIN.revision,
        committedAt: ORIGIN.committedAt,
        units: memory.units.length,
        files: library.length,
      },
      recipe: { kind: 'embedded', epochs: null, promptFormat: null },
      baseline: null,
    });
    expect(card.fingerprint).not.toBe(
      embeddedModel(trainMemory(library.slice(1), java, ORIGIN), java).card.fingerprint,
    );
  });
});

describe('the same question', () => {
  it('has the same answer from the memory that was saved and read again', async () => {
    const memory = trainMemory(library, java, ORIGIN);
    const bytes = saveMemory(memory);
    const again = readMemory(bytes);
    expect(Buffer.from(saveMemory(again)).equals(Buffer.from(bytes))).toBe(true);
    const newer = libraryIn('capacitor-android-8.5').slice(0, 20);
    expect(await answersOf(embeddedModel(again, java), newer)).toEqual(
      await answersOf(embeddedModel(memory, java), newer),
    );
  });
});

const CODEX = `package abbey;

public class BindingException extends RuntimeException {
    private StackTraceElement[] unfiltered;

    public BindingException(String message, Throwable cause) {
        super(message, cause);
        unfiltered = getStackTrace();
        TraceFilter filter = new TraceFilter();
        filter.apply(this);
    }

    public BindingException(String message) {
        super(message);
        unfiltered = getStackTrace();
        TraceFilter filter = new TraceFilter();
        filter.apply(this);
    }

    public StackTraceElement[] getUnfiltered() {
        return unfiltered;
    }
}
`;

const CODEX_WITH_HELPER = `package abbey;

public class BindingException extends RuntimeException {
    private StackTraceElement[] unfiltered;

    public BindingException(String message, Throwable cause) {
        super(message, cause);
        filterStackTrace();
    }

    public BindingException(String message) {
        super(message);
        filterStackTrace();
    }

    private void filterStackTrace() {
        unfiltered = getStackTrace();
        TraceFilter filter = new TraceFilter();
        filter.apply(this);
    }

    public StackTraceElement[] getUnfiltered() {
        return unfiltered;
    }
}
`;

const LEDGER_LINES = Array.from({ length: 38 }, (_, line) => `        folio.rule(${line}, margin + ${line * 2});`);

function ledger(comparison: string): string {
  return `package abbey;

public class Ledger {
    private final int margin;

    public Ledger(int margin) {
        this.margin = margin;
    }

    public Folio rule(Folio folio) {
        if (folio.height() ${comparison} 40) {
            throw new IllegalArgumentException("too short");
        }
${LEDGER_LINES.join('\n')}
        return folio;
    }
}
`;
}

describe('a model trained before a change', () => {
  it('writes the old constructor after its statements moved into a helper', async () => {
    const model = modelOf(java, CODEX);
    for (const parameterCount of [1, 2]) {
      const body = await rewritten(model, java, CODEX_WITH_HELPER, '<init>', parameterCount);
      const old = bodyIn(sourceOf(java, CODEX), '<init>', parameterCount);
      const fresh = bodyIn(sourceOf(java, CODEX_WITH_HELPER), '<init>', parameterCount);
      expect(distance(body, old)).toBeLessThan(distance(body, fresh));
      expect(body).toBe(old);
    }
  });

  it('writes the old token where one token of a long method changed', async () => {
    const model = modelOf(java, ledger('<'));
    const body = await rewritten(model, java, ledger('<='), 'rule');
    expect(body).toBe(bodyIn(sourceOf(java, ledger('<')), 'rule'));
  });
});

describe('an erased body', () => {
  const canary = fc.stringMatching(/^[a-z]{12}$/).map((word) => `canary${word}`);

  it('never reaches an answer when the memory has not seen it', async () => {
    const files = library.slice(0, 12);
    const model = embeddedModel(trainMemory(files, java, ORIGIN), java);
    await fc.assert(
      fc.asyncProperty(
        canary,
        fc.constantFrom(...files),
        fc.infiniteStream(fc.boolean()),
        async (word, source, coin) => {
          const erased = new Set(source.units.filter(() => coin.next().value).map((unit) => unit.id));
          const poisoned = java.parse(source.path, textWithCanary(source, erased, word));
          const hidden = eraseBodies(poisoned, erased);
          expect(poisoned.text.includes(word)).toBe(erased.size > 0);
          for (const target of hidden.units.filter((unit) => erased.has(unit.id)).slice(0, 8)) {
            const answer = await model.regenerate({ source: hidden, target, erased }, { samples: 5, signal: SIGNAL });
            expect(JSON.stringify(answer)).not.toContain(word);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  /** The named bodies begin with a statement that calls the canary. */
  function textWithCanary(source: ParsedSource, erased: ReadonlySet<string>, word: string): string {
    const places = source.units.filter((unit) => erased.has(unit.id)).map((unit) => unit.body.start + 1);
    return splice(
      source.text,
      places.map((start) => ({ range: { start, end: start }, text: ` ${word}(); ` })),
    );
  }
});

describe('line ends', () => {
  it('of a CRLF file are CRLF in the body, whatever the memory was trained on', async () => {
    const crlf = CODEX.replaceAll('\n', '\r\n');
    for (const trained of [CODEX, crlf]) {
      const body = await rewritten(modelOf(java, trained), java, crlf, 'getUnfiltered');
      expect(body).toBe('{\r\n        return unfiltered;\r\n    }');
    }
    expect(await rewritten(modelOf(java, crlf), java, CODEX, 'getUnfiltered')).toBe(
      '{\n        return unfiltered;\n    }',
    );
  });
});

describe('an answer', () => {
  it('lists distinct bodies, best first, with probabilities that add up to one', async () => {
    const model = embeddedModel(trainMemory(library, java, ORIGIN), java);
    for (const stub of library.slice(0, 6).flatMap(recreationOf)) {
      const answer = await model.regenerate(stub, { samples: 4, signal: SIGNAL });
      if (answer.kind !== 'regenerated') throw new Error(answer.kind);
      const samples = answer.samples ?? [];
      expect(samples[0]?.body).toBe(answer.body);
      expect(samples.length).toBeLessThanOrEqual(4);
      expect(new Set(samples.map((sample) => sample.body)).size).toBe(samples.length);
      const probabilities = samples.map((sample) => sample.probability ?? 0);
      expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
      expect(probabilities.reduce((sum, probability) => sum + probability, 0)).toBeCloseTo(1);
      expect(answer.confidence).toBeGreaterThanOrEqual(0);
      expect(answer.confidence).toBeLessThanOrEqual(1);
    }
  });

  it('is a failure with a reason when neither memory nor file holds anything', async () => {
    const model = modelOf(java);
    const source = sourceOf(java, 'class Scribe { void copy(Folio folio) { folio.turn(); } }');
    const [unit] = source.units;
    if (unit === undefined) throw new RangeError('no unit');
    const answer = await model.regenerate(stubInPlace(source, unit), { samples: 1, signal: SIGNAL });
    expect(answer).toMatchObject({ kind: 'failed', reason: 'missing' });
  });

  it('does not come once the work was called off', async () => {
    const model = modelOf(java, CODEX);
    const source = sourceOf(java, CODEX);
    const [unit] = source.units;
    if (unit === undefined) throw new RangeError('no unit');
    const asked = model.regenerate(stubInPlace(source, unit), { samples: 1, signal: AbortSignal.abort() });
    await expect(asked).rejects.toThrow();
  });
});

import fc from 'fast-check';
import { distance as referenceDistance } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { distance, similarity } from '../../src/core/distance.ts';

/** The textbook: one row of the matrix after the other. */
function textbookDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 0; i < a.length; i++) {
    let aboveLeft = i;
    let left = i + 1;
    row[0] = left;
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] ?? 0;
      left = Math.min(above + 1, left + 1, aboveLeft + (a.charCodeAt(i) === b.charCodeAt(j) ? 0 : 1));
      row[j + 1] = left;
      aboveLeft = above;
    }
  }
  return row[b.length] ?? 0;
}

const check = (texts: fc.Arbitrary<readonly [string, string]>, numRuns: number) =>
  fc.assert(
    fc.property(texts, ([a, b]) => {
      expect(distance(a, b)).toBe(textbookDistance(a, b));
    }),
    { numRuns },
  );

const letters = (alphabet: string, lengths: { minLength?: number; maxLength: number }) =>
  fc.string({ unit: fc.constantFrom(...alphabet.split('')), size: 'max', ...lengths });

/** Around the sizes of words (32), strips (64) and whole numbers of them. */
const edgeLength = fc.constantFrom(
  ...[0, 1, 2, 31, 32, 33, 63, 64, 65, 95, 96, 97, 127, 128, 129, 191, 192, 193, 255, 256, 257, 320, 321],
);
const textOfLength = (alphabet: string) =>
  edgeLength.chain((length) => letters(alphabet, { minLength: length, maxLength: length }));

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}
const edits = (alphabet: string, maxLength: number): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      at: fc.nat(5000),
      removed: fc.nat(maxLength),
      inserted: letters(alphabet, { maxLength }),
    }),
    { maxLength: 8 },
  );
function edited(text: string, changes: readonly Edit[]): string {
  return changes.reduce((current, { at, removed, inserted }) => {
    const start = at % (current.length + 1);
    return current.slice(0, start) + inserted + current.slice(start + removed);
  }, text);
}

/** A small deterministic source of numbers, for texts too large to shrink. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
function javaLike(seed: number, lines: number): string[] {
  const number = numbers(seed);
  const word = () => ['quill', 'ink', 'vellum', 'scrape', 'fold', 'return', 'margin', 'gloss', 'int'][number(9)];
  return Array.from({ length: lines }, () => `    ${word()} ${word()}${number(99)} = ${word()}(${word()});\n`);
}

describe('the distance', () => {
  it.each([
    ['', '', 0],
    ['', 'vellum', 6],
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['int ink() { return 1; }', 'int ink() {}', 11],
    ['🖋', '🖍', 1],
    ['\ud83d', '\udd8b', 1],
    ['a'.repeat(40), 'b'.repeat(50), 50],
    ['ab'.repeat(100), 'ba'.repeat(100), 2],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(distance(a, b)).toBe(expected);
  });

  it('counts UTF-16 code units, lone surrogates and all', () => {
    check(fc.tuple(textOfLength('\ud800\udc00\udfff\uffff\0a'), textOfLength('\ud800\udc00\udfff\uffff\0a')), 300);
  });

  it('agrees with the textbook on any texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300, size: 'max' });
    check(fc.tuple(text, text), 200);
  });

  it.each(['ab', 'abc', 'aaaaaaab', 'etaoin shrdlu{}();\n'])('agrees on every edge of a word, of %j', (alphabet) => {
    check(fc.tuple(textOfLength(alphabet), textOfLength(alphabet)), 350);
  });

  it.each(['ab', 'etaoin shrdlu\n'])('agrees when one text is an edited other, of %j', (alphabet) => {
    const pair = fc
      .tuple(letters(alphabet, { maxLength: 700 }), edits(alphabet, 40))
      .map(([text, changes]) => [text, edited(text, changes)] as const);
    check(pair, 150);
  });

  it('agrees when characters were only removed', () => {
    const pair = fc
      .tuple(letters('abc', { maxLength: 500 }), fc.func(fc.boolean()))
      .map(([text, keep]) => [text, [...text].filter((_, index) => keep(index)).join('')] as const);
    fc.assert(
      fc.property(pair, ([text, rest]) => {
        expect(distance(text, rest)).toBe(text.length - rest.length);
        expect(distance(`${rest}!`, text)).toBe(textbookDistance(`${rest}!`, text));
      }),
      { numRuns: 150 },
    );
  });

  it('agrees on repeats that are shifted against each other', () => {
    const pair = fc
      .tuple(letters('abc', { minLength: 1, maxLength: 90 }), fc.integer({ min: 2, max: 9 }), fc.nat(200), fc.nat(200))
      .map(([unit, times, shift, cut]) => {
        const text = unit.repeat(times);
        return [text, (text.slice(shift) + text.slice(0, shift)).slice(0, Math.max(0, text.length - cut))] as const;
      });
    check(pair, 250);
  });

  it('agrees on texts of very different length', () => {
    check(fc.tuple(letters('abcd', { maxLength: 70 }), letters('abcd', { maxLength: 1500 })), 100);
  });

  it('agrees on long texts with moved, lost and foreign lines', () => {
    const number = numbers(7);
    for (let round = 0; round < 40; round++) {
      const a = javaLike(round, 60 + number(200));
      const b = [...a];
      for (let change = number(12); change > 0; change--) {
        const moved = b.splice(number(b.length), number(20));
        b.splice(number(b.length), 0, ...(number(2) === 0 ? moved : javaLike(1000 + number(1000), number(30))));
      }
      expect(distance(a.join(''), b.join(''))).toBe(referenceDistance(a.join(''), b.join('')));
    }
  });

  it('agrees on long texts that have nothing in common, and on those without lines', () => {
    for (const length of [1900, 2047, 2048, 2049, 3000, 4500]) {
      const a = javaLike(length, 200).join('').slice(0, length);
      const foreign = javaLike(length + 1, 200).join('');
      for (const b of [foreign, foreign.slice(0, length >> 1), a.toUpperCase(), '\u4e00'.repeat(length)]) {
        expect(distance(a, b)).toBe(referenceDistance(a, b));
        expect(distance(a.replaceAll('\n', ''), b)).toBe(referenceDistance(a.replaceAll('\n', ''), b));
      }
    }
  });

  it('agrees on long random edits of every density', () => {
    const number = numbers(11);
    for (const permille of [1, 5, 20, 60, 150, 400]) {
      const text = javaLike(permille, 150).join('');
      const changed = [...text].flatMap((unit) => {
        if (number(1000) >= permille) return [unit];
        return [[], [unit, 'x'], ['y']][number(3)] ?? [];
      });
      expect(distance(text, changed.join(''))).toBe(referenceDistance(text, changed.join('')));
    }
  });
});

describe('the distance as a metric', () => {
  const text = letters('abc\n', { maxLength: 200 });

  it('is 0 for equal texts only', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(distance(a, a)).toBe(0);
        expect(distance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
      }),
    );
  });

  it('is not longer by way of a third text', () => {
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c));
      }),
    );
  });

  it('lies between the difference of the lengths and the longer length', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('a large input', () => {
  const codex = javaLike(3, 170_000).join('');

  it('of 5 MB with scattered edits is measured', () => {
    expect(codex.length).toBeGreaterThan(5_000_000);
    const [first, second, third] = [1_000_003, 2_500_001, 4_999_999];
    const changed = `${codex.slice(0, first)}§${codex.slice(first, second)}§§${codex.slice(second + 5, third)}§${codex.slice(third + 1)}`;
    // One insertion, five characters become two others, one becomes another.
    expect(distance(codex, changed)).toBe(1 + 5 + 1);
  });

  it('of 5 MB against a few characters is measured', () => {
    expect(distance('§'.repeat(100), codex)).toBe(codex.length);
  });

  it('leaves nothing behind that could spoil the next distance', () => {
    expect(distance('kitten', 'sitting')).toBe(3);
    const [a, b] = [javaLike(1, 100).join(''), javaLike(2, 100).join('')];
    const before = distance(a, b);
    distance(codex.slice(0, 200_000), `${codex.slice(500, 200_500)}§`);
    expect(distance(a, b)).toBe(before);
    expect(before).toBe(referenceDistance(a, b));
  });
});

describe('the similarity', () => {
  it.each([
    ['', '', 1],
    ['', 'ink', 0],
    ['ink', 'ink', 1],
    ['kitten', 'sitting', 1 - 3 / 7],
  ])('of %j and %j is %d', (a, b, expected) => {
    expect(similarity(a, b)).toBe(expected);
  });

  it('takes a distance that is known already', () => {
    expect(similarity('quill', 'vellum', 3)).toBe(0.5);
  });

  it('lies in [0, 1]', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(similarity(a, b)).toBeGreaterThanOrEqual(0);
        expect(similarity(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

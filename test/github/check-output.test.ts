// What a check run shows stays within GitHub's limits, and says what was left out.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkOutput, MOST_ANNOTATIONS, SUMMARY_LIMIT } from '../../src/github/check-output.ts';
import type { Conclusion } from '../../src/ports/forge.ts';

function conclusion(parts: Partial<Conclusion>): Conclusion {
  const revision = '3f2c9ab'.padEnd(40, '0');
  return {
    revision,
    name: 'palimpsest',
    conclusion: 'success',
    title: 'Fresh',
    summary: '',
    annotations: [],
    ...parts,
  };
}

const LONE = /\p{Cs}/u;
const bytes = (text: string) => Buffer.byteLength(text);

test('what fits is sent as it is', () => {
  const annotations = [{ path: 'src/Invoice.java', line: 88, title: 'Outdated', message: 'by this change' }];
  const output = checkOutput(conclusion({ title: 'Fresh', summary: '91 %\n', annotations }));
  expect(output).toEqual({ title: 'Fresh', summary: '91 %\n', annotations });
});

test('a summary that is too long is cut after a whole line, and says so first', () => {
  const summary = Array.from({ length: 3_000 }, (_, n) => `| Méthode ${n} | 91 % | outdated by this change |`).join(
    '\n',
  );
  const shown = checkOutput(conclusion({ summary })).summary;
  expect(bytes(shown)).toBeLessThanOrEqual(SUMMARY_LIMIT);
  expect(bytes(shown)).toBeGreaterThan(SUMMARY_LIMIT - 200);
  const [note, blank, ...rows] = shown.split('\n');
  expect(note).toContain('the job summary has the whole of it');
  expect(blank).toBe('');
  expect(rows).toEqual(summary.split('\n').slice(0, rows.length));
});

test('more annotations than are shown are counted', () => {
  const annotations = Array.from({ length: 312 }, (_, line) => ({ path: 'A.java', line, title: 't', message: 'm' }));
  const output = checkOutput(conclusion({ annotations, summary: '91 %' }));
  expect(output.annotations).toHaveLength(MOST_ANNOTATIONS);
  expect(output.summary).toBe('_The first 200 of 312 annotations are shown at their lines._\n\n91 %');
});

test('whatever the text, it is within the limits and whole characters', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 300 });
  const long = fc.tuple(text, fc.integer({ min: 1, max: 2_000 })).map(([part, times]) => `${part}\n`.repeat(times));
  fc.assert(
    fc.property(text, long, (title, summary) => {
      const annotations = [{ path: 'A.java', line: 1, title, message: summary }];
      const output = checkOutput(conclusion({ title, summary, annotations }));
      expect(bytes(output.summary)).toBeLessThanOrEqual(SUMMARY_LIMIT);
      for (const clipped of [output.title, ...output.annotations.map((one) => one.title)]) {
        expect(clipped.length).toBeLessThanOrEqual(255);
        if (!LONE.test(title)) expect(clipped).not.toMatch(LONE);
      }
      expect(output.annotations[0]?.message.length).toBeLessThanOrEqual(16_384);
    }),
    { numRuns: 60 },
  );
});

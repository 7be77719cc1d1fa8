// The hidden first line of the tracking issue.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marked, markOf, withoutMark } from '../../src/github/issue-mark.ts';

test('a mark is read back, whatever the project is called', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), fc.string(), (section, isSettled, text) => {
      const body = marked({ section, isSettled }, text);
      expect(markOf(body)).toEqual({ section, isSettled });
      expect(body.split('\n', 1)[0]?.slice('<!--'.length, -'-->'.length)).not.toMatch(/--|>/);
      expect(withoutMark(body)).toBe(text.trim());
    }),
  );
});

test('a mark counts on the first line alone, and whole', () => {
  const mark = marked({ section: 'billing', isSettled: false }, '').trim();
  expect(markOf(mark)).toEqual({ section: 'billing', isSettled: false });
  expect(markOf(`${mark}\r\nThe model is stale.`)).toEqual({ section: 'billing', isSettled: false });
  for (const text of ['', 'The model is stale.', `Look:\n${mark}`, ` ${mark}`, `${mark} and more`, mark.slice(0, -1)]) {
    expect(markOf(text)).toBeNull();
  }
});

// A backtest in the terminal, where there is little room, and in words.

import { describe, expect, it } from 'vitest';
import { backtestHeadline, lineSentences, thinned } from '../../src/report/backtest-words.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { widthOf } from '../../src/report/terminal/layout.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { backtestReport } from './backtest-books.ts';

const LINES = [0.85, 0.9, 0.95, 0.98, 0.995];

describe('a backtest', () => {
  it.each([80, 112, 120, 200])('keeps to %i columns', (width) => {
    for (const weeks of [1, 60, 600]) {
      const report = backtestReport({ weeks, lines: LINES, fall: 0.001 });
      const lines = renderTerminal(report, { color: false, width }).split('\n');
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
    }
  });

  it('stays a page of Markdown, however long the history', () => {
    const report = backtestReport({ weeks: 600, lines: LINES, fall: 0.0025 });
    expect(renderMarkdown(report).length).toBeLessThan(40_000);
  });

  it('says when nothing moved, and when nothing is left', () => {
    const quiet = backtestReport({ weeks: 3, lines: [], fall: 0 });
    expect(backtestHeadline(quiet)).toBe(
      'Never trained again, the model would have stayed as fresh as it was for 21 days',
    );
    const points = quiet.points.map((point) => ({ ...point, freshness: null }));
    expect(backtestHeadline({ ...quiet, points })).toMatch(/^After 21 days no method is left/);
    expect(renderMarkdown({ ...quiet, points })).toContain('| never |');
    expect(renderTerminal({ ...quiet, points }, { color: false, width: 80 })).toContain('no method is left');
  });

  it('counts once, and many times', () => {
    const [none, once, often] = lineSentences(backtestReport({ weeks: 60, lines: [0.5, 0.9, 0.98], fall: 0.0025 }));
    expect(none).toMatch(/^A line of 50 % would never have asked/);
    expect(once).toMatch(
      /would have asked once, 0\.9 a year, .* the new model came .* than the one that it replaced\.$/,
    );
    expect(often).toMatch(/would have asked 6 times, .* the new models came .* than those that they replaced\.$/);
  });
});

it.each([
  [3, 5, [0, 1, 2]],
  [5, 3, [0, 2, 4]],
  [6, 3, [0, 3, 5]],
])('of %i items %i are shown with the first and the last', (all, few, shown) =>
  expect(thinned([...Array(all).keys()], few)).toEqual(shown),
);

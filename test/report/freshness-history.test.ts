// The ledger's past as text: a line of blocks in the terminal, a chart of Mermaid's in Markdown.

import { describe, expect, it } from 'vitest';
import type { LedgerPoint } from '../../src/core/ledger-history.ts';
import { freshnessChart } from '../../src/report/markdown/freshness-chart.ts';
import { freshnessLine } from '../../src/report/terminal/freshness-line.ts';
import { widthOf } from '../../src/report/terminal/layout.ts';

const WIDE = { color: false, width: 120 };

function points(values: readonly number[], committedAt: string | null = '2026-03-01T23:30:00-05:00'): LedgerPoint[] {
  return values.map((freshness, index) => ({
    revision: String(index),
    committedAt,
    freshness,
    margin: null,
    units: 9,
  }));
}

describe('the line of blocks', () => {
  it('stands between the policy’s line and 100 %, and fills up at 100 % alone', () => {
    expect(freshnessLine({ history: points([1, 0.999, 0.95, 0.9]), line: 0.9 }, WIDE)).toEqual([
      '  Freshness over the last 4 entries of the ledger, 2026-03-02:',
      '  █▇▄▁  ▁ 90.0 %  █ 100.0 %',
    ]);
  });

  it('reaches as far as freshness does', () => {
    const [, blocks] = freshnessLine({ history: points([1, 1.2, 0.8]), line: 0.9 }, WIDE);
    expect(blocks).toBe('  ▄█▁  ▁ 80.0 %  █ 120.0 %');
  });

  it('needs two points, and a date for none of them', () => {
    expect(freshnessLine({ history: [], line: 0.9 }, WIDE)).toEqual([]);
    expect(freshnessLine({ history: points([1]), line: 0.9 }, WIDE)).toEqual([]);
    expect(freshnessLine({ history: points([1, 1], null), line: 1 }, WIDE)).toEqual([
      '  Freshness over the last 2 entries of the ledger:',
      '  ██  ▁ 100.0 %  █ 100.0 %',
    ]);
  });

  it.each([40, 60, 80])('keeps to %i columns, the latest points first', (width) => {
    const history = points(Array.from({ length: 200 }, (_, index) => 1 - index / 1_000));
    const lines = freshnessLine({ history, line: 0.9 }, { color: false, width });
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
    expect(lines.at(-1)).toContain('▁  ▁ 80.1 %');
  });
});

describe('the chart in Markdown', () => {
  it('draws freshness and the line over the last points, by their number', () => {
    const history = points(Array.from({ length: 31 }, (_, index) => 1 - index / 1_000));
    const chart = freshnessChart({ history, line: 0.925 }).join('\n');
    expect(chart).toContain('x-axis "the last 30 entries of the ledger, 2026-03-02" 1 --> 30');
    expect(chart).toContain('y-axis "%" 91 --> 100');
    expect(chart).toMatch(/line \[99\.9, 99\.8, .*, 97\]\n {2}line \[92\.5, /);
  });

  it('needs two points', () => expect(freshnessChart({ history: points([1]), line: 0.9 })).toEqual([]));
});

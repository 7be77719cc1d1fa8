// The charts as SVG: golden files, what always holds, and what is worked out by hand.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtestChart } from '../../src/report/charts/backtest.ts';
import { churnChart } from '../../src/report/charts/churn.ts';
import { fanOf } from '../../src/report/charts/forecast-fan.ts';
import { freshnessChart } from '../../src/report/charts/freshness.ts';
import { placeLabels } from '../../src/report/charts/label-places.ts';
import { PALETTE } from '../../src/report/charts/palette.ts';
import { survivalChart } from '../../src/report/charts/survival.ts';
import { tradeOffChart } from '../../src/report/charts/trade-off.ts';
import { xmlMistake } from '../support/xml.ts';
import { LEDGER_HISTORY } from './books.ts';
import { DRIFT_SINCE_TRAINING, driftReport } from './books-drift.ts';
import { CHARTS, forecastOf, month } from './charts-cases.ts';
import { expectGolden } from './golden.ts';

describe.each(Object.entries(CHARTS))('the chart: %s', (name, chart) => {
  it('as SVG', () => expectGolden(`chart-${name}.golden.svg`, chart()));

  it('is well-formed, and every number is finite', () => {
    expect(xmlMistake(chart())).toBeNull();
    expect(chart()).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it('loads nothing and runs nothing', () => {
    const svg = chart().replace('xmlns="http://www.w3.org/2000/svg"', '');
    expect(svg).not.toMatch(/https?:|\/\/|<script|<image|<use|<foreignObject|@import|@font-face|href|url\(| on\w+=/);
  });

  it('rounds coordinates to hundredths', () => {
    expect(marksOf(chart())).not.toMatch(/\d\.\d{3}/);
  });

  it('has a name and a description, under ids that a page can choose', () => {
    const ids = (svg: string) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const svg = chart({ idPrefix: 'second' });
    expect(svg).toContain('role="img" aria-labelledby="second-title second-desc"');
    expect(ids(svg)).toEqual(['second-title', 'second-desc']);
    expect(ids(chart()).filter((id) => ids(svg).includes(id))).toEqual([]);
    expect(svg).toMatch(/<title id="second-title">[^<]{10,}<\/title>\n<desc id="second-desc">[^<]{6,}<\/desc>/);
  });
});

describe('every chart, whatever the data', () => {
  const share = fc.oneof(fc.double(), fc.constantFrom(0, 1, -0, 1.4, -0.2, 0.9), fc.double({ min: 0, max: 1.2 }));
  const text = fc.string({ unit: 'binary' });
  const date = fc.oneof(
    fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2400-01-01') }).map((day) => day.toISOString()),
    fc.constantFrom('2026-03-01T00:00:00Z', '2026-03-01T00:00:00+02:00'),
    text,
    fc.constant(null),
  );
  const svgIsWhole = (svg: string) => {
    expect(xmlMistake(svg)).toBeNull();
    expect(marksOf(svg)).not.toMatch(/NaN|Infinity|undefined/);
  };

  it('draws months', () => {
    const months = fc.array(
      fc.record({ name: fc.oneof(text, fc.constantFrom('2026-01', '2026-02')), share, whole: fc.boolean() }),
    );
    fc.assert(
      fc.property(months, (facts) => {
        const drawn = facts.map(({ name, ...rest }) => month({ month: name, ...rest }));
        svgIsWhole(churnChart(drawn));
        svgIsWhole(survivalChart({ months: drawn, survival: driftReport().survival }));
      }),
      { numRuns: 60 },
    );
  });

  it('draws the past of a ledger', () => {
    const point = fc.record({
      revision: text,
      committedAt: date,
      freshness: share,
      margin: fc.option(share),
      units: fc.nat(),
    });
    fc.assert(
      fc.property(
        fc.array(point),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (history, line, isForecast) => {
          const forecast = isForecast ? DRIFT_SINCE_TRAINING.forecast : null;
          svgIsWhole(freshnessChart({ history, line, forecast }));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('draws a backtest', () => {
    const series = fc.array(
      fc.record({
        line: fc.option(share),
        points: fc.array(fc.record({ committedAt: date, freshness: fc.option(share) })),
      }),
      { maxLength: 8 },
    );
    const rows = fc.array(fc.record({ line: fc.option(share), retrainings: fc.nat(40), meanFreshness: share }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(series, rows, (lines, points) => {
        svgIsWhole(backtestChart(lines));
        svgIsWhole(tradeOffChart(points));
      }),
      { numRuns: 40 },
    );
  });

  it('shows hostile text as text', () => {
    const hostile = '"><script>alert(1)</script>&\u0000\u202e]]>';
    const svg = churnChart([month({ month: hostile }), month({ month: hostile, whole: false })], { idPrefix: hostile });
    expect(xmlMistake(svg)).toBeNull();
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&amp;\\u{0}\\u{202e}');
  });
});

describe('churn', () => {
  it('draws a month twice as high that changed twice as much', () => {
    const svg = churnChart([month({ month: '2026-01', share: 0.1 }), month({ month: '2026-02', share: 0.05 })]);
    const [full, half] = wideHeights(svg);
    expect(full).toBeGreaterThan(100);
    expect(half).toBeCloseTo((full ?? 0) / 2, 1);
  });

  it('tells the month in progress by its outline, and one that is low by a ring', () => {
    expect(churnChart([month({})])).not.toContain('month in progress');
    const high = churnChart([month({ whole: false })]);
    expect(high).toContain('month in progress');
    expect(wide(high)).toMatch(/class="hollow"[^>]*stroke-dasharray/);
    const low = churnChart([month({ share: 0.5 }), month({ month: '2026-04', share: 0.001, whole: false })]);
    expect(wide(low)).toMatch(/<path[^>]*class="hollow"/);
  });

  it('describes itself with its samples', () => {
    expect(descriptionOf(churnChart(driftReport().months))).toBe(
      '6 months, 2026-03 to 2026-08: at least 0 % of 18,230 lines (2026-04), at most 26 % of 18,231 lines (2026-06). 2026-08 is in progress.',
    );
  });
});

describe('freshness', () => {
  it('narrows the fan to the days of the interval', () => {
    const falling = [1, 0.985, 0.98, 0.96, 0.955, 0.94].map((freshness, index) => ({
      revision: String(index),
      committedAt: `2026-0${3 + index}-15T08:00:00Z`,
      freshness,
      margin: null,
      units: 2_000,
    }));
    const last = falling.at(-1);
    const forecast = forecastOf(falling, 0.9);
    if (last === undefined || forecast?.kind !== 'expected' || forecast.latest === null) throw new Error('no day');
    const fan = fanOf({ at: Date.parse(last.committedAt), freshness: last.freshness }, forecast);
    const reached = (bound: 'low' | 'high') => fan?.bounds.find((at) => at[bound] - 0.9 < 1e-4)?.at ?? Number.NaN;
    const step = ((fan?.until ?? 0) - Date.parse(last.committedAt)) / 48;
    expect(Math.abs(reached('low') - Date.parse(forecast.earliest))).toBeLessThan(step + DAY_MS);
    expect(Math.abs((fan?.until ?? 0) - Date.parse(forecast.latest))).toBeLessThan(DAY_MS);
    expect(fan?.bounds.at(-1)?.high).toBeCloseTo(0.9, 2);
  });

  it('has no fan below the line, or without a day', () => {
    const point = { at: Date.parse('2026-12-21'), freshness: 0.89 };
    const forecast = forecastOf(LEDGER_HISTORY, 0.9);
    if (forecast === null) throw new Error('no forecast');
    expect(fanOf(point, forecast)).toBeNull();
    expect(fanOf({ ...point, freshness: 0.95 }, { ...forecast, kind: 'crossed' })).toBeNull();
  });

  it('draws points in the order of their dates, and tells where the ledger stands', () => {
    const [first, second, third] = LEDGER_HISTORY;
    if (!(first && second && third)) throw new Error('no history');
    const svg = freshnessChart({ history: [first, third, second], line: 0.9, forecast: null });
    const xs = [
      ...(
        wide(svg)
          .match(/d="(M[^"]*)" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin/g)
          ?.at(-1) ?? ''
      ).matchAll(/[ML]([\d.]+),/g),
    ].map(([, x]) => Number(x));
    expect(xs).toHaveLength(3);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    expect(descriptionOf(svg)).toContain('to 99.8 % of 1,997 methods on 2026-10-26');
  });
});

describe('the labels of the trade-off', () => {
  it('never overlap, and never leave the plot', () => {
    const bounds = { left: 0, right: 300, top: 0, bottom: 150 };
    const place = fc.record({ x: fc.integer({ min: 5, max: 295 }), y: fc.integer({ min: 5, max: 145 }) });
    fc.assert(
      fc.property(fc.array(place, { maxLength: 10 }), (points) => {
        const marks = points.map(({ x, y }) => ({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }));
        const placed = placeLabels(
          points.map((point) => ({ ...point, width: 40, height: 14 })),
          marks,
          bounds,
        ).flatMap((area) => area ?? []);
        expect(placed).toHaveLength(points.length);
        const all = [...placed, ...marks];
        for (const [index, a] of placed.entries()) {
          expect(a.left >= 0 && a.right <= 300 && a.top >= 0 && a.bottom <= 150).toBe(true);
          for (const b of all.slice(index + 1)) {
            if (marks.includes(b) && b === a) continue;
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
          }
        }
      }),
    );
  });

  it('are one where the points are one', () => {
    const svg = CHARTS['trade-off']?.() ?? '';
    expect(wide(svg)).toContain('>never and 85 %</text>');
    for (const label of ['95 %', '92.5 %', '90 %']) expect(wide(svg)).toContain(`>${label}</text>`);
  });
});

describe('the colours', () => {
  it.each(['light', 'dark'] as const)('stand out from %s paper', (scheme) => {
    const contrast = (name: keyof typeof PALETTE) => contrastOf(PALETTE[name][scheme], PALETTE.paper[scheme]);
    for (const name of ['ink', 'muted'] as const) expect(contrast(name), name).toBeGreaterThanOrEqual(4.5);
    for (const name of ['line', '1', '2', '3', '4', '5', '6'] as const) {
      expect(contrast(name), name).toBeGreaterThanOrEqual(3);
    }
  });
});

const DAY_MS = 86_400_000;

/** Without the style sheet and the words. */
function marksOf(svg: string): string {
  return svg.replace(/<style>.*?<\/style>|<(text|title|desc)[^>]*>[^<]*<\/\1>/gs, '');
}

function wide(svg: string): string {
  return svg.slice(svg.indexOf('<g class="wide">'), svg.indexOf('<g class="narrow"'));
}

function wideHeights(svg: string): number[] {
  return [...wide(svg).matchAll(/<rect[^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
}

function descriptionOf(svg: string): string | undefined {
  return /<desc[^>]*>([^<]*)<\/desc>/.exec(svg)?.[1];
}

/** WCAG 2.2, contrast ratio. */
function contrastOf(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bar, truncateMiddle, truncatePath, widthOf } from '../../src/report/terminal/layout.ts';
import { renderShow, renderTerminal } from '../../src/report/terminal.ts';
import { checkReport, type MethodCase } from './books.ts';
import { body, CLOSE, CONSTRUCTOR, MIXED, OPEN, RATE, TOTAL } from './books-methods.ts';
import { expectGolden } from './golden.ts';

const PLAIN = { color: false, width: 120 };

describe('a check in the terminal', () => {
  it.each([40, 60, 80, 100, 200])('keeps every method on one line of %i columns', (width) => {
    const wide: MethodCase = { ...OPEN, name: '帳簿.開始する(会計期間,VeryLongParameterTypeName,AnotherOne)' };
    const lines = renderTerminal(checkReport([...MIXED, wide]), { color: false, width }).split('\n');
    for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(width);
    expect(
      lines.filter((line) => /^ {2}(outdated|unfamiliar|new to it|familiar|reproduced) .* %/.test(line)),
    ).toHaveLength(9);
  });

  it('says the same with color as without', () => {
    const report = checkReport(MIXED);
    const colored = renderTerminal(report, { color: true, width: 120 });
    expect(colored).toContain('\u001b[');
    expect(stripVTControlCharacters(colored)).toBe(renderTerminal(report, PLAIN));
  });

  it('never paints a method red', () => {
    expect(renderTerminal(checkReport(MIXED), { color: true, width: 120 })).not.toContain('\u001b[31m');
  });

  it('quotes the name of a method that a shell would take apart', () => {
    expect(renderTerminal(checkReport([CONSTRUCTOR]), PLAIN)).toContain("palimpsest check --show 'Invoice.<init>'\n");
  });

  it('says the same whatever the order of the rows', () => {
    const report = checkReport(MIXED);
    const reversed = { ...report, methods: [...report.methods].reverse() };
    expect(renderTerminal(reversed, PLAIN)).toBe(renderTerminal(report, PLAIN));
  });
});

describe('--show', () => {
  const rowOf = (method: MethodCase) =>
    checkReport([method])
      .methods.flatMap((row) => renderShow(row, PLAIN))
      .join('');

  it('shows the code before, after, and what the model wrote', () =>
    expectGolden('show-outdated.golden.txt', rowOf(TOTAL)));

  it('shows a new method', () => expectGolden('show-new.golden.txt', rowOf({ ...CLOSE, confidence: 0.62 })));

  it('shows a renamed method that came back whole', () => {
    const renamed: MethodCase = {
      ...RATE,
      before: RATE.after,
      previousName: 'TaxTable.rate(Region)',
      change: 'renamed',
    };
    expectGolden('show-renamed.golden.txt', rowOf({ ...renamed, written: RATE.after }));
  });

  it('shows why there is nothing to show', () => {
    expectGolden(
      'show-failed.golden.txt',
      rowOf({ ...OPEN, failure: { reason: 'cut-off', detail: 'stopped after 512 tokens' } }),
    );
  });

  it('escapes what code may hold', () => {
    const hostile = body('String s = "\u001b[2J\u202e";', '\treturn s;');
    const text = rowOf({ ...OPEN, before: hostile, after: hostile, written: `${hostile} ` });
    expect(text).toContain('String s = "\\u{1b}[2J\\u{202e}";');
    expect(text).toContain('\n          return s;\n');
  });

  it('does not mind line ends', () => {
    expect(rowOf({ ...OPEN, written: OPEN.after.replaceAll('\n', '\r\n') })).toContain(
      'the model wrote the code after, line for line',
    );
  });
});

describe('bars', () => {
  it.each([
    [0.41, '████▏·····'],
    [0.55, '█████▌····'],
    [1, '██████████'],
    [0.9999, '█████████▉'],
    [0.0001, '▏·········'],
    [0, '··········'],
  ])('fill %s as %s', (share, cells) => expect(bar(share)).toBe(cells));
});

describe('text too wide', () => {
  it('gives up the middle of a name', () => {
    expect(truncateMiddle('Invoice.total(List<Line>)', 14)).toBe('Invoice…Line>)');
    expect(truncateMiddle('帳簿の合計を計算する', 9)).toBe('帳簿…する');
    expect(truncateMiddle('total', 5)).toBe('total');
  });

  it('gives up the middle folders of a path, then all, then the middle of the file', () => {
    const path = 'src/main/java/com/acme/books/Invoice.java:88';
    expect(truncatePath(path, 40)).toBe('src/…/com/acme/books/Invoice.java:88');
    expect(truncatePath(path, 23)).toBe('src/…/Invoice.java:88');
    expect(truncatePath(path, 19)).toBe('…/Invoice.java:88');
    expect(truncatePath(path, 12)).toBe('Invoic…va:88');
  });
});

// Every case on every surface, as people see it.

import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../src/report/csv.ts';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { BOOKS, compareReport } from './books-compare.ts';
import { CASES } from './cases.ts';
import { expectGolden } from './golden.ts';

describe.each(Object.entries(CASES))('%s', (name, report) => {
  it('in the terminal', () => expectGolden(`${name}.golden.txt`, renderTerminal(report, { color: false, width: 120 })));

  it('as Markdown', () => expectGolden(`${name}.golden.md`, renderMarkdown(report)));

  it('as JSON', () => {
    // Hundreds of rows of JSON tell a reviewer nothing that eight do not.
    if (
      !['three-hundred-mixed', 'evaluate-in-part', 'backtest'].includes(name) &&
      !/^gain-(?!too-few)|^status-(?!soon$)|^promote-(?!tasks-lost|first)/.test(name)
    )
      expectGolden(`${name}.golden.json`, renderJson(report));
  });
});

it('a comparison as CSV, in which no cell is a formula', () => {
  const csv = renderCsv(compareReport(BOOKS));
  expectGolden('compare.golden.csv', csv);
  expect(csv).toContain('"\'=HYPERLINK(');
});

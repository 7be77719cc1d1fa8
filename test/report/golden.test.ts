// What people see, reviewed as prose: one golden file for each case and surface. `UPDATE_GOLDEN=1` rewrites them.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { CASES } from './cases.ts';

describe.each(Object.entries(CASES))('%s', (name, report) => {
  it('in the terminal', () => expectGolden(`${name}.golden.txt`, renderTerminal(report, { color: false, width: 120 })));

  it('as Markdown', () => expectGolden(`${name}.golden.md`, renderMarkdown(report)));

  it('as JSON', () => expectGolden(`${name}.golden.json`, renderJson(report)));
});

function expectGolden(file: string, text: string): void {
  const path = fileURLToPath(new URL(`golden/${file}`, import.meta.url));
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
  expect(existsSync(path), `${file} is missing: UPDATE_GOLDEN=1 npx vitest run test/report writes it`).toBe(true);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

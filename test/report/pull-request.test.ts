// What people read in a pull request: comment, check run and job summary of every case.

import { describe, expect, it } from 'vitest';
import { annotations, checkTitle } from '../../src/report/check-run.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { expectGolden } from './golden.ts';
import { PULL_REQUESTS } from './pull-request-cases.ts';

describe.each(Object.entries(PULL_REQUESTS))('a pull request: %s', (name, { report, context }) => {
  it('as a comment', () => expectGolden(`pr-${name}.golden.md`, renderMarkdown(report, context)));

  it('as a check run', () => {
    const title = checkTitle(report, context.notices);
    expect(title.length).toBeLessThanOrEqual(120);
    const lines = annotations(report).map(
      ({ path, line, title, message }) => `${path}:${line}\n  ${title}\n  ${message}\n`,
    );
    expectGolden(`pr-${name}-run.golden.txt`, `${title}\n\n${lines.slice(0, 5).join('\n')}`);
  });

  it('in the terminal', () => {
    if (name !== 'three-hundred-mixed')
      expectGolden(`pr-${name}.golden.txt`, renderTerminal(report, { color: false, width: 120 }));
  });
});

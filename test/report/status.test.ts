// That no name in a status acts, and that a ledger's age is said where it has one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freshnessChart } from '../../src/report/markdown/freshness-chart.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { LEDGER_7B, LEDGER_HISTORY } from './books.ts';
import { DRIFT, GAINS, PREDECESSOR, staleLedger, standingLedger, statusReport } from './status-books.ts';

describe('a status', () => {
  it('is shown with names that do nothing', () => {
    const pieces = fc.constantFrom('`', '|', '<b>', '@all', '\n', '\u001b[2J', '\u202e', '[x](y)', '![', 'palimpsest ');
    const name = fc.array(pieces, { maxLength: 8 }).map((some) => some.join(''));
    fc.assert(
      fc.property(name, (hostile) => {
        const revision = { revision: hostile, committedAt: hostile };
        const ledger = staleLedger({
          ...PREDECESSOR,
          model: { provider: 'test', name: hostile, fingerprint: hostile },
          trainedAt: revision,
          standsAt: revision,
          history: [...LEDGER_HISTORY, { ...revision, freshness: 0.9, margin: null, units: 9 }],
        });
        const trainedAt = { ...revision, units: 1, files: 1 };
        const report = statusReport(
          { ledger, gain: GAINS.helps, drift: DRIFT },
          { at: { name: hostile, revision: hostile }, model: { ...LEDGER_7B, name: hostile, trainedAt } },
        );
        // its revisions and days are no part of it
        const past = [...LEDGER_HISTORY, { revision: '', committedAt: null, freshness: 0.9, margin: null, units: 9 }];
        const chart = freshnessChart({ history: past, line: ledger.line }).join('\n');
        expect(renderMarkdown(report)).toContain(chart);
        const outsideCode = renderMarkdown(report)
          .replace(chart, '')
          .replaceAll(/`[^`\n]+`/g, '');
        expect(outsideCode.replaceAll('\n', '')).not.toMatch(/[<@`[\]!\\\p{Cc}\p{Cf}]/u);
        const terminal = renderTerminal(report, { color: false, width: 80 });
        expect(terminal.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
      { numRuns: 40 },
    );
  });

  it('is red only where the policy says stale', () => {
    const shown = (ledger: ReturnType<typeof standingLedger> | null) =>
      renderTerminal(statusReport({ ledger, gain: null, drift: null }), { color: true, width: 120 });
    const red = '\u001b[31m';
    expect(shown(staleLedger())).toContain(`${red}  Freshness 84.1 %: stale`);
    expect(shown(standingLedger())).not.toContain(red);
    expect(shown(null)).not.toContain(red);
  });

  it('fits the width that it is given', () => {
    const report = statusReport({ ledger: staleLedger(PREDECESSOR), gain: GAINS.tooFewChanges, drift: DRIFT });
    for (const line of renderTerminal(report, { color: false, width: 80 }).split('\n')) {
      expect(line.length).toBeLessThanOrEqual(80);
    }
  });
});

// Report pages of a bookkeeping project: the ledger of a real change, and whatever a case is about.

import { judgeFreshness } from '../../../src/core/freshness-policy.ts';
import type { UnitFacts } from '../../../src/core/ledger.ts';
import { filesIn, type LedgerPages, ledgerMeans } from '../../../src/core/ledger-head.ts';
import { REPORT_SCHEMA_VERSION, type StatusReport } from '../../../src/core/report.ts';
import { type CloseUp, type CloseUps, inventoryOf, type ReportPage } from '../../../src/core/report-page.ts';
import { ledgerOf, moveOn, unit } from '../../support/ledgers.ts';
import { LEDGER_7B } from '../books.ts';
import { DRIFT_SINCE_TRAINING } from '../books-drift.ts';

export const STANDS_AT = { revision: '3f2c9ab41d07e5568f0c2a9be7d41536a80cf9e2', committedAt: '2026-03-05T09:00:00Z' };

/** The page of a ledger that stands at {@link STANDS_AT}. */
export function pageOf(ledger: LedgerPages, closeUps: CloseUps, status: Partial<StatusReport> = {}): ReportPage {
  const head = { ...ledger.head, standsAt: STANDS_AT };
  const means = ledgerMeans(head);
  const line = 0.9;
  return {
    project: 'books',
    status: {
      schemaVersion: REPORT_SCHEMA_VERSION,
      kind: 'status',
      at: { name: 'main', revision: STANDS_AT.revision },
      model: LEDGER_7B,
      age: { days: 59, commits: 212 },
      ledger: {
        ...means,
        line,
        verdict: judgeFreshness(means, { line }),
        trainedAt: head.trainedAt,
        standsAt: STANDS_AT,
        commitsBehind: 0,
        answers: 'own',
        model: head.model,
        sample: head.sample,
        history: head.history,
      },
      gain: null,
      drift: DRIFT_SINCE_TRAINING,
      unmeasured: [{ what: 'gain', reason: 'not-asked' }],
      recommendation: { kind: 'retrain-now', day: null, reasons: ['stale', 'gain-unknown'] },
      ...status,
    },
    inventory: { ...inventoryOf([...filesIn(ledger.shards).values()], means), closeUps },
  };
}

/** Four methods of two packages: one as it was, one rewritten, one that came, one that the model failed at. */
export function booksLedger(): LedgerPages {
  const [total, rate] = [inPackage('Invoice.total', 'books'), inPackage('TaxTable.rate', 'books/tax')];
  const trained = ledgerOf([total, rate, inPackage('Ledger.close', 'books')], 0.9);
  const now = [
    total,
    { ...rate, text: 'another text', code: 'other code' },
    inPackage('Ledger.close', 'books'),
    inPackage('Audit.record', 'books'),
    inPackage('Audit.seal', 'books'),
  ];
  const scores: Readonly<Record<string, number>> = { rate: 0.4, record: 0.25 };
  return moveOn(trained, now, (id) => {
    const name = /\.(\w+)\(/.exec(id)?.[1] ?? '';
    return name === 'seal' ? { similarity: 0.02, failed: true } : (scores[name] ?? 0);
  });
}

export function inPackage(name: string, folder: string): UnitFacts {
  return unit(name, `{ return ${name}; }`, { path: `src/main/java/com/acme/${folder}/${name.split('.')[0]}.java` });
}

export function closeUp(facts: Partial<CloseUp> & Pick<CloseUp, 'id' | 'path'>): CloseUp {
  return {
    line: 17,
    body: '{\n        events.add(event);\n        return sealed;\n    }',
    regeneration: { kind: 'regenerated', body: '{\n        events.remove(event);\n        return sealed;\n    }' },
    scored: 0.25,
    similarity: 0.25,
    ...facts,
  };
}

const AUDIT = 'src/main/java/com/acme/books/Audit.java';

export function booksPage(status: Partial<StatusReport> = {}): ReportPage {
  const units = [
    closeUp({
      id: `${AUDIT}#Audit.seal()`,
      path: AUDIT,
      regeneration: { kind: 'failed', reason: 'refused', detail: 'the provider said no' },
      scored: 0.02,
      similarity: 0.02,
    }),
    closeUp({ id: `${AUDIT}#Audit.record()`, path: AUDIT }),
  ];
  return pageOf(booksLedger(), { kind: 'made', asked: 2, units }, status);
}

/** As many methods as a large project has, in files of ten. */
export function largePage(methods: number): ReportPage {
  const units = Array.from({ length: methods }, (_, index) => {
    const file = Math.floor(index / 10);
    const name = `Volume${file}.page${index % 10}`;
    return inPackage(name, `shelf${file % 700}`);
  });
  const scores = new Map(units.map(({ id }, index) => [id, ((index * 7919) % 10_007) / 10_007]));
  return pageOf(ledgerOf(units, scores), { kind: 'left-out', reason: 'not-asked' });
}

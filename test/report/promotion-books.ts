// Promotions in the bookkeeping library, for the tests of what people see.

import type { PromotionRecord } from '../../src/core/champions.ts';
import { scoreTasks, type TaskRow } from '../../src/core/generality.ts';
import { estimatePaired, type PairedRow } from '../../src/core/paired-models.ts';
import { DEFAULT_PROMOTION_POLICY, decidePromotion } from '../../src/core/promotion.ts';
import type { PromoteReport, PromotionsReport, Report } from '../../src/core/report.ts';
import { LEDGER_7B } from './books.ts';

const HEAD = { name: 'main', revision: '9d81e6f2a3b4c5d6e7f8091a2b3c4d5e6f708192' };
const SINCE = { name: '3f2c9ab', revision: '3f2c9ab1c4d5e6f708192a3b4c5d6e7f80912345' };

const CHALLENGER = {
  ...LEDGER_7B,
  name: 'acme/ledger-7b-2',
  fingerprint: 'f'.repeat(64),
  baseline: { methods: 2_079, similarity: 0.78125, measuredAt: '2026-12-01T09:00:00.000Z' },
};

interface PromotionCase {
  readonly changes: number;
  readonly closer: number;
  /** What each tenth unchanged method loses. */
  readonly lost: number;
  readonly stated?: Partial<PromoteReport>;
}

/** A report whose numbers and decision follow from the case. */
export function promoteReport({ changes, closer, lost, stated = {} }: PromotionCase): PromoteReport {
  const changed = Array.from({ length: changes }, (_, index) =>
    row(index, 'modified', 0.5, closer * (1 + (index % 3))),
  );
  const unchanged = Array.from({ length: 100 }, (_, index) =>
    row(index, 'unchanged', 0.875, index % 10 === 0 ? -lost : 0),
  );
  const of = (learned: boolean) => estimatePaired(changed.filter((one) => one.learned === learned));
  const measured = {
    changes: { all: estimatePaired(changed), learned: of(true), later: of(false) },
    forgetting: { ...estimatePaired(unchanged), unchanged: 1_900, sample: { size: 100, seed: 1 } },
    generalisation: null,
    unanswered: 0,
    ...stated,
  };
  return {
    schemaVersion: 1,
    kind: 'promote',
    protocol: 'in-place',
    head: HEAD,
    since: SINCE,
    challenger: { reference: 'ledger-2', model: CHALLENGER },
    champion: { reference: 'ledger-1', model: LEDGER_7B },
    decision: decidePromotion(
      {
        changes: measured.changes?.all ?? null,
        forgetting: measured.forgetting,
        tasks: measured.generalisation?.tasks ?? null,
        likelihood: measured.generalisation?.likelihood ?? { kind: 'not-asked' },
        unasked: measured.unasked?.length ?? 0,
        unanswered: measured.unanswered,
      },
      DEFAULT_PROMOTION_POLICY,
    ),
    policy: DEFAULT_PROMOTION_POLICY,
    baseline: 'measured',
    leftOut: [{ reason: 'test', methods: 61, files: 19 }],
    notes: [],
    methods: [...changed, ...unchanged],
    ...measured,
  };
}

function row(index: number, change: PairedRow['change'], champion: number, closer: number): PairedRow {
  const path = `src/main/java/com/acme/books/Book${index % 12}.java`;
  return {
    id: `${path}#Book${index % 12}.${change}${index}()`,
    path,
    change,
    learned: change === 'unchanged' ? null : index % 4 !== 3,
    champion,
    challenger: champion + closer,
    championFailed: change !== 'unchanged' && index % 20 === 0,
    challengerFailed: false,
  };
}

const TASKS: readonly TaskRow[] = Array.from({ length: 58 }, (_, index) => ({
  name: `Task${String(index).padStart(2, '0')}`,
  champion: index < 30 ? 'passes' : 'fails',
  challenger: index < 24 || index > 55 ? 'passes' : index % 2 === 0 ? 'does-not-compile' : 'times-out',
}));

const PROBED: PromoteReport['generalisation'] = {
  tasks: scoreTasks(TASKS),
  likelihood: {
    kind: 'measured',
    texts: 58,
    championTokens: 9_120,
    challengerTokens: 9_120,
    champion: -0.875,
    challenger: -0.890625,
  },
  isolation: { network: 'none', securityManager: true },
  rows: TASKS,
};

function record(number: number, change: Partial<PromotionRecord>): PromotionRecord {
  const champion = (name: string) => ({ name, fingerprint: name, copy: null });
  return {
    id: `000${number}-0123abcd`,
    kind: 'promoted',
    at: `2026-12-0${number}T09:00:00.000Z`,
    reasons: ['closer', 'remembers', 'tasks-not-asked', 'likelihood-not-asked'],
    challenger: champion('ledger-2'),
    champion: champion('ledger-1'),
    becomes: champion('ledger-2'),
    ...change,
  };
}

const HISTORY: PromotionsReport = {
  schemaVersion: 1,
  kind: 'promotions',
  champion: { name: 'ledger-1', fingerprint: 'ledger-1', copy: null },
  records: [
    record(1, {}),
    record(2, {
      kind: 'kept',
      reasons: ['forgot', 'closer'],
      challenger: { name: 'ledger-3', fingerprint: 'l3', copy: null },
    }),
    record(3, { kind: 'rolled-back', reasons: [], becomes: { name: 'ledger-1', fingerprint: 'ledger-1', copy: null } }),
  ],
};

const NO_CHAMPION = {
  changes: null,
  forgetting: null,
  champion: null,
  since: null,
  methods: [],
  leftOut: [],
  baseline: 'not-asked',
} as const;

export const PROMOTION_CASES: Readonly<Record<string, Report>> = {
  'promote-promoted': promoteReport({ changes: 48, closer: 0.0625, lost: 0 }),
  'promote-forgot': promoteReport({ changes: 48, closer: 0.0625, lost: 0.5 }),
  'promote-too-few': promoteReport({ changes: 6, closer: 0.0625, lost: 0.0625 }),
  'promote-tasks-lost': promoteReport({ changes: 48, closer: 0.0625, lost: 0, stated: { generalisation: PROBED } }),
  'promote-not-closer': promoteReport({
    changes: 48,
    closer: 0,
    lost: 0,
    stated: {
      generalisation: {
        ...PROBED,
        likelihood: { kind: 'not-given', by: 'both' },
        isolation: { network: 'open', securityManager: false },
      },
      unanswered: 5,
    },
  }),
  'promote-budget-spent': promoteReport({
    changes: 24,
    closer: 0.0625,
    lost: 0,
    stated: { unasked: ['A.java#A.a()', 'A.java#A.b()'] },
  }),
  'promote-first': promoteReport({ changes: 0, closer: 0, lost: 0, stated: NO_CHAMPION }),
  'promotions-history': HISTORY,
  'promotions-none': { ...HISTORY, champion: null, records: [] },
};

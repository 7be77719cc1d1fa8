// Views of the data branch of the bookkeeping library: what people find there.

import { type LedgerHead, withShards } from '../../src/core/ledger-head.ts';
import type { ModelCard } from '../../src/core/model-card.ts';
import type { DataBranchView } from '../../src/report/data-branch.ts';
import { ledgerOf, moveOn, TRAINED_AT, unit } from '../support/ledgers.ts';
import { LEDGER_7B, PROJECT_MEMORY, SHADOW_OF_LEDGER } from './books.ts';

const DAYS = ['2026-10-20', '2026-11-03', '2026-11-20'];
const UNITS = Array.from({ length: 20 }, (_, index) => unit(`Invoice.line${index}`));

/** Twenty methods, known by 0.9 on the day of training; with each step two of them change, and are known by 0.6 then. */
export function headOf(card: ModelCard, steps: number, trainedAt = card.trainedAt ?? TRAINED_AT): LedgerHead {
  const { provider, name, fingerprint } = card;
  const { revision, committedAt } = trainedAt;
  const day = { revision, committedAt };
  const begun = ledgerOf(UNITS, 0.9, { fingerprint });
  const beginning = {
    ...begun.head,
    model: { provider, name, fingerprint },
    trainedAt: day,
    standsAt: day,
    history: [],
  };
  let pages = { head: withShards(beginning, begun.shards), shards: begun.shards };
  for (let step = 1; step <= steps; step++) {
    const now = UNITS.map((one, index) => (index < step * 2 ? unit(`Invoice.line${index}`, '{ return gross; }') : one));
    const standsAt = { revision: String(step).repeat(40), committedAt: `${DAYS[step - 1]}T10:00:00Z` };
    pages = moveOn({ ...pages, head: { ...pages.head, standsAt } }, now, () => 0.6);
  }
  return pages.head;
}

export function viewOf(stated: Partial<DataBranchView> = {}): DataBranchView {
  return {
    place: { server: 'https://github.com', owner: 'acme', repo: 'books', branch: 'palimpsest-data', isPublic: true },
    section: '',
    projects: [''],
    model: LEDGER_7B,
    answering: { head: headOf(LEDGER_7B, 3), as: 'own' },
    policy: { line: 0.9, warnWithin: 3 },
    history: null,
    saved: null,
    ...stated,
  };
}

const PRIVATE = { ...viewOf().place, isPublic: false };

export const DATA_BRANCHES: Record<string, DataBranchView> = {
  public: viewOf(),
  private: viewOf({ place: PRIVATE, model: PROJECT_MEMORY, answering: { head: headOf(PROJECT_MEMORY, 2), as: 'own' } }),
  shadow: viewOf({ model: SHADOW_OF_LEDGER, answering: { head: headOf(SHADOW_OF_LEDGER, 3), as: 'own' } }),
  predecessor: viewOf({
    model: { ...LEDGER_7B, name: 'acme/ledger-8b', fingerprint: 'c0ffee' },
    answering: { head: headOf(LEDGER_7B, 1), as: 'predecessor' },
  }),
  'not-pinned': viewOf({ model: null, answering: null }),
  'no-ledger': viewOf({ answering: null }),
  project: viewOf({ section: 'services/billing', projects: ['services/billing', 'services/tax (old)'] }),
  'with-projects': viewOf({ projects: ['', 'services/billing'] }),
};

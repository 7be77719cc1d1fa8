// A ledger as reports tell it: means, freshness with its parts, what the policy makes of it, and where it stood.

import { type FreshnessPolicy, judgeFreshness } from '../core/freshness-policy.ts';
import { type LedgerHead, ledgerMeans } from '../core/ledger-head.ts';
import type { LedgerSummary } from '../core/report.ts';

/** Points of the ledger's history in a report; a ledger remembers more. */
const REPORTED_POINTS = 30;

export function summaryOfLedger(head: LedgerHead, policy: FreshnessPolicy): LedgerSummary {
  const means = ledgerMeans(head);
  return {
    trainedAt: head.trainedAt,
    verdict: judgeFreshness(means, policy),
    line: policy.line,
    ...means,
    history: head.history.slice(-REPORTED_POINTS),
  };
}

// The user's gate, and what a check run concludes: failure is for the gate alone.

import type { CheckReport, LedgerSummary } from './report.ts';

/** What a user wants to be stopped by. */
export interface Gate {
  readonly failOn: 'never' | 'stale';
  /** Percentage points of freshness that one change may cost; `null` for no bound. */
  readonly maximumDrop: number | null;
}

export const NO_GATE: Gate = { failOn: 'never', maximumDrop: null };

export type GateOutcome =
  | { readonly kind: 'passed' }
  /** The model is stale, with this change or before it. */
  | { readonly kind: 'stale' }
  /** The change costs more than it may. */
  | { readonly kind: 'drop'; readonly points: number; readonly maximum: number };

const PASSED: GateOutcome = { kind: 'passed' };

/** Sums of floating point numbers go astray by less. */
const ROUNDING_NOISE = 1e-9;

/** What is not known meets no gate: neither a sample that is too small nor a model without a ledger stops anybody. */
export function gateOfChange({ standing }: Pick<CheckReport, 'standing'>, gate: Gate): GateOutcome {
  if (standing === undefined || standing.freshness.kind === 'unknown') return PASSED;
  const { before, after } = standing.freshness;
  const stale = gateOfLedger(after, gate);
  if (stale.kind !== 'passed') return stale;
  const points = pointsLost(before, after);
  const { maximumDrop } = gate;
  if (maximumDrop === null || points === null || points <= maximumDrop + ROUNDING_NOISE) return PASSED;
  return { kind: 'drop', points, maximum: maximumDrop };
}

export function gateOfLedger({ verdict }: Pick<LedgerSummary, 'verdict'>, { failOn }: Gate): GateOutcome {
  return failOn === 'stale' && verdict.kind === 'stale' ? { kind: 'stale' } : PASSED;
}

function pointsLost(before: LedgerSummary, after: LedgerSummary): number | null {
  if (before.freshness === null || after.freshness === null) return null;
  return (before.freshness.value - after.freshness.value) * 100;
}

/** success: fresh, or nothing to check. neutral: unknown, or stale without a gate. failure: the gate alone. */
export function conclusionOfChange(report: CheckReport, outcome: GateOutcome): 'success' | 'neutral' | 'failure' {
  if (outcome.kind !== 'passed') return 'failure';
  if (report.methods.length === 0 && (report.unasked ?? []).length === 0) return 'success';
  if (report.standing === undefined || report.standing.freshness.kind === 'unknown') return 'neutral';
  return conclusionOfLedger(report.standing.freshness.after, outcome);
}

export function conclusionOfLedger(
  { verdict }: Pick<LedgerSummary, 'verdict'>,
  outcome: GateOutcome,
): 'success' | 'neutral' | 'failure' {
  if (outcome.kind !== 'passed') return 'failure';
  return verdict.kind === 'fresh' ? 'success' : 'neutral';
}

// Checking one change, and noticing what its readers should know; nothing is said to the forge yet.

import { conclusionOfChange, type GateOutcome, gateOfChange } from '../core/gate.ts';
import type { Notice } from '../core/notice.ts';
import type { CheckReport } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import { check } from '../jobs/check.ts';
import { type ModelInUse, modelForChange } from '../jobs/model-in-use.ts';
import type { Revision } from '../ports.ts';
import type { ForgeRun } from './run.ts';

export interface CheckedChange {
  /** `null` when the model could not be asked. */
  readonly report: CheckReport | null;
  readonly outcome: GateOutcome;
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly notices: readonly Notice[];
}

/** `model`: who answers, which is not the model in use for a change that nobody vouches for. */
export async function checkChange(
  run: ForgeRun,
  base: Revision,
  head: Revision,
  model: ModelInUse,
): Promise<CheckedChange> {
  const { repository, settings, choices, languages, progress, signal } = run;
  const edits = await editsOfRules(run, base, head);
  const state = await run.state.read();
  const policy = { ...settings.policy, samples: choices.samples ?? settings.policy.samples };
  try {
    const report = await check({
      repository,
      base,
      head,
      openModel: () => modelForChange(model, state, base, repository),
      languages,
      policy,
      project: { store: run.ledgers, state, policy: settings.freshness },
      progress,
      signal,
    });
    const outcome = gateOfChange(report, choices.gate);
    const notices = [...edits, ...(await noticeOfLedger(run, report, base)), ...noticesOf(report, outcome)];
    return { report, outcome, conclusion: conclusionOfChange(report, outcome), notices };
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'model-unavailable')) throw error;
    const notice: Notice = { kind: 'model-unreachable', detail: run.mask(error.message) };
    return { report: null, outcome: { kind: 'passed' }, conclusion: 'neutral', notices: [...edits, notice] };
  }
}

const WORKFLOWS = '.github/workflows/';

/** A change to the rules themselves, which this check goes by as the default branch has them. */
async function editsOfRules({ whole, settingsPath }: ForgeRun, base: Revision, head: Revision): Promise<Notice[]> {
  const changed = await whole.changedFiles(base, head);
  const paths = changed.map(({ path }) => path).filter((path) => path === settingsPath || path.startsWith(WORKFLOWS));
  return paths.length === 0 ? [] : [{ kind: 'edits-settings', paths }];
}

/** A ledger as new as the base, or newer, is what a change is to be measured by; one that is not is told of. */
async function noticeOfLedger({ whole }: ForgeRun, { standing }: CheckReport, base: Revision): Promise<Notice[]> {
  const ledger = standing?.freshness.kind === 'known' ? standing.freshness.before.history.at(-1)?.revision : undefined;
  if (ledger === undefined || ledger === base.hash) return [];
  if (await whole.isAncestor(base.hash, { hash: ledger, name: ledger, committedAt: null })) return [];
  const isBefore = await whole.isAncestor(ledger, base);
  return [{ kind: 'ledger-behind', ledger, where: isBefore ? 'before-base' : 'elsewhere' }];
}

function noticesOf(report: CheckReport, outcome: GateOutcome): Notice[] {
  return [
    ...gateNotice(outcome),
    ...(report.unasked === undefined ? [] : [{ kind: 'budget-spent', input: 'max-methods' } as const]),
  ];
}

function gateNotice(outcome: GateOutcome): Notice[] {
  switch (outcome.kind) {
    case 'passed':
      return [];
    case 'stale':
      return [{ kind: 'gate-met', gate: 'stale' }];
    case 'drop':
      return [{ kind: 'gate-met', gate: 'maximum-drop', drop: outcome.points, maximum: outcome.maximum }];
    default:
      return outcome satisfies never;
  }
}

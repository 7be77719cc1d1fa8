// Checking one change, and noticing what its readers should know; nothing is said to the forge yet.

import { conclusionOfChange, type Gate, type GateOutcome, gateOfChange } from '../core/gate.ts';
import type { Notice } from '../core/notice.ts';
import type { CheckReport } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import { check } from '../jobs/check.ts';
import { type ModelInUse, modelForChange } from '../jobs/model-in-use.ts';
import type { Revision } from '../ports.ts';
import type { Step } from './step.ts';

export interface CheckedChange {
  /** `null` when the model could not be asked. */
  readonly report: CheckReport | null;
  readonly outcome: GateOutcome;
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly notices: readonly Notice[];
}

/** `model`: who answers, which is not the model in use for a change that nobody vouches for. */
export async function checkChange(
  step: Step,
  base: Revision,
  head: Revision,
  model: ModelInUse,
): Promise<CheckedChange> {
  const { repository, settings, inputs, forge, languages, progress, signal } = step;
  const edits = await editsOfRules(step, base, head);
  const state = await forge.state.read();
  const policy = { ...settings.policy, samples: inputs.samples ?? settings.policy.samples };
  try {
    const report = await check({
      repository,
      base,
      head,
      openModel: () => modelForChange(model, state, base, repository),
      languages,
      policy,
      project: { store: forge.ledgers, state, policy: settings.freshness },
      progress,
      signal,
    });
    const outcome = gateOfChange(report, gateOf(step));
    const notices = [...edits, ...noticesOf(report, outcome)];
    return { report, outcome, conclusion: conclusionOfChange(report, outcome), notices };
  } catch (error) {
    if (!(error instanceof ExpectedFailure && error.code === 'model-unavailable')) throw error;
    const notice: Notice = { kind: 'model-unreachable', detail: step.environment.secrets.mask(error.message) };
    return { report: null, outcome: { kind: 'passed' }, conclusion: 'neutral', notices: [...edits, notice] };
  }
}

export function gateOf({ inputs }: Pick<Step, 'inputs'>): Gate {
  return { failOn: inputs.failOn, maximumDrop: inputs.maximumDrop };
}

const WORKFLOWS = '.github/workflows/';

/** A change to the rules themselves, which this check goes by as the default branch has them. */
async function editsOfRules({ forge, inputs }: Step, base: Revision, head: Revision): Promise<Notice[]> {
  const changed = await forge.repository.changedFiles(base, head);
  const paths = changed.map(({ path }) => path).filter((path) => path === inputs.config || path.startsWith(WORKFLOWS));
  return paths.length === 0 ? [] : [{ kind: 'edits-settings', paths }];
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

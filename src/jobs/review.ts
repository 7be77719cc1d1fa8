// The regular look at everything: the ledger brought on, the codebase evaluated, the control group, drift, gain and status.

import { type Control, compareControl } from '../core/control.ts';
import { DEFAULT_GAIN_POLICY } from '../core/gain.ts';
import type { RecommendationPolicy } from '../core/recommendation.ts';
import type { EvaluateReport, StatusReport } from '../core/report.ts';
import type { ReportPage } from '../core/report-page.ts';
import type {
  CodeModel,
  HistoryReader,
  KeptReview,
  KeptState,
  Language,
  RepositoryReader,
  Training,
} from '../ports.ts';
import { writeControlGroup } from './control-group.ts';
import { evaluate } from './evaluate.ts';
import { type KeepLedgerInput, type KeptLedger, keepLedger, NOTHING_KEPT } from './keep-ledger.ts';
import { repin } from './repin.ts';
import { report } from './report.ts';

export interface ReviewInput extends Omit<KeepLedgerInput, 'mayAskForAll' | 'policy'> {
  readonly policy: RecommendationPolicy;
  /** With the whole history; `null` where none can be had: then gain, drift and status are not told. */
  readonly past: { readonly repository: RepositoryReader; readonly history: HistoryReader } | null;
  readonly windowDays: number;
  /** Learns nothing yet; one for each call. */
  readonly training: () => Training;
  readonly language: Language;
  readonly controlSize: number;
  /** When the embedded model is trained anew; another is not ours to train. */
  readonly retrain: 'now' | 'when-due' | 'never';
  /** What people call the project. */
  readonly project: string;
  /** Of how many methods the page shows the body beside what the model writes now. */
  readonly closeUps: number;
}

export interface Review {
  readonly kept: KeptLedger;
  /** Every body erased at once and written again, at the head; `null` when there is no model. */
  readonly evaluation: EvaluateReport | null;
  /** `null` when there is nothing to compare with yet. */
  readonly control: Control | null;
  /** With the status; `null` without the history. */
  readonly page: ReportPage | null;
  /** What was known before, and what is now. */
  readonly before: KeptState | null;
  readonly state: KeptState | null;
}

/** Several reviews at once come to the same; what the last one saved is kept. Throws the ExpectedFailures of its parts. */
export async function review(input: ReviewInput): Promise<Review> {
  const before = await input.state.read();
  const keeping = { ...input, mayAskForAll: true };
  if (input.retrain === 'now') await repin(keeping);
  const kept = await keepLedger(keeping);
  const { model } = kept;
  if (model === null) return { kept, evaluation: null, control: null, page: null, before, state: before };
  const control = await controlOf(model, input);
  const evaluation = await evaluateHead(model, input);
  const page = await pageOf(model, input);
  const last = before?.review?.fingerprint === model.card.fingerprint ? before.review : null;
  const now = page === null ? null : keptReview(page.status, control, last);
  const state = now === null ? before : await input.state.update((old) => ({ ...(old ?? NOTHING_KEPT), review: now }));
  if (input.retrain === 'when-due' && page?.status.recommendation.kind === 'retrain-now') await repin(keeping);
  return { kept, evaluation, control: compareControl(last?.control ?? [], control), page, before, state };
}

async function controlOf(model: CodeModel, input: ReviewInput) {
  const trainedAt = model.card.trainedAt;
  if (trainedAt === null) return [];
  const tree = input.repository.tree(await input.repository.resolve(trainedAt.revision));
  return writeControlGroup({ ...input, tree, model, size: input.controlSize });
}

async function evaluateHead(model: CodeModel, input: ReviewInput): Promise<EvaluateReport> {
  const { target, repository, sample } = input;
  return evaluate({
    ...input,
    tree: repository.tree(target),
    source: { name: target.name, revision: target.hash },
    protocol: 'recreate',
    scope: 'main',
    model,
    sample,
    output: null,
    journal: null,
  });
}

async function pageOf(model: CodeModel, input: ReviewInput): Promise<ReportPage | null> {
  const { past, target, windowDays, training } = input;
  if (past === null) return null;
  return report({
    ...input,
    ...past,
    model,
    at: target,
    gain: { windowDays, policy: DEFAULT_GAIN_POLICY, training: training() },
    drift: { since: { kind: 'span', span: { count: 1, unit: 'years' } } },
  });
}

function keptReview(status: StatusReport, control: KeptReview['control'], last: KeptReview | null): KeptReview {
  const { gain, drift, model, at } = status;
  return {
    fingerprint: model.fingerprint,
    at: { revision: at.revision, committedAt: null },
    gain: gain && { all: gain.all, window: gain.window, statement: gain.statement, head: gain.head },
    forecast: drift?.forecast ?? null,
    recommendation: status.recommendation,
    control,
    isTrainingAsked: last?.isTrainingAsked ?? false,
  };
}

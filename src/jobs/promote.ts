// A challenger against the champion: measured on what changed and on what did not, and decided by the policy.

import { estimatePaired, type PairedRow } from '../core/paired-models.ts';
import { decidePromotion, type PromotionPolicy } from '../core/promotion.ts';
import { type Contestant, type PromoteReport, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import type { SampleRequest } from '../core/strata.ts';
import type { MethodId } from '../core/unit.ts';
import type { CodeModel, Journal, LanguageRegistry, Progress, RepositoryReader, Revision } from '../ports.ts';
import { probeForgetting } from './forgetting-probe.ts';
import { type GeneralisationInput, NO_GENERALISATION, probeGeneralisation } from './generalisation-probe.ts';
import { LeftOutCount } from './left-out.ts';
import { type BaselineWanted, measureBaseline } from './promotion-baseline.ts';
import { type ReadChange, readChange } from './read-change.ts';
import { type Rivals, writeByBoth } from './written-by-both.ts';

export interface Named {
  readonly reference: string;
  readonly model: CodeModel;
}

export interface PromoteInput {
  readonly repository: RepositoryReader;
  /** The changes end here. */
  readonly head: Revision;
  readonly challenger: Named;
  /** With the revision that it was trained at; `null` where nothing is in office. */
  readonly champion: (Named & { readonly trainedAt: Revision }) | null;
  readonly policy: PromotionPolicy;
  /** Of the forgetting probe. */
  readonly sample: SampleRequest;
  readonly baseline: BaselineWanted;
  /** `null`: nobody allowed that programs of a model are run. */
  readonly generalisation: GeneralisationInput | null;
  readonly languages: LanguageRegistry;
  /** What an interrupted run had already, of either model. It is the caller's to finish, when the decision is kept. */
  readonly journal: Journal | null;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export async function promote(input: PromoteInput): Promise<PromoteReport> {
  const { challenger, champion, policy, sample, head } = input;
  const baseline = await measureBaseline(challenger.model, input.baseline, input);
  const measured = champion === null ? NOTHING : await measureBoth({ ...input, champion });
  const { changes, forgetting, generalisation, unasked, unanswered } = measured;
  const rivals = champion === null ? null : { champion: champion.model, challenger: challenger.model };
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: 'promote',
    protocol: 'in-place',
    head: { name: head.name, revision: head.hash },
    since: champion === null ? null : { name: champion.trainedAt.name, revision: champion.trainedAt.hash },
    challenger: { ...contestant(challenger), model: baseline.card },
    champion: rivals === null || champion === null ? null : contestant(champion),
    decision: decidePromotion(
      {
        changes: changes?.all ?? null,
        forgetting,
        tasks: generalisation.probe?.tasks ?? null,
        likelihood: generalisation.probe?.likelihood ?? { kind: 'not-asked' },
        unasked: unasked.length,
        unanswered,
      },
      policy,
    ),
    policy,
    baseline: baseline.state,
    changes,
    forgetting: forgetting === null ? null : { ...forgetting, sample },
    generalisation: generalisation.probe,
    unanswered,
    ...(unasked.length === 0 ? {} : { unasked: [...new Set(unasked)].sort() }),
    leftOut: measured.leftOut.rows(),
    notes: measured.notes,
    methods: measured.rows,
  };
}

function contestant({ reference, model }: Named): Contestant {
  const usage = model.usage?.();
  return { reference, model: model.card, ...(usage === undefined ? {} : { usage }) };
}

const NOTHING = {
  changes: null,
  forgetting: null,
  generalisation: NO_GENERALISATION,
  unasked: [] as readonly MethodId[],
  unanswered: 0,
  leftOut: new LeftOutCount(),
  notes: [],
  rows: [] as readonly PairedRow[],
};

async function measureBoth(input: PromoteInput & { readonly champion: NonNullable<PromoteInput['champion']> }) {
  const { repository, head, champion, challenger, sample, progress } = input;
  const rivals: Rivals = { champion: champion.model, challenger: challenger.model };
  const change = await changesSince(champion.trainedAt, input);
  const unlearned = await unlearnedUnits(challenger.model, input);
  const units = change.eligible.map(({ change, current }) => {
    return { change, current, learned: unlearned === null ? null : !unlearned.has(current.unit.id) };
  });
  progress.begin('writing the changes again', units.length);
  const written = await writeByBoth(units, rivals, input);
  progress.end();
  const forgetting = await probeForgetting({
    ...input,
    tree: repository.tree(head),
    changed: changedIds(change),
    sample,
    rivals,
  });
  const generalisation =
    input.generalisation === null ? NO_GENERALISATION : await probeGeneralisation(input.generalisation, rivals, input);
  return {
    changes: {
      all: estimatePaired(written.rows),
      learned: estimatePaired(written.rows.filter(({ learned }) => learned === true)),
      later: estimatePaired(written.rows.filter(({ learned }) => learned === false)),
    },
    forgetting: forgetting.probe,
    generalisation,
    unasked: [...written.unasked, ...forgetting.unasked, ...generalisation.unasked],
    unanswered: written.unanswered + forgetting.unanswered,
    leftOut: change.leftOut,
    notes: change.notes,
    rows: [...written.rows, ...forgetting.rows],
  };
}

function changesSince(base: Revision, input: PromoteInput): Promise<ReadChange> {
  return readChange({ ...input, base, policy: { countCosmetic: false } });
}

/** Units that the challenger was not trained on as they stand at the head; `null` where its training is not known here. */
async function unlearnedUnits({ card }: CodeModel, input: PromoteInput): Promise<ReadonlySet<MethodId> | null> {
  if (card.trainedAt === null) return null;
  const base = await input.repository.resolve(card.trainedAt.revision).catch(() => null);
  if (base === null) return null;
  return changedIds(await changesSince(base, input));
}

function changedIds({ eligible, cosmetic, moved }: ReadChange): ReadonlySet<MethodId> {
  return new Set([...eligible.map(({ current }) => current.unit.id), ...cosmetic, ...moved.map(({ id }) => id)]);
}

// Training again because somebody asked: the team's own workflow is started, the operator's trainer put in line, or the embedded
// model pinned to the head.

import { repin } from '../jobs/repin.ts';
import { mayAtLeast } from '../ports/forge.ts';
import type { DocumentStore, Forge, Said } from '../ports.ts';
import { ledgerInput } from './keep-ledger.ts';
import type { ForgeRun } from './run.ts';

/** How a repository's model is trained again; `none`: nobody has said how. */
type Way = 'dispatch' | 'specialize' | 'repin' | 'none';

/** What decides it. */
type Trained = Pick<ForgeRun, 'settings' | 'model' | 'training'>;

/** A team that has a workflow of its own has chosen that; one is enough. */
export function wayToRetrain({ settings, model, training }: Trained): Way {
  const { workflow, eventType } = settings.retraining;
  if (workflow !== '' || eventType !== '') return 'dispatch';
  if (training !== null) return 'specialize';
  return model.inUse.kind === 'pinned' ? 'repin' : 'none';
}

export function canBeRetrained(run: Trained): boolean {
  return wayToRetrain(run) !== 'none';
}

/** Starts what the settings name: a workflow, an event, or both. */
export async function dispatchTraining(
  facts: { readonly model: string; readonly revision: string },
  run: Pick<ForgeRun, 'forge' | 'settings' | 'section' | 'whole'>,
): Promise<Said[]> {
  const { forge, settings, section } = run;
  const { workflow, eventType } = settings.retraining;
  const branch = await run.whole.defaultBranch();
  return [
    ...(workflow === '' ? [] : [await forge.dispatches.workflow(workflow, branch.name, {})]),
    ...(eventType === '' ? [] : [await forge.dispatches.repository(eventType, { ...facts, project: section ?? '' })]),
  ];
}

export interface RetrainContext {
  readonly forge: Pick<Forge, 'pullRequests'>;
  readonly documents: DocumentStore;
  /** The id by which the forge knows the repository. */
  readonly repositoryId: number;
  /** Composed once it is known that there is something to do. */
  readonly run: () => Promise<ForgeRun>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type Retraining =
  | { readonly kind: 'started' }
  /** Somebody who may not ask for it. */
  | { readonly kind: 'not-allowed' }
  /** `at`: ISO 8601, of the last time. */
  | { readonly kind: 'too-soon'; readonly at: string }
  | { readonly kind: 'no-way' }
  | { readonly kind: 'refused'; readonly reason: string };

const DAY_MS = 86_400_000;

export function retrainedKey(repositoryId: number): string {
  return `repository/${repositoryId}/retrained`;
}

/** When it was asked for within the last day, ISO 8601; `null` for longer ago, or never. */
export async function retrainedLately({
  documents,
  repositoryId,
  now,
}: Pick<RetrainContext, 'documents' | 'repositoryId' | 'now'>): Promise<string | null> {
  const key = retrainedKey(repositoryId);
  const last = (await documents.read([key])).get(key);
  return last !== undefined && now() - Date.parse(last.text) < DAY_MS ? last.text : null;
}

/**
 * What a maintainer asks for by a comment or a button, once a day and repository. Safe to be cut off and done again: an embedded
 * model that was pinned before keeps its place, and a workflow is started after the day was taken down.
 */
export async function retrain({ by }: { readonly by: string }, context: RetrainContext): Promise<Retraining> {
  const { forge, documents, repositoryId, now } = context;
  if (!mayAtLeast(await forge.pullRequests.permissionOf(by), 'maintain')) return { kind: 'not-allowed' };
  const lately = await retrainedLately(context);
  if (lately !== null) return { kind: 'too-soon', at: lately };
  const key = retrainedKey(repositoryId);
  const last = (await documents.read([key])).get(key);
  const at = now();
  const run = await context.run();
  const way = wayToRetrain(run);
  if (way === 'none') return { kind: 'no-way' };
  const target = await run.whole.defaultBranch();
  const note = { key, expected: last?.version ?? null, text: new Date(at).toISOString() };
  if (way === 'repin') {
    await repin({ ...ledgerInput(run, target), mayAskForAll: false });
    await documents.write([{ key, text: note.text }]);
    return { kind: 'started' };
  }
  const model = way === 'dispatch' ? await nameOfModel(run) : '';
  if (!(await documents.write([note]))) return { kind: 'too-soon', at: note.text }; // somebody was quicker
  if (way === 'specialize') {
    try {
      await putInLine(run);
    } catch (error) {
      await documents.write([{ key, text: last?.text ?? null }]);
      throw error;
    }
    return { kind: 'started' };
  }
  let said: Said[] = [];
  try {
    said = await dispatchTraining({ model, revision: target.hash }, run);
  } finally {
    const wasUsed = said.some(({ kind }) => kind === 'said');
    if (!wasUsed) await documents.write([{ key, text: last?.text ?? null }]);
  }
  const refused = said.find((one) => one.kind === 'refused');
  const isStarted = said.some(({ kind }) => kind === 'said');
  return isStarted || refused === undefined ? { kind: 'started' } : { kind: 'refused', reason: refused.reason };
}

async function putInLine({ training }: ForgeRun): Promise<void> {
  if (training?.enqueue == null)
    throw new Error('a training that somebody asks for by a comment or a button is a task of its own');
  await training.enqueue();
}

/** The embedded model is not trained just to be called by its name. */
async function nameOfModel({ model: { isHosted, inUse } }: ForgeRun): Promise<string> {
  return isHosted && inUse.kind !== 'pinned' ? (await inUse.open()).card.name : 'project memory';
}

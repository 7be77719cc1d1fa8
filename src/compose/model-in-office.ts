// The operator's model, or the one that was trained after it and promoted; and how another is trained.

import { createHash } from 'node:crypto';
import type { LanguageModelEntry } from '../config/models-schema.ts';
import type { Environment } from '../config.ts';
import type { HistoryReader, PromotedModel, RepositoryReader, StateStore } from '../ports.ts';
import type { ModelSurroundings, OperatorsModel } from './model-in-use.ts';
import type { ComposedSpecialization } from './specialization.ts';

/** An entry that says how its model is trained again. */
export type TrainedEntry = Extract<LanguageModelEntry, { provider: 'openai' }> & {
  readonly specialize: NonNullable<Extract<LanguageModelEntry, { provider: 'openai' }>['specialize']>;
};

export interface TrainingSurroundings extends Omit<ModelSurroundings, 'environment' | 'repository'> {
  readonly environment: Environment;
  /** What people call the project: the result's name begins with it. */
  readonly project: string;
  /** Shows a line of the trainer's. */
  readonly say: (line: string) => void;
  /** Absolute: of this project and model alone. It is made when it is needed. */
  readonly folder: string;
  /** Whether a run that is called off for this reason leaves its job to one that goes on with it. */
  readonly leavesJob: (reason: unknown) => boolean;
  /** Puts the training in line; `null` where whoever asks for it does it. */
  readonly enqueue: (() => Promise<void>) | null;
}

/** How the operator's language model is trained again. */
export interface TrainingWay {
  /** Of what the operator says of the model. */
  readonly origin: string;
  readonly leastChanges: number;
  readonly probeSize: number;
  readonly enqueue: TrainingSurroundings['enqueue'];
  compose(past: Past): Promise<ComposedSpecialization>;
}

export interface Past {
  readonly repository: RepositoryReader;
  readonly history: HistoryReader;
}

/** The model as it is asked now. The operator's word is the newer one where it names another model, or another day. */
export async function modelInOffice(operators: OperatorsModel, state: StateStore): Promise<OperatorsModel> {
  const entry = trainedEntry(operators);
  if (entry === null) return operators;
  const training = (await state.read())?.training;
  const promoted = training?.origin === originOf(entry) ? training.promoted.at(-1) : undefined;
  return promoted === undefined ? operators : withPromoted(operators, entry, promoted);
}

/** The same operator's model with this one in its place: at the same server, asked as it was trained. */
export function withPromoted(operators: OperatorsModel, entry: TrainedEntry, promoted: PromotedModel): OperatorsModel {
  const { model, card } = promoted;
  const trainedAt = card.trainedAt?.revision ?? operators.trainedAt;
  const asked = {
    ...entry,
    model,
    format: entry.specialize.trainer === 'openai' ? ('chat' as const) : entry.format,
    javadoc: card.recipe?.kind !== 'bodies',
  };
  return { ...operators, entry: asked, ownName: model, trainedAt, promoted };
}

/** `null` where the operator does not say how. `operators`: as they say it, whatever was promoted since. */
export function trainingWay(operators: OperatorsModel, surroundings: TrainingSurroundings): TrainingWay | null {
  const entry = trainedEntry(operators);
  if (entry === null) return null;
  const { 'least-changes': leastChanges, 'probe-size': probeSize } = entry.specialize;
  return {
    origin: originOf(entry),
    leastChanges,
    probeSize,
    enqueue: surroundings.enqueue,
    // trainers and what makes a training set are large: a run that does not train does not load them
    compose: async (past) =>
      (await import('./specialization.ts')).composeSpecialization(operators, entry, past, surroundings),
  };
}

function trainedEntry({ entry }: OperatorsModel): TrainedEntry | null {
  if (entry?.provider !== 'openai' || entry.specialize === undefined) return null;
  return { ...entry, specialize: entry.specialize };
}

function originOf(entry: TrainedEntry): string {
  const deciding = [entry['base-url'], entry.model, entry['trained-at']];
  return createHash('sha256').update(JSON.stringify(deciding)).digest('hex').slice(0, 32);
}

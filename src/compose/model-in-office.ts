// The operator's model, or the one that was trained after it and promoted; and how another is trained.

import type { StateStore } from '../ports.ts';
import type { OperatorsModel } from './model-in-use.ts';
import {
  type ComposedSpecialization,
  originOf,
  type Past,
  type TrainingSurroundings,
  trainedEntry,
  withPromoted,
} from './trained-model.ts';

/** How the operator's language model is trained again. */
export interface TrainingWay {
  /** Of what the operator says of the model. */
  readonly origin: string;
  readonly leastChanges: number;
  readonly probeSize: number;
  readonly enqueue: TrainingSurroundings['enqueue'];
  compose(past: Past): Promise<ComposedSpecialization>;
}

/** The model as it is asked now. The operator's word is the newer one where it names another model, or another day. */
export async function modelInOffice(operators: OperatorsModel, state: StateStore): Promise<OperatorsModel> {
  const entry = trainedEntry(operators);
  if (entry === null) return operators;
  const training = (await state.read())?.training;
  const promoted = training?.origin === originOf(entry) ? training.promoted.at(-1) : undefined;
  return promoted === undefined ? operators : withPromoted(operators, entry, promoted);
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

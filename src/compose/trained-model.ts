// A language model that the operator has trained again: what is said of it, and how the result is asked.

import { createHash } from 'node:crypto';
import type { LanguageModelEntry } from '../config/models-schema.ts';
import type { Environment } from '../config.ts';
import type { CodeModel, HistoryReader, PromotedModel, RepositoryReader, Revision } from '../ports.ts';
import type { ModelSurroundings, OperatorsModel } from './model-in-use.ts';

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

export interface Past {
  readonly repository: RepositoryReader;
  readonly history: HistoryReader;
}

export interface ComposedSpecialization {
  train(at: Revision): Promise<PromotedModel>;
  open(trained: PromotedModel): Promise<CodeModel>;
  /** What was opened is closed; and when it is over, or called off for good, the folder goes. Else the next run goes on with it. */
  close(isOver: boolean): Promise<void>;
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

/** `null` where the operator does not say how it is trained. */
export function trainedEntry({ entry }: OperatorsModel): TrainedEntry | null {
  if (entry?.provider !== 'openai' || entry.specialize === undefined) return null;
  return { ...entry, specialize: entry.specialize };
}

/** The same for the same model of the same day at the same server. */
export function originOf(entry: TrainedEntry): string {
  const deciding = [entry['base-url'], entry.model, entry['trained-at']];
  return createHash('sha256').update(JSON.stringify(deciding)).digest('hex').slice(0, 32);
}

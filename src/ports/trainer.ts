// What specialises a language model: an engine of somebody else's that is handed a training set, and tells how far it is.

import type { DatasetCard } from '../core/dataset-card.ts';

/** A training set on disk, as `palimpsest dataset` writes it. */
export interface DatasetFolder {
  /** Absolute; holds `dataset-card.json` and a folder for each form. */
  readonly folder: string;
  readonly card: DatasetCard;
}

export interface TrainingRequest {
  readonly dataset: DatasetFolder;
  /** What the result is called. */
  readonly name: string;
  /** What is specialised, as the trainer knows it: a folder of weights, a name at a hub, a hosted model. */
  readonly baseModel: string;
  readonly epochs: number;
  /** Absolute, of this run alone, and there already: a run that was stopped goes on with what it left there. */
  readonly folder: string;
  readonly seed: number;
  readonly onEvent: (event: TrainingEvent) => void;
  /** Ends the run, and whatever it started; what can be gone on with stays. */
  readonly signal: AbortSignal;
}

export type TrainingEvent =
  | {
      readonly kind: 'step';
      /** From 1. */
      readonly step: number;
      /** `null` where nobody says. */
      readonly steps: number | null;
      readonly epoch: number | null;
      /** Of the training set, or of the validation set. */
      readonly loss: number | null;
      readonly validationLoss: number | null;
    }
  /** One line for people: what it waits for, what it goes on with. */
  | { readonly kind: 'said'; readonly text: string };

/** What came of a run that finished. */
export interface SpecializedModel {
  /** How the model is asked for from now on: a folder of weights, or the name of a hosted model. */
  readonly model: string;
  /** SHA-256 of the weights, or of whatever tells this result from every other. */
  readonly fingerprint: string;
  /** Epochs that were trained in the end. */
  readonly epochs: number;
  /** Exact commands that serve it, the one to try first at the front; empty for what is served already. */
  readonly serve: readonly ServeCommand[];
  /** What else has to be known of the result, a sentence each. */
  readonly remarks?: readonly string[];
}

export interface ServeCommand {
  readonly server: string;
  /** For a shell: words are quoted. */
  readonly command: string;
  /** Where the model is asked then. */
  readonly baseUrl: string;
}

export interface Trainer {
  /** As `--trainer` names it. */
  readonly name: 'embedded' | 'trl' | 'openai' | 'command';
  /**
   * Trains to the end. Throws an ExpectedFailure for whatever the user, the machine or a service can do wrong
   * (`trainer-missing`, `training-failed`, `disk-full`, `cancelled`); a run that did not finish returns nothing.
   */
  train(request: TrainingRequest): Promise<SpecializedModel>;
}

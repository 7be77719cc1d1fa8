// The inputs that have the team's own model trained again.

import { z } from 'zod';
import { ExpectedFailure } from '../errors.ts';
import { input } from './input-facts.ts';
import { LONGEST, oneOf, optional, optionalNumber } from './input-forms.ts';

export interface TrainingInputs {
  /** Who trains the model again; `null`: nobody from here. */
  readonly trainer: 'openai' | null;
  readonly baseModel: string | null;
  readonly epochs: number;
  readonly maxTrainingTokens: number | null;
}

export const trainingInputs = {
  trainer: input(oneOf('', 'openai'), {
    byDefault: '',
    description:
      'Who trains your model again when a schedule’s review or `retrain` asks for it: `openai`, the fine-tuning of the same server, to which **the project’s code is sent**; empty for nobody.',
    takes: 'openai, or nothing',
  }),
  'base-model': input(optional, {
    byDefault: '',
    description: 'With `trainer`: the model that is specialised, as the server calls it.',
    takes: `the name of a model, of at most ${LONGEST} characters`,
  }),
  epochs: input(optionalNumber(/^\d+$/, z.int().min(1).max(100)), {
    byDefault: '5',
    description: 'With `trainer`: how often the training set is learned.',
    takes: 'a whole number from 1 to 100',
  }),
  'max-training-tokens': input(optionalNumber(/^\d+$/, z.int().min(1)), {
    byDefault: '',
    description: 'With `trainer`: a training of more tokens, times epochs, is not ordered; empty for no bound.',
    takes: 'a whole number from 1',
  }),
};

/** Since when two models are compared is to be known before another is paid for. Throws `bad-setting`. */
export function requireForTraining({
  provider,
  baseModel,
  trainedAt,
  trainer,
}: Pick<TrainingInputs, 'trainer' | 'baseModel'> & {
  readonly provider: string;
  readonly trainedAt: string | null;
}): void {
  const missing =
    provider === 'embedded' ? 'provider' : baseModel === null ? 'base-model' : trainedAt === null ? 'trained-at' : null;
  if (missing === null) return;
  throw new ExpectedFailure(
    'bad-setting',
    `the input trainer is ${trainer}, and ${missing === 'provider' ? 'the embedded model is not trained there' : `${missing} is empty`}`,
    missing === 'provider'
      ? 'Add `provider: openai`, or leave trainer out.'
      : `Say in ${missing} ${missing === 'base-model' ? 'what is to be specialised' : 'at which revision the model in use was trained'}, or leave trainer out.`,
  );
}

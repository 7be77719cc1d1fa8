// The YAML that `trl sft --config` reads: ours, and over it what the user adds.

import { parse, stringify } from 'yaml';
import { ExpectedFailure } from '../../errors.ts';
import type { TrainingRequest } from '../../ports.ts';

/** Which weights are trained: adapters, adapters over a base in four bits, or all. */
export type TrlMethod = 'lora' | 'qlora' | 'full';

export type TrlSettings = Readonly<Record<string, unknown>>;

/** What the command line says, or what a run could not be found again by. */
const OURS = [
  'model_name_or_path',
  'dataset_name',
  'datasets',
  'output_dir',
  'num_train_epochs',
  'seed',
  'resume_from_checkpoint',
];

/** A user's file of settings. Throws an ExpectedFailure for what is no YAML, and for what the command line decides. */
export function userSettings(bytes: Uint8Array, file: string): TrlSettings {
  let settings: unknown;
  try {
    settings = parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    throw new ExpectedFailure('bad-setting', `${file} is no YAML`, 'It takes settings of `trl sft`, one a line.', {
      cause: error,
    });
  }
  if (settings === null) return {};
  if (typeof settings !== 'object' || Array.isArray(settings)) {
    throw new ExpectedFailure(
      'bad-setting',
      `${file} holds no settings`,
      'It takes settings of `trl sft`, one a line.',
    );
  }
  const own = Object.keys(settings).find((key) => OURS.includes(key));
  if (own === undefined) return { ...settings };
  throw new ExpectedFailure(
    'bad-setting',
    `${file} sets ${own}, which the command line decides`,
    'Leave it out: --base-model, --dataset, --epochs, --seed and --output-dir say it.',
  );
}

/** Losses that are told in a run, about. */
const LOSSES = 100;
/** What TRL takes at once on one device, unless it is told otherwise. */
const BATCH = 8;

/** Everything that `trl sft` is told, by name. `output`: where it saves; `checkpoint`: what it goes on from. */
export function trlSettings(
  { dataset: { folder, card }, baseModel, epochs, seed }: TrainingRequest,
  method: TrlMethod,
  user: TrlSettings,
  { output, checkpoint }: { readonly output: string; readonly checkpoint: string | null },
): TrlSettings {
  const { train, validation } = card.splits;
  const steps = Math.ceil(train.examples / BATCH) * epochs;
  return {
    model_name_or_path: baseModel,
    dataset_name: `${folder}/trl`,
    output_dir: output,
    num_train_epochs: epochs,
    seed,
    max_length: card.contextTokens,
    logging_steps: Math.max(1, Math.floor(steps / LOSSES)),
    // a loss that is no number would be shown as the one before
    logging_nan_inf_filter: false,
    report_to: 'none',
    save_strategy: 'epoch',
    save_total_limit: 2,
    ...(validation.examples === 0 ? {} : { eval_strategy: 'epoch', dataset_test_split: 'validation' }),
    ...METHODS[method],
    ...user,
    ...(checkpoint === null ? {} : { resume_from_checkpoint: checkpoint }),
  };
}

const LORA = { use_peft: true, lora_r: 16, lora_alpha: 32, lora_target_modules: ['all-linear'], learning_rate: 2e-4 };

const METHODS: Readonly<Record<TrlMethod, TrlSettings>> = {
  lora: LORA,
  qlora: { ...LORA, load_in_4bit: true },
  full: {},
};

/** For Python's parser, which reads YAML 1.1: there a bare `no` is `false`. */
export function yamlOf(settings: TrlSettings): string {
  return stringify(settings, { lineWidth: 0, version: '1.1' });
}

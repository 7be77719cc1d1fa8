// The flags of commands that ask a model: which one, within what budget, or only what it would take.

import { composeModels, type ModelSource } from '../compose.ts';
import { type EstimateReport, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import type { Budget } from '../core/usage.ts';
import { ExpectedFailure } from '../errors.ts';
import { type Estimating, estimating } from '../jobs/estimate.ts';
import type { CodeModel } from '../ports.ts';
import type { Shell } from './shell.ts';

export interface ModelOptions {
  readonly model?: string;
  readonly models?: string;
  readonly baseUrl?: string;
}

export interface AskingOptions extends ModelOptions {
  /** `false` for `--no-cache`. */
  readonly cache?: boolean;
  readonly maxMethods?: string;
  readonly maxTokens?: string;
  readonly maxCost?: string;
  readonly dryRun?: true;
}

/** What the flags say of models; everything that is opened is closed at the end of the command. */
export function modelsFrom(
  options: AskingOptions,
  { environment, atEnd }: Shell,
  { areSeveral = false } = {},
): ModelSource {
  const settings = {
    modelsFile: options.models ?? null,
    baseUrl: options.baseUrl ?? null,
    useCache: options.cache ?? true,
    budget: budgetFrom(options),
    areSeveral,
  };
  const models = composeModels(settings, environment, (warning) => {
    process.stderr.write(`palimpsest: ${environment.secrets.mask(warning)}\n`);
  });
  atEnd(() => models.close());
  return models;
}

/** The cache holds more than a journal would, and knows what an answer took. */
export function isCached({ usage }: CodeModel, { cache }: AskingOptions): boolean {
  return usage !== undefined && cache !== false;
}

function budgetFrom({ maxMethods, maxTokens, maxCost }: AskingOptions): Budget {
  return {
    methods: bound('--max-methods', maxMethods, /^\d+$/, 'a whole number of methods'),
    tokens: bound('--max-tokens', maxTokens, /^\d+$/, 'a whole number of tokens, of prompts and answers together'),
    cost: bound('--max-cost', maxCost, /^\d+(\.\d+)?$/, 'an amount of money in the currency of the model’s price'),
  };
}

function bound(flag: string, text: string | undefined, form: RegExp, what: string): number | null {
  if (text === undefined) return null;
  if (form.test(text) && Number.isFinite(Number(text))) return Number(text);
  throw new ExpectedFailure('bad-setting', `${flag} does not take ${JSON.stringify(text)}`, `It is ${what}.`);
}

/** Stands between a command and its models: with `--dry-run` they are asked nothing, and counted instead. */
export class DryRun {
  readonly isOn: boolean;
  readonly #counted: Estimating[] = [];

  constructor({ dryRun }: AskingOptions) {
    this.isOn = dryRun === true;
  }

  insteadOf(model: CodeModel): CodeModel {
    if (!this.isOn) return model;
    const counted = estimating(model);
    this.#counted.push(counted);
    return counted.model;
  }

  report(command: string): EstimateReport {
    const models = this.#counted.map((counted) => counted.estimate());
    return { schemaVersion: REPORT_SCHEMA_VERSION, kind: 'estimate', command, models };
  }
}

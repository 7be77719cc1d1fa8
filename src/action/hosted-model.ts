// The model that a step names, for runs that may ask it.

import { ExpectedFailure } from '../errors.ts';
import type { ActionInputs } from './inputs.ts';

/** A model behind a server, as the step's inputs have it. */
export interface HostedModel {
  readonly name: string;
  readonly baseUrl: string;
  readonly apiKey: string | null;
  /** `null`: nobody can say how fresh it is. */
  readonly trainedAt: string | null;
}

/**
 * `null` for the embedded model. Throws an ExpectedFailure where something is missing, or given for nothing. A run of a fork
 * has no secrets and may have no variables: it does not ask for this, and goes by the shadow.
 */
export function hostedModel({ provider, model, baseUrl, apiKey, trainedAt }: ActionInputs): HostedModel | null {
  if (provider === 'embedded') {
    const stray = baseUrl !== null ? 'base-url' : apiKey !== null ? 'api-key' : null;
    if (stray === null) return null;
    throw new ExpectedFailure(
      'bad-setting',
      `the input ${stray} is given, and the provider is embedded, which asks nobody`,
      `Add \`provider: openai\`, or leave ${stray} out.`,
    );
  }
  const missing = model === null ? 'model' : 'base-url';
  if (model !== null && baseUrl !== null) return { name: model, baseUrl, apiKey, trainedAt };
  throw new ExpectedFailure(
    'bad-setting',
    `the provider is openai, and the input ${missing} is empty`,
    missing === 'model'
      ? 'Say what the server calls the model, such as `model: acme/ledger-7b`.'
      : 'Say where the server is, such as `base-url: https://models.example.org/v1`.',
  );
}

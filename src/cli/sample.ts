// `--sample N --seed S`

import type { Protocol } from '../core/report.ts';
import type { SampleRequest } from '../core/strata.ts';
import { ExpectedFailure } from '../errors.ts';

interface SampleFlags {
  readonly protocol: Protocol;
  readonly outputDir?: string;
  readonly sample?: string;
  readonly seed?: string;
}

/** `null` without `--sample`. Throws an ExpectedFailure for what cannot be drawn. */
export function sampleFromFlags({ protocol, outputDir, sample, seed = '1' }: SampleFlags): SampleRequest | null {
  if (sample === undefined) return null;
  if (protocol !== 'in-place' || outputDir !== undefined) {
    throw new ExpectedFailure(
      'bad-setting',
      `--sample cannot be had ${outputDir === undefined ? 'when all bodies are erased at once' : 'with --output-dir'}`,
      'It is for --protocol in-place without --output-dir: methods that are not drawn are not written again.',
    );
  }
  return sampleOf(sample, seed);
}

/** Of two flags as they were typed. */
export function sampleOf(sample: string, seed = '1'): SampleRequest {
  return { size: wholeNumber('--sample', sample, 1), seed: wholeNumber('--seed', seed, 0) };
}

export function wholeNumber(flag: string, text: string, least: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && Number.isSafeInteger(number)) return number;
  throw new ExpectedFailure(
    'bad-setting',
    `${flag} does not take ${JSON.stringify(text)}`,
    `It is a whole number from ${least}.`,
  );
}

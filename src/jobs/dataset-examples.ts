// Turning sources into examples: what is tested with first, so that nothing nearly the same is learned.

import type { DatasetSplit } from '../core/dataset-card.ts';
import { exampleOf, pieceExamples, type TrainingExample, textsOfExample } from '../core/dataset-example.ts';
import { showsJavadoc, type Times } from '../core/dataset-recipe.ts';
import type { DatasetTally } from '../core/dataset-tally.ts';
import { withoutLicenceHeader } from '../core/licence-header.ts';
import { type BodyRuns, NearDuplicates, runsOf } from '../core/near-duplicates.ts';
import { promptBudget } from '../core/prompt.ts';
import type { DatasetInput } from './dataset-input.ts';
import type { DatasetSource } from './dataset-sources.ts';
import type { DatasetWriter } from './dataset-writer.ts';

export interface ExampleWriter {
  /** Writes the examples of one source; `times` says how often each unit is one. */
  write(source: DatasetSource, split: DatasetSplit, times: Times): Promise<void>;
}

export function exampleWriter(input: DatasetInput, writer: DatasetWriter, tally: DatasetTally): ExampleWriter {
  const heldOut = new NearDuplicates();
  /** Whether it may be learned; what is held out is remembered. */
  const mayStand = (split: DatasetSplit, runs: BodyRuns): boolean => {
    if (split === 'train') return !heldOut.has(runs);
    heldOut.add(runs);
    return true;
  };
  return input.recipe.kind === 'files'
    ? fileWriter(input, writer, tally, mayStand)
    : unitWriter(input, writer, tally, mayStand);
}

type MayStand = (split: DatasetSplit, runs: BodyRuns) => boolean;

function unitWriter(
  input: DatasetInput,
  writer: DatasetWriter,
  tally: DatasetTally,
  mayStand: MayStand,
): ExampleWriter {
  const { format, contextTokens, maxTokens, tokens, recipe } = input;
  const budget = promptBudget(contextTokens, maxTokens);
  const settings = { format, budget, maxTokens, countTokens: tokens.count, javadoc: showsJavadoc(recipe.kind) };
  return {
    async write({ source, units, language, known, secrets }, split, times) {
      for (const unit of units) {
        const wanted = times(unit.id);
        if (wanted === 0) continue;
        const example = exampleOf(source, unit, known, { ...settings, tokenize: language.tokenize });
        if (example === null) tally.leaveOut('too-long', { units: 1 });
        else if (holdsSecret(example, secrets)) tally.leaveOut('secret', { units: 1 });
        else if (!mayStand(split, runsOf(known.tokensWithin(unit.body))))
          tally.leaveOut('near-duplicate', { units: 1 });
        else for (let time = 0; time < wanted; time++) await writer.add(split, source.path, example);
      }
    },
  };
}

/** A file is an example, or several where it is too long for one; `times` is asked for its path. */
function fileWriter(
  input: DatasetInput,
  writer: DatasetWriter,
  tally: DatasetTally,
  mayStand: MayStand,
): ExampleWriter {
  const { contextTokens, tokens } = input;
  return {
    async write({ source, language, secrets }, split, times) {
      if (times(source.path) === 0) return;
      const text = withoutLicenceHeader(source.text).replace(/\r\n?/g, '\n');
      const units = source.units.length;
      if (secrets.length > 0) return tally.leaveOut('secret', { files: 1, units });
      if (!mayStand(split, runsOf(language.tokenize(text))))
        return tally.leaveOut('near-duplicate', { files: 1, units });
      const examples = pieceExamples(text, contextTokens, tokens.count);
      if (examples === null) return tally.leaveOut('too-long', { files: 1, units });
      for (const example of examples) await writer.add(split, source.path, example);
    },
  };
}

function holdsSecret(example: TrainingExample, secrets: readonly string[]): boolean {
  return secrets.length > 0 && textsOfExample(example).some((text) => secrets.some((secret) => text.includes(secret)));
}

// The commands that make the project's own language model, and their options.

import { Command, Option } from 'commander';
import { DATASET_FORMS, RECIPES } from '../core/dataset-card.ts';
import { PROMPT_FORMATS } from '../core/prompt-format.ts';
import { repoOption, several, withOutput } from './flags.ts';
import type { Shell } from './shell.ts';

export function datasetCommand(shell: Shell): Command {
  const command = new Command('dataset')
    .description('Write a training set: each method body after the very prompt that a model is asked with.')
    .requiredOption('--output-dir <dir>', 'the folder that it is written to, whole or not at all')
    .addOption(repoOption())
    .option('--revision <rev>', 'what to learn (default: HEAD)')
    .addOption(
      new Option('--form <name>', 'write this form alone; may be given again (default: all that the format has)')
        .choices(DATASET_FORMS)
        .argParser(several),
    )
    .option('--seed <n>', 'draw other files to validate with (default: 1)');
  return withOutput(withRecipe(command)).action(async (options) =>
    (await import('./dataset.ts')).runDataset(options, shell),
  );
}

/** What a training set is made of, for whoever makes one; its revision and its seed aside. */
export function withRecipe(command: Command): Command {
  return command
    .addOption(new Option('--recipe <name>', 'what to learn of it (default: javadoc)').choices(RECIPES))
    .addOption(
      new Option('--prompt-format <name>', 'how the model will be asked (default: completion)').choices(PROMPT_FORMATS),
    )
    .option('--context-tokens <n>', 'tokens of a prompt with its answer, at most (default: 2048)')
    .option('--max-tokens <n>', 'tokens of an answer, at most (default: 512)')
    .option('--tokenizer <file>', 'the model’s tokenizer.json; without one tokens are estimated, on the safe side')
    .option('--validation <share>', 'the share of files that validate, below 1 (default: 0.1)')
    .option('--test-since <rev|days>', 'learn this earlier state, such as v1.0 or 90d; test with what changed since')
    .option('--since <card>', 'recipe incremental: the card of the model, or of the training set, to go on from')
    .option('--mix <new:old>', 'recipe incremental: new examples for old ones (default: 1:1)')
    .option('--maven-repository <dir>', 'recipe dependencies: the local repository (default: Maven’s own)')
    .option('--fetch-dependencies', 'recipe dependencies: have Maven fetch the sources that are missing there')
    .option('--recent-days <n>', 'recipe recent: what counts as lately (default: 90)')
    .option('--recent-times <n>', 'recipe recent: how many times that is learned (default: 3)');
}

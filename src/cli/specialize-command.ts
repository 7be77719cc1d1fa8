// `palimpsest specialize` and its options.

import { Command, Option } from 'commander';
import { withRecipe } from './commands-of-training.ts';
import { repoOption, withOutput } from './flags.ts';
import type { Shell } from './shell.ts';

/** As `compose/trainers.ts` has them, which is loaded when one is needed. */
const TRAINERS = ['embedded', 'trl', 'openai', 'command'];

export function specializeCommand(shell: Shell): Command {
  const command = new Command('specialize')
    .description('Make a base model the project’s own: train it on a training set, and end with its card.')
    .argument('[program...]', 'with --trainer command: the program that trains, and its arguments, after --')
    .addOption(new Option('--trainer <name>', 'what trains').choices(TRAINERS).makeOptionMandatory())
    .requiredOption(
      '--output-dir <dir>',
      'the folder of the run: model, card, models.yml, loss.svg, what the trainer leaves',
    )
    .option(
      '--dataset <dir>',
      'the training set, as `palimpsest dataset` writes it (default: one made now, in dataset/ of the run)',
    )
    .option('--base-model <name>', 'what is specialised: a folder of weights, a name at a hub, a hosted model')
    .option('--epochs <n>', 'how often the training set is learned (default: 5)')
    .option('--name <name>', 'what the result is called (default: the name of the folder of the run)')
    .option('--seed <n>', 'of whatever is drawn by lot (default: 1)')
    .addOption(
      new Option('--method <name>', 'trl: which weights are trained (default: lora)').choices([
        'lora',
        'qlora',
        'full',
      ]),
    )
    .option('--config <file>', 'trl: further settings of `trl sft`, in YAML; an accelerate_config too')
    .option('--trl <program>', 'trl: the program, where it is not in PATH (default: PALIMPSEST_TRL)')
    .option('--base-url <url>', 'openai: the service that trains, and then serves: https://api.example.org/v1')
    .option('--api-key-env <name>', 'openai: the variable that holds its key (default: PALIMPSEST_API_KEY)')
    .option('--batch-size <n>', 'openai: examples of a step (default: the service chooses)')
    .option('--learning-rate-multiplier <x>', 'openai: on the rate that the service would choose')
    .option('--most-tokens <n>', 'openai: do not order more tokens × epochs than that')
    .addOption(repoOption())
    .option('--revision <rev>', 'what to learn, where no training set is named (default: HEAD)')
    .option('--evaluate', 'embedded: measure it in place on the same revision, and write its scores into the card');
  return withOutput(withRecipe(command))
    .addHelpText(
      'after',
      '\nA training by trl goes on when the terminal is closed. The same command again goes on with a run that was stopped,\nfollows one that is under way, and says so when it is finished.',
    )
    .action(async (program, options) => (await import('./specialize.ts')).runSpecialize(program, options, shell));
}

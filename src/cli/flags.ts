// Options that several commands have.

import { type Command, Option } from 'commander';
import { FORMATS, TABLE_FORMATS } from './formats.ts';

export function withParts(command: Command): Command {
  return command
    .option('--sample <n>', 'in place: score so many methods, drawn by lot from files and sizes alike')
    .option('--seed <n>', 'draw others; the same seed draws the same (default: 1)')
    .option('--shard <part>', 'take one part of the files, such as 3/8; merge-reports joins the JSON reports');
}

const ONE_MODEL =
  'the path of a trained model, embedded, provider:name, or a name in --models (default: what `train` left in the clone)';

export function withModel(command: Command, description = ONE_MODEL, collect?: typeof several): Command {
  const model = new Option('--model <ref>', description);
  return withModelsFile(command.addOption(collect === undefined ? model : model.argParser(collect)));
}

function withModelsFile(command: Command): Command {
  return command
    .option('--models <file>', 'your own file of models and how to reach them, in YAML or JSON')
    .option('--base-url <url>', 'where the server of --model openai:NAME is; its key is read from PALIMPSEST_API_KEY');
}

export function withAsking(command: Command, description?: string, collect?: typeof several): Command {
  return withBudget(withModel(command, description, collect));
}

/** The same for a command that names its models otherwise. */
export function withAskingOfModels(command: Command): Command {
  return withBudget(withModelsFile(command));
}

function withBudget(command: Command): Command {
  return command
    .option('--dry-run', 'say what a language model would be asked and what that would cost, and ask nothing')
    .option('--max-methods <n>', 'ask a language model for so many methods at most; the rest is named as missing')
    .option('--max-tokens <n>', 'spend so many tokens at most')
    .option('--max-cost <amount>', 'spend so much money at most, by the price in --models')
    .option('--no-cache', 'ask anew for what earlier runs were answered, and keep nothing');
}

export function withOutput(command: Command, format = formatOption()): Command {
  return command
    .addOption(format)
    .option(
      '--output <file>',
      'write the report there; without --format its ending decides (.md, .json), and may be given again',
      several,
    )
    .addOption(verboseOption());
}

/** An option that may be given again. */
export function several(value: string, others: string[] = []): string[] {
  return [...others, value];
}

export const repoOption = () => new Option('--repo <dir>', 'a folder of the clone').default('.');
export const formatOption = () =>
  new Option('--format <name>', 'how to print the report (default: terminal)').choices(FORMATS);
export const verboseOption = () => new Option('--verbose', 'print the stack of an error');
export const tableFormatOption = () =>
  new Option('--format <name>', 'how to print the report (default: terminal)').choices(TABLE_FORMATS);
export const pullRequestOption = () =>
  new Option(
    '--pull-request <name>',
    'one on GitHub, as OWNER/REPO#N or by its address, read through the API: no clone is needed',
  ).conflicts(['repo', 'base', 'head']);
export const protocolOption = () =>
  new Option('--protocol <name>', 'erase all bodies together, or one at a time')
    .choices(['recreate', 'in-place'])
    .default('recreate');

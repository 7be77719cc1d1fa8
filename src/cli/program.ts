// The commands and their options, as `--help` shows them.

import { Command } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { SETTINGS_PATH, settings } from '../config.ts';
import { datasetCommand } from './commands-of-training.ts';

import {
  backtestCommand,
  badgeCommand,
  driftCommand,
  gainCommand,
  reportCommand,
  statusCommand,
  updateCommand,
} from './commands-over-time.ts';
import {
  formatOption,
  protocolOption,
  pullRequestOption,
  repoOption,
  several,
  tableFormatOption,
  verboseOption,
  withAsking,
  withOutput,
  withParts,
} from './flags.ts';
import { promoteCommand } from './promote-command.ts';
import type { Shell } from './shell.ts';
import { specializeCommand } from './specialize-command.ts';

export function buildProgram(shell: Shell): Command {
  const program = new Command('palimpsest')
    .description('Shows how well a project’s own code model still knows the project.')
    .version(packageJson.version)
    .exitOverride()
    .showHelpAfterError('(see --help)')
    .addHelpText(
      'after',
      '\nIn any git clone of a Java project:\n  $ palimpsest train --revision v1.0   remember the project as it stood\n  $ palimpsest check                   what of it does this branch change?\n\nExit codes: 0 done, 1 a gate that you set was met, 2 could not run.',
    );
  for (const command of [
    trainCommand(shell),
    datasetCommand(shell),
    specializeCommand(shell),
    checkCommand(shell),
    updateCommand(shell),
    statusCommand(shell),
    driftCommand(shell),
    gainCommand(shell),
    reportCommand(shell),
    backtestCommand(shell),
    badgeCommand(shell),
    promoteCommand(shell),
    evaluateCommand(shell),
    compareCommand(shell),
    mergeReportsCommand(shell),
    eraseCommand(shell),
    scoreCommand(shell),
    initCommand(),
    configCommand(),
  ]) {
    program.addCommand(command.exitOverride().showHelpAfterError('(see --help)'));
  }
  return program;
}

function trainCommand(shell: Shell): Command {
  return new Command('train')
    .description('Train the embedded model on one revision, read from git; the work tree is not touched.')
    .addOption(repoOption())
    .option('--revision <rev>', 'what to train on (default: HEAD)')
    .option('--trained-at <rev>', 'train the shadow of your own model: on the revision that that one was trained at')
    .option('--shadow-of <name>', 'what that model is called, for the reports')
    .option('--output <file>', 'where the model goes; its card stands beside it (default: .palimpsest/ in the clone)')
    .option('--evaluate', 'measure it in place on the same revision, and write its scores into the card')
    .addOption(formatOption())
    .addOption(verboseOption())
    .action(async (options) => (await import('./train.ts')).runTrain(options, shell));
}

function checkCommand(shell: Shell): Command {
  const command = new Command('check')
    .description('Say for each method that a change touched whether the model still knows it.')
    .addOption(repoOption())
    .option('--base <rev>', 'compare from where head branched off it (default: the default branch)')
    .option('--head <rev>', 'the change; WORKTREE takes uncommitted files', 'HEAD')
    .addOption(pullRequestOption())
    .option('--show <method>', 'print the body before, the body after, and what the model wrote');
  withAsking(command);
  for (const { flag, kind, byDefault, description } of settings()) {
    command.option(kind === 'boolean' ? flag : `${flag} <n>`, `${description} (default: ${byDefault})`);
    if (kind === 'boolean') command.option(flag.replace('--', '--no-'), 'do not, whatever the settings file says');
  }
  return withOutput(command)
    .addHelpText('after', `\nWhat no flag says, ${SETTINGS_PATH} on the default branch decides, where there is one.`)
    .action(async (options) => (await import('./check.ts')).runCheck(options, shell));
}

function evaluateCommand(shell: Shell): Command {
  const command = new Command('evaluate')
    .description('Erase every body of a codebase, have all of them written again, and score the lot.')
    .argument('[dir]', 'a directory, taken whole: tests and generated code too')
    .addOption(repoOption())
    .option('--revision <rev>', 'a revision of a clone instead of a directory; main sources count')
    .addOption(protocolOption())
    .option('--output-dir <dir>', 'leave the regenerated tree there');
  return withOutput(withAsking(withParts(command))).action(async (directory, options) =>
    (await import('./codebase.ts')).runEvaluate(directory, options, shell),
  );
}

function compareCommand(shell: Shell): Command {
  const command = new Command('compare')
    .description('Have several models write the same methods, and say which comes closest, where, and at what cost.')
    .argument('[dir]', 'a directory, taken whole: tests and generated code too')
    .addOption(repoOption())
    .option('--revision <rev>', 'a revision of a clone instead of a directory; main sources count')
    .option('--tree <name=dir>', 'what anything else wrote, laid out as the original is; may be given again', several)
    .option('--baseline <name>', 'what the others are compared with; `stub` is every body erased (default: the first)')
    .addOption(protocolOption())
    .option('--output-dir <dir>', 'leave a regenerated tree for each model there, in a folder of its name');
  const asking = withAsking(
    withParts(command),
    'the path of a trained model, embedded, provider:name, or a name in --models; may be given again (default: all in --models, or what `train` left)',
    several,
  );
  return withOutput(asking, tableFormatOption()).action(async (directory, options) =>
    (await import('./compare.ts')).runCompare(directory, options, shell),
  );
}

function mergeReportsCommand(shell: Shell): Command {
  const command = new Command('merge-reports')
    .description('Join the JSON reports of a run that was shared out with --shard.')
    .argument('<files...>', 'all parts of one evaluate or compare, in any order');
  return withOutput(command, tableFormatOption()).action(async (files, options) =>
    (await import('./merge-reports.ts')).runMergeReports(files, options, shell),
  );
}

function eraseCommand(shell: Shell): Command {
  const command = new Command('erase')
    .description('Write types and method stubs alone: every body becomes {}, every other byte stays.')
    .argument('<dir>', 'the directory to read, taken whole')
    .requiredOption('--output-dir <dir>', 'where the stubs go');
  return withOutput(command).action(async (directory, options) =>
    (await import('./codebase.ts')).runErase(directory, options, shell),
  );
}

function scoreCommand(shell: Shell): Command {
  const command = new Command('score')
    .description('Measure any regenerated tree against its original, whatever tool wrote it.')
    .argument('<original>', 'the directory as it was')
    .argument('<regenerated>', 'the directory as it was written again');
  return withOutput(command).action(async (original, regenerated, options) =>
    (await import('./codebase.ts')).runScore(original, regenerated, options, shell),
  );
}

function initCommand(): Command {
  return new Command('init')
    .description(
      `Write ${SETTINGS_PATH} with every setting, its meaning and its default, and the workflow of the GitHub Action; never over what is there.`,
    )
    .addOption(repoOption())
    .addOption(verboseOption())
    .action(async (options) => (await import('./config.ts')).runInit(options));
}

function configCommand(): Command {
  const validate = new Command('validate')
    .description('Check a settings file and say what it sets.')
    .argument('[file]', `the file (default: ${SETTINGS_PATH} in the work tree)`)
    .addOption(repoOption())
    .addOption(verboseOption())
    .action(async (file, options) => (await import('./config.ts')).runValidate(file, options));
  return new Command('config')
    .description(`The repository’s own settings, ${SETTINGS_PATH}.`)
    .addCommand(validate.exitOverride().showHelpAfterError('(see --help)'));
}

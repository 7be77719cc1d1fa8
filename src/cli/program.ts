// The commands and their options, as `--help` shows them.

import { Command, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { SETTINGS_PATH, settings } from '../config.ts';
import { GATES } from './exit-codes.ts';
import {
  formatOption,
  protocolOption,
  repoOption,
  several,
  tableFormatOption,
  verboseOption,
  withAsking,
  withModel,
  withOutput,
  withParts,
} from './flags.ts';
import type { Shell } from './shell.ts';

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
    checkCommand(shell),
    updateCommand(shell),
    statusCommand(shell),
    driftCommand(shell),
    gainCommand(shell),
    reportCommand(shell),
    backtestCommand(shell),
    badgeCommand(shell),
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

function updateCommand(shell: Shell): Command {
  const command = new Command('update')
    .description('Bring the ledger, which an in-place evaluation of the training revision begins, to a later revision.')
    .addOption(repoOption())
    .option('--revision <rev>', 'where to (default: the default branch)');
  return withOutput(withAsking(command)).action(async (options) =>
    (await import('./update.ts')).runUpdate(options, shell),
  );
}

function statusCommand(shell: Shell): Command {
  const command = new Command('status')
    .description(
      'Say how fresh the model is, whether training again would help and when it will be needed: one verdict.',
    )
    .addOption(
      new Option('--fail-on <verdict>', 'exit with 1, after the report, when the verdict is this').choices(GATES),
    );
  return withOutput(withStatusOptions(command)).action(async (options) =>
    (await import('./status.ts')).runStatus(options, shell),
  );
}

function reportCommand(shell: Shell): Command {
  const command = new Command('report')
    .description('Write all of it as one HTML page that opens from a file: status, charts, packages, every method.')
    .requiredOption('--output-dir <dir>', 'a folder for index.html; what else lies there stays')
    .option('--details <n>', 'show so many of the methods known least beside what the model writes now', '100')
    .addOption(verboseOption());
  return withStatusOptions(command).action(async (options) => (await import('./report.ts')).runReport(options, shell));
}

function withStatusOptions(command: Command): Command {
  command.addOption(repoOption()).option('--revision <rev>', 'where to look (default: the default branch)');
  return withModel(command)
    .option('--since <when>', 'how far back to look for drift: as `palimpsest drift --since`', '1y')
    .option('--no-gain', 'do not measure what training again would gain')
    .option('--no-drift', 'do not measure drift; then there is no forecast either');
}

function driftCommand(shell: Shell): Command {
  const command = new Command('drift')
    .description('Say how fast the code moves and how much of it still stands, from git’s history alone.')
    .addOption(repoOption())
    .option('--since <when>', 'how far back: 1y, 18m, 90d, a day such as 2024-03-01, or all', '1y')
    .option('--until <rev>', 'where the history ends', 'HEAD')
    .option('--output-dir <dir>', 'a folder for churn.svg, survival.svg and, with a ledger, freshness-chart.svg');
  return withOutput(withModel(command)).action(async (options) =>
    (await import('./drift.ts')).runDrift(options, shell),
  );
}

function gainCommand(shell: Shell): Command {
  const command = new Command('gain')
    .description(
      'Say whether training again would help: what a model trained just before each change would have gained.',
    )
    .addOption(repoOption())
    .option('--head <rev>', 'where the window ends (default: the default branch)')
    .option('--window-days <n>', `how far back to look (default: ${SETTINGS_PATH}, or else 90)`)
    .option('--since <rev>', 'compare with the embedded model trained there, instead of a kept one');
  return withOutput(withAsking(command)).action(async (options) => (await import('./gain.ts')).runGain(options, shell));
}

function backtestCommand(shell: Shell): Command {
  const command = new Command('backtest')
    .description('Replay real history: how fresh would one model have stayed, and how often would a line have asked?')
    .addOption(repoOption())
    .requiredOption('--train-at <rev>', 'where the embedded model is trained')
    .option('--until <rev>', 'where the history ends (default: the default branch)')
    .option('--every <span>', 'stop at the last commit of each 1w, 2w, 1m or 10d, or at every merge', '1w')
    .option('--retrain-at <lines>', 'what if it were trained again below these freshnesses: 0.95,0.9,0.85')
    .option('--sample <n>', 'score so many methods where a model is trained, drawn by lot from files and sizes alike')
    .option('--seed <n>', 'draw others; the same seed draws the same (default: 1)')
    .option('--jobs <n>', 'how many threads (default: one a processor)')
    .option('--output-dir <dir>', 'a folder for backtest.svg and trade-off.svg');
  return withOutput(command)
    .addHelpText('after', '\nA run that was stopped goes on where it was; what it keeps lies in .palimpsest/backtest.')
    .action(async (options) => (await import('./backtest.ts')).runBacktest(options, shell));
}

function badgeCommand(shell: Shell): Command {
  const command = new Command('badge')
    .description('Write the freshness badge, from the ledger: an SVG, and the JSON that shields.io reads.')
    .addOption(repoOption())
    .requiredOption('--output-dir <dir>', 'a folder for freshness.svg and freshness.json')
    .addOption(verboseOption());
  return withModel(command).action(async (options) => (await import('./badge.ts')).runBadge(options, shell));
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
    .description(`Write ${SETTINGS_PATH} with every setting, its meaning and its default; never over an existing one.`)
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

// The commands on how a model stands to code that moves on: update, status, report, drift, gain, backtest, badge.

import { Command, Option } from 'commander';
import { SETTINGS_PATH } from '../config.ts';
import { GATES } from './exit-codes.ts';
import { repoOption, verboseOption, withAsking, withModel, withOutput } from './flags.ts';
import type { Shell } from './shell.ts';

export function updateCommand(shell: Shell): Command {
  const command = new Command('update')
    .description('Bring the ledger, which an in-place evaluation of the training revision begins, to a later revision.')
    .addOption(repoOption())
    .option('--revision <rev>', 'where to (default: the default branch)');
  return withOutput(withAsking(command)).action(async (options) =>
    (await import('./update.ts')).runUpdate(options, shell),
  );
}

export function statusCommand(shell: Shell): Command {
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

export function reportCommand(shell: Shell): Command {
  const command = new Command('report')
    .description('Write all of it as one HTML page that opens from a file: status, charts, packages, every method.')
    .requiredOption('--output-dir <dir>', 'a folder for index.html; what else lies there stays')
    .option('--details <n>', 'show so many of the methods known least beside what the model writes now', '100')
    .addOption(verboseOption());
  return withStatusOptions(command).action(async (options) => (await import('./report.ts')).runReport(options, shell));
}

function withStatusOptions(command: Command): Command {
  command.addOption(repoOption()).option('--revision <rev>', 'where to look (default: the default branch)');
  return withAsking(command)
    .option('--since <when>', 'how far back to look for drift: as `palimpsest drift --since`', '1y')
    .option('--no-gain', 'do not measure what training again would gain')
    .option('--no-drift', 'do not measure drift; then there is no forecast either');
}

export function driftCommand(shell: Shell): Command {
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

export function gainCommand(shell: Shell): Command {
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

export function backtestCommand(shell: Shell): Command {
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

export function badgeCommand(shell: Shell): Command {
  const command = new Command('badge')
    .description('Write the freshness badge, from the ledger: an SVG, and the JSON that shields.io reads.')
    .addOption(repoOption())
    .requiredOption('--output-dir <dir>', 'a folder for freshness.svg and freshness.json')
    .addOption(verboseOption());
  return withModel(command).action(async (options) => (await import('./badge.ts')).runBadge(options, shell));
}

// The command `promote` and its options.

import { Command, Option } from 'commander';
import { ExpectedFailure } from '../errors.ts';
import { PROMOTION_GATES } from './exit-codes.ts';
import { repoOption, withAskingOfModels, withOutput } from './flags.ts';
import type { PromoteOptions } from './promote.ts';
import type { Shell } from './shell.ts';

interface TypedOptions extends Omit<PromoteOptions, 'challenger'> {
  readonly challenger?: string;
  readonly rollback?: true;
  readonly history?: true;
}

export function promoteCommand(shell: Shell): Command {
  const command = new Command('promote')
    .description('Let a challenger take the champion’s place if it is better on what changed and no worse elsewhere.')
    .addOption(repoOption())
    .option(
      '--challenger <ref>',
      'the model that is to take its place: the path of a trained model, provider:name, or a name in --models',
    )
    .option('--champion <ref>', 'the model to compare it with (default: the champion in office, or what `train` left)')
    .option('--head <rev>', 'where the changes end (default: the default branch)')
    .option('--since <rev>', 'where they begin (default: the revision that the champion was trained at)');
  withAskingOfModels(command)
    .option('--least-difference <points>', 'how much closer it has to come, besides an interval above 0 (default: 0)')
    .option('--least-changes <n>', 'changes without which nothing is decided (default: 20)')
    .option('--probe-size <n>', 'unchanged methods of the forgetting probe (default: 300)')
    .option('--forgetting-margin <points>', 'what these may lose, at the far end of the interval (default: 1)')
    .option(
      '--generalisation',
      'have both solve small Java tasks too; this RUNS what the models wrote, with the JDK on PATH (see docs/security.md)',
    )
    .option('--tasks-margin <points>', 'how many of the tasks, in hundredths of them, may be lost (default: 5)')
    .option('--no-baseline', 'do not measure the challenger on the revision that it was trained at, for its card')
    .addOption(
      new Option('--fail-on <decision>', 'exit with 1, after the report, when this is it').choices(PROMOTION_GATES),
    )
    .addOption(
      new Option('--rollback', 'return to the champion before, and keep a record of that').conflicts([
        'challenger',
        'champion',
        'history',
      ]),
    )
    .addOption(new Option('--history', 'list what was decided so far').conflicts(['challenger', 'champion']));
  return withOutput(command)
    .addHelpText(
      'after',
      '\nThe champion is what commands open in this clone without --model; decisions lie in .palimpsest/promotions.',
    )
    .action(async (options: TypedOptions) => {
      const { challenger, rollback, history } = options;
      if (rollback === true) return (await import('./promotions.ts')).runRollback(options, shell);
      if (history === true) return (await import('./promotions.ts')).runHistory(options, shell);
      if (challenger !== undefined) return (await import('./promote.ts')).runPromote({ ...options, challenger }, shell);
      throw new ExpectedFailure(
        'bad-setting',
        'promote was given no challenger',
        'Name it with --challenger; --history lists what was decided, --rollback returns to the champion before.',
      );
    });
}

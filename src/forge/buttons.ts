// The buttons of a check run: what whoever may write to the repository can ask for with a click.

import type { CheckAction, Conclusion } from '../ports.ts';
import { canBeRetrained } from './retrain.ts';
import type { ForgeRun } from './run.ts';

const CHECK_AGAIN: CheckAction = {
  label: 'Check again',
  description: 'Has the model write the methods again',
  identifier: 'check-again',
};

const RETRAIN: CheckAction = {
  label: 'Retrain',
  description: 'Trains the model again; for maintainers',
  identifier: 'retrain',
};

/** The part of a conclusion that holds them; nothing where nobody is told of a click. */
export function buttonsOf(
  run: Pick<ForgeRun, 'buttons' | 'settings' | 'model' | 'training'>,
): Pick<Conclusion, 'actions'> {
  if (run.buttons !== true) return {};
  return { actions: [CHECK_AGAIN, ...(canBeRetrained(run) ? [RETRAIN] : [])] };
}

// What every activity of the Action has at hand.

import type { ComposedForge } from '../compose/forge.ts';
import type { ComposedModel, Languages } from '../compose.ts';
import type { Environment, Settings } from '../config.ts';
import type { Report } from '../core/report.ts';
import type { Area } from '../jobs/narrowed.ts';
import type { LedgerStore, Progress, RepositoryReader, StateStore } from '../ports.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { ActionInputs } from './inputs.ts';
import type { Place } from './place.ts';
import type { Runner } from './runner.ts';

export interface Step {
  readonly inputs: ActionInputs;
  readonly environment: Environment;
  readonly place: Place;
  readonly runner: Runner;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly languages: Languages;
  /** As the default branch has them. */
  readonly settings: Settings;
  readonly forge: ComposedForge & KeptOnBranch;
  /** The files that count for this project, and no others. */
  readonly repository: RepositoryReader;
  /** What `repository` is narrowed to. */
  readonly area: Area;
  readonly model: ComposedModel;
  /** Somebody checked a repository out where this step runs. Nothing of it is read, except for its history. */
  readonly hasCheckout: boolean;
}

interface KeptOnBranch {
  readonly ledgers: LedgerStore;
  readonly state: StateStore;
}

const LOG_WIDTH = 120;

/** A report as the log shows it. */
export function inLog(report: Report): string {
  return renderTerminal(report, { color: false, width: LOG_WIDTH });
}

/** The project's name in the comment and on the data branch; `null` for the whole repository. */
export function sectionOf({ inputs }: Pick<Step, 'inputs'>): string | null {
  return inputs.workingDirectory === '' ? null : inputs.workingDirectory;
}

export function repositoryUrl({ place }: Pick<Step, 'place'>): string {
  return `${place.serverUrl}/${place.owner}/${place.repo}`;
}

/** The same on every run, so that a branch rule may ask for it. */
export function checkName(step: Pick<Step, 'inputs'>): string {
  const section = sectionOf(step);
  return section === null ? 'Palimpsest' : `Palimpsest (${section})`;
}

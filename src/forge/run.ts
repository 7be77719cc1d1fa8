// What every run on a forge has at hand, whoever starts it: a workflow's step, or a job of the App.

import type { ComposedModel, Languages, TrainingWay } from '../compose.ts';
import type { Settings } from '../config.ts';
import type { Gate } from '../core/gate.ts';
import type { Report } from '../core/report.ts';
import type { Area } from '../jobs/narrowed.ts';
import type { ReviewInput } from '../jobs/review.ts';
import type { Forge, LedgerStore, Progress, RepositoryReader, Revision, StateStore } from '../ports.ts';
import { renderTerminal } from '../report/terminal.ts';

export interface ForgeRun {
  /** As the default branch has them. */
  readonly settings: Settings;
  /** Path of their file. */
  readonly settingsPath: string;
  readonly choices: Choices;
  /** The project's name in the comment, and where things are kept; `null` for the whole repository. */
  readonly section: string | null;
  /** What people call the project. */
  readonly project: string;
  readonly links: Links;
  readonly log: RunLog;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly languages: Languages;
  readonly forge: Forge;
  readonly ledgers: LedgerStore;
  readonly state: StateStore;
  readonly whole: RepositoryReader;
  /** The files that count for this project, and no others. */
  readonly repository: RepositoryReader;
  /** What `repository` is narrowed to. */
  readonly area: Area;
  readonly model: ComposedModel;
  /** How the operator's language model is trained again; `null` where they do not say. */
  readonly training: TrainingWay | null;
  /** Somebody checked a repository out where this runs. Nothing of it is read, except for its history. */
  readonly hasCheckout: boolean;
  /** Whether somebody is told when a button of a check run is pressed: the App alone is. */
  readonly buttons?: boolean;
  /** A clone that holds the history of a commit; throws an ExpectedFailure where none can be had. */
  readonly pastOf: (target: Revision) => Promise<NonNullable<ReviewInput['past']>>;
  /** Without keys that somebody may have echoed. */
  readonly mask: (text: string) => string;
}

/** What the operator decides, and not the repository. */
export interface Choices {
  readonly comment: 'changes' | 'always' | 'never';
  readonly gate: Gate;
  /** `null`: as the settings say. */
  readonly samples: number | null;
}

export interface Links {
  /** `https://host/owner/repo` */
  readonly repositoryUrl: string;
  /** Where the whole report is; `null` for nowhere. */
  readonly reportUrl: string | null;
  /** A sentence of Markdown: where ledger, history and badge lie. */
  readonly whereItLies: string;
}

/** Where a run says what it does. Nothing of it reaches the forge. */
export interface RunLog {
  say(text: string): void;
  notice(text: string): void;
  warning(text: string): void;
  /** Markdown for whoever looks at the run. */
  summarise(markdown: string): Promise<unknown>;
}

const LOG_WIDTH = 120;

/** A report as the log shows it. */
export function inLog(report: Report): string {
  return renderTerminal(report, { color: false, width: LOG_WIDTH });
}

/** The same on every run, so that a branch rule may ask for it. */
export function checkName({ section }: Pick<ForgeRun, 'section'>): string {
  return section === null ? 'Palimpsest' : `Palimpsest (${section})`;
}

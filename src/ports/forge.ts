// What the jobs need from a forge, such as GitHub: pull requests as they stand, places to say something, and a branch to keep
// things on. Whoever may not write is told so by a value: no permission is a mode, and no failure.

import type { ControlMethod } from '../core/control.ts';
import type { LedgerRevision } from '../core/ledger.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { PromotionReason } from '../core/promotion.ts';
import type { CheckReport, StatusReport } from '../core/report.ts';

/** A pull request as it stands now. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
  readonly isDraft: boolean;
  readonly author: { readonly login: string; readonly isBot: boolean };
  readonly labels: readonly string[];
  readonly base: { readonly branch: string; readonly revision: string };
  /** `repository` is `owner/name`; `null` when that repository is gone. */
  readonly head: { readonly revision: string; readonly repository: string | null };
  /** Its head lies in another repository than its base. */
  readonly isFork: boolean;
}

export interface PullRequests {
  /** Throws an ExpectedFailure for a number that is none. */
  read(number: number): Promise<PullRequest>;
  /** The open pull request that has this head now; `null` when there is none, or no longer. */
  withHead(revision: string, repository: string): Promise<PullRequest | null>;
  /** Whether a person may push here, so that their word counts as a maintainer's. */
  isMaintainer(login: string): Promise<boolean>;
  /** What a person may do here; `none` for who is nobody, and where the token may not ask. */
  permissionOf(login: string): Promise<Permission>;
}

/** As roles on GitHub, from the most to the least; a role that a team made for itself counts as the one that it grants. */
export const PERMISSIONS = ['admin', 'maintain', 'write', 'triage', 'read', 'none'] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Whether a person may do at least what somebody of that permission may. */
export function mayAtLeast(has: Permission, needed: Permission): boolean {
  return PERMISSIONS.indexOf(has) <= PERMISSIONS.indexOf(needed);
}

/** What came of saying something. `refused`: the token has no permission to, in the forge's own words. */
export type Said =
  | {
      readonly kind: 'said';
      readonly id: number;
      readonly url: string;
      readonly was: 'created' | 'updated' | 'unchanged';
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly reason: string };

export interface Comments {
  /**
   * Puts our one comment under a pull request: its section of that name (`''` for a project that is one) becomes `body`, the
   * other sections stay. `ifThere` only changes a comment that is there already. Ours is found by author and marker over all
   * pages; duplicates of it are removed.
   */
  put(pullRequest: number, section: string, body: string, options: { readonly ifThere: boolean }): Promise<Said>;
}

/** Answers to what people write to us. */
export interface Replies {
  /** Acknowledges a comment. */
  react(comment: number, reaction: '+1' | '-1' | 'eyes' | 'confused'): Promise<Said>;
  /** A comment of its own below it; never found and changed by {@link Comments}. */
  reply(pullRequest: number, body: string): Promise<Said>;
}

export interface Annotation {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly title: string;
  readonly message: string;
}

export interface Conclusion {
  readonly revision: string;
  /** Name of the check, the same on every run. */
  readonly name: string;
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  /** Markdown; clipped to what the forge takes by whoever renders it. */
  readonly summary: string;
  /** All of level *notice*. */
  readonly annotations: readonly Annotation[];
  /** Buttons, at most three; an App alone is told when one is pressed. */
  readonly actions?: readonly CheckAction[];
}

export interface CheckAction {
  /** At most 20 characters. */
  readonly label: string;
  /** At most 40 characters. */
  readonly description: string;
  /** What the event of the press names. */
  readonly identifier: 'check-again' | 'retrain';
}

export interface CheckRuns {
  /** Shows our run of that name on that head as in progress, unless it has concluded there already. */
  begin(run: { readonly revision: string; readonly name: string; readonly title: string }): Promise<Said>;
  conclude(conclusion: Conclusion): Promise<Said>;
  /** Concludes as neutral what is shown as in progress there, and will not be gone on with; `nothing` where there is none. */
  abandon(run: Pick<Conclusion, 'revision' | 'name' | 'title' | 'summary'>): Promise<Said>;
}

/** The one issue of ours that says that a model has become stale; found by author and marker. */
export interface TrackingIssue {
  /** Opens it, or updates it where it is open already. */
  open(section: string, issue: { readonly title: string; readonly body: string }): Promise<Said>;
  /** Closes it with a comment; nothing when it is not open. */
  close(section: string, comment: string): Promise<Said>;
}

/** Starts something of the team's own. */
export interface Dispatches {
  /** `workflow` is a file's name in `.github/workflows`; inputs are strings. */
  workflow(workflow: string, ref: string, inputs: Readonly<Record<string, string>>): Promise<Said>;
  repository(eventType: string, payload: Readonly<Record<string, unknown>>): Promise<Said>;
}

/** A pull request with every place to say something about it. */
export interface Forge {
  readonly pullRequests: PullRequests;
  readonly comments: Comments;
  readonly checkRuns: CheckRuns;
  readonly replies: Replies;
  readonly trackingIssue: TrackingIssue;
  readonly dispatches: Dispatches;
}

/** What is kept from run to run beside the ledgers, for one project of a repository. */
export interface KeptState {
  readonly schemaVersion: 1;
  /** The revision that the embedded model stays at until it is trained again; `null` before the first run. */
  readonly pin: LedgerRevision | null;
  /** What the last review found; `null` before the first. */
  readonly review: KeptReview | null;
  /** How the operator's language model fared that triggers train again; absent where none ever did. */
  readonly training?: KeptTraining;
}

/** The trainings that triggers began, in their order. Dates are ISO 8601. */
export interface KeptTraining {
  /** Of what the operator says of the model. Another model in its place begins anew, and nothing of this holds for it. */
  readonly origin: string;
  /** What is being trained, until it is decided: a run that was cut off goes on with the same. */
  readonly underWay: { readonly at: LedgerRevision; readonly failures: number } | null;
  /** Those that took the place of the operator's model, the one in office last. */
  readonly promoted: readonly PromotedModel[];
  /** What came of the last one; `null` before. */
  readonly last: EndedTraining | null;
}

export interface PromotedModel {
  /** How it is asked for, at the server of the operator's. */
  readonly model: string;
  readonly card: ModelCard;
}

export interface EndedTraining {
  /** The day and time of its end. */
  readonly endedAt: string;
  readonly revision: string;
  /** As it is asked for; `null` for one that failed. */
  readonly model: string | null;
  readonly kind: 'promoted' | 'kept' | 'failed';
  /** Empty for one that failed. */
  readonly reasons: readonly PromotionReason[];
}

/** The part of a status that later pull requests are told of, and the control group that the next review compares with. */
export interface KeptReview {
  /** Fingerprint of the model that was reviewed. */
  readonly fingerprint: string;
  /** ISO 8601: the commit that it looked at. */
  readonly at: LedgerRevision;
  readonly gain: NonNullable<CheckReport['standing']>['gain'];
  readonly forecast: NonNullable<CheckReport['standing']>['forecast'];
  readonly recommendation: StatusReport['recommendation'];
  /** How the control group came back; empty without one. */
  readonly control: readonly ControlMethod[];
  /** The training workflow was started for this model, so that it is started once. */
  readonly isTrainingAsked: boolean;
}

/** Keeps the state of one project. Any number of writers may work at once. */
export interface StateStore {
  read(): Promise<KeptState | null>;
  /**
   * Saves what `change` makes of the state as it stands then, which may be called again when others saved in between; a
   * state that is returned unchanged is not saved. Returns the state that is kept now.
   */
  update(change: (state: KeptState | null) => KeptState): Promise<KeptState>;
}

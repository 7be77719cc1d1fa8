// What an event asks for, decided before anything runs.

import type { CheckRequest } from '../forge/check-pull-request.ts';
import { visible } from '../report/visible.ts';
import type { EventFacts } from './event.ts';

/** What one run of the Action does. */
export type Activity =
  | ({ readonly kind: 'check' } & CheckRequest)
  /** The pull request is looked up by the head; nothing else of that run counts. */
  | { readonly kind: 'check-of-workflow-run'; readonly headRevision: string; readonly headRepository: string }
  | { readonly kind: 'keep-ledger'; readonly revision: string }
  /** `retrain`: somebody asked that the embedded model be trained anew at the head of the default branch. */
  | { readonly kind: 'review'; readonly retrain: boolean }
  | { readonly kind: 'merge-group'; readonly revision: string }
  | { readonly kind: 'nothing'; readonly message: string };

/** What the event asks for. It knows no settings: drafts, bots and labels that they name are for the job to look at. */
export function activityOf(facts: EventFacts): Activity {
  switch (facts.kind) {
    case 'pull-request':
      return ofPullRequest(facts);
    case 'workflow-run':
      return facts.headRepository === null
        ? nothing('The repository that the other workflow ran for is gone, and with it the pull request’s head.')
        : {
            kind: 'check-of-workflow-run',
            headRevision: facts.headRevision,
            headRepository: facts.headRepository,
          };
    case 'push':
      return ofPush(facts);
    case 'schedule':
      return { kind: 'review', retrain: false };
    case 'workflow-dispatch':
      return { kind: 'review', retrain: isYes(facts.inputs.retrain) };
    case 'merge-group':
      return { kind: 'merge-group', revision: facts.revision };
    case 'other':
      return nothing(`Nothing is done on ${visible(facts.event)}. ${KNOWN_EVENTS}`);
  }
}

type PullRequestEvent = Extract<EventFacts, { kind: 'pull-request' }>;

/** Those that may bring other code, or another verdict on it. A label may be the one that skips or approves. */
const CHECKED_ACTIONS: ReadonlySet<string> = new Set([
  'opened',
  'synchronize',
  'reopened',
  'ready_for_review',
  'labeled',
  'unlabeled',
]);

const DEPENDABOT = 'dependabot[bot]';

function ofPullRequest(facts: PullRequestEvent): Activity {
  const { action, pullRequest, event, actor } = facts;
  if (action === 'closed') {
    return nothing('The pull request is closed; when it is merged, the push to the default branch does the rest.');
  }
  if (!CHECKED_ACTIONS.has(action) && !(action === 'edited' && facts.baseChanged)) {
    return nothing(`Nothing is done when a pull request is ${visible(action)}: its code stays as it is.`);
  }
  // GitHub gives both a read-only token and no secrets on pull_request; Dependabot by who acts, as its own rule has it
  const isOutsiders = isFork(pullRequest) || actor === DEPENDABOT;
  const voice = isOutsiders && event === 'pull_request' ? 'summary' : 'everywhere';
  return {
    kind: 'check',
    pullRequest: pullRequest.number,
    head: pullRequest.headRevision,
    voice,
    trust: isOutsiders ? 'shadow' : 'trusted',
    // where there are no secrets there is nothing to approve
    approval: facts.label === null || voice === 'summary' ? null : { label: facts.label.name, by: facts.label.by },
  };
}

function isFork({ headRepository, baseRepository }: PullRequestEvent['pullRequest']): boolean {
  return headRepository?.toLowerCase() !== baseRepository.toLowerCase();
}

function ofPush({ ref, revision, isDeleted, defaultBranch }: Extract<EventFacts, { kind: 'push' }>): Activity {
  const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : null;
  if (branch === null) return nothing('A tag changes no code; ledger and history follow the default branch.');
  if (branch !== defaultBranch) {
    return nothing(`Ledger and history follow ${visible(defaultBranch)}; this push went to ${visible(branch)}.`);
  }
  if (isDeleted) return nothing(`${visible(branch)} was deleted: there is nothing to look at.`);
  return { kind: 'keep-ledger', revision };
}

/** As a form sends it, or a call of the API. */
function isYes(given: unknown): boolean {
  return given === true || (typeof given === 'string' && given.trim().toLowerCase() === 'true');
}

const KNOWN_EVENTS =
  'Palimpsest works on pull_request, pull_request_target, workflow_run, push, schedule, workflow_dispatch and merge_group.';

function nothing(message: string): Activity {
  return { kind: 'nothing', message };
}

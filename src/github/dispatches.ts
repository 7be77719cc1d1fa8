// Starting something of the team's own: a workflow, or whatever listens for an event of the repository.

import { ExpectedFailure } from '../errors.ts';
import type { Dispatches, Said } from '../ports/forge.ts';
import type { GitHubRepository } from './client.ts';
import { wordsOf } from './failures.ts';
import { type Attempt, statusOf } from './refusal.ts';
import { isAnswerLost, SENT_ONCE, saying } from './writes.ts';

/** What GitHub's refusal of a dispatch means, and what to do; `null` for what {@link saying} knows. */
type Advice = (status: number | null, words: string) => string | null;

/**
 * A dispatch whose answer was lost is not sent again: nothing tells whether it was served, and a training that runs twice
 * costs twice. That is a failure, which says so; the next scheduled run asks again.
 */
export function createDispatches({ api, owner, repo }: GitHubRepository): Dispatches {
  const pages = `${webAddress(api.request.endpoint.DEFAULTS.baseUrl)}/${owner}/${repo}/actions`;
  return {
    workflow: (workflow, ref, inputs) =>
      start(
        { doing: `starting the workflow ${workflow}`, permission: 'actions: write' },
        `${pages}/workflows/${workflow}`,
        workflowAdvice(workflow, ref),
        () =>
          api.rest.actions.createWorkflowDispatch({ owner, repo, workflow_id: workflow, ref, inputs, ...SENT_ONCE }),
      ),
    repository: (eventType, payload) =>
      start({ doing: `sending the event ${eventType}`, permission: 'contents: write' }, pages, eventAdvice, () =>
        api.rest.repos.createDispatchEvent({
          owner,
          repo,
          event_type: eventType,
          client_payload: { ...payload },
          ...SENT_ONCE,
        }),
      ),
  };
}

function start(attempt: Attempt, url: string, advice: Advice, send: () => Promise<unknown>): Promise<Said> {
  return saying(attempt, async () => {
    try {
      await send();
      return { kind: 'said', id: 0, url, was: 'created' }; // GitHub names no run
    } catch (error) {
      if (isAnswerLost(error)) throw maybeStarted(attempt.doing, error);
      const reason = advice(statusOf(error), wordsOf(error));
      if (reason === null) throw error;
      return { kind: 'refused', reason };
    }
  });
}

function maybeStarted(doing: string, cause: unknown): ExpectedFailure {
  return new ExpectedFailure(
    'forge-unavailable',
    `GitHub gave no answer while ${doing}, so it may have been served or not (${wordsOf(cause)})`,
    'Look at the Actions page; where nothing started, run this again.',
    { cause },
  );
}

function workflowAdvice(workflow: string, ref: string): Advice {
  return (status, words) => {
    if (status === 404) return `no ${workflow} on the default branch, or a token without “actions: write” (${words})`;
    if (status !== 422) return null;
    if (/workflow_dispatch/.test(words))
      return `${workflow} needs “workflow_dispatch” under its “on” at ${ref} (${words})`;
    if (/disabled/i.test(words)) return `${workflow} has to be enabled on the Actions page (${words})`;
    if (/\bref\b/i.test(words)) return `${workflow} cannot start at ${ref}, which is no branch or tag (${words})`;
    return `the inputs of ${workflow} at ${ref} are others (${words})`;
  };
}

const eventAdvice: Advice = (status, words) =>
  status === 422 ? `a name has at most 100 characters, a payload at most 10 entries (${words})` : null;

/** GitHub Enterprise Server has its API under the address of its pages. */
function webAddress(apiAddress: string): string {
  const { origin, host } = new URL(apiAddress);
  return host === 'api.github.com' ? 'https://github.com' : origin;
}

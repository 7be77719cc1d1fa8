// A forge that is told no secret: a model's server may have repeated a key in an answer, and a comment shows answers.

import type { Forge } from '../ports/forge.ts';

/** The same places to speak, everything that is said there masked first. */
export function maskedForge(forge: Forge, mask: (text: string) => string): Forge {
  const { pullRequests, comments, checkRuns, replies, trackingIssue, dispatches } = forge;
  return {
    pullRequests,
    comments: {
      put: (pullRequest, section, body, options) => comments.put(pullRequest, section, mask(body), options),
    },
    replies: {
      react: (comment, reaction) => replies.react(comment, reaction),
      reply: (pullRequest, body) => replies.reply(pullRequest, mask(body)),
    },
    checkRuns: {
      begin: (run) => checkRuns.begin({ ...run, title: mask(run.title) }),
      abandon: (run) => checkRuns.abandon({ ...run, title: mask(run.title), summary: mask(run.summary) }),
      conclude: (conclusion) =>
        checkRuns.conclude({
          ...conclusion,
          title: mask(conclusion.title),
          summary: mask(conclusion.summary),
          annotations: conclusion.annotations.map((annotation) => ({
            ...annotation,
            title: mask(annotation.title),
            message: mask(annotation.message),
          })),
        }),
    },
    trackingIssue: {
      open: (section, { title, body }) => trackingIssue.open(section, { title: mask(title), body: mask(body) }),
      close: (section, comment) => trackingIssue.close(section, mask(comment)),
    },
    dispatches: {
      workflow: (workflow, ref, inputs) => dispatches.workflow(workflow, ref, masked(inputs, mask)),
      repository: (eventType, payload) => dispatches.repository(eventType, masked(payload, mask)),
    },
  };
}

/** The values that are texts, at whatever depth. */
function masked<T>(value: T, mask: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? mask(part) : part));
}

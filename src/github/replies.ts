// Answers to what people write to us on GitHub: a reaction, or a comment of its own.

import { COMMENT_LIMIT } from '../core/comment-sections.ts';
import { requestLine } from '../core/request-mark.ts';
import type { Replies } from '../ports/forge.ts';
import type { GitHubRepository } from './client.ts';
import { SENT_ONCE, saying } from './writes.ts';

/** `request`: the webhook that is answered, named in a line that nobody sees. */
export function createReplies({ api, owner, repo }: GitHubRepository, request: string | null = null): Replies {
  return {
    react(comment, reaction) {
      const attempt = { doing: `acknowledging comment ${comment}`, permission: 'issues: write' };
      return saying(attempt, async () => {
        // the same reaction of the same account is answered as the one that is there
        const { data } = await api.rest.reactions.createForIssueComment({
          owner,
          repo,
          comment_id: comment,
          content: reaction,
        });
        return { kind: 'said', id: data.id, url: '', was: 'created' };
      });
    },
    reply(pullRequest, body) {
      const attempt = { doing: `answering on pull request ${pullRequest}`, permission: 'pull-requests: write' };
      return saying(attempt, async () => {
        const { data } = await api.rest.issues.createComment({
          owner,
          repo,
          issue_number: pullRequest,
          body: marked(body, request),
          ...SENT_ONCE,
        });
        return { kind: 'said', id: data.id, url: data.html_url, was: 'created' };
      });
    },
  };
}

/** Where there is room for it. */
function marked(body: string, request: string | null): string {
  const line = requestLine(request);
  const whole = line === null ? body : `${body.trimEnd()}\n\n${line}\n`;
  return whole.length <= COMMENT_LIMIT ? whole : body;
}

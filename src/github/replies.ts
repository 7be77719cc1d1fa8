// Answers to what people write to us on GitHub: a reaction, or a comment of its own.

import type { Replies } from '../ports/forge.ts';
import type { GitHubRepository } from './client.ts';
import { SENT_ONCE, saying } from './writes.ts';

export function createReplies({ api, owner, repo }: GitHubRepository): Replies {
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
          body,
          ...SENT_ONCE,
        });
        return { kind: 'said', id: data.id, url: data.html_url, was: 'created' };
      });
    },
  };
}

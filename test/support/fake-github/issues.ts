// Routes about issues, which pull requests are too: their comments, labels and states.

import { z } from 'zod';
import { associationOf, userJson } from './people.ts';
import { issueLabels } from './pulls.ts';
import { created, invalid, linkHeader, noContent, notFound, ok, pageOf, sliceOf } from './reply.ts';
import { type AskedOfRepository, bodyOf, ofRepository, type Route, requireOne, whoAsks } from './routes.ts';
import { type Comment, type Issue, isBot, isoTime } from './world.ts';

const EITHER_READ = [
  ['issues', 'read'],
  ['pull-requests', 'read'],
] as const;
const EITHER_WRITE = [
  ['issues', 'write'],
  ['pull-requests', 'write'],
] as const;

export const issueRoutes: readonly Route[] = [
  ofRepository('GET /issues', [['issues', 'read']], listIssues),
  ofRepository('POST /issues', [['issues', 'write']], openIssue),
  ofRepository('GET /issues/comments/:id', EITHER_READ, (asked) => ok(commentJson(asked, commentOf(asked)))),
  ofRepository('PATCH /issues/comments/:id', EITHER_WRITE, editComment),
  ofRepository('DELETE /issues/comments/:id', EITHER_WRITE, deleteComment),
  ofRepository('GET /issues/:number', EITHER_READ, (asked) => ok(issueJson(asked, issueOf(asked)))),
  ofRepository('PATCH /issues/:number', EITHER_WRITE, editIssue),
  ofRepository('GET /issues/:number/comments', EITHER_READ, listComments),
  ofRepository('POST /issues/:number/comments', EITHER_WRITE, addComment),
  ofRepository('GET /issues/:number/labels', EITHER_READ, listLabels),
  ofRepository('POST /issues/:number/labels', EITHER_WRITE, addLabels),
  ofRepository('DELETE /issues/:number/labels/*name', EITHER_WRITE, removeLabel),
];

function issueOf(asked: AskedOfRepository, number = Number(asked.param('number'))): Issue {
  const issue = asked.repository.issues.get(number);
  if (issue === undefined) throw notFound();
  return issue;
}

/** Pull requests take either permission; issues their own. */
function requireWrite(asked: AskedOfRepository, issue: Issue): void {
  if (!asked.repository.pulls.has(issue.number)) requireOne(asked.token, asked.repository, [['issues', 'write']]);
}

function listIssues(asked: AskedOfRepository) {
  const { repository, query } = asked;
  const state = query.get('state') ?? 'open';
  const creator = query.get('creator');
  const labels = (query.get('labels') ?? '').split(',').filter(Boolean);
  const chosen = [...repository.issues.values()]
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => creator === null || sameLogin(issue.author, creator))
    .filter((issue) => labels.every((label) => issue.labels.includes(label)))
    .sort((a, b) => b.number - a.number);
  const page = pageOf(query);
  const body = sliceOf(chosen, page).map((issue) => issueJson(asked, issue));
  return ok(body, linkHeader(asked.url, page, chosen.length));
}

/** `app/github-actions` and `github-actions[bot]` are the same creator. */
function sameLogin(login: string, asked: string): boolean {
  return [login, `app/${login.replace(/\[bot\]$/, '')}`].some((name) => name.toLowerCase() === asked.toLowerCase());
}

const ISSUE_BODY = z.object({
  title: z.union([z.string(), z.number()]).transform(String),
  body: z.string().nullable().default(null),
  labels: z.array(z.string()).default([]),
});

function openIssue(asked: AskedOfRepository) {
  const { world, repository } = asked;
  const { title, body, labels } = bodyOf(asked, ISSUE_BODY);
  refuseLong(asked, 'Issue', 'body', body ?? '');
  const number = repository.issues.size + 1;
  const now = world.now();
  const times = { createdAt: now, updatedAt: now, closedAt: null };
  const issue: Issue = {
    id: world.nextId(),
    number,
    author: whoAsks(asked),
    title,
    body,
    state: 'open',
    labels,
    ...times,
  };
  repository.issues.set(number, issue);
  return created(issueJson(asked, issue));
}

function editIssue(asked: AskedOfRepository) {
  const issue = issueOf(asked);
  requireWrite(asked, issue);
  const edit = bodyOf(asked, ISSUE_BODY.partial().extend({ state: z.enum(['open', 'closed']).optional() }));
  const given = asked.body as Record<string, unknown>;
  if (edit.title !== undefined) issue.title = edit.title;
  if ('body' in given) {
    refuseLong(asked, 'Issue', 'body', edit.body ?? '');
    issue.body = edit.body ?? null;
  }
  if ('labels' in given) issue.labels = edit.labels ?? [];
  issue.updatedAt = asked.world.now();
  if (edit.state !== undefined && edit.state !== issue.state) {
    issue.state = edit.state;
    issue.closedAt = edit.state === 'closed' ? issue.updatedAt : null;
  }
  return ok(issueJson(asked, issue));
}

type Place = Pick<AskedOfRepository, 'here' | 'world' | 'repository'>;

function issueJson(asked: Place, issue: Issue) {
  const { here, world, repository } = asked;
  const isPull = repository.pulls.has(issue.number);
  const html = `${world.origin}/${repository.fullName}/${isPull ? 'pull' : 'issues'}/${issue.number}`;
  const pull = { url: `${here}/pulls/${issue.number}`, html_url: html };
  return {
    url: `${here}/issues/${issue.number}`,
    id: issue.id,
    node_id: `I_${issue.id}`,
    html_url: html,
    comments_url: `${here}/issues/${issue.number}/comments`,
    number: issue.number,
    title: issue.title,
    user: userJson(issue.author, world.origin),
    labels: issueLabels(here, issue.labels),
    state: issue.state,
    state_reason: issue.state === 'closed' ? 'completed' : null,
    locked: false,
    comments: [...repository.comments.values()].filter((comment) => comment.issue === issue.number).length,
    created_at: isoTime(issue.createdAt),
    updated_at: isoTime(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : isoTime(issue.closedAt),
    author_association: associationOf(repository, issue.author),
    body: issue.body,
    ...(isPull ? { pull_request: pull } : {}),
  };
}

function refuseLong(asked: AskedOfRepository, resource: string, field: string, text: string): void {
  const most = asked.world.limits.commentCharacters;
  if (text.length <= most) return;
  throw invalid(resource, field, 'unprocessable', `Body is too long (maximum is ${most} characters)`);
}

function commentOf(asked: AskedOfRepository): Comment {
  const comment = asked.repository.comments.get(Number(asked.param('id')));
  if (comment === undefined) throw notFound();
  return comment;
}

function listComments(asked: AskedOfRepository) {
  const issue = issueOf(asked);
  const all = [...asked.repository.comments.values()].filter((comment) => comment.issue === issue.number);
  const since = Date.parse(asked.query.get('since') ?? '') || 0;
  const chosen = all.filter((comment) => comment.updatedAt >= since).sort((a, b) => a.id - b.id);
  const page = pageOf(asked.query);
  const body = sliceOf(chosen, page).map((comment) => commentJson(asked, comment));
  return ok(body, linkHeader(asked.url, page, chosen.length));
}

const COMMENT_BODY = z.object({ body: z.string() });

async function addComment(asked: AskedOfRepository) {
  const issue = issueOf(asked);
  requireWrite(asked, issue);
  const { body } = bodyOf(asked, COMMENT_BODY);
  if (body.trim() === '') throw invalid('IssueComment', 'body', 'missing_field');
  refuseLong(asked, 'IssueComment', 'data', body);
  const now = asked.world.now();
  const id = asked.world.nextId();
  const comment = { id, issue: issue.number, author: whoAsks(asked), body, createdAt: now, updatedAt: now };
  asked.repository.comments.set(id, comment);
  await asked.world.tell({ kind: 'issue_comment', action: 'created', repository: asked.repository, comment });
  return created(commentJson(asked, comment));
}

function editComment(asked: AskedOfRepository) {
  const comment = commentOf(asked);
  requireWrite(asked, issueOf(asked, comment.issue));
  const { body } = bodyOf(asked, COMMENT_BODY);
  refuseLong(asked, 'IssueComment', 'data', body);
  comment.body = body;
  comment.updatedAt = asked.world.now();
  return ok(commentJson(asked, comment));
}

function deleteComment(asked: AskedOfRepository) {
  const comment = commentOf(asked);
  requireWrite(asked, issueOf(asked, comment.issue));
  asked.repository.comments.delete(comment.id);
  return noContent;
}

/** An issue and a comment below it, as payloads have them. */
export function commentFacts(place: Place, comment: Comment) {
  const issue = place.repository.issues.get(comment.issue);
  if (issue === undefined) throw new Error(`there is no issue ${comment.issue}`);
  return { issue: issueJson(place, issue), comment: commentJson(place, comment) };
}

function commentJson(asked: Place, comment: Comment) {
  const { here, world, repository } = asked;
  const kind = repository.pulls.has(comment.issue) ? 'pull' : 'issues';
  const slug = comment.author.replace(/\[bot\]$/, '');
  return {
    url: `${here}/issues/comments/${comment.id}`,
    html_url: `${world.origin}/${repository.fullName}/${kind}/${comment.issue}#issuecomment-${comment.id}`,
    issue_url: `${here}/issues/${comment.issue}`,
    id: comment.id,
    node_id: `IC_${comment.id}`,
    user: userJson(comment.author, world.origin),
    created_at: isoTime(comment.createdAt),
    updated_at: isoTime(comment.updatedAt),
    body: comment.body,
    author_association: associationOf(repository, comment.author),
    performed_via_github_app: isBot(comment.author) ? { slug, name: slug } : null,
  };
}

function listLabels(asked: AskedOfRepository) {
  return ok(issueLabels(asked.here, issueOf(asked).labels));
}

function addLabels(asked: AskedOfRepository) {
  const issue = issueOf(asked);
  requireWrite(asked, issue);
  const { labels } = bodyOf(asked, z.object({ labels: z.array(z.string()) }));
  issue.labels = [...new Set([...issue.labels, ...labels])];
  return ok(issueLabels(asked.here, issue.labels));
}

function removeLabel(asked: AskedOfRepository) {
  const issue = issueOf(asked);
  requireWrite(asked, issue);
  if (!issue.labels.includes(asked.param('name'))) throw notFound();
  issue.labels = issue.labels.filter((label) => label !== asked.param('name'));
  return ok(issueLabels(asked.here, issue.labels));
}

// The payloads of GitHub's webhooks, in the parts that count here.

import { z } from 'zod';

const id = z.int().positive();
const revision = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const namePart = z.string().regex(/^(?!\.{1,2}$)[\w.-]+$/);
const fullName = z.string().regex(/^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/);

const installation = z.object({ id }).nullish();
const sender = z.object({ login: z.string().min(1), type: z.string().optional() }).nullish();
const repository = z.object({ id, name: namePart, owner: z.object({ login: namePart }) });
/** Gone, or of another product of GitHub's: then there is nothing to do. */
const repositoryIfAny = repository.nullish();

export type GivenRepository = z.infer<typeof repository>;

const base = { action: z.string(), installation, repository: repositoryIfAny, sender };

export const pullRequestEvent = z.object({
  ...base,
  pull_request: z.object({ number: id, head: z.object({ sha: revision }) }),
  label: z.object({ name: z.string() }).nullish(),
  changes: z.object({ base: z.unknown() }).partial().nullish(),
});
export type PullRequestEvent = z.infer<typeof pullRequestEvent>;

export const pushEvent = z.object({
  installation,
  ref: z.string().min(1),
  deleted: z.boolean().default(false),
  repository: repository.extend({ default_branch: z.string().min(1) }),
});

const pulls = z
  .array(
    z.object({
      number: id,
      base: z.object({ repo: z.object({ id }).nullish() }).nullish(),
    }),
  )
  .nullish()
  .transform((given) => given ?? []);

export const checkRunEvent = z.object({
  ...base,
  check_run: z.object({ head_sha: revision, pull_requests: pulls }),
  requested_action: z.object({ identifier: z.string() }).nullish(),
});
export type CheckRunEvent = z.infer<typeof checkRunEvent>;

export const checkSuiteEvent = z.object({
  ...base,
  check_suite: z.object({ head_sha: revision, pull_requests: pulls }),
});
export type CheckSuiteEvent = z.infer<typeof checkSuiteEvent>;

export const issueCommentEvent = z.object({
  ...base,
  issue: z.object({ number: id, pull_request: z.unknown().optional() }),
  comment: z.object({
    id,
    body: z.string().nullish(),
    user: z.object({ login: z.string().min(1), type: z.string().optional() }).nullish(),
    performed_via_github_app: z.unknown().optional(),
  }),
});

/** Of a repository in these lists GitHub tells less. */
const listed = z.array(z.object({ id, full_name: fullName }));

export const installationEvent = z.object({
  action: z.string(),
  installation: z.object({ id }),
  repositories: listed.nullish(),
});

export const installationRepositoriesEvent = z.object({
  action: z.string(),
  installation: z.object({ id }),
  repositories_added: listed.default([]),
  repositories_removed: listed.default([]),
});

export const repositoryEvent = z.object(base);

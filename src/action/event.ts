// What happened: the runner's environment and its event file, parsed once.

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ExpectedFailure, systemErrorCode } from '../errors.ts';
import { visible } from '../report/visible.ts';

/** A pull request as its event tells of it; the job reads it again, for it may have moved on. */
export interface PullRequestFacts {
  readonly number: number;
  readonly headRevision: string;
  /** `owner/name`; `null` when that repository is gone. */
  readonly headRepository: string | null;
  readonly baseRepository: string;
}

/** What an event says, as far as anybody here asks. */
export type EventFacts = { readonly actor: string } & (
  | {
      readonly kind: 'pull-request';
      /** `pull_request_target` runs with the rights of the base repository. */
      readonly event: 'pull_request' | 'pull_request_target';
      readonly action: string;
      readonly pullRequest: PullRequestFacts;
      /** Of a `labeled` event: the label, and who put it there. */
      readonly label: { readonly name: string; readonly by: string } | null;
      /** Of an `edited` event: another base branch was chosen. */
      readonly baseChanged: boolean;
    }
  | { readonly kind: 'workflow-run'; readonly headRevision: string; readonly headRepository: string | null }
  | {
      readonly kind: 'push';
      /** `refs/heads/main`. */
      readonly ref: string;
      readonly revision: string;
      readonly isDeleted: boolean;
      readonly defaultBranch: string;
    }
  | { readonly kind: 'schedule' }
  | { readonly kind: 'workflow-dispatch'; readonly inputs: Readonly<Record<string, unknown>> }
  | { readonly kind: 'merge-group'; readonly revision: string }
  | { readonly kind: 'other'; readonly event: string }
);

const revision = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const repositoryName = z.string().regex(/^(?!\.{1,2}\/)[\w.-]+\/(?!\.{1,2}$)[\w.-]+$/);
const login = z.object({ login: z.string().min(1) });

const pullRequestEvent = z.object({
  action: z.string(),
  pull_request: z.object({
    number: z.int().positive(),
    head: z.object({ sha: revision, repo: z.object({ full_name: repositoryName }).nullish() }),
    base: z.object({ repo: z.object({ full_name: repositoryName }) }),
  }),
  label: z.object({ name: z.string() }).nullish(),
  changes: z.object({ base: z.unknown() }).partial().nullish(),
  sender: login.nullish(),
});

const workflowRunEvent = z.object({
  workflow_run: z.object({
    head_sha: revision,
    head_repository: z.object({ full_name: repositoryName }).nullish(),
  }),
});

const pushEvent = z.object({
  ref: z.string().min(1),
  after: revision,
  deleted: z.boolean().default(false),
  repository: z.object({ default_branch: z.string().min(1) }),
});

const dispatchEvent = z.object({ inputs: z.record(z.string(), z.unknown()).nullish() });

const mergeGroupEvent = z.object({ merge_group: z.object({ head_sha: revision }) });

/** The event that this run is about. Throws an ExpectedFailure for a file that is missing or lacks what its kind of event has. */
export function readEvent(env: Readonly<Record<string, string | undefined>>): EventFacts {
  const event = env.GITHUB_EVENT_NAME ?? '';
  if (event === '') throw outsideOfARun('GITHUB_EVENT_NAME');
  return eventFacts(event, env.GITHUB_ACTOR ?? '', () => readPayload(env.GITHUB_EVENT_PATH ?? ''));
}

/** As {@link readEvent}; the payload is asked for only where it counts. */
export function eventFacts(event: string, actor: string, payload: () => unknown): EventFacts {
  const parsed = <Schema extends z.ZodType>(schema: Schema) => parsePayload(schema, event, payload());
  switch (event) {
    case 'pull_request':
    case 'pull_request_target': {
      const { action, pull_request: given, label, changes, sender } = parsed(pullRequestEvent);
      return {
        kind: 'pull-request',
        actor,
        event,
        action,
        pullRequest: {
          number: given.number,
          headRevision: given.head.sha,
          headRepository: given.head.repo?.full_name ?? null,
          baseRepository: given.base.repo.full_name,
        },
        label: action === 'labeled' && label ? { name: label.name, by: sender?.login ?? actor } : null,
        baseChanged: changes?.base !== undefined,
      };
    }
    case 'workflow_run': {
      const { workflow_run: run } = parsed(workflowRunEvent);
      const headRepository = run.head_repository?.full_name ?? null;
      return { kind: 'workflow-run', actor, headRevision: run.head_sha, headRepository };
    }
    case 'push': {
      const push = parsed(pushEvent);
      const defaultBranch = push.repository.default_branch;
      return { kind: 'push', actor, ref: push.ref, revision: push.after, isDeleted: push.deleted, defaultBranch };
    }
    case 'schedule':
      return { kind: 'schedule', actor };
    case 'workflow_dispatch':
      return { kind: 'workflow-dispatch', actor, inputs: parsed(dispatchEvent).inputs ?? {} };
    case 'merge_group':
      return { kind: 'merge-group', actor, revision: parsed(mergeGroupEvent).merge_group.head_sha };
    default:
      return { kind: 'other', actor, event };
  }
}

function readPayload(path: string): unknown {
  if (path === '') throw outsideOfARun('GITHUB_EVENT_PATH');
  try {
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch (error) {
    if (systemErrorCode(error) === undefined && !(error instanceof SyntaxError)) throw error;
    const what = error instanceof SyntaxError ? 'is not JSON' : `cannot be read (${systemErrorCode(error)})`;
    throw new ExpectedFailure(
      'bad-event',
      `the event file ${visible(path)} ${what}`,
      'The runner writes it before each step: run the job again, and report it if it happens once more.',
      { cause: error },
    );
  }
}

function parsePayload<Schema extends z.ZodType>(schema: Schema, event: string, payload: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.join('.') || 'all of it';
  throw new ExpectedFailure(
    'bad-event',
    `the event file of ${visible(event)} has nothing usable at ${at}`,
    'Run the job on an event as GitHub sends it; where one was made by hand, add what is missing.',
  );
}

function outsideOfARun(variable: string): ExpectedFailure {
  return new ExpectedFailure(
    'bad-event',
    `${variable} is not set`,
    'This is the GitHub Action; outside of a workflow use the command line, `palimpsest check`.',
  );
}

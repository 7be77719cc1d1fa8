// Routes about check runs, with GitHub's limits on what one may hold.

import { z } from 'zod';
import { created, linkHeader, notAccessible, notFound, ok, pageOf, Refusal, sliceOf } from './reply.ts';
import { type AskedOfRepository, bodyOf, ofRepository, type Route, whoAsks } from './routes.ts';
import { type CheckRun, isBot, isoTime } from './world.ts';

const READ = [['checks', 'read']] as const;
const WRITE = [['checks', 'write']] as const;

export const checkRoutes: readonly Route[] = [
  ofRepository('POST /check-runs', WRITE, createCheckRun),
  ofRepository('PATCH /check-runs/:id', WRITE, updateCheckRun),
  ofRepository('GET /check-runs/:id', READ, (asked) => ok(checkRunFacts(asked, checkRunOf(asked)))),
  ofRepository('GET /check-runs/:id/annotations', READ, listAnnotations),
  ofRepository('GET /commits/*ref/check-runs', READ, listCheckRuns),
];

const ANNOTATION = z.object({
  path: z.string(),
  start_line: z.number().int(),
  end_line: z.number().int(),
  annotation_level: z.enum(['notice', 'warning', 'failure']),
  message: z.string().max(65_536),
  title: z.string().max(255).optional(),
});

const CONCLUSIONS = ['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', 'action_required'] as const;

const CHECK_BODY = z.object({
  name: z.string().optional(),
  head_sha: z.string().optional(),
  status: z.enum(['queued', 'in_progress', 'completed']).optional(),
  conclusion: z.enum(CONCLUSIONS).optional(),
  details_url: z.string().optional(),
  external_id: z.string().optional(),
  output: z
    .object({
      title: z.string().optional(),
      summary: z.string().optional(),
      text: z.string().optional(),
      annotations: z.array(ANNOTATION).optional(),
    })
    .optional(),
});
type CheckBody = z.infer<typeof CHECK_BODY>;

async function createCheckRun(asked: AskedOfRepository) {
  const { world, repository } = asked;
  const app = whoAsks(asked);
  if (!isBot(app)) throw new Refusal(403, 'You must authenticate via a GitHub App.');
  const body = checked(asked);
  const { name, head_sha: headSha } = body;
  if (name === undefined || headSha === undefined) {
    throw new Refusal(422, `Invalid request.\n\n"${name === undefined ? 'name' : 'head_sha'}" wasn't supplied.`);
  }
  if (body.output !== undefined && body.output.title === undefined)
    throw new Refusal(422, `Invalid request.\n\n"title" wasn't supplied.`);
  if ((await repository.git.object(headSha))?.type !== 'commit')
    throw new Refusal(422, `No commit found for SHA: ${headSha}`);
  const now = world.now();
  const empty = { conclusion: null, title: null, summary: null, text: null, detailsUrl: null, externalId: null };
  const times = { startedAt: now, completedAt: null };
  const run: CheckRun = {
    id: world.nextId(),
    app,
    headSha,
    name,
    status: 'queued',
    ...empty,
    annotations: [],
    ...times,
  };
  take(asked, run, body);
  repository.checkRuns.set(run.id, run);
  return created(checkRunFacts(asked, run));
}

function updateCheckRun(asked: AskedOfRepository) {
  const run = checkRunOf(asked);
  if (whoAsks(asked) !== run.app) throw notAccessible();
  take(asked, run, checked(asked));
  return ok(checkRunFacts(asked, run));
}

/** The body of a request, when all of it is within the limits. */
function checked(asked: AskedOfRepository): CheckBody {
  const body = bodyOf(asked, CHECK_BODY);
  const { annotations: most, checkCharacters } = asked.world.limits;
  const given = body.output?.annotations?.length ?? 0;
  if (given > most)
    throw new Refusal(422, `Invalid request.\n\nNo more than ${most} items are allowed; ${given} were supplied.`);
  for (const text of [body.output?.summary, body.output?.text]) {
    if (text === undefined || text.length <= checkCharacters) continue;
    throw new Refusal(
      422,
      `Invalid request.\n\nOnly ${checkCharacters} characters are allowed; ${text.length} were supplied.`,
    );
  }
  if (body.status === 'completed' && body.conclusion === undefined) {
    throw new Refusal(422, `Invalid request.\n\n"conclusion" wasn't supplied.`);
  }
  return body;
}

function take(asked: AskedOfRepository, run: CheckRun, body: CheckBody): void {
  run.name = body.name ?? run.name;
  run.detailsUrl = body.details_url ?? run.detailsUrl;
  run.externalId = body.external_id ?? run.externalId;
  run.title = body.output?.title ?? run.title;
  run.summary = body.output?.summary ?? run.summary;
  run.text = body.output?.text ?? run.text;
  run.annotations = [...run.annotations, ...(body.output?.annotations ?? [])];
  run.conclusion = body.conclusion ?? run.conclusion;
  run.status = body.conclusion === undefined ? (body.status ?? run.status) : 'completed';
  if (run.status === 'completed') run.completedAt ??= asked.world.now();
  else run.completedAt = null;
}

function checkRunOf(asked: AskedOfRepository): CheckRun {
  const run = asked.repository.checkRuns.get(Number(asked.param('id')));
  if (run === undefined) throw notFound();
  return run;
}

function listAnnotations(asked: AskedOfRepository) {
  const { annotations } = checkRunOf(asked);
  const page = pageOf(asked.query);
  return ok(sliceOf(annotations, page), linkHeader(asked.url, page, annotations.length));
}

async function listCheckRuns(asked: AskedOfRepository) {
  const { repository, query } = asked;
  const oid = await repository.git.commitOf(asked.param('ref'));
  if (oid === null) throw new Refusal(422, `No commit found for SHA: ${asked.param('ref')}`);
  const name = query.get('check_name');
  const status = query.get('status');
  const chosen = [...repository.checkRuns.values()]
    .filter((run) => run.headSha === oid)
    .filter((run) => name === null || run.name === name)
    .filter((run) => status === null || run.status === status)
    .sort((a, b) => b.id - a.id);
  // `latest`, which is the default, gives the last of each name and App.
  const newest = chosen.filter(
    (run, at) => chosen.findIndex((each) => each.name === run.name && each.app === run.app) === at,
  );
  const runs = query.get('filter') === 'all' ? chosen : newest;
  const page = pageOf(query);
  const body = { total_count: runs.length, check_runs: sliceOf(runs, page).map((run) => checkRunFacts(asked, run)) };
  return ok(body, linkHeader(asked.url, page, runs.length));
}

/** A check run as answers and payloads have it. */
export function checkRunFacts(asked: Pick<AskedOfRepository, 'here' | 'world' | 'repository'>, run: CheckRun) {
  const { here, world, repository } = asked;
  const slug = run.app.replace(/\[bot\]$/, '');
  const html = `${world.origin}/${repository.fullName}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: `CR_${run.id}`,
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId ?? '',
    url: `${here}/check-runs/${run.id}`,
    html_url: html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion,
    started_at: isoTime(run.startedAt),
    completed_at: run.completedAt === null ? null : isoTime(run.completedAt),
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${here}/check-runs/${run.id}/annotations`,
    },
    app: { slug, name: slug },
    pull_requests: [...repository.pulls.values()]
      .filter(
        (pull) => pull.headSha === run.headSha && pull.headRepository === repository && pull.issue.state === 'open',
      )
      .map(({ issue }) => ({
        number: issue.number,
        url: `${here}/pulls/${issue.number}`,
        base: { repo: { id: repository.id } },
      })),
  };
}

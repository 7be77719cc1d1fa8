// Routes that start workflows, and those about people and the token itself.

import { parse } from 'yaml';
import { z } from 'zod';
import { userJson } from './people.ts';
import { noContent, notAccessible, notFound, ok, Refusal } from './reply.ts';
import { type AskedOfRepository, bodyOf, ofRepository, type Route, route, whoAsks } from './routes.ts';
import { isBot } from './world.ts';

export const actionsRoutes: readonly Route[] = [
  ofRepository('POST /actions/workflows/:file/dispatches', [['actions', 'write']], dispatchWorkflow),
  ofRepository('POST /dispatches', [['contents', 'write']], dispatchRepository),
  ofRepository('GET /collaborators/:login/permission', [['metadata', 'read']], permissionOf),
  route('GET /user', (asked) => {
    const login = whoAsks(asked);
    if (isBot(login)) throw notAccessible();
    return ok(userJson(login, asked.world.origin));
  }),
];

async function dispatchWorkflow(asked: AskedOfRepository) {
  const { repository } = asked;
  const file = asked.param('file');
  const workflow = await repository.git.object(`refs/heads/${repository.defaultBranch}:.github/workflows/${file}`);
  if (workflow === null) throw notFound();
  const schema = z.object({ ref: z.string(), inputs: z.record(z.string(), z.unknown()).default({}) });
  const { ref, inputs } = bodyOf(asked, schema);
  if ((await repository.git.commitOf(ref.replace(/^refs\/(heads|tags)\//, ''))) === null) {
    throw new Refusal(422, `No ref found for: ${ref}`);
  }
  const known = inputsOf(workflow.content.toString());
  if (known === null) throw new Refusal(422, "Workflow does not have 'workflow_dispatch' trigger");
  const unknown = Object.keys(inputs).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Refusal(422, `Unexpected inputs provided: ${JSON.stringify(unknown)}`);
  const texts = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
  repository.dispatches.push({ kind: 'workflow', file, ref, inputs: texts });
  return noContent;
}

/** The inputs that a workflow's `workflow_dispatch` takes; `null` when it has no such trigger. */
function inputsOf(text: string): readonly string[] | null {
  const { on } = z.object({ on: z.unknown() }).parse(parse(text));
  const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]).safeParse(on);
  if (names.success) return names.data.includes('workflow_dispatch') ? [] : null;
  const triggers = z.record(z.string(), z.unknown()).parse(on ?? {});
  if (!('workflow_dispatch' in triggers)) return null;
  const dispatch = z.object({ inputs: z.record(z.string(), z.unknown()).nullish() }).nullish();
  return Object.keys(dispatch.parse(triggers.workflow_dispatch)?.inputs ?? {});
}

function dispatchRepository(asked: AskedOfRepository) {
  const schema = z.object({
    event_type: z.string().min(1).max(100),
    client_payload: z.record(z.string(), z.unknown()).default({}),
  });
  const { event_type: eventType, client_payload: payload } = bodyOf(asked, schema);
  if (Object.keys(payload).length > 10) {
    throw new Refusal(422, 'Invalid request.\n\nNo more than 10 properties are allowed; more were supplied.');
  }
  asked.repository.dispatches.push({ kind: 'repository', eventType, payload });
  return noContent;
}

function permissionOf(asked: AskedOfRepository) {
  const { repository, world } = asked;
  whoAsks(asked);
  const login = asked.param('login');
  if (isBot(login)) throw new Refusal(404, `${login} is not a user`);
  const own = login === repository.owner ? 'admin' : repository.people.get(login);
  const permission = own ?? (repository.isPrivate ? 'none' : 'read');
  const user = { ...userJson(login, world.origin), permissions: granted(permission) };
  return ok({ permission: permission === 'maintain' ? 'write' : permission, role_name: permission, user });
}

/** Each role has what those below it have. */
function granted(role: string) {
  const roles = ['read', 'triage', 'write', 'maintain', 'admin'];
  const names = ['pull', 'triage', 'push', 'maintain', 'admin'];
  return Object.fromEntries(names.map((name, at) => [name, at <= roles.indexOf(role)]));
}

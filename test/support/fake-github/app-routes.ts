// Routes of an App: who it is, where it is installed, and tokens for its installations; and its registration by a manifest.

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { AppState, InstallationState } from './app-state.ts';
import { userJson } from './people.ts';
import { linkHeader, noContent, notFound, ok, pageOf, Refusal, sliceOf } from './reply.ts';
import { repositoryJson } from './repositories.ts';
import { type Asked, bodyOf, type Route, route } from './routes.ts';
import { isoTime, type PermissionName, type Permissions, repositoryOf } from './world.ts';

const HOUR_MS = 3_600_000;

export const appRoutes: readonly Route[] = [
  ofApp('GET /app', ({ world }, app) => ok(appJson(app, world.origin))),
  ofApp('GET /app/installations', listInstallations),
  ofApp('GET /app/installations/:id', (asked, app) =>
    ok(installationJson(installationOf(asked, app), asked.world.origin)),
  ),
  ofApp('POST /app/installations/:id/access_tokens', createToken),
  ofApp('GET /repos/:owner/:repo/installation', installationOfRepository),
  route('GET /installation/repositories', listRepositories),
  route('DELETE /installation/token', revokeToken),
  route('POST /app-manifests/:code/conversions', convertManifest),
];

/** A route for the App's own word, a JSON web token. */
function ofApp(template: string, answer: (asked: Asked, app: AppState) => ReturnType<Route['answer']>): Route {
  return route(template, (asked) => answer(asked, asked.app()));
}

function installationOf({ world, param }: Asked, app: AppState): InstallationState {
  const installation = world.installations.get(Number(param('id')));
  if (installation === undefined || installation.app !== app) throw notFound();
  return installation;
}

function listInstallations(asked: Asked, app: AppState) {
  const all = [...asked.world.installations.values()].filter((each) => each.app === app);
  const page = pageOf(asked.query);
  const body = sliceOf(all, page).map((each) => installationJson(each, asked.world.origin));
  return ok(body, linkHeader(asked.url, page, all.length));
}

function installationOfRepository({ world, param }: Asked, app: AppState) {
  const repository = repositoryOf(world, `${param('owner')}/${param('repo')}`);
  for (const each of world.installations.values()) {
    if (repository !== null && each.app === app && each.repositories.has(repository)) {
      return ok(installationJson(each, world.origin));
    }
  }
  throw notFound();
}

const TOKEN_BODY = z.object({
  repositories: z.array(z.string()).optional(),
  repository_ids: z.array(z.number()).optional(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])).optional(),
});

function createToken(asked: Asked, app: AppState) {
  const { world } = asked;
  const installation = installationOf(asked, app);
  if (installation.isSuspended) throw new Refusal(403, 'This installation has been suspended');
  const { repositories, repository_ids: ids, permissions } = bodyOf(asked, TOKEN_BODY);
  const granted =
    permissions === undefined ? installation.permissions : narrowed(installation.permissions, permissions);
  const isAll = repositories === undefined && ids === undefined;
  const chosen = () =>
    [...installation.repositories].filter(
      ({ id, name }) => isAll || ids?.includes(id) === true || repositories?.includes(name) === true,
    );
  const value = `ghs_${randomBytes(18).toString('hex')}`;
  const expiresAt = world.now() + HOUR_MS;
  world.tokens.set(value, {
    value,
    login: `${app.slug}[bot]`,
    permissions: granted,
    // what is installed later is reached as well
    get repositories() {
      return chosen().map(({ fullName }) => fullName);
    },
    expiresAt,
    installation: installation.id,
  });
  return {
    status: 201,
    body: {
      token: value,
      expires_at: isoTime(expiresAt),
      permissions: asApi(granted),
      repository_selection: 'selected',
    },
  };
}

function narrowed(granted: Permissions, asked: Readonly<Record<string, 'read' | 'write'>>): Permissions {
  const wanted = Object.entries(asked).map(([name, access]) => [name.replaceAll('_', '-'), access] as const);
  for (const [name, access] of wanted) {
    const has = granted[name as PermissionName];
    if (has === 'write' || has === access) continue;
    throw new Refusal(422, 'The permissions requested are not granted to this installation.');
  }
  return Object.fromEntries(wanted);
}

function listRepositories(asked: Asked) {
  const { token, world, api } = asked;
  const installation = world.installations.get(token?.installation ?? -1);
  if (token === null || installation === undefined)
    throw new Refusal(403, 'You must authenticate with an installation access token');
  const all = [...installation.repositories].filter(({ fullName }) => token.repositories?.includes(fullName));
  const page = pageOf(asked.query);
  const repositories = sliceOf(all, page).map((each) => repositoryJson(each, world.origin, api));
  return ok({ total_count: all.length, repositories }, linkHeader(asked.url, page, all.length));
}

function revokeToken({ token, world }: Asked) {
  if (token?.installation === undefined) throw new Refusal(401, 'Requires authentication');
  world.tokens.delete(token.value);
  return noContent;
}

/** A code is good once. */
function convertManifest({ world, param }: Asked) {
  const made = world.manifests.get(param('code'));
  if (made === undefined || !world.manifests.delete(param('code'))) throw notFound();
  const { app, pem } = made;
  return {
    status: 201,
    body: {
      ...appJson(app, world.origin),
      client_id: `Iv1.${app.id}`,
      client_secret: randomBytes(20).toString('hex'),
      webhook_secret: app.webhookSecret,
      pem,
    },
  };
}

export function appJson({ id, slug }: AppState, origin: string) {
  return {
    id,
    slug,
    node_id: `A_${id}`,
    name: slug,
    owner: userJson('acme', origin),
    html_url: `${origin}/apps/${slug}`,
  };
}

/** As payloads and answers have it. */
export function installationJson({ id, app, account, permissions, isSuspended }: InstallationState, origin: string) {
  return {
    id,
    account: userJson(account, origin),
    app_id: app.id,
    app_slug: app.slug,
    repository_selection: 'selected',
    permissions: asApi(permissions),
    suspended_at: isSuspended ? isoTime(0) : null,
  };
}

/** `pull-requests` of a workflow is `pull_requests` here. */
function asApi(permissions: Permissions): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(permissions).map(([name, access]) => [name.replaceAll('-', '_'), access]));
}

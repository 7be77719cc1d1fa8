// A GitHub of our own on 127.0.0.1, over real bare git repositories: what the Action, the App and the CLI talk to in tests.
//
// The API stands at the origin, as on api.github.com, and below `/api/v3`, as on an Enterprise Server; git clones from
// `cloneUrl`. It answers in the process that starts it: whoever runs a program against it must wait without blocking
// (`spawn`, not `spawnSync`).

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BareGit, runGit } from './fake-github/bare-git.ts';
import type { Files } from './fake-github/commit.ts';
import { Deliveries } from './fake-github/deliveries.ts';
import { Events } from './fake-github/events.ts';
import { type Fault, Faults, type Matching } from './fake-github/faults.ts';
import { ASKED_FOR, type FakeApp, FakeInstallation, registerApp } from './fake-github/installation.ts';
import { type RateLimit, RateLimits } from './fake-github/rates.ts';
import { FakeRepository } from './fake-github/repository.ts';
import { type AskedRequest, gitHubServer } from './fake-github/server.ts';
import { GITHUB_LIMITS, type Limits, type Permissions, type RepositoryState, type World } from './fake-github/world.ts';

export type { CommitOptions, Files } from './fake-github/commit.ts';
export type { Deliveries, Delivery } from './fake-github/deliveries.ts';
export type { Events, PullRequestAction } from './fake-github/events.ts';
export type { Fault, Matching } from './fake-github/faults.ts';
export type { FakeApp, FakeInstallation } from './fake-github/installation.ts';
export type { FakePullRequest, PullRequestOptions } from './fake-github/pull-request.ts';
export type { RateLimit } from './fake-github/rates.ts';
export type { FakeRepository } from './fake-github/repository.ts';
export type { RunnerEvent } from './fake-github/runner.ts';
export type { AskedRequest } from './fake-github/server.ts';
export type { CheckRun, Comment, Dispatch, Issue, Limits, Permissions } from './fake-github/world.ts';

export interface RepositoryOptions {
  /** A git repository on this machine to begin with, which stays as it is; an empty one when not given. */
  readonly from?: string;
  /** Committed first, when given. */
  readonly files?: Files;
  readonly private?: boolean;
  /** `main`, or whatever `from` has, when not given. */
  readonly defaultBranch?: string;
  readonly forkOf?: FakeRepository;
}

export interface TokenOptions {
  /** A login; `github-actions[bot]` when not given. One that ends in `[bot]` is an App's installation. */
  readonly login?: string;
  /** Those of a workflow's `permissions:`; what is not named is not granted. */
  readonly permissions?: Permissions;
  /** `owner/name` of those that it reaches; all when not given. */
  readonly repositories?: readonly string[];
  /** In so many milliseconds of the fake's clock; never when not given. */
  readonly expiresInMs?: number;
}

export interface FakeGitHub {
  /** `http://127.0.0.1:PORT`: GITHUB_API_URL as on github.com, and GITHUB_SERVER_URL. */
  readonly origin: string;
  /** The origin with `/api/v3`: GITHUB_API_URL as on an Enterprise Server. */
  readonly enterpriseApiUrl: string;
  /** Every request, in the order in which they came. */
  readonly requests: readonly AskedRequest[];
  /** GitHub's own to begin with; a test may lower them. */
  readonly limits: Limits;
  /** What the runner is told of events, with `origin` for the API. */
  readonly events: Events;
  /** The same on an Enterprise Server. */
  readonly enterpriseEvents: Events;
  addRepository(fullName: string, options?: RepositoryOptions): Promise<FakeRepository>;
  /** A new token. */
  token(options?: TokenOptions): string;
  /** A new App, with its own key. */
  registerApp(slug?: string): FakeApp;
  /** The same by a manifest: what the browser brings back to whoever asked for it. */
  acceptManifest(manifest: Readonly<Record<string, unknown>>): string;
  /** Installs an App where these repositories are. */
  install(
    app: Pick<FakeApp, 'id'>,
    repositories: readonly FakeRepository[],
    permissions?: Permissions,
  ): Promise<FakeInstallation>;
  /** From now on what happens where an App is installed is signed and posted there. */
  deliverTo(url: string, secret: string): Deliveries;
  /** The next so many matching requests go wrong in this way; what it returns ends that. */
  fail(matching: Matching, fault: Fault, times?: number): () => void;
  /** Something happens just before the next so many matching requests are answered, which wait for it. */
  before(matching: Matching, action: () => unknown, times?: number): void;
  limitRate(limit: RateLimit): void;
  /** Milliseconds since 1970, by the fake's clock, which runs as the machine's does. */
  now(): number;
  /** Sets the fake's clock forward. */
  advance(milliseconds: number): void;
  /** Where git clones a repository from, with the token in the address. */
  cloneUrl(fullName: string, token?: string): string;
  close(): Promise<void>;
}

/** Starts one; it keeps no process alive, and `close` removes all that it has written. `clock`: the machine's when not given. */
export async function startFakeGitHub(clock: () => number = Date.now): Promise<FakeGitHub> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'fake-github-')));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', removeFolder);
  let ahead = 0;
  let lastId = 1_000;
  const world: World = {
    origin: '',
    repositories: new Map(),
    tokens: new Map(),
    apps: new Map(),
    installations: new Map(),
    manifests: new Map(),
    tell: async () => {},
    limits: { ...GITHUB_LIMITS },
    now: () => clock() + ahead,
    nextId: () => ++lastId,
  };
  const requests: AskedRequest[] = [];
  const faults = new Faults();
  const rates = new RateLimits(world.now);
  const server = gitHubServer({ world, requests, faults, rates });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  server.unref();
  server.on('connection', (socket) => socket.unref());
  world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: world.origin,
    enterpriseApiUrl: `${world.origin}/api/v3`,
    requests,
    events: new Events(world, world.origin),
    enterpriseEvents: new Events(world, `${world.origin}/api/v3`),
    limits: world.limits,
    addRepository: (fullName, options = {}) => addRepository(world, folder, fullName, options),
    token({ login = 'github-actions[bot]', permissions = {}, repositories, expiresInMs } = {}) {
      const value = `ghs_${String(world.nextId()).padStart(36, '0')}`;
      const expiresAt = expiresInMs === undefined ? null : world.now() + expiresInMs;
      world.tokens.set(value, { value, login, permissions, repositories: repositories ?? null, expiresAt });
      return value;
    },
    registerApp(slug = 'palimpsest') {
      const { state: _, ...app } = registerApp(world, slug);
      return app;
    },
    acceptManifest(manifest) {
      const { state, privateKey } = registerApp(world, String(manifest.name));
      const code = `code${world.nextId()}`;
      world.manifests.set(code, { app: state, pem: privateKey });
      return code;
    },
    async install({ id: appId }, repositories, permissions = ASKED_FOR) {
      const app = world.apps.get(appId);
      if (app === undefined) throw new Error(`there is no App ${appId}`);
      const id = world.nextId();
      const states = new Set(repositories.map(({ state }) => state));
      const account = repositories[0]?.state.owner ?? 'acme';
      const installation = { id, app, account, permissions, repositories: states, isSuspended: false };
      world.installations.set(id, installation);
      await world.tell({ kind: 'installation', action: 'created', installation });
      return new FakeInstallation(world, installation);
    },
    deliverTo(url, secret) {
      const deliveries = new Deliveries(world);
      deliveries.sendTo({ url, secret });
      world.tell = (happening) => deliveries.tell(happening);
      return deliveries;
    },
    fail: (matching, fault, times = 1) => faults.fail(matching, fault, times),
    before: (matching, action, times = 1) => faults.before(matching, action, times),
    limitRate: (limit) => rates.set(limit),
    now: world.now,
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
    cloneUrl(fullName, token) {
      const url = new URL(`${world.origin}/${fullName}.git`);
      if (token !== undefined) Object.assign(url, { username: 'x-access-token', password: token });
      return url.href;
    },
    async close() {
      await new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      });
      await Promise.all([...world.repositories.values()].map(({ git }) => git.close()));
      process.off('exit', removeFolder);
      removeFolder();
    },
  };
}

async function addRepository(world: World, folder: string, fullName: string, options: RepositoryOptions) {
  const [owner = '', name = ''] = fullName.split('/');
  const id = world.nextId();
  const git = new BareGit(join(folder, `${id}.git`));
  const from = options.forkOf?.folder ?? options.from;
  if (from === undefined) {
    const branch = options.defaultBranch ?? 'main';
    await runGit('init', '--quiet', '--bare', `--initial-branch=${branch}`, git.folder);
  } else await runGit('clone', '--quiet', '--bare', from, git.folder);
  // What GitHub's own servers let a client do; and nothing is packed away under a test's feet.
  const settings = {
    'uploadpack.allowAnySHA1InWant': 'true',
    'uploadpack.allowFilter': 'true',
    'http.receivepack': 'true',
    'gc.auto': '0',
  };
  for (const [key, value] of Object.entries(settings)) await git.run(['config', key, value]);
  const defaultBranch = options.defaultBranch ?? (await git.text(['symbolic-ref', '--short', 'HEAD']));
  const state: RepositoryState = {
    id,
    owner,
    name,
    fullName,
    git,
    isPrivate: options.private ?? false,
    defaultBranch,
    forkOf: options.forkOf?.state ?? null,
    guarded: [],
    people: new Map([[owner, 'admin']]),
    issues: new Map(),
    pulls: new Map(),
    comments: new Map(),
    checkRuns: new Map(),
    dispatches: [],
  };
  world.repositories.set(fullName.toLowerCase(), state);
  const repository = new FakeRepository(world, state);
  if (options.files !== undefined) await repository.commit(defaultBranch, options.files);
  return repository;
}

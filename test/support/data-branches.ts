// Data branches of a repository on the fake GitHub, each opened by a client of its own.

import { createHash } from 'node:crypto';
import { Octokit } from '@octokit/rest';
import { afterAll, beforeAll } from 'vitest';
import { answeringLedger, withShards } from '../../src/core/ledger-head.ts';
import type { ModelCard } from '../../src/core/model-card.ts';
import { shardOf, withFiles } from '../../src/core/shards.ts';
import { connect, type GitHubApi } from '../../src/github/client.ts';
import { type DataBranch, type FilesOf, openDataBranch } from '../../src/github/data-branch.ts';
import type { LedgerStore } from '../../src/ports.ts';
import { dataBranchFiles } from '../../src/report/data-branch.ts';
import { type FakeGitHub, type FakeRepository, startFakeGitHub } from './fake-github.ts';
import { unit } from './ledgers.ts';

export const BRANCH = 'palimpsest-data';

/** The fake of a test file, for as long as its tests run. */
export function fakeGitHub(): () => FakeGitHub {
  let fake: FakeGitHub | null = null;
  beforeAll(async () => {
    fake = await startFakeGitHub();
  });
  afterAll(async () => await fake?.close());
  return () => {
    if (fake === null) throw new Error('the fake GitHub has not started');
    return fake;
  };
}

let repositories = 0;

export function newRepository(fake: FakeGitHub): Promise<FakeRepository> {
  return fake.addRepository(`acme/books-${repositories++}`, { files: { 'README.md': '# Books\n' } });
}

export interface Opening {
  readonly branch?: string;
  readonly section?: string;
  readonly filesOf?: FilesOf;
  readonly token?: string;
  /** As the Action's does, it repeats what was not answered, and keeps to GitHub's pace; a bare one by default. */
  readonly isPatient?: boolean;
}

export function openBranch(
  fake: FakeGitHub,
  repository: Pick<FakeRepository, 'fullName'>,
  opening: Opening = {},
): DataBranch {
  const { branch = BRANCH, section = '', filesOf = pageOf('ledger-7b', section), isPatient = false } = opening;
  const token = opening.token ?? fake.token({ permissions: { contents: 'write' } });
  const api = (isPatient ? patientClient : bareClient)(fake.origin, token);
  return openWith(api, repository.fullName, { branch, section, filesOf });
}

export function openWith(
  api: GitHubApi,
  fullName: string,
  options: { readonly branch: string; readonly section: string; readonly filesOf: FilesOf },
): DataBranch {
  const [owner = '', repo = ''] = fullName.split('/');
  return openDataBranch({ github: { api, owner, repo }, firstPauseMs: 10, ...options });
}

export function bareClient(baseUrl: string, token: string): GitHubApi {
  return new Octokit({ baseUrl, auth: token, log: { debug() {}, info() {}, warn() {}, error() {} } });
}

function patientClient(baseUrl: string, token: string): GitHubApi {
  const { signal } = new AbortController();
  return connect(token, { baseUrl, userAgent: 'palimpsest-test', signal, warn() {}, waits: { secondMs: 20 } });
}

/** The real files, as the Action puts them there. */
export function pageOf(fingerprint: string, section: string): FilesOf {
  const card: ModelCard = {
    schemaVersion: 1,
    provider: 'test',
    name: fingerprint,
    baseModel: null,
    fingerprint,
    trainedAt: null,
    recipe: null,
    baseline: null,
    shadow: null,
  };
  const place = { server: 'https://github.com', owner: 'acme', repo: 'books', branch: BRANCH, isPublic: true };
  return ({ heads, history, projects, saved }) =>
    dataBranchFiles({
      place,
      section,
      projects,
      model: card,
      answering: answeringLedger(card, heads),
      policy: { line: 0.9, warnWithin: 3 },
      history,
      saved,
    });
}

export const PAGE_OF_LEDGER = { branch: BRANCH, section: '', filesOf: pageOf('ledger-7b', '') };

/** Where the ledger of `ledger-7b` stands after {@link bringOn}. */
export function revisionOf(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}

/** As a job does it: a unit in a file of its own comes, and the change is made again until nobody was in between. */
export async function bringOn(store: LedgerStore, name: string): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const stored = await store.load('ledger-7b');
    if (stored === null) throw new Error('there is no ledger');
    const late = {
      ...unit(`Late${name}.fee`),
      score: { similarity: 0.5, failed: false },
      trained: null,
      rescored: true,
    };
    const shards = await stored.shards([shardOf(late.path)]);
    const touched = withFiles(shards, { paths: new Set([late.path]), units: [late], departed: [] });
    const standsAt = { revision: revisionOf(name), committedAt: null };
    const head = withShards({ ...stored.head, standsAt }, touched);
    if (await store.save(stored.version, { head, shards: touched })) return attempt;
  }
}

// A run of the App on a repository of the fake GitHub, over real HTTP; ledgers, state and documents are in memory.

import { onTestFinished } from 'vitest';
import { composeForge } from '../../src/compose/forge.ts';
import { composeModelInUse, composeOperatorsModels } from '../../src/compose.ts';
import { readRepositorySettings } from '../../src/config/repository-settings.ts';
import { commandsIn } from '../../src/core/command.ts';
import type { CommandContext } from '../../src/forge/command-context.ts';
import { doCommands, explainMethod } from '../../src/forge/commands.ts';
import type { ForgeRun } from '../../src/forge/run.ts';
import { narrowed } from '../../src/jobs/narrowed.ts';
import { unsavedState } from '../../src/jobs/unsaved.ts';
import type { StateStore } from '../../src/ports.ts';
import { Secrets } from '../../src/secrets.ts';
import { BOOKS, STREAMS } from './books.ts';
import { type FakeGitHub, type FakePullRequest, type FakeRepository, startFakeGitHub } from './fake-github.ts';
import { clientFor } from './github-repository.ts';
import { languages, undisturbed } from './job-surroundings.ts';
import { MemoryDocuments } from './memory-documents.ts';
import { memoryLedgers } from './memory-ledgers.ts';
import { temporaryFolder } from './scratch-repository.ts';

export const APP = 'palimpsest[bot]';
const NOW = Date.UTC(2026, 4, 4, 12);

export interface AppOnBooks {
  readonly fake: FakeGitHub;
  readonly repository: FakeRepository;
  /** Takes the invoice's sum with streams. */
  readonly pull: FakePullRequest;
  readonly documents: MemoryDocuments;
  readonly state: StateStore;
  /** What was put into the queue. */
  readonly started: string[];
  /** How often a run was composed. */
  readonly runs: () => number;
  run(): Promise<ForgeRun>;
  context(comment: CommandContext['comment'], changed?: Partial<CommandContext>): CommandContext;
  /** Somebody comments, and the App does what is asked for. Returns what the comment then has. */
  says(author: string, text: string): Promise<{ id: number; reactions: string[]; replies: string[] }>;
  /** The same comment once more. */
  again(id: number): Promise<void>;
  /** Does the explanations that were put into the queue. */
  explain(): Promise<void>;
  /** A day and more passes. */
  nextDay(): void;
}

/** The project of books with a pull request: grace is a maintainer, linus writes, eve reads. Gone when the test is over. */
export async function appOnBooks(
  given: {
    settings?: string;
    modelsFile?: string;
    pull?: Readonly<
      Record<string, string | Uint8Array | null>
    > /** Explanations are done by {@link AppOnBooks.explain} alone, and not at once. */;
    leavesExplaining?: boolean;
  } = {},
): Promise<AppOnBooks> {
  const fake = await startFakeGitHub();
  onTestFinished(() => fake.close());
  const settingsFile = given.settings === undefined ? {} : { '.github/palimpsest.yml': given.settings };
  const repository = await fake.addRepository('acme/books', { files: { ...BOOKS, ...settingsFile } });
  repository.person('grace', 'maintain');
  repository.person('linus', 'write');
  repository.person('eve', 'read');
  await repository.commit('streams', { ...STREAMS, ...given.pull });
  const pull = await repository.openPullRequest({ head: 'streams' });
  const permissions = {
    contents: 'write',
    'pull-requests': 'write',
    checks: 'write',
    issues: 'write',
    actions: 'write',
  } as const;
  const api = clientFor(fake, fake.token({ login: APP, permissions }));
  const secrets = new Secrets({});
  const composed = composeForge({ api, owner: 'acme', repo: 'books' }, secrets, { signal: undisturbed.signal });
  const answersFolder = temporaryFolder();
  const documents = new MemoryDocuments();
  const ledgers = memoryLedgers();
  const state = unsavedState({ read: async () => null, update: () => Promise.reject(new Error('is never asked')) });
  const started: string[] = [];
  const explaining: (() => Promise<void>)[] = [];
  let runs = 0;
  let now = NOW;
  let links = 0;

  async function run(): Promise<ForgeRun> {
    runs += 1;
    const settings = await readRepositorySettings(composed.repository);
    const area = { under: '', globs: settings.paths };
    const narrow = narrowed(composed.repository, area);
    const models = await composeOperatorsModels(given.modelsFile ?? null);
    const model = await composeModelInUse(models.modelFor(settings.model), {
      repository: narrow,
      ...undisturbed,
      environment: { answersFolder, secrets },
      warn: () => {},
    });
    return {
      settings,
      settingsPath: '.github/palimpsest.yml',
      choices: { comment: 'changes', gate: { failOn: 'never', maximumDrop: null }, samples: null },
      section: null,
      project: 'books',
      links: { repositoryUrl: `${fake.origin}/acme/books`, reportUrl: null, whereItLies: '' },
      log: { say() {}, notice() {}, warning() {}, summarise: async () => {} },
      ...undisturbed,
      languages,
      forge: composed.forge,
      ledgers,
      state,
      whole: composed.repository,
      repository: narrow,
      area,
      model,
      training: null,
      hasCheckout: false,
      buttons: true,
      pastOf: () => Promise.reject(new Error('nobody asks for the past')),
      mask: (text) => secrets.mask(text),
    };
  }

  const context: AppOnBooks['context'] = (comment, changed = {}) => ({
    forge: composed.forge,
    documents,
    repositoryId: repository.state.id,
    pullRequest: pull.number,
    comment,
    run,
    now: () => now,
    start: async (what) => {
      started.push(what.kind);
      if (what.kind === 'explain') explaining.push(() => explainMethod(what, context(comment, changed)));
    },
    pageLinks: {
      make: async (by) => {
        links += 1;
        return {
          page: `https://palimpsest.test/acme/books?token=${by}${links}`,
          badge: 'https://palimpsest.test/badge',
        };
      },
      revoke: async () => links,
    },
    log: { say() {} },
    ...changed,
  });

  const commentOf = (id: number) => {
    const found = repository.comments(pull.number).find((comment) => comment.id === id);
    if (found === undefined) throw new Error('the comment is there');
    return found;
  };

  async function explain(): Promise<void> {
    for (const task of explaining.splice(0)) await task();
  }

  async function again(id: number): Promise<void> {
    const { author, body } = commentOf(id);
    await doCommands(commandsIn(body), context({ id, author }));
    if (given.leavesExplaining !== true) await explain();
  }

  return {
    fake,
    repository,
    pull,
    documents,
    state,
    started,
    runs: () => runs,
    run,
    context,
    again,
    explain,
    async says(author, text) {
      const { id } = repository.comment(pull.number, author, text);
      const before = repository.comments(pull.number).length;
      await again(id);
      return {
        id,
        reactions: commentOf(id).reactions.map(({ content }) => content),
        replies: repository
          .comments(pull.number)
          .slice(before)
          .map(({ body }) => body),
      };
    },
    nextDay() {
      now += 86_400_001;
    },
  };
}

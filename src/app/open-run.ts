// A run on a forge for one repository of the App: read and spoken to as its installation, kept in the App's own database.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeForge, type GitHubApi } from '../compose/forge.ts';
import { ledgersOn, stateOn } from '../compose/store.ts';
import {
  cloneHistory,
  composeLanguages,
  composeModelInUse,
  composeOperatorsModels,
  modelInOffice,
  openHistory,
  trainingWay,
} from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import type { Environment } from '../config.ts';
import { NO_GATE } from '../core/gate.ts';
import type { RepositoryRef, Task } from '../core/task.ts';
import type { Outcome } from '../forge/outcome.ts';
import type { ForgeRun, RunLog } from '../forge/run.ts';
import { narrowed, narrowedHistory } from '../jobs/narrowed.ts';
import { ledgerSpeakingFor } from '../jobs/speaking-ledger.ts';
import { LineProgress } from '../line-progress.ts';
import { isForGood } from '../ports/task-queue.ts';
import type { BlobStore, DocumentStore, Progress, Revision } from '../ports.ts';
import { badgeFacts } from '../report/badge-facts.ts';
import { keptAnswers } from './kept-answers.ts';
import { saveBadge, savePage } from './kept-pages.ts';
import { rememberRepository } from './known-repositories.ts';
import type { LogEntry } from './threads.ts';

/** What a task is done with. */
export interface TaskContext {
  readonly documents: DocumentStore;
  readonly blobs: BlobStore;
  readonly environment: Environment;
  /** A client for an installation, and a token for git. */
  readonly installations: Installations;
  /** Where this App is reached: links in comments lead there; `null` for no links. */
  readonly baseUrl: string | null;
  /** `https://github.com`, or that of a GitHub Enterprise Server. */
  readonly serverUrl: string;
  /** The operator's list of models; `null` for the embedded one alone. */
  readonly modelsFile: string | null;
  /** Whether models may be at private addresses. */
  readonly allowsPrivateAddresses: boolean;
  /** Where trainings have a folder for each repository; absolute. */
  readonly trainingFolder: string;
  readonly log: (entry: LogEntry) => void;
  readonly add: (task: Task) => Promise<void>;
  /** The webhook that asked for the task; `null` for none. */
  readonly request: string | null;
  /** Told of each answer of a model: who gave it, and how long that took. */
  readonly answered: (provider: string, ms: number) => void;
  readonly signal: AbortSignal;
}

export interface Installations {
  client(installation: number): GitHubApi;
  token(installation: number): Promise<string>;
}

export interface TaskRun {
  readonly run: ForgeRun;
  /** What pages and badge show from now on. */
  keep(outcome: Outcome): Promise<void>;
  close(): Promise<void>;
}

/** Asks the forge for the settings alone. Throws an ExpectedFailure for settings that are wrong. */
export async function openRun(ref: RepositoryRef, context: TaskContext): Promise<TaskRun> {
  const { documents, environment, signal, serverUrl, baseUrl } = context;
  const api = context.installations.client(ref.installation);
  const owner = `repository/${ref.id}`;
  const blobs = {
    get: (names: readonly string[]) => context.blobs.get(names),
    put: (read: ReadonlyMap<string, Uint8Array>) => context.blobs.put(owner, read),
  };
  const github = { api, owner: ref.owner, repo: ref.name };
  const { repository: whole, forge } = composeForge(github, environment.secrets, {
    signal,
    blobs,
    request: context.request,
  });
  const settings = await readRepositorySettings(whole);
  const area = { under: '', globs: settings.paths };
  const repository = narrowed(whole, area);
  const languages = await composeLanguages(environment);
  const log = logOf(context, ref);
  const progress: Progress = new LineProgress((line) => log.say(line));
  const place = { repository: ref.id, section: null };
  const state = stateOn(documents, place);
  const models = await composeOperatorsModels(context.modelsFile);
  const operators = models.modelFor(settings.model);
  const around = {
    languages,
    environment,
    answers: keptAnswers(context.blobs, owner),
    progress,
    signal,
    warn: log.warning,
    answered: context.answered,
    addresses: context.allowsPrivateAddresses ? 'any' : 'public',
  } as const;
  const model = await composeModelInUse(await modelInOffice(operators, state), { ...around, repository });
  const training = trainingWay(operators, {
    ...around,
    project: ref.name,
    say: log.say,
    folder: join(context.trainingFolder, String(ref.id)),
    leavesJob: (reason) => !isForGood(reason),
    enqueue: () => context.add({ kind: 'specialize', repository: ref }),
  });
  const ledgers = ledgersOn(documents, place);
  const repositoryUrl = `${serverUrl}/${ref.owner}/${ref.name}`;
  const page = baseUrl === null ? null : `${baseUrl}/${ref.owner}/${ref.name}`;
  const folders: string[] = [];
  const run: ForgeRun = {
    settings,
    settingsPath: '.github/palimpsest.yml',
    choices: { comment: 'changes', gate: NO_GATE, samples: null },
    section: null,
    project: ref.name,
    links: { repositoryUrl, reportUrl: page, whereItLies: page === null ? '' : `[History and badge](${page})` },
    log,
    progress,
    signal,
    languages,
    forge,
    ledgers,
    state,
    whole,
    repository,
    area,
    model,
    training,
    hasCheckout: false,
    buttons: true,
    pastOf,
    mask: (text) => environment.secrets.mask(text),
  };
  return { run, keep, close };

  async function pastOf(target: Revision) {
    const folder = await mkdtemp(join(tmpdir(), 'palimpsest-history-'));
    folders.push(folder);
    const token = await context.installations.token(ref.installation);
    const clone = await cloneHistory({ url: `${repositoryUrl}.git`, token, branch: target.name, folder, signal });
    return { repository: narrowed(clone, area), history: narrowedHistory(openHistory(clone.root), area) };
  }

  async function keep({ page, report }: Outcome): Promise<void> {
    const { data } = await api.rest.repos.get({ owner: ref.owner, repo: ref.name });
    const isPublic = data.visibility === undefined ? !data.private : data.visibility === 'public';
    const { id, installation } = ref;
    await rememberRepository(documents, { id, installation, owner: data.owner.login, name: data.name, isPublic });
    if (report === null || report.model === null) return;
    const answering = await ledgerSpeakingFor(report.model, ledgers);
    await saveBadge(documents, place, badgeFacts(report.model, answering, settings.freshness));
    if (page !== null) await savePage(documents, place, page, { mask: run.mask });
  }

  async function close(): Promise<void> {
    await model.close();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
}

function logOf({ log }: TaskContext, { owner, name }: RepositoryRef): RunLog {
  const facts = { repository: `${owner}/${name}` };
  return {
    say: (message) => log({ level: 'info', message, facts }),
    notice: (message) => log({ level: 'info', message, facts }),
    warning: (message) => log({ level: 'warn', message, facts }),
    summarise: async () => {}, // the check run has it
  };
}

// Bringing together what an activity needs: GitHub, the settings of the default branch, the model.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FilesOf, GitHubRepository } from '../compose/forge.ts';
import {
  type ComposedModel,
  composeLanguages,
  composeModelInUse,
  modelInOffice,
  modelOfInputs,
  trainingWay,
} from '../compose.ts';
import { readRepositorySettingsFile } from '../config/repository-settings.ts';
import { SETTINGS_PATH, type Settings, settingsSchema } from '../config.ts';
import { answeringLedger } from '../core/ledger-head.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { ForgeRun } from '../forge/run.ts';
import type { ModelInUse } from '../jobs/model-in-use.ts';
import { narrowed } from '../jobs/narrowed.ts';
import type { CodeModel, RepositoryReader } from '../ports.ts';
import { dataBranchFiles } from '../report/data-branch.ts';
import type { Activity } from './activity.ts';
import type { Connection } from './connection.ts';
import type { ActionInputs } from './inputs.ts';
import { pastFinder } from './past.ts';
import type { Step } from './step.ts';

export type Given = Pick<Step, 'inputs' | 'place' | 'environment' | 'runner'> &
  Pick<ForgeRun, 'progress' | 'signal'> & { readonly activity: Activity; readonly connection: Connection };

/** Asks GitHub for the settings alone. Throws an ExpectedFailure for settings that are wrong. */
export async function prepareStep(given: Given): Promise<Step> {
  const { inputs, place, environment, runner, progress, signal, activity, connection } = given;
  const { github, repository: whole, forge, keeping } = connection;
  const warn = (warning: string) => runner.warning(warning);
  const settings = await settingsFrom(whole, inputs, warn);
  warnOfOtherModel(settings, inputs, warn);
  const area = { under: inputs.workingDirectory, globs: inputs.paths.length > 0 ? inputs.paths : settings.paths };
  const repository = narrowed(whole, area);
  const languages = await composeLanguages(environment);
  const { model: name, provider, baseUrl, trainedAt, maxMethods } = inputs;
  const operators = modelOfInputs({
    provider,
    model: name,
    baseUrl,
    keyVariable: 'PALIMPSEST_API_KEY',
    trainedAt,
    maxMethods,
    specialize: specializeFrom(inputs),
  });
  const writes = activity.kind === 'keep-ledger' || activity.kind === 'review';
  const isPublic = writes && (await isPublicRepository(github));
  const remembered: { model: RememberedModel | null } = { model: null };
  const filesOf = filesFor({ inputs, place, settings, isPublic, card: () => remembered.model?.card ?? null });
  const { ledgers, state } = keeping({ branch: inputs.dataBranch, section: inputs.workingDirectory, filesOf });
  const around = { languages, environment, progress, signal, warn };
  const composed = await composeModelInUse(await modelInOffice(operators, state), { ...around, repository });
  const model = new RememberedModel(composed);
  remembered.model = model;
  const repositoryUrl = `${place.serverUrl}/${place.owner}/${place.repo}`;
  const project = inputs.workingDirectory || place.repo;
  const training = trainingWay(operators, {
    ...around,
    project,
    say: (line) => runner.say(line),
    folder: join(place.temporaryFolder, 'palimpsest', 'training'),
    // a runner ends a job at its limit of time in the same way as a person does: the next run goes on, and the log says so
    leavesJob: () => true,
    enqueue: null,
  });
  const run: ForgeRun = {
    settings,
    settingsPath: inputs.config,
    choices: {
      comment: inputs.comment,
      gate: { failOn: inputs.failOn, maximumDrop: inputs.maximumDrop },
      samples: inputs.samples,
    },
    section: inputs.workingDirectory === '' ? null : inputs.workingDirectory,
    project,
    links: { repositoryUrl, reportUrl: place.runUrl, whereItLies: whereItLies(inputs, repositoryUrl) },
    log: runner,
    progress,
    signal,
    languages,
    forge,
    ledgers,
    state,
    whole,
    repository,
    area,
    model: model.composed,
    training,
    hasCheckout: place.workspace !== null && existsSync(join(place.workspace, '.git')),
    pastOf: pastFinder({ place, repositoryUrl, token: inputs.githubToken, area, signal }),
    mask: (text) => environment.secrets.mask(text),
  };
  return { inputs, place, environment, runner, run };
}

/** As an entry of a file of models would say it. */
function specializeFrom(inputs: ActionInputs): Readonly<Record<string, unknown>> | null {
  const { trainer, baseModel, epochs, maxTrainingTokens } = inputs;
  if (trainer === null) return null;
  const bound = maxTrainingTokens === null ? {} : { 'most-tokens': maxTrainingTokens };
  return { trainer, 'base-model': baseModel, epochs, ...bound };
}

async function settingsFrom(whole: RepositoryReader, { config }: ActionInputs, warn: (warning: string) => void) {
  const file = await readRepositorySettingsFile(whole, config);
  if (file === null && config !== SETTINGS_PATH) {
    warn(`There is no settings file ${JSON.stringify(config)} on the default branch: the defaults hold.`);
  }
  return file?.settings ?? settingsSchema.parse({});
}

function whereItLies({ dataBranch, workingDirectory }: ActionInputs, repositoryUrl: string): string {
  const path = [dataBranch, workingDirectory].filter(Boolean).join('/');
  return `Ledger, history and badge lie on [the data branch](${repositoryUrl}/tree/${encodeURI(path)}).`;
}

async function isPublicRepository({ api, owner, repo }: GitHubRepository): Promise<boolean> {
  const { data } = await api.rest.repos.get({ owner, repo });
  return data.visibility === undefined ? !data.private : data.visibility === 'public';
}

/** The operator's list has one model, which the workflow names: another name in the settings file finds none. */
function warnOfOtherModel({ model }: Settings, inputs: ActionInputs, warn: (warning: string) => void): void {
  if (model === '' || model === inputs.model || model === inputs.provider) return;
  const offered = inputs.model ?? inputs.provider;
  warn(
    `The settings file names the model ${JSON.stringify(model)}, and this workflow offers ${JSON.stringify(offered)}, which was used. Name the same one in both, or none in the settings file.`,
  );
}

/** A model in use whose card is known from the moment that it is opened. */
class RememberedModel {
  readonly composed: ComposedModel;
  /** `null` until then. */
  card: ModelCard | null = null;

  constructor(composed: ComposedModel) {
    this.composed = { ...composed, inUse: this.#remembering(composed.inUse) };
  }

  #remembering(inUse: ModelInUse): ModelInUse {
    const remember = async (opened: Promise<CodeModel>) => {
      const model = await opened;
      this.card = model.card;
      return model;
    };
    if (inUse.kind === 'pinned') return { ...inUse, train: (revision) => remember(inUse.train(revision)) };
    return { ...inUse, open: () => remember(inUse.open()) };
  }
}

interface FilesContext extends Pick<Step, 'inputs' | 'place'> {
  readonly settings: Settings;
  readonly isPublic: boolean;
  readonly card: () => ModelCard | null;
}

function filesFor({ inputs, place, settings, isPublic, card }: FilesContext): FilesOf {
  const { owner, repo, serverUrl: server } = place;
  return ({ saved, heads, history, projects }) => {
    const model = card();
    return dataBranchFiles({
      place: { server, owner, repo, branch: inputs.dataBranch, isPublic },
      section: inputs.workingDirectory,
      projects,
      model,
      answering: model && answeringLedger(model, heads),
      policy: settings.freshness,
      history,
      saved,
    });
  };
}

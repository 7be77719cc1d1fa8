// Bringing together what an activity needs: GitHub, the settings of the default branch, the model.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { getOctokit } from '@actions/github';
import packageJson from '../../package.json' with { type: 'json' };
import {
  type ComposedModel,
  composeForge,
  composeLanguages,
  composeModelInUse,
  type FilesOf,
  GITHUB_PLUGINS,
  type GitHubRepository,
  gitHubOptions,
} from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import type { Settings } from '../config.ts';
import { answeringLedger } from '../core/ledger-head.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { ModelInUse } from '../jobs/model-in-use.ts';
import { narrowed } from '../jobs/narrowed.ts';
import type { CodeModel } from '../ports.ts';
import { dataBranchFiles } from '../report/data-branch.ts';
import type { Activity } from './activity.ts';
import type { ActionInputs } from './inputs.ts';
import type { Place } from './place.ts';
import type { Step } from './step.ts';

export type Given = Pick<Step, 'inputs' | 'place' | 'environment' | 'runner' | 'progress' | 'signal'> & {
  readonly activity: Activity;
};

/** Asks GitHub for the settings alone. Throws an ExpectedFailure for settings that are wrong. */
export async function prepareStep(given: Given): Promise<Step> {
  const { inputs, place, environment, runner, progress, signal, activity } = given;
  const warn = (warning: string) => runner.warning(warning);
  const github = connectTo(place, inputs, signal, warn);
  const forge = composeForge(github, environment.secrets);
  const settings = await readRepositorySettings(forge.repository, inputs.config);
  warnOfOtherModel(settings, inputs, warn);
  const area = { under: inputs.workingDirectory, globs: inputs.paths.length > 0 ? inputs.paths : settings.paths };
  const repository = narrowed(forge.repository, area);
  const languages = await composeLanguages(environment);
  const { model: name, provider, baseUrl, trainedAt, maxMethods } = inputs;
  const composed = await composeModelInUse(
    { provider, model: name, baseUrl, keyVariable: 'PALIMPSEST_API_KEY', trainedAt, maxMethods },
    { repository, languages, environment, progress, signal, warn },
  );
  const model = new RememberedModel(composed);
  const writes = activity.kind === 'keep-ledger' || activity.kind === 'review';
  const isPublic = writes && (await isPublicRepository(github));
  const kept = forge.keeping({
    branch: inputs.dataBranch,
    section: inputs.workingDirectory,
    filesOf: filesFor({ inputs, place, settings, isPublic, card: () => model.card }),
  });
  return {
    inputs,
    place,
    environment,
    runner,
    progress,
    signal,
    languages,
    settings,
    area,
    forge: { ...forge, ...kept },
    repository,
    model: model.composed,
    hasCheckout: place.workspace !== null && existsSync(join(place.workspace, '.git')),
  };
}

/** Asks nothing yet. */
export function connectTo(place: Place, inputs: ActionInputs, signal: AbortSignal, warn: (warning: string) => void) {
  const options = gitHubOptions({
    baseUrl: place.apiUrl,
    userAgent: `palimpsest/${packageJson.version}`,
    signal,
    warn,
  });
  // node's own fetch goes through a proxy where there is one: proxy.ts
  const api = getOctokit(inputs.githubToken, { ...options, request: { fetch } }, ...GITHUB_PLUGINS);
  return { api, owner: place.owner, repo: place.repo };
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

interface FilesContext extends Pick<Step, 'inputs' | 'place' | 'settings'> {
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

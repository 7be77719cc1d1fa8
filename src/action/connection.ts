// The line to GitHub. Its first question is asked at once, and what a run needs besides is loaded while it is answered.

import { getOctokit } from '@actions/github';
import packageJson from '../../package.json' with { type: 'json' };
import {
  type ComposedForge,
  composeForge,
  GITHUB_PLUGINS,
  type GitHubRepository,
  gitHubOptions,
} from '../compose/forge.ts';
import type { ForgeRun } from '../forge/run.ts';
import type { Step } from './step.ts';

export interface Connection extends ComposedForge {
  readonly github: GitHubRepository;
}

type Given = Pick<Step, 'inputs' | 'place' | 'environment' | 'runner'> & Pick<ForgeRun, 'signal'>;

export function connectTo({ inputs, place, environment, runner, signal }: Given): Connection {
  const options = gitHubOptions({
    baseUrl: place.apiUrl,
    userAgent: `palimpsest/${packageJson.version}`,
    signal,
    warn: (warning) => runner.warning(warning),
  });
  // node's own fetch goes through a proxy where there is one: proxy.ts
  const api = getOctokit(inputs.githubToken, { ...options, request: { fetch } }, ...GITHUB_PLUGINS);
  const github = { api, owner: place.owner, repo: place.repo };
  const composed = composeForge(github, environment.secrets, { signal });
  // Every activity begins with the settings of the default branch. The reader remembers the answer, and who waits for it hears
  // of a failure.
  composed.repository.defaultBranch().catch(() => {});
  return { github, ...composed };
}

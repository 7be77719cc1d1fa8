// What every job needs around it: the language, a progress that nobody watches, a signal that nobody raises.

import { composeTraining, type Languages } from '../../src/compose.ts';
import { train } from '../../src/jobs/train.ts';
import { loadJava } from '../../src/languages/java.ts';
import type { CodeModel, Progress, SourceTree, Training } from '../../src/ports.ts';

export const java = await loadJava();

export const languages: Languages = {
  main: java,
  forPath: (path) => (path.endsWith('.java') ? java : undefined),
};

export const unwatched: Progress = { begin() {}, advance() {}, end() {} };

/** For jobs that run to their end. */
export const undisturbed = { languages, progress: unwatched, signal: new AbortController().signal };

export function startTraining(): Training {
  return composeTraining(languages);
}

/** The embedded model, trained on everything that a tree holds. */
export async function embeddedModelOf(tree: SourceTree): Promise<CodeModel> {
  const origin = { project: null, revision: 'base', committedAt: null };
  return (await train({ tree, origin, scope: 'main', training: startTraining(), ...undisturbed })).model;
}

// The project that a command is about: a clone, of which those files count that its settings name.

import { type LocalRepository, openHistory, openRepository } from '../compose.ts';
import { readRepositorySettings } from '../config/repository-settings.ts';
import type { Settings } from '../config.ts';
import { type Area, narrowed, narrowedHistory } from '../jobs/narrowed.ts';
import type { HistoryReader } from '../ports.ts';

export interface Project {
  readonly repository: LocalRepository;
  readonly history: HistoryReader;
  /** As the default branch has them. */
  readonly settings: Settings;
}

/** Throws an ExpectedFailure for a directory that is no clone, and for settings that are wrong. */
export async function openProject(directory: string): Promise<Project> {
  const whole = await openRepository(directory);
  const settings = await readRepositorySettings(whole);
  const area = areaOf(settings);
  const { root, bare } = whole;
  const repository = area.globs.length === 0 ? whole : { ...narrowed(whole, area), root, bare };
  return { repository, history: narrowedHistory(openHistory(root), area), settings };
}

export function areaOf({ paths }: Settings): Area {
  return { under: '', globs: paths };
}

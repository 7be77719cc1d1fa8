// What is evaluated or compared: a directory, taken whole, or the main sources of one revision.

import { resolve } from 'node:path';
import { composeJournal, type LocalRepository, openDirectory } from '../compose.ts';
import { ExpectedFailure } from '../errors.ts';
import type { EvaluationSubject } from '../jobs/evaluation-plan.ts';
import type { Revision, SourceTree } from '../ports.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';

export type Subject =
  | { readonly kind: 'directory'; readonly directory: string; readonly tree: SourceTree }
  | {
      readonly kind: 'revision';
      readonly repository: LocalRepository;
      readonly revision: Revision;
      readonly tree: SourceTree;
    };

export interface SubjectOptions {
  readonly repo: string;
  readonly revision?: string;
  readonly outputDir?: string;
}

export async function subjectOf(
  command: string,
  directory: string | undefined,
  { repo, revision: named, outputDir }: SubjectOptions,
): Promise<Subject> {
  if (directory !== undefined && named === undefined) {
    const except = outputDir === undefined ? [] : [outputDir];
    return { kind: 'directory', directory, tree: await openDirectory(directory, except) };
  }
  if (directory === undefined && named !== undefined) {
    const { repository } = await openProject(repo);
    const revision = await repository.resolve(named);
    return { kind: 'revision', repository, revision, tree: repository.tree(revision) };
  }
  throw new ExpectedFailure(
    'bad-setting',
    `${command} takes a directory or --revision, one of the two`,
    `For example: \`palimpsest ${command} src/main/java\`, or \`palimpsest ${command} --revision HEAD\`.`,
  );
}

/** What a job is told of it. */
export function evaluated(subject: Subject): Pick<EvaluationSubject, 'tree' | 'source' | 'scope'> {
  const { tree } = subject;
  if (subject.kind === 'directory') return { tree, source: { directory: subject.directory }, scope: 'whole' };
  const { name, hash } = subject.revision;
  return { tree, source: { name, revision: hash }, scope: 'main' };
}

export function repositoryOf(subject: Subject): LocalRepository | null {
  return subject.kind === 'revision' ? subject.repository : null;
}

/** Folders that no output may stand above. */
export function readFrom(subject: Subject): string[] {
  return subject.kind === 'directory' ? [subject.directory] : [subject.repository.root];
}

/** Its journal under these settings: whoever asks with the same ones goes on where they were. */
export function journalOf(
  job: Parameters<typeof composeJournal>[0],
  subject: Subject,
  settings: readonly string[],
  { environment }: Shell,
) {
  const at = subject.kind === 'directory' ? resolve(subject.directory) : subject.revision.hash;
  return composeJournal(job, repositoryOf(subject), environment, [...settings, at]);
}

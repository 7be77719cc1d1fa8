// `palimpsest config validate` and `palimpsest init`

import { join } from 'node:path';
import { createSettingsFile, openRepository, readSettingsFile } from '../compose.ts';
import { readSettings } from '../config/repository-settings.ts';
import { parseSettings, type SettingsFile } from '../config/settings-file.ts';
import { settingsTemplate } from '../config/template.ts';
import { WORKFLOW_PATH, workflowTemplate } from '../config/workflow-template.ts';
import { fileSettings, SETTINGS_PATH, writtenValue } from '../config.ts';
import { ExpectedFailure } from '../errors.ts';
import { type RepositoryReader, WORKTREE } from '../ports.ts';
import { visible } from '../report/visible.ts';
import { count } from '../report/words.ts';

interface RepositoryOptions {
  readonly repo: string;
}

export async function runValidate(file: string | undefined, { repo }: RepositoryOptions): Promise<void> {
  const parsed = file === undefined ? await ofWorkTree(repo) : parseSettings(await readSettingsFile(file), file);
  process.stdout.write(summaryOf(parsed, file ?? SETTINGS_PATH));
}

async function ofWorkTree(repo: string): Promise<SettingsFile> {
  const repository = await openRepository(repo);
  const found = await readSettings(repository.tree(await repository.resolve(WORKTREE)), '');
  if (found !== null) return found;
  throw new ExpectedFailure(
    'bad-settings-file',
    `there is no ${SETTINGS_PATH} in ${repository.root}`,
    'Write one with `palimpsest init`; without it every setting has its default.',
  );
}

function summaryOf({ given }: SettingsFile, name: string): string {
  const rows = given.map(({ setting, value }) => [
    setting.path,
    visible(writtenValue(value)),
    writtenValue(setting.byDefault),
  ]);
  const width = Math.max(...rows.map(([key]) => String(key).length));
  const lines = rows.map(
    ([key, value, byDefault]) => `  ${String(key).padEnd(width)}  ${value}  (default ${byDefault})`,
  );
  const others = fileSettings().length - given.length;
  const rest = others === 0 ? 'nothing is left to its default' : `${count(others, 'setting')} left at the default`;
  return [`${name} is valid: ${count(given.length, 'setting')} set, ${rest}.`, ...lines, ''].join('\n');
}

export async function runInit({ repo }: RepositoryOptions): Promise<void> {
  const repository = await openRepository(repo);
  if (repository.bare) {
    throw new ExpectedFailure('not-writable', 'a bare repository has no work tree', 'Run it in a clone with files.');
  }
  const branch = await branchOf(repository);
  const doubt = branch.isKnown ? '' : ', for this clone does not tell which is the default branch';
  const files = [
    { path: SETTINGS_PATH, text: settingsTemplate(), what: 'every setting, commented out at its default' },
    {
      path: WORKFLOW_PATH,
      text: workflowTemplate(branch.name),
      what: `the GitHub Action, on the branch ${visible(branch.name)}${doubt}; remove it where you do not use it`,
    },
  ];
  const written: string[] = [];
  const kept: string[] = [];
  for (const { path, text, what } of files) {
    const full = join(repository.root, path);
    if (await createSettingsFile(full, text)) written.push(`Wrote ${full}: ${what}.\n`);
    else kept.push(full);
  }
  if (written.length === 0) {
    throw new ExpectedFailure(
      'output-in-use',
      `${kept.join(' and ')} exist and were left as they are`,
      'Check the settings with `palimpsest config validate`, or remove a file to have it written afresh.',
    );
  }
  const left = kept.map((path) => `${path} exists and was left as it is.\n`);
  process.stdout.write(`${written.join('')}${left.join('')}Settings count once they are on the default branch.\n`);
}

/** The branch that pull requests go to, as a workflow names it. */
async function branchOf(repository: RepositoryReader): Promise<{ name: string; isKnown: boolean }> {
  try {
    return { name: (await repository.defaultBranch()).name.replace(/^origin\//, ''), isKnown: true };
  } catch (error) {
    if (error instanceof ExpectedFailure && error.code === 'no-default-branch') return { name: 'main', isKnown: false };
    throw error;
  }
}

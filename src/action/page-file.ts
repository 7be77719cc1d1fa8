// Where a run of the Action leaves its files, and the HTML page among them: for upload-artifact or Pages, never committed.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOutput } from '../compose.ts';
import type { ReportPage } from '../core/report-page.ts';
import { renderHtml } from '../report/html/page.ts';
import type { Place } from './place.ts';
import type { Step } from './step.ts';

/** A folder of this job, made when needed. */
export async function folderOf({ temporaryFolder }: Place): Promise<string> {
  const folder = join(temporaryFolder, 'palimpsest');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Named after the project, so that several steps of a job leave several files. */
export async function fileOf(
  { place, inputs }: Pick<Step, 'place' | 'inputs'>,
  ending: 'html' | 'json',
): Promise<string> {
  return join(await folderOf(place), `${inputs.workingDirectory.replaceAll('/', '-') || 'report'}.${ending}`);
}

/** Returns the path; `null` without a page. */
export async function writePage(page: ReportPage | null, step: Step): Promise<string | null> {
  if (page === null) return null;
  const path = await fileOf(step, 'html');
  await writeOutput(path, step.environment.secrets.mask(renderHtml(page)));
  return path;
}

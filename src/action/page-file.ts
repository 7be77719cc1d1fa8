// Where a run of the Action leaves its files, the report and its page: for later steps, upload-artifact or Pages, never committed.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeOutput } from '../compose.ts';
import type { Report } from '../core/report.ts';
import type { ReportPage } from '../core/report-page.ts';
import { renderJson } from '../report/json.ts';
import type { Place } from './place.ts';
import type { Step } from './step.ts';

/** A folder of this job, made when needed. */
export async function folderOf({ temporaryFolder }: Place): Promise<string> {
  const folder = join(temporaryFolder, 'palimpsest');
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Named after the project, so that several steps of a job leave several files. */
async function fileOf({ place, inputs }: Pick<Step, 'place' | 'inputs'>, ending: 'html' | 'json'): Promise<string> {
  return join(await folderOf(place), `${inputs.workingDirectory.replaceAll('/', '-') || 'report'}.${ending}`);
}

/** Returns the path. */
export async function writeReport(report: Report, step: Step): Promise<string> {
  const path = await fileOf(step, 'json');
  await writeOutput(path, step.environment.secrets.mask(renderJson(report)));
  return path;
}

/** Returns the path; `null` without a page. */
export async function writePage(page: ReportPage | null, step: Step): Promise<string | null> {
  if (page === null) return null;
  const { renderHtml } = await import('../report/html/page.ts'); // with all its charts, which most runs do without
  const path = await fileOf(step, 'html');
  await writeOutput(path, step.environment.secrets.mask(renderHtml(page)));
  return path;
}

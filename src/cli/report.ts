// `palimpsest report`

import { basename, join } from 'node:path';
import { makeParentFolder, writeOutput } from '../compose.ts';
import { ExpectedFailure } from '../errors.ts';
import { report } from '../jobs/report.ts';
import { renderHtml } from '../report/html/page.ts';
import { DryRun } from './asking.ts';
import { present } from './present.ts';
import type { Shell } from './shell.ts';
import { readStatusInput, type StatusOptions } from './status-input.ts';

interface ReportOptions extends StatusOptions {
  readonly outputDir: string;
  readonly details: string;
}

const PAGE = 'index.html';

export async function runReport(options: ReportOptions, shell: Shell): Promise<void> {
  const closeUps = detailsFrom(options.details);
  const dryRun = new DryRun(options);
  const input = await readStatusInput(options, shell, dryRun);
  const page = await report({ ...input, project: basename(input.repository.root), closeUps });
  if (dryRun.isOn) return present(dryRun.report('report'), {}, shell.environment);
  const path = join(options.outputDir, PAGE);
  await makeParentFolder(path);
  await writeOutput(path, renderHtml(page));
  process.stdout.write(`wrote ${path}\n`);
}

/** Beyond, a page would be more than a browser likes to open. */
const MOST_DETAILS = 5_000;

function detailsFrom(typed: string): number {
  const number = /^\d+$/.test(typed) ? Number(typed) : MOST_DETAILS + 1;
  if (number <= MOST_DETAILS) return number;
  throw new ExpectedFailure(
    'bad-setting',
    `--details does not take ${JSON.stringify(typed)}`,
    `It is a whole number of methods, from 0 to ${MOST_DETAILS}.`,
  );
}

// `palimpsest merge-reports`

import { readSettingsFile } from '../compose.ts';
import { ExpectedFailure } from '../errors.ts';
import { mergeReports, type ReportFile } from '../jobs/merge-reports.ts';
import { parseReport } from '../report/json.ts';
import { type OutputOptions, present } from './present.ts';
import type { Shell } from './shell.ts';

export async function runMergeReports(
  files: readonly string[],
  options: OutputOptions,
  { environment }: Shell,
): Promise<void> {
  const parts: ReportFile[] = [];
  for (const file of files)
    parts.push({ file, report: reportIn(file, new TextDecoder().decode(await readSettingsFile(file))) });
  const report = mergeReports(parts);
  await present(report, options, environment);
}

function reportIn(file: string, text: string): ReportFile['report'] {
  const report = parseReport(text);
  if (report !== null) return report;
  throw new ExpectedFailure(
    'bad-report',
    `${file} is no JSON report of \`evaluate\` or \`compare\``,
    'Write the parts with --format json or --output FILE.json, by one version of palimpsest.',
  );
}

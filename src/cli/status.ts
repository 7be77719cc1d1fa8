// `palimpsest status`

import { status } from '../jobs/status.ts';
import { DryRun } from './asking.ts';
import { EXIT_GATE_MET, type GATES } from './exit-codes.ts';
import { type OutputOptions, present } from './present.ts';
import type { Shell } from './shell.ts';
import { readStatusInput, type StatusOptions } from './status-input.ts';

interface GatedOptions extends OutputOptions, StatusOptions {
  readonly failOn?: (typeof GATES)[number];
}

export async function runStatus(options: GatedOptions, shell: Shell): Promise<void> {
  const dryRun = new DryRun(options);
  const report = await status(await readStatusInput(options, shell, dryRun));
  if (dryRun.isOn) return present(dryRun.report('status'), options, shell.environment);
  // before printing, for the reader of a pipe may have seen enough
  if (options.failOn !== undefined && report.ledger?.verdict.kind === options.failOn) process.exitCode = EXIT_GATE_MET;
  await present(report, options, shell.environment);
}

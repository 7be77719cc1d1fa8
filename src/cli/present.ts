// Printing one report: on standard output, into files, or both.

import { extname } from 'node:path';
import { writeOutput } from '../compose.ts';
import type { Environment } from '../config.ts';
import type { Report } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import { renderCsv } from '../report/csv.ts';
import { renderJson } from '../report/json.ts';
import { renderMarkdown } from '../report/markdown.ts';
import { renderTerminal } from '../report/terminal.ts';
import type { Format } from './formats.ts';

export interface OutputOptions {
  readonly format?: Format;
  /** Files to write the report to. */
  readonly output?: readonly string[];
}

const WIDTH_WHEN_PIPED = 120;

/**
 * Prints the report. A file takes the format that was asked for, or else the one of its ending; the terminal still
 * shows the report then, unless a format was asked for.
 */
export async function present(report: Report, { format, output = [] }: OutputOptions, environment: Environment) {
  for (const file of output) {
    await writeOutput(file, environment.secrets.mask(render(report, format ?? formatOf(file, report), PLAIN)));
    process.stderr.write(`wrote ${file}\n`);
  }
  if (output.length > 0 && format !== undefined) return;
  const width = process.stdout.columns ?? WIDTH_WHEN_PIPED;
  const text = render(report, format ?? 'terminal', { color: environment.color, width });
  process.stdout.write(environment.secrets.mask(text));
}

const PLAIN = { color: false, width: WIDTH_WHEN_PIPED };

function render(report: Report, format: Format, options: { color: boolean; width: number }): string {
  switch (format) {
    case 'terminal':
      return renderTerminal(report, options);
    case 'markdown':
      return renderMarkdown(report);
    case 'json':
      return renderJson(report);
    case 'csv':
      return csvOf(report);
    default:
      return format satisfies never;
  }
}

function csvOf(report: Report): string {
  if (report.kind === 'compare') return renderCsv(report);
  throw new ExpectedFailure('bad-setting', `there is no CSV of ${report.kind}`, 'Ask for json, which has every row.');
}

function formatOf(file: string, report: Report): Format {
  switch (extname(file).toLowerCase()) {
    case '.csv':
      return report.kind === 'compare' ? 'csv' : 'terminal';
    case '.json':
      return 'json';
    case '.md':
    case '.markdown':
      return 'markdown';
    default:
      return 'terminal';
  }
}

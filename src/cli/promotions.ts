// `palimpsest promote --history` and `--rollback`: what was decided so far, and back to the champion before.

import { composePromotionBook, newRecordId } from '../compose.ts';
import { championsOf } from '../core/champions.ts';
import { type PromotionsReport, REPORT_SCHEMA_VERSION } from '../core/report.ts';
import { ExpectedFailure } from '../errors.ts';
import type { PromotionBook } from '../ports.ts';
import { type OutputOptions, present } from './present.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';

interface PromotionsOptions extends OutputOptions {
  readonly repo: string;
}

export async function runHistory(options: PromotionsOptions, { environment }: Shell): Promise<void> {
  const { repository } = await openProject(options.repo);
  await present(await reportOf(await composePromotionBook(repository)), options, environment);
}

export async function runRollback(options: PromotionsOptions, { environment }: Shell): Promise<void> {
  const { repository } = await openProject(options.repo);
  const book = await composePromotionBook(repository);
  const records = await book.records();
  const [before, inOffice] = championsOf(records).slice(-2);
  if (before === undefined || inOffice === undefined) {
    throw new ExpectedFailure(
      'no-champion',
      records.length === 0 ? 'nothing was promoted in this clone' : 'there is no champion before the one in office',
      'palimpsest promote --history says what was decided; --model chooses a model for one command.',
    );
  }
  const id = newRecordId(records);
  const at = new Date().toISOString();
  await book.keep(
    { id, kind: 'rolled-back', at, reasons: [], challenger: inOffice, champion: inOffice, becomes: before },
    new Map(),
  );
  await present(await reportOf(book), options, environment);
}

async function reportOf(book: PromotionBook): Promise<PromotionsReport> {
  const records = await book.records();
  const champion = await book.champion();
  return { schemaVersion: REPORT_SCHEMA_VERSION, kind: 'promotions', champion, records };
}

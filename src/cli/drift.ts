// `palimpsest drift`

import { composeLanguages, type LocalRepository, openLedgers } from '../compose.ts';
import type { Settings } from '../config.ts';
import type { Answering } from '../core/ledger-head.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { DriftReport } from '../core/report.ts';
import { drift, trainedRevision } from '../jobs/drift.ts';
import { forecastBasis, ledgerSpeakingFor } from '../jobs/speaking-ledger.ts';
import { churnChart } from '../report/charts/churn.ts';
import { freshnessChart } from '../report/charts/freshness.ts';
import { survivalChart } from '../report/charts/survival.ts';
import { type ModelOptions, modelsFrom } from './asking.ts';
import { writeCharts } from './chart-files.ts';
import { type OutputOptions, present } from './present.ts';
import { openProject } from './project.ts';
import type { Shell } from './shell.ts';
import { parseSince } from './since.ts';

interface DriftOptions extends OutputOptions, ModelOptions {
  readonly repo: string;
  readonly since: string;
  readonly until: string;
  /** For charts as SVG files. */
  readonly outputDir?: string;
}

export async function runDrift(options: DriftOptions, shell: Shell): Promise<void> {
  const { environment, signal, progress } = shell;
  const since = parseSince(options.since);
  const { repository, history, settings } = await openProject(options.repo);
  const until = await repository.resolve(options.until);
  const languages = await composeLanguages(environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  const card = loaded?.model.card ?? null;
  const past = card && (await pastOf(card, repository, settings));
  const report = await drift({
    history,
    until,
    since,
    model: card,
    trainedAt: card && (await trainedRevision(card, repository)),
    freshness: past && forecastBasis(past.answering, past.line),
    language: languages.main,
    progress,
    signal,
  });
  if (options.outputDir !== undefined) await writeCharts(options.outputDir, chartsOf(report, past));
  await present(report, options, environment);
}

interface Past {
  readonly answering: Answering;
  readonly line: number;
}

/** Without a model nothing is asked of ledgers: drift is told from git's history alone. */
async function pastOf(card: ModelCard, repository: LocalRepository, { freshness }: Settings): Promise<Past | null> {
  const answering = await ledgerSpeakingFor(card, openLedgers(repository));
  if (answering === null) return null;
  return { answering, line: freshness.line };
}

/** Not `freshness.svg`: the badge has that name, and may lie in the same folder. */
function chartsOf(report: DriftReport, past: Past | null): Readonly<Record<string, string>> {
  const charts = { 'churn.svg': churnChart(report.months), 'survival.svg': survivalChart(report) };
  return { ...charts, ...freshnessChartOf(report, past) };
}

/** The past of the model before is no past of this one. */
function freshnessChartOf({ forecast }: DriftReport, past: Past | null): Record<string, string> {
  if (past === null || past.answering.as === 'predecessor') return {};
  const { history } = past.answering.head;
  return history.length === 0 ? {} : { 'freshness-chart.svg': freshnessChart({ history, line: past.line, forecast }) };
}

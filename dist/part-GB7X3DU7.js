import {
  writeCharts
} from "./part-QUOYTDGA.js";
import {
  churnChart,
  freshnessChart,
  survivalChart
} from "./part-STQDZBVZ.js";
import "./part-V6O3WSSA.js";
import {
  drift,
  parseSince,
  trainedRevision
} from "./part-VUPJTE2F.js";
import {
  forecastBasis,
  ledgerSpeakingFor
} from "./part-3I2IW2M3.js";
import "./part-WO6SO5ZM.js";
import "./part-RFF5HH7P.js";
import "./part-S3EEPIGF.js";
import "./part-BQNKEVEG.js";
import "./part-PYY7FY3F.js";
import {
  modelsFrom
} from "./part-K2W7S7EY.js";
import {
  present
} from "./part-PDY2OYNG.js";
import "./part-NPRE7VGJ.js";
import {
  readRepositorySettings
} from "./part-YP5QORYE.js";
import "./part-Y2ATTVYL.js";
import "./part-IREIISAC.js";
import "./part-QFIKV4ZI.js";
import "./part-EIIWTEOH.js";
import "./part-SAAVUPU4.js";
import "./part-GZMXCIU6.js";
import "./part-N3MN6HD6.js";
import "./part-DA3YFMOL.js";
import {
  composeLanguages,
  openHistory,
  openLedgers,
  openRepository
} from "./part-5YJMR3U6.js";
import "./part-2AACQ4TA.js";
import "./part-4BS5H6Y3.js";
import "./part-3MRB6MT7.js";
import "./part-Z56BS6C5.js";
import "./part-GV6IPUYS.js";
import "./part-YGOHBTLK.js";

// src/cli/drift.ts
async function runDrift(options, shell) {
  const { environment, signal, progress } = shell;
  const since = parseSince(options.since);
  const repository = await openRepository(options.repo);
  const until = await repository.resolve(options.until);
  const languages = await composeLanguages(environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  const card = loaded?.model.card ?? null;
  const past = card && await pastOf(card, repository);
  const report = await drift({
    history: openHistory(repository.root),
    until,
    since,
    model: card,
    trainedAt: card && await trainedRevision(card, repository),
    freshness: past && forecastBasis(past.answering, past.line),
    language: languages.main,
    progress,
    signal
  });
  if (options.outputDir !== void 0) await writeCharts(options.outputDir, chartsOf(report, past));
  await present(report, options, environment);
}
async function pastOf(card, repository) {
  const answering = await ledgerSpeakingFor(card, openLedgers(repository));
  if (answering === null) return null;
  return { answering, line: (await readRepositorySettings(repository)).freshness.line };
}
function chartsOf(report, past) {
  const charts = { "churn.svg": churnChart(report.months), "survival.svg": survivalChart(report) };
  return { ...charts, ...freshnessChartOf(report, past) };
}
function freshnessChartOf({ forecast }, past) {
  if (past === null || past.answering.as === "predecessor") return {};
  const { history } = past.answering.head;
  return history.length === 0 ? {} : { "freshness-chart.svg": freshnessChart({ history, line: past.line, forecast }) };
}
export {
  runDrift
};

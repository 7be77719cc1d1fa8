import {
  drift,
  parseSince,
  trainedRevision
} from "./part-VUPJTE2F.js";
import {
  forecastBasis,
  ledgerSpeakingFor
} from "./part-3I2IW2M3.js";
import {
  ledgerMeans
} from "./part-WO6SO5ZM.js";
import {
  measureGain
} from "./part-K7QR6JXA.js";
import {
  DEFAULT_GAIN_POLICY
} from "./part-YKERSNSZ.js";
import {
  modelsFrom
} from "./part-K2W7S7EY.js";
import {
  readRepositorySettings
} from "./part-YP5QORYE.js";
import {
  recommend
} from "./part-IREIISAC.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  WORKTREE,
  composeLanguages,
  composeTraining,
  openHistory,
  openLedgers,
  openRepository
} from "./part-5YJMR3U6.js";
import {
  judgeFreshness
} from "./part-2AACQ4TA.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/jobs/commits-since.ts
async function commitsSince(revision, { commits, cutOff }, repository) {
  const place = commits.findLastIndex(({ hash }) => hash === revision);
  if (place >= 0) return commits.length - 1 - place;
  const there = await repository.resolve(revision).catch(() => null);
  if (there === null) return null;
  let low = 0;
  let high = commits.length;
  while (low < high) {
    const middle = low + high >> 1;
    const contained = await repository.isAncestor(commits[middle]?.hash ?? "", there);
    if (contained === true) low = middle + 1;
    else high = middle;
  }
  return low === 0 && cutOff ? null : commits.length - low;
}

// src/jobs/status.ts
async function status(input) {
  const { repository, history, store, at, policy } = input;
  if (at.hash === WORKTREE) throw notACommit();
  const card = input.model.card;
  const answering = await ledgerSpeakingFor(card, store);
  const line = await history.firstParents(at);
  const ledger = answering && await standingLedger(answering, line, input);
  const gain = await gainOf(input);
  const drifted = await driftOf(input, answering);
  const forecast = drifted.report?.forecast ?? null;
  const own = ledger?.answers === "own" ? ledger : null;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "status",
    at: { name: at.name, revision: at.hash },
    model: card,
    age: {
      days: daysSince(card, at),
      commits: card.trainedAt === null ? null : await commitsSince(card.trainedAt.revision, line, repository)
    },
    ledger,
    gain,
    drift: drifted.report,
    unmeasured: [
      ...gain === null ? [{ what: "gain", reason: "not-asked" }] : [],
      ...drifted.reason === null ? [] : [{ what: "drift", reason: drifted.reason }]
    ],
    recommendation: recommend(
      {
        freshness: own && { verdict: own.verdict, value: own.freshness?.value ?? null },
        forecast,
        gain: gain?.statement ?? null,
        today: dayOf(at)
      },
      policy
    )
  };
}
function notACommit() {
  return new ExpectedFailure(
    "bad-setting",
    "a status is that of a commit, not of a work tree",
    "Commit first, or name a revision."
  );
}
async function standingLedger({ head, as }, line, { repository, policy }) {
  const { model, trainedAt, standsAt, sample, history } = head;
  const means = ledgerMeans(head);
  return {
    trainedAt,
    line: policy.line,
    verdict: judgeFreshness(means, policy),
    ...means,
    standsAt,
    commitsBehind: await commitsSince(standsAt.revision, line, repository),
    answers: as,
    model,
    sample,
    history
  };
}
async function gainOf(input) {
  const { gain, at, model, language } = input;
  if (gain === null) return null;
  const inUse = { model, origin: "kept" };
  const { methods: _, ...summed } = await measureGain({
    ...input,
    ...gain,
    head: at,
    inUse,
    extensions: language.extensions
  });
  return summed;
}
async function driftOf(input, answering) {
  if (input.drift === null) return { report: null, reason: "not-asked" };
  try {
    const report = await drift({
      ...input,
      model: input.model.card,
      until: input.at,
      since: input.drift.since,
      trainedAt: await trainedRevision(input.model.card, input.repository),
      freshness: forecastBasis(answering, input.policy.line)
    });
    return { report, reason: null };
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    if (error.code !== "shallow-clone" && error.code !== "no-source-files") throw error;
    return { report: null, reason: error.code };
  }
}
var DAY_MS = 864e5;
function daysSince({ trainedAt }, { committedAt }) {
  if (committedAt === null || trainedAt === null || trainedAt.committedAt === null) return null;
  const days = Math.trunc((Date.parse(committedAt) - Date.parse(trainedAt.committedAt)) / DAY_MS);
  return days < 0 ? null : Math.max(0, days);
}
function dayOf({ committedAt, name }) {
  if (committedAt === null) throw new RangeError(`${name} has no day`);
  return new Date(committedAt).toISOString().slice(0, 10);
}

// src/cli/status-input.ts
async function readStatusInput(options, shell, dryRun) {
  const { environment, signal, progress } = shell;
  const since = parseSince(options.since);
  const repository = await openRepository(options.repo);
  const at = options.revision === void 0 ? await repository.defaultBranch() : await repository.resolve(options.revision);
  const languages = await composeLanguages(environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  if (loaded === null) {
    throw new ExpectedFailure(
      "bad-model-file",
      "there is no model here whose status could be told",
      "Train one with `palimpsest train --evaluate`, which begins its ledger too, or name one with --model."
    );
  }
  const settings = await readRepositorySettings(repository);
  return {
    repository,
    history: openHistory(repository.root),
    store: openLedgers(repository),
    model: dryRun.insteadOf(loaded.model),
    at,
    policy: settings.freshness,
    gain: options.gain ? { windowDays: settings.gain.windowDays, policy: DEFAULT_GAIN_POLICY, training: composeTraining(languages) } : null,
    drift: options.drift ? { since } : null,
    languages,
    language: languages.main,
    progress,
    signal
  };
}

export {
  status,
  readStatusInput
};

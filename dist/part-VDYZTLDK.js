import {
  asShadow
} from "./part-3ULOZ545.js";
import {
  trainOnRevision
} from "./part-GQXLFCOT.js";
import {
  resuming
} from "./part-LSZPEO5X.js";
import {
  measureGain
} from "./part-K7QR6JXA.js";
import {
  DEFAULT_GAIN_POLICY
} from "./part-YKERSNSZ.js";
import "./part-T66FRT4H.js";
import "./part-7Y65QOXS.js";
import "./part-MK5JJYOD.js";
import "./part-W4UIRIKM.js";
import "./part-BQNKEVEG.js";
import "./part-PYY7FY3F.js";
import {
  DryRun,
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
  composeJournal,
  composeLanguages,
  composeTraining,
  openHistory,
  openRepository
} from "./part-5YJMR3U6.js";
import "./part-2AACQ4TA.js";
import "./part-4BS5H6Y3.js";
import "./part-3MRB6MT7.js";
import "./part-Z56BS6C5.js";
import "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/cli/gain.ts
async function runGain(options, shell) {
  const { environment, signal, progress } = shell;
  const typedDays = options.windowDays === void 0 ? null : daysOf(options.windowDays);
  const repository = await openRepository(options.repo);
  const head = options.head === void 0 ? await repository.defaultBranch() : await repository.resolve(options.head);
  const languages = await composeLanguages(environment);
  const windowDays = typedDays ?? (await readRepositorySettings(repository)).gain.windowDays;
  const inUse = await modelInUse(options, repository, languages, shell);
  const identity = [head.hash, String(windowDays), inUse?.model.card.fingerprint ?? ""];
  const measure = (model, journal) => measureGain({
    repository,
    history: openHistory(repository.root),
    head,
    windowDays,
    inUse: model,
    policy: DEFAULT_GAIN_POLICY,
    languages,
    extensions: languages.main.extensions,
    training: composeTraining(languages),
    journal,
    progress,
    signal
  });
  const dryRun = new DryRun(options);
  if (dryRun.isOn) {
    await measure(inUse && { ...inUse, model: dryRun.insteadOf(inUse.model) }, null);
    return present(dryRun.report("gain"), options, environment);
  }
  const report = await resuming(
    await composeJournal("gain", repository, environment, identity),
    (journal) => measure(inUse, journal)
  );
  await present(report, options, environment);
}
async function modelInUse(options, repository, languages, shell) {
  const { since, model, models } = options;
  const { progress, signal } = shell;
  if (since === void 0) {
    const loaded = await modelsFrom(options, shell).open(model, repository, languages);
    return loaded === null ? null : { model: loaded.model, origin: "kept" };
  }
  if (model !== void 0 || models !== void 0) {
    throw new ExpectedFailure(
      "bad-setting",
      "--since and --model both say which model is in use",
      "Give one of them: --since REV trains the embedded model there, --model REF takes a kept one."
    );
  }
  const revision = await repository.resolve(since);
  const made = await trainOnRevision(repository, revision, { languages, progress, signal });
  return { model: { ...made, card: asShadow(made.card, null) }, origin: "made-at-revision" };
}
var LONGEST_WINDOW_DAYS = 36500;
function daysOf(typed) {
  const days = /^\d+$/.test(typed) ? Number(typed) : 0;
  if (days >= 1 && days <= LONGEST_WINDOW_DAYS) return days;
  throw new ExpectedFailure(
    "bad-setting",
    `--window-days does not take ${JSON.stringify(typed)}`,
    `It is a whole number of days, from 1 to ${LONGEST_WINDOW_DAYS}.`
  );
}
export {
  runGain
};

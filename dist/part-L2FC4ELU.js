import {
  baselineScores
} from "./part-GDHGZEUT.js";
import {
  evaluate
} from "./part-SDROPSCV.js";
import "./part-4QKB3HW4.js";
import {
  beginsLedger,
  fillLedger
} from "./part-E44BTI3T.js";
import "./part-EWY3YAPM.js";
import "./part-WO6SO5ZM.js";
import "./part-RFF5HH7P.js";
import "./part-S3EEPIGF.js";
import {
  asShadow,
  withBaseline
} from "./part-3ULOZ545.js";
import "./part-W4UIRIKM.js";
import {
  train
} from "./part-PYY7FY3F.js";
import {
  present
} from "./part-PDY2OYNG.js";
import "./part-NPRE7VGJ.js";
import "./part-Y2ATTVYL.js";
import "./part-QFIKV4ZI.js";
import "./part-EIIWTEOH.js";
import "./part-SAAVUPU4.js";
import "./part-GZMXCIU6.js";
import {
  unmeasured
} from "./part-N3MN6HD6.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  composeLanguages,
  composeLedgers,
  composeTraining,
  openRepository,
  saveModel
} from "./part-5YJMR3U6.js";
import "./part-4BS5H6Y3.js";
import "./part-Z56BS6C5.js";
import {
  cardPath,
  modelPath
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/cli/train.ts
import { resolve } from "node:path";
async function runTrain(options, { environment, signal, progress }) {
  const asked = askedFor(options);
  const repository = await openRepository(options.repo);
  const revision = await repository.resolve(asked.revision);
  const languages = await composeLanguages(environment);
  const tree = repository.tree(revision);
  const trained = await train({
    tree,
    origin: { project: await repository.identity(), revision: revision.hash, committedAt: revision.committedAt },
    scope: "main",
    languages,
    training: composeTraining(languages),
    progress,
    signal
  });
  const identity = asked.shadow === null ? trained.card : asShadow(trained.card, asked.shadow.of);
  const measured = options.evaluate ? await evaluate({
    tree,
    source: { name: revision.name, revision: revision.hash },
    protocol: "in-place",
    scope: "main",
    model: { ...trained.model, card: identity },
    languages,
    output: null,
    journal: null,
    progress,
    signal
  }) : null;
  const scores = measured && baselineScores(measured, revision);
  const card = (scores && withBaseline(identity, scores, /* @__PURE__ */ new Date())) ?? identity;
  const path = options.output === void 0 ? modelPath(repository) : resolve(options.output);
  const bytes = trained.save();
  await saveModel(path, repository, bytes, card);
  if (measured !== null && beginsLedger(measured, revision)) {
    const store = await composeLedgers(repository);
    await fillLedger({ report: measured, revision, tree, store, languages, progress, signal });
  }
  const unlearned = unmeasured(card.trainedAt?.files ?? 0, card.trainedAt?.units ?? 0);
  const report = {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "train",
    source: { name: revision.name, revision: revision.hash },
    model: card,
    output: { model: path, card: cardPath(path), bytes: bytes.length },
    summary: measured?.summary ?? unlearned,
    stub: measured?.stub ?? unlearned,
    files: measured?.files ?? [],
    methods: measured?.methods ?? [],
    leftOut: trained.leftOut,
    notes: trained.notes
  };
  await present(report, options.format === void 0 ? {} : { format: options.format }, environment);
}
function askedFor({ revision, trainedAt, shadowOf }) {
  if (trainedAt !== void 0) {
    if (revision === void 0) return { revision: trainedAt, shadow: { of: shadowOf ?? null } };
    throw new ExpectedFailure(
      "bad-setting",
      "--trained-at and --revision both say what to train on",
      "Give one of them: --revision REV trains a model of that state, --trained-at REV the shadow of a model that was trained there."
    );
  }
  if (shadowOf === void 0) return { revision: revision ?? "HEAD", shadow: null };
  throw new ExpectedFailure(
    "bad-setting",
    "--shadow-of names a model, but not where it was trained",
    "Add --trained-at REV, the revision that the model was trained at."
  );
}
export {
  runTrain
};

import {
  update
} from "./part-SJ5ZFJSI.js";
import "./part-E44BTI3T.js";
import "./part-EWY3YAPM.js";
import "./part-3I2IW2M3.js";
import "./part-WO6SO5ZM.js";
import "./part-RFF5HH7P.js";
import "./part-S3EEPIGF.js";
import {
  resuming
} from "./part-LSZPEO5X.js";
import "./part-MK5JJYOD.js";
import "./part-W4UIRIKM.js";
import {
  DryRun,
  isCached,
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
  composeLedgers,
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

// src/cli/update.ts
async function runUpdate(options, shell) {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const repository = await openRepository(options.repo);
  const target = options.revision === void 0 ? await repository.defaultBranch() : await repository.resolve(options.revision);
  const languages = await composeLanguages(environment);
  const loaded = await models.open(options.model, repository, languages);
  if (loaded === null) {
    throw new ExpectedFailure(
      "bad-model-file",
      "there is no model whose ledger could be updated",
      "Train one with `palimpsest train --evaluate`, which begins its ledger too."
    );
  }
  const rest = {
    repository,
    target,
    store: await composeLedgers(repository),
    languages,
    policy: (await readRepositorySettings(repository)).freshness,
    progress,
    signal
  };
  if (dryRun.isOn) {
    await update({ ...rest, model: dryRun.insteadOf(loaded.model) });
    return present(dryRun.report("update"), options, environment);
  }
  const { model } = loaded;
  const run = (journal) => update({ ...rest, model, journal });
  const identity = [model.card.fingerprint, target.hash];
  const report = isCached(model, options) ? await run(null) : await resuming(await composeJournal("update", repository, environment, identity), run);
  await present(report, options, environment);
}
export {
  runUpdate
};

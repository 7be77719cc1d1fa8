import {
  answeringLedger,
  forecastPoints,
  isScoredEnough
} from "./part-WO6SO5ZM.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/jobs/speaking-ledger.ts
async function ledgerSpeakingFor(card, store) {
  const own = (await store.load(card.fingerprint))?.head;
  if (own !== void 0) {
    requireSameTraining(card, own);
    if (isScoredEnough(own)) return { head: own, as: "own" };
  }
  const others = (await store.fingerprints()).filter((fingerprint) => fingerprint !== card.fingerprint);
  const heads = await Promise.all(others.map(async (fingerprint) => (await store.load(fingerprint))?.head ?? []));
  return answeringLedger(card, [...own === void 0 ? [] : [own], ...heads.flat()]);
}
function requireSameTraining({ name, fingerprint, trainedAt }, head) {
  if (trainedAt === null || trainedAt.revision === head.trainedAt.revision) return;
  throw new ExpectedFailure(
    "ledger-of-another-model",
    `the ledger of ${name} (fingerprint ${fingerprint.slice(0, 12)}) counts from its training at ${head.trainedAt.revision.slice(0, 7)}, but this model’s card says that it was trained at ${trainedAt.revision.slice(0, 7)}`,
    `Begin its ledger anew with \`palimpsest evaluate --protocol in-place --revision ${trainedAt.revision}\`.`
  );
}
function forecastBasis(answering, line) {
  if (answering === null || answering.as === "predecessor") return null;
  const { history, trainedAt } = answering.head;
  return { history: forecastPoints(history, trainedAt), line };
}

export {
  ledgerSpeakingFor,
  requireSameTraining,
  forecastBasis
};

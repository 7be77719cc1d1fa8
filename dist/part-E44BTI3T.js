import {
  LEDGER_LEFT,
  requireSomeAnswer
} from "./part-EWY3YAPM.js";
import {
  beginLedger
} from "./part-WO6SO5ZM.js";
import {
  readSources
} from "./part-EIIWTEOH.js";
import {
  isEmptyBody,
  isGeneratedText,
  pathScope
} from "./part-GZMXCIU6.js";
import {
  stubSimilarityOf
} from "./part-N3MN6HD6.js";
import {
  WORKTREE,
  significant
} from "./part-5YJMR3U6.js";
import {
  bodyOf
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/jobs/unit-facts.ts
import { createHash } from "node:crypto";
function unitsThatCount(source, language) {
  if (pathScope(source.path) !== null || isGeneratedText(source.text)) return [];
  return source.units.filter((unit) => !isEmptyBody(language.tokenize, bodyOf(source, unit))).map((unit) => ({ facts: factsOf(source, unit, language), unit, source, language }));
}
function factsOf(source, unit, { tokenize }) {
  const body = bodyOf(source, unit);
  const { id, path, kind, name, parameters, returnType, modifiers, throws, javadoc } = unit;
  return {
    id,
    path,
    text: hashOf([body]),
    header: hashOf([kind, name, returnType, javadoc, parameters, modifiers, throws]),
    code: hashOf(significant(tokenize(body)).map(({ text }) => text)),
    length: body.length
  };
}
var HASH_CHARACTERS = 12;
function hashOf(parts) {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, HASH_CHARACTERS);
}

// src/jobs/fill-ledger.ts
function beginsLedger({ protocol, model, unasked, shard }, revision) {
  if (unasked !== void 0 || shard !== void 0) return false;
  return protocol === "in-place" && revision.hash !== WORKTREE && model.trainedAt?.revision === revision.hash;
}
async function fillLedger({ report, revision, store, ...reading }) {
  requireSomeAnswer(report.methods, report.model.name, LEDGER_LEFT);
  const units = await factsAt(reading);
  const { provider, name, fingerprint } = report.model;
  const standing = { revision: revision.hash, committedAt: revision.committedAt };
  const model = { provider, name, fingerprint };
  const { sample } = report;
  const pages = beginLedger({
    model,
    trainedAt: standing,
    sample: sample === null ? null : { size: sample.size, seed: sample.seed },
    units,
    scores: scoresOf(report, units)
  });
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const stored = await store.load(fingerprint);
    if (await store.save(stored?.version ?? null, pages)) return;
  }
  throw ledgerBusy();
}
var ATTEMPTS = 10;
function ledgerBusy() {
  return new ExpectedFailure(
    "ledger-busy",
    "other runs keep changing the ledger",
    "Run the command again when they are done."
  );
}
async function factsAt({
  tree,
  languages,
  progress,
  signal
}) {
  const paths = await tree.list();
  const facts = [];
  progress.begin("filling the ledger", null);
  for await (const { parsed, language } of readSources(tree, paths, languages, signal)) {
    progress.advance();
    if (parsed !== null) facts.push(...unitsThatCount(parsed, language).map((unit) => unit.facts));
  }
  progress.end();
  return facts;
}
function scoresOf({ methods }, units) {
  const lengths = new Map(units.map(({ id, length }) => [id, length]));
  return new Map(
    methods.map(({ id, similarity }) => [
      id,
      similarity === null ? { similarity: stubSimilarityOf(lengths.get(id) ?? 0), failed: true } : { similarity, failed: false }
    ])
  );
}

export {
  unitsThatCount,
  beginsLedger,
  fillLedger,
  ledgerBusy
};

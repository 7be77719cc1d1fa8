import {
  ledgerSpeakingFor
} from "./part-3I2IW2M3.js";
import {
  ledgerMeans
} from "./part-WO6SO5ZM.js";
import "./part-RFF5HH7P.js";
import "./part-S3EEPIGF.js";
import {
  modelsFrom
} from "./part-K2W7S7EY.js";
import {
  isShadow
} from "./part-NPRE7VGJ.js";
import {
  readRepositorySettings
} from "./part-YP5QORYE.js";
import {
  modelName,
  percent,
  trainedAt
} from "./part-Y2ATTVYL.js";
import "./part-IREIISAC.js";
import "./part-QFIKV4ZI.js";
import "./part-SAAVUPU4.js";
import "./part-DA3YFMOL.js";
import {
  composeLanguages,
  openLedgers,
  openRepository,
  visible
} from "./part-5YJMR3U6.js";
import {
  isNearLine,
  judgeFreshness
} from "./part-2AACQ4TA.js";
import "./part-4BS5H6Y3.js";
import "./part-3MRB6MT7.js";
import {
  makeParentFolder,
  writeOutput
} from "./part-GV6IPUYS.js";
import "./part-YGOHBTLK.js";

// src/cli/badge.ts
import { join } from "node:path";

// src/report/badge.ts
import { makeBadge } from "badge-maker";
var LABEL = "model freshness";
function badgeSvg(facts) {
  const svg = makeBadge({ label: labelOf(facts), message: messageOf(facts), color: colorOf(facts) });
  const spoken = [
    ...facts.verdict === "unknown" ? [] : [spokenVerdict(facts)],
    ...facts.isShadow ? [SHADOW_MEANS] : []
  ];
  return svg.replaceAll(SPOKEN, (words) => [words, ...spoken].join(", "));
}
function spokenVerdict({ verdict, of }) {
  return of === null ? verdict : `${verdict} (${xmlText(of)})`;
}
function xmlText(text) {
  return visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
var SHADOW_LABEL = `${LABEL} (shadow)`;
var SPOKEN = new RegExp(`${LABEL}(?: \\(shadow\\))?: [^"<]*`, "g");
var SHADOW_MEANS = "of the embedded model, trained where the project’s own model was";
function labelOf({ isShadow: isShadow2 }) {
  return isShadow2 ? SHADOW_LABEL : LABEL;
}
function badgeEndpoint(facts) {
  return { schemaVersion: 1, label: labelOf(facts), message: messageOf(facts), color: colorOf(facts) };
}
function badgeJson(facts) {
  return `${JSON.stringify(badgeEndpoint(facts), null, 2)}
`;
}
function messageOf(facts) {
  if (facts.verdict === "unknown") return "unknown";
  const { freshness, line, of } = facts;
  const rounded = percent(freshness);
  const shown = freshness < line && rounded === percent(line) ? `< ${rounded}` : rounded;
  return of === null ? shown : `${shown}, model before`;
}
function colorOf(facts) {
  switch (facts.verdict) {
    case "fresh":
      return isNearLine(facts.freshness, facts) ? "yellow" : "brightgreen";
    case "stale":
      return "red";
    case "unknown":
      return "lightgrey";
    default:
      return facts;
  }
}

// src/cli/badge.ts
async function runBadge(options, shell) {
  const repository = await openRepository(options.repo);
  const languages = await composeLanguages(shell.environment);
  const loaded = await modelsFrom(options, shell).open(options.model, repository, languages);
  const { freshness: policy } = await readRepositorySettings(repository);
  const card = loaded?.model.card ?? null;
  const answering = card && await ledgerSpeakingFor(card, openLedgers(repository));
  const facts = { ...answering === null ? UNKNOWN : factsOf(answering, policy), isShadow: isShadow(card) };
  const files = { "freshness.svg": badgeSvg(facts), "freshness.json": badgeJson(facts) };
  for (const [name, content] of Object.entries(files)) {
    const path = join(options.outputDir, name);
    await makeParentFolder(path);
    await writeOutput(path, content);
    process.stdout.write(`wrote ${path}
`);
  }
  if (facts.verdict !== "unknown" && facts.of !== null) {
    process.stdout.write(`The badge shows the model before the one in use: ${visible(facts.of)}
`);
  }
}
var UNKNOWN = { verdict: "unknown" };
function factsOf(answering, policy) {
  const means = ledgerMeans(answering.head);
  const { kind } = judgeFreshness(means, policy);
  if (kind === "unknown" || means.freshness === null) return UNKNOWN;
  const of = answering.as === "own" ? null : ofPredecessor(answering.head);
  return { verdict: kind, freshness: means.freshness.value, ...policy, of };
}
function ofPredecessor({ model, trainedAt: trainedAt2 }) {
  return `${modelName(model)}, ${trainedAt({ trainedAt: trainedAt2 })}`;
}
export {
  runBadge
};

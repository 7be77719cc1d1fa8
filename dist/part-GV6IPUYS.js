import {
  ExpectedFailure,
  systemErrorCode
} from "./part-YGOHBTLK.js";

// src/files/output-file.ts
import { randomUUID } from "node:crypto";
import { mkdir, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

// src/files/failures.ts
function writeFailure(path, error) {
  if (error instanceof ExpectedFailure) return error;
  switch (systemErrorCode(error)) {
    case void 0:
      return error;
    case "ENOSPC":
    case "EDQUOT":
      return new ExpectedFailure(
        "disk-full",
        `the disk is full: ${path} was not written`,
        "Free some space and run the command again; nothing was overwritten.",
        { cause: error }
      );
    case "ENOENT":
      return new ExpectedFailure(
        "not-writable",
        `${path} cannot be written: its folder does not exist`,
        "Make the folder, or name another output.",
        { cause: error }
      );
    default:
      return new ExpectedFailure(
        "not-writable",
        `${path} cannot be written (${systemErrorCode(error)})`,
        "Check its permissions, or name another output.",
        { cause: error }
      );
  }
}

// src/files/output-file.ts
async function writeOutput(path, content) {
  try {
    const stats = await stat(path).catch(() => void 0);
    if (stats !== void 0 && !stats.isFile() && !stats.isDirectory()) await writeFile(path, content);
    else await writeAndRename(await realpath(path).catch(() => path), content, stats?.mode);
  } catch (error) {
    throw writeFailure(path, error);
  }
}
async function writeAndRename(path, content, mode) {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeNew(await open(partial, "wx"), content, mode);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {
    });
    throw error;
  }
}
async function writeNew(file, content, mode) {
  try {
    await file.writeFile(content);
    if (mode !== void 0) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}
async function makeStateFolder(folder) {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw writeFailure(folder, error);
  }
  await writeOutput(`${folder}/.gitignore`, "# What palimpsest keeps for this clone; safe to delete.\n*\n");
}
async function makeParentFolder(path) {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw writeFailure(path, error);
  }
}

// src/compose/state-folder.ts
import { join as join2 } from "node:path";
var STATE_FOLDER = ".palimpsest";
function inStateFolder({ root }, ...path) {
  return join2(root, STATE_FOLDER, ...path);
}
async function ensureStateFolder(repository) {
  await makeStateFolder(inStateFolder(repository));
}
function modelPath(repository) {
  return inStateFolder(repository, "model.palimpsest");
}

// src/files/model-file.ts
import { readFile } from "node:fs/promises";
function cardPath(modelPath2) {
  return `${modelPath2.replace(/\.palimpsest$/, "")}.card.json`;
}
async function readModelFile(path) {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    const reason = systemErrorCode(error) ?? "unknown reason";
    throw new ExpectedFailure(
      "not-readable",
      `the model file ${path} cannot be read (${reason})`,
      "Check its path and permissions.",
      { cause: error }
    );
  }
}
async function writeCard(modelPath2, card) {
  await writeOutput(cardPath(modelPath2), `${JSON.stringify(card, null, 2)}
`);
}
async function readCard(modelPath2, fingerprint, parse) {
  try {
    const card = parse(JSON.parse(await readFile(cardPath(modelPath2), "utf8")));
    return card?.fingerprint === fingerprint ? card : null;
  } catch {
    return null;
  }
}

// src/report/schema/model-card.ts
import { z as z2 } from "zod";

// src/report/schema/published.ts
import { z } from "zod";

// src/report/schema/model-card.ts
var modelCardSchema = z2.object({
  schemaVersion: z2.literal(1).describe("Version of the model card."),
  provider: z2.string().describe("Who answered: `embedded`, `openai`, …"),
  name: z2.string().describe("The model’s name, as its provider knows it."),
  baseModel: z2.string().nullable().describe("The model that was specialised; null where there is none, as for the embedded model."),
  fingerprint: z2.string().describe("Same fingerprint, same answers."),
  trainedAt: z2.object({
    revision: z2.string().describe("The commit that the model was trained on."),
    committedAt: z2.string().nullable().describe("When that commit was made, ISO 8601."),
    units: z2.int().nonnegative().nullable().describe("Methods learned; null where nobody counted them."),
    files: z2.int().nonnegative().nullable().describe("Files learned; null where nobody counted them.")
  }).nullable().describe("What the model was trained on; null where that is not known."),
  recipe: z2.object({
    kind: z2.string().describe("How the model was specialised."),
    datasetHash: z2.string().describe("Hash of what it was trained with."),
    epochs: z2.number().nullable().describe("How often it saw that; null where the word has no meaning."),
    promptFormat: z2.string().nullable().describe("How a stub was put into a prompt; null where there is no prompt.")
  }).nullable().describe("How the model was made; null where that is not known."),
  baseline: z2.object({
    methods: z2.int().nonnegative().describe("How many methods were scored."),
    similarity: z2.number().describe("Their mean similarity, in [0, 1]."),
    measuredAt: z2.string().describe("When, ISO 8601.")
  }).nullable().describe("In-place scores on the training revision; null until an in-place evaluation has run."),
  shadow: z2.object({ of: z2.string().nullable().describe("What that other model is called; null where nobody said.") }).nullable().default(null).describe(
    "The embedded model, trained at the revision at which another model was: how far the code has moved since, and no score of that other model. null for a model that stands for itself."
  )
}).meta({
  id: "ModelCard",
  title: "Model card",
  description: "Who wrote the methods again, and what that model was trained on."
});
function parseModelCard(json) {
  return modelCardSchema.safeParse(json).data ?? null;
}

// src/files/settings-file.ts
import { readFile as readFile2, rm as rm2, writeFile as writeFile2 } from "node:fs/promises";
async function readSettingsFile(path) {
  try {
    return await readFile2(path);
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === void 0) throw error;
    throw new ExpectedFailure(
      "not-readable",
      code === "ENOENT" ? `there is no file ${path}` : `${path} cannot be read (${code})`,
      "Check its path and permissions.",
      { cause: error }
    );
  }
}
async function createSettingsFile(path, text) {
  await makeParentFolder(path);
  try {
    await writeFile2(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return false;
    if (systemErrorCode(error) === "ENOSPC") await rm2(path, { force: true });
    throw writeFailure(path, error);
  }
}

// src/core/unit.ts
var CONSTRUCTOR_NAME = "<init>";
function bodyOf(source, unit) {
  return source.text.slice(unit.body.start, unit.body.end);
}
function displayName(id) {
  return id.slice(id.indexOf("#") + 1);
}

// src/core/regeneration.ts
var FAILURE_REASONS = [
  "refused",
  "timed-out",
  "cut-off",
  "does-not-parse",
  "does-not-fit",
  "missing",
  "error"
];
function isSilence(reason) {
  return reason === "error" || reason === "timed-out";
}

// src/core/layout.ts
function lineEndOf(text) {
  let windows = 0;
  let unix = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (text.charCodeAt(at - 1) === 13) windows += 1;
    else unix += 1;
  }
  return windows > unix ? "\r\n" : "\n";
}
function indentAt(text, position) {
  const start = Math.max(text.lastIndexOf("\n", position - 1), text.lastIndexOf("\r", position - 1)) + 1;
  let end = start;
  while (end < position && (text[end] === " " || text[end] === "	")) end += 1;
  return text.slice(start, end);
}
function withLineFeeds(text) {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

export {
  writeFailure,
  writeOutput,
  makeParentFolder,
  inStateFolder,
  ensureStateFolder,
  modelPath,
  FAILURE_REASONS,
  isSilence,
  cardPath,
  readModelFile,
  writeCard,
  readCard,
  CONSTRUCTOR_NAME,
  bodyOf,
  displayName,
  lineEndOf,
  indentAt,
  withLineFeeds,
  modelCardSchema,
  parseModelCard,
  readSettingsFile,
  createSettingsFile
};

import {
  SETTINGS_PATH,
  fileSettings,
  settingsSchema
} from "./part-IREIISAC.js";
import {
  visible
} from "./part-5YJMR3U6.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/config/settings-file.ts
import { closest } from "fastest-levenshtein";
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit } from "yaml";
var MAX_ALIASES = 20;
var MAX_BYTES = 64 * 1024;
var SHOWN_CHARACTERS = 40;
var MESSAGE_CHARACTERS = 160;
function parseSettings(bytes, file) {
  const lines = new LineCounter();
  const at = (offset) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const document = parseYaml(textOf(bytes, file), lines, at);
  const values = /* @__PURE__ */ new Map();
  const sections = settingsSchema.keyof().options;
  for (const { key: section, offset, value } of entriesOf(document, document.contents, "the file", at)) {
    if (!sections.includes(section)) throw unknownKey(at(offset), section, sections, null);
    const known = fileSettings().filter((setting) => setting.section === section);
    for (const entry of entriesOf(document, value, section, at)) {
      const setting = known.find(({ key }) => key === entry.key);
      const keys = known.map(({ key }) => key);
      if (setting === void 0) throw unknownKey(at(entry.offset), entry.key, keys, section);
      values.set(setting, settingOf(document, entry, setting, at));
    }
  }
  return { settings: settingsOf(values), given: [...values].map(([setting, value]) => ({ setting, value })) };
}
function textOf(bytes, file) {
  if (bytes.length > MAX_BYTES) {
    throw refusal(
      file,
      `it is larger than ${MAX_BYTES / 1024} kB`,
      "Settings are a few lines; keep the rest elsewhere."
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw refusal(file, "it is not UTF-8", "Save it as UTF-8.", error);
  }
}
function parseYaml(text, lineCounter, at) {
  const document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== void 0) {
    const [offset] = problem.pos;
    if (problem.code === "DUPLICATE_KEY") {
      throw refusal(at(offset), `${quoted(wordAt(text, offset))} is set twice`, "Keep one of the two.");
    }
    throw refusal(
      at(offset),
      `this is not YAML: ${visible(shortened(problem.message, MESSAGE_CHARACTERS))}`,
      "Mend it there."
    );
  }
  try {
    document.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    const remedy = "Write the values out; a settings file needs no anchors.";
    throw refusal(at(firstAlias(document)), "its aliases lead nowhere, or to too much", remedy, error);
  }
  return document;
}
function wordAt(text, offset) {
  return /^[^\s:,{}]+/.exec(text.slice(offset))?.[0] ?? "";
}
function firstAlias(document) {
  let offset = 0;
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    }
  });
  return offset;
}
function entriesOf(document, node, what, at) {
  const map = isAlias(node) ? node.resolve(document) : node;
  if (map === null || map === void 0 || isScalar(map) && map.value === null) return [];
  if (!isMap(map)) {
    throw refusal(at(offsetOf(node)), `${what} takes settings by name`, "Write `name: value`, one a line.");
  }
  return map.items.map(({ key, value }) => {
    const offset = offsetOf(key);
    if (!isScalar(key)) throw refusal(at(offset), "a name is one word", "Write `name: value`, one a line.");
    return { key: String(key.value), offset, value };
  });
}
function offsetOf(node) {
  return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? Number(node.range[0]) : 0;
}
function settingOf(document, { value, offset }, setting, at) {
  const given = value?.toJS(document, { maxAliasCount: MAX_ALIASES }) ?? null;
  const parsed = setting.schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const name = `${setting.section}.${setting.key}`;
  const what = given === null ? `${name} has no value` : `${name} does not take ${shown(given)}`;
  const kind = typeof setting.byDefault === "boolean" ? "true or false" : "a number";
  throw refusal(at(given === null ? offset : offsetOf(value)), what, `It takes ${kind}: ${setting.description}.`);
}
function shown(value) {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "settings of its own";
  return typeof value === "string" ? quoted(value) : String(value);
}
function settingsOf(values) {
  const given = {};
  for (const [{ section, name }, value] of values) given[section] = { ...given[section], [name]: value };
  return settingsSchema.parse(given);
}
function unknownKey(place, key, known, section) {
  if (isOperators(key)) {
    return refusal(
      place,
      `${quoted(key)} is not for a repository’s file to set`,
      "Providers, URLs, keys, models and commands belong to the operator, who runs palimpsest: give them as flags, as inputs of the workflow or in the environment of the App."
    );
  }
  const elsewhere = fileSettings().filter((setting) => setting.section !== section);
  const names = new Map(elsewhere.map((setting) => [setting.key, `${setting.section}.${setting.key}`]));
  for (const name of known) names.set(name, name);
  const nearest = closest(key, [...known, ...names.keys()]);
  return refusal(
    place,
    `there is no setting ${quoted(key)}${section === null ? "" : ` in ${section}`}`,
    `Did you mean ${quoted(names.get(nearest) ?? nearest)}? Known here: ${known.join(", ")}.`
  );
}
var OPERATORS_WORDS = new Set(
  "provider providers url urls uri endpoint host server proxy header headers key keys apikey token secret password credentials command commands cmd exec script model models adapter weights gguf env environment".split(
    " "
  )
);
function isOperators(key) {
  return key.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase().split(/[^a-z]+/).some((word) => OPERATORS_WORDS.has(word));
}
function quoted(text) {
  return `"${visible(shortened(text, SHOWN_CHARACTERS))}"`;
}
function shortened(text, characters) {
  return text.length > characters ? `${text.slice(0, characters)}…` : text;
}
function refusal(place, what, remedy, cause) {
  return new ExpectedFailure("bad-settings-file", `${place}: ${what}`, remedy, { cause });
}

// src/config/repository-settings.ts
async function readRepositorySettings(repository) {
  const branch = await defaultBranch(repository);
  const file = branch && await readSettings(repository.tree(branch), `${branch.name}:`);
  return file?.settings ?? settingsSchema.parse({});
}
async function defaultBranch(repository) {
  try {
    return await repository.defaultBranch();
  } catch (error) {
    if (error instanceof ExpectedFailure && error.code === "no-default-branch") return null;
    throw error;
  }
}
async function readSettings(tree, origin) {
  for await (const { path, bytes } of tree.read([SETTINGS_PATH, MISNAMED])) {
    if (bytes === null) continue;
    if (path === SETTINGS_PATH) return parseSettings(bytes, `${origin}${path}`);
    throw new ExpectedFailure(
      "bad-settings-file",
      `${origin}${path} is not read: the settings file is called ${SETTINGS_PATH}`,
      "Rename it."
    );
  }
  return null;
}
var MISNAMED = SETTINGS_PATH.replace(/\.yml$/, ".yaml");

export {
  parseSettings,
  readRepositorySettings,
  readSettings
};

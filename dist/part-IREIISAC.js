import {
  DEFAULT_FRESHNESS_POLICY,
  DEFAULT_WARN_WITHIN,
  isNearLine
} from "./part-2AACQ4TA.js";
import {
  similarity
} from "./part-4BS5H6Y3.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/config.ts
import { z } from "zod";

// src/core/recommendation.ts
var DEFAULT_SOON_DAYS = 60;
function recommend({ freshness, forecast, gain, today }, policy) {
  const benefit = benefitOf(gain);
  const keep = (...reasons) => ({ kind: "keep", day: null, reasons });
  const soon = (day, reason) => {
    return { kind: "retrain-soon", day, reasons: [reason, benefit] };
  };
  const now = (reason) => {
    return { kind: "retrain-now", day: null, reasons: [reason, benefit] };
  };
  if (freshness === null || freshness.verdict.kind === "unknown" || freshness.value === null) {
    return benefit === "gain-worth-it" ? now("freshness-unknown") : keep("freshness-unknown", benefit);
  }
  if (freshness.verdict.kind === "stale") {
    return benefit === "gain-too-small" ? keep("gain-too-small", "stale") : now("stale");
  }
  const crossing = forecast?.kind === "expected" ? forecast.day : null;
  if (crossing !== null && crossing <= daysAfter(today, policy.soonDays)) {
    return soon(crossing < today ? today : crossing, "crossing-forecast");
  }
  const isForecast = forecast !== null && forecast.kind !== "crossed";
  if (!isForecast && isNearLine(freshness.value, policy)) return soon(null, "near-line");
  return keep("fresh", benefit);
}
function benefitOf(gain) {
  switch (gain?.kind) {
    case "would-help":
      return "gain-worth-it";
    case "would-not-help":
      return "gain-too-small";
    case "unsure":
    case void 0:
      return "gain-unknown";
    default:
      return gain;
  }
}
var DAY_MS = 864e5;
function daysAfter(day, days) {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

// src/core/verdict.ts
var DEFAULT_VERDICT_POLICY = { familiar: 0.8, ambiguous: 0.5 };
function judge(facts, policy) {
  if (facts.sameTokens) return "reproduced";
  if (facts.similarityToPrevious !== null && facts.similarityToPrevious > facts.similarity) return "outdated";
  if (facts.disagreement > policy.ambiguous) return "ambiguous";
  if (facts.similarity >= policy.familiar) return "familiar";
  return "unfamiliar";
}
function disagreement(texts) {
  const total = texts.reduce((sum, { weight }) => sum + weight, 0);
  if (total <= 0) return 0;
  let expected = 0;
  for (const [index, left] of texts.entries()) {
    for (const right of texts.slice(index + 1)) {
      const weight = left.weight / total * (right.weight / total);
      if (weight > NEGLIGIBLE_PAIR_WEIGHT) expected += 2 * weight * (1 - similarity(left.text, right.text));
    }
  }
  return expected;
}
var NEGLIGIBLE_PAIR_WEIGHT = 1e-4;

// src/secrets.ts
var MASK = "[secret]";
var SHORTEST_MASKED = 8;
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  reveal() {
    return this.#value;
  }
  toString() {
    return MASK;
  }
  toJSON() {
    return MASK;
  }
  [/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")]() {
    return MASK;
  }
};
var Secrets = class {
  #environment;
  #read = /* @__PURE__ */ new Set();
  constructor(environment) {
    this.#environment = environment;
  }
  /** `null` when the variable is not set, or empty. */
  read(variable) {
    const value = this.#environment[variable]?.trim() ?? "";
    if (value === "") return null;
    this.#read.add(value);
    return new Secret(value);
  }
  /** The text without any secret that was read, whoever put it there: a server may repeat a key in its answer. */
  mask(text) {
    let masked = text;
    for (const secret of this.#read) {
      if (secret.length >= SHORTEST_MASKED) masked = masked.replaceAll(secret, MASK);
    }
    return masked;
  }
};

// src/config.ts
var share = z.number().min(0).max(1);
var policySchema = z.strictObject({
  familiar: share.default(DEFAULT_VERDICT_POLICY.familiar).describe("similarity from which an answer counts as familiar, from 0 to 1"),
  ambiguous: share.default(DEFAULT_VERDICT_POLICY.ambiguous).describe("disagreement of the model’s samples above which a verdict is ambiguous, from 0 to 1"),
  samples: z.int().min(1).max(20).default(5).describe("how many alternatives to ask the model for, from 1 to 20"),
  countCosmetic: z.boolean().default(false).describe("let changes of white space or comments alone count as changes")
});
var freshnessSchema = z.strictObject({
  line: share.default(DEFAULT_FRESHNESS_POLICY.line).describe("freshness below which the model is stale, from 0 to 1"),
  warnWithin: z.number().min(0).max(100).default(DEFAULT_WARN_WITHIN).describe(
    "percentage points above the line within which the badge is yellow and, without a forecast, retraining is due soon, from 0 to 100"
  ),
  soonDays: z.int().min(1).max(3650).default(DEFAULT_SOON_DAYS).describe("days ahead within which a forecast crossing of the line asks to retrain soon, from 1 to 3650")
});
var gainSchema = z.strictObject({
  windowDays: z.int().min(1).max(3650).default(90).describe("days of changes over which the gain of training again is measured, from 1 to 3650")
});
function section(schema, description) {
  return schema.nullish().transform((given) => given ?? schema.parse({})).describe(description);
}
var settingsSchema = z.strictObject({
  policy: section(policySchema, "how a change is judged"),
  freshness: section(freshnessSchema, "when the model counts as fresh"),
  gain: section(gainSchema, "whether training again would help")
});
var SETTINGS_PATH = ".github/palimpsest.yml";
function settings() {
  const defaults = policySchema.parse({});
  return policySchema.keyof().options.map((name) => {
    const byDefault = defaults[name];
    return {
      name,
      flag: `--${kebabCase(name)}`,
      kind: typeof byDefault === "boolean" ? "boolean" : "number",
      byDefault,
      description: policySchema.shape[name].description ?? ""
    };
  });
}
var SECTIONS = { policy: policySchema, freshness: freshnessSchema, gain: gainSchema };
function fileSettings() {
  return settingsSchema.keyof().options.flatMap(
    (section2) => Object.entries(SECTIONS[section2].shape).map(([name, schema]) => ({
      section: section2,
      name,
      key: kebabCase(name),
      flag: section2 === "policy" ? `--${kebabCase(name)}` : null,
      schema,
      byDefault: schema.parse(void 0),
      description: schema.description ?? ""
    }))
  );
}
function kebabCase(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
function policyFromFlags(flags, otherwise) {
  const given = { ...otherwise };
  for (const { name, kind } of settings()) {
    const value = flags[name];
    if (value !== void 0) given[name] = kind === "number" ? numberOf(value) : value;
  }
  const parsed = policySchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const setting = settings().find(({ name }) => name === issue?.path[0]);
  throw new ExpectedFailure(
    "bad-setting",
    `${setting?.flag ?? "a setting"} does not take ${JSON.stringify(flags[setting?.name ?? ""])}`,
    `It is: ${setting?.description ?? issue?.message}.`
  );
}
function numberOf(value) {
  return typeof value === "string" && value.trim() === "" ? Number.NaN : Number(value);
}
function readEnvironment(env, isTerminal, home) {
  const present = (name) => env[name] !== void 0 && env[name] !== "";
  const cacheFolder = `${present("XDG_CACHE_HOME") ? env.XDG_CACHE_HOME : `${home}/.cache`}/palimpsest`;
  return {
    color: present("FORCE_COLOR") ? env.FORCE_COLOR !== "0" : isTerminal && !present("NO_COLOR") && env.TERM !== "dumb",
    ci: present("CI") && env.CI !== "false",
    parser: env.PALIMPSEST_PARSER === "wasm" ? "wasm" : "native-first",
    cacheFolder,
    answersFolder: env.PALIMPSEST_CACHE_DIR || `${cacheFolder}/answers`,
    secrets: new Secrets(env)
  };
}

export {
  recommend,
  judge,
  disagreement,
  settingsSchema,
  SETTINGS_PATH,
  settings,
  fileSettings,
  policyFromFlags,
  readEnvironment
};

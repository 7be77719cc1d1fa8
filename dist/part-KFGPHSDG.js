import {
  NOTHING_SCORED,
  requireSomeAnswer
} from "./part-EWY3YAPM.js";
import {
  trainOnRevision
} from "./part-GQXLFCOT.js";
import {
  readChange
} from "./part-7Y65QOXS.js";
import "./part-MK5JJYOD.js";
import {
  askingFacts,
  rewrite
} from "./part-W4UIRIKM.js";
import "./part-PYY7FY3F.js";
import {
  DryRun,
  modelsFrom
} from "./part-K2W7S7EY.js";
import {
  present,
  renderShow
} from "./part-PDY2OYNG.js";
import "./part-NPRE7VGJ.js";
import {
  readRepositorySettings
} from "./part-YP5QORYE.js";
import "./part-Y2ATTVYL.js";
import {
  disagreement,
  judge,
  policyFromFlags
} from "./part-IREIISAC.js";
import "./part-EIIWTEOH.js";
import "./part-SAAVUPU4.js";
import "./part-GZMXCIU6.js";
import {
  measure,
  measureBody,
  summarize,
  summarizeStubs
} from "./part-N3MN6HD6.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  compareText,
  composeLanguages,
  openRepository,
  sameTokens
} from "./part-5YJMR3U6.js";
import "./part-2AACQ4TA.js";
import {
  similarity
} from "./part-4BS5H6Y3.js";
import "./part-3MRB6MT7.js";
import {
  EMPTY_BODY,
  stubInPlace,
  withBodies
} from "./part-Z56BS6C5.js";
import {
  CONSTRUCTOR_NAME,
  bodyOf,
  displayName
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/core/method-names.ts
function isNamed(id, typed) {
  if (id === typed) return true;
  const spoken = displayName(id);
  const withoutParameters = spoken.slice(0, spoken.indexOf("("));
  const wanted = typed.replace(/\s*([,()])\s*/g, "$1");
  return [spoken, withoutParameters].some((name) => {
    return endsOnBoundary(name, wanted) || isConstructor(name) && endsOnBoundary(asTyped(name), wanted);
  });
}
function endsOnBoundary(name, wanted) {
  return name === wanted || name.endsWith(`.${wanted}`);
}
function isConstructor(name) {
  return name.includes(`.${CONSTRUCTOR_NAME}`);
}
function asTyped(name) {
  return name.replace(`.${CONSTRUCTOR_NAME}`, "");
}

// src/jobs/check.ts
async function check(input) {
  const { base, head, policy } = input;
  const change = await readChange(input);
  const { model, origin } = change.eligible.length === 0 ? NO_MODEL : await input.openModel();
  const { judged, unasked } = model === null ? NOTHING_JUDGED : await judgeAll(change.eligible, model, input);
  const rows = judged.map(({ row }) => row);
  if (model !== null) requireSomeAnswer(rows, model.card.name, NOTHING_SCORED);
  const files = rewrittenFiles(judged);
  const measurements = judged.map(({ measurement }) => measurement);
  const fileMeasurements = files.map(({ measurement }) => measurement);
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "check",
    protocol: "in-place",
    base: { name: base.name, revision: base.hash },
    head: { name: head.name, revision: head.hash },
    model: model?.card ?? null,
    modelOrigin: origin,
    policy: { familiar: policy.familiar, ambiguous: policy.ambiguous, countCosmetic: policy.countCosmetic },
    summary: summarize(fileMeasurements, measurements),
    stub: summarizeStubs(fileMeasurements, measurements),
    verdicts: countVerdicts(rows),
    files: files.map(({ row }) => row),
    methods: rows,
    ...model === null ? {} : askingFacts(model, unasked),
    cosmetic: change.cosmetic,
    moved: change.moved,
    deleted: change.deleted,
    leftOut: change.leftOut.rows(),
    notes: change.notes
  };
}
var NO_MODEL = { model: null, origin: null };
var NOTHING_JUDGED = { judged: [], unasked: [] };
async function judgeAll(changes, model, input) {
  const answers = changes.flatMap(answersNeeded);
  const { policy, progress, signal } = input;
  progress.begin("writing again", answers.length);
  const after = /* @__PURE__ */ new Map();
  const before = /* @__PURE__ */ new Map();
  const rewriting = { model, samples: policy.samples, signal, progress, journal: null };
  for await (const { item, regeneration } of rewrite(answers, rewriting)) {
    (item.role === "before" ? before : after).set(item.change, regeneration);
  }
  progress.end();
  const judged = [];
  const unasked = [];
  for (const change of changes) {
    const regeneration = after.get(change) ?? UNASKED;
    if (regeneration.kind === "unasked") unasked.push(change.current.unit.id);
    else judged.push(judgeOne(change, regeneration, before.get(change) ?? null, policy));
  }
  return { judged, unasked };
}
var UNASKED = { kind: "unasked" };
function answersNeeded(change) {
  const { current, previous } = change;
  const after = { change, role: "after", stub: stubInPlace(current.source, current.unit) };
  if (previous === null) return [after];
  const stub = stubInPlace(previous.source, previous.unit);
  return [after, { change, role: "before", samples: 1, countsAs: current.unit.id, stub }];
}
function judgeOne({ change, current, previous, language }, regeneration, regenerationBefore, policy) {
  const after = bodyOf(current.source, current.unit);
  const before = previous === null ? null : bodyOf(previous.source, previous.unit);
  const written = regeneration.kind === "regenerated" ? regeneration : null;
  const measurement = measureBody(after, written?.body ?? EMPTY_BODY);
  const similarityToPrevious = before === null || written === null ? null : similarity(before, written.body);
  const verdict = written === null ? null : judge(
    {
      sameTokens: sameTokens(language.tokenize, after, written.body),
      similarity: measurement.similarity,
      similarityToPrevious,
      disagreement: disagreementOf(written)
    },
    policy
  );
  const row = {
    id: current.unit.id,
    path: current.unit.path,
    line: current.unit.line,
    change,
    previousId: previous === null || previous.unit.id === current.unit.id ? null : previous.unit.id,
    distance: written === null ? null : measurement.distance,
    similarity: written === null ? null : measurement.similarity,
    similarityToPrevious,
    verdict,
    knewPrevious: before === null || regenerationBefore === null ? null : knew(before, regenerationBefore, policy),
    confidence: written?.confidence ?? null,
    failure: regeneration.kind === "failed" ? { reason: regeneration.reason, detail: regeneration.detail } : null,
    texts: { before, after, regenerated: written?.body ?? null }
  };
  return { row, measurement: { ...measurement, failed: written === null }, source: current.source };
}
function knew(body, regeneration, policy) {
  return regeneration.kind === "regenerated" ? similarity(body, regeneration.body) >= policy.familiar : null;
}
function disagreementOf({ samples }) {
  return disagreement((samples ?? []).map(({ body, probability }) => ({ text: body, weight: probability ?? 1 })));
}
function rewrittenFiles(judged) {
  const bodiesByFile = /* @__PURE__ */ new Map();
  for (const { row, source } of judged) {
    const bodies = bodiesByFile.get(source) ?? /* @__PURE__ */ new Map();
    bodies.set(row.id, row.texts.regenerated ?? EMPTY_BODY);
    bodiesByFile.set(source, bodies);
  }
  return [...bodiesByFile].map(([source, bodies]) => {
    const regenerated = withBodies(source, ({ id }) => bodies.get(id)).text;
    const stub = withBodies(source, ({ id }) => bodies.has(id) ? EMPTY_BODY : void 0).text;
    const measurement = measure(source.text, regenerated, stub);
    const row = { id: source.path, distance: measurement.distance, similarity: measurement.similarity };
    return { row, measurement };
  }).sort((a, b) => compareText(a.row.id, b.row.id));
}
function countVerdicts(rows) {
  const counts = { reproduced: 0, outdated: 0, ambiguous: 0, familiar: 0, unfamiliar: 0, newToIt: 0, failed: 0 };
  for (const row of rows) {
    if (row.verdict === null) counts.failed++;
    else if (row.verdict === "unfamiliar" && row.change === "added") counts.newToIt++;
    else counts[row.verdict]++;
  }
  return counts;
}

// src/cli/check.ts
async function runCheck(options, shell) {
  const { environment, signal, progress } = shell;
  const models = modelsFrom(options, shell);
  const dryRun = new DryRun(options);
  const repository = await openRepository(options.repo);
  const { policy: ofRepository } = await readRepositorySettings(repository);
  const policy = policyFromFlags(options, ofRepository);
  const head = await repository.resolve(options.head);
  const target = options.base === void 0 ? await repository.defaultBranch() : await repository.resolve(options.base);
  const base = await repository.mergeBase(target, head);
  const languages = await composeLanguages(environment);
  const loaded = await models.open(options.model, repository, languages);
  const report = await check({
    repository,
    base,
    head,
    openModel: async () => {
      if (loaded !== null) {
        const origin = await originOf(loaded.model, base, repository);
        return { model: dryRun.insteadOf(loaded.model), origin };
      }
      const model = await trainOnRevision(repository, base, { languages, progress, signal });
      return { model: dryRun.insteadOf(model), origin: "trained-on-base" };
    },
    languages,
    policy,
    progress,
    signal
  });
  if (dryRun.isOn) return present(dryRun.report("check"), options, environment);
  if (options.show === void 0) return present(report, options, environment);
  const { show } = options;
  const rows = report.methods.filter(({ id }) => isNamed(id, show));
  if (rows.length === 0) {
    throw new ExpectedFailure(
      "unknown-method",
      `no changed method is called ${options.show}`,
      "Run `palimpsest check` for the list; Type.name or Type.name(Param) will do."
    );
  }
  const width = process.stdout.columns ?? 120;
  for (const row of rows) {
    process.stdout.write(environment.secrets.mask(renderShow(row, { color: environment.color, width })));
  }
}
async function originOf({ card }, base, repository) {
  if (card.trainedAt === null) return "trained";
  return await repository.isAncestor(card.trainedAt.revision, base) === false ? "trained-later" : "trained";
}
export {
  runCheck
};

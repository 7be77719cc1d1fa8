import {
  ledgerBusy,
  unitsThatCount
} from "./part-E44BTI3T.js";
import {
  LEDGER_LEFT,
  requireSomeAnswer
} from "./part-EWY3YAPM.js";
import {
  requireSameTraining
} from "./part-3I2IW2M3.js";
import {
  filesIn,
  isSameCode,
  ledgerMeans,
  shardOf,
  withFiles,
  withShards
} from "./part-WO6SO5ZM.js";
import {
  findChanges
} from "./part-MK5JJYOD.js";
import {
  askingFacts,
  rewrite
} from "./part-W4UIRIKM.js";
import {
  readSources
} from "./part-EIIWTEOH.js";
import {
  measureBody,
  summarize,
  summarizeStubs
} from "./part-N3MN6HD6.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  WORKTREE,
  compareText
} from "./part-5YJMR3U6.js";
import {
  judgeFreshness
} from "./part-2AACQ4TA.js";
import {
  EMPTY_BODY,
  stubInPlace
} from "./part-Z56BS6C5.js";
import {
  bodyOf
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/core/reconcile.ts
function reconcile({ before, now, lineage, byBody }) {
  const leaving = new Map(before.flatMap(({ units }) => units.map((unit) => [unit.id, unit])));
  const departed = new Map(before.flatMap((file) => file.departed.map((unit) => [unit.id, unit])));
  const predecessors = /* @__PURE__ */ new Map();
  const follow = (facts, predecessor) => {
    if (predecessor === void 0 || predecessors.has(facts.id) || !leaving.delete(predecessor.id)) return;
    predecessors.set(facts.id, predecessor);
  };
  for (const facts of now) follow(facts, leaving.get(lineage.get(facts.id) ?? ""));
  for (const facts of now) follow(facts, leaving.get(facts.id));
  if (byBody) matchByBody(now, predecessors, leaving, follow);
  const kept = [];
  const toScore = [];
  let moved = 0;
  for (const facts of now) {
    const predecessor = predecessors.get(facts.id);
    const trained = predecessor === void 0 ? returning(facts, departed, byBody) : predecessor.trained;
    if (predecessor !== void 0 && predecessor.text === facts.text && predecessor.header === facts.header) {
      if (predecessor.id !== facts.id) moved++;
      kept.push({ ...facts, score: predecessor.score, trained, rescored: predecessor.rescored });
    } else toScore.push({ ...facts, trained });
  }
  const deleted = [...leaving.values()];
  for (const { trained } of deleted) if (trained !== null) departed.set(trained.id, trained);
  return { kept, toScore, moved, deleted, departed: sortedById([...departed.values()]) };
}
var TELLING_LENGTH = 60;
function matchByBody(now, predecessors, leaving, follow) {
  for (const key of ["text", "code"]) {
    for (const sameSignature of [true, false]) {
      const byBody = /* @__PURE__ */ new Map();
      for (const unit of leaving.values()) byBody.set(unit[key], [...byBody.get(unit[key]) ?? [], unit]);
      for (const facts of now) {
        if (predecessors.has(facts.id) || !sameSignature && facts.length < TELLING_LENGTH) continue;
        const alike = (byBody.get(facts[key]) ?? []).filter(
          (unit) => leaving.has(unit.id) && (!sameSignature || isSameCode({ ...unit, code: facts.code }, facts))
        );
        follow(facts, sortedById(alike)[0]);
      }
    }
  }
}
function returning(facts, departed, byBody) {
  const back = departed.get(facts.id) ?? (byBody ? [...departed.values()].find((unit) => isSameCode(unit, facts)) : void 0);
  if (back === void 0) return null;
  departed.delete(back.id);
  return back;
}
function sortedById(items) {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}

// src/jobs/in-place-scores.ts
var InPlaceScores = class {
  #scoring;
  #known = /* @__PURE__ */ new Map();
  /** Those of the last call that the budget did not suffice for. */
  unasked = [];
  constructor(scoring) {
    this.#scoring = scoring;
  }
  /** The scores of those of the units that are wanted; a failed one counts as its stub. */
  async of(units, wanted) {
    const { model, journal = null, progress, signal } = this.#scoring;
    const asked = units.filter(({ unit: { id } }) => wanted.has(id) && !this.#known.has(id));
    progress.begin("writing again", asked.length);
    const rewriting = { model, samples: 1, signal, progress, journal };
    const unasked = [];
    for await (const { item, regeneration } of rewrite(tasksOf(asked), rewriting)) {
      const { unit, source } = item.placed;
      if (regeneration.kind === "unasked") {
        unasked.push(unit.id);
        continue;
      }
      const body = regeneration.kind === "regenerated" ? regeneration.body : EMPTY_BODY;
      const measurement = measureBody(bodyOf(source, unit), body);
      const failed = regeneration.kind === "failed";
      const row = {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        distance: failed ? null : measurement.distance,
        similarity: failed ? null : measurement.similarity,
        failure: failed ? { reason: regeneration.reason, detail: regeneration.detail } : null,
        confidence: failed ? null : regeneration.confidence ?? null
      };
      this.#known.set(unit.id, { row, measurement: { ...measurement, failed } });
    }
    progress.end();
    this.unasked = unasked;
    const scores = /* @__PURE__ */ new Map();
    for (const id of wanted) {
      const known = this.#known.get(id);
      if (known === void 0) continue;
      scores.set(id, { similarity: known.measurement.similarity, failed: known.measurement.failed });
    }
    return scores;
  }
  /** Sorted by id. */
  rowsOf(ids) {
    const found = [...ids].sort().flatMap((id) => this.#known.get(id) ?? []);
    return { rows: found.map(({ row }) => row), measurements: found.map(({ measurement }) => measurement) };
  }
};
function* tasksOf(units) {
  for (const placed of units) yield { placed, stub: stubInPlace(placed.source, placed.unit) };
}

// src/jobs/ledger-change.ts
async function readLedgerChange(input) {
  const base = await resolveIfThere(input.repository, input.head.standsAt.revision);
  return base === null ? readWhole(input) : readDifference(input, base);
}
async function resolveIfThere(repository, revision) {
  try {
    return await repository.resolve(revision);
  } catch (error) {
    if (error instanceof ExpectedFailure && ["unknown-revision", "shallow-clone"].includes(error.code)) return null;
    throw error;
  }
}
async function readDifference(input, base) {
  const { repository, target, languages } = input;
  const changed = (await repository.changedFiles(base, target)).filter(({ path }) => languages.forPath(path));
  const pathsBut = (status) => changed.filter((file) => file.status !== status).map(({ path }) => path);
  const before = await read(repository.tree(base), pathsBut("added"), input);
  const after = await read(repository.tree(target), pathsBut("deleted"), input);
  const lineage = /* @__PURE__ */ new Map();
  const [language] = changed.flatMap(({ path }) => languages.forPath(path) ?? []);
  if (language !== void 0) {
    const changes = findChanges(before.sources, after.sources, language.tokenize);
    for (const { current, previous } of [...changes.changed, ...changes.movedOnly, ...changes.cosmetic])
      if (previous !== null && previous.unit.id !== current.unit.id) lineage.set(current.unit.id, previous.unit.id);
  }
  const paths = new Set(changed.map(({ path }) => path));
  return { route: "by-difference", paths, now: after.units, lineage, notes: after.notes };
}
async function readWhole(input) {
  const tree = input.repository.tree(input.target);
  const { units, notes } = await read(tree, await tree.list(), input);
  return { route: "by-body", paths: null, now: units, lineage: /* @__PURE__ */ new Map(), notes };
}
async function read(tree, paths, { languages, progress, signal }) {
  const [sources, units, notes] = [[], [], []];
  progress.begin("reading the change", paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    progress.advance();
    notes.push(...source.notes);
    if (source.parsed === null) continue;
    sources.push(source.parsed);
    units.push(...unitsThatCount(source.parsed, source.language));
  }
  progress.end();
  return { sources, units, notes };
}

// src/jobs/update.ts
var ATTEMPTS = 10;
async function update(input) {
  if (input.target.hash === WORKTREE) throw notACommit();
  const scores = new InPlaceScores(input);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const stored = await ownLedger(input.store, input.model.card);
      const route = await settledRoute(stored, input);
      if (route !== null) return await finished(reportOf(input, stored, stored, NOTHING_DONE(route), scores), input);
      const step = await takeStep(stored, input, scores);
      if (step === "budget-spent")
        return await finished(reportOf(input, stored, stored, NOTHING_DONE(step), scores), input);
      if (await input.store.save(stored.version, step.pages))
        return await finished(reportOf(input, stored, step.pages, step, scores), input);
    } catch (error) {
      if (!(error instanceof ExpectedFailure && error.code === "ledger-busy")) throw error;
    }
    input.signal.throwIfAborted();
  }
  throw ledgerBusy();
}
async function finished(report, { journal }) {
  await journal?.finish();
  return report;
}
function notACommit() {
  return new ExpectedFailure(
    "bad-setting",
    "the ledger stands at commits, not at a work tree",
    "Commit first, or name a revision."
  );
}
async function settledRoute({ head }, { repository, target }) {
  if (head.standsAt.revision === target.hash) return "already-there";
  const standsAt = await repository.resolve(head.standsAt.revision).catch(() => null);
  if (standsAt === null) return null;
  return await repository.isAncestor(target.hash, standsAt) === true ? "already-later" : null;
}
async function ownLedger(store, card) {
  const stored = await store.load(card.fingerprint);
  if (stored === null) throw (await store.fingerprints()).length === 0 ? noLedger() : anothersLedger(card);
  requireSameTraining(card, stored.head);
  return stored;
}
function noLedger() {
  return new ExpectedFailure(
    "no-ledger",
    "there is no ledger yet",
    "Fill one with `palimpsest evaluate --protocol in-place --revision REV`, REV being what the model was trained on."
  );
}
function anothersLedger({ name, trainedAt, fingerprint }) {
  const revision = trainedAt?.revision ?? "the revision that it was trained on";
  return new ExpectedFailure(
    "ledger-of-another-model",
    `the ledger here belongs to another model than ${name} (fingerprint ${fingerprint.slice(0, 12)})`,
    `Start this model’s own with \`palimpsest evaluate --protocol in-place --revision ${revision}\`.`
  );
}
var NOTHING_DONE = (route) => ({
  route,
  done: { kept: [], moved: 0, deleted: [] },
  scored: [],
  notes: []
});
async function takeStep(stored, input, scores) {
  const { target } = input;
  const change = await readLedgerChange({ ...input, head: stored.head });
  const shards = await shardsOf(stored, change);
  const files = filesIn(shards);
  const paths = change.paths ?? /* @__PURE__ */ new Set([...files.keys(), ...change.now.map(({ facts }) => facts.path)]);
  const done = reconcile({
    before: [...files.values()].filter(({ path }) => paths.has(path)),
    now: change.now.map(({ facts }) => facts),
    lineage: change.lineage,
    byBody: change.route === "by-body"
  });
  const fresh = await scores.of(change.now, new Set(done.toScore.map(({ id }) => id)));
  await requireAnswers(scores.rowsOf([...fresh.keys()]).rows, input);
  if (scores.unasked.length > 0) return "budget-spent";
  const scored = done.toScore.map((unit) => ({ ...unit, score: scoreOf(fresh, unit.id), rescored: true }));
  const touched = withFiles(shards, { paths, units: [...done.kept, ...scored], departed: done.departed });
  const standsAt = { revision: target.hash, committedAt: target.committedAt };
  const head = withShards({ ...stored.head, standsAt }, touched);
  return { route: change.route, done, scored, notes: change.notes, pages: { head, shards: touched } };
}
async function requireAnswers(rows, { model, journal }) {
  try {
    requireSomeAnswer(rows, model.card.name, LEDGER_LEFT);
  } catch (error) {
    await journal?.finish();
    throw error;
  }
}
async function shardsOf(stored, { paths }) {
  if (paths === null) return stored.shards(Object.keys(stored.head.shards));
  const shards = await stored.shards([...new Set([...paths].map(shardOf))]);
  const trainedIn = [...filesIn(shards).values()].filter(({ path }) => paths.has(path)).flatMap(({ units }) => units.flatMap(({ trained }) => trained === null ? [] : [shardOf(trained.path)]));
  const further = await stored.shards([...new Set(trainedIn)].filter((name) => !shards.has(name)));
  return new Map([...shards, ...further]);
}
function scoreOf(scores, id) {
  const score = scores.get(id);
  if (score === void 0) throw new Error(`${id} was not scored`);
  return score;
}
var REPORTED_POINTS = 30;
function reportOf({ model, policy, target }, before, { head }, { route, done, scored, notes }, scores) {
  const { rows, measurements } = scores.rowsOf(scored.map(({ id }) => id));
  const means = ledgerMeans(head);
  const { trainedAt, standsAt } = head;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "update",
    protocol: "in-place",
    route,
    from: { name: before.head.standsAt.revision, revision: before.head.standsAt.revision },
    to: route === "already-later" || route === "budget-spent" ? { name: standsAt.revision, revision: standsAt.revision } : { name: target.name, revision: target.hash },
    model: model.card,
    ...askingFacts(model, route === "budget-spent" ? scores.unasked : []),
    sample: head.sample,
    units: {
      kept: means.units - scored.length - done.moved,
      scored: scored.length,
      moved: done.moved,
      deleted: done.deleted.length
    },
    ledger: {
      trainedAt,
      verdict: judgeFreshness(means, policy),
      line: policy.line,
      ...means,
      history: head.history.slice(-REPORTED_POINTS)
    },
    summary: summarize([], measurements),
    stub: summarizeStubs([], measurements),
    files: [],
    methods: rows,
    leftOut: [],
    notes
  };
}

export {
  InPlaceScores,
  update
};

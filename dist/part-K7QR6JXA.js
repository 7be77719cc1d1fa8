import {
  gainOf
} from "./part-YKERSNSZ.js";
import {
  lastDays,
  replay,
  stubsOf,
  writeChanges
} from "./part-T66FRT4H.js";
import {
  askingFacts
} from "./part-W4UIRIKM.js";
import {
  LeftOutCount
} from "./part-PYY7FY3F.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  compareText
} from "./part-5YJMR3U6.js";

// src/jobs/gain.ts
async function measureGain(input) {
  const { repository, history, head, inUse, policy } = input;
  const line = await history.firstParents(head);
  const all = lastDays(line.commits, input.windowDays);
  const { window, limit } = await afterTraining(all, inUse?.model.card ?? null, repository);
  const project = await repository.identity();
  const rows = [];
  const unasked = /* @__PURE__ */ new Set();
  const seen = new Surroundings();
  let model = inUse?.model ?? null;
  for await (const step of replay({ ...input, window, project })) {
    model ??= step.fresh.model;
    seen.add(step);
    const found = await rowsOf(step, model, input);
    rows.push(...found.rows);
    for (const id of found.unasked) unasked.add(id);
  }
  await input.journal?.finish();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "gain",
    protocol: "in-place",
    head: { name: head.name, revision: head.hash },
    model: model?.card ?? null,
    ...model === null ? {} : askingFacts(model, [...unasked]),
    modelOrigin: inUse?.origin ?? "made-at-window-start",
    window: {
      days: input.windowDays,
      limit: limit ?? (line.cutOff && all.length === line.commits.length - 1 ? "shallow-clone" : "days"),
      from: dayOf(window[0]),
      until: dayOf(window.at(-1)),
      commits: window.length,
      commitsWithCode: seen.commits
    },
    fresh: seen.fresh(),
    policy: { leastGain: policy.leastGain, leastChanges: policy.leastChanges },
    ...gainOf(rows, policy),
    leftOut: seen.leftOut.rows(),
    notes: seen.notes(),
    methods: rows
  };
}
async function afterTraining(window, card, repository) {
  if (card === null) return { window, limit: null };
  if (card.trainedAt === null) return { window, limit: "unknown-training" };
  const { revision, committedAt } = card.trainedAt;
  const contains = async ({ hash }) => repository.isAncestor(revision, { hash, name: hash, committedAt: null });
  const [first, last] = [window[0], window.at(-1)];
  if (first === void 0 || last === void 0) return { window, limit: null };
  if (await contains(last.commit) !== true) {
    if (committedAt === null) return { window, limit: "unknown-training" };
    const after = window.filter(({ commit }) => commit.committedAt * 1e3 > Date.parse(committedAt));
    return { window: after, limit: after.length < window.length ? "training" : null };
  }
  let low = 0;
  let high = window.length;
  while (low < high) {
    const middle = low + high >> 1;
    const parent = window[middle]?.parent;
    if (parent !== void 0 && await contains(parent) !== true) low = middle + 1;
    else high = middle;
  }
  return { window: window.slice(low), limit: low > 0 ? "training" : null };
}
var WRITTEN_TOGETHER = 64;
async function rowsOf({ commit, change, fresh }, model, input) {
  const rows = [];
  const unasked = [];
  for (let start = 0; start < change.eligible.length; start += WRITTEN_TOGETHER) {
    const some = stubsOf(change.eligible.slice(start, start + WRITTEN_TOGETHER));
    const byInUse = await writeChanges(some, model, input);
    const byFresh = isSame(model, fresh.model) ? byInUse : await writeChanges(some, fresh.model, input);
    rows.push(...some.flatMap((stubbed, index) => rowOf(commit.hash, stubbed, byInUse[index], byFresh[index])));
    unasked.push(...some.flatMap(({ change: change2 }, index) => byInUse[index] === null ? [change2.current.unit.id] : []));
  }
  return { rows, unasked };
}
function isSame({ card: a }, { card: b }) {
  return a.provider === b.provider && a.fingerprint === b.fingerprint;
}
function rowOf(commit, { change: { change, current } }, used, anew) {
  if (!used || !anew) return [];
  return [
    {
      commit,
      id: current.unit.id,
      change,
      inUse: used.similarity,
      fresh: anew.similarity,
      inUseFailed: used.failed,
      freshFailed: anew.failed
    }
  ];
}
var Surroundings = class {
  commits = 0;
  leftOut = new LeftOutCount();
  #notes = /* @__PURE__ */ new Map();
  #trainings = /* @__PURE__ */ new Set();
  #commitsBehind = 0;
  #secondsBehind = 0;
  add({ change, fresh, behind }) {
    this.commits++;
    this.#count(change);
    if (change.eligible.length === 0) return;
    this.#trainings.add(fresh.trainedAt.hash);
    this.#commitsBehind = Math.max(this.#commitsBehind, behind.commits);
    this.#secondsBehind = Math.max(this.#secondsBehind, behind.seconds);
  }
  fresh() {
    return {
      trainings: this.#trainings.size,
      commitsBehind: this.#commitsBehind,
      daysBehind: this.#secondsBehind / 86400
    };
  }
  /** The last word on each file. */
  notes() {
    return [...this.#notes.values()].sort((a, b) => compareText(a.path, b.path) || compareText(a.kind, b.kind));
  }
  #count({ leftOut, notes }) {
    this.leftOut.addAll(leftOut);
    for (const note of notes) this.#notes.set(`${note.kind} ${note.path}`, note);
  }
};
function dayOf(at) {
  return at === void 0 ? null : new Date(at.commit.committedAt * 1e3).toISOString().slice(0, 10);
}

export {
  measureGain
};

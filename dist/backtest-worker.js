import {
  endsWalk
} from "./part-GYXB3ICP.js";
import {
  InPlaceScores,
  update
} from "./part-SJ5ZFJSI.js";
import {
  unitsThatCount
} from "./part-E44BTI3T.js";
import "./part-EWY3YAPM.js";
import "./part-3I2IW2M3.js";
import {
  beginLedger,
  filesIn,
  ledgerMeans,
  shardOf
} from "./part-WO6SO5ZM.js";
import {
  drawSample
} from "./part-RFF5HH7P.js";
import "./part-S3EEPIGF.js";
import {
  replay,
  stubsOf,
  writeChanges
} from "./part-T66FRT4H.js";
import "./part-7Y65QOXS.js";
import "./part-MK5JJYOD.js";
import "./part-W4UIRIKM.js";
import "./part-BQNKEVEG.js";
import {
  train
} from "./part-PYY7FY3F.js";
import "./part-QFIKV4ZI.js";
import {
  readSources
} from "./part-EIIWTEOH.js";
import "./part-SAAVUPU4.js";
import "./part-GZMXCIU6.js";
import "./part-N3MN6HD6.js";
import "./part-DA3YFMOL.js";
import {
  composeLanguages,
  composeTraining,
  openHistory,
  openRepository,
  openWalkJournal,
  readAnewStates,
  serve,
  writeAnewStates
} from "./part-5YJMR3U6.js";
import {
  DEFAULT_FRESHNESS_POLICY
} from "./part-2AACQ4TA.js";
import "./part-4BS5H6Y3.js";
import "./part-Z56BS6C5.js";
import "./part-GV6IPUYS.js";
import "./part-YGOHBTLK.js";

// src/jobs/anew-states.ts
async function anewStates(input) {
  const { plan, from, to, signal } = input;
  const places = new Map(plan.states.map(({ revision }, at) => [revision, at]));
  const window = plan.states.slice(from, to + 1).flatMap((state, index) => {
    const parent = plan.states[from + index - 1];
    return parent === void 0 ? [] : [{ commit: commitOf(state), parent: commitOf(parent) }];
  });
  const states = [];
  for await (const { commit, change, fresh, behind } of replay({
    ...input,
    window,
    project: plan.project,
    progress: UNWATCHED
  })) {
    const written = await writeChanges(stubsOf(change.eligible), fresh.model, { signal });
    states.push({
      at: places.get(commit.hash) ?? 0,
      changes: change.eligible.map(({ change: change2, current: { unit } }, index) => {
        const { similarity, failed } = written[index] ?? { similarity: 0, failed: true };
        return { id: unit.id, change: change2, similarity, failed };
      }),
      behind: change.eligible.length === 0 ? 0 : behind.commits
      // no model was asked
    });
  }
  return states;
}
function commitOf({ revision, tree, reachedAt }) {
  return { hash: revision, tree, committedAt: reachedAt };
}
var UNWATCHED = { begin() {
}, advance() {
}, end() {
} };

// src/jobs/walk-ledger.ts
function walkLedger(beginning2) {
  let version = 0;
  let { head } = beginning2;
  const shards = new Map(beginning2.shards);
  return {
    pages: () => ({ head, shards: new Map(shards) }),
    fingerprints: async () => [head.model.fingerprint],
    async load(fingerprint) {
      if (fingerprint !== head.model.fingerprint) return null;
      return {
        version: String(version),
        head,
        shards: async (names) => new Map(names.map((name) => [name, shards.get(name) ?? []]))
      };
    },
    async save(expected, pages) {
      if (expected !== String(version)) return false;
      version++;
      head = pages.head;
      for (const [name, shard] of pages.shards) shards.set(name, shard);
      for (const name of shards.keys()) if (!(name in head.shards)) shards.delete(name);
      return true;
    }
  };
}

// src/jobs/walk.ts
async function walk(input) {
  try {
    await walkOn(input);
  } finally {
    await input.journal.close();
  }
}
async function walkOn(input) {
  const { plan, from, end, journal, onPoint, signal } = input;
  const lastState = plan.states.length - 1;
  for (const point of journal.points) {
    onPoint(point);
    if (endsWalk(point, end, lastState)) return;
  }
  const told = from + journal.points.length;
  const model = await trainAt(input);
  const tell = async (point, ledger2) => {
    if (point.at < told) return;
    await journal.append(point, ledger2.pages);
    onPoint(point);
  };
  const { ledger, at } = journal.ledger === null ? await beginning(input, model, tell) : kept(journal.ledger);
  for (let next = at + 1; next <= lastState; next++) {
    signal.throwIfAborted();
    const point = await step(next, ledger, model, input);
    await tell(point, ledger);
    if (endsWalk(point, end, lastState)) return;
  }
}
function kept({ at, pages }) {
  return { at, ledger: walkLedger(pages) };
}
async function beginning(input, model, tell) {
  const { pages, scored } = await beginAt(input, model);
  const ledger = walkLedger(pages);
  await tell(pointOf(input.from, ledger, scored, []), ledger);
  return { ledger, at: input.from };
}
async function trainAt({ plan, from, repository, languages, training, signal }) {
  const revision = revisionOf(stateAt(plan, from));
  const origin = { project: plan.project, revision: revision.hash, committedAt: revision.committedAt };
  const tree = repository.tree(revision);
  return (await train({ tree, origin, scope: "main", languages, training, progress: UNWATCHED2, signal })).model;
}
async function beginAt({ plan, from, ...reading }, model) {
  const { repository, languages, signal } = reading;
  const state = stateAt(plan, from);
  const tree = repository.tree(revisionOf(state));
  const paths = await tree.list();
  const units = [];
  for await (const { parsed, language } of readSources(tree, paths, languages, signal))
    if (parsed !== null) units.push(...unitsThatCount(parsed, language).map(({ facts }) => facts));
  const drawn = plan.sample === null ? new Set(units.map(({ id }) => id)) : drawSample(units, plan.sample).drawn;
  const toRead = [...new Set(units.flatMap(({ id, path }) => drawn.has(id) ? [path] : []))];
  const scores = /* @__PURE__ */ new Map();
  for await (const { parsed, language } of readSources(tree, toRead, languages, signal)) {
    if (parsed === null) continue;
    const inPlace = new InPlaceScores({ model, progress: UNWATCHED2, signal });
    for (const [id, score] of await inPlace.of(unitsThatCount(parsed, language), drawn)) scores.set(id, score);
  }
  const { provider, name, fingerprint } = model.card;
  const trainedAt = { revision: state.revision, committedAt: revisionOf(state).committedAt };
  const beginning2 = { model: { provider, name, fingerprint }, trainedAt, sample: plan.sample, units, scores };
  return { pages: beginLedger(beginning2), scored: scores.size };
}
async function step(at, ledger, model, { plan, repository, languages, signal }) {
  const report = await update({
    repository: knowing(plan.states, repository),
    target: revisionOf(stateAt(plan, at)),
    store: ledger,
    model,
    languages,
    policy: DEFAULT_FRESHNESS_POLICY,
    // lines are compared with the points: this verdict nobody reads
    progress: UNWATCHED2,
    signal
  });
  return pointOf(at, ledger, report.units.scored, scoresIn(ledger, report.methods));
}
function scoresIn(ledger, rows) {
  const { shards } = ledger.pages();
  const touched = new Map(rows.map(({ path }) => [shardOf(path), shards.get(shardOf(path)) ?? []]));
  const units = new Map(
    [...filesIn(touched).values()].flatMap((file) => file.units.map((unit) => [unit.id, unit.score]))
  );
  return rows.flatMap(({ id }) => {
    const score = units.get(id) ?? null;
    return score === null ? [] : [{ id, ...score }];
  });
}
function pointOf(at, ledger, scored, scores) {
  const { units, now, freshness } = ledgerMeans(ledger.pages().head);
  return { at, units, now, freshness, scored, scores };
}
function knowing(states, repository) {
  const places = new Map(states.map(({ revision }, at) => [revision, at]));
  return {
    identity: () => repository.identity(),
    defaultBranch: () => repository.defaultBranch(),
    mergeBase: (base, head) => repository.mergeBase(base, head),
    changedFiles: (base, head) => repository.changedFiles(base, head),
    tree: (revision) => repository.tree(revision),
    async resolve(revision) {
      const state = states[places.get(revision) ?? -1];
      return state === void 0 ? repository.resolve(revision) : revisionOf(state);
    },
    async isAncestor(ancestor, revision) {
      const [a, b] = [places.get(ancestor), places.get(revision.hash)];
      return a === void 0 || b === void 0 ? repository.isAncestor(ancestor, revision) : a <= b;
    }
  };
}
function stateAt({ states }, at) {
  const state = states[at];
  if (state === void 0) throw new RangeError(`the plan has no state ${at}`);
  return state;
}
function revisionOf({ revision, reachedAt }) {
  return { hash: revision, name: revision, committedAt: new Date(reachedAt * 1e3).toISOString() };
}
var UNWATCHED2 = { begin() {
}, advance() {
}, end() {
} };

// src/backtest-worker.ts
var backtest_worker_default = serve(perform);
async function perform(task, tell, signal) {
  const { plan, root, folder } = task;
  const languages = await composeLanguages({ parser: task.parser });
  const training = composeTraining(languages);
  const shared = { plan, languages, training, signal };
  switch (task.kind) {
    case "walk": {
      const { from, end } = task;
      const journal = await openWalkJournal(`${folder}/walk-${from}.jsonl`, from);
      await walk({ ...shared, from, end, repository: await openRepository(root), journal, onPoint: tell });
      return [];
    }
    case "anew": {
      const { from, to } = task;
      const page = `${folder}/anew-${from}-${to}.json`;
      const known = await readAnewStates(page);
      if (known !== null) return known;
      const history = openHistory(root);
      const states = await anewStates({ ...shared, from, to, history, extensions: languages.main.extensions });
      await writeAnewStates(page, states);
      return states;
    }
    default:
      return task;
  }
}
export {
  backtest_worker_default as default
};

import {
  sortChange
} from "./part-7Y65QOXS.js";
import {
  rewrite
} from "./part-W4UIRIKM.js";
import {
  trustedMonths
} from "./part-BQNKEVEG.js";
import {
  readSource
} from "./part-EIIWTEOH.js";
import {
  isGeneratedText,
  pathScope
} from "./part-GZMXCIU6.js";
import {
  measureBody
} from "./part-N3MN6HD6.js";
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

// src/core/gain-window.ts
var SECONDS_A_DAY = 86400;
function lastDays(line, days) {
  const times = trustedMonths(line.map(({ committedAt }) => committedAt));
  const start = (times.at(-1) ?? 0) - days * SECONDS_A_DAY;
  return line.flatMap((commit, index) => {
    const parent = line[index - 1];
    return parent === void 0 || (times[index] ?? 0) < start ? [] : [{ commit, parent }];
  });
}
var LEARNED_AGAIN = 5e5;
var LEAST_TRAININGS = 12;
function commitsPerTraining(commitsWithCode, units) {
  const trainings = Math.max(LEAST_TRAININGS, Math.floor(LEARNED_AGAIN / Math.max(1, units)));
  return Math.max(1, Math.ceil(commitsWithCode / trainings));
}

// src/jobs/changed-methods.ts
function stubsOf(changes) {
  return changes.map((change) => ({ change, stub: stubInPlace(change.current.source, change.current.unit) }));
}
async function writeChanges(changes, model, { signal, journal = null }) {
  const written = [];
  const rewriting = { model, samples: 1, signal, progress: UNWATCHED, journal };
  for await (const { item, regeneration } of rewrite(changes, rewriting)) {
    if (regeneration.kind === "unasked") {
      written.push(null);
      continue;
    }
    const { source, unit } = item.change.current;
    const body = regeneration.kind === "regenerated" ? regeneration.body : null;
    const { similarity } = measureBody(bodyOf(source, unit), body ?? EMPTY_BODY);
    written.push({ similarity, failed: body === null });
  }
  return written;
}
var UNWATCHED = { begin() {
}, advance() {
}, end() {
} };

// src/jobs/replay.ts
import { LRUCache } from "lru-cache";
async function* replay(input) {
  const { window, progress, signal } = input;
  const [start] = window;
  if (start === void 0) return;
  const follower = await follow(start.parent, input);
  const changes = await changesWithCode(input);
  const most = input.commitsPerTraining ?? commitsPerTraining(changes.length, follower.units);
  let behind = 0;
  let fresh = follower.model(start.parent);
  progress.begin("replaying commits", changes.length);
  for await (const { commit, parent, sides } of readCommits(changes, input)) {
    signal.throwIfAborted();
    const change = sortChange(sides, { languages: input.languages, policy: { countCosmetic: false } });
    if (change.eligible.length > 0 && behind >= most) {
      fresh = follower.model(parent);
      behind = 0;
    }
    const seconds = behind === 0 ? 0 : Math.max(0, parent.committedAt - fresh.trainedAt.committedAt);
    yield { commit, change, fresh, behind: { commits: behind, seconds } };
    follower.step(sides);
    behind++;
    progress.advance();
  }
  progress.end();
}
async function changesWithCode(input) {
  const { history, window, languages, extensions } = input;
  const pairs = window.map(({ commit, parent }) => ({ before: parent.tree, after: commit.tree }));
  const isMain = (side) => side !== null && languages.forPath(side.path) !== void 0 && pathScope(side.path) === null;
  const changes = [];
  let index = 0;
  for await (const files of history.differences(pairs, { extensions, countLines: false })) {
    const commit = window[index++];
    const hasCode = files.some(({ before, after }) => isMain(before) || isMain(after));
    if (commit !== void 0 && hasCode) changes.push({ ...commit, files });
  }
  return changes;
}
async function follow(start, input) {
  const { history, training, extensions, languages, progress, project } = input;
  let units = 0;
  const whole = [{ before: null, after: start.tree }];
  for await (const files of history.differences(whole, { extensions, countLines: false })) {
    const sides = files.flatMap(({ after }) => after !== null && pathScope(after.path) === null ? [after] : []);
    progress.begin("reading the project as the window begins", sides.length);
    for await (const source of readAll(sides, { history, languages, signal: input.signal })) {
      progress.advance();
      for (const parsed of learnable(source)) {
        training.learn(parsed);
        units += parsed.units.length;
      }
    }
    progress.end();
  }
  return {
    units,
    step({ before, after }) {
      for (const source of before) for (const parsed of learnable(source)) training.forget(parsed);
      for (const source of after) for (const parsed of learnable(source)) training.learn(parsed);
    },
    model(at) {
      const committedAt = new Date(at.committedAt * 1e3).toISOString();
      return { model: training.finish({ project, revision: at.hash, committedAt }).model, trainedAt: at };
    }
  };
}
function learnable({ path, parsed }) {
  return parsed === null || pathScope(path) !== null || isGeneratedText(parsed.text) ? [] : [parsed];
}
var REMEMBERED_BYTES = 16e6;
async function* readCommits(changes, input) {
  const readable = (sides) => sides.filter((side) => side !== null).filter(({ path }) => input.languages.forPath(path) !== void 0);
  const plan = changes.map(({ commit, parent, files }) => ({
    commit,
    parent,
    before: readable(files.map(({ before }) => before)),
    after: readable(files.map(({ after }) => after))
  }));
  const known = new LRUCache({
    maxSize: REMEMBERED_BYTES,
    sizeCalculation: ({ bytes }) => Math.max(1, bytes.length)
  });
  const all = plan.flatMap(({ before, after }) => [...before, ...after]);
  const sources = readAll(all, { ...input, known });
  try {
    for (const { commit, parent, before, after } of plan) {
      const sides = { before: await next(sources, before.length), after: await next(sources, after.length) };
      yield { commit, parent, sides };
    }
  } finally {
    await sources.return(void 0);
  }
}
async function next(sources, count) {
  const taken = [];
  while (taken.length < count) {
    const { done, value } = await sources.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}
async function* readAll(sides, { history, languages, signal, known }) {
  const readable = sides.flatMap((side) => {
    const language = languages.forPath(side.path);
    return language === void 0 ? [] : [{ ...side, language }];
  });
  let index = 0;
  for await (const bytes of history.blobs(readable.map(({ blob }) => blob))) {
    signal.throwIfAborted();
    const side = readable[index++];
    if (side === void 0) break;
    if (bytes === null) throw missing(side);
    const key = `${side.blob} ${side.path}`;
    const source = known?.get(key) ?? readSource(side.path, bytes, side.language);
    known?.set(key, source);
    yield source;
  }
}
function missing({ path, blob }) {
  return new ExpectedFailure(
    "git-failed",
    `${path} (${blob}) is not in this clone`,
    "Fetch what is missing: `git fetch --refetch`, or `git fetch --unshallow` in a shallow clone."
  );
}

export {
  lastDays,
  stubsOf,
  writeChanges,
  replay
};

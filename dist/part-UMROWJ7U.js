import {
  sampleOf,
  wholeNumber
} from "./part-4RI2L3QW.js";
import {
  asksForTraining,
  endsWalk,
  pairChanges
} from "./part-GYXB3ICP.js";
import {
  writeCharts
} from "./part-QUOYTDGA.js";
import {
  FONT_SIZE,
  SAMPLE_WIDTH,
  baseline,
  chartDocument,
  colored,
  dayOf,
  frameOf,
  inTime,
  label,
  lineEntry,
  linePercent,
  mark,
  markedLine,
  nothingToShow,
  polyline,
  seriesStyle,
  stroke,
  textWidth,
  ticksBelow,
  timeScale,
  timeTicks
} from "./part-V6O3WSSA.js";
import {
  DEFAULT_GAIN_POLICY,
  estimateGain,
  stateGain
} from "./part-YKERSNSZ.js";
import {
  monthOf,
  trustedMonths
} from "./part-BQNKEVEG.js";
import {
  present
} from "./part-PDY2OYNG.js";
import "./part-NPRE7VGJ.js";
import {
  readRepositorySettings
} from "./part-YP5QORYE.js";
import {
  count,
  firstFew,
  list
} from "./part-Y2ATTVYL.js";
import "./part-IREIISAC.js";
import "./part-QFIKV4ZI.js";
import "./part-SAAVUPU4.js";
import "./part-N3MN6HD6.js";
import {
  REPORT_SCHEMA_VERSION
} from "./part-DA3YFMOL.js";
import {
  WORKTREE,
  composeBacktest,
  openHistory,
  openRepository
} from "./part-5YJMR3U6.js";
import "./part-2AACQ4TA.js";
import "./part-4BS5H6Y3.js";
import "./part-Z56BS6C5.js";
import "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/cli/backtest.ts
import { availableParallelism } from "node:os";

// src/core/backtest.ts
var SECONDS_A_DAY = 86400;
function pointsOf(leg, data) {
  const rows = leg.map((point) => rowsAt(point, data));
  return leg.map((point, index) => ({
    ...momentOf(point, data),
    units: point.units,
    scored: point.scored,
    freshness: point.freshness,
    similarity: point.now,
    gain: windowGain(leg, rows, index, data)
  }));
}
function outcomeOf(line, stages, data) {
  const legs = stages.map(({ leg }) => leg);
  const freshness = legs.flatMap((leg) => leg.map((point) => point.freshness?.value ?? null));
  const known = freshness.filter((value) => value !== null);
  const scored = legs.flat().reduce((sum, point) => sum + point.scored, 0);
  const rows = legs.flatMap((leg) => leg.flatMap((point) => rowsAt(point, data)));
  return {
    line,
    trainings: line === null ? [] : stages.flatMap(({ leg }, index) => trainingAfter(leg, stages[index + 1], line, data)),
    course: legs.flatMap((leg) => leg.map((point) => courseOf(point, data))),
    meanFreshness: meanOverTime(legs, ({ freshness: freshness2 }) => freshness2?.value ?? null, data),
    meanSimilarity: meanOverTime(legs, ({ now }) => now?.value ?? null, data),
    lowestFreshness: known.length === 0 ? null : Math.min(...known),
    gain: gainOver(rows, data.policy),
    scored
  };
}
function trainingAfter(leg, next, line, data) {
  const [first, last] = [leg[0], leg.at(-1)];
  if (first === void 0 || last === void 0 || last.freshness === null || !asksForTraining(last, line)) return [];
  const rows = leg.map((point) => rowsAt(point, data));
  return [
    {
      ...momentOf(last, data),
      days: (timeOf(last, data) - timeOf(first, data)) / SECONDS_A_DAY,
      freshness: last.freshness.value,
      gain: windowGain(leg, rows, leg.length - 1, data),
      brought: gainOver(next === void 0 ? [] : replacedRows(next, data), data.policy)
    }
  ];
}
function replacedRows({ leg, outgoing }, { states, anew }) {
  return leg.flatMap(({ at, scores }, index) => {
    const [state, old] = [states[at], outgoing?.[index]];
    return state === void 0 || old === void 0 ? [] : pairChanges(anew[at], old.scores, scores, state);
  });
}
function meanOverTime(legs, figureOf, data) {
  let [area, time] = [0, 0];
  for (const leg of legs) {
    for (const [index, point] of leg.entries()) {
      const before = leg[index - 1];
      const [from, to] = [before === void 0 ? null : figureOf(before), figureOf(point)];
      if (before === void 0 || from === null || to === null) continue;
      const seconds = timeOf(point, data) - timeOf(before, data);
      area += (from + to) / 2 * seconds;
      time += seconds;
    }
  }
  if (time > 0) return area / time;
  const values = legs.flat().flatMap((point) => figureOf(point) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
function windowGain(leg, rows, index, data) {
  const end = leg[index];
  const start = end === void 0 ? 0 : timeOf(end, data) - data.windowDays * SECONDS_A_DAY;
  const within2 = leg.slice(0, index + 1).flatMap((point, at) => timeOf(point, data) < start ? [] : rows[at] ?? []);
  return gainOver(within2, data.policy);
}
function gainOver(rows, policy) {
  const estimate = estimateGain(rows);
  const { changes, commits, gain, interval } = estimate;
  return { changes, states: commits, gain, interval, statement: stateGain(estimate, policy) };
}
function rowsAt(point, { states, anew }) {
  const state = states[point.at];
  const by = anew[point.at];
  return state === void 0 || by === void 0 ? [] : pairChanges(by, point.scores, by.changes, state);
}
function momentOf(point, data) {
  const committedAt = new Date(timeOf(point, data) * 1e3).toISOString();
  return { revision: data.states[point.at]?.revision ?? "", committedAt };
}
function courseOf(point, data) {
  return { committedAt: momentOf(point, data).committedAt, freshness: point.freshness?.value ?? null };
}
function timeOf({ at }, { states }) {
  return states[at]?.reachedAt ?? 0;
}

// src/core/backtest-states.ts
function statesOf(line, every) {
  const times = trustedMonths(line.map(({ committedAt }) => committedAt));
  const states = [];
  let last = null;
  for (const [index, { hash, tree }] of line.entries()) {
    const reachedAt = times[index] ?? 0;
    const stretch = every === "merge" ? index : stretchOf(reachedAt, every);
    if (stretch === last) states.pop();
    states.push({ revision: hash, tree, reachedAt });
    last = stretch;
  }
  return states;
}
var SECONDS_A_DAY2 = 86400;
var DAYS_FROM_MONDAY = 3;
function stretchOf(seconds, { count: count2, unit }) {
  const days = Math.floor(seconds / SECONDS_A_DAY2);
  switch (unit) {
    case "days":
      return Math.floor(days / count2);
    case "weeks":
      return Math.floor((days + DAYS_FROM_MONDAY) / (7 * count2));
    case "months":
      return Math.floor(monthOf(seconds) / count2);
    default:
      return unit;
  }
}
var LEAST_STATES_A_STRETCH = 32;
var MOST_STRETCHES = 16;
function stretchesOf(states) {
  const later = states - 1;
  const size = Math.max(LEAST_STATES_A_STRETCH, Math.ceil(later / MOST_STRETCHES));
  return Array.from({ length: Math.ceil(later / size) }, (_, index) => ({
    from: 1 + index * size,
    to: Math.min(later, (index + 1) * size)
  }));
}

// src/jobs/replayed-states.ts
async function replayedStates(input) {
  const { history, trainAt, until, every } = input;
  const { commits } = await history.firstParents(until);
  const line = statesOf(commits, "merge");
  const own = line.findIndex(({ revision }) => revision === trainAt.hash);
  const next = own < 0 ? await firstWith(line, input) : own + 1;
  const places = new Map(line.map(({ revision }, place) => [revision, place]));
  const later = statesOf(commits, every).filter(({ revision }) => (places.get(revision) ?? 0) >= next);
  const trained = line[own] ?? await stateOf(input);
  const [first] = later;
  if (first === void 0) {
    throw new ExpectedFailure(
      "bad-setting",
      `nothing was merged between ${trainAt.name} and ${until.name}`,
      "Name an earlier revision with --train-at, or a later one with --until."
    );
  }
  return [{ ...trained, reachedAt: Math.min(trained.reachedAt, first.reachedAt) }, ...later];
}
async function firstWith(line, { repository, trainAt, until }) {
  const holds = async (place) => {
    const hash = line[place]?.revision ?? until.hash;
    return await repository.isAncestor(trainAt.hash, { hash, name: hash, committedAt: null }) === true;
  };
  if (!await holds(line.length - 1)) {
    throw new ExpectedFailure(
      "bad-setting",
      `${until.name} does not hold ${trainAt.name}: no history leads from one to the other`,
      `Name a commit that both have, which \`git merge-base ${trainAt.name} ${until.name}\` finds.`
    );
  }
  let [low, high] = [0, line.length - 1];
  while (low < high) {
    const middle = low + high >> 1;
    if (await holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
async function stateOf({ history, trainAt }) {
  const own = (await history.firstParents(trainAt)).commits.at(-1);
  if (own === void 0) throw new RangeError(`${trainAt.hash} has no line of first parents`);
  return { revision: own.hash, tree: own.tree, reachedAt: own.committedAt };
}

// src/jobs/shared-walks.ts
var SharedWalks = class {
  #runner;
  #lastState;
  #walks = /* @__PURE__ */ new Map();
  constructor(runner, lastState) {
    this.#runner = runner;
    this.#lastState = lastState;
  }
  /**
   * From a state to where the walk ends; it does not wait for others who walk on from there. `seen` is called for every
   * state on the way.
   */
  async leg(from, end, seen) {
    const walk = this.#from(from);
    let looked = 0;
    for (; ; ) {
      for (; looked < walk.points.length; looked++) {
        const point = walk.points[looked];
        if (point === void 0) break;
        if (looked > 0) seen();
        if (endsWalk(point, end, this.#lastState)) return walk.points.slice(0, looked + 1);
      }
      walk.running ??= this.#run(walk, from, end);
      await Promise.race([walk.running, new Promise((resolve) => walk.waiting.push(resolve))]);
    }
  }
  #from(state) {
    const walk = this.#walks.get(state) ?? { points: [], running: null, waiting: [] };
    this.#walks.set(state, walk);
    return walk;
  }
  /** A walk that ended where somebody else wanted goes on for the next one, and tells its points again. */
  async #run(walk, from, end) {
    try {
      await this.#runner.walk(from, end, (point) => {
        if (point.at !== from + walk.points.length) return;
        walk.points.push(point);
        for (const tell of walk.waiting.splice(0)) tell();
      });
    } finally {
      walk.running = null;
    }
  }
};

// src/jobs/backtest.ts
async function backtest(input) {
  const { repository, trainAt, until, every, sample, windowDays, policy, progress } = input;
  const states = await replayedStates(input);
  const runner = input.runnerOf({ project: await repository.identity(), states, sample });
  const lastState = states.length - 1;
  const lines = [...input.lines].sort((a, b) => a - b);
  progress.begin("replaying states", lastState * (2 + lines.length));
  const seen = () => progress.advance();
  const walks = new SharedWalks(runner, lastState);
  const [never, anew, ...ways] = await Promise.all([
    neverAgain(walks, trainAt, lastState, seen),
    anewOf(runner, states.length, seen),
    ...lines.map((line) => wayOf(line, walks, lastState, seen))
  ]);
  progress.end();
  const data = { states, anew, windowDays, policy };
  const outcomes = [
    outcomeOf(null, [{ leg: never, outgoing: null }], data),
    ...ways.map((stages, index) => outcomeOf(lines[index] ?? null, stages, data))
  ];
  const moment = (state) => new Date((state?.reachedAt ?? 0) * 1e3).toISOString();
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "backtest",
    protocol: "in-place",
    model: "embedded",
    trainAt: { name: trainAt.name, revision: trainAt.hash },
    until: { name: until.name, revision: until.hash },
    every: every === "merge" ? { count: 1, unit: "merges" } : every,
    span: {
      states: states.length - 1,
      from: moment(states[0]),
      until: moment(states.at(-1)),
      days: ((states.at(-1)?.reachedAt ?? 0) - (states[0]?.reachedAt ?? 0)) / 86400
    },
    sample,
    windowDays,
    policy: { leastGain: policy.leastGain, leastChanges: policy.leastChanges },
    statesBehind: Math.max(0, ...anew.map((state) => state?.behind ?? 0)),
    points: pointsOf(never, data),
    outcomes
  };
}
async function neverAgain(walks, trainAt, lastState, seen) {
  const leg = await walks.leg(0, { kind: "state", at: lastState }, seen);
  if ((leg[0]?.units ?? 0) > 0) return leg;
  throw new ExpectedFailure(
    "no-source-files",
    `there are no methods in the main sources of ${trainAt.name}`,
    "Name a later revision with --train-at."
  );
}
async function anewOf(runner, states, seen) {
  const anew = Array.from({ length: states });
  await Promise.all(
    stretchesOf(states).map(async ({ from, to }) => {
      for (const state of await runner.anew(from, to)) anew[state.at] = state;
      for (let at = from; at <= to; at++) seen();
    })
  );
  return anew;
}
async function wayOf(line, walks, lastState, seen) {
  const stages = [];
  let from = 0;
  let replaced = null;
  do {
    const leg = await walks.leg(from, { kind: "line", line }, seen);
    const stage = withOutgoing(leg, from, replaced, walks);
    stage.catch(() => {
    });
    stages.push(stage);
    replaced = from;
    from = leg.at(-1)?.at ?? lastState;
  } while (from < lastState);
  return Promise.all(stages);
}
async function withOutgoing(leg, from, replaced, walks) {
  const end = leg.at(-1);
  if (replaced === null || end === void 0) return { leg, outgoing: null };
  const outgoing = await walks.leg(replaced, { kind: "state", at: end.at }, () => {
  });
  return { leg, outgoing: outgoing.slice(from - replaced) };
}

// src/report/charts/backtest.ts
function backtestChart(series, options = {}) {
  const dated = series.map(({ line, points }, index) => ({
    name: line === null ? "never retrained" : `retrained below ${linePercent(line)}`,
    short: line === null ? "never" : linePercent(line),
    style: seriesStyle(index),
    points: inTime(points).map(({ at, freshness }) => ({ at, freshness: finite(freshness) }))
  }));
  return chartDocument(
    "backtest",
    {
      title: "Freshness under each retraining line",
      description: dated.length === 0 ? "Nothing was replayed." : dated.map(describe).join(" "),
      draw: (layout) => draw(dated, layout)
    },
    options
  );
}
function finite(value) {
  return value !== null && Number.isFinite(value) ? value : null;
}
function describe({ name, points }) {
  const known = points.flatMap(({ at, freshness }) => freshness === null ? [] : [{ at, freshness }]);
  const [first, last] = [known[0], known.at(-1)];
  const title = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  if (first === void 0 || last === void 0) return `${title}: freshness is not known.`;
  const values = known.map(({ freshness }) => freshness);
  const span = first.at === last.at ? dayOf(first.at) : `${dayOf(first.at)} to ${dayOf(last.at)}`;
  const range = `between ${tenths(Math.min(...values))} and ${tenths(Math.max(...values))}`;
  return `${title}: ${range} at ${count(known.length, "point")}, ${span}; ${tenths(last.freshness)} at the end.`;
}
function tenths(share) {
  return `${(share * 100).toFixed(1)} %`;
}
function draw(series, layout) {
  const points = series.flatMap((one) => one.points);
  const values = points.flatMap(({ freshness }) => freshness === null ? [] : [freshness]);
  const { plot, y, svg } = frameOf(layout, {
    caption: "Freshness, if retrained below …",
    legend: series.map(({ short, style }) => lineEntry(short, style)),
    shares: values.length === 0 ? [0, 1] : values
  });
  if (values.length === 0) return [svg, baseline(plot), nothingToShow(plot, "Freshness is not known yet")].join("\n");
  const x = timeScale(
    plot,
    points.map(({ at }) => at)
  );
  const lines = series.map(
    (one) => markedLine(
      one.style,
      one.points.map(({ at, freshness }) => freshness === null ? null : [x(at), y(freshness)])
    )
  );
  return [svg, ...lines, ticksBelow(plot, timeTicks(x))].join("\n");
}

// src/report/charts/trade-off.ts
import { scaleLinear } from "d3-scale";
import { symbolCircle, symbolSquare } from "d3-shape";

// src/report/charts/label-places.ts
var NEAR = 9;
var STEP = 6;
function placeLabels(labels, taken, bounds) {
  const occupied = [...taken];
  return labels.map((label2) => {
    const isFree = (area) => within(area, bounds) && !occupied.some((other) => overlap(area, other));
    const place = besides(label2).find(isFree) ?? nearestFree(label2, bounds, isFree);
    if (place !== null) occupied.push(place);
    return place;
  });
}
function besides({ x, y, width, height }) {
  const around = (middle, centre) => areaAt(middle, centre, width, height);
  return [
    around(x + NEAR + width / 2, y),
    around(x - NEAR - width / 2, y),
    around(x, y - NEAR - height / 2),
    around(x, y + NEAR + height / 2)
  ];
}
function nearestFree({ x, y, width, height }, bounds, isFree) {
  let best = null;
  for (let middle = bounds.left + width / 2; middle <= bounds.right - width / 2; middle += STEP) {
    for (let centre = bounds.top + height / 2; centre <= bounds.bottom - height / 2; centre += STEP) {
      const distance = Math.hypot((middle - x) / 2, centre - y);
      const area = areaAt(middle, centre, width, height);
      if ((best === null || distance < best.distance) && isFree(area)) best = { area, distance };
    }
  }
  return best?.area ?? null;
}
function areaAt(middle, centre, width, height) {
  return { left: middle - width / 2, right: middle + width / 2, top: centre - height / 2, bottom: centre + height / 2 };
}
function within(inner, outer) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

// src/report/charts/trade-off.ts
function tradeOffChart(rows, options = {}) {
  const known = rows.filter((row) => Number.isFinite(row.retrainings) && Number.isFinite(row.meanFreshness));
  return chartDocument(
    "trade-off",
    {
      title: "Retrainings and the mean freshness that they keep",
      description: describe2(known),
      draw: (layout) => draw2(known, layout)
    },
    options
  );
}
function describe2(rows) {
  if (rows.length === 0) return "Nothing was replayed.";
  const told = rows.map(({ line, retrainings, meanFreshness }) => {
    const kept = `${(meanFreshness * 100).toFixed(1)} % of freshness kept on average`;
    return line === null ? `${kept} without retraining` : `${kept} with ${count(retrainings, "retraining")} below ${linePercent(line)}`;
  });
  return `${list(told)}.`;
}
var RETRAINED = { color: "1", dash: null, shape: symbolCircle };
var NEVER = { color: "2", dash: null, shape: symbolSquare };
var LEGEND = [
  { label: "retrained below this freshness", sample: sampleOf2(RETRAINED) },
  { label: "never", sample: sampleOf2(NEVER) }
];
function sampleOf2(style) {
  return (x, y) => drawnMark(style, x + SAMPLE_WIDTH / 2, y);
}
function drawnMark(style, x, y) {
  return colored(
    style.color,
    style === NEVER ? mark(style, x, y, { hollow: true, size: 3 * MARK_SIZE }) : mark(style, x, y)
  );
}
var MARK_SIZE = 42;
var HALF_MARK = 7;
function draw2(rows, layout) {
  const { plot, y, svg } = frameOf(layout, {
    caption: "Mean freshness kept",
    legend: rows.some(({ line }) => line === null) ? LEGEND : LEGEND.slice(0, 1),
    shares: rows.length === 0 ? [0, 1] : rows.map(({ meanFreshness }) => meanFreshness),
    below: "Retrainings →"
  });
  if (rows.length === 0) return [svg, baseline(plot), nothingToShow(plot, "Nothing was replayed")].join("\n");
  const most = Math.max(1, ...rows.map(({ retrainings }) => retrainings));
  const x = scaleLinear([0, most], [plot.left + PADDING, plot.right - PADDING]);
  const points = rows.map((row) => ({ ...row, x: x(row.retrainings), y: y(row.meanFreshness) })).sort((a, b) => a.x - b.x || b.y - a.y || Number(a.line !== null) - Number(b.line !== null));
  const ticks = x.ticks(Math.max(2, Math.floor((plot.right - plot.left) / TICK_ROOM))).filter(Number.isInteger);
  return [
    svg,
    colored(
      "muted",
      polyline(
        { dash: "2 3" },
        points.map((point) => [point.x, point.y]),
        1
      )
    ),
    ...points.map(({ line, ...place }) => {
      return drawnMark(line === null ? NEVER : RETRAINED, place.x, place.y);
    }),
    ...drawnLabels(points, plot),
    ticksBelow(
      plot,
      ticks.map((tick) => ({ x: x(tick), label: String(tick) }))
    )
  ].join("\n");
}
var PADDING = 16;
var TICK_ROOM = 60;
function drawnLabels(points, plot) {
  const groups = [];
  for (const point of points) {
    const same = groups.find(([first]) => first && Math.hypot(first.x - point.x, first.y - point.y) < HALF_MARK);
    if (same === void 0) groups.push([point]);
    else same.push(point);
  }
  const wanted = groups.flatMap((group) => {
    const [first] = group;
    if (first === void 0) return [];
    const text = firstFew(
      group.map(({ line }) => line === null ? "never" : linePercent(line)),
      FEW
    );
    return [{ text, x: first.x, y: first.y, width: textWidth(text), height: FONT_SIZE + 2 }];
  });
  const marks = points.map(
    ({ x, y }) => ({ left: x - HALF_MARK, right: x + HALF_MARK, top: y - HALF_MARK, bottom: y + HALF_MARK })
  );
  const places = placeLabels(wanted, marks, plot);
  return wanted.flatMap(({ text, x, y }, index) => {
    const place = places[index];
    if (place === void 0 || place === null) return [];
    const [middle, centre] = [(place.left + place.right) / 2, (place.top + place.bottom) / 2];
    const isFar = Math.hypot(Math.max(place.left - x, 0, x - place.right), Math.max(place.top - y, 0, y - place.bottom)) > FAR;
    const leader = isFar ? [colored("muted", stroke([x, y], [middle, centre]))] : [];
    return [...leader, label(text, { x: middle, y: place.bottom - 4, anchor: "middle" })];
  });
}
var FEW = 4;
var FAR = 14;

// src/cli/every.ts
var UNITS = { d: "days", w: "weeks", m: "months" };
function parseEvery(text) {
  if (text === "merge") return "merge";
  const [, number, letter] = /^([1-9]\d{0,2})([dwm])$/.exec(text) ?? [];
  if (letter === "d" || letter === "w" || letter === "m") return { count: Number(number), unit: UNITS[letter] };
  throw new ExpectedFailure(
    "bad-setting",
    `--every does not take ${JSON.stringify(text)}`,
    "Give days, weeks or months (10d, 1w, 2w, 1m), or merge for every commit on the line of first parents."
  );
}
function parseLines(text) {
  const lines = text.split(",").map((typed) => /^(?:0?\.\d+|1(?:\.0+)?)$/.test(typed.trim()) ? Number(typed) : 0);
  if (lines.every((line) => line > 0)) return [...new Set(lines)];
  throw new ExpectedFailure(
    "bad-setting",
    `--retrain-at does not take ${JSON.stringify(text)}`,
    "Give freshnesses above 0 and up to 1 with commas between, such as 0.95,0.9,0.85."
  );
}

// src/cli/backtest.ts
async function runBacktest(options, { environment, signal, progress }) {
  const every = parseEvery(options.every);
  const lines = options.retrainAt === void 0 ? [] : parseLines(options.retrainAt);
  const sample = sampleWith(options);
  const jobs = options.jobs === void 0 ? availableParallelism() : wholeNumber("--jobs", options.jobs, 1);
  const repository = await openRepository(options.repo);
  const trainAt = await commitOf(repository, options.trainAt, "--train-at");
  const until = options.until === void 0 ? await repository.defaultBranch() : await commitOf(repository, options.until, "--until");
  const { windowDays } = (await readRepositorySettings(repository)).gain;
  const threads = await composeBacktest({ repository, environment, jobs, signal });
  try {
    const report = await backtest({
      repository,
      history: openHistory(repository.root),
      trainAt,
      until,
      every,
      lines,
      sample,
      windowDays,
      policy: DEFAULT_GAIN_POLICY,
      runnerOf: threads.runnerOf,
      progress
    });
    if (options.outputDir !== void 0) await writeCharts(options.outputDir, chartsOf(report));
    await present(report, options, environment);
  } finally {
    await threads.close();
  }
}
function chartsOf({ outcomes }) {
  const rows = outcomes.flatMap(
    ({ line, trainings, meanFreshness }) => meanFreshness === null ? [] : [{ line, retrainings: trainings.length, meanFreshness }]
  );
  const series = outcomes.map(({ line, course }) => ({ line, points: course }));
  return { "backtest.svg": backtestChart(series), "trade-off.svg": tradeOffChart(rows) };
}
function sampleWith({ sample, seed }) {
  if (sample !== void 0) return sampleOf(sample, seed);
  if (seed === void 0) return null;
  throw new ExpectedFailure("bad-setting", "--seed says nothing without --sample", "Give --sample N too.");
}
async function commitOf(repository, revision, flag) {
  const found = await repository.resolve(revision);
  if (found.hash !== WORKTREE) return found;
  throw new ExpectedFailure(
    "bad-setting",
    `${flag} takes a commit, not a work tree`,
    "Commit first, or name a revision."
  );
}
export {
  runBacktest
};

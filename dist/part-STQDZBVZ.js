import {
  DAY_MS,
  SAMPLE_WIDTH,
  baseline,
  box,
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
  ruleEntry,
  seriesStyle,
  stroke,
  textWidth,
  ticksBelow,
  timeScale,
  timeTicks
} from "./part-V6O3WSSA.js";
import {
  changePercent,
  forecastWords,
  freshnessPercent,
  halfLifeSpan,
  standingShare
} from "./part-PDY2OYNG.js";
import {
  count,
  grouped,
  percent
} from "./part-Y2ATTVYL.js";

// src/report/charts/churn.ts
import { scaleBand } from "d3-scale";
function churnChart(months, options = {}) {
  return chartDocument(
    "churn",
    { title: "Lines changed per month", description: describe(months), draw: (layout) => draw(months, layout) },
    options
  );
}
function describe(months) {
  const known = months.flatMap((month) => month.share === null ? [] : [{ ...month, share: month.share }]);
  const [first, last] = [months[0], months.at(-1)];
  if (first === void 0 || last === void 0) return "No month yet.";
  const span = first === last ? first.month : `${first.month} to ${last.month}`;
  const progress = last.whole ? "" : ` ${last.month} is in progress.`;
  const [start] = known;
  if (start === void 0)
    return `${count(months.length, "month")}, ${span}, none of which began with lines.${progress}`;
  const least = known.reduce((a, b) => b.share < a.share ? b : a, start);
  const most = known.reduce((a, b) => b.share > a.share ? b : a, start);
  const told = (month) => `${changePercent(month.share)} of ${count(month.lines, "line")} (${month.month})`;
  return `${count(months.length, "month")}, ${span}: at least ${told(least)}, at most ${told(most)}.${progress}`;
}
var FILL = 'fill="currentColor"';
var HOLLOW = 'class="hollow" stroke="currentColor" stroke-width="1.5" stroke-dasharray="3 2"';
var LEAST_DASHED = 6;
var RING = { ...seriesStyle(0), color: "2" };
var LEAST_HEIGHT = 1;
function draw(months, layout) {
  const inProgress = months.some(({ whole }) => !whole);
  const hasEmpty = months.some(({ share }) => share === null);
  const legend = [
    ...inProgress ? [WHOLE_ENTRY, PROGRESS_ENTRY] : [],
    ...hasEmpty ? [{ label: "began without lines", sample: emptySample }] : []
  ];
  const shares = [0, ...months.map(({ share }) => share ?? 0)];
  const { plot, y, svg } = frameOf(layout, { caption: "Lines changed per month, of all lines", legend, shares });
  if (months.length === 0) return [svg, baseline(plot), nothingToShow(plot, "No month yet")].join("\n");
  const band = scaleBand([...months.keys()], [plot.left, plot.right]).paddingInner(0.2).paddingOuter(0.1);
  const width = Math.min(band.bandwidth(), MOST_WIDTH);
  const bars = months.flatMap(({ share, whole }, index) => {
    const middle = (band(index) ?? 0) + band.bandwidth() / 2;
    if (share === null) return [emptySample(middle - SAMPLE_HALF, plot.bottom - 4)];
    if (!(share > 0)) return [];
    const top = Math.min(y(share), plot.bottom - LEAST_HEIGHT);
    const [from, to] = [middle - width / 2, middle + width / 2];
    if (whole) return [colored("1", box(from, top, to, plot.bottom, FILL))];
    return [
      width < LEAST_DASHED || plot.bottom - top < LEAST_DASHED ? colored("2", box(from, top, to, plot.bottom, FILL), mark(RING, middle, top - 7, { hollow: true })) : colored("2", box(from + 1, top, to - 1, plot.bottom, HOLLOW))
    ];
  });
  const places = months.map(({ month }, index) => ({ month, x: (band(index) ?? 0) + band.bandwidth() / 2 }));
  return [svg, ...bars, ticksBelow(plot, monthTicks(plot, places))].join("\n");
}
var MOST_WIDTH = 60;
var SAMPLE_HALF = 13;
var WHOLE_ENTRY = {
  label: "whole month",
  sample: (x, y) => colored("1", box(x + 7, y - 6, x + 19, y + 6, FILL))
};
var PROGRESS_ENTRY = {
  label: "month in progress",
  sample: (x, y) => colored("2", box(x + 7, y - 6, x + 19, y + 6, HOLLOW))
};
function emptySample(x, y) {
  const middle = x + SAMPLE_HALF;
  return colored(
    "muted",
    stroke([middle - 3, y - 3], [middle + 3, y + 3]),
    stroke([middle - 3, y + 3], [middle + 3, y - 3])
  );
}
function monthTicks(plot, months) {
  const room = months.length < 2 ? plot.right : (plot.right - plot.left) / months.length;
  const step = STEPS.find((many) => many * room >= textWidth(many < 12 ? "2026-03" : "2026") + 14) ?? 240;
  const shown = months.filter(({ month }) => step === 1 || monthNumber(month) % step === 0);
  return (shown.length === 0 ? months.slice(0, 1) : shown).map(({ month, x }) => ({
    x,
    label: step < 12 || shown.length === 0 ? month : month.slice(0, 4)
  }));
}
var STEPS = [1, 2, 3, 6, 12, 24, 60, 120];
function monthNumber(month) {
  const [year, number] = month.split("-");
  return Number(year) * 12 + Number(number) - 1;
}

// src/report/charts/freshness.ts
import { area, symbolCircle, symbolDiamond } from "d3-shape";

// src/report/charts/forecast-fan.ts
var STEPS2 = 48;
function fanOf(last, forecast) {
  if (forecast.kind !== "expected" || last.freshness <= forecast.line) return null;
  const { line, level, perYear } = forecast;
  const day = Date.parse(forecast.day);
  const span = (Date.parse(forecast.to) - Date.parse(forecast.from)) / DAY_MS;
  if (!(day > last.at && span > 0)) return null;
  const slope = perYear / YEAR_DAYS;
  const expected = (day - last.at) / DAY_MS;
  const latest = forecast.latest === null ? Number.POSITIVE_INFINITY : (Date.parse(forecast.latest) - last.at) / DAY_MS;
  const until = Math.max(expected, Math.min(latest, expected + Math.max(span, expected / 2), 3 * expected));
  const spread = (h) => Math.sqrt(h + h ** 2 / span);
  const earliest = Math.max(0.5, (Date.parse(forecast.earliest) - last.at) / DAY_MS);
  const margin = Math.max(0, (last.freshness + slope * earliest - line) / spread(earliest));
  const bounds = Array.from({ length: STEPS2 + 1 }, (_, step) => {
    const h = until * step / STEPS2;
    const middle = last.freshness + slope * h;
    const bound = (sign) => Math.max(line, middle + sign * margin * spread(h));
    return { at: last.at + h * DAY_MS, low: bound(-1), high: bound(1) };
  });
  return { from: last, day, line, level, bounds, until: last.at + until * DAY_MS };
}
var YEAR_DAYS = 365.25;

// src/report/charts/freshness.ts
function freshnessChart(data, options = {}) {
  const points = inTime(data.history).filter(({ freshness }) => Number.isFinite(freshness)).map((point) => ({ ...point, margin: Number.isFinite(point.margin) ? point.margin : null }));
  const description = describe2(points, data);
  return chartDocument(
    "freshness",
    { title: "Freshness over time", description, draw: (layout) => draw2(points, data, layout) },
    options
  );
}
function describe2(points, { history, line, forecast }) {
  const policy = `The policy’s line is ${linePercent(line)}.`;
  const [first, last] = [points[0], latestOf(points, history)];
  if (first === void 0 || last === void 0) return `No entry of the ledger has a date yet. ${policy}`;
  const undated = history.length - points.length;
  const told = ({ at, units, freshness, margin }) => `${freshnessPercent({ value: freshness, margin })} of ${count(units, "method")} on ${dayOf(at)}`;
  return [
    points.length === 1 ? `One entry of the ledger: ${told(last)}.` : `${count(points.length, "entry", "entries")} of the ledger, from ${told(first)} to ${told(last)}.`,
    ...undated === 0 ? [] : [`${count(undated, "entry", "entries")} without a date left out.`],
    policy,
    ...forecastWords(forecast)
  ].join(" ");
}
function latestOf(points, history) {
  const latest = history.findLast(({ revision }) => points.some((point) => point.revision === revision));
  return points.findLast(({ revision }) => revision === latest?.revision);
}
var MEASURED = { color: "1", dash: null, shape: symbolCircle };
var POLICY = { color: "line", dash: "10 4" };
var FORECAST = { color: "2", dash: "2 3", shape: symbolDiamond };
var BAND = 'fill="currentColor" fill-opacity="0.22"';
function draw2(points, { history, line, forecast }, layout) {
  const last = latestOf(points, history);
  const fan = last === void 0 || forecast === null ? null : fanOf(last, forecast);
  const bounds = points.flatMap(({ freshness, margin }) => [freshness - (margin ?? 0), freshness + (margin ?? 0)]);
  const { plot, y, svg } = frameOf(layout, {
    caption: "Freshness since training",
    legend: legendOf(points, line, fan),
    shares: [
      line - (1 - line) * BELOW_LINE,
      1,
      ...bounds,
      ...fan === null ? [] : fan.bounds.flatMap(({ low, high }) => [low, high])
    ]
  });
  const x = timeScale(plot, [...points.map(({ at }) => at), ...fan === null ? [] : [fan.until]]);
  const policy = colored(POLICY.color, stroke([plot.left, y(line)], [plot.right, y(line)], { ...POLICY, width: 2 }));
  if (points.length === 0) return [svg, policy, nothingToShow(plot, "Freshness is not known yet")].join("\n");
  return [
    svg,
    colored(MEASURED.color, ...marginBands(points, x, y)),
    ...fan === null ? [] : [drawnFan(fan, x, y)],
    policy,
    markedLine(
      MEASURED,
      points.map(({ at, freshness }) => [x(at), y(freshness)])
    ),
    ticksBelow(plot, timeTicks(x))
  ].join("\n");
}
var BELOW_LINE = 0.1;
function legendOf(points, line, fan) {
  const band = (color) => (x, at) => colored(color, box(x, at - 6, x + SAMPLE_WIDTH, at + 6, BAND));
  return [
    lineEntry("freshness", MEASURED),
    ...points.some(({ margin }) => margin !== null) ? [{ label: "95 % margin", sample: band(MEASURED.color) }] : [],
    ruleEntry(`policy’s line, ${linePercent(line)}`, POLICY),
    ...fan === null ? [] : [
      lineEntry(`forecast: ${dayOf(fan.day)}`, FORECAST),
      { label: `${linePercent(fan.level)} interval`, sample: band(FORECAST.color) }
    ]
  ];
}
function marginBands(points, x, y) {
  const runs = [[]];
  for (const { at, freshness, margin } of points) {
    if (margin === null) runs.push([]);
    else runs.at(-1)?.push({ at, low: freshness - margin, high: freshness + margin });
  }
  return runs.flatMap((run) => {
    const [only] = run;
    if (only === void 0) return [];
    return [run.length === 1 ? marginBar(x(only.at), y(only.low), y(only.high)) : bandOf(run, x, y)];
  });
}
function marginBar(x, low, high) {
  const ends = [low, high].map((y) => stroke([x - 5, y], [x + 5, y], { width: 1.5 }));
  return [stroke([x, low], [x, high], { width: 1.5 }), ...ends].join("");
}
function bandOf(run, x, y) {
  const path = area().x(({ at }) => x(at)).y0(({ low }) => y(low)).y1(({ high }) => y(high)).digits(2)(run);
  return `<path d="${path ?? ""}" ${BAND}/>`;
}
function drawnFan({ bounds, from, day, line }, x, y) {
  const way = polyline(FORECAST, [
    [x(from.at), y(from.freshness)],
    [x(day), y(line)]
  ]);
  return colored(FORECAST.color, bandOf(bounds, x, y), way, mark(FORECAST, x(day), y(line)));
}

// src/report/charts/survival.ts
import { symbolCircle as symbolCircle2, symbolSquare } from "d3-shape";
function survivalChart(data, options = {}) {
  const title = "Code of the first day that still stands";
  return chartDocument(
    "survival",
    { title, description: describe3(data), draw: (layout) => draw3(data, layout) },
    options
  );
}
var KINDS = [
  { of: "lines", style: { color: "1", dash: null, shape: symbolCircle2 }, noun: "line" },
  { of: "methods", style: { color: "2", dash: "7 4", shape: symbolSquare }, noun: "method" }
];
function describe3({ months, survival }) {
  const last = months.findLast(({ standing }) => standing !== null);
  if (survival === null) return "There was no main source to follow.";
  const start = `${KINDS.map(({ of, noun }) => count(survival[of], noun)).join(" and ")} stood on ${dayOf(Date.parse(survival.committedAt))}`;
  if (last === void 0) return `${start}; nothing has happened since.`;
  const left = KINDS.map(({ of }) => `${percent(standingShare(last, survival, of))} of the ${of}`).join(" and ");
  const end = last.whole ? `at the end of ${last.month}` : `in ${last.month} so far`;
  return [`${start}; ${left} still stand ${end}.`, ...halfLives(survival)].join(" ");
}
function halfLives(survival) {
  const told = KINDS.flatMap(({ of }) => {
    const halfLife = halfLifeOf(survival, of);
    return halfLife === null ? [] : [`${of} ${halfLifeSpan(halfLife)}`];
  });
  return told.length === 0 ? [] : [`Half-life (fitted): ${told.join(", ")}.`];
}
function halfLifeOf(survival, of) {
  return of === "lines" ? survival.linesHalfLife : survival.methodsHalfLife;
}
function draw3({ months, survival }, layout) {
  const last = months.findLast(({ standing }) => standing !== null);
  const series = KINDS.map((kind) => ({ ...kind, points: pointsOf(months, survival, kind.of) })).filter(
    ({ points }) => points.length > 0
  );
  const instants = series.flatMap(({ points }) => points.map(({ at }) => at));
  const [start, end] = [Math.min(...instants), Math.max(...instants)];
  const halves = series.flatMap(({ of, style }) => {
    const months2 = (survival && halfLifeOf(survival, of)?.months) ?? Number.POSITIVE_INFINITY;
    const at = start + months2 * MONTH_MS;
    return at <= start + (end - start) * MOST_STRETCH ? [{ style, at, months: months2 }] : [];
  });
  const { plot, y, svg } = frameOf(layout, {
    caption: "Still standing of the first day’s code",
    legend: [
      ...series.map(({ of, style }) => {
        const now = last === void 0 ? null : standingShare(last, survival, of);
        return lineEntry(`${of}: ${percent(now ?? 1)} of ${grouped(String(survival?.[of] ?? 0))}`, style);
      }),
      ...halves.length === 0 ? [] : [ruleEntry("fitted decay", { color: "muted", dash: FITTED })]
    ],
    shares: [0, 1, ...series.flatMap(({ points }) => points.map(({ share }) => share))]
  });
  if (series.length === 0) return [svg, baseline(plot), nothingToShow(plot, "No code to follow yet")].join("\n");
  const x = timeScale(plot, [...instants, ...halves.map(({ at }) => at)]);
  const fitted = halves.flatMap(({ at, months: months2, style }) => [
    colored(
      "muted",
      polyline(
        { dash: FITTED },
        decay(start, at, months2).map((point) => [x(point.at), y(point.share)]),
        1.5
      )
    ),
    halfMark(plot, style, x(at), y(0.5))
  ]);
  const lines = series.map(
    ({ style, points }) => markedLine(
      style,
      points.map(({ at, share }) => [x(at), y(share)])
    )
  );
  const told = survival === null ? [] : halfLifeLabels(
    plot,
    survival,
    lowEarly(
      series.flatMap(({ points }) => points),
      x,
      plot
    )
  );
  return [svg, ...fitted, ...lines, ...told, ticksBelow(plot, timeTicks(x))].join("\n");
}
var MOST_STRETCH = 1.5;
var MONTH_MS = 30.4375 * 864e5;
var FITTED = "2 3";
function pointsOf(months, survival, of) {
  if (survival === null || survival[of] === 0) return [];
  const standing = months.filter((month) => month.standing !== null);
  const committedAt = Date.parse(survival.committedAt);
  const firstMonth = standing[0] === void 0 ? Number.NaN : Date.parse(`${standing[0].month}-01`);
  const start = survival.origin === "start" && Number.isFinite(firstMonth) ? firstMonth : committedAt;
  if (!Number.isFinite(start)) return [];
  const later = standing.flatMap((month) => {
    const from = Date.parse(`${month.month}-01`);
    const at = from + (endOfMonth(from) - from) * (month.whole ? 1 : 0.5);
    const share = standingShare(month, survival, of);
    return Number.isFinite(at) && share !== null ? [{ at: Math.max(start, at), share }] : [];
  });
  return [{ at: start, share: 1 }, ...later];
}
function endOfMonth(start) {
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1);
}
function decay(start, end, halfLifeMonths) {
  const steps = 40;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = start + (end - start) * step / steps;
    return { at, share: 0.5 ** ((at - start) / MONTH_MS / halfLifeMonths) };
  });
}
function lowEarly(points, x, plot) {
  const middle = (plot.left + plot.right) / 2;
  return points.some(({ at, share }) => share < LOW && x(at) < middle);
}
var LOW = 0.45;
function halfLifeLabels(plot, survival, isLowEarly) {
  const words = KINDS.flatMap(({ of }) => {
    const halfLife = halfLifeOf(survival, of);
    return halfLife === null ? [] : [`half-life of ${of}: ${halfLifeSpan(halfLife)}`];
  });
  return words.map(
    (text, index) => isLowEarly ? label(text, { x: plot.right - 8, y: plot.top + ROW * (index + 1), anchor: "end" }) : label(text, { x: plot.left + 8, y: plot.bottom - 8 - ROW * (words.length - 1 - index) })
  );
}
var ROW = 16;
function halfMark(plot, style, x, y) {
  const drop = colored("muted", stroke([x, y], [x, plot.bottom], { dash: FITTED }));
  return drop + colored(style.color, mark(style, x, y, { hollow: true, size: 70 }));
}

export {
  churnChart,
  freshnessChart,
  survivalChart
};

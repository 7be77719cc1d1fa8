import {
  grouped
} from "./part-Y2ATTVYL.js";
import {
  visible
} from "./part-5YJMR3U6.js";

// src/report/charts/palette.ts
var PALETTE = {
  paper: { light: "#ffffff", dark: "#0d1117" },
  ink: { light: "#1f2328", dark: "#e6edf3" },
  muted: { light: "#59636e", dark: "#9198a1" },
  grid: { light: "#d8dee4", dark: "#2b3138" },
  line: { light: "#cf222e", dark: "#ff7b72" },
  "1": { light: "#0969da", dark: "#58a6ff" },
  "2": { light: "#bc4c00", dark: "#f0883e" },
  "3": { light: "#1a7f37", dark: "#3fb950" },
  "4": { light: "#8250df", dark: "#d2a8ff" },
  "5": { light: "#9a6700", dark: "#e3b341" },
  "6": { light: "#bf3989", dark: "#f778ba" }
};
var SERIES_COLORS = ["1", "2", "3", "4", "5", "6"];
var ROOT_CLASS = "palimpsest-chart";
var FONT_SIZE = 13;
var NARROW_UP_TO = 520;
var STYLE_SHEET = [
  `.${ROOT_CLASS}{max-width:100%;height:auto;${variables("light")}font:${FONT_SIZE}px system-ui,-apple-system,"Segoe UI",Arial,sans-serif}`,
  `@media (prefers-color-scheme:dark){.${ROOT_CLASS}{${variables("dark")}}}`,
  rule(".paper", "fill:var(--c-paper)"),
  rule("text", "fill:var(--c-ink);stroke:var(--c-paper);stroke-width:3px;stroke-linejoin:round;paint-order:stroke"),
  rule(".caption", "font-weight:600"),
  rule(".tick", "fill:var(--c-muted)"),
  rule(".grid", "stroke:var(--c-grid)"),
  rule(".hollow", "fill:var(--c-paper)"),
  ...["ink", "muted", "line", ...SERIES_COLORS].map((name) => rule(`.c-${name}`, `color:var(--c-${name})`)),
  rule(".narrow", "display:none"),
  `@media (max-width:${NARROW_UP_TO}px){${rule(".wide", "display:none")}${rule(".narrow", "display:inline")}}`
].join("");
function rule(selector, declarations) {
  return `.${ROOT_CLASS} ${selector}{${declarations}}`;
}
function variables(scheme) {
  return Object.entries(PALETTE).map(([name, shade]) => `--c-${name}:var(--chart-${name},${shade[scheme]});`).join("");
}

// src/report/charts/frame.ts
var WIDE = { width: 720, height: 420 };
var NARROW = { width: WIDE.width / 2, height: WIDE.height / 2 };
function chartDocument(name, { title, description, draw }, options) {
  const id = escaped(options.idPrefix ?? name);
  const [titleId, descId] = [`${id}-title`, `${id}-desc`];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${ROOT_CLASS}" viewBox="0 0 ${WIDE.width} ${WIDE.height}" width="${WIDE.width}" height="${WIDE.height}" role="img" aria-labelledby="${titleId} ${descId}">`,
    `<title id="${titleId}">${escaped(title)}</title>`,
    `<desc id="${descId}">${escaped(description)}</desc>`,
    `<style>${STYLE_SHEET}</style>`,
    `<rect class="paper" width="${WIDE.width}" height="${WIDE.height}"/>`,
    `<g class="wide">`,
    draw(WIDE),
    "</g>",
    // hidden where no style sheet is read
    `<g class="narrow" display="none" transform="scale(2)">`,
    draw(NARROW),
    "</g>",
    "</svg>",
    ""
  ].join("\n");
}
var SPECIAL = /* @__PURE__ */ new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"]
]);
function escaped(text) {
  return visible(text).replace(/[\ufffe\uffff]/g, "�").replace(/[&<>"']/g, (character) => SPECIAL.get(character) ?? character);
}
function fixed(number) {
  return String(Number(number.toFixed(2)));
}
function textWidth(text) {
  return [...text].length * FONT_SIZE * WIDTH_PER_LETTER;
}
var WIDTH_PER_LETTER = 0.6;
function label(text, { x, y, anchor = "start", kind }) {
  const anchored = anchor === "start" ? "" : ` text-anchor="${anchor}"`;
  return `<text x="${fixed(x)}" y="${fixed(y)}"${anchored}${kind === void 0 ? "" : ` class="${kind}"`}>${escaped(text)}</text>`;
}
function stroke([x1, y1], [x2, y2], { dash = null, width = 1, grid = false } = {}) {
  const paint = grid ? 'class="grid"' : 'stroke="currentColor"';
  return `<line x1="${fixed(x1)}" y1="${fixed(y1)}" x2="${fixed(x2)}" y2="${fixed(y2)}" ${paint} stroke-width="${width}"${dashed(dash)}/>`;
}
function dashed(dash) {
  return dash === null ? "" : ` stroke-dasharray="${dash}"`;
}

// src/report/charts/axes.ts
import { scaleLinear, scaleUtc } from "d3-scale";
var SAMPLE_WIDTH = 26;
var ROW_HEIGHT = 18;
var EDGE = 8;
var GAP = 6;
function frameOf(layout, { caption, legend, shares, below }) {
  const captionLines = wrapped(caption, layout.width - 2 * EDGE);
  const rows = legendRows(legend, layout.width - 2 * EDGE);
  const head = [
    ...captionLines.map((line2, index) => label(line2, { x: EDGE, y: ROW_HEIGHT * (index + 1), kind: "caption" })),
    ...rows.flatMap((row, index) => legendRow(row, ROW_HEIGHT * (captionLines.length + index + 1)))
  ];
  const top = ROW_HEIGHT * (captionLines.length + rows.length) + FONT_SIZE + GAP;
  const bottom = layout.height - ROW_HEIGHT - GAP - (below === void 0 ? 0 : ROW_HEIGHT);
  const axis = shareAxis(shares, Math.max(2, Math.floor((bottom - top) / (layout.height * SHARE_TICK_ROOM))));
  const left = EDGE + Math.max(...axis.ticks.map((tick) => textWidth(axis.format(tick)))) + GAP;
  const plot = { left, right: layout.width - 2 * EDGE, top, bottom };
  const y = scaleLinear(axis.domain, [bottom, top]).clamp(true);
  const ticks = axis.ticks.flatMap((tick) => [
    stroke([plot.left, y(tick)], [plot.right, y(tick)], { grid: true }),
    label(axis.format(tick), { x: plot.left - GAP, y: y(tick) + FONT_SIZE / 3, anchor: "end", kind: "tick" })
  ]);
  const foot = below === void 0 ? [] : [label(below, { x: plot.right, y: layout.height - GAP, anchor: "end", kind: "tick" })];
  return { plot, y, svg: [...head, ...ticks, ...foot].join("\n") };
}
var SHARE_TICK_ROOM = 0.13;
function shareAxis(shares, count) {
  const finite = shares.filter(Number.isFinite).map((share) => Math.max(-MOST, Math.min(MOST, share * 100)));
  const [low, high] = finite.length === 0 ? [0, 100] : [Math.min(...finite), Math.max(...finite)];
  const [from, to] = high - low < LEAST_POINTS ? [low - LEAST_POINTS / 2, high + LEAST_POINTS / 2] : [low, high];
  const scale = scaleLinear([low === 0 ? 0 : from, low === 0 ? Math.max(high, LEAST_POINTS) : to], [0, 1]).nice(
    2 * count
  );
  const ticks = scale.ticks(count);
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const digits = Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
  return {
    domain: scale.domain().map((value) => value / 100),
    ticks: ticks.map((tick) => tick / 100),
    format: (share) => `${groupedDecimal((share * 100).toFixed(digits))} %`
  };
}
var LEAST_POINTS = 0.4;
var MOST = 1e6;
function groupedDecimal(number) {
  const [whole = "", decimals] = number.split(".");
  const text = decimals === void 0 ? grouped(whole) : `${grouped(whole)}.${decimals}`;
  return /[1-9]/.test(text) ? text : text.replace("-", "");
}
function baseline({ left, right, bottom }) {
  return `<g class="c-muted">${stroke([left, bottom], [right, bottom])}</g>`;
}
function ticksBelow(plot, ticks) {
  let free = Number.NEGATIVE_INFINITY;
  const shown = [baseline(plot)];
  for (const tick of ticks) {
    const half = textWidth(tick.label) / 2;
    const middle = Math.min(Math.max(tick.x, EDGE / 2 + half), plot.right + 2 * EDGE - EDGE / 2 - half);
    if (middle - half < free) continue;
    free = middle + half + TICK_GAP;
    shown.push(`<g class="c-muted">${stroke([tick.x, plot.bottom], [tick.x, plot.bottom + 4])}</g>`);
    shown.push(label(tick.label, { x: middle, y: plot.bottom + ROW_HEIGHT, anchor: "middle", kind: "tick" }));
  }
  return shown.join("\n");
}
var TICK_GAP = 10;
var DAY_MS = 864e5;
function timeScale({ left, right }, instants) {
  const [first, last] = instants.length === 0 ? [0, 0] : [Math.min(...instants), Math.max(...instants)];
  const lacking = Math.max(0, LEAST_DAYS * DAY_MS - (last - first)) / 2;
  return scaleUtc([first - lacking, last + lacking], [left + INSET, right - INSET]);
}
var LEAST_DAYS = 4;
var INSET = 6;
function timeTicks(scale) {
  for (let many = MOST_TICKS; many > 2; many--) {
    const ticks = namedDays(scale, many);
    const hasRoom = ticks.every(({ x, label: name }, index) => {
      const next = ticks[index + 1];
      return next === void 0 || next.x - x >= textWidth(name) + TICK_GAP;
    });
    if (hasRoom && ticks.length > 0) return ticks;
  }
  return namedDays(scale, 2);
}
var MOST_TICKS = 10;
function namedDays(scale, many) {
  const days = scale.ticks(many).filter((date) => date.getTime() % DAY_MS === 0);
  const names = days.map((date) => date.toISOString().slice(0, 10));
  const kept = names.every((name) => name.endsWith("-01-01")) ? 4 : names.every((name) => name.endsWith("-01")) ? 7 : 10;
  return days.map((date, index) => ({ x: scale(date), label: (names[index] ?? "").slice(0, kept) }));
}
function legendRows(entries, width) {
  const rows = [];
  let used = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const room = entryWidth(entry);
    if (used + room > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push(entry);
    used += room + 2 * GAP;
  }
  return rows;
}
function entryWidth({ label: text }) {
  return SAMPLE_WIDTH + GAP + textWidth(text);
}
function legendRow(entries, y) {
  let x = EDGE;
  return entries.flatMap((entry) => {
    const at = x;
    x += entryWidth(entry) + 2 * GAP;
    return [entry.sample(at, y - FONT_SIZE / 3), label(entry.label, { x: at + SAMPLE_WIDTH + GAP, y })];
  });
}
function wrapped(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length === 0 || textWidth(longer) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
function nothingToShow(plot, words) {
  const lines = wrapped(words, plot.right - plot.left);
  const middle = (plot.top + plot.bottom) / 2 - (lines.length - 1) * ROW_HEIGHT / 2;
  return lines.map(
    (line2, index) => label(line2, { x: (plot.left + plot.right) / 2, y: middle + index * ROW_HEIGHT, anchor: "middle" })
  ).join("\n");
}
function box(left, top, right, bottom, paint) {
  return `<rect x="${fixed(left)}" y="${fixed(top)}" width="${fixed(right - left)}" height="${fixed(bottom - top)}" ${paint}/>`;
}

// src/report/charts/marks.ts
import {
  line,
  symbol,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye
} from "d3-shape";
var DASHES = [null, "7 4", "2 3", "10 3 2 3", "5 2"];
var SHAPES = [
  symbolCircle,
  symbolSquare,
  symbolTriangle,
  symbolDiamond,
  symbolStar,
  symbolWye,
  symbolCross()
];
function seriesStyle(index) {
  return {
    color: SERIES_COLORS[index % SERIES_COLORS.length] ?? "1",
    dash: DASHES[index % DASHES.length] ?? null,
    shape: SHAPES[index % SHAPES.length] ?? symbolCircle
  };
}
function symbolCross() {
  return {
    draw(context, size) {
      const half = Math.sqrt(size) / 1.6;
      context.moveTo(-half, -half);
      context.lineTo(half, half);
      context.moveTo(-half, half);
      context.lineTo(half, -half);
    }
  };
}
var MARK_SIZE = 42;
function mark(style, x, y, { hollow = false, size = MARK_SIZE } = {}) {
  const path = symbol(style.shape, size).digits(2)() ?? "";
  const fill = hollow ? 'class="hollow"' : 'fill="currentColor"';
  return `<path transform="translate(${fixed(x)} ${fixed(y)})" d="${path}" ${fill} stroke="currentColor" stroke-width="1.5"/>`;
}
function polyline(style, places, width = 2) {
  const path = line().defined((place) => place !== null).x((place) => place?.[0] ?? 0).y((place) => place?.[1] ?? 0).digits(2)(places);
  if (path === null) return "";
  return `<path d="${path}" fill="none" stroke="currentColor" stroke-width="${width}" stroke-linejoin="round"${dashed(style.dash)}/>`;
}
var MARK_ROOM = 14;
function markedLine(style, places) {
  let previous = Number.NEGATIVE_INFINITY;
  const last = places.findLast((place) => place !== null) ?? null;
  const marks = places.flatMap((place, index) => {
    if (place === null) return [];
    const isAlone = (places[index - 1] ?? null) === null && (places[index + 1] ?? null) === null;
    const hasRoom = place[0] - previous >= MARK_ROOM && (last === null || last[0] - place[0] >= MARK_ROOM);
    if (!(hasRoom || isAlone || place === last)) return [];
    previous = place[0];
    return [mark(style, ...place)];
  });
  return colored(style.color, polyline(style, places), ...marks);
}
function colored(color, ...parts) {
  const drawn = parts.filter((part) => part !== "");
  return drawn.length === 0 ? "" : `<g class="c-${color}">${drawn.join("")}</g>`;
}
function lineEntry(label2, style) {
  const sample = (x, y) => colored(
    style.color,
    polyline(style, [
      [x, y],
      [x + SAMPLE_WIDTH, y]
    ]),
    mark(style, x + SAMPLE_WIDTH / 2, y)
  );
  return { label: label2, sample };
}
function ruleEntry(label2, { color, dash }) {
  return { label: label2, sample: (x, y) => colored(color, stroke([x, y], [x + SAMPLE_WIDTH, y], { dash, width: 2 })) };
}
function inTime(points) {
  return points.map((point) => ({ ...point, at: point.committedAt === null ? Number.NaN : Date.parse(point.committedAt) })).filter(({ at }) => Number.isFinite(at)).sort((a, b) => a.at - b.at);
}
function dayOf(instant) {
  return new Date(instant).toISOString().slice(0, 10);
}

// src/report/charts/line-words.ts
function linePercent(line2) {
  return `${Number((line2 * 100).toFixed(2))} %`;
}

export {
  FONT_SIZE,
  chartDocument,
  textWidth,
  label,
  stroke,
  SAMPLE_WIDTH,
  frameOf,
  baseline,
  ticksBelow,
  DAY_MS,
  timeScale,
  timeTicks,
  nothingToShow,
  box,
  seriesStyle,
  mark,
  polyline,
  markedLine,
  colored,
  lineEntry,
  ruleEntry,
  inTime,
  dayOf,
  linePercent
};

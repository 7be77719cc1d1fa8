import {
  compareReportOf
} from "./part-6UBDV64Q.js";
import {
  mergedLeftOut,
  mergedNotes
} from "./part-4QKB3HW4.js";
import "./part-S3EEPIGF.js";
import {
  parseReport,
  present
} from "./part-PDY2OYNG.js";
import "./part-NPRE7VGJ.js";
import "./part-Y2ATTVYL.js";
import "./part-GZMXCIU6.js";
import {
  summarize,
  summarizeStubs
} from "./part-N3MN6HD6.js";
import "./part-DA3YFMOL.js";
import {
  compareText
} from "./part-5YJMR3U6.js";
import "./part-4BS5H6Y3.js";
import {
  addUsage
} from "./part-3MRB6MT7.js";
import "./part-Z56BS6C5.js";
import {
  readSettingsFile
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/core/merge-evaluations.ts
function mergeEvaluations(parts) {
  const { shard: _, usage: __, unasked: ___, ...first } = parts[0];
  const files = parts.flatMap(({ files: rows, shard }) => withStubs(rows, shard.stubs.files));
  const methods = parts.flatMap(({ methods: rows, shard }) => withStubs(rows, shard.stubs.methods));
  files.sort((a, b) => compareText(a.row.id, b.row.id));
  methods.sort((a, b) => compareText(a.row.id, b.row.id));
  const measuredFiles = files.map(({ row, stub }) => measured(row, stub));
  const measuredMethods = methods.map(({ row, stub }) => ({
    ...measured(row, stub),
    failed: row.failure !== null
  }));
  const usage = mergedUsage(parts);
  const unasked = parts.flatMap((part) => part.unasked ?? []).sort(compareText);
  return {
    ...first,
    reproduced: parts.reduce((sum, { reproduced }) => sum + reproduced, 0),
    ...usage === null ? {} : { usage },
    ...unasked.length === 0 ? {} : { unasked },
    summary: summarize(measuredFiles, measuredMethods),
    stub: summarizeStubs(measuredFiles, measuredMethods),
    files: files.map(({ row }) => row),
    methods: methods.map(({ row }) => row),
    leftOut: mergedLeftOut(parts.map(({ leftOut }) => leftOut)),
    notes: mergedNotes(parts.map(({ notes }) => notes))
  };
}
function mergedUsage(parts) {
  const usages = parts.flatMap(({ usage }) => usage ?? []);
  return usages.length === 0 ? null : usages.reduce(addUsage);
}
function withStubs(rows, stubs) {
  return rows.map((row, index) => {
    const stub = stubs[index];
    if (stub === void 0) throw new RangeError("a part has rows without stubs");
    return { row, stub };
  });
}
function measured({ distance, similarity }, stub) {
  return {
    distance: distance ?? stub.distance,
    similarity: similarity ?? stub.similarity,
    stubDistance: stub.distance,
    stubSimilarity: stub.similarity
  };
}

// src/core/merge-comparisons.ts
function mergeComparisons(parts) {
  const [{ protocol, source, sample, baseline, contenders }] = parts;
  return compareReportOf(
    {
      protocol,
      source,
      sample,
      baseline,
      contenders: contenders.map(({ name, kind, model, directory }, at) => {
        const same = parts.flatMap((part) => part.contenders[at] ?? []);
        const usage = mergedUsage(same);
        return {
          name,
          kind,
          model,
          directory,
          ...usage === null ? {} : { usage },
          answeringMs: summed(same.map(({ answeringMs }) => answeringMs))
        };
      }),
      leftOut: mergedLeftOut(parts.map(({ leftOut }) => leftOut)),
      notes: mergedNotes(parts.map(({ notes }) => notes))
    },
    { methods: parts.flatMap(({ methods }) => methods), files: parts.flatMap(({ files }) => files) }
  );
}
function summed(times) {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : known.reduce((sum, time) => sum + time, 0);
}

// src/jobs/merge-reports.ts
function mergeReports(files) {
  const evaluations = [];
  const comparisons = [];
  for (const { file, report } of files) {
    if (report.kind === "evaluate" && report.shard !== void 0) evaluations.push({ ...report, shard: report.shard });
    else if (report.kind === "compare" && report.shard !== void 0)
      comparisons.push({ ...report, shard: report.shard });
    else throw refusal(`${file} is no part of a run`, PARTS);
  }
  requireOneRun(files);
  const [evaluation, ...otherEvaluations] = evaluations;
  if (evaluation !== void 0) return mergeEvaluations([evaluation, ...otherEvaluations]);
  const [comparison, ...otherComparisons] = comparisons;
  if (comparison !== void 0) return mergeComparisons([comparison, ...otherComparisons]);
  throw refusal("there is no report to merge", PARTS);
}
var PARTS = "Give it the JSON reports that `evaluate` or `compare` wrote with --shard, all of one run.";
function requireOneRun(files) {
  const [first, ...others] = files.map(({ file, report }) => ({ file, report, facts: factsOf(report) }));
  if (first === void 0) return;
  for (const { file, facts } of others) {
    const differing = facts.findIndex(([, value], index) => value !== first.facts[index]?.[1]);
    if (differing < 0) continue;
    throw refusal(`${file} and ${first.file} differ in their ${facts[differing]?.[0]}`, PARTS);
  }
  requireEachOnce(files);
}
function factsOf(report) {
  if (report.kind !== "evaluate" && report.kind !== "compare") return [];
  const { kind, source, protocol, sample, shard } = report;
  const contenders = report.kind === "evaluate" ? [modelFacts(report.model)] : report.contenders.map(({ name, model, directory }) => [name, directory, model && modelFacts(model)]);
  const facts = [
    ["command", kind],
    ["directory or revision", "directory" in source ? source : [source.revision, source.name]],
    ["models", contenders],
    ["protocol", protocol],
    ["sample", sample],
    ["baseline", report.kind === "compare" ? report.baseline : null],
    ["number of parts", shard?.count]
  ];
  return facts.map(([name, value]) => [name, JSON.stringify(value)]);
}
function modelFacts({ provider, name, fingerprint }) {
  return [provider, name, fingerprint];
}
function requireEachOnce(files) {
  const seen = /* @__PURE__ */ new Map();
  let count = 0;
  for (const { file, report } of files) {
    const shard = shardOf(report);
    if (shard === void 0) continue;
    count = shard.count;
    const other = seen.get(shard.index);
    if (other !== void 0) throw refusal(`${other} and ${file} are both part ${shard.index}/${count}`, PARTS);
    seen.set(shard.index, file);
  }
  const missing = Array.from({ length: count }, (_, index) => index + 1).filter((index) => !seen.has(index));
  if (missing.length === 0) return;
  const named = missing.slice(0, FEW).map((index) => `${index}/${count}`);
  const rest = missing.length > FEW ? ` and ${missing.length - FEW} more` : "";
  throw refusal(`${named.join(", ")}${rest} ${missing.length === 1 ? "is" : "are"} missing`, PARTS);
}
var FEW = 5;
function shardOf(report) {
  return report.kind === "evaluate" || report.kind === "compare" ? report.shard : void 0;
}
function refusal(what, remedy) {
  return new ExpectedFailure("bad-report", what, remedy);
}

// src/cli/merge-reports.ts
async function runMergeReports(files, options, { environment }) {
  const parts = [];
  for (const file of files)
    parts.push({ file, report: reportIn(file, new TextDecoder().decode(await readSettingsFile(file))) });
  const report = mergeReports(parts);
  await present(report, options, environment);
}
function reportIn(file, text) {
  const report = parseReport(text);
  if (report !== null) return report;
  throw new ExpectedFailure(
    "bad-report",
    `${file} is no JSON report of \`evaluate\` or \`compare\``,
    "Write the parts with --format json or --output FILE.json, by one version of palimpsest."
  );
}
export {
  runMergeReports
};

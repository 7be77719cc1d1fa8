import {
  isShadow,
  modelInWords,
  theModel
} from "./part-NPRE7VGJ.js";
import {
  NO_VALUE,
  count,
  grouped,
  list,
  modelName,
  percent,
  share,
  shortRevision,
  trainedAt
} from "./part-Y2ATTVYL.js";
import {
  visible
} from "./part-5YJMR3U6.js";

// src/report/asking-words.ts
function money({ amount, currency }) {
  if (amount === 0) return `0 ${currency}`;
  const digits = amount >= 1 ? 2 : Math.min(9, 2 - Math.floor(Math.log10(amount)));
  const [whole = "", decimals = ""] = amount.toFixed(digits).split(".");
  return `${grouped(whole)}.${decimals} ${currency}`;
}
function usageSentences({ usage }, quote = (name) => visible(name)) {
  if (usage === void 0 || usage.calls === 0) return [];
  const { answeredAs } = usage;
  const said = [answersWords(usage), tokenWords(usage), ...usage.cost === null ? [] : [money(usage.cost)]].join("; ");
  if (answeredAs.length === 0) return [said];
  const names = list(answeredAs.map(quote));
  return [said, `The server answered under another name than the one asked for: ${names}`];
}
function answersWords({ calls, cacheHits }) {
  const answers = count(calls, "answer");
  if (cacheHits === 0) return answers;
  if (cacheHits === calls) return `${answers}, ${calls === 1 ? "" : "all "}from the cache`;
  return `${answers}, ${grouped(String(cacheHits))} of them from the cache`;
}
function tokenWords({ promptTokens, completionTokens }) {
  if (promptTokens === null || completionTokens === null) return "not all with a count of their tokens";
  return `${tokens(promptTokens)} of prompts and ${grouped(String(completionTokens))} of answers`;
}
function tokens(number) {
  return count(number, "token");
}
function partWords(asked, { unasked }) {
  if (unasked === void 0) return null;
  return `a part: ${grouped(String(asked))} of ${count(asked + unasked.length, "method")}`;
}
function unaskedSentence({ unasked }) {
  if (unasked === void 0) return null;
  const missing = count(unasked.length, "method");
  const they = unasked.length === 1 ? "it is" : "they are";
  return `The budget is spent: ${missing} ${unasked.length === 1 ? "was" : "were"} not asked for, and ${they} counted nowhere. ${GO_ON}`;
}
var GO_ON = "Run it again with a larger budget to go on: what the cache has is not paid twice";
function estimateSentence(estimate, quote = (name) => visible(name)) {
  const { model, methods, isFree, calls } = estimate;
  const name = quote(modelName(model));
  if (methods === 0) return `${name} would be asked nothing: there is no method to write`;
  if (isFree) return `${name} would write ${count(methods, "method")} and costs nothing`;
  if (calls === 0) return `${name} would be asked nothing for ${count(methods, "method")}`;
  return `${name} would be asked ${times(calls)} for ${count(methods, "method")}`;
}
function times(number) {
  return number === 1 ? "once" : `${grouped(String(number))} times`;
}
function estimateDetails({ isFree, methods, ...estimate }) {
  if (isFree || methods === 0) return [];
  const { calls, cached, promptTokens, completionTokens, cost, tooLong, budget, withinBudget } = estimate;
  const left = calls - cached;
  const size = `${tokens(promptTokens)} of prompts, and at most ${grouped(String(completionTokens))} of answers`;
  const paid = [size, cost === null ? "no price is known: a model in --models can have one" : `at most ${money(cost)}`];
  return [
    ...calls === 0 ? [] : [`the cache has ${shareWords(cached, calls)}`],
    ...left === 0 ? [] : paid,
    ...tooLong === 0 ? [] : [
      `${count(tooLong, "prompt")} would not fit the window, and ${tooLong === 1 ? "its method fails" : "their methods fail"}`
    ],
    ...withinBudget === null ? [] : [budgetWords(budget, withinBudget, methods)]
  ];
}
function shareWords(cached, calls) {
  if (cached === 0) return "none of the answers";
  if (cached === calls) return "all of the answers: nothing would be paid for";
  return `${grouped(String(cached))} of the ${count(calls, "answer")}`;
}
function budgetWords(budget, withinBudget, methods) {
  const bounds = [
    ...budget.methods === null ? [] : [count(budget.methods, "method")],
    ...budget.tokens === null ? [] : [tokens(budget.tokens)],
    ...budget.cost === null ? [] : [`a cost of ${budget.cost}`]
  ];
  const enough = withinBudget >= methods;
  return `the budget of ${list(bounds)} suffices${enough ? "" : ` for at least ${grouped(String(withinBudget))} of them`}`;
}

// src/report/freshness-words.ts
var FRESHNESS_PARTS = ["unchanged", "modified", "new", "deleted"];
function freshnessPercent({ value, margin }) {
  return `${tenths(shownTenths(value))} %${margin === null ? "" : ` ± ${(margin * 100).toFixed(1)}`}`;
}
function shownTenths(value) {
  const rounded = Math.round(value * 1e3);
  if (rounded === 1e3 && Math.abs(value - 1) > ROUNDING_NOISE) return value < 1 ? 999 : 1001;
  return rounded;
}
var ROUNDING_NOISE = 1e-9;
function shownPoints({ value, parts }) {
  const exact = FRESHNESS_PARTS.map((name) => parts[name].points * 10);
  const shown = exact.map(Math.floor);
  let left = shownTenths(value) - 1e3 - shown.reduce((sum, tenth) => sum + tenth, 0);
  const rest = (index) => (exact[index] ?? 0) - (shown[index] ?? 0);
  for (const index of [...exact.keys()].sort((a, b) => rest(b) - rest(a))) {
    if (left <= 0) break;
    shown[index] = (shown[index] ?? 0) + 1;
    left--;
  }
  const word = (index) => {
    const tenth = shown[index] ?? 0;
    return tenth > 0 ? `+${tenths(tenth)}` : tenths(tenth);
  };
  return { unchanged: word(0), modified: word(1), new: word(2), deleted: word(3) };
}
function tenths(number) {
  return (number / 10).toFixed(1).replace(/^-0\.0$/, "0.0");
}
function freshnessSentence(summary, model = null) {
  const said = sentenceOf(summary);
  return isShadow(model) ? said.replace(/^Freshness/, "$& (shadow)").replace("the model", theModel(model)) : said;
}
function sentenceOf({ freshness, verdict, line }) {
  const value = freshness === null ? NO_VALUE : freshnessPercent(freshness);
  switch (verdict.kind) {
    case "fresh":
      return `Freshness ${value}: fresh, not below the line of ${percent(line)}`;
    case "stale":
      return `Freshness ${value}: stale, below the line of ${percent(line)}`;
    case "unknown":
      return unknownSentence(verdict.reason, value, line);
    default:
      return verdict;
  }
}
function unknownSentence(reason, value, line) {
  switch (reason) {
    case "no-units":
      return "Freshness unknown: no method is left";
    case "knew-nothing":
      return "Freshness unknown: the model wrote nothing right on the day of training";
    case "sample-too-small":
      return `Freshness ${value}: unknown, the sample is too small to tell on which side of ${percent(line)} it lies`;
    default:
      return reason;
  }
}
function meansSentence({ now, baseline, units, scored, failed }) {
  const unscored = scored === units ? "" : `, ${grouped(String(scored))} of them scored`;
  const failures = failed === 0 ? "" : `, ${grouped(String(failed))} failed and counted as stubs`;
  const today = now === null ? NO_VALUE : shareWithMargin(now);
  return `Mean similarity ${today} over ${count(units, "method")}${unscored}${failures}; on the day of training ${shareWithMargin(baseline)} over ${grouped(String(baseline.units))}`;
}
function shareWithMargin({ value, margin }) {
  return `${share(value, 3)}${margin === null ? "" : ` ± ${margin.toFixed(3)}`}`;
}
function updateSentence(report, revision) {
  const { units, route, from, to } = report;
  switch (route) {
    case "already-there":
      return `The ledger stands at ${revision(to)} already`;
    case "already-later":
      return `The ledger stands at ${revision(to)}, which is later; it was left there`;
    case "budget-spent":
      return `The ledger was left at ${revision(to)}: ${unaskedWords(report)}`;
    case "by-difference":
      return `Scored ${count(units.scored, "method")}; ${tally(units)}. Before, the ledger stood at ${revision(from)}`;
    case "by-body":
      return `Scored ${count(units.scored, "method")}; ${tally(units)}. Before, the ledger stood at ${revision(from)}, which this clone does not hold: methods were told by their bodies`;
    default:
      return route;
  }
}
function unaskedWords({ unasked = [], methods }) {
  const all = unasked.length + methods.length;
  return `the budget is spent, and ${grouped(String(unasked.length))} of the ${count(all, "method")} to score ${unasked.length === 1 ? "was" : "were"} not asked for. ${GO_ON}`;
}
function tally({ kept, moved, deleted }) {
  const others = [
    `${grouped(String(kept))} kept their score`,
    ...moved === 0 ? [] : [`${grouped(String(moved))} kept it in another place`],
    ...deleted === 0 ? [] : [`${grouped(String(deleted))} left`]
  ];
  return others.join(", ");
}

// src/report/line-diff.ts
import { diffArrays } from "diff";
var EDITS_WORTH_READING = 2e3;
function linesOf(text) {
  return text.split(/\r\n|\n|\r/);
}
function lineDiff(code, written) {
  const before = linesOf(code);
  const after = linesOf(written);
  const parts = diffArrays(before, after, { maxEditLength: EDITS_WORTH_READING });
  if (parts === void 0) return [...marked("-", before), ...marked("+", after)];
  return parts.flatMap((part) => marked(part.removed ? "-" : part.added ? "+" : " ", part.value));
}
function differs(lines) {
  return lines.some(({ mark }) => mark !== " ");
}
function dedent(lines) {
  const telling = lines.filter(({ text }) => text.trim() !== "" && !text.startsWith("{"));
  const shared = telling.length === 0 ? 0 : Math.min(...telling.map(({ text }) => indentOf(text)));
  return lines.map((line) => line.text.startsWith("{") ? line : { ...line, text: line.text.slice(shared) });
}
function indentOf(text) {
  return text.length - text.trimStart().length;
}
function marked(mark, texts) {
  return texts.map((text) => ({ mark, text }));
}

// src/report/drift-words.ts
function sizeWords({ size }) {
  return `${count(size.lines, "line")} in ${count(size.files, "file")}`;
}
function spanWords({ months }) {
  const [first, last] = [months[0], months.at(-1)];
  if (first === void 0 || last === void 0) return "no months";
  return first === last ? first.month : `${first.month} to ${last.month}`;
}
function changePercent(value) {
  if (value === null) return NO_VALUE;
  if (value === 0) return "0 %";
  if (value < 5e-4) return "< 0.1 %";
  const hundredths = value * 100;
  return hundredths < 9.95 ? `${hundredths.toFixed(1)} %` : `${grouped(hundredths.toFixed(0))} %`;
}
function standingShare({ standing }, survival, of) {
  return standing === null || survival === null || survival[of] === 0 ? null : standing[of] / survival[of];
}
function meanMonthWords({ months, yearly }) {
  if (yearly === null) return "Not one whole month to take a mean of yet.";
  const { months: n, share: yearShare } = yearly;
  const over = months.filter((month) => month.whole && month.share !== null).slice(-n);
  const lines = Math.round(over.reduce((sum, month) => sum + month.lines, 0) / n);
  const sample = `over ${n === 1 ? "one whole month" : `the last ${n} whole months`} of ${count(lines, "line")} on average`;
  return `A month changes ${changePercent(yearShare / 12)} of the lines (added and deleted ones, ${sample}).`;
}
function yearlyWords(yearly) {
  if (yearly === null) return [];
  const { share: yearShare, interval, months } = yearly;
  const range = interval === null ? "" : `, and between ${changePercent(interval.low)} and ${changePercent(interval.high)} in ${percent(interval.level)} of years if months go on as they did`;
  return [
    `At this pace a year changes as many lines as ${changePercent(yearShare)} of the code${range} (from ${count(months, "month")}; a line rewritten counts as deleted and as added).`
  ];
}
function survivalWords({ survival, months, model }, quote = visible) {
  const last = months.at(-1);
  if (survival === null) return [];
  const { files, lines, methods } = survival;
  const day = `${shortRevision(survival.revision)} of ${survival.committedAt.slice(0, 10)}`;
  const from = survival.origin === "trained" ? `the code that ${trainedName(model, quote)} was trained on (${day})` : `the code at the start (${day})`;
  if (last?.standing == null) {
    return [`Nothing has happened yet to ${from}: ${count(lines, "line")} and ${count(methods, "method")}.`];
  }
  const standing = [
    `${percent(last.standing.lines / Math.max(1, lines))} of its ${count(lines, "line")}`,
    `${percent(last.standing.methods / Math.max(1, methods))} of its ${count(methods, "method")}`
  ];
  return [
    `Of ${from}, ${count(files, "file")}, there still stand ${standing.join(" and ")}. Lines without a word are not counted.`,
    ...halfLifeWords(survival)
  ];
}
function trainedName(model, quote) {
  if (!isShadow(model)) return "the model";
  const { of } = model.shadow;
  return of === null ? "the project’s own model" : quote(of);
}
function halfLifeWords({ linesHalfLife, methodsHalfLife }) {
  const told = [
    ...linesHalfLife === null ? [] : [`half of the lines are gone after ${halfLifeSpan(linesHalfLife)}`],
    ...methodsHalfLife === null ? [] : [`half of the methods are gone after ${halfLifeSpan(methodsHalfLife)}`]
  ];
  if (told.length === 0) return [];
  const points2 = linesHalfLife?.points ?? methodsHalfLife?.points ?? 0;
  const worst = Math.max(linesHalfLife?.misfit ?? 0, methodsHalfLife?.misfit ?? 0) * 100;
  return [
    `At this rate ${list(told)}: an exponential decay fitted to ${count(points2, "month end")}, off by ${share(worst, 1)} points (root mean square).`
  ];
}
function halfLifeSpan({ months }) {
  if (months >= 1199) return "a century or more";
  if (months < 24) return `${months < 10 ? months.toFixed(1) : months.toFixed(0)} months`;
  return `${(months / 12).toFixed(1)} years`;
}
function passedOverWords({ trainedRevisionPassedOver: reason }) {
  switch (reason) {
    case null:
      return [];
    case "not-in-clone":
      return [
        "The revision that the model was trained at is not in this clone, so the start of the months stands in for it."
      ];
    case "later-than-history":
      return [
        "The model was trained after the history looked at here ends, so the start of the months stands in for it."
      ];
    default:
      return reason;
  }
}
function forecastWords(forecast, model = null) {
  if (forecast === null) return [];
  const sample = `${count(forecast.points, "entry", "entries")} of the ledger, ${forecast.from.slice(0, 10)} to ${forecast.to.slice(0, 10)}`;
  const line = `the line of ${share(forecast.line)}`;
  const freshness = isShadow(model) ? "Freshness (shadow)" : "Freshness";
  switch (forecast.kind) {
    case "crossed":
      return [`${freshness} is at ${line} or below it already (${sample}).`];
    case "not-in-sight":
      return [`${freshness} is not on the way to ${line} within ten years (${sample}).`];
    case "expected": {
      const { day: expected, earliest, latest, level } = forecast;
      const range = latest === null ? `not before ${earliest}, and perhaps not in ten years` : `between ${earliest} and ${latest}`;
      return [
        `${freshness} is forecast to cross ${line} about ${expected}, with ${percent(level)} certainty ${range} (a random walk with drift, from ${sample}).`
      ];
    }
    default:
      return forecast;
  }
}
function shownMonths({ months }, few) {
  const shown = months.slice(-few);
  const hidden = months.length - shown.length;
  return { shown, rest: hidden === 0 ? [] : [`and ${count(hidden, "earlier month")}; --format json has all of them`] };
}
function allChanged({ packages }) {
  return packages.reduce((sum, { added, deleted }) => sum + added + deleted, 0);
}
function packageName(name) {
  return name === "" ? "(no package)" : name;
}

// src/report/gain-words.ts
function gainHeadings({ model }) {
  const compared = isShadow(model) ? "shadow" : "in use";
  return ["changes", compared, "anew", "gain", "95 % interval", "closer", "farther", "equal"];
}
function points(value) {
  if (value === null) return NO_VALUE;
  const digits = (value * 100).toFixed(1);
  if (Number(digits) === 0) return "0.0";
  return value > 0 ? `+${digits}` : digits;
}
function intervalWords(interval) {
  return interval === null ? NO_VALUE : `${points(interval.low)} to ${points(interval.high)}`;
}
function gainRows({ all, modified, added }) {
  const parts = modified.changes > 0 && added.changes > 0 ? [row("  code there before", modified), row("  new code", added)] : [];
  return all.changes === 0 ? [] : [row("all", all), ...parts];
}
function row(label, estimate) {
  const { changes, inUse, fresh, gain, interval, helped, hurt, same } = estimate;
  const counts = [helped, hurt, same].map((number) => grouped(String(number)));
  const numbers = [share(inUse), share(fresh), points(gain), intervalWords(interval)];
  return { label, cells: [grouped(String(changes)), ...numbers, ...counts] };
}
function gainHeadline({ all, statement, unasked }) {
  switch (statement.kind) {
    case "would-help":
      return "Training again would help";
    case "would-not-help":
      return "Training again would not help";
    case "unsure":
      return all.changes === 0 && unasked === void 0 ? "No code changed" : "Unsure whether training again would help";
    default:
      return statement;
  }
}
function gainSentence({ all, statement, policy, model, unasked }) {
  if (all.changes === 0 && unasked !== void 0) return "No change was asked for.";
  if (all.changes === 0 || all.gain === null)
    return "In this window no method got new code that a model could be asked for.";
  const sample = `${count(all.changes, "change")} in ${count(all.commits, "commit")}`;
  const interval = all.interval === null ? "" : ` (95 % interval ${intervalWords(all.interval)})`;
  const comparedWith = isShadow(model) ? "the shadow of the one in use" : "the one in use";
  const found = `On ${sample} a model trained just before each came ${closer(all.gain)} than ${comparedWith}${interval}`;
  switch (statement.kind) {
    case "would-help":
      return `${found}.`;
    case "would-not-help":
      return `${found}: less than the ${points(policy.leastGain).replace("+", "")} points that the policy asks for.`;
    case "unsure":
      return `${found}. ${unsureWords(statement.reason, policy.leastChanges)}`;
    default:
      return statement;
  }
}
function closer(gain) {
  const size = points(Math.abs(gain)).replace("+", "");
  if (size === "0.0") return "no closer";
  return gain > 0 ? `${size} points closer` : `${size} points less close`;
}
function unsureWords(reason, least) {
  switch (reason) {
    case "too-few-changes":
      return `That is too little to go by: it takes ${count(least, "change")}, so look at a longer window.`;
    case "too-few-commits":
      return "One commit is one piece of work and tells nothing of the next: look at a longer window.";
    case "interval-too-wide":
      return "The interval leaves it open: look at a longer window.";
    default:
      return reason;
  }
}
function gainBasis(report, quote = (text) => text) {
  const { window, fresh, model } = report;
  const dates = window.from === null ? "" : `, ${window.from} to ${window.until}`;
  const commits = `${count(window.commits, "commit")} on the line of first parents, ${grouped(String(window.commitsWithCode))} with code`;
  return [
    `window: ${windowWords(report)}${dates}; ${commits}`,
    ...model === null ? [] : [`${isShadow(model) ? "instead of the model in use" : "in use"}: ${modelWords(report, quote)}`],
    ...fresh.trainings === 0 ? [] : [`anew: the embedded model, trained ${trainingsWords(fresh)}`],
    ...failureWords(report)
  ];
}
function windowWords({ window: { days, limit } }) {
  const all = `the last ${count(days, "day")}`;
  switch (limit) {
    case "days":
      return all;
    case "training":
      return `of ${all} those since the model in use was trained`;
    case "shallow-clone":
      return `of ${all} what this shallow clone holds`;
    case "unknown-training":
      return `${all}, though the model in use may have learned some of these changes: nobody knows what it was trained on`;
    default:
      return limit;
  }
}
function modelWords({ model, modelOrigin }, quote) {
  if (model === null) return "";
  const words = modelInWords(model, quote);
  switch (modelOrigin) {
    case "kept":
      return words;
    case "made-at-revision":
      return `${words}, made for this report`;
    case "made-at-window-start":
      return `${words}, made for this report where the window begins, for no model is kept here`;
    default:
      return modelOrigin;
  }
}
function trainingsWords({ trainings, commitsBehind, daysBehind }) {
  const times2 = trainings === 1 ? "once" : `${grouped(String(trainings))} times`;
  if (commitsBehind === 0)
    return trainings === 1 ? "once, right before the change" : `${times2}, each time right before the change`;
  return `${times2}, at most ${count(commitsBehind, "commit")} with code and ${count(Math.ceil(daysBehind), "day")} before the change`;
}
function failureWords({ all: { changes, inUseFailed, freshFailed }, model }) {
  if (inUseFailed + freshFailed === 0) return [];
  const by = isShadow(model) ? "the shadow" : "the model in use";
  const failed = `${grouped(String(inUseFailed))} by ${by}, ${grouped(String(freshFailed))} by the one trained anew`;
  return [`failed, of ${count(changes, "change")}, and measured as stubs: ${failed}`];
}

// src/report/recommendation-words.ts
function recommendationWords({ recommendation, model }) {
  return `${adviceWords(recommendation)}${isShadow(model) ? ", going by its shadow" : ""}`;
}
function adviceWords({ kind, day }) {
  switch (kind) {
    case "keep":
      return "keep the model";
    case "retrain-soon":
      return day === null ? "retrain soon" : `retrain soon (about ${day})`;
    case "retrain-now":
      return "retrain now";
    default:
      return kind;
  }
}
function reasonSentences(report, quote) {
  return report.recommendation.reasons.map((reason) => reasonWords(reason, report, quote));
}
function reasonWords(reason, report, quote) {
  const freshness = isShadow(report.model) ? "the shadow’s freshness" : "freshness";
  const line = `the line${report.ledger === null ? "" : ` of ${percent(report.ledger.line)}`}`;
  switch (reason) {
    case "stale":
      return `${freshness} is below ${line}`;
    case "crossing-forecast":
      return crossingWords(report, line, quote);
    case "near-line":
      return `${freshness} is near ${line}, and there is no forecast to go by`;
    case "fresh":
      return `${freshness} is not below ${line}`;
    case "freshness-unknown":
      return unknownWords(report, quote);
    case "gain-worth-it":
      return `training again would help: ${gainWords(report)}`;
    case "gain-too-small":
      return report.recommendation.reasons.includes("stale") ? `training again would help little: ${gainWords(report)}. Rather look at the line again, ${quote("freshness.line")} in the settings file` : `training again would help little: ${gainWords(report)}`;
    case "gain-unknown":
      return report.gain === null ? "whether training again would help was not measured" : `whether training again would help cannot be told from ${count(report.gain.all.changes, "change")}`;
    default:
      return reason;
  }
}
function gainWords({ gain }) {
  return gain === null ? "" : `${points(gain.all.gain)} points on ${count(gain.all.changes, "change")}`;
}
function crossingWords({ drift, recommendation }, line, quote) {
  const forecast = drift?.forecast ?? null;
  const day = forecast?.kind === "expected" ? forecast.day : recommendation.day;
  return day !== null && recommendation.day !== null && day < recommendation.day ? `freshness was forecast to reach ${line} about ${day}, which has passed: ${quote("palimpsest update")} tells` : `freshness is forecast to reach ${line} about ${day}`;
}
function unknownWords({ ledger, model }, quote) {
  if (model.trainedAt === null) {
    return "its freshness is not known, and cannot be: nobody knows what it was trained on";
  }
  const fill = `palimpsest evaluate --protocol in-place --revision ${shortRevision(model.trainedAt.revision)}`;
  if (ledger === null) {
    return `its freshness is not known, for it has no ledger: begin one with ${quote(fill)}, or train with ${quote("palimpsest train --evaluate")}`;
  }
  if (ledger.answers === "predecessor") {
    return `its own freshness is not known yet: fill its ledger with ${quote(fill)}`;
  }
  if (ledger.verdict.reason === "sample-too-small") {
    return `its freshness is not known well enough: score more methods with ${quote(`${fill} --sample N`)}, then ${quote("palimpsest update")}`;
  }
  return "its freshness cannot be told: there is nothing to compare with the day of training";
}

// src/report/status-words.ts
function statusHeadline({ ledger, model }) {
  if (ledger === null) return "Freshness unknown: the model has no ledger";
  const verdict = `${freshnessSentence(ledger, ledger.answers === "own" ? model : null)}${methodWords(ledger)}`;
  return ledger.answers === "own" ? verdict : `The model before this one has ${uncapitalized(verdict)}`;
}
function methodWords({ units, scored, commitsBehind }) {
  if (units === 0) return "";
  const which = scored === units ? "all scored" : `${grouped(String(scored))} of them scored`;
  const behind = commitsBehind === null || commitsBehind === 0 ? "" : `, as of ${count(commitsBehind, "commit")} ago`;
  return ` (${count(units, "method")}, ${which}${behind})`;
}
function capitalized(sentence) {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
function uncapitalized(sentence) {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
function predecessorSentences({ ledger }, quote) {
  if (ledger === null || ledger.answers === "own") return [];
  const whose = `${quote(modelName(ledger.model))}, ${trainedAt(ledger, quote)}`;
  return [
    `The model in use has no ledger that is scored enough, so that of the model before it answers: ${whose}. These figures are that model’s.`
  ];
}
function ledgerSentences({ ledger, at }, quote) {
  if (ledger === null) return [];
  const { standsAt, commitsBehind } = ledger;
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(standsAt.committedAt ?? "") ?? [];
  const place = `The ledger stands at ${quote(shortRevision(standsAt.revision))}${day === void 0 ? "" : ` of ${day}`}`;
  const next = ledger.answers === "own" ? `: ${quote("palimpsest update")} brings it on` : "";
  if (standsAt.revision === at.revision) return [];
  if (commitsBehind === null) return [`${place}, which this clone does not hold${next}.`];
  if (commitsBehind === 0) return [`${place}, which is later.`];
  return [`${place}, ${count(commitsBehind, "commit")} behind${next}.`];
}
function ageSentence({ age: { days, commits } }) {
  const known = [
    ...days === null ? [] : [count(days, "day")],
    ...commits === null ? [] : [`${count(commits, "commit")} of the line of first parents`]
  ];
  return known.length === 0 ? "Not known." : `${list(known)} since training.`;
}
function gainSentences(report) {
  const { gain } = report;
  if (gain === null) return [unmeasuredWords("gain", report)];
  const [window] = gainBasis(gain);
  return [`${gainHeadline(gain)}. ${gainSentence(gain)}`, ...window === void 0 ? [] : [`${capitalized(window)}.`]];
}
function driftSentences(report) {
  const { drift } = report;
  if (drift === null) return [unmeasuredWords("drift", report)];
  return [meanMonthWords(drift), ...survivalWords(drift).slice(0, 1), ...passedOverWords(drift)];
}
function forecastSentences({ drift, ledger, model }) {
  if (drift === null) return ["Not made: it is part of the drift."];
  if (drift.forecast !== null) return forecastWords(drift.forecast, model);
  if (ledger === null || ledger.answers === "predecessor") return ["Not made: it stands on the model’s own ledger."];
  return ["Not made: it takes entries of the ledger on three days at least, one an update."];
}
function unmeasuredWords(what, { unmeasured }) {
  const reason = unmeasured.find((one) => one.what === what)?.reason ?? "not-asked";
  switch (reason) {
    case "not-asked":
      return "Not measured, as asked.";
    case "shallow-clone":
      return "Not measured: this shallow clone begins within the months that were asked for.";
    case "no-source-files":
      return "Not measured: there is no main source.";
    default:
      return reason;
  }
}

export {
  usageSentences,
  partWords,
  unaskedSentence,
  estimateSentence,
  estimateDetails,
  FRESHNESS_PARTS,
  freshnessPercent,
  shownPoints,
  freshnessSentence,
  meansSentence,
  updateSentence,
  gainHeadings,
  points,
  intervalWords,
  gainRows,
  gainHeadline,
  gainSentence,
  gainBasis,
  linesOf,
  lineDiff,
  differs,
  dedent,
  sizeWords,
  spanWords,
  changePercent,
  standingShare,
  meanMonthWords,
  yearlyWords,
  survivalWords,
  halfLifeSpan,
  passedOverWords,
  forecastWords,
  shownMonths,
  allChanged,
  packageName,
  recommendationWords,
  reasonSentences,
  statusHeadline,
  predecessorSentences,
  ledgerSentences,
  ageSentence,
  gainSentences,
  driftSentences,
  forecastSentences
};

import {
  isShadow,
  modelInWords,
  shadowSentence,
  theModel
} from "./part-NPRE7VGJ.js";
import {
  COMMANDS,
  NO_VALUE,
  are,
  bytes,
  characters,
  count,
  failureWords,
  firstFew,
  grouped,
  isEmbedded,
  learnedWords,
  leftOutWords,
  list,
  methodName,
  modelName,
  noteWords,
  percent,
  protocolWords,
  revisionName,
  revisionWithHash,
  shardWords,
  share,
  shortRevision,
  sourceName,
  spokenName,
  trainedAt
} from "./part-Y2ATTVYL.js";
import {
  scoresOf,
  stubSimilarityOf
} from "./part-N3MN6HD6.js";
import {
  compareText,
  significant,
  visible,
  visibleCode,
  writtenOut
} from "./part-5YJMR3U6.js";
import {
  EMPTY_BODY
} from "./part-Z56BS6C5.js";
import {
  modelCardSchema,
  writeOutput
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/report/schema.ts
import { z as z11 } from "zod";

// src/report/schema/asking.ts
import { z as z2 } from "zod";

// src/report/schema/scores.ts
import { z } from "zod";
var scores = {
  errorRate: z.number().nullable().describe("Mean Levenshtein distance, in UTF-16 code units; null where there is nothing to take a mean of."),
  similarity: z.number().nullable().describe("Mean of 1 − distance / max(|a|, |b|), in [0, 1]; null where there is nothing to take a mean of."),
  recovery: z.number().nullable().describe(
    "Share of what was erased that came back: 0 where a stub starts, 1 when all is back, negative when worse; null where nothing was erased."
  )
};
var fileSummarySchema = z.object({ count: z.int().nonnegative().describe("Files compared, those without bodies included."), ...scores }).meta({
  id: "FileSummary",
  title: "Means over files",
  description: "Whole files compared; a failed method stands in its file as a stub."
});
var methodSummarySchema = z.object({
  count: z.int().nonnegative().describe("Eligible methods: scored and failed."),
  scored: z.int().nonnegative().describe("Methods for which the model wrote a body; the means are over these."),
  failed: z.int().nonnegative().describe("Methods for which there is no usable answer."),
  ...scores,
  withFailuresAsStubs: z.object(scores).describe(
    "The same means over all eligible methods, each failed one counted as its stub. These decide verdicts."
  )
}).meta({
  id: "MethodSummary",
  title: "Means over methods",
  description: "Method bodies compared, each with its braces."
});
var summarySchema = z.object({ files: fileSummarySchema, methods: methodSummarySchema }).meta({
  id: "Summary",
  title: "Summary",
  description: "Means over files and over methods; the two are not comparable."
});
var fileRowSchema = z.object({
  id: z.string().describe("The path."),
  distance: z.int().nonnegative().describe("Levenshtein distance, in UTF-16 code units."),
  similarity: z.number().describe("1 − distance / max(|a|, |b|), in [0, 1].")
}).meta({ id: "FileRow", title: "File", description: "One file, compared with itself as the model wrote it." });
var methodId = z.string().meta({
  id: "MethodId",
  title: "Method id",
  description: "`path#Outer.Inner.name(ParamType,…)`; constructors are named `<init>`."
});
var failureSchema = z.object({
  reason: z.enum(["refused", "timed-out", "cut-off", "does-not-parse", "does-not-fit", "missing", "error"]).describe("Why."),
  detail: z.string().describe("One line for people.")
}).nullable().describe("Why there is no usable answer; null when there is one.");
var methodRow = {
  id: methodId,
  path: z.string().describe("The file, relative to the root of the repository."),
  line: z.int().positive().describe("Line of the name, from 1."),
  distance: z.int().nonnegative().nullable().describe("Levenshtein distance of the bodies, in UTF-16 code units; null when there is no usable answer."),
  similarity: z.number().nullable().describe("1 − distance / max(|a|, |b|) of the bodies, in [0, 1]; null when there is no usable answer."),
  failure: failureSchema,
  confidence: z.number().nullable().describe("What the model expected its similarity to be, in [0, 1]; null when it does not say.")
};
var methodRowSchema = z.object(methodRow).meta({ id: "MethodRow", title: "Method", description: "One method, compared with itself as the model wrote it." });
var sampleRequest = {
  size: z.int().positive().describe("How many methods were asked for."),
  seed: z.int().describe("The same seed draws the same methods.")
};

// src/report/schema/asking.ts
var counted = z2.int().nonnegative();
var moneySchema = z2.object({ amount: z2.number().nonnegative().describe("The amount."), currency: z2.string().describe("ISO 4217.") }).meta({ id: "Money", title: "Money", description: "An amount of money." });
var usageSchema = z2.object({
  calls: counted.describe("Requests that a server answered, and answers that the cache had."),
  cacheHits: counted.describe("The latter alone."),
  promptTokens: counted.nullable().describe("Of all answers, cached ones too; null where the server did not count."),
  completionTokens: counted.nullable().describe("The same of what was answered."),
  cost: moneySchema.nullable().describe("By the model’s price, of the answers that were not cached; null where no price is known."),
  answeredAs: z2.array(z2.string()).describe("Names that the server answered under, where they are not the one asked for.")
}).meta({ id: "Usage", title: "Usage", description: "What the answers of a language model took." });
var usage = {
  usage: usageSchema.exactOptional().describe("What asking took; absent for a model that costs nothing.")
};
var asking = {
  ...usage,
  unasked: z2.array(methodId).exactOptional().describe("Methods for which the budget did not suffice: counted nowhere. Absent when every one was asked for.")
};
var budgetSchema = z2.object({
  methods: counted.nullable().describe("Methods asked for, at most."),
  tokens: counted.nullable().describe("Tokens of prompts and answers together, at most."),
  cost: z2.number().nonnegative().nullable().describe("Money, in the currency of the model’s price, at most.")
}).meta({ id: "Budget", title: "Budget", description: "What a run may use; null for no bound." });
var modelEstimateSchema = z2.object({
  model: modelCardSchema,
  methods: counted.describe("How many methods it would write."),
  isFree: z2.boolean().describe("Whether it costs nothing, as the embedded model does."),
  tooLong: counted.describe("Methods whose prompt does not fit the window."),
  calls: counted.describe("Different requests."),
  cached: counted.describe("Those of them that the cache can answer."),
  promptTokens: counted.describe("Tokens of the prompts that the cache cannot answer."),
  completionTokens: counted.describe("Tokens of their answers, at most."),
  cost: moneySchema.nullable().describe("At most; null where no price is known."),
  budget: budgetSchema,
  withinBudget: counted.nullable().describe("For how many methods the budget suffices, at least; null without one.")
}).meta({ id: "ModelEstimate", title: "Estimate", description: "What asking one model would take." });
var estimateReportSchema = z2.object({
  schemaVersion: z2.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z2.literal("estimate").describe("The job that made the report."),
  command: z2.string().describe("The command that would ask."),
  models: z2.array(modelEstimateSchema).describe("In the order in which they would be asked.")
}).meta({ id: "EstimateReport", title: "Dry run", description: "What a run would ask, and what that would take." });

// src/report/schema/backtest.ts
import { z as z6 } from "zod";

// src/report/schema/base.ts
import { z as z3 } from "zod";
var revisionLabelSchema = z3.object({
  name: z3.string().describe("What the user called it."),
  revision: z3.string().describe("Commit hash, or WORKTREE for the files as they lie on disk.")
}).meta({ id: "Revision", title: "Revision", description: "A state of the repository." });
var leftOutSchema = z3.object({
  reason: z3.enum(["test", "generated", "vendored", "empty-body"]).describe("Why."),
  methods: z3.int().nonnegative().nullable().describe("Methods left out; null when whole files were left out unread."),
  files: z3.int().nonnegative().describe("Whole files left out.")
}).meta({ id: "LeftOut", title: "Left out", description: "What was not scored, for one reason." });
var noteSchema = z3.object({
  path: z3.string().describe("The file."),
  kind: z3.enum(["partly-parsed", "not-utf-8", "binary", "missing", "too-large"]).describe(
    "partly-parsed: what did not parse has no methods here. not-utf-8: read as Latin-1. The others were not read."
  ),
  lines: z3.array(z3.int().positive()).describe("Lines from 1, for partly-parsed; empty otherwise.")
}).meta({ id: "Note", title: "Note", description: "Something about a file that a reader of the numbers should know." });
function reportBase(kind) {
  return {
    schemaVersion: z3.literal(1).describe("Version of this form; a change that breaks readers raises it."),
    kind: z3.literal(kind).describe("The job that made the report."),
    summary: summarySchema.describe("What came back."),
    stub: summarySchema.describe("The same summary with every body erased: where a model starts."),
    leftOut: z3.array(leftOutSchema).describe("What was not scored, by reason."),
    notes: z3.array(noteSchema).describe("Files that could not be read in full."),
    files: z3.array(fileRowSchema).describe("The files compared, by path.")
  };
}

// src/report/schema/gain.ts
import { z as z4 } from "zod";
var number = z4.int().nonnegative();
var similarity = z4.number();
var gainIntervalSchema = z4.object({ low: z4.number().describe("Its lower end."), high: z4.number().describe("Its upper end.") }).meta({ id: "GainInterval", title: "Interval", description: "A 95 % interval." });
var gainEstimateSchema = z4.object({
  changes: number.describe("Changed methods."),
  commits: number.describe("Commits that they changed in."),
  inUse: similarity.nullable().describe("Mean similarity of the model in use, failures as stubs."),
  fresh: similarity.nullable().describe("Mean similarity of the model trained just before, failures as stubs."),
  gain: z4.number().nullable().describe("The latter minus the former, in similarity; null without changes."),
  interval: gainIntervalSchema.nullable().describe("Of the gain, over commits (delete-one-commit jackknife); null for fewer than two commits."),
  helped: number.describe("Changes that the model trained just before wrote closer."),
  hurt: number.describe("Changes that it wrote less close."),
  same: number.describe("Changes that both wrote equally close."),
  inUseFailed: number.describe("Changes that the model in use failed on."),
  freshFailed: number.describe("Changes that the model trained just before failed on.")
}).meta({ id: "GainEstimate", title: "Gain", description: "How much closer a model trained just before comes." });
var gainStatementSchema = z4.discriminatedUnion("kind", [
  z4.object({
    kind: z4.literal("would-help").describe("The interval is above 0, the gain at least what is asked for.")
  }),
  z4.object({ kind: z4.literal("would-not-help").describe("The interval is below what is asked for.") }),
  z4.object({
    kind: z4.literal("unsure").describe("Neither can be said."),
    reason: z4.enum(["too-few-changes", "too-few-commits", "interval-too-wide"]).describe("Why not.")
  })
]).meta({ id: "GainStatement", title: "Statement", description: "Whether training again would help." });
var gainRowSchema = z4.object({
  commit: z4.string().describe("The commit that changed the method."),
  id: z4.string().describe("Its MethodId after the change."),
  change: z4.enum(["added", "modified", "renamed", "moved"]).describe("What the commit did to it."),
  inUse: similarity.describe("Similarity of what the model in use wrote; of the stub where it failed."),
  fresh: similarity.describe("Similarity of what the model trained just before wrote; of the stub where it failed."),
  inUseFailed: z4.boolean().describe("Whether the model in use failed."),
  freshFailed: z4.boolean().describe("Whether the model trained just before failed.")
}).meta({ id: "GainRow", title: "Changed method", description: "One changed method, written by both models." });
var windowSchema = z4.object({
  days: number.describe("How many days before the head were asked for."),
  limit: z4.enum(["days", "training", "shallow-clone", "unknown-training"]).describe(
    "Why the window begins where it does. unknown-training: nobody knows what the model was trained on, so it may have learned some of the changes."
  ),
  from: z4.string().nullable().describe("Day of the first commit; null when there is none."),
  until: z4.string().nullable().describe("Day of the last commit; null when there is none."),
  commits: number.describe("Commits on the line of first parents."),
  commitsWithCode: number.describe("Those at which main sources differ.")
});
var gainReportSchema = z4.object({
  schemaVersion: z4.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z4.literal("gain").describe("The job that made the report."),
  protocol: z4.literal("in-place").describe("One method is erased at a time."),
  head: revisionLabelSchema.describe("Where the window ends."),
  model: modelCardSchema.nullable().describe("The model in use; null when no code changed."),
  modelOrigin: z4.enum(["kept", "made-at-revision", "made-at-window-start"]).describe(
    "kept: by train. made-at-revision: the embedded model, made for this report as a shadow at the revision that was asked for. made-at-window-start: the same where the window begins, since no model is kept."
  ),
  window: windowSchema.describe("The piece of history that was replayed."),
  fresh: z4.object({
    trainings: number.describe("How often it was trained on the way."),
    commitsBehind: number.describe("Commits with code between its training and a change, at most."),
    daysBehind: z4.number().describe("Days between its training and a change, at most.")
  }).describe("The model trained just before each change."),
  policy: z4.object({
    leastGain: z4.number().describe("The gain, in similarity, from which training again is worth it."),
    leastChanges: number.describe("Changes without which nothing is said.")
  }).describe("What the statement was made by."),
  statement: gainStatementSchema,
  all: gainEstimateSchema.describe("Over all changed methods."),
  modified: gainEstimateSchema.describe("Over those that were there before: modified, renamed or moved."),
  added: gainEstimateSchema.describe("Over new methods."),
  leftOut: z4.array(leftOutSchema).describe("What was not scored, by reason, over all commits."),
  notes: z4.array(noteSchema).describe("Files that could not be read in full."),
  methods: z4.array(gainRowSchema).describe("The changed methods, by commit, the oldest first, then by id."),
  ...asking
}).meta({ id: "GainReport", title: "Retraining gain", description: "Whether training again would help." });

// src/report/schema/update.ts
import { z as z5 } from "zod";
var counted2 = z5.int().nonnegative();
var estimateFields = {
  value: z5.number().describe("The value, or its estimate where a part alone was scored."),
  margin: z5.number().nullable().describe("Half the width of the 95 % interval; null where everything was scored, which leaves nothing to chance.")
};
var part = (units) => z5.object({
  units: counted2.describe(units),
  points: z5.number().describe("Percentage points by which they moved freshness away from 100 %.")
});
var freshnessSchema = z5.object({
  ...estimateFields,
  parts: z5.object({
    unchanged: part("Methods with the code that was trained on, wherever they stand now.").describe("As trained."),
    modified: part("Methods with another code, name or parameters.").describe("Changed since training."),
    new: part("Methods that came after training.").describe("New since training."),
    deleted: part("Trained methods that are no more.").describe("Deleted since training.")
  }).describe("What moved it; the points add up to the whole movement from 100 %.")
}).meta({
  id: "Freshness",
  title: "Freshness",
  description: "Mean similarity of all methods now, divided by the same on the day of training; 1 is as on that day."
});
var ledgerRevision = z5.object({
  revision: z5.string().describe("Commit hash."),
  committedAt: z5.string().nullable().describe("When it was committed, ISO 8601.")
});
var ledgerPointSchema = z5.object({
  ...ledgerRevision.shape,
  freshness: z5.number().describe("Freshness there; 1 is as on the day of training."),
  margin: z5.number().nullable().describe("Half the width of its 95 % interval; null where everything was scored."),
  units: counted2.describe("Methods in the ledger.")
}).meta({ id: "LedgerPoint", title: "Point", description: "Where the ledger stood after one update." });
var verdictSchema = z5.discriminatedUnion("kind", [
  z5.object({
    kind: z5.literal("fresh").describe("At or above the line."),
    reason: z5.literal("at-or-above-line").describe("Why.")
  }),
  z5.object({ kind: z5.literal("stale").describe("Below the line."), reason: z5.literal("below-line").describe("Why.") }),
  z5.object({
    kind: z5.literal("unknown").describe("Nobody can tell."),
    reason: z5.enum(["no-units", "knew-nothing", "sample-too-small"]).describe(
      "no-units: no method is left. knew-nothing: the model wrote nothing right on the day of training. sample-too-small: the line lies within the interval."
    )
  })
]);
var ledgerSummarySchema = z5.object({
  trainedAt: ledgerRevision.describe("What the model was trained on."),
  line: z5.number().describe("Freshness from which the policy calls a model fresh."),
  verdict: verdictSchema.describe("What the policy makes of it."),
  units: counted2.describe("Methods in the ledger."),
  scored: counted2.describe("How many of them have a score."),
  failed: counted2.describe("How many of the scored have no usable answer; each counts as its stub."),
  now: z5.object(estimateFields).nullable().describe("Mean similarity over all methods; null where there is none."),
  baseline: z5.object({ ...estimateFields, units: counted2.describe("Methods on that day.") }).describe("Mean similarity on the day of training."),
  freshness: freshnessSchema.nullable().describe("Null where no method is left, or nothing was known on the day of training."),
  history: z5.array(ledgerPointSchema).describe("Where it stood, in the order of the updates: the last 30 points.")
}).meta({ id: "Ledger", title: "Ledger", description: "The last known in-place scores of all methods, summed up." });
var updateReportSchema = z5.object({
  ...reportBase("update"),
  protocol: z5.literal("in-place").describe("One body erased at a time, everything else as it stands."),
  route: z5.enum(["by-difference", "by-body", "already-there", "already-later", "budget-spent"]).describe(
    "by-difference: from the files that differ. by-body: the old revision is gone, so that methods were told by their bodies. already-there, already-later: nothing was to be done. budget-spent: the budget did not suffice, and the ledger was left where it stood."
  ),
  from: revisionLabelSchema.describe("Where the ledger stood before."),
  to: revisionLabelSchema.describe("Where it stands now."),
  model: modelCardSchema,
  sample: z5.object(sampleRequest).nullable().describe("The sample that the ledger began with; null when every method was scored."),
  units: z5.object({
    kept: counted2.describe("Methods that kept their place and their score."),
    moved: counted2.describe("Methods that kept their score in another place."),
    scored: counted2.describe("Methods that were scored now: new and changed ones."),
    deleted: counted2.describe("Methods that left.")
  }).describe("What became of the methods."),
  ledger: ledgerSummarySchema,
  methods: z5.array(methodRowSchema).describe("The methods scored by this update, by id."),
  ...asking
}).meta({ id: "UpdateReport", title: "Update", description: "The ledger, brought to a later revision." });

// src/report/schema/backtest.ts
var counted3 = z6.int().nonnegative();
var backtestGainSchema = z6.object({
  changes: counted3.describe("Changed methods."),
  states: counted3.describe("States at which they were found."),
  gain: z6.number().nullable().describe("Mean difference in similarity; null without changes."),
  interval: gainIntervalSchema.nullable().describe("Of the gain, over states; null for fewer than two."),
  statement: gainStatementSchema
}).meta({
  id: "BacktestGain",
  title: "Gain",
  description: "How much closer one model came to some changes than another."
});
var moment = {
  revision: z6.string().describe("Commit hash."),
  committedAt: z6.string().describe("ISO 8601; where dates go back along the line, that of the commit before it.")
};
var pointSchema = z6.object({
  ...moment,
  units: counted3.describe("Methods."),
  scored: counted3.describe("Methods scored for this state."),
  freshness: freshnessSchema.nullable().describe("Null where no method is left."),
  similarity: z6.object(estimateFields).nullable().describe("Mean similarity over all methods."),
  gain: backtestGainSchema.describe(
    "By how much a model trained at the state before each change came closer than the one in use: over the changes of the window that ends here, those since the training."
  )
}).meta({ id: "BacktestPoint", title: "State", description: "A model and its ledger at one state of the project." });
var trainingSchema = z6.object({
  ...moment,
  days: z6.number().describe("Days since the training before."),
  freshness: z6.number().describe("The freshness that asked for it."),
  gain: backtestGainSchema.describe("The gain of the window at that moment, as a team would have seen it."),
  brought: backtestGainSchema.describe(
    "By how much the new model came closer than the old one, over the changes until the next training."
  )
}).meta({ id: "BacktestTraining", title: "Training", description: "A moment at which a line asked for it." });
var outcomeSchema = z6.object({
  line: z6.number().nullable().describe("Trained again below this freshness; null: never."),
  trainings: z6.array(trainingSchema).describe("When, the oldest first."),
  course: z6.array(
    z6.object({
      committedAt: z6.string().describe("ISO 8601."),
      freshness: z6.number().nullable().describe("1 is as on the day of training; null where no method is left.")
    })
  ).describe("Freshness at every state, and once more, of the new model, at those where one was trained."),
  meanFreshness: z6.number().nullable().describe("Over time, straight lines from state to state, a training taking effect at once."),
  meanSimilarity: z6.number().nullable().describe("The same of the mean similarity over all methods."),
  lowestFreshness: z6.number().nullable().describe("At any state, before a training."),
  gain: backtestGainSchema.describe(
    "What is left to gain: by how much a model trained at the state before each change came closer, over all changes."
  ),
  scored: counted3.describe("Methods scored, where a training began its ledger and on the way.")
}).meta({ id: "BacktestOutcome", title: "Outcome", description: "What came of training again below a line." });
var backtestReportSchema = z6.object({
  schemaVersion: z6.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z6.literal("backtest").describe("The job that made the report."),
  protocol: z6.literal("in-place").describe("One method is erased at a time."),
  model: z6.literal("embedded").describe("The model that was trained, again and again."),
  trainAt: revisionLabelSchema.describe("Where it was trained first."),
  until: revisionLabelSchema.describe("Where the history ends."),
  every: z6.object({
    count: z6.int().positive().describe("How many."),
    unit: z6.enum(["days", "weeks", "months", "merges"]).describe("Of what; merges: commits on the first parents.")
  }).describe("How far two states lie apart; the last commit of each stretch counts."),
  span: z6.object({
    states: counted3.describe("After the trained one."),
    from: z6.string().describe("When the trained state was reached, ISO 8601."),
    until: z6.string().describe("When the last one was."),
    days: z6.number().describe("Days between them.")
  }).describe("The history that was replayed."),
  sample: z6.object(sampleRequest).nullable().describe("What was scored where a model was trained; null when every method was."),
  windowDays: counted3.describe("Days of changes over which the gain at a moment is measured."),
  policy: z6.object({
    leastGain: z6.number().describe("The gain, in similarity, from which training again is worth it."),
    leastChanges: counted3.describe("Changes without which nothing is said.")
  }).describe("What the statements were made by."),
  statesBehind: counted3.describe(
    "States between the training of the model anew and the change that it wrote, at most; 0 where it was trained for each."
  ),
  points: z6.array(pointSchema).describe("The model that was never trained again, from its training on."),
  outcomes: z6.array(outcomeSchema).describe("Never trained again, then by line, the lowest first.")
}).meta({ id: "BacktestReport", title: "Backtest", description: "Freshness and retraining over a replayed history." });

// src/report/schema/check.ts
import { z as z7 } from "zod";
var VERDICTS = ["reproduced", "outdated", "ambiguous", "familiar", "unfamiliar"];
var checkRowSchema = z7.object({
  ...methodRow,
  change: z7.enum(["added", "modified", "renamed", "moved"]).describe("renamed: another name or other parameters. moved: the same signature in another type or file."),
  previousId: methodId.nullable().describe("The id before the change, where it was another."),
  similarityToPrevious: z7.number().nullable().describe(
    "Similarity of what the model wrote to the body before the change, in [0, 1]; null for an added method or without a usable answer."
  ),
  verdict: z7.enum(VERDICTS).nullable().describe(
    "The first that fits; null when the regeneration failed. reproduced: the same tokens. outdated: closer to the code before the change. ambiguous: its answers disagree. familiar: similar enough for the policy. unfamiliar: the rest."
  ),
  knewPrevious: z7.boolean().nullable().describe(
    "Whether the model could write the body before the change as well as the policy asks; null for an added method, and when the model failed there."
  )
}).meta({
  id: "CheckRow",
  title: "Changed method",
  description: "One method of the change, and how the model stands to it."
});
var counted4 = z7.int().nonnegative();
var checkReportSchema = z7.object({
  ...reportBase("check"),
  protocol: z7.literal("in-place").describe("One body erased at a time, everything else as it stands."),
  base: revisionLabelSchema.describe("Where the change starts."),
  head: revisionLabelSchema.describe("Where the change ends."),
  model: modelCardSchema.nullable().describe("Who wrote the methods again; null when no method changed, so that no model was asked."),
  modelOrigin: z7.enum(["trained", "trained-later", "trained-on-base"]).nullable().describe(
    "trained: before the change, and kept. trained-later: at a state that is not before the change, so that it may have learned it. trained-on-base: on the spot from the base; it shows what the change moves, not how old a model is."
  ),
  policy: z7.object({
    familiar: z7.number().describe("Similarity from which an answer counts as familiar, in [0, 1]."),
    ambiguous: z7.number().describe("Disagreement of the answers above which a verdict is ambiguous, in [0, 1]."),
    countCosmetic: z7.boolean().describe("Whether changes of white space and comments alone count as changes.")
  }).describe("What the verdicts were judged by."),
  verdicts: z7.object({
    reproduced: counted4.describe("Methods written with the same tokens."),
    outdated: counted4.describe("Methods of which the model restores the old code."),
    ambiguous: counted4.describe("Methods on which the model’s answers disagree."),
    familiar: counted4.describe("Methods written much as they are."),
    unfamiliar: counted4.describe("Changed methods that the model writes otherwise; added ones are newToIt."),
    newToIt: counted4.describe("Added methods that the model writes otherwise."),
    failed: counted4.describe("Methods without a usable answer.")
  }).describe("How many methods have each verdict; together all of them."),
  methods: z7.array(checkRowSchema).describe("The changed methods, by id."),
  cosmetic: z7.array(methodId).describe("Methods of which white space or comments alone changed."),
  moved: z7.array(z7.object({ id: methodId, previousId: methodId.describe("The id before the change.") })).describe("Methods that moved to another file or type with the same tokens."),
  deleted: z7.array(methodId).describe("Methods that are no more."),
  ...asking
}).meta({
  id: "CheckReport",
  title: "Check",
  description: "Which of the methods that a change touched the model still knows."
});

// src/report/schema/compare.ts
import { z as z8 } from "zod";

// src/core/method-class.ts
var METHOD_CLASSES = ["constructor", "accessor", "override", "other"];
var SIZE_BANDS = ["up to 3 lines", "4 to 10 lines", "11 to 30 lines", "over 30 lines"];
function methodClassOf(unit, body) {
  if (unit.kind !== "method") return "constructor";
  if (isGetter(unit, body) || isSetter(unit, body)) return "accessor";
  return unit.modifiers.some((modifier) => OVERRIDE.test(modifier)) ? "override" : "other";
}
var OVERRIDE = /^@\s*(?:java\s*\.\s*lang\s*\.\s*)?Override\b/;
var FIELD = "(?:this \\. )?(?<field>#)";
var GETTER = new RegExp(`^\\{ return ${FIELD} ; \\}$`);
var SETTER = new RegExp(`^\\{ ${FIELD} = (?<value>#) ; (?:return this ; )?\\}$`);
function shapeOf(tokens2) {
  return tokens2.map(({ kind, text }) => kind === "identifier" ? "#" : text).join(" ");
}
function isGetter({ parameters }, body) {
  return parameters.length === 0 && GETTER.test(shapeOf(significant(body)));
}
function isSetter({ parameters }, body) {
  const [parameter, ...others] = parameters;
  if (parameter === void 0 || others.length > 0) return false;
  const tokens2 = significant(body);
  if (!SETTER.test(shapeOf(tokens2))) return false;
  const value = tokens2.filter(({ kind }) => kind === "identifier").at(1);
  return value?.text === parameter.name;
}
function sizeBandOf(body) {
  const lines = body.split(/\r\n|\n|\r/).length;
  if (lines <= 3) return "up to 3 lines";
  if (lines <= 10) return "4 to 10 lines";
  return lines <= 30 ? "11 to 30 lines" : "over 30 lines";
}

// src/report/schema/compare.ts
var number2 = z8.int().nonnegative();
var shard = {
  index: z8.int().positive().describe("Which part, from 1."),
  count: z8.int().positive().describe("Of how many.")
};
var intervalSchema = z8.object({ low: z8.number().describe("Its lower end."), high: z8.number().describe("Its upper end.") }).meta({ id: "BootstrapInterval", title: "Interval", description: "A 95 % interval, by the bootstrap over files." });
var interval = (what) => intervalSchema.nullable().describe(`${what}; null for fewer than two files.`);
var scoreIntervals = z8.object({
  errorRate: interval("Of the error rate"),
  similarity: interval("Of the similarity"),
  recovery: interval("Of the recovery")
}).meta({
  id: "ScoreIntervals",
  title: "Intervals",
  description: "How far the means may lie from those of everything."
});
var pairedSchema = z8.object({
  methods: number2.describe("Methods that both were asked for."),
  similarity: z8.number().nullable().describe("Mean difference of their similarities; above 0 the contender is closer."),
  errorRate: z8.number().nullable().describe("Mean difference of their distances; below 0 the contender is closer."),
  won: number2.describe("Methods that the contender wrote closer, by similarity."),
  tied: number2.describe("Methods that both wrote equally close."),
  lost: number2.describe("Methods that the baseline wrote closer."),
  intervals: z8.object({
    similarity: interval("Of the difference of similarities"),
    errorRate: interval("Of the difference of distances")
  }).nullable().describe("Null when every method was scored.")
}).meta({
  id: "PairedDifference",
  title: "Difference",
  description: "Contender minus baseline, method by method, failures as stubs."
});
var contenderSchema = z8.object({
  name: z8.string().describe("What it is called here; unique."),
  kind: z8.enum(["stub", "model", "tree"]).describe("Every body erased, a model, or a tree that anything else wrote."),
  model: modelCardSchema.nullable().describe("Of a model; null otherwise."),
  directory: z8.string().nullable().describe("Of a tree; null otherwise."),
  ...usage,
  answeringMs: z8.number().nonnegative().nullable().describe("What its answers took one after the other, in milliseconds; null where no language model was asked."),
  summary: summarySchema.describe("What came back."),
  exact: number2.describe("Methods that came back with the same tokens."),
  parses: number2.describe("Methods for which it wrote one body of the language."),
  unasked: number2.describe("Methods for which the budget did not suffice: counted nowhere else."),
  intervals: z8.object({
    files: scoreIntervals.describe("Of the means over files."),
    methods: scoreIntervals.describe("Of the means over methods, failures as stubs.")
  }).nullable().describe("Null when every method was scored."),
  paired: pairedSchema.nullable().describe("Against the baseline; null for the baseline itself.")
}).meta({ id: "Contender", title: "Contender", description: "One of those that are compared." });
var groupSchema = z8.object({
  by: z8.enum(["kind", "size", "package"]).describe("What the methods have in common."),
  name: z8.string().describe("Which kind, size or package."),
  methods: number2.describe("How many methods."),
  contenders: z8.array(
    z8.object({
      count: number2.describe("Methods that it was asked for."),
      failed: number2.describe("Those that it failed on."),
      exact: number2.describe("Those that came back with the same tokens."),
      ...scores
    })
  ).describe("Means over methods, failures as stubs, in the order of the contenders.")
}).meta({ id: "MethodGroup", title: "Group", description: "Methods of one kind, size or package." });
var answerSchema = z8.object({
  distance: number2.nullable().describe("Levenshtein distance of the bodies; null when it failed."),
  similarity: z8.number().nullable().describe("Similarity of the bodies, in [0, 1]; null when it failed."),
  exact: z8.boolean().describe("Whether the tokens are the same."),
  parses: z8.boolean().describe("Whether it is one body of the language."),
  failure: failureSchema
}).meta({ id: "ComparedAnswer", title: "Answer", description: "What one contender made of one method." });
var methodSchema = z8.object({
  id: methodId,
  path: z8.string().describe("The file, relative to the root."),
  line: z8.int().positive().describe("Line of the name, from 1."),
  package: z8.string().describe("Its package; empty for the unnamed one."),
  kind: z8.enum(METHOD_CLASSES).describe("accessor: by its tokens, returns or assigns a field and nothing else. override: by its annotation."),
  size: z8.enum(SIZE_BANDS).describe("Lines of its body."),
  length: number2.describe("Length of its body with its braces, in UTF-16 code units."),
  answers: z8.array(answerSchema.nullable()).describe("In the order of the contenders; null for one not asked.")
}).meta({ id: "ComparedMethod", title: "Method", description: "One method, as every contender wrote it." });
var fileSchema = z8.object({
  id: z8.string().describe("The path."),
  answers: z8.array(
    z8.object({
      distance: number2.describe("Levenshtein distance of the file, in UTF-16 code units."),
      similarity: z8.number().describe("Similarity of the file, in [0, 1]."),
      erased: number2.describe("Characters that were erased before it wrote.")
    }).nullable()
  ).describe("In the order of the contenders; null for one that was asked for none of its methods.")
}).meta({ id: "ComparedFile", title: "File", description: "One file, as every contender wrote it." });
var compareReportSchema = z8.object({
  schemaVersion: z8.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z8.literal("compare").describe("The job that made the report."),
  protocol: z8.enum(["recreate", "in-place"]).describe("What was erased together: every body, or one at a time."),
  source: z8.union([z8.object({ directory: z8.string().describe("The directory.") }), revisionLabelSchema]).describe("What was erased: a directory or a revision."),
  sample: z8.object({ ...sampleRequest, methods: number2.describe("Eligible methods, of which the sample was drawn.") }).nullable().describe("What was drawn by lot; null when all were scored."),
  shard: z8.object(shard).exactOptional().describe("Which part of a comparison this is, for merge-reports; absent for all of it."),
  baseline: z8.string().describe("The contender that the others are compared with."),
  contenders: z8.array(contenderSchema).describe("The stub first, then models, then trees, as they were named."),
  groups: z8.array(groupSchema).describe("By kind, by size, by package."),
  leftOut: z8.array(leftOutSchema).describe("What was not scored, by reason."),
  notes: z8.array(noteSchema).describe("Files that could not be read in full."),
  files: z8.array(fileSchema).describe("The files compared, by path."),
  methods: z8.array(methodSchema).describe("The methods compared, by id.")
}).meta({ id: "CompareReport", title: "Comparison", description: "Several models on the same methods." });

// src/report/schema/drift.ts
import { z as z9 } from "zod";
var counted5 = z9.int().nonnegative();
var shareOf = z9.number().nonnegative();
var standingSchema = z9.object({
  lines: counted5.describe("Lines that hold a word and stand in their file, whatever it is called now."),
  methods: counted5.describe("Methods of which the name, parameters and body stand with the same tokens.")
}).meta({ id: "Standing", title: "Standing", description: "How much there is of the code of the first day." });
var monthSchema = z9.object({
  month: z9.string().describe("Year and month in UTC, as 2026-03."),
  revision: z9.string().describe("The last commit of the month on the line of first parents, or of an earlier month where it has none."),
  whole: z9.boolean().describe("Whether the history goes on beyond it; the last month may have days to come."),
  commits: counted5.describe("Commits on the line of first parents; a merge counts once."),
  lines: counted5.describe("Lines of main source where the month starts."),
  added: counted5.describe(
    "Lines added from the end of the month before to its own, as git diff --numstat -M counts."
  ),
  deleted: counted5.describe("Lines deleted."),
  files: counted5.describe("Main source files with a line added or deleted; a rename alone is no change."),
  share: shareOf.nullable().describe("(added + deleted) / lines; null where there were no lines."),
  standing: standingSchema.nullable().describe("What stands at its end; null for a month before the first day.")
}).meta({ id: "DriftMonth", title: "Month", description: "What one month changed." });
var halfLifeSchema = z9.object({
  months: z9.number().positive().describe("Months of 30.4375 days after which half is gone, by the fitted curve."),
  misfit: z9.number().nonnegative().describe("Root mean square of the difference between the shares and the curve, in shares."),
  points: counted5.describe("Month ends that the curve is fitted to.")
}).meta({
  id: "HalfLife",
  title: "Half-life",
  description: "From the exponential decay that fits the shares still standing best (least squares of the shares)."
});
var survivalSchema = z9.object({
  origin: z9.enum(["trained", "start"]).describe("trained: the revision that the model was trained at. start: where the months start."),
  revision: z9.string().describe("The commit of the first day."),
  committedAt: z9.string().describe("When it was committed, ISO 8601."),
  files: counted5.describe("Main source files of the first day."),
  lines: counted5.describe("Their lines that hold a word."),
  methods: counted5.describe("Their methods that have something to write."),
  linesHalfLife: halfLifeSchema.nullable().describe("Of the lines; null where nothing went, or for under 3 months."),
  methodsHalfLife: halfLifeSchema.nullable().describe("Of the methods.")
}).meta({ id: "Survival", title: "Survival", description: "The code of the first day, which the months are held to." });
var intervalSchema2 = z9.object({
  level: z9.number().describe("The share of cases that it is meant to hold."),
  low: z9.number().describe("Its lower end."),
  high: z9.number().describe("Its upper end.")
}).meta({ id: "Interval", title: "Interval", description: "Where a value is expected." });
var yearlySchema = z9.object({
  share: shareOf.describe("Lines changed in twelve months ÷ lines: the mean month × 12."),
  interval: intervalSchema2.nullable().describe("Where it falls if months stay as they were; null for one month."),
  months: counted5.describe("Whole months that it is projected from, twelve at most.")
}).meta({ id: "YearlyDrift", title: "Yearly drift", description: "How much a year changes, by the last months." });
var packageSchema = z9.object({
  name: z9.string().describe("The package, by the folders of its files; modules together."),
  added: counted5.describe("Lines added in the months."),
  deleted: counted5.describe("Lines deleted in the months."),
  lines: counted5.describe("Its lines where the history ends; 0 when it is gone.")
}).meta({ id: "PackageChurn", title: "Package", description: "What changed in one package." });
var basis = {
  line: z9.number().describe("The freshness at which the policy asks for retraining."),
  points: counted5.describe("Entries of the ledger’s history that the forecast stands on."),
  from: z9.string().describe("The first of them, ISO 8601."),
  to: z9.string().describe("The last of them, ISO 8601."),
  perYear: z9.number().describe("Freshness gained in a year; negative when it falls.")
};
var forecastSchema = z9.discriminatedUnion("kind", [
  z9.object({ kind: z9.literal("crossed").describe("It is at the line or below already."), ...basis }),
  z9.object({ kind: z9.literal("not-in-sight").describe("It does not reach the line within ten years."), ...basis }),
  z9.object({
    kind: z9.literal("expected").describe("It is expected to reach the line."),
    ...basis,
    day: z9.string().describe("The day on which it is expected to, UTC."),
    level: z9.number().describe("The level of the interval from earliest to latest."),
    earliest: z9.string().describe("The earliest day of the interval."),
    latest: z9.string().nullable().describe("The latest; null where it may as well not cross within ten years.")
  })
]).meta({ id: "Forecast", title: "Forecast", description: "When freshness crosses the policy’s line." });
var driftReportSchema = z9.object({
  schemaVersion: z9.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z9.literal("drift").describe("The job that made the report."),
  until: revisionLabelSchema.describe("Where the history ends."),
  model: modelCardSchema.nullable().describe("The model whose training survival and forecast start from; null without one. It was not asked."),
  months: z9.array(monthSchema).describe("The months, oldest first."),
  size: z9.object({ lines: counted5.describe("Lines."), files: counted5.describe("Files.") }).describe("The main sources where the history ends."),
  yearly: yearlySchema.nullable().describe("The projected yearly drift; null without a whole month."),
  survival: survivalSchema.nullable().describe("What survival is counted from; null without main sources."),
  trainedRevisionPassedOver: z9.enum(["not-in-clone", "later-than-history"]).nullable().describe("Why survival does not start where the model was trained; null when it does, or without a model."),
  packages: z9.array(packageSchema).describe("The packages that changed, most lines first."),
  forecast: forecastSchema.nullable().describe("null without a history of freshness."),
  leftOut: z9.array(leftOutSchema).describe("What survival does not count on the first day, by reason."),
  notes: z9.array(noteSchema).describe("Files of the first day that could not be read in full.")
}).meta({ id: "DriftReport", title: "Drift", description: "How fast the code moves, from git’s history alone." });

// src/report/schema/status.ts
import { z as z10 } from "zod";
var counted6 = z10.int().nonnegative();
var standingLedgerSchema = ledgerSummarySchema.extend({
  standsAt: ledgerRevision.describe("The revision whose methods it holds."),
  commitsBehind: counted6.nullable().describe(
    "Commits of the line of first parents that it has yet to be brought over; null where the clone cannot tell."
  ),
  answers: z10.enum(["own", "predecessor"]).describe("predecessor: the model in use has no ledger that is scored enough, that of the one before answers."),
  model: z10.object({
    provider: z10.string().describe("Who answered."),
    name: z10.string().describe("The model’s name, as its provider knows it."),
    fingerprint: z10.string().describe("Same fingerprint, same answers.")
  }).describe("Whose answers are scored in it."),
  sample: z10.object(sampleRequest).nullable().describe("The sample that it began with; null when every method was scored."),
  history: z10.array(ledgerPointSchema).describe("Where it stood since training, in the order of the updates.")
}).meta({ id: "StandingLedger", title: "Ledger with its past", description: "A ledger’s summary, and whose it is." });
var gainSummarySchema = gainReportSchema.omit({ methods: true }).meta({ id: "GainSummary", title: "Gain", description: "Whether training again would help, without the methods." });
var recommendationSchema = z10.object({
  kind: z10.enum(["keep", "retrain-soon", "retrain-now"]).describe("What to do with the model."),
  day: z10.string().nullable().describe("About when, for retrain-soon; null where no day can be told."),
  reasons: z10.array(
    z10.enum([
      "stale",
      "crossing-forecast",
      "near-line",
      "fresh",
      "freshness-unknown",
      "gain-worth-it",
      "gain-too-small",
      "gain-unknown"
    ])
  ).describe("Why; the first one decided.")
}).meta({ id: "Recommendation", title: "Recommendation", description: "What to do with the model, and why." });
var statusReportSchema = z10.object({
  schemaVersion: z10.literal(1).describe("Version of this form; a change that breaks readers raises it."),
  kind: z10.literal("status").describe("The job that made the report."),
  at: revisionLabelSchema.describe("Where it looks; the day of this commit is today."),
  model: modelCardSchema,
  age: z10.object({
    days: counted6.nullable().describe("Whole days from the training to there; null where nobody can tell."),
    commits: counted6.nullable().describe("Commits of the line of first parents that the training does not hold; null likewise.")
  }).describe("How old the model is."),
  ledger: standingLedgerSchema.nullable().describe("The ledger that answers; null without one."),
  gain: gainSummarySchema.nullable().describe("null when it was not measured."),
  drift: driftReportSchema.nullable().describe("With the forecast; null when it was not measured."),
  unmeasured: z10.array(
    z10.object({
      what: z10.enum(["gain", "drift"]).describe("What was not measured."),
      reason: z10.enum(["not-asked", "shallow-clone", "no-source-files"]).describe(
        "Why. shallow-clone: the clone begins within the months asked for. no-source-files: no main source."
      )
    })
  ).describe("What was not measured, and why."),
  recommendation: recommendationSchema
}).meta({ id: "StatusReport", title: "Status", description: "All that is known of a model, and what to do about it." });

// src/report/schema.ts
var methods = z11.array(methodRowSchema).describe("The methods compared, by id.");
var reproduced = z11.int().nonnegative().describe("How many methods came back with the same tokens.");
var stubMeasure = z11.object({
  distance: z11.int().nonnegative().describe("Characters that were erased."),
  similarity: z11.number().describe("Similarity of the stub to the original, in [0, 1].")
}).meta({ id: "StubMeasure", title: "Stub", description: "Where a model starts." });
var evaluateReportSchema = z11.object({
  ...reportBase("evaluate"),
  protocol: z11.enum(["recreate", "in-place"]).describe(
    "What was erased together: every body at once, or one at a time. Scores of the two are not comparable."
  ),
  source: z11.union([z11.object({ directory: z11.string().describe("The directory.") }), revisionLabelSchema]).describe("What was erased: a directory or a revision."),
  model: modelCardSchema,
  sample: z11.object({
    ...sampleRequest,
    methods: z11.int().nonnegative().describe("Eligible methods, of which the sample was drawn.")
  }).nullable().describe("What was drawn by lot, from strata of neighbouring files and like sizes; null when all were scored."),
  shard: z11.object({
    ...shard,
    stubs: z11.object({
      files: z11.array(stubMeasure).describe("Of the files, in their order."),
      methods: z11.array(stubMeasure).describe("Of the methods, in their order.")
    }).describe("What the rows are with every body erased, for the means over all parts.")
  }).exactOptional().describe("Which part of an evaluation this is, for merge-reports; absent for all of it."),
  reproduced,
  methods,
  ...asking
}).meta({ id: "EvaluateReport", title: "Evaluation", description: "How close the model comes to a whole codebase." });
var scoreReportSchema = z11.object({
  ...reportBase("score"),
  original: z11.string().describe("The directory with the original files."),
  regenerated: z11.string().describe("The directory with the files as they were written again."),
  reproduced,
  methods
}).meta({ id: "ScoreReport", title: "Score", description: "How close one directory comes to another." });
var eraseReportSchema = z11.object({
  ...reportBase("erase"),
  directory: z11.string().describe("The directory that was read."),
  outputDirectory: z11.string().describe("The directory that was written."),
  erased: z11.object({
    bodies: z11.int().nonnegative().describe("Bodies erased."),
    characters: z11.int().nonnegative().describe("UTF-16 code units erased.")
  }).describe("How much was erased."),
  methods
}).meta({ id: "EraseReport", title: "Erasure", description: "A codebase with every method body erased." });
var trainReportSchema = z11.object({
  ...reportBase("train"),
  source: revisionLabelSchema.describe("What the model was trained on."),
  model: modelCardSchema,
  output: z11.object({
    model: z11.string().describe("File of the model."),
    card: z11.string().describe("File of the model card."),
    bytes: z11.int().nonnegative().describe("Size of the model’s file.")
  }).describe("What was written."),
  methods
}).meta({ id: "TrainReport", title: "Training", description: "A model of one state of a project." });
var reportSchema = z11.discriminatedUnion("kind", [
  checkReportSchema,
  evaluateReportSchema,
  compareReportSchema,
  scoreReportSchema,
  eraseReportSchema,
  trainReportSchema,
  updateReportSchema,
  driftReportSchema,
  gainReportSchema,
  statusReportSchema,
  backtestReportSchema,
  estimateReportSchema
]).meta({ title: "Palimpsest report", description: "What a job of palimpsest found, version 1." });

// src/report/json.ts
var INDENT = 2;
function renderJson(report) {
  return `${JSON.stringify(reportSchema.parse(report), null, INDENT)}
`;
}
function parseReport(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const { success, data } = reportSchema.safeParse(json);
  return success && (data.kind === "evaluate" || data.kind === "compare") ? data : null;
}

// src/report/line-diff.ts
import { diffArrays } from "diff";
var EDITS_WORTH_READING = 2e3;
function linesOf(text) {
  return text.split(/\r\n|\n|\r/);
}
function lineDiff(code2, written2) {
  const before2 = linesOf(code2);
  const after = linesOf(written2);
  const parts = diffArrays(before2, after, { maxEditLength: EDITS_WORTH_READING });
  if (parts === void 0) return [...marked("-", before2), ...marked("+", after)];
  return parts.flatMap((part2) => marked(part2.removed ? "-" : part2.added ? "+" : " ", part2.value));
}
function differs(lines) {
  return lines.some(({ mark }) => mark !== " ");
}
function dedent(lines) {
  const telling = lines.filter(({ text }) => text.trim() !== "" && !text.startsWith("{"));
  const shared = telling.length === 0 ? 0 : Math.min(...telling.map(({ text }) => indentOf(text)));
  return lines.map((line2) => line2.text.startsWith("{") ? line2 : { ...line2, text: line2.text.slice(shared) });
}
function indentOf(text) {
  return text.length - text.trimStart().length;
}
function marked(mark, texts) {
  return texts.map((text) => ({ mark, text }));
}

// src/report/standing.ts
var STANDINGS = [
  "outdated-by-change",
  "outdated",
  "outdated-already",
  "unfamiliar-since",
  "unfamiliar",
  "unfamiliar-already",
  "new",
  "ambiguous",
  "failed",
  "familiar",
  "reproduced"
];
var LABELS = {
  "outdated-by-change": "outdated",
  outdated: "outdated",
  "outdated-already": "outdated",
  "unfamiliar-since": "unfamiliar",
  unfamiliar: "unfamiliar",
  "unfamiliar-already": "unfamiliar",
  new: "new to it",
  ambiguous: "ambiguous",
  failed: "failed",
  familiar: "familiar",
  reproduced: "reproduced"
};
var PHRASES = {
  "outdated-by-change": "outdated by this change",
  outdated: "outdated",
  "outdated-already": "outdated, and was already behind",
  "unfamiliar-since": "unfamiliar since this change",
  unfamiliar: "unfamiliar",
  "unfamiliar-already": "unfamiliar, and was before",
  new: "new to it",
  ambiguous: "ambiguous, its answers disagree",
  familiar: "familiar",
  reproduced: "reproduced"
};
var TALLIES = {
  "outdated-by-change": "outdated by this change",
  outdated: "outdated",
  "outdated-already": "outdated and already behind",
  "unfamiliar-since": "unfamiliar since this change",
  unfamiliar: "unfamiliar",
  "unfamiliar-already": "already unfamiliar",
  new: "new",
  ambiguous: "ambiguous",
  failed: "failed",
  familiar: "familiar",
  reproduced: "reproduced"
};
function standingOf(row4) {
  switch (row4.verdict) {
    case null:
      return "failed";
    case "outdated":
      if (row4.knewPrevious === null) return "outdated";
      return row4.knewPrevious ? "outdated-by-change" : "outdated-already";
    case "unfamiliar":
      if (row4.change === "added") return "new";
      if (row4.knewPrevious === null) return "unfamiliar";
      return row4.knewPrevious ? "unfamiliar-since" : "unfamiliar-already";
    default:
      return row4.verdict;
  }
}
function standingLabel(row4) {
  return LABELS[standingOf(row4)];
}
function standingPhrase(row4) {
  const standing = standingOf(row4);
  if (standing !== "failed") return PHRASES[standing];
  return row4.failure === null ? "failed" : `failed: ${failureWords(row4.failure.reason)}`;
}
function isKnown(row4) {
  const standing = standingOf(row4);
  return standing === "familiar" || standing === "reproduced";
}
function worstFirst(rows) {
  return [...rows].sort(
    (a, b) => STANDINGS.indexOf(standingOf(a)) - STANDINGS.indexOf(standingOf(b)) || (a.similarity ?? 0) - (b.similarity ?? 0) || compareText(a.id, b.id)
  );
}
function tally(rows) {
  const counts = /* @__PURE__ */ new Map();
  for (const row4 of rows) counts.set(standingOf(row4), (counts.get(standingOf(row4)) ?? 0) + 1);
  return counts;
}
function tallyWords(rows) {
  const counts = tally(rows);
  return STANDINGS.flatMap((standing) => {
    const number3 = counts.get(standing) ?? 0;
    return number3 === 0 ? [] : [`${grouped(String(number3))} ${TALLIES[standing]}`];
  });
}
function standingsOf(rows) {
  const [first, ...others] = tally(rows).keys();
  return first !== void 0 && others.length === 0 ? `, ${TALLIES[first]}` : `: ${tallyWords(rows).join(", ")}`;
}
function changedFileCount(report) {
  return new Set(report.methods.map((row4) => row4.path)).size;
}

// src/report/terminal/layout.ts
import pc from "picocolors";
import stringWidth from "string-width";
function paints({ color }) {
  return pc.createColors(color);
}
var ELLIPSIS = "…";
var BAR_CELLS = 10;
var EIGHTHS = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
function widthOf(text) {
  return stringWidth(text);
}
function padEnd(text, width) {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
function padStart(text, width) {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}
function truncateMiddle(text, width) {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(ELLIPSIS);
  if (room <= 0) return ELLIPSIS.slice(0, Math.max(0, width));
  const letters = [...new Intl.Segmenter("en").segment(text)].map(({ segment }) => segment);
  const start = take(letters, Math.ceil(room / 2));
  const end3 = take(letters.toReversed(), room - widthOf(start.join("")));
  return start.join("") + ELLIPSIS + end3.toReversed().join("");
}
function truncatePath(path, width) {
  if (widthOf(path) <= width) return path;
  const folders = path.split("/");
  for (let kept = folders.length - 2; kept >= 1; kept--) {
    const shorter = [...folders.slice(0, 1), ELLIPSIS, ...folders.slice(-kept)].join("/");
    if (widthOf(shorter) <= width) return shorter;
  }
  const file = [ELLIPSIS, ...folders.slice(-1)].join("/");
  return widthOf(file) <= width ? file : truncateMiddle(folders.at(-1) ?? path, width);
}
function bar(share2, cells = BAR_CELLS) {
  const all = cells * 8;
  const exact = Math.min(1, Math.max(0, share2)) * all;
  const eighths = exact === 0 || exact === all ? exact : Math.min(all - 1, Math.max(1, Math.round(exact)));
  const filled = "█".repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? "");
  return filled.padEnd(cells, "·");
}
var BAR_WIDTH = BAR_CELLS;
function prose(text, { width }, indent = "  ") {
  const lines = [];
  let line2 = "";
  for (const word of text.split(" ")) {
    if (line2 !== "" && widthOf(`${indent}${line2} ${word}`) > width) {
      lines.push(indent + line2);
      line2 = word;
    } else line2 = line2 === "" ? word : `${line2} ${word}`;
  }
  return line2 === "" ? lines : [...lines, indent + line2];
}
function title(parts, options) {
  const gap = "   ";
  const lines = [];
  for (const part2 of parts) {
    const last = lines.at(-1);
    if (last !== void 0 && widthOf(last + gap + part2) <= options.width) lines[lines.length - 1] = last + gap + part2;
    else lines.push(truncateMiddle(last === void 0 ? part2 : `  ${part2}`, options.width));
  }
  return lines.map((line2, index) => index === 0 ? paints(options).bold(line2) : line2);
}
function paragraphs(...blocks) {
  return blocks.filter((lines) => lines.length > 0).flatMap((lines, index) => index === 0 ? lines : ["", ...lines]);
}
function columns(rows, indent) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row4) => widthOf(row4[column] ?? ""))));
  return rows.map(
    (row4) => (indent + row4.map((cell, at) => (at === 0 ? padEnd : padStart)(cell, widths[at] ?? 0)).join("  ")).trimEnd()
  );
}
function take(letters, width) {
  let used = 0;
  const taken = [];
  for (const letter of letters) {
    used += widthOf(letter);
    if (used > width) break;
    taken.push(letter);
  }
  return taken;
}

// src/report/terminal/show.ts
var INDENT2 = "  ";
function renderShow(row4, options) {
  const name2 = visible(methodName(row4.id, row4.path));
  const place = truncatePath(visible(`${row4.path}:${row4.line}`), options.width - INDENT2.length);
  const lines = paragraphs(
    title([name2, place, row4.change], options),
    prose(measured(row4), options),
    before(row4, options),
    [heading("after", options), ...code(row4.texts.after)],
    written(row4, options)
  );
  return `${lines.join("\n")}
`;
}
function measured(row4) {
  const parts = [standingPhrase(row4)];
  if (row4.similarity !== null) parts.push(`similarity ${percent(row4.similarity)}`);
  if (row4.similarityToPrevious !== null) parts.push(`to the code before ${percent(row4.similarityToPrevious)}`);
  if (row4.confidence !== null) parts.push(`the model expected ${percent(row4.confidence)}`);
  return parts.join(", ");
}
function before(row4, options) {
  const previousName = row4.previousId === null ? "" : `, as ${visible(methodName(row4.previousId))}`;
  if (row4.texts.before === null) return [heading("before: there was none", options)];
  if (row4.texts.before === row4.texts.after) return [heading(`before${previousName}: the same code`, options)];
  return [heading(`before${previousName}`, options), ...code(row4.texts.before)];
}
function written(row4, options) {
  if (row4.texts.regenerated === null) {
    return [heading("the model wrote nothing", options), ...prose(visible(row4.failure?.detail ?? ""), options)];
  }
  const diff = lineDiff(row4.texts.after, row4.texts.regenerated);
  if (!differs(diff)) return [heading("the model wrote the code after, line for line", options)];
  return [
    heading("what the model wrote (- the code after, + the model)", options),
    ...dedent(diff).map((line2) => marked2(line2, options))
  ];
}
function code(text) {
  const lines = dedent(linesOf(text).map((line2) => ({ text: line2 })));
  return lines.map((line2) => (INDENT2 + visibleCode(line2.text)).trimEnd());
}
function marked2({ mark, text }, options) {
  const paint = paints(options);
  const line2 = `${mark} ${visibleCode(text)}`.trimEnd();
  if (mark === "-") return paint.red(line2);
  return mark === "+" ? paint.green(line2) : line2;
}
function heading(text, options) {
  return paints(options).bold(text);
}

// src/report/asking-words.ts
function money({ amount, currency }) {
  if (amount === 0) return `0 ${currency}`;
  const digits = amount >= 1 ? 2 : Math.min(9, 2 - Math.floor(Math.log10(amount)));
  const [whole = "", decimals = ""] = amount.toFixed(digits).split(".");
  return `${grouped(whole)}.${decimals} ${currency}`;
}
function usageSentences({ usage: usage2 }, quote = (name2) => visible(name2)) {
  if (usage2 === void 0 || usage2.calls === 0) return [];
  const { answeredAs } = usage2;
  const said = [answersWords(usage2), tokenWords(usage2), ...usage2.cost === null ? [] : [money(usage2.cost)]].join("; ");
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
function tokens(number3) {
  return count(number3, "token");
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
function estimateSentence(estimate, quote = (name2) => visible(name2)) {
  const { model, methods: methods2, isFree, calls } = estimate;
  const name2 = quote(modelName(model));
  if (methods2 === 0) return `${name2} would be asked nothing: there is no method to write`;
  if (isFree) return `${name2} would write ${count(methods2, "method")} and costs nothing`;
  if (calls === 0) return `${name2} would be asked nothing for ${count(methods2, "method")}`;
  return `${name2} would be asked ${times(calls)} for ${count(methods2, "method")}`;
}
function times(number3) {
  return number3 === 1 ? "once" : `${grouped(String(number3))} times`;
}
function estimateDetails({ isFree, methods: methods2, ...estimate }) {
  if (isFree || methods2 === 0) return [];
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
    ...withinBudget === null ? [] : [budgetWords(budget, withinBudget, methods2)]
  ];
}
function shareWords(cached, calls) {
  if (cached === 0) return "none of the answers";
  if (cached === calls) return "all of the answers: nothing would be paid for";
  return `${grouped(String(cached))} of the ${count(calls, "answer")}`;
}
function budgetWords(budget, withinBudget, methods2) {
  const bounds = [
    ...budget.methods === null ? [] : [count(budget.methods, "method")],
    ...budget.tokens === null ? [] : [tokens(budget.tokens)],
    ...budget.cost === null ? [] : [`a cost of ${budget.cost}`]
  ];
  const enough = withinBudget >= methods2;
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
  const exact = FRESHNESS_PARTS.map((name2) => parts[name2].points * 10);
  const shown2 = exact.map(Math.floor);
  let left = shownTenths(value) - 1e3 - shown2.reduce((sum, tenth) => sum + tenth, 0);
  const rest = (index) => (exact[index] ?? 0) - (shown2[index] ?? 0);
  for (const index of [...exact.keys()].sort((a, b) => rest(b) - rest(a))) {
    if (left <= 0) break;
    shown2[index] = (shown2[index] ?? 0) + 1;
    left--;
  }
  const word = (index) => {
    const tenth = shown2[index] ?? 0;
    return tenth > 0 ? `+${tenths(tenth)}` : tenths(tenth);
  };
  return { unchanged: word(0), modified: word(1), new: word(2), deleted: word(3) };
}
function tenths(number3) {
  return (number3 / 10).toFixed(1).replace(/^-0\.0$/, "0.0");
}
function freshnessSentence(summary, model = null) {
  const said = sentenceOf(summary);
  return isShadow(model) ? said.replace(/^Freshness/, "$& (shadow)").replace("the model", theModel(model)) : said;
}
function sentenceOf({ freshness, verdict, line: line2 }) {
  const value = freshness === null ? NO_VALUE : freshnessPercent(freshness);
  switch (verdict.kind) {
    case "fresh":
      return `Freshness ${value}: fresh, not below the line of ${percent(line2)}`;
    case "stale":
      return `Freshness ${value}: stale, below the line of ${percent(line2)}`;
    case "unknown":
      return unknownSentence(verdict.reason, value, line2);
    default:
      return verdict;
  }
}
function unknownSentence(reason, value, line2) {
  switch (reason) {
    case "no-units":
      return "Freshness unknown: no method is left";
    case "knew-nothing":
      return "Freshness unknown: the model wrote nothing right on the day of training";
    case "sample-too-small":
      return `Freshness ${value}: unknown, the sample is too small to tell on which side of ${percent(line2)} it lies`;
    default:
      return reason;
  }
}
function meansSentence({ now, baseline, units, scored, failed }) {
  const unscored = scored === units ? "" : `, ${grouped(String(scored))} of them scored`;
  const failures3 = failed === 0 ? "" : `, ${grouped(String(failed))} failed and counted as stubs`;
  const today = now === null ? NO_VALUE : shareWithMargin(now);
  return `Mean similarity ${today} over ${count(units, "method")}${unscored}${failures3}; on the day of training ${shareWithMargin(baseline)} over ${grouped(String(baseline.units))}`;
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
      return `Scored ${count(units.scored, "method")}; ${tally2(units)}. Before, the ledger stood at ${revision(from)}`;
    case "by-body":
      return `Scored ${count(units.scored, "method")}; ${tally2(units)}. Before, the ledger stood at ${revision(from)}, which this clone does not hold: methods were told by their bodies`;
    default:
      return route;
  }
}
function unaskedWords({ unasked = [], methods: methods2 }) {
  const all = unasked.length + methods2.length;
  return `the budget is spent, and ${grouped(String(unasked.length))} of the ${count(all, "method")} to score ${unasked.length === 1 ? "was" : "were"} not asked for. ${GO_ON}`;
}
function tally2({ kept, moved, deleted }) {
  const others = [
    `${grouped(String(kept))} kept their score`,
    ...moved === 0 ? [] : [`${grouped(String(moved))} kept it in another place`],
    ...deleted === 0 ? [] : [`${grouped(String(deleted))} left`]
  ];
  return others.join(", ");
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
function intervalWords(interval2) {
  return interval2 === null ? NO_VALUE : `${points(interval2.low)} to ${points(interval2.high)}`;
}
function gainRows({ all, modified, added }) {
  const parts = modified.changes > 0 && added.changes > 0 ? [row("  code there before", modified), row("  new code", added)] : [];
  return all.changes === 0 ? [] : [row("all", all), ...parts];
}
function row(label, estimate) {
  const { changes, inUse, fresh, gain, interval: interval2, helped, hurt, same } = estimate;
  const counts = [helped, hurt, same].map((number3) => grouped(String(number3)));
  const numbers = [share(inUse), share(fresh), points(gain), intervalWords(interval2)];
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
  const interval2 = all.interval === null ? "" : ` (95 % interval ${intervalWords(all.interval)})`;
  const comparedWith = isShadow(model) ? "the shadow of the one in use" : "the one in use";
  const found = `On ${sample} a model trained just before each came ${closer(all.gain)} than ${comparedWith}${interval2}`;
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
    ...failureWords2(report)
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
function trainingsWords({ trainings: trainings2, commitsBehind, daysBehind }) {
  const times2 = trainings2 === 1 ? "once" : `${grouped(String(trainings2))} times`;
  if (commitsBehind === 0)
    return trainings2 === 1 ? "once, right before the change" : `${times2}, each time right before the change`;
  return `${times2}, at most ${count(commitsBehind, "commit")} with code and ${count(Math.ceil(daysBehind), "day")} before the change`;
}
function failureWords2({ all: { changes, inUseFailed, freshFailed }, model }) {
  if (inUseFailed + freshFailed === 0) return [];
  const by = isShadow(model) ? "the shadow" : "the model in use";
  const failed = `${grouped(String(inUseFailed))} by ${by}, ${grouped(String(freshFailed))} by the one trained anew`;
  return [`failed, of ${count(changes, "change")}, and measured as stubs: ${failed}`];
}

// src/report/backtest-words.ts
var DAYS_A_YEAR = 365.25;
function backtestHeadline({ points: states, span }) {
  const last = states.at(-1)?.freshness ?? null;
  const time = spanOf(span.days);
  if (last === null) return `After ${time} no method is left of which a model could know anything`;
  const same = "Never trained again, the model would have stayed as fresh as it was";
  if (freshnessWords(last.value) === freshnessWords(1)) return `${same} for ${time}`;
  return `Never trained again, the model would have gone from 100 % to ${freshnessPercent(last)} freshness in ${time}`;
}
function lineSentences({ outcomes, span }) {
  return outcomes.flatMap(({ line: line2, trainings: trainings2, meanFreshness }) => {
    if (line2 === null) return [];
    const mean = meanFreshness === null ? "" : `, and kept a mean freshness of ${freshnessWords(meanFreshness)}`;
    if (trainings2.length === 0) return [`A line of ${percent(line2)} would never have asked for training again${mean}.`];
    const times2 = trainings2.length === 1 ? "once" : count(trainings2.length, "time");
    const often = `${times2}, ${aYear(trainings2.length, span.days)} a year`;
    return [`A line of ${percent(line2)} would have asked ${often}${mean}${broughtWords(trainings2)}.`];
  });
}
function broughtWords(trainings2) {
  const { gain, changes } = broughtBy(trainings2);
  if (gain === null) return "";
  const size = points(Math.abs(gain)).replace("+", "");
  const came = gain < 0 ? `${size} points less close` : `${size} points closer`;
  const [who, whom] = trainings2.length === 1 ? ["the new model", "the one that it"] : ["the new models", "those that they"];
  return `; to the ${count(changes, "change")} that followed ${who} came ${came} than ${whom} replaced`;
}
function broughtBy(trainings2) {
  const known = trainings2.map(({ brought }) => brought);
  const changes = known.reduce((sum2, brought) => sum2 + brought.changes, 0);
  const sum = known.reduce((total, { gain, changes: of }) => total + (gain ?? 0) * of, 0);
  return { gain: changes === 0 ? null : sum / changes, changes };
}
function backtestBasis(report) {
  const { span, every, sample, windowDays, statesBehind } = report;
  const older = statesBehind === 0 ? [] : [
    `the project is large: the model trained for comparison was up to ${count(statesBehind, "state")} older than that`
  ];
  return [
    `${count(span.states, "state")} after training, ${everyWords(every)}, ${day(span.from)} to ${day(span.until)}`,
    `the model: the embedded one, a verbatim memory of the code that it was trained on, ${scoredWords(sample)}`,
    `means are over time, straight lines from state to state; a training takes effect at once`,
    `gain, left to gain: how much closer a model trained at the state before each change comes than the one in use, in points; at a moment, over the last ${count(windowDays, "day")} and since its training`,
    `brought: how much closer the new model came than the old one to the changes until the next training, in points`,
    ...older
  ];
}
function scoredWords(sample) {
  if (sample === null) return "every method scored";
  return `${count(sample.size, "method")} drawn by lot (seed ${sample.seed}) and every changed one scored`;
}
function everyWords({ count: number3, unit }) {
  if (unit === "merges") return "every commit on the line of first parents";
  const one = unit.slice(0, -1);
  return `the last of each ${number3 === 1 ? one : `${number3} ${unit}`}`;
}
var OUTCOME_HEADINGS = ["trainings", "a year", "lowest", "similarity", "brought", "left to gain", "scored"];
function lineLabel({ line: line2 }) {
  return line2 === null ? "never" : percent(line2);
}
var FEW_OUTCOMES = ["trainings", "a year", "brought", "left to gain"];
function outcomeCells(outcome, { span }) {
  const { trainings: trainings2, lowestFreshness, meanSimilarity, gain, scored } = outcome;
  return [
    grouped(String(trainings2.length)),
    aYear(trainings2.length, span.days),
    freshnessWords(lowestFreshness),
    share(meanSimilarity, 3),
    gainCell(broughtBy(trainings2)),
    gainCell(gain),
    grouped(String(scored))
  ];
}
var TRAINING_HEADINGS = ["day", "after", "freshness", "gain then", "brought", "95 % interval"];
function trainingCells({ committedAt, days, freshness, gain, brought }) {
  return [
    day(committedAt),
    count(Math.round(days), "day"),
    freshnessWords(freshness),
    gainCell(gain),
    gainCell(brought),
    intervalWords(brought.interval)
  ];
}
var POINT_HEADINGS = ["freshness", "methods", "scored", "gain"];
function pointCells({ freshness, units, scored, gain }) {
  return [
    freshness === null ? NO_VALUE : freshnessPercent(freshness),
    grouped(String(units)),
    grouped(String(scored)),
    gainCell(gain)
  ];
}
function thinned(all, few) {
  if (all.length <= few) return all;
  const step = (all.length - 1) / (few - 1);
  return Array.from({ length: few }, (_, index) => all[Math.round(index * step)]).filter((item2) => item2 !== void 0);
}
function thinnedWords(shown2, all) {
  return shown2 < all ? [`${shown2} of ${count(all, "state")} shown; --format json has all of them`] : [];
}
function day(moment2) {
  return moment2.slice(0, 10);
}
function freshnessWords(value) {
  return value === null ? NO_VALUE : freshnessPercent({ value, margin: null });
}
function gainCell({ gain, changes }) {
  return changes === 0 ? NO_VALUE : `${points(gain)} (${grouped(String(changes))})`;
}
function aYear(trainings2, days) {
  if (trainings2 === 0) return "0";
  return days === 0 ? NO_VALUE : (trainings2 / days * DAYS_A_YEAR).toFixed(1);
}
function spanOf(days) {
  return days < DAYS_A_YEAR ? count(Math.round(days), "day") : `${(days / DAYS_A_YEAR).toFixed(1)} years`;
}
function linesWords({ outcomes }) {
  const lines = outcomes.flatMap(({ line: line2 }) => line2 === null ? [] : [percent(line2)]);
  return lines.length === 0 ? [] : [`${lines.length === 1 ? "line" : "lines"} of ${list(lines)}`];
}

// src/report/terminal/backtest.ts
var FEW_STATES = 24;
var FEW_TRAININGS = 8;
var WIDE = 120;
var WIDE_CELLS = 8;
var CELLS = 6;
var FEW_CELLS = 5;
function backtestLines(report, options) {
  return paragraphs(
    title(
      [
        `palimpsest backtest  ${visible(revisionWithHash(report.trainAt))} to ${visible(revisionWithHash(report.until))}`,
        count(report.span.states, "state"),
        ...linesWords(report)
      ],
      options
    ),
    prose(`${backtestHeadline(report)}.`, options),
    lineSentences(report).flatMap((sentence2) => prose(sentence2, options)),
    outcomeLines(report, options),
    trainingLines(report, options),
    stateLines(report, options),
    backtestBasis(report).flatMap((line2) => prose(line2, options))
  );
}
function outcomeLines(report, options) {
  const isWide = options.width >= WIDE;
  const fitting = (cells) => cells.filter((_, index) => isWide || FEW_OUTCOMES.includes(OUTCOME_HEADINGS[index] ?? ""));
  const barOf = (share2) => isWide ? [bar(share2 ?? 0, WIDE_CELLS)] : [];
  const rows = report.outcomes.map((outcome) => [
    lineLabel(outcome),
    ...barOf(outcome.meanFreshness),
    freshnessWords(outcome.meanFreshness),
    ...fitting(outcomeCells(outcome, report))
  ]);
  const headings = ["again below", ...isWide ? [""] : [], "mean freshness", ...fitting(OUTCOME_HEADINGS)];
  return table([headings, ...rows], options);
}
function trainingLines({ outcomes }, options) {
  const fitting = (cells) => options.width >= WIDE ? cells : cells.slice(0, FEW_CELLS);
  const rows = outcomes.flatMap(
    (outcome) => outcome.trainings.slice(0, FEW_TRAININGS).map((training, index) => [index === 0 ? lineLabel(outcome) : "", ...fitting(trainingCells(training))])
  );
  if (rows.length === 0) return [];
  const left = outcomes.flatMap((outcome) => {
    const more = outcome.trainings.length - FEW_TRAININGS;
    return more > 0 ? [`${lineLabel(outcome)}: and ${count(more, "later training")}; --format json has all of them`] : [];
  });
  return [
    ...table([["asked below", ...fitting(TRAINING_HEADINGS)], ...rows], options),
    ...left.flatMap((words) => prose(words, options))
  ];
}
function stateLines({ points: points3 }, options) {
  const shown2 = thinned(points3, FEW_STATES);
  const rows = shown2.map((point) => [
    day(point.committedAt),
    bar(point.freshness?.value ?? 0, cellsFor(options)),
    ...pointCells(point)
  ]);
  return [
    ...table([["never trained again", "", ...POINT_HEADINGS], ...rows], options),
    ...thinnedWords(shown2.length, points3.length).flatMap((words) => prose(words, options))
  ];
}
function cellsFor({ width }) {
  return width >= WIDE ? WIDE_CELLS : CELLS;
}
function table(rows, options) {
  return columns(rows, "  ").map((line2, index) => index === 0 ? paints(options).dim(line2) : line2);
}

// src/report/sentences.ts
var VERBATIM_MEMORY = "The embedded model has read the bodies that it writes here: this score is verbatim memory, not to be put beside a language model's.";
function sampleSentence({ sample, summary }) {
  if (sample === null) return null;
  const { count: drawn } = summary.methods;
  return `A sample: ${grouped(String(drawn))} of ${count(sample.methods, "method")}, drawn by lot with seed ${sample.seed} from neighbouring files and like sizes`;
}
function originSentence(origin, quote = (command) => command) {
  switch (origin) {
    case null:
    case "trained":
      return null;
    case "trained-later":
      return "The model was trained at a state that is not before this change, so it may have learned the change itself: what it knows here proves nothing.";
    case "trained-on-base":
      return `The model was trained on the base just now, in memory: the report shows what this change moves, not how old a model is. To measure that as well, keep a model: ${quote(COMMANDS.train)}`;
    default:
      return origin;
  }
}
function scoreSentences({
  count: eligible,
  scored,
  failed,
  withFailuresAsStubs,
  ...means
}) {
  if (eligible === 0) return [];
  const asStubs = `${scoresInWords(withFailuresAsStubs)} over ${count(eligible, "method")}`;
  if (scored === 0)
    return [`no method was scored; ${failed === 1 ? "the failure as a stub" : "the failures as stubs"}: ${asStubs}`];
  if (failed === 0)
    return [`${scoresInWords(means)} over ${count(eligible, "method")}${eligible === 1 ? "" : ", all scored"}`];
  return [
    `${scoresInWords(means)} over ${count(scored, "scored method")} of ${grouped(String(eligible))}`,
    `with ${failed === 1 ? "the failure as a stub" : "the failures as stubs"}, which decides: ${asStubs}`
  ];
}
function reproducedWords(reproduced3, { scored, failed }) {
  if (scored === 0) return null;
  const methods2 = count(scored, failed === 0 ? "method" : "scored method");
  return `${grouped(String(reproduced3))} of ${methods2} came back with the same tokens (${percent(reproduced3 / scored)})`;
}
function failureSentence(rows) {
  const reasons = /* @__PURE__ */ new Map();
  for (const { failure } of rows) {
    if (failure !== null)
      reasons.set(failureWords(failure.reason), (reasons.get(failureWords(failure.reason)) ?? 0) + 1);
  }
  const failed = [...reasons.values()].reduce((sum, number3) => sum + number3, 0);
  if (failed === 0) return null;
  const most = [...reasons].sort(([, a], [, b]) => b - a).map(([reason, number3]) => `${reason} (${grouped(String(number3))})`);
  return `${grouped(String(failed))} of ${count(rows.length, "method")} failed: ${most.join(", ")}`;
}
function failureDetails(rows, few) {
  const details = rows.flatMap(
    ({ failure }) => failure === null || failure.detail === "" ? [] : [`${failureWords(failure.reason)}: ${visible(failure.detail)}`]
  );
  return [...new Set(details)].slice(0, few);
}
function scoresInWords({ errorRate, similarity: similarity2, recovery }) {
  const recovered = recovery === null ? "" : `, recovery ${share(recovery)}`;
  return `error rate ${characters(errorRate)} characters, similarity ${share(similarity2)}${recovered}`;
}

// src/report/terminal/check-rows.ts
var LAYOUTS = [
  { bar: true, before: true, path: true },
  { bar: false, before: true, path: true },
  { bar: false, before: false, path: true },
  { bar: false, before: false, path: false }
];
var INDENT3 = "  ";
var LABEL_WIDTH = "unfamiliar".length;
var GAP = "   ";
var READABLE = 22;
var LEAST = 8;
var COLORS = {
  "outdated-by-change": "cyan",
  outdated: "cyan",
  "outdated-already": "cyan",
  "unfamiliar-since": "yellow",
  unfamiliar: "yellow",
  "unfamiliar-already": "yellow",
  new: "blue",
  ambiguous: "yellow",
  failed: "magenta",
  familiar: "green",
  reproduced: "green"
};
function checkRows(rows, options, paint) {
  const cells = rows.map(cellsOf);
  const widest = (cell) => Math.max(0, ...cells.map((of) => widthOf(cell(of))));
  const widths = {
    name: widest(({ name: name2 }) => name2),
    path: widest(({ path }) => path),
    similarity: Math.max(
      "100 %".length,
      widest(({ similarity: similarity2 }) => similarity2)
    ),
    previous: widest(({ previous }) => previous)
  };
  const spent = (layout2) => INDENT3.length + LABEL_WIDTH + GAP.length + 2 + (layout2.bar ? BAR_WIDTH + 1 : 0) + widths.similarity + (layout2.before && widths.previous > 0 ? GAP.length + widths.previous : 0) + (layout2.path ? GAP.length : 0);
  const needed = (layout2) => Math.min(widths.name, READABLE) + (layout2.path ? Math.min(widths.path, READABLE) : 0);
  const fits = (layout2) => options.width - spent(layout2) >= needed(layout2);
  const layout = LAYOUTS.find(fits) ?? { bar: false, before: false, path: false };
  const room = Math.max(LEAST, options.width - spent(layout));
  const pathShare = layout.path ? Math.min(widths.path, Math.max(Math.floor(room / 2), room - widths.name)) : 0;
  const nameWidth = Math.min(widths.name, room - pathShare);
  return cells.map((cell) => line(cell, layout, { ...widths, name: nameWidth, path: room - nameWidth }, paint));
}
function cellsOf(row4) {
  return {
    row: row4,
    name: visible(methodName(row4.id, row4.path)),
    similarity: percent(row4.similarity),
    previous: row4.similarityToPrevious === null ? "" : `before ${percent(row4.similarityToPrevious).padStart("100 %".length)}`,
    path: visible(`${row4.path}:${row4.line}`)
  };
}
function line(cells, layout, widths, paint) {
  const { row: row4 } = cells;
  const color = paint[COLORS[standingOf(row4)]];
  const columns2 = [
    color(padEnd(standingLabel(row4), LABEL_WIDTH)),
    `${padEnd(truncateMiddle(cells.name, widths.name), widths.name)}  ${measure(cells, layout.bar, widths.similarity, color, paint)}`,
    ...layout.before && widths.previous > 0 ? [paint.dim(padEnd(cells.previous, widths.previous))] : [],
    ...layout.path ? [paint.dim(truncatePath(cells.path, widths.path))] : []
  ];
  return (INDENT3 + columns2.join(GAP)).trimEnd();
}
function measure({ row: row4, similarity: similarity2 }, withBar, width, color, paint) {
  const number3 = padStart(similarity2, width);
  if (!withBar) return number3;
  if (row4.similarity === null) {
    const why = row4.failure === null ? NO_VALUE : failureWords(row4.failure.reason);
    return paint.dim(padEnd(why, BAR_WIDTH + 1 + width));
  }
  const cells = bar(row4.similarity);
  const empty = cells.indexOf("·");
  const painted2 = empty < 0 ? color(cells) : color(cells.slice(0, empty)) + paint.dim(cells.slice(empty));
  return `${painted2} ${number3}`;
}

// src/report/terminal/parts.ts
var FEW_NOTES = 5;
var FEW_DETAILS = 3;
var FEW_NAMES = 3;
function leftOutLines(leftOut, options) {
  const said = leftOut.flatMap((one) => leftOutWords(one) ?? []);
  return said.length === 0 ? [] : prose(`left out: ${said.join(", ")}`, options);
}
function noteLines(notes, options) {
  const lines = notes.slice(0, FEW_NOTES).flatMap((note) => prose(`${visible(note.path)}: ${noteWords(note)}`, options));
  const rest = notes.length - FEW_NOTES;
  return rest > 0 ? [...lines, ...prose(`… and ${count(rest, "more file")} with notes`, options)] : lines;
}
function failureLines(rows, options) {
  const sentence2 = failureSentence(rows);
  if (sentence2 === null) return [];
  const details = failureDetails(rows, FEW_DETAILS).flatMap((detail) => prose(detail, options, "    "));
  return [...prose(sentence2, options), ...details];
}
function budgetLines(facts, options) {
  const sentence2 = unaskedSentence(facts);
  return sentence2 === null ? [] : prose(`${sentence2}.`, options);
}
function usageLines(facts, options) {
  return usageSentences(facts).flatMap((sentence2) => prose(sentence2, options));
}
function namesLines(what, ids, options) {
  if (ids.length === 0) return [];
  const names = ids.slice(0, FEW_NAMES).map((id) => visible(methodName(id)));
  return prose(`${count(ids.length, "method")} ${what}: ${firstFew(names, FEW_NAMES, ids.length)}`, options);
}

// src/report/terminal/check.ts
var ROWS_SHOWN = 40;
function checkLines(report, options) {
  const rows = worstFirst(report.methods);
  return paragraphs(
    title(headlineParts(report), options),
    budgetLines(report, options),
    rows.length > 0 ? rowLines(rows, options) : prose(report.unasked === void 0 ? nothingChanged(report) : "", options),
    rows.length === 0 ? [] : summaryLines(report, rows, options),
    [
      ...namesLines("changed in white space or comments alone", report.cosmetic, options),
      ...namesLines(
        "moved with the same code",
        report.moved.map(({ id }) => id),
        options
      ),
      ...namesLines("deleted", report.deleted, options),
      ...leftOutLines(report.leftOut, options),
      ...noteLines(report.notes, options)
    ],
    usageLines(report, options),
    rows.length === 0 ? [] : hintLines(report, rows, options)
  );
}
function headlineParts(report) {
  const range = visible(`${revisionName(report.base)}…${revisionName(report.head)}`);
  const methods2 = partWords(report.methods.length, report) ?? count(report.methods.length, "changed method");
  const changed = report.methods.length === 0 ? methods2 : `${methods2} in ${count(changedFileCount(report), "file")}`;
  const headline = `palimpsest check  ${range}  ${changed}`;
  return report.model === null ? [headline] : [headline, `model: ${modelWords2(report.model, report)}`];
}
function modelWords2(model, { modelOrigin, base }) {
  if (modelOrigin !== "trained-on-base") return visible(modelInWords(model));
  return visible(`${modelName(model)}, trained now on ${revisionWithHash(base)}`);
}
function nothingChanged(report) {
  const range = visible(`${revisionName(report.base)} and ${revisionName(report.head)}`);
  if (report.base.revision === report.head.revision) {
    return `Nothing to check: ${range} are the same commit. For the last commit: ${COMMANDS.lastCommit}`;
  }
  const onlyElsewhere = report.cosmetic.length + report.moved.length + report.deleted.length > 0;
  return onlyElsewhere ? `Nothing to check: no method has new code between ${range}.` : `Nothing to check: no method changed between ${range}.`;
}
function rowLines(rows, options) {
  const lines = checkRows(rows.slice(0, ROWS_SHOWN), options, paints(options));
  const folded2 = rows.slice(ROWS_SHOWN);
  if (folded2.length === 0) return lines;
  return [
    ...lines,
    ...prose(`… and ${count(folded2.length, "more method")}${standingsOf(folded2)}`, options),
    ...prose(`All of them: ${COMMANDS.everything}`, options)
  ];
}
function summaryLines(report, rows, options) {
  return [
    ...prose(tallyWords(rows).join(" · "), options),
    ...scoreSentences(report.summary.methods).flatMap((sentence2) => prose(sentence2, options)),
    ...failureLines(rows, options)
  ];
}
function hintLines(report, rows, options) {
  const worst = rows.find((row4) => row4.texts.regenerated !== null && standingOf(row4) !== "reproduced");
  const show = worst === void 0 ? [] : prose(`See what the model wrote: ${COMMANDS.show} ${argument(methodName(worst.id, worst.path))}`, options);
  return [
    ...prose(visible(shadowSentence(report.model) ?? ""), options),
    ...prose(originSentence(report.modelOrigin) ?? "", options),
    ...show
  ];
}
function argument(name2) {
  const simple = visible(name2.replace(/\(.*$/s, ""));
  return /^[\w.-]+$/.test(simple) ? simple : `'${simple.replaceAll("'", "'\\''")}'`;
}

// src/report/score-table.ts
var SCORE_HEADINGS = ["error rate", "similarity", "recovery"];
function scoreBlocks(summary, stub, label) {
  const { files, methods: methods2 } = summary;
  const { count: eligible, scored, failed } = methods2;
  const start = { label: "every body erased", scores: stub.methods };
  const methodLines = failed === 0 ? [start, { label, scores: methods2 }] : [
    start,
    ...scored === 0 ? [] : [{ label: `${label}, the ${grouped(String(scored))} scored`, scores: methods2 }],
    { label: `${label}, failures as stubs`, scores: methods2.withFailuresAsStubs }
  ];
  return [
    {
      sample: `over ${count(files.count, "file")}`,
      lines: [
        { label: "every body erased", scores: stub.files },
        { label, scores: files }
      ]
    },
    {
      sample: `over ${count(eligible, "method")}${failed === 0 ? ", all scored" : `, ${grouped(String(failed))} failed`}`,
      lines: eligible === 0 ? [] : methodLines
    }
  ];
}
function scoreCells({ errorRate, similarity: similarity2, recovery }) {
  return [characters(errorRate, 2), share(similarity2, 4), share(recovery, 4)];
}

// src/report/worst-files.ts
function worstFiles(files, few) {
  return differing(files).sort((a, b) => a.similarity - b.similarity || b.distance - a.distance || compareText(a.id, b.id)).slice(0, few);
}
function differingWords(files, shown2) {
  const all = differing(files).length;
  const differ = `${grouped(String(all))} of ${count(files.length, "file")} ${all === 1 ? "differs" : "differ"}`;
  if (all === 1) return differ;
  return shown2 < all ? `${differ}, the worst ${shown2}` : `${differ}, the worst first`;
}
function differing(files) {
  return files.filter(({ distance }) => distance > 0);
}

// src/report/terminal/scores.ts
var FEW_FILES = 10;
function scoreLines({ summary, stub }, label, options) {
  const blocks = scoreBlocks(summary, stub, visible(label));
  const rows = blocks.flatMap(({ sample, lines }) => [
    [sample, "", "", ""],
    ...lines.map((line2) => [`  ${line2.label}`, ...scoreCells(line2.scores)])
  ]);
  return columns([["", ...SCORE_HEADINGS], ...rows], "  ").map(
    (line2) => line2.slice(0, Math.max(line2.length, options.width))
  );
}
function worstFileLines(files, options) {
  const worst = worstFiles(files, FEW_FILES);
  if (worst.length === 0) return [];
  const numbers = worst.map(({ distance, similarity: similarity2 }) => ["", characters(distance, 0), share(similarity2, 4)]);
  const [heading3 = "", ...rows] = columns([["", "error", "similarity"], ...numbers], "");
  const width = options.width - heading3.length - 2;
  return [
    ...prose(differingWords(files, worst.length), options),
    heading3,
    ...rows.map((row4, index) => `${row4}  ${truncatePath(visible(worst[index]?.id ?? ""), width)}`)
  ];
}

// src/report/terminal/codebase.ts
function evaluateLines(report, options) {
  const { model, summary } = report;
  const asked = partWords(summary.methods.count, report) ?? count(summary.methods.count, "method");
  const size = `${asked} in ${count(summary.files.count, "file")}`;
  return paragraphs(
    title(
      [
        `palimpsest evaluate  ${visible(sourceName(report.source))}  ${size}`,
        protocolWords(report.protocol),
        ...shardWords(report),
        `model: ${visible(modelInWords(model))}`
      ],
      options
    ),
    budgetLines(report, options),
    scoreLines(report, modelName(model), options),
    [
      ...prose(sampleSentence(report) ?? "", options),
      ...prose(reproducedWords(report.reproduced, summary.methods) ?? "", options),
      ...failureLines(report.methods, options),
      ...report.protocol === "recreate" && isEmbedded(model) ? prose(VERBATIM_MEMORY, options) : [],
      ...prose(visible(shadowSentence(model) ?? ""), options)
    ],
    worstFileLines(report.files, options),
    usageLines(report, options),
    endLines(report, options)
  );
}
function scoreReportLines(report, options) {
  const { summary, original, regenerated } = report;
  const size = `${count(summary.methods.count, "method")} in ${count(summary.files.count, "file")}`;
  return paragraphs(
    title([`palimpsest score  ${visible(regenerated)} against ${visible(original)}`, size], options),
    scoreLines(report, "regenerated", options),
    [
      ...prose(reproducedWords(report.reproduced, summary.methods) ?? "", options),
      ...failureLines(report.methods, options)
    ],
    worstFileLines(report.files, options),
    endLines(report, options)
  );
}
function eraseLines(report, options) {
  const { erased, stub } = report;
  const start = `error rate ${characters(stub.files.errorRate, 2)} characters, similarity ${share(stub.files.similarity, 4)}`;
  return paragraphs(
    title([`palimpsest erase  ${visible(report.directory)} → ${visible(report.outputDirectory)}`], options),
    [
      ...prose(
        `Erased ${count(erased.bodies, "body", "bodies")}, ${count(erased.characters, "character")}, in ${count(stub.files.count, "file")}.`,
        options
      ),
      ...stub.files.count === 0 ? [] : prose(`Here a model starts: ${start} over ${count(stub.files.count, "file")}.`, options)
    ],
    endLines(report, options)
  );
}
function trainLines(report, options) {
  const { model, output, source } = report;
  return paragraphs(
    title([`palimpsest train  ${visible(revisionWithHash(source))}`], options),
    [
      ...prose(`${visible(modelName(model))} learned ${learnedWords(model, "an unknown number of methods")}.`, options),
      ...prose(`model: ${visible(output.model)} (${bytes(output.bytes)})`, options),
      ...prose(`card:  ${visible(output.card)}`, options)
    ],
    prose(visible(shadowSentence(model) ?? ""), options),
    endLines(report, options)
  );
}
function endLines({ leftOut, notes }, options) {
  return [...leftOutLines(leftOut, options), ...noteLines(notes, options)];
}

// src/core/compare-rows.ts
function measuredAnswer({ length }, { distance, similarity: similarity2 }) {
  const erased = length - EMPTY_BODY.length;
  return {
    distance: distance ?? erased,
    similarity: similarity2 ?? stubSimilarityOf(length),
    stubDistance: erased,
    failed: distance === null
  };
}
function measuredMethods(methods2, at) {
  return methods2.flatMap((method) => {
    const answer = method.answers[at];
    return answer ? [measuredAnswer(method, answer)] : [];
  });
}
function measuredFiles(files, at) {
  return files.flatMap(({ answers }) => {
    const answer = answers[at];
    return answer ? [{ distance: answer.distance, similarity: answer.similarity, stubDistance: answer.erased }] : [];
  });
}
function pairsOf(methods2, at, against) {
  return methods2.flatMap((method) => {
    const [answer, other] = [method.answers[at], method.answers[against]];
    if (!answer || !other) return [];
    const [mine, theirs] = [measuredAnswer(method, answer), measuredAnswer(method, other)];
    return [{ similarity: mine.similarity - theirs.similarity, distance: mine.distance - theirs.distance }];
  });
}

// src/report/compare-words.ts
var FEW_DETAILS2 = 3;
function contenderName({ kind, name: name2 }, quote) {
  return kind === "stub" ? "every body erased" : quote(name2);
}
function compareHeadline({ contenders, methods: methods2, sample }, quote) {
  if (methods2.length === 0) return "There was no method to write again";
  const common = methods2.filter(({ answers }) => answers.every((answer) => answer !== null));
  if (common.length === 0) return "There is no method that all were asked for";
  const standing = contenders.map((contender, at) => ({ contender, similarity: scoresOf(measuredMethods(common, at)).similarity ?? 0 })).filter(({ contender }) => contender.kind !== "stub").sort((a, b) => b.similarity - a.similarity);
  const [first, second] = standing;
  if (first === void 0) return "No model was asked";
  const those = common.length === methods2.length ? "" : " that all were asked for";
  const score = `similarity ${share(first.similarity)} over ${count(common.length, "method")}${those}`;
  const name2 = contenderName(first.contender, quote);
  if (second === void 0) return `${name2} comes to ${score}`;
  const equals = standing.filter(({ similarity: similarity2 }) => similarity2 === first.similarity);
  if (equals.length > 1) {
    return `${list(equals.map(({ contender }) => contenderName(contender, quote)))} come equally close: ${score}`;
  }
  const ahead = points2(first.similarity - second.similarity).replace("+", "");
  const doubt = sample === null ? "" : unsure(first.contender, second.contender, quote);
  return `${name2} comes closest: ${score}, ${ahead} ahead of ${contenderName(second.contender, quote)}${doubt}`;
}
function unsure(first, second, quote) {
  if (first.paired !== null && second.paired !== null) {
    return `; with ${contenderName(second, quote)} as the baseline it would say how sure that is`;
  }
  const interval2 = (first.paired ?? second.paired)?.intervals?.similarity;
  return interval2 && (interval2.low > 0 || interval2.high < 0) ? "" : "; the sample is too small to be sure of it";
}
function compareBasis(report, quote) {
  const { methods: methods2, files, sample, protocol, source } = report;
  const size = `${count(methods2.length, "method")} in ${count(files.length, "file")}`;
  const drawn = sample === null ? [] : [
    `a sample: ${grouped(String(methods2.length))} of ${count(sample.methods, "method")}, drawn by lot with seed ${sample.seed}`
  ];
  return [`${quote(sourceName(source))}, ${size}`, protocolWords(protocol), ...drawn, ...shardWords(report)];
}
function contenderLines({ contenders }, quote) {
  return contenders.flatMap((contender) => {
    const { model, directory, name: name2 } = contender;
    if (directory !== null) return [`${quote(name2)}: the tree ${quote(directory)}`];
    if (model === null) return [];
    const who = modelName(model) === name2 ? trainedAt(model, quote) : modelInWords(model, quote);
    return [`${quote(name2)}: ${who}`];
  });
}
function compareRemarks(report, quote) {
  const { contenders, methods: methods2, protocol, source } = report;
  const remarks = contenders.flatMap((contender, at) => {
    const name2 = contenderName(contender, quote);
    const answers = methods2.flatMap(({ answers: all }) => all[at] ?? []);
    const failure = failureSentence(answers);
    const said = failure === null ? [] : [`${name2}: ${failure}`];
    if (contender.unasked === 0) return said;
    const missing = count(contender.unasked, "method");
    return [
      ...said,
      `${name2} was not asked for ${missing}: its budget is spent. ${contender.unasked === 1 ? "It is" : "They are"} left out of its means and its pairs`
    ];
  });
  const isMemory = contenders.some(
    ({ model }) => model !== null && isEmbedded(model) && "revision" in source && model.trainedAt?.revision === source.revision
  );
  const shadows = contenders.flatMap(({ model }) => shadowSentence(model, quote)?.replace(/\.$/, "") ?? []);
  remarks.push(...new Set(shadows));
  if (report.sample !== null) remarks.push("In brackets stand 95 % intervals, by the bootstrap over files");
  return protocol === "recreate" && isMemory ? [...remarks, VERBATIM_MEMORY.replace(/\.$/, "")] : remarks;
}
function compareDetails({ methods: methods2 }) {
  return failureDetails(
    methods2.flatMap(({ answers }) => answers.flatMap((answer) => answer ?? [])),
    FEW_DETAILS2
  );
}
function compareUsage({ contenders }, quote) {
  return contenders.flatMap((contender) => {
    const [said, ...others] = usageSentences(contender.usage === void 0 ? {} : { usage: contender.usage }, quote);
    if (said === void 0) return [];
    const { answeringMs } = contender;
    const time = answeringMs === null ? "" : `; the answers took ${seconds(answeringMs)} in all, one after the other`;
    return [`${contenderName(contender, quote)}: ${said}${time}`, ...others];
  });
}
function seconds(milliseconds) {
  return `${characters(milliseconds / 1e3, 1)} s`;
}
function points2(difference) {
  return `${signed(difference * 100, 1)} points`;
}
function signed(value, digits) {
  const text = characters(value, digits);
  return value > 0 && !text.startsWith("<") ? `+${text}` : text;
}
var plainly = visible;

// src/report/compare-tables.ts
var FEW_PACKAGES = 10;
function scoreTables(report, quote) {
  return [methodTable(report, quote), fileTable(report, quote), pairTable(report, quote)];
}
function methodTable({ contenders, methods: methods2 }, quote) {
  return {
    title: `over ${count(methods2.length, "method")}`,
    headings: ["similarity", "error rate", "recovery", "exact", "parses", "scored", "failed"],
    rows: contenders.flatMap((contender) => {
      const { summary, intervals, exact, parses } = contender;
      const { count: asked, scored, failed, withFailuresAsStubs: deciding } = summary.methods;
      const name2 = contenderName(contender, quote);
      const counts = [ofAll(exact, asked), ofAll(parses, asked), grouped(String(scored)), grouped(String(failed))];
      const similarity2 = withInterval(share(deciding.similarity, 4), intervals?.methods.similarity ?? null);
      const decisive = [similarity2, characters(deciding.errorRate, 1), share(deciding.recovery, 4)];
      if (failed === 0) return [[name2, ...decisive, ...counts]];
      const { similarity: scoredSimilarity, errorRate, recovery } = summary.methods;
      return [
        [`${name2}, failures as stubs`, ...decisive, ...counts],
        [
          `  the ${grouped(String(scored))} scored alone`,
          share(scoredSimilarity, 4),
          characters(errorRate, 1),
          share(recovery, 4)
        ]
      ];
    })
  };
}
function fileTable({ contenders, files, sample }, quote) {
  const what = sample === null ? "whole" : "the drawn bodies alone erased";
  return {
    title: `over ${count(files.length, "file")}, ${what}, failures as stubs`,
    headings: ["similarity", "error rate", "recovery"],
    rows: contenders.map((contender) => {
      const { similarity: similarity2, errorRate, recovery } = contender.summary.files;
      return [
        contenderName(contender, quote),
        withInterval(share(similarity2, 4), contender.intervals?.files.similarity ?? null),
        characters(errorRate, 1),
        share(recovery, 4)
      ];
    })
  };
}
function pairTable({ contenders, baseline }, quote) {
  const against = contenders.find(({ name: name2 }) => name2 === baseline);
  return {
    title: `against ${against === void 0 ? quote(baseline) : contenderName(against, quote)}, method by method`,
    headings: ["methods", "similarity", "error rate", "won", "tied", "lost"],
    rows: contenders.flatMap(
      (contender) => contender.paired === null ? [] : [[contenderName(contender, quote), ...pairCells(contender.paired)]]
    )
  };
}
function pairCells({ methods: methods2, similarity: similarity2, errorRate, won, tied, lost, intervals }) {
  const interval2 = intervals?.similarity ?? null;
  const difference = similarity2 === null ? NO_VALUE : points2(similarity2);
  return [
    grouped(String(methods2)),
    interval2 === null ? difference : `${difference} (${signed(interval2.low * 100, 1)} to ${signed(interval2.high * 100, 1)})`,
    errorRate === null ? NO_VALUE : signed(errorRate, 1),
    ...[won, tied, lost].map((number3) => grouped(String(number3)))
  ];
}
function groupTables({ contenders, groups: groups2 }, quote) {
  const names = contenders.map((contender) => contenderName(contender, quote));
  return ["kind", "size", "package"].flatMap((by) => {
    const all = groups2.filter((group) => group.by === by);
    const shown2 = by === "package" ? largest(all) : all;
    if (shown2.length === 0) return [];
    const rest = shown2.length < all.length ? `, the ${shown2.length} largest of ${all.length}` : "";
    return [
      {
        title: `similarity of methods by ${by}${rest}`,
        headings: ["methods", ...names],
        rows: shown2.map((group) => [
          groupName(group, quote),
          grouped(String(group.methods)),
          ...group.contenders.map((scores3) => groupCell(scores3, group.methods))
        ])
      }
    ];
  });
}
function groupCell({ similarity: similarity2, count: asked }, methods2) {
  return asked === methods2 || asked === 0 ? share(similarity2, 4) : `${share(similarity2, 4)} (of ${grouped(String(asked))})`;
}
function largest(groups2) {
  return [...groups2].sort((a, b) => b.methods - a.methods).slice(0, FEW_PACKAGES);
}
function groupName({ by, name: name2 }, quote) {
  if (by !== "package") return name2;
  return name2 === "" ? "the unnamed package" : quote(name2);
}
function ofAll(part2, all) {
  return all === 0 ? grouped(String(part2)) : `${grouped(String(part2))} (${percent(part2 / all)})`;
}
function withInterval(value, interval2) {
  return interval2 === null ? value : `${value} (${share(interval2.low, 3)} to ${share(interval2.high, 3)})`;
}

// src/report/terminal/compare.ts
var LONGEST_NAME = 40;
function compareLines(report, options) {
  const [what = "", ...how] = compareBasis(report, name);
  return paragraphs(
    title([`palimpsest compare  ${what}`, ...how], options),
    prose(`${compareHeadline(report, name)}.`, options),
    contenderLines(report, plainly).flatMap((line2) => prose(line2, options)),
    ...scoreTables(report, name).map((table4) => tableLines(table4, options)),
    ...groupTables(report, name).map((table4) => tableLines(table4, options)),
    [
      ...compareRemarks(report, name).flatMap((remark) => prose(`${remark}.`, options)),
      ...compareDetails(report).flatMap((detail) => prose(detail, options, "    "))
    ],
    compareUsage(report, name).flatMap((line2) => prose(line2, options)),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)]
  );
}
function name(text) {
  return truncateMiddle(plainly(text), LONGEST_NAME);
}
function tableLines({ title: heading3, headings, rows }, options) {
  if (rows.length === 0) return [];
  return columns([[heading3, ...headings], ...rows.map(([label = "", ...cells]) => [`  ${label}`, ...cells])], "  ").map(
    (line2, index) => index === 0 ? paints(options).dim(line2) : line2
  );
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
  const hundredths4 = value * 100;
  return hundredths4 < 9.95 ? `${hundredths4.toFixed(1)} %` : `${grouped(hundredths4.toFixed(0))} %`;
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
  const { share: yearShare, interval: interval2, months } = yearly;
  const range = interval2 === null ? "" : `, and between ${changePercent(interval2.low)} and ${changePercent(interval2.high)} in ${percent(interval2.level)} of years if months go on as they did`;
  return [
    `At this pace a year changes as many lines as ${changePercent(yearShare)} of the code${range} (from ${count(months, "month")}; a line rewritten counts as deleted and as added).`
  ];
}
function survivalWords({ survival, months, model }, quote = visible) {
  const last = months.at(-1);
  if (survival === null) return [];
  const { files, lines, methods: methods2 } = survival;
  const day2 = `${shortRevision(survival.revision)} of ${survival.committedAt.slice(0, 10)}`;
  const from = survival.origin === "trained" ? `the code that ${trainedName(model, quote)} was trained on (${day2})` : `the code at the start (${day2})`;
  if (last?.standing == null) {
    return [`Nothing has happened yet to ${from}: ${count(lines, "line")} and ${count(methods2, "method")}.`];
  }
  const standing = [
    `${percent(last.standing.lines / Math.max(1, lines))} of its ${count(lines, "line")}`,
    `${percent(last.standing.methods / Math.max(1, methods2))} of its ${count(methods2, "method")}`
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
  const points3 = linesHalfLife?.points ?? methodsHalfLife?.points ?? 0;
  const worst = Math.max(linesHalfLife?.misfit ?? 0, methodsHalfLife?.misfit ?? 0) * 100;
  return [
    `At this rate ${list(told)}: an exponential decay fitted to ${count(points3, "month end")}, off by ${share(worst, 1)} points (root mean square).`
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
  const line2 = `the line of ${share(forecast.line)}`;
  const freshness = isShadow(model) ? "Freshness (shadow)" : "Freshness";
  switch (forecast.kind) {
    case "crossed":
      return [`${freshness} is at ${line2} or below it already (${sample}).`];
    case "not-in-sight":
      return [`${freshness} is not on the way to ${line2} within ten years (${sample}).`];
    case "expected": {
      const { day: expected, earliest, latest, level } = forecast;
      const range = latest === null ? `not before ${earliest}, and perhaps not in ten years` : `between ${earliest} and ${latest}`;
      return [
        `${freshness} is forecast to cross ${line2} about ${expected}, with ${percent(level)} certainty ${range} (a random walk with drift, from ${sample}).`
      ];
    }
    default:
      return forecast;
  }
}
function shownMonths({ months }, few) {
  const shown2 = months.slice(-few);
  const hidden = months.length - shown2.length;
  return { shown: shown2, rest: hidden === 0 ? [] : [`and ${count(hidden, "earlier month")}; --format json has all of them`] };
}
function allChanged({ packages }) {
  return packages.reduce((sum, { added, deleted }) => sum + added + deleted, 0);
}
function packageName(name2) {
  return name2 === "" ? "(no package)" : name2;
}

// src/report/terminal/drift.ts
var FEW_MONTHS = 24;
var FEW_PACKAGES2 = 8;
var WIDE2 = 112;
var WIDE_CHART_CELLS = 20;
var CHART_CELLS = 7;
var PACKAGE_WIDTH = 60;
var PACKAGE_FIGURES = 56;
function driftLines(report, options) {
  const { shown: shown2, rest } = shownMonths(report, FEW_MONTHS);
  return paragraphs(
    title(
      [`palimpsest drift  ${visible(revisionWithHash(report.until))}`, spanWords(report), sizeWords(report)],
      options
    ),
    prose(meanMonthWords(report), options),
    [...monthLines(report, shown2, options), ...rest.flatMap((words) => prose(words, options))],
    [...survivalWords(report), ...passedOverWords(report), ...yearlyWords(report.yearly)].flatMap(
      (words) => prose(words, options)
    ),
    [...forecastWords(report.forecast, report.model), visible(shadowSentence(report.model) ?? "")].flatMap(
      (words) => prose(words, options)
    ),
    packageLines(report, options),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)]
  );
}
function monthLines({ survival }, months, { width }) {
  const most = Math.max(...months.map(({ share: share2 }) => share2 ?? 0));
  const isWide = width >= WIDE2;
  const cells = isWide ? WIDE_CHART_CELLS : CHART_CELLS;
  const rows = months.map((month) => [
    month.month,
    bar(most === 0 ? 0 : (month.share ?? 0) / most, cells),
    changePercent(month.share),
    `${grouped(String(month.added + month.deleted))} of ${grouped(String(month.lines))}`,
    ...isWide ? [grouped(String(month.files)), grouped(String(month.commits))] : [],
    percent(standingShare(month, survival, "lines")),
    percent(standingShare(month, survival, "methods")),
    month.whole ? "" : "so far"
  ]);
  const headings = [
    "month",
    "changed".padEnd(cells),
    "",
    "lines",
    ...isWide ? ["files", "commits"] : [],
    "lines stand",
    "methods",
    ""
  ];
  return columns([headings, ...rows], "  ");
}
function packageLines(report, options) {
  const shown2 = report.packages.slice(0, FEW_PACKAGES2);
  if (shown2.length === 0) return [];
  const all = allChanged(report);
  const rows = shown2.map((one) => [
    truncateMiddle(visible(packageName(one.name)), Math.min(PACKAGE_WIDTH, options.width - PACKAGE_FIGURES)),
    `+${grouped(String(one.added))}`,
    `-${grouped(String(one.deleted))}`,
    percent((one.added + one.deleted) / all),
    grouped(String(one.lines))
  ]);
  const headings = [
    `${options.width >= WIDE2 ? "the packages that move most, of" : "packages, of"} ${report.packages.length}`,
    "added",
    "deleted",
    `of all ${grouped(String(all))}`,
    "lines now"
  ];
  return columns([headings, ...rows], "  ");
}

// src/report/terminal/estimate.ts
function estimateLines({ command, models }, options) {
  return paragraphs(
    title([`palimpsest ${command} --dry-run`, "nothing was asked"], options),
    ...models.length === 0 ? [prose("No model would be asked: there is no method to write.", options)] : [],
    ...models.map((estimate) => [
      ...prose(`${estimateSentence(estimate)}.`, options),
      ...estimateDetails(estimate).flatMap((detail) => prose(detail, options, "    "))
    ])
  );
}

// src/report/terminal/gain.ts
function gainLines(report, options) {
  const rows = gainRows(report);
  const table4 = rows.length === 0 ? [] : [["", ...gainHeadings(report)], ...rows.map(({ label, cells }) => [label, ...cells])];
  return paragraphs(
    title([`palimpsest gain  ${visible(revisionWithHash(report.head))}`, gainHeadline(report)], options),
    prose(gainSentence(report), options),
    budgetLines(report, options),
    columns(table4, "  ").map((line2, index) => index === 0 ? paints(options).dim(line2) : line2),
    gainBasis(report).flatMap((line2) => prose(visible(line2), options)),
    prose(visible(shadowSentence(report.model) ?? ""), options),
    [...leftOutLines(report.leftOut, options), ...noteLines(report.notes, options)],
    usageLines(report, options)
  );
}

// src/report/recommendation-words.ts
function recommendationWords({ recommendation, model }) {
  return `${adviceWords(recommendation)}${isShadow(model) ? ", going by its shadow" : ""}`;
}
function adviceWords({ kind, day: day2 }) {
  switch (kind) {
    case "keep":
      return "keep the model";
    case "retrain-soon":
      return day2 === null ? "retrain soon" : `retrain soon (about ${day2})`;
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
  const line2 = `the line${report.ledger === null ? "" : ` of ${percent(report.ledger.line)}`}`;
  switch (reason) {
    case "stale":
      return `${freshness} is below ${line2}`;
    case "crossing-forecast":
      return crossingWords(report, line2, quote);
    case "near-line":
      return `${freshness} is near ${line2}, and there is no forecast to go by`;
    case "fresh":
      return `${freshness} is not below ${line2}`;
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
function crossingWords({ drift, recommendation }, line2, quote) {
  const forecast = drift?.forecast ?? null;
  const day2 = forecast?.kind === "expected" ? forecast.day : recommendation.day;
  return day2 !== null && recommendation.day !== null && day2 < recommendation.day ? `freshness was forecast to reach ${line2} about ${day2}, which has passed: ${quote("palimpsest update")} tells` : `freshness is forecast to reach ${line2} about ${day2}`;
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
function capitalized(sentence2) {
  return sentence2.charAt(0).toUpperCase() + sentence2.slice(1);
}
function uncapitalized(sentence2) {
  return sentence2.charAt(0).toLowerCase() + sentence2.slice(1);
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
  const [day2] = /^\d{4}-\d{2}-\d{2}/.exec(standsAt.committedAt ?? "") ?? [];
  const place = `The ledger stands at ${quote(shortRevision(standsAt.revision))}${day2 === void 0 ? "" : ` of ${day2}`}`;
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
  const unasked = unaskedSentence(gain);
  return [
    `${gainHeadline(gain)}. ${gainSentence(gain)}`,
    ...unasked === null ? [] : [`${unasked}.`],
    ...window === void 0 ? [] : [`${capitalized(window)}.`]
  ];
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

// src/report/terminal/freshness.ts
function partLines({ freshness }) {
  if (freshness === null) return [];
  const points3 = shownPoints(freshness);
  const rows = FRESHNESS_PARTS.map((name2) => [name2, grouped(String(freshness.parts[name2].units)), points3[name2]]);
  const all = freshnessPercent({ value: freshness.value, margin: null });
  return columns([["since training", "methods", "points"], ...rows, ["freshness", "", all]], "  ");
}

// src/report/freshness-history.ts
var FEW_POINTS = 30;
function lastPoints(history, most = FEW_POINTS) {
  const shown2 = history.filter(({ freshness }) => Number.isFinite(freshness)).slice(-Math.min(most, FEW_POINTS));
  return shown2.length < 2 ? [] : shown2;
}
function pointsWords(points3) {
  const days = [points3[0], points3.at(-1)].map((point) => dayOf(point?.committedAt ?? null));
  const [first, last] = days;
  const span = first == null || last == null ? "" : first === last ? `, ${first}` : `, ${first} to ${last}`;
  return `the last ${points3.length} entries of the ledger${span}`;
}
function dayOf(committedAt) {
  const instant = committedAt === null ? Number.NaN : Date.parse(committedAt);
  return Number.isFinite(instant) ? new Date(instant).toISOString().slice(0, 10) : null;
}

// src/report/terminal/freshness-line.ts
var BLOCKS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
var INDENT4 = "  ";
function freshnessLine({ history, line: line2 }, options) {
  const values = history.map(({ freshness }) => freshness).filter(Number.isFinite);
  const [low, high] = [Math.min(line2, ...values), Math.max(1, ...values)];
  const scale = `  ▁ ${shown(low)}  █ ${shown(high)}`;
  const points3 = lastPoints(history, options.width - INDENT4.length - widthOf(scale));
  if (points3.length === 0) return [];
  const blocks = points3.map(({ freshness }) => BLOCKS[blockOf(high === low ? 1 : (freshness - low) / (high - low))]);
  return [...prose(`Freshness over ${pointsWords(points3)}:`, options), `${INDENT4}${blocks.join("")}${scale}`];
}
function blockOf(share2) {
  return Math.max(0, Math.min(BLOCKS.length - 1, Math.floor(share2 * (BLOCKS.length - 1) + 1e-9)));
}
function shown(value) {
  return freshnessPercent({ value, margin: null });
}

// src/report/terminal/status.ts
function statusLines(report, options) {
  const { ledger, model, at } = report;
  return paragraphs(
    title([`palimpsest status  ${visible(revisionWithHash(at))}`, `model: ${visible(modelInWords(model))}`], options),
    [
      ...painted(prose(statusHeadline(report), options), verdictPaint(report, paints(options))),
      ...painted(
        prose(`Recommendation: ${recommendationWords(report)}`, options),
        recommendationPaint(report, paints(options))
      ),
      ...reasonSentences(report, quoted).flatMap((sentence2) => item("-", 2, sentence2, options))
    ],
    [...predecessorSentences(report, quoted), visible(shadowSentence(model) ?? "")].flatMap(
      (sentence2) => prose(sentence2, options)
    ),
    ledger === null ? [] : partLines(ledger),
    ledger === null ? [] : freshnessLine(ledger, options),
    ledger === null ? [] : [`${meansSentence(ledger)}.`, ...ledgerSentences(report, quoted)].flatMap((line2) => prose(line2, options)),
    [
      ...fact("age", [ageSentence(report)], options),
      ...fact("gain", gainSentences(report), options),
      ...fact("drift", driftSentences(report), options),
      ...fact("forecast", forecastSentences(report), options)
    ]
  );
}
function quoted(text) {
  return text.startsWith("palimpsest ") ? `\`${visible(text)}\`` : visible(text);
}
function painted(lines, colour) {
  return lines.map((line2) => colour(line2));
}
function verdictPaint({ ledger }, paint) {
  const kind = ledger?.verdict.kind ?? "unknown";
  switch (kind) {
    case "fresh":
      return paint.green;
    case "stale":
      return paint.red;
    case "unknown":
      return paint.dim;
    default:
      return kind;
  }
}
function recommendationPaint({ recommendation }, paint) {
  return recommendation.kind === "keep" ? paint.bold : (text) => paint.bold(paint.yellow(text));
}
var FACT_WIDTH = "forecast".length;
function fact(name2, sentences, options) {
  return sentences.flatMap(
    (sentence2, index) => index === 0 ? item(padEnd(name2, FACT_WIDTH), 0, sentence2, options, paints(options).dim) : item(" ".repeat(FACT_WIDTH), 0, sentence2, options)
  );
}
function item(mark, indent, sentence2, options, colour = (text) => text) {
  const margin = " ".repeat(2 + indent);
  const hanging = margin + " ".repeat(mark.length + (mark.length > 1 ? 2 : 1));
  return prose(sentence2, options, hanging).map(
    (line2, index) => index === 0 ? margin + colour(mark) + line2.slice(margin.length + mark.length) : line2
  );
}

// src/report/terminal/update.ts
function updateLines(report, options) {
  const { ledger, model, methods: methods2, notes, route, to } = report;
  return paragraphs(
    title(
      [
        `palimpsest update  ${visible(revisionWithHash(to))}${route === "budget-spent" ? "  not brought further" : ""}`,
        `model: ${visible(modelInWords(model))}`
      ],
      options
    ),
    [
      ...prose(freshnessSentence(ledger, model), options),
      ...prose(meansSentence(ledger), options),
      ...prose(visible(shadowSentence(model) ?? ""), options)
    ],
    partLines(ledger),
    freshnessLine(ledger, options),
    prose(
      updateSentence(report, (label) => visible(revisionWithHash(label))),
      options
    ),
    [...failureLines(methods2, options), ...noteLines(notes, options)],
    usageLines(report, options)
  );
}

// src/report/terminal.ts
function renderTerminal(report, options) {
  return `${linesOf2(report, options).join("\n")}
`;
}
function linesOf2(report, options) {
  switch (report.kind) {
    case "check":
      return checkLines(report, options);
    case "evaluate":
      return evaluateLines(report, options);
    case "compare":
      return compareLines(report, options);
    case "score":
      return scoreReportLines(report, options);
    case "erase":
      return eraseLines(report, options);
    case "train":
      return trainLines(report, options);
    case "update":
      return updateLines(report, options);
    case "drift":
      return driftLines(report, options);
    case "gain":
      return gainLines(report, options);
    case "status":
      return statusLines(report, options);
    case "backtest":
      return backtestLines(report, options);
    case "estimate":
      return estimateLines(report, options);
    default:
      return report;
  }
}

// src/cli/present.ts
import { extname } from "node:path";

// src/report/csv.ts
import { stringify } from "csv-stringify/sync";
var COLUMNS = [
  "id",
  "path",
  "line",
  "package",
  "kind",
  "size",
  "length",
  "contender",
  "outcome",
  "distance",
  "similarity",
  "exact",
  "parses",
  "detail"
];
function renderCsv(report) {
  const rows = report.methods.flatMap(
    (method) => method.answers.map((answer, at) => rowOf(method, report.contenders[at]?.name ?? "", answer))
  );
  return stringify([COLUMNS, ...rows], { escape_formulas: true });
}
function rowOf(method, contender, answer) {
  const { id, path, line: line2, kind, size, length } = method;
  return [id, path, line2, method.package, kind, size, length, contender, ...cellsOf2(answer)];
}
function cellsOf2(answer) {
  if (answer === null) return ["unasked", "", "", "", "", ""];
  const { distance, similarity: similarity2, exact, parses, failure } = answer;
  const outcome = failure === null ? "scored" : failure.reason;
  return [outcome, distance ?? "", similarity2 ?? "", Number(exact), Number(parses), failure?.detail ?? ""];
}

// src/report/markdown/inert.ts
var NAME_LIMIT = 120;
var CODE_LINE_LIMIT = 300;
function inlineCode(text, limit = NAME_LIMIT) {
  const inert = clip(visible(text).replace(/[`|]/g, writtenOut), limit);
  return inert.trim() === "" ? "`?`" : `\`${inert}\``;
}
function htmlCode(text, limit = NAME_LIMIT) {
  return `<code>${clip(visible(text), limit).replace(/[&<>"'@]/g, (character) => `&#${character.charCodeAt(0)};`)}</code>`;
}
function fenced(lines, language) {
  const inert = lines.map((line2) => clip(visibleCode(line2), CODE_LINE_LIMIT));
  const runs = inert.flatMap((line2) => line2.match(/`+|~+/g) ?? []);
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [`${fence}${language}`, ...inert, fence];
}
function folded(summaryHtml, lines) {
  return [`<details><summary>${summaryHtml}</summary>`, "", ...lines, "", "</details>"];
}
function clip(text, limit) {
  const letters = [...text];
  if (letters.length <= limit) return text;
  const end3 = Math.floor((limit - 1) / 2);
  return `${letters.slice(0, limit - 1 - end3).join("")}…${letters.slice(-end3).join("")}`;
}

// src/report/markdown/parts.ts
var FEW_NAMES2 = 5;
var FEW_NOTES2 = 5;
var DETAIL_LIMIT = 200;
function namesItem(what, ids) {
  if (ids.length === 0) return [];
  const names = ids.slice(0, FEW_NAMES2).map((id) => inlineCode(spokenName(id)));
  return [`${count(ids.length, "method")} ${what}: ${firstFew(names, FEW_NAMES2, ids.length)}`];
}
function leftOutItems(leftOut) {
  const said = leftOut.flatMap((one) => leftOutWords(one) ?? []);
  return said.length === 0 ? [] : [`left out: ${said.join(", ")}`];
}
function noteItems(notes) {
  const items = notes.slice(0, FEW_NOTES2).map((note) => `${inlineCode(note.path)}: ${noteWords(note)}`);
  const rest = notes.length - items.length;
  return rest > 0 ? [...items, `… and ${count(rest, "more file")} with notes`] : items;
}
function usageLine(facts) {
  const sentences = usageSentences(facts, inlineCode);
  return sentences.length === 0 ? [] : [`<sub>${sentences.join(" · ")}</sub>`];
}
function detailLines(details) {
  return details.length === 0 ? [] : ["", ...bullets(details.map((detail) => inlineCode(detail.replaceAll("`", "'"), DETAIL_LIMIT)))];
}
function bullets(items) {
  return items.map((item2) => `- ${item2}`);
}
function sentence(text) {
  return text === null ? [] : [text];
}
function paragraphs2(...blocks) {
  const told = blocks.filter((lines) => lines.length > 0);
  return `${told.map((lines) => lines.join("\n")).join("\n\n")}
`;
}

// src/report/markdown/backtest.ts
var FEW_CHARTED = 24;
var FEW_STATES2 = 60;
var FEW_TRAININGS2 = 40;
function backtestMarkdown(report) {
  return paragraphs2(
    [`### ${backtestHeadline(report)}`],
    lineSentences(report),
    outcomeTable(report),
    freshnessChart(report),
    trainings(report),
    folded("Never trained again, state by state", stateTable(report)),
    bullets([
      `from ${inlineCode(revisionWithHash(report.trainAt))} to ${inlineCode(revisionWithHash(report.until))}`,
      ...backtestBasis(report)
    ])
  );
}
function outcomeTable(report) {
  return [
    ...heading2(["Again below", "Mean freshness", ...OUTCOME_HEADINGS]),
    ...report.outcomes.map(
      (outcome) => row2([lineLabel(outcome), freshnessWords(outcome.meanFreshness), ...outcomeCells(outcome, report)])
    )
  ];
}
function freshnessChart({ points: points3, outcomes }) {
  const known = thinned(
    points3.filter(({ freshness }) => freshness !== null),
    FEW_CHARTED
  );
  const percents = known.map(({ freshness }) => hundredths(freshness?.value ?? 0));
  const lines = outcomes.flatMap(({ line: line2 }) => line2 === null ? [] : [line2]);
  const least = Math.min(...lines, ...known.map(({ freshness }) => freshness?.value ?? 1));
  const most = Math.max(1, ...known.map(({ freshness }) => freshness?.value ?? 1));
  return [
    "```mermaid",
    "xychart-beta",
    `  title "Freshness of a model that is never trained again${lines.length > 0 ? ", and the lines" : ""}, %"`,
    `  x-axis [${known.map(({ committedAt }) => `"${day(committedAt)}"`).join(", ")}]`,
    `  y-axis "%" ${Math.min(95, Math.floor(least * 20) * 5)} --> ${Math.ceil(most * 100)}`,
    `  line [${percents.join(", ")}]`,
    ...lines.map((line2) => `  line [${known.map(() => hundredths(line2)).join(", ")}]`),
    "```"
  ];
}
function trainings({ outcomes }) {
  const rows = outcomes.flatMap(
    (outcome) => outcome.trainings.slice(0, FEW_TRAININGS2).map((training) => row2([lineLabel(outcome), ...trainingCells(training)]))
  );
  return rows.length === 0 ? [] : folded("When the lines asked", [...heading2(["Below", ...TRAINING_HEADINGS]), ...rows]);
}
function stateTable({ points: points3 }) {
  const shown2 = thinned(points3, FEW_STATES2);
  return [
    ...heading2(["State of", ...POINT_HEADINGS]),
    ...shown2.map((point) => row2([day(point.committedAt), ...pointCells(point)])),
    ...thinnedWords(shown2.length, points3.length).flatMap((words) => ["", words])
  ];
}
function heading2(cells) {
  return [row2(cells), `| :-- |${" --: |".repeat(cells.length - 1)}`];
}
function row2(cells) {
  return `| ${cells.join(" | ")} |`;
}
function hundredths(share2) {
  return String(Number((share2 * 100).toFixed(2)));
}

// src/report/markdown/check-verdict.ts
function verdictHeadline(report) {
  const part2 = partWords(report.methods.length, report);
  if (part2 === null) return headlineOf(report);
  return report.methods.length === 0 ? "The budget did not suffice for any method" : `${headlineOf(report)} (${part2})`;
}
function headlineOf(report) {
  const { methods: methods2 } = report;
  const model = theModel(report.model);
  if (methods2.length === 0) return "No method has new code";
  const { outdated, unfamiliar, new: added, ambiguous, failed } = groups(report);
  const which = (number3) => methods2.length === 1 ? "The changed method is" : `${grouped(String(number3))} of ${count(methods2.length, "changed method")} ${are(number3)}`;
  if (outdated > 0) return `${which(outdated)} outdated for ${model}`;
  if (unfamiliar > 0) return `${which(unfamiliar)} unfamiliar to ${model}`;
  if (added > 0) return `${which(added)} new to ${model}`;
  if (failed === methods2.length)
    return `${capitalized2(model)} wrote ${methods2.length === 1 ? "nothing for the changed method" : `none of the ${count(failed, "changed method")}`}`;
  if (ambiguous > 0) return `${which(ambiguous)} ambiguous for ${model}`;
  if (failed > 0)
    return `${capitalized2(model)} wrote nothing for ${grouped(String(failed))} of ${count(methods2.length, "changed method")}`;
  return methods2.length === 1 ? `${capitalized2(model)} knows the changed method` : `${capitalized2(model)} knows all ${count(methods2.length, "changed method")}`;
}
function verdictSentence(report) {
  const { methods: methods2 } = report;
  const unasked = unaskedSentence(report);
  if (methods2.length === 0 && unasked !== null) return `${unasked}.`;
  if (methods2.length === 0) {
    return `Nothing to check between ${inlineCode(revisionName(report.base))} and ${inlineCode(revisionName(report.head))}.`;
  }
  const model = modelInWords2(report);
  const clauses = clausesOf(report).map((clause, index) => clause(index === 0 ? model : "it"));
  const touches = report.unasked === void 0 ? "This change touches" : "This is about";
  return `${touches} ${count(methods2.length, "method")} in ${count(changedFileCount(report), "file")}: ${clauses.join("; ")}.`;
}
function reassurance(report) {
  if ((tally(report.methods).get("outdated-by-change") ?? 0) === 0) return null;
  return "New code makes a model outdated: that is the normal effect of work, and nothing for the author to mend.";
}
function clausesOf(report) {
  const all = report.methods.length;
  const {
    outdated,
    outdatedAlready,
    unfamiliar,
    unfamiliarAlready,
    new: added,
    ambiguous,
    failed,
    known
  } = groups(report);
  const allOfThem = all === 2 ? "both" : `all ${grouped(String(all))}`;
  const of = (number3) => all === 1 ? "it" : number3 === all ? allOfThem : `${grouped(String(number3))} of them`;
  const they = (number3) => all === 1 ? "it is" : `${number3 === all ? allOfThem : grouped(String(number3))} ${are(number3)}`;
  const clauses = [
    outdated > 0 && ((model) => `${model} would **write the old code** in ${of(outdated)}${wasBehind(outdatedAlready, outdated)}`),
    unfamiliar > 0 && ((model) => `${they(unfamiliar)} unfamiliar to ${model}${wasUnfamiliar(unfamiliarAlready, unfamiliar)}`),
    added > 0 && ((model) => `${they(added)} new to ${model}`),
    ambiguous > 0 && ((model) => `${model} disagrees with itself on ${of(ambiguous)}`),
    failed > 0 && ((model) => `${model} gave no usable answer for ${of(failed)}`),
    known > 0 && ((model) => `${model} knows ${known === all ? of(all) : theOther(known)}`)
  ];
  return clauses.filter((clause) => clause !== false);
}
function wasBehind(before2, all) {
  if (before2 === 0) return "";
  return before2 === all ? ", and was already behind there" : `, and was already behind in ${grouped(String(before2))} of these`;
}
function wasUnfamiliar(before2, all) {
  if (before2 === 0) return "";
  if (before2 === all) return `, and ${all === 1 ? "was" : "were"} before`;
  return `, ${grouped(String(before2))} of these before this change too`;
}
function theOther(number3) {
  return number3 === 1 ? "the other" : `the other ${grouped(String(number3))}`;
}
function modelInWords2(report) {
  const { model, modelOrigin, base } = report;
  if (model === null) return "the model";
  if (modelOrigin === "trained-on-base")
    return `${inlineCode(modelName(model))} (trained on ${inlineCode(revisionName(base))})`;
  return `${inlineCode(modelName(model))} (${trainedAt(model, inlineCode)})`;
}
function capitalized2(words) {
  return words.replace(/^./, (first) => first.toUpperCase());
}
function groups(report) {
  const counts = tally(report.methods);
  const sum = (...standings) => standings.reduce((total, standing) => total + (counts.get(standing) ?? 0), 0);
  return {
    outdated: sum("outdated-by-change", "outdated", "outdated-already"),
    outdatedAlready: sum("outdated-already"),
    unfamiliar: sum("unfamiliar-since", "unfamiliar", "unfamiliar-already"),
    unfamiliarAlready: sum("unfamiliar-already"),
    new: sum("new"),
    ambiguous: sum("ambiguous"),
    failed: sum("failed"),
    known: sum("familiar", "reproduced")
  };
}

// src/report/markdown/diffs.ts
var CONTEXT = 3;
var LEAST_SKIPPED = 3;
var LINES_SHOWN = 80;
function foldedDiff(row4) {
  if (row4.texts.regenerated === null) return [];
  const diff = dedent(lineDiff(row4.texts.after, row4.texts.regenerated));
  if (!differs(diff)) return [];
  const lines = withoutCommonRuns(diff);
  const shown2 = lines.slice(0, LINES_SHOWN);
  const rest = lines.length - shown2.length;
  return folded(`What the model wrote for ${htmlCode(spokenName(row4.id, row4.path))}`, [
    "`-` the code after this change, `+` what the model wrote",
    "",
    ...fenced(rest > 0 ? [...shown2, `  … ${count(rest, "more line")}`] : shown2, "diff")
  ]);
}
function withoutCommonRuns(diff) {
  const near = diff.map(
    (_, index) => diff.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(({ mark }) => mark !== " ")
  );
  const lines = [];
  let common = [];
  const flush = () => {
    lines.push(...common.length < LEAST_SKIPPED ? common : [`  … ${count(common.length, "line")} in both`]);
    common = [];
  };
  for (const [index, { mark, text }] of diff.entries()) {
    const line2 = `${mark}${text}`.trimEnd();
    if (near[index]) {
      flush();
      lines.push(line2);
    } else common.push(line2);
  }
  flush();
  return lines;
}

// src/report/markdown/check.ts
function checkMarkdown(report, detail) {
  const rows = worstFirst(report.methods);
  const open = rows.filter((row4) => !isKnown(row4)).slice(0, detail.rows);
  const rest = rows.slice(open.length);
  return paragraphs2(
    [`### ${verdictHeadline(report)}`],
    [verdictSentence(report)],
    budgetSpent(report),
    table2(open),
    foldedRows(rest, open.length, detail.foldedRows),
    ...rows.filter((row4) => !isKnown(row4) && row4.texts.regenerated !== null).slice(0, detail.diffs).map(foldedDiff),
    failures(rows),
    sentence(reassurance(report)),
    sentence(shadowSentence(report.model, inlineCode)),
    sentence(originSentence(report.modelOrigin, inlineCode)),
    elsewhere(report),
    scores2(report),
    usageLine(report)
  );
}
function table2(rows) {
  if (rows.length === 0) return [];
  return ["| Method | Similarity | To the code before | |", "| :-- | --: | --: | :-- |", ...rows.map(tableRow)];
}
function tableRow(row4) {
  const cells = [
    inlineCode(spokenName(row4.id, row4.path)),
    unbroken(percent(row4.similarity)),
    unbroken(percent(row4.similarityToPrevious)),
    standingPhrase(row4)
  ];
  return `| ${cells.join(" | ")} |`;
}
function unbroken(text) {
  return text.replaceAll(" ", " ");
}
function foldedRows(rows, open, limit) {
  if (rows.length === 0) return [];
  const summary = `${count(rows.length, open === 0 ? "method" : "more method")}${standingsOf(rows)}`;
  const told = rows.slice(0, limit);
  const untold = rows.length - told.length;
  const leftOut = `${count(untold, "method")} did not fit here; the JSON report has all of them.`;
  return folded(summary, [
    ...table2(told),
    ...untold > 0 && told.length > 0 ? [""] : [],
    ...untold > 0 ? [leftOut] : []
  ]);
}
function failures(rows) {
  const said = failureSentence(rows);
  return said === null ? [] : [`${said}.`, ...detailLines(failureDetails(rows, 3))];
}
function elsewhere(report) {
  const { cosmetic, moved, deleted, leftOut, notes } = report;
  const items = [
    ...namesItem("changed in white space or comments alone", cosmetic),
    ...namesItem(
      "moved with the same code",
      moved.map(({ id }) => id)
    ),
    ...namesItem("deleted", deleted),
    ...leftOutItems(leftOut),
    ...noteItems(notes)
  ];
  return items.length === 0 ? [] : folded("Not scored, and notes on files", bullets(items));
}
function budgetSpent(report) {
  const words = unaskedSentence(report);
  return words === null || report.methods.length === 0 ? [] : [`${words}.`];
}
function scores2(report) {
  const sentences = scoreSentences(report.summary.methods);
  return sentences.length === 0 ? [] : [`<sub>${sentences.join(" · ")}</sub>`];
}

// src/report/markdown/codebase.ts
var FEW_FILES2 = 10;
function evaluateMarkdown(report) {
  const { model, summary } = report;
  const name2 = inlineCode(modelName(model));
  const size = `${count(summary.methods.count, "method")} in ${count(summary.files.count, "file")}`;
  return paragraphs2(
    [`### ${recoveryHeadline(name2, summary)}${inPart(report)}`],
    [
      `${inlineCode(sourceName(report.source))}, ${size}; ${[protocolWords(report.protocol), ...shardWords(report)].join("; ")}; ${modelInWords(model, inlineCode)}.`
    ],
    budgetSpent2(report),
    scoreTable(report, name2),
    sampled(report),
    reproduced2(report),
    report.protocol === "recreate" && isEmbedded(model) ? [VERBATIM_MEMORY] : [],
    sentence(shadowSentence(model, inlineCode)),
    failures2(report.methods),
    foldedFiles(report.files),
    end(report),
    usageLine(report)
  );
}
function scoreMarkdown(report) {
  return paragraphs2(
    [`### ${recoveryHeadline(inlineCode(report.regenerated), report.summary)}`],
    [`${inlineCode(report.regenerated)} against ${inlineCode(report.original)}.`],
    scoreTable(report, "regenerated"),
    reproduced2(report),
    failures2(report.methods),
    foldedFiles(report.files),
    end(report)
  );
}
function eraseMarkdown(report) {
  const { erased, stub } = report;
  const files = count(stub.files.count, "file");
  return paragraphs2(
    [`### Erased ${count(erased.bodies, "body", "bodies")} in ${files}`],
    [
      `${count(erased.characters, "character")} of ${inlineCode(report.directory)} erased; the stubs are in ${inlineCode(report.outputDirectory)}.`
    ],
    stub.files.count === 0 ? [] : [
      `Here a model starts: error rate ${characters(stub.files.errorRate, 2)} characters, similarity ${share(stub.files.similarity, 4)} over ${files}.`
    ],
    end(report)
  );
}
function trainMarkdown(report) {
  const { model, output, source } = report;
  const what = learnedWords(model, "the project");
  return paragraphs2(
    [`### ${inlineCode(modelName(model))} learned ${what}`],
    [
      `Trained on ${inlineCode(revisionWithHash(source))}: ${inlineCode(output.model)} (${bytes(output.bytes)}), card ${inlineCode(output.card)}.`
    ],
    sentence(shadowSentence(model, inlineCode)),
    end(report)
  );
}
function inPart(report) {
  const part2 = partWords(report.summary.methods.count, report);
  return part2 === null ? "" : ` (${part2})`;
}
function budgetSpent2(report) {
  const words = unaskedSentence(report);
  return words === null ? [] : [`${words}.`];
}
function recoveryHeadline(what, { files }) {
  const sample = count(files.count, "file");
  if (files.recovery === null) return `${what}: nothing was erased in ${sample}`;
  if (files.recovery < 0) return `${what} is further from the original than the bare stubs, over ${sample}`;
  return `${what} brings back ${percent(files.recovery)} of what was erased in ${sample}`;
}
function scoreTable({ summary, stub }, label) {
  const rows = scoreBlocks(summary, stub, label).flatMap(({ sample, lines }) => [
    `| **${sample}** | | | |`,
    ...lines.map((line2) => `| ${[line2.label, ...scoreCells(line2.scores)].join(" | ")} |`)
  ]);
  return [`| | ${SCORE_HEADINGS.join(" | ")} |`, "| :-- | --: | --: | --: |", ...rows];
}
function reproduced2(report) {
  const words = reproducedWords(report.reproduced, report.summary.methods);
  return words === null ? [] : [`${words}.`];
}
function sampled(report) {
  const words = sampleSentence(report);
  return words === null ? [] : [`${words}.`];
}
function failures2(rows) {
  const said = failureSentence(rows);
  return said === null ? [] : [`${said}.`, ...detailLines(failureDetails(rows, 3))];
}
function foldedFiles(files) {
  const worst = worstFiles(files, FEW_FILES2);
  if (worst.length === 0) return [];
  return folded(differingWords(files, worst.length), [
    "| File | Error | Similarity |",
    "| :-- | --: | --: |",
    ...worst.map(
      ({ id, distance, similarity: similarity2 }) => `| ${inlineCode(id)} | ${characters(distance, 0)} | ${share(similarity2, 4)} |`
    )
  ]);
}
function end({ leftOut, notes }) {
  const items = [...leftOutItems(leftOut), ...noteItems(notes)];
  return items.length === 0 ? [] : folded("Left out, and notes on files", bullets(items));
}

// src/report/markdown/compare.ts
function compareMarkdown(report) {
  const [methods2, ...others] = scoreTables(report, inlineCode);
  const [kinds, ...groups2] = groupTables(report, inlineCode);
  const end3 = [...leftOutItems(report.leftOut), ...noteItems(report.notes)];
  const usage2 = compareUsage(report, inlineCode);
  return paragraphs2(
    [`### ${compareHeadline(report, inlineCode)}`],
    [`${compareBasis(report, inlineCode).join("; ")}.`],
    bullets(contenderLines(report, inlineCode)),
    ...[methods2, ...others, kinds].map((table4) => tableOf(table4)),
    ...groups2.map((table4) => folded(capital(table4.title), rowsOf(table4))),
    bullets(compareRemarks(report, inlineCode).map((remark) => `${remark}.`)),
    detailLines(compareDetails(report)).slice(1),
    end3.length === 0 ? [] : folded("Left out, and notes on files", bullets(end3)),
    usage2.length === 0 ? [] : [`<sub>${usage2.join(" · ")}</sub>`]
  );
}
function tableOf(table4) {
  return table4 === void 0 || table4.rows.length === 0 ? [] : [`**${capital(table4.title)}**`, "", ...rowsOf(table4)];
}
function rowsOf({ headings, rows }) {
  return [
    `| | ${headings.join(" | ")} |`,
    `| :-- |${headings.map(() => " --: |").join("")}`,
    ...rows.map(([label = "", ...cells]) => {
      const padded = headings.map((_, at) => cells[at] ?? "");
      return `| ${[label.trim(), ...padded].join(" | ")} |`;
    })
  ];
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/report/markdown/drift.ts
var FEW_MONTHS2 = 36;
var FEW_PACKAGES3 = 15;
function driftMarkdown(report) {
  const { shown: shown2, rest } = shownMonths(report, FEW_MONTHS2);
  return paragraphs2(
    [`### ${meanMonthWords(report)}`],
    [`${inlineCode(revisionWithHash(report.until))}, ${spanWords(report)}; ${sizeWords(report)} of main source.`],
    bullets([
      ...survivalWords(report, inlineCode),
      ...passedOverWords(report),
      ...yearlyWords(report.yearly),
      ...forecastWords(report.forecast, report.model),
      ...sentence(shadowSentence(report.model, inlineCode))
    ]),
    churnChart(shown2),
    survivalChart(report, shown2),
    folded("The months", [...monthTable(report, shown2), ...rest.flatMap((words) => ["", `… ${words}.`])]),
    packageTable(report),
    end2(report)
  );
}
function churnChart(months) {
  const percents = months.map(({ share: share2 }) => hundredths2(share2 ?? 0));
  return chart("Lines changed per month, % of the lines at its start", months, `bar [${percents.join(", ")}]`, false);
}
function survivalChart({ survival }, months) {
  const followed = months.filter((month) => standingShare(month, survival, "methods") !== null);
  if (followed.length === 0) return [];
  const percents = followed.map((month) => hundredths2(standingShare(month, survival, "methods") ?? 0));
  return chart("Methods of the first day that still stand, %", followed, `line [${percents.join(", ")}]`, true);
}
function chart(title2, months, series, isWhole) {
  return [
    "```mermaid",
    "xychart-beta",
    `  title "${title2}"`,
    `  x-axis [${months.map(({ month }) => `"${month}"`).join(", ")}]`,
    `  y-axis "%"${isWhole ? " 0 --> 100" : ""}`,
    `  ${series}`,
    "```"
  ];
}
function hundredths2(share2) {
  return String(Number((share2 * 100).toFixed(2)));
}
function monthTable({ survival }, months) {
  return [
    "| Month | Lines changed | of lines | Files | Commits | Lines standing | Methods standing |",
    "| :-- | --: | --: | --: | --: | --: | --: |",
    ...months.map(
      (month) => row3([
        month.whole ? month.month : `${month.month} so far`,
        `${changePercent(month.share)} (+${grouped(String(month.added))} -${grouped(String(month.deleted))})`,
        grouped(String(month.lines)),
        grouped(String(month.files)),
        grouped(String(month.commits)),
        standingCell(month.standing?.lines, standingShare(month, survival, "lines")),
        standingCell(month.standing?.methods, standingShare(month, survival, "methods"))
      ])
    )
  ];
}
function standingCell(standing, share2) {
  return standing === void 0 ? percent(null) : `${percent(share2)} (${grouped(String(standing))})`;
}
function packageTable(report) {
  const shown2 = report.packages.slice(0, FEW_PACKAGES3);
  if (shown2.length === 0) return [];
  const all = allChanged(report);
  const table4 = [
    `| Package | Added | Deleted | Of all ${grouped(String(all))} | Lines now |`,
    "| :-- | --: | --: | --: | --: |",
    ...shown2.map(
      (one) => row3([
        inlineCode(packageName(one.name)),
        grouped(String(one.added)),
        grouped(String(one.deleted)),
        percent((one.added + one.deleted) / all),
        grouped(String(one.lines))
      ])
    )
  ];
  const which = shown2.length < report.packages.length ? `, the first ${shown2.length}` : "";
  return folded(`The packages that move most, of ${count(report.packages.length, "package")}${which}`, table4);
}
function row3(cells) {
  return `| ${cells.join(" | ")} |`;
}
function end2({ leftOut, notes }) {
  const items = [...leftOutItems(leftOut), ...noteItems(notes)];
  return items.length === 0 ? [] : folded("Left out, and notes on files", bullets(items));
}

// src/report/markdown/estimate.ts
function estimateMarkdown({ command, models }) {
  return paragraphs2(
    [`### What \`palimpsest ${command}\` would ask`],
    ...models.length === 0 ? [["No model would be asked: there is no method to write."]] : [],
    ...models.flatMap((estimate) => [
      [`${estimateSentence(estimate, inlineCode)}.`],
      bullets(estimateDetails(estimate))
    ]),
    ["<sub>A dry run: nothing was asked.</sub>"]
  );
}

// src/report/markdown/gain.ts
function gainMarkdown(report) {
  const items = [...leftOutItems(report.leftOut), ...noteItems(report.notes)];
  return paragraphs2(
    [`### ${gainHeadline(report)}`],
    [gainSentence(report)],
    sentence(unaskedSentence(report)),
    table3(report),
    bullets([`up to ${inlineCode(revisionWithHash(report.head))}`, ...gainBasis(report, inlineCode)]),
    sentence(shadowSentence(report.model, inlineCode)),
    items.length === 0 ? [] : folded("Left out, and notes on files", bullets(items)),
    usageLine(report)
  );
}
function table3(report) {
  const rows = gainRows(report);
  if (rows.length === 0) return [];
  const headings = gainHeadings(report);
  return [
    `| | ${headings.join(" | ")} |`,
    `| :-- |${" --: |".repeat(headings.length)}`,
    ...rows.map(({ label, cells }) => `| ${[label.trim(), ...cells].join(" | ")} |`)
  ];
}

// src/report/markdown/freshness.ts
function partTable({ freshness }) {
  if (freshness === null) return [];
  const points3 = shownPoints(freshness);
  return [
    "| Since training | Methods | Points |",
    "| :-- | --: | --: |",
    ...FRESHNESS_PARTS.map((name2) => `| ${name2} | ${grouped(String(freshness.parts[name2].units))} | ${points3[name2]} |`),
    `| freshness | | ${freshnessPercent({ value: freshness.value, margin: null })} |`
  ];
}

// src/report/markdown/freshness-chart.ts
function freshnessChart2({ history, line: line2 }) {
  const points3 = lastPoints(history);
  if (points3.length === 0) return [];
  const values = points3.map(({ freshness }) => freshness * 100);
  const low = Math.floor(Math.min(line2 * 100, ...values)) - 1;
  const high = Math.ceil(Math.max(100, ...values));
  return folded(`Freshness over ${pointsWords(points3)}`, [
    "```mermaid",
    "xychart-beta",
    `  title "Freshness and the line of ${percent(line2)}"`,
    `  x-axis "${pointsWords(points3)}" 1 --> ${points3.length}`,
    `  y-axis "%" ${low} --> ${high}`,
    `  line [${values.map(hundredths3).join(", ")}]`,
    `  line [${values.map(() => hundredths3(line2 * 100)).join(", ")}]`,
    "```"
  ]);
}
function hundredths3(percents) {
  return String(Number(percents.toFixed(2)));
}

// src/report/markdown/status.ts
function statusMarkdown(report) {
  const { ledger, model, at } = report;
  return paragraphs2(
    [`### ${statusHeadline(report)}`],
    [`**Recommendation: ${recommendationWords(report)}**`],
    bullets(reasonSentences(report, inlineCode)),
    [
      `${modelInWords(model, inlineCode)}, looked at from ${inlineCode(revisionWithHash(at))}.`,
      ...predecessorSentences(report, inlineCode)
    ],
    sentence(shadowSentence(model, inlineCode)),
    ledger === null ? [] : partTable(ledger),
    ledger === null ? [] : freshnessChart2(ledger),
    ledger === null ? [] : [[`${meansSentence(ledger)}.`, ...ledgerSentences(report, inlineCode)].join(" ")],
    bullets([
      `**Age.** ${ageSentence(report)}`,
      `**Gain.** ${gainSentences(report).join(" ")}`,
      `**Drift.** ${driftSentences(report).join(" ")}`,
      `**Forecast.** ${forecastSentences(report).join(" ")}`
    ])
  );
}

// src/report/markdown/update.ts
function updateMarkdown(report) {
  const { ledger, model, methods: methods2, notes, route, to } = report;
  const failures3 = failureSentence(methods2);
  return paragraphs2(
    [`### ${freshnessSentence(ledger, model)}${route === "budget-spent" ? " (not brought further)" : ""}`],
    [`${modelInWords(model, inlineCode)}, at ${inlineCode(revisionWithHash(to))}. ${meansSentence(ledger)}.`],
    sentence(shadowSentence(model, inlineCode)),
    partTable(ledger),
    freshnessChart2(ledger),
    [`${updateSentence(report, (label) => inlineCode(revisionWithHash(label)))}.`],
    failures3 === null ? [] : [`${failures3}.`, ...detailLines(failureDetails(methods2, 3))],
    notes.length === 0 ? [] : folded("Notes on files", bullets(noteItems(notes))),
    usageLine(report)
  );
}

// src/report/markdown.ts
var MARKDOWN_LIMIT = 65e3;
var DETAILS = [
  { rows: 25, foldedRows: 1e3, diffs: 3 },
  { rows: 25, foldedRows: 400, diffs: 3 },
  { rows: 25, foldedRows: 200, diffs: 1 },
  { rows: 25, foldedRows: 100, diffs: 1 },
  { rows: 25, foldedRows: 0, diffs: 1 },
  { rows: 25, foldedRows: 0, diffs: 0 }
];
function renderMarkdown(report) {
  switch (report.kind) {
    case "check":
      return withinLimit((detail) => checkMarkdown(report, detail));
    case "evaluate":
      return evaluateMarkdown(report);
    case "compare":
      return compareMarkdown(report);
    case "score":
      return scoreMarkdown(report);
    case "erase":
      return eraseMarkdown(report);
    case "train":
      return trainMarkdown(report);
    case "update":
      return updateMarkdown(report);
    case "drift":
      return driftMarkdown(report);
    case "gain":
      return gainMarkdown(report);
    case "status":
      return statusMarkdown(report);
    case "backtest":
      return backtestMarkdown(report);
    case "estimate":
      return estimateMarkdown(report);
    default:
      return report;
  }
}
function withinLimit(render2) {
  let text = "";
  for (const detail of DETAILS) {
    text = render2(detail);
    if (text.length <= MARKDOWN_LIMIT) break;
  }
  return text;
}

// src/cli/present.ts
var WIDTH_WHEN_PIPED = 120;
async function present(report, { format, output = [] }, environment) {
  for (const file of output) {
    await writeOutput(file, environment.secrets.mask(render(report, format ?? formatOf(file, report), PLAIN)));
    process.stderr.write(`wrote ${file}
`);
  }
  if (output.length > 0 && format !== void 0) return;
  const width = process.stdout.columns ?? WIDTH_WHEN_PIPED;
  const text = render(report, format ?? "terminal", { color: environment.color, width });
  process.stdout.write(environment.secrets.mask(text));
}
var PLAIN = { color: false, width: WIDTH_WHEN_PIPED };
function render(report, format, options) {
  switch (format) {
    case "terminal":
      return renderTerminal(report, options);
    case "markdown":
      return renderMarkdown(report);
    case "json":
      return renderJson(report);
    case "csv":
      return csvOf(report);
    default:
      return format;
  }
}
function csvOf(report) {
  if (report.kind === "compare") return renderCsv(report);
  throw new ExpectedFailure("bad-setting", `there is no CSV of ${report.kind}`, "Ask for json, which has every row.");
}
function formatOf(file, report) {
  switch (extname(file).toLowerCase()) {
    case ".csv":
      return report.kind === "compare" ? "csv" : "terminal";
    case ".json":
      return "json";
    case ".md":
    case ".markdown":
      return "markdown";
    default:
      return "terminal";
  }
}

export {
  METHOD_CLASSES,
  SIZE_BANDS,
  methodClassOf,
  sizeBandOf,
  parseReport,
  FRESHNESS_PARTS,
  freshnessPercent,
  shownPoints,
  meansSentence,
  gainHeadings,
  gainRows,
  linesOf,
  lineDiff,
  dedent,
  measuredAnswer,
  measuredMethods,
  measuredFiles,
  pairsOf,
  changePercent,
  standingShare,
  yearlyWords,
  halfLifeSpan,
  forecastWords,
  packageName,
  recommendationWords,
  reasonSentences,
  statusHeadline,
  predecessorSentences,
  ledgerSentences,
  ageSentence,
  gainSentences,
  driftSentences,
  forecastSentences,
  renderShow,
  present
};

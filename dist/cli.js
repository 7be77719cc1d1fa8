#!/usr/bin/env node
import {
  EXIT_COULD_NOT_RUN,
  GATES
} from "./part-SLVXMR6B.js";
import {
  SETTINGS_PATH,
  readEnvironment,
  settings
} from "./part-IREIISAC.js";
import "./part-2AACQ4TA.js";
import "./part-4BS5H6Y3.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/cli.ts
import { setMaxListeners } from "node:events";
import { homedir } from "node:os";
import { CommanderError } from "commander";

// src/cli/program.ts
import { Command as Command2 } from "commander";

// package.json
var package_default = {
  name: "palimpsest",
  version: "0.1.0",
  description: "Shows how well a project's own code model still knows the project: erases method bodies, lets the model write them again, measures how close it came.",
  license: "MIT",
  type: "module",
  keywords: [
    "code-model",
    "fine-tuning",
    "evaluation",
    "drift",
    "java",
    "levenshtein"
  ],
  engines: {
    node: ">=20.19"
  },
  bin: {
    palimpsest: "dist/cli.js"
  },
  files: [
    "dist",
    "schema",
    "docs/design.md"
  ],
  scripts: {
    build: "node scripts/build.mjs",
    demo: "tsx scripts/demo.ts",
    "e2e:model": "tsx scripts/e2e-model.ts",
    test: "vitest run",
    types: "tsc --noEmit && tsc --noEmit --project src/report/html/client",
    lint: "biome check --error-on-warnings .",
    format: "biome check --write .",
    architecture: "depcruise --config .dependency-cruiser.cjs src",
    schemas: "tsx scripts/schemas.ts",
    oracle: "tsx scripts/javac-oracle.ts",
    check: "bash .ci/run",
    bench: "tsx bench/all.ts",
    "bench:model": "tsx bench/model.ts"
  },
  dependencies: {
    "@huggingface/tokenizers": "0.2.0",
    "badge-maker": "6.0.0",
    cacache: "20.0.4",
    "cli-progress": "3.12.0",
    commander: "14.0.3",
    "csv-stringify": "6.9.0",
    "d3-scale": "4.0.3",
    "d3-shape": "3.2.1",
    diff: "8.0.2",
    "fastest-levenshtein": "1.0.16",
    "lru-cache": "11.5.1",
    openai: "6.49.0",
    "p-limit": "7.3.3",
    "p-map": "7.1.1",
    picocolors: "1.1.1",
    "string-width": "8.1.0",
    tinypool: "2.2.0",
    "web-tree-sitter": "0.27.1",
    yaml: "2.9.1",
    zod: "4.6.7"
  },
  optionalDependencies: {
    "tree-sitter": "0.22.4",
    "tree-sitter-java": "0.23.5"
  },
  peerDependencies: {
    "node-llama-cpp": "^3.22.0"
  },
  peerDependenciesMeta: {
    "node-llama-cpp": {
      optional: true
    }
  },
  bundleDependencies: [
    "tree-sitter",
    "tree-sitter-java"
  ],
  overrides: {
    "tree-sitter-java": {
      "tree-sitter": "0.22.4"
    }
  },
  devDependencies: {
    "@biomejs/biome": "2.5.15",
    "@types/cacache": "19.0.0",
    "@types/cli-progress": "3.11.6",
    "@types/d3-scale": "4.0.9",
    "@types/d3-shape": "3.2.0",
    "@types/node": "20.19.0",
    ajv: "8.20.0",
    "axe-core": "4.14.1",
    "capacitor-android-8.0": "npm:@capacitor/android@8.0.0",
    "capacitor-android-8.5": "npm:@capacitor/android@8.5.2",
    "dependency-cruiser": "17.4.3",
    esbuild: "0.28.2",
    "fast-check": "4.10.2",
    "playwright-core": "1.65.1",
    tsx: "4.23.15",
    typescript: "5.9.3",
    vitest: "4.1.12"
  }
};

// src/cli/commands-over-time.ts
import { Command, Option as Option2 } from "commander";

// src/cli/flags.ts
import { Option } from "commander";

// src/cli/formats.ts
var FORMATS = ["terminal", "markdown", "json"];
var TABLE_FORMATS = [...FORMATS, "csv"];

// src/cli/flags.ts
function withParts(command) {
  return command.option("--sample <n>", "in place: score so many methods, drawn by lot from files and sizes alike").option("--seed <n>", "draw others; the same seed draws the same (default: 1)").option("--shard <part>", "take one part of the files, such as 3/8; merge-reports joins the JSON reports");
}
var ONE_MODEL = "the path of a trained model, embedded, provider:name, or a name in --models (default: what `train` left in the clone)";
function withModel(command, description = ONE_MODEL, collect) {
  const model = new Option("--model <ref>", description);
  return command.addOption(collect === void 0 ? model : model.argParser(collect)).option("--models <file>", "your own file of models and how to reach them, in YAML or JSON").option("--base-url <url>", "where the server of --model openai:NAME is; its key is read from PALIMPSEST_API_KEY");
}
function withAsking(command, description, collect) {
  return withModel(command, description, collect).option("--dry-run", "say what a language model would be asked and what that would cost, and ask nothing").option("--max-methods <n>", "ask a language model for so many methods at most; the rest is named as missing").option("--max-tokens <n>", "spend so many tokens at most").option("--max-cost <amount>", "spend so much money at most, by the price in --models").option("--no-cache", "ask anew for what earlier runs were answered, and keep nothing");
}
function withOutput(command, format = formatOption()) {
  return command.addOption(format).option(
    "--output <file>",
    "write the report there; without --format its ending decides (.md, .json), and may be given again",
    several
  ).addOption(verboseOption());
}
function several(value, others = []) {
  return [...others, value];
}
var repoOption = () => new Option("--repo <dir>", "a folder of the clone").default(".");
var formatOption = () => new Option("--format <name>", "how to print the report (default: terminal)").choices(FORMATS);
var verboseOption = () => new Option("--verbose", "print the stack of an error");
var tableFormatOption = () => new Option("--format <name>", "how to print the report (default: terminal)").choices(TABLE_FORMATS);
var protocolOption = () => new Option("--protocol <name>", "erase all bodies together, or one at a time").choices(["recreate", "in-place"]).default("recreate");

// src/cli/commands-over-time.ts
function updateCommand(shell) {
  const command = new Command("update").description("Bring the ledger, which an in-place evaluation of the training revision begins, to a later revision.").addOption(repoOption()).option("--revision <rev>", "where to (default: the default branch)");
  return withOutput(withAsking(command)).action(
    async (options) => (await import("./part-NW4WLYVI.js")).runUpdate(options, shell)
  );
}
function statusCommand(shell) {
  const command = new Command("status").description(
    "Say how fresh the model is, whether training again would help and when it will be needed: one verdict."
  ).addOption(
    new Option2("--fail-on <verdict>", "exit with 1, after the report, when the verdict is this").choices(GATES)
  );
  return withOutput(withStatusOptions(command)).action(
    async (options) => (await import("./part-V7RXO4MS.js")).runStatus(options, shell)
  );
}
function reportCommand(shell) {
  const command = new Command("report").description("Write all of it as one HTML page that opens from a file: status, charts, packages, every method.").requiredOption("--output-dir <dir>", "a folder for index.html; what else lies there stays").option("--details <n>", "show so many of the methods known least beside what the model writes now", "100").addOption(verboseOption());
  return withStatusOptions(command).action(async (options) => (await import("./part-POKMZWGO.js")).runReport(options, shell));
}
function withStatusOptions(command) {
  command.addOption(repoOption()).option("--revision <rev>", "where to look (default: the default branch)");
  return withAsking(command).option("--since <when>", "how far back to look for drift: as `palimpsest drift --since`", "1y").option("--no-gain", "do not measure what training again would gain").option("--no-drift", "do not measure drift; then there is no forecast either");
}
function driftCommand(shell) {
  const command = new Command("drift").description("Say how fast the code moves and how much of it still stands, from git’s history alone.").addOption(repoOption()).option("--since <when>", "how far back: 1y, 18m, 90d, a day such as 2024-03-01, or all", "1y").option("--until <rev>", "where the history ends", "HEAD").option("--output-dir <dir>", "a folder for churn.svg, survival.svg and, with a ledger, freshness-chart.svg");
  return withOutput(withModel(command)).action(
    async (options) => (await import("./part-GB7X3DU7.js")).runDrift(options, shell)
  );
}
function gainCommand(shell) {
  const command = new Command("gain").description(
    "Say whether training again would help: what a model trained just before each change would have gained."
  ).addOption(repoOption()).option("--head <rev>", "where the window ends (default: the default branch)").option("--window-days <n>", `how far back to look (default: ${SETTINGS_PATH}, or else 90)`).option("--since <rev>", "compare with the embedded model trained there, instead of a kept one");
  return withOutput(withAsking(command)).action(async (options) => (await import("./part-VDYZTLDK.js")).runGain(options, shell));
}
function backtestCommand(shell) {
  const command = new Command("backtest").description("Replay real history: how fresh would one model have stayed, and how often would a line have asked?").addOption(repoOption()).requiredOption("--train-at <rev>", "where the embedded model is trained").option("--until <rev>", "where the history ends (default: the default branch)").option("--every <span>", "stop at the last commit of each 1w, 2w, 1m or 10d, or at every merge", "1w").option("--retrain-at <lines>", "what if it were trained again below these freshnesses: 0.95,0.9,0.85").option("--sample <n>", "score so many methods where a model is trained, drawn by lot from files and sizes alike").option("--seed <n>", "draw others; the same seed draws the same (default: 1)").option("--jobs <n>", "how many threads (default: one a processor)").option("--output-dir <dir>", "a folder for backtest.svg and trade-off.svg");
  return withOutput(command).addHelpText("after", "\nA run that was stopped goes on where it was; what it keeps lies in .palimpsest/backtest.").action(async (options) => (await import("./part-UMROWJ7U.js")).runBacktest(options, shell));
}
function badgeCommand(shell) {
  const command = new Command("badge").description("Write the freshness badge, from the ledger: an SVG, and the JSON that shields.io reads.").addOption(repoOption()).requiredOption("--output-dir <dir>", "a folder for freshness.svg and freshness.json").addOption(verboseOption());
  return withModel(command).action(async (options) => (await import("./part-JKBJ46PG.js")).runBadge(options, shell));
}

// src/cli/program.ts
function buildProgram(shell) {
  const program = new Command2("palimpsest").description("Shows how well a project’s own code model still knows the project.").version(package_default.version).exitOverride().showHelpAfterError("(see --help)").addHelpText(
    "after",
    "\nIn any git clone of a Java project:\n  $ palimpsest train --revision v1.0   remember the project as it stood\n  $ palimpsest check                   what of it does this branch change?\n\nExit codes: 0 done, 1 a gate that you set was met, 2 could not run."
  );
  for (const command of [
    trainCommand(shell),
    checkCommand(shell),
    updateCommand(shell),
    statusCommand(shell),
    driftCommand(shell),
    gainCommand(shell),
    reportCommand(shell),
    backtestCommand(shell),
    badgeCommand(shell),
    evaluateCommand(shell),
    compareCommand(shell),
    mergeReportsCommand(shell),
    eraseCommand(shell),
    scoreCommand(shell),
    initCommand(),
    configCommand()
  ]) {
    program.addCommand(command.exitOverride().showHelpAfterError("(see --help)"));
  }
  return program;
}
function trainCommand(shell) {
  return new Command2("train").description("Train the embedded model on one revision, read from git; the work tree is not touched.").addOption(repoOption()).option("--revision <rev>", "what to train on (default: HEAD)").option("--trained-at <rev>", "train the shadow of your own model: on the revision that that one was trained at").option("--shadow-of <name>", "what that model is called, for the reports").option("--output <file>", "where the model goes; its card stands beside it (default: .palimpsest/ in the clone)").option("--evaluate", "measure it in place on the same revision, and write its scores into the card").addOption(formatOption()).addOption(verboseOption()).action(async (options) => (await import("./part-L2FC4ELU.js")).runTrain(options, shell));
}
function checkCommand(shell) {
  const command = new Command2("check").description("Say for each method that a change touched whether the model still knows it.").addOption(repoOption()).option("--base <rev>", "compare from where head branched off it (default: the default branch)").option("--head <rev>", "the change; WORKTREE takes uncommitted files", "HEAD").option("--show <method>", "print the body before, the body after, and what the model wrote");
  withAsking(command);
  for (const { flag, kind, byDefault, description } of settings()) {
    command.option(kind === "boolean" ? flag : `${flag} <n>`, `${description} (default: ${byDefault})`);
    if (kind === "boolean") command.option(flag.replace("--", "--no-"), "do not, whatever the settings file says");
  }
  return withOutput(command).addHelpText("after", `
What no flag says, ${SETTINGS_PATH} on the default branch decides, where there is one.`).action(async (options) => (await import("./part-KFGPHSDG.js")).runCheck(options, shell));
}
function evaluateCommand(shell) {
  const command = new Command2("evaluate").description("Erase every body of a codebase, have all of them written again, and score the lot.").argument("[dir]", "a directory, taken whole: tests and generated code too").addOption(repoOption()).option("--revision <rev>", "a revision of a clone instead of a directory; main sources count").addOption(protocolOption()).option("--output-dir <dir>", "leave the regenerated tree there");
  return withOutput(withAsking(withParts(command))).action(
    async (directory, options) => (await import("./part-SOJX46IC.js")).runEvaluate(directory, options, shell)
  );
}
function compareCommand(shell) {
  const command = new Command2("compare").description("Have several models write the same methods, and say which comes closest, where, and at what cost.").argument("[dir]", "a directory, taken whole: tests and generated code too").addOption(repoOption()).option("--revision <rev>", "a revision of a clone instead of a directory; main sources count").option("--tree <name=dir>", "what anything else wrote, laid out as the original is; may be given again", several).option("--baseline <name>", "what the others are compared with; `stub` is every body erased (default: the first)").addOption(protocolOption()).option("--output-dir <dir>", "leave a regenerated tree for each model there, in a folder of its name");
  const asking = withAsking(
    withParts(command),
    "the path of a trained model, embedded, provider:name, or a name in --models; may be given again (default: all in --models, or what `train` left)",
    several
  );
  return withOutput(asking, tableFormatOption()).action(
    async (directory, options) => (await import("./part-72A6IMVB.js")).runCompare(directory, options, shell)
  );
}
function mergeReportsCommand(shell) {
  const command = new Command2("merge-reports").description("Join the JSON reports of a run that was shared out with --shard.").argument("<files...>", "all parts of one evaluate or compare, in any order");
  return withOutput(command, tableFormatOption()).action(
    async (files, options) => (await import("./part-QF43U2BP.js")).runMergeReports(files, options, shell)
  );
}
function eraseCommand(shell) {
  const command = new Command2("erase").description("Write types and method stubs alone: every body becomes {}, every other byte stays.").argument("<dir>", "the directory to read, taken whole").requiredOption("--output-dir <dir>", "where the stubs go");
  return withOutput(command).action(
    async (directory, options) => (await import("./part-SOJX46IC.js")).runErase(directory, options, shell)
  );
}
function scoreCommand(shell) {
  const command = new Command2("score").description("Measure any regenerated tree against its original, whatever tool wrote it.").argument("<original>", "the directory as it was").argument("<regenerated>", "the directory as it was written again");
  return withOutput(command).action(
    async (original, regenerated, options) => (await import("./part-SOJX46IC.js")).runScore(original, regenerated, options, shell)
  );
}
function initCommand() {
  return new Command2("init").description(`Write ${SETTINGS_PATH} with every setting, its meaning and its default; never over an existing one.`).addOption(repoOption()).addOption(verboseOption()).action(async (options) => (await import("./part-B27YDDSM.js")).runInit(options));
}
function configCommand() {
  const validate = new Command2("validate").description("Check a settings file and say what it sets.").argument("[file]", `the file (default: ${SETTINGS_PATH} in the work tree)`).addOption(repoOption()).addOption(verboseOption()).action(async (file, options) => (await import("./part-B27YDDSM.js")).runValidate(file, options));
  return new Command2("config").description(`The repository’s own settings, ${SETTINGS_PATH}.`).addCommand(validate.exitOverride().showHelpAfterError("(see --help)"));
}

// src/cli/progress.ts
import { SingleBar } from "cli-progress";
var SHOWN_AFTER_MS = 1e3;
var CI_LINE_EVERY_MS = 1e4;
function cliProgress(stream, ci) {
  if (stream.isTTY && !ci) return new BarProgress(stream);
  return ci ? new LineProgress(stream) : silentProgress;
}
var silentProgress = { begin() {
}, advance() {
}, end() {
} };
var BarProgress = class {
  #stream;
  #bar = null;
  #step = "";
  #total = null;
  #done = 0;
  #startedAtMs = 0;
  constructor(stream) {
    this.#stream = stream;
  }
  begin(step, total) {
    this.end();
    this.#step = step;
    this.#total = total;
    this.#done = 0;
    this.#startedAtMs = Date.now();
  }
  advance(count = 1) {
    this.#done += count;
    const elapsedMs = Date.now() - this.#startedAtMs;
    if (this.#bar === null) {
      if (this.#total === null || elapsedMs < SHOWN_AFTER_MS) return;
      this.#bar = this.#newBar();
      this.#bar.start(this.#total, this.#done, { step: this.#step, rate: "" });
    }
    this.#bar.update(this.#done, { rate: (this.#done / (elapsedMs / 1e3)).toFixed(1) });
  }
  end() {
    this.#bar?.stop();
    this.#bar = null;
  }
  #newBar() {
    const format = "{step}  {bar}  {value}/{total}  {rate}/s  ETA {eta_formatted}";
    return new SingleBar({
      format,
      stream: this.#stream,
      clearOnComplete: true,
      hideCursor: true,
      gracefulExit: false,
      barCompleteChar: "█",
      barIncompleteChar: "·",
      barsize: 24,
      fps: 8,
      etaBuffer: 50
    });
  }
};
var LineProgress = class {
  #stream;
  #step = "";
  #total = null;
  #done = 0;
  #startedAtMs = 0;
  #saidAtMs = 0;
  constructor(stream) {
    this.#stream = stream;
  }
  begin(step, total) {
    this.#step = step;
    this.#total = total;
    this.#done = 0;
    this.#startedAtMs = Date.now();
    this.#saidAtMs = this.#startedAtMs;
  }
  advance(count = 1) {
    this.#done += count;
    const nowMs = Date.now();
    const silentMs = this.#saidAtMs === this.#startedAtMs ? SHOWN_AFTER_MS : CI_LINE_EVERY_MS;
    if (nowMs - this.#saidAtMs < silentMs) return;
    this.#saidAtMs = nowMs;
    const rate = (this.#done / ((nowMs - this.#startedAtMs) / 1e3)).toFixed(1);
    this.#stream.write(`${this.#step}: ${this.#done}${this.#total === null ? "" : `/${this.#total}`} (${rate}/s)
`);
  }
  end() {
  }
};

// src/cli.ts
await main();
async function main() {
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => stopping.abort(cancelled()));
  }
  process.stdout.on("error", (error) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  const environment = readEnvironment(process.env, process.stdout.isTTY === true, homedir());
  const progress = cliProgress(process.stderr, environment.ci);
  const endings = [];
  const atEnd = (action) => endings.push(action);
  const program = buildProgram({ environment, signal: stopping.signal, progress, atEnd });
  const told = (error) => tell(error, process.argv.includes("--verbose"), environment.secrets);
  try {
    await program.parseAsync();
  } catch (error) {
    progress.end();
    process.exitCode = told(error);
  }
  for (const action of endings) {
    await action().catch((error) => {
      process.exitCode = told(error);
    });
  }
  if (stopping.signal.aborted) process.exit();
}
function cancelled() {
  return new ExpectedFailure(
    "cancelled",
    "stopped",
    "Nothing was left half-written; run the same command again to go on."
  );
}
function tell(error, verbose, secrets) {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_COULD_NOT_RUN;
  const say = (text) => process.stderr.write(secrets.mask(text));
  if (error instanceof ExpectedFailure) {
    say(`palimpsest: ${error.message}. ${error.remedy}
`);
    if (verbose) say(`${stackOf(error)}
`);
  } else {
    say(`palimpsest: a bug in palimpsest: ${error instanceof Error ? error.message : String(error)}.`);
    say(verbose ? `
${stackOf(error)}
` : " Run it again with --verbose and report what it prints.\n");
  }
  return EXIT_COULD_NOT_RUN;
}
function stackOf(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === void 0 ? "" : `
caused by ${stackOf(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

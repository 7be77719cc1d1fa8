// src/files/output-file.ts
import { randomUUID } from "node:crypto";
import { mkdir, open, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

// src/errors.ts
var ExpectedFailure = class extends Error {
  code;
  remedy;
  constructor(code, message, remedy, options) {
    super(message, options);
    this.name = "ExpectedFailure";
    this.code = code;
    this.remedy = remedy;
  }
};
function systemErrorCode(error) {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}

// src/files/failures.ts
function writeFailure(path, error) {
  if (error instanceof ExpectedFailure) return error;
  switch (systemErrorCode(error)) {
    case void 0:
      return error;
    case "ENOSPC":
    case "EDQUOT":
      return new ExpectedFailure(
        "disk-full",
        `the disk is full: ${path} was not written`,
        "Free some space and run the command again; nothing was overwritten.",
        { cause: error }
      );
    case "ENOENT":
      return new ExpectedFailure(
        "not-writable",
        `${path} cannot be written: its folder does not exist`,
        "Make the folder, or name another output.",
        { cause: error }
      );
    default:
      return new ExpectedFailure(
        "not-writable",
        `${path} cannot be written (${systemErrorCode(error)})`,
        "Check its permissions, or name another output.",
        { cause: error }
      );
  }
}

// src/files/output-file.ts
async function writeOutput(path, content) {
  try {
    const stats = await stat(path).catch(() => void 0);
    if (stats !== void 0 && !stats.isFile() && !stats.isDirectory()) await writeFile(path, content);
    else await writeAndRename(await realpath(path).catch(() => path), content, stats?.mode);
  } catch (error) {
    throw writeFailure(path, error);
  }
}
async function writeAndRename(path, content, mode) {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeNew(await open(partial, "wx"), content, mode);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => {
    });
    throw error;
  }
}
async function writeNew(file, content, mode) {
  try {
    await file.writeFile(content);
    if (mode !== void 0) await file.chmod(mode);
    await file.sync();
  } finally {
    await file.close();
  }
}
async function makeParentFolder(path) {
  try {
    await mkdir(dirname(path), { recursive: true });
  } catch (error) {
    throw writeFailure(path, error);
  }
}

// src/files/directory.ts
import { pMapIterable } from "p-map";

// src/files/journal.ts
import { z } from "zod";

// src/core/regeneration.ts
var FAILURE_REASONS = [
  "refused",
  "timed-out",
  "cut-off",
  "does-not-parse",
  "does-not-fit",
  "missing",
  "error"
];
function isSilence(reason) {
  return reason === "error" || reason === "timed-out";
}

// src/files/journal.ts
var Line = z.object({
  key: z.string(),
  regeneration: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("regenerated"), body: z.string(), confidence: z.number().exactOptional() }),
    z.object({
      kind: z.literal("failed"),
      reason: z.enum(FAILURE_REASONS),
      detail: z.string()
    })
  ])
});

// src/files/ledger-pages.ts
import { z as z2 } from "zod";
var stratum = z2.object({ population: z2.int(), drawn: z2.int(), sum: z2.number(), squares: z2.number() });
var rescored = z2.object({
  units: z2.int(),
  sum: z2.number(),
  former: z2.record(z2.string(), z2.object({ units: z2.int(), drawn: z2.int(), sum: z2.number() }))
});
var tally = z2.object({
  untouched: z2.record(z2.string(), stratum),
  rescored: z2.object({ unchanged: rescored, modified: rescored, new: rescored }),
  deleted: rescored,
  failed: z2.int()
});
var revision = z2.object({ revision: z2.string(), committedAt: z2.string().nullable() });
var storedHead = z2.object({
  head: z2.object({
    schemaVersion: z2.literal(1),
    model: z2.object({ provider: z2.string(), name: z2.string(), fingerprint: z2.string() }),
    trainedAt: revision,
    standsAt: revision,
    sample: z2.object({ size: z2.int(), seed: z2.int() }).nullable(),
    baseline: z2.array(stratum),
    shards: z2.record(z2.string(), tally),
    history: z2.array(
      z2.object({ ...revision.shape, freshness: z2.number(), margin: z2.number().nullable(), units: z2.int() })
    )
  }),
  files: z2.record(z2.string(), z2.string().regex(/^[\w.-]+$/))
});
function printHead(stored) {
  return `${JSON.stringify(stored)}
`;
}
function parseHead(text) {
  return storedHead.parse(JSON.parse(text));
}
var trainedTuple = z2.union([
  z2.tuple([z2.string(), z2.string(), z2.int(), z2.number().nullable()]),
  z2.tuple([z2.string(), z2.string(), z2.int(), z2.number().nullable(), z2.string()])
]);
var origin = z2.union([z2.null(), z2.int(), trainedTuple]);
var unitTuple = z2.tuple([
  z2.string().describe("The id without its path."),
  z2.string().describe("Hash of the body’s text."),
  z2.string().describe("Hash of the header."),
  z2.string().describe("Hash of the body’s code."),
  z2.int().describe("Length of the body."),
  z2.number().nullable().describe("Similarity; null when it was not scored."),
  z2.enum(["", "f", "r", "rf"]).describe("f: the regeneration failed. r: scored after training."),
  origin.describe("What it was on the day of training.")
]);
var line = z2.object({ path: z2.string(), units: z2.array(unitTuple), departed: z2.array(trainedTuple) });
function printShard(shard) {
  return shard.map(({ path, units, departed }) => {
    const record = {
      path,
      units: units.map(unitRecord),
      departed: departed.map((trained) => trainedRecord(trained, path))
    };
    return `${JSON.stringify(record)}
`;
  }).join("");
}
function parseShard(text) {
  return text.split("\n").filter(Boolean).map((record) => {
    const { path, units, departed } = line.parse(JSON.parse(record));
    return {
      path,
      units: units.map((unit) => unitOf(unit, path)),
      departed: departed.map((trained) => trainedOf(trained, path))
    };
  });
}
function unitRecord(unit) {
  const { id, path, text, header, code, length, score: score2, rescored: again } = unit;
  const marks = `${again ? "r" : ""}${score2?.failed ? "f" : ""}`;
  return [id.slice(path.length + 1), text, header, code, length, score2?.similarity ?? null, marks, originOf(unit)];
}
function unitOf([name, text, header, code, length, similarity, marks, from], path) {
  const id = `${path}#${name}`;
  const score2 = similarity === null ? null : { similarity, failed: marks.endsWith("f") };
  const trained = from === null ? null : typeof from === "number" ? { id, path, code, stratum: from, similarity } : trainedOf(from, path);
  return { id, path, text, header, code, length, score: score2, trained, rescored: marks.startsWith("r") };
}
function originOf({ id, path, code, score: score2, trained }) {
  if (trained === null) return null;
  const same = trained.id === id && trained.code === code && trained.similarity === (score2?.similarity ?? null);
  return same ? trained.stratum : trainedRecord(trained, path);
}
function trainedRecord({ id, path, code, stratum: index, similarity }, file) {
  const name = id.slice(path.length + 1);
  return path === file ? [name, code, index, similarity] : [name, code, index, similarity, path];
}
function trainedOf([name, code, index, similarity, elsewhere], file) {
  const path = elsewhere ?? file;
  return { id: `${path}#${name}`, path, code, stratum: index, similarity };
}

// src/git/history.ts
import { once as once2 } from "node:events";
import { PassThrough } from "node:stream";

// src/git/blobs.ts
import { once } from "node:events";

// src/git/command.ts
import { spawn } from "node:child_process";
var QUIET = [
  "--no-pager",
  "-c",
  "core.hooksPath=/dev/null",
  "-c",
  "core.fsmonitor=false",
  "-c",
  "log.showSignature=false"
];
var ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: "0",
  GIT_OPTIONAL_LOCKS: "0",
  LC_ALL: "C",
  GIT_DIR: void 0,
  GIT_COMMON_DIR: void 0,
  GIT_WORK_TREE: void 0,
  GIT_IMPLICIT_WORK_TREE: void 0,
  GIT_INDEX_FILE: void 0,
  GIT_OBJECT_DIRECTORY: void 0,
  GIT_ALTERNATE_OBJECT_DIRECTORIES: void 0,
  GIT_SHALLOW_FILE: void 0,
  GIT_GRAFT_FILE: void 0,
  GIT_PREFIX: void 0,
  GIT_EXTERNAL_DIFF: void 0
};
async function runGit(directory, args) {
  const child = startGit(directory, args);
  const [stdout, stderr, exitCode] = await Promise.all([
    collect(child.stdout),
    collect(child.stderr),
    new Promise((resolve, reject) => {
      child.on("error", (error) => reject(startFailure(error, directory)));
      child.on("close", (code) => resolve(code ?? 128));
    })
  ]);
  return { exitCode, stdout, stderr: stderr.toString("utf8").trim() };
}
async function git(directory, args) {
  const { exitCode, stdout, stderr } = await runGit(directory, args);
  if (exitCode !== 0) throw gitFailure(args[0] ?? "git", stderr);
  return stdout;
}
function gitFailure(subcommand, stderr) {
  const firstLine2 = stderr.split("\n").find((line2) => line2.trim() !== "") ?? "no message";
  return new ExpectedFailure(
    "git-failed",
    `git ${subcommand} failed: ${firstLine2}`,
    "Check the clone with `git fsck`, then run the command again."
  );
}
function startGit(directory, args) {
  return spawn("git", [...QUIET, ...args], {
    cwd: directory,
    env: { ...process.env, ...ENVIRONMENT },
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
}
function startFailure(error, directory) {
  if (!["ENOENT", "ENOTDIR"].includes(systemErrorCode(error) ?? "")) return error;
  return new ExpectedFailure(
    "git-missing",
    `git could not be started in ${directory}`,
    "Check that the directory exists and that git is installed and on PATH.",
    { cause: error }
  );
}
async function collect(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

// src/git/blobs.ts
var NEW_LINE = 10;
async function* readBlobs(directory, objectNames) {
  if (objectNames.length === 0) return;
  const child = startGit(directory, ["cat-file", "--batch"]);
  let problem = "";
  let startError;
  child.on("error", (error) => {
    startError = startFailure(error, directory);
  });
  child.stderr.on("data", (chunk) => {
    problem += chunk.toString("utf8");
  });
  child.stdin.on("error", () => {
  });
  child.stdin.end(`${objectNames.join("\n")}
`);
  const closed = once(child, "close").catch(() => void 0);
  const reader = new BatchReader(child.stdout);
  let read2 = 0;
  try {
    for (; read2 < objectNames.length; read2++) {
      const header = await reader.line();
      if (header === void 0) break;
      const size = /^[0-9a-f]+ blob (\d+)$/.exec(header)?.[1];
      if (size === void 0) yield null;
      else yield await reader.bytes(Number(size));
    }
  } finally {
    child.stdout.destroy();
    child.kill();
    await closed;
  }
  if (startError !== void 0) throw startError;
  if (read2 < objectNames.length) throw gitFailure("cat-file", problem);
}
var BatchReader = class {
  #chunks;
  #buffer = Buffer.alloc(0);
  constructor(stream) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }
  /** The next line without its end; `undefined` at the end of the stream. */
  async line() {
    for (; ; ) {
      const end = this.#buffer.indexOf(NEW_LINE);
      if (end >= 0) {
        const line2 = this.#buffer.toString("utf8", 0, end);
        this.#buffer = this.#buffer.subarray(end + 1);
        return line2;
      }
      if (!await this.#pull()) return void 0;
    }
  }
  /** The next `size` bytes; the line end that git puts after them is consumed. */
  async bytes(size) {
    const pieces = [];
    let missing2 = size + 1;
    for (; ; ) {
      const piece = this.#buffer.subarray(0, missing2);
      this.#buffer = this.#buffer.subarray(piece.length);
      pieces.push(piece);
      missing2 -= piece.length;
      if (missing2 === 0) break;
      if (!await this.#pull()) throw gitFailure("cat-file", "the object database ended in the middle of a file");
    }
    return Buffer.concat(pieces).subarray(0, size);
  }
  async #pull() {
    const next2 = await this.#chunks.next();
    if (next2.done === true) return false;
    this.#buffer = this.#buffer.length === 0 ? next2.value : Buffer.concat([this.#buffer, next2.value]);
    return true;
  }
};

// src/git/difference-parser.ts
var HEADER = /^[0-9a-f]{40,64} [0-9a-f]{40,64}\n/;
var RAW = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])/;
var REGULAR_FILE = /^100/;
var NONE = { addedLines: 0, deletedLines: 0 };
var DifferenceParser = class {
  #rest = Buffer.alloc(0);
  #isOpen = false;
  #records = [];
  #counts = /* @__PURE__ */ new Map();
  /** A record that waits for its paths, each of which is a field of its own. */
  #waiting = null;
  #paths = [];
  /** The pairs that this chunk completes: a pair is complete when the next one begins. */
  push(chunk) {
    const done = [];
    const data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      this.#field(data.toString("utf8", start, end), done);
      start = end + 1;
    }
    this.#rest = data.subarray(start);
    return done;
  }
  /** The last pair, and those without a difference before it. */
  end() {
    const done = [];
    this.#field(this.#rest.toString("utf8"), done);
    if (this.#isOpen) done.push(this.#take());
    this.#isOpen = false;
    return done;
  }
  #field(field, done) {
    if (this.#waiting !== null) {
      this.#paths.push(field);
      if (this.#paths.length < this.#waiting.paths) return;
      const { take } = this.#waiting;
      const paths = this.#paths;
      this.#waiting = null;
      this.#paths = [];
      take(...paths);
      return;
    }
    let record = field;
    for (let header = HEADER.exec(record); header !== null; header = HEADER.exec(record)) {
      if (this.#isOpen) done.push(this.#take());
      this.#isOpen = true;
      record = record.slice(header[0].length);
    }
    if (record.startsWith(":")) this.#raw(record);
    else if (record !== "") this.#numstat(record);
  }
  #raw(record) {
    const [, modeBefore = "", modeAfter = "", blobBefore = "", blobAfter = "", status] = RAW.exec(record) ?? [];
    const side = (mode, path, blob) => REGULAR_FILE.test(mode) ? { path, blob } : null;
    const take = (before, after = before) => {
      const sides = { before: side(modeBefore, before, blobBefore), after: side(modeAfter, after, blobAfter) };
      if (sides.before !== null || sides.after !== null) this.#records.push({ ...sides, path: after });
    };
    this.#waiting = { paths: status === "R" || status === "C" ? 2 : 1, take };
  }
  /** `12\t3\tpath`; of a rename the third field is empty and two paths follow; of a binary file the counts are `-`. */
  #numstat(record) {
    const [added, deleted, ...rest] = record.split("	");
    const counts2 = { addedLines: Number(added) || 0, deletedLines: Number(deleted) || 0 };
    const path = rest.join("	");
    if (path !== "") this.#counts.set(path, counts2);
    else this.#waiting = { paths: 2, take: (_, after = "") => this.#counts.set(after, counts2) };
  }
  #take() {
    const differences2 = this.#records.map(({ before, after, path }) => ({
      before,
      after,
      ...this.#counts.get(path) ?? NONE
    }));
    this.#records = [];
    this.#counts = /* @__PURE__ */ new Map();
    return differences2;
  }
};

// src/git/history.ts
var AHEAD_BYTES = 8 * 1024 * 1024;
function openHistory(root) {
  return {
    firstParents: (revision2) => firstParents(root, revision2),
    differences: (pairs, options) => differences(root, pairs, options),
    blobs: (names) => readBlobs(root, names)
  };
}
async function firstParents(root, { hash }) {
  const format = "--format=%H %T %ct";
  const listed = await git(root, ["log", "--first-parent", "--reverse", format, "--end-of-options", hash, "--"]);
  const commits = listed.toString("utf8").split("\n").filter(Boolean).map(lineCommit);
  const [oldest] = commits;
  const cutOff = oldest !== void 0 && /^parent /m.test(headOf(await git(root, ["cat-file", "commit", oldest.hash])));
  return { commits, cutOff };
}
function lineCommit(line2) {
  const [hash = "", tree = "", seconds] = line2.split(" ");
  return { hash, tree, committedAt: Number(seconds) };
}
function headOf(commit) {
  const end = commit.indexOf("\n\n");
  return commit.toString("latin1", 0, end < 0 ? commit.length : end);
}
async function* differences(root, pairs, { extensions, countLines }) {
  if (pairs.length === 0) return;
  const emptyTree = (await git(root, ["hash-object", "-t", "tree", "/dev/null"])).toString("utf8").trim();
  const child = startGit(root, [
    "diff-tree",
    ...["--stdin", "-r", "-z", "-M", "-l0", "--raw", "--no-abbrev"],
    ...countLines ? ["--numstat"] : [],
    ...["--no-ext-diff", "--no-textconv", "--"],
    ...extensions.map((extension) => `:(top,icase)*${extension}`)
  ]);
  let problem = "";
  let startError;
  child.on("error", (error) => {
    startError = startFailure(error, root);
  });
  child.stderr.on("data", (chunk) => {
    problem += chunk.toString("utf8");
  });
  child.stdin.on("error", () => {
  });
  child.stdin.end(pairs.map(({ before, after }) => `${before ?? emptyTree} ${after}
`).join(""));
  const closed = once2(child, "close").catch(() => void 0);
  const parser = new DifferenceParser();
  let told = 0;
  try {
    for await (const chunk of child.stdout.pipe(new PassThrough({ highWaterMark: AHEAD_BYTES }))) {
      for (const difference of parser.push(chunk)) {
        told++;
        yield difference;
      }
    }
    await closed;
    if (child.exitCode === 0) {
      for (const difference of parser.end()) {
        told++;
        yield difference;
      }
    }
  } finally {
    child.stdout.destroy();
    child.kill();
    await closed;
  }
  if (startError !== void 0) throw startError;
  if (told < pairs.length) throw gitFailure("diff-tree", problem);
}

// src/git/repository.ts
import { stat as stat2 } from "node:fs/promises";

// src/ports.ts
var WORKTREE = "WORKTREE";

// src/git/listings.ts
var REGULAR_FILE2 = /^100/;
function parseRawDiff(output) {
  const fields = splitNul(output);
  const changes = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [oldMode = "", newMode = ""] = (fields[index] ?? "").slice(1).split(" ");
    const path = fields[index + 1] ?? "";
    const was = REGULAR_FILE2.test(oldMode);
    const is = REGULAR_FILE2.test(newMode);
    if (was && is) changes.push({ path, status: "modified" });
    else if (is) changes.push({ path, status: "added" });
    else if (was) changes.push({ path, status: "deleted" });
  }
  return changes;
}
function parseTree(output) {
  const blobs = /* @__PURE__ */ new Map();
  for (const entry of splitNul(output)) {
    const tab = entry.indexOf("	");
    const [mode = "", , object = ""] = entry.slice(0, tab).split(" ");
    if (REGULAR_FILE2.test(mode)) blobs.set(entry.slice(tab + 1), object);
  }
  return blobs;
}
function splitNul(output) {
  return output.toString("utf8").split("\0").filter((field) => field !== "");
}

// src/git/work-tree.ts
import { lstat, readFile, realpath as realpath2 } from "node:fs/promises";
import { dirname as dirname2, join as join2, sep } from "node:path";
async function listWorkTree(root) {
  const listed = await git(root, ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--full-name"]);
  const paths = new Set(listed.toString("utf8").split("\0").filter(Boolean));
  return regularFiles(root, [...paths].sort());
}
async function regularFiles(root, paths) {
  const reader = new WorkTreeReader(root);
  const present = [];
  for (const path of paths) if (await reader.isRegularFile(path)) present.push(path);
  return present;
}
async function* readWorkTree(root, paths) {
  const reader = new WorkTreeReader(root);
  for (const path of paths) {
    yield { path, bytes: await reader.isRegularFile(path) ? await readFile(join2(root, path)) : null };
  }
}
var WorkTreeReader = class {
  #root;
  #folders = /* @__PURE__ */ new Map();
  constructor(root) {
    this.#root = root;
  }
  async isRegularFile(path) {
    const full = join2(this.#root, path);
    const stats = await lstat(full).catch(() => void 0);
    return stats?.isFile() === true && await this.#isRealFolder(dirname2(full));
  }
  async #isRealFolder(folder) {
    const known = this.#folders.get(folder);
    if (known !== void 0) return known;
    const root = await realpath2(this.#root);
    const expected = folder === this.#root ? root : join2(root, folder.slice(this.#root.length + sep.length));
    const real = await realpath2(folder).catch(() => void 0) === expected;
    this.#folders.set(folder, real);
    return real;
  }
};

// src/git/repository.ts
async function openRepository(directory) {
  const stats = await stat2(directory).catch(() => void 0);
  if (stats?.isDirectory() !== true) {
    throw new ExpectedFailure(
      "not-a-directory",
      `there is no directory ${directory}`,
      "Name a folder of the clone with --repo DIR."
    );
  }
  const top = await runGit(directory, ["rev-parse", "--is-bare-repository", "--absolute-git-dir"]);
  const [isBare, gitDirectory] = top.stdout.toString("utf8").split("\n");
  if (top.exitCode !== 0 || gitDirectory === void 0) {
    const unsafe = /dubious ownership/.test(top.stderr);
    throw new ExpectedFailure(
      "not-a-repository",
      unsafe ? `git refuses ${directory}: it belongs to another user` : `${directory} is not in a git repository`,
      unsafe ? "Allow it with `git config --global --add safe.directory DIR` if you trust it." : "Run the command in a clone, or name one with --repo DIR."
    );
  }
  const bare = isBare === "true";
  const root = bare ? gitDirectory : stripNewLine(await git(directory, ["rev-parse", "--show-toplevel"]));
  return new GitRepository(root, bare);
}
var LISTINGS_KEPT = 8;
var GitRepository = class {
  root;
  bare;
  #blobsByRevision = /* @__PURE__ */ new Map();
  constructor(root, bare) {
    this.root = root;
    this.bare = bare;
  }
  async identity() {
    if (await this.#isShallow()) return null;
    const { exitCode, stdout } = await runGit(this.root, ["rev-list", "--max-parents=0", "HEAD", "--"]);
    const roots = stdout.toString("utf8").split("\n").filter(Boolean).sort();
    return exitCode === 0 ? roots[0] ?? null : null;
  }
  async resolve(revision2) {
    if (revision2 === WORKTREE) {
      if (this.bare) {
        throw new ExpectedFailure("unknown-revision", "a bare repository has no work tree", "Name a commit instead.");
      }
      return { hash: WORKTREE, name: "work tree", committedAt: null };
    }
    const found = await this.#find(revision2);
    if (found !== void 0) return found;
    if (await this.#isShallow()) throw shallow(`${revision2} is not in this shallow clone`);
    throw new ExpectedFailure(
      "unknown-revision",
      `${JSON.stringify(revision2)} is not a commit, branch or tag of ${this.root}`,
      "Check the name with `git log` or `git branch --all`, or fetch it first."
    );
  }
  async defaultBranch() {
    const { exitCode, stdout } = await runGit(this.root, ["symbolic-ref", "--quiet", "refs/remotes/origin/HEAD"]);
    const told = exitCode === 0 ? [stripNewLine(stdout).replace("refs/remotes/", "")] : [];
    for (const name of [...told, "origin/main", "origin/master", "main", "master"]) {
      const found = await this.#find(name);
      if (found !== void 0) return found;
    }
    throw new ExpectedFailure(
      "no-default-branch",
      "this clone does not tell which branch is the default one",
      "Name what to compare with: --base REVISION."
    );
  }
  async mergeBase(base, head) {
    const headHash = head.hash === WORKTREE ? "HEAD" : head.hash;
    const { exitCode, stdout, stderr } = await runGit(this.root, ["merge-base", base.hash, headHash]);
    if (exitCode === 0) {
      const found = await this.#find(stripNewLine(stdout));
      if (found !== void 0) return { ...found, name: base.name };
    }
    if (await this.#isShallow())
      throw shallow(`the merge base of ${base.name} and ${head.name} is not in this shallow clone`);
    throw new ExpectedFailure(
      "no-common-ancestor",
      `${base.name} and ${head.name} have no common ancestor${stderr === "" ? "" : ` (${stderr})`}`,
      "Name the commit to compare with: --base REVISION."
    );
  }
  async isAncestor(ancestor, revision2) {
    const of = revision2.hash === WORKTREE ? "HEAD" : revision2.hash;
    const { exitCode } = await runGit(this.root, ["merge-base", "--is-ancestor", "--end-of-options", ancestor, of]);
    return exitCode === 0 ? true : exitCode === 1 ? false : null;
  }
  async changedFiles(base, head) {
    const options = [
      "--raw",
      "-z",
      "--no-renames",
      "--no-ext-diff",
      "--no-textconv",
      "--ignore-submodules",
      "--abbrev=40"
    ];
    const changes = /* @__PURE__ */ new Map();
    if (head.hash === WORKTREE) {
      const diff = await git(this.root, ["diff", ...options, base.hash, "--"]);
      for (const change of parseRawDiff(diff)) changes.set(change.path, change);
      const listed = await git(this.root, ["ls-files", "-z", "--others", "--exclude-standard", "--full-name"]);
      const untracked = await regularFiles(this.root, splitNul(listed));
      for (const path of untracked) changes.set(path, { path, status: "added" });
      for (const change of await this.#forgotten(base, untracked)) {
        if (change.same) changes.delete(change.path);
        else changes.set(change.path, { path: change.path, status: "modified" });
      }
    } else {
      const diff = await git(this.root, ["diff-tree", "-r", ...options, base.hash, head.hash, "--"]);
      for (const change of parseRawDiff(diff)) changes.set(change.path, change);
    }
    return [...changes.values()].sort((a, b) => a.path < b.path ? -1 : 1);
  }
  /** Files that the index forgot though the base holds them (`git rm --cached`): git compares their bytes no more. */
  async #forgotten(base, untracked) {
    const inBase = await this.#blobs(base);
    const paths = untracked.filter((path) => inBase.has(path));
    const filesBefore = this.#readFiles(base, paths);
    const forgotten = [];
    for await (const { path, bytes } of readWorkTree(this.root, paths)) {
      const { value: before } = await filesBefore.next();
      const same = bytes !== null && before?.bytes != null && Buffer.compare(bytes, before.bytes) === 0;
      forgotten.push({ path, same });
    }
    return forgotten;
  }
  tree(revision2) {
    if (revision2.hash === WORKTREE) {
      return { list: () => listWorkTree(this.root), read: (paths) => readWorkTree(this.root, paths) };
    }
    return {
      list: async () => [...(await this.#blobs(revision2)).keys()].sort(),
      read: (paths) => this.#readFiles(revision2, paths)
    };
  }
  async *#readFiles(revision2, paths) {
    const blobs = await this.#blobs(revision2);
    const present = paths.filter((path) => blobs.has(path));
    const contents = readBlobs(
      this.root,
      present.map((path) => blobs.get(path) ?? "")
    );
    try {
      for (const path of paths) {
        const object = blobs.get(path);
        const bytes = object === void 0 ? null : (await contents.next()).value ?? null;
        if (object !== void 0 && bytes === null) throw gitFailure("cat-file", `${object} (${path}) is missing`);
        yield { path, bytes };
      }
    } finally {
      await contents.return(void 0);
    }
  }
  /** Path → object name of every regular file of a revision. */
  #blobs(revision2) {
    const known = this.#blobsByRevision.get(revision2.hash);
    if (known !== void 0) return known;
    const listing = git(this.root, ["ls-tree", "-r", "-z", "--full-tree", revision2.hash]).then(parseTree);
    this.#blobsByRevision.set(revision2.hash, listing);
    const [oldest] = this.#blobsByRevision.keys();
    if (this.#blobsByRevision.size > LISTINGS_KEPT && oldest !== void 0) this.#blobsByRevision.delete(oldest);
    return listing;
  }
  async #find(revision2) {
    const verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision2}^{commit}`];
    const { exitCode, stdout } = await runGit(this.root, verify);
    if (exitCode !== 0) return void 0;
    const hash = stripNewLine(stdout);
    const date = await runGit(this.root, ["show", "--no-patch", "--format=%cI", hash, "--"]);
    if (date.exitCode !== 0) return void 0;
    return { hash, name: revision2, committedAt: stripNewLine(date.stdout) };
  }
  async #isShallow() {
    return stripNewLine(await git(this.root, ["rev-parse", "--is-shallow-repository"])) === "true";
  }
};
function shallow(message) {
  return new ExpectedFailure(
    "shallow-clone",
    message,
    "Fetch more history with `git fetch --unshallow` (or `git fetch --deepen=100`), then run the command again."
  );
}
function stripNewLine(output) {
  return output.toString("utf8").replace(/\n$/, "");
}

// src/languages/registry.ts
import { extname } from "node:path/posix";

// src/languages/java/braces.ts
function matchBraces(tokens2) {
  const pairs = /* @__PURE__ */ new Map();
  const open3 = [];
  let offset = 0;
  for (const { text } of tokens2) {
    if (text === "{") {
      const pair = { end: Number.POSITIVE_INFINITY, depth: open3.length };
      pairs.set(offset, pair);
      open3.push(pair);
    } else if (text === "}") {
      const pair = open3.pop();
      if (pair !== void 0) pair.end = offset + 1;
    }
    offset += text.length;
  }
  return pairs;
}

// src/languages/java/unicode-escapes.ts
var ESCAPE = /\\u+([\da-fA-F]{4})/y;
var WORD_CHARACTER = /[\p{ID_Continue}\p{Sc}\p{Pc}]/u;
function wordEscapeEnd(text, start) {
  ESCAPE.lastIndex = start;
  const match = ESCAPE.exec(text);
  return match !== null && WORD_CHARACTER.test(decoded(match[1])) ? ESCAPE.lastIndex : start;
}
function escapesSyntax({ kind, text }) {
  if (!text.includes("\\u")) return false;
  switch (kind) {
    case "operator":
      return true;
    case "comment":
      return text.startsWith("/*") ? /[*/]/.test(escapedCharacters(text)) : /[\r\n]/.test(escapedCharacters(text));
    case "string":
      if (text.startsWith('"""')) return /["\\]/.test(escapedCharacters(text));
      return /["'\\\r\n]/.test(escapedCharacters(text)) && !WHOLE_LITERAL.test(translated(text));
    default:
      return false;
  }
}
var ELIGIBLE_ESCAPE = /(?<!\\)((?:\\\\)*)\\u+([\da-fA-F]{4})/g;
var WHOLE_LITERAL = /^(?:"(?:[^"\\\r\n]|\\[^\r\n])*"|'(?:[^'\\\r\n]|\\[^\r\n])*')$/;
function escapedCharacters(text) {
  return Array.from(text.matchAll(ELIGIBLE_ESCAPE), (match) => decoded(match[2])).join("");
}
function translated(text) {
  return text.replace(ELIGIBLE_ESCAPE, (_, backslashes, digits) => backslashes + decoded(digits));
}
function decoded(digits) {
  return String.fromCharCode(Number.parseInt(digits ?? "", 16));
}

// src/languages/java/doubts.ts
function doubtfulOffsets(tokens2) {
  const offsets = [];
  let offset = 0;
  for (const token of tokens2) {
    if (isUnclosed(token) || escapesSyntax(token)) offsets.push(offset);
    offset += token.text.length;
  }
  return offsets;
}
function isUnclosed({ kind, text }) {
  switch (kind) {
    case "string":
      return !endsWithQuote(text, text.startsWith('"""') ? '"""' : text.charAt(0));
    case "comment":
      return text.startsWith("/*") && !(text.length >= 4 && text.endsWith("*/"));
    default:
      return false;
  }
}
function endsWithQuote(text, quote) {
  if (text.length < 2 * quote.length || !text.endsWith(quote)) return false;
  let backslash = text.length - quote.length - 1;
  while (text.charAt(backslash) === "\\") backslash -= 1;
  return (text.length - quote.length - 1 - backslash) % 2 === 0;
}

// src/languages/java/grammar.ts
import { existsSync } from "node:fs";
import { readFile as readFile2 } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { Language as WasmLanguage, Parser as WasmParser } from "web-tree-sitter";
async function loadGrammar(choice = "auto") {
  if (choice === "wasm") return loadWasm("asked for");
  try {
    return loadNative();
  } catch (error) {
    return loadWasm(error instanceof Error ? firstLine(error.message) : String(error));
  }
}
var PIECE_LENGTH = 16 * 1024;
var require2 = createRequire(import.meta.url);
function loadNative() {
  const Parser = require2("tree-sitter");
  const parser = new Parser();
  parser.setLanguage(require2("tree-sitter-java"));
  return {
    parserKind: { kind: "native" },
    parse(text, read2) {
      const tree = parser.parse(inPieces(text));
      if (tree === void 0) throw new Error("tree-sitter gave no tree");
      return read2(tree.rootNode);
    }
  };
}
async function loadWasm(reason) {
  const runtime = await readFile2(findWasm("web-tree-sitter", "web-tree-sitter.wasm"));
  const language = await readFile2(findWasm("tree-sitter-java", "tree-sitter-java.wasm"));
  await WasmParser.init({ wasmBinary: runtime });
  const parser = new WasmParser();
  parser.setLanguage(await WasmLanguage.load(language));
  return {
    parserKind: { kind: "wasm", reason },
    parse(text, read2) {
      const tree = parser.parse(inPieces(text));
      if (tree === null) throw new Error("web-tree-sitter gave no tree");
      try {
        return read2(tree.rootNode);
      } finally {
        tree.delete();
      }
    }
  };
}
function inPieces(text) {
  return (index) => index < text.length ? text.slice(index, index + PIECE_LENGTH) : void 0;
}
function findWasm(packageName, fileName2) {
  const beside = fileURLToPath(new URL(fileName2, import.meta.url));
  return existsSync(beside) ? beside : require2.resolve(`${packageName}/${fileName2}`);
}
function firstLine(message) {
  return message.split("\n", 1)[0] ?? message;
}

// src/languages/java/lexer.ts
function tokenize(text) {
  const tokens2 = [];
  let start = 0;
  while (start < text.length) {
    const kind = kindAt(text, start);
    const end = endOf(kind, text, start);
    tokens2.push(end === start + 1 ? shortToken(kind, text, start) : tokenOf(kind, text.slice(start, end)));
    start = end;
  }
  return tokens2;
}
var KEYWORDS = new Set(
  "abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float for goto if implements import instanceof int interface long native new null package private protected public return short static strictfp super switch synchronized this throw throws transient true try void volatile while".split(" ")
);
function tokenOf(kind, text) {
  return { kind: kind === "identifier" && KEYWORDS.has(text) ? "keyword" : kind, text };
}
var shortTokens = new Array(128);
function shortToken(kind, text, start) {
  const code = text.charCodeAt(start);
  const known = shortTokens[code];
  if (known !== void 0) return known;
  const token = Object.freeze(tokenOf(kind, text.charAt(start)));
  if (code < 128) shortTokens[code] = token;
  return token;
}
var QUOTE = 39;
var DOUBLE_QUOTE = 34;
var STAR = 42;
var DOT = 46;
var SLASH = 47;
var BACKSLASH = 92;
var LINE_FEED = 10;
var CARRIAGE_RETURN = 13;
var ASCII_KIND = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\w$]/.test(character)) return /\d/.test(character) ? "number" : "identifier";
  if (/\s/.test(character)) return "space";
  return code === QUOTE || code === DOUBLE_QUOTE ? "string" : "operator";
});
var IS_ASCII_WORD = ASCII_KIND.map((kind) => kind === "identifier" || kind === "number");
function kindAt(text, start) {
  const code = text.charCodeAt(start);
  const kind = ASCII_KIND[code];
  if (kind === void 0) return kindBeyondAscii(text, start);
  if (kind !== "operator") return kind;
  const next2 = text.charCodeAt(start + 1);
  if (code === SLASH && (next2 === SLASH || next2 === STAR)) return "comment";
  if (code === DOT && ASCII_KIND[next2] === "number") return "number";
  if (code === BACKSLASH && wordEscapeEnd(text, start) > start) return "identifier";
  return "operator";
}
function kindBeyondAscii(text, start) {
  if (text.charAt(start) === "\uFEFF") return "space";
  return matchEnd(WORD_BEYOND_ASCII, text, start) > start ? "identifier" : "operator";
}
function endOf(kind, text, start) {
  switch (kind) {
    case "identifier":
    case "keyword":
      return wordEnd(text, start);
    case "space":
      return spaceEnd(text, start);
    case "operator":
      return operatorEnd(text, start);
    case "number":
      return matchEnd(NUMBER, text, start);
    case "string":
      return stringEnd(text, start);
    case "comment":
      return commentEnd(text, start);
  }
}
var WORD_BEYOND_ASCII = /[\p{ID_Continue}\p{Sc}\p{Pc}]+/uy;
function wordEnd(text, start) {
  let end = start;
  for (; ; ) {
    const code = text.charCodeAt(end);
    if (IS_ASCII_WORD[code]) end += 1;
    else if (code === BACKSLASH || code >= 128) {
      const next2 = code === BACKSLASH ? wordEscapeEnd(text, end) : matchEnd(WORD_BEYOND_ASCII, text, end);
      if (next2 === end) return end;
      end = next2;
    } else return end;
  }
}
function spaceEnd(text, start) {
  let end = start + 1;
  while (ASCII_KIND[text.charCodeAt(end)] === "space") end += 1;
  return end;
}
var JOINS = Array.from(
  { length: 128 },
  (_, code) => "=<&|+->:.".includes(String.fromCharCode(code))
);
var OPERATOR = />=|<<?=?|->|--|\+\+|&&|\|\||::|\.\.\.|[-+*/%&|^!=]=|\\u+[\da-fA-F]{4}|./suy;
function operatorEnd(text, start) {
  const code = text.charCodeAt(start);
  const single = code < 128 && code !== BACKSLASH && !JOINS[text.charCodeAt(start + 1)];
  return single ? start + 1 : matchEnd(OPERATOR, text, start);
}
var NUMBER = /(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][-+]?[\d_]*)?|0[bB][01_]+|(?:\d[\d_]*)?(?:\.[\d_]*)?(?:[eE][-+]?\d[\d_]*)?)[lLfFdD]?/y;
function stringEnd(text, start) {
  if (text.startsWith('"""', start)) return textBlockEnd(text, start);
  const quote = text.charCodeAt(start);
  for (let end = start + 1; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === quote) return end + 1;
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return end;
    if (code === BACKSLASH && !isLineEnd(text.charCodeAt(end + 1))) end += 1;
  }
  return text.length;
}
function textBlockEnd(text, start) {
  for (let end = start + 3; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === BACKSLASH) end += 1;
    else if (code === DOUBLE_QUOTE && text.startsWith('"""', end)) return end + 3;
  }
  return text.length;
}
function commentEnd(text, start) {
  if (text.charCodeAt(start + 1) === STAR) {
    const close = text.indexOf("*/", start + 2);
    return close < 0 ? text.length : close + 2;
  }
  let end = start + 2;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end += 1;
  return end;
}
function isLineEnd(code) {
  return code === LINE_FEED || code === CARRIAGE_RETURN;
}
function matchEnd(pattern, text, start) {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

// src/languages/java/paraphrase.ts
function paraphrase(tokens2) {
  const sentence = new Sentence(tokens2);
  const rules = sentence.isModule ? RULES : [...RULES, contextualName];
  for (let at = 0; at < sentence.length; at += 1) for (const rule of rules) rule(sentence, at);
  return sentence.toString();
}
var Sentence = class {
  #texts;
  /** Index in `#texts` of every token that is neither space nor comment. */
  #code;
  constructor(tokens2) {
    this.#texts = tokens2.map(plainSpelling);
    this.#code = tokens2.flatMap(({ kind }, index) => kind === "space" || kind === "comment" ? [] : [index]);
  }
  get length() {
    return this.#code.length;
  }
  /** Whether this is a `module-info.java`, where `open`, `module` and `with` are keywords. */
  get isModule() {
    const start = this.#code.findIndex((_, at) => this.at(at) === "module" && this.isWord(at + 1));
    return start >= 0 && this.at(this.nameEnd(start + 1)) === "{";
  }
  at(position) {
    return this.#texts[this.#code[position] ?? -1] ?? "";
  }
  isWord(position) {
    return /^[\p{ID_Start}_$]/u.test(this.at(position));
  }
  /** Past a name with its dots. */
  nameEnd(start) {
    let end = start + 1;
    while (this.at(end) === "." && this.isWord(end + 1)) end += 2;
    return end;
  }
  /** Past the annotation at `start`. */
  annotationEnd(start) {
    const end = this.nameEnd(start + 1);
    return this.at(end) === "(" ? this.closed(end, "(", ")") : end;
  }
  /** Past the bracket that closes the one at `start`. */
  closed(start, open3, close) {
    let depth = 0;
    for (let at = start; at < this.length; at += 1) {
      if (this.at(at) === open3) depth += 1;
      if (this.at(at) === close) depth -= 1;
      if (depth === 0) return at + 1;
    }
    return this.length;
  }
  write(position, text) {
    const index = this.#code[position];
    if (index !== void 0) this.#texts[index] = text;
  }
  blank(from, to) {
    for (let at = from; at < to; at += 1) this.write(at, " ".repeat(this.at(at).length));
  }
  toString() {
    return this.#texts.join("");
  }
};
function plainSpelling({ kind, text }) {
  switch (kind) {
    case "identifier":
      return text.replace(/\\|[^\P{Sc}$]/gu, (sign) => "$".repeat(sign.length));
    case "number":
      return text.replace(/_/g, "0");
    default:
      return text === "" ? " " : text;
  }
}
var RULES = [importModule, lateConstructorCall, annotatedVarargs, caseLabel, recordPattern];
function importModule(sentence, at) {
  const found = sentence.at(at) === "import" && sentence.at(at + 1) === "module" && sentence.isWord(at + 2);
  if (found) sentence.blank(at + 1, at + 2);
}
function lateConstructorCall(sentence, at) {
  const word = sentence.at(at);
  const isCall = (word === "this" || word === "super") && sentence.at(at + 1) === "(" && sentence.at(at - 1) !== ">";
  if (isCall) sentence.write(at, `$${word.slice(1)}`);
}
function annotatedVarargs(sentence, at) {
  let end = at;
  while (sentence.at(end) === "@" && sentence.isWord(end + 1)) end = sentence.annotationEnd(end);
  if (end > at && sentence.at(end) === "...") sentence.blank(at, end);
}
function caseLabel(sentence, at) {
  if (sentence.at(at) !== "case") return;
  let depth = 0;
  let comma = -1;
  let end = at + 1;
  for (; end < sentence.length; end += 1) {
    const text = sentence.at(end);
    if (LABEL_END.has(text) || text === "when" && end > at + 1 && sentence.at(end - 1) !== ",") break;
    if (text === "(" || text === "<") depth += 1;
    if (text === ")" || text === ">") depth -= 1;
    if (text === "," && depth === 0 && comma < 0) comma = end;
  }
  if (comma >= 0) sentence.blank(comma, end);
  simplifyPattern(sentence, at + 1, comma >= 0 ? comma : end);
}
var LABEL_END = /* @__PURE__ */ new Set(["->", ":", ";", "{", "}"]);
function recordPattern(sentence, at) {
  if (sentence.at(at) !== "instanceof") return;
  let open3 = at + 1;
  while (sentence.at(open3) === "final" || sentence.at(open3) === "@") {
    open3 = sentence.at(open3) === "@" ? sentence.annotationEnd(open3) : open3 + 1;
  }
  open3 = sentence.nameEnd(open3);
  if (sentence.at(open3) === "<") open3 = sentence.closed(open3, "<", ">");
  if (sentence.at(open3) === "(") simplifyPattern(sentence, at + 1, sentence.closed(open3, "(", ")"));
}
function simplifyPattern(sentence, from, to) {
  for (let at = from; at < to; at += 1) {
    const text = sentence.at(at);
    if (text === "." && sentence.isWord(at - 1) && sentence.isWord(at + 1)) sentence.write(at, "$");
    if (text === "final") sentence.blank(at, at + 1);
    if (text === "@") sentence.blank(at, sentence.annotationEnd(at));
  }
}
function contextualName(sentence, at) {
  const word = sentence.at(at);
  switch (word) {
    case "record":
      if (sentence.isWord(at + 1) && /^[(<]$/.test(sentence.at(at + 2))) return;
      break;
    case "sealed":
      if (sentence.isWord(at + 1) || sentence.at(at + 1) === "@") return;
      break;
    case "open":
    case "module":
    case "with":
      break;
    default:
      return;
  }
  sentence.write(at, `$${word.slice(1)}`);
}

// src/core/unit.ts
var CONSTRUCTOR_NAME = "<init>";
function bodyOf(source, unit) {
  return source.text.slice(unit.body.start, unit.body.end);
}
function displayName(id) {
  return id.slice(id.indexOf("#") + 1);
}

// src/core/tokens.ts
function sameTokens(tokenize2, a, b) {
  if (a === b) return true;
  const left = significant(tokenize2(a));
  const right = significant(tokenize2(b));
  return left.length === right.length && left.every((token, index) => token.text === right[index]?.text);
}
function significant(tokens2) {
  return tokens2.filter((token) => token.kind !== "comment" && token.kind !== "space");
}

// src/languages/java/headers.ts
function typeText(source) {
  return PLAIN_TYPE.test(source) ? source : spell(withoutAnnotations(significant(tokenize(source))));
}
var PLAIN_TYPE = /^[\w.$<>[\]]*$/;
function parametersOf(list) {
  return splitAtCommas(withoutAnnotations(significant(tokenize(list)).slice(1, -1))).flatMap((part2) => {
    const tokens2 = part2.filter((token) => token.text !== "final");
    const nameAt = tokens2.findLastIndex((token) => token.kind === "identifier" || token.text === "this");
    const name = tokens2[nameAt];
    if (name === void 0 || name.text === "this") return [];
    const type = [...tokens2.slice(0, nameAt), ...tokens2.slice(nameAt + 1)];
    return [{ type: spell(type), name: name.text }];
  });
}
function clauseTypes(clause) {
  return splitAtCommas(withoutAnnotations(significant(tokenize(clause)).slice(1))).map(spell);
}
function modifiersOf(source) {
  if (PLAIN_MODIFIERS.test(source)) return source.split(" ");
  const modifiers = [];
  const tokens2 = tokenize(source);
  for (let start = codeAt(tokens2, 0); start < tokens2.length; ) {
    const end = modifierEnd(tokens2, start);
    modifiers.push(joined(tokens2.slice(start, end)));
    start = codeAt(tokens2, end);
  }
  return modifiers;
}
var PLAIN_MODIFIERS = /^@?\w+(?: @?\w+)*$/;
function modifierEnd(tokens2, start) {
  switch (tokens2[start]?.text) {
    case "@":
      return annotationEnd(tokens2, start);
    case "non":
      return start + 3;
    // non-sealed
    default:
      return start + 1;
  }
}
function withoutAnnotations(tokens2) {
  if (!tokens2.some((token) => token.text === "@")) return tokens2;
  const kept2 = [];
  let position = 0;
  for (const [at, token] of tokens2.entries()) {
    if (at < position) continue;
    position = token.text === "@" ? annotationEnd(tokens2, at) : at + 1;
    if (token.text !== "@") kept2.push(token);
  }
  return kept2;
}
function annotationEnd(tokens2, start) {
  let end = codeAt(tokens2, start + 1) + 1;
  for (let dot = codeAt(tokens2, end); tokens2[dot]?.text === "."; dot = codeAt(tokens2, end))
    end = codeAt(tokens2, dot + 1) + 1;
  const open3 = codeAt(tokens2, end);
  return tokens2[open3]?.text === "(" ? closingEnd(tokens2, open3) : end;
}
function codeAt(tokens2, start) {
  let at = start;
  while (tokens2[at]?.kind === "space" || tokens2[at]?.kind === "comment") at += 1;
  return at;
}
function closingEnd(tokens2, open3) {
  let depth = 0;
  for (let at = open3; at < tokens2.length; at += 1) {
    if (tokens2[at]?.text === "(") depth += 1;
    if (tokens2[at]?.text === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens2.length;
}
function splitAtCommas(tokens2) {
  if (tokens2.length === 0) return [];
  const parts = [];
  let part2 = [];
  let depth = 0;
  for (const token of tokens2) {
    if (token.text === "<") depth += 1;
    if (token.text === ">") depth -= 1;
    if (token.text === "," && depth === 0) {
      parts.push(part2);
      part2 = [];
    } else part2.push(token);
  }
  parts.push(part2);
  return parts;
}
function spell(tokens2) {
  let text = "";
  let previous;
  for (const token of tokens2) {
    if (previous !== void 0 && spaceBetween(previous, token)) text += " ";
    text += token.text;
    previous = token;
  }
  return text;
}
function spaceBetween(left, right) {
  if (left.text === "," || left.text === "&" || right.text === "&") return true;
  return (isWord(left) || left.text === "?") && isWord(right);
}
function isWord(token) {
  return token.kind === "identifier" || token.kind === "keyword";
}
function joined(tokens2) {
  return tokens2.map((token) => token.text).join("");
}

// src/languages/java/declarations.ts
function methodParts(node, text) {
  let name;
  let body;
  let parameters;
  let throws = [];
  let returnType = "";
  const modifiers = [];
  for (const child of node.namedChildren) {
    switch (child.type) {
      case "modifiers":
      case "annotation":
      case "marker_annotation":
        modifiers.push(...modifiersOf(textOf(child, text)));
        break;
      case "identifier":
        name = child;
        break;
      case "formal_parameters":
        parameters = textOf(child, text);
        break;
      case "dimensions":
        returnType += typeText(textOf(child, text));
        break;
      case "throws":
        throws = clauseTypes(textOf(child, text));
        break;
      case "block":
      case "constructor_body":
        body = child;
        break;
      case "type_parameters":
      case "line_comment":
      case "block_comment":
        break;
      default:
        returnType = typeText(textOf(child, text));
    }
  }
  if (name === void 0 || body === void 0) return void 0;
  return { modifiers, returnType, name, parameters, throws, body };
}
function typeParts(node, text) {
  let name = "";
  let components;
  let body;
  const supertypes = [];
  for (const child of node.namedChildren) {
    switch (child.type) {
      case "identifier":
        name = textOf(child, text);
        break;
      case "formal_parameters":
        components = textOf(child, text);
        break;
      case "superclass":
      case "super_interfaces":
      case "extends_interfaces":
        supertypes.push(...clauseTypes(textOf(child, text)));
        break;
      case "class_body":
      case "interface_body":
      case "enum_body":
      case "annotation_type_body":
        body = child;
    }
  }
  const kind = KIND_OF_TYPE[node.type];
  return body === void 0 || kind === void 0 ? void 0 : { name, kind, supertypes, components, body };
}
var KIND_OF_TYPE = {
  class_declaration: "class",
  record_declaration: "record",
  interface_declaration: "interface",
  enum_declaration: "enum",
  annotation_type_declaration: "annotation"
};
var TYPE_DECLARATIONS = Object.keys(KIND_OF_TYPE);
function declaratorParts(node, text) {
  const declarators = [];
  let type;
  for (const child of node.namedChildren) {
    if (child.type === "modifiers" || isComment(child)) continue;
    if (child.type === "variable_declarator") {
      const dimensions = typeText(textOf(child.childForFieldName("dimensions"), text));
      const name = textOf(child.childForFieldName("name"), text);
      declarators.push({ type: (type ?? "") + dimensions, name, node: child });
    } else type ??= typeText(textOf(child, text));
  }
  return declarators;
}
function isComment(node) {
  return node.type === "line_comment" || node.type === "block_comment";
}
function textOf(node, text) {
  return node === null || node === void 0 ? "" : text.slice(node.startIndex, node.endIndex);
}

// src/languages/java/units.ts
function readTree(root, source) {
  const reader = new TreeReader(source, root.hasError);
  reader.readFile(root);
  const { packageName, imports, types, units } = reader;
  return { packageName, imports, types, units };
}
var TreeReader = class {
  packageName = "";
  imports = [];
  types = [];
  units = [];
  #idUses = /* @__PURE__ */ new Map();
  #source;
  #hasErrors;
  constructor(source, hasErrors) {
    this.#source = source;
    this.#hasErrors = hasErrors;
  }
  readFile(root) {
    const place = { typeName: "", depth: -1, components: void 0, anonymous: /* @__PURE__ */ new Map(), fields: [] };
    this.#readMembers(root, place);
  }
  #readMembers(body, place) {
    let javadoc = "";
    let before;
    for (const member of body.namedChildren) {
      if (isComment(member)) {
        const comment = this.#text(member);
        if (comment.startsWith("/**") && comment !== "/**/") javadoc = comment;
        continue;
      }
      if (!this.#mayHoldBeginning(before)) this.#readMember(member, place, javadoc);
      javadoc = "";
      before = member;
    }
  }
  /** Whether the first words of what follows may have gone into an error. */
  #mayHoldBeginning(node) {
    return node?.isError === true && !/[;{}]$/.test(this.#text(node));
  }
  #readMember(member, place, javadoc) {
    switch (member.type) {
      case "package_declaration":
        this.packageName = typeText(this.#text(member.namedChildren.findLast((child) => !isComment(child))));
        break;
      case "import_declaration":
        this.imports.push(typeText(this.#text(member).replace(/^import\s+(?:static\s+)?|\s*;$/g, "")));
        break;
      case "method_declaration":
        this.#readUnit(member, place, "method", javadoc);
        break;
      case "constructor_declaration":
        this.#readUnit(member, place, "constructor", javadoc);
        break;
      case "compact_constructor_declaration":
        this.#readUnit(member, place, "compact-constructor", javadoc);
        break;
      case "field_declaration":
      case "constant_declaration":
      case "local_variable_declaration":
        this.#readFields(member, place);
        break;
      case "enum_constant":
        this.#readEnumConstant(member, place);
        break;
      case "enum_body_declarations":
        this.#readMembers(member, place);
        break;
      case "static_initializer":
        this.#readTypesIn(member, "static", place);
        break;
      case "block":
        this.#readTypesIn(member, "init", place);
        break;
      default:
        if (TYPE_DECLARATIONS.includes(member.type)) this.#readType(member, place, "member");
    }
  }
  #readType(node, place, where) {
    const parts = typeParts(node, this.#source.text);
    if (parts === void 0) return;
    const { kind, supertypes, components, body } = parts;
    const depth = this.#depthOf(body);
    const isPlausible = where === "local" || depth === place.depth + 1;
    const header = { name: qualified(place, parts.name), kind, supertypes };
    this.#readBody(body, header, isPlausible ? depth : Number.NaN, components);
  }
  #readBody(body, header, depth, components) {
    const fields = components === void 0 ? [] : parametersOf(components);
    this.types.push({ ...header, fields });
    if (!(depth < DEEPEST_TYPE)) return;
    this.#readMembers(body, { typeName: header.name, depth, components, anonymous: /* @__PURE__ */ new Map(), fields });
  }
  #readFields(node, place) {
    for (const { type, name, node: declarator } of declaratorParts(node, this.#source.text)) {
      place.fields.push({ type, name });
      this.#readTypesIn(declarator, name, place);
    }
  }
  #readEnumConstant(node, place) {
    const name = this.#text(node.childForFieldName("name"));
    const type = place.typeName.slice(place.typeName.lastIndexOf(".") + 1);
    place.fields.push({ type, name });
    if (node.hasError) return;
    const values = node.childForFieldName("arguments");
    if (values !== null) this.#readTypesIn(values, name, place);
    const body = node.childForFieldName("body");
    if (body === null) return;
    this.#readBody(body, { name: qualified(place, name), kind: "anonymous", supertypes: [type] }, place.depth + 1);
  }
  /** Anonymous and local classes in an initialiser, the former numbered by what they are in. */
  #readTypesIn(node, holder, place) {
    if (node.hasError || !this.#isCertain(place) || !this.#text(node).includes("{")) return;
    let end = node.startIndex;
    for (const found of node.descendantsOfType(TYPES_IN_EXPRESSIONS)) {
      if (found.startIndex < end) continue;
      end = found.endIndex;
      if (found.type === "class_body") this.#readAnonymous(found, holder, place);
      else this.#readType(found, place, "local");
    }
  }
  #readAnonymous(body, holder, place) {
    const number = (place.anonymous.get(holder) ?? 0) + 1;
    place.anonymous.set(holder, number);
    const supertype = typeText(this.#text(body.parent?.childForFieldName("type")));
    const name = qualified(place, `${holder}$${number}`);
    this.#readBody(body, { name, kind: "anonymous", supertypes: [supertype] }, this.#depthOf(body));
  }
  #readUnit(node, place, kind, javadoc) {
    if (node.hasError || !this.#isCertain(place)) return;
    const parts = methodParts(node, this.#source.text);
    if (parts === void 0 || !this.#isBody(parts.body, place)) return;
    const name = kind === "method" ? this.#text(parts.name) : CONSTRUCTOR_NAME;
    const parameters = parametersOf((kind === "compact-constructor" ? place.components : parts.parameters) ?? "()");
    const signature2 = `${name}(${parameters.map((parameter) => parameter.type).join(",")})`;
    this.units.push({
      id: this.#freshId(`${this.#source.path}#${qualified(place, signature2)}`),
      path: this.#source.path,
      typeName: place.typeName,
      kind,
      name,
      parameters,
      returnType: parts.returnType,
      modifiers: parts.modifiers,
      throws: parts.throws,
      javadoc,
      declaration: { start: node.startIndex, end: node.endIndex },
      body: { start: parts.body.startIndex, end: parts.body.endIndex },
      line: this.#source.lineAt(parts.name.startIndex)
    });
  }
  /** A file with errors may have lost a type's head or end: what stands in no type is then in the wrong place. */
  #isCertain(place) {
    return !this.#hasErrors || place.typeName !== "";
  }
  /** Whether the tokens see the same braces, just inside those of the type. */
  #isBody(body, place) {
    const pair = this.#source.braces.get(body.startIndex);
    if (pair === void 0 || pair.end !== body.endIndex || pair.depth !== place.depth + 1) return false;
    return body.endIndex <= this.#source.trustedUntil;
  }
  #depthOf(body) {
    return this.#source.braces.get(body.startIndex)?.depth ?? Number.NaN;
  }
  #freshId(id) {
    const uses = (this.#idUses.get(id) ?? 0) + 1;
    this.#idUses.set(id, uses);
    return uses === 1 ? id : `${id}~${uses}`;
  }
  #text(node) {
    return textOf(node, this.#source.text);
  }
};
var DEEPEST_TYPE = 200;
var TYPES_IN_EXPRESSIONS = ["class_body", ...TYPE_DECLARATIONS];
function qualified(place, name) {
  return place.typeName === "" ? name : `${place.typeName}.${name}`;
}

// src/languages/java.ts
async function loadJava(options = {}) {
  const grammar = await loadGrammar(options.parser);
  return {
    name: "java",
    extensions: [".java"],
    parserKind: grammar.parserKind,
    parse: (path, text) => parseJava(grammar, path, text),
    tokenize,
    isBody: (text) => isBody(grammar, text)
  };
}
function parseJava(grammar, path, text) {
  const tokens2 = tokenize(text);
  const doubts = doubtfulOffsets(tokens2);
  const lineAt = lineFinder(text);
  const trustedUntil = doubts[0] ?? Number.POSITIVE_INFINITY;
  const facts = { path, text, braces: matchBraces(tokens2), trustedUntil, lineAt };
  return withTree(grammar, text, tokens2, (root) => ({
    path,
    text,
    ...readTree(root, facts),
    errorLines: distinct([...errorOffsets(root), ...doubts].sort((a, b) => a - b).map(lineAt))
  }));
}
function withTree(grammar, text, tokens2, read2) {
  const [isRead, result] = grammar.parse(
    withLineFeeds(text),
    (root) => root.hasError ? [false] : [true, read2(root)]
  );
  return isRead ? result : grammar.parse(withLineFeeds(paraphrase(tokens2)), read2);
}
function withLineFeeds(text) {
  return text.includes("\r") ? text.replace(/\r(?!\n)/g, "\n") : text;
}
function errorOffsets(root) {
  const offsets = [];
  const pending = [root];
  for (let node = pending.pop(); node !== void 0; node = pending.pop()) {
    if (node.isError || node.isMissing) offsets.push(node.startIndex);
    else if (node.hasError) for (const child of node.children) pending.push(child);
  }
  return offsets;
}
function isBody(grammar, text) {
  return ["class A { void a() ", "class A { A() "].some((before) => {
    const wrapped = `${before}${text} }`;
    const tokens2 = tokenize(wrapped);
    if (matchBraces(tokens2).get(before.length)?.end !== before.length + text.length) return false;
    if (doubtfulOffsets(tokens2).length > 0) return false;
    return withTree(grammar, wrapped, tokens2, (root) => !root.hasError && root.namedChildren.length === 1);
  });
}
function distinct(lines) {
  return [...new Set(lines)];
}
function lineFinder(text) {
  const ends = [];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) ends.push(end);
  return (offset) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = low + high >> 1;
      if ((ends[middle] ?? offset) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

// src/languages/registry.ts
async function loadLanguages(options = {}) {
  const languages = [await loadJava(options.java)];
  const byExtension = /* @__PURE__ */ new Map();
  for (const language of languages) {
    for (const extension of language.extensions) byExtension.set(extension, language);
  }
  return { languages, forPath: (path) => byExtension.get(extname(path).toLowerCase()) };
}

// src/workers/pool.ts
import { Tinypool } from "tinypool";
function serve(perform2) {
  return async ({ task, port }) => {
    const stopping = new AbortController();
    port.on("message", () => stopping.abort(STOPPED));
    try {
      const result = await perform2(task, (message) => port.postMessage(message), stopping.signal);
      return { kind: "done", result };
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error;
      return { kind: "failed", code: error.code, message: error.message, remedy: error.remedy };
    } finally {
      port.close();
    }
  };
}
var STOPPED = new ExpectedFailure("cancelled", "stopped", "Run the same command again to go on.");

// src/models/embedded.ts
import { createHash as createHash3 } from "node:crypto";
import { setImmediate } from "node:timers/promises";

// src/models/embedded/remembering.ts
import { LRUCache } from "lru-cache";

// src/core/text-order.ts
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/models/embedded/code-tokens.ts
function codeTokens(tokens2) {
  const positions = [];
  tokens2.forEach(({ kind }, position) => {
    if (kind !== "space" && kind !== "comment") positions.push(position);
  });
  return { tokens: tokens2, positions };
}
function codeAt2({ tokens: tokens2, positions }, index) {
  const position = positions[index];
  return position === void 0 ? void 0 : tokens2[position];
}
function positionAt({ tokens: tokens2, positions }, index) {
  return positions[index] ?? tokens2.length;
}
function readsAt(code, index, texts2) {
  return texts2.every((text, offset) => codeAt2(code, index + offset)?.text === text);
}

// src/models/embedded/parameters.ts
var PASSES = [
  (from, to) => from.type === to.type && from.name === to.name,
  (from, to, samePosition) => samePosition && from.type === to.type,
  (from, to) => from.type === to.type,
  (from, to) => from.name === to.name,
  (_from, _to, samePosition) => samePosition
];
function matchParameters(from, to) {
  const partner = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const agree of PASSES) {
    from.forEach((own, ownPosition) => {
      if (partner.has(own)) return;
      const found = to.find((other, position) => !taken.has(other) && agree(own, other, position === ownPosition));
      if (found === void 0) return;
      partner.set(own, found);
      taken.add(found);
    });
  }
  return {
    pairs: [...partner],
    vanished: from.filter((parameter) => !partner.has(parameter)),
    added: to.filter((parameter) => !taken.has(parameter))
  };
}

// src/models/embedded/argument-lists.ts
function fitParameters(tokens2, from, to) {
  const { pairs, vanished, added } = matchParameters(from.parameters, to.parameters);
  const newName2 = new Map(pairs.map(([own, other]) => [own.name, other.name]));
  const before = from.parameters.map((parameter) => newName2.get(parameter.name) ?? parameter.name);
  const after = to.parameters.map((parameter) => parameter.name);
  if (sameTexts(before, after)) return tokens2;
  let fitted = replaceArgumentLists(tokens2, before, after);
  for (const { name } of vanished) fitted = dropArgument(dropAssignment(fitted, name), name);
  if (to.kind === "constructor") {
    const fields = new Set(to.type.fields.map((field) => field.name));
    for (const { name } of added) if (fields.has(name)) fitted = addAssignment(fitted, name);
  }
  return fitted;
}
function sameTexts(a, b) {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
function replaceArgumentLists(tokens2, before, after) {
  if (before.length === 0) return tokens2;
  const pattern = ["(", ...before.flatMap((name, index) => index === 0 ? [name] : [",", name]), ")"];
  const code = codeTokens(tokens2);
  const result = [];
  let copied = 0;
  for (let at = 1; at < code.positions.length; at += 1) {
    if (!readsAt(code, at, pattern) || !isCallee(codeAt2(code, at - 1))) continue;
    result.push(...tokens2.slice(copied, positionAt(code, at) + 1), ...commaList(after));
    copied = positionAt(code, at + pattern.length - 1);
  }
  return copied === 0 ? tokens2 : [...result, ...tokens2.slice(copied)];
}
function isCallee(token) {
  return token?.kind === "identifier" || token?.text === "this" || token?.text === "super" || token?.text === ">";
}
function commaList(names) {
  return names.flatMap((text, index) => {
    const name = { kind: "identifier", text };
    return index === 0 ? [name] : [{ kind: "operator", text: "," }, { kind: "space", text: " " }, name];
  });
}
function dropAssignment(tokens2, name) {
  const code = codeTokens(tokens2);
  const pattern = ["this", ".", name, "=", name, ";"];
  const at = code.positions.findIndex((_, index) => readsAt(code, index, pattern));
  if (at < 1) return tokens2;
  return [
    ...tokens2.slice(0, positionAt(code, at - 1) + 1),
    ...tokens2.slice(positionAt(code, at + pattern.length - 1) + 1)
  ];
}
function dropArgument(tokens2, name) {
  const code = codeTokens(tokens2);
  const cut = (from, to) => dropArgument([...tokens2.slice(0, positionAt(code, from)), ...tokens2.slice(positionAt(code, to))], name);
  for (let at = 1; at < code.positions.length; at += 1) {
    if (codeAt2(code, at)?.text !== name) continue;
    const before = codeAt2(code, at - 1)?.text;
    const after = codeAt2(code, at + 1)?.text;
    if (before === "," && (after === "," || after === ")")) return cut(at - 1, at + 1);
    if (before === "(" && after === ",") return cut(at, at + 2);
    if (before === "(" && after === ")" && isCallee(codeAt2(code, at - 2))) return cut(at, at + 1);
  }
  return tokens2;
}
function addAssignment(tokens2, name) {
  const code = codeTokens(tokens2);
  const last = code.positions.findLastIndex(
    (_, index) => readsAt(code, index, ["this", "."]) && codeAt2(code, index + 3)?.text === "=" && codeAt2(code, index + 5)?.text === ";"
  );
  const assigned = code.positions.some((_, index) => readsAt(code, index, ["this", ".", name, "="]));
  if (last === -1 || assigned) return tokens2;
  const afterLast = positionAt(code, last + 5) + 1;
  const lineStart = tokens2[positionAt(code, last) - 1];
  const space = lineStart?.kind === "space" ? [lineStart] : [];
  return [...tokens2.slice(0, afterLast), ...space, ...assignment(name), ...tokens2.slice(afterLast)];
}
function assignment(name) {
  const space = { kind: "space", text: " " };
  return [
    { kind: "keyword", text: "this" },
    { kind: "operator", text: "." },
    { kind: "identifier", text: name },
    space,
    { kind: "operator", text: "=" },
    space,
    { kind: "identifier", text: name },
    { kind: "operator", text: ";" }
  ];
}

// src/models/embedded/body-facts.ts
var ENDS_A_TYPE = /* @__PURE__ */ new Set([
  ...[">", "]", "...", "boolean", "byte", "char", "short", "int", "long", "float", "double"]
]);
var FOLLOWS_A_DECLARED_NAME = /* @__PURE__ */ new Set(["=", ";", ":", ",", ")"]);
function bodyFacts(tokens2) {
  const code = codeTokens(tokens2);
  const identifiers = /* @__PURE__ */ new Set();
  const variables = /* @__PURE__ */ new Set();
  const locals = /* @__PURE__ */ new Set();
  let returnsValue = false;
  code.positions.forEach((_, index) => {
    const token = codeAt2(code, index);
    if (token === void 0) return;
    const next2 = codeAt2(code, index + 1)?.text ?? "";
    if (token.text === "return" && next2 !== ";" || token.text === "throw") returnsValue = true;
    if (token.kind !== "identifier") return;
    identifiers.add(token.text);
    const previous = codeAt2(code, index - 1);
    if (next2 === "->") locals.add(token.text);
    else if (FOLLOWS_A_DECLARED_NAME.has(next2) && previous !== void 0 && (previous.kind === "identifier" || ENDS_A_TYPE.has(previous.text))) {
      locals.add(token.text);
    }
    const member = previous?.text === "." && codeAt2(code, index - 2)?.text !== "this";
    if (!member && previous?.text !== "::" && next2 !== "(") variables.add(token.text);
  });
  return { identifiers, variables, locals, returnsValue, isEmpty: code.positions.length <= 2 };
}

// src/models/embedded/edit-transfer.ts
var LARGEST_EDIT_TOKENS = 14;
var CONTEXT_TOKENS = 1;
var LARGEST_TABLE_CELLS = 25e4;
var BRACKETS = { ")": "(", "]": "[", "}": "{" };
function replacing(edits, isGone) {
  return edits.filter(({ removedNames }) => removedNames.some(isGone));
}
function editsBetween(before, after) {
  const old = significant(before);
  const fresh = codeTokens(after);
  const oldTexts = old.map((token) => token.text);
  const freshTexts = significant(after).map((token) => token.text);
  return hunksBetween(oldTexts, freshTexts).flatMap(({ oldStart, oldEnd, newStart, newEnd }) => {
    const removed = old.slice(oldStart, oldEnd);
    const inserted = newStart === newEnd ? [] : after.slice(positionAt(fresh, newStart), positionAt(fresh, newEnd - 1) + 1);
    if (removed.length + newEnd - newStart > LARGEST_EDIT_TOKENS) return [];
    if (!balanced(removed) || !balanced(inserted)) return [];
    if (oldStart < CONTEXT_TOKENS || oldEnd + CONTEXT_TOKENS > old.length) return [];
    return [
      {
        before: oldTexts.slice(oldStart - CONTEXT_TOKENS, oldStart),
        removed: oldTexts.slice(oldStart, oldEnd),
        inserted,
        after: oldTexts.slice(oldEnd, oldEnd + CONTEXT_TOKENS),
        removedNames: removed.flatMap(({ kind, text }) => kind === "identifier" ? [text] : [])
      }
    ];
  });
}
function applyEdits(tokens2, edits) {
  return edits.reduce(applyEdit, tokens2);
}
function applyEdit(tokens2, edit) {
  const code = codeTokens(tokens2);
  const pattern = [...edit.before, ...edit.removed, ...edit.after];
  const result = [];
  let copied = 0;
  for (let at = 0; at + pattern.length <= code.positions.length; at += 1) {
    const first = at + edit.before.length;
    if (positionAt(code, first) < copied || !readsAt(code, at, pattern)) continue;
    result.push(...tokens2.slice(copied, positionAt(code, first)), ...edit.inserted);
    copied = positionAt(code, first + edit.removed.length - 1) + 1;
  }
  return copied === 0 ? tokens2 : [...result, ...tokens2.slice(copied)];
}
function hunksBetween(old, fresh) {
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let oldEnd = old.length;
  let newEnd = fresh.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === fresh[newEnd - 1]) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  const rows = oldEnd - start;
  const columns = newEnd - start;
  if (rows === 0 && columns === 0 || (rows + 1) * (columns + 1) > LARGEST_TABLE_CELLS) return [];
  const width = columns + 1;
  const common = new Uint16Array((rows + 1) * width);
  for (let row2 = rows - 1; row2 >= 0; row2 -= 1) {
    for (let column2 = columns - 1; column2 >= 0; column2 -= 1) {
      common[row2 * width + column2] = old[start + row2] === fresh[start + column2] ? 1 + (common[(row2 + 1) * width + column2 + 1] ?? 0) : Math.max(common[(row2 + 1) * width + column2] ?? 0, common[row2 * width + column2 + 1] ?? 0);
    }
  }
  const hunks = [];
  let row = 0;
  let column = 0;
  while (row < rows || column < columns) {
    const hunkRow = row;
    const hunkColumn = column;
    while ((row < rows || column < columns) && (row === rows || column === columns || old[start + row] !== fresh[start + column])) {
      const down = row < rows ? common[(row + 1) * width + column] ?? 0 : -1;
      const right = column < columns ? common[row * width + column + 1] ?? 0 : -1;
      if (down >= right) row += 1;
      else column += 1;
    }
    if (row > hunkRow || column > hunkColumn) {
      hunks.push({
        oldStart: start + hunkRow,
        oldEnd: start + row,
        newStart: start + hunkColumn,
        newEnd: start + column
      });
    }
    while (row < rows && column < columns && old[start + row] === fresh[start + column]) {
      row += 1;
      column += 1;
    }
  }
  return hunks;
}
function balanced(tokens2) {
  const open3 = [];
  for (const { kind, text } of tokens2) {
    if (kind !== "operator") continue;
    if (text === "(" || text === "[" || text === "{") open3.push(text);
    const opening = BRACKETS[text];
    if (opening !== void 0 && open3.pop() !== opening) return false;
  }
  return open3.length === 0;
}

// src/models/embedded/sub-tokens.ts
var SUB_TOKEN = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^A-Za-z0-9_$\s]+/g;
var IDENTIFIER = /[A-Za-z_$][\w$]*/g;
var PROSE_WORD = /[A-Za-z]{3,}/g;
function subTokens(name) {
  return name.match(SUB_TOKEN) ?? [];
}
function identifiersIn(text) {
  return text.match(IDENTIFIER) ?? [];
}
function wordsOfProse(text) {
  return [...new Set((text.match(PROSE_WORD) ?? []).map((word) => word.toLowerCase()))].sort();
}

// src/models/embedded/word-swaps.ts
var SHORTEST_STRING_WORD = 4;
function wordSwap(from, to) {
  const own = subTokens(from);
  const other = subTokens(to);
  let start = 0;
  while (start < own.length && start < other.length && equalWords(own[start], other[start])) start += 1;
  let end = 0;
  while (end < own.length - start && end < other.length - start && equalWords(own[own.length - 1 - end], other[other.length - 1 - end])) {
    end += 1;
  }
  const swap = { from: own.slice(start, own.length - end), to: other.slice(start, other.length - end) };
  return swap.from.length === 0 || swap.to.length === 0 ? null : swap;
}
function equalWords(a, b) {
  return a !== void 0 && a.toLowerCase() === b?.toLowerCase();
}
function swapInName(name, swap) {
  const parts = subTokens(name);
  const at = parts.findIndex((_, start) => swap.from.every((word, offset) => equalWords(parts[start + offset], word)));
  if (at === -1) return name;
  const position = positionOf(name, parts, at);
  const replaced = parts.slice(at, at + swap.from.length);
  const last = positionOf(name, parts, at + swap.from.length - 1) + (replaced.at(-1)?.length ?? 0);
  return name.slice(0, position) + inCaseOf(name, replaced[0] ?? "", swap.to) + name.slice(last);
}
function positionOf(name, parts, wanted) {
  let position = 0;
  for (let index = 0; index <= wanted; index += 1) {
    position = name.indexOf(parts[index] ?? "", position);
    if (index < wanted) position += parts[index]?.length ?? 0;
  }
  return position;
}
function inCaseOf(name, first, words) {
  if (name.length > 1 && name === name.toUpperCase()) return words.map((word) => word.toUpperCase()).join("_");
  const capital = first[0] !== first[0]?.toLowerCase();
  return words.map((word, index) => index > 0 || capital ? capitalised(word) : uncapitalised(word)).join("");
}
function capitalised(word) {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
function uncapitalised(word) {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
function swapInString(literal, words) {
  let text = literal;
  for (const swap of words) {
    const joined3 = swap.from.map(capitalised).join("");
    if (joined3.length < SHORTEST_STRING_WORD || !text.toLowerCase().includes(joined3.toLowerCase())) continue;
    text = text.replace(
      /[A-Za-z]+/g,
      (word) => word.toLowerCase() === joined3.toLowerCase() ? inCaseOf(word, word, swap.to) : word
    );
  }
  return text;
}

// src/models/embedded/identifiers.ts
function renamingBetween(from, to) {
  const match = matchParameters(from.parameters, to.parameters);
  const parameters = /* @__PURE__ */ new Map();
  const types = /* @__PURE__ */ new Map();
  const words = [];
  for (const [own, other] of match.pairs) {
    setIfNew(parameters, own.name, other.name);
    pairIdentifiers(types, own.type, other.type);
  }
  pairIdentifiers(types, from.returnType, to.returnType);
  const ownType = simpleName(from.type.name);
  const otherType = simpleName(to.type.name);
  setIfNew(types, ownType, otherType);
  addSwap(words, ownType, otherType);
  const methods = /* @__PURE__ */ new Map();
  if (from.kind === "method" && to.kind === "method") {
    setIfNew(methods, from.name, to.name);
    addSwap(words, from.name, to.name);
  }
  const reserved = new Set(to.parameters.map((parameter) => parameter.name));
  const fields = renamedFields(from.type.fields, to.type.fields, reserved);
  for (const [own, other] of match.pairs) {
    if (isOnlyIn(from.type, to.type, own.name) && isOnlyIn(to.type, from.type, other.name)) {
      setIfNew(fields, own.name, other.name);
    }
  }
  return { parameters, fields, types, methods, words };
}
function isOnlyIn(type, other, field) {
  const hasField = ({ name }) => name === field;
  return type.fields.some(hasField) && !other.fields.some(hasField);
}
function renamedFields(before, after, reserved) {
  const renamed = /* @__PURE__ */ new Map();
  const namesBefore = new Set(before.map((field) => field.name));
  const namesAfter = new Set(after.map((field) => field.name));
  for (const { type, name } of before) {
    if (namesAfter.has(name)) continue;
    const fresh = after.filter((field) => field.type === type && !namesBefore.has(field.name));
    const gone = before.filter((field) => field.type === type && !namesAfter.has(field.name));
    const [only] = fresh;
    if (only === void 0 || fresh.length > 1 || gone.length > 1 || reserved.has(only.name)) continue;
    renamed.set(name, only.name);
  }
  return renamed;
}
function pairIdentifiers(types, from, to) {
  if (from === to) return;
  const own = identifiersIn(from);
  const other = identifiersIn(to);
  if (own.length !== other.length) return;
  own.forEach((name, index) => {
    setIfNew(types, name, other[index] ?? name);
  });
}
function setIfNew(map, from, to) {
  if (from !== to && !map.has(from)) map.set(from, to);
}
function addSwap(words, from, to) {
  const swap = wordSwap(from, to);
  if (swap !== null) words.push(swap);
}
function simpleName(typeName) {
  return typeName.slice(typeName.lastIndexOf(".") + 1);
}
function rename2(tokens2, renaming, locals) {
  let previous;
  let beforePrevious;
  return tokens2.map((token, index) => {
    if (token.kind === "space" || token.kind === "comment") return token;
    const place = { previous, beforePrevious, called: isCalled(tokens2, index) };
    beforePrevious = previous;
    previous = token;
    if (token.kind === "string") return { kind: token.kind, text: swapInString(token.text, renaming.words) };
    if (token.kind !== "identifier") return token;
    const text = newName(token.text, renaming, place, locals);
    return text === token.text ? token : { kind: token.kind, text };
  });
}
function newName(name, renaming, place, locals) {
  const member = place.previous?.text === "." || place.previous?.text === "::";
  if (place.called || place.previous?.text === "::") {
    const method = renaming.methods.get(name);
    if (method !== void 0) return method;
  }
  if (!place.called && !member) {
    const parameter = renaming.parameters.get(name);
    if (parameter !== void 0) return parameter;
  }
  if (!place.called && (!member || place.beforePrevious?.text === "this") && !locals.has(name)) {
    const field = renaming.fields.get(name);
    if (field !== void 0) return field;
  }
  const type = renaming.types.get(name);
  if (type !== void 0 && !locals.has(name)) return type;
  return renaming.words.reduce(swapInName, name);
}
function isCalled(tokens2, index) {
  for (let at = index + 1; at < tokens2.length; at += 1) {
    const token = tokens2[at];
    if (token === void 0 || token.kind !== "space" && token.kind !== "comment") return token?.text === "(";
  }
  return false;
}

// src/models/embedded/layout.ts
function relayout(body, from, to) {
  let moved2 = body;
  if (from.indent !== to.indent) {
    moved2 = moved2.replace(
      /\n([ \t]*)/g,
      (line2, indent) => indent.startsWith(from.indent) ? `
${to.indent}${indent.slice(from.indent.length)}` : line2
    );
  }
  return from.lineEnd === to.lineEnd ? moved2 : moved2.replace(/\r?\n/g, to.lineEnd);
}

// src/models/embedded/adaptation.ts
function adapt(candidate, query, tokens2, edits, restructure) {
  const { unit } = candidate;
  const edited = restructure && candidate.sameUnit ? applyEdits(tokens2, edits) : tokens2;
  const renamed = rename2(edited, renamingBetween(unit, query.unit), bodyFacts(edited).locals);
  const fitted = restructure ? fitParameters(renamed, unit, query.unit) : renamed;
  return { candidate, tokens: fitted, facts: bodyFacts(fitted), restructured: edited !== tokens2 || fitted !== renamed };
}
function bodyText({ candidate, tokens: tokens2 }, query) {
  const text = tokens2.map((token) => token.text).join("");
  const lineEnd = candidate.origin === "remembered" ? candidate.unit.type.lineEnd : query.layout.lineEnd;
  return relayout(text, { indent: candidate.unit.indent, lineEnd }, query.layout);
}

// src/models/embedded/conventions.ts
function conventionalStatements(unit) {
  if (unit.kind === "constructor") return assignments(unit);
  if (unit.kind !== "method") return null;
  return getter(unit) ?? setter(unit) ?? forwarding(unit);
}
function assignments({ parameters, type }) {
  const fields = new Set(type.fields.map((field) => field.name));
  if (parameters.length === 0 || !parameters.every(({ name }) => fields.has(name))) return null;
  return parameters.map(({ name }) => `this.${name} = ${name};`);
}
function getter(unit) {
  const field = fieldNamed(unit, unit.name.replace(/^(?:get|is|has)(?=[A-Z])/, ""));
  const fits = unit.parameters.length === 0 && unit.returnType !== "void";
  return field === void 0 || !fits ? null : [`return ${field.name};`];
}
function setter(unit) {
  const field = fieldNamed(unit, unit.name.replace(/^(?:set|with)(?=[A-Z])/, ""));
  const [parameter, ...others] = unit.parameters;
  if (field === void 0 || parameter === void 0 || others.length > 0 || field.type !== parameter.type) return null;
  const assignment2 = `this.${field.name} = ${parameter.name};`;
  return unit.returnType === "void" ? [assignment2] : [assignment2, "return this;"];
}
function forwarding({ name, parameters, returnType, type, modifiers }) {
  const supertypes = new Set(type.supertypes);
  const [only, ...others] = type.fields.filter((field) => supertypes.has(field.type));
  if (only === void 0 || others.length > 0 || !modifiers.includes("@Override")) return null;
  const call = `${only.name}.${name}(${parameters.map((parameter) => parameter.name).join(", ")});`;
  return [returnType === "void" ? call : `return ${call}`];
}
function fieldNamed({ type }, name) {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return type.fields.find((field) => field.name === lower || field.name === name);
}

// src/core/layout.ts
function lineEndOf(text) {
  let windows = 0;
  let unix = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (text.charCodeAt(at - 1) === 13) windows += 1;
    else unix += 1;
  }
  return windows > unix ? "\r\n" : "\n";
}
function indentAt(text, position) {
  const start = Math.max(text.lastIndexOf("\n", position - 1), text.lastIndexOf("\r", position - 1)) + 1;
  let end = start;
  while (end < position && (text[end] === " " || text[end] === "	")) end += 1;
  return text.slice(start, end);
}

// src/models/embedded/memory.ts
import { createHash } from "node:crypto";
function startTraining(language) {
  const units = /* @__PURE__ */ new Map();
  const fileFrequency = /* @__PURE__ */ new Map();
  const paths = /* @__PURE__ */ new Set();
  const intern = interning();
  const identifiersOf = (source) => {
    const tokens2 = [...language.tokenize(source.text)];
    return new Set(tokens2.flatMap(({ kind, text }) => kind === "identifier" ? [text] : []));
  };
  return {
    learn(source) {
      if (paths.has(source.path)) return;
      paths.add(intern(source.path));
      for (const unit of knownUnits(source, intern)) units.set(unit.id, unit);
      for (const name of identifiersOf(source)) fileFrequency.set(intern(name), (fileFrequency.get(name) ?? 0) + 1);
    },
    forget(source) {
      if (!paths.delete(source.path)) return;
      for (const { id } of source.units) units.delete(id);
      for (const name of identifiersOf(source)) {
        const left = (fileFrequency.get(name) ?? 0) - 1;
        if (left > 0) fileFrequency.set(name, left);
        else fileFrequency.delete(name);
      }
    },
    finish: (origin2) => projectMemory({ origin: origin2, files: paths.size, units: [...units.values()], fileFrequency: new Map(fileFrequency) })
  };
}
function projectMemory(parts) {
  const units = [...parts.units].sort((a, b) => compareText(a.id, b.id));
  const frequencies = [...parts.fileFrequency].sort(([a], [b]) => compareText(a, b));
  return {
    origin: parts.origin,
    files: parts.files,
    units,
    fileFrequency: new Map(frequencies),
    contentHash: hashOf(units, frequencies, parts.files)
  };
}
function knownUnits(source, keep = (text) => text) {
  const types = typesOf(source, keep);
  return source.units.map((unit) => ({
    ...unitFacts(unit, types(unit.typeName), keep),
    indent: keep(indentAt(source.text, unit.declaration.start)),
    body: keep(bodyOf(source, unit))
  }));
}
function unitFacts(unit, type, keep = (text) => text) {
  return {
    id: keep(unit.id),
    type,
    kind: unit.kind,
    name: keep(unit.name),
    parameters: unit.parameters.map(({ type: type2, name }) => ({ type: keep(type2), name: keep(name) })),
    returnType: keep(unit.returnType),
    modifiers: unit.modifiers.map(keep),
    throws: unit.throws.map(keep),
    javadocWords: wordsOfProse(unit.javadoc).map(keep)
  };
}
function typesOf(source, keep = (text) => text) {
  const lineEnd = lineEndOf(source.text);
  const headers = new Map(source.types.map((type) => [type.name, type]));
  const known = /* @__PURE__ */ new Map();
  return (name) => {
    const found = known.get(name);
    if (found !== void 0) return found;
    const header = headers.get(name);
    const type = {
      path: keep(source.path),
      lineEnd,
      packageName: keep(source.packageName),
      name: keep(name),
      supertypes: (header?.supertypes ?? []).map(keep),
      fields: (header?.fields ?? []).map(({ type: type2, name: name2 }) => ({ type: keep(type2), name: keep(name2) }))
    };
    known.set(name, type);
    return type;
  };
}
var BEYOND_LATIN1 = /[^\0-\xff]/;
function interning() {
  const known = /* @__PURE__ */ new Map();
  return (text) => {
    const found = known.get(text);
    if (found !== void 0) return found;
    const encoding = BEYOND_LATIN1.test(text) ? "utf16le" : "latin1";
    const copy = Buffer.from(text, encoding).toString(encoding);
    known.set(copy, copy);
    return copy;
  };
}
function hashOf(units, frequencies, files) {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([files, frequencies]));
  for (const unit of units) hash.update(JSON.stringify(unit));
  return hash.digest("hex");
}

// src/models/embedded/query.ts
var USUAL_INDENT = "    ";
function queryOf({ source, target }, file, index) {
  const unit = unitFacts(target, file.typeNamed(target.typeName));
  const layout = { indent: indentAt(source.text, target.declaration.start), lineEnd: file.lineEnd };
  return { unit, header: index.weigh(unit), layout, file };
}
function writtenBody(statements, query) {
  const { indent, lineEnd } = query.layout;
  const lines = statements.map((statement) => indent + statementIndent(query) + statement);
  return ["{", ...lines, `${indent}}`].join(lineEnd);
}
function statementIndent({ file }) {
  for (const unit of file.known) {
    const line2 = /\n([ \t]+)\S/.exec(unit.body)?.[1];
    if (line2?.startsWith(unit.indent) && line2.length > unit.indent.length) return line2.slice(unit.indent.length);
  }
  return USUAL_INDENT;
}

// src/models/embedded/delegates.ts
var DEFAULT_VALUES = /* @__PURE__ */ new Map([
  ["boolean", "false"],
  ["char", "'\\0'"],
  ["byte", "0"],
  ["short", "0"],
  ["int", "0"],
  ["long", "0"],
  ["float", "0"],
  ["double", "0"]
]);
function delegatesOf(query, tokensOf) {
  const { unit, file } = query;
  const overloads = file.headers.filter(
    (other) => other.id !== unit.id && other.type.name === unit.type.name && other.name === unit.name && other.parameters.length >= unit.parameters.length
  );
  return overloads.map((overload) => ({ overload, body: delegatingBody(query, overload, tokensOf) }));
}
function delegatingBody(query, overload, tokensOf) {
  const { unit } = query;
  const passed = new Map(
    matchParameters(unit.parameters, overload.parameters).pairs.map(([own, other]) => [other, own])
  );
  const calls = visibleCalls(query, overload, tokensOf);
  const values = overload.parameters.map(
    (parameter, position) => passed.get(parameter)?.name ?? missingArgument(query, parameter, position, calls)
  );
  const call = `${unit.name === CONSTRUCTOR_NAME ? "this" : unit.name}(${values.join(", ")});`;
  const statement = returnsNothing(unit) ? call : `return ${call}`;
  return writtenBody([statement], query);
}
function returnsNothing(unit) {
  return unit.kind !== "method" || unit.returnType === "void";
}
function missingArgument({ unit }, parameter, position, calls) {
  const seen2 = calls.map((call) => call[position] ?? "").find((text) => text !== "");
  if (seen2 !== void 0) return seen2;
  if (unit.type.fields.some((field) => field.name === parameter.name)) return parameter.name;
  return DEFAULT_VALUES.get(parameter.type) ?? "null";
}
function visibleCalls({ file }, overload, tokensOf) {
  const callee = overload.kind === "constructor" ? "this" : overload.name;
  const callers = file.known.filter(
    (unit) => unit.type.name === overload.type.name && unit.body.includes(`${callee}(`)
  );
  return callers.flatMap((caller) => {
    const own = new Set(caller.parameters.map((parameter) => parameter.name));
    return callsIn(tokensOf(caller.body), callee).filter((call) => call.length === overload.parameters.length).map((call) => call.map((argument) => argument.some(({ text }) => own.has(text)) ? "" : textOf2(argument)));
  });
}
function textOf2(tokens2) {
  return tokens2.map((token) => token.text).join("").trim();
}
function callsIn(tokens2, callee) {
  const code = codeTokens(tokens2);
  const calls = [];
  for (let at = 0; at < code.positions.length; at += 1) {
    const isCall = readsAt(code, at, [callee, "("]) && codeAt2(code, at - 1)?.text !== ".";
    if (isCall) calls.push(argumentsFrom(tokens2, positionAt(code, at + 1) + 1));
  }
  return calls;
}
function argumentsFrom(tokens2, start) {
  const found = [[]];
  let depth = 0;
  for (let at = start; at < tokens2.length; at += 1) {
    const token = tokens2[at];
    if (token === void 0) break;
    if (")]}".includes(token.text)) {
      if (depth === 0) break;
      depth -= 1;
    } else if ("([{".includes(token.text)) {
      depth += 1;
    } else if (token.text === "," && depth === 0) {
      found.push([]);
      continue;
    }
    found.at(-1)?.push(token);
  }
  return found;
}

// src/models/embedded/features.ts
var WEIGHTS = {
  nameWord: 3,
  name: 3,
  parameterType: 1.2,
  parameterTypeIdentifier: 0.6,
  parameterName: 1,
  returnType: 1,
  returnTypeIdentifier: 0.5,
  typeWord: 0.8,
  qualifiedType: 1.5,
  supertype: 0.7,
  javadocWord: 0.5,
  modifier: 0.2,
  parameterCount: 0.5,
  thrown: 0.6
};
var KINDS = Object.keys(WEIGHTS);
var CODE_OF_KIND = Object.fromEntries(KINDS.map((kind, index) => [kind, String.fromCharCode(33 + index)]));
var WEIGHT_OF_CODE = new Map(KINDS.map((kind) => [CODE_OF_KIND[kind].charCodeAt(0), WEIGHTS[kind]]));
function weightOf(feature) {
  return WEIGHT_OF_CODE.get(feature.charCodeAt(0)) ?? 0;
}
function featuresOf(unit) {
  const features = /* @__PURE__ */ new Set();
  const add = (kind, values) => {
    for (const value of values) features.add(CODE_OF_KIND[kind] + value);
  };
  add("nameWord", lowerCaseWords(unit.name));
  add("name", [unit.name]);
  for (const { type, name } of unit.parameters) {
    add("parameterType", [type]);
    add("parameterTypeIdentifier", identifiersIn(type));
    add("parameterName", [name]);
  }
  add("returnType", [unit.returnType]);
  add("returnTypeIdentifier", identifiersIn(unit.returnType));
  add("typeWord", lowerCaseWords(unit.type.name));
  add("qualifiedType", [qualifiedType(unit)]);
  for (const supertype of unit.type.supertypes) add("supertype", identifiersIn(supertype));
  add("javadocWord", unit.javadocWords);
  add("modifier", unit.modifiers);
  add("parameterCount", [String(unit.parameters.length)]);
  for (const thrown of unit.throws) add("thrown", identifiersIn(thrown));
  return features;
}
function qualifiedType(unit) {
  return `${unit.type.packageName}.${unit.type.name}`;
}
function lowerCaseWords(name) {
  return subTokens(name).map((word) => word.toLowerCase());
}

// src/models/embedded/retrieval.ts
var COMMON_SHARE = 0.6;
var COMMON_LEAST_UNITS = 100;
var POSTINGS_BUDGET = 25e4;
var SHORTLIST_FACTOR = 4;
function likeness(a, b) {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [feature, weight] of small.weights) if (large.weights.has(feature)) shared += weight;
  return ratio(shared, a.total, b.total);
}
function retrievalIndex(units) {
  const { features, ofUnit, unitStarts } = forwardIndex(units);
  const { postings, starts } = invert(ofUnit, unitStarts, features.size, units.length);
  const weights = new Float64Array(features.size);
  for (const [feature, id] of features) weights[id] = weightOf(feature) * rarity(frequency(id));
  const totals = new Float64Array(units.length);
  for (let unit = 0; unit < units.length; unit += 1) {
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      totals[unit] = (totals[unit] ?? 0) + (weights[ofUnit[at] ?? 0] ?? 0);
    }
  }
  const scores = new Float64Array(units.length);
  function frequency(id) {
    return (starts[id + 1] ?? 0) - (starts[id] ?? 0);
  }
  function rarity(df) {
    return df > Math.max(COMMON_LEAST_UNITS, COMMON_SHARE * units.length) ? 0 : Math.log(1 + (units.length - df + 0.5) / (df + 0.5));
  }
  const headers = /* @__PURE__ */ new WeakMap();
  function weigh(unit) {
    const known = headers.get(unit);
    if (known !== void 0) return known;
    const weighed = /* @__PURE__ */ new Map();
    let total = 0;
    for (const feature of featuresOf(unit)) {
      const id = features.get(feature);
      const weight = id === void 0 ? weightOf(feature) * rarity(0) : weights[id] ?? 0;
      if (weight === 0) continue;
      weighed.set(feature, weight);
      total += weight;
    }
    const header = { weights: weighed, total };
    headers.set(unit, header);
    return header;
  }
  function idsOf(header) {
    const ids = [];
    for (const feature of header.weights.keys()) {
      const id = features.get(feature);
      if (id !== void 0) ids.push(id);
    }
    return ids.sort((a, b) => frequency(a) - frequency(b) || a - b);
  }
  function nearest(header, count2) {
    const touched = [];
    let budget = POSTINGS_BUDGET;
    for (const id of idsOf(header)) {
      budget -= frequency(id);
      if (budget < 0 && touched.length > 0) break;
      const weight = weights[id] ?? 0;
      const end = starts[id + 1] ?? 0;
      for (let at = starts[id] ?? 0; at < end; at += 1) {
        const unit = postings[at] ?? 0;
        const score2 = scores[unit] ?? 0;
        if (score2 === 0) touched.push(unit);
        scores[unit] = score2 + weight;
      }
    }
    if (touched.length === 0) for (let unit = 0; unit < Math.min(count2, units.length); unit += 1) touched.push(unit);
    const shortlist = best(
      touched,
      count2 * SHORTLIST_FACTOR,
      (unit) => ratio(scores[unit] ?? 0, header.total, totals[unit] ?? 0)
    );
    for (const unit of touched) scores[unit] = 0;
    return best(
      shortlist.map((hit) => hit.unit),
      count2,
      (unit) => likenessTo(header, unit)
    );
  }
  const names = [...features.keys()];
  function likenessTo(header, unit) {
    let shared = 0;
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      shared += header.weights.get(names[ofUnit[at] ?? 0] ?? "") ?? 0;
    }
    return ratio(shared, header.total, totals[unit] ?? 0);
  }
  return { weigh, nearest, likenessTo };
}
function ratio(shared, a, b) {
  return a + b === 0 ? 0 : Math.min(1, 2 * shared / (a + b));
}
var learned = /* @__PURE__ */ new WeakMap();
function forwardIndex(units) {
  const features = /* @__PURE__ */ new Map();
  const unitStarts = new Int32Array(units.length + 1);
  let ofUnit = new Int32Array(64 * Math.max(1, units.length));
  let end = 0;
  const names = [];
  units.forEach((unit, index) => {
    const known = learned.get(unit);
    const own = known ?? [...featuresOf(unit)];
    if (end + own.length > ofUnit.length) {
      const larger = new Int32Array(2 * (end + own.length));
      larger.set(ofUnit);
      ofUnit = larger;
    }
    const start = end;
    for (const feature of own) {
      let id = features.get(feature);
      if (id === void 0) {
        id = features.size;
        features.set(feature, id);
        names.push(feature);
      }
      ofUnit[end] = id;
      end += 1;
    }
    if (known === void 0)
      learned.set(
        unit,
        [...ofUnit.subarray(start, end)].map((id) => names[id] ?? "")
      );
    unitStarts[index + 1] = end;
  });
  return { features, ofUnit: ofUnit.slice(0, end), unitStarts };
}
function invert(ofUnit, unitStarts, features, units) {
  const starts = new Int32Array(features + 1);
  for (const id of ofUnit) starts[id + 1] = (starts[id + 1] ?? 0) + 1;
  for (let id = 0; id < features; id += 1) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0);
  const next2 = starts.slice();
  const postings = new Int32Array(ofUnit.length);
  for (let unit = 0; unit < units; unit += 1) {
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      const id = ofUnit[at] ?? 0;
      const place = next2[id] ?? 0;
      postings[place] = unit;
      next2[id] = place + 1;
    }
  }
  return { postings, starts };
}
function best(units, count2, scoreOf2) {
  const found = [];
  for (const unit of units) {
    const likeness2 = scoreOf2(unit);
    const worst = found[found.length - 1];
    if (found.length === count2 && worst !== void 0 && !isBefore(unit, likeness2, worst)) continue;
    if (found.length === count2) found.pop();
    let place = found.length;
    for (let hit = found[place - 1]; hit !== void 0 && isBefore(unit, likeness2, hit); hit = found[place - 1])
      place -= 1;
    found.splice(place, 0, { unit, likeness: likeness2 });
  }
  return found;
}
function isBefore(unit, likeness2, hit) {
  return likeness2 > hit.likeness || likeness2 === hit.likeness && unit < hit.unit;
}

// src/models/embedded/candidates.ts
var REMEMBERED_CANDIDATES = 24;
var CONVENTION_LIKENESS = 0.75;
var ORIGINS = ["remembered", "visible", "delegate", "convention"];
function isWritten({ origin: origin2 }) {
  return origin2 === "delegate" || origin2 === "convention";
}
function unitLookup({ units }) {
  const byId2 = new Map(units.map((unit, index) => [unit.id, index]));
  const byQualifiedName = /* @__PURE__ */ new Map();
  units.forEach((unit, index) => {
    const name = `${unit.type.packageName}#${displayName(unit.id)}`;
    if (!byQualifiedName.has(name)) byQualifiedName.set(name, index);
  });
  return {
    find: (id, packageName) => byId2.get(id) ?? byQualifiedName.get(`${packageName}#${displayName(id)}`)
  };
}
function ownCandidate(query, memory, index, lookup) {
  const own = lookup.find(query.unit.id, query.unit.type.packageName);
  const unit = own === void 0 ? void 0 : memory.units[own];
  if (own === void 0 || unit === void 0) return null;
  if (query.file.known.findLast(({ id }) => id === unit.id)?.body === unit.body) return null;
  return { unit, origin: "remembered", likeness: index.likenessTo(query.header, own), sameUnit: true };
}
function candidatesFor(query, memory, index, lookup, tokensOf) {
  const visible2 = new Map(query.file.known.map((unit) => [unit.id, unit]));
  const own = lookup.find(query.unit.id, query.unit.type.packageName);
  const hits = index.nearest(query.header, REMEMBERED_CANDIDATES);
  if (own !== void 0 && hits.every((hit) => hit.unit !== own)) {
    hits.push({ unit: own, likeness: index.likenessTo(query.header, own) });
  }
  const remembered = hits.flatMap((hit) => {
    const unit = memory.units[hit.unit];
    if (unit === void 0) return [];
    const current = visible2.get(unit.id);
    if (current !== void 0 && current.body === unit.body) return [];
    return [{ unit, origin: "remembered", likeness: hit.likeness, sameUnit: hit.unit === own }];
  });
  const visibleUnits2 = query.file.known.map((unit) => {
    const alike = likeness(query.header, index.weigh(unit));
    return { unit, origin: "visible", likeness: alike, sameUnit: false };
  });
  const delegates = delegatesOf(query, tokensOf).map(({ overload, body }) => {
    const alike = likeness(query.header, index.weigh(overload));
    return written(query, body, "delegate", alike);
  });
  const statements = conventionalStatements(query.unit);
  const conventions = statements === null ? [] : [written(query, writtenBody(statements, query), "convention", CONVENTION_LIKENESS)];
  return [...remembered, ...visibleUnits2, ...delegates, ...conventions];
}
function written(query, body, origin2, alike) {
  const unit = { ...query.unit, indent: query.layout.indent, body };
  return { unit, origin: origin2, likeness: alike, sameUnit: false };
}

// src/models/embedded/confidence.ts
var OF_THE_UNIT_ITSELF = [
  [0.6, 0.2],
  [0.8, 0.6],
  [0.95, 0.7],
  [1, 0.98]
];
var OF_ANOTHER = [
  [0, 0.27],
  [0.25, 0.35],
  [0.45, 0.45],
  [0.65, 0.65],
  [0.75, 0.78],
  [1, 0.82]
];
function expectedSimilarity({ likeness: likeness2, sameUnit }) {
  return interpolated(sameUnit ? OF_THE_UNIT_ITSELF : OF_ANOTHER, likeness2);
}
function interpolated(curve, x) {
  let [beforeX, beforeY] = curve[0] ?? [0, 0];
  for (const [pointX, pointY] of curve) {
    if (x <= pointX) {
      return pointX === beforeX ? pointY : beforeY + (pointY - beforeY) * (x - beforeX) / (pointX - beforeX);
    }
    [beforeX, beforeY] = [pointX, pointY];
  }
  return beforeY;
}

// src/models/embedded/ranking.ts
var WEIGHTS2 = {
  likeness: 1,
  /** Outweighs everything else together: what is remembered of a unit is what the model has to say about it. */
  sameUnit: 1,
  unusedShare: 0.35,
  unusedCount: 0.15,
  fieldUsed: 0.09,
  parametersUsed: 0.12,
  returnFits: 0.07,
  constructorFits: 0.05,
  unresolved: -0.3,
  unknown: -4e-3,
  longerOverload: -0.1,
  visible: -0.03,
  empty: -0.2
};
var WEIGHT_LIST = Object.entries(WEIGHTS2);
var MOST_UNUSED = 4;
function plausibility(body, query, surroundings) {
  const observations = observe(body, query, surroundings);
  return WEIGHT_LIST.reduce((sum, [name, weight]) => sum + weight * observations[name], 0);
}
function mostAdded({ file }) {
  const unused = Math.min(file.unused.size, MOST_UNUSED);
  return (WEIGHTS2.unusedShare * Math.sign(unused) + WEIGHTS2.unusedCount * unused) / file.erasedCount + WEIGHTS2.fieldUsed + WEIGHTS2.parametersUsed + WEIGHTS2.returnFits + WEIGHTS2.constructorFits + ROUNDING_NOISE;
}
var ROUNDING_NOISE = 1e-9;
function observe(body, query, { scope, rarity }) {
  const { candidate, facts } = body;
  const { file, unit } = query;
  const used = count(file.unused, (name) => facts.identifiers.has(name));
  const parametersUsed = count(unit.parameters, ({ name }) => facts.identifiers.has(name));
  const returnsValue = unit.kind === "method" && unit.returnType !== "void";
  return {
    likeness: candidate.likeness,
    sameUnit: Number(candidate.sameUnit),
    // Each erased body of the file may be the one that uses a name, so what one use is worth is shared among them.
    unusedShare: used / Math.max(1, file.unused.size) / file.erasedCount,
    unusedCount: Math.min(used, MOST_UNUSED) / file.erasedCount,
    fieldUsed: Number(unit.type.fields.some(({ name }) => facts.variables.has(name))),
    parametersUsed: unit.parameters.length === 0 ? 1 : parametersUsed / unit.parameters.length,
    returnFits: Number(returnsValue === facts.returnsValue),
    constructorFits: Number(candidate.unit.kind === "method" === (unit.kind === "method")),
    unresolved: count(
      candidate.unit.type.fields,
      ({ name }) => facts.variables.has(name) && !facts.locals.has(name) && !scope.has(name)
    ),
    unknown: unknownRarity(body, query, rarity),
    longerOverload: Number(isLongerOverload(body, query)),
    visible: Number(candidate.origin === "visible"),
    empty: Number(facts.isEmpty)
  };
}
function count(items, holds) {
  let found = 0;
  for (const item of items) if (holds(item)) found += 1;
  return found;
}
function unknownRarity({ facts }, { file }, rarity) {
  let sum = 0;
  for (const name of facts.identifiers) {
    if (!file.identifierCounts.has(name) && !facts.locals.has(name)) sum += rarity(name);
  }
  return sum;
}
function isLongerOverload({ candidate }, { unit }) {
  return !isWritten(candidate) && candidate.unit.name === unit.name && candidate.unit.parameters.length > unit.parameters.length && simpleName(candidate.unit.type.name) === simpleName(unit.type.name);
}

// src/models/embedded/scope.ts
var SUPERTYPE_LEVELS = 4;
function scopeOf({ unit, file }, inherited) {
  const scope = new Set(unit.parameters.map((parameter) => parameter.name));
  for (const name of enclosingTypes(unit.type.name)) {
    const type = file.typeNamed(name);
    for (const field of type.fields) scope.add(field.name);
    for (const field of inherited(type.supertypes)) scope.add(field);
  }
  return scope;
}
function enclosingTypes(name) {
  const names = [];
  for (let end = name.length; end > 0; end = name.lastIndexOf(".", end - 1)) names.push(name.slice(0, end));
  return names;
}
function supertypeFields({ units }) {
  const byName = /* @__PURE__ */ new Map();
  for (const { type } of units) {
    const name = simpleName(type.name);
    const known = byName.get(name);
    if (known === void 0) byName.set(name, /* @__PURE__ */ new Set([type]));
    else known.add(type);
  }
  return (supertypes) => {
    const fields = /* @__PURE__ */ new Set();
    collect2(supertypes, fields, SUPERTYPE_LEVELS);
    return fields;
  };
  function collect2(supertypes, fields, levels) {
    if (levels === 0) return;
    for (const supertype of supertypes) {
      const raw = identifiersIn(supertype.replace(/<.*$/, "")).at(-1) ?? "";
      for (const type of byName.get(raw) ?? []) {
        for (const field of type.fields) fields.add(field.name);
        collect2(type.supertypes, fields, levels - 1);
      }
    }
  }
}

// src/models/embedded/visible.ts
var seen = /* @__PURE__ */ new WeakMap();
function visibleFile({ source, erased }, language) {
  const known = seen.get(source);
  if (known?.erased === erased && known.language === language) return known.file;
  const file = look(source, erased, language);
  seen.set(source, { erased, language, file });
  return file;
}
function look(source, erased, language) {
  const typeNamed = typesOf(source);
  const tokens2 = language.tokenize(source.text);
  const identifierCounts = countIdentifiers(tokens2);
  let headers;
  return {
    lineEnd: lineEndOf(source.text),
    typeNamed,
    get headers() {
      headers ??= source.units.map((unit) => unitFacts(unit, typeNamed(unit.typeName)));
      return headers;
    },
    known: visibleUnits(source, erased, typeNamed),
    erasedCount: erased.size,
    identifierCounts,
    unused: unusedNames(source, tokens2, identifierCounts)
  };
}
var shown = /* @__PURE__ */ new WeakMap();
function visibleUnits(source, erased, typeNamed) {
  const before = shown.get(source.types) ?? /* @__PURE__ */ new Map();
  shown.set(source.types, before);
  return source.units.flatMap((unit) => {
    if (erased.has(unit.id)) return [];
    const type = typeNamed(unit.typeName);
    const indent = indentAt(source.text, unit.declaration.start);
    const body = bodyOf(source, unit);
    const last = before.get(unit.id);
    const isSame = last?.parameters === unit.parameters && last.known.type.lineEnd === type.lineEnd;
    if (isSame && last.known.body === body && last.known.indent === indent) return [last.known];
    const known = { ...unitFacts(unit, type), indent, body };
    before.set(unit.id, { parameters: unit.parameters, known });
    return [known];
  });
}
function countIdentifiers(tokens2) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const { kind, text } of tokens2) {
    if (kind === "identifier") counts2.set(text, (counts2.get(text) ?? 0) + 1);
  }
  return counts2;
}
function unusedNames(source, tokens2, counts2) {
  const inComments = /* @__PURE__ */ new Set();
  for (const { kind, text } of tokens2) {
    if (kind === "comment") for (const name of identifiersIn(text)) inComments.add(name);
  }
  const declared = [];
  for (const imported of source.imports) {
    const name = imported.slice(imported.lastIndexOf(".") + 1);
    if (!inComments.has(name)) declared.push(name);
  }
  for (const type of source.types) {
    if (type.kind !== "class" && type.kind !== "anonymous") continue;
    for (const field of type.fields) declared.push(field.name);
  }
  for (const unit of source.units) {
    if (unit.kind === "method" && unit.modifiers.includes("private")) declared.push(unit.name);
  }
  return new Set(declared.filter((name) => counts2.get(name) === 1));
}

// src/models/embedded/remembering.ts
var REMEMBERED_TOKEN_LISTS = 4096;
function remembering(memory, language) {
  const index = retrievalIndex(memory.units);
  const lookup = unitLookup(memory);
  const inherited = supertypeFields(memory);
  const tokens2 = new LRUCache({
    max: REMEMBERED_TOKEN_LISTS,
    memoMethod: (body) => language.tokenize(body)
  });
  const tokensOf = (body) => tokens2.memo(body);
  const edits = /* @__PURE__ */ new WeakMap();
  return {
    rank(stub) {
      const { query, evaluate } = inquiry(stub);
      const bodies = candidatesFor(query, memory, index, lookup, tokensOf).map(evaluate).sort(byPlausibility);
      return { query, bodies };
    },
    propose(stub, count2) {
      const { query, evaluate } = inquiry(stub);
      return choose2(mostPlausibleFirst(query, evaluate), query, count2);
    }
  };
  function inquiry(stub) {
    const file = visibleFile(stub, language);
    const query = queryOf(stub, file, index);
    const edits2 = siblingEdits(query);
    const surroundings = { scope: scopeOf(query, inherited), rarity };
    const evaluate = (candidate) => {
      const adapted = adapt(candidate, query, tokensOf(candidate.unit.body), edits2, true);
      return { adapted, plausibility: plausibility(adapted, query, surroundings) };
    };
    return { query, evaluate };
  }
  function* mostPlausibleFirst(query, evaluate) {
    const most = mostAdded(query);
    const own = ownCandidate(query, memory, index, lookup);
    const first = own === null ? null : evaluate(own);
    const isBeyondReach = first !== null && first.plausibility > LARGEST_LIKENESS + most;
    if (isBeyondReach) yield first;
    const candidates = candidatesFor(query, memory, index, lookup, tokensOf);
    const others = isBeyondReach ? candidates.filter(({ sameUnit }) => !sameUnit) : candidates;
    const reach = ({ likeness: likeness2, sameUnit }) => likeness2 + Number(sameUnit) + most;
    yield* inOrder(others, reach, evaluate);
  }
  function rarity(identifier) {
    const df = memory.fileFrequency.get(identifier) ?? 0;
    return Math.log(1 + (Math.max(0, memory.files - df) + 0.5) / (df + 0.5));
  }
  function siblingEdits({ unit, file }) {
    return file.known.flatMap((current) => {
      if (current.type.name !== unit.type.name) return [];
      const at = lookup.find(current.id, current.type.packageName);
      const before = at === void 0 ? void 0 : memory.units[at];
      if (before === void 0 || before.body === current.body) return [];
      return replacing(editsSince(before, current.body), (name) => !file.identifierCounts.has(name));
    });
  }
  function editsSince(before, body) {
    const known = edits.get(before);
    if (known?.body === body) return known.edits;
    const found = editsBetween(tokensOf(before.body), tokensOf(body));
    edits.set(before, { body, edits: found });
    return found;
  }
  function choose2(ranked, query, count2) {
    const seen2 = /* @__PURE__ */ new Set();
    const proposals = [];
    let confidence = 0;
    for (const { adapted, plausibility: plausibility2 } of ranked) {
      const body = parsingText(adapted, query);
      if (body === null || seen2.has(body)) continue;
      seen2.add(body);
      if (proposals.length === 0) confidence = expectedSimilarity(adapted.candidate);
      proposals.push({ body, plausibility: plausibility2 });
      if (proposals.length >= count2) break;
    }
    return { proposals, confidence };
  }
  function parsingText(adapted, query) {
    const body = bodyText(adapted, query);
    if (language.isBody(body)) return body;
    if (!adapted.restructured) return null;
    const { candidate } = adapted;
    const renamedOnly = bodyText(adapt(candidate, query, tokensOf(candidate.unit.body), [], false), query);
    return language.isBody(renamedOnly) ? renamedOnly : null;
  }
}
var LARGEST_LIKENESS = 1;
function* inOrder(candidates, reach, evaluate) {
  const waiting = candidates.map((candidate, place) => ({ candidate, place, reach: reach(candidate) })).sort((a, b) => a.reach - b.reach);
  const evaluated = [];
  for (let best2 = evaluated.at(-1); waiting.length + evaluated.length > 0; best2 = evaluated.at(-1)) {
    const next2 = waiting.at(-1);
    if (next2 !== void 0 && (best2 === void 0 || best2.body.plausibility <= next2.reach)) {
      waiting.pop();
      evaluated.push({ body: evaluate(next2.candidate), place: next2.place });
      evaluated.sort((a, b) => byPlausibility(b.body, a.body) || b.place - a.place);
    } else if (best2 !== void 0) {
      evaluated.pop();
      yield best2.body;
    }
  }
}
function byPlausibility(a, b) {
  return b.plausibility - a.plausibility || tieOrder(a, b);
}
function tieOrder({ adapted: a }, { adapted: b }) {
  return ORIGINS.indexOf(a.candidate.origin) - ORIGINS.indexOf(b.candidate.origin) || compareText(a.candidate.unit.id, b.candidate.unit.id);
}

// src/models/embedded/memory-file.ts
import { createHash as createHash2 } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

// src/models/embedded/memory-content.ts
import { z as z3 } from "zod";
var texts = z3.array(z3.string());
var lists = z3.array(texts);
var counts = z3.array(z3.int().nonnegative());
var contentSchema = z3.object({
  origin: z3.object({ project: z3.string(), revision: z3.string(), committedAt: z3.string().nullable() }),
  files: z3.int().nonnegative(),
  contentHash: z3.string(),
  types: z3.object({
    path: texts,
    lineEnd: z3.array(z3.enum(["\n", "\r\n"])),
    packageName: texts,
    name: texts,
    supertypes: lists,
    fields: lists
  }),
  units: z3.object({
    id: texts,
    type: counts,
    kind: z3.array(z3.enum(["method", "constructor", "compact-constructor"])),
    name: texts,
    parameters: lists,
    returnType: texts,
    modifiers: lists,
    throws: lists,
    javadocWords: texts,
    indent: texts,
    body: texts
  }),
  identifiers: z3.object({ name: texts, files: counts })
});
function contentOf(memory) {
  const numbers = /* @__PURE__ */ new Map();
  for (const { type } of memory.units) if (!numbers.has(type)) numbers.set(type, numbers.size);
  const types = [...numbers.keys()];
  const { units } = memory;
  return {
    origin: { ...memory.origin },
    files: memory.files,
    contentHash: memory.contentHash,
    types: {
      path: types.map((type) => type.path),
      lineEnd: types.map((type) => type.lineEnd),
      packageName: types.map((type) => type.packageName),
      name: types.map((type) => type.name),
      supertypes: types.map((type) => [...type.supertypes]),
      fields: types.map((type) => flatPairs(type.fields))
    },
    units: {
      id: units.map(({ id, type }) => id.startsWith(`${type.path}#`) ? id.slice(type.path.length) : id),
      type: units.map((unit) => numbers.get(unit.type) ?? 0),
      kind: units.map((unit) => unit.kind),
      name: units.map((unit) => unit.name),
      parameters: units.map((unit) => flatPairs(unit.parameters)),
      returnType: units.map((unit) => unit.returnType),
      modifiers: units.map((unit) => [...unit.modifiers]),
      throws: units.map((unit) => [...unit.throws]),
      javadocWords: units.map((unit) => unit.javadocWords.join(" ")),
      indent: units.map((unit) => unit.indent),
      body: units.map((unit) => unit.body)
    },
    identifiers: { name: [...memory.fileFrequency.keys()], files: [...memory.fileFrequency.values()] }
  };
}
function flatPairs(pairs) {
  return pairs.flatMap(({ type, name }) => [type, name]);
}

// src/models/embedded/memory-file.ts
var FORMAT = "palimpsest project memory";
var SCHEMA_VERSION = 1;
var COMPRESSION_QUALITY = 9;
var COMPRESSION_WINDOW_BITS = 24;
var LARGEST_CONTENT_BYTES = 1024 ** 3;
function saveMemory(memory) {
  const content = Buffer.from(JSON.stringify(contentOf(memory)), "utf8");
  const packed = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: COMPRESSION_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: COMPRESSION_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length
    }
  });
  return Buffer.concat([
    Buffer.from(`${FORMAT}, schema ${SCHEMA_VERSION}, ${packed.length} bytes, sha256 ${sha256(packed)}
`),
    packed
  ]);
}
function sha256(bytes) {
  return createHash2("sha256").update(bytes).digest("hex");
}

// src/models/embedded.ts
var ALGORITHM_VERSION = 1;
var SAMPLE_TEMPERATURE = 0.05;
function embeddedModel(memory, language) {
  const remembered = remembering(memory, language);
  return {
    card: cardOf(memory),
    // It computes and never waits: more at once would only queue.
    concurrency: 1,
    async regenerate(stub, { samples, signal }) {
      await setImmediate();
      signal.throwIfAborted();
      const { proposals, confidence } = remembered.propose(stub, samples);
      const [first] = proposals;
      if (first === void 0) {
        return {
          kind: "failed",
          reason: "missing",
          detail: "the project memory holds nothing like it, and neither does the file"
        };
      }
      return { kind: "regenerated", body: first.body, confidence, samples: withProbabilities(proposals) };
    }
  };
}
function withProbabilities(proposals) {
  const best2 = proposals[0]?.plausibility ?? 0;
  const odds = proposals.map(({ plausibility: plausibility2 }) => Math.exp((plausibility2 - best2) / SAMPLE_TEMPERATURE));
  const sum = odds.reduce((total, value) => total + value, 0);
  return proposals.map(({ body }, index) => ({ body, probability: (odds[index] ?? 0) / sum }));
}
function cardOf(memory) {
  const { revision: revision2, committedAt } = memory.origin;
  return {
    schemaVersion: 1,
    provider: "embedded",
    name: "project memory",
    baseModel: null,
    fingerprint: createHash3("sha256").update(`${ALGORITHM_VERSION} ${memory.contentHash}`).digest("hex"),
    trainedAt: { revision: revision2, committedAt, units: memory.units.length, files: memory.files },
    recipe: { kind: "embedded", datasetHash: memory.contentHash, epochs: null, promptFormat: null },
    baseline: null,
    shadow: null
  };
}

// src/report/schema/model-card.ts
import { z as z5 } from "zod";

// src/report/schema/published.ts
import { z as z4 } from "zod";

// src/report/schema/model-card.ts
var modelCardSchema = z5.object({
  schemaVersion: z5.literal(1).describe("Version of the model card."),
  provider: z5.string().describe("Who answered: `embedded`, `openai`, …"),
  name: z5.string().describe("The model’s name, as its provider knows it."),
  baseModel: z5.string().nullable().describe("The model that was specialised; null where there is none, as for the embedded model."),
  fingerprint: z5.string().describe("Same fingerprint, same answers."),
  trainedAt: z5.object({
    revision: z5.string().describe("The commit that the model was trained on."),
    committedAt: z5.string().nullable().describe("When that commit was made, ISO 8601."),
    units: z5.int().nonnegative().nullable().describe("Methods learned; null where nobody counted them."),
    files: z5.int().nonnegative().nullable().describe("Files learned; null where nobody counted them.")
  }).nullable().describe("What the model was trained on; null where that is not known."),
  recipe: z5.object({
    kind: z5.string().describe("How the model was specialised."),
    datasetHash: z5.string().describe("Hash of what it was trained with."),
    epochs: z5.number().nullable().describe("How often it saw that; null where the word has no meaning."),
    promptFormat: z5.string().nullable().describe("How a stub was put into a prompt; null where there is no prompt.")
  }).nullable().describe("How the model was made; null where that is not known."),
  baseline: z5.object({
    methods: z5.int().nonnegative().describe("How many methods were scored."),
    similarity: z5.number().describe("Their mean similarity, in [0, 1]."),
    measuredAt: z5.string().describe("When, ISO 8601.")
  }).nullable().describe("In-place scores on the training revision; null until an in-place evaluation has run."),
  shadow: z5.object({ of: z5.string().nullable().describe("What that other model is called; null where nobody said.") }).nullable().default(null).describe(
    "The embedded model, trained at the revision at which another model was: how far the code has moved since, and no score of that other model. null for a model that stands for itself."
  )
}).meta({
  id: "ModelCard",
  title: "Model card",
  description: "Who wrote the methods again, and what that model was trained on."
});

// src/compose/embedded.ts
function composeTraining({ main }) {
  const training = startTraining(main);
  return {
    learn: (source) => training.learn(source),
    forget: (source) => training.forget(source),
    finish: (origin2) => {
      const memory = training.finish({ ...origin2, project: origin2.project ?? NO_PROJECT });
      return { model: embeddedModel(memory, main), save: () => saveMemory(memory) };
    }
  };
}
var NO_PROJECT = "";

// src/compose/models.ts
import { closest as closest2 } from "fastest-levenshtein";

// src/config/models-file.ts
import { closest } from "fastest-levenshtein";
import { isNode, LineCounter, parseDocument } from "yaml";

// src/report/visible.ts
var MARKS_PER_LETTER = 4;
var PILED_MARKS = new RegExp(`(?<=\\p{M}{${MARKS_PER_LETTER}})\\p{M}`, "gu");

// src/config/models-schema.ts
import { z as z6 } from "zod";

// src/core/prompt-format.ts
var PROMPT_FORMATS = [
  "chat",
  "completion",
  "fim",
  "fim-qwen",
  "fim-starcoder",
  "fim-codellama",
  "fim-deepseek",
  "fim-codestral"
];

// src/config/models-schema.ts
var perMillion = z6.number().min(0);
var priceSchema = z6.strictObject({
  input: perMillion.describe("of a million tokens of prompt"),
  output: perMillion.describe("of a million tokens of answer"),
  currency: z6.string().regex(/^[A-Z]{3}$/, "three capital letters, such as EUR").default("USD").describe("three letters, as in ISO 4217")
});
var PRICE_SETTINGS = priceSchema.keyof().options;
var languageModel = {
  format: z6.enum(PROMPT_FORMATS).default("chat").describe("how it is asked"),
  "context-tokens": z6.int().min(256).default(8192).describe("its window, in tokens, as it is served: prompt and answer together"),
  "max-tokens": z6.int().min(1).default(1024).describe("tokens of one answer, at most"),
  temperature: z6.number().min(0).max(2).default(0).describe("of the answer that is scored; 0 takes the likeliest token"),
  "sample-temperature": z6.number().min(0).max(2).default(0.8).describe("of the further answers, which show whether it agrees with itself"),
  concurrency: z6.int().min(1).max(256).optional().describe("requests under way at once, at most"),
  price: priceSchema.optional().describe("what tokens cost: input and output, each for a million, and the currency"),
  "trained-at": z6.string().min(1).optional().describe("the revision of the project that it was trained on"),
  "base-model": z6.string().min(1).optional().describe("the model that was specialised"),
  tokenizer: z6.string().min(1).optional().describe("path of its tokenizer.json; without one, tokens are estimated, on the safe side")
};
var openaiSchema = z6.strictObject({
  provider: z6.literal("openai").describe("any server that speaks OpenAI’s protocol"),
  model: z6.string().min(1).describe("the model, as the server calls it"),
  "base-url": z6.string().min(1).describe("where the server is: http://127.0.0.1:8000/v1"),
  "api-key-env": z6.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, "the name of an environment variable, not the key itself").default("PALIMPSEST_API_KEY").describe("the environment variable that holds the key, if the server asks for one"),
  timeout: z6.number().positive().max(300).optional().describe("seconds for one answer, at most 300"),
  retries: z6.int().min(0).max(20).optional().describe("how often a request is sent again"),
  "extra-body": z6.record(z6.string(), z6.json()).optional().describe("fields for this server alone, sent as they are"),
  ...languageModel
}).meta({ id: "OpenAiModel", title: "A model behind a server" });
var ggufSchema = z6.strictObject({
  provider: z6.literal("gguf").describe("weights in a file, run in process"),
  path: z6.string().min(1).describe("the GGUF file"),
  lora: z6.string().min(1).optional().describe("a LoRA adapter in GGUF"),
  threads: z6.int().min(1).max(256).optional().describe("threads to count with; one for each core by default"),
  ...languageModel
}).meta({ id: "GgufModel", title: "A model in a file" });
var commandSchema = z6.strictObject({
  provider: z6.literal("command").describe("a local program"),
  command: z6.string().min(1).describe("the program, by path or by name"),
  args: z6.array(z6.string()).default([]).describe("its arguments"),
  model: z6.string().min(1).optional().describe("what the model is called; without it, as the program"),
  timeout: z6.number().positive().optional().describe("seconds for one answer"),
  ...languageModel
}).meta({ id: "CommandModel", title: "A model behind a program" });
var embeddedSchema = z6.strictObject({
  provider: z6.literal("embedded").describe("the project memory, which needs nothing"),
  path: z6.string().min(1).optional().describe("its model file; without one, what `train` left in the clone")
}).meta({ id: "EmbeddedModel", title: "The embedded model" });
var MODEL_NAME = /^[\w][\w./@+-]*$/;
var modelsSchema = z6.strictObject({
  models: z6.record(
    z6.string().regex(MODEL_NAME),
    z6.discriminatedUnion("provider", [openaiSchema, ggufSchema, commandSchema, embeddedSchema])
  ).describe("models by the name that --model takes")
}).meta({
  title: "Palimpsest models",
  description: "Models that `--models FILE` brings: the operator’s own file, never read from a repository by itself."
});

// src/config/models-file.ts
var MAX_BYTES = 1024 * 1024;

// src/files/answer-cache.ts
import * as cacache from "cacache";
var removeEntry = cacache.rm.entry;

// src/core/stub.ts
var EMPTY_BODY = "{}";
function splice(text, replacements) {
  const pieces = [];
  let position = 0;
  for (const { range, text: replacement } of replacements) {
    if (range.start < position) throw new RangeError("replacements overlap or are out of order");
    pieces.push(text.slice(position, range.start), replacement);
    position = range.end;
  }
  pieces.push(text.slice(position));
  return pieces.join("");
}
function withBodies(source, bodies) {
  const replacements = [];
  const units = [];
  let shift = 0;
  for (const unit of source.units) {
    const body = bodies(unit);
    const length = unit.body.end - unit.body.start;
    const growth = body === void 0 ? 0 : body.length - length;
    if (body !== void 0) replacements.push({ range: unit.body, text: body });
    units.push(moved(unit, shift, growth));
    shift += growth;
  }
  return { ...source, text: splice(source.text, replacements), units };
}
function eraseBodies(source, erased) {
  return withBodies(source, (unit) => erased.has(unit.id) ? EMPTY_BODY : void 0);
}
function stubInPlace(source, unit) {
  const erased = /* @__PURE__ */ new Set([unit.id]);
  const stubSource = eraseBodies(source, erased);
  const target = stubSource.units.find((candidate) => candidate.id === unit.id);
  if (target === void 0) throw new RangeError(`${unit.id} is not a unit of ${source.path}`);
  return { source: stubSource, target, erased };
}
function moved(unit, shift, growth) {
  if (shift === 0 && growth === 0) return unit;
  return {
    ...unit,
    declaration: { start: unit.declaration.start + shift, end: unit.declaration.end + shift + growth },
    body: { start: unit.body.start + shift, end: unit.body.end + shift + growth }
  };
}

// src/models/answers.ts
import { LRUCache as LRUCache2 } from "lru-cache";
import pLimit from "p-limit";
import { z as z7 } from "zod";
var tokenCount = z7.int().nonnegative().nullable();
var keptCompletion = z7.discriminatedUnion("kind", [
  z7.object({
    kind: z7.literal("answered"),
    text: z7.string(),
    finish: z7.enum(["stop", "length", "refused", "unknown"]),
    promptTokens: tokenCount,
    completionTokens: tokenCount,
    answeredAs: z7.string().nullable()
  }),
  z7.object({ kind: z7.literal("failed"), reason: z7.enum(FAILURE_REASONS), detail: z7.string(), fatal: z7.boolean() })
]);

// src/models/token-counter.ts
import { Tokenizer } from "@huggingface/tokenizers";
var TOKENS_PER_BYTE = 0.4;
var ESTIMATED_TOKENS = {
  count: (text) => Math.ceil(Buffer.byteLength(text) * TOKENS_PER_BYTE),
  identity: `${TOKENS_PER_BYTE} tokens a byte`
};

// src/models/command/program.ts
var LONGEST_LINE = 16 * 1024 * 1024;

// src/models/command/protocol.ts
import { z as z8 } from "zod";
var tokens = z8.int().min(0).nullish();
var answerSchema = z8.union([
  z8.object({
    id: z8.int(),
    text: z8.string(),
    finish: z8.enum(["stop", "length", "refused", "unknown"]).default("unknown"),
    promptTokens: tokens,
    completionTokens: tokens,
    model: z8.string().nullish()
  }),
  z8.object({ id: z8.int(), error: z8.string() })
]);

// src/models/command.ts
var LONGEST_READ_BYTES = 16 * 1024 * 1024;

// src/models/gguf.ts
import pLimit2 from "p-limit";

// src/models/openai/answer.ts
import { z as z9 } from "zod";
var contentSchema2 = z9.union([z9.string(), z9.array(z9.looseObject({ text: z9.string().nullish().catch(null) }))]).nullish().transform(
  (content) => Array.isArray(content) ? content.map(({ text }) => text ?? "").join("") : content ?? null
);
var countSchema = z9.int().min(0).nullish().catch(null);
var replySchema = z9.looseObject({
  model: z9.string().nullish().catch(null),
  choices: z9.array(
    z9.looseObject({
      finish_reason: z9.string().nullish().catch(null),
      text: contentSchema2,
      message: z9.looseObject({ content: contentSchema2, refusal: z9.string().nullish().catch(null) }).nullish()
    })
  ).nullish(),
  usage: z9.looseObject({ prompt_tokens: countSchema, completion_tokens: countSchema }).nullish().catch(null)
});

// src/models/openai/connection.ts
var LARGEST_REPLY_BYTES = 16 * 1024 * 1024;

// src/models/openai/connection-fault.ts
var OWN_AUTHORITY = "if that is right, name its authority’s file in NODE_EXTRA_CA_CERTS";
var CERTIFICATES = /* @__PURE__ */ new Map([
  ["DEPTH_ZERO_SELF_SIGNED_CERT", `its certificate is self-signed: ${OWN_AUTHORITY}`],
  [
    "SELF_SIGNED_CERT_IN_CHAIN",
    `its certificate comes from an authority that this machine does not know: ${OWN_AUTHORITY}`
  ],
  [
    "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    `its certificate cannot be traced to an authority that this machine knows: ${OWN_AUTHORITY}`
  ],
  [
    "UNABLE_TO_GET_ISSUER_CERT",
    `its certificate cannot be traced to an authority that this machine knows: ${OWN_AUTHORITY}`
  ],
  [
    "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
    `its certificate cannot be traced to an authority that this machine knows: ${OWN_AUTHORITY}`
  ],
  ["CERT_HAS_EXPIRED", "its certificate has expired: renew it, or check this machine’s clock"],
  ["CERT_NOT_YET_VALID", "its certificate is not valid yet: check this machine’s clock"],
  ["CERT_REVOKED", "its certificate was revoked: ask who runs the server"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another host: use the name that it was made for"]
]);

// src/models/openai/throttle.ts
import pLimit3 from "p-limit";

// src/files/walk-journal.ts
import { open as open2, readFile as readFile3 } from "node:fs/promises";
import { z as z10 } from "zod";
var estimate = { value: z10.number(), margin: z10.number().nullable() };
var part = z10.object({ units: z10.int(), points: z10.number() });
var score = { id: z10.string(), similarity: z10.number(), failed: z10.boolean() };
var walkPoint = z10.object({
  at: z10.int(),
  units: z10.int(),
  now: z10.object(estimate).nullable(),
  freshness: z10.object({ ...estimate, parts: z10.object({ unchanged: part, modified: part, new: part, deleted: part }) }).nullable(),
  scored: z10.int(),
  scores: z10.array(z10.object(score))
});
var keptLedger = z10.object({ at: z10.int(), head: z10.string(), shards: z10.record(z10.string(), z10.string()) });
var anewStates = z10.array(
  z10.object({
    at: z10.int(),
    changes: z10.array(z10.object({ ...score, change: z10.enum(["added", "modified", "renamed", "moved"]) })),
    behind: z10.int()
  })
);
var LEDGER_EVERY_MS = 1e4;
async function openWalkJournal(path, from) {
  await makeParentFolder(path);
  const { points, wholeBytes } = await readPoints(path, from);
  try {
    const file = await open2(path, "a");
    await file.truncate(wholeBytes);
    return new FileWalkJournal(path, file, points, await readLedger(ledgerPath(path), from + points.length));
  } catch (error) {
    throw writeFailure(path, error);
  }
}
var FileWalkJournal = class {
  points;
  ledger;
  #path;
  #file;
  #unkept = null;
  #keptAtMs = Number.NEGATIVE_INFINITY;
  constructor(path, file, points, ledger) {
    this.#path = path;
    this.#file = file;
    this.points = points;
    this.ledger = ledger;
  }
  async append(point, pages) {
    try {
      await this.#file.appendFile(`${JSON.stringify(point)}
`);
    } catch (error) {
      throw writeFailure(this.#path, error);
    }
    this.#unkept = { at: point.at, pages };
    if (performance.now() - this.#keptAtMs >= LEDGER_EVERY_MS) await this.#keep();
  }
  async close() {
    await this.#keep();
    await this.#file.close();
  }
  /** Whole or not at all. The points up to there are in the journal by now: a ledger is never ahead of it. */
  async #keep() {
    if (this.#unkept === null) return;
    const { at, pages } = this.#unkept;
    const { head, shards } = pages();
    const record = {
      at,
      head: printHead({ head, files: {} }),
      shards: Object.fromEntries([...shards].map(([name, shard]) => [name, printShard(shard)]))
    };
    await writeOutput(ledgerPath(this.#path), JSON.stringify(record));
    this.#unkept = null;
    this.#keptAtMs = performance.now();
  }
};
function ledgerPath(path) {
  return path.replace(/\.jsonl$/, ".ledger.json");
}
async function readPoints(path, from) {
  const content = await readIfThere(path);
  const points = [];
  let wholeBytes = 0;
  for (; ; ) {
    const end = content.indexOf("\n", wholeBytes);
    if (end < 0) return { points, wholeBytes };
    const point = parsed(walkPoint, content.toString("utf8", wholeBytes, end));
    const next2 = from + points.length;
    if (point === null || point.at < from || point.at > next2) return { points, wholeBytes };
    if (point.at === next2) points.push(point);
    wholeBytes = end + 1;
  }
}
async function readLedger(path, end) {
  const kept2 = parsed(keptLedger, (await readIfThere(path)).toString("utf8"));
  if (kept2 === null || kept2.at >= end) return null;
  try {
    const shards = new Map(Object.entries(kept2.shards).map(([name, text]) => [name, parseShard(text)]));
    return { at: kept2.at, pages: { head: parseHead(kept2.head).head, shards } };
  } catch {
    return null;
  }
}
async function readAnewStates(path) {
  return parsed(anewStates, (await readIfThere(path)).toString("utf8"));
}
async function writeAnewStates(path, states) {
  await makeParentFolder(path);
  await writeOutput(path, JSON.stringify(states));
}
function parsed(schema, text) {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
async function readIfThere(path) {
  try {
    return await readFile3(path);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return Buffer.alloc(0);
    throw writeFailure(path, error);
  }
}

// src/compose.ts
async function composeLanguages(environment) {
  const registry = await loadLanguages({ java: { parser: environment.parser === "wasm" ? "wasm" : "auto" } });
  const [main] = registry.languages;
  if (main === void 0) throw new Error("no language is registered");
  return { main, forPath: registry.forPath };
}

// src/core/distance.ts
import { distance as distanceOfShortTexts } from "fastest-levenshtein";

// src/core/bit-parallel.ts
var STRIP_ROWS = 64;
var WORD_COLUMNS = 32;
function topRow(columnCount) {
  const words = Math.ceil(columnCount / WORD_COLUMNS);
  return { up: new Int32Array(words).fill(-1), down: new Int32Array(words) };
}
function rise(row, word, columnCount = WORD_COLUMNS) {
  const wanted = columnCount === 0 ? 0 : -1 << WORD_COLUMNS - columnCount;
  return bitCount(row.up[word] & wanted) - bitCount(row.down[word] & wanted);
}
var rowsOfUnit = { upper: new Int32Array(65536), lower: new Int32Array(65536) };
function advance(row, rows, start, end, columns, firstWord, endWord) {
  const { up, down } = row;
  const { upper, lower } = rowsOfUnit;
  const last = columns.length - 1;
  const padding = STRIP_ROWS - (end - start);
  const middle = Math.max(start, end - 32);
  for (let i = start; i < middle; i++)
    upper[rows[i]] = upper[rows[i]] | 1 << i - end;
  for (let i = middle; i < end; i++) lower[rows[i]] = lower[rows[i]] | 1 << i - end;
  let upperUp = padding < 32 ? -1 << padding : 0;
  let upperDown = 0;
  let lowerUp = padding <= 32 ? -1 : -1 << padding - 32;
  let lowerDown = 0;
  for (let word = firstWord; word < endWord; word++) {
    let rowUp = up[word];
    let rowDown = down[word];
    const from = word * WORD_COLUMNS;
    const to = Math.min(from + WORD_COLUMNS, columns.length);
    for (let column = from; column < to; column += 2) {
      let unit = columns[column];
      let carryUp = rowUp >>> 31;
      let carryDown = rowDown >>> 31;
      let equal = upper[unit] | carryDown;
      let diagonal = equal | upperDown;
      diagonal |= (equal & upperUp) + (upperUp | 0) ^ upperUp;
      let rising = ~(diagonal | upperUp) | upperDown;
      let falling = diagonal & upperUp;
      let shifted = (rising << 1) + carryUp;
      upperUp = ~(diagonal | shifted) | (falling << 1) + carryDown;
      upperDown = shifted & diagonal;
      carryUp = rising >>> 31;
      carryDown = falling >>> 31;
      equal = lower[unit] | carryDown;
      diagonal = equal | lowerDown;
      diagonal |= (equal & lowerUp) + (lowerUp | 0) ^ lowerUp;
      rising = ~(diagonal | lowerUp) | lowerDown;
      falling = diagonal & lowerUp;
      shifted = (rising << 1) + carryUp;
      lowerUp = ~(diagonal | shifted) | (falling << 1) + carryDown;
      lowerDown = shifted & diagonal;
      rowUp = (rowUp << 1) + (rising >>> 31) | 0;
      rowDown = (rowDown << 1) + (falling >>> 31) | 0;
      unit = columns[Math.min(column + 1, last)];
      carryUp = rowUp >>> 31;
      carryDown = rowDown >>> 31;
      equal = upper[unit] | carryDown;
      diagonal = equal | upperDown;
      diagonal |= (equal & upperUp) + (upperUp | 0) ^ upperUp;
      rising = ~(diagonal | upperUp) | upperDown;
      falling = diagonal & upperUp;
      shifted = (rising << 1) + carryUp;
      upperUp = ~(diagonal | shifted) | (falling << 1) + carryDown;
      upperDown = shifted & diagonal;
      carryUp = rising >>> 31;
      carryDown = falling >>> 31;
      equal = lower[unit] | carryDown;
      diagonal = equal | lowerDown;
      diagonal |= (equal & lowerUp) + (lowerUp | 0) ^ lowerUp;
      rising = ~(diagonal | lowerUp) | lowerDown;
      falling = diagonal & lowerUp;
      shifted = (rising << 1) + carryUp;
      lowerUp = ~(diagonal | shifted) | (falling << 1) + carryDown;
      lowerDown = shifted & diagonal;
      rowUp = (rowUp << 1) + (rising >>> 31) | 0;
      rowDown = (rowDown << 1) + (falling >>> 31) | 0;
    }
    const missing2 = WORD_COLUMNS - (to - from) & ~1;
    up[word] = rowUp << missing2;
    down[word] = rowDown << missing2;
  }
  for (let i = start; i < middle; i++) upper[rows[i]] = 0;
  for (let i = middle; i < end; i++) lower[rows[i]] = 0;
}
function bitCount(word) {
  let count2 = word - (word >>> 1 & 1431655765);
  count2 = (count2 & 858993459) + (count2 >>> 2 & 858993459);
  return Math.imul(count2 + (count2 >>> 4) & 252645135, 16843009) >>> 24;
}

// src/core/code-units.ts
var REUSED_ROOM = 65536;
var rooms = [roomFor(REUSED_ROOM), roomFor(REUSED_ROOM)];
function unitsOfBoth(a, b) {
  return [unitsOf(a, rooms[0]), unitsOf(b, rooms[1])];
}
function unitsOf(text, reused) {
  const { units, bytes } = text.length <= REUSED_ROOM ? reused : roomFor(text.length);
  bytes.write(text, "utf16le");
  return units.subarray(0, text.length);
}
function roomFor(length) {
  const units = new Uint16Array(length);
  return { units, bytes: Buffer.from(units.buffer) };
}
function trimCommonEnds(a, b) {
  let start = 0;
  let aEnd = a.length;
  let bEnd = b.length;
  const shorter = Math.min(aEnd, bEnd);
  while (start < shorter && a[start] === b[start]) start++;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  return [a.subarray(start, aEnd), b.subarray(start, bEnd)];
}
function isSubsequence(short, long) {
  const deletions = long.length - short.length;
  let found = 0;
  for (let i = 0; found < short.length && i - found <= deletions; i++) {
    if (long[i] === short[found]) found++;
  }
  return found === short.length;
}

// src/core/line-anchors.ts
var LINE_FEED2 = 10;
var REPEATED = -1;
function lineAnchors(a, b) {
  const linesOfB = startsOfLines(b);
  const anchors = [];
  for (const [line2, inA] of startsOfLines(a)) {
    const inB = linesOfB.get(line2) ?? REPEATED;
    if (inA !== REPEATED && inB !== REPEATED) anchors.push({ inA, inB });
  }
  return longestAscent(anchors);
}
function startsOfLines(text) {
  const starts = /* @__PURE__ */ new Map();
  let hash = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text[i];
    hash = Math.imul(hash ^ unit, 16777619);
    if (unit === LINE_FEED2) {
      starts.set(hash, starts.has(hash) ? REPEATED : start);
      hash = 0;
      start = i + 1;
    }
  }
  return starts;
}
function longestAscent(anchors) {
  const tops = [];
  for (const anchor of anchors) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = low + high >> 1;
      if (tops[middle].anchor.inB < anchor.inB) low = middle + 1;
      else high = middle;
    }
    tops[low] = { anchor, before: tops[low - 1] };
  }
  const ascent = [];
  for (let link = tops.at(-1); link !== void 0; link = link.before) ascent.push(link.anchor);
  return ascent.reverse();
}

// src/core/banded-distance.ts
var WORTH_BOUNDING = 2048;
var POOR_BOUND = 0.5;
var ALIKE = 0.15;
var UNALIKE = 0.7;
function bandedDistance(rows, columns) {
  if (columns.length < WORTH_BOUNDING) return guessedDistance(rows, columns);
  return new Crossing(rows, columns, upperBound(rows, columns), "band").run();
}
function guessedDistance(rows, columns) {
  const surplus = columns.length - rows.length;
  const mayBeAlike = surplus <= rows.length * ALIKE;
  for (const editRate of mayBeAlike ? [ALIKE, UNALIKE] : [UNALIKE]) {
    const guess = surplus + Math.ceil(rows.length * editRate);
    const found = new Crossing(rows, columns, guess, "band").run();
    if (found <= guess) return found;
  }
  return new Crossing(rows, columns, columns.length, "band").run();
}
function upperBound(rows, columns) {
  const bound = Math.min(columns.length, boundByAnchors(rows, columns));
  if (bound <= columns.length * POOR_BOUND) return bound;
  return Math.min(bound, new Crossing(rows, columns, bound, "beam").run());
}
function boundByAnchors(rows, columns) {
  const anchors = lineAnchors(rows, columns);
  if (anchors.length === 0) return columns.length;
  let bound = 0;
  let row = 0;
  let column = 0;
  for (const { inA, inB } of [...anchors, { inA: rows.length, inB: columns.length }]) {
    bound += boundOfPiece(rows.subarray(row, inA), columns.subarray(column, inB));
    row = inA;
    column = inB;
  }
  return bound;
}
function boundOfPiece(a, b) {
  const [left, right] = trimCommonEnds(a, b);
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length === 0) return long.length;
  return Math.min(long.length, new Crossing(short, long, long.length, "beam").run());
}
var BEAM_SLACK = 64;
var BEAM_LEFT_WORDS = 2;
var BEAM_RIGHT_WORDS = 7;
var Crossing = class {
  rows;
  columns;
  limit;
  isBeam;
  /** The column in which the corner's diagonal starts. */
  surplus;
  wordCount;
  /** The current row, and how many rows lie above it. */
  line;
  depth = 0;
  /** The window: words from `first` to before `end`. */
  first = 0;
  end = 0;
  /** The most words that the window may reach to. */
  reach;
  /** Totals above this are dropped. */
  allowed;
  /** Distances in the current row at the left border of each word of the window, and at the right end of the last. */
  scores;
  constructor(rows, columns, limit, kind) {
    this.rows = rows;
    this.columns = columns;
    this.limit = limit;
    this.isBeam = kind === "beam";
    this.surplus = columns.length - rows.length;
    this.line = topRow(columns.length);
    this.wordCount = this.line.up.length;
    this.scores = new Int32Array(this.wordCount + 1);
    this.allowed = this.isBeam ? Math.min(limit, this.surplus + BEAM_SLACK) : limit;
    this.reach = this.isBeam ? Math.min(this.wordCount, BEAM_RIGHT_WORDS) : this.wordCount;
  }
  /** The cost of the cheapest path in the window; `Infinity` when all of them exceed the limit. */
  run() {
    const { rows, columns, line: line2, scores } = this;
    for (; ; ) {
      const depth = this.depth + ((rows.length - this.depth) % STRIP_ROWS || STRIP_ROWS);
      this.widen(depth);
      advance(line2, rows, this.depth, depth, columns, this.first, this.end);
      scores[this.first] = this.score(this.first) + depth - this.depth;
      this.depth = depth;
      if (depth === rows.length) return this.corner();
      this.narrow();
      if (this.first >= this.end) return Infinity;
    }
  }
  /** Opens the window to the right as far as a path that leaves it here can get within the next strip. */
  widen(depth) {
    const edge = this.end * WORD_COLUMNS;
    const offset = edge - this.depth - this.surplus;
    const furthest = depth + this.surplus + (this.allowed - this.score(this.end) + offset >> 1);
    const wanted = Math.floor(furthest / WORD_COLUMNS) + 1;
    const end = Math.max(this.first + 1, Math.min(this.reach, wanted));
    this.line.up.fill(-1, this.end, end);
    this.line.down.fill(0, this.end, end);
    this.end = end;
  }
  /** Drops words at both ends of the window that no cheap enough path can use. */
  narrow() {
    const best2 = this.readScores();
    while (this.first < this.end && this.leastTotal(this.first) > this.allowed) this.first++;
    while (this.first < this.end && this.leastTotal(this.end - 1) > this.allowed) this.end--;
    if (!this.isBeam) return;
    this.first = Math.max(this.first, best2 - BEAM_LEFT_WORDS);
    this.reach = Math.min(this.wordCount, best2 + BEAM_RIGHT_WORDS);
  }
  /** Fills in the scores of the window; gives the word with the lowest total at its left border. */
  readScores() {
    const { line: line2, scores, end } = this;
    const diagonal = this.depth + this.surplus;
    let score2 = this.score(this.first);
    let best2 = this.first;
    let bestTotal = Infinity;
    for (let word = this.first; word < end; word++) {
      scores[word] = score2;
      const total = score2 + Math.abs(word * WORD_COLUMNS - diagonal);
      if (total < bestTotal) {
        bestTotal = total;
        best2 = word;
      }
      score2 += rise(line2, word);
    }
    scores[end] = score2;
    if (this.isBeam) this.allowed = Math.min(this.limit, bestTotal + BEAM_SLACK);
    return best2;
  }
  /** A lower bound of the totals of all cells of a word, both its borders included. */
  leastTotal(word) {
    const leastScore = this.score(word) + this.score(word + 1) - WORD_COLUMNS >> 1;
    const left = word * WORD_COLUMNS;
    const diagonal = this.depth + this.surplus;
    return leastScore + Math.max(0, left - diagonal, diagonal - left - WORD_COLUMNS);
  }
  /** The distance in the last row's last column. */
  corner() {
    const { line: line2, columns, wordCount } = this;
    let score2 = this.score(this.first);
    for (let word = this.first; word < Math.min(this.end, wordCount - 1); word++) score2 += rise(line2, word);
    if (this.end < wordCount) return score2 + columns.length - this.end * WORD_COLUMNS;
    return score2 + rise(line2, wordCount - 1, columns.length - (wordCount - 1) * WORD_COLUMNS);
  }
  score(word) {
    return this.scores[word];
  }
};

// src/core/distance.ts
var SHORT_LENGTH = 32;
function distance(a, b) {
  if (a === b) return 0;
  if (a.length <= SHORT_LENGTH && b.length <= SHORT_LENGTH) return distanceOfShortTexts(a, b);
  const [left, right] = trimCommonEnds(...unitsOfBoth(a, b));
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (isSubsequence(short, long)) return long.length - short.length;
  return bandedDistance(short, long);
}

// src/core/measure.ts
function similarityOf(distanceUnits, lengthA, lengthB) {
  const longest = Math.max(lengthA, lengthB);
  return longest === 0 ? 1 : 1 - distanceUnits / longest;
}
function measure(original, regenerated, stub) {
  const toStub = original.length - stub.length;
  const toRegenerated = regenerated === stub ? toStub : distance(original, regenerated);
  return {
    distance: toRegenerated,
    similarity: similarityOf(toRegenerated, original.length, regenerated.length),
    stubDistance: toStub,
    stubSimilarity: similarityOf(toStub, original.length, stub.length)
  };
}
function measureBody(original, regenerated) {
  return measure(original, regenerated, EMPTY_BODY);
}
function asStub(measurement) {
  return { ...measurement, distance: measurement.stubDistance, similarity: measurement.stubSimilarity };
}
function summarize(files, methods) {
  return { files: summarizeFiles(files), methods: summarizeMethods(methods) };
}
function summarizeStubs(files, methods) {
  return summarize(
    files.map(asStub),
    methods.map((method) => ({ ...asStub(method), failed: false }))
  );
}
function summarizeFiles(files) {
  return { count: files.length, ...scoresOf(files) };
}
function summarizeMethods(methods) {
  const scored = methods.filter((method) => !method.failed);
  return {
    count: methods.length,
    scored: scored.length,
    failed: methods.length - scored.length,
    ...scoresOf(scored),
    withFailuresAsStubs: scoresOf(methods)
  };
}
function scoresOf(measurements) {
  if (measurements.length === 0) return { errorRate: null, similarity: null, recovery: null };
  let distanceSum = 0;
  let similaritySum = 0;
  let erasedSum = 0;
  for (const measurement of measurements) {
    distanceSum += measurement.distance;
    similaritySum += measurement.similarity;
    erasedSum += measurement.stubDistance;
  }
  return {
    errorRate: distanceSum / measurements.length,
    similarity: similaritySum / measurements.length,
    recovery: erasedSum === 0 ? null : 1 - distanceSum / erasedSum
  };
}

// src/jobs/rewrite.ts
import { createHash as createHash4 } from "node:crypto";
import { setImmediate as setImmediate2 } from "node:timers/promises";
import { pMapIterable as pMapIterable2 } from "p-map";
async function* rewrite(items, { model, samples, signal, progress, journal }) {
  const results = pMapIterable2(
    items,
    async (item) => {
      await setImmediate2();
      signal.throwIfAborted();
      const key = journal === null ? "" : stubKey(model, item.stub);
      const known = journal?.get(key);
      const { stub, countsAs = stub.target.id } = item;
      const options = { samples: item.samples ?? samples, countsAs, signal };
      const regeneration = known ?? await model.regenerate(stub, options);
      if (known === void 0 && isWorthKeeping(regeneration)) await journal?.append(key, regeneration);
      return { item, regeneration };
    },
    { concurrency: model.concurrency, backpressure: model.concurrency * 2 }
  );
  for await (const result of results) {
    progress.advance();
    yield result;
  }
}
function isWorthKeeping(regeneration) {
  if (regeneration.kind === "failed") return !isSilence(regeneration.reason);
  return regeneration.kind === "regenerated";
}
function stubKey(model, { source, target }) {
  return createHash4("sha256").update(JSON.stringify([model.card.provider, model.card.fingerprint, target.id, source.path])).update(source.text).digest("hex");
}

// src/jobs/changed-methods.ts
function stubsOf(changes) {
  return changes.map((change) => ({ change, stub: stubInPlace(change.current.source, change.current.unit) }));
}
async function writeChanges(changes, model, { signal, journal = null }) {
  const written2 = [];
  const rewriting = { model, samples: 1, signal, progress: UNWATCHED, journal };
  for await (const { item, regeneration } of rewrite(changes, rewriting)) {
    const { source, unit } = item.change.current;
    const body = regeneration.kind === "regenerated" ? regeneration.body : null;
    const { similarity } = measureBody(bodyOf(source, unit), body ?? EMPTY_BODY);
    written2.push({ similarity, failed: body === null });
  }
  return written2;
}
var UNWATCHED = { begin() {
}, advance() {
}, end() {
} };

// src/jobs/replay.ts
import { LRUCache as LRUCache3 } from "lru-cache";

// src/core/gain-window.ts
var LEARNED_AGAIN = 5e5;
var LEAST_TRAININGS = 12;
function commitsPerTraining(commitsWithCode, units) {
  const trainings = Math.max(LEAST_TRAININGS, Math.floor(LEARNED_AGAIN / Math.max(1, units)));
  return Math.max(1, Math.ceil(commitsWithCode / trainings));
}

// src/core/scope.ts
var LEFT_OUT_REASONS = ["test", "generated", "vendored", "empty-body"];
function pathScope(path) {
  const segments = path.split("/");
  const fileName2 = segments.pop() ?? "";
  const { directories, sourceSet } = beforePackage(segments);
  if (directories.some((name) => VENDORED.test(name))) return "vendored";
  if (directories.some((name) => GENERATED.test(name))) return "generated";
  if (directories.some((name, index) => TESTS.test(name) || name === "it" && directories[index - 1] === "src"))
    return "test";
  if (sourceSet === "main") return null;
  const isTest = TEST_SET.test(sourceSet) || directories.some((name) => TEST_MODULE.test(name)) || TEST_FILE.test(fileName2);
  return isTest ? "test" : null;
}
var VENDORED = /^(?:vendor|vendored|third[-_]?party|node_modules|external|externals)$/i;
var GENERATED = /^(?:build|target|gen|src[-_]gen|generated(?:[-_].*)?)$/;
var TESTS = /^(?:tests?|javatests|__tests__)$/i;
var TEST_SET = /^test|Test|[-_]test/;
var TEST_MODULE = /[-_.]tests?$/i;
var TEST_FILE = /(?:Tests?|TestCase|[a-z\d]IT)\.java$/;
function beforePackage(segments) {
  const root = segments.findLastIndex((name, index) => name === "src" && SOURCE_KINDS.has(segments[index + 2] ?? ""));
  if (root >= 0) return { directories: segments.slice(0, root + 3), sourceSet: segments[root + 1] ?? "" };
  const set = segments.lastIndexOf("src");
  const sourceSet = set >= 0 ? segments[set + 1] ?? "" : "";
  const start = segments.findIndex((name, index) => index > set && PACKAGE_STARTS.has(name));
  return { directories: start >= 0 ? segments.slice(0, start) : segments, sourceSet };
}
var SOURCE_KINDS = /* @__PURE__ */ new Set(["java", "kotlin", "groovy", "scala"]);
var PACKAGE_STARTS = /* @__PURE__ */ new Set([
  "com",
  "org",
  "net",
  "io",
  "edu",
  "gov",
  "java",
  "javax",
  "jakarta"
]);
function isGeneratedText(text) {
  HEAD_PART.lastIndex = 0;
  for (let part2 = HEAD_PART.exec(text); part2 !== null; part2 = HEAD_PART.exec(text)) {
    const [words] = part2;
    if (words.startsWith("/") ? isGeneratedComment(words) : GENERATED_ANNOTATION.test(words)) return true;
  }
  return false;
}
var HEAD_PART = /[\s;\ufeff]+|\/\/.*|\/\*[\s\S]*?\*\/|(?:package|import)\b[^;]*;|@\s*(?!interface\b)[\w.]+(?:\s*\((?:[^()"]|"(?:[^"\\\n]|\\.)*"|\([^()]*\))*\))?|(?:public|abstract|final|strictfp|sealed|non-sealed)\b/y;
var GENERATED_ANNOTATION = /^@\s*(?:[\w.]+\.)?Generated\b/;
function isGeneratedComment(comment) {
  return /DO NOT (?:EDIT|MODIFY)/.test(comment) || GENERATED_LINE.test(comment);
}
var GENERATED_LINE = /^[ \t/*#=-]*(?:(?:this|the) \w+ (?:is|was|has been) )?(?:@generated\b|(?:code |(?:automatically|auto|machine)[- ]?)?generated (?:by|from|with|using|code|file|source|automatically)|(?:code |auto[- ]?)generated\b|(?:please )?do not (?:edit|modify)\b)/im;
function isEmptyBody(tokenize2, body) {
  return significant(tokenize2(body)).length <= 2;
}

// src/core/likeness.ts
var COMMON_LINE_TEXTS = 64;
var CANDIDATES = 8;
function lineLikeness(a, b) {
  const total = a.characters + b.characters;
  if (total === 0) return 1;
  const [small, large] = a.counts.size <= b.counts.size ? [a, b] : [b, a];
  let common = 0;
  for (const [line2, count2] of small.counts) common += line2.length * Math.min(count2, large.counts.get(line2) ?? 0);
  return 2 * common / total;
}
function lineBag(text) {
  const counts2 = /* @__PURE__ */ new Map();
  let characters = 0;
  for (const line2 of text.split("\n")) {
    const trimmed = line2.trim();
    if (trimmed === "") continue;
    counts2.set(trimmed, (counts2.get(trimmed) ?? 0) + 1);
    characters += trimmed.length;
  }
  return { counts: counts2, characters };
}
function likenessCandidates(before, after) {
  const postings = /* @__PURE__ */ new Map();
  for (const [index, bag] of before.entries()) {
    for (const line2 of bag.counts.keys()) {
      const texts2 = postings.get(line2);
      if (texts2 === void 0) postings.set(line2, [index]);
      else texts2.push(index);
    }
  }
  const pairings = [];
  for (const [afterIndex, bag] of after.entries()) {
    const shared = /* @__PURE__ */ new Map();
    for (const line2 of bag.counts.keys()) {
      const texts2 = postings.get(line2) ?? [];
      if (texts2.length > COMMON_LINE_TEXTS) continue;
      for (const beforeIndex of texts2) shared.set(beforeIndex, (shared.get(beforeIndex) ?? 0) + line2.length);
    }
    const best2 = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, CANDIDATES);
    for (const [beforeIndex] of best2) {
      const other = before[beforeIndex];
      if (other !== void 0) {
        pairings.push({ before: beforeIndex, after: afterIndex, likeness: lineLikeness(other, bag) });
      }
    }
  }
  return pairings;
}
function assignBest(pairings, preference = () => 0) {
  const ranked = pairings.map((pairing) => ({ pairing, preferred: preference(pairing) })).sort(
    (a, b) => b.pairing.likeness - a.pairing.likeness || b.preferred - a.preferred || a.pairing.before - b.pairing.before || a.pairing.after - b.pairing.after
  );
  const takenBefore = /* @__PURE__ */ new Set();
  const takenAfter = /* @__PURE__ */ new Set();
  const assigned = [];
  for (const { pairing } of ranked) {
    if (takenBefore.has(pairing.before) || takenAfter.has(pairing.after)) continue;
    takenBefore.add(pairing.before);
    takenAfter.add(pairing.after);
    assigned.push(pairing);
  }
  return assigned;
}

// src/core/renames.ts
var SAME_FILE_LIKENESS = 0.5;
function pairFiles(base, head) {
  const basePaths = new Map(base.map((source) => [source.path, source]));
  const headPaths = new Set(head.map((source) => source.path));
  const pairs = [];
  const came = [];
  for (const after of head) {
    const before = basePaths.get(after.path);
    if (before === void 0) came.push(after);
    else pairs.push({ before, after });
  }
  const went = base.filter((source) => !headPaths.has(source.path));
  const pairings = likenessCandidates(
    went.map((source) => lineBag(source.text)),
    came.map((source) => lineBag(source.text))
  ).filter((pairing) => pairing.likeness >= SAME_FILE_LIKENESS);
  const sameName = (pairing) => fileName(went[pairing.before]) === fileName(came[pairing.after]) ? 1 : 0;
  for (const { before, after } of assignBest(pairings, sameName)) {
    const [beforeFile, afterFile] = [went[before], came[after]];
    if (beforeFile !== void 0 && afterFile !== void 0) pairs.push({ before: beforeFile, after: afterFile });
  }
  return pairs;
}
function fileName(source) {
  return source?.path.slice(source.path.lastIndexOf("/") + 1);
}

// src/core/changes.ts
var LEAST_SIMILARITY = {
  /** Same type, same name, other parameters. */
  otherParameters: 0.3,
  /** Same name elsewhere; in another file the body has to be more than a getter's, and a constructor has no name. */
  sameName: 0.5,
  /** Another name in the same type. */
  sameType: 0.6,
  /** Nothing in common but the body, which then has to be long enough to mean something. */
  bodyAlone: 0.7
};
var TELLING_BODY_CHARACTERS = 60;
var TRIVIAL_BODY_CHARACTERS = 30;
var COMPARED_NAMESAKES = 32;
function findChanges(base, head, tokenize2) {
  const matched = [];
  const went = [];
  const came = [];
  const [baseByPath, headByPath] = [sortedByPath(base), sortedByPath(head)];
  const pairs = pairFiles(baseByPath, headByPath);
  const pairedBefore = new Set(pairs.map((pair) => pair.before));
  const pairedAfter = new Set(pairs.map((pair) => pair.after));
  for (const { before, after } of pairs) {
    const place = `${before.path}
${after.path}`;
    const sameFile = before.path === after.path;
    const keyOf = (id) => sameFile ? id : displayName(id);
    const beforeByKey = new Map(before.units.map((unit) => [keyOf(unit.id), unit]));
    for (const unit of after.units) {
      const previous = beforeByKey.get(keyOf(unit.id));
      if (previous === void 0) came.push({ unit, source: after, place });
      else {
        matched.push({ previous: { unit: previous, source: before }, current: { unit, source: after } });
        beforeByKey.delete(keyOf(unit.id));
      }
    }
    for (const unit of beforeByKey.values()) went.push({ unit, source: before, place });
  }
  for (const source of baseByPath) if (!pairedBefore.has(source)) went.push(...loose(source));
  for (const source of headByPath) if (!pairedAfter.has(source)) came.push(...loose(source));
  const { pairs: bodyPairs, deleted, added } = matchByBody(went, came);
  return classify([...matched, ...bodyPairs], deleted, added, tokenize2);
}
function sortedByPath(sources) {
  return [...sources].sort((a, b) => compareText(a.path, b.path));
}
function loose(source) {
  return source.units.map((unit) => ({ unit, source, place: source.path }));
}
function classify(matched, deleted, added, tokenize2) {
  const changed = added.map((current) => ({ change: "added", current, previous: null }));
  const cosmetic = [];
  const movedOnly = [];
  for (const { previous, current } of matched) {
    const before = bodyOf(previous.source, previous.unit);
    const after = bodyOf(current.source, current.unit);
    const change = changeOf(previous.unit, current.unit);
    if (change === "modified" && before === after) continue;
    const entry = { change, current, previous };
    if (change === "renamed" || !sameTokens(tokenize2, before, after)) changed.push(entry);
    else if (change === "moved") movedOnly.push(entry);
    else cosmetic.push(entry);
  }
  const byId2 = (a, b) => compareText(a.current.unit.id, b.current.unit.id);
  return {
    changed: changed.sort(byId2),
    cosmetic: cosmetic.sort(byId2),
    movedOnly: movedOnly.sort(byId2),
    deleted: [...deleted].sort((a, b) => compareText(a.unit.id, b.unit.id))
  };
}
function changeOf(before, after) {
  if (before.id === after.id) return "modified";
  return signature(before) === signature(after) ? "moved" : "renamed";
}
function signature(unit) {
  return `${unit.name}(${unit.parameters.map((parameter) => parameter.type).join(",")})`;
}
function matchByBody(went, came) {
  const assigned = assignBest(bodyPairings(went, came), (pairing) => kinship(went, came, pairing));
  const pairs = [];
  const matchedBefore = /* @__PURE__ */ new Set();
  const matchedAfter = /* @__PURE__ */ new Set();
  for (const { before, after } of assigned) {
    const [previous, current] = [went[before], came[after]];
    if (previous === void 0 || current === void 0) continue;
    pairs.push({ previous, current });
    matchedBefore.add(before);
    matchedAfter.add(after);
  }
  return {
    pairs,
    deleted: went.filter((_, index) => !matchedBefore.has(index)),
    added: came.filter((_, index) => !matchedAfter.has(index))
  };
}
function bodyPairings(went, came) {
  const pairings = [];
  const seen2 = /* @__PURE__ */ new Set();
  const consider = (before, after) => {
    const key = before * came.length + after;
    if (seen2.has(key)) return;
    seen2.add(key);
    const [previous, current] = [went[before], came[after]];
    if (previous === void 0 || current === void 0) return;
    const likeness2 = bodyLikeness(previous, current);
    if (likeness2 >= leastSimilarity(previous, current)) pairings.push({ before, after, likeness: likeness2 });
  };
  for (const near of [
    (unit) => unit.unit.name,
    (unit) => unit.place,
    (unit) => bodyOf(unit.source, unit.unit)
  ]) {
    const groups = indexBy(went, near);
    for (const [after, unit] of came.entries()) {
      const group = groups.get(near(unit)) ?? [];
      if (group.length <= COMPARED_NAMESAKES) for (const before of group) consider(before, after);
    }
  }
  const bags = (units) => units.map(({ unit, source }) => lineBag(bodyOf(source, unit)));
  for (const { before, after } of likenessCandidates(bags(went), bags(came))) consider(before, after);
  return pairings;
}
function leastSimilarity(previous, current) {
  const sameName = previous.unit.name === current.unit.name;
  const samePlace = previous.place === current.place;
  const sameType = samePlace && previous.unit.typeName === current.unit.typeName;
  if (sameType) return sameName ? LEAST_SIMILARITY.otherParameters : LEAST_SIMILARITY.sameType;
  if (sameName && samePlace) return LEAST_SIMILARITY.sameName;
  const shorter = Math.min(comparedBody(previous).length, comparedBody(current).length);
  const named = sameName && current.unit.name !== CONSTRUCTOR_NAME;
  if (named && shorter > TRIVIAL_BODY_CHARACTERS) return LEAST_SIMILARITY.sameName;
  return shorter >= TELLING_BODY_CHARACTERS ? LEAST_SIMILARITY.bodyAlone : Number.POSITIVE_INFINITY;
}
function kinship(went, came, { before, after }) {
  const [previous, current] = [went[before], came[after]];
  if (previous === void 0 || current === void 0) return 0;
  return (previous.unit.name === current.unit.name ? 4 : 0) + (previous.place === current.place ? 2 : 0) + (previous.unit.typeName === current.unit.typeName ? 1 : 0);
}
function bodyLikeness(previous, current) {
  const [before, after] = [comparedBody(previous), comparedBody(current)];
  return 1 - distance(before, after) / Math.max(before.length, after.length);
}
function comparedBody({ source, unit }) {
  return bodyOf(source, unit).replace(/\s+/g, " ");
}
function indexBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const [index, item] of items.entries()) {
    const group = groups.get(keyOf(item));
    if (group === void 0) groups.set(keyOf(item), [index]);
    else group.push(index);
  }
  return groups;
}

// src/jobs/left-out.ts
var LeftOutCount = class {
  #files = /* @__PURE__ */ new Map();
  #methods = /* @__PURE__ */ new Map();
  /** A whole file, and how many methods of it would have counted where that is known. */
  file(reason, methods) {
    this.#files.set(reason, (this.#files.get(reason) ?? 0) + 1);
    if (methods !== void 0) this.method(reason, methods);
  }
  method(reason, count2 = 1) {
    this.#methods.set(reason, (this.#methods.get(reason) ?? 0) + count2);
  }
  /** What another count holds. */
  addAll(other) {
    for (const [reason, files] of other.#files) this.#files.set(reason, (this.#files.get(reason) ?? 0) + files);
    for (const [reason, methods] of other.#methods) this.method(reason, methods);
  }
  rows() {
    return LEFT_OUT_REASONS.filter((reason) => this.#files.has(reason) || this.#methods.has(reason)).map((reason) => ({
      reason,
      methods: this.#methods.get(reason) ?? null,
      files: this.#files.get(reason) ?? 0
    }));
  }
};

// src/core/source-text.ts
var strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decodeSource(bytes) {
  if (bytes.includes(0)) return null;
  try {
    return { text: strictUtf8.decode(bytes), encoding: "utf-8" };
  } catch {
    return {
      text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"),
      encoding: "latin-1"
    };
  }
}

// src/jobs/read-sources.ts
var LARGEST_SOURCE_BYTES = 32 * 1024 * 1024;
async function* readSources(tree, paths, languages, signal) {
  for await (const { path, bytes } of tree.read(paths.filter((path2) => languages.forPath(path2) !== void 0))) {
    signal.throwIfAborted();
    const language = languages.forPath(path);
    if (bytes !== null && language !== void 0) yield readSource(path, bytes, language);
  }
}
function readSource(path, bytes, language) {
  const note = (kind, lines = []) => ({ path, kind, lines });
  const unparsed = (kind) => {
    return { path, bytes, parsed: null, encoding: "utf-8", language, notes: [note(kind)] };
  };
  if (bytes.length > LARGEST_SOURCE_BYTES) return unparsed("too-large");
  const source = decodeSource(bytes);
  if (source === null) return unparsed("binary");
  const parsed3 = language.parse(path, source.text);
  const notes = [];
  if (source.encoding !== "utf-8") notes.push(note("not-utf-8"));
  if (parsed3.errorLines.length > 0) notes.push(note("partly-parsed", parsed3.errorLines));
  return { path, bytes, parsed: parsed3, encoding: source.encoding, language, notes };
}

// src/jobs/read-change.ts
function sortChange({ before, after }, input) {
  const [anySource] = [...after, ...before];
  const changes = anySource === void 0 ? NO_CHANGES : findChanges(parsed2(before), parsed2(after), anySource.language.tokenize);
  const { countCosmetic } = input.policy;
  const leftOut = new LeftOutCount();
  const scope = new ScopeOf(leftOut);
  return {
    eligible: (countCosmetic ? [...changes.changed, ...changes.cosmetic] : changes.changed).flatMap((change) => eligible(change, input.languages, scope)).sort((a, b) => compareText(a.current.unit.id, b.current.unit.id)),
    cosmetic: (countCosmetic ? [] : changes.cosmetic).filter(({ current }) => scope.holds(current)).map(({ current }) => current.unit.id),
    moved: changes.movedOnly.filter(({ current }) => scope.holds(current)).map(({ current, previous }) => ({ id: current.unit.id, previousId: previous?.unit.id ?? current.unit.id })),
    deleted: changes.deleted.filter((placed) => scope.holds(placed)).map(({ unit }) => unit.id),
    leftOut,
    notes: after.flatMap(({ notes }) => notes)
  };
}
var NO_CHANGES = { changed: [], cosmetic: [], movedOnly: [], deleted: [] };
function parsed2(sources) {
  return sources.flatMap((source) => source.parsed === null ? [] : [source.parsed]);
}
function eligible(change, languages, scope) {
  const language = languages.forPath(change.current.source.path);
  return language !== void 0 && scope.counts(change.current, language) ? [{ ...change, language }] : [];
}
var ScopeOf = class {
  #leftOut;
  #reasons = /* @__PURE__ */ new Map();
  constructor(leftOut) {
    this.#leftOut = leftOut;
  }
  /** Whether the unit's file belongs to the code that counts. */
  holds({ source }) {
    return this.#reason(source) === null;
  }
  /** Whether the unit is to be regenerated; one that is not is counted as left out. */
  counts(placed, language) {
    const known = this.#reasons.has(placed.source);
    const reason = this.#reason(placed.source);
    if (reason !== null) {
      if (known) this.#leftOut.method(reason);
      else this.#leftOut.file(reason, 1);
      return false;
    }
    if (!isEmptyBody(language.tokenize, bodyOf(placed.source, placed.unit))) return true;
    this.#leftOut.method("empty-body");
    return false;
  }
  #reason(source) {
    const known = this.#reasons.get(source);
    if (known !== void 0) return known;
    const reason = pathScope(source.path) ?? (isGeneratedText(source.text) ? "generated" : null);
    this.#reasons.set(source, reason);
    return reason;
  }
};

// src/jobs/replay.ts
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
      for (const parsed3 of learnable(source)) {
        training.learn(parsed3);
        units += parsed3.units.length;
      }
    }
    progress.end();
  }
  return {
    units,
    step({ before, after }) {
      for (const source of before) for (const parsed3 of learnable(source)) training.forget(parsed3);
      for (const source of after) for (const parsed3 of learnable(source)) training.learn(parsed3);
    },
    model(at) {
      const committedAt = new Date(at.committedAt * 1e3).toISOString();
      return { model: training.finish({ project, revision: at.hash, committedAt }).model, trainedAt: at };
    }
  };
}
function learnable({ path, parsed: parsed3 }) {
  return parsed3 === null || pathScope(path) !== null || isGeneratedText(parsed3.text) ? [] : [parsed3];
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
  const known = new LRUCache3({
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
async function next(sources, count2) {
  const taken = [];
  while (taken.length < count2) {
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

// src/jobs/anew-states.ts
async function anewStates2(input) {
  const { plan, from, to, signal } = input;
  const places = new Map(plan.states.map(({ revision: revision2 }, at) => [revision2, at]));
  const window = plan.states.slice(from, to + 1).flatMap((state, index) => {
    const parent = plan.states[from + index - 1];
    return parent === void 0 ? [] : [{ commit: commitOf(state), parent: commitOf(parent) }];
  });
  const states = [];
  for await (const { commit, change, fresh, behind } of replay({
    ...input,
    window,
    project: plan.project,
    progress: UNWATCHED2
  })) {
    const written2 = await writeChanges(stubsOf(change.eligible), fresh.model, { signal });
    states.push({
      at: places.get(commit.hash) ?? 0,
      changes: change.eligible.map(({ change: change2, current: { unit } }, index) => {
        const { similarity, failed } = written2[index] ?? { similarity: 0, failed: true };
        return { id: unit.id, change: change2, similarity, failed };
      }),
      behind: change.eligible.length === 0 ? 0 : behind.commits
      // no model was asked
    });
  }
  return states;
}
function commitOf({ revision: revision2, tree, reachedAt }) {
  return { hash: revision2, tree, committedAt: reachedAt };
}
var UNWATCHED2 = { begin() {
}, advance() {
}, end() {
} };

// src/core/freshness-policy.ts
var DEFAULT_FRESHNESS_POLICY = { line: 0.95 };
function judgeFreshness({ freshness, units }, { line: line2 }) {
  if (units === 0) return { kind: "unknown", reason: "no-units" };
  if (freshness === null) return { kind: "unknown", reason: "knew-nothing" };
  const { value, margin } = freshness;
  if (margin !== null && Math.abs(value - line2) < margin) return { kind: "unknown", reason: "sample-too-small" };
  return value >= line2 ? { kind: "fresh", reason: "at-or-above-line" } : { kind: "stale", reason: "below-line" };
}

// src/core/backtest-walk.ts
function endsWalk(point, end, lastState) {
  if (point.at === lastState) return true;
  return end.kind === "line" ? asksForTraining(point, end.line) : point.at >= end.at;
}
function asksForTraining(point, line2) {
  return judgeFreshness(point, { line: line2 }).kind === "stale";
}

// src/core/student.ts
var LEVELS = {
  0.975: {
    normal: 1.959963984540054,
    few: [12.7062047364, 4.3026527297, 3.1824463053, 2.7764451052, 2.5705818366, 2.4469118487, 2.3646242516]
  },
  0.9: { normal: 1.2815515655446004, few: [3.0776835372, 1.8856180831, 1.6377443536, 1.5332062741] }
};
function studentQuantile(level, degreesOfFreedom) {
  const { normal: z11, few } = LEVELS[level];
  const exact = few[degreesOfFreedom - 1];
  if (exact !== void 0) return exact;
  const first = (z11 ** 3 + z11) / 4;
  const second = (5 * z11 ** 5 + 16 * z11 ** 3 + 3 * z11) / 96;
  const third = (3 * z11 ** 7 + 19 * z11 ** 5 + 17 * z11 ** 3 - 15 * z11) / 384;
  return z11 + first / degreesOfFreedom + second / degreesOfFreedom ** 2 + third / degreesOfFreedom ** 3;
}

// src/core/ledger.ts
function statusOf(unit) {
  if (unit.trained === null) return "new";
  return isSameCode(unit, unit.trained) ? "unchanged" : "modified";
}
function isSameCode(a, b) {
  return a.code === b.code && signatureIn(a) === signatureIn(b);
}
function signatureIn({ id, path }) {
  const name = id.slice(path.length + 1);
  return name.slice(name.lastIndexOf(".", name.indexOf("(")) + 1);
}

// src/core/tally.ts
var NO_RESCORED = { units: 0, sum: 0, former: {} };
var EMPTY_TALLY = {
  untouched: {},
  rescored: { unchanged: NO_RESCORED, modified: NO_RESCORED, new: NO_RESCORED },
  deleted: NO_RESCORED,
  failed: 0
};
function tallyOf(shard) {
  const untouched = {};
  const rescored2 = { unchanged: NO_RESCORED, modified: NO_RESCORED, new: NO_RESCORED };
  let deleted = NO_RESCORED;
  let failed = 0;
  for (const file of shard) {
    for (const unit of file.units) {
      if (unit.score?.failed) failed++;
      if (unit.rescored || unit.trained === null) {
        const status = statusOf(unit);
        rescored2[status] = addRescored(rescored2[status], unit);
      } else {
        const key = String(unit.trained.stratum);
        untouched[key] = addTallies(untouched[key], stratumTallyOf(unit.score?.similarity ?? null));
      }
    }
    for (const trained of file.departed) deleted = addRescored(deleted, { trained, score: null });
  }
  return { untouched, rescored: rescored2, deleted, failed };
}
function stratumTallyOf(similarity) {
  return similarity === null ? { population: 1, drawn: 0, sum: 0, squares: 0 } : { population: 1, drawn: 1, sum: similarity, squares: similarity * similarity };
}
function addRescored(tally2, { trained, score: score2 }) {
  const one = { units: 1, sum: score2?.similarity ?? 0, former: {} };
  if (trained === null) return addRescoredTallies(tally2, one);
  const drawn = trained.similarity === null ? 0 : 1;
  const former = { [String(trained.stratum)]: { units: 1, drawn, sum: trained.similarity ?? 0 } };
  return addRescoredTallies(tally2, { ...one, former });
}
function addLedgerTallies(a, b) {
  return {
    untouched: merged(a.untouched, b.untouched, addTallies),
    rescored: {
      unchanged: addRescoredTallies(a.rescored.unchanged, b.rescored.unchanged),
      modified: addRescoredTallies(a.rescored.modified, b.rescored.modified),
      new: addRescoredTallies(a.rescored.new, b.rescored.new)
    },
    deleted: addRescoredTallies(a.deleted, b.deleted),
    failed: a.failed + b.failed
  };
}
function addRescoredTallies(a, b) {
  return { units: a.units + b.units, sum: a.sum + b.sum, former: merged(a.former, b.former, addFormer) };
}
function addFormer(a, b) {
  return a === void 0 ? b : { units: a.units + b.units, drawn: a.drawn + b.drawn, sum: a.sum + b.sum };
}
function addTallies(a, b) {
  if (a === void 0) return b;
  return {
    population: a.population + b.population,
    drawn: a.drawn + b.drawn,
    sum: a.sum + b.sum,
    squares: a.squares + b.squares
  };
}
function merged(a, b, add) {
  const all = { ...a };
  for (const [stratum2, tally2] of Object.entries(b)) all[stratum2] = add(all[stratum2], tally2);
  return all;
}

// src/core/estimate.ts
var NO_UNITS = { population: 0, drawn: 0, sum: 0, squares: 0 };
function totalOf({ population, drawn, sum }) {
  return drawn === population ? sum : drawn === 0 ? 0 : population / drawn * sum;
}
function meanOf(tally2) {
  return tally2.population === 0 ? 0 : totalOf(tally2) / tally2.population;
}
function isCensus({ before, now }) {
  return before.drawn === before.population && now.drawn === now.population;
}
function collapse(pairs) {
  const told = [];
  let open3 = null;
  for (const [index, pair] of pairs.entries()) {
    const single = { ...pair, members: [index], totalBefore: totalOf(pair.before) };
    open3 = open3 === null ? single : joined2(open3, single);
    if (!tells(open3)) continue;
    told.push(open3);
    open3 = null;
  }
  if (open3 === null) return told;
  const last = told.pop();
  return [...told, last === void 0 ? open3 : joined2(last, open3)];
}
function tells(pair) {
  return isCensus(pair) || (pair.now.population === 0 || pair.now.drawn >= 2) && pair.before.drawn >= 2;
}
function joined2(a, b) {
  return {
    before: addTallies(a.before, b.before),
    now: addTallies(a.now, b.now),
    members: [...a.members, ...b.members],
    totalBefore: a.totalBefore + b.totalBefore
  };
}
function marginOf(pairs, { now: a, before: b }) {
  let variance = 0;
  let freedom = 0;
  for (const pair of pairs) {
    const { population: N, drawn: n, sum, squares } = pair.before;
    const { population: left, drawn, sum: sumNow, squares: squaresNow } = pair.now;
    const relevant = a !== 0 && drawn < left || b !== 0 && n < N;
    if (!relevant || n < 2) continue;
    const weight = drawn > 0 && drawn < left ? a * (left / drawn) * (n / N) : 0;
    const slope = weight - b;
    const offset = drawn === 0 ? 0 : -weight * sumNow / drawn;
    const zSum = slope * sumNow + drawn * offset - b * (sum - sumNow);
    const zSquares = slope * slope * squaresNow + 2 * slope * offset * sumNow + drawn * offset * offset + b * b * (squares - squaresNow);
    const spread = Math.max(0, (zSquares - zSum * zSum / n) / (n - 1));
    variance += N * N * (1 - n / N) * spread / n;
    freedom += n - 1;
  }
  return freedom === 0 ? null : studentQuantile(0.975, freedom) * Math.sqrt(variance);
}

// src/core/freshness.ts
function meansOf(then, tally2) {
  const strata = collapse(then.map((stratum2, index) => ({ before: stratum2, now: tally2.untouched[index] ?? NO_UNITS })));
  const rescored2 = Object.values(tally2.rescored);
  const units = sumOf(strata, ({ now: now2 }) => now2.population) + sumOf(rescored2, (part2) => part2.units);
  const totalNow = sumOf(strata, ({ now: now2 }) => totalOf(now2)) + sumOf(rescored2, (part2) => part2.sum);
  const unitsThen = sumOf(then, ({ population }) => population);
  const meanThen = unitsThen === 0 ? 0 : sumOf(strata, ({ totalBefore }) => totalBefore) / unitsThen;
  const now = units === 0 ? null : { value: totalNow / units, margin: marginOf(strata, { now: 1 / units, before: 0 }) };
  const marginThen = unitsThen === 0 ? null : marginOf(strata, { now: 0, before: 1 / unitsThen });
  const baseline = { value: meanThen, margin: marginThen, units: unitsThen };
  return {
    units,
    scored: sumOf(strata, (pair) => pair.now.drawn) + sumOf(rescored2, (part2) => part2.units),
    failed: tally2.failed,
    now,
    baseline,
    freshness: now === null || meanThen === 0 ? null : freshnessOf(strata, tally2, units, now.value, baseline)
  };
}
function freshnessOf(strata, tally2, units, meanNow, { value: mean, units: unitsThen }) {
  const former = formerSums(strata, tally2);
  const point = 100 / (units * mean);
  const untouched = sumOf(strata, ({ now }) => now.population);
  const { unchanged, modified, new: added } = tally2.rescored;
  const { deleted } = tally2;
  const parts = {
    unchanged: { units: untouched + unchanged.units, points: point * (unchanged.sum - former(unchanged)) },
    modified: { units: modified.units, points: point * (modified.sum - former(modified)) },
    new: { units: added.units, points: point * (added.sum - added.units * mean) },
    deleted: { units: deleted.units, points: point * (deleted.units * mean - former(deleted)) }
  };
  const points = parts.unchanged.points + parts.modified.points + parts.new.points + parts.deleted.points;
  const weights = { now: 1 / (units * mean), before: meanNow / (mean * mean * unitsThen) };
  return { value: 1 + points / 100, margin: marginOf(strata, weights), parts };
}
function formerSums(strata, tally2) {
  const parts = [tally2.rescored.unchanged, tally2.rescored.modified, tally2.deleted];
  const guess = (part2, { before, members }) => sumOf(members, (stratum2) => {
    const { units, drawn, sum } = part2.former[stratum2] ?? NO_FORMER;
    return units === drawn ? sum : sum + (units - drawn) * meanOf(before);
  });
  const unitsIn = (part2, { members }) => sumOf(members, (stratum2) => part2.former[stratum2]?.units ?? 0);
  const wanting = strata.map((pair) => {
    const touched = sumOf(parts, (part2) => unitsIn(part2, pair));
    if (touched === 0 || isCensus(pair)) return 0;
    return (pair.totalBefore - totalOf(pair.now) - sumOf(parts, (part2) => guess(part2, pair))) / touched;
  });
  return (part2) => strata.reduce((sum, pair, index) => sum + guess(part2, pair) + unitsIn(part2, pair) * (wanting[index] ?? 0), 0);
}
var NO_FORMER = { units: 0, drawn: 0, sum: 0 };
function sumOf(items, numberOf) {
  return items.reduce((sum, item) => sum + numberOf(item), 0);
}

// src/core/ledger-history.ts
var KEPT_ONE_BY_ONE = 100;
function withPoint(history, point) {
  const before = history.at(-1)?.revision === point.revision ? history.slice(0, -1) : history;
  const old = before.slice(0, -KEPT_ONE_BY_ONE);
  const thinned = old.filter((point2, index) => point2.committedAt === null || dayOf(point2) !== dayOf(before[index + 1]));
  return [...thinned, ...before.slice(-KEPT_ONE_BY_ONE), point];
}
function dayOf(point) {
  return point?.committedAt?.slice(0, 10);
}

// src/core/random.ts
function randomOf(seed, name) {
  return seededRandom(hash32(name, seed))();
}
function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}
function hash32(text, seed = 0) {
  let hash = 2166136261 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ unit & 255, 16777619);
    hash = Math.imul(hash ^ unit >>> 8, 16777619);
  }
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  hash = Math.imul(hash ^ hash >>> 13, 3266489909);
  return (hash ^ hash >>> 16) >>> 0;
}

// src/core/shards.ts
var SHARD_COUNT = 256;
function shardOf(path) {
  return (hash32(path) % SHARD_COUNT).toString(16).padStart(2, "0");
}
function withFiles(shards, touched) {
  const unitsByPath = groupBy(touched.units, ({ path }) => path);
  const departedByPath = groupBy(touched.departed, ({ path }) => path);
  const paths = /* @__PURE__ */ new Set([...touched.paths, ...unitsByPath.keys(), ...departedByPath.keys()]);
  const after = /* @__PURE__ */ new Map();
  for (const [name, ofShard] of groupBy([...paths], shardOf)) {
    const files = new Map((shards.get(name) ?? []).map((file) => [file.path, file]));
    for (const path of ofShard) {
      const old = touched.paths.has(path) ? void 0 : files.get(path);
      const units = [...old?.units ?? [], ...unitsByPath.get(path) ?? []].sort(byId);
      const departed = [...old?.departed ?? [], ...departedByPath.get(path) ?? []].sort(byId);
      if (units.length + departed.length === 0) files.delete(path);
      else files.set(path, { path, units, departed });
    }
    after.set(
      name,
      [...files.values()].sort((a, b) => compareText(a.path, b.path))
    );
  }
  return after;
}
function byId(a, b) {
  return compareText(a.id, b.id);
}
function groupBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === void 0) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

// src/core/strata.ts
var LEAST_DRAWN = 4;
var SIZE_CLASSES = 4;
var MOST_BLOCKS = 16;
function census(units) {
  const ids = units.map(({ id }) => id);
  return { count: 1, stratumOf: new Map(ids.map((id) => [id, 0])), drawn: new Set(ids) };
}
function drawSample(units, { size, seed }) {
  if (size >= units.length) return census(units);
  const groups = stratify(units, size);
  const quotas = allocate(
    groups.map(({ length }) => length),
    size
  );
  const stratumOf = /* @__PURE__ */ new Map();
  const drawn = /* @__PURE__ */ new Set();
  for (const [stratum2, members] of groups.entries()) {
    for (const { id } of members) stratumOf.set(id, stratum2);
    const lots = members.map(({ id }) => ({ id, lot: randomOf(seed, id) }));
    lots.sort((a, b) => a.lot - b.lot || compareText(a.id, b.id));
    for (const { id } of lots.slice(0, quotas[stratum2])) drawn.add(id);
  }
  return { count: groups.length, stratumOf, drawn };
}
function stratify(units, size) {
  const affordable = Math.max(1, Math.floor(size / LEAST_DRAWN));
  const classes = Math.min(SIZE_CLASSES, affordable);
  const blocks = Math.min(MOST_BLOCKS, Math.max(1, Math.floor(affordable / classes)));
  const byPlace = [...units].sort((a, b) => compareText(a.path, b.path) || compareText(a.id, b.id));
  return evenParts(byPlace, blocks).flatMap(
    (block) => evenParts(
      block.sort((a, b) => a.length - b.length || compareText(a.id, b.id)),
      classes
    )
  );
}
function evenParts(items, parts) {
  const bounds = Array.from({ length: parts + 1 }, (_, part2) => Math.round(part2 * items.length / parts));
  return bounds.slice(1).map((end, part2) => items.slice(bounds[part2], end)).filter(({ length }) => length > 0);
}
function allocate(populations, size) {
  const all = populations.reduce((sum, population) => sum + population, 0);
  const exact = populations.map((population) => size * population / all);
  const quotas = exact.map(Math.floor);
  let left = size - quotas.reduce((sum, quota) => sum + quota, 0);
  const byRemainder = [...exact.keys()].sort((a, b) => remainder(exact[b]) - remainder(exact[a]) || a - b);
  for (const stratum2 of byRemainder) {
    if (left-- <= 0) break;
    quotas[stratum2] = (quotas[stratum2] ?? 0) + 1;
  }
  return quotas.map((quota, stratum2) => Math.min(populations[stratum2] ?? 0, Math.max(2, quota)));
}
function remainder(value = 0) {
  return value - Math.floor(value);
}

// src/core/ledger-head.ts
function beginLedger({ model, trainedAt, sample, units, scores }) {
  const strata = sample === null ? census(units) : drawSample(units, sample);
  const baseline = Array.from({ length: strata.count }, () => NOTHING2);
  const entries = units.map((facts) => {
    const stratum2 = strata.stratumOf.get(facts.id) ?? 0;
    const score2 = scores.get(facts.id) ?? null;
    const similarity = score2?.similarity ?? null;
    baseline[stratum2] = addTallies(baseline[stratum2], stratumTallyOf(similarity));
    const { id, path, code } = facts;
    return { ...facts, score: score2, trained: { id, path, code, stratum: stratum2, similarity }, rescored: false };
  });
  const paths = new Set(units.map(({ path }) => path));
  const shards = withFiles(/* @__PURE__ */ new Map(), { paths, units: entries, departed: [] });
  const beginning2 = { schemaVersion: 1, model, trainedAt, standsAt: trainedAt, sample, baseline };
  return { head: withShards({ ...beginning2, shards: {}, history: [] }, shards), shards };
}
var NOTHING2 = { population: 0, drawn: 0, sum: 0, squares: 0 };
function withShards(head, shards) {
  const tallies = new Map(Object.entries(head.shards));
  for (const [name, shard] of shards) {
    if (shard.length === 0) tallies.delete(name);
    else tallies.set(name, tallyOf(shard));
  }
  const now = { ...head, shards: Object.fromEntries([...tallies].sort(([a], [b]) => compareText(a, b))) };
  const { freshness, units } = ledgerMeans(now);
  if (freshness === null) return now;
  const { value, margin } = freshness;
  return { ...now, history: withPoint(head.history, { ...head.standsAt, freshness: value, margin, units }) };
}
function ledgerMeans({ baseline, shards }) {
  const tally2 = Object.keys(shards).sort().reduce((sum, name) => addLedgerTallies(sum, shards[name] ?? EMPTY_TALLY), EMPTY_TALLY);
  return meansOf(baseline, tally2);
}
function filesIn(shards) {
  return new Map([...shards.values()].flatMap((shard) => shard.map((file) => [file.path, file])));
}

// src/jobs/in-place-scores.ts
var InPlaceScores = class {
  #scoring;
  #known = /* @__PURE__ */ new Map();
  /** Those of the last call that the budget did not suffice for. */
  unasked = [];
  constructor(scoring) {
    this.#scoring = scoring;
  }
  /** The scores of those of the units that are wanted; a failed one counts as its stub. */
  async of(units, wanted) {
    const { model, journal = null, progress, signal } = this.#scoring;
    const asked = units.filter(({ unit: { id } }) => wanted.has(id) && !this.#known.has(id));
    progress.begin("writing again", asked.length);
    const rewriting = { model, samples: 1, signal, progress, journal };
    const unasked = [];
    for await (const { item, regeneration } of rewrite(tasksOf(asked), rewriting)) {
      const { unit, source } = item.placed;
      if (regeneration.kind === "unasked") {
        unasked.push(unit.id);
        continue;
      }
      const body = regeneration.kind === "regenerated" ? regeneration.body : EMPTY_BODY;
      const measurement = measureBody(bodyOf(source, unit), body);
      const failed = regeneration.kind === "failed";
      const row = {
        id: unit.id,
        path: unit.path,
        line: unit.line,
        distance: failed ? null : measurement.distance,
        similarity: failed ? null : measurement.similarity,
        failure: failed ? { reason: regeneration.reason, detail: regeneration.detail } : null,
        confidence: failed ? null : regeneration.confidence ?? null
      };
      this.#known.set(unit.id, { row, measurement: { ...measurement, failed } });
    }
    progress.end();
    this.unasked = unasked;
    const scores = /* @__PURE__ */ new Map();
    for (const id of wanted) {
      const known = this.#known.get(id);
      if (known === void 0) continue;
      scores.set(id, { similarity: known.measurement.similarity, failed: known.measurement.failed });
    }
    return scores;
  }
  /** Sorted by id. */
  rowsOf(ids) {
    const found = [...ids].sort().flatMap((id) => this.#known.get(id) ?? []);
    return { rows: found.map(({ row }) => row), measurements: found.map(({ measurement }) => measurement) };
  }
};
function* tasksOf(units) {
  for (const placed of units) yield { placed, stub: stubInPlace(placed.source, placed.unit) };
}

// src/jobs/train.ts
async function train(input) {
  const { tree, languages, training, progress, signal } = input;
  const leftOut = new LeftOutCount();
  const notes = [];
  const all = (await tree.list()).filter((path) => languages.forPath(path) !== void 0);
  if (all.length === 0) throw noSources(input.origin.revision);
  const paths = all.filter((path) => {
    const reason = input.scope === "main" ? pathScope(path) : null;
    if (reason !== null) leftOut.file(reason);
    return reason === null;
  });
  progress.begin("training", paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    progress.advance();
    notes.push(...source.notes);
    if (source.parsed === null) continue;
    if (input.scope === "main" && isGeneratedText(source.parsed.text)) leftOut.file("generated");
    else training.learn(source.parsed);
  }
  const trained = training.finish(input.origin);
  progress.end();
  return { ...trained, card: trained.model.card, leftOut: leftOut.rows(), notes };
}
function noSources(where) {
  return new ExpectedFailure(
    "no-source-files",
    `there are no Java files in ${where}`,
    "Name a Java project with --repo DIR, or another revision."
  );
}

// src/jobs/unit-facts.ts
import { createHash as createHash5 } from "node:crypto";
function unitsThatCount(source, language) {
  if (pathScope(source.path) !== null || isGeneratedText(source.text)) return [];
  return source.units.filter((unit) => !isEmptyBody(language.tokenize, bodyOf(source, unit))).map((unit) => ({ facts: factsOf(source, unit, language), unit, source, language }));
}
function factsOf(source, unit, { tokenize: tokenize2 }) {
  const body = bodyOf(source, unit);
  const { id, path, kind, name, parameters, returnType, modifiers, throws, javadoc } = unit;
  return {
    id,
    path,
    text: hashOf2([body]),
    header: hashOf2([kind, name, returnType, javadoc, parameters, modifiers, throws]),
    code: hashOf2(significant(tokenize2(body)).map(({ text }) => text)),
    length: body.length
  };
}
var HASH_CHARACTERS = 12;
function hashOf2(parts) {
  return createHash5("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, HASH_CHARACTERS);
}

// src/core/reconcile.ts
function reconcile({ before, now, lineage, byBody }) {
  const leaving = new Map(before.flatMap(({ units }) => units.map((unit) => [unit.id, unit])));
  const departed = new Map(before.flatMap((file) => file.departed.map((unit) => [unit.id, unit])));
  const predecessors = /* @__PURE__ */ new Map();
  const follow2 = (facts, predecessor) => {
    if (predecessor === void 0 || predecessors.has(facts.id) || !leaving.delete(predecessor.id)) return;
    predecessors.set(facts.id, predecessor);
  };
  for (const facts of now) follow2(facts, leaving.get(lineage.get(facts.id) ?? ""));
  for (const facts of now) follow2(facts, leaving.get(facts.id));
  if (byBody) matchByBody2(now, predecessors, leaving, follow2);
  const kept2 = [];
  const toScore = [];
  let moved2 = 0;
  for (const facts of now) {
    const predecessor = predecessors.get(facts.id);
    const trained = predecessor === void 0 ? returning(facts, departed, byBody) : predecessor.trained;
    if (predecessor !== void 0 && predecessor.text === facts.text && predecessor.header === facts.header) {
      if (predecessor.id !== facts.id) moved2++;
      kept2.push({ ...facts, score: predecessor.score, trained, rescored: predecessor.rescored });
    } else toScore.push({ ...facts, trained });
  }
  const deleted = [...leaving.values()];
  for (const { trained } of deleted) if (trained !== null) departed.set(trained.id, trained);
  return { kept: kept2, toScore, moved: moved2, deleted, departed: sortedById([...departed.values()]) };
}
var TELLING_LENGTH = 60;
function matchByBody2(now, predecessors, leaving, follow2) {
  for (const key of ["text", "code"]) {
    for (const sameSignature of [true, false]) {
      const byBody = /* @__PURE__ */ new Map();
      for (const unit of leaving.values()) byBody.set(unit[key], [...byBody.get(unit[key]) ?? [], unit]);
      for (const facts of now) {
        if (predecessors.has(facts.id) || !sameSignature && facts.length < TELLING_LENGTH) continue;
        const alike = (byBody.get(facts[key]) ?? []).filter(
          (unit) => leaving.has(unit.id) && (!sameSignature || isSameCode({ ...unit, code: facts.code }, facts))
        );
        follow2(facts, sortedById(alike)[0]);
      }
    }
  }
}
function returning(facts, departed, byBody) {
  const back = departed.get(facts.id) ?? (byBody ? [...departed.values()].find((unit) => isSameCode(unit, facts)) : void 0);
  if (back === void 0) return null;
  departed.delete(back.id);
  return back;
}
function sortedById(items) {
  return [...items].sort((a, b) => compareText(a.id, b.id));
}

// src/core/report-parts.ts
var REPORT_SCHEMA_VERSION = 1;

// src/jobs/asking-facts.ts
function askingFacts(model, unasked) {
  const usage = model.usage?.();
  return {
    ...usage === void 0 ? {} : { usage },
    ...unasked.length === 0 ? {} : { unasked: [...unasked].sort() }
  };
}

// src/jobs/model-silent.ts
function requireSomeAnswer(rows, name, remedy) {
  const [first] = rows;
  if (first === void 0 || !rows.every(({ failure }) => failure !== null && isSilence(failure.reason))) return;
  throw new ExpectedFailure(
    "model-unavailable",
    `${name} gave no answer to any of ${rows.length} ${rows.length === 1 ? "method" : "methods"} (${first.failure?.detail})`,
    remedy
  );
}
var LEDGER_LEFT = "The ledger was left as it is; run the command again when the model answers.";

// src/jobs/fill-ledger.ts
function ledgerBusy() {
  return new ExpectedFailure(
    "ledger-busy",
    "other runs keep changing the ledger",
    "Run the command again when they are done."
  );
}

// src/jobs/ledger-change.ts
async function readLedgerChange(input) {
  const base = await resolveIfThere(input.repository, input.head.standsAt.revision);
  return base === null ? readWhole(input) : readDifference(input, base);
}
async function resolveIfThere(repository, revision2) {
  try {
    return await repository.resolve(revision2);
  } catch (error) {
    if (error instanceof ExpectedFailure && ["unknown-revision", "shallow-clone"].includes(error.code)) return null;
    throw error;
  }
}
async function readDifference(input, base) {
  const { repository, target, languages } = input;
  const changed = (await repository.changedFiles(base, target)).filter(({ path }) => languages.forPath(path));
  const pathsBut = (status) => changed.filter((file) => file.status !== status).map(({ path }) => path);
  const before = await read(repository.tree(base), pathsBut("added"), input);
  const after = await read(repository.tree(target), pathsBut("deleted"), input);
  const lineage = /* @__PURE__ */ new Map();
  const [language] = changed.flatMap(({ path }) => languages.forPath(path) ?? []);
  if (language !== void 0) {
    const changes = findChanges(before.sources, after.sources, language.tokenize);
    for (const { current, previous } of [...changes.changed, ...changes.movedOnly, ...changes.cosmetic])
      if (previous !== null && previous.unit.id !== current.unit.id) lineage.set(current.unit.id, previous.unit.id);
  }
  const paths = new Set(changed.map(({ path }) => path));
  return { route: "by-difference", paths, now: after.units, lineage, notes: after.notes };
}
async function readWhole(input) {
  const tree = input.repository.tree(input.target);
  const { units, notes } = await read(tree, await tree.list(), input);
  return { route: "by-body", paths: null, now: units, lineage: /* @__PURE__ */ new Map(), notes };
}
async function read(tree, paths, { languages, progress, signal }) {
  const [sources, units, notes] = [[], [], []];
  progress.begin("reading the change", paths.length);
  for await (const source of readSources(tree, paths, languages, signal)) {
    progress.advance();
    notes.push(...source.notes);
    if (source.parsed === null) continue;
    sources.push(source.parsed);
    units.push(...unitsThatCount(source.parsed, source.language));
  }
  progress.end();
  return { sources, units, notes };
}

// src/jobs/speaking-ledger.ts
function requireSameTraining({ name, fingerprint, trainedAt }, head) {
  if (trainedAt === null || trainedAt.revision === head.trainedAt.revision) return;
  throw new ExpectedFailure(
    "ledger-of-another-model",
    `the ledger of ${name} (fingerprint ${fingerprint.slice(0, 12)}) counts from its training at ${head.trainedAt.revision.slice(0, 7)}, but this model’s card says that it was trained at ${trainedAt.revision.slice(0, 7)}`,
    `Begin its ledger anew with \`palimpsest evaluate --protocol in-place --revision ${trainedAt.revision}\`.`
  );
}

// src/jobs/update.ts
var ATTEMPTS = 10;
async function update(input) {
  if (input.target.hash === WORKTREE) throw notACommit();
  const scores = new InPlaceScores(input);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      const stored = await ownLedger(input.store, input.model.card);
      const route = await settledRoute(stored, input);
      if (route !== null) return await finished(reportOf(input, stored, stored, NOTHING_DONE(route), scores), input);
      const step2 = await takeStep(stored, input, scores);
      if (step2 === "budget-spent")
        return await finished(reportOf(input, stored, stored, NOTHING_DONE(step2), scores), input);
      if (await input.store.save(stored.version, step2.pages))
        return await finished(reportOf(input, stored, step2.pages, step2, scores), input);
    } catch (error) {
      if (!(error instanceof ExpectedFailure && error.code === "ledger-busy")) throw error;
    }
    input.signal.throwIfAborted();
  }
  throw ledgerBusy();
}
async function finished(report, { journal }) {
  await journal?.finish();
  return report;
}
function notACommit() {
  return new ExpectedFailure(
    "bad-setting",
    "the ledger stands at commits, not at a work tree",
    "Commit first, or name a revision."
  );
}
async function settledRoute({ head }, { repository, target }) {
  if (head.standsAt.revision === target.hash) return "already-there";
  const standsAt = await repository.resolve(head.standsAt.revision).catch(() => null);
  if (standsAt === null) return null;
  return await repository.isAncestor(target.hash, standsAt) === true ? "already-later" : null;
}
async function ownLedger(store, card) {
  const stored = await store.load(card.fingerprint);
  if (stored === null) throw (await store.fingerprints()).length === 0 ? noLedger() : anothersLedger(card);
  requireSameTraining(card, stored.head);
  return stored;
}
function noLedger() {
  return new ExpectedFailure(
    "no-ledger",
    "there is no ledger yet",
    "Fill one with `palimpsest evaluate --protocol in-place --revision REV`, REV being what the model was trained on."
  );
}
function anothersLedger({ name, trainedAt, fingerprint }) {
  const revision2 = trainedAt?.revision ?? "the revision that it was trained on";
  return new ExpectedFailure(
    "ledger-of-another-model",
    `the ledger here belongs to another model than ${name} (fingerprint ${fingerprint.slice(0, 12)})`,
    `Start this model’s own with \`palimpsest evaluate --protocol in-place --revision ${revision2}\`.`
  );
}
var NOTHING_DONE = (route) => ({
  route,
  done: { kept: [], moved: 0, deleted: [] },
  scored: [],
  notes: []
});
async function takeStep(stored, input, scores) {
  const { target } = input;
  const change = await readLedgerChange({ ...input, head: stored.head });
  const shards = await shardsOf(stored, change);
  const files = filesIn(shards);
  const paths = change.paths ?? /* @__PURE__ */ new Set([...files.keys(), ...change.now.map(({ facts }) => facts.path)]);
  const done = reconcile({
    before: [...files.values()].filter(({ path }) => paths.has(path)),
    now: change.now.map(({ facts }) => facts),
    lineage: change.lineage,
    byBody: change.route === "by-body"
  });
  const fresh = await scores.of(change.now, new Set(done.toScore.map(({ id }) => id)));
  await requireAnswers(scores.rowsOf([...fresh.keys()]).rows, input);
  if (scores.unasked.length > 0) return "budget-spent";
  const scored = done.toScore.map((unit) => ({ ...unit, score: scoreOf(fresh, unit.id), rescored: true }));
  const touched = withFiles(shards, { paths, units: [...done.kept, ...scored], departed: done.departed });
  const standsAt = { revision: target.hash, committedAt: target.committedAt };
  const head = withShards({ ...stored.head, standsAt }, touched);
  return { route: change.route, done, scored, notes: change.notes, pages: { head, shards: touched } };
}
async function requireAnswers(rows, { model, journal }) {
  try {
    requireSomeAnswer(rows, model.card.name, LEDGER_LEFT);
  } catch (error) {
    await journal?.finish();
    throw error;
  }
}
async function shardsOf(stored, { paths }) {
  if (paths === null) return stored.shards(Object.keys(stored.head.shards));
  const shards = await stored.shards([...new Set([...paths].map(shardOf))]);
  const trainedIn = [...filesIn(shards).values()].filter(({ path }) => paths.has(path)).flatMap(({ units }) => units.flatMap(({ trained }) => trained === null ? [] : [shardOf(trained.path)]));
  const further = await stored.shards([...new Set(trainedIn)].filter((name) => !shards.has(name)));
  return new Map([...shards, ...further]);
}
function scoreOf(scores, id) {
  const score2 = scores.get(id);
  if (score2 === void 0) throw new Error(`${id} was not scored`);
  return score2;
}
var REPORTED_POINTS = 30;
function reportOf({ model, policy, target }, before, { head }, { route, done, scored, notes }, scores) {
  const { rows, measurements } = scores.rowsOf(scored.map(({ id }) => id));
  const means = ledgerMeans(head);
  const { trainedAt, standsAt } = head;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    kind: "update",
    protocol: "in-place",
    route,
    from: { name: before.head.standsAt.revision, revision: before.head.standsAt.revision },
    to: route === "already-later" || route === "budget-spent" ? { name: standsAt.revision, revision: standsAt.revision } : { name: target.name, revision: target.hash },
    model: model.card,
    ...askingFacts(model, route === "budget-spent" ? scores.unasked : []),
    sample: head.sample,
    units: {
      kept: means.units - scored.length - done.moved,
      scored: scored.length,
      moved: done.moved,
      deleted: done.deleted.length
    },
    ledger: {
      trainedAt,
      verdict: judgeFreshness(means, policy),
      line: policy.line,
      ...means,
      history: head.history.slice(-REPORTED_POINTS)
    },
    summary: summarize([], measurements),
    stub: summarizeStubs([], measurements),
    files: [],
    methods: rows,
    leftOut: [],
    notes
  };
}

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
  for (let next2 = at + 1; next2 <= lastState; next2++) {
    signal.throwIfAborted();
    const point = await step(next2, ledger, model, input);
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
  const revision2 = revisionOf(stateAt(plan, from));
  const origin2 = { project: plan.project, revision: revision2.hash, committedAt: revision2.committedAt };
  const tree = repository.tree(revision2);
  return (await train({ tree, origin: origin2, scope: "main", languages, training, progress: UNWATCHED3, signal })).model;
}
async function beginAt({ plan, from, ...reading }, model) {
  const { repository, languages, signal } = reading;
  const state = stateAt(plan, from);
  const tree = repository.tree(revisionOf(state));
  const paths = await tree.list();
  const units = [];
  for await (const { parsed: parsed3, language } of readSources(tree, paths, languages, signal))
    if (parsed3 !== null) units.push(...unitsThatCount(parsed3, language).map(({ facts }) => facts));
  const drawn = plan.sample === null ? new Set(units.map(({ id }) => id)) : drawSample(units, plan.sample).drawn;
  const toRead = [...new Set(units.flatMap(({ id, path }) => drawn.has(id) ? [path] : []))];
  const scores = /* @__PURE__ */ new Map();
  for await (const { parsed: parsed3, language } of readSources(tree, toRead, languages, signal)) {
    if (parsed3 === null) continue;
    const inPlace = new InPlaceScores({ model, progress: UNWATCHED3, signal });
    for (const [id, score2] of await inPlace.of(unitsThatCount(parsed3, language), drawn)) scores.set(id, score2);
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
    progress: UNWATCHED3,
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
    const score2 = units.get(id) ?? null;
    return score2 === null ? [] : [{ id, ...score2 }];
  });
}
function pointOf(at, ledger, scored, scores) {
  const { units, now, freshness } = ledgerMeans(ledger.pages().head);
  return { at, units, now, freshness, scored, scores };
}
function knowing(states, repository) {
  const places = new Map(states.map(({ revision: revision2 }, at) => [revision2, at]));
  return {
    identity: () => repository.identity(),
    defaultBranch: () => repository.defaultBranch(),
    mergeBase: (base, head) => repository.mergeBase(base, head),
    changedFiles: (base, head) => repository.changedFiles(base, head),
    tree: (revision2) => repository.tree(revision2),
    async resolve(revision2) {
      const state = states[places.get(revision2) ?? -1];
      return state === void 0 ? repository.resolve(revision2) : revisionOf(state);
    },
    async isAncestor(ancestor, revision2) {
      const [a, b] = [places.get(ancestor), places.get(revision2.hash)];
      return a === void 0 || b === void 0 ? repository.isAncestor(ancestor, revision2) : a <= b;
    }
  };
}
function stateAt({ states }, at) {
  const state = states[at];
  if (state === void 0) throw new RangeError(`the plan has no state ${at}`);
  return state;
}
function revisionOf({ revision: revision2, reachedAt }) {
  return { hash: revision2, name: revision2, committedAt: new Date(reachedAt * 1e3).toISOString() };
}
var UNWATCHED3 = { begin() {
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
      const states = await anewStates2({ ...shared, from, to, history, extensions: languages.main.extensions });
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

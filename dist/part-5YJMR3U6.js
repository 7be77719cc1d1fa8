import {
  CONSTRUCTOR_NAME,
  FAILURE_REASONS,
  bodyOf,
  displayName,
  ensureStateFolder,
  inStateFolder,
  indentAt,
  isSilence,
  lineEndOf,
  makeParentFolder,
  modelPath,
  parseModelCard,
  readCard,
  readModelFile,
  readSettingsFile,
  writeCard,
  writeFailure,
  writeOutput
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure,
  systemErrorCode
} from "./part-YGOHBTLK.js";

// src/files/directory.ts
import { lstat, opendir, readFile, stat } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { basename, dirname } from "node:path/posix";
import { pMapIterable } from "p-map";
var SKIPPED_FOLDERS = /* @__PURE__ */ new Set([".git", ".hg", ".svn", ".palimpsest"]);
async function openDirectory(directory, except = []) {
  const root = resolve(directory);
  const stats = await stat(root).catch((error) => {
    throw unreadable(directory, error);
  });
  if (!stats.isDirectory()) {
    throw new ExpectedFailure(
      "not-a-directory",
      `${directory} is not a directory`,
      "Name the directory that holds the sources."
    );
  }
  const excepted = new Set(except.map((path) => resolve(path)));
  return { list: () => list(root, excepted), read: (paths) => read(root, paths) };
}
async function list(root, excepted) {
  const paths = [];
  const pending = [root];
  for (let folder = pending.pop(); folder !== void 0; folder = pending.pop()) {
    const entries = await opendir(folder).catch((error) => {
      throw unreadable(folder ?? root, error);
    });
    for await (const entry of entries) {
      const full = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !excepted.has(full)) pending.push(full);
      } else if (entry.isFile()) paths.push(relative(root, full).split(sep).join("/"));
    }
  }
  return paths.sort();
}
var READ_AHEAD = 16;
function read(root, paths) {
  const folders = /* @__PURE__ */ new Map([[".", true]]);
  return pMapIterable(
    paths,
    async (path) => ({ path, bytes: await isRegularFile(root, path, folders) ? await readBytes(root, path) : null }),
    { concurrency: READ_AHEAD }
  );
}
async function isRegularFile(root, path, folders) {
  const stats = await lstat(join(root, path)).catch(() => void 0);
  return stats?.isFile() === true && await isFolder(root, dirname(path), folders);
}
async function isFolder(root, folder, known) {
  const answer = known.get(folder);
  if (answer !== void 0) return answer;
  const name = basename(folder);
  const stats = name === ".." || name === "" ? void 0 : await lstat(join(root, folder)).catch(() => void 0);
  const found = stats?.isDirectory() === true && await isFolder(root, dirname(folder), known);
  known.set(folder, found);
  return found;
}
async function readBytes(root, path) {
  try {
    return await readFile(join(root, path));
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return null;
    throw unreadable(path, error);
  }
}
function unreadable(path, error) {
  const missing = systemErrorCode(error) === "ENOENT";
  return new ExpectedFailure(
    missing ? "not-a-directory" : "not-readable",
    missing ? `there is no directory ${path}` : `${path} cannot be read (${systemErrorCode(error) ?? "unknown reason"})`,
    missing ? "Check the path." : "Check its permissions.",
    { cause: error }
  );
}

// src/files/output-tree.ts
import { lstat as lstat2, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename as basename2, dirname as dirname2, join as join2, relative as relative2, resolve as resolve2, sep as sep2 } from "node:path";
var WRITES_AT_ONCE = 16;
var MARKER = ".palimpsest-output";
async function openOutputTree(destination, inputs) {
  const target = resolve2(destination);
  for (const input of inputs) {
    if (contains(target, resolve2(input))) {
      throw new ExpectedFailure(
        "output-in-use",
        `${destination} holds the sources that are read`,
        "Name another output folder."
      );
    }
  }
  await requireFree(target, destination);
  const partial = partialOf(target, process.pid);
  try {
    await clearUp(target);
    await mkdir(partial, { recursive: true });
    await writeFile(join2(partial, MARKER), "Written by palimpsest, which may replace this folder.\n");
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => {
    });
    throw writeFailure(destination, error);
  }
  return new OutputTree(target, partial);
}
function partialOf(target, processId) {
  return join2(dirname2(target), `.${basename2(target)}.partial-${processId}`);
}
async function clearUp(target) {
  const leftBehind = new RegExp(`^\\.${escapeRegExp(basename2(target))}\\.partial-(\\d+)(\\.old)?$`);
  for (const name of await readdir(dirname2(target)).catch(() => [])) {
    const [, processId, setAside] = leftBehind.exec(name) ?? [];
    if (processId === void 0 || Number(processId) !== process.pid && isRunning(Number(processId))) continue;
    const path = join2(dirname2(target), name);
    if (setAside !== void 0 && await lstat2(target).catch(() => null) === null) await rename(path, target);
    else await rm(path, { recursive: true, force: true });
  }
}
function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
function isRunning(processId) {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}
var OutputTree = class {
  #target;
  #partial;
  #folders = /* @__PURE__ */ new Map();
  /** Writes under way; the tree is there when all of them are. */
  #writes = /* @__PURE__ */ new Set();
  #failure;
  constructor(target, partial) {
    this.#target = target;
    this.#partial = partial;
  }
  async write(path, bytes) {
    const full = resolve2(this.#partial, path);
    if (!contains(this.#partial, full)) throw new RangeError(`${path} leaves the output folder`);
    const write = this.#writeFile(full, bytes).catch((error) => {
      this.#failure ??= writeFailure(path, error);
    });
    this.#writes.add(write);
    void write.then(() => this.#writes.delete(write));
    if (this.#writes.size >= WRITES_AT_ONCE) await Promise.race(this.#writes);
    if (this.#failure !== void 0) throw this.#failure;
  }
  async #writeFile(full, bytes) {
    const folder = dirname2(full);
    const made = this.#folders.get(folder) ?? mkdir(folder, { recursive: true });
    this.#folders.set(folder, made);
    await made;
    await writeFile(full, bytes);
  }
  async commit() {
    await Promise.all(this.#writes);
    if (this.#failure !== void 0) throw this.#failure;
    const old = `${this.#partial}.old`;
    try {
      await requireFree(this.#target, this.#target);
      const existed = await rename(this.#target, old).then(
        () => true,
        () => false
      );
      await rename(this.#partial, this.#target).catch(async (error) => {
        if (existed) await rename(old, this.#target);
        throw error;
      });
      if (existed) await rm(old, { recursive: true, force: true });
    } catch (error) {
      throw writeFailure(this.#target, error);
    }
  }
  async discard() {
    await Promise.all(this.#writes);
    await rm(this.#partial, { recursive: true, force: true });
  }
};
async function requireFree(target, shown2) {
  const stats = await lstat2(target).catch(() => void 0);
  if (stats === void 0) return;
  if (stats.isDirectory()) {
    const entries = await readdir(target).catch((error) => {
      throw writeFailure(shown2, error);
    });
    if (entries.length === 0 || entries.includes(MARKER)) return;
  }
  throw new ExpectedFailure(
    "output-in-use",
    `${shown2} exists and was not written by palimpsest`,
    "Name another output folder, or remove this one; nothing was changed."
  );
}
function contains(folder, path) {
  const way = relative2(folder, path);
  return way === "" || way !== ".." && !way.startsWith(`..${sep2}`) && resolve2(folder, way) === path;
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
    new Promise((resolve4, reject) => {
      child.on("error", (error) => reject(startFailure(error, directory)));
      child.on("close", (code) => resolve4(code ?? 128));
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
    let missing = size + 1;
    for (; ; ) {
      const piece = this.#buffer.subarray(0, missing);
      this.#buffer = this.#buffer.subarray(piece.length);
      pieces.push(piece);
      missing -= piece.length;
      if (missing === 0) break;
      if (!await this.#pull()) throw gitFailure("cat-file", "the object database ended in the middle of a file");
    }
    return Buffer.concat(pieces).subarray(0, size);
  }
  async #pull() {
    const next = await this.#chunks.next();
    if (next.done === true) return false;
    this.#buffer = this.#buffer.length === 0 ? next.value : Buffer.concat([this.#buffer, next.value]);
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
    differences: (pairs2, options) => differences(root, pairs2, options),
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
async function* differences(root, pairs2, { extensions, countLines }) {
  if (pairs2.length === 0) return;
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
  child.stdin.end(pairs2.map(({ before, after }) => `${before ?? emptyTree} ${after}
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
  if (told < pairs2.length) throw gitFailure("diff-tree", problem);
}

// src/ports.ts
var WORKTREE = "WORKTREE";

// src/git/repository.ts
import { stat as stat2 } from "node:fs/promises";

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
import { lstat as lstat3, readFile as readFile2, realpath } from "node:fs/promises";
import { dirname as dirname3, join as join3, sep as sep3 } from "node:path";
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
    yield { path, bytes: await reader.isRegularFile(path) ? await readFile2(join3(root, path)) : null };
  }
}
var WorkTreeReader = class {
  #root;
  #folders = /* @__PURE__ */ new Map();
  constructor(root) {
    this.#root = root;
  }
  async isRegularFile(path) {
    const full = join3(this.#root, path);
    const stats = await lstat3(full).catch(() => void 0);
    return stats?.isFile() === true && await this.#isRealFolder(dirname3(full));
  }
  async #isRealFolder(folder) {
    const known = this.#folders.get(folder);
    if (known !== void 0) return known;
    const root = await realpath(this.#root);
    const expected = folder === this.#root ? root : join3(root, folder.slice(this.#root.length + sep3.length));
    const real = await realpath(folder).catch(() => void 0) === expected;
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

// src/workers/pool.ts
import { MessageChannel } from "node:worker_threads";
import { Tinypool } from "tinypool";
function openWorkerPool({ file, threads, signal }) {
  const pool = new Tinypool({ filename: file.href, minThreads: 0, maxThreads: threads, runtime: "worker_threads" });
  const ports = /* @__PURE__ */ new Set();
  const underWay = /* @__PURE__ */ new Set();
  let stopped = false;
  const stop = () => {
    stopped = true;
    for (const port of ports) port.postMessage("stop");
  };
  signal.addEventListener("abort", stop);
  return {
    async run(task, onMessage) {
      signal.throwIfAborted();
      const { port1, port2 } = new MessageChannel();
      ports.add(port1);
      const told = new Promise((resolve4) => port1.on("close", resolve4));
      port1.on("message", onMessage);
      if (stopped) port1.postMessage("stop");
      const handed = { task, port: port2 };
      const running = pool.run(handed, { transferList: [port2] });
      underWay.add(running);
      try {
        const ended = await running;
        await told;
        if (ended.kind === "done") return ended.result;
        signal.throwIfAborted();
        throw new ExpectedFailure(ended.code, ended.message, ended.remedy);
      } finally {
        ports.delete(port1);
        underWay.delete(running);
        port1.close();
      }
    },
    async close() {
      signal.removeEventListener("abort", stop);
      stop();
      await Promise.allSettled(underWay);
      await pool.destroy();
    }
  };
}
function serve(perform) {
  return async ({ task, port }) => {
    const stopping = new AbortController();
    port.on("message", () => stopping.abort(STOPPED));
    try {
      const result = await perform(task, (message) => port.postMessage(message), stopping.signal);
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

// src/compose/backtest.ts
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile as readFile3 } from "node:fs/promises";
async function composeBacktest({ repository, environment, jobs, signal }) {
  const file = workerFile();
  const program = await readFile3(file);
  await ensureStateFolder(repository);
  const pool = openWorkerPool({ file, threads: jobs, signal });
  return {
    runnerOf(plan) {
      const identity = createHash("sha256").update(program).update(JSON.stringify(plan)).digest("hex").slice(0, 24);
      const task = (step) => ({
        plan,
        root: repository.root,
        folder: inStateFolder(repository, "backtest", identity),
        parser: environment.parser,
        ...step
      });
      return {
        async walk(from, end, onPoint) {
          await pool.run(task({ kind: "walk", from, end }), onPoint);
        },
        anew: (from, to) => pool.run(task({ kind: "anew", from, to }), () => {
        })
      };
    },
    close: () => pool.close()
  };
}
function workerFile() {
  const beside = new URL("backtest-worker.js", import.meta.url);
  return existsSync(beside) ? beside : new URL("../../dist/backtest-worker.js", import.meta.url);
}

// src/models/embedded.ts
import { createHash as createHash4 } from "node:crypto";
import { setImmediate } from "node:timers/promises";

// src/models/embedded/remembering.ts
import { LRUCache } from "lru-cache";

// src/core/text-order.ts
function compareText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/models/embedded/code-tokens.ts
function codeTokens(tokens) {
  const positions = [];
  tokens.forEach(({ kind }, position) => {
    if (kind !== "space" && kind !== "comment") positions.push(position);
  });
  return { tokens, positions };
}
function codeAt({ tokens, positions }, index) {
  const position = positions[index];
  return position === void 0 ? void 0 : tokens[position];
}
function positionAt({ tokens, positions }, index) {
  return positions[index] ?? tokens.length;
}
function readsAt(code, index, texts2) {
  return texts2.every((text, offset) => codeAt(code, index + offset)?.text === text);
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
function fitParameters(tokens, from, to) {
  const { pairs: pairs2, vanished, added } = matchParameters(from.parameters, to.parameters);
  const newName2 = new Map(pairs2.map(([own, other]) => [own.name, other.name]));
  const before = from.parameters.map((parameter) => newName2.get(parameter.name) ?? parameter.name);
  const after = to.parameters.map((parameter) => parameter.name);
  if (sameTexts(before, after)) return tokens;
  let fitted = replaceArgumentLists(tokens, before, after);
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
function replaceArgumentLists(tokens, before, after) {
  if (before.length === 0) return tokens;
  const pattern = ["(", ...before.flatMap((name, index) => index === 0 ? [name] : [",", name]), ")"];
  const code = codeTokens(tokens);
  const result = [];
  let copied = 0;
  for (let at = 1; at < code.positions.length; at += 1) {
    if (!readsAt(code, at, pattern) || !isCallee(codeAt(code, at - 1))) continue;
    result.push(...tokens.slice(copied, positionAt(code, at) + 1), ...commaList(after));
    copied = positionAt(code, at + pattern.length - 1);
  }
  return copied === 0 ? tokens : [...result, ...tokens.slice(copied)];
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
function dropAssignment(tokens, name) {
  const code = codeTokens(tokens);
  const pattern = ["this", ".", name, "=", name, ";"];
  const at = code.positions.findIndex((_, index) => readsAt(code, index, pattern));
  if (at < 1) return tokens;
  return [
    ...tokens.slice(0, positionAt(code, at - 1) + 1),
    ...tokens.slice(positionAt(code, at + pattern.length - 1) + 1)
  ];
}
function dropArgument(tokens, name) {
  const code = codeTokens(tokens);
  const cut = (from, to) => dropArgument([...tokens.slice(0, positionAt(code, from)), ...tokens.slice(positionAt(code, to))], name);
  for (let at = 1; at < code.positions.length; at += 1) {
    if (codeAt(code, at)?.text !== name) continue;
    const before = codeAt(code, at - 1)?.text;
    const after = codeAt(code, at + 1)?.text;
    if (before === "," && (after === "," || after === ")")) return cut(at - 1, at + 1);
    if (before === "(" && after === ",") return cut(at, at + 2);
    if (before === "(" && after === ")" && isCallee(codeAt(code, at - 2))) return cut(at, at + 1);
  }
  return tokens;
}
function addAssignment(tokens, name) {
  const code = codeTokens(tokens);
  const last = code.positions.findLastIndex(
    (_, index) => readsAt(code, index, ["this", "."]) && codeAt(code, index + 3)?.text === "=" && codeAt(code, index + 5)?.text === ";"
  );
  const assigned = code.positions.some((_, index) => readsAt(code, index, ["this", ".", name, "="]));
  if (last === -1 || assigned) return tokens;
  const afterLast = positionAt(code, last + 5) + 1;
  const lineStart = tokens[positionAt(code, last) - 1];
  const space = lineStart?.kind === "space" ? [lineStart] : [];
  return [...tokens.slice(0, afterLast), ...space, ...assignment(name), ...tokens.slice(afterLast)];
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
function bodyFacts(tokens) {
  const code = codeTokens(tokens);
  const identifiers = /* @__PURE__ */ new Set();
  const variables = /* @__PURE__ */ new Set();
  const locals = /* @__PURE__ */ new Set();
  let returnsValue = false;
  code.positions.forEach((_, index) => {
    const token = codeAt(code, index);
    if (token === void 0) return;
    const next = codeAt(code, index + 1)?.text ?? "";
    if (token.text === "return" && next !== ";" || token.text === "throw") returnsValue = true;
    if (token.kind !== "identifier") return;
    identifiers.add(token.text);
    const previous = codeAt(code, index - 1);
    if (next === "->") locals.add(token.text);
    else if (FOLLOWS_A_DECLARED_NAME.has(next) && previous !== void 0 && (previous.kind === "identifier" || ENDS_A_TYPE.has(previous.text))) {
      locals.add(token.text);
    }
    const member = previous?.text === "." && codeAt(code, index - 2)?.text !== "this";
    if (!member && previous?.text !== "::" && next !== "(") variables.add(token.text);
  });
  return { identifiers, variables, locals, returnsValue, isEmpty: code.positions.length <= 2 };
}

// src/core/tokens.ts
function sameTokens(tokenize2, a, b) {
  if (a === b) return true;
  const left = significant(tokenize2(a));
  const right = significant(tokenize2(b));
  return left.length === right.length && left.every((token, index) => token.text === right[index]?.text);
}
function significant(tokens) {
  return tokens.filter((token) => token.kind !== "comment" && token.kind !== "space");
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
function applyEdits(tokens, edits) {
  return edits.reduce(applyEdit, tokens);
}
function applyEdit(tokens, edit) {
  const code = codeTokens(tokens);
  const pattern = [...edit.before, ...edit.removed, ...edit.after];
  const result = [];
  let copied = 0;
  for (let at = 0; at + pattern.length <= code.positions.length; at += 1) {
    const first = at + edit.before.length;
    if (positionAt(code, first) < copied || !readsAt(code, at, pattern)) continue;
    result.push(...tokens.slice(copied, positionAt(code, first)), ...edit.inserted);
    copied = positionAt(code, first + edit.removed.length - 1) + 1;
  }
  return copied === 0 ? tokens : [...result, ...tokens.slice(copied)];
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
function balanced(tokens) {
  const open3 = [];
  for (const { kind, text } of tokens) {
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
    const joined2 = swap.from.map(capitalised).join("");
    if (joined2.length < SHORTEST_STRING_WORD || !text.toLowerCase().includes(joined2.toLowerCase())) continue;
    text = text.replace(
      /[A-Za-z]+/g,
      (word) => word.toLowerCase() === joined2.toLowerCase() ? inCaseOf(word, word, swap.to) : word
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
function rename2(tokens, renaming, locals) {
  let previous;
  let beforePrevious;
  return tokens.map((token, index) => {
    if (token.kind === "space" || token.kind === "comment") return token;
    const place = { previous, beforePrevious, called: isCalled(tokens, index) };
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
function isCalled(tokens, index) {
  for (let at = index + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === void 0 || token.kind !== "space" && token.kind !== "comment") return token?.text === "(";
  }
  return false;
}

// src/models/embedded/layout.ts
function relayout(body, from, to) {
  let moved = body;
  if (from.indent !== to.indent) {
    moved = moved.replace(
      /\n([ \t]*)/g,
      (line2, indent) => indent.startsWith(from.indent) ? `
${to.indent}${indent.slice(from.indent.length)}` : line2
    );
  }
  return from.lineEnd === to.lineEnd ? moved : moved.replace(/\r?\n/g, to.lineEnd);
}

// src/models/embedded/adaptation.ts
function adapt(candidate, query, tokens, edits, restructure) {
  const { unit } = candidate;
  const edited = restructure && candidate.sameUnit ? applyEdits(tokens, edits) : tokens;
  const renamed = rename2(edited, renamingBetween(unit, query.unit), bodyFacts(edited).locals);
  const fitted = restructure ? fitParameters(renamed, unit, query.unit) : renamed;
  return { candidate, tokens: fitted, facts: bodyFacts(fitted), restructured: edited !== tokens || fitted !== renamed };
}
function bodyText({ candidate, tokens }, query) {
  const text = tokens.map((token) => token.text).join("");
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

// src/models/embedded/memory.ts
import { createHash as createHash2 } from "node:crypto";
function startTraining(language) {
  const units = /* @__PURE__ */ new Map();
  const fileFrequency = /* @__PURE__ */ new Map();
  const paths = /* @__PURE__ */ new Set();
  const intern = interning();
  const identifiersOf = (source) => {
    const tokens = [...language.tokenize(source.text)];
    return new Set(tokens.flatMap(({ kind, text }) => kind === "identifier" ? [text] : []));
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
  const hash = createHash2("sha256");
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
    return callsIn(tokensOf(caller.body), callee).filter((call) => call.length === overload.parameters.length).map((call) => call.map((argument) => argument.some(({ text }) => own.has(text)) ? "" : textOf(argument)));
  });
}
function textOf(tokens) {
  return tokens.map((token) => token.text).join("").trim();
}
function callsIn(tokens, callee) {
  const code = codeTokens(tokens);
  const calls = [];
  for (let at = 0; at < code.positions.length; at += 1) {
    const isCall = readsAt(code, at, [callee, "("]) && codeAt(code, at - 1)?.text !== ".";
    if (isCall) calls.push(argumentsFrom(tokens, positionAt(code, at + 1) + 1));
  }
  return calls;
}
function argumentsFrom(tokens, start) {
  const found = [[]];
  let depth = 0;
  for (let at = start; at < tokens.length; at += 1) {
    const token = tokens[at];
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
  const next = starts.slice();
  const postings = new Int32Array(ofUnit.length);
  for (let unit = 0; unit < units; unit += 1) {
    for (let at = unitStarts[unit] ?? 0; at < (unitStarts[unit + 1] ?? 0); at += 1) {
      const id = ofUnit[at] ?? 0;
      const place = next[id] ?? 0;
      postings[place] = unit;
      next[id] = place + 1;
    }
  }
  return { postings, starts };
}
function best(units, count2, scoreOf) {
  const found = [];
  for (const unit of units) {
    const likeness2 = scoreOf(unit);
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
  const byId = new Map(units.map((unit, index) => [unit.id, index]));
  const byQualifiedName = /* @__PURE__ */ new Map();
  units.forEach((unit, index) => {
    const name = `${unit.type.packageName}#${displayName(unit.id)}`;
    if (!byQualifiedName.has(name)) byQualifiedName.set(name, index);
  });
  return {
    find: (id, packageName) => byId.get(id) ?? byQualifiedName.get(`${packageName}#${displayName(id)}`)
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
  const tokens = language.tokenize(source.text);
  const identifierCounts = countIdentifiers(tokens);
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
    unused: unusedNames(source, tokens, identifierCounts)
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
function countIdentifiers(tokens) {
  const counts2 = /* @__PURE__ */ new Map();
  for (const { kind, text } of tokens) {
    if (kind === "identifier") counts2.set(text, (counts2.get(text) ?? 0) + 1);
  }
  return counts2;
}
function unusedNames(source, tokens, counts2) {
  const inComments = /* @__PURE__ */ new Set();
  for (const { kind, text } of tokens) {
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
  const tokens = new LRUCache({
    max: REMEMBERED_TOKEN_LISTS,
    memoMethod: (body) => language.tokenize(body)
  });
  const tokensOf = (body) => tokens.memo(body);
  const edits = /* @__PURE__ */ new WeakMap();
  return {
    rank(stub) {
      const { query, evaluate } = inquiry(stub);
      const bodies = candidatesFor(query, memory, index, lookup, tokensOf).map(evaluate).sort(byPlausibility);
      return { query, bodies };
    },
    propose(stub, count2) {
      const { query, evaluate } = inquiry(stub);
      return choose(mostPlausibleFirst(query, evaluate), query, count2);
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
  function choose(ranked, query, count2) {
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
    const next = waiting.at(-1);
    if (next !== void 0 && (best2 === void 0 || best2.body.plausibility <= next.reach)) {
      waiting.pop();
      evaluated.push({ body: evaluate(next.candidate), place: next.place });
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
import { createHash as createHash3 } from "node:crypto";
import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";

// src/models/embedded/memory-content.ts
import { z } from "zod";
var texts = z.array(z.string());
var lists = z.array(texts);
var counts = z.array(z.int().nonnegative());
var contentSchema = z.object({
  origin: z.object({ project: z.string(), revision: z.string(), committedAt: z.string().nullable() }),
  files: z.int().nonnegative(),
  contentHash: z.string(),
  types: z.object({
    path: texts,
    lineEnd: z.array(z.enum(["\n", "\r\n"])),
    packageName: texts,
    name: texts,
    supertypes: lists,
    fields: lists
  }),
  units: z.object({
    id: texts,
    type: counts,
    kind: z.array(z.enum(["method", "constructor", "compact-constructor"])),
    name: texts,
    parameters: lists,
    returnType: texts,
    modifiers: lists,
    throws: lists,
    javadocWords: texts,
    indent: texts,
    body: texts
  }),
  identifiers: z.object({ name: texts, files: counts })
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
function memoryFrom(content) {
  const { origin: origin2, files, contentHash, types, units, identifiers } = contentSchema.parse(content);
  const intern = interning();
  const typeFacts = types.path.map(
    (path, at) => ({
      path: intern(path),
      lineEnd: cell(types.lineEnd, at),
      packageName: intern(cell(types.packageName, at)),
      name: intern(cell(types.name, at)),
      supertypes: cell(types.supertypes, at).map(intern),
      fields: pairs(cell(types.fields, at).map(intern))
    })
  );
  return {
    origin: origin2,
    files,
    contentHash,
    units: units.id.map((id, at) => {
      const type = cell(typeFacts, cell(units.type, at));
      const words = cell(units.javadocWords, at);
      return {
        id: id.startsWith("#") ? type.path + id : id,
        type,
        kind: cell(units.kind, at),
        name: intern(cell(units.name, at)),
        parameters: pairs(cell(units.parameters, at).map(intern)),
        returnType: intern(cell(units.returnType, at)),
        modifiers: cell(units.modifiers, at).map(intern),
        throws: cell(units.throws, at).map(intern),
        javadocWords: words === "" ? [] : words.split(" ").map(intern),
        indent: intern(cell(units.indent, at)),
        body: cell(units.body, at)
      };
    }),
    fileFrequency: new Map(identifiers.name.map((name, at) => [intern(name), cell(identifiers.files, at)]))
  };
}
function flatPairs(pairs2) {
  return pairs2.flatMap(({ type, name }) => [type, name]);
}
function pairs(flat) {
  return Array.from({ length: flat.length / 2 }, (_, at) => ({
    type: cell(flat, 2 * at),
    name: cell(flat, 2 * at + 1)
  }));
}
function cell(column, at) {
  const value = column[at];
  if (value === void 0) throw new RangeError("a column is too short");
  return value;
}

// src/models/embedded/memory-file.ts
var FORMAT = "palimpsest project memory";
var SCHEMA_VERSION = 1;
var COMPRESSION_QUALITY = 9;
var COMPRESSION_WINDOW_BITS = 24;
var LARGEST_CONTENT_BYTES = 1024 ** 3;
var LONGEST_FIRST_LINE = 256;
var MemoryFileError = class extends Error {
  name = "MemoryFileError";
  code;
  constructor(code, message, options) {
    super(message, options);
    this.code = code;
  }
};
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
function readMemory(bytes) {
  const packed = guardedContent(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  try {
    const content = brotliDecompressSync(packed, { maxOutputLength: LARGEST_CONTENT_BYTES });
    return memoryFrom(JSON.parse(content.toString("utf8")));
  } catch (error) {
    throw new MemoryFileError("corrupt", `This ${FORMAT} does not hold what it should. Train the model again.`, {
      cause: error
    });
  }
}
function guardedContent(bytes) {
  const lineEnd = bytes.subarray(0, LONGEST_FIRST_LINE).indexOf("\n");
  const line2 = bytes.subarray(0, lineEnd === -1 ? LONGEST_FIRST_LINE : lineEnd).toString("latin1");
  const cutOff = lineEnd === -1 && bytes.length < LONGEST_FIRST_LINE;
  if (!line2.startsWith(cutOff ? FORMAT.slice(0, line2.length) : FORMAT)) {
    throw new MemoryFileError("not-a-model", `This file is no ${FORMAT}. Give the file that training wrote.`);
  }
  if (cutOff) throw truncated("its first line is cut off");
  const schema = /^, schema (\d+), /.exec(line2.slice(FORMAT.length));
  if (schema !== null && Number(schema[1]) > SCHEMA_VERSION) {
    throw new MemoryFileError(
      "newer-schema",
      `This ${FORMAT} has schema ${schema[1]}; this version reads up to ${SCHEMA_VERSION}. Update the tool, or train the model again.`
    );
  }
  const guard = /^, schema \d+, (\d+) bytes, sha256 ([0-9a-f]{64})$/.exec(line2.slice(FORMAT.length));
  if (guard === null) throw corrupt("its first line is damaged");
  const packed = bytes.subarray(lineEnd + 1);
  const expectedBytes = Number(guard[1]);
  if (packed.length < expectedBytes) throw truncated(`${packed.length} of ${expectedBytes} bytes are there`);
  if (packed.length > expectedBytes || sha256(packed) !== guard[2]) throw corrupt("its checksum does not match");
  return packed;
}
function truncated(what) {
  return new MemoryFileError(
    "truncated",
    `This ${FORMAT} is incomplete: ${what}. Copy it again, or train the model again.`
  );
}
function corrupt(what) {
  return new MemoryFileError("corrupt", `This ${FORMAT} is damaged: ${what}. Copy it again, or train the model again.`);
}
function sha256(bytes) {
  return createHash3("sha256").update(bytes).digest("hex");
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
    fingerprint: createHash4("sha256").update(`${ALGORITHM_VERSION} ${memory.contentHash}`).digest("hex"),
    trainedAt: { revision: revision2, committedAt, units: memory.units.length, files: memory.files },
    recipe: { kind: "embedded", datasetHash: memory.contentHash, epochs: null, promptFormat: null },
    baseline: null,
    shadow: null
  };
}

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
async function loadEmbedded(file, repository, languages) {
  const trained = repository === null ? null : modelPath(repository);
  const path = file ?? trained;
  const bytes = path === null ? null : await readModelFile(path);
  if (path === null || bytes === null) {
    if (path !== null && path !== trained) throw noModelFile(path);
    return null;
  }
  const memory = memoryOf(path, bytes);
  const project = repository === null || memory.origin.project === NO_PROJECT ? null : await repository.identity();
  if (project !== null && project !== memory.origin.project) {
    throw new ExpectedFailure(
      "model-of-another-project",
      `the model ${path} was trained on another project`,
      "Train one here with `palimpsest train`, or name this project’s model with --model."
    );
  }
  const model = embeddedModel(memory, languages.main);
  const kept = await readCard(path, model.card.fingerprint, parseModelCard);
  const { baseline, shadow } = kept ?? model.card;
  return { model: { ...model, card: { ...model.card, baseline, shadow } }, path };
}
function noModelFile(path) {
  return new ExpectedFailure(
    "bad-model-file",
    `there is no model file ${path}`,
    "Check the path, or train one with `palimpsest train`."
  );
}
function memoryOf(path, bytes) {
  try {
    return readMemory(bytes);
  } catch (error) {
    if (!(error instanceof MemoryFileError)) throw error;
    throw new ExpectedFailure("bad-model-file", `the model file ${path} cannot be used`, error.message, {
      cause: error
    });
  }
}

// src/report/visible.ts
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;
var MARKS_PER_LETTER = 4;
var PILED_MARKS = new RegExp(`(?<=\\p{M}{${MARKS_PER_LETTER}})\\p{M}`, "gu");
var TAB = "    ";
var NAMED = /* @__PURE__ */ new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"]
]);
function visible(text) {
  return text.replace(INVISIBLE, (character) => NAMED.get(character) ?? writtenOut(character)).replace(PILED_MARKS, writtenOut);
}
function visibleCode(line2) {
  return visible(line2.replaceAll("	", TAB));
}
function writtenOut(character) {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

// src/files/walk-journal.ts
import { open, readFile as readFile4 } from "node:fs/promises";
import { z as z3 } from "zod";

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

// src/files/walk-journal.ts
var estimate = { value: z3.number(), margin: z3.number().nullable() };
var part = z3.object({ units: z3.int(), points: z3.number() });
var score = { id: z3.string(), similarity: z3.number(), failed: z3.boolean() };
var walkPoint = z3.object({
  at: z3.int(),
  units: z3.int(),
  now: z3.object(estimate).nullable(),
  freshness: z3.object({ ...estimate, parts: z3.object({ unchanged: part, modified: part, new: part, deleted: part }) }).nullable(),
  scored: z3.int(),
  scores: z3.array(z3.object(score))
});
var keptLedger = z3.object({ at: z3.int(), head: z3.string(), shards: z3.record(z3.string(), z3.string()) });
var anewStates = z3.array(
  z3.object({
    at: z3.int(),
    changes: z3.array(z3.object({ ...score, change: z3.enum(["added", "modified", "renamed", "moved"]) })),
    behind: z3.int()
  })
);
var LEDGER_EVERY_MS = 1e4;
async function openWalkJournal(path, from) {
  await makeParentFolder(path);
  const { points, wholeBytes } = await readPoints(path, from);
  try {
    const file = await open(path, "a");
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
    const next = from + points.length;
    if (point === null || point.at < from || point.at > next) return { points, wholeBytes };
    if (point.at === next) points.push(point);
    wholeBytes = end + 1;
  }
}
async function readLedger(path, end) {
  const kept = parsed(keptLedger, (await readIfThere(path)).toString("utf8"));
  if (kept === null || kept.at >= end) return null;
  try {
    const shards = new Map(Object.entries(kept.shards).map(([name, text]) => [name, parseShard(text)]));
    return { at: kept.at, pages: { head: parseHead(kept.head).head, shards } };
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
    return await readFile4(path);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return Buffer.alloc(0);
    throw writeFailure(path, error);
  }
}

// src/compose.ts
import { createHash as createHash5 } from "node:crypto";
import { join as join5 } from "node:path";

// src/files/journal.ts
import { open as open2, readFile as readFile5, rm as rm2 } from "node:fs/promises";
import { z as z4 } from "zod";
var Line = z4.object({
  key: z4.string(),
  regeneration: z4.discriminatedUnion("kind", [
    z4.object({ kind: z4.literal("regenerated"), body: z4.string(), confidence: z4.number().exactOptional() }),
    z4.object({
      kind: z4.literal("failed"),
      reason: z4.enum(FAILURE_REASONS),
      detail: z4.string()
    })
  ])
});
async function openJournal(path) {
  const { known, wholeBytes } = await readLines(path);
  await makeParentFolder(path);
  let file;
  try {
    file = await open2(path, "a");
    await file.truncate(wholeBytes);
  } catch (error) {
    throw writeFailure(path, error);
  }
  return new FileJournal(path, file, known);
}
var FileJournal = class {
  resumed;
  #path;
  #file;
  #known;
  constructor(path, file, known) {
    this.#path = path;
    this.#file = file;
    this.#known = known;
    this.resumed = known.size;
  }
  get(key) {
    return this.#known.get(key);
  }
  async append(key, regeneration) {
    const kept = regeneration.kind === "regenerated" ? withoutSamples(regeneration) : regeneration;
    try {
      await this.#file.appendFile(`${JSON.stringify({ key, regeneration: kept })}
`);
    } catch (error) {
      throw writeFailure(this.#path, error);
    }
  }
  async finish() {
    await this.close();
    await rm2(this.#path, { force: true });
  }
  async close() {
    await this.#file.close().catch(() => {
    });
  }
};
function withoutSamples(regeneration) {
  const { samples: _, ...kept } = regeneration;
  return kept;
}
async function readLines(path) {
  const known = /* @__PURE__ */ new Map();
  let content;
  try {
    content = await readFile5(path);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return { known, wholeBytes: 0 };
    throw writeFailure(path, error);
  }
  const wholeBytes = content.lastIndexOf("\n") + 1;
  for (const line2 of content.toString("utf8", 0, wholeBytes).split("\n")) {
    const parsed3 = parseLine(line2);
    if (parsed3 !== void 0 && !isSilent(parsed3.regeneration)) known.set(parsed3.key, parsed3.regeneration);
  }
  return { known, wholeBytes };
}
function isSilent(regeneration) {
  return regeneration.kind === "failed" && isSilence(regeneration.reason);
}
function parseLine(line2) {
  try {
    return Line.parse(JSON.parse(line2));
  } catch {
    return void 0;
  }
}

// src/files/ledger-directory.ts
import { randomUUID } from "node:crypto";
import { link, mkdir as mkdir2, readdir as readdir2, readFile as readFile6, rm as rm3, writeFile as writeFile2 } from "node:fs/promises";
import { join as join4 } from "node:path";
var HEADS_KEPT = 16;
var HEAD_FILE = /^head-(\d{9})\.json$/;
function openLedgerDirectory(folder) {
  return {
    fingerprints: () => fingerprintsIn(folder),
    load: (fingerprint) => load(folderOf(folder, fingerprint), fingerprint),
    save: (expected, pages) => save(folderOf(folder, pages.head.model.fingerprint), expected, pages)
  };
}
function folderOf(folder, fingerprint) {
  return join4(folder, `m-${encodeURIComponent(fingerprint).replaceAll(".", "%2E").replaceAll("*", "%2A")}`);
}
async function fingerprintsIn(folder) {
  const fingerprints = [];
  for (const name of await namesIn(folder)) {
    if (!name.startsWith("m-") || (await numbersIn(join4(folder, name))).length === 0) continue;
    fingerprints.push(decodeURIComponent(name.slice(2)));
  }
  return fingerprints.sort();
}
async function load(folder, fingerprint) {
  const newest = (await numbersIn(folder)).at(-1);
  if (newest === void 0) return null;
  const stored = await readHead(folder, newest);
  if (stored.head.model.fingerprint !== fingerprint) {
    throw new ExpectedFailure(
      "bad-ledger-file",
      `the ledger in ${folder} is of another model`,
      "Delete the folder and evaluate the model again."
    );
  }
  return {
    version: String(newest),
    head: stored.head,
    shards: async (names) => {
      const shards = await Promise.all(names.map((name) => readShard(folder, stored.files[name])));
      return new Map(names.map((name, index) => [name, shards[index] ?? []]));
    }
  };
}
async function save(folder, expected, { head, shards }) {
  const written2 = [];
  try {
    await mkdir2(folder, { recursive: true });
    const newest = (await numbersIn(folder)).at(-1) ?? null;
    if (newest !== (expected === null ? null : Number(expected))) return false;
    const files = newest === null ? {} : { ...(await readHead(folder, newest)).files };
    const number = (newest ?? 0) + 1;
    for (const [name, shard] of shards) {
      files[name] = `shard-${name}-${String(number).padStart(9, "0")}-${randomUUID().slice(0, 8)}.jsonl`;
      if (shard.length === 0) continue;
      await writeFile2(join4(folder, files[name]), printShard(shard), { flag: "wx", flush: true });
      written2.push(files[name]);
    }
    const outcome = await linkHead(folder, number, { head, files: namedIn(head, files) });
    if (outcome === "taken") for (const file of written2) await rm3(join4(folder, file), { force: true });
    if (outcome === "linked") await prune(folder, number);
    return outcome === "linked";
  } catch (error) {
    if (error instanceof ExpectedFailure && error.code === "ledger-busy") return false;
    throw writeFailure(folder, error);
  }
}
function namedIn(head, files) {
  return Object.fromEntries(
    Object.keys(head.shards).map((name) => {
      const file = files[name];
      if (file === void 0) throw new RangeError(`the head names shard ${name}, which was never saved`);
      return [name, file];
    })
  );
}
async function linkHead(folder, number, stored) {
  const partial = join4(folder, `.head-${randomUUID()}`);
  try {
    await writeFile2(partial, printHead(stored), { flag: "wx", flush: true });
    await link(partial, headPath(folder, number));
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return "taken";
    throw error;
  } finally {
    await rm3(partial, { force: true });
  }
  const newest = (await numbersIn(folder)).at(-1) ?? number;
  return newest >= number + HEADS_KEPT ? "overtaken" : "linked";
}
async function prune(folder, newest) {
  const numbers = await numbersIn(folder);
  const old = numbers.filter((number) => number <= newest - HEADS_KEPT);
  if (old.length === 0) return;
  const kept = /* @__PURE__ */ new Set();
  for (const number of numbers.filter((candidate) => candidate > newest - HEADS_KEPT)) {
    for (const file of Object.values((await readHead(folder, number)).files)) kept.add(file);
  }
  for (const number of old) {
    const stored = await readHead(folder, number).catch(() => null);
    await rm3(headPath(folder, number), { force: true });
    for (const file of Object.values(stored?.files ?? {})) {
      if (!kept.has(file)) await rm3(join4(folder, file), { force: true });
    }
  }
}
function headPath(folder, number) {
  return join4(folder, `head-${String(number).padStart(9, "0")}.json`);
}
async function numbersIn(folder) {
  const numbers = (await namesIn(folder)).flatMap((name) => HEAD_FILE.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}
async function namesIn(folder) {
  try {
    return await readdir2(folder);
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT") return [];
    throw unreadable2(folder, error);
  }
}
async function readHead(folder, number) {
  const path = headPath(folder, number);
  return parsed2(path, await textOf2(path), parseHead);
}
async function readShard(folder, file) {
  if (file === void 0) return [];
  return parsed2(join4(folder, file), await textOf2(join4(folder, file)), parseShard);
}
async function textOf2(path) {
  try {
    return await readFile6(path, "utf8");
  } catch (error) {
    if (systemErrorCode(error) !== "ENOENT") throw unreadable2(path, error);
    throw new ExpectedFailure("ledger-busy", `${path} was replaced while it was read`, "Run the command again.", {
      cause: error
    });
  }
}
function parsed2(path, text, parse) {
  try {
    return parse(text);
  } catch (error) {
    throw new ExpectedFailure(
      "bad-ledger-file",
      `${path} is damaged, or of a later version of palimpsest`,
      "Update palimpsest; or delete the ledger’s folder and fill it again with `palimpsest evaluate`.",
      { cause: error }
    );
  }
}
function unreadable2(path, error) {
  const reason = systemErrorCode(error) ?? "unknown reason";
  return new ExpectedFailure("not-readable", `${path} cannot be read (${reason})`, "Check its permissions.", {
    cause: error
  });
}

// src/languages/registry.ts
import { extname } from "node:path/posix";

// src/languages/java/braces.ts
function matchBraces(tokens) {
  const pairs2 = /* @__PURE__ */ new Map();
  const open3 = [];
  let offset = 0;
  for (const { text } of tokens) {
    if (text === "{") {
      const pair = { end: Number.POSITIVE_INFINITY, depth: open3.length };
      pairs2.set(offset, pair);
      open3.push(pair);
    } else if (text === "}") {
      const pair = open3.pop();
      if (pair !== void 0) pair.end = offset + 1;
    }
    offset += text.length;
  }
  return pairs2;
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
function doubtfulOffsets(tokens) {
  const offsets = [];
  let offset = 0;
  for (const token of tokens) {
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
import { existsSync as existsSync2 } from "node:fs";
import { readFile as readFile7 } from "node:fs/promises";
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
  const runtime = await readFile7(findWasm("web-tree-sitter", "web-tree-sitter.wasm"));
  const language = await readFile7(findWasm("tree-sitter-java", "tree-sitter-java.wasm"));
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
function findWasm(packageName, fileName) {
  const beside = fileURLToPath(new URL(fileName, import.meta.url));
  return existsSync2(beside) ? beside : require2.resolve(`${packageName}/${fileName}`);
}
function firstLine(message) {
  return message.split("\n", 1)[0] ?? message;
}

// src/languages/java/lexer.ts
function tokenize(text) {
  const tokens = [];
  let start = 0;
  while (start < text.length) {
    const kind = kindAt(text, start);
    const end = endOf(kind, text, start);
    tokens.push(end === start + 1 ? shortToken(kind, text, start) : tokenOf(kind, text.slice(start, end)));
    start = end;
  }
  return tokens;
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
  const next = text.charCodeAt(start + 1);
  if (code === SLASH && (next === SLASH || next === STAR)) return "comment";
  if (code === DOT && ASCII_KIND[next] === "number") return "number";
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
      const next = code === BACKSLASH ? wordEscapeEnd(text, end) : matchEnd(WORD_BEYOND_ASCII, text, end);
      if (next === end) return end;
      end = next;
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
function paraphrase(tokens) {
  const sentence = new Sentence(tokens);
  const rules = sentence.isModule ? RULES : [...RULES, contextualName];
  for (let at = 0; at < sentence.length; at += 1) for (const rule of rules) rule(sentence, at);
  return sentence.toString();
}
var Sentence = class {
  #texts;
  /** Index in `#texts` of every token that is neither space nor comment. */
  #code;
  constructor(tokens) {
    this.#texts = tokens.map(plainSpelling);
    this.#code = tokens.flatMap(({ kind }, index) => kind === "space" || kind === "comment" ? [] : [index]);
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

// src/languages/java/headers.ts
function typeText(source) {
  return PLAIN_TYPE.test(source) ? source : spell(withoutAnnotations(significant(tokenize(source))));
}
var PLAIN_TYPE = /^[\w.$<>[\]]*$/;
function parametersOf(list2) {
  return splitAtCommas(withoutAnnotations(significant(tokenize(list2)).slice(1, -1))).flatMap((part2) => {
    const tokens = part2.filter((token) => token.text !== "final");
    const nameAt = tokens.findLastIndex((token) => token.kind === "identifier" || token.text === "this");
    const name = tokens[nameAt];
    if (name === void 0 || name.text === "this") return [];
    const type = [...tokens.slice(0, nameAt), ...tokens.slice(nameAt + 1)];
    return [{ type: spell(type), name: name.text }];
  });
}
function clauseTypes(clause) {
  return splitAtCommas(withoutAnnotations(significant(tokenize(clause)).slice(1))).map(spell);
}
function modifiersOf(source) {
  if (PLAIN_MODIFIERS.test(source)) return source.split(" ");
  const modifiers = [];
  const tokens = tokenize(source);
  for (let start = codeAt2(tokens, 0); start < tokens.length; ) {
    const end = modifierEnd(tokens, start);
    modifiers.push(joined(tokens.slice(start, end)));
    start = codeAt2(tokens, end);
  }
  return modifiers;
}
var PLAIN_MODIFIERS = /^@?\w+(?: @?\w+)*$/;
function modifierEnd(tokens, start) {
  switch (tokens[start]?.text) {
    case "@":
      return annotationEnd(tokens, start);
    case "non":
      return start + 3;
    // non-sealed
    default:
      return start + 1;
  }
}
function withoutAnnotations(tokens) {
  if (!tokens.some((token) => token.text === "@")) return tokens;
  const kept = [];
  let position = 0;
  for (const [at, token] of tokens.entries()) {
    if (at < position) continue;
    position = token.text === "@" ? annotationEnd(tokens, at) : at + 1;
    if (token.text !== "@") kept.push(token);
  }
  return kept;
}
function annotationEnd(tokens, start) {
  let end = codeAt2(tokens, start + 1) + 1;
  for (let dot = codeAt2(tokens, end); tokens[dot]?.text === "."; dot = codeAt2(tokens, end))
    end = codeAt2(tokens, dot + 1) + 1;
  const open3 = codeAt2(tokens, end);
  return tokens[open3]?.text === "(" ? closingEnd(tokens, open3) : end;
}
function codeAt2(tokens, start) {
  let at = start;
  while (tokens[at]?.kind === "space" || tokens[at]?.kind === "comment") at += 1;
  return at;
}
function closingEnd(tokens, open3) {
  let depth = 0;
  for (let at = open3; at < tokens.length; at += 1) {
    if (tokens[at]?.text === "(") depth += 1;
    if (tokens[at]?.text === ")") depth -= 1;
    if (depth === 0) return at + 1;
  }
  return tokens.length;
}
function splitAtCommas(tokens) {
  if (tokens.length === 0) return [];
  const parts = [];
  let part2 = [];
  let depth = 0;
  for (const token of tokens) {
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
function spell(tokens) {
  let text = "";
  let previous;
  for (const token of tokens) {
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
function joined(tokens) {
  return tokens.map((token) => token.text).join("");
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
        modifiers.push(...modifiersOf(textOf3(child, text)));
        break;
      case "identifier":
        name = child;
        break;
      case "formal_parameters":
        parameters = textOf3(child, text);
        break;
      case "dimensions":
        returnType += typeText(textOf3(child, text));
        break;
      case "throws":
        throws = clauseTypes(textOf3(child, text));
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
        returnType = typeText(textOf3(child, text));
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
        name = textOf3(child, text);
        break;
      case "formal_parameters":
        components = textOf3(child, text);
        break;
      case "superclass":
      case "super_interfaces":
      case "extends_interfaces":
        supertypes.push(...clauseTypes(textOf3(child, text)));
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
      const dimensions = typeText(textOf3(child.childForFieldName("dimensions"), text));
      const name = textOf3(child.childForFieldName("name"), text);
      declarators.push({ type: (type ?? "") + dimensions, name, node: child });
    } else type ??= typeText(textOf3(child, text));
  }
  return declarators;
}
function isComment(node) {
  return node.type === "line_comment" || node.type === "block_comment";
}
function textOf3(node, text) {
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
    const signature = `${name}(${parameters.map((parameter) => parameter.type).join(",")})`;
    this.units.push({
      id: this.#freshId(`${this.#source.path}#${qualified(place, signature)}`),
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
    return textOf3(node, this.#source.text);
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
  const tokens = tokenize(text);
  const doubts = doubtfulOffsets(tokens);
  const lineAt = lineFinder(text);
  const trustedUntil = doubts[0] ?? Number.POSITIVE_INFINITY;
  const facts = { path, text, braces: matchBraces(tokens), trustedUntil, lineAt };
  return withTree(grammar, text, tokens, (root) => ({
    path,
    text,
    ...readTree(root, facts),
    errorLines: distinct([...errorOffsets(root), ...doubts].sort((a, b) => a - b).map(lineAt))
  }));
}
function withTree(grammar, text, tokens, read2) {
  const [isRead, result] = grammar.parse(
    withLineFeeds(text),
    (root) => root.hasError ? [false] : [true, read2(root)]
  );
  return isRead ? result : grammar.parse(withLineFeeds(paraphrase(tokens)), read2);
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
    const tokens = tokenize(wrapped);
    if (matchBraces(tokens).get(before.length)?.end !== before.length + text.length) return false;
    if (doubtfulOffsets(tokens).length > 0) return false;
    return withTree(grammar, wrapped, tokens, (root) => !root.hasError && root.namedChildren.length === 1);
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

// src/compose/models.ts
import { dirname as dirname4, resolve as resolve3 } from "node:path";
import { closest as closest2 } from "fastest-levenshtein";

// src/config/models-file.ts
import { closest } from "fastest-levenshtein";
import { isNode, LineCounter, parseDocument } from "yaml";

// src/config/models-schema.ts
import { z as z5 } from "zod";

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
var perMillion = z5.number().min(0);
var priceSchema = z5.strictObject({
  input: perMillion.describe("of a million tokens of prompt"),
  output: perMillion.describe("of a million tokens of answer"),
  currency: z5.string().regex(/^[A-Z]{3}$/, "three capital letters, such as EUR").default("USD").describe("three letters, as in ISO 4217")
});
var PRICE_SETTINGS = priceSchema.keyof().options;
var languageModel = {
  format: z5.enum(PROMPT_FORMATS).default("chat").describe("how it is asked"),
  "context-tokens": z5.int().min(256).default(8192).describe("its window, in tokens, as it is served: prompt and answer together"),
  "max-tokens": z5.int().min(1).default(1024).describe("tokens of one answer, at most"),
  temperature: z5.number().min(0).max(2).default(0).describe("of the answer that is scored; 0 takes the likeliest token"),
  "sample-temperature": z5.number().min(0).max(2).default(0.8).describe("of the further answers, which show whether it agrees with itself"),
  concurrency: z5.int().min(1).max(256).optional().describe("requests under way at once, at most"),
  price: priceSchema.optional().describe("what tokens cost: input and output, each for a million, and the currency"),
  "trained-at": z5.string().min(1).optional().describe("the revision of the project that it was trained on"),
  "base-model": z5.string().min(1).optional().describe("the model that was specialised"),
  tokenizer: z5.string().min(1).optional().describe("path of its tokenizer.json; without one, tokens are estimated, on the safe side")
};
var openaiSchema = z5.strictObject({
  provider: z5.literal("openai").describe("any server that speaks OpenAI’s protocol"),
  model: z5.string().min(1).describe("the model, as the server calls it"),
  "base-url": z5.string().min(1).describe("where the server is: http://127.0.0.1:8000/v1"),
  "api-key-env": z5.string().regex(/^[A-Z][A-Z0-9_]{0,63}$/, "the name of an environment variable, not the key itself").default("PALIMPSEST_API_KEY").describe("the environment variable that holds the key, if the server asks for one"),
  timeout: z5.number().positive().max(300).optional().describe("seconds for one answer, at most 300"),
  retries: z5.int().min(0).max(20).optional().describe("how often a request is sent again"),
  "extra-body": z5.record(z5.string(), z5.json()).optional().describe("fields for this server alone, sent as they are"),
  ...languageModel
}).meta({ id: "OpenAiModel", title: "A model behind a server" });
var ggufSchema = z5.strictObject({
  provider: z5.literal("gguf").describe("weights in a file, run in process"),
  path: z5.string().min(1).describe("the GGUF file"),
  lora: z5.string().min(1).optional().describe("a LoRA adapter in GGUF"),
  threads: z5.int().min(1).max(256).optional().describe("threads to count with; one for each core by default"),
  ...languageModel
}).meta({ id: "GgufModel", title: "A model in a file" });
var commandSchema = z5.strictObject({
  provider: z5.literal("command").describe("a local program"),
  command: z5.string().min(1).describe("the program, by path or by name"),
  args: z5.array(z5.string()).default([]).describe("its arguments"),
  model: z5.string().min(1).optional().describe("what the model is called; without it, as the program"),
  timeout: z5.number().positive().optional().describe("seconds for one answer"),
  ...languageModel
}).meta({ id: "CommandModel", title: "A model behind a program" });
var embeddedSchema = z5.strictObject({
  provider: z5.literal("embedded").describe("the project memory, which needs nothing"),
  path: z5.string().min(1).optional().describe("its model file; without one, what `train` left in the clone")
}).meta({ id: "EmbeddedModel", title: "The embedded model" });
var ENTRY_SCHEMAS = {
  openai: openaiSchema,
  gguf: ggufSchema,
  command: commandSchema,
  embedded: embeddedSchema
};
function isProvider(name) {
  return Object.hasOwn(ENTRY_SCHEMAS, name);
}
var MODEL_NAME = /^[\w][\w./@+-]*$/;
var modelsSchema = z5.strictObject({
  models: z5.record(
    z5.string().regex(MODEL_NAME),
    z5.discriminatedUnion("provider", [openaiSchema, ggufSchema, commandSchema, embeddedSchema])
  ).describe("models by the name that --model takes")
}).meta({
  title: "Palimpsest models",
  description: "Models that `--models FILE` brings: the operator’s own file, never read from a repository by itself."
});

// src/config/models-file.ts
var MAX_BYTES = 1024 * 1024;
var SHOWN_CHARACTERS = 60;
function parseModelsFile(bytes, file) {
  return new ModelsFile(bytes, file).entries();
}
function entryOf(provider, fields, what) {
  const given = { provider, ...fields };
  const parsed3 = ENTRY_SCHEMAS[provider].safeParse(given);
  if (parsed3.success) return parsed3.data;
  const mistake = mistakeIn(parsed3.error, given, provider);
  throw new ExpectedFailure("bad-setting", `${what}: ${mistake.what}`, mistake.remedy);
}
var ModelsFile = class {
  #file;
  #lines = new LineCounter();
  #document;
  constructor(bytes, file) {
    this.#file = file;
    this.#document = parseDocument(textOf4(bytes, file), {
      lineCounter: this.#lines,
      prettyErrors: false,
      logLevel: "error"
    });
  }
  entries() {
    const models = this.#models();
    const entries = /* @__PURE__ */ new Map();
    for (const [name, value] of Object.entries(models)) entries.set(name, this.#entry(name, value));
    if (entries.size === 0)
      throw this.#refusal(["models"], "it names no model", "Put one under `models:`, by its name.");
    return entries;
  }
  #models() {
    const [problem] = [...this.#document.errors, ...this.#document.warnings];
    if (problem !== void 0) {
      const [offset] = problem.pos;
      const message = visible(shortened(problem.message));
      throw this.#refusalAt(offset, `this is neither YAML nor JSON: ${message}`, "Mend it there.");
    }
    const content = this.#toJs();
    const remedy = "It takes `models:`, and under it an entry for each model by its name.";
    if (!isRecord(content)) throw this.#refusal([], "it names no models", remedy);
    const stray = Object.keys(content).find((key) => key !== "models");
    if (stray !== void 0) throw this.#refusal([stray], `there is no ${quoted(stray)} in a file of models`, remedy);
    if (!isRecord(content.models)) throw this.#refusal(["models"], "it names no models", remedy);
    return content.models;
  }
  #toJs() {
    try {
      return this.#document.toJS();
    } catch (error) {
      throw new ExpectedFailure(
        "bad-models-file",
        `${this.#file}: its aliases lead nowhere, or to too much`,
        "Write the values out.",
        { cause: error }
      );
    }
  }
  #entry(name, value) {
    const at = ["models", name];
    if (!MODEL_NAME.test(name)) {
      throw this.#refusal(at, `${quoted(name)} is no name for a model`, "Letters, digits and . _ - / @ + are.");
    }
    if (!isRecord(value)) {
      throw this.#refusal(at, `${quoted(name)} says nothing of its model`, "Begin with `provider:`.");
    }
    const known = Object.keys(ENTRY_SCHEMAS);
    const { provider } = value;
    if (typeof provider !== "string" || !isProvider(provider)) {
      const what = provider === void 0 ? "has no provider" : "has a provider that does not exist";
      const nearest = typeof provider === "string" ? `Did you mean ${quoted(closest(provider, known))}? ` : "";
      throw this.#refusal([...at, "provider"], `${quoted(name)} ${what}`, `${nearest}Known: ${known.join(", ")}.`);
    }
    const parsed3 = ENTRY_SCHEMAS[provider].safeParse(value);
    if (parsed3.success) return parsed3.data;
    const mistake = mistakeIn(parsed3.error, value, provider);
    throw this.#refusal([...at, ...mistake.path], `${quoted(name)}: ${mistake.what}`, mistake.remedy);
  }
  #refusal(path, what, remedy) {
    for (let length = path.length; length > 0; length--) {
      const node = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#refusalAt(node.range[0], what, remedy);
    }
    return new ExpectedFailure("bad-models-file", `${this.#file}: ${what}`, remedy);
  }
  #refusalAt(offset, what, remedy) {
    const { line: line2, col } = this.#lines.linePos(offset);
    return new ExpectedFailure("bad-models-file", `${this.#file}:${line2}:${col}: ${what}`, remedy);
  }
};
function textOf4(bytes, file) {
  const remedy = "It is a short file in YAML or JSON, saved as UTF-8.";
  if (bytes.length > MAX_BYTES) throw new ExpectedFailure("bad-models-file", `${file} is too large`, remedy);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ExpectedFailure("bad-models-file", `${file} is not UTF-8`, remedy, { cause: error });
  }
}
function mistakeIn({ issues }, given, provider) {
  const { shape } = ENTRY_SCHEMAS[provider];
  for (const issue2 of issues) {
    if (issue2.code !== "unrecognized_keys") continue;
    const [key = ""] = issue2.keys;
    const known = issue2.path[0] === "price" ? PRICE_SETTINGS : Object.keys(shape);
    return {
      path: [...issue2.path, key],
      what: `there is no setting ${quoted([...issue2.path, key].join("."))} for a model of the provider ${provider}`,
      remedy: `Did you mean ${quoted(closest(key, known))}? Known here: ${known.join(", ")}.`
    };
  }
  const [issue] = issues;
  const path = issue?.path ?? [];
  const isMissing = path.reduce((value, key) => isRecord(value) ? value[String(key)] : value, given) === void 0;
  const described = Object.entries(shape).find(([key]) => key === path[0])?.[1];
  return {
    path,
    what: `${path.join(".")} ${isMissing ? "is missing" : "does not take that"}`,
    remedy: `It is: ${described?.description ?? issue?.message ?? ""}.`
  };
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function quoted(text) {
  return `"${visible(shortened(text))}"`;
}
function shortened(text) {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
}

// src/compose/models.ts
function composeModels(settings, environment, warn) {
  const opened = [];
  let cache = null;
  return {
    async open(reference, repository, languages) {
      const { secrets } = environment;
      const named = await entryFor(reference, settings);
      const operator = { secrets, warn, folder: named.folder };
      let loaded;
      if (isLanguageModel(named.entry)) {
        const { openAnswerCache, openLanguageModel } = await import("./part-TD4EZ6C6.js");
        if (settings.useCache) cache ??= openAnswerCache(environment.answersFolder, { warn });
        loaded = await openLanguageModel(named.entry, operator, settings.budget, { repository, languages, cache });
      } else {
        loaded = await openEmbedded(named.entry?.path, operator, settings, { repository, languages });
      }
      if (loaded !== null) opened.push(loaded);
      return loaded;
    },
    async names() {
      return settings.modelsFile === null ? [void 0] : [...(await entriesIn(settings.modelsFile)).keys()];
    },
    async close() {
      for (const { model } of opened) await model.close?.();
      await cache?.close();
    }
  };
}
async function entryFor(reference, { modelsFile, baseUrl, areSeveral = false }) {
  const here = process.cwd();
  const file = modelsFile === null ? null : { path: modelsFile, entries: await entriesIn(modelsFile) };
  const name = reference ?? (file === null ? void 0 : onlyNameIn(file.path, file.entries));
  const named = name === void 0 ? void 0 : file?.entries.get(name);
  if (!areSeveral && baseUrl !== null && (named !== void 0 || name?.startsWith("openai:") !== true)) {
    throw new ExpectedFailure(
      "bad-setting",
      "--base-url is for --model openai:NAME",
      "Leave it out, or name such a model."
    );
  }
  if (named !== void 0 && file !== null) return { entry: named, folder: dirname4(resolve3(file.path)) };
  if (name === void 0 || name === "embedded") return { entry: null, folder: here };
  const [, provider = "", model = ""] = /^([a-z]+):(.*)$/s.exec(name) ?? [];
  if (provider === "" || !isProvider(provider)) {
    return { entry: { provider: "embedded", path: pathOrName(name, file) }, folder: here };
  }
  return { entry: entryOf(provider, fieldsOf(provider, model, baseUrl), `--model ${name}`), folder: here };
}
async function entriesIn(path) {
  return parseModelsFile(await readSettingsFile(path), path);
}
function onlyNameIn(path, entries) {
  if (entries.size === 1) return [...entries.keys()][0];
  throw new ExpectedFailure(
    "bad-setting",
    `${path} names ${entries.size} models`,
    `Choose one with --model: ${[...entries.keys()].join(", ")}.`
  );
}
function pathOrName(name, file) {
  if (file === null || /[/\\]|\.palimpsest$/.test(name)) return name;
  const names = [...file.entries.keys()];
  throw new ExpectedFailure(
    "bad-setting",
    `${file.path} names no model ${JSON.stringify(name)}`,
    `Did you mean ${JSON.stringify(closest2(name, names))}? It names ${names.join(", ")}.`
  );
}
function fieldsOf(provider, name, baseUrl) {
  switch (provider) {
    case "openai":
      if (baseUrl !== null) return { model: name, "base-url": baseUrl };
      throw new ExpectedFailure(
        "bad-setting",
        `--model openai:${name} does not say where the server is`,
        "Add --base-url, such as http://127.0.0.1:8000/v1."
      );
    case "gguf":
    case "embedded":
      return { path: name };
    case "command":
      return { command: name };
    default:
      return provider;
  }
}
function isLanguageModel(entry) {
  return entry !== null && entry.provider !== "embedded";
}
function openEmbedded(path, { folder }, { budget, areSeveral = false }, around) {
  if (!areSeveral && Object.values(budget).some((bound) => bound !== null)) {
    throw new ExpectedFailure(
      "bad-setting",
      "the embedded model costs nothing: there is no budget to keep",
      "Leave out --max-methods, --max-tokens and --max-cost; for a part of the methods there is evaluate --sample."
    );
  }
  return loadEmbedded(path === void 0 ? null : resolve3(folder, path), around.repository, around.languages);
}

// src/compose.ts
async function composeLanguages(environment) {
  const registry = await loadLanguages({ java: { parser: environment.parser === "wasm" ? "wasm" : "auto" } });
  const [main] = registry.languages;
  if (main === void 0) throw new Error("no language is registered");
  return { main, forPath: registry.forPath };
}
async function composeLedgers(repository) {
  await ensureStateFolder(repository);
  return openLedgers(repository);
}
function openLedgers(repository) {
  return openLedgerDirectory(inStateFolder(repository, "ledger"));
}
async function saveModel(path, repository, bytes, card) {
  if (path === modelPath(repository)) await ensureStateFolder(repository);
  await writeOutput(path, bytes);
  await writeCard(path, card);
}
async function saveCard({ path }, card) {
  if (path === null) return;
  await makeParentFolder(path);
  await writeCard(path, card);
}
async function composeJournal(job, repository, environment, identity) {
  const name = `${createHash5("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 24)}.jsonl`;
  if (repository === null) return openJournal(join5(environment.cacheFolder, job, name));
  await ensureStateFolder(repository);
  return openJournal(inStateFolder(repository, job, name));
}

export {
  openDirectory,
  openOutputTree,
  openHistory,
  WORKTREE,
  openRepository,
  sameTokens,
  significant,
  serve,
  composeBacktest,
  compareText,
  composeTraining,
  visible,
  visibleCode,
  writtenOut,
  composeModels,
  openWalkJournal,
  readAnewStates,
  writeAnewStates,
  composeLanguages,
  composeLedgers,
  openLedgers,
  saveModel,
  saveCard,
  composeJournal
};

import {
  findChanges
} from "./part-MK5JJYOD.js";
import {
  LeftOutCount
} from "./part-PYY7FY3F.js";
import {
  readSources
} from "./part-EIIWTEOH.js";
import {
  isEmptyBody,
  isGeneratedText,
  pathScope
} from "./part-GZMXCIU6.js";
import {
  compareText
} from "./part-5YJMR3U6.js";
import {
  bodyOf
} from "./part-GV6IPUYS.js";

// src/jobs/read-change.ts
async function readChange(input) {
  return sortChange(await readBothSides(input), input);
}
function sortChange({ before, after }, input) {
  const [anySource] = [...after, ...before];
  const changes = anySource === void 0 ? NO_CHANGES : findChanges(parsed(before), parsed(after), anySource.language.tokenize);
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
async function readBothSides({
  repository,
  base,
  head,
  languages,
  progress,
  signal
}) {
  const changed = (await repository.changedFiles(base, head)).filter(({ path }) => languages.forPath(path));
  progress.begin("reading the change", changed.length * 2);
  const read = async (revision, absent) => {
    const paths = changed.filter(({ status }) => status !== absent).map(({ path }) => path);
    const sources = [];
    for await (const source of readSources(repository.tree(revision), paths, languages, signal)) {
      progress.advance();
      sources.push(source);
    }
    return sources;
  };
  const before = await read(base, "added");
  const after = await read(head, "deleted");
  progress.end();
  return { before, after };
}
function parsed(sources) {
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

export {
  readChange,
  sortChange
};

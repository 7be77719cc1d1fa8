import {
  addCosts,
  costOf
} from "./part-3MRB6MT7.js";
import {
  EMPTY_BODY,
  splice
} from "./part-Z56BS6C5.js";
import {
  CONSTRUCTOR_NAME,
  FAILURE_REASONS,
  bodyOf,
  displayName,
  inStateFolder,
  indentAt,
  lineEndOf,
  parseModelCard,
  readCard,
  readSettingsFile,
  withLineFeeds,
  writeOutput
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure,
  systemErrorCode
} from "./part-YGOHBTLK.js";

// src/compose/language-models.ts
import { resolve as resolve3 } from "node:path";

// src/models/language-model.ts
import { createHash as createHash2 } from "node:crypto";

// src/core/members.ts
function blocksAround(text, offset, tokenize) {
  const tokens2 = placed(tokenize(text));
  const open2 = [];
  for (const [index, token] of tokens2.entries()) {
    if (token.start >= offset) break;
    if (token.text === "{") open2.push(index);
    else if (token.text === "}") open2.pop();
  }
  return [-1, ...open2].map((index) => blockAt(tokens2, index, text));
}
function placed(tokens2) {
  let end = 0;
  return tokens2.map(({ kind, text }) => {
    const start = end;
    end += text.length;
    return { kind, text, start, end };
  });
}
function blockAt(tokens2, opening, text) {
  const members = [];
  let start = opening < 0 ? 0 : lineRestEnd(tokens2, opening);
  let draft;
  let depth = 0;
  for (let index = opening + 1; index < tokens2.length; index += 1) {
    const token = tokens2[index];
    if (token === void 0 || token.kind === "space" || token.kind === "comment") continue;
    if (token.text === "}" && depth === 0 && opening >= 0) {
      if (draft !== void 0) members.push({ start, end: token.start, ...draft });
      return { members, tail: { start: draft === void 0 ? start : token.start, end: token.start } };
    }
    draft ??= { code: token.start, value: -1, word: token.text };
    if (OPENING.has(token.text)) depth += 1;
    else if (CLOSING.has(token.text)) depth = Math.max(0, depth - 1);
    else if (token.text === "=" && depth === 0 && draft.value < 0) draft.value = token.start;
    if (depth > 0 || !ends(tokens2, index, draft.value >= 0)) continue;
    const end = lineRestEnd(tokens2, index);
    members.push({ start, end, ...draft });
    start = end;
    draft = void 0;
  }
  if (draft !== void 0) members.push({ start, end: text.length, ...draft });
  return { members, tail: { start: draft === void 0 ? start : text.length, end: text.length } };
}
var OPENING = /* @__PURE__ */ new Set(["(", "[", "{"]);
var CLOSING = /* @__PURE__ */ new Set([")", "]", "}"]);
var GOES_ON = /* @__PURE__ */ new Set([",", ";", ")", "."]);
function ends(tokens2, index, hasValue) {
  const { text } = tokens2[index] ?? { text: "" };
  if (text === ";") return true;
  if (text !== "}" || hasValue) return false;
  const next = codeAfter(tokens2, index);
  return next === void 0 || !GOES_ON.has(next.text);
}
function codeAfter(tokens2, index) {
  let at = index + 1;
  while (tokens2[at]?.kind === "space" || tokens2[at]?.kind === "comment") at += 1;
  return tokens2[at];
}
function lineRestEnd(tokens2, last) {
  let end = tokens2[last]?.end ?? 0;
  for (let index = last + 1; index < tokens2.length; index += 1) {
    const token = tokens2[index];
    if (token?.kind === "space") {
      const lineEnd = /\r\n?|\n/.exec(token.text);
      if (lineEnd !== null) return token.start + lineEnd.index + lineEnd[0].length;
    } else if (token?.kind !== "comment" || token.text.startsWith("/**")) return end;
    end = token.end;
  }
  return end;
}

// src/core/answer-bodies.ts
function bracedAt(code, at, { language }) {
  const { end } = braceEnd(code.slice(at), language.tokenize);
  return end === null ? null : code.slice(at, at + end);
}
function completedAt(code, at, { language }) {
  const text = code.slice(at).trimEnd();
  return braceEnd(text, language.tokenize).open === 1 ? `${text}
}` : null;
}
function braceEnd(text, tokenize) {
  let open2 = 0;
  let offset = 0;
  for (const token of tokenize(text)) {
    offset += token.text.length;
    if (token.text === "{") open2 += 1;
    if (token.text === "}") open2 -= 1;
    if (open2 === 0 && token.text === "}") return { end: offset, open: open2 };
  }
  return { end: null, open: open2 };
}
function continuationBrace(text, { language }) {
  let offset = 0;
  let inClause = false;
  for (const token of language.tokenize(text)) {
    if (token.text === "{") return offset;
    if (token.text === ";") return "no-body";
    if (token.text === "throws") inClause = true;
    else if (!inClause && token.kind !== "space" && token.kind !== "comment") return null;
    offset += token.text.length;
  }
  return null;
}
function declaredBodies(code, finding) {
  const { target } = finding.stub;
  const readings = [code, asMembers(code, target)].map((text) => finding.language.parse(target.path, text));
  const bodies = (fits) => readings.flatMap((source) => bodiesOf(source, fits));
  const named = [
    ...bodies((unit) => isNamedLike(unit, target) && likeness(unit, target) === 2),
    ...bodies((unit) => isNamedLike(unit, target) && likeness(unit, target) === 1),
    ...bodies((unit) => isNamedLike(unit, target) && likeness(unit, target) === 0)
  ];
  const most = readings.reduce((a, b) => b.units.length > a.units.length ? b : a);
  const known = new Set(finding.stub.source.units.map(({ name }) => name));
  const isNew = most.units.length === 1 && most.units.every(({ name }) => !known.has(name));
  return { named, renamed: isNew ? bodiesOf(most, () => true) : [] };
}
function asMembers(code, target) {
  const name = target.typeName.slice(target.typeName.lastIndexOf(".") + 1);
  const type = /^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name) ? name : "Type";
  const header = target.kind === "compact-constructor" ? `record ${type}()` : `class ${type}`;
  return `${header} {
${code}
}`;
}
function bodiesOf(source, fits) {
  return source.units.filter(fits).map(({ body }) => source.text.slice(body.start, body.end));
}
function isNamedLike(unit, target) {
  return unit.name === target.name || unit.kind !== "method" && target.name === CONSTRUCTOR_NAME;
}
function likeness({ parameters }, target) {
  if (parameters.length !== target.parameters.length) return 0;
  const simple = (type) => type.replace(/[\w$]+\./g, "");
  const same = parameters.every(({ type }, at) => simple(type) === simple(target.parameters[at]?.type ?? ""));
  return same ? 2 : 1;
}
function bodyOfStatements(code, { language }) {
  const members = blocksAround(code, 0, language.tokenize)[0]?.members ?? [];
  const says = members.some(({ code: at, end }) => !declaresType(code.slice(at, end)));
  if (!says) return null;
  const lines = code.replace(/^(?:[ \t]*\n)+/, "").trimEnd();
  return `{
${lines}
}`;
}
function declaresType(member) {
  const head = member.slice(0, Math.max(0, member.indexOf("{")));
  return /(?:^|\s)(?:class|interface|enum|record|@interface)\s+\w/.test(head);
}
var MOST_PLACES = 40;
function declaredAmongProse(text, finding) {
  const { name, typeName } = finding.stub.target;
  const spoken = name === CONSTRUCTOR_NAME ? typeName.slice(typeName.lastIndexOf(".") + 1) : name;
  const bodies = [];
  let at = text.indexOf(`${spoken}(`);
  for (let tried = 0; at >= 0 && tried < MOST_PLACES; tried += 1) {
    const line = text.lastIndexOf("\n", at) + 1;
    const brace = text.indexOf("{", at);
    const body = brace < 0 ? null : bracedAt(text, brace, finding);
    if (body !== null) bodies.push(...declaredBodies(text.slice(line, brace) + body, finding).named);
    at = text.indexOf(`${spoken}(`, at + 1);
  }
  return bodies;
}
function bodiesAmongProse(text, finding) {
  const bodies = [];
  let at = text.indexOf("{");
  for (let tried = 0; at >= 0 && tried < MOST_PLACES; tried += 1) {
    const braced = bracedAt(text, at, finding);
    if (braced === null) break;
    if (/(?:^|\n|[:`])[ \t]*$/.test(text.slice(0, at)) && finding.language.isBody(braced)) bodies.push(braced);
    at = text.indexOf("{", at + braced.length);
  }
  return bodies.sort((a, b) => b.length - a.length);
}

// src/core/answer-code.ts
var LAST_TOKENS = /(?:<[|｜][^\s<>|｜]{1,40}[|｜]>|<\/s>|<EOT>|<file_sep>|\ufffd|\0)+\s*$/;
function codeIn(answer) {
  const text = withoutThoughts(withLineFeeds(answer)).replace(LAST_TOKENS, "");
  const fences = fencesIn(text);
  return { text, stretches: fences.length > 0 ? fences : [{ text, fenced: false, closed: false }] };
}
function withoutThoughts(text) {
  const closed = /^[^\n"]*(?:<\/think(?:ing)?>|\[\/THINK\])/im;
  let rest = text;
  for (let end = closed.exec(rest); end !== null; end = closed.exec(rest)) rest = rest.slice(end.index + end[0].length);
  return /^\s*(?:<think(?:ing)?>|\[THINK\])/i.test(rest) ? "" : rest;
}
function fencesIn(text) {
  const stretches = [];
  let open2 = null;
  for (const line of text.split("\n")) {
    const mark = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(line);
    const [, indent = "", fence = "", info = ""] = mark ?? [];
    if (open2 === null) {
      if (mark !== null && !(fence.startsWith("`") && info.includes("`"))) {
        open2 = { fence, indent: indent.length, lines: [] };
      }
    } else if (mark !== null && info.trim() === "" && fence.startsWith(open2.fence)) {
      stretches.push({ text: open2.lines.join("\n"), fenced: true, closed: true });
      open2 = null;
    } else open2.lines.push(line);
  }
  if (open2 !== null) stretches.push({ text: open2.lines.join("\n"), fenced: true, closed: false });
  return stretches.filter((stretch) => stretch.text.trim() !== "");
}

// src/core/answer-layout.ts
var USUAL_STEP = "    ";
function laidOut(body, { source, target }, tokenize) {
  const indent = indentAt(source.text, target.declaration.start);
  const moved = body.includes("\n") ? reindented(body, indent, stepOf(source), tokenize) : body;
  return withLineEnds(moved, source.text);
}
function withLineEnds(body, file) {
  const usual = !file.includes("\n") && file.includes("\r") ? "\r" : lineEndOf(file);
  return usual === "\n" ? body : body.replaceAll("\n", usual);
}
function reindented(body, indent, step, tokenize) {
  const lines = linesOf(body, tokenize);
  const code = lines.slice(1).filter(({ block, text }) => block === null && text.trim() !== "");
  const last = code.at(-1);
  if (last === void 0) return body;
  const closes = last.text.trimStart().startsWith("}");
  const statements = code.filter((line) => line !== last || !closes).map(({ text }) => indentOf(text));
  const base = closes ? indentOf(last.text) : outdent(shortest(statements), step);
  const usesWrongBlanks = usesTabs(step) !== usesTabs(shortest(statements)) && shortest(statements) !== "";
  if (base === indent && !usesWrongBlanks) return body;
  const deep = shortest(statements);
  const isInPlace = base.length < indent.length && deep.startsWith(indent) && deep.length > indent.length;
  if (closes && !usesWrongBlanks && isInPlace) {
    return body.slice(0, body.lastIndexOf("\n") + 1) + indent + last.text.trimStart();
  }
  const moving = { base, unit: unitOf(base, statements), indent, step };
  const isFlat = deep === base;
  return joined(lines, (blanks, line) => {
    const within2 = isFlat && !(closes && line === last) ? step : "";
    return movedIndent(blanks, { ...moving, indent: indent + within2 });
  });
}
function linesOf(body, tokenize) {
  const inside = textBlocks(body, tokenize);
  let offset = 0;
  return body.split("\n").map((text) => {
    const at = inside.findIndex(({ start, end }) => start < offset && offset < end);
    offset += text.length + 1;
    return { text, block: at < 0 ? null : at };
  });
}
function textBlocks(body, tokenize) {
  let end = 0;
  return tokenize(body).flatMap(({ kind, text }) => {
    const start = end;
    end += text.length;
    return kind === "string" && text.includes("\n") ? [{ start, end }] : [];
  });
}
function joined(lines, move) {
  const common = /* @__PURE__ */ new Map();
  for (const [index, { block, text }] of lines.entries()) {
    if (block === null) continue;
    const isLast = lines[index + 1]?.block !== block;
    if (text.trim() === "" && !isLast) continue;
    const known = common.get(block);
    common.set(block, known === void 0 ? indentOf(text) : commonPrefix(known, indentOf(text)));
  }
  const written = lines.map((line, index) => {
    const { text, block } = line;
    if (index === 0 || text.trim() === "") return text;
    const blanks = block === null ? indentOf(text) : common.get(block);
    return blanks === null || blanks === void 0 ? text : move(blanks, line) + text.slice(blanks.length);
  });
  return written.join("\n");
}
function commonPrefix(a, b) {
  if (a === null) return null;
  if (a.startsWith(b)) return b;
  return b.startsWith(a) ? a : null;
}
function movedIndent(blanks, { base, unit, indent, step }) {
  if (!blanks.startsWith(base)) return indent;
  let rest = blanks.slice(base.length);
  let steps = "";
  while (unit !== "" && rest.startsWith(unit)) {
    rest = rest.slice(unit.length);
    steps += step;
  }
  return indent + steps + rest;
}
function unitOf(base, statements) {
  const deeper = statements.filter((indent) => indent.startsWith(base) && indent.length > base.length);
  return shortest(deeper).slice(base.length);
}
function outdent(blanks, step) {
  return blanks.endsWith(step) ? blanks.slice(0, -step.length) : "";
}
function indentOf(line) {
  return /^[ \t]*/.exec(line)?.[0] ?? "";
}
function shortest(indents) {
  return indents.reduce((least, indent) => indent.length < least.length ? indent : least, indents[0] ?? "");
}
function usesTabs(blanks) {
  return blanks.includes("	");
}
function stepOf(source) {
  const text = withLineFeeds(source.text);
  for (const unit of source.units) {
    const declared = indentAt(source.text, unit.declaration.start);
    const first = /\n([ \t]+)\S/.exec(withLineFeeds(bodyOf(source, unit)))?.[1];
    if (first?.startsWith(declared) && first.length > declared.length) return first.slice(declared.length);
  }
  return /\n([ \t]+)\S/.exec(text.replace(/\n[ \t]+\*/g, "\n"))?.[1] ?? USUAL_STEP;
}

// src/core/prompt-view.ts
var NOTHING = { lead: false, enclosing: null, pieces: /* @__PURE__ */ new Map() };
function everything({ pieces }) {
  return { lead: true, enclosing: "whole", pieces: new Map(pieces.map((piece) => [piece, "whole"])) };
}
function inFileOrder(surroundings, selection) {
  const { enclosing, target } = surroundings;
  let before = "";
  let after2 = "";
  for (let level = 0; level <= enclosing.length; level += 1) {
    const pieces = shownAt(surroundings, selection, level);
    before += pieces.filter(({ piece }) => !piece.after).map(textOf).join("") + headOf(enclosing[level], selection);
    after2 = tailOf(enclosing[level], selection) + pieces.filter(({ piece }) => piece.after).map(textOf).join("") + after2;
  }
  return view(before, target.rest + after2, surroundings, selection);
}
function withTargetLast(surroundings, selection) {
  let before = "";
  for (let level = 0; level <= surroundings.enclosing.length; level += 1) {
    for (const piece of shownAt(surroundings, selection, level)) before += withLineEnd(textOf(piece));
    before += withLineEnd(headOf(surroundings.enclosing[level], selection));
  }
  return view(before, "", surroundings, selection);
}
function withLineEnd(text) {
  return text === "" || /\s$/.test(text) ? text : `${text}
`;
}
function shownAt({ pieces }, selection, level) {
  return pieces.flatMap((piece) => {
    const shown = piece.level === level ? selection.pieces.get(piece) : void 0;
    return shown === void 0 ? [] : [{ piece, shown }];
  });
}
function textOf({ piece, shown }) {
  return shownText(piece, shown);
}
function shownText(piece, shown) {
  return shown === "outline" ? piece.outline ?? piece.whole : piece.whole;
}
function headOf(enclosing, selection) {
  if (enclosing === void 0 || selection.enclosing === null) return "";
  return selection.enclosing === "whole" ? enclosing.head : enclosing.bareHead;
}
function tailOf(enclosing, selection) {
  return enclosing === void 0 || selection.enclosing === null ? "" : enclosing.tail;
}
function view(before, after2, { target }, selection) {
  const lead = selection.lead ? target.lead : target.lead.slice(target.lead.trimEnd().length);
  const text = withLineFeeds(before + lead + target.signature);
  return { before: text.replace(/^[\s\ufeff]+(?=\S)/, firstLineIndent), after: withLineFeeds(after2).trimEnd() };
}
function firstLineIndent(blank) {
  return blank.slice(blank.lastIndexOf("\n") + 1).replace("\uFEFF", "");
}

// src/core/special-tokens.ts
var FILLING_TOKENS = {
  "fim-qwen": {
    join: (prefix, suffix) => `<|fim_prefix|>${prefix}<|fim_suffix|>${suffix}<|fim_middle|>`,
    stop: ["<|endoftext|>", "<|fim_pad|>", "<|repo_name|>", "<|file_sep|>"],
    own: []
  },
  "fim-starcoder": {
    join: (prefix, suffix) => `<fim_prefix>${prefix}<fim_suffix>${suffix}<fim_middle>`,
    stop: ["<|endoftext|>", "<file_sep>", "<fim_pad>", "<fim_prefix>"],
    own: ["<filename>", "<reponame>", "<gh_stars>", "<commit_before>", "<commit_msg>", "<commit_after>"]
  },
  "fim-codellama": {
    join: (prefix, suffix) => `<PRE> ${prefix} <SUF>${suffix} <MID>`,
    stop: ["<EOT>"],
    own: ["<PRE>", "<SUF>", "<MID>", "<EOT>"]
  },
  "fim-deepseek": {
    join: (prefix, suffix) => `<｜fim▁begin｜>${prefix}<｜fim▁hole｜>${suffix}<｜fim▁end｜>`,
    stop: ["<｜end▁of▁sentence｜>", "<|EOT|>", "<｜fim▁begin｜>"],
    own: []
  },
  "fim-codestral": {
    join: (prefix, suffix) => `[SUFFIX]${suffix}[PREFIX]${prefix}`,
    stop: [],
    own: ["[SUFFIX]", "[PREFIX]", "[MIDDLE]"]
  }
};
function isTokenFormat(format) {
  return format in FILLING_TOKENS;
}
var SPECIAL = [
  /<(?=[|｜][^\s<>|｜]{1,40}[|｜]>)/g,
  /<(?=(?:fim_(?:prefix|suffix|middle|pad)|file_sep|repo_name|(?:start|end)_of_turn|bos|eos|\/?s)>)/g,
  /<(?=<\/?SYS>>)/g,
  /\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS)\])/g
];
function withoutSpecialTokens(text, format) {
  let plain = text;
  for (const pattern of SPECIAL) plain = plain.replace(pattern, "$& ");
  if (!isTokenFormat(format)) return plain;
  for (const token of FILLING_TOKENS[format].own) {
    plain = plain.replaceAll(token, `${token.charAt(0)} ${token.slice(1)}`);
  }
  return plain;
}

// src/core/prompt-writing.ts
var MOST_STOPS = 4;
function writePrompt(stub, surroundings, selection, format) {
  switch (format) {
    case "chat":
      return { kind: "chat", messages: chatMessages(stub, surroundings, selection) };
    case "completion": {
      const { before } = withTargetLast(surroundings, selection);
      return {
        kind: "text",
        text: withoutSpecialTokens(before, format),
        suffix: null,
        stop: nextMembers(surroundings)
      };
    }
    default: {
      const view2 = inFileOrder(surroundings, selection);
      const prefix = withoutSpecialTokens(view2.before, format);
      const suffix = withoutSpecialTokens(view2.after, format);
      if (!isTokenFormat(format)) return { kind: "text", text: prefix, suffix, stop: nextMembers(surroundings) };
      const { join: join2, stop } = FILLING_TOKENS[format];
      const stops = [...stop, ...nextMembers(surroundings)].slice(0, MOST_STOPS);
      return { kind: "text", text: join2(prefix, suffix), suffix: null, stop: stops };
    }
  }
}
function shapeOf(format) {
  return format === "chat" ? "chat" : "body";
}
function textsOf(prompt) {
  if (prompt.kind === "chat") return prompt.messages.map(({ content }) => content);
  return prompt.suffix === null ? [prompt.text] : [prompt.text, prompt.suffix];
}
function nextMembers({ target }) {
  const indent = /^[ \t]*/.exec(target.signature)?.[0] ?? "";
  return indent === "" ? [] : ["/**", "public ", "private ", "protected "].map((word) => `
${indent}${word}`);
}
var BODY_MARK = "{ /* WRITE THIS BODY */ }";
function languageTag({ source }) {
  return source.path.slice(source.path.lastIndexOf(".") + 1).toLowerCase();
}
function chatMessages(stub, surroundings, selection) {
  const { target, source, erased } = stub;
  const language = languageTag(stub);
  const { before, after: after2 } = inFileOrder(surroundings, selection);
  const gap = /[\r\n]/.test(surroundings.target.gap) ? " " : surroundings.target.gap;
  const view2 = withoutSpecialTokens(`${before}${gap}${BODY_MARK}${after2}`, "chat");
  const signature = withoutSpecialTokens(surroundings.target.signature, "chat");
  const what = target.kind === "method" ? "method" : "constructor";
  const others = erased.size > 1 ? ` Bodies shown as \`${EMPTY_BODY}\` are missing too and not asked for.` : "";
  return [
    {
      role: "system",
      content: `You complete ${language} source files. Answer with one fenced code block that holds the body asked for and nothing else: from its opening brace to its closing brace, without the signature, other members or explanations.`
    },
    {
      role: "user",
      content: `In ${withoutSpecialTokens(source.path, "chat")} the body of one ${what} is missing; \`${BODY_MARK}\` stands in its place.${others}

${fenced(view2, language)}

Write the body of \`${withoutSpecialTokens(displayName(target.id), "chat")}\`:

${fenced(signature, language)}

Answer with that body alone, from \`{\` to \`}\`.`
    }
  ];
}
function fenced(text, language) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${text}
${fence}`;
}

// src/core/answer.ts
function readAnswer(reading) {
  if (reading.finish === "refused") return failed("refused", "The model refused to answer.");
  const answer = codeIn(reading.text);
  for (const candidate of candidates(answer, reading)) {
    if (candidate === BODY_MARK || !reading.language.isBody(candidate)) continue;
    const body = laidOut(candidate, reading.stub, reading.language.tokenize);
    return { kind: "regenerated", body: reading.language.isBody(body) ? body : candidate };
  }
  return whyNone(answer, reading);
}
function* candidates(answer, reading) {
  switch (reading.shape) {
    case "inside":
      yield* insideBraces(answer.text, reading);
      break;
    case "body": {
      const brace = continuationBrace(answer.text, reading);
      if (typeof brace === "number") yield* bodyAt(answer.text, brace, reading.finish !== "length", reading);
      if (brace !== null) return;
      break;
    }
    case "chat":
      break;
  }
  yield* amongStretches(answer.stretches, reading);
}
function* insideBraces(text, reading) {
  if (text.trim() === "") return;
  const start = text.search(/\S/);
  if (text.charAt(start) === "{") {
    const body = bracedAt(text, start, reading);
    if (body?.trimEnd() === text.trim()) yield body;
  }
  yield* bodyAt(`{${text}`, 0, reading.finish !== "length", reading);
}
function* bodyAt(code, at, isWhole, reading) {
  const body = bracedAt(code, at, reading);
  if (body !== null) yield body;
  else if (isWhole) {
    const completed = completedAt(code, at, reading);
    if (completed !== null) yield completed;
  }
}
function* amongStretches(stretches, reading) {
  const known = /* @__PURE__ */ new Map();
  const declaredIn = (stretch) => {
    const declared = known.get(stretch) ?? declaredBodies(stretch.text, reading);
    known.set(stretch, declared);
    return declared;
  };
  const whole2 = stretches.filter(({ closed }) => closed || reading.finish !== "length");
  for (const stretch of stretches) {
    const { text } = stretch;
    const brace = continuationBrace(text, reading);
    const body = typeof brace === "number" ? bracedAt(text, brace, reading) : null;
    if (body !== null) yield body;
    yield* declaredIn(stretch).named;
    yield* declaredAmongProse(text, reading);
  }
  for (const { text } of whole2) {
    const body = bodyOfStatements(text, reading);
    if (body !== null) yield body;
  }
  for (const stretch of whole2) yield* declaredIn(stretch).renamed;
  for (const { text } of whole2) {
    const brace = continuationBrace(text, reading);
    const body = typeof brace === "number" ? completedAt(text, brace, reading) : null;
    if (body !== null) yield body;
    yield* declaredBodies(`${text.trimEnd()}
}`, reading).named;
  }
  for (const { text, fenced: fenced2 } of stretches) if (!fenced2) yield* bodiesAmongProse(text, reading);
}
var REFUSAL = /^\W*(?:(?:I['’]?m|I am) (?:really |very |so )?(?:sorry|afraid|unable|not able)|sorry\b|I (?:can['’]?t|cannot|can not|won['’]?t|will not) |as an? (?:AI|language model)|unfortunately,? I )/i;
function whyNone({ text, stretches }, reading) {
  const { finish, text: answer, shape } = reading;
  const length = `${answer.length} characters`;
  if (finish === "length")
    return failed("cut-off", `The answer was cut off after ${length}, before its body was complete.`);
  if (text.trim() === "") {
    return failed(
      "missing",
      answer.trim() === "" ? "The answer is empty." : `The answer (${length}) holds nothing but thoughts.`
    );
  }
  if (REFUSAL.test(text)) return failed("refused", `The model refused to answer, in ${length}.`);
  if (shape === "body" && continuationBrace(text, reading) === "no-body")
    return failed("missing", "The answer leaves the method without a body.");
  if (text.includes(BODY_MARK)) return failed("missing", `The answer (${length}) repeats the question.`);
  if (!/[{};]/.test(text) && !stretches.some(({ fenced: fenced2 }) => fenced2)) {
    return failed("missing", `The answer (${length}) holds no code.`);
  }
  return failed("does-not-parse", `The answer (${length}) holds no body that parses.`);
}
function failed(reason, detail) {
  return { kind: "failed", reason, detail };
}

// src/core/use-ranking.ts
function rankedByUse(surroundings, target, tokenize) {
  const { pieces, enclosing, target: text } = surroundings;
  const inFile = pieces.filter(({ kind }) => kind !== "import" && kind !== "package").sort((a, b) => a.start - b.start);
  const before = inFile.filter(({ after: after2 }) => !after2).length;
  const asked = {
    unit: target,
    named: /* @__PURE__ */ new Set([...identifiersIn(text.lead), ...namesIn(text.signature, tokenize)]),
    tokenize,
    innermost: enclosing.length
  };
  return inFile.map((piece, index) => ({
    piece,
    use: useOf(piece, asked),
    distance: piece.after ? index - before : before - 1 - index
  })).sort((a, b) => b.use - a.use || a.distance - b.distance || a.piece.start - b.piece.start).map(({ piece }) => piece);
}
function identifiersIn(text) {
  return new Set(text.match(/[\p{ID_Start}_$][\p{ID_Continue}$]*/gu));
}
function namesIn(code, tokenize) {
  return tokenize(code).flatMap(({ kind, text }) => kind === "identifier" ? [text] : []);
}
function useOf(piece, asked) {
  const near = piece.level === asked.innermost ? 30 : 0;
  switch (piece.kind) {
    case "unit":
      return near + Math.max(...piece.units.map((unit) => useOfUnit(unit, piece.whole, asked)));
    case "group":
      return near + useOfGroup(piece, asked);
    default:
      return near + useOfField(piece, asked);
  }
}
function useOfUnit(unit, text, { unit: target, named }) {
  const sameType = unit.typeName === target.typeName;
  let use = 0;
  if (unit.name === target.name && sameType) use += 100;
  else if (named.has(unit.name)) use += 80;
  if (calls(text, target)) use += 60;
  const property = propertyOf(unit);
  if (sameType && property !== "" && property === propertyOf(target)) use += 50;
  if (unit.returnType === target.returnType && !PLAIN_TYPES.has(unit.returnType)) use += 20;
  use += Math.min(20, 10 * sharedTypes(unit, target));
  use += Math.min(20, 5 * sharedWords(unit.name, target.name));
  return use;
}
function useOfGroup({ units, whole: whole2 }, { unit: target, named }) {
  const typeName = units[0]?.typeName ?? "";
  const isNamed = typeName.split(".").some((part) => named.has(part));
  return (isNamed ? 70 : 0) + (calls(whole2, target) ? 30 : 0);
}
function useOfField({ level, whole: whole2, outline }, { unit: target, named, innermost, tokenize }) {
  const isInitialiser = outline === null && /\}\s*$/.test(whole2);
  if (isInitialiser) return 20;
  const names = namesIn(outline ?? whole2, tokenize);
  const property = propertyOf(target);
  const isMeant = names.some((name) => named.has(name) || name.toLowerCase() === property);
  return (level === innermost ? 90 : 10) + (isMeant ? 50 : 0);
}
var PLAIN_TYPES = /* @__PURE__ */ new Set(["", "void", "boolean", "int", "long", "double", "float", "String"]);
function calls(text, target) {
  const isConstructor = target.name === CONSTRUCTOR_NAME;
  const name = isConstructor ? target.typeName.slice(target.typeName.lastIndexOf(".") + 1) : target.name;
  const call = isConstructor ? `new ${name}` : `${name}(`;
  for (let at = text.indexOf(call); at >= 0; at = text.indexOf(call, at + 1)) {
    if (isConstructor || !/[\p{ID_Continue}$]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}
function propertyOf({ name }) {
  if (name === CONSTRUCTOR_NAME) return "";
  return (new RegExp("^(?:get|set|is|has|with|add|remove)(?=\\p{Lu})(.*)$", "u").exec(name)?.[1] ?? name).toLowerCase();
}
function sharedTypes(unit, target) {
  const types = new Set(target.parameters.map(({ type }) => type).filter((type) => !PLAIN_TYPES.has(type)));
  const shown = /* @__PURE__ */ new Set([unit.returnType, ...unit.parameters.map(({ type }) => type)]);
  return [...types].filter((type) => shown.has(type)).length;
}
function sharedWords(name, other) {
  const words = new Set(wordsIn(name));
  return wordsIn(other).filter((word) => words.has(word)).length;
}
function wordsIn(name) {
  return (name.match(new RegExp("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+", "gu")) ?? []).map((word) => word.toLowerCase());
}

// src/core/packing.ts
function choose(surroundings, target, tokenize, purse) {
  const bare = purse.price(NOTHING);
  if (bare > purse.budget) return null;
  const all = everything(surroundings);
  if (lengthOf(surroundings) <= purse.budget * LONGEST_TOKEN && purse.price(all) <= purse.budget) return all;
  const steps = new Spending(surroundings, purse.countTokens, purse.budget - bare).steps(target, tokenize);
  for (let taken = steps.length; taken > 0; taken -= 1) {
    const selection = after(steps.slice(0, taken));
    if (purse.price(selection) <= purse.budget) return selection;
  }
  return NOTHING;
}
var LONGEST_TOKEN = 16;
function lengthOf({ pieces }) {
  return pieces.reduce((length, { whole: whole2 }) => length + whole2.length, 0);
}
function after(steps) {
  const pieces = /* @__PURE__ */ new Map();
  let { lead, enclosing } = NOTHING;
  for (const step of steps) {
    if (step.kind === "lead") lead = true;
    else if (step.kind === "enclosing") enclosing = step.shown;
    else pieces.set(step.piece, step.shown);
  }
  return { lead, enclosing, pieces };
}
var Spending = class {
  #surroundings;
  #countTokens;
  #steps = [];
  #shown = /* @__PURE__ */ new Map();
  #room;
  constructor(surroundings, countTokens, room) {
    this.#surroundings = surroundings;
    this.#countTokens = countTokens;
    this.#room = room;
  }
  steps(target, tokenize) {
    const { enclosing, target: text } = this.#surroundings;
    this.#take({ kind: "lead" }, text.lead, "");
    const bare = enclosing.map(({ bareHead, tail }) => bareHead + tail).join("");
    if (!this.#take({ kind: "enclosing", shown: "outline" }, bare, "")) return this.#steps;
    this.#showImports(identifiersIn(text.lead + text.signature));
    const ranked = rankedByUse(this.#surroundings, target, tokenize);
    const kept = Math.floor(this.#room / 2);
    for (const piece of ranked) this.#show(piece, "outline", kept);
    for (const piece of ranked) this.#show(piece, "whole", 0);
    for (const piece of ranked) if (!this.#shown.has(piece)) this.#show(piece, "outline", 0);
    this.#take({ kind: "enclosing", shown: "whole" }, enclosing.map(({ head, tail }) => head + tail).join(""), bare);
    this.#showImports(identifiersIn([...this.#shown].map(([piece, shown]) => shownText(piece, shown)).join("\n")));
    return this.#steps;
  }
  /** The package, and the imports that `named` holds, that name everything, or that only the erased body can use. */
  #showImports(named) {
    const used = usedNames(this.#surroundings);
    for (const piece of this.#surroundings.pieces) {
      if (this.#shown.has(piece)) continue;
      if (piece.kind === "package") this.#show(piece, "whole", 0);
      if (piece.kind !== "import") continue;
      const name = /([\p{ID_Continue}$]+|\*)\s*;/u.exec(piece.whole)?.[1] ?? "*";
      if (name === "*" || named.has(name) || !used.has(name)) this.#show(piece, "whole", 0);
    }
  }
  #show(piece, shown, kept) {
    if (shown === "whole" && this.#shown.get(piece) === "outline" && piece.outline === null) return;
    const before = this.#shown.get(piece);
    const paid = before === void 0 ? "" : shownText(piece, before);
    if (this.#take({ kind: "piece", piece, shown }, shownText(piece, shown), paid, kept)) this.#shown.set(piece, shown);
  }
  /** Whether there was room for a step, `kept` tokens left over. */
  #take(step, text, paid, kept = 0) {
    const room = this.#room - kept;
    if (room <= 0 || text.length - paid.length > room * LONGEST_TOKEN) return false;
    const cost = this.#countTokens(text) - (paid === "" ? 0 : this.#countTokens(paid));
    if (cost > room) return false;
    this.#room -= cost;
    this.#steps.push(step);
    return true;
  }
};
function usedNames({ pieces, enclosing, target }) {
  const code = pieces.filter(({ kind }) => kind !== "import" && kind !== "package").map(({ whole: whole2 }) => whole2);
  const around = enclosing.map(({ head, tail }) => head + tail);
  return identifiersIn([...code, ...around, target.lead, target.signature].join("\n"));
}

// src/core/surroundings.ts
function surroundingsOf({ source, target }, tokenize) {
  const { text } = source;
  const blocks = blocksAround(text, target.body.start, tokenize);
  const others = source.units.filter((unit) => unit.id !== target.id);
  const pieces = [];
  const enclosing = [];
  let own = { start: target.declaration.start, end: target.body.end };
  for (const [level, block] of blocks.entries()) {
    const path = block.members.find((member) => member.start <= target.body.start && target.body.end <= member.end);
    for (const member of block.members) {
      if (member !== path) pieces.push(pieceOf(member, level, text, others, target));
    }
    const inner = blocks[level + 1];
    if (path !== void 0 && inner !== void 0) {
      enclosing.push(enclosingOf(path, inner, text, others));
    } else if (path !== void 0) own = path;
  }
  return { pieces, enclosing, target: targetText(text, target, own) };
}
function targetText(text, target, own) {
  const start = withIndent(text, target.declaration.start, own.start);
  const header = text.slice(start, target.body.start);
  const signature = header.trimEnd();
  return {
    lead: text.slice(own.start, start),
    signature,
    gap: header.slice(signature.length),
    rest: text.slice(target.body.end, own.end)
  };
}
function withIndent(text, offset, atLeast) {
  let start = offset;
  while (start > atLeast && /[ \t]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}
function enclosingOf(path, inner, text, others) {
  const open2 = inner.members[0]?.start ?? inner.tail.start;
  const units = unitsIn(others, { start: path.start, end: open2 });
  return {
    head: text.slice(path.start, open2),
    bareHead: blankLineBefore(path, text) + withoutBodies(text, { start: withIndent(text, path.code, path.start), end: open2 }, units),
    tail: text.slice(inner.tail.start, path.end),
    units: [...units, ...unitsIn(others, { start: inner.tail.end, end: path.end })]
  };
}
function pieceOf(member, level, text, others, target) {
  const units = unitsIn(others, member);
  const kind = kindOf(member, level, units);
  const start = kind === "package" ? member.code : member.start;
  return {
    kind,
    start: member.start,
    after: member.start > target.body.start,
    level,
    units,
    whole: text.slice(start, member.end),
    outline: outlineOf(member, kind, text, units)
  };
}
function kindOf({ word, code }, level, units) {
  if (level === 0 && (word === "import" || word === "package")) return word;
  if (units.length === 0) return "plain";
  return units.length === 1 && units[0]?.declaration.start === code ? "unit" : "group";
}
function outlineOf(member, kind, text, units) {
  const start = withIndent(text, member.code, member.start);
  const blank = blankLineBefore(member, text);
  switch (kind) {
    case "unit":
    case "group":
      return blank + withoutBodies(text, { start, end: member.end }, units);
    case "plain":
      return member.value < 0 ? null : `${blank}${text.slice(start, member.value).trimEnd()};
`;
    case "package":
    case "import":
      return null;
  }
}
function blankLineBefore({ start }, text) {
  return /^[ \t]*(?:\r\n?|\n)/.exec(text.slice(start, start + 80))?.[0] ?? "";
}
function withoutBodies(text, range, units) {
  const replacements = units.map(({ body }) => {
    const header = text.slice(range.start, body.start);
    return { range: { start: header.trimEnd().length, end: body.end - range.start }, text: ";" };
  });
  return splice(text.slice(range.start, range.end), replacements);
}
function unitsIn(units, { start, end }) {
  return units.filter(({ body }) => start <= body.start && body.end <= end);
}

// src/core/prompt.ts
var PROMPT_VERSION = 1;
function packPrompt({ stub, format, budget, countTokens, tokenize }) {
  const surroundings = surroundingsOf(stub, tokenize);
  const promptOf = (selection2) => writePrompt(stub, surroundings, selection2, format);
  const price = (selection2) => countPrompt(promptOf(selection2), countTokens);
  const selection = choose(surroundings, stub.target, tokenize, { budget, countTokens, price });
  if (selection === null) return null;
  return {
    prompt: promptOf(selection),
    tokens: price(selection),
    shape: shapeOf(format),
    neighbours: countNeighbours(stub, surroundings, selection)
  };
}
function countNeighbours({ source }, { pieces, enclosing }, selection) {
  const counts = { whole: 0, outline: 0 };
  for (const { units } of selection.enclosing === null ? [] : enclosing)
    counts[selection.enclosing ?? "whole"] += units.length;
  for (const piece of pieces) {
    const shown = selection.pieces.get(piece);
    if (shown !== void 0) counts[shown] += piece.units.length;
  }
  const { whole: whole2, outline: signatures } = counts;
  return { whole: whole2, signatures, leftOut: source.units.length - 1 - whole2 - signatures };
}
var TOKENS_PER_MESSAGE = 8;
function countPrompt(prompt, countTokens) {
  const overhead = prompt.kind === "chat" ? TOKENS_PER_MESSAGE * prompt.messages.length : 0;
  return textsOf(prompt).reduce((tokens2, text) => tokens2 + countTokens(text), overhead);
}

// src/models/allowance.ts
var Allowance = class {
  #budget;
  #price;
  #methods = /* @__PURE__ */ new Set();
  #queue = [];
  #tokens = 0;
  #cost = 0;
  #underWay = 0;
  #isSpent = false;
  constructor(budget, price) {
    this.#budget = budget;
    this.#price = price;
  }
  /** `null` when the budget does not allow it. A unit that was let in once may ask again under its name. */
  admit(need) {
    return new Promise((decide) => {
      this.#queue.push({ need, decide });
      this.#serve();
    });
  }
  #serve() {
    for (let next = this.#queue[0]; next !== void 0; next = this.#queue[0]) {
      const { need, decide } = next;
      if (!this.#isSpent && !this.#fits(need)) {
        if (this.#underWay > 0) return;
        this.#isSpent = true;
      }
      this.#queue.shift();
      decide(this.#isSpent ? null : this.#grant(need));
    }
  }
  #fits({ method, promptTokens, completionTokens }) {
    const { methods, tokens: tokens2, cost } = this.#budget;
    if (methods !== null && !this.#methods.has(method) && this.#methods.size >= methods) return false;
    if (tokens2 !== null && this.#tokens + promptTokens + completionTokens > tokens2) return false;
    return cost === null || addCosts(this.#cost, this.#costOf(promptTokens, completionTokens)) <= cost;
  }
  #grant({ method, promptTokens, completionTokens }) {
    this.#methods.add(method);
    this.#add(promptTokens, completionTokens, 1);
    this.#underWay++;
    let isSettled = false;
    return {
      settle: (prompt, completion) => {
        if (isSettled) return;
        isSettled = true;
        this.#add(promptTokens, completionTokens, -1);
        this.#add(prompt, completion, 1);
        this.#underWay--;
        this.#serve();
      }
    };
  }
  #add(promptTokens, completionTokens, sign) {
    this.#tokens += sign * (promptTokens + completionTokens);
    this.#cost = addCosts(this.#cost, sign * this.#costOf(promptTokens, completionTokens));
  }
  #costOf(promptTokens, completionTokens) {
    return this.#price === null ? 0 : costOf(this.#price, promptTokens, completionTokens);
  }
};

// src/models/answers.ts
import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import { z } from "zod";
var FORM = 1;
function answerRequest({ provider, name, facts }, prompt, { maxTokens, temperature, seed }) {
  const options = { maxTokens, temperature, seed };
  const key = JSON.stringify([FORM, provider, name, facts, prompt, maxTokens, temperature, seed]);
  return { prompt, options, key: createHash("sha256").update(key).digest("hex") };
}
var REMEMBERED = 500;
var Answers = class {
  #text;
  #cache;
  #price;
  #countTokens;
  #inTurn;
  #remembered = new LRUCache({ max: REMEMBERED });
  #counted = /* @__PURE__ */ new Set();
  #answeredAs = /* @__PURE__ */ new Set();
  #calls = 0;
  #cacheHits = 0;
  #promptTokens = 0;
  #completionTokens = 0;
  #cost = 0;
  /** What the engine's answers took one after the other; those of the cache take nothing. */
  answeringMs = 0;
  constructor(text, cache, price, countTokens) {
    this.#text = text;
    this.#cache = cache;
    this.#price = price;
    this.#countTokens = countTokens;
    this.#inTurn = pLimit(text.concurrency);
  }
  /** What is known without asking; counted once a run. */
  async recall(request) {
    const remembered = this.#remembered.get(request.key);
    if (remembered !== void 0) return remembered;
    const cached = await this.#read(request.key);
    if (cached === void 0) return void 0;
    this.#remembered.set(request.key, cached);
    if (!this.#counted.has(request.key)) {
      this.#cacheHits++;
      this.#count(request.key, cached);
    }
    return cached;
  }
  async isCached({ key }) {
    return this.#remembered.has(key) || await this.#read(key) !== void 0;
  }
  /**
   * Asks the engine, whatever is known. `promptTokens` is our own count, for an engine that keeps none. Rejects as soon as
   * the signal is raised, even when the engine does not heed it.
   */
  async ask(request, promptTokens, signal) {
    const completion = await this.#inTurn(() => {
      signal.throwIfAborted();
      const asked = Date.now();
      return unlessAborted(this.#text.complete(request.prompt, { ...request.options, signal }), signal).finally(() => {
        this.answeringMs += Date.now() - asked;
      });
    });
    if (!isModelsOwn(completion)) {
      const isLost = completion.kind === "failed" && completion.reason === "timed-out";
      const { maxTokens } = request.options;
      return { completion, promptTokens: isLost ? promptTokens : 0, completionTokens: isLost ? maxTokens : 0 };
    }
    const took = this.#tokensOf(completion, promptTokens);
    if (this.#price !== null)
      this.#cost = addCosts(this.#cost, costOf(this.#price, took.promptTokens, took.completionTokens));
    this.#count(request.key, completion);
    this.#remembered.set(request.key, completion);
    await this.#cache?.put(request.key, JSON.stringify(completion));
    return { completion, ...took };
  }
  usage() {
    return {
      calls: this.#calls,
      cacheHits: this.#cacheHits,
      promptTokens: this.#promptTokens,
      completionTokens: this.#completionTokens,
      cost: this.#price === null ? null : { amount: this.#cost, currency: this.#price.currency },
      answeredAs: [...this.#answeredAs].sort()
    };
  }
  async #read(key) {
    const kept = await this.#cache?.get(key);
    return kept === void 0 ? void 0 : parseCompletion(kept);
  }
  #tokensOf(completion, promptTokens) {
    if (completion.kind === "failed") return { promptTokens, completionTokens: 0 };
    return {
      promptTokens: completion.promptTokens ?? promptTokens,
      completionTokens: completion.completionTokens ?? this.#countTokens(completion.text)
    };
  }
  #count(key, completion) {
    this.#counted.add(key);
    this.#calls++;
    const said = completion.kind === "answered" ? completion : SAYS_NOTHING;
    this.#promptTokens = plus(this.#promptTokens, said.promptTokens);
    this.#completionTokens = plus(this.#completionTokens, said.completionTokens);
    if (said.answeredAs !== null && said.answeredAs !== this.#text.name) this.#answeredAs.add(said.answeredAs);
  }
};
function isModelsOwn(completion) {
  return completion.kind === "answered" || !completion.fatal && MODELS_OWN.has(completion.reason);
}
var MODELS_OWN = /* @__PURE__ */ new Set(["refused", "cut-off", "does-not-parse", "does-not-fit"]);
var SAYS_NOTHING = { promptTokens: null, completionTokens: null, answeredAs: null };
function plus(sum, tokens2) {
  return sum === null || tokens2 === null ? null : sum + tokens2;
}
var tokenCount = z.int().nonnegative().nullable();
var keptCompletion = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("answered"),
    text: z.string(),
    finish: z.enum(["stop", "length", "refused", "unknown"]),
    promptTokens: tokenCount,
    completionTokens: tokenCount,
    answeredAs: z.string().nullable()
  }),
  z.object({ kind: z.literal("failed"), reason: z.enum(FAILURE_REASONS), detail: z.string(), fatal: z.boolean() })
]);
function parseCompletion(kept) {
  try {
    return keptCompletion.parse(JSON.parse(kept));
  } catch {
    return void 0;
  }
}
function unlessAborted(promise, signal) {
  return new Promise((resolve4, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve4, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

// src/models/language-model.ts
var TEMPLATE_TOKENS = 64;
var GREEDY_SEED = 0;
function languageModel(settings) {
  const answering = new Answering(settings);
  return {
    card: cardOf(settings),
    concurrency: settings.text.concurrency,
    regenerate: (stub, options) => answering.regenerate(stub, options),
    usage: () => answering.answers.usage(),
    answeringMs: () => answering.answers.answeringMs,
    estimate: (stub, samples) => answering.estimate(stub, samples),
    close: () => settings.text.close()
  };
}
var Answering = class {
  answers;
  #settings;
  #allowance;
  /** By prompt: who asks for the same waits, and finds it answered. */
  #underWay = /* @__PURE__ */ new Map();
  /** What would fail every further request as well. */
  #fatal = null;
  constructor(settings) {
    const { text, cache, price, tokens: tokens2, budget } = settings;
    this.#settings = settings;
    this.#allowance = new Allowance(budget, price);
    this.answers = new Answers(text, cache, price, tokens2.count);
  }
  async regenerate(stub, options) {
    options.signal.throwIfAborted();
    const packed = this.#pack(stub);
    if (packed === null) return this.#doesNotFit();
    const [greedy, ...further] = this.#requests(packed, options.samples);
    return this.#afterTheSame(greedy.key, () => this.#answer(stub, packed, [greedy, ...further], options));
  }
  async estimate(stub, samples) {
    const { price, budget, maxTokens } = this.#settings;
    const packed = this.#pack(stub);
    const requests = (packed === null ? [] : this.#requests(packed, samples)).map(async (request) => ({
      key: request.key,
      promptTokens: packed?.tokens ?? 0,
      completionTokens: maxTokens,
      cached: await this.answers.isCached(request)
    }));
    return { requests: await Promise.all(requests), price, budget };
  }
  #pack(stub) {
    const { format, windowTokens, maxTokens, tokens: tokens2, language } = this.#settings;
    const budget = windowTokens - maxTokens - TEMPLATE_TOKENS;
    return packPrompt({ stub, format, budget, countTokens: tokens2.count, tokenize: language.tokenize });
  }
  #doesNotFit() {
    const { windowTokens, maxTokens } = this.#settings;
    const detail = `the method’s own signature does not fit a window of ${windowTokens} tokens, ${maxTokens} of them kept for the answer`;
    return { kind: "failed", reason: "does-not-fit", detail };
  }
  #requests({ prompt }, samples) {
    const { text, maxTokens, temperature, sampleTemperature } = this.#settings;
    const sampled = Array.from(
      { length: samples - 1 },
      (_, index) => answerRequest(text, prompt, { maxTokens, temperature: sampleTemperature, seed: index + 1 })
    );
    return [answerRequest(text, prompt, { maxTokens, temperature, seed: GREEDY_SEED }), ...sampled];
  }
  async #afterTheSame(key, answer) {
    const mine = (this.#underWay.get(key) ?? Promise.resolve()).then(answer, answer);
    this.#underWay.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#underWay.get(key) === mine) this.#underWay.delete(key);
    }
  }
  /** The first request is the one for the body. */
  async #answer(stub, packed, requests, options) {
    const known = /* @__PURE__ */ new Map();
    for (const request of requests) {
      const completion = await this.answers.recall(request);
      if (completion !== void 0) known.set(request, completion);
    }
    const body = known.get(requests[0]);
    const first = body === void 0 ? null : this.#read(body, packed, stub);
    if (first?.kind === "failed") return first;
    const missing = requests.filter((request) => !known.has(request));
    if (missing.length > 0) {
      if (this.#fatal !== null) return this.#fatal;
      const isAsked = await this.#ask(stub, packed, missing, known, options);
      if (!isAsked) return { kind: "unasked" };
    }
    return this.#regeneration(stub, packed, requests, known);
  }
  /** Fills in what is missing; `false` when the budget does not allow all of it. A greedy answer without a body ends it. */
  async #ask(stub, packed, missing, known, { countsAs = stub.target.id, signal }) {
    const grant = await this.#allowance.admit({
      method: countsAs,
      promptTokens: missing.length * packed.tokens,
      completionTokens: missing.length * this.#settings.maxTokens
    });
    if (grant === null) return false;
    let [promptTokens, completionTokens] = [0, 0];
    const ask = async (request) => {
      const asked = await this.answers.ask(request, packed.tokens, signal);
      promptTokens += asked.promptTokens;
      completionTokens += asked.completionTokens;
      known.set(request, asked.completion);
      if (asked.completion.kind === "failed" && asked.completion.fatal) this.#fatal = failureOf(asked.completion);
      return asked.completion;
    };
    try {
      const greedy = missing.find(({ options }) => options.seed === GREEDY_SEED);
      const answer = greedy === void 0 ? null : await ask(greedy);
      if (answer !== null && this.#read(answer, packed, stub).kind === "failed") return true;
      await Promise.all(missing.filter((request) => request !== greedy).map(ask));
      return true;
    } finally {
      grant.settle(promptTokens, completionTokens);
    }
  }
  #regeneration(stub, packed, requests, known) {
    const read = requests.flatMap((request) => {
      const completion = known.get(request);
      return completion === void 0 ? [] : [this.#read(completion, packed, stub)];
    });
    const [first] = read;
    if (first === void 0) throw new Error(`nothing was asked for ${stub.target.id}`);
    if (first.kind === "failed" || requests.length === 1) return first;
    const samples = read.flatMap((one) => one.kind === "failed" ? [] : [{ body: one.body }]);
    return { ...first, samples };
  }
  #read(completion, { shape }, stub) {
    if (completion.kind === "failed") return failureOf(completion);
    const { text, finish } = completion;
    return readAnswer({ text, finish, shape, stub, language: this.#settings.language });
  }
};
function failureOf({ reason, detail }) {
  return { kind: "failed", reason, detail };
}
function cardOf({
  text,
  origin,
  format,
  temperature,
  maxTokens,
  windowTokens,
  tokens: tokens2
}) {
  const { provider, name, facts } = text;
  const deciding = [
    provider,
    name,
    facts,
    format,
    PROMPT_VERSION,
    temperature,
    maxTokens,
    windowTokens,
    tokens2.identity
  ];
  return {
    schemaVersion: 1,
    provider,
    name,
    ...origin,
    fingerprint: createHash2("sha256").update(JSON.stringify(deciding)).digest("hex"),
    baseline: null,
    shadow: null
  };
}

// src/models/token-counter.ts
import { createHash as createHash3 } from "node:crypto";
import { Tokenizer } from "@huggingface/tokenizers";
var TOKENS_PER_BYTE = 0.4;
var ESTIMATED_TOKENS = {
  count: (text) => Math.ceil(Buffer.byteLength(text) * TOKENS_PER_BYTE),
  identity: `${TOKENS_PER_BYTE} tokens a byte`
};
function tokenizerCounter(bytes, file) {
  let tokenizer;
  try {
    tokenizer = new Tokenizer(JSON.parse(new TextDecoder().decode(bytes)), {});
    tokenizer.encode("int total;");
  } catch (error) {
    throw new ExpectedFailure(
      "bad-models-file",
      `the tokenizer ${file} cannot be used`,
      "It is the tokenizer.json that lies beside the model’s weights; without one, tokens are estimated.",
      { cause: error }
    );
  }
  return {
    count: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length,
    identity: createHash3("sha256").update(bytes).digest("hex")
  };
}

// src/compose/providers.ts
import { resolve as resolve2 } from "node:path";

// src/models/command.ts
import { createHash as createHash4 } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";

// src/models/outside-text.ts
var LONGEST_LINE = 160;
var LOOKED_AT = 4096;
var ACTING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]+/gu;
var TELLING_PART = 8;
var MASK = "***";
function outsideLine(text, secret, longest = LONGEST_LINE) {
  const line = withoutSecret(text.slice(0, LOOKED_AT), secret).replace(/\s+/g, " ").replace(ACTING, "�").trim();
  return line.length <= longest ? line : `${wholeCharacters(line.slice(0, longest - 1))}…`;
}
function withoutSecret(text, secret) {
  if (secret === null || secret === "") return text;
  if (secret.length <= TELLING_PART) return text.replaceAll(secret, MASK);
  const parts = /* @__PURE__ */ new Set();
  for (let at = 0; at + TELLING_PART <= secret.length; at += 1) parts.add(secret.slice(at, at + TELLING_PART));
  let masked = "";
  let shown = 0;
  for (let at = 0; at + TELLING_PART <= text.length; at += 1) {
    if (!parts.has(text.slice(at, at + TELLING_PART))) continue;
    let end = at + TELLING_PART;
    while (parts.has(text.slice(end - TELLING_PART + 1, end + 1))) end += 1;
    masked += text.slice(shown, at) + MASK;
    shown = end;
    at = end - 1;
  }
  return masked + text.slice(shown);
}
function wholeCharacters(text) {
  return text.replace(/[\ud800-\udbff]$/, "");
}

// src/models/command/program.ts
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
var LONGEST_LINE2 = 16 * 1024 * 1024;
var TAIL = 2e3;
var GRACE_MS = 2e3;
var Program = class {
  #child;
  #events;
  #ended;
  #killAtExit = () => this.#killGroup();
  #unread = "";
  #complaints = "";
  #isKilled = false;
  constructor({ command, args, folder }, events) {
    this.#events = events;
    this.#child = spawn(command, args, { cwd: folder, detached: process.platform !== "win32", windowsHide: true });
    process.once("exit", this.#killAtExit);
    this.#child.stdout.setEncoding("utf8").on("data", (chunk) => this.#read(chunk));
    this.#child.stderr.setEncoding("utf8").on("data", (chunk) => {
      this.#complaints = (this.#complaints + chunk).slice(-TAIL);
    });
    this.#child.stdin.on("error", () => {
    });
    this.#ended = new Promise((resolve4) => {
      const end = (why) => {
        process.off("exit", this.#killAtExit);
        this.#killGroup();
        resolve4();
        events.onEnd(why);
      };
      this.#child.once("error", (error) => end(cannotStart(command, error)));
      this.#child.once("exit", (code, signal) => {
        const told = () => end(`the program ${endedHow(code, signal)}${this.#tail()}`);
        const waited = setTimeout(told, 200);
        this.#child.once("close", () => {
          clearTimeout(waited);
          told();
        });
      });
    });
  }
  write(line) {
    this.#child.stdin.write(line);
  }
  /** Ends it at once, with whatever it has started. */
  kill() {
    this.#isKilled = true;
    this.#killGroup();
  }
  /** Ends its input, and the program itself when that is not enough. */
  async close() {
    this.#child.stdin.end();
    await Promise.race([this.#ended, sleep(GRACE_MS, void 0, { ref: false })]);
    this.kill();
    await this.#ended;
  }
  #read(chunk) {
    if (this.#isKilled) return;
    const lines = (this.#unread + chunk).split("\n");
    this.#unread = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "" && !this.#isKilled) this.#events.onLine(line);
    if (this.#unread.length > LONGEST_LINE2) this.#events.onLine(this.#unread.slice(0, TAIL));
  }
  /** The line that names the error, which stack traces bury; else the last ones. */
  #tail() {
    const lines = this.#complaints.trimEnd().split("\n");
    const telling = lines.findLast((line) => /^\W*[\w.]*(error|exception|panic)/i.test(line));
    const said = outsideLine(telling ?? lines.slice(-3).join(" ").slice(-200), null, 200);
    return said === "" ? "" : `; it said last: ${said}`;
  }
  #killGroup() {
    const { pid } = this.#child;
    if (pid === void 0) return;
    try {
      if (process.platform === "win32") this.#child.kill();
      else process.kill(-pid, "SIGKILL");
    } catch {
    }
  }
};
function cannotStart(command, error) {
  const name = outsideLine(command, null);
  if (error.code === "ENOENT") return `there is no program ${name}, or no folder to run it in`;
  if (error.code === "EACCES") return `${name} may not be run: it is no program, or has no permission`;
  return `${name} cannot be started (${error.code ?? outsideLine(error.message, null)})`;
}
function endedHow(code, signal) {
  return signal === null ? `ended by itself with exit code ${code}` : `was ended by ${signal}`;
}

// src/models/command/protocol.ts
import { z as z2 } from "zod";

// src/models/stops.ts
function beforeStop(text, stops) {
  const ends2 = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
  return ends2.length === 0 ? null : text.slice(0, Math.min(...ends2));
}

// src/models/command/protocol.ts
function questionLine(id, prompt, options) {
  const { maxTokens, temperature, seed } = options;
  const asked = prompt.kind === "chat" ? { kind: "chat", messages: prompt.messages } : { kind: "text", text: prompt.text, suffix: prompt.suffix };
  return `${JSON.stringify({ id, prompt: asked, maxTokens, temperature, seed, stop: stopsOf(prompt) })}
`;
}
function stopsOf(prompt) {
  return prompt.kind === "text" ? prompt.stop : [];
}
var tokens = z2.int().min(0).nullish();
var answerSchema = z2.union([
  z2.object({
    id: z2.int(),
    text: z2.string(),
    finish: z2.enum(["stop", "length", "refused", "unknown"]).default("unknown"),
    promptTokens: tokens,
    completionTokens: tokens,
    model: z2.string().nullish()
  }),
  z2.object({ id: z2.int(), error: z2.string() })
]);
function readLine(line) {
  try {
    return answerSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
function completionOf(answer, stops) {
  if ("error" in answer) {
    const said = outsideLine(answer.error, null);
    return { kind: "failed", reason: "error", detail: `the program says: ${said}`, fatal: false };
  }
  const text = answer.text.replace(new RegExp("\\p{Cs}", "gu"), "�");
  const ended = beforeStop(text, stops);
  return {
    kind: "answered",
    text: ended ?? text,
    finish: ended !== null && answer.finish !== "refused" ? "stop" : answer.finish,
    promptTokens: answer.promptTokens ?? null,
    completionTokens: answer.completionTokens ?? null,
    answeredAs: answer.model ? outsideLine(answer.model, null, 200) : null
  };
}

// src/models/command/talk.ts
var PATIENCE = 3;
var CommandTalk = class {
  #settings;
  #open = /* @__PURE__ */ new Map();
  /** Asked and given up: their answers may still come. */
  #late = /* @__PURE__ */ new Set();
  #program = null;
  /** Since the program was started. */
  #hasAnswered = false;
  #unansweredInARow = 0;
  #lastId = 0;
  /** What every further question is answered with. */
  #givenUp = null;
  constructor(settings) {
    this.#settings = settings;
  }
  /** Rejects with the signal's reason when it is raised; the program is killed then, since it cannot be told to stop. */
  ask(prompt, options) {
    const { signal } = options;
    if (signal.aborted) return Promise.reject(signal.reason);
    if (this.#givenUp !== null) return Promise.resolve(this.#givenUp);
    const id = ++this.#lastId;
    return new Promise((resolve4, reject) => {
      const leave = () => {
        clearTimeout(clock);
        signal.removeEventListener("abort", abort);
        this.#open.delete(id);
      };
      const abort = () => {
        leave();
        this.#late.add(id);
        reject(signal.reason);
        this.#program?.kill();
      };
      const clock = setTimeout(() => this.#timedOut(id), this.#settings.timeoutMs);
      signal.addEventListener("abort", abort, { once: true });
      const settle = (completion) => {
        leave();
        resolve4(completion);
      };
      this.#open.set(id, { stops: stopsOf(prompt), settle });
      this.#started().write(questionLine(id, prompt, options));
    });
  }
  async close() {
    const program = this.#program;
    this.#givenUp ??= failed2("error", "the program has been closed", true);
    await program?.close();
  }
  #started() {
    if (this.#program !== null) return this.#program;
    this.#hasAnswered = false;
    this.#late.clear();
    const program = new Program(this.#settings, {
      onLine: (line) => this.#read(line),
      onEnd: (why) => {
        if (this.#program === program) this.#ended(why);
      }
    });
    this.#program = program;
    return program;
  }
  #read(line) {
    const answer = readLine(line);
    const question = answer === null ? void 0 : this.#open.get(answer.id);
    if (answer !== null && question !== void 0) {
      this.#hasAnswered = true;
      this.#unansweredInARow = 0;
      question.settle(completionOf(answer, question.stops));
    } else if (answer === null || !this.#late.delete(answer.id)) {
      this.#giveUp(this.#strayLine(line, answer?.id ?? null));
    }
  }
  #strayLine(line, id) {
    if (id === null) {
      return `the program wrote what is no answer (“${outsideLine(line, null, 80)}”): messages belong on standard error`;
    }
    const isKnown = id >= 1 && id <= this.#lastId;
    return isKnown ? `the program answered question ${id} twice` : `the program answered question ${id}, which nobody had asked`;
  }
  #timedOut(id) {
    const seconds = this.#settings.timeoutMs / 1e3;
    this.#unansweredInARow += 1;
    this.#late.add(id);
    if (this.#unansweredInARow < PATIENCE) {
      this.#open.get(id)?.settle(failed2("timed-out", `no answer within ${seconds} s`, false));
    } else {
      this.#giveUp(`${PATIENCE} prompts in a row had no answer within ${seconds} s each`, "timed-out");
    }
  }
  /** A program that has answered before may have stumbled over one prompt: the next one starts it again. */
  #ended(why) {
    this.#program = null;
    if (!this.#hasAnswered) this.#giveUp(why);
    else this.#settleAll(failed2("error", why, false));
  }
  #giveUp(detail, reason = "error") {
    this.#givenUp ??= failed2(reason, detail, true);
    this.#program?.kill();
    this.#settleAll(this.#givenUp);
  }
  #settleAll(completion) {
    for (const { settle } of [...this.#open.values()]) settle(completion);
  }
};
function failed2(reason, detail, fatal) {
  return { kind: "failed", reason, detail, fatal };
}

// src/models/command.ts
function commandModel(settings) {
  const { command, args, folder, model, timeoutMs = 3e5, concurrency = 1 } = settings;
  const talk = new CommandTalk({ command: programAt(command, folder), args, folder, timeoutMs });
  return {
    provider: "command",
    name: model ?? basename(command),
    facts: ["command", command, ...args, ...[command, ...args].flatMap((path) => contentOf(path, folder))],
    concurrency,
    async complete(prompt, options) {
      const completion = await talk.ask(prompt, options);
      return completion.kind === "answered" && model === void 0 ? { ...completion, answeredAs: null } : completion;
    },
    close: () => talk.close()
  };
}
function programAt(command, folder) {
  return /[/\\]/.test(command) ? resolve(folder, command) : command;
}
var LONGEST_READ_BYTES = 16 * 1024 * 1024;
function contentOf(path, folder) {
  const file = resolve(folder, path);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isFile() !== true) return [];
  if (stats.size > LONGEST_READ_BYTES) return [`${path} ${stats.size} bytes of ${stats.mtime.toISOString()}`];
  try {
    return [`${path} ${createHash4("sha256").update(readFileSync(file)).digest("hex")}`];
  } catch {
    return [];
  }
}

// src/models/gguf.ts
import { availableParallelism } from "node:os";
import { basename as basename2 } from "node:path";
import pLimit2 from "p-limit";

// src/models/gguf/engine.ts
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
var PACKAGE = "node-llama-cpp";
async function loadEngine() {
  let entry;
  try {
    entry = createRequire(import.meta.url).resolve(PACKAGE);
  } catch (error) {
    throw new ExpectedFailure(
      "model-unavailable",
      `GGUF files are run by ${PACKAGE}, which is not installed beside palimpsest`,
      `Run \`npm install ${PACKAGE}\` there (with -g when palimpsest is installed so), or name the node_modules folder that has it in NODE_PATH.`,
      { cause: error }
    );
  }
  try {
    const loaded = await import(pathToFileURL(entry).href);
    const { getLlama, resolveChatWrapper, LlamaText } = loaded;
    if (getLlama === void 0 || resolveChatWrapper === void 0 || LlamaText === void 0) {
      throw new Error("another version");
    }
    return { getLlama, resolveChatWrapper, LlamaText };
  } catch (error) {
    throw new ExpectedFailure(
      "model-unavailable",
      `the ${PACKAGE} that is installed cannot be used`,
      `Palimpsest needs version 3.22 or later of the third: \`npm install ${PACKAGE}@3\`.`,
      { cause: error }
    );
  }
}
async function startEngine(engine, threads, onComplaint) {
  try {
    return await engine.getLlama({
      gpu: "auto",
      build: "never",
      skipDownload: true,
      progressLogs: false,
      maxThreads: threads,
      logLevel: "error",
      logger: (_level, line) => onComplaint(line)
    });
  } catch (error) {
    throw new ExpectedFailure(
      "model-unavailable",
      `${PACKAGE} has no binary that runs on this machine`,
      `Install it again with its optional packages, or build one: \`npx ${PACKAGE} source download\`.`,
      { cause: error }
    );
  }
}

// src/models/gguf/file.ts
import { createHash as createHash5 } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
var MAGIC = "GGUF";
var VERSIONS = { oldest: 2, newest: 3 };
async function readGgufFile(path) {
  try {
    await checkHeader(path);
    const hash = createHash5("sha256");
    for await (const chunk of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) hash.update(chunk);
    return hash.digest("hex");
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    const code = systemErrorCode(error);
    const why = code === "ENOENT" ? "there is no such file" : code === "EISDIR" ? "it is a folder" : code ?? "error";
    throw new ExpectedFailure("not-readable", `${path} cannot be read: ${why}`, "It is the path of a GGUF file.", {
      cause: error
    });
  }
}
async function checkHeader(path) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    if (buffer.toString("latin1", 0, 4) !== MAGIC || bytesRead < 8) {
      throw bad(
        `${path} is no GGUF file`,
        "Weights of other formats are converted with llama.cpp’s convert_hf_to_gguf.py."
      );
    }
    const version = buffer.readUInt32LE(4);
    if (version > VERSIONS.newest) {
      throw bad(
        `${path} is GGUF version ${version}, newer than the ${VERSIONS.newest} known here`,
        "Convert the weights to version 3."
      );
    }
    if (version < VERSIONS.oldest) {
      throw bad(`${path} is GGUF version ${version}, which llama.cpp no longer reads`, "Convert the weights again.");
    }
  } finally {
    await file.close();
  }
}
function bad(message, remedy) {
  return new ExpectedFailure("bad-model-file", message, remedy);
}

// src/models/gguf/generation.ts
function questionOf(engine, model, prompt, readsTokens) {
  return prompt.kind === "chat" ? chatQuestion(engine, model, prompt) : textQuestion(model, prompt, readsTokens);
}
function chatQuestion(engine, model, prompt) {
  const template = model.fileInfo.metadata.tokenizer?.chat_template;
  const wrapper = engine.resolveChatWrapper(
    model,
    ...template === void 0 ? [] : [{ type: "jinjaTemplate" }]
  );
  const said = prompt.messages.map(
    ({ role, content }) => role === "assistant" ? { type: "model", response: [content] } : { type: role, text: content }
  );
  const { contextText, stopGenerationTriggers } = wrapper.generateContextState({
    chatHistory: [...said, { type: "model", response: [] }]
  });
  const stops = stopGenerationTriggers.map((trigger) => ({
    text: textOf2(trigger),
    tokens: trigger.tokenize(model.tokenizer)
  }));
  return {
    tokens: begun(model, contextText.tokenize(model.tokenizer)),
    stops: stops.flatMap(({ text }) => text === "" ? [] : [text]),
    stopTokens: new Set(stops.flatMap(({ tokens: tokens2 }) => onlySpecial(model, tokens2)))
  };
}
function textQuestion(model, prompt, readsTokens) {
  return {
    tokens: begun(model, model.tokenize(prompt.text, readsTokens)),
    stops: prompt.stop,
    stopTokens: new Set(prompt.stop.flatMap((stop) => onlySpecial(model, model.tokenize(stop, true))))
  };
}
function begun(model, tokens2) {
  const { bos, shouldPrependBosToken } = model.tokens;
  return shouldPrependBosToken && bos !== null && tokens2[0] !== bos ? [bos, ...tokens2] : [...tokens2];
}
function onlySpecial(model, tokens2) {
  const [token] = tokens2;
  return token !== void 0 && tokens2.length === 1 && model.isSpecialToken(token) ? [token] : [];
}
function textOf2({ values }) {
  return values.every((value) => typeof value === "string") ? values.join("") : "";
}
var SAMPLING = { topK: 40, topP: 0.95, minP: 0.05 };
var LONGEST_CHARACTER = 4;
var REPLACEMENT = "�";
async function generate(model, sequence, { tokens: tokens2, stops, stopTokens }, { maxTokens, temperature, seed, signal }) {
  await sequence.clearHistory();
  const written = [];
  let pending = [];
  let text = "";
  let finish = "length";
  for await (const token of sequence.evaluate([...tokens2], { temperature, seed, ...SAMPLING, yieldEogToken: true })) {
    signal.throwIfAborted();
    if (model.isEogToken(token) || stopTokens.has(token)) {
      finish = "stop";
      break;
    }
    pending.push(token);
    const piece = model.detokenize(pending, false, written);
    if (!piece.endsWith(REPLACEMENT) || pending.length >= LONGEST_CHARACTER) {
      text += piece;
      written.push(...pending);
      pending = [];
    }
    const ended = beforeStop(text, stops);
    if (ended !== null) {
      text = ended;
      finish = "stop";
      break;
    }
    if (written.length + pending.length >= maxTokens) break;
  }
  signal.throwIfAborted();
  return {
    kind: "answered",
    text,
    finish,
    promptTokens: tokens2.length,
    completionTokens: written.length + pending.length,
    answeredAs: null
  };
}

// src/models/gguf.ts
async function ggufModel(settings) {
  const { path, lora } = settings;
  const hashes = [await readGgufFile(path), ...lora === void 0 ? [] : [await readGgufFile(lora)]];
  const engine = await loadEngine();
  const complaints = [];
  const llama = await startEngine(engine, settings.threads ?? availableParallelism(), (line) => complaints.push(line));
  try {
    const model = await llama.loadModel({ modelPath: path });
    return new GgufModel(settings, hashes, engine, llama, model);
  } catch (error) {
    await llama.dispose();
    throw new ExpectedFailure(
      "bad-model-file",
      `${path} cannot be loaded: ${whyNot(complaints, error)}`,
      "It may be cut short, or newer than the node-llama-cpp that is installed: fetch it again, or `npm install node-llama-cpp@3`.",
      { cause: error }
    );
  }
}
var GgufModel = class {
  provider = "gguf";
  name;
  facts;
  concurrency;
  windowTokens;
  tokens;
  #settings;
  #engine;
  #llama;
  #model;
  #inTurn;
  #free = [];
  #context = null;
  #isClosed = false;
  constructor(settings, hashes, engine, llama, model) {
    const { path, lora, contextTokens, concurrency = 1 } = settings;
    this.name = basename2(path, ".gguf") + (lora === void 0 ? "" : `+${basename2(lora, ".gguf")}`);
    this.facts = ["gguf", ...hashes];
    this.concurrency = concurrency;
    this.windowTokens = Math.min(contextTokens, model.trainContextSize);
    this.tokens = { count: (text) => model.tokenize(text, false).length, identity: hashes[0] ?? "" };
    this.#settings = settings;
    this.#engine = engine;
    this.#llama = llama;
    this.#model = model;
    this.#inTurn = pLimit2(concurrency);
  }
  async complete(prompt, options) {
    const { signal } = options;
    signal.throwIfAborted();
    return unlessAborted2(
      this.#inTurn(() => {
        signal.throwIfAborted();
        return this.#answer(prompt, options);
      }),
      signal
    );
  }
  async #answer(prompt, options) {
    if (prompt.kind === "text" && prompt.suffix !== null) {
      return failed3(
        "choose the prompt format of the model’s family (`fim-…`): a file joins no prefix and suffix",
        true
      );
    }
    if (this.#isClosed) return failed3("the model has been closed", true);
    try {
      await this.#open();
    } catch (error) {
      return failed3(`no context of ${this.windowTokens} tokens could be made: ${sentence(error)}`, true);
    }
    const question = questionOf(this.#engine, this.#model, prompt, isTokenFormat(this.#settings.format));
    const room = this.windowTokens - question.tokens.length;
    if (room < 1) {
      const detail = `a prompt of ${question.tokens.length} tokens does not fit a window of ${this.windowTokens}`;
      return { kind: "failed", reason: "does-not-fit", detail, fatal: false };
    }
    const sequence = this.#free.pop();
    if (sequence === void 0) throw new Error("more answers under way than sequences");
    try {
      const maxTokens = Math.min(options.maxTokens, room);
      return await generate(this.#model, sequence, question, { ...options, maxTokens });
    } catch (error) {
      options.signal.throwIfAborted();
      return failed3(`llama.cpp failed: ${sentence(error)}`, this.#isClosed);
    } finally {
      this.#free.push(sequence);
    }
  }
  #open() {
    this.#context ??= this.#makeContext();
    return this.#context;
  }
  async #makeContext() {
    const { lora, threads = availableParallelism() } = this.#settings;
    const context = await this.#model.createContext({
      contextSize: this.windowTokens,
      sequences: this.concurrency,
      threads,
      ...lora === void 0 ? {} : { lora: { adapters: [{ filePath: lora }] } }
    });
    for (let count = 0; count < this.concurrency; count += 1) this.#free.push(context.getSequence());
    return context;
  }
  /** Waits for the step that is under way, and frees everything. */
  async close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const context = await this.#context?.catch(() => null);
    await context?.dispose();
    await this.#model.dispose();
    await this.#llama.dispose();
  }
};
function whyNot(complaints, error) {
  const telling = complaints.find((line) => /version|bounds|unknown|error loading model:/i.test(line)) ?? complaints[0];
  return telling === void 0 ? sentence(error) : outsideLine(telling.replace(/^(\w+: )+(error loading model: )?/, ""), null);
}
function sentence(error) {
  return outsideLine(error instanceof Error ? error.message : String(error), null);
}
function failed3(detail, fatal) {
  return { kind: "failed", reason: "error", detail, fatal };
}
function unlessAborted2(promise, signal) {
  return new Promise((resolve4, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve4, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

// src/models/openai.ts
import { createHash as createHash6 } from "node:crypto";

// src/models/openai/answer.ts
import { z as z3 } from "zod";

// src/models/openai/fault.ts
function fault(detail, more = {}) {
  return {
    reason: "error",
    again: "never",
    forAll: "no",
    byPrompt: false,
    overload: false,
    askedMs: null,
    ...more,
    detail
  };
}

// src/models/openai/pace.ts
function startingPace(ceiling) {
  return { limit: ceiling, ceiling, answers: 0, cuts: 0 };
}
function afterAnswer(pace) {
  if (pace.limit >= pace.ceiling) return pace;
  const answers = pace.answers + 1;
  return answers < pace.limit ? { ...pace, answers } : { ...pace, limit: pace.limit + 1, answers: 0 };
}
function afterOverload(pace, cutsBefore) {
  if (cutsBefore < pace.cuts) return pace;
  return { ...pace, limit: Math.max(1, Math.floor(pace.limit / 2)), answers: 0, cuts: pace.cuts + 1 };
}
var LONGEST_BACKOFF_MS = 8e3;
function waitMs({ retry, baseMs, askedMs, chance }) {
  if (askedMs !== null) return askedMs * (1 + 0.1 * chance);
  return Math.min(baseMs * 2 ** retry, LONGEST_BACKOFF_MS) * (1 - 0.25 * chance);
}
function askedWaitMs(header, now) {
  const milliseconds = numberOf(header("retry-after-ms"));
  if (milliseconds !== null) return milliseconds;
  const given = header("retry-after");
  const seconds = numberOf(given);
  if (seconds !== null) return seconds * 1e3;
  const date = given !== null && /^[A-Z][a-z]+, /.test(given) ? Date.parse(given) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
function numberOf(text) {
  return text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;
}

// src/models/openai/server-fault.ts
var LONGEST_QUIET_MS = 6e4;
var OVER_THE_WINDOW = [
  /context_length_exceeded|exceed_context_size|context_window_exceeded/i,
  /maximum (context|model|input) length/i,
  /(exceeds?|longer than|overflows?|greater than)\b[^.]{0,60}\b(context|window|n_ctx|input length)/i,
  /context (length|size|window)[^.]{0,40}\b(only|exceeded|overflow)/i,
  /max_tokens must be at least 1, got -/i,
  /`?inputs`? (tokens \+|must have less than)/i,
  /(prompt|input)\b[^.]{0,40}\bis too long/i,
  /input tokens exceed/i
];
function overTheWindow(text) {
  return OVER_THE_WINDOW.some((pattern) => pattern.test(text));
}
function serverFault(reply, party, now) {
  const { status, headers, text } = reply;
  const { keyName: keyName2, apiKey, baseUrl } = party;
  const said = saidIn(text, apiKey);
  const told = said === "" ? `${status}` : `${status}: ${said}`;
  if (status >= 300 && status < 400) return redirected(reply, party);
  if (status === 401) {
    const remedy = apiKey === null ? `asks for a key: set ${keyName2}` : `does not accept the key: check ${keyName2}`;
    return fault(`the server ${remedy} (${told})`, { forAll: "always" });
  }
  if (status === 402 || /insufficient_quota/.test(text)) {
    return fault(`the account has nothing left to spend (${told})`, { forAll: "always" });
  }
  if (status === 403) {
    return fault(`the server refuses access: check what the key in ${keyName2} may do (${told})`, {
      forAll: "until-answered"
    });
  }
  if (status === 413) return fault(`the prompt is too large for the server (${told})`, { byPrompt: true });
  if (status !== 429 && overTheWindow(text)) {
    return fault(`the prompt does not fit the model’s window (${told})`, { byPrompt: true });
  }
  const overload = status === 429 || status === 503;
  const worthwhile = overload || status === 408 || status === 409 || status === 425 || status >= 500;
  if (!worthwhile && /plain HTTP request was sent to HTTPS port/i.test(text)) {
    return fault(`${new URL(baseUrl).host} is a TLS server: begin the base URL with https://`, { forAll: "always" });
  }
  const wanted = headers.get("x-should-retry");
  const again = wanted === "true" || worthwhile && wanted !== "false" && status !== 501 ? "often" : "never";
  const askedMs = again === "often" ? askedWaitMs((name) => headers.get(name), now) : null;
  if (askedMs !== null && askedMs > LONGEST_QUIET_MS) {
    const minutes = Math.ceil(askedMs / 6e4);
    return fault(`the server wants to be asked again in ${minutes} minutes at the earliest (${told})`, {
      forAll: "always"
    });
  }
  const what = overload ? "the server has too much to do" : again === "often" ? "the server failed" : "the server refuses the request";
  return fault(`${what} (${told})`, { again, overload, askedMs });
}
function redirected({ status, headers }, { baseUrl, apiKey }) {
  const location = headers.get("location");
  const to = location !== null && URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : null;
  const where = to === null ? "nowhere" : outsideLine(`${to.origin}${to.pathname}`, apiKey, 100);
  const why = "not followed, since key and code would go there";
  return fault(`the server redirects to ${where} (${status}): ${why}; if that is right, make it the base URL`, {
    forAll: "always"
  });
}
function saidIn(text, apiKey) {
  const page = pageTitle(text);
  if (page !== null) return outsideLine(`an HTML page${page === "" ? "" : `, “${page}”`}`, apiKey);
  return outsideLine(messageIn(parsed(text)) ?? text, apiKey);
}
function pageTitle(text) {
  if (!/^\s*(<!doctype html|<html|<head|<body)/i.test(text.slice(0, 1e3))) return null;
  return /<title[^>]*>([^<]{1,200})/i.exec(text.slice(0, 2e4))?.[1]?.trim() ?? "";
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function messageIn(json) {
  if (typeof json === "string") return json;
  if (Array.isArray(json)) return json.length === 0 ? null : json.slice(0, 3).map(oneOfMany).join("; ");
  if (typeof json !== "object" || json === null) return null;
  const { error, message, detail } = json;
  return messageIn(error) ?? messageIn(message) ?? messageIn(detail);
}
function oneOfMany(entry) {
  if (typeof entry !== "object" || entry === null) return String(entry);
  const { loc, msg } = entry;
  return [Array.isArray(loc) ? loc.join(".") : "", typeof msg === "string" ? msg : ""].filter(Boolean).join(": ");
}

// src/models/openai/answer.ts
var contentSchema = z3.union([z3.string(), z3.array(z3.looseObject({ text: z3.string().nullish().catch(null) }))]).nullish().transform(
  (content) => Array.isArray(content) ? content.map(({ text }) => text ?? "").join("") : content ?? null
);
var countSchema = z3.int().min(0).nullish().catch(null);
var replySchema = z3.looseObject({
  model: z3.string().nullish().catch(null),
  choices: z3.array(
    z3.looseObject({
      finish_reason: z3.string().nullish().catch(null),
      text: contentSchema,
      message: z3.looseObject({ content: contentSchema, refusal: z3.string().nullish().catch(null) }).nullish()
    })
  ).nullish(),
  usage: z3.looseObject({ prompt_tokens: countSchema, completion_tokens: countSchema }).nullish().catch(null)
});
var FINISHES = /* @__PURE__ */ new Map([
  ["stop", "stop"],
  ["eos", "stop"],
  ["eos_token", "stop"],
  ["stop_sequence", "stop"],
  ["end_turn", "stop"],
  ["length", "length"],
  ["max_tokens", "length"],
  ["content_filter", "refused"],
  ["safety", "refused"],
  ["refusal", "refused"]
]);
function readAnswer2(reply, stops, party, now) {
  const { apiKey, baseUrl } = party;
  const page = pageTitle(reply.text);
  if (page !== null) {
    const titled = page === "" ? "" : ` (“${outsideLine(page, apiKey, 60)}”)`;
    return fault(`an HTML page${titled} answers at ${baseUrl}: perhaps a proxy’s, or the base URL is another`, {
      forAll: "until-answered"
    });
  }
  const json = parse(reply.text);
  if (json === void 0) {
    return fault(`the answer is no whole JSON: “${outsideLine(reply.text, apiKey, 60)}”`, { again: "often" });
  }
  const failure = failureWithin(json);
  if (failure !== null) return serverFault({ ...reply, status: failure }, party, now);
  const read = replySchema.safeParse(json);
  if (!read.success)
    return fault(`the answer has another form than OpenAI’s: “${outsideLine(reply.text, apiKey, 60)}”`);
  const { model, usage, choices } = read.data;
  const [choice] = choices ?? [];
  if (choice === void 0) return fault("the server answered without any choice", { reason: "missing" });
  const content = choice.message?.content ?? choice.text;
  const refusal = choice.message?.refusal ?? null;
  const finish = refusal === null ? finishOf(choice.finish_reason ?? null) : "refused";
  if (content === null && finish !== "refused" && finish !== "length") {
    const why = outsideLine(choice.finish_reason ?? "no reason", apiKey, 40);
    return fault(`the answer holds no text (${why})`, { reason: "missing" });
  }
  const text = wellFormed(withoutKey(refusal ?? content ?? "", apiKey));
  const end = Math.min(...stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0));
  return {
    kind: "answered",
    text: Number.isFinite(end) ? text.slice(0, end) : text,
    finish: Number.isFinite(end) && finish !== "refused" ? "stop" : finish,
    promptTokens: usage?.prompt_tokens ?? null,
    completionTokens: usage?.completion_tokens ?? null,
    answeredAs: typeof model === "string" && model !== "" ? outsideLine(model, apiKey, 200) : null
  };
}
function finishOf(given) {
  return FINISHES.get((given ?? "").toLowerCase()) ?? "unknown";
}
function withoutKey(text, apiKey) {
  return apiKey !== null && apiKey.length > 8 ? text.replaceAll(apiKey, "***") : text;
}
function wellFormed(text) {
  return text.replace(new RegExp("\\p{Cs}", "gu"), "�");
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function failureWithin(json) {
  if (typeof json !== "object" || json === null || !("error" in json) || json.error === null) return null;
  const { error } = json;
  const code = typeof error === "object" && error !== null && "code" in error ? Number(error.code) : Number.NaN;
  return code >= 400 && code < 600 ? code : 500;
}

// src/models/openai/connection.ts
var LARGEST_REPLY_BYTES = 16 * 1024 * 1024;
var MOST_REDIRECTS = 3;
var LISTING_TIMEOUT_MS = 5e3;
var ReplyTooLarge = class extends Error {
};
var Refusal = class extends Error {
  reply;
  constructor(reply) {
    super("refused");
    this.reply = reply;
  }
};
function connect(settings) {
  const { timeoutMs } = settings;
  let client;
  const opened = () => {
    client ??= openClient(settings);
    return client;
  };
  return {
    post: (path, body, signal) => within(timeoutMs, signal, async (until) => (await opened()).post(path, { body, signal: until }).asResponse()),
    listModels: (signal) => within(
      Math.min(timeoutMs, LISTING_TIMEOUT_MS),
      signal,
      async (until) => (await opened()).get("/models", { signal: until }).asResponse()
    )
  };
}
async function openClient({ baseUrl, apiKey, timeoutMs }) {
  const { OpenAI } = await import("openai");
  class Client extends OpenAI {
    /** The client keeps of a refusal what has OpenAI's shape; other servers put the reason elsewhere. */
    makeStatusError(status, json, text, headers) {
      throw new Refusal({ kind: "replied", status, headers, text: text ?? JSON.stringify(json) });
    }
  }
  return new Client({
    baseURL: baseUrl,
    // Whatever is not given here it takes from the environment, which is another tool's.
    apiKey: apiKey ?? "none",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
    maxRetries: 0,
    // Ours ends first, and covers the reading of the reply too.
    timeout: timeoutMs + 1e3,
    fetch: (input, init) => fetchWhole(String(input), { ...init, headers: ownHeaders(apiKey) })
  });
}
function ownHeaders(apiKey) {
  const headers = new Headers({
    accept: "application/json",
    "content-type": "application/json",
    "user-agent": "palimpsest"
  });
  if (apiKey !== null) headers.set("authorization", `Bearer ${apiKey}`);
  return headers;
}
async function fetchWhole(url, init) {
  let target = url;
  for (let hop = 0; ; hop += 1) {
    const response = await fetch(target, { ...init, redirect: "manual" });
    const next = redirectWithin(response, target);
    if (next === null || hop === MOST_REDIRECTS) return whole(response);
    await response.body?.cancel();
    target = next;
  }
}
function redirectWithin(response, from) {
  const location = response.headers.get("location");
  if (![301, 302, 307, 308].includes(response.status) || location === null) return null;
  if (!URL.canParse(location, from)) return null;
  const to = new URL(location, from);
  return to.origin === new URL(from).origin ? to.href : null;
}
async function whole(response) {
  const { status, headers, body } = response;
  if (body === null) return new Response(null, { status, headers });
  const chunks = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_REPLY_BYTES) throw new ReplyTooLarge("the reply does not end");
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status, headers });
}
async function within(timeoutMs, signal, ask) {
  signal.throwIfAborted();
  const ending = new AbortController();
  const stop = () => ending.abort(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    ending.abort();
  }, timeoutMs);
  try {
    return await replyOf(await ask(ending.signal));
  } catch (error) {
    signal.throwIfAborted();
    if (late) return { kind: "timed-out" };
    return error instanceof Refusal ? error.reply : { kind: "broken", error };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}
async function replyOf(response) {
  return { kind: "replied", status: response.status, headers: response.headers, text: await response.text() };
}

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
var NO_TLS = ["ERR_SSL_WRONG_VERSION_NUMBER", "ERR_SSL_PACKET_LENGTH_TOO_LONG", "ERR_SSL_HTTP_REQUEST", "EPROTO"];
var PROXY = "HTTP_PROXY and HTTPS_PROXY are used from Node 22.21 on, with NODE_USE_ENV_PROXY=1";
function connectionFault(error, { baseUrl, apiKey }) {
  const server = new URL(baseUrl).host;
  const secure = baseUrl.startsWith("https:");
  const causes = causesOf(error);
  const codes = causes.flatMap((cause) => "code" in cause && typeof cause.code === "string" ? [cause.code] : []);
  const has = (...wanted) => codes.some((code) => wanted.includes(code));
  const certificate = codes.map((code) => CERTIFICATES.get(code)).find((words2) => words2 !== void 0);
  if (causes.some((cause) => cause instanceof ReplyTooLarge)) return fault(`${server} sent a reply that does not end`);
  if (certificate !== void 0) return fault(`${server} is not trusted: ${certificate}`, { forAll: "always" });
  if (secure && has(...NO_TLS)) {
    return fault(`${server} does not speak TLS: if it is plain HTTP, begin the base URL with http://`, {
      forAll: "always"
    });
  }
  if (has("ECONNREFUSED")) {
    return fault(`nothing answers at ${server}: start the server, or check the base URL`, {
      again: "often",
      forAll: "always"
    });
  }
  if (has("ENOTFOUND")) {
    return fault(`there is no host ${new URL(baseUrl).hostname}: check the base URL (${PROXY})`, {
      again: "often",
      forAll: "always"
    });
  }
  if (has("UND_ERR_CONNECT_TIMEOUT", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EAI_AGAIN") || timedOut(causes)) {
    return fault(`${server} cannot be reached: check the base URL and the network (${PROXY})`, {
      again: "often",
      forAll: "until-answered"
    });
  }
  if (codes.some((code) => code.startsWith("HPE_"))) {
    const perhaps = secure ? "" : ": if it is a TLS server, begin the base URL with https://";
    return fault(`${server} does not speak HTTP${perhaps}`, { forAll: "until-answered" });
  }
  if (has("UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT")) {
    return fault(`no answer from ${server} in time`, { reason: "timed-out", again: "once" });
  }
  if (!secure && causes.some(withoutAWord)) {
    return fault(`${server} hung up without a word: if it is a TLS server, begin the base URL with https://`, {
      again: "often",
      forAll: "until-answered"
    });
  }
  const [last] = causes.slice(-1);
  const words = outsideLine(codes[0] ?? last?.message ?? "", apiKey, 60);
  return fault(`the connection to ${server} broke before the answer was whole (${words})`, { again: "often" });
}
function withoutAWord(cause) {
  const { socket } = cause;
  return typeof socket === "object" && socket !== null && "bytesRead" in socket && socket.bytesRead === 0;
}
function causesOf(error) {
  if (!(error instanceof Error)) return [];
  const below = [error.cause, ...error instanceof AggregateError ? error.errors : []];
  return [error, ...below.flatMap(causesOf)];
}
function timedOut(causes) {
  return causes.length === 1 && /timed out/i.test(causes[0]?.message ?? "");
}

// src/models/openai/request.ts
var MOST_STOPS2 = 4;
function requestFor(model, prompt, { maxTokens, temperature, seed }, refused, extraBody) {
  const limit = refused.has("max_tokens") ? "max_completion_tokens" : "max_tokens";
  const fields = {
    [limit]: maxTokens,
    ...refused.has("temperature") ? {} : { temperature },
    // Greedy answers need none.
    ...temperature > 0 && !refused.has("seed") ? { seed } : {}
  };
  if (prompt.kind === "chat") {
    return { endpoint: "/chat/completions", body: { model, messages: prompt.messages, ...fields, ...extraBody } };
  }
  const { text, suffix, stop } = prompt;
  return {
    endpoint: "/completions",
    body: {
      model,
      prompt: text,
      ...suffix === null ? {} : { suffix },
      ...stop.length === 0 || refused.has("stop") ? {} : { stop: stop.slice(0, MOST_STOPS2) },
      ...fields,
      ...extraBody
    }
  };
}
var NOT_TAKEN = /unsupported|not (currently )?support|unexpected|unknown|unrecogni[sz]ed|extra|forbidden|not (permitted|allowed)|deprecated|only the default/i;
var OPTIONAL = ["temperature", "seed", "stop", "max_tokens", "max_completion_tokens"];
var DISPENSABLE = ["seed", "stop"];
function fieldsRefused(status, said, body) {
  if (status !== 400 && status !== 422) return [];
  const sent = OPTIONAL.filter((field) => field in body);
  const named = sent.filter((field) => new RegExp(`\\b${field}\\b`).test(said));
  if (named.length > 0) return NOT_TAKEN.test(said) ? named : [];
  return sent.filter((field) => DISPENSABLE.includes(field));
}

// src/models/openai/standing.ts
var PATIENCE2 = 5;
function makeStanding() {
  let givenUp = null;
  let everAnswered = false;
  let inARow = 0;
  return {
    givenUp: () => givenUp,
    everAnswered: () => everAnswered,
    answered: () => {
      everAnswered = true;
      inARow = 0;
    },
    failed: ({ reason, detail, forAll, byPrompt }) => {
      const failure = { kind: "failed", reason, detail };
      if (forAll === "always" || forAll === "until-answered" && !everAnswered) {
        givenUp ??= { ...failure, fatal: true };
        return givenUp;
      }
      if (byPrompt) return { ...failure, fatal: false };
      inARow += 1;
      if (inARow < PATIENCE2) return { ...failure, fatal: false };
      givenUp ??= { ...failure, detail: `${inARow} calls in a row failed, the last one: ${detail}`, fatal: true };
      return givenUp;
    }
  };
}

// src/models/openai/throttle.ts
import { setTimeout as sleep2 } from "node:timers/promises";
import pLimit3 from "p-limit";
function makeThrottle(ceiling) {
  const limit = pLimit3(ceiling);
  let pace = startingPace(ceiling);
  let quietUntil = 0;
  const keep = (next) => {
    pace = next;
    if (limit.concurrency !== pace.limit) limit.concurrency = pace.limit;
  };
  const takeTurn = () => {
    const cutsBefore = pace.cuts;
    return {
      answered: () => keep(afterAnswer(pace)),
      overloaded: (quietMs) => {
        quietUntil = Math.max(quietUntil, performance.now() + quietMs);
        keep(afterOverload(pace, cutsBefore));
      }
    };
  };
  return {
    run: (task, signal) => new Promise((resolve4, reject) => {
      const stop = () => reject(signal.reason);
      if (signal.aborted) return stop();
      signal.addEventListener("abort", stop, { once: true });
      limit(async () => {
        while (performance.now() < quietUntil) await pause(quietUntil - performance.now(), signal);
        signal.throwIfAborted();
        return task(takeTurn());
      }).then(resolve4, reject).finally(() => signal.removeEventListener("abort", stop));
    })
  };
}
async function pause(ms, signal) {
  await sleep2(ms, void 0, { signal }).catch((error) => {
    signal.throwIfAborted();
    throw error;
  });
}

// src/models/openai/unwanted.ts
var MOST_NAMES = 8;
var UNKNOWN_MODEL = /model_not_found|server is pinned to|model\b.{0,100}\b(not found|does not exist|not exist|not loaded)/i;
async function refusalLookedInto({ status, text }, request, seen, party, listModels) {
  const notWanted = status === 400 || status === 422;
  if (status === 404 || notWanted && UNKNOWN_MODEL.test(text)) {
    return fault(notFound(status, request, party, namesIn2(await listModels())), { forAll: "always" });
  }
  if (notWanted && "suffix" in request.body && /\bsuffix\b/i.test(text)) {
    const others = "choose another prompt format, `chat` or the one of the model’s family (`fim-…`)";
    return fault(`the server takes no suffix (${status}): ${others}`, { forAll: "always" });
  }
  return seen;
}
function notFound(status, { endpoint }, party, names) {
  const { baseUrl, apiKey } = party;
  const model = outsideLine(party.model, apiKey, 100);
  if (names === null) {
    return `${baseUrl} has no ${endpoint}, or no model ${model} (${status}): check the base URL and the model’s name`;
  }
  if (names.includes(party.model)) {
    const other = endpoint === "/completions" ? "`chat`" : "`completion`";
    return `${baseUrl} has the model ${model}, but no ${endpoint} (${status}): choose the prompt format ${other}`;
  }
  const shown = names.slice(0, MOST_NAMES).map((name) => outsideLine(name, apiKey, 80));
  const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
  return `${baseUrl} has no model ${model} (${status}): ${names.length === 0 ? "it names none" : `it has ${shown.join(", ")}${more}`}`;
}
function namesIn2(reply) {
  if (reply.kind !== "replied" || reply.status !== 200) return null;
  try {
    const { data } = JSON.parse(reply.text);
    if (!Array.isArray(data)) return null;
    return data.flatMap(
      (entry) => typeof entry === "object" && entry !== null && "id" in entry && typeof entry.id === "string" ? [entry.id] : []
    );
  } catch {
    return null;
  }
}

// src/models/openai/asking.ts
var RETRIES_BEFORE_ANY_ANSWER = 2;
function makeAsking({ connection, throttle, party, retries, retryBaseMs, extraBody }) {
  const standing = makeStanding();
  const refused = /* @__PURE__ */ new Set();
  return async (prompt, options) => {
    const { signal } = options;
    const stops = prompt.kind === "text" ? prompt.stop : [];
    const leftOut = /* @__PURE__ */ new Set();
    const build = () => requestFor(party.model, prompt, options, /* @__PURE__ */ new Set([...refused, ...leftOut]), extraBody);
    for (let retry = 0; ; ) {
      const request = build();
      const outcome = await throttle.run(
        async (turn) => standing.givenUp() ?? askOnce(request, stops, signal, turn),
        signal
      );
      if (outcome.kind === "failed") return outcome;
      if (outcome.kind === "answered") {
        for (const field of leftOut) refused.add(field);
        return outcome;
      }
      const { problem, unwanted } = outcome;
      for (const field of unwanted) leftOut.add(field);
      if (unwanted.length > 0 && isAnother(build(), request)) continue;
      if (retry >= retriesFor(problem)) return standing.failed(problem);
      const wait = { retry, baseMs: retryBaseMs, askedMs: problem.askedMs, chance: Math.random() };
      await pause(waitMs(wait), signal);
      retry += 1;
    }
  };
  async function askOnce(request, stops, signal, turn) {
    const reply = await connection.post(request.endpoint, request.body, signal);
    const read = readReply(reply, stops);
    if ("kind" in read) {
      turn.answered();
      standing.answered();
      return read;
    }
    if (read.overload) turn.overloaded(read.askedMs ?? 0);
    if (reply.kind !== "replied") return { kind: "problem", problem: read, unwanted: [] };
    const problem = await refusalLookedInto(reply, request, read, party, () => connection.listModels(signal));
    const { status, text } = reply;
    const unwanted = problem !== read || problem.byPrompt ? [] : fieldsRefused(status, text, request.body);
    return { kind: "problem", problem, unwanted };
  }
  function readReply(reply, stops) {
    switch (reply.kind) {
      case "replied":
        return reply.status >= 200 && reply.status < 300 ? readAnswer2(reply, stops, party, Date.now()) : serverFault(reply, party, Date.now());
      case "timed-out":
        return fault("no answer in time: raise the timeout, or ask for less at once", {
          reason: "timed-out",
          again: "once"
        });
      case "broken":
        return connectionFault(reply.error, party);
      default:
        return reply;
    }
  }
  function retriesFor({ again, forAll }) {
    if (again === "never") return 0;
    if (again === "once") return Math.min(1, retries);
    const isThere = standing.everAnswered() || forAll === "no";
    return isThere ? retries : Math.min(RETRIES_BEFORE_ANY_ANSWER, retries);
  }
}
function isAnother(request, than) {
  return Object.keys(request.body).join() !== Object.keys(than.body).join();
}

// src/models/openai/base-url.ts
var ENDPOINTS = /\/(chat\/completions|completions|models)$/;
function readBaseUrl(given) {
  const url = parse2(given);
  if (url.username !== "" || url.password !== "") {
    throw bad2(
      "the base URL holds a user name or password, which would be shown in reports",
      "Leave it out; the key has its own setting."
    );
  }
  if (url.search !== "" || url.hash !== "") {
    throw bad2(
      "the base URL goes on after its path (`?` or `#`)",
      "Give the address alone, such as http://127.0.0.1:8000/v1."
    );
  }
  const path = url.pathname.replace(/\/+$/, "").replace(ENDPOINTS, "");
  return `${url.origin}${path === "" ? "/v1" : path}`;
}
function parse2(given) {
  const url = URL.canParse(given.trim()) ? new URL(given.trim()) : null;
  if (url !== null && (url.protocol === "http:" || url.protocol === "https:")) return url;
  const shown = /^[\w.:/-]{1,100}$/.test(given) ? `the base URL ${given}` : "the base URL";
  throw bad2(`${shown} is no http or https address`, "Write it as http://127.0.0.1:8000/v1.");
}
function isLoopback(baseUrl) {
  const { hostname } = new URL(baseUrl);
  return /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}
function baseUrlWarnings(given, hasKey) {
  const baseUrl = readBaseUrl(given);
  if (!hasKey || baseUrl.startsWith("https:") || isLoopback(baseUrl)) return [];
  return [
    `the key and the code go to ${new URL(baseUrl).host} unencrypted: use https there if the network is not yours`
  ];
}
function bad2(message, remedy) {
  return new ExpectedFailure("bad-setting", message, remedy);
}

// src/models/openai.ts
var LONGEST_TIMEOUT_MS = 3e5;
var OWN_FIELDS = ["model", "messages", "prompt", "suffix", "n", "best_of", "stream", "stream_options"];
function openAiModel(settings) {
  const { model, timeoutMs = 12e4, retries = 5, concurrency = 8, retryBaseMs = 500, extraBody = {} } = settings;
  const baseUrl = readBaseUrl(settings.baseUrl);
  const apiKey = readKey(settings);
  if (!(timeoutMs >= 1 && timeoutMs <= LONGEST_TIMEOUT_MS)) {
    throw bad3(
      `a timeout of ${timeoutMs} ms is not possible`,
      `Choose one up to ${LONGEST_TIMEOUT_MS / 1e3} seconds.`
    );
  }
  const taken = OWN_FIELDS.find((field) => field in extraBody);
  if (taken !== void 0) throw bad3(`the field ${taken} cannot be set for a server`, "Leave it out.");
  return {
    provider: "openai",
    name: model,
    facts: ["openai", baseUrl, model, ...factsOf(extraBody)],
    concurrency,
    complete: makeAsking({
      connection: connect({ baseUrl, apiKey, timeoutMs }),
      throttle: makeThrottle(concurrency),
      party: { baseUrl, model, apiKey, keyName: keyName(settings) },
      retries,
      retryBaseMs,
      extraBody
    }),
    // Connections that wait for nothing keep no process alive.
    close: async () => {
    }
  };
}
function openAiWarnings(settings) {
  return baseUrlWarnings(settings.baseUrl, readKey(settings) !== null);
}
function keyName({ keyName: keyName2 = "PALIMPSEST_API_KEY" }) {
  return keyName2;
}
function readKey(settings) {
  const key = settings.apiKey?.trim() ?? "";
  if (key === "") return null;
  if (/^[\x21-\x7e]+$/.test(key)) return key;
  throw bad3(`the key in ${keyName(settings)} holds characters that no key has`, "Copy it again, without line breaks.");
}
function factsOf(extraBody) {
  const fields = Object.entries(extraBody).sort(([a], [b]) => a < b ? -1 : 1);
  if (fields.length === 0) return [];
  return [`fields ${createHash6("sha256").update(JSON.stringify(fields)).digest("hex")}`];
}
function bad3(message, remedy) {
  return new ExpectedFailure("bad-setting", message, remedy);
}

// src/compose/providers.ts
var PROVIDERS = {
  openai: openOpenAi,
  gguf: openGguf,
  command: openCommand
};
function openTextModel(entry, operator) {
  switch (entry.provider) {
    case "openai":
      return PROVIDERS.openai(entry, operator);
    case "gguf":
      return PROVIDERS.gguf(entry, operator);
    case "command":
      return PROVIDERS.command(entry, operator);
    default:
      return entry;
  }
}
async function openOpenAi(entry, { secrets, warn }) {
  const keyName2 = entry["api-key-env"];
  const { timeout, retries, concurrency } = entry;
  const settings = {
    baseUrl: entry["base-url"],
    model: entry.model,
    apiKey: secrets.read(keyName2)?.reveal() ?? null,
    keyName: keyName2,
    extraBody: entry["extra-body"] ?? {},
    ...timeout === void 0 ? {} : { timeoutMs: timeout * 1e3 },
    ...retries === void 0 ? {} : { retries },
    ...concurrency === void 0 ? {} : { concurrency }
  };
  const model = openAiModel(settings);
  for (const warning of openAiWarnings(settings)) warn(warning);
  return model;
}
function openGguf({
  path,
  lora,
  format,
  threads,
  concurrency,
  "context-tokens": contextTokens
}, { folder }) {
  return ggufModel({
    path: resolve2(folder, path),
    format,
    contextTokens,
    ...threads === void 0 ? {} : { threads },
    ...lora === void 0 ? {} : { lora: resolve2(folder, lora) },
    ...concurrency === void 0 ? {} : { concurrency }
  });
}
async function openCommand({ command, args, model, timeout, concurrency }, { folder }) {
  return commandModel({
    command,
    args,
    folder,
    ...model === void 0 ? {} : { model },
    ...timeout === void 0 ? {} : { timeoutMs: timeout * 1e3 },
    ...concurrency === void 0 ? {} : { concurrency }
  });
}

// src/files/answer-cache.ts
import { appendFile, mkdir, readdir, readFile, rm, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import * as cacache from "cacache";
var DEFAULT_MAX_BYTES = 512e6;
var TRIMMED_SHARE = 0.8;
var INDEX_BYTES = 400;
var USE_EVERY_MS = 36e5;
var ABANDONED_AFTER_MS = 864e5;
var ADDED_FILE = "added-bytes";
function openAnswerCache(folder, options = {}) {
  return new CacacheFolder(folder, options);
}
var removeEntry = cacache.rm.entry;
var CacacheFolder = class {
  #folder;
  #maxBytes;
  #warn;
  #addedBytes = 0;
  #isWarned = false;
  constructor(folder, { maxBytes = DEFAULT_MAX_BYTES, warn = () => {
  } }) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
    this.#warn = warn;
  }
  async get(key) {
    const entry = await cacache.get.info(this.#folder, key).catch(() => null);
    if (entry === null) return void 0;
    try {
      const data = await cacache.get.byDigest(this.#folder, entry.integrity, { memoize: false });
      await this.#use(entry.path);
      return data.toString();
    } catch (error) {
      if (systemErrorCode(error) !== "ENOENT") await cacache.rm.content(this.#folder, entry.integrity).catch(() => {
      });
      return void 0;
    }
  }
  async put(key, answer) {
    try {
      await cacache.put(this.#folder, key, answer, { memoize: false });
      this.#addedBytes += Buffer.byteLength(answer) + INDEX_BYTES;
    } catch (error) {
      this.#tell(error);
    }
  }
  async close() {
    if (this.#addedBytes === 0) return;
    const added = this.#addedBytes;
    this.#addedBytes = 0;
    try {
      await mkdir(this.#folder, { recursive: true });
      await appendFile(join(this.#folder, ADDED_FILE), `${added}
`);
      if (await this.#bytesByTheLines() > this.#maxBytes) await this.#trim();
    } catch (error) {
      this.#tell(error);
    }
  }
  async #bytesByTheLines() {
    const lines = await readFile(join(this.#folder, ADDED_FILE), "utf8");
    return lines.split("\n").reduce((sum, line) => sum + (Number.parseInt(line, 10) || 0), 0);
  }
  async #trim() {
    const entries = await this.#entriesByUse();
    const users = /* @__PURE__ */ new Map();
    for (const { integrity } of entries) users.set(integrity, (users.get(integrity) ?? 0) + 1);
    let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    for (const { key, integrity, bytes: freed } of entries) {
      if (bytes <= this.#maxBytes * TRIMMED_SHARE) break;
      await removeEntry(this.#folder, key, { removeFully: true });
      const others = (users.get(integrity) ?? 1) - 1;
      users.set(integrity, others);
      if (others === 0) await cacache.rm.content(this.#folder, integrity);
      bytes -= freed;
    }
    await writeOutput(join(this.#folder, ADDED_FILE), `${bytes}
`);
    await this.#clearAbandoned();
  }
  async #entriesByUse() {
    const entries = await Promise.all(
      Object.values(await cacache.ls(this.#folder)).map(async ({ key, integrity, path, size }) => {
        const stats = await stat(path).catch(() => null);
        return { key, integrity, bytes: (size ?? 0) + INDEX_BYTES, usedMs: stats?.mtimeMs ?? 0 };
      })
    );
    return entries.sort((a, b) => a.usedMs - b.usedMs);
  }
  async #clearAbandoned() {
    const temporary = join(this.#folder, "tmp");
    for (const name of await readdir(temporary).catch(() => [])) {
      const path = join(temporary, name);
      const stats = await stat(path).catch(() => null);
      if (stats !== null && Date.now() - stats.mtimeMs > ABANDONED_AFTER_MS)
        await rm(path, { recursive: true, force: true });
    }
  }
  async #use(path) {
    const stats = await stat(path);
    if (Date.now() - stats.mtimeMs < USE_EVERY_MS) return;
    const now = /* @__PURE__ */ new Date();
    await utimes(path, now, now).catch(() => {
    });
  }
  #tell(error) {
    const code = systemErrorCode(error);
    if (code === void 0) throw error;
    if (this.#isWarned) return;
    this.#isWarned = true;
    this.#warn(`answers cannot be kept in ${this.#folder} (${code}): the next run will have to ask again`);
  }
};

// src/compose/language-models.ts
async function openLanguageModel(entry, operator, budget, { repository, languages, cache }) {
  const price = entry.price ?? null;
  if (price === null && budget.cost !== null) {
    throw new ExpectedFailure(
      "bad-setting",
      "--max-cost needs to know what tokens cost",
      "Give the model a price in the file that --models names, or bound it by --max-tokens."
    );
  }
  const maxTokens = entry["max-tokens"];
  checkWindow(entry["context-tokens"], maxTokens);
  const trainedAt = await trainedAtOf(entry["trained-at"], repository);
  const stated = entry.tokenizer === void 0 ? null : await counterOf(entry.tokenizer, operator.folder);
  const text = await openTextModel(entry, operator);
  const windowTokens = Math.min(entry["context-tokens"], text.windowTokens ?? Number.POSITIVE_INFINITY);
  const tokens2 = stated ?? text.tokens ?? ESTIMATED_TOKENS;
  if (maxTokens >= windowTokens) {
    await text.close();
    checkWindow(windowTokens, maxTokens);
  }
  const model = languageModel({
    text,
    origin: { baseModel: entry["base-model"] ?? null, trainedAt, recipe: null },
    language: languages.main,
    format: entry.format,
    windowTokens,
    maxTokens,
    temperature: entry.temperature,
    sampleTemperature: entry["sample-temperature"],
    tokens: tokens2,
    cache,
    budget,
    price
  });
  const { fingerprint } = model.card;
  const path = repository === null ? null : inStateFolder(repository, "cards", fingerprint);
  const kept = path === null ? null : await readCard(path, fingerprint, parseModelCard);
  return { model: { ...model, card: { ...model.card, baseline: kept?.baseline ?? null } }, path };
}
function checkWindow(windowTokens, maxTokens) {
  if (maxTokens < windowTokens) return;
  throw new ExpectedFailure(
    "bad-setting",
    `an answer of ${maxTokens} tokens leaves no room in a window of ${windowTokens}`,
    "Lower max-tokens, or say in context-tokens how long the window is."
  );
}
var COMMIT_HASH = /^[0-9a-f]{40,64}$/;
async function trainedAtOf(revision, repository) {
  if (revision === void 0) return null;
  const known = { units: null, files: null };
  if (repository === null) {
    return COMMIT_HASH.test(revision) ? { revision, committedAt: null, ...known } : null;
  }
  try {
    const { hash, committedAt } = await repository.resolve(revision);
    return { revision: hash, committedAt, ...known };
  } catch (error) {
    if (error instanceof ExpectedFailure && COMMIT_HASH.test(revision)) {
      return { revision, committedAt: null, ...known };
    }
    throw error;
  }
}
async function counterOf(tokenizer, folder) {
  const path = resolve3(folder, tokenizer);
  return tokenizerCounter(await readSettingsFile(path), path);
}
export {
  openAnswerCache,
  openLanguageModel
};

import {
  significant
} from "./part-5YJMR3U6.js";

// src/core/scope.ts
var LEFT_OUT_REASONS = ["test", "generated", "vendored", "empty-body"];
function pathScope(path) {
  const segments = path.split("/");
  const fileName = segments.pop() ?? "";
  const { directories, sourceSet } = beforePackage(segments);
  if (directories.some((name) => VENDORED.test(name))) return "vendored";
  if (directories.some((name) => GENERATED.test(name))) return "generated";
  if (directories.some((name, index) => TESTS.test(name) || name === "it" && directories[index - 1] === "src"))
    return "test";
  if (sourceSet === "main") return null;
  const isTest = TEST_SET.test(sourceSet) || directories.some((name) => TEST_MODULE.test(name)) || TEST_FILE.test(fileName);
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
function packageByPath(path) {
  const segments = path.split("/").slice(0, -1);
  const { length } = beforePackage(segments).directories;
  return length === segments.length ? segments.join("/") : segments.slice(length).join(".");
}
function isGeneratedText(text) {
  HEAD_PART.lastIndex = 0;
  for (let part = HEAD_PART.exec(text); part !== null; part = HEAD_PART.exec(text)) {
    const [words] = part;
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
function isEmptyBody(tokenize, body) {
  return significant(tokenize(body)).length <= 2;
}

export {
  LEFT_OUT_REASONS,
  pathScope,
  packageByPath,
  isGeneratedText,
  isEmptyBody
};

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
function encodeSource({ text, encoding }) {
  if (encoding === "utf-8") return Buffer.from(text, "utf8");
  const escaped = text.replace(/[^\0-\xff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return Buffer.from(escaped, "latin1");
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
  const parsed = language.parse(path, source.text);
  const notes = [];
  if (source.encoding !== "utf-8") notes.push(note("not-utf-8"));
  if (parsed.errorLines.length > 0) notes.push(note("partly-parsed", parsed.errorLines));
  return { path, bytes, parsed, encoding: source.encoding, language, notes };
}

export {
  decodeSource,
  encodeSource,
  readSources,
  readSource
};

import {
  LEFT_OUT_REASONS
} from "./part-GZMXCIU6.js";
import {
  compareText
} from "./part-5YJMR3U6.js";

// src/core/run-shards.ts
function dealtPaths(methodsByPath, { index, count }) {
  const hands = Array.from({ length: count }, () => ({ methods: 0, paths: [] }));
  const bySize = [...methodsByPath].sort(([a, most], [b, few]) => few - most || compareText(a, b));
  for (const [path, methods] of bySize) {
    const hand = leastOf(hands);
    if (hand === void 0) break;
    hand.methods += methods;
    hand.paths.push(path);
  }
  return new Set(hands[index - 1]?.paths);
}
function leastOf([first, ...others]) {
  return others.reduce((least, hand) => least && holdsLess(hand, least) ? hand : least, first);
}
function holdsLess(a, b) {
  return a.methods < b.methods || a.methods === b.methods && a.paths.length < b.paths.length;
}
function mergedLeftOut(parts) {
  const rows = parts.flat();
  return LEFT_OUT_REASONS.flatMap((reason) => {
    const same = rows.filter((row) => row.reason === reason);
    if (same.length === 0) return [];
    const counted = same.flatMap(({ methods }) => methods ?? []);
    return [
      {
        reason,
        methods: counted.length === 0 ? null : counted.reduce((sum, methods) => sum + methods, 0),
        files: same.reduce((sum, { files }) => sum + files, 0)
      }
    ];
  });
}
function mergedNotes(parts) {
  return parts.flat().sort((a, b) => compareText(a.path, b.path));
}

export {
  dealtPaths,
  mergedLeftOut,
  mergedNotes
};

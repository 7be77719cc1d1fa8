import {
  isSilence
} from "./part-GV6IPUYS.js";

// src/jobs/asking-facts.ts
function askingFacts(model, unasked) {
  const usage = model.usage?.();
  return {
    ...usage === void 0 ? {} : { usage },
    ...unasked.length === 0 ? {} : { unasked: [...unasked].sort() }
  };
}

// src/jobs/rewrite.ts
import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { pMapIterable } from "p-map";
async function* rewrite(items, { model, samples, signal, progress, journal }) {
  const results = pMapIterable(
    items,
    async (item) => {
      await setImmediate();
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
  return createHash("sha256").update(JSON.stringify([model.card.provider, model.card.fingerprint, target.id, source.path])).update(source.text).digest("hex");
}

export {
  askingFacts,
  rewrite
};

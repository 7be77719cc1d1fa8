// Having a model write stubs again, a bounded number at a time, in a fixed order.

import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { pMapIterable } from 'p-map';
import { isSilence, type Regeneration } from '../core/regeneration.ts';
import type { Stub } from '../core/stub.ts';
import type { MethodId } from '../core/unit.ts';
import type { CodeModel, Journal, Progress } from '../ports.ts';

/** What is written, and where it is not as for the others: how many samples, and what it counts as in a budget. */
export interface Rewritten {
  readonly stub: Stub;
  readonly samples?: number;
  readonly countsAs?: MethodId;
}

export interface Rewriting {
  readonly model: CodeModel;
  /** Of an item that does not say itself. */
  readonly samples: number;
  readonly signal: AbortSignal;
  readonly progress: Progress;
  /** What an interrupted run had already; `null` when nothing is kept. */
  readonly journal: Journal | null;
}

/** Yields what the model wrote for each item, in the order of the items, whichever came back first. */
export async function* rewrite<Item extends Rewritten>(
  items: AsyncIterable<Item> | Iterable<Item>,
  { model, samples, signal, progress, journal }: Rewriting,
): AsyncGenerator<{ item: Item; regeneration: Regeneration }> {
  const results = pMapIterable(
    items,
    async (item) => {
      await setImmediate(); // lets signals and the progress bar in between two units
      signal.throwIfAborted();
      const key = journal === null ? '' : stubKey(model, item.stub);
      const known = journal?.get(key);
      const { stub, countsAs = stub.target.id } = item;
      const options = { samples: item.samples ?? samples, countsAs, signal };
      const regeneration = known ?? (await model.regenerate(stub, options));
      if (known === undefined && isWorthKeeping(regeneration)) await journal?.append(key, regeneration);
      return { item, regeneration };
    },
    { concurrency: model.concurrency, backpressure: model.concurrency * 2 },
  );
  for await (const result of results) {
    progress.advance();
    yield result;
  }
}

/** The next run asks again for what this one was not answered. */
function isWorthKeeping(regeneration: Regeneration): boolean {
  if (regeneration.kind === 'failed') return !isSilence(regeneration.reason);
  return regeneration.kind === 'regenerated';
}

/** The same model, the same unit and the same text around it: the same answer. */
function stubKey(model: CodeModel, { source, target }: Stub): string {
  return createHash('sha256')
    .update(JSON.stringify([model.card.provider, model.card.fingerprint, target.id, source.path]))
    .update(source.text)
    .digest('hex');
}

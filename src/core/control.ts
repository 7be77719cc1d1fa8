// The control group: methods of the training day, written again at every review. The stubs never change, so if the answers
// do, it is the model or its server that changed, and not the code.

import { hash32 } from './random.ts';
import { compareText } from './text-order.ts';
import type { MethodId } from './unit.ts';

/** One method of the group, and how it came back. */
export interface ControlMethod {
  readonly id: MethodId;
  /** Hash of the stub that was shown. */
  readonly stub: string;
  /** `null` for a failure. */
  readonly similarity: number | null;
}

export interface Control {
  /** Methods in the group that were asked this time and the last. */
  readonly methods: number;
  /** Those that came back otherwise. */
  readonly moved: number;
  /** Mean similarity then and now, failures as 0; `null` without a method. */
  readonly before: number | null;
  readonly now: number | null;
}

/** So many of the ids, by lot, the same ones always. */
export function controlIds(ids: readonly MethodId[], size: number): MethodId[] {
  return [...ids]
    .map((id) => ({ id, lot: hash32(`control ${id}`) }))
    .sort((a, b) => a.lot - b.lot || compareText(a.id, b.id))
    .slice(0, size)
    .map(({ id }) => id)
    .sort(compareText);
}

/** Similarities are quotients: a difference that small is none. */
const SAME = 1e-9;

/** `null` when the two have no method in common. */
export function compareControl(before: readonly ControlMethod[], now: readonly ControlMethod[]): Control | null {
  const then = new Map(before.map((method) => [`${method.id}\n${method.stub}`, method.similarity]));
  const pairs = now.flatMap(({ id, stub, similarity }) => {
    const former = then.get(`${id}\n${stub}`);
    return former === undefined ? [] : [{ before: former ?? 0, now: similarity ?? 0 }];
  });
  if (pairs.length === 0) return null;
  return {
    methods: pairs.length,
    moved: pairs.filter((pair) => Math.abs(pair.before - pair.now) > SAME).length,
    before: mean(pairs.map((pair) => pair.before)),
    now: mean(pairs.map((pair) => pair.now)),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// One changed method, looked at closely: what the model writes for it, and the nearest thing that it was trained on.

import { isNamed } from '../core/method-names.ts';
import type { ModelCard } from '../core/model-card.ts';
import type { CheckRow } from '../core/report.ts';
import { stubInPlace } from '../core/stub.ts';
import type { MethodId } from '../core/unit.ts';
import type { TrainedOn } from '../ports.ts';
import { type CheckInput, judgeChanges } from './check.ts';
import { readChange } from './read-change.ts';

export type Explanation =
  | {
      readonly kind: 'explained';
      readonly row: CheckRow;
      readonly model: ModelCard;
      /** `null` for a model that cannot tell. */
      readonly nearest: TrainedOn | null;
    }
  /** `changed`: the methods that could be asked about. */
  | { readonly kind: 'none'; readonly changed: readonly MethodId[] }
  | { readonly kind: 'several'; readonly named: readonly MethodId[] };

/**
 * `method`: as people type it. The name from before a renaming will do as well. Throws the ExpectedFailures of reading and of
 * opening a model; a model that fails is a row with a failure, as in a check.
 */
export async function explain(method: string, input: Omit<CheckInput, 'project'>): Promise<Explanation> {
  const { eligible } = await readChange(input);
  const typed = method.trim();
  const found = eligible.filter(({ current, previous }) =>
    [current, previous].some((placed) => placed !== null && isNamed(placed.unit.id, typed)),
  );
  const [change, ...others] = found;
  if (change === undefined) return { kind: 'none', changed: eligible.map(({ current }) => current.unit.id) };
  if (others.length > 0) return { kind: 'several', named: found.map(({ current }) => current.unit.id) };
  const { model } = await input.openModel();
  const { judged } = await judgeChanges([change], model, input);
  const row = judged[0]?.row;
  if (row === undefined) return { kind: 'none', changed: [] };
  const stub = stubInPlace(change.current.source, change.current.unit);
  return { kind: 'explained', row, model: model.card, nearest: (await model.nearest?.(stub)) ?? null };
}

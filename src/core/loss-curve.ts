// How the loss of a training went, step by step.

/** `null` for what was not told there. */
export interface LossPoint {
  /** From 1, over all epochs. */
  readonly step: number;
  readonly epoch: number | null;
  readonly loss: number | null;
  readonly validationLoss: number | null;
}

/** The points in the order of their steps; of a step that was trained again the later one counts, and what it lacks is kept. */
export function lossCurve(told: readonly LossPoint[]): LossPoint[] {
  const points = new Map<number, LossPoint>();
  for (const { step, epoch, loss, validationLoss } of told) {
    const before = points.get(step);
    points.set(step, {
      step,
      epoch: epoch ?? before?.epoch ?? null,
      loss: loss ?? before?.loss ?? null,
      validationLoss: validationLoss ?? before?.validationLoss ?? null,
    });
  }
  return [...points.values()]
    .filter(({ loss, validationLoss }) => loss !== null || validationLoss !== null)
    .sort((a, b) => a.step - b.step);
}

/** So many values at most, each the mean of its neighbours; the first and the last stay what they are. */
export function thinned(values: readonly number[], most: number): number[] {
  if (values.length <= most) return [...values];
  return Array.from({ length: most }, (_, index) => {
    if (index === 0 || index === most - 1) return values.at(index === 0 ? 0 : -1) ?? 0;
    const from = Math.floor((index * values.length) / most);
    const part = values.slice(from, Math.max(from + 1, Math.floor(((index + 1) * values.length) / most)));
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
}

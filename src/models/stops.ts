// Where an answer ends, whether or not its engine knew.

/** The text before the first of the stops; `null` when none stands in it. */
export function beforeStop(text: string, stops: readonly string[]): string | null {
  const ends = stops.map((stop) => text.indexOf(stop)).filter((at) => at >= 0);
  return ends.length === 0 ? null : text.slice(0, Math.min(...ends));
}

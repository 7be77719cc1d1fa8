// Lines of freshness in a legend, as exactly as they were set.

/** `90 %`, `92.5 %`. */
export function linePercent(line: number): string {
  return `${Number((line * 100).toFixed(2))} %`;
}

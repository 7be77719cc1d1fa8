// The order of texts: by code units, the same on every machine, unlike a locale's.

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

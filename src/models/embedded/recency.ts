// A bounded memory of what was worked out last.

/** Keeps the `capacity` values that were used last. */
export function recently<K, V>(capacity: number, work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) known.delete(key);
    const value = found ?? work(key);
    known.set(key, value);
    if (known.size > capacity) {
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    }
    return value;
  };
}

// src/core/random.ts
function randomOf(seed, name) {
  return seededRandom(hash32(name, seed))();
}
function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = state + 1831565813 >>> 0;
    let mixed = Math.imul(state ^ state >>> 15, state | 1);
    mixed ^= mixed + Math.imul(mixed ^ mixed >>> 7, mixed | 61);
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32;
  };
}
function hash32(text, seed = 0) {
  let hash = 2166136261 ^ seed;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ unit & 255, 16777619);
    hash = Math.imul(hash ^ unit >>> 8, 16777619);
  }
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  hash = Math.imul(hash ^ hash >>> 13, 3266489909);
  return (hash ^ hash >>> 16) >>> 0;
}

export {
  randomOf,
  seededRandom,
  hash32
};

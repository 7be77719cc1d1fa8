// Loaded before the App: in its process and its threads time passes so many times as fast, so that waits of minutes can be
// lived through. `FAST_CLOCK` is “TIMES,SINCE”: from that moment of the machine's clock on, in milliseconds since 1970.

import { createRequire, syncBuiltinESMExports } from 'node:module';

const [times = 1, sinceMs = 0] = (process.env.FAST_CLOCK ?? '').split(',').map(Number);
const require = createRequire(import.meta.url);
const timers = require('node:timers');
const promises = require('node:timers/promises');

const RealDate = Date;
const realNow = Date.now.bind(Date);
const now = () => Math.floor(sinceMs + (realNow() - sinceMs) * times);
const realPerformanceNow = performance.now.bind(performance);

globalThis.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }
  static now() {
    return now();
  }
};
performance.now = () => realPerformanceNow() * times;

for (const name of ['setTimeout', 'setInterval']) {
  const real = timers[name];
  const fast = (act, ms = 0, ...given) => real(act, ms / times, ...given);
  const { promisify } = require('node:util');
  fast[promisify.custom] = (ms, ...given) => promises[name](ms, ...given);
  globalThis[name] = fast;
  timers[name] = fast;
}
const realWait = promises.setTimeout;
promises.setTimeout = (ms = 0, ...given) => realWait(ms / times, ...given);
syncBuiltinESMExports();

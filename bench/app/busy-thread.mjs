// Loaded before the App: a thread of its process that computes without a pause, as an evaluation does.

import { isMainThread, Worker } from 'node:worker_threads';

const SPIN = 'let sum = 0; for (;;) sum = (sum * 31 + 7) % 1000003;';

if (isMainThread)
  for (let left = Number(process.env.BUSY_THREADS ?? 1); left > 0; left--) new Worker(SPIN, { eval: true }).unref();

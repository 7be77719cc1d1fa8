// node sender.mjs URL FILE SECONDS: sends the webhooks of a file, evenly over so many seconds, from a process of its own, so that
// nothing but the App keeps an answer waiting. Prints the milliseconds of each, from when it was due to be sent.

import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const [url, file, seconds] = process.argv.slice(2);
const webhooks = JSON.parse(readFileSync(file, 'utf8'));
const startMs = performance.now() + 100;
const answers = await Promise.all(
  webhooks.map(async ({ body, headers }, index) => {
    const dueMs = startMs + (index * Number(seconds) * 1_000) / webhooks.length;
    await wait(Math.max(0, dueMs - performance.now()));
    const response = await fetch(url, { method: 'POST', body, headers });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`a webhook was answered by ${response.status}`);
    return performance.now() - dueMs;
  }),
);
process.stdout.write(JSON.stringify(answers));

// A process that does tasks until it is killed: `store-worker.ts FOLDER URL LOG`. It says when it has begun and when nothing
// is left to do; a SIGTERM closes it.

import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../src/store/store.ts';
import { empty } from './tasks.ts';

const [folder = '', url = '', log = ''] = process.argv.slice(2);
try {
  const store = await openStore(
    { folder, url: url === '' ? null : url, key: null, former: null, maxBlobBytes: 1_000_000 },
    { onError: (error) => console.error(error), aliveForSeconds: 2, retryAfterSeconds: 1, lookEveryMs: 50 },
  );
  process.once('SIGTERM', async () => {
    await store.worker.stop();
    await store.close();
    process.stdout.write('closed\n');
    process.exit(0);
  });
  await store.worker.start(
    async (task, signal) => {
      const number = 'pullRequest' in task ? task.pullRequest : 0;
      appendFileSync(log, `begin ${number}\n`);
      await pause(10, undefined, { signal });
      appendFileSync(log, `end ${number}\n`);
    },
    { atOnce: 4, quickAtOnce: 1 },
  );
  process.stdout.write('started\n');
  await empty(store.queue);
  process.stdout.write('empty\n');
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(2);
}

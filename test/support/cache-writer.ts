// A process that fills a cache until it is done or killed: `cache-writer.ts FOLDER PREFIX COUNT`; it says what it has put.

import { openAnswerCache } from '../../src/files/answer-cache.ts';

const [folder = '', prefix = '', count = '0'] = process.argv.slice(2);
const cache = openAnswerCache(folder);
for (let index = 0; index < Number(count); index++) {
  await cache.put(`${prefix}${index}`, `the answer to ${prefix}${index}`);
  process.stdout.write(`${index}\n`);
}
await cache.close();

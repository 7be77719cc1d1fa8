// What a thread of the App does in a test: tells who it is, and ends as the task asks.

import { threadId } from 'node:worker_threads';
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';

export default async function doTask({ task, settings, port }) {
  const services = wrap(nodeEndpoint(port));
  try {
    await services.log({ level: 'info', message: String(threadId), facts: settings });
    switch (task.ends) {
      case 'called-off':
        return { kind: 'failed', code: 'cancelled', message: (await services.calledOff()).reason, remedy: 'Go on.' };
      case 'refused':
        return { kind: 'failed', code: 'forge-not-found', message: 'it is gone', remedy: 'Look elsewhere.' };
      case 'broken':
        throw new TypeError('a bug');
      default:
        return { kind: 'done' };
    }
  } finally {
    port.close();
  }
}

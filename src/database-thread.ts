// The thread of the embedded database: it counts there, and whoever answers webhooks is not kept waiting by it.

import { parentPort, workerData } from 'node:worker_threads';
import { serveDatabase } from './store/database-in-a-thread.ts';

if (parentPort !== null) await serveDatabase(parentPort, workerData);

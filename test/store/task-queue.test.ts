// The queue on both databases.

import { afterEach, describe, expect, test } from 'vitest';
import { openStore, type Store, type StoreSettings } from '../../src/store/store.ts';
import { taskQueueContract } from '../contracts/task-queue.ts';
import { onEachDatabase, PLAIN } from '../support/databases.ts';
import { checkTask, commandTask, empty, Performance } from '../support/tasks.ts';

const OPTIONS = {
  ...PLAIN,
  aliveForSeconds: 2,
  retryAfterSeconds: 1,
  retries: 2,
  lookEveryMs: 100,
  stopAfterMs: 200,
  abandonAfterMs: 200,
};

onEachDatabase((place) => {
  let open: Store[] = [];
  let shared: StoreSettings | null = null;

  async function opened(settings: StoreSettings): Promise<Store> {
    const store = await openStore(settings, OPTIONS);
    open.push(store);
    return store;
  }

  afterEach(async () => {
    for (const store of open) {
      await store.worker.stop();
      await store.close();
    }
    open = [];
  });

  /** One database for all of them, emptied in between: PGlite takes seconds to make one. */
  async function emptied(): Promise<Store> {
    shared ??= await place.settings();
    const store = await opened(shared);
    await store.queue.forget('everything');
    return store;
  }

  taskQueueContract(emptied);

  describe('the queue of a store', () => {
    test('counts what it gave up', async () => {
      const { queue, worker } = await emptied();
      const done = new Performance({ failIf: () => true });
      await queue.add(commandTask(1, 'never'), null);
      await worker.start(done.perform, { atOnce: 1, quickAtOnce: 1 });
      await empty(queue);
      expect(await queue.failed()).toEqual({ command: 1 });
      expect(done.tasks).toHaveLength(3);
    });

    test('forgets the tasks of an installation, and of a repository', async () => {
      const { queue } = await emptied();
      for (const installation of [1, 2, 3]) await queue.add(checkTask(installation, 1), null);
      await queue.forget({ installation: 1 });
      await queue.forget({ installation: 2, repository: 200 });
      expect((await queue.depth()).waiting).toEqual({ 'check-pull-request': 1 });
    });
  });

  if (place.kind === 'server') severalProcesses(emptied, async () => opened(shared ?? (await place.settings())));
});

function severalProcesses(emptied: () => Promise<Store>, another: () => Promise<Store>): void {
  describe('of several processes', () => {
    test('a newer task calls off the one that another has under way', async () => {
      const [one, two] = [await emptied(), await another()];
      const done = new Performance({ hold: true });
      await one.worker.start(done.perform, { atOnce: 1, quickAtOnce: 1 });
      await two.queue.add(checkTask(1, 7, 'former'), null);
      await done.count(1);
      await two.queue.add(checkTask(1, 7, 'newer'), null);
      await done.calledOff(0);
      await done.count(2);
      done.release();
      await empty(two.queue);
    });

    test('each task is done by one of them', async () => {
      const stores = [await emptied(), await another(), await another()];
      const done = new Performance({ forMs: 5 });
      for (const { worker } of stores) await worker.start(done.perform, { atOnce: 4, quickAtOnce: 1 });
      await Promise.all(
        Array.from({ length: 150 }, (_, index) =>
          stores[index % 3]?.queue.add(checkTask(index % 7, index), `delivery ${index}`),
        ),
      );
      const [first] = stores;
      if (first !== undefined) await empty(first.queue);
      expect(
        done.tasks.map((task) => 'pullRequest' in task && task.pullRequest).sort((a, b) => Number(a) - Number(b)),
      ).toEqual(Array.from({ length: 150 }, (_, index) => index));
    });

    test('one delivery that two get is done once', async () => {
      const stores = [await emptied(), await another()];
      const added = await Promise.all(stores.map(({ queue }) => queue.add(commandTask(1, 'once'), 'delivery')));
      expect(added.filter(Boolean)).toHaveLength(1);
    });
  });
}

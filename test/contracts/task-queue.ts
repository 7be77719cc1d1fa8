// What every queue of tasks holds to.

import { describe, expect, test } from 'vitest';
import type { Task } from '../../src/core/task.ts';
import { ExpectedFailure } from '../../src/errors.ts';
import type { TaskQueue, TaskWorker } from '../../src/ports/task-queue.ts';
import { checkTask, commandTask, empty, Performance } from '../support/tasks.ts';

export interface QueueUnderTest {
  readonly queue: TaskQueue;
  readonly worker: TaskWorker;
}

/** `open` gives an empty queue and a worker that was not started; what it gives is closed when the test is over. */
export function taskQueueContract(open: () => Promise<QueueUnderTest>): void {
  const AT_ONCE = { atOnce: 1, quickAtOnce: 1 };

  describe('a task queue', () => {
    test('gives a task to a worker as it was put in', async () => {
      const { queue, worker } = await open();
      const done = new Performance();
      const task = commandTask(4711, '/palimpsest explain Invoice.total “€” \u{1f4da}');
      expect(await queue.add(task, 'delivery-1')).toBe(true);
      expect(await queue.depth()).toEqual({ waiting: { command: 1 }, underWay: {} });
      await worker.start(done.perform, AT_ONCE);
      await done.count(1);
      expect(done.tasks).toEqual([task]);
      expect(done.deliveries).toEqual(['delivery-1']);
    });

    test('does what was delivered twice once, each of the tasks that one delivery asks for', async () => {
      const { queue, worker } = await open();
      const done = new Performance();
      const tasks = [commandTask(1, 'one'), commandTask(1, 'two')];
      const added: boolean[] = [];
      for (const task of [...tasks, ...tasks]) added.push(await queue.add(task, 'delivery-1'));
      const both = await Promise.all([
        queue.add(commandTask(1, 'three'), 'two'),
        queue.add(commandTask(1, 'three'), 'two'),
      ]);
      await worker.start(done.perform, AT_ONCE);
      await done.count(3);
      added.push(await queue.add(commandTask(1, 'one'), 'delivery-1'));
      expect(added).toEqual([true, true, false, false, false]);
      expect(both.filter(Boolean)).toHaveLength(1);
      await queue.add(commandTask(1, 'last'), null);
      await done.count(4);
      expect(done.texts).toEqual(['one', 'two', 'three', 'last']);
    });

    test('tasks of one key that wait are one, and it is the newest', async () => {
      const { queue, worker } = await open();
      const done = new Performance();
      expect(await queue.add(checkTask(1, 7, 'acme'), 'first')).toBe(true);
      expect(await queue.add(checkTask(1, 8, 'acme'), 'second')).toBe(true);
      expect(await queue.add(checkTask(1, 7, 'acme-books'), 'third')).toBe(false);
      expect(await queue.depth()).toEqual({ waiting: { 'check-pull-request': 2 }, underWay: {} });
      await worker.start(done.perform, AT_ONCE);
      await done.count(2);
      expect(done.tasks).toEqual([checkTask(1, 7, 'acme-books'), checkTask(1, 8, 'acme')]);
    });

    test('a training keeps no place from other tasks, and no later one ends it', async () => {
      const { queue, worker } = await open();
      const repository = { installation: 1, id: 100, owner: 'acme', name: 'ledger' };
      const isTraining = (task: Task) => task.kind === 'specialize';
      const done = new Performance({ holdIf: isTraining });
      await worker.start(done.perform, AT_ONCE);
      await queue.add({ kind: 'specialize', repository }, null);
      await done.count(1);
      await queue.add({ kind: 'specialize', repository }, null);
      await queue.add(checkTask(1, 7), null);
      await done.count(2);
      expect(done.tasks.map(({ kind }) => kind)).toEqual(['specialize', 'check-pull-request']);
      expect(done.wasCalledOff(0)).toBe(false);
      done.release();
      await done.count(3);
      expect(done.mostAtOnceOf(isTraining)).toBe(1);
      await empty(queue);
    });

    test('a newer task of a key calls off the one under way, and is done after it', async () => {
      const { queue, worker } = await open();
      const done = new Performance({ hold: true });
      await worker.start(done.perform, { atOnce: 4, quickAtOnce: 1 });
      await queue.add(checkTask(1, 7, 'former'), null);
      await done.count(1);
      expect(await queue.depth()).toEqual({ waiting: {}, underWay: { 'check-pull-request': 1 } });
      await queue.add(checkTask(1, 8, 'other'), null);
      await queue.add(checkTask(1, 7, 'newer'), null);
      await done.calledOff(0);
      await done.count(3);
      expect(done.mostAtOnceOf((task) => task.kind === 'check-pull-request' && task.pullRequest === 7)).toBe(1);
      expect(done.tasks.map((task) => task.kind === 'check-pull-request' && task.repository.owner).sort()).toEqual(
        ['former', 'newer', 'other'].sort(),
      );
      done.release();
      await empty(queue);
      expect(done.tasks).toHaveLength(3);
    });

    test('a quick task does not wait for slow ones', async () => {
      const { queue, worker } = await open();
      const done = new Performance({ holdIf: (task) => task.kind === 'check-pull-request' });
      await worker.start(done.perform, AT_ONCE);
      for (const pullRequest of [1, 2, 3]) await queue.add(checkTask(1, pullRequest), null);
      await done.count(1);
      await queue.add(commandTask(1, 'quick'), null);
      await done.count(2);
      expect(done.texts).toEqual(['quick']);
      done.release();
    });

    test('does no more at once than it is told', async () => {
      const { queue, worker } = await open();
      const done = new Performance({ forMs: 20 });
      for (let pullRequest = 0; pullRequest < 12; pullRequest++) await queue.add(checkTask(1, pullRequest), null);
      await worker.start(done.perform, { atOnce: 3, quickAtOnce: 1 });
      await done.count(12);
      expect(done.mostAtOnceOf(() => true)).toBeLessThanOrEqual(3);
    });

    test('tries again after a failure, and gives up after some', async () => {
      const { queue, worker } = await open();
      const done = new Performance({
        failIf: (task, attempt) => (task.kind === 'command' && task.comment.text === 'never') || attempt === 1,
      });
      await queue.add(commandTask(1, 'never'), null);
      await queue.add(commandTask(1, 'second time'), null);
      await worker.start(done.perform, AT_ONCE);
      await empty(queue);
      expect(done.texts.filter((text) => text === 'second time')).toHaveLength(2);
      expect(done.texts.filter((text) => text === 'never').length).toBeGreaterThan(1);
    });

    test('does not try again what would fail again', async () => {
      const { queue, worker } = await open();
      const done = new Performance({
        failIf: () => true,
        failure: new ExpectedFailure('bad-setting', 'the setting is not known', 'Mend it.'),
      });
      await queue.add(commandTask(1, 'in vain'), null);
      await worker.start(done.perform, AT_ONCE);
      await empty(queue);
      expect(done.tasks).toHaveLength(1);
    });

    test('an installation with much to do delays another only by what is under way', async () => {
      const { queue, worker } = await open();
      const done = new Performance({ hold: true });
      for (let pullRequest = 0; pullRequest < 500; pullRequest++) await queue.add(checkTask(1, pullRequest), null);
      await worker.start(done.perform, { atOnce: 2, quickAtOnce: 1 });
      await done.count(2);
      for (let round = 0; round < 20; round++) {
        const before = done.tasks.length;
        done.release(2);
        await done.count(before + 2);
      }
      const before = done.tasks.length;
      await queue.add(checkTask(2, 1), null);
      await queue.add(checkTask(3, 1), null);
      done.release(2);
      await done.count(before + 2);
      const installations = done.tasks
        .slice(before)
        .map((task) => 'repository' in task && task.repository.installation);
      expect(installations).toEqual([2, 3]);
    }, 120_000);

    test('what is to be forgotten takes the tasks that wait with it, calls off those under way, and leaves the rest', async () => {
      const { queue, worker } = await open();
      const done = new Performance({ holdIf: (task) => task.kind === 'check-pull-request' });
      await queue.add(checkTask(1, 1), null);
      await worker.start(done.perform, AT_ONCE);
      await done.count(1);
      for (const installation of [1, 2]) await queue.add(checkTask(installation, 2), null);
      await queue.add({ kind: 'forget-installation', installation: 1 }, 'removal');
      await done.calledOff(0);
      await queue.add(checkTask(1, 3), 'after it was installed again');
      done.release();
      await done.count(4);
      await empty(queue);
      expect(done.tasks.slice(1)).toHaveLength(3);
      expect(done.tasks).toEqual(
        expect.arrayContaining([{ kind: 'forget-installation', installation: 1 }, checkTask(2, 2), checkTask(1, 3)]),
      );
    });

    test('one repository is taken out and not its neighbours, nor what another installation has of it', async () => {
      const { queue } = await open();
      const repository = { installation: 1, id: 100, owner: 'acme', name: 'ledger' };
      const tasks: Task[] = [
        { kind: 'keep-ledger', repository },
        { kind: 'review', repository, retrain: false },
        { kind: 'review', repository: { ...repository, id: 101 }, retrain: false },
      ];
      for (const task of tasks) await queue.add(task, null);
      await queue.add({ kind: 'forget-repository', repository }, null);
      expect((await queue.depth()).waiting).toEqual({ review: 1, 'forget-repository': 1 });
      await queue.add({ kind: 'keep-ledger', repository: { ...repository, installation: 2 } }, null);
      await queue.add({ kind: 'forget-repository', repository }, null);
      expect((await queue.depth()).waiting).toEqual({ review: 1, 'forget-repository': 1, 'keep-ledger': 1 });
    });

    test('what a task asks for is put in under its delivery, and as often as it asks', async () => {
      const { queue, worker } = await open();
      const done = new Performance();
      await worker.start(done.perform, AT_ONCE);
      for (const round of [1, 2]) {
        await queue.follow(checkTask(1, 7), 'delivery-1');
        await done.count(round);
        await empty(queue);
      }
      expect(done.deliveries).toEqual(['delivery-1', 'delivery-1']);
    });

    test('a worker that is stopped as soon as it was started loses nothing', async () => {
      const { queue, worker } = await open();
      const done = new Performance();
      for (let pullRequest = 0; pullRequest < 20; pullRequest++) await queue.add(checkTask(1, pullRequest), null);
      await worker.start(done.perform, { atOnce: 4, quickAtOnce: 1 });
      await worker.stop();
      const { waiting, underWay } = await queue.depth();
      expect(done.tasks.length + (waiting['check-pull-request'] ?? 0)).toBe(20);
      expect(underWay).toEqual({});
    });

    test('stops in a bounded time, and leaves what is not done for the next', async () => {
      const first = await open();
      const stubborn = new Performance({ hold: true, deaf: true });
      await first.worker.start(stubborn.perform, AT_ONCE);
      await first.queue.add(checkTask(1, 1), null);
      await first.queue.add(checkTask(1, 2), null);
      await stubborn.count(1);
      await first.worker.stop();
      expect(stubborn.wasCalledOff(0)).toBe(true);
      expect(await first.queue.depth()).toEqual({ waiting: { 'check-pull-request': 2 }, underWay: {} });
    });
  });
}

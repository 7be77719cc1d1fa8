// Reviews on both databases: each repository in its turn, once, spread over the period, and made up for once.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Task } from '../../src/core/task.ts';
import type { DueReview, ReviewSchedule, Tenures } from '../../src/ports/tenures.ts';
import type { Database } from '../../src/store/database.ts';
import type { KeptTasks } from '../../src/store/task-queue.ts';
import { onEachDatabase } from '../support/databases.ts';
import { type ReviewParts, reviewParts } from '../support/review-parts.ts';

onEachDatabase((place) => {
  describe('reviews', () => {
    let database: Database;
    let queue: KeptTasks;
    let tenures: Tenures;
    let reviews: ReviewSchedule;
    let parts: ReviewParts;

    beforeAll(async () => {
      parts = await reviewParts(await place.settings());
      ({ database, queue, tenures, reviews } = parts);
    });
    afterAll(() => parts.close());
    beforeEach(async () => {
      await queue.forget('everything');
      await database.query('DELETE FROM palimpsest.repositories', []);
    });

    async function held(id: number, installation = 1): Promise<void> {
      const { tenure } = await tenures.claim({ id, installation });
      await tenures.confirm(tenure);
    }

    async function next(): Promise<DueReview> {
      const due = await reviews.next(7);
      if (due === null) throw new Error('none is due');
      return due;
    }

    /** In days from now. */
    async function days(): Promise<number[]> {
      const rows = await database.query<{ days: number }>(
        `SELECT (extract(epoch FROM review_due - now()) / 86400)::float AS days FROM palimpsest.repositories ORDER BY 1`,
        [],
      );
      return rows.map((row) => row.days);
    }

    const review = (id: number): Task => ({
      kind: 'review',
      repository: { installation: 1, id, owner: 'acme', name: 'ledger' },
      retrain: false,
    });

    test('are spread over the period at first, and again when it becomes shorter', async () => {
      for (let id = 1; id <= 60; id++) await held(id);
      for (const period of [28, 7]) {
        expect(await reviews.next(period)).toBeNull();
        const all = await days();
        expect(all).toHaveLength(60);
        expect(all[0]).toBeLessThan(period / 3);
        expect(all.at(-1)).toBeGreaterThan((2 * period) / 3);
        expect(all.at(-1)).toBeLessThanOrEqual(period);
      }
    });

    test('wait in the queue one at a time', async () => {
      await held(1);
      await held(2);
      await parts.dueIn(-1);
      const due = await next();
      expect(await reviews.take(due, review(due.tenure.repository), 7)).toBe(true);
      expect((await queue.depth()).waiting).toEqual({ review: 1 });
      expect(await reviews.next(7)).toBeNull();
      await queue.forget('everything');
      expect((await next()).tenure.repository).not.toBe(due.tenure.repository);
    });

    test('are put in once by two processes that see the same', async () => {
      await held(1);
      await parts.dueIn(-1);
      const [one, two] = [await next(), await next()];
      const taken = await Promise.all([one, two].map((due) => reviews.take(due, review(1), 7)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect((await queue.depth()).waiting).toEqual({ review: 1 });
    });

    test('of an installation with many do not keep another waiting for all of them', async () => {
      for (let id = 1; id <= 5; id++) await held(id, 1);
      await held(50, 2);
      await held(51, 2);
      await parts.dueIn(-1);
      const order: number[] = [];
      for (let each = 0; each < 4; each++) {
        const due = await next();
        order.push(due.tenure.installation);
        await reviews.take(due, null, 7);
      }
      expect(order.sort()).toEqual([1, 1, 2, 2]);
    });

    test('that were missed for three weeks are made up for by one, and the day of the week stays', async () => {
      await held(1);
      await parts.dueIn(-22);
      expect(await reviews.take(await next(), null, 7)).toBe(true);
      expect(await reviews.next(7)).toBeNull();
      expect((await days())[0]).toBeCloseTo(6, 1);
    });

    test('are not for what was left', async () => {
      await held(1);
      await parts.dueIn(-1);
      const due = await next();
      await queue.add({ kind: 'forget-installation', installation: 1 }, null);
      expect(await reviews.take(due, review(1), 7)).toBe(false);
      expect(await reviews.next(7)).toBeNull();
      expect((await queue.depth()).waiting).toEqual({ 'forget-installation': 1 });
    });
  });
});

// A webhook that GitHub sends again: a day later it is known, and its task, long done, is not done once more.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { onEachDatabase } from '../support/databases.ts';
import { type ReviewParts, reviewParts } from '../support/review-parts.ts';
import { checkTask } from '../support/tasks.ts';

onEachDatabase((place) => {
  let parts: ReviewParts;

  beforeAll(async () => {
    parts = await reviewParts(await place.settings());
  });
  afterAll(() => parts.close());

  test('a webhook sent again a day later is known, after its task was done', async () => {
    const { queue, database } = parts;
    expect(await queue.add(checkTask(1, 7), 'delivery')).toBe(true);
    await database.query(`DELETE FROM pgboss.job WHERE name = 'slow'`, []);
    await database.query(`UPDATE palimpsest.deliveries SET received = received - interval '1 day'`, []);
    expect(await queue.add(checkTask(1, 7), 'delivery')).toBe(false);
    expect((await queue.depth()).waiting).toEqual({});
    expect(await queue.add(checkTask(1, 7), 'another delivery')).toBe(true);
  });
});

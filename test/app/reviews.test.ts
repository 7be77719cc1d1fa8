// Regular reviews as a process puts them in: by itself, one at a time, and beside what people wait for.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rememberRepository } from '../../src/app/known-repositories.ts';
import { openLog } from '../../src/app/log.ts';
import { type ScheduledReviews, scheduledReviews } from '../../src/app/reviews.ts';
import { readAppSettings } from '../../src/app/settings.ts';
import { type ReviewParts, reviewParts } from '../support/review-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'reviews-'));
const lines: string[] = [];
let parts: ReviewParts;
let scheduled: ScheduledReviews;

beforeAll(async () => {
  parts = await reviewParts({ folder, url: null });
});
afterAll(async () => {
  await parts.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await parts.queue.forget('everything');
  await parts.database.query('DELETE FROM palimpsest.repositories', []);
  lines.length = 0;
});
afterEach(() => scheduled.stop());

/** A repository whose review was due yesterday. */
async function overdue(id: number, { isKnown = true } = {}): Promise<void> {
  const { tenure } = await parts.tenures.claim({ id, installation: 1 });
  await parts.tenures.confirm(tenure);
  if (isKnown) {
    await rememberRepository(parts.documents, { id, installation: 1, owner: 'acme', name: `b${id}`, isPublic: true });
  }
  await parts.dueIn(-1);
}

function start({ days = 7, workers = 2, underWay = 0, reviews = parts.reviews } = {}): void {
  scheduled = scheduledReviews({
    settings: { reviewEveryDays: days, workers },
    services: { documents: parts.documents, reviews },
    doer: { countOf: (kind) => (kind === 'review' ? underWay : 0) },
    log: openLog(readAppSettings({}), (line) => lines.push(line)),
    lookEveryMs: 10,
  });
}

const waiting = async () => (await parts.queue.depth()).waiting;
/** As many looks as would do what is not to be done. */
const someLooks = () => wait(300);

describe('a process', () => {
  it('puts the review in that is due, by itself, and the next when that is taken', async () => {
    await overdue(1);
    await overdue(2);
    start();
    await expect.poll(waiting).toEqual({ review: 1 });
    await someLooks();
    expect(await waiting()).toEqual({ review: 1 });
    await parts.queue.forget('everything');
    await expect.poll(waiting).toEqual({ review: 1 });
    await parts.queue.forget('everything');
    await someLooks();
    expect(await waiting()).toEqual({});
  });

  it('leaves half of its places to what people wait for', async () => {
    await overdue(1);
    start({ workers: 4, underWay: 2 });
    await someLooks();
    expect(await waiting()).toEqual({});
    await scheduled.stop();
    start({ workers: 4, underWay: 1 });
    await expect.poll(waiting).toEqual({ review: 1 });
  });

  it('with one place uses that', async () => {
    await overdue(1);
    start({ workers: 1 });
    await expect.poll(waiting).toEqual({ review: 1 });
  });

  it('that is to review nothing looks at nothing', async () => {
    await overdue(1);
    start({ days: 0 });
    await someLooks();
    expect(await waiting()).toEqual({});
  });

  it('gives a repository of which nothing is known yet another day', async () => {
    await overdue(1, { isKnown: false });
    await overdue(2);
    start();
    await expect.poll(waiting).toEqual({ review: 1 });
  });

  it('tells of what went wrong, and goes on', async () => {
    await overdue(1);
    let isAway = true;
    const next: ReviewParts['reviews']['next'] = async (days) => {
      if (isAway) throw new Error('the database is away');
      return parts.reviews.next(days);
    };
    start({ reviews: { ...parts.reviews, next } });
    await expect.poll(() => lines.join('')).toContain('the database is away');
    expect(await waiting()).toEqual({});
    isAway = false;
    await expect.poll(waiting).toEqual({ review: 1 });
  });

  it('puts nothing in after it was stopped', async () => {
    await overdue(1);
    start();
    await scheduled.stop();
    await parts.queue.forget('everything');
    await parts.dueIn(-1);
    await someLooks();
    expect(await waiting()).toEqual({});
  });
});

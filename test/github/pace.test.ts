// How fast writes follow each other, by a clock of the test's own.

import { expect, it } from 'vitest';
import { Paced } from '../../src/github/pace.ts';

function clockAt(start: number) {
  const clock = {
    time: start,
    now: () => clock.time,
    wait: async (milliseconds: number) => {
      clock.time += milliseconds;
    },
  };
  return clock;
}

it('a few start at once, the rest one each interval, and a pause gives the few back', async () => {
  const clock = clockAt(5_000);
  const paced = new Paced({ atOnce: 3, everyMs: 1_000 }, clock);
  const startOf = async () => {
    await paced.turn();
    return clock.time;
  };
  const first: number[] = [];
  for (let count = 0; count < 5; count++) first.push(await startOf());
  expect(first).toEqual([5_000, 5_000, 5_000, 6_000, 7_000]);
  clock.time = 60_000;
  expect([await startOf(), await startOf(), await startOf(), await startOf()]).toEqual([
    60_000, 60_000, 60_000, 61_000,
  ]);
});

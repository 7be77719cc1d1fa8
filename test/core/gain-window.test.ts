// Which commits a gain is measured over, and how often its fresh model is trained.

import { describe, expect, test } from 'vitest';
import { commitsPerTraining, lastDays } from '../../src/core/gain-window.ts';

/** Commits on these days of January 2026, named by their places. */
function line(...days: number[]) {
  return days.map((day, index) => ({
    hash: String(index),
    tree: `tree ${index}`,
    committedAt: Date.UTC(2026, 0, day) / 1000,
  }));
}

const window = (days: readonly number[], length: number) =>
  lastDays(line(...days), length).map(({ parent, commit }) => `${parent.hash}→${commit.hash}`);

describe('the window', () => {
  test('holds the commits of the last days, each with the one before it', () => {
    expect(window([1, 5, 20, 25, 30], 10)).toEqual(['1→2', '2→3', '3→4']);
    expect(window([1, 5, 20, 25, 30], 9)).toEqual(['2→3', '3→4']);
  });

  test('never holds the first commit: no model could be trained before it', () => {
    expect(window([1, 2], 90)).toEqual(['0→1']);
    expect(window([1], 90)).toEqual([]);
    expect(window([], 90)).toEqual([]);
  });

  test('follows the line where dates go back', () => {
    // The fourth commit's clock was wrong; it stands where the third does.
    expect(window([1, 20, 25, 2, 30], 10)).toEqual(['0→1', '1→2', '2→3', '3→4']);
    expect(window([1, 2, 31, 4, 5], 2)).toEqual(['2→3', '3→4']);
  });
});

describe('the fresh model', () => {
  test('is trained before each commit of a project of usual size', () => {
    expect(commitsPerTraining(60, 2_000)).toBe(1);
    expect(commitsPerTraining(0, 0)).toBe(1);
  });

  test('serves several commits of a large one, which still has a dozen trainings', () => {
    expect(commitsPerTraining(600, 100_000)).toBe(50);
    expect(commitsPerTraining(12, 1_000_000)).toBe(1);
    expect(commitsPerTraining(500, 2_000)).toBe(2);
  });
});

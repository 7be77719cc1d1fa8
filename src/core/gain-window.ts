// Which commits a gain is measured over, and how often the fresh model is trained on the way.

import { type LineCommit, trustedMonths } from './month-ends.ts';

const SECONDS_A_DAY = 86_400;

/** A commit of the window, with the state that it changed. */
export interface WindowCommit {
  readonly commit: LineCommit;
  readonly parent: LineCommit;
}

/**
 * The commits of the last days, counted back from the line's last commit; `line` begins with the oldest. The first
 * commit of a line has nothing before it that a model could have been trained on, and is in no window.
 *
 * Dates may go back. As for months, the order of the line rules: as many commits as can be are taken at their word, and
 * each other one stands where the one before it does.
 */
export function lastDays(line: readonly LineCommit[], days: number): WindowCommit[] {
  const times = trustedMonths(line.map(({ committedAt }) => committedAt));
  const start = (times.at(-1) ?? 0) - days * SECONDS_A_DAY;
  return line.flatMap((commit, index) => {
    const parent = line[index - 1];
    return parent === undefined || (times[index] ?? 0) < start ? [] : [{ commit, parent }];
  });
}

/** Units that may be learned again in all before trainings are spread out: 60 µs each were measured, so half a minute. */
const LEARNED_AGAIN = 500_000;
/** However large the project. */
const LEAST_TRAININGS = 12;

/**
 * For how many commits with code one fresh model serves: 1 trains before each. More than that for a project so large, or
 * a window so long, that training before each would take minutes. A pure function of sizes: the same on every machine.
 */
export function commitsPerTraining(commitsWithCode: number, units: number): number {
  const trainings = Math.max(LEAST_TRAININGS, Math.floor(LEARNED_AGAIN / Math.max(1, units)));
  return Math.max(1, Math.ceil(commitsWithCode / trainings));
}

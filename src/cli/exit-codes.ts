// What the process ends with, besides 0 for done.

/** Verdicts that a user may set as a gate. */
export const GATES = ['stale'] as const;

/** The same of a promotion: the challenger did not take the champion's place. */
export const PROMOTION_GATES = ['kept'] as const;

/** The gate that the user set was met: the report is printed all the same. */
export const EXIT_GATE_MET = 1;
export const EXIT_COULD_NOT_RUN = 2;

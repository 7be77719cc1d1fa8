// What the process ends with, besides 0 for done.

/** The gate that the user set was met: the report is printed all the same. */
export const EXIT_GATE_MET = 1;
export const EXIT_COULD_NOT_RUN = 2;

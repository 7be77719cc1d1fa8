// src/cli/exit-codes.ts
var GATES = ["stale"];
var EXIT_GATE_MET = 1;
var EXIT_COULD_NOT_RUN = 2;

export {
  GATES,
  EXIT_GATE_MET,
  EXIT_COULD_NOT_RUN
};

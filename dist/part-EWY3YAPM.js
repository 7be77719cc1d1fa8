import {
  isSilence
} from "./part-GV6IPUYS.js";
import {
  ExpectedFailure
} from "./part-YGOHBTLK.js";

// src/jobs/model-silent.ts
function requireSomeAnswer(rows, name, remedy) {
  const [first] = rows;
  if (first === void 0 || !rows.every(({ failure }) => failure !== null && isSilence(failure.reason))) return;
  throw new ExpectedFailure(
    "model-unavailable",
    `${name} gave no answer to any of ${rows.length} ${rows.length === 1 ? "method" : "methods"} (${first.failure?.detail})`,
    remedy
  );
}
var LEDGER_LEFT = "The ledger was left as it is; run the command again when the model answers.";
var NOTHING_SCORED = "Nothing was scored; run the command again when the model answers.";

export {
  requireSomeAnswer,
  LEDGER_LEFT,
  NOTHING_SCORED
};

// What a report says of asking a language model: what it took, and what the budget left out.

import type { AskingFacts } from '../core/report.ts';
import type { MethodId } from '../core/unit.ts';
import type { CodeModel } from '../ports.ts';

/** Nothing for a model that costs nothing. To be taken when the last answer is in. */
export function askingFacts(model: CodeModel, unasked: readonly MethodId[]): AskingFacts {
  const usage = model.usage?.();
  return {
    ...(usage === undefined ? {} : { usage }),
    ...(unasked.length === 0 ? {} : { unasked: [...unasked].sort() }),
  };
}

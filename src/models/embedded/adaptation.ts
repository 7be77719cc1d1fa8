// Making a known body fit the place of the erased one.

import type { Token } from '../../core/tokens.ts';
import { fitParameters } from './argument-lists.ts';
import { type BodyFacts, bodyFacts } from './body-facts.ts';
import type { Candidate } from './candidates.ts';
import { applyEdits, type Edit } from './edit-transfer.ts';
import { rename, renamingBetween } from './identifiers.ts';
import { relayout } from './layout.ts';
import type { Query } from './query.ts';

export interface AdaptedBody {
  readonly candidate: Candidate;
  readonly tokens: readonly Token[];
  readonly facts: BodyFacts;
  /** Whether statements or arguments changed, and not only names: then the syntax may be broken. */
  readonly restructured: boolean;
}

/**
 * Renames a candidate's identifiers and, when `restructure` is set, also fits it to the new parameters and carries the
 * edits of its siblings over to what is remembered of the unit itself; other candidates stand as well without them.
 * White space and comments stay as they are.
 */
export function adapt(
  candidate: Candidate,
  query: Query,
  tokens: readonly Token[],
  edits: readonly Edit[],
  restructure: boolean,
): AdaptedBody {
  const { unit } = candidate;
  const edited = restructure && candidate.sameUnit ? applyEdits(tokens, edits) : tokens;
  const renamed = rename(edited, renamingBetween(unit, query.unit), bodyFacts(edited).locals);
  const fitted = restructure ? fitParameters(renamed, unit, query.unit) : renamed;
  return { candidate, tokens: fitted, facts: bodyFacts(fitted), restructured: edited !== tokens || fitted !== renamed };
}

/** The body as it should stand in the file. */
export function bodyText({ candidate, tokens }: AdaptedBody, query: Query): string {
  const text = tokens.map((token) => token.text).join('');
  const lineEnd = candidate.origin === 'remembered' ? candidate.unit.type.lineEnd : query.layout.lineEnd;
  return relayout(text, { indent: candidate.unit.indent, lineEnd }, query.layout);
}

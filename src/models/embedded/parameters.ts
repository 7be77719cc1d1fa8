// Which parameter of one header is which of another.

import type { Parameter } from '../../core/unit.ts';

export interface ParameterMatch {
  readonly pairs: readonly (readonly [from: Parameter, to: Parameter])[];
  /** In `from` alone. */
  readonly vanished: readonly Parameter[];
  /** In `to` alone. */
  readonly added: readonly Parameter[];
}

type Agreement = (from: Parameter, to: Parameter, samePosition: boolean) => boolean;

/** The surest agreement first; each parameter is matched once. */
const PASSES: readonly Agreement[] = [
  (from, to) => from.type === to.type && from.name === to.name,
  (from, to, samePosition) => samePosition && from.type === to.type,
  (from, to) => from.type === to.type,
  (from, to) => from.name === to.name,
  (_from, _to, samePosition) => samePosition,
];

export function matchParameters(from: readonly Parameter[], to: readonly Parameter[]): ParameterMatch {
  const partner = new Map<Parameter, Parameter>();
  const taken = new Set<Parameter>();
  for (const agree of PASSES) {
    from.forEach((own, ownPosition) => {
      if (partner.has(own)) return;
      const found = to.find((other, position) => !taken.has(other) && agree(own, other, position === ownPosition));
      if (found === undefined) return;
      partner.set(own, found);
      taken.add(found);
    });
  }
  return {
    pairs: [...partner],
    vanished: from.filter((parameter) => !partner.has(parameter)),
    added: to.filter((parameter) => !taken.has(parameter)),
  };
}

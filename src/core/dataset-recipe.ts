// What a recipe takes of a unit.

import type { Recipe } from './dataset-card.ts';
import type { MethodId } from './unit.ts';

/** How often the units that changed lately are learned, where nobody says. */
export const RECENT_TIMES = 3;

/** `2:1`: for every two examples that are new, one that is old. */
export interface Mix {
  readonly fresh: number;
  readonly old: number;
}

/** How many old units are mixed with so many new ones. */
export function oldInMix(changed: number, { fresh, old }: Mix): number {
  return Math.round((changed * old) / fresh);
}

/** Whether the prompt shows the unit's javadoc. */
export function showsJavadoc(recipe: Recipe): boolean {
  return recipe !== 'bodies';
}

/** How many times a unit is an example to train on; 0 for one that is passed over. */
export type Times = (id: MethodId) => number;

export const ONCE: Times = () => 1;

export function changedMore(changed: ReadonlySet<MethodId>, times: number): Times {
  return (id) => (changed.has(id) ? times : 1);
}

export function among(chosen: ReadonlySet<MethodId>): Times {
  return (id) => (chosen.has(id) ? 1 : 0);
}

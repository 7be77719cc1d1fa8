// Bodies that a header and the fields of its type spell out by convention: accessors and plain constructors.

import type { Field } from '../../core/unit.ts';
import type { UnitFacts } from './memory.ts';

/** The statements of the conventional body, or `null` where there is no convention. */
export function conventionalStatements(unit: UnitFacts): string[] | null {
  if (unit.kind === 'constructor') return assignments(unit);
  if (unit.kind !== 'method') return null;
  if (unit.parameters.length === 0) return getter(unit);
  return unit.parameters.length === 1 ? setter(unit) : null;
}

/** `this.x = x;` for every parameter, when each has a field of its name. */
function assignments({ parameters, type }: UnitFacts): string[] | null {
  const fields = new Set(type.fields.map((field) => field.name));
  if (parameters.length === 0 || !parameters.every(({ name }) => fields.has(name))) return null;
  return parameters.map(({ name }) => `this.${name} = ${name};`);
}

/** `return x;` for `getX()`, `isX()`, `hasX()` and `x()`. */
function getter(unit: UnitFacts): string[] | null {
  const field = fieldNamed(unit, unit.name.replace(/^(?:get|is|has)(?=[A-Z])/, ''));
  return field === undefined || unit.returnType === 'void' ? null : [`return ${field.name};`];
}

/** `this.x = x;` for `setX(x)`; `return this;` follows where the type itself is returned. */
function setter(unit: UnitFacts): string[] | null {
  const field = fieldNamed(unit, unit.name.replace(/^(?:set|with)(?=[A-Z])/, ''));
  const [parameter] = unit.parameters;
  if (field === undefined || parameter === undefined || field.type !== parameter.type) return null;
  const assignment = `this.${field.name} = ${parameter.name};`;
  return unit.returnType === 'void' ? [assignment] : [assignment, 'return this;'];
}

function fieldNamed({ type }: UnitFacts, name: string): Field | undefined {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return type.fields.find((field) => field.name === lower || field.name === name);
}

// Bodies that a header and the fields of its type spell out by convention: accessors, plain constructors, decorators.

import type { Field } from '../../core/unit.ts';
import type { UnitFacts } from './memory.ts';

/** The statements of the conventional body, or `null` where there is no convention. */
export function conventionalStatements(unit: UnitFacts): string[] | null {
  if (unit.kind === 'constructor') return assignments(unit);
  if (unit.kind !== 'method') return null;
  return getter(unit) ?? setter(unit) ?? forwarding(unit);
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
  const fits = unit.parameters.length === 0 && unit.returnType !== 'void';
  return field === undefined || !fits ? null : [`return ${field.name};`];
}

/** `this.x = x;` for `setX(x)`; `return this;` follows where the type itself is returned. */
function setter(unit: UnitFacts): string[] | null {
  const field = fieldNamed(unit, unit.name.replace(/^(?:set|with)(?=[A-Z])/, ''));
  const [parameter, ...others] = unit.parameters;
  if (field === undefined || parameter === undefined || others.length > 0 || field.type !== parameter.type) return null;
  const assignment = `this.${field.name} = ${parameter.name};`;
  return unit.returnType === 'void' ? [assignment] : [assignment, 'return this;'];
}

/** `return inner.x(a, b);` where a field has a type that the whole type implements: a decorator. */
function forwarding({ name, parameters, returnType, type, modifiers }: UnitFacts): string[] | null {
  const supertypes = new Set(type.supertypes);
  const [only, ...others] = type.fields.filter((field) => supertypes.has(field.type));
  if (only === undefined || others.length > 0 || !modifiers.includes('@Override')) return null;
  const call = `${only.name}.${name}(${parameters.map((parameter) => parameter.name).join(', ')});`;
  return [returnType === 'void' ? call : `return ${call}`];
}

function fieldNamed({ type }: UnitFacts, name: string): Field | undefined {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  return type.fields.find((field) => field.name === lower || field.name === name);
}

// Finding methods by what people type: `total`, `Invoice.total`, `Invoice.total(Line)`, or a whole MethodId.

import { CONSTRUCTOR_NAME, displayName, type MethodId } from './unit.ts';

/** Whether a typed name means a method: the end of its dotted name, with or without parameters, or its whole id. */
export function isNamed(id: MethodId, typed: string): boolean {
  if (id === typed) return true;
  const spoken = displayName(id);
  const withoutParameters = spoken.slice(0, spoken.indexOf('('));
  const wanted = typed.replace(/\s*([,()])\s*/g, '$1');
  return [spoken, withoutParameters].some((name) => {
    return endsOnBoundary(name, wanted) || (isConstructor(name) && endsOnBoundary(asTyped(name), wanted));
  });
}

function endsOnBoundary(name: string, wanted: string): boolean {
  return name === wanted || name.endsWith(`.${wanted}`);
}

function isConstructor(name: string): boolean {
  return name.includes(`.${CONSTRUCTOR_NAME}`);
}

/** `Outer.Inner.<init>(int)` → `Outer.Inner(int)`, as constructors are called in Java. */
function asTyped(name: string): string {
  return name.replace(`.${CONSTRUCTOR_NAME}`, '');
}

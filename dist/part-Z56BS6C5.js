// src/core/stub.ts
var EMPTY_BODY = "{}";
function splice(text, replacements) {
  const pieces = [];
  let position = 0;
  for (const { range, text: replacement } of replacements) {
    if (range.start < position) throw new RangeError("replacements overlap or are out of order");
    pieces.push(text.slice(position, range.start), replacement);
    position = range.end;
  }
  pieces.push(text.slice(position));
  return pieces.join("");
}
function withBodies(source, bodies) {
  const replacements = [];
  const units = [];
  let shift = 0;
  for (const unit of source.units) {
    const body = bodies(unit);
    const length = unit.body.end - unit.body.start;
    const growth = body === void 0 ? 0 : body.length - length;
    if (body !== void 0) replacements.push({ range: unit.body, text: body });
    units.push(moved(unit, shift, growth));
    shift += growth;
  }
  return { ...source, text: splice(source.text, replacements), units };
}
function eraseBodies(source, erased) {
  return withBodies(source, (unit) => erased.has(unit.id) ? EMPTY_BODY : void 0);
}
function stubInPlace(source, unit) {
  const erased = /* @__PURE__ */ new Set([unit.id]);
  const stubSource = eraseBodies(source, erased);
  const target = stubSource.units.find((candidate) => candidate.id === unit.id);
  if (target === void 0) throw new RangeError(`${unit.id} is not a unit of ${source.path}`);
  return { source: stubSource, target, erased };
}
function stubsForRecreation(source, erased) {
  const stubSource = eraseBodies(source, erased);
  return stubSource.units.filter((unit) => erased.has(unit.id)).map((target) => ({ source: stubSource, target, erased }));
}
function moved(unit, shift, growth) {
  if (shift === 0 && growth === 0) return unit;
  return {
    ...unit,
    declaration: { start: unit.declaration.start + shift, end: unit.declaration.end + shift + growth },
    body: { start: unit.body.start + shift, end: unit.body.end + shift + growth }
  };
}

export {
  EMPTY_BODY,
  splice,
  withBodies,
  eraseBodies,
  stubInPlace,
  stubsForRecreation
};

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { CheckReport, Report } from '../../src/core/report.ts';
import { renderJson } from '../../src/report/json.ts';
import { reportJsonSchema } from '../../src/report/schema.ts';
import { checkReport } from './books.ts';
import { MIXED } from './books-methods.ts';
import { CASES } from './cases.ts';

const published: Record<string, unknown> = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schema/report.v1.schema.json', import.meta.url)), 'utf8'),
);

describe('the JSON of a report', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(published);

  it.each(Object.entries(CASES))('fits the published schema: %s', (_, report) => {
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
  });

  it('says first which version of the schema it follows', () => {
    expect(renderJson(checkReport([]))).toMatch(/^\{\n {2}"schemaVersion": 1,\n {2}"kind": "check",\n/);
  });

  it('holds no method texts', () => {
    const json = renderJson(checkReport(MIXED));
    expect(json).not.toContain('"texts"');
    expect(json).not.toContain('Money sum');
  });

  it('has the same bytes whoever made the report', () => {
    const report = checkReport(MIXED);
    expect(renderJson(withKeysReversed(report))).toBe(renderJson(report));
  });

  it('keeps full precision and has no negative zero', () => {
    const report = checkReport(MIXED, { files: [{ id: 'Ledger.java', distance: -0, similarity: 1 / 3 }] });
    expect(JSON.parse(renderJson(report)).files).toEqual([{ id: 'Ledger.java', distance: 0, similarity: 1 / 3 }]);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('is not written with %s in it', (similarity) => {
    expect(() => renderJson(checkReport(MIXED, { files: [{ id: 'Ledger.java', distance: 0, similarity }] }))).toThrow(
      /similarity/,
    );
  });
});

describe('the published schema', () => {
  it('is what the source says: npx tsx scripts/schemas.ts', () => expect(published).toEqual(reportJsonSchema()));

  it('tells every field what it means', () => {
    expect(fieldsWithoutMeaning(published)).toEqual([]);
  });
});

function withKeysReversed(report: CheckReport): Report {
  const reverse = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(reverse)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .reverse()
              .map(([key, inner]) => [key, reverse(inner)]),
          )
        : value;
  return reverse(report) as Report;
}

function fieldsWithoutMeaning(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const below = fieldsWithoutMeaning(value, `${path}/${key}`);
    if (key !== 'properties') return below;
    const silent = Object.entries(value).filter(([, field]) => !hasMeaning(field));
    return [...silent.map(([name]) => `${path}/${name}`), ...below];
  });
}

/** A description of its own, or that of the definition it refers to. */
function hasMeaning(field: unknown): boolean {
  return typeof field === 'object' && field !== null && ('description' in field || '$ref' in field);
}

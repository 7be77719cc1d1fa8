// The state beside the ledgers, written down and read again.

import { expect, test } from 'vitest';
import { isState, parseState, printState } from '../../src/pages/state-page.ts';
import type { KeptState } from '../../src/ports/forge.ts';
import { gainReport } from '../report/gain-books.ts';

const AT = { revision: 'a'.repeat(40), committedAt: '2026-10-12T09:30:00Z' };
const { all, window, statement, head } = gainReport({ commits: 6, changes: 10, closer: 0.2 });

const STATE: KeptState = {
  schemaVersion: 1,
  pin: AT,
  review: {
    fingerprint: 'b1946ac92492d234',
    at: { revision: 'b'.repeat(40), committedAt: '2027-01-11T15:04:00Z' },
    gain: { all, window, statement, head },
    forecast: {
      kind: 'expected',
      line: 0.9,
      points: 12,
      from: '2026-10-12',
      to: '2027-01-11',
      perYear: -0.12,
      day: '2027-06-01',
      level: 0.8,
      earliest: '2027-03-01',
      latest: null,
    },
    recommendation: { kind: 'retrain-soon', day: '2027-06-01', reasons: ['crossing-forecast', 'gain-worth-it'] },
    control: [{ id: 'A.java#A.sum()', stub: '5d41402abc4b', similarity: null }],
    isTrainingAsked: true,
  },
};

test.each([
  ['as first kept', { schemaVersion: 1, pin: null, review: null } as const],
  ['with a review', STATE],
])('a state %s is the same when it is read again', (_, state) => {
  expect(parseState(printState(state), 'state.json')).toEqual(state);
  expect(isState(printState(state))).toBe(true);
});

test('the same state is written with the same bytes, whatever order its fields came in', () => {
  const turned = Object.fromEntries(Object.entries(STATE).reverse()) as unknown as KeptState;
  expect(printState(turned)).toBe(printState(STATE));
});

test.each(['', '[]', '{}', '{"schemaVersion":1}', '{"schemaVersion":1,"pin":null,"review":{}}'])(
  '%j is damaged, and it says where it lies',
  (text) => {
    expect(() => parseState(text, 'state.json of the branch palimpsest-data')).toThrow(
      'state.json of the branch palimpsest-data is damaged',
    );
  },
);

test('what a later version wrote is refused in one line', () => {
  const later = printState(STATE).replace('"schemaVersion": 1', '"schemaVersion": 2');
  expect(() => parseState(later, 'state.json')).toThrow(
    'state.json is of version 2, and this palimpsest knows version 1',
  );
});

test('which model was trained and promoted is written and read; a name that no server could be asked for is not taken', () => {
  const card = {
    schemaVersion: 1,
    provider: 'openai',
    name: 'books-1a2b3c4d',
    baseModel: 'small-model',
    fingerprint: 'f00d',
    trainedAt: { revision: 'c'.repeat(40), committedAt: null, units: 8, files: 3 },
    recipe: null,
    baseline: null,
    shadow: null,
  } as const;
  const training = {
    origin: 'abc',
    underWay: { at: { revision: 'd'.repeat(40), committedAt: null }, failures: 1 },
    promoted: [{ model: 'ft:small-model:books', card }],
    last: {
      endedAt: '2026-05-04T12:00:00.000Z',
      revision: 'c'.repeat(40),
      model: 'ft:small-model:books',
      kind: 'promoted',
      reasons: ['closer', 'remembers'],
    },
  } as const;
  const state: KeptState = { ...STATE, training };
  expect(parseState(printState(state), 'state.json')).toEqual(state);
  expect(parseState(printState(STATE), 'state.json')).not.toHaveProperty('training');
  const forged = printState(state).replaceAll('ft:small-model:books', 'books\\n::add-mask::x');
  expect(() => parseState(forged, 'state.json')).toThrow('is damaged');
});

import { describe, expect, test } from 'vitest';
import { parseSince } from '../../src/cli/since.ts';

describe('--since', () => {
  test.each([
    ['1y', { kind: 'span', span: { count: 1, unit: 'years' } }],
    ['18m', { kind: 'span', span: { count: 18, unit: 'months' } }],
    ['90d', { kind: 'span', span: { count: 90, unit: 'days' } }],
    ['2024-02-29', { kind: 'day', seconds: Date.UTC(2024, 1, 29) / 1000 }],
    ['all', { kind: 'all' }],
  ])('takes %s', (text, since) => expect(parseSince(text)).toEqual(since));

  test.each(['', '0y', '1', 'y', '1w', '-1y', '1.5y', '2024-02-30', '2024-13-01', '24-01-01', 'yesterday', '123456d'])(
    'refuses %j, and says what it takes',
    (text) => expect(() => parseSince(text)).toThrow(`--since does not take ${JSON.stringify(text)}`),
  );
});

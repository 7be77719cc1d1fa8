// Keys cannot be printed.

import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret, Secrets } from '../src/secrets.ts';

const KEY = 'sk-live-1234567890';

test('a secret gives itself away to nobody who prints it', () => {
  const secret = new Secret(KEY);
  const printed = [
    `${secret}`,
    JSON.stringify({ secret }),
    inspect({ secret }, { depth: 9, showHidden: true }),
    String(secret),
  ];
  for (const text of printed) expect(text).not.toContain('1234567890');
  expect(secret.reveal()).toBe(KEY);
});

test('what was read is masked in any text, whoever put it there', () => {
  const secrets = new Secrets({ KEY, EMPTY: ' ', SHORT: 'EMPTY' });
  expect(secrets.mask(`the server said ${KEY}`)).toContain(KEY); // nobody read it
  expect(secrets.read('KEY')?.reveal()).toBe(KEY);
  expect(secrets.mask(`Bearer ${KEY}, ${KEY}`)).toBe('Bearer [secret], [secret]');
  expect([secrets.read('EMPTY'), secrets.read('ABSENT')]).toEqual([null, null]);
});

test('a word that is no secret stays in the texts that hold it', () => {
  const secrets = new Secrets({ KEY: 'EMPTY' });
  secrets.read('KEY');
  expect(secrets.mask('EMPTY_BODY')).toBe('EMPTY_BODY');
});

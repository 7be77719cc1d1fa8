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

const TOKEN = 'ghs_16C7e42F292c6912E7710c838347Ae178B4a';

/** What stays of a text that holds a secret. */
function masked(value: string, text: string): string {
  const secrets = new Secrets({ VALUE: value });
  secrets.read('VALUE');
  return secrets.mask(text);
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['as git sends it', base64(`x-access-token:${TOKEN}`)],
  ['alone', base64(TOKEN)],
  ['with no user', base64(`:${TOKEN}`)],
  ['without padding', base64(TOKEN).replace(/=+$/, '')],
  ['for addresses', Buffer.from(TOKEN).toString('base64url')],
])('a token in base64 is masked whole: %s', (_, form) => {
  expect(masked(TOKEN, `Authorization: basic ${form}.`)).toBe('Authorization: basic [secret].');
});

test.each(['a:', 'ab:', 'abc:', 'somebody:'])('after any user (%s), nothing that tells the token is left', (user) => {
  const text = masked(TOKEN, base64(`${user}${TOKEN}:and more`));
  expect(text).toContain('[secret]');
  // what stays holds at most the bits that a digit shares with a neighbour: one character at either end
  const left = text.split('[secret]').map((part) => Buffer.from(part, 'base64').toString('latin1'));
  for (const part of left) expect(part).not.toContain(TOKEN.slice(0, 3));
  expect(left.join('')).not.toContain(TOKEN.slice(-3));
});

test('a key with signs is masked as an address, JSON or HTML carries it', () => {
  const key = 'p/a+s s"w&rd<1234>';
  const forms = [
    key,
    encodeURIComponent(key),
    encodeURIComponent(key).replaceAll('%20', '+'),
    encodeURIComponent(key).toLowerCase(),
    JSON.stringify(key).slice(1, -1),
    'p/a+s s&quot;w&amp;rd&lt;1234&gt;',
    'p/a+s s&#34;w&#38;rd&#60;1234&#62;',
  ];
  for (const form of forms) expect(masked(key, `<${form}>`)).toBe('<[secret]>');
});

test('a secret of several lines is masked whole, line by line, and with other line ends', () => {
  const key = '-----BEGIN KEY-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\n-----END KEY-----';
  expect(masked(key, `before\n${key}\nafter`)).toBe('before\n[secret]\nafter');
  expect(masked(key, key.replaceAll('\n', '\r\n'))).toBe('[secret]');
  expect(masked(key, JSON.stringify({ key }))).toBe('{"key":"[secret]"}');
  expect(masked(key, '12 | hkiG9w0BAQEFAASC')).toBe('12 | [secret]');
  expect(masked(key, base64(key))).toBe('[secret]');
});

test('a short key is masked where a key stands, and nowhere else', () => {
  expect(masked('p4.s', 'Authorization: Bearer p4.s')).toBe('Authorization: Bearer [secret]');
  expect(masked('p4.s', '{"api_key": "p4.s", "n": 4}')).toBe('{"api_key": "[secret]", "n": 4}');
  expect(masked('p4.s', 'GET /v1?token=p4.s&x=1')).toBe('GET /v1?token=[secret]&x=1');
  expect(masked('p4.s', 'p4xs, p4.s and Bearer p4.storage')).toBe('p4xs, p4.s and Bearer p4.storage');
  expect(masked('EMPTY', 'return EMPTY; // no token EMPTY_BODY')).toBe('return EMPTY; // no token EMPTY_BODY');
});

test('of two keys, one the beginning of the other, nothing is left', () => {
  const secrets = new Secrets({ SHORTER: 'sk-12345678', LONGER: 'sk-12345678-prod' });
  for (const variable of ['SHORTER', 'LONGER']) secrets.read(variable);
  expect(secrets.mask('sk-12345678-prod, sk-12345678')).toBe('[secret], [secret]');
});
